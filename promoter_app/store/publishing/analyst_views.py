"""Views in plain words for analysts, in PostgreSQL's SQL; the same names as in every export of ours, and a few more."""

from __future__ import annotations

_VALID = "NOT EXISTS (SELECT 1 FROM void v WHERE v.target = {0}.id)"
_ONE = "coalesce((SELECT l.person FROM person_alias l WHERE l.id = {0}), {0})"
_RUN = "LEFT JOIN run r ON r.run = substring(uuid_send({0}.id) FROM 1 FOR 12)"
_LOCAL = "to_timestamp({0}.wall / 1000 + coalesce(r.utc_offset, 0) * 60) AT TIME ZONE 'UTC'"

ANALYST_VIEWS: dict[str, str] = {
    "people": f"""
SELECT p.id AS person_id, p.name, p.kind, p.sex, p.age_group, p.language, p.migrant, p.origin,
  (SELECT c.name FROM membership_now m JOIN crew_now c ON c.id = m.crew WHERE m.person = p.id
     ORDER BY m.until IS NOT NULL, m.since DESC, m.id DESC LIMIT 1) AS crew,
  (SELECT k.code FROM card_assignment a JOIN card k ON k.id = a.card WHERE {_ONE.format("a.person")} = p.id
     AND {_VALID.format("a")} AND NOT EXISTS (SELECT 1 FROM card_cancel x WHERE x.card = k.id AND {_VALID.format("x")})
     ORDER BY a.wall DESC, a.id DESC LIMIT 1) AS card
FROM person_now p""",
    "crews": """
SELECT c.id AS crew_id, c.code, c.name, c.leader, c.sector, s.name AS season, co.name AS company, v.name AS front,
  (SELECT count(DISTINCT m.person) FROM membership_now m WHERE m.crew = c.id) AS members
FROM crew_now c LEFT JOIN season_now s ON s.id = c.season LEFT JOIN company_now co ON co.id = c.company
  LEFT JOIN venue_now v ON v.id = c.venue""",
    "sessions": f"""
SELECT s.id AS session_id, s.code, s.held_on, s.starts, s.ends, s.kind, s.module, s.state, s.reason,
  c.name AS crew, v.name AS venue, p.name AS promoter, s.language, s.modality,
  (SELECT count(DISTINCT {_ONE.format("a.person")}) FROM attendance a
     WHERE a.session = s.id AND {_VALID.format("a")}) AS present,
  (SELECT count(*) FROM unnamed_presence u WHERE u.session = s.id AND {_VALID.format("u")}) AS present_without_name
FROM session_now s LEFT JOIN crew_now c ON c.id = s.crew LEFT JOIN venue_now v ON v.id = s.venue
  LEFT JOIN person_now p ON p.id = s.promoter""",
    "sessions_held": "SELECT * FROM sessions WHERE state = 'held'",
    "attendance_list": f"""
SELECT a.id AS attendance_id, s.code AS session, s.held_on, s.module, c.name AS session_crew, p.name AS person,
  {_ONE.format("a.person")} AS person_id, k.code AS card, oc.name AS person_crew, a.way,
  {_LOCAL.format("a")} AS at_local
FROM attendance a JOIN session_now s ON s.id = a.session LEFT JOIN crew_now c ON c.id = s.crew
  LEFT JOIN person_now p ON p.id = {_ONE.format("a.person")} LEFT JOIN card k ON k.id = a.card
  LEFT JOIN crew_now oc ON oc.id = a.crew {_RUN.format("a")}
WHERE {_VALID.format("a")}""",
    "test_answers": f"""
SELECT DISTINCT ON (n.attempt, n.item) s.code AS session, s.held_on, s.module, t.phase, p.name AS person,
  {_ONE.format("t.person")} AS person_id, i.number AS item, i.text_es AS question, n.choice,
  i.answer AS right_answer, n.choice = i.answer AS correct, t.late, t.interpreted
FROM attempt t JOIN session_now s ON s.id = t.session LEFT JOIN person_now p ON p.id = {_ONE.format("t.person")}
  JOIN answer n ON n.attempt = t.id JOIN item i ON i.id = n.item
WHERE {_VALID.format("t")} AND {_VALID.format("n")} ORDER BY n.attempt, n.item, n.id DESC""",
    "people_trained": f"""
SELECT {_ONE.format("a.person")} AS person_id, min(s.held_on) AS first_day, count(DISTINCT a.session) AS sessions,
  count(DISTINCT s.module) AS topics, p.sex, p.age_group, p.language, p.migrant
FROM attendance a JOIN session_now s ON s.id = a.session AND s.state = 'held' AND s.kind = 'training'
  JOIN person_now p ON p.id = {_ONE.format("a.person")} AND p.kind = 'worker'
WHERE {_VALID.format("a")} GROUP BY 1, p.sex, p.age_group, p.language, p.migrant""",
}
"""The last answer of an attempt is the one with the highest id: a laptop's ids grow within a launch."""


def replacing_statements() -> list[str]:
    """Statements that make the views, or make them anew where their columns stay: views of others on them stay too."""
    return [f"CREATE OR REPLACE VIEW {name} AS {body.strip()}" for name, body in ANALYST_VIEWS.items()]


def dropping_statements() -> list[str]:
    """Statements that remove the views, in an order in which none is in the way of another."""
    return [f"DROP VIEW IF EXISTS {name}" for name in reversed(ANALYST_VIEWS)]
