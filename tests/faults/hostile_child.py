"""A child process that is given hostile files: `python -m tests.faults.hostile_child BASE PLACE FIRST COUNT`.

BASE is a sound data folder. For each number a changed database is made and given to opening, restoring and importing,
and a changed package to an office that unites; lines of JSON tell what came of it. A hang or a crash of this process
is the parent's to see.
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
from tests.faults.hostile_bytes import BYTES, HOSTILE_SQL
from tests.faults.hostile_packages import Office

TOGETHER = 50
NOW = datetime(2026, 2, 17, 12, 0, tzinfo=timezone(timedelta(hours=-6)))
MUST_REFUSE = {"other_file", *HOSTILE_SQL} - {"oversized"}


def changed(base: bytes, number: int, out: Path) -> str:
    """Write the changed database of this number; the kind of change."""
    chance = random.Random(number)
    if number % 5 == 0:
        kind = list(HOSTILE_SQL)[number // 5 % len(HOSTILE_SQL)]
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


def main(base: Path, place: Path, first: int, count: int) -> None:
    """Try the files of these numbers, as databases one by one and as packages many at once."""
    raw = (base / "surco.db").read_bytes()
    office = Office(base, place, NOW)
    for number in range(first, first + count):
        print(json.dumps(try_one(base, place, raw, number)), flush=True)
        office.put(number)
        if number % TOGETHER == 0 or number == first + count - 1:
            for line in office.unite():
                print(json.dumps(line), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4]))
