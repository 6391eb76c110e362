"""Current values after a merge: only what new facts touch is computed again, with the same result as a rebuild."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from promoter_app.store.derived import insert_now, rebuild, refresh_aliases
from promoter_app.store.migrations import TABLES
from promoter_app.store.shapes import Table

_CONFLICTS = (
    "SELECT count(*) FROM (SELECT 1 FROM main.head GROUP BY entity, field HAVING count(DISTINCT quote(value)) > 1)"
)

_EDITED = (
    "SELECT DISTINCT e.tbl FROM touched t CROSS JOIN main.edit e ON e.entity = t.entity AND e.field = t.field"
)


@dataclass(frozen=True)
class Before:
    """Where each table ended before the merge (its highest rowid), and how many conflicts there were."""

    ends: dict[str, int]
    conflicts: int

    @classmethod
    def of(cls, db: Any) -> Before:
        """Look now."""
        return cls(_ends(db), count_conflicts(db))

    @property
    def is_empty(self) -> bool:
        """Whether there was next to nothing (a fresh office: its own device, perhaps its project)."""
        return sum(self.ends.values()) < 20


def _ends(db: Any) -> dict[str, int]:
    """The highest rowid of each table; one statement, since most tables are empty."""
    asked = ", ".join(f"(SELECT coalesce(max(rowid), 0) FROM main.{table.name})" for table in TABLES)
    return dict(zip((table.name for table in TABLES), db.execute(f"SELECT {asked}").fetchone(), strict=True))


def count_conflicts(db: Any) -> int:
    """Fields with more than one current value."""
    return int(db.execute(_CONFLICTS).fetchone()[0])


def refresh(db: Any, before: Before, *, everything: bool) -> int:
    """Bring heads and current tables up to date; returns how many conflicts more there are.

    `everything` rebuilds from scratch: after loading an empty book, or when a row changed its content.
    """
    if everything:
        rebuild(db)
    else:
        grown = {name for name, end in _ends(db).items() if end > before.ends[name]}
        if grown:
            _refresh_touched(db, before.ends, grown)
        refresh_aliases(db)
    return max(0, count_conflicts(db) - before.conflicts)


def _refresh_touched(db: Any, ends: dict[str, int], grown: set[str]) -> None:
    """Only in tables that grew, or to which edits or cancellations came."""
    records = [table for table in TABLES if table.record]
    db.execute(
        "CREATE TEMP TABLE touched (entity BLOB NOT NULL, field TEXT NOT NULL, PRIMARY KEY (entity, field))"
        " WITHOUT ROWID"
    )
    _find_touched(db, records, ends, grown)
    db.execute("DELETE FROM main.head WHERE (entity, field) IN (SELECT entity, field FROM touched)")
    db.execute(
        "INSERT INTO main.head (entity, tbl, field, id, gen, value)"
        " SELECT e.entity, e.tbl, e.field, e.id, e.gen, e.value"
        " FROM touched t CROSS JOIN main.edit e ON e.entity = t.entity AND e.field = t.field"
        " WHERE NOT EXISTS (SELECT 1 FROM main.supersede s WHERE s.base = e.id)"
    )
    edited = {name for (name,) in db.execute(_EDITED).fetchall()}
    for table in records:
        if table.name in edited | grown or "void" in grown:
            _refresh_record(db, table, ends)
    db.execute("DROP TABLE touched")


def _find_touched(db: Any, records: list[Table], ends: dict[str, int], grown: set[str]) -> None:
    """Fields with new edits, fields whose edits were replaced, and fields of new records that were edited before."""
    add = "INSERT INTO touched SELECT {} ON CONFLICT DO NOTHING"
    db.execute(add.format("entity, field FROM main.edit WHERE rowid > ?"), (ends["edit"],))
    replaced = "e.entity, e.field FROM main.supersede s CROSS JOIN main.edit e ON e.id = s.base WHERE s.rowid > ?"
    db.execute(add.format(replaced), (ends["supersede"],))
    for table in (table for table in records if table.name in grown):
        joined = f"main.{table.name} r CROSS JOIN main.head h ON h.entity = r.id"
        db.execute(add.format(f"h.entity, h.field FROM {joined} WHERE r.rowid > ?"), (ends[table.name],))


def _refresh_record(db: Any, table: Table, ends: dict[str, int]) -> None:
    db.execute(
        f"DELETE FROM main.{table.now_name} WHERE id IN (SELECT target FROM main.void WHERE rowid > ?)", (ends["void"],)
    )
    insert_now(db, table, f"{table.name}.rowid > {ends[table.name]}")
    fields = db.execute(
        "SELECT DISTINCT t.field FROM touched t CROSS JOIN main.edit e ON e.entity = t.entity AND e.field = t.field"
        " WHERE e.tbl = ?",
        (table.name,),
    ).fetchall()
    for (field,) in fields:
        if field in table.column_names[1:-1]:
            _refresh_field(db, table, field)


def _refresh_field(db: Any, table: Table, field: str) -> None:
    """Back to the value it was created with, then to that of its head, where there is one."""
    now = table.now_name
    db.execute(
        f"UPDATE main.{now} SET {field} = told.{field} FROM touched t CROSS JOIN main.{table.name} told"
        f" ON told.id = t.entity WHERE t.field = ? AND {now}.id = t.entity",
        (field,),
    )
    value = table.column(field).sql_from_edit("w.value")
    db.execute(
        f"UPDATE main.{now} SET {field} = {value} FROM ("
        "SELECT h.entity, h.value FROM touched t CROSS JOIN main.head h ON h.entity = t.entity AND h.field = t.field"
        " WHERE t.field = :field AND h.tbl = :tbl AND NOT EXISTS"
        " (SELECT 1 FROM main.head b WHERE b.entity = h.entity AND b.field = h.field AND (b.gen, b.id) > (h.gen, h.id))"
        f") w WHERE w.entity = {now}.id",
        {"tbl": table.name, "field": field},
    )
    if table.has_name_key and field == "name":
        db.execute(
            f"UPDATE main.{now} SET name_key = name_key(name)"
            " WHERE id IN (SELECT entity FROM touched WHERE field = 'name')"
        )
