"""A child process whose disk is watched: `python -m tests.faults.power_cut_child scans|merge|bare FOLDER [FILE]`.

It prints `ack WHAT` once WHAT is promised to last. `SURCO_WEAK=1` weakens durability by the one setting that would be
the easiest mistake; the key of an encrypted folder comes in `SURCO_KEY`.
"""

from __future__ import annotations

import os
import sys
from datetime import datetime, timedelta, timezone
from pathlib import Path

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services.folder import Folder, found_project, open_folder
from promoter_app.services.sessions import attendance, sessions
from promoter_app.store.keys.envelope import Opened

TAG, SCANS, CODE = 77, 200, "260217-PINOS-M1"
CODES = [make_code(CodeKind.CARD, TAG, number).text for number in range(1, SCANS + 1)]
NOON = datetime(2026, 2, 17, 12, 3, tzinfo=timezone(timedelta(hours=-6)))


def edge() -> Edge:
    return Edge("Lupita", "coordinator", now=lambda: NOON)


def opened(path: Path) -> Folder:
    """The folder, encrypted when a key is given, weakened when asked."""
    key = os.environ.get("SURCO_KEY")
    folder = open_folder(path, opened=Opened(bytes.fromhex(key), "x", "Lupita", "coordinator") if key else None)
    if os.environ.get("SURCO_WEAK"):
        folder.book.db.execute("PRAGMA synchronous = NORMAL")
    return folder


def make_field(path: Path) -> None:
    """A crew of SCANS people with cards, and an open session."""
    folder, stamp = opened(path), edge().stamp()
    found_project(folder, stamp, "Prueba", TAG)
    with folder.book.writing(stamp) as write:
        season = write.add("season", name="Zafra", sector="cane", starts="2025-11-01", ends="2026-06-30")
        crew = write.add("crew", code="PINOS", name="Los Pinos", season=season, sector="cane")
        people = write.add_many("person", [{"kind": "worker", "name": f"Persona {n}"} for n in range(SCANS)])
        cards = write.add_many("card", [{"code": code, "number": n} for n, code in enumerate(CODES, 1)])
        rows = [{"card": card, "person": person} for card, person in zip(cards, people, strict=True)]
        write.add_many("card_assignment", rows)
        write.add_many("membership", [{"person": p, "crew": crew, "since": "2026-01-05"} for p in people])
    new = sessions.NewSession("2026-02-17", "12:00", "12:30", crew, "M1", season=season)
    sessions.start_session(folder, edge().stamp(), sessions.add_session(folder, stamp, new).outcome)
    folder.close()


def scans(path: Path) -> None:
    """A session of SCANS scans; each is promised when `record_scan` is back."""
    folder, here = opened(path), edge()
    (session,) = sessions.open_sessions(folder)
    for code in CODES:
        attendance.record_scan(folder, here.stamp(), session.id, code)
        print(f"ack {code}", flush=True)
    folder.close()


def merge(path: Path, file: Path) -> None:
    """Unite a package."""
    from promoter_app.services.merging import receiving

    folder, here = opened(path), edge()
    plan = receiving.look_at(folder, here.stamp(), [file])
    if plan.to_unite == ():
        raise SystemExit(str([one.refusal for one in plan.files]))
    receiving.unite(folder, here.stamp(), plan)
    print("ack united", flush=True)
    folder.close()


if __name__ == "__main__":
    try:
        {"scans": scans, "merge": merge, "make": make_field}[sys.argv[1]](*map(Path, sys.argv[2:]))
    except Refusal as refusal:
        raise SystemExit(str(refusal)) from refusal
