"""One file with everything: plain SQLite that any tool opens, written aside, read back, checked, renamed."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any

from promoter_app import __version__
from promoter_app.domain.merging.packages import Label
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.store import dbapi
from promoter_app.store.book import Book
from promoter_app.store.duplicates.aliases import PERSON_ALIAS_SQL
from promoter_app.store.files import publish, sha256_of, sweep, temporary_beside
from promoter_app.store.merging.label import LABEL_SQL, label_rows
from promoter_app.store.merging.seal import EMPTY_SEAL, SEAL_SQL, put_seal, seal_state
from promoter_app.store.migrations import APPLICATION_ID, SCHEMA_VERSION, TABLES, create_travelling
from promoter_app.store.trouble import as_refusal
from promoter_app.store.views import view_sql

Progress = Callable[[int, int], None]
PAGE_SIZE = 1024
"""Bytes of a page of a clear file. Most tables are empty, and each takes two pages all the same."""
MANIFEST_SQL = "CREATE TABLE manifest (tbl TEXT PRIMARY KEY NOT NULL, n INTEGER NOT NULL, digest TEXT NOT NULL) STRICT"
_EVIDENCE = ("variant", "quarantine")


@dataclass(frozen=True)
class Exported:
    """A finished export: where it is, its hash, and what it carries."""

    path: Path
    sha256: str
    sessions: int
    people: int
    rows: int


def export_book(
    book: Book,
    out: Path,
    *,
    label: Label | None = None,
    key: bytes | None = None,
    voices_of: bytes | None = None,
    on_progress: Progress | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Exported:
    """Write every fact and record of `book` to a plain SQLite file at `out`; `label` says whose it is.

    `voices_of`: of the sounds only those of recordings that this laptop told go along (they are large, and where the
    others came from has them).

    With `key` (32 bytes) the file is an SQLCipher database, and never in the clear while it is written.
    Raises Refusal when the disk is full, the place cannot be written, the copy does not read back equal, or
    `should_stop` said so; then nothing named `out` was made or changed.
    """
    sweep(out.parent)
    temporary = temporary_beside(out)
    temporary.unlink(missing_ok=True)
    try:
        _fill(
            book, temporary, key, label or Label(), _only(voices_of), on_progress or _no_progress, should_stop or _never
        )
        if key is None:
            put_seal(temporary)
        rows = _verify(temporary, key)
        counts = _counts(temporary, key)
        publish(temporary, out)
    except dbapi.DatabaseError as error:
        refusal = as_refusal(error)
        raise cannot_write(out) if refusal and refusal.code == "cannot_open" else refusal or error from error
    except OSError as error:
        raise cannot_write(out) from error
    finally:
        temporary.unlink(missing_ok=True)
    return Exported(out, sha256_of(out), counts[0], counts[1], rows)


def _no_progress(_done: int, _total: int) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


def cannot_write(out: Path) -> Refusal:
    """The place that was chosen for a file takes none."""
    place = out.parent.name or str(out.parent)
    return Refusal(
        "cannot_write",
        Sentence(
            f"No se pudo escribir en {place}.",
            f"Could not write to {place}.",
        ),
        Sentence("Tus datos siguen completos en la laptop.", "Your data are still complete on the laptop."),
        Sentence("Revisa la memoria y vuelve a intentar.", "Check the stick and try again."),
    )


def _only(voices_of: bytes | None) -> dict[str, str]:
    """Which rows of a table go along, as SQL; tables not named go whole."""
    if voices_of is None:
        return {}
    told = (
        f"SELECT r.sha256 FROM main.recording r JOIN main.run u ON u.run = substr(r.id, 1, 12)"
        f" WHERE u.device = x'{voices_of.hex()}'"
    )
    asked = f"SELECT sha256 FROM main.question_audio WHERE recording IN ({told})"
    return {"audio_piece": f"sha256 IN ({told} UNION {asked})"}


def _fill(
    book: Book,
    path: Path,
    key: bytes | None,
    label: Label,
    only: dict[str, str],
    on_progress: Progress,
    should_stop: Callable[[], bool],
) -> None:
    target = dbapi.open_file(path, key)
    try:
        if key is None:
            target.execute(f"PRAGMA page_size = {PAGE_SIZE}")
        target.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        target.execute("BEGIN")
        create_travelling(target.execute)
        for table in TABLES:
            if table.record:
                target.execute(table.create_now_sql)
        target.execute(PERSON_ALIAS_SQL[0])
        target.execute(
            "CREATE TABLE about (name TEXT PRIMARY KEY NOT NULL, kind TEXT NOT NULL,"
            " es TEXT NOT NULL, en TEXT NOT NULL) STRICT"
        )
        target.execute(MANIFEST_SQL)
        target.executemany("INSERT INTO about VALUES (?, ?, ?, ?)", _about())
        target.execute(LABEL_SQL)
        target.executemany("INSERT INTO package VALUES (?, ?)", label_rows(label, __version__))
        target.execute("COMMIT")
    finally:
        target.close()
    _copy_rows(book, path, key, only, on_progress, should_stop)
    target = dbapi.open_file(path, key)
    try:
        target.execute("BEGIN")
        _write_manifest(target)
        for statement in view_sql():
            target.execute(statement)
        target.execute(SEAL_SQL)  # last, so that hashing it costs nothing beside hashing the file
        target.execute("INSERT INTO seal VALUES (?)", (EMPTY_SEAL,))
        target.execute("COMMIT")
        target.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    finally:
        target.close()


def _copy_rows(
    book: Book,
    path: Path,
    key: bytes | None,
    only: dict[str, str],
    on_progress: Progress,
    should_stop: Callable[[], bool],
) -> None:
    names = [(name, _columns(book, name)) for name in travelling_names()]
    names += [(table.now_name, list(table.column_names)) for table in TABLES if table.record]
    names.append(("person_alias", ["id", "person"]))
    book.db.execute("ATTACH DATABASE ? AS out KEY ?", (str(path), dbapi.raw_key(key) if key else ""))
    try:
        book.db.execute("BEGIN")
        for done, (name, columns) in enumerate(names):
            if should_stop():
                raise _stopped()
            listed = ", ".join(columns)
            order = "run" if name == "run" else "rowid"
            book.db.execute(
                f"INSERT INTO out.{name} ({listed}) SELECT {listed} FROM main.{name} WHERE {only.get(name, '1')}"
                f" ORDER BY {order}"
            )
            on_progress(done + 1, len(names))
        book.db.execute("COMMIT")
    finally:
        if book.db.conn.in_transaction:
            book.db.execute("ROLLBACK")
        book.db.execute("DETACH DATABASE out")


def _stopped() -> Refusal:
    return Refusal(
        "stopped",
        Sentence("Se detuvo la entrega.", "The delivery was stopped."),
        NOTHING_CHANGED,
        Sentence("Puedes empezar otra vez cuando quieras.", "You can start again whenever you want."),
    )


def travelling_names() -> list[str]:
    """Names of the tables that travel, in a fixed order."""
    return ["run", *_EVIDENCE, *(table.name for table in TABLES)]


def _columns(book: Book, name: str) -> list[str]:
    return [row["name"] for row in book.rows(f"PRAGMA table_info({name})")]


def _about() -> list[tuple[str, str, str, str]]:
    rows = [(table.name, "record" if table.record else "fact", table.meaning_es, table.meaning_en) for table in TABLES]
    rows += [
        (table.now_name, "derived", f"Valores actuales: {table.meaning_es}", f"Current values: {table.meaning_en}")
        for table in TABLES
        if table.record
    ]
    rows.append(("package", "label", "Quién entrega este archivo y cuándo", "Who delivers this file, and when"))
    rows.append(("seal", "label", "Sello: SHA-256 del archivo", "Seal: SHA-256 of the file"))
    rows.append(("person_alias", "derived", "Registros unidos en una persona", "Records united in one person"))
    return rows


def content_digest(connection: Any, table: str) -> tuple[int, str]:
    """Row count and SHA-256 over a table's rows in order of their first column, whatever the file's layout."""
    digest = sha256()
    count = 0
    for row in connection.execute(f"SELECT * FROM {table} ORDER BY 1, 2"):
        digest.update(json.dumps([v.hex() if isinstance(v, bytes) else v for v in row], ensure_ascii=False).encode())
        count += 1
    return count, digest.hexdigest()


def _write_manifest(connection: Any) -> None:
    for name in travelling_names():
        connection.execute("INSERT INTO manifest VALUES (?, ?, ?)", (name, *content_digest(connection, name)))


def _verify(path: Path, key: bytes | None) -> int:
    """Read the file back from the disk and compare; returns the number of rows that travel."""
    if key is None and seal_state(path) != "whole":
        raise _not_equal()
    connection = dbapi.open_file(path, key)
    try:
        rows = 0
        if connection.execute("PRAGMA integrity_check").fetchone()[0] != "ok":
            raise _not_equal()
        for name, count, digest in connection.execute("SELECT tbl, n, digest FROM manifest").fetchall():
            if content_digest(connection, name) != (count, digest):
                raise _not_equal()
            rows += count
        return rows
    finally:
        connection.close()


def _counts(path: Path, key: bytes | None) -> tuple[int, int]:
    connection = dbapi.open_file(path, key)
    try:
        sessions = connection.execute("SELECT count(*) FROM session_now WHERE state = 'held'").fetchone()[0]
        people = connection.execute("SELECT count(*) FROM person_now").fetchone()[0]
        return int(sessions), int(people)
    finally:
        connection.close()


def _not_equal() -> Refusal:
    return Refusal(
        "copy_not_equal",
        Sentence("La copia no quedó igual a tus datos.", "The copy does not match your data."),
        Sentence("Tus datos siguen completos en la laptop.", "Your data are still complete on the laptop."),
        Sentence("Prueba con otra memoria.", "Try another stick."),
    )
