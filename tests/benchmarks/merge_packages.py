"""Packages for measuring: laptops that each tell attendances of their own people and sessions."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

from promoter_app.domain.merging.packages import Label
from promoter_app.store.exporting import MANIFEST_SQL, PAGE_SIZE
from promoter_app.store.merging.label import LABEL_SQL, label_rows
from promoter_app.store.merging.seal import EMPTY_SEAL, SEAL_SQL, put_seal
from promoter_app.store.migrations import APPLICATION_ID, SCHEMA_VERSION, create_travelling

_WALL = 1_770_000_000_000
_TAG = 77


def package(path: Path, laptop: int, rows: int, *, number: int = 1, more: int = 0) -> Path:
    """A package of `laptop` with `rows` attendances, and `more` of a later launch; one person and session per ten."""
    device = sha256(b"device %d" % laptop).digest()[:16]
    runs = [sha256(b"run %d %d" % (laptop, at)).digest()[:12] for at in range(2)]
    with closing(sqlite3.connect(path, isolation_level=None)) as db:
        for setting in (
            f"page_size = {PAGE_SIZE}", "synchronous = OFF", "journal_mode = MEMORY",
            f"application_id = {APPLICATION_ID}", f"user_version = {SCHEMA_VERSION}",
        ):  # fmt: skip
            db.execute(f"PRAGMA {setting}")
        db.execute("BEGIN")
        create_travelling(db.execute)
        for statement in (MANIFEST_SQL, LABEL_SQL):
            db.execute(statement)
        for at, (run, count) in enumerate(zip(runs, (rows, more), strict=True)):
            if count:
                db.execute("INSERT INTO run VALUES (?, ?, ?, -360, 'Lupita', '0')", (run, device, _WALL + at))
                _tell(db, run, count, laptop)
        label = Label(number, device, f"laptop-{laptop}", "Lupita", _WALL + number, _TAG, "Prueba")
        db.executemany("INSERT INTO package VALUES (?, ?)", label_rows(label, "0"))
        db.execute(SEAL_SQL)
        db.execute("INSERT INTO seal VALUES (?)", (EMPTY_SEAL,))
        db.execute("COMMIT")
    put_seal(path)
    return path


def _tell(db: sqlite3.Connection, run: bytes, count: int, laptop: int) -> None:
    ids = (run + at.to_bytes(4, "big") for at in range(1, 1 << 31))
    few = max(1, count // 10)
    people = [next(ids) for _ in range(few)]
    sessions = [next(ids) for _ in range(few)]
    db.executemany(
        "INSERT INTO person (id, kind, name, sex, language, wall) VALUES (?, 'worker', ?, 'F', 'spa', ?)",
        [(id, f"María López {at} de {laptop}", _WALL) for at, id in enumerate(people)],
    )
    db.executemany(
        "INSERT INTO session (id, code, kind, held_on, starts, ends, state, wall)"
        " VALUES (?, ?, 'training', '2026-02-17', '12:00', '12:30', 'held', ?)",
        [(id, f"L{laptop}-{at}", _WALL) for at, id in enumerate(sessions)],
    )
    db.executemany(
        "INSERT INTO attendance (id, session, person, way, wall) VALUES (?, ?, ?, 'scanner', ?)",
        [(next(ids), sessions[at % few], people[at * 7 % few], _WALL + at) for at in range(count)],
    )
