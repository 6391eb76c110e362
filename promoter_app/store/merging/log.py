"""What was united, when and from whom: local lists that never travel."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cached_property
from typing import Any

from promoter_app.domain.merging.packages import Counted, FilePlan, Label, Mark, PastFile, PastMerge
from promoter_app.store.book import Book
from promoter_app.store.merging.receipts import take_receipt

_COUNTS = ("seen", "new", "dup", "clash", "erased", "quarantined")
_MARK = "united "
"""Of keys in the local table: marks of files united before."""


class Known:
    """Files united before one look at packages, by an app that could read all of them."""

    def __init__(self, book: Book) -> None:
        self._book = book

    def has(self, sha: str, schema: int) -> bool:
        """Whether the file of this hash is one of them."""
        found = self._book.value("SELECT 1 FROM import_log WHERE sha = ? AND schema >= ?", (sha, schema))
        return found is not None

    @cached_property
    def marks(self) -> dict[Mark, str]:
        """Their hashes by their marks."""
        rows = self._book.db.execute(
            f"SELECT key, sha FROM local JOIN import_log ON sha = value WHERE key GLOB '{_MARK}*'"
        )
        return {_mark_in(key): sha for key, sha in rows}

    @cached_property
    def ends(self) -> frozenset[tuple[int, int]]:
        """What their marks begin with. A file with another size or end is none of them."""
        return frozenset(mark[:2] for mark in self.marks)


def _mark_in(key: str) -> Mark:
    size, end, whole = map(int, key.removeprefix(_MARK).split())
    return size, end, whole


def label_of(book: Book, sha: str) -> Label:
    """What a file united before said of itself."""
    row = book.row("SELECT * FROM import_package WHERE sha = ?", (sha,))
    return _label(row) if row else Label()


def packages_seen(book: Book) -> dict[bytes, set[int]]:
    """Package numbers that came, by laptop (device id)."""
    seen: dict[bytes, set[int]] = {}
    for row in book.rows("SELECT device, package FROM import_package WHERE device NOT NULL AND package NOT NULL"):
        seen.setdefault(row["device"], set()).add(row["package"])
    return seen


def laptop_names(book: Book) -> dict[bytes, str]:
    """The name that each laptop's latest package gave."""
    rows = book.rows("SELECT device, laptop FROM import_package WHERE device NOT NULL ORDER BY batch, package")
    return {row["device"]: row["laptop"] for row in rows}


def add_batch(book: Book, at: int, operator: str, copy: str | None, conflicts: int) -> int:
    """Remember a uniting; returns its number. Call inside `Book.writing`."""
    batch = int(book.value("SELECT coalesce(max(batch), 0) + 1 FROM import_batch"))
    book.db.execute(
        "INSERT INTO import_batch (batch, at, operator, copy, conflicts) VALUES (?, ?, ?, ?, ?)",
        (batch, at, operator, copy, conflicts),
    )
    return batch


def add_file(book: Book, batch: int, file: FilePlan, counted: Counted, at: int, schema: int) -> None:
    """Remember a united file, and what it says of this laptop's packages. Call inside `Book.writing`."""
    label = file.label
    book.db.execute(
        "INSERT INTO import_log (sha, schema, path, at, device, seen, new, dup, clash, erased, quarantined)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha, schema) DO NOTHING",
        (file.sha, schema, file.name, at, label.device, *(getattr(counted, name) for name in _COUNTS)),
    )
    book.db.execute(
        "INSERT INTO import_package (sha, batch, name, device, laptop, operator, package, exported_at, project_tag)"
        " VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (sha) DO NOTHING",
        (
            file.sha, batch, file.name, label.device, label.laptop, label.operator, label.package,
            label.exported_at, label.project_tag,
        ),
    )  # fmt: skip
    if file.mark is not None:
        book.set_local(_MARK + " ".join(map(str, file.mark)), file.sha)
    take_receipt(book, label, at)


def past_merges(book: Book) -> list[PastMerge]:
    """Unitings so far, the last first."""
    files: dict[int, list[PastFile]] = {}
    for row in book.rows(
        "SELECT p.*, l.seen, l.new, l.dup, l.clash, l.erased, l.quarantined FROM import_package p"
        " JOIN import_log l ON l.sha = p.sha GROUP BY p.sha ORDER BY p.rowid"
    ):
        counted = Counted(*(row[name] for name in _COUNTS))
        files.setdefault(row["batch"], []).append(PastFile(row["name"], row["sha"], _label(row), counted))
    return [
        PastMerge(
            row["batch"], row["at"], row["operator"], row["copy"], row["conflicts"], tuple(files.get(row["batch"], ()))
        )
        for row in book.rows("SELECT * FROM import_batch ORDER BY batch DESC")
    ]


def runs_of(book: Book, devices: Iterable[bytes]) -> dict[bytes, frozenset[bytes]]:
    """Launches that we know of each laptop."""
    return {
        device: frozenset(row["run"] for row in book.rows("SELECT run FROM run WHERE device = ?", (device,)))
        for device in devices
    }


def _label(row: dict[str, Any]) -> Label:
    return Label(
        row["package"], row["device"], row["laptop"], row["operator"], row["exported_at"], row["project_tag"]
    )
