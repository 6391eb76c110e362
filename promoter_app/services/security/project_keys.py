"""The project's keys: made once at the office, handed to each laptop as a card, held by nobody in the clear.

Three public keys: `office` (deliveries are sealed to it), `recovery` (ways back into each laptop) and `safeguarding`
(sealed notes). The office's secret lives in the encrypted office folder, and sealed to the recovery keys in the
project's settings; the other two secrets live on paper only.
"""

from __future__ import annotations

import base64
import binascii
import json
from collections.abc import Sequence
from dataclasses import dataclass

from promoter_app.domain.done import Done
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder, set_setting, setting
from promoter_app.services.security import audit
from promoter_app.services.security.audit import office_only
from promoter_app.store.keys import book_keys, sealing, trouble, words

OFFICE, RECOVERY, SAFEGUARDING = book_keys.OFFICE, "recovery_recipients", "safeguarding_recipient"
_SEALED_SECRET = "office_secret_sealed"
_CARD = "SURCO1 "


@dataclass(frozen=True)
class ProjectKeys:
    """Public keys as `age1...`; empty or None when nobody made them yet."""

    office: str | None
    recovery: tuple[str, ...]
    safeguarding: str | None


def project_keys(folder: Folder) -> ProjectKeys:
    """The keys that this laptop uses: pinned when it joined, else the project's settings."""
    recovery = book_keys.recipient(folder.book, RECOVERY) or ""
    return ProjectKeys(
        book_keys.recipient(folder.book, OFFICE),
        tuple(recovery.split()),
        book_keys.recipient(folder.book, SAFEGUARDING),
    )


def is_office(folder: Folder) -> bool:
    """Whether this laptop holds the office's secret: it can open sealed deliveries."""
    return book_keys.office_secret(folder.book) is not None


def make_project_keys(folder: Folder, stamp: Stamp, recovery: Sequence[str]) -> Done[ProjectKeys]:
    """Make this the office's laptop: a key for deliveries, its secret kept here and sealed to `recovery` (public keys
    of the recovery sheets). Again with other sheets: the delivery key stays, the sealed secret is made anew.
    Office only. Raises Refusal `no_recovery_key`, `not_a_recovery_key`.
    """
    office_only(folder, stamp, "make_project_keys")
    if not recovery or not all(sealing.is_recipient(one) for one in recovery):
        raise trouble.unreadable_words()
    secret = book_keys.office_secret(folder.book)
    if secret is None and project_keys(folder).office is not None:
        raise _refusal(
            "has_office_key",
            Sentence("El proyecto ya tiene llave de oficina.", "The project has an office key already."),
            Sentence("Tráela con la hoja de recuperación.", "Bring it with the recovery sheet."),
        )
    pair = sealing.pair_of(secret) if secret else sealing.new_pair()
    sealed = base64.b64encode(sealing.seal(pair.secret.encode(), recovery)).decode()
    book_keys.keep_office_secret(folder.book, pair.secret)
    for key, value in ((OFFICE, pair.recipient), (RECOVERY, " ".join(recovery)), (_SEALED_SECRET, sealed)):
        set_setting(folder, stamp, key, value)
    _pin(folder, pair.recipient, recovery, None)
    audit.tell(folder, stamp, "project_keys")
    return Done(project_keys(folder), frozenset({"setting"}))


def bring_office_key(folder: Folder, stamp: Stamp, sheet: str) -> Done[None]:
    """Another laptop of the office: take the office's secret out of the project's settings with a recovery sheet.

    Office only. Raises Refusal `not_a_recovery_key`, `wrong_sheet`, `no_office_key`.
    """
    office_only(folder, stamp, "bring_office_key")
    sealed = setting(folder, _SEALED_SECRET, "")
    if not sealed:
        raise _refusal(
            "no_office_key",
            Sentence("El proyecto no tiene llave de oficina.", "The project has no office key."),
            Sentence("Hazla en la laptop de la oficina.", "Make it on the office's laptop."),
        )
    try:
        blob = base64.b64decode(sealed, validate=True)
    except binascii.Error as error:
        raise trouble.damaged_keys() from error
    pair = sealing.pair_of(sealing.unseal(blob, [words.secret_from(sheet)], trouble.wrong_sheet()).decode())
    if pair.recipient != project_keys(folder).office:
        raise _refusal(
            "other_office_key",
            Sentence("La llave de oficina guardada no es la del proyecto.",
                     "The office key that is kept is not the project's."),
            Sentence("Pide a la oficina la ficha del proyecto y úsala primero.",
                     "Ask the office for the project's card and use it first."),
        )  # fmt: skip
    hold(folder)
    book_keys.keep_office_secret(folder.book, pair.secret)
    audit.tell(folder, stamp, "office_key_brought")
    return Done(None)


def set_safeguarding(folder: Folder, stamp: Stamp, recipient: str) -> Done[None]:
    """To whom sealed notes go from now on (`age1...`, see `locking.new_recovery_key`). Office only."""
    office_only(folder, stamp, "set_safeguarding")
    if not sealing.is_recipient(recipient):
        raise trouble.unreadable_words()
    done = set_setting(folder, stamp, SAFEGUARDING, recipient)
    if project_keys(folder).safeguarding != recipient:
        folder.book.set_local(SAFEGUARDING, recipient)
    audit.tell(folder, stamp, "safeguarding_key")
    return Done(None, done.changes)


def project_card(folder: Folder) -> str:
    """What a new laptop needs, as text for a file or a QR (about 250 characters, nothing secret)."""
    keys = project_keys(folder)
    if keys.office is None:
        raise _refusal(
            "no_office_key",
            Sentence("El proyecto no tiene llave de oficina.", "The project has no office key."),
            Sentence("Hazla en Ajustes.", "Make it in Settings."),
        )
    fields = {"o": keys.office, "r": list(keys.recovery), "s": keys.safeguarding}
    return _CARD + json.dumps({name: value for name, value in fields.items() if value}, separators=(",", ":"))


def read_card(card: str) -> ProjectKeys:
    """The keys on a project's card; raises Refusal `not_a_card`."""
    text = card.strip()
    try:
        fields = json.loads(text.removeprefix(_CARD)) if text.startswith(_CARD) else {}
        keys = ProjectKeys(str(fields["o"]), tuple(str(one) for one in fields["r"]), fields.get("s"))
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise _no_card() from error
    named = [keys.office, *keys.recovery, *([keys.safeguarding] if keys.safeguarding else [])]
    if not keys.recovery or not all(isinstance(one, str) and sealing.is_recipient(one) for one in named):
        raise _no_card()
    return keys


def join(folder: Folder, stamp: Stamp, card: str) -> Done[ProjectKeys]:
    """This laptop delivers to the office of `card` from now on, whatever a package says later (pinned)."""
    keys = read_card(card)
    assert keys.office is not None
    _pin(folder, keys.office, keys.recovery, keys.safeguarding)
    audit.tell(folder, stamp, "joined")
    return Done(keys)


def hold(folder: Folder) -> None:
    """Hold from now on to the keys that the project's settings say, on a laptop that holds to none yet.

    What comes in later only announces other keys: a package that anybody wrote moves neither deliveries, nor the
    recovery copy, nor sealed notes to somebody else.
    """
    keys = project_keys(folder)
    if keys.office is not None and not book_keys.is_pinned(folder.book):
        _pin(folder, keys.office, keys.recovery, keys.safeguarding)


def _pin(folder: Folder, office: str, recovery: Sequence[str], safeguarding: str | None) -> None:
    kept = safeguarding or book_keys.recipient(folder.book, SAFEGUARDING)
    for key, value in ((OFFICE, office), (RECOVERY, " ".join(recovery)), (SAFEGUARDING, kept)):
        folder.book.set_local(key, value)


def announced(folder: Folder) -> ProjectKeys | None:
    """What the project's settings say, when it is not what this laptop holds to; None when they agree.

    Settings come with rosters and packages that anybody could write, so nothing is believed before `follow`.
    """
    told = ProjectKeys(
        setting(folder, OFFICE, "") or None, tuple(setting(folder, RECOVERY, "").split()),
        setting(folder, SAFEGUARDING, "") or None,
    )  # fmt: skip
    held = project_keys(folder)
    same = all(not new or new == old for new, old in zip(_fields(told), _fields(held), strict=True))
    return None if same else told


def follow(folder: Folder, stamp: Stamp) -> Done[ProjectKeys]:
    """Hold to what the project's settings say from now on; the recovery copy follows at the next unlock. Office only.

    Raises Refusal `not_a_recovery_key` when what they say is no key.
    """
    office_only(folder, stamp, "follow_keys")
    told = announced(folder)
    if told is not None:
        named = [*told.recovery, *(one for one in (told.office, told.safeguarding) if one)]
        if not all(sealing.is_recipient(one) for one in named):
            raise trouble.unreadable_words()
        new = {OFFICE: told.office, RECOVERY: " ".join(told.recovery), SAFEGUARDING: told.safeguarding}
        for key, value in new.items():
            if value:
                folder.book.set_local(key, value)
        audit.tell(folder, stamp, "keys_followed")
    return Done(project_keys(folder))


def _fields(keys: ProjectKeys) -> tuple[object, ...]:
    return keys.office, keys.recovery, keys.safeguarding


def _no_card() -> Refusal:
    return _refusal(
        "not_a_card",
        Sentence("Eso no es la ficha de un proyecto.", "That is not a project's card."),
        Sentence("Pide a la oficina la ficha del proyecto.", "Ask the office for the project's card."),
    )


def _refusal(code: str, what: Sentence, todo: Sentence) -> Refusal:
    return Refusal(code, what, NOTHING_CHANGED, todo)
