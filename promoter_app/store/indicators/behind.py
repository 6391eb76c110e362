"""The rows behind a number: the people, sessions or reach rows that a cell counted."""

from __future__ import annotations

from typing import Any

from promoter_app.domain.indicators.limits import Limits
from promoter_app.domain.knowledge import Unit
from promoter_app.store.book import Book
from promoter_app.store.indicators import knowledge, units
from promoter_app.store.indicators.units import Span

_CARD = """
(SELECT k.number FROM card_assignment ca JOIN card k ON k.id = ca.card
   WHERE (ca.person = {0} OR ca.person IN (SELECT id FROM person_alias WHERE person = {0}))
     AND ca.id NOT IN (SELECT target FROM void) AND NOT EXISTS (SELECT 1 FROM card_cancel x WHERE x.card = k.id
       AND x.id NOT IN (SELECT target FROM void))
   ORDER BY ca.wall DESC, ca.id DESC LIMIT 1)
"""
_PEOPLE = f"""
SELECT p.id, p.name, {_CARD.format("p.id")} AS card, p.sex, u.day, co.name AS company, c.name AS crew,
  (SELECT count(DISTINCT t) FROM temp.seen WHERE person = u.unit) AS topics, NULL AS before, NULL AS after,
  NULL AS items
FROM ({{source}}) u JOIN temp.human hu ON hu.n = u.unit JOIN person_now p ON p.id = hu.id
  LEFT JOIN crew_now c ON hex(c.id) = {{crew}}
  LEFT JOIN company_now co ON co.id = c.company
WHERE u.day BETWEEN :since AND :last {{where}} ORDER BY p.name_key, p.id LIMIT :limit OFFSET :offset
"""
_TESTED = f"""
SELECT p.id, p.name, {_CARD.format("p.id")} AS card, p.sex, h.day, co.name AS company, c.name AS crew,
  (SELECT count(DISTINCT t) FROM temp.seen WHERE person = u.person) AS topics, u.before, u.after, u.items
FROM ({{source}}) u JOIN temp.human hu ON hu.n = u.person JOIN person_now p ON p.id = hu.id
  JOIN temp.held h ON h.n = u.session
  LEFT JOIN crew_now c ON c.id = h.crew LEFT JOIN company_now co ON co.id = c.company
  {{joins}}
WHERE 1 {{where}} ORDER BY p.name_key, p.id LIMIT :limit OFFSET :offset
"""
_SESSIONS = """
SELECT u.unit AS id, s.code, s.held_on AS day, s.kind, s.module, c.name AS crew, co.name AS company,
  (SELECT count(*) FROM temp.present a JOIN temp.held h ON h.n = a.n WHERE h.id = u.unit) AS present
FROM ({source}) u JOIN session_now s ON s.id = u.unit LEFT JOIN crew_now c ON c.id = s.crew
  LEFT JOIN company_now co ON co.id = c.company
WHERE u.day BETWEEN :since AND :last {where} ORDER BY s.held_on, s.starts, s.id LIMIT :limit OFFSET :offset
"""
_OTHERS = """
SELECT u.* FROM ({source}) u WHERE u.day BETWEEN :since AND :last {where} ORDER BY u.day, u.unit
LIMIT :limit OFFSET :offset
"""
_OF_PEOPLE = frozenset(
    {"people_trained", "informed_on_channels", "completed_course", "certificates", "private_sector",
     "promoters_trained"}
)  # fmt: skip
_OF_SESSIONS = frozenset({"sessions_held", "sessions_in_own_language"})


def rows(
    book: Book, rule: str, breakdown: str | None, group: str | None, span: Span, more: dict[str, Any],
    limit: int, offset: int,
) -> list[dict[str, Any]]:  # fmt: skip
    """The counted rows of a cell. Call inside `base` (for knowledge after `build_pairs`).

    People: id, name, card, sex, day, company, crew, topics, before, after, items. Sessions: id, code, day, kind,
    module, crew, company, present. Else what the rule counts.
    """
    source = units.source_of(rule, breakdown)
    where = f"AND coalesce(u.{breakdown}, '') = :group" if breakdown else ""
    if rule in _OF_PEOPLE:
        crew = "u.crew" if "AS crew" in source else "''"
        sql = _PEOPLE.format(source=source, where=where, crew=crew)
    else:
        sql = (_SESSIONS if rule in _OF_SESSIONS else _OTHERS).format(source=source, where=where)
    params = {"since": span.first, "last": span.last, "limit": limit, "offset": offset}
    params |= {"group": group or ""} if breakdown else {}
    return book.rows(sql, params | {key: value for key, value in more.items() if f":{key}" in source})


def tested(
    book: Book, breakdown: str | None, group: str | None, span: Span, limits: Limits, limit: int, offset: int
) -> list[dict[str, Any]]:
    """The people with a pair behind a share, in the same columns. Call after `choose_span`."""
    unit, firsts, where, joins = Unit.PERSON, "temp.first_pair", "", ""
    if breakdown == "partner":
        firsts = f"({knowledge.FIRSTS_OF_PARTNER})"
    elif breakdown == "topic":
        firsts = "(SELECT f.* FROM temp.first_pair f JOIN temp.topic t ON t.t = f.t WHERE t.shown = :group)"
    elif breakdown:
        where = f"AND coalesce({knowledge.column_of(breakdown).replace('p.', 'hu.')}, '') = :group"
    sql = _TESTED.format(source=knowledge.units_sql(unit, firsts), where=where, joins=joins)
    params: dict[str, Any] = {"limit": limit, "offset": offset}
    if breakdown == "partner":
        params |= knowledge.parameters(book, span, limits, bytes.fromhex(group or ""))
    elif breakdown:
        params["group"] = group or ""
    return book.rows(sql, params)
