"""Files that came in: hashed, looked at from outside, copied beside the data, then staged by a child process."""

from __future__ import annotations

import mmap
import os
import shutil
from collections.abc import Callable, Container, Iterable
from contextlib import ExitStack
from dataclasses import dataclass
from hashlib import sha256
from io import FileIO
from pathlib import Path
from zlib import crc32

from promoter_app.domain.merging.packages import Label, Mark
from promoter_app.store.files import flush_file
from promoter_app.store.keys.converting import remove_tree, wipe
from promoter_app.store.keys.packages import Keyring
from promoter_app.store.merging.faults import FaultError
from promoter_app.store.merging.header import HEADER, check_file, judge_header
from promoter_app.store.merging.label import label_from
from promoter_app.store.merging.log import Known
from promoter_app.store.merging.refusals import stopped
from promoter_app.store.merging.seal import hash_and_state, seal_state
from promoter_app.store.merging.unwrap import unwrap
from promoter_app.store.merging.worker import Child, Setup

STAGING = ".recibir"
_WAITING = "en-espera"
_HELD = 16 * 1024**2  # bytes of a file that are held in memory until it is known to be new
_PIECE = 1 << 20
_NEAR, _END = 1 << 18, 1 << 12
_COUNTERS = (24, 92)  # places in the header of the count of changes, and of that for which the size in it holds
StopFunction = Callable[[], bool]


@dataclass(frozen=True)
class Arrived:
    """A file with its hash and what staging said of it: a fault, or label and counts (None while known already)."""

    path: Path
    sha: str = ""
    number: int | None = None
    fault: str | None = None
    label: Label | None = None
    seen: int = 0
    quarantined: int = 0
    mark: Mark | None = None


def staging_folder(data: Path) -> Path:
    """An empty folder for one look at files; what an earlier look left is removed."""
    folder = data / STAGING
    remove_tree(folder)
    folder.mkdir(parents=True)
    return folder


def staging_file(folder: Path) -> Path:
    """Where the clean rows of all files are."""
    return folder / "staging.db"


def files_in(paths: Iterable[Path]) -> list[Path]:
    """The files meant: folders stand for their .db and .surco files; the same file is listed once."""
    found: dict[Path, Path] = {}
    for path in paths:
        is_folder = path.is_dir() and not path.is_symlink()
        inside = sorted([*path.glob("*.db"), *path.glob("*.surco")]) if is_folder else [path]
        for file in inside:
            found.setdefault(Path(os.path.abspath(file)), file)  # noqa: PTH100 - a link stays a link
    return list(found.values())


def waiting_files(data: Path) -> list[Path]:
    """Packages of a newer Surco that were kept until this one can read them."""
    place = data / _WAITING
    return sorted([*place.glob("*.db"), *place.glob("*/*.db"), *place.glob("*/*.surco")])


def keep_waiting(data: Path, path: Path, sha: str) -> None:
    """Keep a package that only a newer Surco can read, untouched, under its hash and the name that it came with."""
    place = data / _WAITING / sha
    if path in waiting_files(data) or place.exists():
        return
    beside = place.with_suffix(".part")
    shutil.rmtree(beside, ignore_errors=True)  # of a power cut
    beside.mkdir(parents=True)
    name = path.name if path.suffix in (".db", ".surco") else f"{path.name}.db"
    shutil.copyfile(path, beside / name)
    flush_file(beside / name)
    beside.replace(place)


def stop_waiting(data: Path, sha: str) -> None:
    """Forget a waiting package, now united."""
    place = data / _WAITING / sha
    place.with_suffix(".db").unlink(missing_ok=True)  # as an earlier Surco kept it
    if place.exists():
        shutil.rmtree(place)


def receive(
    paths: list[Path],
    own: Path,
    setup: Setup,
    known: Known,
    on_progress: Callable[[int, int], None],
    should_stop: StopFunction,
    keyring: Keyring | None = None,
) -> list[Arrived]:
    """Copy, check and stage each file, but for those `known` from before.

    `own` is our database, which is never taken for a package; `keyring` opens sealed ones. Raises Refusal when stopped.
    """
    arrived: list[Arrived] = []
    buffer = memoryview(mmap.mmap(-1, _HELD))  # only what is used takes memory
    copy = setup.staging.resolve().with_name("in.db")
    try:
        with Child(setup, should_stop) as child:
            for at, path in enumerate(paths):
                if should_stop():
                    raise stopped()
                arrived.append(_receive_one(path, own, copy, at, known, child, keyring, buffer))
                on_progress(at + 1, len(paths))
    finally:
        copy.unlink(missing_ok=True)
    return arrived


def _receive_one(
    path: Path,
    own: Path,
    copy: Path,
    number: int,
    known: Known,
    child: Child,
    keyring: Keyring | None,
    buffer: memoryview,
) -> Arrived:
    sha, clear = "", path
    try:
        size = check_file(path, own)
        mark = _mark(path, size, known.ends)
        if mark in known.marks:
            return Arrived(path, known.marks[mark])
        clear = unwrap(path, copy.parent, keyring)
        if clear != path:
            copy = copy.with_name("in-abierto.db")  # it is wiped at once, and no place for the files after it
        found = _read(clear, copy, buffer)
        sha = found.sha
        version = judge_header(found.head, found.size)
        if known.has(sha, version):
            return Arrived(path, sha)
        if mark is None:
            mark = _mark_of(found.held) if found.held and clear == path else _mark(path, size)
        lay(copy, found.held, number)
        answer = child.ask(
            {
                "path": str(copy), "uri": copy.as_uri(), "number": number, "sha": sha,
                "whole": found.is_whole, "layout": layout(found.head) if clear == path else b"",
            }
        )  # fmt: skip
    except FaultError as fault:
        return Arrived(path, sha, fault=fault.code)
    finally:
        if clear != path:  # what came sealed is not left on the disk in the clear
            wipe(copy)
            wipe(clear)
    if "fault" in answer:
        return Arrived(path, sha, fault=answer["fault"])
    label = label_from(answer["label"])
    return Arrived(path, sha, number, None, label, answer["seen"], answer["quarantined"], mark)


def lay(copy: Path, held: bytes | memoryview, number: int) -> None:
    """Put what is held into the one file that the child reads, over the file before it; nothing held: it lies there.

    Its change counter becomes one that no other file of this look has (it says nothing of the rows): by that SQLite
    knows that it must read all pages again.
    """
    counter = (number + 1).to_bytes(4, "big")
    with copy.open("r+b" if copy.exists() else "wb") as stream:
        if held:
            stream.truncate(stream.write(held))
        for place in _COUNTERS:
            stream.seek(place)
            stream.write(counter)


def layout(head: bytes) -> bytes:
    """The bytes of a file's header that say how it is built: sizes of pages, number and format of its schema."""
    return head[16:24] + head[40:72]


@dataclass(frozen=True)
class _Read:
    """A file as it was read once: hash, whether its seal is unbroken, first bytes, size, and all of it when it is held.

    What is not held (`held` is empty) was copied while it was read.
    """

    sha: str
    is_whole: bool
    head: bytes
    size: int
    held: memoryview


def _read(source: Path, copy: Path, buffer: memoryview) -> _Read:
    """Read a file once: into `buffer` when that holds it, else into the file `copy`.

    What cannot be read is the stick's trouble; what cannot be written is ours.
    """
    with ExitStack() as opened:
        stream = opened.enter_context(_opened(source))
        size = _fill(stream, buffer)
        head = bytes(buffer[: min(size, HEADER)])
        if size < len(buffer):
            sha, state = hash_and_state(buffer[:size])
            return _Read(sha, state == "whole", head, size, buffer[:size])
        digest, got = sha256(), size
        spill = opened.enter_context(copy.open("wb"))
        while got:
            digest.update(buffer[:got])
            spill.write(buffer[:got])
            got = _fill(stream, buffer[:_PIECE])
            size += got
    return _Read(digest.hexdigest(), seal_state(copy) == "whole", head, size, buffer[:0])


def _mark(path: Path, size: int, ends: Container[tuple[int, int]] | None = None) -> Mark | None:
    """The mark of a file as it came, read by pieces that stay near the processor; None when no mark ends so."""
    piece, whole = memoryview(bytearray(_NEAR)), 0
    with _opened(path) as stream:
        stream.seek(max(0, size - _END))
        end = crc32(piece[: _fill(stream, piece[:_END])])
        if ends is not None and (size, end) not in ends:
            return None
        stream.seek(0)
        while got := _fill(stream, piece):
            whole = crc32(piece[:got], whole)
    return size, end, whole


def _mark_of(held: memoryview) -> Mark:
    return len(held), crc32(held[-_END:]), crc32(held)


def _opened(source: Path) -> FileIO:
    try:
        return source.open("rb", buffering=0)
    except OSError as error:
        raise FaultError("not_found") from error


def _fill(stream: FileIO, place: memoryview) -> int:
    """Read on until `place` is full or the file ends; how many bytes."""
    filled = 0
    try:
        while filled < len(place) and (got := stream.readinto(place[filled : filled + _PIECE])):
            filled += got
    except OSError as error:
        raise FaultError("not_found") from error
    return filled
