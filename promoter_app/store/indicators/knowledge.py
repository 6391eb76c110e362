"""Pairs of tests as the definition of OC3 says, in SQL: earliest pre, latest post, the items both were asked.

The same rules as `domain.knowledge`, which the tests hold against these statements; here they run over a whole
season at once. Temporary tables: `test` (attempts numbered in order of time), `mark` (one bit per item answered and
right), `asked` (items that somebody was asked that day), `pair` (one per person, topic and season; `scope` is the
partner whose tests alone were used, or 0 for all; `own` the partner of a joint pair in which no other took part),
`loose` (tests of cycles without a pair), `first_pair` and `risen` (the pairs and the people of one span).
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from promoter_app.domain.indicators.catalog import SPLITS_OF_PEOPLE
from promoter_app.domain.indicators.limits import Limits
from promoter_app.domain.knowledge import MIN_COMMON_ITEMS, KnowledgeChange, Unit
from promoter_app.store.book import Book
from promoter_app.store.indicators.base import keep_state
from promoter_app.store.indicators.units import Span, folded

_FORM = """
INSERT INTO form SELECT f.id, t.t, mo.rowid FROM test_form f JOIN module mo ON mo.id = f.module
  JOIN temp.topic t ON t.code = mo.code
"""
_TEST = """
CREATE TEMP TABLE test (r INTEGER PRIMARY KEY, id BLOB, person INTEGER, session INTEGER, t INTEGER, season INTEGER,
  version INTEGER, partner INTEGER, post INTEGER, late INTEGER, interpreted INTEGER)
"""
_FILL_TEST = """
INSERT INTO test (id, person, session, t, season, version, partner, post, late, interpreted)
SELECT a.id, w.n, h.n, f.t, h.season_n, f.version, h.partner_n, a.phase = 'post', a.late, a.interpreted
FROM temp.held h CROSS JOIN attempt a ON a.session = h.id CROSS JOIN temp.form f ON f.id = a.form
  CROSS JOIN temp.whose w ON w.id = a.person
WHERE NOT a.declined AND a.id NOT IN (SELECT target FROM void WHERE tbl = 'attempt') ORDER BY h.n, a.id
"""
_RIGHT = "n.choice = q.answer AND q.answer <> ''"
_WIDE = 24
"""Bits of one part of a packed sum: numbers of items up to 15, each answered up to 256 times in one test."""
_PACKED_ITEMS = 15
_PART = f"{(1 << _WIDE) - 1}"
_PACKED = f"sum(iif({_RIGHT}, q.right, q.wrong))"
_ANSWERS = "temp.test t CROSS JOIN answer n ON n.attempt = t.id CROSS JOIN temp.question q ON q.id = n.item"
# One sum for how many answers there are, which items they are of, and which are right: a third of the work of three.
_MARK = f"""
INSERT INTO mark SELECT r, x >> {2 * _WIDE}, x >> {_WIDE} & {_PART}, x & {_PART}
FROM (SELECT t.r, {_PACKED} AS x FROM {_ANSWERS} GROUP BY t.r)
"""
_MARK_OF_MANY_ITEMS = f"""
INSERT INTO mark SELECT t.r, count(*), sum(q.bit), coalesce(sum(q.bit) FILTER (WHERE {_RIGHT}), 0)
FROM {_ANSWERS} GROUP BY t.r
"""
_VOIDED = "SELECT id FROM temp.voided"
# An answer given twice carries over into other bits, so there are fewer bits than answers: only those attempts, and
# those with an answer taken back, are looked at again for the last answer to each question.
_MARK_AGAIN = f"""
REPLACE INTO mark
SELECT r, count(id), coalesce(sum(bit) FILTER (WHERE id IS NOT NULL), 0), coalesce(sum(bit) FILTER (WHERE is_right), 0)
FROM (SELECT m.r, n.id, q.bit, {_RIGHT} AS is_right, max(n.id) FROM temp.mark m JOIN temp.test t ON t.r = m.r
        LEFT JOIN answer n ON n.attempt = t.id AND n.id NOT IN ({_VOIDED}) LEFT JOIN temp.question q ON q.id = n.item
      WHERE bits(m.answered) <> m.n OR t.id IN (SELECT attempt FROM temp.voided) GROUP BY m.r, q.bit) GROUP BY r
"""
_ASKED = """
INSERT INTO asked SELECT session, version, post, answered FROM temp.test CROSS JOIN temp.mark USING (r) WHERE true
ON CONFLICT DO UPDATE SET items = items | excluded.items WHERE items | excluded.items <> items
"""
# Tests come in order of time: the first pre stays, the last post wins. What a pair needs of them comes along.
_TURN = """
INSERT INTO turn
SELECT person, t, season, version, iif(post, NULL, r), iif(post, r, NULL), partner, partner, session, session, right,
  right, interpreted, interpreted
FROM temp.test CROSS JOIN temp.mark USING (r) WHERE NOT late ORDER BY r
ON CONFLICT DO UPDATE SET least = min(least, excluded.least), most = max(most, excluded.most),
  pre_session = iif(pre IS NULL, excluded.pre_session, pre_session), was = iif(pre IS NULL, excluded.was, was),
  told_before = iif(pre IS NULL, excluded.told_before, told_before),
  post_session = iif(excluded.post IS NULL, post_session, excluded.post_session),
  now = iif(excluded.post IS NULL, now, excluded.now),
  told_after = iif(excluded.post IS NULL, told_after, excluded.told_after),
  pre = ifnull(pre, excluded.pre), post = ifnull(excluded.post, post)
"""
_TURN_TABLE = """
CREATE TEMP TABLE turn (person INTEGER, t INTEGER, season INTEGER, version INTEGER, pre INTEGER, post INTEGER,
  least INTEGER, most INTEGER, pre_session INTEGER, post_session INTEGER, was INTEGER, now INTEGER,
  told_before INTEGER, told_after INTEGER, PRIMARY KEY (person, t, season, version)) WITHOUT ROWID
"""
_MIXED = """
INSERT INTO mixed SELECT person, t, season FROM temp.turn GROUP BY person, t, season HAVING min(least) <> max(most)
"""
_CYCLE = """
SELECT 0 AS scope, person, t, season, version, pre, post, iif(
  EXISTS (SELECT 1 FROM temp.mixed m WHERE m.person = u.person AND m.t = u.t AND m.season = u.season), NULL, most
) AS own, pre_session, post_session, was, now, told_before OR told_after AS interpreted
FROM temp.turn u WHERE pre IS NOT NULL AND post IS NOT NULL
"""
_CYCLE_OF_MIXED = """
SELECT c.*, a.session AS pre_session, b.session AS post_session, am.right AS was, bm.right AS now,
  a.interpreted OR b.interpreted AS interpreted
FROM (
  SELECT partner AS scope, person, t, season, version, min(r) FILTER (WHERE NOT post) AS pre,
    max(r) FILTER (WHERE post) AS post, NULL AS own
  FROM temp.mixed JOIN temp.test USING (person, t, season)
  WHERE NOT late AND partner <> 0 GROUP BY partner, person, t, season, version
  HAVING pre IS NOT NULL AND post IS NOT NULL
) c CROSS JOIN temp.test a ON a.r = c.pre CROSS JOIN temp.test b ON b.r = c.post
  CROSS JOIN temp.mark am ON am.r = c.pre CROSS JOIN temp.mark bm ON bm.r = c.post
"""
# Of several versions of a test the one that began first counts.
_PAIR = f"""
INSERT INTO pair
SELECT scope, person, t, season, own, post, post_session, interpreted, bits(common), bits(was & common),
  bits(now & common), pre
FROM (
  SELECT c.*, x.items & y.items AS common
  FROM ({{cycles}}) c
    CROSS JOIN temp.asked x ON x.session = c.pre_session AND x.version = c.version AND x.post = 0
    CROSS JOIN temp.asked y ON y.session = c.post_session AND y.version = c.version AND y.post = 1
  WHERE c.post_session >= c.pre_session AND bits(x.items & y.items) >= {MIN_COMMON_ITEMS}
) WHERE true
ON CONFLICT DO UPDATE SET own = excluded.own, post = excluded.post, session = excluded.session,
  interpreted = excluded.interpreted, items = excluded.items, before = excluded.before, after = excluded.after,
  pre = excluded.pre WHERE excluded.pre < pre
"""
_LOOSE = """
CREATE TEMP TABLE loose AS SELECT person, t, session, post FROM temp.test x
WHERE NOT EXISTS (SELECT 1 FROM temp.pair q WHERE q.scope = 0 AND q.person = x.person AND q.t = x.t
  AND q.season = x.season)
"""
_BY_CYCLE = "person INTEGER, t INTEGER, season INTEGER"
_STATEMENTS = (
    "CREATE TEMP TABLE form (id BLOB PRIMARY KEY, t INTEGER, version INTEGER) WITHOUT ROWID", _FORM,
    "CREATE TEMP TABLE question (id BLOB PRIMARY KEY, bit INTEGER, answer TEXT, right INTEGER, wrong INTEGER)"
    " WITHOUT ROWID",
    f"INSERT INTO question SELECT id, 1 << number, answer, (1 << {2 * _WIDE}) + (1 << number + {_WIDE})"
    f" + (1 << number), (1 << {2 * _WIDE}) + (1 << number + {_WIDE}) FROM item",
    _TEST, _FILL_TEST,
    "CREATE TEMP TABLE mark (r INTEGER PRIMARY KEY, n INTEGER, answered INTEGER, right INTEGER)",
    "CREATE TEMP TABLE voided AS SELECT n.id, n.attempt FROM void v JOIN answer n ON n.id = v.target"
    " WHERE v.tbl = 'answer'",
    _MARK, _MARK_AGAIN,
    "INSERT INTO mark SELECT r, 0, 0, 0 FROM temp.test WHERE r NOT IN (SELECT r FROM temp.mark)",
    "CREATE TEMP TABLE asked (session INTEGER, version INTEGER, post INTEGER, items INTEGER,"
    " PRIMARY KEY (session, version, post)) WITHOUT ROWID", _ASKED,
    _TURN_TABLE, _TURN,
    f"CREATE TEMP TABLE mixed ({_BY_CYCLE}, PRIMARY KEY (person, t, season)) WITHOUT ROWID", _MIXED,
    f"CREATE TEMP TABLE pair (scope INTEGER, {_BY_CYCLE}, own INTEGER, post INTEGER, session INTEGER,"
    " interpreted INTEGER, items INTEGER, before INTEGER, after INTEGER, pre INTEGER,"
    " PRIMARY KEY (scope, person, t, season)) WITHOUT ROWID",
    _PAIR.format(cycles=_CYCLE), _PAIR.format(cycles=_CYCLE_OF_MIXED),
    "DROP TABLE temp.turn", "DROP TABLE temp.mixed", "DROP TABLE temp.voided", _LOOSE,
)  # fmt: skip
_SAMPLE = """
CREATE TEMP TABLE in_sample AS
SELECT DISTINCT w.n AS person FROM sample_person s JOIN temp.whose w ON w.id = s.person
WHERE s.sample IS :sample AND s.id NOT IN (SELECT target FROM void)
"""
# sessions are numbered in order of time
_IN_SPAN = (
    "session > (SELECT coalesce(max(n), 0) FROM temp.held WHERE day < :first)"
    " AND session <= (SELECT coalesce(max(n), 0) FROM temp.held WHERE day <= :last)"
    " AND (:sample IS NULL OR person IN (SELECT person FROM temp.in_sample))"
)
_FIRSTS = f"""
SELECT person, t, items, before, after, session, interpreted, post, min(pre) AS pre
FROM temp.pair WHERE {{of}} AND {_IN_SPAN} GROUP BY person, t
"""
FIRSTS_OF_PARTNER = _FIRSTS.format(of="(scope = :scope OR scope = 0 AND own = :scope)")
"""The first pairs of a span by one partner's own tests; its parameters are `parameters`."""
_OWN = f"FROM temp.pair WHERE scope = 0 AND {_IN_SPAN} GROUP BY person"
_SHARED = (
    "SELECT 1 FROM temp.pair WHERE scope > 0"
    f" UNION ALL SELECT 1 FROM (SELECT 1 {_OWN} HAVING min(own) <> max(own) OR count(own) < count(*)) LIMIT 1"
)
"""A row when anybody was tested by more than one partner."""
_JOINT_FIRSTS = _FIRSTS.format(of="scope = 0")
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
_BY_PERSON = (
    "SELECT {0}, sum(u.after > u.before), count(*) FROM temp.risen u JOIN temp.human p ON p.n = u.person GROUP BY {0}"
)
_BY_SESSION = (
    "SELECT {0}, sum(u.rose), sum(u.whole) FROM (SELECT session, sum(after > before) AS rose, count(*) AS whole"
    " FROM temp.risen GROUP BY session) u JOIN temp.held h ON h.n = u.session GROUP BY {0}"
)
_RISEN = "FROM temp.risen u JOIN temp.human p ON p.n = u.person JOIN temp.held h ON h.n = u.session"
Found = dict[str, Any]


def build_pairs(book: Book, limits: Limits) -> None:
    """Make the pairs of all scopes, unless they are there. Call inside `base`."""
    if book.value("SELECT 1 FROM temp.sqlite_master WHERE name = 'in_sample'") is not None:
        return
    book.db.conn.create_function("bits", 1, int.bit_count, deterministic=True)
    many = int(book.value("SELECT coalesce(max(number), 0) FROM item")) > _PACKED_ITEMS
    for statement in _STATEMENTS:
        book.db.execute(_MARK_OF_MANY_ITEMS if many and statement == _MARK else statement)
    book.db.execute(_SAMPLE, {"sample": limits.sample})
    keep_state(book, limits)


def choose_span(book: Book, span: Span, limits: Limits) -> None:
    """Put the pairs and people of a span into `first_pair` and `risen`. Call after `build_pairs`."""
    if book.kept.get("span") == span:
        return
    for name in ("first_pair", "risen"):
        book.db.execute(f"DROP TABLE IF EXISTS temp.{name}")
    book.db.execute(
        f"CREATE TEMP TABLE first_pair ({_BY_CYCLE.removesuffix(', season INTEGER')}, items INTEGER, before INTEGER,"
        " after INTEGER, session INTEGER, interpreted INTEGER, post INTEGER, pre INTEGER, PRIMARY KEY (person, t))"
        " WITHOUT ROWID"
    )
    book.db.execute(f"INSERT INTO first_pair {_JOINT_FIRSTS}", _spanned(span, limits))
    book.db.execute(
        "CREATE TEMP TABLE risen (person INTEGER PRIMARY KEY, before INTEGER, after INTEGER, items INTEGER,"
        " pairs INTEGER, interpreted INTEGER, session INTEGER)"
    )
    book.db.execute(f"INSERT INTO risen {units_sql(Unit.PERSON)}")
    book.kept["span"] = span
    keep_state(book, limits)


def _spanned(span: Span, limits: Limits) -> Found:
    return {"first": span.first, "last": span.last, "sample": limits.sample}


def parameters(book: Book, span: Span, limits: Limits, partner: bytes) -> Found:
    """The parameters of FIRSTS_OF_PARTNER."""
    scope = book.value("SELECT partner_n FROM temp.held WHERE partner = ?", (partner,))
    return _spanned(span, limits) | {"scope": scope}


def units_sql(unit: Unit, firsts: str = "temp.first_pair") -> str:
    """The query of units of the chosen span with their sums; `session` is that of the first post-test."""
    return _UNITS.format(keys=_KEYS[unit], firsts=firsts)


def share(book: Book, span: Span, limits: Limits) -> tuple[int, int]:
    """People who rose and people with a pair in a span, whichever span is chosen. Call after `build_pairs`."""
    return _share(book, _JOINT_FIRSTS, _spanned(span, limits))


def _share(book: Book, firsts: str, params: Found) -> tuple[int, int]:
    rose, whole = book.db.execute(
        f"SELECT coalesce(sum(after > before), 0), count(*) FROM ({units_sql(Unit.PERSON, f'({firsts})')})", params
    ).fetchone()
    return int(rose), int(whole)


def change(book: Book, span: Span, limits: Limits, unit: Unit = Unit.PERSON) -> KnowledgeChange:
    """The figure of the span that was chosen, with what lies beside it. Call after `choose_span`."""
    counted = "temp.risen" if unit is Unit.PERSON else "(SELECT *, 1 AS pairs FROM temp.first_pair)"
    sums = book.row(f"SELECT {_SUMS} FROM {counted}") or {}
    params = _spanned(span, limits)
    return KnowledgeChange(unit=unit, **sums, **_without(book, unit, params), late_pre=_late(book, params))


def _without(book: Book, unit: Unit, params: Found) -> dict[str, int]:
    """Units of tests without a pair, by why: their tests of the span belong to cycles that made none."""
    keys = _KEYS[unit]
    counted = " AND ".join(f"c.{key} = l.{key}" for key in keys.split(", "))
    row = book.row(
        f"""
        SELECT coalesce(sum(pre AND NOT post), 0) AS only_pre, coalesce(sum(post AND NOT pre), 0) AS only_post,
          coalesce(sum(pre AND post), 0) AS no_match
        FROM (SELECT {keys}, max(NOT post) AS pre, max(post) AS post FROM temp.loose WHERE {_IN_SPAN} GROUP BY {keys}) l
        WHERE NOT EXISTS (SELECT 1 FROM temp.first_pair c WHERE {counted})""",
        params,
    )
    return row or {}


def _late(book: Book, params: Found) -> int:
    return int(book.value(f"SELECT count(*) FROM temp.test WHERE late AND NOT post AND {_IN_SPAN}", params))


def change_by(
    book: Book, breakdowns: Sequence[str], span: Span, limits: Limits
) -> dict[str, list[tuple[str, int, int]]]:
    """For each breakdown: group, who rose, who had a pair. A person counts in the place of the first post-test of
    the span, in every topic with a pair, and for a partner by that partner's own tests. Call after `choose_span`."""
    found: dict[str, list[tuple[str, int, int]]] = {}
    if "partner" in breakdowns:
        found["partner"] = _by_partner(book, span, limits)
    if "topic" in breakdowns:
        found["topic"] = _by_topic(book, limits)
    rest = [name for name in breakdowns if name not in found]
    for source, columns in (
        (_BY_PERSON, [name for name in rest if name in SPLITS_OF_PEOPLE]),
        (_BY_SESSION, [name for name in rest if name not in SPLITS_OF_PEOPLE]),
    ):
        listed = ", ".join(f"coalesce({column_of(column)}, '')" for column in columns)
        found |= folded(book.db.execute(source.format(listed)).fetchall(), columns) if columns else {}
    return found


def _by_topic(book: Book, limits: Limits) -> list[tuple[str, int, int]]:
    """Topics that go by one name are one to a person; while each has its own, a pair is all there is to look at."""
    units = "SELECT t AS topic, before, after FROM temp.first_pair"
    if limits.merge_sensitive:
        units = (
            "SELECT min(t.t) AS topic, sum(u.before) AS before, sum(u.after) AS after"
            " FROM temp.first_pair u JOIN temp.topic t ON t.t = u.t GROUP BY u.person, t.g"
        )
    found = book.db.execute(
        "SELECT t.shown, sum(c.rose), sum(c.whole) FROM"
        f" (SELECT topic, sum(after > before) AS rose, count(*) AS whole FROM ({units}) GROUP BY topic) c"
        " JOIN temp.topic t ON t.t = c.topic GROUP BY t.shown ORDER BY t.shown"
    ).fetchall()
    return [(str(group), int(rose), int(whole)) for group, rose, whole in found]


def _by_partner(book: Book, span: Span, limits: Limits) -> list[tuple[str, int, int]]:
    partners = book.db.execute("SELECT DISTINCT partner FROM temp.held WHERE partner IS NOT NULL ORDER BY 1").fetchall()
    if book.db.execute(_SHARED, _spanned(span, limits)).fetchone() is None:
        return _by_only_partner(book, span, limits)
    rows = []
    for (partner,) in partners:
        rose, whole = _share(book, FIRSTS_OF_PARTNER, parameters(book, span, limits, bytes(partner)))
        if whole:
            rows.append((bytes(partner).hex().upper(), rose, whole))
    return rows


def _by_only_partner(book: Book, span: Span, limits: Limits) -> list[tuple[str, int, int]]:
    """Where each person was tested by one partner alone, that partner's own tests are all there are."""
    found = book.db.execute(
        "SELECT (SELECT hex(partner) FROM temp.held WHERE partner_n = o.own LIMIT 1), sum(u.after > u.before), count(*)"
        f" FROM (SELECT person, min(own) AS own {_OWN}) o JOIN temp.risen u ON u.person = o.person"
        " WHERE o.own <> 0 GROUP BY o.own ORDER BY 1",
        _spanned(span, limits),
    ).fetchall()
    return [(str(partner), int(rose), int(whole)) for partner, rose, whole in found]


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
