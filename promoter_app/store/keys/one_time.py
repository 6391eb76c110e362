"""A package for a laptop that has no key yet: six words, made for that package alone, open it.

Argon2id stretches the words with the package's salt to an age secret, and the package is sealed to its public half as
to anybody's. Before the seal stand: a line that names the format, the salt, what a guess costs, and a check over all
that and the seal, so that damage is told apart from wrong words.
"""

from __future__ import annotations

import os
import struct
from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from promoter_app.domain.security.passphrases import normal_passphrase
from promoter_app.store.keys import sealing, words
from promoter_app.store.keys.trouble import changed_package, wrong_words
from promoter_app.store.keys.wrapping import Cost, stretched

MAGIC = b"SURCO-PALABRAS1\n"
WORDS = 6
"""Of a list of 2,048: 66 bits, each guess at the price of an Argon2id."""
LONGEST_SEAL = 1 << 20
_FIELDS = struct.Struct(">16sIII")
_CHECK = 32


@dataclass(frozen=True)
class Lock:
    """What closes one package: to whom it is sealed, and how its words are stretched."""

    recipient: str
    salt: bytes
    cost: Cost

    def front(self, sealed: bytes) -> bytes:
        """What stands in the file before the length of `sealed`."""
        fields = _FIELDS.pack(self.salt, self.cost.memory_kib, self.cost.passes, self.cost.lanes)
        return MAGIC + fields + sha256(fields + sealed).digest()


def new_words() -> tuple[str, ...]:
    """Six words of the list, by chance."""
    return words.random_words(WORDS)


def lock_with(chosen: Sequence[str], cost: Cost) -> Lock:
    """A lock that opens with these words and no others."""
    salt = os.urandom(16)
    return Lock(sealing.recipient_of(_secret(chosen, salt, cost)), salt, cost)


def is_for_words(path: Path) -> bool:
    """Whether a file says that words open it."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(MAGIC)) == MAGIC
    except OSError:
        return False


def secret_for(path: Path, typed: str) -> str:
    """The secret that opens the package at `path`, from its six words (four letters of each are enough).

    Raises Refusal: `wrong_words` (too few, not of the list, or of another package), `tampered` when the package itself
    is damaged; OSError when it cannot be read.
    """
    with path.open("rb") as source:
        source.seek(len(MAGIC))
        salt, cost, sealed = _read_front(source)
    meant = words.listed_words(typed)
    found = [word for word in meant if word is not None]
    if len(meant) != WORDS or len(found) != WORDS:
        raise wrong_words()
    secret = _secret(found, salt, cost)
    sealing.unseal(sealed, [secret], wrong_words())
    return secret


def read_seal(source: BinaryIO) -> bytes:
    """The age file that comes next in `source`, which stands right after MAGIC. Raises Refusal `tampered`."""
    return _read_front(source)[2]


def _read_front(source: BinaryIO) -> tuple[bytes, Cost, bytes]:
    fields, check = source.read(_FIELDS.size), source.read(_CHECK)
    length = int.from_bytes(source.read(4), "big")
    sealed = source.read(length) if 0 < length <= LONGEST_SEAL else b""
    if not sealed or len(sealed) != length or sha256(fields + sealed).digest() != check:
        raise changed_package()
    salt, *numbers = _FIELDS.unpack(fields)
    usual = Cost()
    if any(number > most for number, most in zip(numbers, (usual.memory_kib, usual.passes, usual.lanes), strict=True)):
        raise changed_package()  # nobody makes this laptop work for minutes
    try:
        return salt, Cost(*numbers), sealed
    except ValueError as error:
        raise changed_package() from error


def _secret(chosen: Sequence[str], salt: bytes, cost: Cost) -> str:
    return sealing.secret_text(stretched(normal_passphrase(" ".join(chosen)), salt, cost))
