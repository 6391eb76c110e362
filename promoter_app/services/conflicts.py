"""Fields that two laptops changed without seeing each other: shown with who, where and when; one choice settles it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from promoter_app.domain.done import Done, Value
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.security.audit import office_only
from promoter_app.store import conflicts as store
from promoter_app.store.migrations import TABLES
from promoter_app.store.shapes import Column


@dataclass(frozen=True)
class Opinion:
    """One of the values: `text` for a person, and who told it, on which laptop, when (that laptop's time)."""

    edit: bytes
    value: Value
    text: str
    by: str
    laptop: str
    at: datetime


@dataclass(frozen=True)
class Conflict:
    """A field of a record with more than one value; the first opinion is what lists show until somebody decides."""

    table: str
    entity: bytes
    field: str
    subject: str
    opinions: tuple[Opinion, ...]


@dataclass(frozen=True)
class Settled:
    """A decision taken about a field: what there was to choose from, what stayed, by whom, where, when."""

    subject: str
    table: str
    field: str
    options: tuple[str, ...]
    kept: str
    by: str
    laptop: str
    at: datetime


def conflicts(folder: Folder) -> list[Conflict]:
    """Fields that wait for a decision."""
    grouped: dict[tuple[str, bytes, str], dict[Value, Opinion]] = {}
    for row in store.heads_in_conflict(folder.book):
        opinions = grouped.setdefault((row["tbl"], row["entity"], row["field"]), {})
        opinion = _opinion(folder, _columns()[row["tbl"], row["field"]], row)
        opinions.setdefault(opinion.value, opinion)
    return [
        Conflict(table, entity, field, store.words_for(folder.book, table, entity), tuple(found.values()))
        for (table, entity, field), found in grouped.items()
    ]


def decide(folder: Folder, stamp: Stamp, conflict: Conflict, chosen: Opinion) -> Done[None]:
    """Settle a field on one of its values: an edit that replaces every other, which stay readable in the history.

    Raises Refusal to a promoter, or when the field was settled meanwhile.
    """
    office_only(folder, stamp, "decide_conflict")
    waiting = {(one.table, one.entity, one.field) for one in conflicts(folder)}
    if (conflict.table, conflict.entity, conflict.field) not in waiting:
        raise Refusal(
            "already_settled",
            Sentence("Eso ya se decidió.", "That was decided already."),
            NOTHING_CHANGED,
            Sentence("Sigue con lo que falta.", "Go on with what is left."),
        )
    with folder.book.writing(stamp) as write:
        write.settle(conflict.table, conflict.entity, conflict.field, chosen.value)
    label = Sentence(f"Deshacer: decidir sobre {conflict.subject}", f"Undo: decide about {conflict.subject}")
    undo = write.undo(label)
    return Done(None, write.changes, undo if undo.restores else None)


def settled(folder: Folder) -> list[Settled]:
    """Decisions taken about fields, the last first; one that was taken back to another of its values says that."""
    found = []
    for row in store.settled(folder.book):
        column, options = _columns()[row["tbl"], row["field"]], json.loads(row["others"])
        kept = row["now"] if row["now"] in options else row["value"]
        told = _opinion(folder, column, row | {"id": b"", "value": kept})
        words = tuple(sorted(_text(folder, column.from_edit_text(option)) for option in options))
        subject = store.words_for(folder.book, row["tbl"], row["entity"])
        found.append(Settled(subject, row["tbl"], row["field"], words, told.text, told.by, told.laptop, told.at))
    return found


def _columns() -> dict[tuple[str, str], Column]:
    return {(table.name, column.name): column for table in TABLES if table.record for column in table.columns}


def _opinion(folder: Folder, column: Column, row: dict[str, Any]) -> Opinion:
    value = column.from_edit_text(row["value"])
    text = _text(folder, value)
    at = datetime.fromtimestamp(row["wall"] / 1000, UTC) + timedelta(minutes=row["utc_offset"] or 0)
    return Opinion(row["id"], value, text, row["operator"] or "", row.get("laptop") or "", at)


def _text(folder: Folder, value: Value) -> str:
    if isinstance(value, bytes):
        return store.name_of(folder.book, value) or value.hex()[:8]
    return "" if value is None else str(value)
