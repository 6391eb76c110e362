"""Fields that laptops changed without seeing each other: more than one head with different values."""

from __future__ import annotations

from typing import Any

from promoter_app.store.book import Book

_SEVERAL = """
SELECT h.entity, h.tbl, h.field FROM head h
WHERE h.entity NOT IN (SELECT id FROM person_alias) AND h.entity NOT IN (SELECT target FROM void)
GROUP BY h.entity, h.tbl, h.field HAVING count(DISTINCT coalesce(h.value, char(0))) > 1
"""


def heads_in_conflict(book: Book) -> list[dict[str, Any]]:
    """Each head of each such field, grouped, the one shown now first.

    Columns: entity, tbl, field, id, value (as the edit told it), wall, utc_offset, operator, laptop.
    """
    return book.rows(
        f"""
        SELECT h.entity, h.tbl, h.field, h.id, h.value, e.wall, r.utc_offset, r.operator, d.name AS laptop
        FROM ({_SEVERAL}) c JOIN head h ON h.entity = c.entity AND h.field = c.field JOIN edit e ON e.id = h.id
          LEFT JOIN run r ON r.run = substr(h.id, 1, 12) LEFT JOIN device d ON d.id = r.device
        ORDER BY h.tbl, h.entity, h.field, h.gen DESC, h.id DESC
        """
    )


def words_for(book: Book, table: str, entity: bytes) -> str:
    """What people call a record: its name, its code, or of whom it speaks."""
    names = {row["name"] for row in book.rows(f"PRAGMA table_info({table}_now)")}
    for column in ("name", "code", "key"):
        if column in names:
            return str(book.value(f"SELECT {column} FROM {table}_now WHERE id = ?", (entity,)) or "")
    for column, other in (("person", "person"), ("crew", "crew"), ("venue", "venue"), ("indicator", "indicator")):
        if column in names:
            told = "code" if other == "indicator" else "name"
            sql = f"SELECT o.{told} FROM {table}_now t JOIN {other}_now o ON o.id = t.{column} WHERE t.id = ?"
            return str(book.value(sql, (entity,)) or "")
    return ""


def name_of(book: Book, id: bytes) -> str | None:
    """The name of whatever record an id in a field points to, or None."""
    for table in ("person", "crew", "venue", "company", "season", "place", "partner"):
        found = book.value(f"SELECT name FROM {table}_now WHERE id = ?", (id,))
        if found is not None:
            return str(found)
    return None


def settled(book: Book) -> list[dict[str, Any]]:
    """Edits that replaced several at once, the last first: a decision somebody took about a field.

    Columns: entity, tbl, field, value, wall, utc_offset, operator, laptop, others (JSON list of the values there
    were), now (what the field holds today).
    """
    return book.rows(
        """
        SELECT e.entity, e.tbl, e.field, e.value, e.wall, r.utc_offset, r.operator, d.name AS laptop,
          json_group_array(DISTINCT b.value) AS others,
          (SELECT h.value FROM head h WHERE h.entity = e.entity AND h.field = e.field
             ORDER BY h.gen DESC, h.id DESC LIMIT 1) AS now
        FROM edit e JOIN supersede s ON s.by_edit = e.id JOIN edit b ON b.id = s.base
          LEFT JOIN run r ON r.run = substr(e.id, 1, 12) LEFT JOIN device d ON d.id = r.device
        GROUP BY e.id HAVING count(DISTINCT s.base) > 1 ORDER BY e.wall DESC, e.id DESC
        """
    )
