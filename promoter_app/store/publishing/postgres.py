"""Sends what is new to PostgreSQL in one transaction. Heavy: imports psycopg, an extra (`promoter-app[postgres]`).

Facts are compared by launch (the first twelve bytes of an id): a launch of which the server holds as many rows as
we do is skipped, any other is copied to a stage and united by id. Counting is only a short cut: rows are united by
their 16 bytes, so sending them again changes nothing.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from promoter_app import __version__
from promoter_app.store.book import Book
from promoter_app.store.publishing import refusals
from promoter_app.store.publishing.checking import check_tables, keep_version, make_views
from promoter_app.store.publishing.tables import TABLES, cells, create_statements, subjects
from promoter_app.store.shapes import Table

if TYPE_CHECKING:
    import psycopg

Progress = Callable[[int, int], None]
SCHEMA = "surco"
_LOCK = 0x53524331
_RUN_OF = "substring(uuid_send(id) FROM 1 FOR 12)"


@dataclass(frozen=True)
class Published:
    """What one publishing did: rows told anew (facts and records), rows removed by erasure, rows there now."""

    sent: int
    removed: int
    total: int


def publish(
    book: Book, url: str, *, on_progress: Progress | None = None, should_stop: Callable[[], bool] | None = None
) -> Published:
    """Send the book to the schema `surco` of the database at `url`; all of it or nothing.

    Raises Refusal when psycopg is not installed, the server does not answer or does not allow it, what stands there
    is not ours or of a newer Surco, the server holds facts that this book lacks, or `should_stop` said so.
    """
    try:
        import psycopg
    except ImportError as error:
        raise refusals.no_driver() from error
    try:
        with psycopg.connect(url, connect_timeout=15) as connection, connection.cursor() as cursor:
            return _send(book, cursor, on_progress or _nobody, should_stop or _never)
    except psycopg.errors.InsufficientPrivilege as error:
        raise refusals.not_allowed() from error
    except (psycopg.OperationalError, psycopg.ProgrammingError) as error:
        raise refusals.no_server(str(error).splitlines()[0] if str(error) else "") from error


def _nobody(_done: int, _total: int) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


def _send(book: Book, cursor: psycopg.Cursor[Any], on_progress: Progress, should_stop: Callable[[], bool]) -> Published:
    cursor.execute("SELECT pg_advisory_xact_lock(%s)", (_LOCK,))
    cursor.execute(f"CREATE SCHEMA IF NOT EXISTS {SCHEMA}")
    cursor.execute(f"SET LOCAL search_path TO {SCHEMA}")
    check_tables(cursor, SCHEMA)
    keep_version(cursor)
    for statement in create_statements():
        cursor.execute(statement)
    removed = _remove_erased(book, cursor)
    plan = {table.name: _runs_to_send(book, cursor, table) for table in TABLES}
    _send_runs(book, cursor)
    sent = 0
    for done, table in enumerate(TABLES):
        if should_stop():
            raise refusals.stopped()
        sent += _send_table(book, cursor, table, plan[table.name])
        on_progress(done + 1, len(TABLES) + 1)
    _replace_current(book, cursor)
    make_views(cursor)
    total = sum(_count(cursor, table.name) for table in TABLES)
    cursor.execute("INSERT INTO publication (facts, removed, app) VALUES (%s, %s, %s)", (sent, removed, __version__))
    on_progress(len(TABLES) + 1, len(TABLES) + 1)
    return Published(sent, removed, total)


def _count(cursor: psycopg.Cursor[Any], table: str) -> int:
    cursor.execute(f"SELECT count(*) FROM {table}")
    found = cursor.fetchone()
    return int(found[0]) if found else 0


def _remove_erased(book: Book, cursor: psycopg.Cursor[Any]) -> int:
    """Whoever was erased here leaves the server too, and does not come back from it."""
    cursor.execute("CREATE TEMP TABLE gone (subject uuid PRIMARY KEY) ON COMMIT DROP")
    erased = book.db.execute("SELECT subject FROM erased").fetchall()
    _copy(cursor, "gone (subject)", ((subject.hex(),) for (subject,) in erased))
    removed = 0
    for table in TABLES:
        for subject in subjects(table):
            cursor.execute(f"DELETE FROM {table.name} WHERE {subject} IN (SELECT subject FROM gone)")
            removed += cursor.rowcount
    return removed


def _runs_to_send(book: Book, cursor: psycopg.Cursor[Any], table: Table) -> list[bytes]:
    """Launches of which the server holds fewer rows of `table`, and those of rows that were found in two versions."""
    here = dict(book.db.execute(f"SELECT substr(id, 1, 12), count(*) FROM {table.name} GROUP BY 1").fetchall())
    cursor.execute(f"SELECT {_RUN_OF}, count(*) FROM {table.name} GROUP BY 1")
    there = {bytes(run): int(count) for run, count in cursor.fetchall()}
    if any(count > here.get(run, 0) for run, count in there.items()):
        raise refusals.server_has_more()
    twofold = book.db.execute("SELECT DISTINCT substr(id, 1, 12) FROM variant WHERE tbl = ?", (table.name,)).fetchall()
    changed = {run for run, count in here.items() if count != there.get(run)}
    return sorted(changed | ({run for (run,) in twofold} & here.keys()))


def _send_runs(book: Book, cursor: psycopg.Cursor[Any]) -> None:
    cursor.execute("CREATE TEMP TABLE stage (LIKE run) ON COMMIT DROP")
    rows = book.db.execute("SELECT run, device, started, utc_offset, operator, app FROM run").fetchall()
    _copy(cursor, "stage", ((row[0], row[1].hex(), *row[2:]) for row in rows))
    cursor.execute("INSERT INTO run SELECT * FROM stage ON CONFLICT DO NOTHING")
    cursor.execute("DROP TABLE stage")


def _send_table(book: Book, cursor: psycopg.Cursor[Any], table: Table, runs: list[bytes]) -> int:
    if not runs:
        return 0
    names = ", ".join(table.column_names)
    cursor.execute(f"CREATE TEMP TABLE stage (LIKE {table.name}) ON COMMIT DROP")
    _copy(cursor, f"stage ({names})", _rows(book, table, runs))
    others = table.column_names[1:]
    change = ", ".join(f"{name} = excluded.{name}" for name in others)
    old = ", ".join(f"t.{name}" for name in others)
    new = ", ".join(f"excluded.{name}" for name in others)
    cursor.execute(
        f"INSERT INTO {table.name} AS t ({names}) SELECT {names} FROM stage ON CONFLICT (id)"
        f" DO UPDATE SET {change} WHERE ({old}) IS DISTINCT FROM ({new})"
    )
    sent = cursor.rowcount
    cursor.execute("DROP TABLE stage")
    return sent


def _rows(book: Book, table: Table, runs: list[bytes]) -> Iterable[Sequence[Any]]:
    writers = cells(table)
    names = ", ".join(table.column_names)
    for run in runs:
        first, last = run + bytes(4), run + b"\xff" * 4
        found = book.db.execute(f"SELECT {names} FROM {table.name} WHERE id BETWEEN ? AND ?", (first, last))
        for row in found:
            yield [write(value) for write, value in zip(writers, row, strict=True)]


def _replace_current(book: Book, cursor: psycopg.Cursor[Any]) -> None:
    """Current values are derived: the server gets those of this book, whole."""
    for table in TABLES:
        if table.record:
            names = ", ".join(table.column_names)
            writers = cells(table)
            cursor.execute(f"DELETE FROM {table.now_name}")
            found = book.db.execute(f"SELECT {names} FROM {table.now_name}")
            rows = ([write(value) for write, value in zip(writers, row, strict=True)] for row in found)
            _copy(cursor, f"{table.now_name} ({names})", rows)
    cursor.execute("DELETE FROM person_alias")
    aliases = book.db.execute("SELECT id, person FROM person_alias").fetchall()
    _copy(cursor, "person_alias (id, person)", ((id.hex(), person.hex()) for id, person in aliases))


def _copy(cursor: psycopg.Cursor[Any], into: str, rows: Iterable[Sequence[Any]]) -> None:
    with cursor.copy(f"COPY {into} FROM STDIN") as copy:
        for row in rows:
            copy.write_row(row)
