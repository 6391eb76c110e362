"""Keys inside the (encrypted) book: the laptop's signing key, the office's secret, the project's recipients."""

from __future__ import annotations

from promoter_app.domain.stamp import Stamp
from promoter_app.store import office
from promoter_app.store.book import Book
from promoter_app.store.keys import sealing, signing
from promoter_app.store.keys.packages import Keyring, Signer

OFFICE = "office_recipient"
_SIGNING, _OFFICE_SECRET = "signing_key", "office_secret"


def signer(book: Book, stamp: Stamp) -> Signer:
    """This laptop's signing key, made (and its public half told as a fact) with the first thing it signs."""
    known = _kept(book)
    if known is not None:
        return known
    with book.writing(stamp) as write:
        device = book.device(stamp)
        private, public = signing.new_signing_key()
        write.add("device_key", device=device, public=public.hex())
        book.set_local(_SIGNING, f"{device.hex()} {private.hex()} {public.hex()}")
    return Signer(device, private, public)


def _kept(book: Book) -> Signer | None:
    """The key that was made for the device this still is: a copy made into another laptop makes its own."""
    text = book.local(_SIGNING)
    if text is None:
        return None
    device, private, public = (bytes.fromhex(part) for part in text.split())
    return Signer(device, private, public) if book.local("device") == device.hex() else None


def office_secret(book: Book) -> str | None:
    """The office's secret key, or None on a laptop that is not the office's."""
    return book.local(_OFFICE_SECRET)


def keep_office_secret(book: Book, secret: str) -> None:
    """Make this the office's laptop. Inside or outside a transaction."""
    book.set_local(_OFFICE_SECRET, secret)


def keyring(book: Book) -> Keyring:
    """What this folder can open, and the laptops it knows by the keys that each told of itself."""
    secret = office_secret(book)
    known: dict[bytes, frozenset[bytes]] = {}
    for row in book.rows(
        "SELECT k.device, k.public FROM device_key k JOIN run r ON r.run = substr(k.id, 1, 12) AND r.device = k.device"
    ):
        known[row["device"]] = known.get(row["device"], frozenset()) | {bytes.fromhex(row["public"])}
    own = _kept(book)
    secrets = [secret] if secret else []
    return Keyring((*secrets, *([sealing.laptop_secret(own.private)] if own else [])), known)


def laptop_recipients(book: Book) -> dict[bytes, tuple[str, ...]]:
    """Other laptops that a package can be sealed to (those that signed something), and each of their keys."""
    rows = book.rows(
        "SELECT DISTINCT k.device, k.public FROM device_key k"
        " JOIN run r ON r.run = substr(k.id, 1, 12) AND r.device = k.device ORDER BY k.public"
    )
    found: dict[bytes, tuple[str, ...]] = {}
    for row in rows:
        if row["device"].hex() != book.local("device"):
            recipient = sealing.laptop_recipient(bytes.fromhex(row["public"]))
            found[row["device"]] = (*found.get(row["device"], ()), recipient)
    return found


def is_pinned(book: Book) -> bool:
    """Whether this laptop holds to keys of its own, whatever the project's settings say."""
    return book.local(OFFICE) is not None


def recipient(book: Book, key: str) -> str | None:
    """A recipient of the project: as pinned on this laptop; on one that pinned none, the project's setting."""
    pinned = book.local(key)
    return pinned if pinned is not None or is_pinned(book) else office.setting(book, key) or None
