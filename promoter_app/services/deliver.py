"""Entregar: the whole book as one file on a stick, numbered, read back, and remembered.

From a folder in the clear it is plain SQLite; from a locked one it is sealed to the office and signed.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from promoter_app.domain.done import Done
from promoter_app.domain.merging.packages import Label
from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder, spare_own_files
from promoter_app.services.security import sealing
from promoter_app.services.security.audit import office_only
from promoter_app.services.topics import voices
from promoter_app.store import deliveries, office
from promoter_app.store import people as people_store
from promoter_app.store.exporting import Exported, export_book
from promoter_app.store.merging import receipts
from promoter_app.store.trouble import told

SEALED = ".surco"
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Delivery:
    """A delivery made: its number on this laptop, when (ms), and what it carried.

    `united_at`: date (ms, the office's clock) of the office's latest list, when that says that it united the package;
    None when it does not, also after the office went back to a safety copy.
    """

    package: int
    at: int
    sessions: int
    people: int
    sha256: str
    united_at: int | None = None


@dataclass(frozen=True)
class ToDeliver:
    """What waits: sessions closed since the last delivery, people in all, and the last delivery."""

    sessions: int
    people: int
    last: Delivery | None


def export(
    folder: Folder,
    stamp: Stamp,
    out: Path,
    *,
    clear: bool = False,
    on_progress: Progress | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Done[tuple[Delivery, Exported]]:
    """Write the package to `out` (a file, or a folder that gets a neutral file name) and remember it.

    The file is whole or not there. `clear` asks for plain SQLite from a locked folder too: a coordinator's decision.
    Raises Refusal when the stick is full or gone, or stopped, `own_file`, and `no_office_key` when a locked folder
    does not know whom to seal for.
    """
    sealed = folder.opened is not None and not clear
    if folder.opened is not None and clear:
        office_only(folder, stamp, "export_clear")
    package = next_package(folder)
    target = _free(out / package_name(folder, stamp, package, sealed=sealed)) if out.is_dir() else out
    spare_own_files(target)
    voices.pack(folder, stamp)
    how: dict[str, Any] = {
        "label": _label(folder, stamp, package), "on_progress": on_progress, "should_stop": should_stop
    }
    told_before = deliveries.told_here(folder.book)
    with told():
        if sealed:
            exported = sealing.export_sealed(folder, stamp, target, package, **how)
        else:
            exported = export_book(folder.book, target, voices_of=how["label"].device, **how)
    delivery = Delivery(package, stamp.wall, exported.sessions, exported.people, exported.sha256)
    with folder.book.writing(stamp) as write:
        if next_package(folder) != package:
            exported.path.unlink()
            raise _delivered_meanwhile(package)
        deliveries.add_delivery(
            folder.book, package, exported.sha256, stamp.wall, exported.sessions, exported.people, told_before
        )
        write.add("audit", action="export_sealed" if sealed else "export", detail=f"{package}")
    return Done((delivery, exported), frozenset({"delivery"}))


def _free(path: Path) -> Path:
    """A name beside what is there: a file of this very name is another machine's, a twin or one without a name."""
    names = (path, *(path.with_name(f"{path.stem}-{number}{path.suffix}") for number in range(2, 1000)))
    return next((name for name in names if not name.exists()), path)


def _delivered_meanwhile(package: int) -> Refusal:
    return Refusal(
        "delivered_meanwhile",
        Sentence(
            f"Otra ventana de Surco entregó el paquete {package} al mismo tiempo.",
            f"Another Surco window delivered package {package} at the same time.",
        ),
        Sentence("Tus datos siguen completos en la laptop.", "Your data are still complete on the laptop."),
        Sentence("Entrega otra vez.", "Deliver again."),
    )


def _label(folder: Folder, stamp: Stamp, package: int) -> Label:
    """Who delivers: this launch is told first, so that the package holds the laptop it names."""
    with folder.book.writing(stamp):
        device = folder.book.device(stamp)
    return Label(
        package=package,
        device=device,
        laptop=folder.book.local("laptop_name") or "",
        operator=stamp.run.operator,
        exported_at=stamp.wall,
        project_tag=office.project_tag(folder.book),
        project=office.project_name(folder.book) or "",
    )


def next_package(folder: Folder) -> int:
    """The number of the next package of this laptop."""
    return deliveries.next_package(folder.book)


def package_name(folder: Folder, stamp: Stamp, package: int, *, sealed: bool = False) -> str:
    """A file name that tells nobody what is inside: laptop, number, date."""
    laptop = re.sub(r"[^a-z0-9]+", "-", (folder.book.local("laptop_name") or "laptop").lower()).strip("-")
    return f"surco-{laptop or 'laptop'}-{package:03d}-{stamp.today}{SEALED if sealed else '.db'}"


def to_deliver(folder: Folder) -> ToDeliver:
    """What the next package would bring that the last one did not."""
    past = history(folder, limit=1)
    since = past[0].at if past else -1
    sessions = deliveries.sessions_closed_since(folder.book, since)
    people = people_store.count_people(folder.book, "worker")
    return ToDeliver(sessions, people, past[0] if past else None)


def history(folder: Folder, limit: int = 50) -> list[Delivery]:
    """Deliveries made, the last first, and what the office says of each."""
    rows = deliveries.deliveries(folder.book, limit)
    receipt = receipts.known_receipt(folder.book)
    united = dict.fromkeys(receipt.united, receipt.at) if receipt else {}
    return [
        Delivery(
            row["package"], row["at"], row["sessions"], row["people"], row["sha256"], united.get(row["package"])
        )
        for row in rows
    ]
