"""The union itself: staged rows into our tables in one transaction. The staging file is attached as `s`.

Facts are united by id; of an id with two contents both are kept in `variant` and the smaller one stands, so that
the order of files cannot matter. Rows about erased people never come in, whatever file brings them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass
from typing import Any

from promoter_app.domain.merging.packages import Brings, Counted
from promoter_app.store.merging.bulk import drop_indexes, loads_at_once, make_indexes
from promoter_app.store.merging.counting import Span, spans, told_elsewhere
from promoter_app.store.merging.deriving import Before, refresh
from promoter_app.store.merging.refusals import fault
from promoter_app.store.merging.staging_sql import BY_NAME, EVIDENCE, RUN, TRAVELLING, Travelling

_FIRST = ("run", "erasure")
_ALIVE = "({0} IS NULL OR {0} NOT IN (SELECT subject FROM main.erased))"


@dataclass
class _Tally:
    """Counts of one file while its tables are united, and tables that may hold rows that we have."""

    new: dict[str, int]
    shared: frozenset[str] | set[str] = frozenset(_FIRST)
    seen: int = 0
    clash: int = 0
    erased: int = 0

    def counted(self, quarantined: int) -> Counted:
        new = sum(self.new.values())
        dup = self.seen - new - self.clash - self.erased
        return Counted(self.seen + quarantined, new, dup, self.clash, self.erased, quarantined)

    @property
    def brought(self) -> Brings:
        new = self.new
        facts = sum(new.values()) - new.get("run", 0)
        sessions, people, attendances, tests = (new.get(t, 0) for t in ("session", "person", "attendance", "attempt"))
        return Brings(sessions, people, attendances, facts, tests)


@dataclass(frozen=True)
class Applied:
    """What uniting did: counts and what was brought by file number, and fields that became conflicts."""

    files: dict[int, tuple[Counted, Brings]]
    conflicts: int


def apply(
    db: Any, numbers: list[int], quarantined: dict[int, int], on_file: Callable[[int], None] | None = None
) -> Applied:
    """Unite the staged files `numbers` inside the caller's transaction. `on_file` hears each finished number."""
    staged = spans(db)
    before = Before.of(db)
    tallies = {number: _Tally({}) for number in numbers}
    indexes = drop_indexes(db) if before.is_empty and loads_at_once(staged.values()) else []
    _find_fresh_runs(db, numbers)
    for name in _FIRST:
        for number in numbers:
            _unite(db, BY_NAME[name], number, staged.get(number, {}), tallies[number])
    find_erased(db)
    for number in numbers:
        tallies[number].shared = told_elsewhere(db, number, f"SELECT run FROM temp.fresh_run WHERE f = {number}")
        span = staged.get(number, {})
        for table in (table for table in TRAVELLING if table.name in span and table.name not in _FIRST):
            _unite(db, table, number, span, tallies[number])
        if on_file is not None:
            on_file(number)
    erase(db)
    _unite_evidence(db, numbers)
    db.execute("DROP TABLE temp.fresh_run")
    make_indexes(db, indexes, current=False)
    clashed = any(tally.clash for tally in tallies.values())
    conflicts = refresh(db, before, everything=before.is_empty or clashed)
    make_indexes(db, indexes, current=True)
    files = {n: (tally.counted(quarantined.get(n, 0)), tally.brought) for n, tally in tallies.items()}
    return Applied(files, conflicts)


def find_erased(db: Any) -> None:
    """Add to `erased` whom an authority of this office ordered to suppress. It only ever grows."""
    db.execute(
        "INSERT INTO main.erased (subject) SELECT DISTINCT e.subject FROM main.erasure e"
        " JOIN main.run r ON r.run = substr(e.id, 1, 12)"
        " WHERE e.stage = 'suppress' AND r.device IN (SELECT device FROM main.erasure_authority)"
        " ON CONFLICT (subject) DO NOTHING"
    )


def erase(db: Any, gone: str = "main.erased", present: Collection[str] | None = None) -> None:
    """Remove every row about erased people, variants too; their current values go with the refresh.

    With them go records about them (a stay in a crew, hours at work) and whatever was told of those. `gone` is the
    table that names them and takes such records in; `present`: the tables there are, when not all of ours are.
    """
    if not _any_erased(db, gone):
        return

    def delete(table: str, column: str) -> None:
        if present is None or table in present:
            db.execute(f"DELETE FROM main.{table} WHERE {column} IN (SELECT subject FROM {gone})")

    for table in TRAVELLING:
        if _is_about_people(table) and (present is None or table.name in present):
            about = " OR ".join(f"{subject} IN (SELECT subject FROM {gone})" for subject in table.subjects)
            db.execute(
                f"INSERT INTO {gone} (subject) SELECT id FROM main.{table.name} WHERE {about} ON CONFLICT DO NOTHING"
            )
    for table in TRAVELLING:
        for subject in table.subjects:
            delete(table.name, subject)
            if table.record:
                delete(f"{table.name}_now", subject)
    delete("variant", "subject")
    delete("head", "entity")


def _is_about_people(table: Travelling) -> bool:
    """Whether it holds records with an id of their own that are about somebody."""
    return table.record and bool(table.subjects) and table.subjects != (table.key,)


def _any_erased(db: Any, gone: str = "main.erased") -> bool:
    return db.execute(f"SELECT 1 FROM {gone} LIMIT 1").fetchone() is not None


def _find_fresh_runs(db: Any, numbers: list[int]) -> None:
    """Launches that neither we nor an earlier file know: their rows need not be looked for."""
    chosen = ", ".join(str(number) for number in numbers) or "NULL"
    db.execute("CREATE TEMP TABLE fresh_run (run BLOB PRIMARY KEY NOT NULL, f INTEGER NOT NULL) WITHOUT ROWID")
    db.execute(
        f"INSERT INTO temp.fresh_run (run, f) SELECT run, min(f) FROM s.run x WHERE f IN ({chosen})"
        " AND NOT EXISTS (SELECT 1 FROM main.run m WHERE m.run = x.run) GROUP BY run"
    )


def _unite(db: Any, table: Travelling, number: int, span: dict[str, Span], tally: _Tally) -> None:
    """One table of one file. Rows of launches that came with this very file are not looked for among ours."""
    if table.name not in span:
        return
    first, last, count, known = span[table.name]
    tally.seen += count + known
    if not count:
        return
    alive = "1"
    if table.subjects and _any_erased(db):
        alive = " AND ".join(_ALIVE.format(f"x.{subject}") for subject in table.subjects)
        erased = count - _count(db, f"s.{table.name} x WHERE x.rowid BETWEEN {first} AND {last} AND {alive}")
        if erased and _is_about_people(table):
            db.execute(
                f"INSERT INTO main.erased (subject) SELECT x.id FROM s.{table.name} x"
                f" WHERE x.rowid BETWEEN {first} AND {last} AND NOT ({alive}) ON CONFLICT DO NOTHING"
            )
        tally.erased += erased
        count -= erased
    rows = _Rows(table, number, f"x.rowid BETWEEN {first} AND {last} AND {alive}")
    have_some = table.name in tally.shared and _count(db, f"(SELECT 1 FROM main.{table.name} LIMIT 1)") > 0
    new, known, differing = _insert_unknown(db, rows, count) if have_some else (_insert(db, rows, ""), 0, 0)
    if new + known != count:
        known, differing = _look_again(db, rows, count, new)
    if differing:
        _settle(db, rows.only(rows.differs))
    tally.new[table.name] = new
    tally.clash += differing


@dataclass(frozen=True)
class _Rows:
    """Staged rows `x` of a table of file `number` that match the SQL `where`."""

    table: Travelling
    number: int
    where: str

    def only(self, more: str) -> _Rows:
        return _Rows(self.table, self.number, f"{self.where} AND {more}")

    @property
    def fresh(self) -> str:
        """Whether a row was told in a launch that came with this file first."""
        if self.table is RUN:
            return "0"
        return f"substr(x.{self.table.key}, 1, 12) IN (SELECT run FROM temp.fresh_run WHERE f = {self.number})"

    @property
    def known(self) -> str:
        """The rows beside ours (`m`) with the same key."""
        key = self.table.key
        name = self.table.name
        return f" FROM s.{name} x CROSS JOIN main.{name} m ON m.{key} = x.{key} WHERE {self.where}"

    @property
    def differs(self) -> str:
        return "(" + " OR ".join(f"x.{column.name} IS NOT m.{column.name}" for column in self.table.columns) + ")"


def _count(db: Any, what: str) -> int:
    return int(db.execute(f"SELECT count(*) FROM {what}").fetchone()[0])


def _insert(db: Any, rows: _Rows, more: str) -> int:
    """Insert rows whose key we lack; OR ROLLBACK needs no statement journal. Returns how many."""
    table = rows.table
    listed = ", ".join(f"x.{name}" for name in table.names)
    return int(
        db.execute(
            f"INSERT OR ROLLBACK INTO main.{table.name} ({table.listed}) SELECT {listed} FROM s.{table.name} x"
            f" WHERE {rows.where}{more} ORDER BY x.rowid ON CONFLICT ({table.key}) DO NOTHING"
        ).rowcount
    )


def _insert_unknown(db: Any, rows: _Rows, count: int) -> tuple[int, int, int]:
    """The same where we have rows already: known ones are compared and never offered to INSERT.

    Returns how many were new, known, and known with another content.
    """
    table = rows.table
    looked = rows.only(f"NOT {rows.fresh}")
    known, differing = _compare(db, looked)
    if known == count:
        return 0, known, differing
    if known == _count(db, f"s.{table.name} x WHERE {looked.where}"):
        return _insert(db, rows, f" AND {rows.fresh}"), known, differing
    lacking = f"NOT EXISTS (SELECT 1 FROM main.{table.name} m WHERE m.{table.key} = x.{table.key})"
    return _insert(db, rows, f" AND {lacking}"), known, differing


def _look_again(db: Any, rows: _Rows, count: int, new: int) -> tuple[int, int]:
    """Rows that we have although their launch is fresh: its own row came late, or the file holds a key twice."""
    key = f"x.{rows.table.key}"
    (distinct,) = db.execute(f"SELECT count(DISTINCT {key}) FROM s.{rows.table.name} x WHERE {rows.where}").fetchone()
    if distinct != count:
        raise fault("twice_inside")[1]
    return count - new, _compare(db, rows)[1]


def _compare(db: Any, rows: _Rows) -> tuple[int, int]:
    """How many of the rows we have, and how many of those with another content."""
    known, differing = db.execute(f"SELECT count(*), coalesce(sum({rows.differs}), 0){rows.known}").fetchone()
    return int(known), int(differing)


def _settle(db: Any, rows: _Rows) -> None:
    """Keys that we have with another content: both are kept as variants, the smaller content stands."""
    table = rows.table
    for side in ("m", "x"):
        subject = f"{side}.{table.subjects[0]}" if table.subjects else "NULL"
        db.execute(
            f"INSERT INTO main.variant (tbl, id, subject, body) SELECT '{table.name}', {side}.{table.key}, {subject},"
            f" {_body(table, side)}{rows.known} ON CONFLICT (tbl, id, body) DO NOTHING"
        )
    names = ", ".join(column.name for column in table.columns)
    values = ", ".join(f"w.{column.name}" for column in table.columns)
    chosen = ", ".join(f"x.{name}" for name in table.names)
    db.execute(
        f"UPDATE main.{table.name} SET ({names}) = ({values}) FROM (SELECT {chosen}{rows.known}"
        f" AND {_body(table, 'x')} < {_body(table, 'm')}) w WHERE w.{table.key} = main.{table.name}.{table.key}"
    )


def _body(table: Travelling, side: str) -> str:
    """A row's content as text, the same wherever it is written."""
    return " || ',' || ".join(f"quote({side}.{column.name})" for column in table.columns)


def _unite_evidence(db: Any, numbers: list[int]) -> None:
    """What other offices found out: variants and rows put aside, except about erased people."""
    chosen = ", ".join(str(number) for number in numbers) or "NULL"
    for name, columns in EVIDENCE.items():
        listed = ", ".join(column.name for column in columns)
        alive = f" AND {_ALIVE.format('subject')}" if name == "variant" else ""
        db.execute(
            f"INSERT INTO main.{name} ({listed}) SELECT {listed} FROM s.{name} WHERE f IN ({chosen}){alive}"
            " ON CONFLICT DO NOTHING"
        )
