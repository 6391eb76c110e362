"""Views in plain words for people who open an export with another tool. Ids are shown as hex."""

from __future__ import annotations

from promoter_app.store.duplicates.aliases import one, same

_VALID = "NOT EXISTS (SELECT 1 FROM void v WHERE v.target = {0}.id)"
_LOCAL = "datetime({0}.wall / 1000 + coalesce(r.utc_offset, 0) * 60, 'unixepoch')"
_RUN = "LEFT JOIN run r ON r.run = substr({0}.id, 1, 12)"

VIEWS: dict[str, str] = {
    "people": f"""
SELECT hex(p.id) AS person_id, p.name, p.kind, p.sex, p.age_group, p.language, p.migrant, p.origin,
  (SELECT c.name FROM membership_now m JOIN crew_now c ON c.id = m.crew WHERE m.person = p.id
     ORDER BY m.until IS NOT NULL, m.since DESC, m.id DESC LIMIT 1) AS crew,
  (SELECT k.code FROM card_assignment a JOIN card k ON k.id = a.card WHERE {same("a.person", "p.id")}
     AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = a.id)
     AND NOT EXISTS (SELECT 1 FROM card_cancel x WHERE x.card = k.id AND {_VALID.format("x")})
     ORDER BY a.wall DESC, a.id DESC LIMIT 1) AS card
FROM person_now p""",
    "crews": """
SELECT hex(c.id) AS crew_id, c.code, c.name, c.leader, c.sector, s.name AS season, co.name AS company,
  v.name AS front, (SELECT count(DISTINCT m.person) FROM membership_now m WHERE m.crew = c.id) AS members
FROM crew_now c LEFT JOIN season_now s ON s.id = c.season LEFT JOIN company_now co ON co.id = c.company
  LEFT JOIN venue_now v ON v.id = c.venue""",
    "sessions": f"""
SELECT hex(s.id) AS session_id, s.code, s.held_on, s.starts, s.ends, s.kind, s.module, s.state, s.reason,
  c.name AS crew, v.name AS venue, p.name AS promoter, s.language, s.modality,
  (SELECT count(DISTINCT {one("a.person")}) FROM attendance a WHERE a.session = s.id
     AND {_VALID.format("a")}) AS present,
  (SELECT count(*) FROM unnamed_presence u WHERE u.session = s.id AND {_VALID.format("u")}) AS present_without_name
FROM session_now s LEFT JOIN crew_now c ON c.id = s.crew LEFT JOIN venue_now v ON v.id = s.venue
  LEFT JOIN person_now p ON p.id = s.promoter""",
    "sessions_held": "SELECT * FROM sessions WHERE state = 'held'",
    "attendance_list": f"""
SELECT hex(a.id) AS attendance_id, s.code AS session, s.held_on, s.module, c.name AS session_crew, p.name AS person,
  hex({one("a.person")}) AS person_id, k.code AS card, oc.name AS person_crew, a.way, {_LOCAL.format("a")} AS at_local
FROM attendance a JOIN session_now s ON s.id = a.session LEFT JOIN crew_now c ON c.id = s.crew
  LEFT JOIN person_now p ON p.id = {one("a.person")} LEFT JOIN card k ON k.id = a.card
  LEFT JOIN crew_now oc ON oc.id = a.crew {_RUN.format("a")}
WHERE {_VALID.format("a")}""",
    "test_answers": f"""
SELECT s.code AS session, s.held_on, s.module, t.phase, p.name AS person, hex({one("t.person")}) AS person_id,
  i.number AS item, i.text_es AS question, n.choice, i.answer AS right_answer, n.choice = i.answer AS correct,
  t.late, t.interpreted
FROM attempt t JOIN session_now s ON s.id = t.session LEFT JOIN person_now p ON p.id = {one("t.person")}
  JOIN answer n ON n.attempt = t.id JOIN item i ON i.id = n.item
WHERE {_VALID.format("t")} AND {_VALID.format("n")}
  AND NOT EXISTS (SELECT 1 FROM answer later WHERE later.attempt = n.attempt AND later.item = n.item
                  AND later.id > n.id AND {_VALID.format("later")})""",
    "scans_without_answer": f"""
SELECT hex(w.id) AS scan_id, s.code AS session, w.state, k.code AS card, w.way, {_LOCAL.format("w")} AS at_local
FROM scan w JOIN session_now s ON s.id = w.session LEFT JOIN card k ON k.id = w.card {_RUN.format("w")}
WHERE {_VALID.format("w")} AND NOT EXISTS (SELECT 1 FROM scan_answer n WHERE n.scan = w.id AND {_VALID.format("n")})""",
}


def view_sql() -> list[str]:
    """CREATE VIEW statements in an order in which each finds what it reads."""
    return [f"CREATE VIEW {name} AS {body.strip()}" for name, body in VIEWS.items()]
