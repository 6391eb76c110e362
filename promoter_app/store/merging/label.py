"""What a package says of itself: a small table in the export. Older exports have none."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from promoter_app.domain.merging.packages import Label
from promoter_app.domain.merging.receipts import Receipt, from_words, to_words

LABEL_SQL = "CREATE TABLE package (key TEXT PRIMARY KEY NOT NULL, value TEXT) STRICT"
_LONGEST = 200
_RECEIPT = "receipt"
_WHOLE, _PART = "whole", "part"


def label_rows(label: Label, app: str) -> list[tuple[str, str | None]]:
    """The table's rows for a label; `app` is the version of Surco that writes them."""
    return [
        ("number", None if label.package is None else str(label.package)),
        ("device", None if label.device is None else label.device.hex()),
        ("laptop", label.laptop),
        ("operator", label.operator),
        ("exported_at", None if label.exported_at is None else str(label.exported_at)),
        ("project_tag", None if label.project_tag is None else str(label.project_tag)),
        ("project", label.project),
        ("app", app),
        *_receipt_rows(label.receipt),
    ]


def _receipt_rows(receipt: Receipt | None) -> list[tuple[str, str]]:
    if receipt is None:
        return []
    rows, is_whole = to_words(receipt)
    numbered = [(f"{_RECEIPT} {at}", row) for at, row in enumerate(rows, 1)]
    return [(_RECEIPT, _WHOLE if is_whole else _PART), *numbered]


def _receipt(rows: Mapping[str, Any]) -> Receipt | None:
    kind = rows.get(_RECEIPT)
    if kind not in (_WHOLE, _PART):
        return None
    words = [row for key, row in rows.items() if key.startswith(_RECEIPT + " ") and isinstance(row, str)]
    return from_words(words, is_whole=kind == _WHOLE)


def label_from(rows: Mapping[str, Any]) -> Label:
    """The label that untrusted rows (key -> value) mean; what makes no sense is left out."""
    return Label(
        package=_number(rows.get("number"), 1, 10**6),
        device=_device(rows.get("device")),
        laptop=_words(rows.get("laptop")),
        operator=_words(rows.get("operator")),
        exported_at=_number(rows.get("exported_at"), 0, 253_402_300_799_000),
        project_tag=_number(rows.get("project_tag"), 0, 16_383),
        project=_words(rows.get("project")),
        receipt=_receipt(rows),
    )


def _number(value: object, low: int, high: int) -> int | None:
    if not isinstance(value, str) or not value.isascii() or not value.isdecimal() or len(value) > 15:
        return None
    return int(value) if low <= int(value) <= high else None


def _device(value: object) -> bytes | None:
    if not isinstance(value, str) or len(value) != 32:
        return None
    try:
        return bytes.fromhex(value)
    except ValueError:
        return None


def _words(value: object) -> str:
    if not isinstance(value, str):
        return ""
    words = value[:_LONGEST]
    return words if words.isprintable() else "".join(sign for sign in words if sign.isprintable())
