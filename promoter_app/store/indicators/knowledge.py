"""Pairs of tests as the definition of OC3 says, in SQL: earliest pre, latest post, the items both were asked.

The same rules as `domain.knowledge`, which the tests hold against these statements; here they run over a whole
season at once. Temporary tables: `test` (attempts in order of time, with one bit per item answered and right),
`asked` (items that somebody was asked that day), `pair` (one per person, topic and season; `scope` is the partner
whose tests alone were used, or x'' for all; `own` the partner of a joint pair in which no other took part),
`first_pair` and `risen` (the pairs and the people of one span).
"""

from __future__ import annotations

from typing import Any

from promoter_app.domain.indicators.limits import Limits
from promoter_app.domain.knowledge import MIN_COMMON_ITEMS, KnowledgeChange, Unit
from promoter_app.store.book import Book
from promoter_app.store.indicators.base import keep_state
from promoter_app.store.indicators.units import Span

_TEST = """
CREATE TEMP TABLE test AS
SELECT row_number() OVER (ORDER BY h.n, a.id) AS r, a.id, w.n AS person, h.n AS session, h.day, t.t,
  h.season_n AS season, mo.rowid AS version, coalesce(h.partner, x'') AS partner, a.phase = 'post' AS post, a.late,
  a.interpreted, 0 AS answered, 0 AS right
FROM attempt a JOIN temp.held h ON h.id = a.session JOIN test_form f ON f.id = a.form
  JOIN module mo ON mo.id = f.module JOIN temp.topic t ON t.code = mo.code JOIN temp.whose w ON w.id = a.person
WHERE NOT a.declined AND a.id NOT IN (SELECT target FROM void WHERE tbl = 'attempt')
"""
_BITS = "1 << i.number AS bit, n.choice = i.answer AND i.answer <> '' AS is_right"
_STANDING = "n.id NOT IN (SELECT target FROM void WHERE tbl = 'answer')"
_MARK = f"""
CREATE TEMP TABLE mark AS
SELECT r, count(*) AS n, sum(bit) AS answered, coalesce(sum(bit) FILTER (WHERE is_right), 0) AS right
FROM (SELECT t.r, {_BITS} FROM temp.test t CROSS JOIN answer n ON n.attempt = t.id CROSS JOIN item i ON i.id = n.item
      WHERE {_STANDING}) GROUP BY r
"""
# An answer given twice carries over into other bits, so there are fewer bits than answers: only those attempts are
# looked at again, for the last answer to each question.
_MARK_AGAIN = f"""
REPLACE INTO mark
SELECT r, count(*), sum(bit), coalesce(sum(bit) FILTER (WHERE is_right), 0)
FROM (SELECT t.r, {_BITS}, max(n.rowid) FROM temp.mark m JOIN temp.test t ON t.r = m.r
        JOIN answer n ON n.attempt = t.id JOIN item i ON i.id = n.item
      WHERE bits(m.answered) <> m.n AND {_STANDING} GROUP BY t.r, i.number) GROUP BY r
"""
_MARKED = "UPDATE test SET answered = m.answered, right = m.right FROM temp.mark m WHERE m.r = test.r"
_ASKED = """
CREATE TEMP TABLE asked AS
WITH RECURSIVE place(k) AS (SELECT 0 UNION ALL SELECT k + 1 FROM place WHERE k < 62),
  seen AS (SELECT DISTINCT session, version, post, answered FROM temp.test)
SELECT session, version, post, sum(DISTINCT answered & (1 << k)) AS items FROM seen JOIN place GROUP BY 1, 2, 3
"""
_MIXED = """
CREATE TEMP TABLE mixed AS SELECT person, t, season FROM temp.test WHERE NOT late
GROUP BY person, t, season HAVING min(partner) <> max(partner)
"""
_ENDS = "min(r) FILTER (WHERE NOT post) AS pre, max(r) FILTER (WHERE post) AS post"
_CYCLE = f"""
CREATE TEMP TABLE cycle AS
SELECT x'' AS scope, max(partner) AS own, person, t, season, version, {_ENDS} FROM temp.test WHERE NOT late
GROUP BY person, t, season, version HAVING pre IS NOT NULL AND post IS NOT NULL
"""
_CYCLE_OF_MIXED = f"""
INSERT INTO cycle
SELECT partner, NULL, person, t, season, version, {_ENDS} FROM temp.test JOIN temp.mixed USING (person, t, season)
WHERE NOT late AND partner <> x'' GROUP BY partner, person, t, season, version
HAVING pre IS NOT NULL AND post IS NOT NULL
"""
_PAIR = f"""
CREATE TEMP TABLE pair AS
SELECT scope, own, person, t, season, post, day, session, interpreted, bits(common) AS items,
  bits(was_right & common) AS before, bits(is_right & common) AS after, min(pre) AS pre
FROM (
  SELECT c.scope, c.own, c.person, c.t, c.season, c.pre, c.post, b.day, b.session,
    a.interpreted OR b.interpreted AS interpreted, x.items & y.items AS common, a.right AS was_right,
    b.right AS is_right
  FROM temp.cycle c JOIN temp.test a ON a.r = c.pre JOIN temp.test b ON b.r = c.post
    JOIN temp.asked x ON x.session = a.session AND x.version = a.version AND x.post = 0
    JOIN temp.asked y ON y.session = b.session AND y.version = b.version AND y.post = 1
  WHERE b.session >= a.session AND bits(x.items & y.items) >= {MIN_COMMON_ITEMS}
) GROUP BY scope, person, t, season
"""
_STATEMENTS = (
    _TEST, "CREATE UNIQUE INDEX temp.test_r ON test (r)", _MARK, "CREATE UNIQUE INDEX temp.mark_r ON mark (r)",
    _MARK_AGAIN, _MARKED, "DROP TABLE temp.mark", _ASKED,
    "CREATE INDEX temp.asked_by ON asked (session, version, post)", _MIXED,
    "CREATE UNIQUE INDEX temp.mixed_by ON mixed (person, t, season)",
    _CYCLE, _CYCLE_OF_MIXED,
    "UPDATE cycle SET own = NULL WHERE scope = x'' AND (person, t, season) IN"
    " (SELECT person, t, season FROM temp.mixed)",
    "DROP TABLE temp.mixed", _PAIR, "CREATE INDEX temp.pair_by ON pair (person, t)",
)
_SAMPLE = """
CREATE TEMP TABLE in_sample AS
SELECT DISTINCT w.n AS person FROM sample_person s JOIN temp.whose w ON w.id = s.person
WHERE s.sample IS :sample AND s.id NOT IN (SELECT target FROM void)
"""
_OF_SCOPE = "({0}scope = :scope OR (:scope <> x'' AND {0}own = :scope))"
_CHOSEN = "(:sample IS NULL OR {0}person IN (SELECT person FROM temp.in_sample))"
FIRSTS = f"""
SELECT person, t, items, before, after, day, session, interpreted, post, min(pre) AS pre
FROM temp.pair WHERE {_OF_SCOPE.format("")} AND day BETWEEN :first AND :last AND {_CHOSEN.format("")}
GROUP BY person, t
"""
_UNITS = """
SELECT {keys}, sum(before) AS before, sum(after) AS after, sum(items) AS items, count(*) AS pairs,
  sum(interpreted) AS interpreted, min(session) AS session
FROM {firsts} GROUP BY {keys}
"""
_KEYS = {Unit.PERSON: "person", Unit.WORKSHOP: "person, t"}
_OF_UNIT = {
    "sex": "p.sex", "age_group": "p.age_group", "language": "p.language", "migrant": "CAST(p.migrant AS TEXT)",
    "sector": "h.sector", "state": "hex(h.state)", "municipality": "hex(h.municipality)",
    "company": "hex(h.company)", "promoter": "hex(h.promoter)", "crew": "hex(h.crew)",
}  # fmt: skip
_SUMS = (
    "count(*) AS total, coalesce(sum(after > before), 0) AS rose, coalesce(sum(after = before), 0) AS equal,"
    " coalesce(sum(after < before), 0) AS fell, coalesce(sum(before = items), 0) AS ceiling,"
    " coalesce(sum(pairs), 0) AS pairs, coalesce(sum(interpreted), 0) AS interpreted"
)
_RISEN = "FROM temp.risen u JOIN temp.human p ON p.n = u.person JOIN temp.held h ON h.n = u.session"
JOINT = b""
"""The scope of everybody's tests together."""
Found = dict[str, Any]


def build_pairs(book: Book, limits: Limits) -> None:
    """Make the pairs of all scopes, unless they are there. Call inside `base`."""
    if book.value("SELECT 1 FROM temp.sqlite_master WHERE name = 'in_sample'") is not None:
        return
    book.db.conn.create_function("bits", 1, int.bit_count, deterministic=True)
    for statement in _STATEMENTS:
        book.db.execute(statement)
    book.db.execute(_SAMPLE, {"sample": limits.sample})
    keep_state(book, limits)


def choose_span(book: Book, span: Span, limits: Limits) -> None:
    """Put the pairs and people of a span into `first_pair` and `risen`. Call after `build_pairs`."""
    for name in ("first_pair", "risen"):
        book.db.execute(f"DROP TABLE IF EXISTS temp.{name}")
    book.db.execute(f"CREATE TEMP TABLE first_pair AS {FIRSTS}", parameters(span, limits, JOINT))
    book.db.execute(f"CREATE TEMP TABLE risen AS {units_sql(Unit.PERSON)}")
    keep_state(book, limits)


def parameters(span: Span, limits: Limits, scope: bytes) -> Found:
    """The parameters of FIRSTS."""
    return {"first": span.first, "last": span.last, "sample": limits.sample, "scope": scope}


def units_sql(unit: Unit, firsts: str = "temp.first_pair") -> str:
    """The query of units of the chosen span with their sums; `session` is that of the first post-test."""
    return _UNITS.format(keys=_KEYS[unit], firsts=firsts)


def change(
    book: Book, span: Span, limits: Limits, unit: Unit = Unit.PERSON, scope: bytes = JOINT
) -> KnowledgeChange:
    """The figure of a span; a `scope` other than JOINT is a partner's own tests. Call after `build_pairs`."""
    params = parameters(span, limits, scope)
    sums = book.row(f"SELECT {_SUMS} FROM ({units_sql(unit, f'({FIRSTS})')})", params) or {}
    return KnowledgeChange(unit=unit, **sums, **_without(book, unit, params), late_pre=_late(book, params))


def _without(book: Book, unit: Unit, params: Found) -> dict[str, int]:
    """Units of tests without a pair, by why: their tests of the span belong to cycles that made none."""
    keys = _KEYS[unit]
    counted = " AND ".join(f"c.{key} = l.{key}" for key in keys.split(", "))
    loose = f"""
        SELECT {keys}, max(NOT post) AS pre, max(post) AS post FROM temp.test t
        WHERE (:scope = x'' OR t.partner = :scope) AND t.day BETWEEN :first AND :last AND {_CHOSEN.format("t.")}
          AND NOT EXISTS (SELECT 1 FROM temp.pair q WHERE q.person = t.person AND q.t = t.t AND q.season = t.season
            AND {_OF_SCOPE.format("q.")})
        GROUP BY {keys}"""
    row = book.row(
        f"""
        WITH c AS MATERIALIZED (SELECT DISTINCT {keys} FROM ({FIRSTS})) SELECT
          coalesce(sum(pre AND NOT post), 0) AS only_pre, coalesce(sum(post AND NOT pre), 0) AS only_post,
          coalesce(sum(pre AND post), 0) AS no_match
        FROM ({loose}) l LEFT JOIN c ON {counted} WHERE c.person IS NULL""",
        params,
    )
    return row or {}


def _late(book: Book, params: Found) -> int:
    return int(
        book.value(
            "SELECT count(*) FROM temp.test WHERE late AND NOT post AND (:scope = x'' OR partner = :scope)"
            f" AND day BETWEEN :first AND :last AND {_CHOSEN.format('')}",
            params,
        )
    )


def change_by(book: Book, breakdown: str, span: Span, limits: Limits) -> list[tuple[str, int, int]]:
    """Group, who rose, who had a pair. A person counts in the place of the first post-test of the span, in every
    topic with a pair, and for a partner by that partner's own tests. Call after `choose_span`."""
    if breakdown == "partner":
        return _by_partner(book, span, limits)
    if breakdown == "topic":
        found = book.db.execute(
            "SELECT grp, sum(after > before), count(*) FROM (SELECT u.person, t.shown AS grp, sum(u.before) AS before,"
            " sum(u.after) AS after FROM temp.first_pair u JOIN temp.topic t ON t.t = u.t GROUP BY u.person, t.shown)"
            " GROUP BY 1 ORDER BY 1"
        ).fetchall()
    else:
        found = book.db.execute(
            f"SELECT coalesce({column_of(breakdown)}, ''), sum(u.after > u.before), count(*) {_RISEN}"
            " GROUP BY 1 ORDER BY 1"
        ).fetchall()
    return [(str(group), int(rose), int(whole)) for group, rose, whole in found]


def _by_partner(book: Book, span: Span, limits: Limits) -> list[tuple[str, int, int]]:
    partners = book.db.execute("SELECT DISTINCT partner FROM temp.held WHERE partner IS NOT NULL ORDER BY 1").fetchall()
    rows = []
    for (partner,) in partners:
        figure = change(book, span, limits, scope=bytes(partner))
        if figure.total:
            rows.append((bytes(partner).hex().upper(), figure.rose, figure.total))
    return rows


def column_of(breakdown: str) -> str:
    """SQL of a breakdown over `human` p and `held` h."""
    return _OF_UNIT[breakdown]


def atoms(book: Book, columns: tuple[str, ...]) -> list[tuple[tuple[str, ...], int, int]]:
    """Who rose and who had a pair in the chosen span, by several breakdowns at once (not partner or topic)."""
    listed = ", ".join(f"coalesce({column_of(column)}, '')" for column in columns)
    found = book.db.execute(
        f"SELECT {listed}, sum(u.after > u.before), count(*) {_RISEN} GROUP BY {listed}"
    ).fetchall()
    return [(tuple(map(str, row[:-2])), int(row[-2]), int(row[-1])) for row in found]
