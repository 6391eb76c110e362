"""Runs in the child: one strange file into the clean staging file. Nothing of it is trusted, not even its names."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from promoter_app.store import dbapi
from promoter_app.store.merging.header import FaultError
from promoter_app.store.merging.seal import seal_state
from promoter_app.store.merging.staging_sql import (
    EVIDENCE,
    TRAVELLING,
    Travelling,
    create_staging,
    full_tests,
    key_test,
    quick_test,
)
from promoter_app.store.trouble import as_refusal
from promoter_app.store.views import VIEWS

_MOST_OBJECTS = 1000
_MEMORY = 256 * 1024**2
_LOST = "CASE WHEN {0} THEN '' ELSE '{1} ' END"


@dataclass
class Staged:
    """What the child tells of a file: label rows, rows per table, rows put aside."""

    label: dict[str, str | None] = field(default_factory=dict)
    seen: int = 0
    quarantined: int = 0


def open_staging(path: Path) -> Any:
    """The staging file, made when it is not there. Not durable: after a power cut nobody looks for it."""
    connection = dbapi.connect(str(path), isolation_level=None, uri=True)
    for setting in (
        "journal_mode = TRUNCATE", "synchronous = OFF", "trusted_schema = OFF", "cell_size_check = ON",
        "mmap_size = 0", "temp_store = MEMORY", "cache_size = -32768", f"hard_heap_limit = {_MEMORY}",
    ):
        connection.execute(f"PRAGMA {setting}")
    connection.create_function("utf8_ok", 1, _utf8_ok)
    if not connection.execute("SELECT 1 FROM main.sqlite_schema LIMIT 1").fetchone():
        connection.execute("BEGIN")
        for statement in create_staging():
            connection.execute(statement)
        connection.execute("COMMIT")
    return connection


def is_our_disk(error: Exception) -> bool:
    """Whether an error is about the disk that the staging file is on, not about the strange file."""
    refusal = as_refusal(error)
    return refusal is not None and refusal.code in ("disk_full", "disk_error", "read_only")


def _utf8_ok(value: Any) -> int:
    """Whether the bytes of a text are UTF-8 without NUL: the only per-row Python of the merge."""
    try:
        return int(value is not None and "\0" not in bytes(value).decode("utf-8"))
    except UnicodeDecodeError:
        return 0


def stage(connection: Any, path: Path, number: int, sha: str) -> Staged:
    """Copy the well-formed rows of `path` as file `number` and put the others aside, known by the file's hash `sha`.

    Raises FaultError; then the staging file is as before.
    """
    sealed = seal_state(path)
    try:
        connection.execute("ATTACH DATABASE ? AS strange KEY ''", (path.resolve().as_uri() + "?mode=ro&immutable=1",))
        present = _allowed_tables(connection)
        if sealed != "whole":
            _check_content(connection, present)
        return _copy(connection, present, number, sha)
    except dbapi.DatabaseError as error:
        if is_our_disk(error):
            raise
        raise FaultError("too_heavy" if "interrupted" in str(error) else "damaged") from error
    except MemoryError as error:
        raise FaultError("too_heavy") from error
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if connection.execute("SELECT 1 FROM pragma_database_list WHERE name = 'strange'").fetchone():
            connection.execute("DETACH DATABASE strange")


def _allowed_tables(connection: Any) -> set[str]:
    """Names of the tables that travel in the file, once nothing in its schema could run code of its own."""
    rows = connection.execute(
        "SELECT type, lower(name), upper(substr(ltrim(sql), 1, 14)) FROM strange.sqlite_schema LIMIT ?",
        (_MOST_OBJECTS + 1,),
    ).fetchall()
    if len(rows) > _MOST_OBJECTS:
        raise FaultError("strange_tables")
    known = {table.name for table in TRAVELLING} | {"variant", "quarantine", "package", "manifest"}
    for kind, name, begin in rows:
        code = kind == "trigger" or (begin or "").startswith("CREATE VIRTUAL")
        if code or (kind == "view" and name not in VIEWS) or (name in known and kind != "table"):
            raise FaultError("strange_tables")
    present = {name for kind, name, _begin in rows if kind == "table" and name in known}
    if not {"run", "manifest"} <= present:
        raise FaultError("not_a_package")
    for name in present:
        columns = connection.execute(f"PRAGMA strange.table_xinfo({name})").fetchall()
        if any(column[6] for column in columns):
            raise FaultError("strange_tables")
    return present


def _check_content(connection: Any, present: set[str]) -> None:
    """Without an unbroken seal the file's own list of contents must hold: slow, for old or rewritten files."""
    from promoter_app.store.exporting import content_digest

    if connection.execute("PRAGMA strange.quick_check(1)").fetchone()[0] != "ok":
        raise FaultError("damaged")
    listed = connection.execute("SELECT lower(tbl), n, digest FROM strange.manifest LIMIT 1000").fetchall()
    if {name for name, _n, _digest in listed} != present - {"package", "manifest"}:
        raise FaultError("changed")
    for name, count, digest in listed:
        if content_digest(connection, f"strange.{name}") != (count, digest):
            raise FaultError("changed")


def _copy(connection: Any, present: set[str], number: int, sha: str) -> Staged:
    tables = [table for table in TRAVELLING if table.name in present]
    try:
        staged = _copy_once(connection, tables, number, sha, quick=True)
    except dbapi.IntegrityError:
        if connection.in_transaction:  # a wrong storage class aborts the statement only
            connection.execute("ROLLBACK")
        staged = _copy_once(connection, tables, number, sha, quick=False)
    for name in EVIDENCE:
        if name in present:
            _copy_evidence(connection, name, number)
    if "package" in present:
        rows = connection.execute(
            "SELECT key, value FROM strange.package WHERE length(key) <= 40 AND length(value) <= 200 LIMIT 100"
        )
        staged.label = {str(key): value for key, value in rows if isinstance(value, str)}
    connection.execute("COMMIT")
    return staged


def _copy_once(connection: Any, tables: list[Travelling], number: int, sha: str, *, quick: bool) -> Staged:
    """All tables in one transaction, left open. OR ROLLBACK needs no statement journal; a bad row undoes all."""
    connection.execute("BEGIN")
    staged = Staged()
    for table in tables:
        (count,) = connection.execute(f"SELECT count(*) FROM strange.{table.name}").fetchone()
        if not count:
            continue
        tests = {table.key: key_test(table), **full_tests(table.columns)}
        full = " AND ".join(tests.values())
        (before,) = connection.execute(f"SELECT coalesce(max(rowid), 0) FROM main.{table.name}").fetchone()
        order = "run" if table.key == "run" else "rowid"
        twice = f"SELECT 1 FROM strange.{table.name} GROUP BY {table.key} HAVING count(*) > 1 LIMIT 1"
        if connection.execute(twice).fetchone():
            raise FaultError("twice_inside")
        taken = connection.execute(
            f"INSERT OR ROLLBACK INTO main.{table.name} (f, {table.listed}) SELECT ?, {table.listed}"
            f" FROM strange.{table.name} WHERE {quick_test(table) if quick else full} ORDER BY {order}",
            (number,),
        ).rowcount
        if taken:
            connection.execute(
                "INSERT INTO span VALUES (?, ?, ?, ?, ?)", (table.name, number, before + 1, before + taken, taken)
            )
        if taken < count:
            _put_aside(connection, table, tests, number, sha)
        staged.seen += count
        staged.quarantined += count - taken
    return staged


def _put_aside(connection: Any, table: Travelling, tests: dict[str, str], number: int, sha: str) -> None:
    """Which rows were left out and which columns were at fault; not what they held, it may be about a person."""
    good = " AND ".join(tests.values())
    faults = " || ".join(_LOST.format(test, name) for name, test in tests.items())
    place = "''" if table.key == "run" else "rowid"
    connection.execute(
        "INSERT INTO main.quarantine (f, sha, tbl, body) SELECT ?, ?, ?, json_object('row', "
        f"{place}, 'id', hex(substr(CAST({table.key} AS BLOB), 1, 16)), 'faults', trim({faults}))"
        f" FROM strange.{table.name} WHERE ({good}) IS NOT TRUE",
        (number, sha, table.name),
    )


def _copy_evidence(connection: Any, name: str, number: int) -> None:
    columns = EVIDENCE[name]
    listed = ", ".join(column.name for column in columns)
    tests = full_tests(columns)
    if name == "variant":
        tests["id"] = "(typeof(id) = 'blob' AND length(id) IN (12, 16))"
    good = " AND ".join(tests.values())
    connection.execute(
        f"INSERT INTO main.{name} (f, {listed}) SELECT ?, {listed} FROM strange.{name} WHERE {good}", (number,)
    )
