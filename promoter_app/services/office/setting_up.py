"""Adding, changing and withdrawing what the office sets up. Withdrawn is not erased: history keeps it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from promoter_app.domain.done import Done, Value
from promoter_app.domain.names import sort_key
from promoter_app.domain.office.checks import checked, refusal
from promoter_app.domain.office.fields import Noun
from promoter_app.domain.refusal import Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.security.audit import office_only
from promoter_app.store import office


def add(
    folder: Folder, stamp: Stamp, noun: Noun, values: Mapping[str, Value], weekdays: Sequence[int] = ()
) -> Done[list[bytes]]:
    """Set one up, or one per day of `weekdays` (0 Monday) where the noun has days; gives the new ids.

    Raises Refusal: not a coordinator, a value missing or impossible, or the same one is there already.
    """
    office_only(folder, stamp, "set_up")
    days: Sequence[Mapping[str, Value]] = [{"weekday": str(day)} for day in weekdays] or [{}]
    rows = [checked(noun, {**values, **day}) for day in days]
    for row in rows:
        _refuse_twin(folder, noun, row, None)
    with folder.book.writing(stamp) as write:
        made = write.add_many(noun.table, rows)
    return Done(made, write.changes, write.undo(_undo_label(noun)))


def change(folder: Folder, stamp: Stamp, noun: Noun, target: bytes, values: Mapping[str, Value]) -> Done[bool]:
    """Give it other values (all of them); the outcome says whether anything was different.

    Raises Refusal as `add`, and when it was withdrawn meanwhile.
    """
    office_only(folder, stamp, "set_up")
    if not noun.changes:
        raise ValueError(f"{noun.table} is told once")
    row = checked(noun, values)
    refuse_gone(folder, noun, target)
    _refuse_twin(folder, noun, row, target)
    with folder.book.writing(stamp) as write:
        changed = write.edit(noun.table, target, **row)
    return Done(changed, write.changes, write.undo(_undo_label(noun)) if changed else None)


def withdraw(folder: Folder, stamp: Stamp, noun: Noun, target: bytes, reason: str = "") -> Done[None]:
    """Take it out of use. It stays in the history and in what was already done with it.

    Raises Refusal: not a coordinator, in use by something else, or withdrawn meanwhile.
    """
    office_only(folder, stamp, "set_up")
    refuse_gone(folder, noun, target)
    uses = sum(office.count_uses(folder.book, table, column, target) for table, column in noun.used_by)
    if uses:
        raise refusal(
            "in_use",
            (f"No se puede quitar: hay {uses} que lo usan.", f"It cannot be withdrawn: {uses} use it."),
            ("Cámbialos primero, o déjalo.", "Change those first, or leave it."),
        )
    with folder.book.writing(stamp) as write:
        write.void(noun.table, target, reason or "withdrawn")
    return Done(None, write.changes, write.undo(_undo_label(noun)))


def _undo_label(noun: Noun) -> Sentence:
    return Sentence(f"Deshacer: {noun.one.es}", f"Undo: {noun.one.en}")


def refuse_gone(folder: Folder, noun: Noun, target: bytes) -> None:
    """Refusal `gone` when it was withdrawn meanwhile."""
    if all(row["id"] != target for row in office.set_up(folder.book, noun.table, (), noun.keep)):
        raise refusal(
            "gone", ("Eso ya no está.", "That is not there any more."), ("Vuelve a la lista.", "Go back to the list.")
        )


def _refuse_twin(folder: Folder, noun: Noun, row: Mapping[str, Value], itself: bytes | None) -> None:
    """Names compare without case, accents or kind of apostrophe."""
    if not noun.unique:
        return
    wanted = [_folded(row[name]) for name in noun.unique]
    for other in office.set_up(folder.book, noun.table, noun.unique, noun.keep):
        if other["id"] != itself and [_folded(other[name]) for name in noun.unique] == wanted:
            raise refusal(
                "twin",
                ("Ya hay uno igual en la lista.", "There is one like it in the list already."),
                ("Abre el que está, o ponle otro nombre.", "Open that one, or give this another name."),
            )


def _folded(value: Value) -> Value:
    return sort_key(value)[0] if isinstance(value, str) else value
