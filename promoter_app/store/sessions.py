"""Reading sessions, their attendance, waiting scans and steps."""

from __future__ import annotations

from typing import Any

from promoter_app.domain.sessions import Session
from promoter_app.store.book import Book
from promoter_app.store.duplicates.aliases import one, same
from promoter_app.store.people import ALIVE_MEMBERSHIP

VALID = "NOT EXISTS (SELECT 1 FROM void v WHERE v.target = {0}.id)"
_MEMBERS = f"WITH members AS (SELECT m.person FROM membership_now m WHERE m.crew = :crew AND {ALIVE_MEMBERSHIP})"
_RECORDS_OF_MEMBERS = (
    "SELECT person FROM members UNION ALL SELECT id FROM person_alias WHERE person IN (SELECT person FROM members)"
)
_SESSION = f"""
SELECT s.id, s.code, s.kind, s.held_on, s.starts, s.ends, s.state, s.module, s.curriculum, s.crew,
  c.name AS crew_name, c.leader, s.venue, v.name AS venue_name, pl.name AS place_name,
  co.name AS company_name, coalesce(c.sector, se.sector) AS sector, s.season, s.language, s.promoter,
  s.reason, s.note,
  (SELECT count(DISTINCT m.person) FROM membership_now m WHERE m.crew = s.crew
     AND m.since <= s.held_on AND (m.until IS NULL OR m.until >= s.held_on)) AS people,
  (SELECT count(DISTINCT {one("a.person")}) FROM attendance a WHERE a.session = s.id AND {VALID.format("a")}) AS present
FROM session_now s LEFT JOIN crew_now c ON c.id = s.crew LEFT JOIN venue_now v ON v.id = s.venue
  LEFT JOIN place_now pl ON pl.id = v.place LEFT JOIN company_now co ON co.id = coalesce(c.company, v.company)
  LEFT JOIN season_now se ON se.id = s.season
"""


def _as_session(row: dict[str, Any]) -> Session:
    return Session(**row)


def session(book: Book, id: bytes) -> Session | None:
    """One session, or None."""
    row = book.row(f"{_SESSION} WHERE s.id = ?", (id,))
    return _as_session(row) if row else None


def sessions_with_code(book: Book, code: str) -> list[Session]:
    """Sessions whose code is `code` (any case)."""
    return [_as_session(row) for row in book.rows(f"{_SESSION} WHERE s.code = upper(?)", (code,))]


def sessions_between(
    book: Book, first: str, last: str, *, crew: bytes | None = None, state: str | None = None
) -> list[Session]:
    """Sessions of the days `first`..`last`, in order of time."""
    rows = book.rows(
        f"{_SESSION} WHERE s.held_on BETWEEN :first AND :last AND (:crew IS NULL OR s.crew = :crew)"
        " AND (:state IS NULL OR s.state = :state) ORDER BY s.held_on, s.starts, s.code, s.id",
        {"first": first, "last": last, "crew": crew, "state": state},
    )
    return [_as_session(row) for row in rows]


def open_sessions(book: Book) -> list[Session]:
    """Sessions that somebody began and did not close, the latest first."""
    rows = book.rows(f"{_SESSION} WHERE s.state IN ('open', 'reopened') ORDER BY s.held_on DESC, s.starts DESC")
    return [_as_session(row) for row in rows]


def present_rows(book: Book, session: bytes) -> list[dict[str, Any]]:
    """Who is here, the last first: attendance, person, wall, crew, in_crew, is_new (registered in this session)."""
    return book.rows(
        f"""
        SELECT a.id AS attendance, {one("a.person")} AS person, max(a.wall) AS last_wall, min(a.wall) AS wall, a.way,
          r.utc_offset, EXISTS (SELECT 1 FROM membership_now m JOIN session_now s ON s.id = a.session
             WHERE m.person = {one("a.person")} AND m.crew = s.crew AND m.since <= s.held_on
               AND (m.until IS NULL OR m.until >= s.held_on)) AS in_crew,
          max(a.way = 'walk_in') AS is_new
        FROM attendance a LEFT JOIN run r ON r.run = substr(a.id, 1, 12)
        WHERE a.session = ? AND {VALID.format("a")} AND {one("a.person")} IN (SELECT id FROM person_now)
        GROUP BY {one("a.person")} ORDER BY a.rowid DESC
        """,
        (session,),
    )


def present_at(book: Book, session: bytes, person: bytes) -> dict[str, Any] | None:
    """The first valid attendance of a person in a session: id, wall, utc_offset; or None."""
    return book.row(
        "SELECT a.id, a.wall, r.utc_offset FROM attendance a LEFT JOIN run r ON r.run = substr(a.id, 1, 12)"
        f" WHERE a.session = ?1 AND {same('a.person', '?2')} AND {VALID.format('a')} ORDER BY a.wall LIMIT 1",
        (session, person),
    )


def presences(book: Book, session: bytes, person: bytes) -> list[bytes]:
    """Every valid attendance of a person in a session (more than one after laptops were united)."""
    rows = book.rows(
        f"SELECT a.id FROM attendance a WHERE a.session = ?1 AND {same('a.person', '?2')} AND {VALID.format('a')}"
        " ORDER BY a.rowid",
        (session, person),
    )
    return [row["id"] for row in rows]


def last_came(book: Book, person: bytes) -> str | None:
    """The local date of the last session that a person attended, or None."""
    found = book.value(
        "SELECT max(s.held_on) FROM attendance a JOIN session_now s ON s.id = a.session"
        f" WHERE {same('a.person', '?1')} AND {VALID.format('a')}",
        (person,),
    )
    return None if found is None else str(found)


def is_member(book: Book, person: bytes, crew: bytes, day: str) -> bool:
    """Whether the person belongs to the crew on `day`."""
    return bool(
        book.value(
            f"SELECT 1 FROM membership_now m WHERE m.person = :person AND m.crew = :crew AND {ALIVE_MEMBERSHIP}",
            {"person": person, "crew": crew, "day": day},
        )
    )


def count_present(book: Book, session: bytes) -> int:
    """People present in a session, each once."""
    return int(
        book.value(
            f"SELECT count(DISTINCT {one('a.person')}) FROM attendance a WHERE a.session = ? AND {VALID.format('a')}",
            (session,),
        )
    )


def waiting_scans(book: Book, session: bytes) -> list[dict[str, Any]]:
    """Scans without an answer, oldest first: id, state, code, card, person, number, wall, utc_offset, way."""
    return book.rows(
        f"""
        SELECT s.id, s.state, s.code, s.card, {one("s.person")} AS person, c.number, s.wall, r.utc_offset, s.way
        FROM scan s LEFT JOIN card c ON c.id = s.card LEFT JOIN run r ON r.run = substr(s.id, 1, 12)
        WHERE s.session = ? AND {VALID.format("s")} AND NOT EXISTS
          (SELECT 1 FROM scan_answer n WHERE n.scan = s.id AND {VALID.format("n")})
        ORDER BY s.rowid
        """,
        (session,),
    )


def unnamed_counts(book: Book, session: bytes) -> list[dict[str, Any]]:
    """Presences without a name: sex, age_group, reason, n."""
    return book.rows(
        f"SELECT u.sex, u.age_group, u.reason, count(*) AS n FROM unnamed_presence u WHERE u.session = ?"
        f" AND {VALID.format('u')} GROUP BY u.sex, u.age_group, u.reason",
        (session,),
    )


def steps_of(book: Book, session: bytes) -> list[dict[str, Any]]:
    """Step events in the order they were told: id, step, event, card_number, wall, utc_offset."""
    return book.rows(
        "SELECT t.id, t.step, t.event, t.card_number, t.wall, r.utc_offset FROM session_step t"
        f" LEFT JOIN run r ON r.run = substr(t.id, 1, 12) WHERE t.session = ? AND {VALID.format('t')}"
        " ORDER BY t.rowid",
        (session,),
    )


def held_of_crew(book: Book, crew: bytes, season: bytes | None) -> list[dict[str, Any]]:
    """Held sessions of a crew in a season (None: all): module, held_on, id, kind, season."""
    return book.rows(
        "SELECT module, held_on, id, kind, season FROM session_now WHERE crew = ?1 AND state = 'held'"
        " AND (?2 IS NULL OR season = ?2) ORDER BY held_on, starts",
        (crew, season),
    )


def modules_of_people(book: Book, crew: bytes, day: str) -> list[dict[str, Any]]:
    """Which modules each member of a crew attended (any crew, any season): person, module."""
    return book.rows(
        f"""
        {_MEMBERS} SELECT DISTINCT {one("a.person")} AS person, s.module
        FROM attendance a JOIN session_now s ON s.id = a.session WHERE a.person IN ({_RECORDS_OF_MEMBERS})
          AND s.kind = 'training' AND s.state IN ('held', 'open', 'reopened') AND {VALID.format("a")}
        """,
        {"crew": crew, "day": day},
    )


def scan_row(book: Book, scan: bytes) -> dict[str, Any] | None:
    """A scan as it was told: session, person, card, way, code, state; or None."""
    return book.row(
        f"SELECT session, {one('scan.person')} AS person, card, way, code, state FROM scan WHERE id = ?", (scan,)
    )


def has_override(book: Book, crew: bytes) -> bool:
    """Whether a coordinator opened a crew's sensitive topics early, with a reason."""
    return bool(
        book.value(
            f"SELECT 1 FROM override o WHERE o.crew = ? AND o.session IS NULL AND o.coordinator IS NOT NULL"
            f" AND {VALID.format('o')}",
            (crew,),
        )
    )


def names_around(book: Book, session: bytes) -> dict[str, Any]:
    """Names that paper needs: project, partner, promoter, interpreters (joined), modality, first_time people."""
    found = book.row(
        f"""
        SELECT (SELECT name FROM project_now ORDER BY wall, id LIMIT 1) AS project, pa.name AS partner,
          p.name AS promoter, s.modality,
          (SELECT group_concat(i.name, ', ') FROM session_staff t JOIN person_now i ON i.id = {one("t.person")}
             WHERE t.session = s.id AND t.role = 'interpreter' AND {VALID.format("t")}) AS interpreters
        FROM session_now s LEFT JOIN crew_now c ON c.id = s.crew LEFT JOIN partner_now pa ON pa.id = c.partner
          LEFT JOIN person_now p ON p.id = s.promoter WHERE s.id = ?
        """,
        (session,),
    )
    return found or {}


def people_with_attendance(book: Book, crew: bytes, day: str) -> set[bytes]:
    """Members of a crew who were in some session before `day`."""
    rows = book.rows(
        f"{_MEMBERS} SELECT DISTINCT {one('a.person')} AS person FROM attendance a"
        f" JOIN session_now s ON s.id = a.session WHERE s.held_on < :day AND {VALID.format('a')}"
        f" AND a.person IN ({_RECORDS_OF_MEMBERS})",
        {"crew": crew, "day": day},
    )
    return {row["person"] for row in rows}
