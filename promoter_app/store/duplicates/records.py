"""Reading what two records are compared by, and what is shown of them side by side."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from promoter_app.store.book import Book
from promoter_app.store.duplicates.aliases import one, same

_CHUNK = 400
_VALID = "NOT EXISTS (SELECT 1 FROM void v WHERE v.target = {0}.id)"


def workers(book: Book) -> list[dict[str, Any]]:
    """Everybody who works in the field, one row per person: id, name, sex, age_group, language."""
    return book.rows("SELECT id, name, sex, age_group, language FROM person_now WHERE kind = 'worker' ORDER BY id")


def crews_of_all(book: Book) -> dict[bytes, set[bytes]]:
    """Every crew that each person belongs or belonged to."""
    found: dict[bytes, set[bytes]] = {}
    for row in book.rows("SELECT DISTINCT person, crew FROM membership_now"):
        found.setdefault(row["person"], set()).add(row["crew"])
    return found


def presences_of(book: Book, people: Iterable[bytes]) -> dict[bytes, set[tuple[bytes, bytes]]]:
    """(session, laptop) of each valid attendance of each of `people`, all their records taken together."""
    wanted = list(people)
    found: dict[bytes, set[tuple[bytes, bytes]]] = {person: set() for person in wanted}
    for start in range(0, len(wanted), _CHUNK):
        some = wanted[start : start + _CHUNK]
        marks = ", ".join("?" * len(some))
        rows = book.rows(
            f"SELECT {one('a.person')} AS person, a.session, r.device FROM attendance a"
            f" JOIN run r ON r.run = substr(a.id, 1, 12) WHERE {_VALID.format('a')} AND a.person IN"
            f" (SELECT id FROM person_now WHERE id IN ({marks})"
            f"  UNION ALL SELECT id FROM person_alias WHERE person IN ({marks}))",
            (*some, *some),
        )
        for row in rows:
            found[row["person"]].add((row["session"], row["device"]))
    return found


def told_different(book: Book) -> set[tuple[bytes, bytes]]:
    """Pairs of people that somebody called different, the smaller id first."""
    rows = book.rows(
        f"SELECT {one('l.a')} AS a, {one('l.b')} AS b FROM link l WHERE l.same = 0 AND {_VALID.format('l')}"
    )
    return {(min(row["a"], row["b"]), max(row["a"], row["b"])) for row in rows if row["a"] != row["b"]}


def told_both_ways(book: Book) -> set[tuple[bytes, bytes]]:
    """Pairs of records that one called one person and another called different, the smaller id first."""
    rows = book.rows(
        f"SELECT min(l.a, l.b) AS a, max(l.a, l.b) AS b FROM link l WHERE {_VALID.format('l')}"
        " GROUP BY 1, 2 HAVING min(l.same) < max(l.same)"
    )
    alive = {row["id"] for row in book.rows("SELECT id FROM person_now")}
    return {(row["a"], row["b"]) for row in rows if row["a"] in alive and row["b"] in alive}


def links_between(book: Book, a: bytes, b: bytes) -> list[bytes]:
    """Valid decisions about exactly this pair of records."""
    rows = book.rows(
        f"SELECT l.id FROM link l WHERE ((l.a = ?1 AND l.b = ?2) OR (l.a = ?2 AND l.b = ?1)) AND {_VALID.format('l')}",
        (a, b),
    )
    return [row["id"] for row in rows]


def origin_of(book: Book, person: bytes) -> dict[str, Any]:
    """Where a record comes from: laptop, device (hex, small letters), operator, wall, utc_offset."""
    found = book.row(
        "SELECT d.name AS laptop, lower(hex(r.device)) AS device, r.operator, p.wall, r.utc_offset FROM person p"
        " LEFT JOIN run r ON r.run = substr(p.id, 1, 12) LEFT JOIN device d ON d.id = r.device WHERE p.id = ?",
        (person,),
    )
    return found or {}


def fields_of(book: Book, person: bytes) -> dict[str, Any]:
    """The current fields of a person that can be chosen: name, sex, age_group, language, migrant, origin."""
    found = book.row("SELECT name, sex, age_group, language, migrant, origin FROM person_now WHERE id = ?", (person,))
    return found or {}


def stays_of(book: Book, person: bytes, day: str) -> list[dict[str, Any]]:
    """Crews of a person on `day`, the last first: id (of the membership), crew, name, since."""
    return book.rows(
        "SELECT m.id, m.crew, c.name, m.since FROM membership_now m JOIN crew_now c ON c.id = m.crew"
        " WHERE m.person = ?1 AND m.since <= ?2 AND (m.until IS NULL OR m.until >= ?2)"
        " ORDER BY m.since DESC, m.id DESC",
        (person, day),
    )


def valid_cards(book: Book, person: bytes) -> list[dict[str, Any]]:
    """Cards of a person that still count, the last given first: id, number."""
    return book.rows(
        f"SELECT c.id, c.number FROM card_assignment a JOIN card c ON c.id = a.card WHERE {same('a.person', '?1')}"
        f" AND {_VALID.format('a')} AND NOT EXISTS (SELECT 1 FROM card_cancel x WHERE x.card = c.id"
        f" AND {_VALID.format('x')}) ORDER BY a.wall DESC, a.id DESC",
        (person,),
    )


def topics_of(book: Book, person: bytes) -> list[str]:
    """Codes of the modules that a person attended, in order of code length and code (M2 before M10)."""
    rows = book.rows(
        f"SELECT DISTINCT s.module FROM attendance a JOIN session_now s ON s.id = a.session"
        f" WHERE {same('a.person', '?1')} AND s.module IS NOT NULL AND {_VALID.format('a')}"
        " ORDER BY length(s.module), s.module",
        (person,),
    )
    return [row["module"] for row in rows]


def decided(book: Book) -> list[dict[str, Any]]:
    """Decisions in force, the last first: id, a, b, same, wall, run, operator, laptop, utc_offset, names of both."""
    return book.rows(
        "SELECT l.id, l.a, l.b, l.same, l.wall, r.run, r.operator, d.name AS laptop, r.utc_offset,"
        " pa.name AS a_name, pb.name AS b_name FROM link l LEFT JOIN run r ON r.run = substr(l.id, 1, 12)"
        " LEFT JOIN device d ON d.id = r.device LEFT JOIN person pa ON pa.id = l.a LEFT JOIN person pb ON pb.id = l.b"
        f" WHERE {_VALID.format('l')} ORDER BY l.wall DESC, l.id DESC"
    )


def edits_with(book: Book, link: bytes) -> list[dict[str, Any]]:
    """Values that were chosen with a decision and still stand: tbl, entity, field, before (as the edit before told).

    One intention stamps all its rows with one run and one wall.
    """
    return book.rows(
        """
        SELECT h.tbl, h.entity, h.field, e.id,
          (SELECT count(*) FROM supersede s WHERE s.by_edit = e.id) AS replaced,
          (SELECT b.value FROM supersede s JOIN edit b ON b.id = s.base WHERE s.by_edit = e.id
             ORDER BY b.gen DESC, b.id DESC LIMIT 1) AS before
        FROM link l JOIN edit e ON substr(e.id, 1, 12) = substr(l.id, 1, 12) AND e.wall = l.wall
          JOIN head h ON h.id = e.id
        WHERE l.id = ? AND (e.entity IN (l.a, l.b) OR e.tbl = 'membership')
        """,
        (link,),
    )


def created_value(book: Book, table: str, entity: bytes, field: str) -> Any:
    """The value that a record was created with."""
    return book.value(f"SELECT {field} FROM {table} WHERE id = ?", (entity,))


def cancels_with(book: Book, link: bytes) -> list[bytes]:
    """Valid cancellations of cards that were told with a decision."""
    rows = book.rows(
        "SELECT x.id FROM link l JOIN card_cancel x ON substr(x.id, 1, 12) = substr(l.id, 1, 12) AND x.wall = l.wall"
        f" WHERE l.id = ? AND {_VALID.format('x')}",
        (link,),
    )
    return [row["id"] for row in rows]
