"""A delivery as it travels: encrypted, sealed to the office, signed by the laptop. Nothing of it is ever in the clear.

Layout: a line that names the format, four bytes of length, an age file, then an SQLCipher database. The age file
holds the database's key, its SHA-256, who made it and for whom, and the laptop's Ed25519 signature over all that.
One that words open has more before the length: see `one_time`.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from hashlib import file_digest, sha256
from pathlib import Path
from typing import Any, BinaryIO

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.store.files import sha256_of
from promoter_app.store.keys import one_time, sealing, signing
from promoter_app.store.keys.one_time import LONGEST_SEAL, Lock
from promoter_app.store.keys.trouble import changed_package, words_wanted

MAGIC = b"SURCO-PAQUETE-1\n"
_PIECE = 1 << 20
_SQLITE = b"SQLite format 3\x00"
_PAGE, _RESERVED = 4096, 48


@dataclass(frozen=True)
class Signer:
    """A laptop: its id in the data, and its signing key."""

    device: bytes
    private: bytes
    public: bytes

    def __repr__(self) -> str:
        return f"Signer({self.device.hex()})"


@dataclass(frozen=True)
class Maker:
    """Who made a package, as signed: the laptop's id, public key, and the operator's name."""

    device: bytes
    public: bytes
    operator: str
    package: int
    at: int


@dataclass(frozen=True)
class Keyring:
    """What opens what is sealed to this folder. `known` maps a laptop's id to the keys it has signed with so far."""

    secrets: tuple[str, ...]
    known: Mapping[bytes, frozenset[bytes]]

    def __repr__(self) -> str:
        return f"Keyring({len(self.secrets)} secrets, {len(self.known)} laptops)"


@dataclass(frozen=True)
class Unsealed:
    """An opened package: its database is still encrypted with `key`."""

    database: Path
    key: bytes
    maker: Maker

    def __repr__(self) -> str:
        return f"Unsealed({self.database.name}, {self.maker.device.hex()})"


def is_sealed(path: Path) -> bool:
    """Whether a file says that it is a sealed package."""
    try:
        with path.open("rb") as stream:
            return stream.read(len(MAGIC)) in (MAGIC, one_time.MAGIC)
    except OSError:
        return False


def write_sealed(
    database: Path, key: bytes, out: Path, signer: Signer, recipients: Sequence[str], *, operator: str, package: int,
    at: int, lock: Lock | None = None
) -> None:  # fmt: skip
    """Put the encrypted `database` into a package at `out`, flushed to the disk and read back.

    With `lock` its words open the package, and `recipients` is whom the lock stands for. Raises OSError, also when it
    does not read back equal.
    """
    claims = {
        "key": key.hex(), "sha256": sha256_of(database), "size": database.stat().st_size, "for": sorted(recipients),
        "device": signer.device.hex(), "public": signer.public.hex(), "operator": operator, "package": package,
        "at": at,
    }  # fmt: skip
    signature = signing.sign(signer.private, _canonical(claims))
    sealed = sealing.seal(_canonical({"claims": claims, "signature": signature.hex()}), recipients)
    front = lock.front(sealed) if lock else MAGIC
    with database.open("rb") as source, out.open("wb") as target:
        target.write(front + len(sealed).to_bytes(4, "big") + sealed)
        while piece := source.read(_PIECE):
            target.write(piece)
        target.flush()
        os.fsync(target.fileno())
    with out.open("rb") as written:
        written.seek(len(front) + 4 + len(sealed))
        if file_digest(written, "sha256").hexdigest() != claims["sha256"]:
            raise OSError(errno.EIO, "does not read back equal")


def read_sealed(path: Path, out: Path, keyring: Keyring) -> Unsealed:
    """Verify the package at `path` and put its still encrypted database at `out`.

    Raises Refusal: `sealed_for_others`, `tampered` (changed after it was signed, or cut short), `forwarded` (signed for
    somebody else), `other_laptop` (a known laptop's name with a key it never used), `no_office_key`, `words_wanted`.
    """
    with path.open("rb") as source:
        claims, signature = _parse(_unsealed(source, keyring))
        maker, key = _trusted(claims, signature, keyring)
        digest, size = sha256(), 0
        with out.open("wb") as target:
            while piece := source.read(_PIECE):
                digest.update(piece)
                size += len(piece)
                target.write(piece)
    if digest.hexdigest() != claims.get("sha256") or size != claims.get("size"):
        out.unlink(missing_ok=True)
        raise changed_package()
    return Unsealed(out, key, maker)


def _unsealed(source: BinaryIO, keyring: Keyring) -> bytes:
    """What the seal at the start of a package holds."""
    if source.read(len(MAGIC)) == one_time.MAGIC:
        return sealing.unseal(one_time.read_seal(source), keyring.secrets, words_wanted())
    if not keyring.secrets:
        raise no_office_key()
    length = int.from_bytes(source.read(4), "big")
    if not 0 < length <= LONGEST_SEAL:
        raise changed_package()
    return sealing.unseal(source.read(length), keyring.secrets)


def decrypt_pages(unsealed: Unsealed, out: Path) -> None:
    """The database in the clear, page by page, without asking SQLite to open a strange file.

    SQLCipher keeps 48 bytes at the end of each page of 4096: the IV of AES-256-CBC, and an HMAC that the signed
    SHA-256 of the whole makes needless here. Sixteen bytes of salt stand where the first page has SQLite's name.
    Raises Refusal `tampered` for anything but whole pages.
    """
    from cryptography.hazmat.primitives.ciphers import Cipher
    from cryptography.hazmat.primitives.ciphers.algorithms import AES
    from cryptography.hazmat.primitives.ciphers.modes import CBC

    size = unsealed.database.stat().st_size
    if not size or size % _PAGE:
        raise changed_package()
    with unsealed.database.open("rb") as source, out.open("wb") as target:
        start = len(_SQLITE)
        while page := source.read(_PAGE):
            iv = page[-_RESERVED:][:16]
            body = Cipher(AES(unsealed.key), CBC(iv)).decryptor().update(page[start:-_RESERVED])
            target.write(_SQLITE[:start] + body + bytes(_RESERVED))
            start = 0


def _parse(clear: bytes) -> tuple[dict[str, Any], bytes]:
    try:
        fields = json.loads(clear)
        return dict(fields["claims"]), bytes.fromhex(fields["signature"])
    except (ValueError, KeyError, TypeError) as error:
        raise changed_package() from error


def _trusted(claims: dict[str, Any], signature: bytes, keyring: Keyring) -> tuple[Maker, bytes]:
    try:
        maker = Maker(
            bytes.fromhex(claims["device"]), bytes.fromhex(claims["public"]), str(claims["operator"]),
            int(claims["package"]), int(claims["at"]),
        )  # fmt: skip
        key = bytes.fromhex(claims["key"])
        ours = {sealing.recipient_of(secret) for secret in keyring.secrets}
        named = {str(one) for one in claims["for"]}
    except (ValueError, KeyError, TypeError) as error:
        raise changed_package() from error
    if len(key) != 32 or not signing.is_signed(maker.public, signature, _canonical(claims)):
        raise changed_package()
    if not ours & named:
        raise _refusal(
            "forwarded", "El paquete se firmó para otra oficina.", "The package was signed for another office."
        )
    known = keyring.known.get(maker.device)
    if known and maker.public not in known:
        raise _refusal(
            "other_laptop", "Dice ser de una laptop conocida, pero la firma es otra.",
            "It claims to come from a known laptop, but the signature is another.",
        )  # fmt: skip
    return maker, key


def no_office_key() -> Refusal:
    """This folder does not hold the office's secret key."""
    return Refusal(
        "no_office_key",
        Sentence("Aquí no está la llave de la oficina.", "The office's key is not here."),
        NOTHING_CHANGED,
        Sentence("Ábrelo en la laptop de la oficina.", "Open it on the office's laptop."),
    )


def _refusal(code: str, es: str, en: str) -> Refusal:
    todo = Sentence("Pide que lo entreguen otra vez desde esa laptop.", "Ask for it again from that laptop.")
    return Refusal(code, Sentence(es, en), NOTHING_CHANGED, todo)


def _canonical(fields: Mapping[str, Any]) -> bytes:
    return json.dumps(fields, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


