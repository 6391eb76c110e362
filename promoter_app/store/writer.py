"""Writing inside one transaction: tell facts, create and edit records, void. Remembers the way back."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from typing import Any

from promoter_app.domain.done import Restore, Undo, Value
from promoter_app.domain.names import sort_key
from promoter_app.domain.refusal import Sentence
from promoter_app.domain.stamp import RUN_LENGTH, Stamp
from promoter_app.store.derived import refresh_blocked
from promoter_app.store.migrations import TABLES
from promoter_app.store.shapes import Table

_BY_NAME: Mapping[str, Table] = {table.name: table for table in TABLES}


class Writer:
    """One transaction's hand. Get it from `Book.writing`."""

    def __init__(self, db: Any, stamp: Stamp) -> None:
        self._db = db
        self._stamp = stamp
        self._touched: set[str] = set()
        self._voids: list[tuple[str, bytes]] = []
        self._restores: list[Restore] = []
        self._retells: list[tuple[str, bytes]] = []

    @property
    def changes(self) -> frozenset[str]:
        """Tables touched so far."""
        return frozenset(self._touched)

    def undo(self, label: Sentence) -> Undo:
        """The way back of everything written so far, under a name a person reads."""
        return Undo(label, tuple(self._voids), tuple(self._restores), tuple(self._retells))

    def add(self, table: str, *, id: bytes | None = None, **values: Value) -> bytes:
        """Tell one fact or create one record; returns its id (minted unless given)."""
        row: dict[str, Value] = dict(values)
        if id is not None:
            row["id"] = id
        return self.add_many(table, [row])[0]

    def add_many(self, table: str, rows: Iterable[Mapping[str, Value]]) -> list[bytes]:
        """The same for many rows of one table; a row may bring its own `id` and `wall`."""
        shape = _BY_NAME[table]
        names = shape.column_names
        filled = [self._filled(shape, row) for row in rows]
        self._db.conn.executemany(_insert_sql(table, names), [[row[name] for name in names] for row in filled])
        if shape.record:
            self._add_now(shape, filled)
        ids = [row["id"] for row in filled]
        self._touched.add(table)
        self._voids += [(table, made) for made in ids]
        return ids

    def add_once(self, table: str, id: bytes, **values: Value) -> None:
        """Tell a fact whose id is made from its content; telling it again changes nothing.

        It carries no clock, so that two laptops that tell it tell the very same row.
        """
        if not self.knows(table, id):
            self.add(table, id=id, wall=0, **values)
            self._voids.pop()

    def replace(self, table: str, same: Collection[str], **values: Value) -> bytes:
        """Tell a fact in place of those that have the `same` columns in common with it; returns its id.

        Readers take the one with the last id. That is the later one within a launch; facts of other launches, whose
        clock may have been ahead, are voided.
        """
        alike = " AND ".join(f"t.{column} = ?" for column in same)
        others = self._db.execute(
            f"SELECT t.id FROM {table} t WHERE {alike} AND substr(t.id, 1, {RUN_LENGTH}) <> ?"
            " AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = t.id)",
            (*(values[column] for column in same), self._stamp.run.run),
        ).fetchall()
        for (other,) in others:
            self.void(table, other, "told again")
        return self.add_many(table, [values])[0]

    def knows(self, table: str, id: bytes) -> bool:
        """Whether a row with this id was told already."""
        return self._db.execute(f"SELECT 1 FROM {table} WHERE id = ?", (id,)).fetchone() is not None

    def edit(self, table: str, entity: bytes, **values: Value) -> bool:
        """Change fields of a record; True when anything was different. Unchanged fields write nothing."""
        shape = _BY_NAME[table]
        before = self._db.execute(
            f"SELECT {', '.join(values)} FROM {shape.now_name} WHERE id = ?", (entity,)
        ).fetchone()
        if before is None:
            raise KeyError(f"{table} {entity.hex()}")
        changed = False
        for (field, value), old in zip(values.items(), before, strict=True):
            if value != old:
                self._edit_field(shape, entity, field, value)
                self._restores.append(Restore(table, entity, field, old))
                changed = True
        return changed

    def settle(self, table: str, entity: bytes, field: str, value: Value) -> None:
        """End a disagreement about a field: an edit that replaces every head, also when `value` is shown already."""
        shape = _BY_NAME[table]
        before = self._db.execute(f"SELECT {field} FROM {shape.now_name} WHERE id = ?", (entity,)).fetchone()
        self._edit_field(shape, entity, field, value)
        if before is not None and before[0] != value:
            self._restores.append(Restore(table, entity, field, before[0]))

    def void(self, table: str, target: bytes, reason: str | None = None) -> None:
        """Cancel a fact or a record. It stays readable in the history and counts no more."""
        shape = _BY_NAME[table]
        subject = None
        if shape.subject:
            row = self._db.execute(f"SELECT {shape.subject} FROM {table} WHERE id = ?", (target,)).fetchone()
            subject = row[0] if row else None
        self._plain_add("void", target=target, tbl=table, reason=reason, subject=subject)
        if shape.record:
            self._db.execute(f"DELETE FROM {shape.now_name} WHERE id = ?", (target,))
        if table == "erasure":
            refresh_blocked(self._db)
        self._retells.append((table, target))
        self._touched.add(table)

    def retell(self, table: str, target: bytes) -> bytes:
        """Tell a voided fact or record again as a new one; a record with the values that it had last."""
        shape = _BY_NAME[table]
        names = [column.name for column in shape.columns]
        found = self._db.execute(f"SELECT {', '.join(names)} FROM {table} WHERE id = ?", (target,)).fetchone()
        row = dict(zip(names, found, strict=True))
        heads = self._db.execute("SELECT field, value FROM head WHERE entity = ? ORDER BY gen, id", (target,))
        row |= {field: shape.column(field).from_edit_text(value) for field, value in heads.fetchall()}
        return self.add_many(table, [row])[0]

    def _filled(self, shape: Table, row: Mapping[str, Value]) -> dict[str, Any]:
        unknown = set(row) - set(shape.column_names)
        if unknown:
            raise KeyError(f"{shape.name}: {sorted(unknown)}")
        filled: dict[str, Any] = dict.fromkeys(shape.column_names)
        filled |= row
        filled["id"] = filled["id"] or self._stamp.mint()
        if filled["wall"] is None:
            filled["wall"] = self._stamp.wall
        return filled

    def _add_now(self, shape: Table, filled: list[dict[str, Any]]) -> None:
        names = list(shape.column_names)
        if shape.has_name_key:
            names.append("name_key")
            for row in filled:
                row["name_key"] = sort_key(row["name"])[0]
        self._db.conn.executemany(_insert_sql(shape.now_name, names), [[row[name] for name in names] for row in filled])

    def _plain_add(self, table: str, **values: Value) -> bytes:
        """Tell a fact of the history itself (edit, supersede, void): never part of an undo."""
        made = self.add_many(table, [values])[0]
        self._voids.pop()
        return made

    def _edit_field(self, shape: Table, entity: bytes, field: str, value: Value) -> None:
        column = shape.column(field)
        heads = self._db.execute("SELECT id, gen FROM head WHERE entity = ? AND field = ?", (entity, field)).fetchall()
        gen = 1 + max((head[1] for head in heads), default=0)
        written = column.as_edit_text(value)
        edit = self._plain_add("edit", entity=entity, tbl=shape.name, field=field, value=written, gen=gen)
        for base, _gen in heads:
            self._plain_add("supersede", base=base, by_edit=edit, entity=entity)
        self._db.execute("DELETE FROM head WHERE entity = ? AND field = ?", (entity, field))
        self._db.execute(
            "INSERT INTO head (entity, tbl, field, id, gen, value) VALUES (?, ?, ?, ?, ?, ?)",
            (entity, shape.name, field, edit, gen, written),
        )
        self._db.execute(f"UPDATE {shape.now_name} SET {field} = ? WHERE id = ?", (value, entity))
        if shape.has_name_key and field == "name":
            self._db.execute(
                f"UPDATE {shape.now_name} SET name_key = ? WHERE id = ?", (sort_key(str(value))[0], entity)
            )
        self._touched.add(shape.name)


def _insert_sql(table: str, names: Iterable[str]) -> str:
    names = list(names)
    marks = ", ".join("?" * len(names))
    return f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})"
