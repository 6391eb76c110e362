"""Reading the frame of follow-up: periods, indicators, targets, names of groups, closed periods, what was written."""

from __future__ import annotations

from collections import Counter
from datetime import UTC, date, datetime
from typing import Any

from promoter_app.store.book import Book

_STANDING = "{0}.id NOT IN (SELECT target FROM void)"


def periods(book: Book) -> list[dict[str, Any]]:
    """Declared periods in order: id, name, starts, ends."""
    return book.rows("SELECT id, name, starts, ends FROM period_now ORDER BY starts, ends, id")


def indicators(book: Book) -> list[dict[str, Any]]:
    """Declared indicators in the order they were written: id, code, donor_code, name_es, name_en, rule."""
    return book.rows("SELECT id, code, donor_code, name_es, name_en, rule FROM indicator_now ORDER BY rowid")


def targets(book: Book, period: bytes | None, partner: bytes | None) -> dict[bytes, float | None]:
    """Targets of a period by indicator; a target without a value is None. The last one written stands."""
    rows = book.rows(
        "SELECT indicator, value FROM target_now WHERE period IS ? AND partner IS ? ORDER BY rowid", (period, partner)
    )
    return {row["indicator"]: row["value"] for row in rows}


def targets_of_partners(book: Book, period: bytes | None) -> dict[tuple[bytes, bytes], float | None]:
    """Targets of single partners in a period, by indicator and partner."""
    rows = book.rows(
        "SELECT indicator, partner, value FROM target_now WHERE period IS ? AND partner IS NOT NULL ORDER BY rowid",
        (period,),
    )
    return {(row["indicator"], row["partner"]): row["value"] for row in rows}


def targets_to_set(book: Book) -> list[dict[str, Any]]:
    """Indicator and period without a value: indicator, period, partner (id), owner, due (both may be None).

    An indicator with no target row at all in a period is listed too.
    """
    return book.rows(
        """
        SELECT i.code AS indicator, p.name AS period, p.starts, t.partner, t.owner, t.due
        FROM indicator_now i JOIN period_now p
          LEFT JOIN target_now t ON t.indicator = i.id AND t.period = p.id
        WHERE t.value IS NULL AND (t.id IS NOT NULL OR NOT EXISTS
          (SELECT 1 FROM target_now o WHERE o.indicator = i.id AND o.period = p.id))
        ORDER BY coalesce(t.due, p.ends), p.starts, i.rowid
        """
    )


def names(book: Book) -> dict[str, str]:
    """Names behind the hex ids of groups: places, companies, partners, crews, promoters."""
    rows = book.db.execute(
        """
        SELECT hex(id), name FROM place_now UNION ALL SELECT hex(id), name FROM company_now
        UNION ALL SELECT hex(id), name FROM partner_now UNION ALL SELECT hex(id), name FROM crew_now
        UNION ALL SELECT hex(id), name FROM person_now WHERE kind IN ('promoter', 'coordinator')
        """
    ).fetchall()
    return dict(rows)


def companies(book: Book) -> list[dict[str, Any]]:
    """Companies in order of name: id, name."""
    return book.rows("SELECT id, name FROM company_now ORDER BY name, id")


def module_titles(book: Book) -> dict[str, tuple[str, str]]:
    """Titles of topics by code, as the latest course says."""
    rows = book.db.execute(
        "SELECT m.code, m.title_es, m.title_en FROM module m JOIN curriculum c ON c.id = m.curriculum"
        " ORDER BY c.version, m.rowid"
    ).fetchall()
    return {code: (es or code, en or es or code) for code, es, en in rows}


def language_names(book: Book) -> dict[str, str]:
    """Names of languages by code: what it calls itself, else its group; its variant where that is not one alone."""
    rows = book.db.execute("SELECT code, autonym, group_name, variant FROM language_now ORDER BY rowid").fetchall()
    called = Counter(autonym for _code, autonym, _group, _variant in rows)
    found = {}
    for code, autonym, group, variant in rows:
        name = autonym or group or code
        found[code] = name if (autonym and called[autonym] == 1) or not variant else f"{name} ({variant})"
    return found


def crews_by_first_day(book: Book) -> list[tuple[tuple[str, ...], str]]:
    """Each crew's sector, state, municipality and company with its first valid session. Call inside `base`."""
    rows = book.db.execute(
        "SELECT coalesce(sector, ''), hex(state), hex(municipality), hex(company), min(day)"
        " FROM temp.held WHERE counts AND crew IS NOT NULL GROUP BY crew, 1, 2, 3, 4"
    ).fetchall()
    return [(tuple(map(str, row[:-1])), str(row[-1])) for row in rows]


def last_written(book: Book) -> date:
    """The day on which somebody last worked with the data, by that laptop's clock."""
    row = book.row("SELECT started, utc_offset FROM run ORDER BY started DESC LIMIT 1")
    if row is None:
        return date.min
    return datetime.fromtimestamp(row["started"] / 1000 + row["utc_offset"] * 60, UTC).date()


def last_close(book: Book, period: bytes) -> dict[str, Any] | None:
    """The last time a period was closed: id, fingerprint, wall, note; or None."""
    return book.row(
        f"SELECT c.id, c.fingerprint, c.wall, c.note FROM period_close c WHERE c.period = ?"
        f" AND {_STANDING.format('c')} ORDER BY c.wall DESC, c.id DESC LIMIT 1",
        (period,),
    )


def figures_of_close(book: Book, close: bytes) -> list[dict[str, Any]]:
    """The figures as they were: indicator, breakdown, grp, actual, part, whole, cumulative."""
    return book.rows(
        "SELECT indicator, breakdown, grp, actual, part, whole, cumulative FROM period_figure WHERE close = ?"
        " ORDER BY indicator, breakdown, grp",
        (close,),
    )


def reasons_of(book: Book, close: bytes) -> dict[str, str]:
    """The last reason written for each indicator that changed after a close."""
    rows = book.rows(
        f"SELECT r.indicator, r.reason FROM restatement r WHERE r.close = ? AND {_STANDING.format('r')}"
        " ORDER BY r.wall, r.id",
        (close,),
    )
    return {row["indicator"]: row["reason"] for row in rows}


def comments(book: Book, period: bytes) -> dict[str, str]:
    """The last words of the office about each indicator of a period; those taken away are left out."""
    rows = book.rows(
        f"SELECT c.indicator, c.words FROM indicator_comment c WHERE c.period = ? AND {_STANDING.format('c')}"
        " ORDER BY c.wall, c.id",
        (period,),
    )
    last = {row["indicator"]: row["words"] for row in rows}
    return {code: words for code, words in last.items() if words}


def written_after(book: Book, wall: int, last: str) -> dict[str, int]:
    """What reached the data after a moment for sessions until a day: attendances, answers, voids, erased people."""
    found = book.row(
        """
        SELECT (SELECT count(*) FROM attendance a JOIN session_now s ON s.id = a.session
                WHERE a.wall > :wall AND s.held_on <= :last) AS attendances,
          (SELECT count(*) FROM attempt t JOIN session_now s ON s.id = t.session
                WHERE t.wall > :wall AND s.held_on <= :last) AS tests,
          (SELECT count(*) FROM void v WHERE v.wall > :wall) AS voids,
          (SELECT count(*) FROM link l WHERE l.wall > :wall) AS links,
          (SELECT count(DISTINCT e.subject) FROM erasure e WHERE e.wall > :wall AND e.stage = 'suppress') AS erased
        """,
        {"wall": wall, "last": last},
    )
    return found or {}


def ratings(book: Book) -> list[dict[str, Any]]:
    """Ratings that stand, oldest first: id, period, outcome, aspect, level, justification, wall."""
    return book.rows(
        f"SELECT r.id, r.period, r.outcome, r.aspect, r.level, r.justification, r.wall FROM rating r"
        f" WHERE {_STANDING.format('r')} AND r.id NOT IN (SELECT replaces FROM rating WHERE replaces IS NOT NULL"
        " AND id NOT IN (SELECT target FROM void)) ORDER BY r.wall, r.id"
    )


def adaptations(book: Book) -> list[dict[str, Any]]:
    """Changes of course, the last first: id, on_date, change, reason, evidence, agreed_by, donor_informed."""
    return book.rows(
        "SELECT a.id, a.on_date, a.change, a.reason, a.evidence, a.agreed_by, a.donor_informed FROM adaptation a"
        f" WHERE {_STANDING.format('a')} ORDER BY a.on_date DESC, a.id DESC"
    )


def samples(book: Book) -> list[dict[str, Any]]:
    """Frozen samples: id, name, frozen_on, definition, people."""
    return book.rows(
        f"SELECT s.id, s.name, s.frozen_on, s.definition, s.people FROM sample s WHERE {_STANDING.format('s')}"
        " ORDER BY s.frozen_on, s.id"
    )


def milestones(book: Book) -> list[dict[str, Any]]:
    """Milestones, those not reached first by due day: standard, version, body, status, due, reached_on, note."""
    return book.rows(
        "SELECT standard, version, body, status, due, reached_on, note FROM milestone_now"
        " ORDER BY reached_on IS NOT NULL, coalesce(reached_on, due), standard, id"
    )


def people_matching(book: Book, fields: dict[str, str | None]) -> list[bytes]:
    """Workers whose own fields (sex, age_group, language, migrant) have these values; None asks for sin dato."""
    allowed = ("sex", "age_group", "language", "migrant")
    where = " AND ".join(f"CAST({field} AS TEXT) IS :{field}" for field in fields if field in allowed)
    rows = book.rows(f"SELECT id FROM person_now WHERE kind = 'worker' AND {where or '1'} ORDER BY id", fields)
    return [row["id"] for row in rows]
