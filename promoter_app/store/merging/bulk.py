"""Loading into an empty book: secondary indexes are taken away and made again after the rows, at half the time.

Their rows are sorted in memory, never on the disk, where they would lie in the clear. That grows with the rows, so it
takes turns with the page cache, which loading needs little of; what is too much to sort keeps its indexes.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from typing import Any

from promoter_app.store.merging.counting import Span

_CACHE = -16384  # KiB of pages while loading without indexes
_SORTED = 36 * 1024**2  # bytes that may be sorted at once
_ENTRY = 72  # bytes that one row of an index of two ids takes while it is sorted
Indexes = list[tuple[str, str]]


def loads_at_once(staged: Iterable[Mapping[str, Span]]) -> bool:
    """Whether the indexes of every table can be made after the files with these staged rows are in."""
    rows = Counter[str]()
    for tables in staged:
        rows.update({name: span.rows for name, span in tables.items()})
    return max(rows.values(), default=0) * _ENTRY <= _SORTED


def drop_indexes(db: Any) -> Indexes:
    """Take all secondary indexes away, within the caller's transaction; gives what make_indexes needs."""
    indexes = db.execute(
        "SELECT name, tbl_name, sql FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    ).fetchall()
    for name, _table, _sql in indexes:
        db.execute(f"DROP INDEX main.{name}")
    db.execute(f"PRAGMA main.cache_size = {_CACHE}")
    return [(table, sql) for _name, table, sql in indexes]


def make_indexes(db: Any, indexes: Indexes, *, current: bool) -> None:
    """Make those of the current tables, or those of all others, again."""
    for table, sql in indexes:
        if table.endswith("_now") == current:
            db.execute(sql)
