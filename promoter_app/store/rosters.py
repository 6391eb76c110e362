"""A roster: the facts that one laptop needs, chosen from a book and put into another by set-based SQL.

The office's set-up goes whole, people and sessions only of the chosen crews, erasures and cancelled cards always.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from promoter_app.store import dbapi
from promoter_app.store.book import Book
from promoter_app.store.derived import rebuild
from promoter_app.store.migrations import TABLES

_WHOLE = (
    "project", "partner", "place", "company", "venue", "break_window", "season", "closure", "language", "setting",
    "travel_time", "recording", "topic_text", "local_insert", "topic_version", "topic_place", "curriculum",
    "module", "item", "test_form", "device", "device_key", "clock_correction", "card_block", "card_cancel", "erasure",
)  # fmt: skip
"""What every laptop of the project has. Cards are cancelled everywhere; an erasure carries no personal data."""
_OF_PEOPLE = (
    "membership", "authorisation", "availability", "home_base", "consent", "person_language", "card_assignment",
    "prior_training", "attendance", "bridge", "session_staff", "certificate",
)  # fmt: skip
_CHOSEN = """
CREATE TEMP TABLE roster_person AS
  SELECT m.person AS id FROM membership_now m WHERE m.crew IN (SELECT id FROM roster_crew)
  UNION SELECT id FROM person_now WHERE kind <> 'worker';
INSERT INTO roster_person SELECT l.id FROM person_alias l WHERE l.person IN (SELECT id FROM roster_person);
CREATE TEMP TABLE roster_blocked AS
  SELECT coalesce(l.person, e.subject) AS id FROM erasure e LEFT JOIN person_alias l ON l.id = e.subject
  WHERE e.stage = 'block' AND e.id NOT IN (SELECT target FROM void);
DELETE FROM roster_person WHERE id IN (SELECT id FROM roster_blocked)
  OR id IN (SELECT l.id FROM person_alias l WHERE l.person IN (SELECT id FROM roster_blocked));
CREATE TEMP TABLE roster_session AS
  SELECT s.id FROM session s WHERE s.id IN (SELECT id FROM session_now WHERE crew IN (SELECT id FROM roster_crew))
  UNION SELECT a.session FROM attendance a WHERE a.person IN (SELECT id FROM roster_person);
"""
_SIGNED = "SELECT sha256 FROM main.recording_now WHERE signed_off_by <> ''"
_RULES = {
    "crew": "id IN (SELECT id FROM roster_crew)",
    "person": "id IN (SELECT id FROM roster_person)",
    "session": "id IN (SELECT id FROM roster_session)",
    "link": "a IN (SELECT id FROM roster_person) AND b IN (SELECT id FROM roster_person)",
    "override": "crew IN (SELECT id FROM roster_crew)",
    "question_audio": f"recording IN ({_SIGNED})",
    "audio_piece": (
        f"sha256 IN ({_SIGNED} UNION SELECT sha256 FROM main.question_audio WHERE recording IN ({_SIGNED}))"
    ),
    "card": (
        "id IN (SELECT card FROM out.card_assignment UNION SELECT card FROM out.card_cancel"
        " UNION SELECT good_card FROM out.card_cancel)"
    ),
    **{name: "person IN (SELECT id FROM roster_person)" for name in _OF_PEOPLE},
    **dict.fromkeys(_WHOLE, "1"),
}


def fill_roster(book: Book, into: Book, crews: Iterable[bytes], key: bytes | None = None) -> None:
    """Copy what a laptop that works with `crews` needs from `book` to the empty book `into`, and derive it there.

    Attendance of their people goes along wherever it was told (the lock before sensitive topics needs it); answers
    to tests, notes, other crews' people and people who are blocked do not. `key` is the one of `into`.
    """
    db = book.db
    db.execute("ATTACH DATABASE ? AS out KEY ?", (str(into.path), dbapi.raw_key(key) if key else ""))
    try:
        db.execute("BEGIN")
        _choose(db, crews)
        names = [table.name for table in TABLES if table.name in _RULES]
        for name in sorted(names, key="card".__eq__):
            db.execute(f"INSERT INTO out.{name} SELECT * FROM main.{name} WHERE {_RULES[name]}")
        for name in names:
            db.execute(
                f"INSERT INTO out.void SELECT * FROM main.void WHERE tbl = ? AND target IN (SELECT id FROM out.{name})",
                (name,),
            )
            db.execute(
                f"INSERT INTO out.edit SELECT * FROM main.edit WHERE tbl = ? AND entity IN (SELECT id FROM out.{name})",
                (name,),
            )
        db.execute("INSERT INTO out.supersede SELECT * FROM main.supersede WHERE base IN (SELECT id FROM out.edit)")
        db.execute("INSERT INTO out.run SELECT * FROM main.run")
        db.execute("COMMIT")
    finally:
        if db.conn.in_transaction:
            db.execute("ROLLBACK")
        for name in ("crew", "person", "blocked", "session"):
            db.execute(f"DROP TABLE IF EXISTS temp.roster_{name}")
        db.execute("DETACH DATABASE out")
    into.db.execute("BEGIN")
    rebuild(into.db)
    into.db.execute("COMMIT")


def _choose(db: Any, crews: Iterable[bytes]) -> None:
    db.execute("CREATE TEMP TABLE roster_crew (id BLOB PRIMARY KEY)")
    db.conn.executemany("INSERT INTO roster_crew VALUES (?)", [(crew,) for crew in crews])
    for statement in _CHOSEN.split(";"):
        if statement.strip():
            db.execute(statement)


def trusted_offices(book: Book) -> set[bytes]:
    """Devices whose erasures count on this laptop, itself left out."""
    own = book.local("device")
    rows = book.rows("SELECT device FROM erasure_authority")
    return {row["device"] for row in rows if own is None or row["device"] != bytes.fromhex(own)}
