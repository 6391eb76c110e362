"""Who stands for whom: `link` facts united into `person_alias` (record -> the record that stands for it).

No id is ever rewritten in a fact. Queries over facts ask for `one(column)` where they show or count a person and
for `same(column, value)` where they look for one; the derived `*_now` tables already speak of the one.
"""

from __future__ import annotations

from typing import Any

PERSON_ALIAS_SQL = (
    "CREATE TABLE person_alias (id BLOB PRIMARY KEY NOT NULL, person BLOB NOT NULL) STRICT",
    "CREATE INDEX person_alias_by_person ON person_alias (person)",
)
_LINKS = """
SELECT min(l.a, l.b), max(l.a, l.b), min(l.same) FROM link l
WHERE l.a <> l.b AND l.id NOT IN (SELECT target FROM void) GROUP BY 1, 2
"""
_REGISTERED = "SELECT 1 FROM person WHERE id = ? AND id NOT IN (SELECT target FROM void WHERE tbl = 'person')"


def one(column: str) -> str:
    """SQL: who stands for the person in `column` (themselves, when nobody united them). Give `table.column`."""
    return f"coalesce((SELECT person FROM person_alias WHERE id = {column}), {column})"


def same(column: str, value: str) -> str:
    """SQL: `column` is any record of the person `value` (a parameter or column holding who stands for them)."""
    return f"{column} IN (SELECT {value} UNION ALL SELECT id FROM person_alias WHERE person = {value})"


def aliases_told(db: Any) -> dict[bytes, bytes]:
    """Each united record and the one that stands for it: the earliest id of all that are one person.

    A pair that one coordinator united and another called different stays apart until somebody decides again.
    """
    roots: dict[bytes, bytes] = {}
    for a, b, agreed in db.execute(_LINKS).fetchall():
        if agreed and _is_registered(db, a) and _is_registered(db, b):
            first, second = _root(roots, a), _root(roots, b)
            roots[max(first, second)] = min(first, second)
    return {id: _root(roots, id) for id in roots if _root(roots, id) != id}


def _is_registered(db: Any, person: bytes) -> bool:
    return db.execute(_REGISTERED, (person,)).fetchone() is not None


def _root(roots: dict[bytes, bytes], id: bytes) -> bytes:
    while roots.get(id, id) != id:
        id = roots[id]
    return id
