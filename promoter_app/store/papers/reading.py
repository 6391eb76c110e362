"""Reading what was printed: pages by code, rows that were typed in, constancias."""

from __future__ import annotations

from typing import Any

from promoter_app.store.book import Book
from promoter_app.store.duplicates.aliases import one, same
from promoter_app.store.sessions import VALID


def pages_with_code(book: Book, code: str, page: int | None = None) -> list[dict[str, Any]]:
    """Printed pages with a sheet code (one of each number, unless two sheets share the code).

    Each: id, code, page, kind, session, rows_on_page, people (hex ids by row, separated by blanks), form.
    """
    return book.rows(
        "SELECT p.id, p.code, p.page, p.kind, p.session, p.rows_on_page, p.people, p.form FROM printed_page p"
        f" WHERE p.code = ?1 AND (?2 IS NULL OR p.page = ?2) AND {VALID.format('p')} ORDER BY p.page, p.id",
        (code, page),
    )


def typed_rows(book: Book, printed_page: bytes) -> dict[int, bytes | None]:
    """Rows of a page that were typed in already, with the person (None: counted without a name)."""
    rows = book.rows(
        f"SELECT r.row_on_page, r.person FROM sheet_row r WHERE r.printed_page = ? AND {VALID.format('r')}",
        (printed_page,),
    )
    return {row["row_on_page"]: row["person"] for row in rows}


_CERTIFICATE = (
    "SELECT c.id, c.person, c.crop, c.folio, c.check_code, c.topics, c.minutes, c.first_day, c.last_day, c.issued_on,"
    f" p.name FROM certificate c LEFT JOIN person_now p ON p.id = {one('c.person')} WHERE {VALID.format('c')}"
)


def certificate_of(book: Book, person: bytes, crop: str) -> dict[str, Any] | None:
    """The constancia that a person has for a crop, the first one given; or None."""
    where = f"{same('c.person', '?1')} AND c.crop = ?2"
    return book.row(f"{_CERTIFICATE} AND {where} ORDER BY c.wall, c.id LIMIT 1", (person, crop))


def certificate_with_code(book: Book, check_code: str) -> dict[str, Any] | None:
    """The constancia with a verification code, or None."""
    return book.row(f"{_CERTIFICATE} AND c.check_code = ? LIMIT 1", (check_code,))


def count_certificates(book: Book, year: str) -> int:
    """How many folios of a year were given on this laptop's data."""
    return int(book.value("SELECT count(*) FROM certificate c WHERE c.folio LIKE ?", (f"C-{year}-%",)))


def attended_minutes(book: Book, person: bytes, sector: str) -> list[dict[str, Any]]:
    """Training sessions that a person attended for a crop: module, held_on, starts, ends."""
    return book.rows(
        "SELECT DISTINCT s.id, s.module, s.held_on, s.starts, s.ends FROM attendance a"
        " JOIN session_now s ON s.id = a.session LEFT JOIN crew_now c ON c.id = s.crew"
        f" WHERE {same('a.person', '?1')} AND {VALID.format('a')} AND s.kind IN ('training', 'refresher')"
        " AND s.state IN ('held', 'open', 'reopened') AND coalesce(c.sector, ?2) = ?2 ORDER BY s.held_on, s.starts",
        (person, sector),
    )


def names_of_crew(book: Book, crew: bytes) -> dict[str, Any]:
    """Names of the partner of a crew and of the promoter who gave its latest training (either may be None)."""
    found = book.row(
        """
        SELECT pa.name AS partner,
          (SELECT p.name FROM session_now s JOIN person_now p ON p.id = s.promoter
             WHERE s.crew = c.id AND s.kind IN ('training', 'refresher') AND s.state IN ('held', 'open', 'reopened')
             ORDER BY s.held_on DESC, s.starts DESC, s.id LIMIT 1) AS promoter
        FROM crew_now c LEFT JOIN partner_now pa ON pa.id = c.partner WHERE c.id = ?
        """,
        (crew,),
    )
    return found or {"partner": None, "promoter": None}
