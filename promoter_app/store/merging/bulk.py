"""Loading into an empty book: secondary indexes are taken away and made again after the rows, at half the time."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any


@contextmanager
def bulk_load(db: Any, is_empty: bool) -> Iterator[bool]:
    """Within the caller's transaction; gives whether the indexes are away (an error rolls everything back)."""
    if not is_empty:
        yield False
        return
    indexes = db.execute(
        "SELECT name, sql FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    ).fetchall()
    for name, _sql in indexes:
        db.execute(f"DROP INDEX main.{name}")
    yield True
    for _name, sql in indexes:
        db.execute(sql)
