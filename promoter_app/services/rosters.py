"""Give back: the office hands a laptop a roster of its crews; the laptop takes it in.

The roster is a package like any other, with fewer facts, and the laptop unites it through the same engine. A file
that is swapped and overlaid would be a second way of reading everything; facts are immutable and united by id, so
that uniting a part of them is as sound as uniting all: nothing is overwritten, an older roster after a newer one
changes nothing, and what the laptop has of other crews stays there, as it would with any package.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from promoter_app.domain.done import Done
from promoter_app.domain.merging.packages import FilePlan, Label, MergeReport
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder, spare_own_files
from promoter_app.services.merging import receiving
from promoter_app.services.security import sealing
from promoter_app.services.security.audit import office_only
from promoter_app.services.security.project_keys import hold
from promoter_app.services.topics import voices
from promoter_app.store import office, rosters
from promoter_app.store.book import open_book
from promoter_app.store.exporting import export_book
from promoter_app.store.keys import book_keys, envelope, one_time
from promoter_app.store.keys.wrapping import Cost
from promoter_app.store.merging import log, receipts
from promoter_app.store.merging.uniting import trust_device
from promoter_app.store.trouble import told

SEALED = ".surco"
WORDS_REFUSALS = frozenset({"words_wanted", "wrong_words"})
"""Refusals after which somebody who has the six words of a roster can go on."""
Progress = Callable[[int, int], None]
Stop = Callable[[], bool]


@dataclass(frozen=True)
class Roster:
    """A roster on a stick: where, how many crews and people of the field it carries.

    `words` open it, when it was made so; they are kept nowhere.
    """

    path: Path
    sha256: str
    crews: int
    people: int
    words: tuple[str, ...] = field(default=(), repr=False)


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
    by_words: bool = False,
    cost: Cost | None = None,
    on_progress: Progress | None = None,
    should_stop: Stop | None = None,
) -> Done[Roster]:
    """Write the roster of `crews` to the file `out`: written aside, read back, hashed, renamed. Office only.

    It tells each laptop which of its packages are united here. From a folder in the clear it is plain SQLite. From a
    locked one it is sealed to the laptop called `laptop` (when none is called so, to every laptop that delivered
    sealed packages) and signed. `by_words`: sealed from any folder, to six words made for it, for a laptop that never
    delivered or has no passphrase (`cost` of guessing them).
    Raises Refusal `no_crews`, `own_file`, and `no_laptop_key` when no laptop is known that could open it.
    """
    office_only(folder, stamp, "give_roster")
    if not crews:
        raise _no_crews()
    spare_own_files(out)
    words = one_time.new_words() if by_words else ()
    lock = one_time.lock_with(words, cost or Cost()) if by_words else None
    recipients = (lock.recipient,) if lock else _recipients(folder, laptop) if folder.opened else ()
    voices.pack(folder, stamp)
    with folder.book.writing(stamp) as write:
        device = folder.book.device(stamp)
        write.add("audit", action="roster", detail=str(len(crews)))
    label = _label(folder, stamp, device)
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
                    folder, stamp, book, out, key, recipients, package=0, label=label, lock=lock, **watch  # type: ignore[arg-type]
                )  # fmt: skip
    finally:
        book.close()
        _remove(making)
    return Done(Roster(out, made.sha256, len(crews), made.people, words), frozenset({"audit"}))


def _label(folder: Folder, stamp: Stamp, device: bytes) -> Label:
    return Label(
        device=device, laptop=folder.book.local("laptop_name") or "", operator=stamp.run.operator,
        exported_at=stamp.wall, project_tag=office.project_tag(folder.book),
        project=office.project_name(folder.book) or "", receipt=receipts.receipt_to_give(folder.book),
    )  # fmt: skip


def _recipients(folder: Folder, laptop: str) -> tuple[str, ...]:
    """The keys of the laptop of that name, as it last called itself; of all laptops when none is called so."""
    known, names = book_keys.laptop_recipients(folder.book), log.laptop_names(folder.book)
    wanted = laptop.strip().casefold()
    named = [keys for device, keys in known.items() if wanted and names.get(device, "").casefold() == wanted]
    recipients = tuple(key for keys in named or known.values() for key in keys)
    if not recipients:
        raise _no_laptop_key()
    return recipients


def laptops_with_key(folder: Folder) -> list[str]:
    """Names of the laptops that a roster can be sealed to, as each last called itself."""
    names = log.laptop_names(folder.book)
    return sorted({names.get(device, "") for device in book_keys.laptop_recipients(folder.book)} - {""})


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
            "Da la lista con seis palabras (laptop nueva), o une antes la primera entrega de esa laptop.",
            "Give the roster with six words (new laptop), or unite that laptop's first delivery before.",
        ),
    )


def look_into(
    folder: Folder,
    stamp: Stamp,
    path: Path,
    *,
    words: str = "",
    on_progress: Progress | None = None,
    should_stop: Stop | None = None,
) -> FilePlan:
    """What a roster is and would bring; changes nothing. Arguments and refusals as `take_in`."""
    plan = receiving.look_at(
        folder, replace(stamp, role="coordinator"), [path], secrets=_secrets(path, words),
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
    words: str = "",
    on_progress: Progress | None = None,
    should_stop: Stop | None = None,
) -> Done[MergeReport]:
    """Take a roster into this laptop; a new laptop joins the project with it. Any role may: it only adds facts.

    Erasures of the office that gave the first roster count here from then on; of no other; its keys are held to as
    well, and other keys that a later one brings are only announced. `words` are those of a roster given by words.
    Raises Refusal when the file cannot be united (damaged, another project, newer, `words_wanted`, `wrong_words`), or
    as uniting does; then nothing changed.
    """
    as_office = replace(stamp, role="coordinator")
    watch = {"on_progress": on_progress or _nobody, "should_stop": should_stop or _never}
    secrets = _secrets(path, words)
    plan = receiving.look_at(folder, as_office, [path], secrets=secrets, **watch)  # type: ignore[arg-type]
    file = plan.files[0]
    if file.refusal is not None:
        receiving.forget(plan)
        raise file.refusal
    if file.label.device is not None and not rosters.trusted_offices(folder.book):
        with folder.book.writing(stamp):
            trust_device(folder.book, file.label.device)
        receiving.forget(plan)
        plan = receiving.look_at(folder, as_office, [path], secrets=secrets, **watch)  # type: ignore[arg-type]
    confirmed = [one.sha for one in plan.files]
    done = receiving.unite(folder, as_office, plan, confirmed=confirmed, **watch)  # type: ignore[arg-type]
    hold(folder)
    return done


def _secrets(path: Path, words: str) -> tuple[str, ...]:
    """What opens a roster given by words: half a second of work for six typed words."""
    if not words.strip() or not one_time.is_for_words(path):
        return ()
    try:
        return (one_time.secret_for(path, words),)
    except OSError:  # the look that follows says so
        return ()


def _nobody(_done: int, _total: int) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False
