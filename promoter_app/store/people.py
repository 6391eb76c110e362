"""Reading people, crews, memberships and cards."""

from __future__ import annotations

from typing import Any

from promoter_app.domain.people import Person
from promoter_app.store.book import Book
from promoter_app.store.duplicates.aliases import one, same

ALIVE_MEMBERSHIP = "m.since <= :day AND (m.until IS NULL OR m.until >= :day)"
_PERSON = f"""
SELECT p.id, p.name, p.kind, p.sex, p.age_group, p.language, p.name_key,
  (SELECT m.crew FROM membership_now m WHERE m.person = p.id AND {ALIVE_MEMBERSHIP}
     ORDER BY m.since DESC, m.id DESC LIMIT 1) AS crew,
  (SELECT c.id FROM card_assignment a JOIN card c ON c.id = a.card
     WHERE {same("a.person", "p.id")} AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = a.id)
       AND NOT EXISTS (SELECT 1 FROM card_cancel x WHERE x.card = c.id
                         AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = x.id))
     ORDER BY a.wall DESC, a.id DESC LIMIT 1) AS card
FROM person_now p
"""
_FULL = f"""
SELECT q.*, w.name AS crew_name, c.number AS card_number, c.code AS card_code
FROM ({{inner}}) q LEFT JOIN crew_now w ON w.id = q.crew LEFT JOIN card c ON c.id = q.card
"""  # noqa: F541


def _as_person(row: dict[str, Any]) -> Person:
    return Person(
        row["id"], row["name"], row["kind"], row["sex"], row["age_group"], row["language"],
        row["crew"], row["crew_name"], row["card_number"], row["card_code"],
    )


def _people(book: Book, where: str, order: str, params: dict[str, Any]) -> list[Person]:
    sql = _FULL.format(inner=f"{_PERSON} WHERE {where} {order}") + " ORDER BY q.name_key, q.id"
    return [_as_person(row) for row in book.rows(sql, params)]


def person(book: Book, id: bytes, day: str) -> Person | None:
    """One person as of `day`, or None. The id of a record that was united finds the one that stands for it."""
    found = _people(book, f"p.id = {one(':id')}", "", {"id": id, "day": day})
    return found[0] if found else None


def people_of_crew(book: Book, crew: bytes, day: str) -> list[Person]:
    """The crew's members on `day`, by name."""
    where = f"p.id IN (SELECT m.person FROM membership_now m WHERE m.crew = :crew AND {ALIVE_MEMBERSHIP})"
    return _people(book, where, "ORDER BY p.name_key, p.id", {"crew": crew, "day": day})


def page_of_people(
    book: Book, day: str, *, kind: str | None = None, after: tuple[str, bytes] | None = None, limit: int = 200
) -> list[Person]:
    """A page of everybody by name; `after` is the last row's (name_key, id) of the page before."""
    where = "(:kind IS NULL OR p.kind = :kind)"
    params: dict[str, Any] = {"day": day, "kind": kind, "limit": limit}
    if after:
        where += " AND (p.name_key, p.id) > (:key, :id)"
        params |= {"key": after[0], "id": after[1]}
    return _people(book, where, "ORDER BY p.name_key, p.id LIMIT :limit", params)


def find_people(
    book: Book, tokens: list[str], day: str, *, crew: bytes | None = None, limit: int = 20, inside: bool = False
) -> list[Person]:
    """People whose folded name has a word that starts with (or, `inside`, contains) each of `tokens`."""
    where, params = [], {"day": day, "limit": limit}
    for index, token in enumerate(tokens):
        where.append(f"(' ' || p.name_key) LIKE :t{index} ESCAPE '!'")
        params[f"t{index}"] = ("%" if inside else "% ") + _escaped(token) + "%"
    if crew is not None:
        where.append(f"p.id IN (SELECT m.person FROM membership_now m WHERE m.crew = :crew AND {ALIVE_MEMBERSHIP})")
        params["crew"] = crew
    return _people(book, " AND ".join(where) or "1", "ORDER BY p.name_key, p.id LIMIT :limit", params)


def _escaped(token: str) -> str:
    return "".join("!" + letter if letter in "!%_" else letter for letter in token)


def person_by_card_number(book: Book, number: int, day: str) -> Person | None:
    """Who holds the valid card with this number."""
    rows = book.rows(
        f"SELECT {one('a.person')} AS person FROM card c JOIN card_assignment a ON a.card = c.id WHERE c.number = ?"
        " AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = a.id)"
        " AND NOT EXISTS (SELECT 1 FROM card_cancel x WHERE x.card = c.id"
        " AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = x.id)) ORDER BY a.wall DESC, a.id DESC LIMIT 1",
        (number,),
    )
    return person(book, rows[0]["person"], day) if rows else None


def cards_with_code(book: Book, code: str) -> list[dict[str, Any]]:
    """The printed cards with a code (one, unless two laptops registered the same card).

    Each: id, number, person (or None), cancelled (0/1), good_number (or None).
    """
    return book.rows(
        f"""
        SELECT c.id, c.number,
          (SELECT {one("a.person")} FROM card_assignment a WHERE a.card = c.id
             AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = a.id)
             AND {one("a.person")} IN (SELECT id FROM person_now)
             ORDER BY a.wall DESC, a.id DESC LIMIT 1) AS person,
          EXISTS (SELECT 1 FROM card_cancel x WHERE x.card = c.id
             AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = x.id)) AS cancelled,
          (SELECT g.number FROM card_cancel x JOIN card g ON g.id = x.good_card WHERE x.card = c.id
             ORDER BY x.wall DESC LIMIT 1) AS good_number
        FROM card c WHERE c.code = ? AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = c.id)
        ORDER BY person IS NULL, c.id
        """,
        (code,),
    )


def highest_card_number(book: Book, first: int, size: int) -> int | None:
    """The highest card number used in a block of numbers, or None when the block is untouched."""
    found = book.value(
        "SELECT max(number) FROM card WHERE number >= ? AND number < ?", (first, first + size)
    )
    return None if found is None else int(found)


_BLANK = (
    " FROM card c WHERE NOT EXISTS (SELECT 1 FROM card_assignment a WHERE a.card = c.id AND NOT EXISTS"
    " (SELECT 1 FROM void v WHERE v.target = a.id)) AND NOT EXISTS"
    " (SELECT 1 FROM card_cancel x WHERE x.card = c.id"
    " AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = x.id))"
)


def blank_cards(book: Book, limit: int = 50) -> list[dict[str, Any]]:
    """Printed cards that nobody has yet, lowest number first: id, number, code."""
    return book.rows(f"SELECT c.id, c.number, c.code{_BLANK} ORDER BY c.number LIMIT ?", (limit,))


def count_blank_cards(book: Book, most: int) -> int:
    """How many there are, counted up to `most`: from the highest number, as the latest printed are the unused ones."""
    return len(book.rows(f"SELECT 1{_BLANK} ORDER BY c.number DESC LIMIT ?", (most,)))


def crews(book: Book, day: str, season: bytes | None = None) -> list[dict[str, Any]]:
    """Crews with their names around them: id, code, name, leader, sector, season, company, venue, people."""
    return book.rows(
        f"""
        SELECT c.id, c.code, c.name, c.leader, c.sector, c.season, s.name AS season_name, c.company,
          co.name AS company_name, c.venue, v.name AS venue_name, c.partner,
          (SELECT count(DISTINCT m.person) FROM membership_now m WHERE m.crew = c.id AND {ALIVE_MEMBERSHIP}) AS people
        FROM crew_now c LEFT JOIN season_now s ON s.id = c.season LEFT JOIN company_now co ON co.id = c.company
          LEFT JOIN venue_now v ON v.id = c.venue
        WHERE (:season IS NULL OR c.season = :season) ORDER BY c.name, c.id
        """,
        {"day": day, "season": season},
    )


def crew_languages(book: Book, crew: bytes, day: str) -> list[tuple[str | None, int]]:
    """How many members prefer each language, most first; None is sin dato."""
    rows = book.rows(
        f"SELECT p.language, count(DISTINCT p.id) AS n FROM membership_now m JOIN person_now p ON p.id = m.person"
        f" WHERE m.crew = :crew AND {ALIVE_MEMBERSHIP} GROUP BY p.language ORDER BY n DESC, p.language",
        {"crew": crew, "day": day},
    )
    return [(row["language"], row["n"]) for row in rows]


def count_people(book: Book, kind: str | None = None) -> int:
    """Number of people registered."""
    return int(book.value("SELECT count(*) FROM person_now WHERE (?1 IS NULL OR kind = ?1)", (kind,)))


def crew_code(book: Book, crew: bytes) -> str | None:
    """The short code of a crew (`LPI`), or None."""
    found = book.value("SELECT code FROM crew_now WHERE id = ?", (crew,))
    return None if found is None else str(found)


def names_registered(book: Book, day: str) -> list[tuple[bytes, str, bytes | None]]:
    """Everybody's id, folded name and crew of the day: what a list is compared with."""
    return [
        (row["id"], row["name_key"], row["crew"])
        for row in book.rows(f"SELECT q.id, q.name_key, q.crew FROM ({_PERSON}) q", {"day": day})
    ]


def card_blocks(book: Book, device: bytes | None) -> list[dict[str, Any]]:
    """Blocks of card numbers of a laptop (None: of all), in order: first, size."""
    return book.rows(
        "SELECT first, size FROM card_block WHERE ?1 IS NULL OR device = ?1 ORDER BY rowid", (device,)
    )
