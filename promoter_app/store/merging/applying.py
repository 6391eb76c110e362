"""The union itself: staged rows into our tables in one transaction. The staging file is attached as `s`.

Facts are united by id; of an id with two contents both are kept in `variant` and the smaller one stands, so that
the order of files cannot matter. Rows about erased people never come in, whatever file brings them.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from promoter_app.domain.merging.packages import Brings, Counted
from promoter_app.store.merging.bulk import bulk_load
from promoter_app.store.merging.counting import spans
from promoter_app.store.merging.deriving import Before, refresh
from promoter_app.store.merging.staging_sql import BY_NAME, EVIDENCE, RUN, TRAVELLING, Travelling

_FIRST = ("run", "erasure")
_ALIVE = "({0} IS NULL OR {0} NOT IN (SELECT subject FROM main.erased))"
Span = dict[str, tuple[int, int, int]]


@dataclass
class _Tally:
    """Counts of one file while its tables are united."""

    new: dict[str, int]
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
        return Brings(new.get("session", 0), new.get("person", 0), new.get("attendance", 0), facts)


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
    with bulk_load(db, before.is_empty) as bulk:
        for name in _FIRST:
            for number in numbers:
                _unite(db, BY_NAME[name], staged.get(number, {}), tallies[number])
        find_erased(db)
        for number in numbers:
            for table in TRAVELLING:
                if table.name not in _FIRST:
                    _unite(db, table, staged.get(number, {}), tallies[number])
            if on_file is not None:
                on_file(number)
        erase(db)
        _unite_evidence(db, numbers)
    clashed = any(tally.clash for tally in tallies.values())
    conflicts = refresh(db, before, everything=bulk or clashed)
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


def erase(db: Any) -> None:
    """Remove every row about erased people, variants too; their current values go with the refresh."""
    if not _any_erased(db):
        return
    for table in TRAVELLING:
        for subject in table.subjects:
            db.execute(f"DELETE FROM main.{table.name} WHERE {subject} IN (SELECT subject FROM main.erased)")
    db.execute("DELETE FROM main.variant WHERE subject IN (SELECT subject FROM main.erased)")
    db.execute("DELETE FROM main.head WHERE entity IN (SELECT subject FROM main.erased)")
    for table in TRAVELLING:
        if table.record:
            for subject in table.subjects:
                db.execute(f"DELETE FROM main.{table.name}_now WHERE {subject} IN (SELECT subject FROM main.erased)")


def _any_erased(db: Any) -> bool:
    return db.execute("SELECT 1 FROM main.erased LIMIT 1").fetchone() is not None


def _unite(db: Any, table: Travelling, span: Span, tally: _Tally) -> None:
    """One table of one file. A file that brings only new rows is not compared with ours."""
    if table.name not in span:
        return
    first, last, count = span[table.name]
    tally.seen += count
    alive = "1"
    if table.subjects and _any_erased(db):
        alive = " AND ".join(_ALIVE.format(f"x.{subject}") for subject in table.subjects)
        (kept,) = db.execute(
            f"SELECT count(*) FROM s.{table.name} x WHERE x.rowid BETWEEN ? AND ? AND {alive}", (first, last)
        ).fetchone()
        tally.erased += count - kept
        count = kept
    rowid = "0" if table is RUN else f"(SELECT coalesce(max(rowid), 0) FROM main.{table.name})"
    (ours,) = db.execute(f"SELECT {rowid}").fetchone()
    listed = ", ".join(f"x.{name}" for name in table.names)
    new = db.execute(
        f"INSERT OR ROLLBACK INTO main.{table.name} ({table.listed}) SELECT {listed} FROM s.{table.name} x"
        f" WHERE x.rowid BETWEEN ? AND ? AND {alive} ORDER BY x.rowid ON CONFLICT ({table.key}) DO NOTHING",
        (first, last),
    ).rowcount
    tally.new[table.name] = new
    if new < count:
        tally.clash += _settle_clashes(db, table, first, last, ours, alive)


def _settle_clashes(db: Any, table: Travelling, first: int, last: int, ours: int, alive: str) -> int:
    """Ids that we know with another content: keep both as variants, the smaller stands. Returns how many."""
    old = "" if table is RUN else f" AND m.rowid <= {ours}"
    differs = " OR ".join(f"x.{column.name} IS NOT m.{column.name}" for column in table.columns)
    pairs = (
        f" FROM s.{table.name} x CROSS JOIN main.{table.name} m ON m.{table.key} = x.{table.key}{old}"
        f" WHERE x.rowid BETWEEN {first} AND {last} AND {alive} AND ({differs})"
    )
    (found,) = db.execute(f"SELECT count(*){pairs}").fetchone()
    if not found:
        return 0
    for side in ("m", "x"):
        subject = f"{side}.{table.subjects[0]}" if table.subjects else "NULL"
        db.execute(
            f"INSERT INTO main.variant (tbl, id, subject, body) SELECT '{table.name}', {side}.{table.key}, {subject},"
            f" {_body(table, side)}{pairs} ON CONFLICT (tbl, id, body) DO NOTHING"
        )
    names = ", ".join(column.name for column in table.columns)
    values = ", ".join(f"w.{column.name}" for column in table.columns)
    chosen = ", ".join(f"x.{name}" for name in table.names)
    db.execute(
        f"UPDATE main.{table.name} SET ({names}) = ({values}) FROM (SELECT {chosen}{pairs}"
        f" AND {_body(table, 'x')} < {_body(table, 'm')}) w WHERE w.{table.key} = main.{table.name}.{table.key}"
    )
    return int(found)


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
