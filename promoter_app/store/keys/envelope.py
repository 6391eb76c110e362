"""The files of keys beside the database: one slot per person, one recovery copy. No name in the clear.

A slot holds the 32-byte database key and the person's name, wrapped with the passphrase; initials and role stand
beside it and are bound to it. A new passphrase rewraps; the database is never encrypted again for it. Each file ends
with a check over itself, so that damage is told apart from a wrong passphrase.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
import hmac
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from promoter_app.domain.roles import role_named
from promoter_app.domain.security.passphrases import initials, normal_passphrase
from promoter_app.domain.stamp import Role
from promoter_app.store.files import publish, temporary_beside
from promoter_app.store.keys import sealing, trouble
from promoter_app.store.keys.wrapping import KEY_BYTES, Cost, Wrapped, WrongPassphraseError, unwrap, wrap

FOLDER = "llaves"
_COMMON, _SLOT = "carpeta.json", "persona-{}.json"
_VERSION = 1
_LARGEST = 1 << 20


@dataclass(frozen=True)
class Slot:
    """Somebody who can open the folder, as far as the lock screen may say it."""

    id: str
    initials: str
    role: Role
    wrapped: Wrapped

    @property
    def header(self) -> bytes:
        """What the wrapped secret is bound to."""
        return _canonical({"version": _VERSION, "id": self.id, "initials": self.initials, "role": self.role})


@dataclass(frozen=True)
class Opened:
    """What a slot holds: the database key and who it belongs to."""

    key: bytes
    slot: str
    name: str
    role: Role

    def __repr__(self) -> str:
        return f"Opened({self.slot}, {self.role})"


@dataclass(frozen=True)
class Common:
    """What all slots share. `recovery` is the database key sealed to `recipients` (empty: no way back)."""

    recipients: tuple[str, ...]
    recovery: bytes
    key_check: str


def exists(folder: Path) -> bool:
    """Whether the data folder `folder` has keys, so that its database is encrypted."""
    place = folder / FOLDER
    return place.is_dir() and any(place.glob("*.json"))


def new_key() -> bytes:
    """A fresh random database key."""
    return os.urandom(KEY_BYTES)


def key_check(key: bytes) -> str:
    """Says whether a key is this folder's without telling the key."""
    return hmac.new(key, b"surco database key", hashlib.sha256).hexdigest()[:32]


def make_slot(key: bytes, name: str, role: Role, passphrase: str, cost: Cost, id: str | None = None) -> Slot:
    """A slot for `name`; `id` keeps the place of an older one."""
    bare = Slot(id or os.urandom(4).hex(), initials(name), role, Wrapped(cost, b"", b"", b""))
    secret = _canonical({"key": key.hex(), "name": name})
    wrapped = wrap(secret, normal_passphrase(passphrase), bare.header, cost)
    return Slot(bare.id, bare.initials, role, wrapped)


def open_slot(slot: Slot, passphrase: str) -> Opened:
    """The key inside; raises Refusal `wrong_passphrase`."""
    try:
        secret = json.loads(unwrap(slot.wrapped, normal_passphrase(passphrase), slot.header))
    except WrongPassphraseError as error:
        raise trouble.wrong_passphrase() from error
    return Opened(bytes.fromhex(secret["key"]), slot.id, str(secret["name"]), slot.role)


def seal_common(key: bytes, recipients: Sequence[str]) -> Common:
    """The recovery copy of `key` for the owners of `recipients`."""
    recovery = sealing.seal(key, recipients) if recipients else b""
    return Common(tuple(recipients), recovery, key_check(key))


def recover_key(common: Common, secret: str) -> bytes:
    """The database key, opened with a recovery key; raises Refusal `no_recovery_copy`, `wrong_sheet`."""
    if not common.recovery:
        raise trouble.no_recovery_copy()
    key = sealing.unseal(common.recovery, [secret], trouble.wrong_sheet())
    if key_check(key) != common.key_check:
        raise trouble.damaged_keys()
    return key


def write_slot(place: Path, slot: Slot) -> None:
    """Keep a slot in the folder of keys `place`: whole or not at all."""
    cost, wrapped = slot.wrapped.cost, slot.wrapped
    _write(
        place / _SLOT.format(slot.id),
        {
            "version": _VERSION, "id": slot.id, "initials": slot.initials, "role": slot.role,
            "argon2id": {"memory_kib": cost.memory_kib, "passes": cost.passes, "lanes": cost.lanes},
            "salt": wrapped.salt.hex(), "nonce": wrapped.nonce.hex(), "wrapped": wrapped.body.hex(),
        },
    )  # fmt: skip


def write_common(place: Path, common: Common) -> None:
    """Keep the recovery copy in the folder of keys `place`."""
    _write(
        place / _COMMON,
        {
            "version": _VERSION, "recipients": list(common.recipients), "key_check": common.key_check,
            "recovery": base64.b64encode(common.recovery).decode(),
        },
    )  # fmt: skip


def remove_slot(place: Path, id: str) -> None:
    """Forget a slot."""
    (place / _SLOT.format(id)).unlink(missing_ok=True)


def slots(place: Path) -> list[Slot]:
    """The readable slots, by initials."""
    found = [slot for path in sorted(place.glob(_SLOT.format("*"))) if (slot := _readable(path)) is not None]
    return sorted(found, key=lambda slot: (slot.initials, slot.id))


def slot(place: Path, id: str) -> Slot:
    """One slot; raises Refusal `unknown_person`, `keys_damaged`."""
    path = place / _SLOT.format(id)
    if not id.isalnum() or not path.exists():
        raise trouble.nobody_here()
    return _slot_in(path)


def common(place: Path) -> Common:
    """What all slots share; raises Refusal `keys_damaged`."""
    fields = _read(place / _COMMON)
    try:
        recipients = tuple(str(one) for one in fields["recipients"])
        return Common(recipients, base64.b64decode(fields["recovery"], validate=True), str(fields["key_check"]))
    except (KeyError, TypeError, binascii.Error) as error:
        raise trouble.damaged_keys() from error


def _readable(path: Path) -> Slot | None:
    from promoter_app.domain.refusal import Refusal

    try:
        return _slot_in(path)
    except Refusal:
        return None


def _slot_in(path: Path) -> Slot:
    fields = _read(path)
    try:
        cost = Cost(**fields["argon2id"])
        salt, nonce, body = (bytes.fromhex(fields[name]) for name in ("salt", "nonce", "wrapped"))
        role = role_named(str(fields["role"]))
        return Slot(str(fields["id"]), str(fields["initials"]), role, Wrapped(cost, salt, nonce, body))
    except (KeyError, TypeError, ValueError) as error:
        raise trouble.damaged_keys() from error


def _canonical(fields: Mapping[str, Any]) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


def _write(path: Path, fields: dict[str, Any]) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    whole = {**fields, "check": hashlib.sha256(_canonical(fields)).hexdigest()}
    temporary = temporary_beside(path)
    try:
        temporary.write_bytes(json.dumps(whole, ensure_ascii=False, indent=1).encode())
        publish(temporary, path)
    finally:
        temporary.unlink(missing_ok=True)


def _read(path: Path) -> dict[str, Any]:
    try:
        if path.stat().st_size > _LARGEST:
            raise ValueError("too large")
        fields = json.loads(path.read_bytes())
        check = fields.pop("check")
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError) as error:
        raise trouble.damaged_keys() from error
    if check != hashlib.sha256(_canonical(fields)).hexdigest() or fields.get("version") != _VERSION:
        raise trouble.damaged_keys()
    return dict(fields)
