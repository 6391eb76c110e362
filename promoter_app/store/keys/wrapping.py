"""A passphrase as a key: Argon2id stretches it, ChaCha20-Poly1305 wraps the database key with it."""

from __future__ import annotations

import os
from dataclasses import dataclass

KEY_BYTES = 32
_SALT, _NONCE = 16, 12
_BOUNDS = {"memory_kib": (8, 1 << 20), "passes": (1, 20), "lanes": (1, 8)}


class WrongPassphraseError(Exception):
    """The wrapped bytes are not opened by this passphrase (or were changed)."""


@dataclass(frozen=True)
class Cost:
    """What one guess costs: 64 MiB and three passes take about half a second on a slow laptop (RFC 9106)."""

    memory_kib: int = 64 * 1024
    passes: int = 3
    lanes: int = 1

    def __post_init__(self) -> None:
        for name, (low, high) in _BOUNDS.items():
            if not low <= getattr(self, name) <= high:
                raise ValueError(f"{name} of {getattr(self, name)}")


@dataclass(frozen=True)
class Wrapped:
    """A wrapped secret as it lies in a file."""

    cost: Cost
    salt: bytes
    nonce: bytes
    body: bytes


def wrap(secret: bytes, passphrase: str, header: bytes, cost: Cost) -> Wrapped:
    """`secret` locked with `passphrase`; `header` is bound to it: change one byte there and it opens no more."""
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    salt, nonce = os.urandom(_SALT), os.urandom(_NONCE)
    body = ChaCha20Poly1305(stretched(passphrase, salt, cost)).encrypt(nonce, secret, header)
    return Wrapped(cost, salt, nonce, body)


def unwrap(wrapped: Wrapped, passphrase: str, header: bytes) -> bytes:
    """The secret; raises WrongPassphraseError."""
    from cryptography.exceptions import InvalidTag
    from cryptography.hazmat.primitives.ciphers.aead import ChaCha20Poly1305

    key = stretched(passphrase, wrapped.salt, wrapped.cost)
    try:
        return ChaCha20Poly1305(key).decrypt(wrapped.nonce, wrapped.body, header)
    except InvalidTag as error:
        raise WrongPassphraseError from error


def stretched(passphrase: str, salt: bytes, cost: Cost) -> bytes:
    """KEY_BYTES bytes of Argon2id."""
    from cryptography.hazmat.primitives.kdf.argon2 import Argon2id

    kdf = Argon2id(
        salt=salt, length=KEY_BYTES, iterations=cost.passes, lanes=cost.lanes, memory_cost=cost.memory_kib
    )
    return bytes(kdf.derive(passphrase.encode()))
