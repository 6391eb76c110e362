"""Sealed to somebody who is not here: age with X25519. Only the other half of the pair opens it.

A laptop that signs can be sealed to as well: age takes its Ed25519 key, as it takes those of ssh.
"""

from __future__ import annotations

import base64
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from promoter_app.domain.refusal import Refusal
from promoter_app.store.keys import trouble

_CHARS = "qpzry9x8gf2tvdw0s3jn54khce6mua7l"
_SECRET_PREFIX = "age-secret-key-"
_SSH, _PEM = "ssh-ed25519", "-----BEGIN OPENSSH PRIVATE KEY-----"
_GENERATORS = (0x3B6A57B2, 0x26508E6D, 0x1EA119FA, 0x3D4233DD, 0x2A1462B3)


@dataclass(frozen=True)
class Pair:
    """An age key pair. `secret` is `AGE-SECRET-KEY-1...` (never in a log), `recipient` is `age1...` (public)."""

    recipient: str
    secret: str

    def __repr__(self) -> str:
        return f"Pair({self.recipient})"


def new_pair() -> Pair:
    """A fresh pair."""
    from pyrage import x25519

    made = x25519.Identity.generate()
    return Pair(str(made.to_public()), str(made))


def pair_of(secret: str) -> Pair:
    """The pair of a secret key as text; raises Refusal `not_a_recovery_key`."""
    from pyrage import IdentityError, x25519

    try:
        return Pair(str(x25519.Identity.from_str(secret.strip().upper()).to_public()), secret.strip().upper())
    except IdentityError as error:
        raise trouble.unreadable_words() from error


def is_recipient(text: str) -> bool:
    """Whether `text` is a public key that can be sealed to."""
    from pyrage import RecipientError, x25519

    try:
        x25519.Recipient.from_str(text)
    except RecipientError:
        return False
    return True


def seal(clear: bytes, recipients: Sequence[str]) -> bytes:
    """`clear` so that only the owners of `recipients` can read it (about 200 bytes more, and 100 for each)."""
    import pyrage

    if not recipients:
        raise ValueError("sealed for nobody")
    return bytes(pyrage.encrypt(clear, [_recipient(one) for one in recipients]))


def _recipient(text: str) -> Any:
    import pyrage

    kind = pyrage.ssh if text.startswith(_SSH) else pyrage.x25519
    return kind.Recipient.from_str(text)


def _identity(secret: str) -> Any:
    import pyrage

    if secret.startswith(_PEM):
        return pyrage.ssh.Identity.from_buffer(secret.encode())
    return pyrage.x25519.Identity.from_str(secret)


def recipient_of(secret: str) -> str:
    """Whom a secret opens for: the public half as text, of an age pair or of a laptop."""
    if not secret.startswith(_PEM):
        return pair_of(secret).recipient
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import load_ssh_private_key

    key = load_ssh_private_key(secret.encode(), None)
    assert isinstance(key, Ed25519PrivateKey)
    return laptop_recipient(key.public_key().public_bytes_raw())


def laptop_recipient(public: bytes) -> str:
    """A laptop's public signing key (32 bytes) as somebody to seal to."""
    parts = (_SSH.encode(), public)
    return f"{_SSH} {base64.b64encode(b''.join(len(part).to_bytes(4, 'big') + part for part in parts)).decode()}"


def laptop_secret(private: bytes) -> str:
    """A laptop's private signing key (32 bytes) as a secret that opens what is sealed to it."""
    from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
    from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat

    key = Ed25519PrivateKey.from_private_bytes(private)
    return key.private_bytes(Encoding.PEM, PrivateFormat.OpenSSH, NoEncryption()).decode()


def unseal(sealed: bytes, secrets: Iterable[str], refusal: Refusal | None = None) -> bytes:
    """What was sealed, opened with whichever of `secrets` fits; raises `refusal` (`sealed_for_others` by default)."""
    import pyrage

    identities = [_identity(one) for one in secrets]
    try:
        return bytes(pyrage.decrypt(sealed, identities))
    except pyrage.DecryptError as error:
        raise (refusal or trouble.not_for_us()) from error


def secret_bytes(secret: str) -> bytes:
    """The 32 bytes of an age secret key (Bech32, BIP 173); the text is taken from `Pair`, so it is sound."""
    values = [_CHARS.index(letter) for letter in secret.lower().removeprefix(_SECRET_PREFIX)[1:]]
    bits = "".join(f"{value:05b}" for value in values[:-6])
    return int(bits[:256], 2).to_bytes(32, "big")


def secret_text(raw: bytes) -> str:
    """The age secret key with these 32 bytes."""
    bits = f"{int.from_bytes(raw, 'big'):0256b}".ljust(260, "0")
    values = [int(bits[at : at + 5], 2) for at in range(0, 260, 5)]
    check = _checksum(values)
    return (_SECRET_PREFIX + "1" + "".join(_CHARS[value] for value in values + check)).upper()


def _checksum(values: list[int]) -> list[int]:
    spread = [ord(letter) >> 5 for letter in _SECRET_PREFIX] + [0] + [ord(letter) & 31 for letter in _SECRET_PREFIX]
    state = 1
    for value in [*spread, *values, 0, 0, 0, 0, 0, 0]:
        top = state >> 25
        state = (state & 0x1FFFFFF) << 5 ^ value
        for at, generator in enumerate(_GENERATORS):
            state ^= generator if top >> at & 1 else 0
    state ^= 1
    return [state >> 5 * (5 - at) & 31 for at in range(6)]
