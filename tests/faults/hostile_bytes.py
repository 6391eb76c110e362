"""How files are changed to do harm: bits, pages and ends of their bytes, and SQL that a forger would run."""

from __future__ import annotations

import random
from collections.abc import Callable

PAGE = 4096
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
