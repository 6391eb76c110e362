"""Reading work done and missed: answers by question, sessions of the plan, closures."""

from __future__ import annotations

from typing import Any

from promoter_app.store.book import Book


def item_results(book: Book, crew: bytes | None, first: str, last: str) -> list[dict[str, Any]]:
    """Last valid answers by question, of one crew's sessions or of all: module, number, text_es, text_en, answer,
    asked_before, right_before, asked_after, right_after (raised hands included)."""
    return book.rows(
        """
        WITH given AS (
          SELECT t.phase, n.item, n.choice = i.answer AS right, max(n.id)
          FROM attempt t JOIN session_now s ON s.id = t.session JOIN answer n ON n.attempt = t.id
            JOIN item i ON i.id = n.item
          WHERE (:crew IS NULL OR s.crew = :crew) AND s.held_on BETWEEN :first AND :last AND NOT t.declined
            AND t.id NOT IN (SELECT target FROM void) AND n.id NOT IN (SELECT target FROM void)
          GROUP BY n.attempt, n.item
        ), hands AS (
          SELECT h.phase, h.item, h.correct, h.total, max(h.id) FROM hand_count h
            JOIN session_now s ON s.id = h.session
          WHERE (:crew IS NULL OR s.crew = :crew) AND s.held_on BETWEEN :first AND :last
            AND h.id NOT IN (SELECT target FROM void) GROUP BY h.session, h.phase, h.item
        ), counted AS (
          SELECT phase, item, count(*) AS asked, sum(right) AS right FROM given GROUP BY phase, item
          UNION ALL SELECT phase, item, sum(total), sum(correct) FROM hands GROUP BY phase, item
        )
        SELECT m.code AS module, i.number, i.text_es, coalesce(i.text_en, i.text_es) AS text_en, i.answer,
          coalesce(sum(c.asked) FILTER (WHERE c.phase = 'pre'), 0) AS asked_before,
          coalesce(sum(c.right) FILTER (WHERE c.phase = 'pre'), 0) AS right_before,
          coalesce(sum(c.asked) FILTER (WHERE c.phase = 'post'), 0) AS asked_after,
          coalesce(sum(c.right) FILTER (WHERE c.phase = 'post'), 0) AS right_after
        FROM counted c JOIN item i ON i.id = c.item JOIN module m ON m.id = i.module
        GROUP BY m.code, i.number, i.text_es, i.answer ORDER BY m.code, i.number, i.text_es
        """,
        {"crew": crew, "first": first, "last": last},
    )


def plan(book: Book, first: str, last: str) -> list[dict[str, Any]]:
    """Sessions of some days with the ids that a closure may name: code, held_on, crew, crew_name, module, state,
    reason, partner, company, venue, place, parent, grandparent, season."""
    return book.rows(
        """
        SELECT s.code, s.held_on, s.crew, c.name AS crew_name, s.module, s.state, s.reason, c.partner,
          coalesce(c.company, v.company) AS company, v.id AS venue, p.id AS place, p.parent, q.parent AS grandparent,
          coalesce(s.season, c.season) AS season
        FROM session_now s LEFT JOIN crew_now c ON c.id = s.crew
          LEFT JOIN venue_now v ON v.id = coalesce(s.venue, c.venue)
          LEFT JOIN place_now p ON p.id = v.place LEFT JOIN place_now q ON q.id = p.parent
        WHERE s.held_on BETWEEN ? AND ? ORDER BY s.held_on, s.starts, s.id
        """,
        (first, last),
    )


def closures(book: Book) -> list[dict[str, Any]]:
    """Closures in order: scope, target, starts, ends, reason."""
    return book.rows("SELECT scope, target, starts, ends, reason FROM closure_now ORDER BY starts, id")
