"""What a power cut can leave on the disk: a program's system calls, and every mix of what was not yet synced.

The program runs under strace. Its writes are replayed on a model of a disk: data that no fsync has covered may be
there, missing, there in part, or torn at a sector; names (create, rename, remove) come in order, and any number of the
last ones may be missing until some fsync has covered them. Lines `ack ...` that the program prints say what it
promised by then. The memory file of the log (-shm) never survives.
"""

from __future__ import annotations

import os
import random
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from tests.faults.killing import ROOT

CALLS = "openat,write,pwrite64,ftruncate,fsync,fdatasync,rename,renameat,renameat2,unlink,unlinkat,lseek,sendfile"
SECTOR = 512
KINDS = ("none", "all", "some", "torn", "names only", "data only")
_LINE = re.compile(r"^(\d+) +(.*)$")
_CALL = re.compile(r"^(\w+)\((.*)\) += +(-?\d+)(<[^>]*>)?.*$")
_HEX = re.compile(r"\\x([0-9a-f]{2})")
_TEXT = re.compile(r'"((?:\\x[0-9a-f]{2})*)"')
_FD = re.compile(r"(\d+)<((?:\\x[0-9a-f]{2})*)>")


@dataclass(frozen=True)
class Write:
    """Bytes at a place of a file that no fsync has covered; `data` None cuts the file at `offset`."""

    file: int
    offset: int
    data: bytes | None


@dataclass(frozen=True)
class Name:
    """A name that appears (`file`) or goes (None)."""

    path: str
    file: int | None


@dataclass
class Disk:
    """Files by number, names by path below the root; `live` is what programs see, `safe` what survives for certain."""

    live: dict[int, bytearray] = field(default_factory=dict)
    safe: dict[int, bytes] = field(default_factory=dict)
    names: dict[str, int] = field(default_factory=dict)
    safe_names: dict[str, int] = field(default_factory=dict)
    waiting: list[Write] = field(default_factory=list)
    waiting_names: list[Name] = field(default_factory=list)
    places: dict[tuple[str, str], int] = field(default_factory=dict)

    def name(self, path: str, file: int | None) -> None:
        """A name appears or goes."""
        self.waiting_names.append(Name(path, file))
        _rename(self.names, path, file)

    def open(self, path: str, truncate: bool) -> None:
        """Open for writing, making the file when it is not there."""
        if path not in self.names:
            file = len(self.live)
            self.live[file], self.safe[file] = bytearray(), b""
            self.name(path, file)
        elif truncate:
            self.cut(self.names[path], 0)

    def write(self, file: int, offset: int, data: bytes) -> None:
        """Bytes arrive, not yet on the disk."""
        _apply(self.live[file], Write(file, offset, data))
        self.waiting.append(Write(file, offset, data))

    def cut(self, file: int, size: int) -> None:
        """The file ends at `size` from now on."""
        _apply(self.live[file], Write(file, size, None))
        self.waiting.append(Write(file, size, None))

    def sync(self, file: int | None) -> None:
        """Everything of a file (None: of a folder) is on the disk, and every name given so far."""
        if file is not None:
            self.safe[file] = bytes(self.live[file])
            self.waiting = [write for write in self.waiting if write.file != file]
        self.safe_names, self.waiting_names = dict(self.names), []

    def after_cut(self, kind: str, chance: random.Random) -> dict[str, bytes]:
        """Files by path, as one power cut at this moment may leave them."""
        names, files = dict(self.safe_names), {file: bytearray(data) for file, data in self.safe.items()}
        lasting = {"none": 0, "data only": 0, "all": len(self.waiting_names), "names only": len(self.waiting_names)}
        for step in self.waiting_names[: lasting.get(kind, chance.randint(0, len(self.waiting_names)))]:
            _rename(names, step.path, step.file)
        for at, write in enumerate(self.waiting):
            last = at == len(self.waiting) - 1
            if kind in ("none", "names only") or (kind == "some" and chance.random() < 0.5):
                continue
            if kind == "torn" and last and write.data:
                whole = chance.randint(0, len(write.data) // SECTOR)
                write = Write(write.file, write.offset, write.data[: SECTOR * whole])
            _apply(files[write.file], write)
        return {path: bytes(files[file]) for path, file in names.items() if not path.endswith("-shm")}


def _rename(names: dict[str, int], path: str, file: int | None) -> None:
    if file is None:
        names.pop(path, None)
    else:
        names[path] = file


def _apply(content: bytearray, write: Write) -> None:
    if write.data is None:
        del content[write.offset :]
        content.extend(bytes(max(0, write.offset - len(content))))
        return
    content.extend(bytes(max(0, write.offset - len(content))))
    content[write.offset : write.offset + len(write.data)] = write.data


def disk_of(folder: Path) -> Disk:
    """A model of `folder` as it lies on the disk, all of it synced."""
    disk = Disk()
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            file = len(disk.live)
            disk.live[file] = bytearray(path.read_bytes())
            disk.names[str(path)] = file
    disk.sync(None)
    disk.safe = {file: bytes(data) for file, data in disk.live.items()}
    return disk


def trace(log: Path, *words: str, **environment: str) -> None:
    """Run a Python child of the checkout under strace."""
    done = subprocess.run(
        ["strace", "-f", "-y", "-xx", "-s", "100000000", "--seccomp-bpf", "-e", f"trace={CALLS}", "-o", str(log),
         sys.executable, *words],
        cwd=ROOT, capture_output=True, text=True, encoding="utf-8", check=False,
        env={**os.environ, "PYTHONUTF8": "1", **environment},
    )  # fmt: skip
    assert done.returncode == 0, done.stderr[-2000:]


@dataclass(frozen=True)
class Step:
    """A moment after which the power may go: the disk (changes as the replay goes on) and the promises made so far."""

    disk: Disk
    promised: tuple[str, ...]


def moments(log: Path, folder: Path, before: Disk) -> Iterator[Step]:
    """Replay the log on the model; one step after each write, sync, rename and removal below `folder`."""
    root, promised = str(folder), []
    for call, words, result in _calls(log):
        if call == "write" and (said := _said(words)) is not None:
            promised += [line[4:] for line in said.splitlines() if line.startswith("ack ")]
        elif _replay(before, root, call, words, result):
            yield Step(before, tuple(promised))


def _calls(log: Path) -> Iterator[tuple[str, str, int]]:
    begun: dict[str, str] = {}
    for line in log.read_text("ascii", "replace").splitlines():
        matched = _LINE.match(line)
        if matched is None:
            continue
        process, said = matched.groups()
        if said.endswith("<unfinished ...>"):
            begun[process] = said.removesuffix("<unfinished ...>").rstrip()
            continue
        if said.startswith("<... "):
            said = begun.pop(process, "") + said.partition(" resumed>")[2]
        found = _CALL.match(said)
        if found and int(found[3]) >= 0:
            yield found[1], found[2], int(found[3])


def _said(words: str) -> str | None:
    """What was printed on standard output."""
    if not words.startswith("1<"):
        return None
    return _text(words.partition(">")[2]).decode("utf-8", "replace")


def _text(words: str) -> bytes:
    found = _TEXT.search(words)
    return bytes.fromhex("".join(_HEX.findall(found[1]))) if found else b""


def _paths(words: str) -> list[str]:
    return [bytes.fromhex("".join(_HEX.findall(one))).decode() for one in _TEXT.findall(words)]


def _opened(words: str, at: int = 0) -> tuple[str, str]:
    """(number, path) of a descriptor among the arguments."""
    number, path = _FD.findall(words)[at]
    return number, bytes.fromhex("".join(_HEX.findall(path))).decode("utf-8", "replace")


def _replay(disk: Disk, root: str, call: str, words: str, result: int) -> bool:
    """One call; whether it changed anything below `root`."""
    if call == "openat":
        path = _paths(words)[0]
        if path.startswith(root) and "O_RDONLY" not in words and "O_DIRECTORY" not in words:
            disk.open(path, "O_TRUNC" in words)
            disk.places[_key(words, result)] = len(disk.live[disk.names[path]]) if "O_APPEND" in words else 0
        return False
    if call.startswith(("rename", "unlink")):
        return _replay_names(disk, root, call, _paths(words))
    number, path = _opened(words)
    if not path.startswith(root):
        return False
    if call in ("fsync", "fdatasync"):
        disk.sync(disk.names.get(path))
        return True
    if path not in disk.names:
        return False
    return _replay_data(disk, call, words, result, disk.names[path], (number, path))


def _key(words: str, number: int) -> tuple[str, str]:
    return str(number), _paths(words)[0]


def _replay_names(disk: Disk, root: str, call: str, paths: list[str]) -> bool:
    if not paths or not paths[0].startswith(root) or paths[0] not in disk.names:
        return False
    file = disk.names[paths[0]]
    disk.name(paths[0], None)
    if call.startswith("rename"):
        disk.name(paths[1], file)
    return True


def _replay_data(disk: Disk, call: str, words: str, result: int, file: int, key: tuple[str, str]) -> bool:
    numbers = [int(word) for word in re.findall(r", (\d+)", words)]
    place = disk.places.get(key, 0)
    if call == "pwrite64":
        disk.write(file, numbers[-1], _text(words)[:result])
    elif call == "write":
        disk.write(file, place, _text(words)[:result])
        disk.places[key] = place + result
    elif call == "sendfile":
        source = disk.live[disk.names[_opened(words, 1)[1]]]
        disk.write(file, place, bytes(source[place : place + result]))
        disk.places[key] = place + result
    elif call == "ftruncate":
        disk.cut(file, numbers[-1])
    else:
        disk.places[key] = result
        return False
    return True


def leave(state: dict[str, bytes], root: Path, place: Path) -> Path:
    """Put a state of the disk, whose paths are below `root`, into the new folder `place`."""
    place.mkdir(parents=True)
    for path, content in state.items():
        target = place / Path(path).relative_to(root)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_bytes(content)
    return place


def states(
    log: Path, folder: Path, before: Disk, most: int, seed: int
) -> Iterator[tuple[dict[str, bytes], tuple[str, ...]]]:
    """`most` states, spread over all moments, each kind of cut in turn: (files, what was promised by then)."""
    chance = random.Random(seed)
    total = sum(1 for _step in moments(log, folder, _copy(before)))
    every = total * len(KINDS) / most
    kind, due = 0, 0.0
    for number, step in enumerate(moments(log, folder, before)):
        while (number + 1) * len(KINDS) > due + every * 1e-6 and kind < most:
            yield step.disk.after_cut(KINDS[kind % len(KINDS)], chance), step.promised
            kind, due = kind + 1, due + every


def _copy(disk: Disk) -> Disk:
    return Disk(
        {file: bytearray(data) for file, data in disk.live.items()}, dict(disk.safe), dict(disk.names),
        dict(disk.safe_names),
    )  # fmt: skip
