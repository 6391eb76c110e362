"""A child process whose disk is full at one write after another: `python -m tests.faults.full_disk_sweep PLACE STEP`.

PLACE holds `base`, a data folder, and `paquete.db`, a package for it. Each thing is tried while no file may grow
beyond a size, from nothing on in steps of STEP bytes until it succeeds; a line of JSON tells what was said each time
and whether the data were then as before. At last the space comes back and it is done.
"""

from __future__ import annotations

import json
import resource
import shutil
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from promoter_app.domain.refusal import Refusal
from promoter_app.services import deliver
from promoter_app.services.folder import Folder, open_folder
from promoter_app.services.merging import receiving
from promoter_app.services.security import keeping
from promoter_app.services.sessions import attendance, sessions
from tests.faults.hostile_packages import rows_of
from tests.faults.power_cut_child import CODES, edge

HERE = edge()


@contextmanager
def full_beyond(most: int) -> Iterator[None]:
    """No file may grow beyond `most` bytes."""
    _soft, hard = resource.getrlimit(resource.RLIMIT_FSIZE)
    resource.setrlimit(resource.RLIMIT_FSIZE, (most, hard))
    try:
        yield
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, (hard, hard))


def back_up(folder: Folder, place: Path) -> None:
    keeping.make_copy(folder, HERE.stamp())


def export(folder: Folder, place: Path) -> None:
    deliver.export(folder, HERE.stamp(), place / "salida.db")


def unite(folder: Folder, place: Path) -> None:
    plan = receiving.look_at(folder, HERE.stamp(), [place / "paquete.db"])
    try:
        for file in plan.files:
            if file.refusal is not None:
                raise file.refusal
        receiving.unite(folder, HERE.stamp(), plan)
    finally:
        receiving.forget(plan)


def scan(folder: Folder, place: Path) -> None:
    """Somebody who is not here yet."""
    (session,) = sessions.open_sessions(folder)
    here = attendance.tally(folder, session.id).present
    attendance.record_scan(folder, HERE.stamp(), session.id, CODES[here])


THINGS: dict[str, Callable[[Folder, Path], None]] = {"scan": scan, "backup": back_up, "export": export, "merge": unite}


def sweep(name: str, place: Path, step: int) -> None:
    """One thing, until it succeeds."""
    home = place / name
    shutil.copytree(place / "base", home)
    folder = open_folder(home)
    act, before, most, code = THINGS[name], rows_of(folder), 0, ""
    stray = stray_files(home, place)
    while code != "ok":
        code = "ok"
        try:
            with full_beyond(most):
                act(folder, place)
        except Refusal as refusal:
            code = refusal.code if refusal.text("es") and refusal.text("en") else "no words"
        lost = before - rows_of(folder)
        left = sorted(stray_files(home, place) - stray) if code != "ok" else []
        added = len(rows_of(folder) - before) if code != "ok" else 0
        told = {"thing": name, "most": most, "code": code, "lost": len(lost), "added": added, "left": left}
        print(json.dumps(told), flush=True)
        most += step
    sound = keeping.check(folder).sound
    end = {"thing": name, "code": "sound" if sound else "damaged", "lost": 0, "added": 0, "left": []}
    print(json.dumps(end), flush=True)
    folder.close()


def stray_files(home: Path, place: Path) -> set[str]:
    """Files that an unfinished thing must not leave: halves of copies and packages."""
    return {file.name for file in [*home.rglob("*"), *place.glob("salida*")] if file.is_file()
            and not file.name.startswith("surco.db")}  # fmt: skip


if __name__ == "__main__":
    for thing in THINGS:
        sweep(thing, Path(sys.argv[1]), int(sys.argv[2]))
