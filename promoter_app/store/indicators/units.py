"""What each rule counts: a query of units with a day, a weight and the groups that each belongs to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from promoter_app.domain.indicators.catalog import SPLITS_OF_PEOPLE
from promoter_app.store.book import Book
from promoter_app.store.indicators.base import OF_CHANNELS, once

_OF_SESSION = (
    "h.sector, hex(h.state) AS state, hex(h.municipality) AS municipality, hex(h.company) AS company,"
    " hex(h.promoter) AS promoter, hex(h.crew) AS crew"
)
_OF_PERSON = "p.sex, p.age_group, p.language, CAST(p.migrant AS TEXT) AS migrant"
_REACH = """
SELECT o.id AS unit, o.on_date AS day, o.people AS n, o.channel, o.audience, o.place, o.language, o.counted,
  hex(o.partner) AS partner FROM outreach o WHERE o.id NOT IN (SELECT target FROM void)
  AND (:partner IS NULL OR o.partner = :partner)
"""
_SESSIONS = f"""
SELECT h.id AS unit, h.day, 1 AS n, h.kind, h.topic, h.language, hex(h.partner) AS partner, {_OF_SESSION}
FROM temp.held h
"""
_GUESTS = """
SELECT a.person, min(a.n) AS n FROM temp.present a JOIN temp.held h ON h.n = a.n
WHERE h.kind = 'private_sector' AND a.person IN (SELECT n FROM temp.human WHERE kind = 'private') GROUP BY a.person
"""


def _workers(first: str, more: str = "") -> str:
    """Workers counted once, at the session `n` of the subquery or table `first` (person, n)."""
    return (
        f"SELECT f.person AS unit, h.day, 1 AS n, {more}{_OF_PERSON}, {_OF_SESSION}"
        f" FROM {first} f JOIN temp.held h ON h.n = f.n JOIN temp.human p ON p.n = f.person"
    )


def _by_partner(first: str, where: str = "1") -> str:
    """Once for each partner: only who was seen by more than one has to be looked for again."""
    return (
        f"(SELECT person, n FROM {first} WHERE NOT mixed UNION ALL SELECT person, min(n) FROM temp.seen"
        f" WHERE {where} AND person IN (SELECT person FROM {first} WHERE mixed) GROUP BY person, partner_n)"
    )


_FIRST = {
    "people_trained": "temp.first_any",
    "people_trained/topic": "(SELECT person, min(n) AS n FROM temp.seen GROUP BY person, g)",
    "people_trained/partner": _by_partner("temp.first_any"),
    "informed_on_channels": "temp.first_channels",
    "informed_on_channels/partner": _by_partner("temp.first_channels", OF_CHANNELS),
    "completed_course": "temp.completed",
    "completed_course/partner": "temp.completed",
    "certificates": "temp.completed",
    "certificates/partner": "temp.completed",
}
"""Where each worker is counted once (person, n of the session), by rule or by breakdown of a rule."""
_MORE = {"topic": "h.topic, ", "partner": "hex(h.partner) AS partner, "}
SOURCES: dict[str, str] = {
    **{key: _workers(first, _MORE.get(key.partition("/")[2], "")) for key, first in _FIRST.items()},
    "outreach": _REACH,
    "reach_on_channels": f"{_REACH} AND o.about_channels = 1",
    "private_sector": (
        "SELECT f.person AS unit, h.day, 1 AS n, c.kind AS kind, p.sex, hex(p.organisation) AS organisation"
        f" FROM ({_GUESTS}) f JOIN temp.held h ON h.n = f.n JOIN temp.human p ON p.n = f.person"
        " LEFT JOIN company_now c ON c.id = p.organisation"
    ),
    "private_organisations": (
        f"SELECT c.id AS unit, min(h.day) AS day, 1 AS n, c.kind AS kind FROM ({_GUESTS}) f"
        " JOIN temp.held h ON h.n = f.n JOIN temp.human p ON p.n = f.person"
        " JOIN company_now c ON c.id = p.organisation GROUP BY c.id"
    ),
    "milestones": (
        "SELECT m.id AS unit, m.reached_on AS day, 1 AS n, m.standard FROM milestone_now m"
        " WHERE m.reached_on IS NOT NULL"
    ),
    "sessions_held": _SESSIONS,
    "sessions_in_own_language": f"{_SESSIONS} WHERE h.native",
    "promoters_trained": (
        "SELECT f.person AS unit, h.day, 1 AS n, p.sex, hex(p.partner) AS partner FROM ("
        "SELECT a.person, min(a.n) AS n FROM temp.present a JOIN temp.held h ON h.n = a.n"
        " WHERE h.kind = 'promoter_training' AND a.person IN (SELECT n FROM temp.human WHERE kind = 'promoter')"
        " GROUP BY a.person) f JOIN temp.held h ON h.n = f.n JOIN temp.human p ON p.n = f.person"
    ),
    "reported": (
        "SELECT r.id AS unit, r.on_date AS day, r.amount AS n, hex(r.partner) AS partner FROM reported_figure r"
        " WHERE r.indicator = :indicator AND r.id NOT IN (SELECT target FROM void)"
        " AND (:partner IS NULL OR r.partner = :partner)"
    ),
    "attendances": (
        "SELECT a.person AS unit, h.day, 1 AS n FROM temp.human p CROSS JOIN temp.present a ON a.person = p.n"
        " CROSS JOIN temp.held h ON h.n = a.n WHERE p.kind = 'worker'"
    ),
    "unnamed": (
        "SELECT u.id AS unit, h.day, 1 AS n FROM unnamed_presence u JOIN temp.held h ON h.id = u.session"
        " WHERE u.id NOT IN (SELECT target FROM void)"
    ),
}
_PLACED = f"""
SELECT x.n AS n, h.day, h.topic, hex(h.partner) AS partner, {_OF_SESSION}
FROM ({{by_session}}) x JOIN temp.held h ON h.n = x.at
"""
_BY_SESSION = {"people_trained/topic": "SELECT n AS at, people AS n FROM temp.topics_begun"}
"""Amounts by session where they are counted already; else `_by_session` counts them."""
# sessions are numbered in order of time: numbers are enough to tell what lies in a span
_UNTIL = "n <= (SELECT coalesce(max(n), 0) FROM temp.held WHERE day <= :last)"
_SINCE = "n > (SELECT coalesce(max(n), 0) FROM temp.held WHERE day < :first)"
_OF_WHOM = ("temp.first_any", "temp.first_channels", "temp.completed")
_NOT_WORKERS = "SELECT n FROM temp.human WHERE kind <> 'worker'"
_TOTALS = {
    rule: f"SELECT count(*) FILTER (WHERE {_SINCE}), count(*) FROM {source} WHERE {_UNTIL}"
    for rule, source in (
        *((rule, first) for rule, first in _FIRST.items() if "/" not in rule),
        ("attendances", f"(SELECT n FROM temp.present WHERE person NOT IN ({_NOT_WORKERS}))"),
    )
}
"""Totals that need no look at the sessions or people themselves."""


@dataclass(frozen=True)
class Span:
    """Days from `first` to `last`, both included, as text."""

    first: str
    last: str


def source_of(rule: str, breakdown: str | None) -> str:
    """The query of units for a rule, or that of a breakdown in which a unit may be in several groups."""
    return SOURCES.get(f"{rule}/{breakdown}", SOURCES[rule])


def _params(source: str, span: Span, more: dict[str, Any]) -> dict[str, Any]:
    return {"first": span.first, "last": span.last} | {k: v for k, v in more.items() if f":{k}" in source}


def total(book: Book, rule: str, span: Span, more: dict[str, Any]) -> tuple[int, int]:
    """The figure of a span, and of the whole project until its last day. Call inside `base`."""
    source = SOURCES[rule]
    amounts = "coalesce(sum(n) FILTER (WHERE day >= :first), 0), coalesce(sum(n), 0)"
    if rule in _TOTALS:
        found = book.db.execute(_TOTALS[rule], {"first": span.first, "last": span.last}).fetchone()
    else:
        sql = f"SELECT {amounts} FROM ({source}) WHERE day <= :last"
        found = book.db.execute(sql, _params(source, span, more)).fetchone()
    return int(found[0]), int(found[1])


def groups(book: Book, rule: str, breakdown: str, span: Span, more: dict[str, Any]) -> list[tuple[str, int, int]]:
    """The same by group ("" is sin dato), in order of group. Call inside `base`."""
    source = source_of(rule, breakdown)
    rows = book.db.execute(
        f"SELECT coalesce({breakdown}, ''), coalesce(sum(n) FILTER (WHERE day >= :first), 0), sum(n)"
        f" FROM ({source}) WHERE day <= :last GROUP BY 1 ORDER BY 1",
        _params(source, span, more),
    ).fetchall()
    return [(str(group), int(now), int(ever)) for group, now, ever in rows]


def parts(
    book: Book, rule: str, breakdowns: Sequence[str], span: Span, more: dict[str, Any]
) -> dict[str, list[tuple[str, int, int]]]:
    """`groups` of several breakdowns. Call inside `base`.

    Workers counted once are read twice in all, by what they are and by where they were, not once for each breakdown.
    """
    if rule not in _FIRST:
        return {name: groups(book, rule, name, span, more) for name in breakdowns}
    apart = {name: _first_of(book, rule, name) for name in breakdowns}
    found = dict(once(book, ("people", span), lambda: _people(book, span))[_FIRST[rule]])
    for first in dict.fromkeys(apart.values()):
        placed = [name for name in breakdowns if apart[name] == first and name not in SPLITS_OF_PEOPLE]
        found |= _amounts(book, _PLACED.format(by_session=_by_session(first)), placed, span)
    return {name: found[name] for name in breakdowns}


def _first_of(book: Book, rule: str, breakdown: str) -> str:
    """The key of `_FIRST` for a breakdown: by partner it is the rule's own while one partner saw each person."""
    key = f"{rule}/{breakdown}"
    if key not in _FIRST or _FIRST[key] == _FIRST[rule]:
        return rule
    alone = breakdown == "partner" and book.value(f"SELECT 1 FROM {_FIRST[rule]} WHERE mixed LIMIT 1") is None
    return rule if alone else key


def _people(book: Book, span: Span) -> dict[str, dict[str, list[tuple[str, int, int]]]]:
    """By what people are, for each table of `_OF_WHOM`, in one pass: whoever is in a later one is in the first."""
    listed = ", ".join(f"coalesce(p.{column}, '')" for column in SPLITS_OF_PEOPLE)
    amounts = ", ".join(f"count({x}.n) FILTER (WHERE {x}.{_SINCE}), count({x}.n)" for x in "abc")
    first, *later = _OF_WHOM
    joined = " ".join(
        f"LEFT JOIN {name} {x} ON {x}.person = a.person AND {x}.{_UNTIL}"
        for x, name in zip("bc", later, strict=True)
    )
    rows = book.db.execute(
        f"SELECT {listed}, {amounts} FROM {first} a JOIN temp.human p ON p.n = a.person {joined}"
        f" WHERE a.{_UNTIL} GROUP BY {listed}",
        {"first": span.first, "last": span.last},
    ).fetchall()
    columns = len(SPLITS_OF_PEOPLE)
    return {
        name: folded(
            [(*row[:columns], *row[at : at + 2]) for row in rows if row[at + 1]], list(SPLITS_OF_PEOPLE)
        )
        for name, at in zip(_OF_WHOM, range(columns, columns + 6, 2), strict=True)
    }


def _by_session(first: str) -> str:
    return _BY_SESSION.get(first, f"SELECT n AS at, count(*) AS n FROM {_FIRST[first]} GROUP BY n")


def _amounts(book: Book, source: str, columns: list[str], span: Span) -> dict[str, list[tuple[str, int, int]]]:
    """Amounts by each column; a source that two rules share is read once."""
    if not columns:
        return {}
    listed = ", ".join(f"coalesce({column}, '')" for column in columns)
    sql = (
        f"SELECT {listed}, coalesce(sum(n) FILTER (WHERE day >= :first), 0), sum(n)"
        f" FROM ({source}) WHERE day <= :last GROUP BY {listed}"
    )
    params = {"first": span.first, "last": span.last}
    return once(book, ("amounts", sql, span), lambda: folded(book.db.execute(sql, params).fetchall(), columns))


def folded(rows: list[tuple[Any, ...]], columns: list[str]) -> dict[str, list[tuple[str, int, int]]]:
    """From one GROUP BY of all columns with two amounts, the amounts by each column alone, in order of group."""
    sums: list[dict[str, list[int]]] = [{} for _column in columns]
    for *told, one, other in rows:
        for of_column, group in zip(sums, told, strict=True):
            amounts = of_column.setdefault(str(group), [0, 0])
            amounts[0] += one
            amounts[1] += other
    return {
        column: [(group, one, other) for group, (one, other) in sorted(of_column.items())]
        for column, of_column in zip(columns, sums, strict=True)
    }


def crossed(
    book: Book, rule: str, rows: str, columns: str, span: Span, more: dict[str, Any]
) -> list[tuple[str, str, int]]:
    """Figures of a span by two breakdowns at once: row group, column group, number. Call inside `base`."""
    source = source_of(rule, rows)
    found = book.db.execute(
        f"SELECT coalesce({rows}, ''), coalesce({columns}, ''), sum(n) FROM ({source})"
        " WHERE day BETWEEN :first AND :last GROUP BY 1, 2 ORDER BY 1, 2",
        _params(source, span, more),
    ).fetchall()
    return [(str(row), str(column), int(n)) for row, column, n in found]


def by_day(book: Book, rule: str, last: str, more: dict[str, Any]) -> list[tuple[str, int]]:
    """What each day added until `last`, in order. Call inside `base`."""
    source = SOURCES[rule]
    span = Span(last, last)
    params = {k: v for k, v in _params(source, span, more).items() if k != "first"}
    rows = book.db.execute(
        f"SELECT day, sum(n) FROM ({source}) WHERE day <= :last GROUP BY day ORDER BY day", params
    ).fetchall()
    return [(str(day), int(n)) for day, n in rows]


def atoms(
    book: Book, rule: str, columns: tuple[str, ...], last: str, more: dict[str, Any]
) -> list[tuple[tuple[str, ...], str, int]]:
    """Figures by several breakdowns at once and by day until `last`: groups, day, number. Call inside `base`."""
    source = source_of(rule, columns[0])
    listed = ", ".join(f"coalesce({column}, '')" for column in columns)
    span = Span(last, last)
    params = {k: v for k, v in _params(source, span, more).items() if k != "first"}
    rows = book.db.execute(
        f"SELECT {listed}, day, sum(n) FROM ({source}) WHERE day <= :last GROUP BY {listed}, day", params
    ).fetchall()
    return [(tuple(map(str, row[:-2])), str(row[-2]), int(row[-1])) for row in rows]
