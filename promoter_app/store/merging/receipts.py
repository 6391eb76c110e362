"""Receipts: what an office united of each laptop, and what the latest one says of this laptop (a local setting)."""

from __future__ import annotations

import json
from dataclasses import dataclass

from promoter_app.domain.merging.packages import DAY_MS, Label
from promoter_app.domain.merging.receipts import Package, Receipt, mark_of, united_of
from promoter_app.store.book import Book

_KEPT = "receipt"


@dataclass(frozen=True)
class Known:
    """The latest receipt of this laptop: its date (ms, the office's clock), and which packages were united then."""

    at: int
    united: frozenset[int]


def receipt_to_give(book: Book) -> Receipt:
    """Every package united here, as of now: what a return to a safety copy took back is not among them.

    A package of which rows had to be left out (quarantine) is not told as united: something of it is only on its
    laptop. The laptops that came last go first.
    """
    packages: dict[bytes, frozenset[Package]] = {}
    for row in book.rows(
        "SELECT device, package, exported_at FROM import_package p WHERE device NOT NULL AND package NOT NULL"
        " AND exported_at NOT NULL"
        " AND NOT EXISTS (SELECT 1 FROM import_log l WHERE l.sha = p.sha AND l.quarantined > 0) ORDER BY batch DESC"
    ):
        mark = (row["package"], mark_of(row["exported_at"]))
        packages[row["device"]] = packages.get(row["device"], frozenset()) | {mark}
    return Receipt(packages)


def take_receipt(book: Book, label: Label, now: int) -> None:
    """Remember what a united roster says of this laptop. Call inside `Book.writing`.

    The latest receipt by its date wins, whichever arrives last: an older one changes nothing, and a newer one that
    tells of fewer packages is believed too, because the office may have gone back to a safety copy. A date more than
    a day ahead of this laptop's clock (`now`, ms) counts as now, or no later receipt could ever win. Only an office
    whose erasures count here is believed.
    """
    own = book.local("device")
    if label.receipt is None or label.exported_at is None or own is None or not _is_office(book, label.device, own):
        return
    at = label.exported_at if label.exported_at <= now + DAY_MS else now
    made = {row["package"]: row["at"] for row in book.rows("SELECT package, at FROM delivery")}
    united = united_of(label.receipt, bytes.fromhex(own), made)
    before = known_receipt(book)
    if united is not None and (before is None or at >= before.at):
        book.set_local(_KEPT, json.dumps({"at": at, "united": sorted(united)}))


def _is_office(book: Book, device: bytes | None, own: str) -> bool:
    if device is None or device == bytes.fromhex(own):
        return False
    return book.value("SELECT 1 FROM erasure_authority WHERE device = ?", (device,)) is not None


def known_receipt(book: Book) -> Known | None:
    """What the latest receipt says of this laptop; None while none came."""
    kept = book.local(_KEPT)
    if kept is None:
        return None
    told = json.loads(kept)
    return Known(told["at"], frozenset(told["united"]))
