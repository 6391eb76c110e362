"""Reading what a week is planned from: crews, breaks, closures, who can work when, times by road, sessions."""

from __future__ import annotations

from typing import Any

from promoter_app.store.book import Book
from promoter_app.store.duplicates.aliases import one, same
from promoter_app.store.sessions import VALID


def crews_in_season(book: Book, first: str, last: str) -> list[dict[str, Any]]:
    """Crews whose season touches `first`..`last`: names, season's end, company, place, coordinates, people.

    `dissolved` is 1 for a crew whose session was called off because it dissolved.
    """
    return book.rows(
        """
        SELECT c.id, c.code, c.name, c.sector, c.season, c.expected, c.partner, s.ends AS season_ends,
          coalesce(c.company, v.company, s.company) AS company, co.name AS company_name, c.venue, v.name AS venue_name,
          v.place, pl.name AS place_name, v.latitude, v.longitude,
          (SELECT count(DISTINCT m.person) FROM membership_now m WHERE m.crew = c.id
             AND m.since <= :first AND (m.until IS NULL OR m.until >= :first)) AS people,
          EXISTS (SELECT 1 FROM session_now x WHERE x.crew = c.id AND x.state = 'not_held'
             AND x.reason = 'crew_dissolved') AS dissolved
        FROM crew_now c JOIN season_now s ON s.id = c.season LEFT JOIN venue_now v ON v.id = c.venue
          LEFT JOIN company_now co ON co.id = coalesce(c.company, v.company, s.company)
          LEFT JOIN place_now pl ON pl.id = v.place
        WHERE s.starts <= :last AND s.ends >= :first ORDER BY company_name, c.name, c.id
        """,
        {"first": first, "last": last},
    )


def break_windows(book: Book) -> list[dict[str, Any]]:
    """Agreed breaks: crew, venue, weekday, starts, ends, rest (minutes that stay for eating)."""
    return book.rows(
        "SELECT crew, venue, weekday, starts, ends, coalesce(legal_rest_minutes, 0) AS rest FROM break_window_now"
        " ORDER BY weekday, starts, ends, id"
    )


def closures(book: Book, first: str, last: str) -> list[dict[str, Any]]:
    """Closures that touch `first`..`last`: scope, target, starts, ends, reason, note."""
    return book.rows(
        "SELECT scope, target, starts, ends, reason, note FROM closure_now WHERE starts <= ? AND ends >= ?"
        " ORDER BY starts, id",
        (last, first),
    )


def place_parents(book: Book) -> dict[bytes, bytes | None]:
    """Each place and the larger one around it."""
    return {row["id"]: row["parent"] for row in book.rows("SELECT id, parent FROM place_now")}


def staff(book: Book, kind: str) -> list[dict[str, Any]]:
    """Promoters or interpreters: id, name, language, partner."""
    return book.rows("SELECT id, name, language, partner FROM person_now WHERE kind = ? ORDER BY name_key, id", (kind,))


def languages_of_staff(book: Book) -> list[dict[str, Any]]:
    """Other languages of the people of the project: person, language."""
    return book.rows(
        f"SELECT p.id AS person, l.language FROM person_language l JOIN person_now p ON p.id = {one('l.person')}"
        f" WHERE p.kind != 'worker' AND {VALID.format('l')}"
    )


def module_authorisations(book: Book, day: str) -> list[dict[str, Any]]:
    """Topics that people may give on `day`: person, module."""
    return book.rows(
        "SELECT person, module FROM authorisation_now WHERE kind = 'module' AND since <= ?1"
        " AND (until IS NULL OR until >= ?1)",
        (day,),
    )


def availability(book: Book, first: str, last: str) -> list[dict[str, Any]]:
    """What was said about when people work in `first`..`last`, the last word last."""
    return book.rows(
        "SELECT person, since, until, weekday, present, starts, ends FROM availability_now"
        " WHERE since <= ? AND (until IS NULL OR until >= ?) ORDER BY wall, id",
        (last, first),
    )


def home_bases(book: Book) -> list[dict[str, Any]]:
    """Where people set out from: person, latitude, longitude (of the base, else of its venue)."""
    return book.rows(
        "SELECT h.person, coalesce(h.latitude, v.latitude) AS latitude, coalesce(h.longitude, v.longitude) AS longitude"
        " FROM home_base_now h LEFT JOIN venue_now v ON v.id = h.venue ORDER BY h.wall, h.id"
    )


def usual_places(book: Book) -> list[dict[str, Any]]:
    """The middle of the venues where each promoter has given sessions: person, latitude, longitude."""
    return book.rows(
        "SELECT s.promoter AS person, avg(v.latitude) AS latitude, avg(v.longitude) AS longitude FROM session_now s"
        " JOIN venue_now v ON v.id = s.venue WHERE s.promoter IS NOT NULL AND v.latitude IS NOT NULL"
        " AND v.longitude IS NOT NULL GROUP BY s.promoter"
    )


def travel_times(book: Book) -> list[dict[str, Any]]:
    """The table of times by road, the last word last: a, b (venue or person), minutes."""
    return book.rows("SELECT a, b, minutes FROM travel_time_now ORDER BY wall, id")


def sessions_in(book: Book, first: str, last: str) -> list[dict[str, Any]]:
    """Training sessions of crews in `first`..`last`, in order of time, with their promoter's name."""
    return book.rows(
        """
        SELECT s.id, s.code, s.crew, s.module, s.venue, s.season, s.held_on, s.starts, s.ends, s.promoter, s.state,
          s.reason, s.language, s.kind, coalesce(s.pinned, 0) AS pinned, p.name AS promoter_name
        FROM session_now s LEFT JOIN person_now p ON p.id = s.promoter
        WHERE s.held_on BETWEEN ? AND ? AND s.crew IS NOT NULL ORDER BY s.held_on, s.starts, s.code, s.id
        """,
        (first, last),
    )


def staff_of_sessions(book: Book, first: str, last: str) -> list[dict[str, Any]]:
    """Who else gives the sessions of those days: id, session, person, role, name."""
    return book.rows(
        f"SELECT t.id, t.session, {one('t.person')} AS person, t.role, p.name FROM session_staff t"
        f" JOIN session_now s ON s.id = t.session LEFT JOIN person_now p ON p.id = {one('t.person')}"
        f" WHERE s.held_on BETWEEN ? AND ? AND {VALID.format('t')} ORDER BY t.rowid",
        (first, last),
    )


def held_before(book: Book, last: str) -> list[dict[str, Any]]:
    """Sessions that crews really had up to `last`: crew, module, held_on, season, kind."""
    return book.rows(
        "SELECT crew, module, held_on, season, kind FROM session_now WHERE crew IS NOT NULL AND module IS NOT NULL"
        " AND state IN ('held', 'open', 'reopened') AND kind IN ('training', 'refresher') AND held_on <= ?"
        " ORDER BY held_on, starts",
        (last,),
    )


def languages_of_crews(book: Book, day: str) -> list[dict[str, Any]]:
    """How many members of each crew prefer each language: crew, language (None: sin dato), n."""
    return book.rows(
        "SELECT m.crew, p.language, count(DISTINCT p.id) AS n"
        " FROM membership_now m JOIN person_now p ON p.id = m.person"
        " WHERE m.since <= ?1 AND (m.until IS NULL OR m.until >= ?1) GROUP BY m.crew, p.language"
        " ORDER BY m.crew, n DESC, p.language",
        (day,),
    )


def promoter_named(book: Book, name_key: str) -> bytes | None:
    """The promoter with this folded name, or None."""
    found = book.value("SELECT id FROM person_now WHERE kind = 'promoter' AND name_key = ? LIMIT 1", (name_key,))
    return None if found is None else bytes(found)


def calendar_rows(book: Book, person: bytes, first: str, last: str) -> list[dict[str, Any]]:
    """Sessions in which a person goes or once went, with their last values; `gone` is 1 when not theirs any more.

    `changes` counts the changes made to the session: it only ever grows.
    """
    return book.rows(
        f"""
        SELECT b.id, coalesce(s.held_on, b.held_on) AS held_on, coalesce(s.starts, b.starts) AS starts,
          coalesce(s.ends, b.ends) AS ends, coalesce(s.module, b.module) AS module, coalesce(s.state, b.state) AS state,
          c.name AS crew_name, c.sector, v.name AS venue_name, pl.name AS place_name, se.timezone,
          s.id IS NULL OR NOT (s.promoter IS :person OR EXISTS (SELECT 1 FROM session_staff t
            WHERE t.session = b.id AND {same("t.person", ":person")} AND {VALID.format('t')})) AS gone,
          (SELECT count(*) FROM edit e WHERE e.entity = b.id) + (SELECT count(*) FROM void w WHERE w.target = b.id)
            + (SELECT count(*) FROM session_staff t JOIN void w ON w.target = t.id WHERE t.session = b.id) AS changes
        FROM session b LEFT JOIN session_now s ON s.id = b.id LEFT JOIN crew_now c ON c.id = coalesce(s.crew, b.crew)
          LEFT JOIN venue_now v ON v.id = coalesce(s.venue, b.venue) LEFT JOIN place_now pl ON pl.id = v.place
          LEFT JOIN season_now se ON se.id = coalesce(s.season, b.season)
        WHERE coalesce(s.held_on, b.held_on) BETWEEN :first AND :last AND (b.promoter IS :person
          OR EXISTS (SELECT 1 FROM edit e WHERE e.entity = b.id AND e.field = 'promoter' AND e.value = :hex)
          OR EXISTS (SELECT 1 FROM session_staff t WHERE t.session = b.id AND {same("t.person", ":person")}))
        ORDER BY held_on, starts, b.id
        """,
        {"person": person, "hex": person.hex(), "first": first, "last": last},
    )
