"""Give back: the office hands a laptop a roster of its crews; the laptop takes it in.

The roster is a package like any other, with fewer facts, and the laptop unites it through the same engine. A file
that is swapped and overlaid would be a second way of reading everything; facts are immutable and united by id, so
that uniting a part of them is as sound as uniting all: nothing is overwritten, an older roster after a newer one
changes nothing, and what the laptop has of other crews stays there, as it would with any package.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from promoter_app.domain.done import Done
from promoter_app.domain.merging.packages import FilePlan, Label, MergeReport
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.merging import receiving
from promoter_app.services.security import sealing
from promoter_app.services.security.audit import office_only
from promoter_app.services.security.project_keys import hold
from promoter_app.services.topics import voices
from promoter_app.store import office, rosters
from promoter_app.store.book import open_book
from promoter_app.store.exporting import export_book
from promoter_app.store.keys import book_keys, envelope
from promoter_app.store.merging import log
from promoter_app.store.merging.uniting import trust_device
from promoter_app.store.trouble import told

SEALED = ".surco"
Progress = Callable[[int, int], None]
Stop = Callable[[], bool]


@dataclass(frozen=True)
class Roster:
    """A roster on a stick: where, how many crews and people of the field it carries."""

    path: Path
    sha256: str
    crews: int
    people: int


def roster_name(laptop: str, day: str, *, sealed: bool = False) -> str:
    """A file name that tells nobody what is inside."""
    plain = re.sub(r"[^a-z0-9]+", "-", laptop.lower()).strip("-")
    return f"surco-lista-{plain or 'laptop'}-{day}{SEALED if sealed else '.db'}"


def give_roster(
    folder: Folder,
    stamp: Stamp,
    crews: Sequence[bytes],
    out: Path,
    *,
    laptop: str = "",
    on_progress: Progress | None = None,
    should_stop: Stop | None = None,
) -> Done[Roster]:
    """Write the roster of `crews` to the file `out`: written aside, read back, hashed, renamed. Office only.

    From a folder in the clear it is plain SQLite. From a locked one it is sealed to the laptop called `laptop` (when
    none is called so, to every laptop that delivered sealed packages) and signed. Raises Refusal `no_crews`, and
    `no_laptop_key` when no laptop is known that could open it.
    """
    office_only(folder, stamp, "give_roster")
    if not crews:
        raise _no_crews()
    recipients = _recipients(folder, laptop) if folder.opened else ()
    voices.pack(folder, stamp)
    with folder.book.writing(stamp) as write:
        device = folder.book.device(stamp)
        write.add("audit", action="roster", detail=str(len(crews)))
    label = Label(
        device=device, laptop=folder.book.local("laptop_name") or "", operator=stamp.run.operator,
        exported_at=stamp.wall, project_tag=office.project_tag(folder.book),
        project=office.project_name(folder.book) or "",
    )  # fmt: skip
    making, key = folder.path / ".lista.part", envelope.new_key() if recipients else None
    _remove(making)
    book = open_book(making, key)
    watch = {"on_progress": on_progress, "should_stop": should_stop}
    try:
        rosters.fill_roster(folder.book, book, crews, key)
        with told():
            if key is None:
                made = export_book(book, out, label=label, **watch)  # type: ignore[arg-type]
            else:
                made = sealing.write_sealed(
                    folder, stamp, book, out, key, recipients, package=0, label=label, **watch  # type: ignore[arg-type]
                )
    finally:
        book.close()
        _remove(making)
    return Done(Roster(out, made.sha256, len(crews), made.people), frozenset({"audit"}))


def _recipients(folder: Folder, laptop: str) -> tuple[str, ...]:
    """The keys of the laptop of that name, as it last called itself; of all laptops when none is called so."""
    known, names = book_keys.laptop_recipients(folder.book), log.laptop_names(folder.book)
    wanted = laptop.strip().casefold()
    named = [keys for device, keys in known.items() if wanted and names.get(device, "").casefold() == wanted]
    recipients = tuple(key for keys in named or known.values() for key in keys)
    if not recipients:
        raise _no_laptop_key()
    return recipients


def _remove(path: Path) -> None:
    for tail in ("", "-wal", "-shm"):
        path.with_name(path.name + tail).unlink(missing_ok=True)


def _no_crews() -> Refusal:
    return Refusal(
        "no_crews",
        Sentence("No elegiste ninguna cuadrilla.", "No crew was chosen."),
        NOTHING_CHANGED,
        Sentence("Elige las cuadrillas de esa laptop.", "Choose the crews of that laptop."),
    )


def _no_laptop_key() -> Refusal:
    return Refusal(
        "no_laptop_key",
        Sentence("Todavía no ha llegado nada sellado de ninguna laptop.", "Nothing sealed has come from a laptop yet."),
        NOTHING_CHANGED,
        Sentence(
            "Pon la ficha del proyecto y contraseña en esa laptop, une su primera entrega y da la lista después.",
            "Put the project's card and a passphrase on that laptop, unite its first delivery, then give the roster.",
        ),
    )


def look_into(
    folder: Folder,
    stamp: Stamp,
    path: Path,
    *,
    on_progress: Progress | None = None,
    should_stop: Stop | None = None,
) -> FilePlan:
    """What a roster is and would bring; changes nothing. Refusals of the file as `take_in`."""
    plan = receiving.look_at(
        folder, replace(stamp, role="coordinator"), [path],
        on_progress=on_progress or _nobody, should_stop=should_stop or _never,
    )  # fmt: skip
    receiving.forget(plan)
    file = plan.files[0]
    if file.refusal is not None:
        raise file.refusal
    return file


def take_in(
    folder: Folder,
    stamp: Stamp,
    path: Path,
    *,
    on_progress: Progress | None = None,
    should_stop: Stop | None = None,
) -> Done[MergeReport]:
    """Take a roster into this laptop; a new laptop joins the project with it. Any role may: it only adds facts.

    Erasures of the office that gave the first roster count here from then on; of no other; its keys are held to as
    well, and other keys that a later one brings are only announced. Raises Refusal when the
    file cannot be united (damaged, another project, newer), or as uniting does; then nothing changed.
    """
    as_office = replace(stamp, role="coordinator")
    watch = {"on_progress": on_progress or _nobody, "should_stop": should_stop or _never}
    plan = receiving.look_at(folder, as_office, [path], **watch)  # type: ignore[arg-type]
    file = plan.files[0]
    if file.refusal is not None:
        receiving.forget(plan)
        raise file.refusal
    if file.label.device is not None and not rosters.trusted_offices(folder.book):
        with folder.book.writing(stamp):
            trust_device(folder.book, file.label.device)
        receiving.forget(plan)
        plan = receiving.look_at(folder, as_office, [path], **watch)  # type: ignore[arg-type]
    confirmed = [one.sha for one in plan.files]
    done = receiving.unite(folder, as_office, plan, confirmed=confirmed, **watch)  # type: ignore[arg-type]
    hold(folder)
    return done


def _nobody(_done: int, _total: int) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False
