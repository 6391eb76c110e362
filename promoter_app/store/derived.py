"""Current values rebuilt from facts alone: `head`, every `*_now` table, `person_alias`. Nothing here is the truth."""

from __future__ import annotations

from typing import Any

from promoter_app.store.duplicates.aliases import aliases_told, one
from promoter_app.store.migrations import TABLES
from promoter_app.store.shapes import Table

_NAMES_A_PERSON = tuple(
    (table.name, column.name)
    for table in TABLES
    for column in table.columns
    if table.record and column.name in ("person", "promoter")
)
"""Fields of records that hold a person: their current value is who stands for that person."""
_ASKED = (
    "SELECT e.subject FROM erasure e JOIN run r ON r.run = substr(e.id, 1, 12) WHERE e.stage = 'block'"
    " AND r.device IN (SELECT device FROM erasure_authority) AND e.id NOT IN (SELECT target FROM void)"
)
BLOCKED = f"SELECT coalesce(l.person, b.subject) FROM ({_ASKED}) b LEFT JOIN person_alias l ON l.id = b.subject"
"""SQL: people whose data the office locked before removing them, whoever stands for them."""


def rebuild(db: Any) -> None:
    """Empty and refill everything that is derived. Call inside a transaction.

    The value shown for a field is that of the head with the highest generation, then the highest id; other
    heads stay in `head` as a conflict that is shown, never dropped.
    """
    db.execute("DELETE FROM head")
    db.execute(
        "INSERT OR ROLLBACK INTO head (entity, tbl, field, id, gen, value)"
        " SELECT e.entity, e.tbl, e.field, e.id, e.gen, e.value FROM edit e"
        " WHERE NOT EXISTS (SELECT 1 FROM supersede s WHERE s.base = e.id)"
    )
    for table in TABLES:
        if table.record:
            _rebuild_record(db, table)
    db.execute("DELETE FROM person_alias")
    refresh_aliases(db)


def refresh_aliases(db: Any) -> None:
    """Bring `person_alias` up to date with the links, and with it the tables that speak of people.

    `person_now` keeps one row per person; who was set apart comes back. Call inside a transaction, after links
    or the rows of `_NAMES_A_PERSON` changed; doing it again changes nothing.
    """
    before = dict(db.execute("SELECT id, person FROM person_alias").fetchall())
    after = aliases_told(db)
    changed = [(id,) for id in before.keys() | after.keys() if before.get(id) != after.get(id)]
    if changed:
        db.execute("DELETE FROM person_alias")
        db.conn.executemany("INSERT INTO person_alias (id, person) VALUES (?, ?)", sorted(after.items()))
        db.execute("CREATE TEMP TABLE changed_alias (id BLOB PRIMARY KEY)")
        db.conn.executemany("INSERT INTO changed_alias VALUES (?)", changed)
        _as_told(db)
        db.execute("DROP TABLE changed_alias")
    if after:
        _apply_aliases(db)
    refresh_blocked(db)


def refresh_blocked(db: Any) -> None:
    """Whom the office blocked leaves `person_now`; whose block was taken back returns. Call inside a transaction."""
    if db.execute("SELECT 1 FROM erasure WHERE stage = 'block' LIMIT 1").fetchone() is None:
        return
    db.execute(f"DELETE FROM person_now WHERE id IN ({BLOCKED})")
    back = (
        "SELECT id FROM person WHERE id NOT IN (SELECT id FROM person_now) AND id NOT IN (SELECT id FROM person_alias)"
        f" AND id NOT IN (SELECT target FROM void) AND id NOT IN ({BLOCKED})"
    )
    if db.execute(f"{back} LIMIT 1").fetchone() is not None:
        insert_now(db, _record("person"), f"id IN ({back})")
        _apply_all_heads(db, _record("person"))


def _as_told(db: Any) -> None:
    """Put the rows of people in `changed_alias` back to what their own facts say."""
    table = _record("person")
    db.execute("DELETE FROM person_now WHERE id IN (SELECT id FROM changed_alias)")
    insert_now(db, table, "id IN (SELECT id FROM changed_alias)")
    _apply_all_heads(db, table)
    for name, column in _NAMES_A_PERSON:
        db.execute(
            f"UPDATE {name}_now SET {column} = told.{column} FROM {name} told"
            f" WHERE told.id = {name}_now.id AND told.{column} IN (SELECT id FROM changed_alias)"
        )
        _apply_heads(db, _record(name), column)


def _apply_aliases(db: Any) -> None:
    db.execute("DELETE FROM person_now WHERE id IN (SELECT id FROM person_alias)")
    for name, column in _NAMES_A_PERSON:
        db.execute(
            f"UPDATE {name}_now SET {column} = {one(f'{name}_now.{column}')}"
            f" WHERE {column} IN (SELECT id FROM person_alias)"
        )


def _record(name: str) -> Table:
    return next(table for table in TABLES if table.name == name)


def _rebuild_record(db: Any, table: Table) -> None:
    db.execute(f"DELETE FROM {table.now_name}")
    insert_now(db, table, "1")
    _apply_all_heads(db, table)


def insert_now(db: Any, table: Table, where: str) -> None:
    """Current rows as they were created, of what is not void and matches the SQL `where`.

    OR ROLLBACK needs no statement journal, which would hold every page that is changed and not yet written.
    """
    names = list(table.column_names)
    values = list(names)
    if table.has_name_key:
        names.append("name_key")
        values.append("name_key(name)")
    db.execute(
        f"INSERT OR ROLLBACK INTO {table.now_name} ({', '.join(names)}) SELECT {', '.join(values)} FROM {table.name}"
        f" WHERE id NOT IN (SELECT target FROM void) AND {where}"
    )


def _apply_all_heads(db: Any, table: Table) -> None:
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
