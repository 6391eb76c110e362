"""One uniting from the open book's side: staging attached, safety copy, one transaction, what was done remembered."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from promoter_app.domain.merging.packages import FilePlan
from promoter_app.domain.stamp import Stamp
from promoter_app.store import dbapi
from promoter_app.store.book import Book
from promoter_app.store.merging import log
from promoter_app.store.merging.applying import Applied, apply
from promoter_app.store.merging.copies import check_room, fold_log, make_copy
from promoter_app.store.merging.refusals import plan_gone, stopped
from promoter_app.store.merging.returning import state_of
from promoter_app.store.migrations import SCHEMA_VERSION
from promoter_app.store.writer import Writer

_CACHE, _STAGED_CACHE = -24576, -2048  # KiB of pages while uniting: files come in order, so that more is no faster
_STEPS = 200_000  # of SQLite's machine between two questions whether to stop


@contextmanager
def attached(book: Book, staging: Path, key: bytes | None = None) -> Iterator[None]:
    """The staging file (with its key) as `s`, and a larger page cache. Raises Refusal when the staging is gone."""
    if not staging.exists():
        raise plan_gone()
    if any(name == "s" for _number, name, _file in book.db.execute("PRAGMA database_list").fetchall()):
        book.db.execute("DETACH DATABASE s")  # an earlier try could not let go of it
    (cache,) = book.db.execute("PRAGMA main.cache_size").fetchone()
    book.db.execute("ATTACH DATABASE ? AS s KEY ?", (str(staging), dbapi.raw_key(key) if key else ""))
    try:
        book.db.execute(f"PRAGMA main.cache_size = {_CACHE}")
        book.db.execute(f"PRAGMA s.cache_size = {_STAGED_CACHE}")
        yield
    finally:
        book.db.execute("DETACH DATABASE s")
        book.db.execute(f"PRAGMA main.cache_size = {cache}")


@contextmanager
def stoppable(book: Book, should_stop: Callable[[], bool]) -> Iterator[None]:
    """Let `should_stop` end a long statement. Raises Refusal "stopped" then."""
    book.db.conn.set_progress_handler(lambda: int(should_stop()), _STEPS)
    try:
        yield
    except dbapi.OperationalError as error:
        if "interrupted" in str(error):
            raise stopped() from error
        raise
    finally:
        book.db.conn.set_progress_handler(None, 0)


@contextmanager
def _checked_already(book: Book) -> Iterator[None]:
    """Staged rows passed the very CHECKs of our tables when they were staged; once is enough."""
    book.db.execute("PRAGMA ignore_check_constraints = ON")
    try:
        yield
    finally:
        book.db.execute("PRAGMA ignore_check_constraints = OFF")


def unite_files(
    book: Book,
    stamp: Stamp,
    data: Path,
    files: list[FilePlan],
    copy_name: str,
    *,
    state: str,
    founding: Callable[[Writer], None],
    on_file: Callable[[int], None],
    should_stop: Callable[[], bool],
) -> tuple[Applied, str, int]:
    """Unite staged `files` (attached as `s`) in one transaction; returns counts, the copy's name, the batch number.

    `state` is that of the data when the files were staged (returning.state_of). `founding` writes what belongs to the
    same transaction. Raises Refusal when the disk is too small or full, `plan_gone`, or stopped; then all is as before.
    """
    numbers = [file.number for file in files if file.number is not None]
    quarantined = {file.number: file.quarantined for file in files if file.number is not None}
    (rows,) = book.db.execute("SELECT coalesce(sum(n), 0) FROM s.span").fetchone()
    check_room(book, data, int(rows))
    fold_log(book)
    with book.writing(stamp) as write:
        if state_of(book) != state:
            raise plan_gone()
        copy = make_copy(book, data, copy_name)
        trust_device(book, book.device(stamp))
        with stoppable(book, should_stop), _checked_already(book):
            applied = apply(book.db, numbers, quarantined, on_file)
        founding(write)
        batch = _remember(book, stamp, files, applied, copy)
    return applied, copy, batch


def _remember(book: Book, stamp: Stamp, files: list[FilePlan], applied: Applied, copy: str) -> int:
    batch = log.add_batch(book, stamp.wall, stamp.run.operator, copy, applied.conflicts)
    for file in files:
        if file.number is not None:
            counted = applied.files[file.number][0]
            if not counted.adds_up:
                raise AssertionError(f"rows of {file.name} are not all accounted for: {counted}")
            log.add_file(book, batch, file, counted, stamp.wall, SCHEMA_VERSION)
    return batch


def trust_device(book: Book, device: bytes) -> None:
    """Let erasures told on this laptop count here. Call inside `Book.writing`."""
    book.db.execute("INSERT INTO erasure_authority (device) VALUES (?) ON CONFLICT (device) DO NOTHING", (device,))

