"""Locked data folders: who can open one, with what, and the ways back when something was forgotten or lost.

A folder is locked when it has keys (`llaves/`); its database and its copies are then encrypted. Nothing here asks a
clock: `moment` comes from `Edge.moment()`. Argon2id takes about half a second of one core a try, so call from a thread.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from promoter_app.domain.done import Done
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.security.clocks import Moment
from promoter_app.domain.security.passphrases import initials, strength
from promoter_app.domain.stamp import Role, Stamp
from promoter_app.services.folder import Folder, open_folder
from promoter_app.services.security import audit
from promoter_app.services.security.audit import office_only
from promoter_app.services.security.project_keys import RECOVERY, hold, project_keys
from promoter_app.store.backups import copying
from promoter_app.store.keys import converting, envelope, sealing, tries, trouble, words
from promoter_app.store.keys.envelope import Opened
from promoter_app.store.keys.wrapping import Cost
from promoter_app.store.trouble import told

__all__ = [
    "LockPerson", "NewPerson", "Opened", "RecoveryKey", "add_person", "after_unlock", "change_passphrase", "is_locked",
    "new_recovery_key", "open_with_key", "people_of", "protect", "recipient_of", "recover", "remove_person",
    "renew_recovery", "seconds_until_next_try", "sheet_opens", "unlock", "unlock_keys",
]  # fmt: skip
USUAL_COST = Cost()
_SEALED_TO = "recovery_sealed_to"
"""To whom the recovery copy beside the data is sealed; an age file does not say it."""


@dataclass(frozen=True)
class LockPerson:
    """Somebody on the lock screen: `initials` only, because nothing may name a person while it is locked."""

    id: str
    initials: str
    role: Role


@dataclass(frozen=True)
class NewPerson:
    """Somebody who shall open the folder from now on."""

    name: str
    passphrase: str
    role: Role


@dataclass(frozen=True)
class RecoveryKey:
    """What the printed recovery sheet shows, and the public half that stays in the data. Show it once, keep no copy.

    `words` are 24 Spanish words; `qr` is the text of the QR (74 characters, digits and capitals).
    """

    words: tuple[str, ...]
    qr: str
    recipient: str

    def __repr__(self) -> str:
        return f"RecoveryKey({self.recipient})"


def is_locked(path: Path) -> bool:
    """Whether the data folder at `path` needs a passphrase."""
    return envelope.exists(path)


def people_of(path: Path) -> list[LockPerson]:
    """Who can open the folder, by initials; slots that are damaged are left out."""
    return [LockPerson(slot.id, slot.initials, slot.role) for slot in envelope.slots(path / envelope.FOLDER)]


def seconds_until_next_try(path: Path, moment: Moment) -> int:
    """0, or how long wrong tries make everybody wait."""
    return tries.read_tries(path / envelope.FOLDER).wait(moment)


def unlock(path: Path, who: str | None, passphrase: str, moment: Moment) -> Folder:
    """Open a locked folder; `folder.opened` has the `name` and `role` to hand to the edge.

    `who` is an id of `people_of`, a full name, or None to try everybody's slot (half a second each). Afterwards call
    `after_unlock` with a stamp of that person. Raises Refusal: `wrong_passphrase`, `wait`, `keys_damaged`,
    `unknown_person`, and `damaged` when the key is right and the database is not.
    """
    return open_with_key(path, unlock_keys(path, who, passphrase, moment))


def unlock_keys(path: Path, who: str | None, passphrase: str, moment: Moment) -> Opened:
    """The same without opening the database: for restoring a damaged one. Refusals as `unlock`, but never `damaged`."""
    place = path / envelope.FOLDER
    wait = seconds_until_next_try(path, moment)
    if wait:
        raise trouble.wait_first(wait)
    try:
        opened = _open_one_of(_candidates(place, who), who, passphrase)
    except Refusal as refusal:
        if refusal.code == "wrong_passphrase":
            with told():
                tries.count_wrong(place, moment)
        raise
    with told():
        tries.forget_tries(place)
    return opened


def _candidates(place: Path, who: str | None) -> list[envelope.Slot]:
    known = envelope.slots(place)
    if who is None:
        found = known
    elif any(slot.id == who for slot in known):
        found = [slot for slot in known if slot.id == who]
    else:
        found = [slot for slot in known if slot.initials == initials(who)]
    if not found:
        envelope.slot(place, who or "")
        raise trouble.nobody_here()
    return found


def _open_one_of(candidates: list[envelope.Slot], who: str | None, passphrase: str) -> Opened:
    for slot in candidates:
        try:
            opened = envelope.open_slot(slot, passphrase)
        except Refusal:
            continue
        if who in (None, slot.id) or opened.name.casefold() == (who or "").casefold():
            return opened
    raise trouble.wrong_passphrase()


def open_with_key(path: Path, opened: Opened, *, make: bool = False) -> Folder:
    """Open the folder with what `unlock_keys` gave; Refusal `damaged` when the database cannot be read (the key is
    right) or is missing beside its keys, `no_folder` when the keys are gone too.
    """
    with told():
        converting.finish_started(path)
    try:
        return open_folder(path, make=make, opened=opened)
    except Refusal as refusal:
        if refusal.code == "not_ours" or (refusal.code == "no_folder" and is_locked(path)):
            raise _damaged() from refusal
        raise


def _damaged() -> Refusal:
    return Refusal(
        "damaged",
        Sentence(
            "La contraseña es correcta, pero el archivo de datos falta o está dañado.",
            "The passphrase is right, but the data file is missing or damaged.",
        ),
        Sentence("Las copias de la carpeta «copias» están aparte.", "The copies in “copias” are kept apart."),
        Sentence("Recupera la última copia.", "Restore the latest copy."),
    )


def after_unlock(folder: Folder, stamp: Stamp) -> None:
    """Write down who opened the folder, and keep the recovery copy sealed to the project's present keys."""
    audit.tell(folder, stamp, "unlock")
    hold(folder)
    wanted = project_keys(folder).recovery
    if folder.opened is not None and wanted and folder.book.local(_SEALED_TO) != " ".join(wanted):
        _seal_to(folder, wanted)
        audit.tell(folder, stamp, "recovery_resealed")


def new_recovery_key() -> RecoveryKey:
    """A key for the project's recovery sheet (also used for the safeguarding person's): print it, then forget it."""
    pair = sealing.new_pair()
    return RecoveryKey(words.words_of(pair.secret), pair.secret, pair.recipient)


def recipient_of(sheet: str) -> str:
    """The public half of the key on a sheet (24 words, or the text of its QR); Refusal `not_a_recovery_key`."""
    return sealing.pair_of(words.secret_from(sheet)).recipient


def protect(
    path: Path,
    first: NewPerson,
    recipients: Sequence[str],
    *,
    accept_loss: bool = False,
    cost: Cost = USUAL_COST,
) -> None:
    """Lock the folder at `path` (made when it is not there, encrypted when it is in the clear; it must be closed).

    `recipients` are the public halves of the project's recovery keys; with none, `accept_loss` must say that the
    person knows that a forgotten passphrase is the end. Copies and files in `entregas` are encrypted with it.
    Interrupted by a power cut it is either done at the next opening or not begun. Raises Refusal:
    `already_locked`, `weak_passphrase`, `no_recovery_key`, and trouble of the disk.
    """
    if is_locked(path):
        raise _refusal(
            "already_locked",
            Sentence("Esta carpeta ya tiene contraseña.", "This folder has a passphrase already."),
            Sentence("Cámbiala en Ajustes.", "Change it in Settings."),
        )
    _check(first)
    if not recipients and not accept_loss:
        raise _refusal(
            "no_recovery_key",
            Sentence("Sin llave de recuperación, olvidar la contraseña es perder los datos.",
                     "Without a recovery key, a forgotten passphrase is the end of the data."),
            Sentence("Haz la hoja de recuperación, o di que lo aceptas.", "Make the recovery sheet, or accept it."),
        )  # fmt: skip
    key = envelope.new_key()
    slot = envelope.make_slot(key, first.name, first.role, first.passphrase, cost)
    with told():
        converting.encrypt_folder(path, key, slot, envelope.seal_common(key, recipients))
    open_with_key(path, Opened(key, slot.id, first.name, first.role), make=True).close()


def change_passphrase(
    path: Path, who: str, old: str, new: str, moment: Moment, *, cost: Cost = USUAL_COST
) -> None:
    """Give one person a new passphrase; the old one opens nothing from then on. Refusals as `unlock`, and
    `weak_passphrase`.
    """
    opened = unlock_keys(path, who, old, moment)
    _check(NewPerson(opened.name, new, opened.role))
    _keep_slot(path, envelope.make_slot(opened.key, opened.name, opened.role, new, cost, opened.slot))


def recover(
    path: Path, sheet: str, person: NewPerson, *, instead_of: str | None = None, cost: Cost = USUAL_COST
) -> Folder:
    """The way back with the recovery sheet (words or QR): `person` gets a slot, in place of `instead_of` if given.

    The role is the one of the slot that is replaced: the sheet lets nobody rise. Without one it is as asked, because
    whoever holds the project's sheet is the office. Refusals: `not_a_recovery_key`, `wrong_sheet`,
    `no_recovery_copy`, `keys_damaged`, `weak_passphrase`.
    """
    place = path / envelope.FOLDER
    key = envelope.recover_key(envelope.common(place), words.secret_from(sheet))
    role = envelope.slot(place, instead_of).role if instead_of else person.role
    _check(person)
    slot = envelope.make_slot(key, person.name, role, person.passphrase, cost, instead_of)
    _keep_slot(path, slot)
    with told():
        tries.forget_tries(place)
    return open_with_key(path, Opened(key, slot.id, person.name, role))


def sheet_opens(path: Path, sheet: str) -> bool:
    """The restore drill: whether this sheet would bring the folder back. Refusals as `recover`; changes nothing."""
    envelope.recover_key(envelope.common(path / envelope.FOLDER), words.secret_from(sheet))
    return True


def add_person(folder: Folder, stamp: Stamp, person: NewPerson, *, cost: Cost = USUAL_COST) -> Done[str]:
    """One more person for this laptop; gives the id of the slot. Only a coordinator adds a coordinator."""
    if person.role == "coordinator":
        office_only(folder, stamp, "add_person")
    _check(person)
    slot = envelope.make_slot(_key(folder), person.name, person.role, person.passphrase, cost)
    _keep_slot(folder.path, slot)
    audit.tell(folder, stamp, "person_added", detail=f"{slot.id} {person.role}")
    return Done(slot.id)


def remove_person(folder: Folder, stamp: Stamp, id: str) -> Done[None]:
    """Somebody no longer opens this laptop. Office only; not oneself, so that somebody is always left."""
    office_only(folder, stamp, "remove_person")
    if folder.opened is not None and folder.opened.slot == id:
        raise _refusal(
            "yourself",
            Sentence("No puedes quitarte a ti mientras trabajas.", "You cannot remove yourself while you work."),
            Sentence("Pídelo a otra persona de la coordinación.", "Ask another coordinator."),
        )
    envelope.slot(folder.path / envelope.FOLDER, id)
    with told():
        envelope.remove_slot(folder.path / envelope.FOLDER, id)
        copying.keep_keys_beside(folder.path)
    audit.tell(folder, stamp, "person_removed", detail=id)
    return Done(None)


def renew_recovery(folder: Folder, stamp: Stamp, recipients: Sequence[str]) -> Done[None]:
    """A lost or seen recovery sheet: seal the key to `recipients` instead; the old sheet opens this laptop no more.

    Copies made before can still be opened with the old sheet by whoever has both. Office only.
    """
    office_only(folder, stamp, "renew_recovery")
    _seal_to(folder, recipients)
    folder.book.set_local(RECOVERY, " ".join(recipients))
    audit.tell(folder, stamp, "recovery_renewed")
    return Done(None)


def _seal_to(folder: Folder, recipients: Sequence[str]) -> None:
    key = _key(folder)
    with told():
        envelope.write_common(folder.path / envelope.FOLDER, envelope.seal_common(key, recipients))
        copying.keep_keys_beside(folder.path)
    folder.book.set_local(_SEALED_TO, " ".join(recipients))


def _key(folder: Folder) -> bytes:
    if folder.opened is None:
        raise _refusal(
            "not_locked",
            Sentence("Esta carpeta no tiene contraseña.", "This folder has no passphrase."),
            Sentence("Ponle una en Ajustes.", "Give it one in Settings."),
        )
    return folder.opened.key


def _check(person: NewPerson) -> None:
    if not person.name.strip():
        raise _refusal(
            "no_name", Sentence("Falta el nombre.", "The name is missing."), Sentence("Escríbelo.", "Write it.")
        )
    if strength(person.passphrase) in ("too_short", "too_plain"):
        raise _refusal(
            "weak_passphrase",
            Sentence("Esa contraseña es muy corta o muy simple.", "That passphrase is too short or too plain."),
            Sentence("Usa tres palabras, u ocho caracteres o más.", "Use three words, or eight characters or more."),
        )


def _keep_slot(path: Path, slot: envelope.Slot) -> None:
    with told():
        envelope.write_slot(path / envelope.FOLDER, slot)
        copying.keep_keys_beside(path)




def _refusal(code: str, what: Sentence, todo: Sentence) -> Refusal:
    return Refusal(code, what, NOTHING_CHANGED, todo)
