"""Current values rebuilt from facts alone: `head` and every `*_now` table. Nothing here is ever the truth."""

from __future__ import annotations

from typing import Any

from promoter_app.store.migrations import TABLES
from promoter_app.store.shapes import Table


def rebuild(db: Any) -> None:
    """Empty and refill everything that is derived. Call inside a transaction.

    The value shown for a field is that of the head with the highest generation, then the highest id; other
    heads stay in `head` as a conflict that is shown, never dropped.
    """
    db.execute("DELETE FROM head")
    db.execute(
        "INSERT INTO head (entity, tbl, field, id, gen, value) SELECT e.entity, e.tbl, e.field, e.id, e.gen, e.value"
        " FROM edit e WHERE NOT EXISTS (SELECT 1 FROM supersede s WHERE s.base = e.id)"
    )
    for table in TABLES:
        if table.record:
            _rebuild_record(db, table)


def _rebuild_record(db: Any, table: Table) -> None:
    names = list(table.column_names)
    values = list(names)
    if table.has_name_key:
        names.append("name_key")
        values.append("name_key(name)")
    db.execute(f"DELETE FROM {table.now_name}")
    db.execute(
        f"INSERT INTO {table.now_name} ({', '.join(names)}) SELECT {', '.join(values)} FROM {table.name}"
        " WHERE id NOT IN (SELECT target FROM void)"
    )
    edited = {row[0] for row in db.execute("SELECT DISTINCT field FROM head WHERE tbl = ?", (table.name,)).fetchall()}
    for column in table.columns:
        if column.name in edited:
            _apply_heads(db, table, column.name)


def _apply_heads(db: Any, table: Table, field: str) -> None:
    value = table.column(field).sql_from_edit("w.value")
    db.execute(
        f"UPDATE {table.now_name} SET {field} = {value} FROM ("
        "SELECT h.entity, h.value FROM head h WHERE h.tbl = :tbl AND h.field = :field AND NOT EXISTS"
        " (SELECT 1 FROM head b WHERE b.entity = h.entity AND b.field = h.field AND (b.gen, b.id) > (h.gen, h.id))"
        f") w WHERE w.entity = {table.now_name}.id",
        {"tbl": table.name, "field": field},
    )
    if table.has_name_key and field == "name":
        db.execute(f"UPDATE {table.now_name} SET name_key = name_key(name)")
