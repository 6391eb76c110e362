"""A promoter's laptop leaves the project: it is emptied, once the office says that it has everything told on it."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from promoter_app.domain.done import Done
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.security.clocks import Moment
from promoter_app.services.folder import Folder, laptop_setting
from promoter_app.services.security import locking
from promoter_app.store import deliveries
from promoter_app.store.backups import emptying
from promoter_app.store.merging.receipts import known_receipt
from promoter_app.store.trouble import told


@dataclass(frozen=True)
class Held:
    """What would be lost: facts told here (of sessions held among them, how many) that no package holds, and the
    first package that holds everything and that the office has not said to have united.
    """

    facts: int = 0
    sessions: int = 0
    package: int | None = None

    @property
    def is_safe(self) -> bool:
        """Whether the office has everything."""
        return not self.facts and self.package is None


def what_is_held(folder: Folder) -> Held:
    """What the office does not have yet of this laptop's own work, as its latest list says."""
    receipt = known_receipt(folder.book)
    united = max(receipt.united, default=0) if receipt else 0
    if not deliveries.undelivered(folder.book, united).facts:
        return Held()
    last = deliveries.next_package(folder.book) - 1
    left = deliveries.undelivered(folder.book, last)
    if left.facts:
        return Held(left.facts, left.sessions)
    whole = (number for number in range(united + 1, last) if not deliveries.undelivered(folder.book, number).facts)
    return Held(package=next(whole, last))


def check_may_leave(folder: Folder) -> None:
    """Raises Refusal `is_the_office`, `not_delivered` or `not_united` when this laptop must not be emptied."""
    role = folder.opened.role if folder.opened else laptop_setting(folder, "role", "promoter")
    if role == "coordinator":
        raise _refusal(
            "is_the_office",
            Sentence("Esta laptop es de la oficina: guarda lo de todas.", "The office's laptop keeps everybody's."),
            Sentence("Solo se vacían las laptops de campo.", "Only laptops of the field are emptied."),
        )
    held = what_is_held(folder)
    if held.facts:
        raise _not_delivered(held)
    if held.package is not None:
        raise _refusal(
            "not_united",
            Sentence(f"Falta que la oficina una el paquete {held.package}.",
                     f"The office has not united package {held.package} yet."),
            Sentence("Llévalo, pide su lista nueva y tráela en Entregar.",
                     "Take it there, ask for a new roster and bring it in at Deliver."),
        )  # fmt: skip


def begin(folder: Folder, passphrase: str, moment: Moment) -> Done[Path]:
    """Decide that this laptop is emptied; there is no way back. Close the folder then, and `finish`.

    `passphrase` is asked once more of a locked folder. Gives the folder's path. Raises Refusal as `check_may_leave`,
    `wrong_passphrase` and `wait`; then nothing changed.
    """
    check_may_leave(folder)
    if folder.opened is not None:
        locking.unlock_keys(folder.path, folder.opened.slot, passphrase, moment)
    with told():
        emptying.decide(folder.path)
    return Done(folder.path)


def finish(path: Path) -> int:
    """Overwrite and remove everything of Surco's at `path`; how many files of others stay there.

    Raises Refusal `not_all_gone` when a file cannot be removed; the next opening of the folder ends it.
    """
    try:
        return emptying.finish_started(path)
    except OSError as error:
        raise Refusal(
            "not_all_gone",
            Sentence("Algún archivo no se pudo borrar todavía.", "Some file could not be erased yet."),
            Sentence("Lo de esta laptop ya está en la oficina.", "What was on this laptop is at the office."),
            Sentence("Abre Surco otra vez: termina al abrir.", "Open Surco again: it ends when it opens."),
        ) from error


def _not_delivered(held: Held) -> Refusal:
    if held.sessions:
        what = Sentence(f"Falta entregar: sesiones, {held.sessions}.", f"Not delivered yet: sessions, {held.sessions}.")
    else:
        what = Sentence(f"Falta entregar: anotaciones, {held.facts}.", f"Not delivered yet: notes, {held.facts}.")
    return _refusal(
        "not_delivered", what,
        Sentence("Entrega, y cuando la oficina lo una trae su lista.", "Deliver; bring the roster once it is united."),
    )  # fmt: skip


def _refusal(code: str, what: Sentence, todo: Sentence) -> Refusal:
    return Refusal(code, what, NOTHING_CHANGED, todo)
