"""Telling, correcting and taking back what the office reports by hand: campaign reach and figures not counted here."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from promoter_app.domain.done import Done, Value
from promoter_app.domain.indicators.by_hand import OUTREACH, REPORTED, checked_report
from promoter_app.domain.indicators.catalog import Indicator
from promoter_app.domain.office.fields import Noun
from promoter_app.domain.refusal import Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.indicators import reporting
from promoter_app.services.office.setting_up import refuse_gone
from promoter_app.services.security.audit import office_only
from promoter_app.store import office


@dataclass(frozen=True)
class Told:
    """One row as it stands, who wrote it and when (UTC)."""

    id: bytes
    noun: Noun
    values: Mapping[str, Value]
    who: str
    at: datetime


@dataclass(frozen=True)
class ByHand:
    """All rows, the last day first, and what a form may name: partners, and the indicators told by hand."""

    rows: tuple[Told, ...]
    partners: Mapping[bytes, str]
    indicators: tuple[Indicator, ...]


def by_hand(folder: Folder) -> ByHand:
    """What was told by hand and counts now."""
    rows = [
        Told(
            row.pop("id"), noun, row, row.pop("operator") or "", datetime.fromtimestamp(row.pop("wall") / 1000, UTC)
        )
        for noun in (OUTREACH, REPORTED)
        for row in office.told(folder.book, noun.table, [field.name for field in noun.fields])
    ]
    rows.sort(key=lambda one: (str(one.values["on_date"]), one.at), reverse=True)
    partners = {row["id"]: row["name"] for row in office.set_up(folder.book, "partner", ("name",), None)}
    listed = tuple(one for one in reporting.indicators(folder) if one.rule.name == "reported" and one.id)
    return ByHand(tuple(rows), partners, listed)


def tell(folder: Folder, stamp: Stamp, noun: Noun, values: Mapping[str, Value]) -> Done[bytes]:
    """Write one row (of OUTREACH or REPORTED). Refusal: `not_allowed` and those of `checked_report`."""
    office_only(folder, stamp, "tell_by_hand")
    row = checked_report(noun, values, stamp.today)
    with folder.book.writing(stamp) as write:
        (made,) = write.add_many(noun.table, [row])
    return Done(made, write.changes, write.undo(_label(noun)))


def correct(folder: Folder, stamp: Stamp, noun: Noun, target: bytes, values: Mapping[str, Value]) -> Done[bytes]:
    """Take a row back and tell it with other values, as one; gives the new id. Refusal: as `tell`, and `gone`."""
    office_only(folder, stamp, "tell_by_hand")
    row = checked_report(noun, values, stamp.today)
    refuse_gone(folder, noun, target)
    with folder.book.writing(stamp) as write:
        write.void(noun.table, target, "corrected")
        (made,) = write.add_many(noun.table, [row])
    return Done(made, write.changes, write.undo(_label(noun)))


def take_back(folder: Folder, stamp: Stamp, noun: Noun, target: bytes) -> Done[None]:
    """It counts no more and stays in the history. Refusal: `not_allowed`, `gone`."""
    office_only(folder, stamp, "tell_by_hand")
    refuse_gone(folder, noun, target)
    with folder.book.writing(stamp) as write:
        write.void(noun.table, target, "withdrawn")
    return Done(None, write.changes, write.undo(_label(noun)))


def _label(noun: Noun) -> Sentence:
    return Sentence(f"Deshacer: {noun.one.es}", f"Undo: {noun.one.en}")
