"""A child process that is given hostile files: `python -m tests.faults.hostile_child BASE PLACE FIRST COUNT`.

BASE is a sound data folder. For each number a changed database is made and given to opening, restoring and importing;
a line of JSON tells what came of it. A hang or a crash of this process is the parent's to see.
"""

from __future__ import annotations

import json
import random
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from datetime import datetime, timedelta, timezone
from hashlib import sha256
from pathlib import Path

from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services.folder import open_folder
from promoter_app.services.people import importing
from promoter_app.services.security import keeping
from promoter_app.store.migrations import TABLES

PAGE = 4096
NOW = datetime(2026, 2, 17, 12, 0, tzinfo=timezone(timedelta(hours=-6)))
Mutation = Callable[[bytearray, random.Random], None]


def flip(raw: bytearray, chance: random.Random) -> None:
    """One to fifty single bits."""
    for _bit in range(chance.choice([1, 2, 50])):
        raw[chance.randrange(len(raw))] ^= 1 << chance.randrange(8)


def flip_early(raw: bytearray, chance: random.Random) -> None:
    """Bits of the header and the schema."""
    for _bit in range(chance.choice([1, 4])):
        raw[chance.randrange(3 * PAGE)] ^= 1 << chance.randrange(8)


def flip_headers(raw: bytearray, chance: random.Random) -> None:
    """Bits of the headers of pages, where the structure is."""
    for _page in range(chance.choice([1, 10])):
        page = chance.randrange(len(raw) // PAGE)
        raw[page * PAGE + chance.randrange(12)] ^= 1 << chance.randrange(8)


def truncate(raw: bytearray, chance: random.Random) -> None:
    """The end is missing."""
    del raw[chance.randrange(len(raw)) :]


def swap(raw: bytearray, chance: random.Random) -> None:
    """Two pages in each other's place."""
    one, other = (chance.randrange(len(raw) // PAGE) * PAGE for _page in range(2))
    raw[one : one + PAGE], raw[other : other + PAGE] = raw[other : other + PAGE], raw[one : one + PAGE]


def noise(raw: bytearray, chance: random.Random) -> None:
    """A page of noise, or of zeros."""
    page = chance.randrange(len(raw) // PAGE) * PAGE
    raw[page : page + PAGE] = chance.choice([bytes(PAGE), chance.randbytes(PAGE)])


def other_file(raw: bytearray, chance: random.Random) -> None:
    """A file of another application."""
    raw[:] = chance.choice(
        [b"\x89PNG\r\n\x1a\n" + bytes(900), b"PK\x03\x04" + bytes(5000), b"%PDF-1.7\n" + b"x" * 900, b"hola " * 400,
         b"SQLite format 3\x00" + bytes(2000), b"SURCO-PAQUETE-1\n" + chance.randbytes(3000), b"x"]
    )  # fmt: skip


BYTES: tuple[Mutation, ...] = (flip, flip_early, flip_headers, truncate, swap, noise, other_file)
HOSTILE_SQL = {
    "trigger": "CREATE TRIGGER evil AFTER INSERT ON run BEGIN DELETE FROM person; END",
    "view": "CREATE VIEW evil AS SELECT * FROM person",
    "table": "CREATE TABLE evil (a, b)",
    "virtual": "CREATE VIRTUAL TABLE evil USING fts5(a)",
    "endless view": (
        "CREATE VIEW evil AS WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT i FROM n"
    ),
    "future": "PRAGMA user_version = 99",
    "other application": "PRAGMA application_id = 7",
    "no application": "PRAGMA application_id = 0",
    "wrong types": "DROP TABLE person; CREATE TABLE person (id, kind, name)",
    "missing table": "DROP TABLE attendance",
    "default with a function": "DROP TABLE run; CREATE TABLE run (run BLOB DEFAULT (load_extension('x')))",
    "oversized": "INSERT INTO local VALUES ('laptop_name', hex(zeroblob(3000000)))",
}
MUST_REFUSE = {"other_file", *HOSTILE_SQL} - {"oversized"}


def changed(base: bytes, number: int, out: Path) -> str:
    """Write the changed database of this number; the kind of change."""
    chance = random.Random(number)
    if number % 10 == 0:
        kind = list(HOSTILE_SQL)[number // 10 % len(HOSTILE_SQL)]
        out.write_bytes(base)
        with closing(sqlite3.connect(out, isolation_level=None)) as connection:
            connection.executescript(HOSTILE_SQL[kind])
        return kind
    mutation = BYTES[chance.randrange(len(BYTES))]
    raw = bytearray(base)
    mutation(raw, chance)
    out.write_bytes(raw)
    return mutation.__name__


def said(act: Callable[[], object]) -> str:
    """`ok`, the code of a refusal, or the error that nobody should see."""
    try:
        if act() == "damaged":
            return "damaged"
    except Refusal as refusal:
        return refusal.code if refusal.text("es") and refusal.text("en") else "error: no words"
    except Exception as error:  # noqa: BLE001 - every surprise is what we look for
        return f"error: {type(error).__name__} {error}"
    return "ok"


def open_and_read(folder: Path) -> str | None:
    """What the app does at start, and every table read once; "damaged" when the check at start says so."""
    opened = open_folder(folder)
    try:
        sound = keeping.check_at_start(opened).sound
        for table in TABLES:
            opened.book.rows(f"SELECT * FROM {table.now_name if table.record else table.name}")
        return None if sound else "damaged"
    finally:
        opened.close()


def try_one(base: Path, place: Path, raw: bytes, number: int) -> dict[str, object]:
    """Give the file to opening, restoring and importing."""
    victim = place / "victima"
    shutil.rmtree(victim, ignore_errors=True)
    victim.mkdir()
    hostile = place / f"hostil-{number}.db"
    kind = changed(raw, number, hostile)
    shutil.copyfile(hostile, victim / "surco.db")
    told: dict[str, object] = {"number": number, "kind": kind, "open": said(lambda: open_and_read(victim))}
    untouched = sha256((base / "surco.db").read_bytes()).digest()
    before = sha256(hostile.read_bytes()).digest()
    stamp = Edge("Lupita", "coordinator", now=lambda: NOW).stamp()
    target = place / "destino"
    if number % 4 == 0 or kind in MUST_REFUSE:
        shutil.rmtree(target, ignore_errors=True)
        shutil.copytree(base, target)
        told["restore"] = said(lambda: keeping.restore(target, hostile, stamp))
        if told["restore"] != "ok":
            told["changed"] = sha256((target / "surco.db").read_bytes()).digest() != untouched
    told["import"] = said(lambda: importing.read_list(hostile))
    told["changed"] = told.get("changed", False) or sha256(hostile.read_bytes()).digest() != before
    hostile.unlink()
    return told


if __name__ == "__main__":
    base, place, first, count = Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])
    raw = (base / "surco.db").read_bytes()
    for number in range(first, first + count):
        print(json.dumps(try_one(base, place, raw, number)), flush=True)
