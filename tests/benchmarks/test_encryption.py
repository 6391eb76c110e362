"""What encryption costs, as a ratio to the same book in the clear: a scan's durable commit, and reading everything.

Both books hold the sample season; clear and encrypted take turns in the same minutes.

A scan writes four pages of 4 kB (the row, its id, two indexes). Sealing them takes 35 microseconds at best (AES-256 in
CBC 5 and HMAC-SHA256 3 a page, on a processor that has instructions for both) and twice that when a scan's other work
has emptied the processor's cache; nothing else of a scan costs more encrypted. Smaller pages (1 or 2 kB) save a quarter
of it and lose more in reading. So the ratio depends on the disk: 1.0 where a sync takes 4 ms, as laptops' disks do, and
1.2 on a virtual disk that answers in 0.1 ms, where the target is missed.
"""

from __future__ import annotations

import os
import shutil
import statistics
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest

from promoter_app.edge import Edge
from promoter_app.services.folder import Folder, open_folder
from promoter_app.services.security import locking
from promoter_app.services.security.locking import NewPerson
from promoter_app.services.sessions import attendance, sessions
from promoter_app.store.book import Book
from promoter_app.store.migrations import TABLES
from tests.benchmarks.measuring import SHORT, Pair, judge
from tests.benchmarks.test_scan import CODES

pytestmark = pytest.mark.benchmark

COMMIT_TARGET, READ_TARGET = 1.1, 1.3
COMMITS, BLOCK, READS = (80, 20, 8) if SHORT else (300, 30, 40)
PHRASE = "caña dulce y sombra"


@pytest.fixture
def books(sample: Path, tmp_path: Path) -> Iterator[tuple[Folder, Folder]]:
    """The sample season in the clear, and encrypted."""
    clear, locked = (Path(shutil.copytree(sample, tmp_path / name)) for name in ("clara", "cifrada"))
    locking.protect(locked, NewPerson("Lupita Ramos", PHRASE, "promoter"), [], accept_loss=True)
    with ExitStack() as stack:
        opened = open_folder(clear), locking.unlock(locked, None, PHRASE, Edge().moment())
        for folder in opened:
            stack.callback(folder.close)
        yield opened


def seconds(act: Callable[[], object]) -> float:
    begun = time.perf_counter()
    act()
    return time.perf_counter() - begun


def by_turns(books: tuple[Folder, Folder], act: Callable[[Folder], object], times: int) -> list[tuple[float, float]]:
    """(clear, encrypted) in milliseconds; whoever comes second finds the disk awake, so they change places."""
    measured = []
    for number in range(times):
        order = books if number % 2 else tuple(reversed(books))
        taken = {id(folder): seconds(lambda folder=folder: act(folder)) * 1000 for folder in order}  # type: ignore[misc]
        measured.append((taken[id(books[0])], taken[id(books[1])]))
    return measured


def blocks(measured: list[tuple[float, float]], size: int) -> list[Pair]:
    """Medians of each block of measurements as one paired run."""
    parts = [measured[at : at + size] for at in range(0, len(measured), size)]
    return [Pair(statistics.median(c for c, _e in part), statistics.median(e for _c, e in part)) for part in parts]


def test_a_durable_commit(books: tuple[Folder, Folder]) -> None:
    """A scan, from the card's text to its row on the disk: the commit that a person waits for."""
    edge = Edge("Lupita Ramos")
    new = sessions.NewSession("2026-02-17", "12:00", "12:30", None, "M2")
    open_in = {id(folder): sessions.add_session(folder, edge.stamp(), new).outcome for folder in books}
    for folder in books:
        sessions.start_session(folder, edge.stamp(), open_in[id(folder)])
    codes = {id(folder): iter([row["code"] for row in folder.book.rows(CODES)]) for folder in books}

    def scan(folder: Folder) -> None:
        attendance.record_scan(folder, edge.stamp(), open_in[id(folder)], next(codes[id(folder)]))

    print(f"\nwriting and syncing the bytes of a scan takes {sync_of(books[0].path):.2f} ms on this disk")
    judge("durable commit, encrypted to clear", "ms", blocks(by_turns(books, scan, COMMITS), BLOCK), COMMIT_TARGET)


def sync_of(place: Path) -> float:
    """Milliseconds for writing and syncing as many bytes as a scan does, on the disk of `place`."""
    with (place / "sync.tmp").open("wb", buffering=0) as file:

        def write() -> None:
            file.write(bytes(4 * 4120))
            os.fsync(file.fileno())

        return statistics.median(seconds(write) for _time in range(40)) * 1000


def test_reading_everything(books: tuple[Folder, Folder]) -> None:
    """Every row of every table, from the file: the page cache of SQLite is emptied first."""

    def read(folder: Folder) -> None:
        folder.book.db.execute("PRAGMA shrink_memory")
        everything(folder.book)

    judge("bulk read, encrypted to clear", "ms", blocks(by_turns(books, read, READS), 4), READ_TARGET)


def everything(book: Book) -> int:
    """Read each row of each fact and record; how many there are."""
    return sum(len(book.db.execute(f"SELECT * FROM {table.name}").fetchall()) for table in TABLES)
