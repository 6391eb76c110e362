"""Sealed deliveries: an encrypted copy of the book, packed for the office and signed by this laptop."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from pathlib import Path

from promoter_app.domain.merging.packages import Label
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.security.project_keys import project_keys
from promoter_app.store.book import Book
from promoter_app.store.exporting import Exported, export_book
from promoter_app.store.files import publish, sha256_of, sweep, temporary_beside
from promoter_app.store.keys import book_keys, envelope, packages
from promoter_app.store.keys.one_time import Lock


def export_sealed(
    folder: Folder,
    stamp: Stamp,
    out: Path,
    package: int,
    *,
    label: Label,
    on_progress: Callable[[int, int], None] | None,
    should_stop: Callable[[], bool] | None,
) -> Exported:
    """Write a sealed package to `out`. Nothing of it is in the clear at any moment, on the stick or on the laptop.

    Raises Refusal `no_office_key`, and as `export_book`; OSError when the stick is full or gone.
    """
    office = project_keys(folder).office
    if office is None:
        raise Refusal(
            "no_office_key",
            Sentence("Esta laptop no sabe a qué oficina entrega.", "This laptop does not know its office."),
            NOTHING_CHANGED,
            Sentence("Lee la ficha del proyecto en Ajustes.", "Read the project's card in Settings."),
        )
    return write_sealed(
        folder, stamp, folder.book, out, envelope.new_key(), [office], package=package, label=label,
        voices_of=label.device, on_progress=on_progress, should_stop=should_stop,
    )  # fmt: skip


def write_sealed(
    folder: Folder,
    stamp: Stamp,
    book: Book,
    out: Path,
    key: bytes,
    recipients: Sequence[str],
    *,
    package: int,
    label: Label,
    lock: Lock | None = None,
    voices_of: bytes | None = None,
    on_progress: Callable[[int, int], None] | None,
    should_stop: Callable[[], bool] | None,
) -> Exported:
    """Everything in `book` as a package at `out`: encrypted with `key`, sealed to `recipients`, signed by `folder`.

    `lock`: words open it; then `recipients` is whom the lock stands for.
    """
    sweep(out.parent)
    signer = book_keys.signer(folder.book, stamp)
    inside, temporary = temporary_beside(folder.path / "entrega"), temporary_beside(out)
    try:
        exported = export_book(
            book, inside, label=label, key=key, voices_of=voices_of, on_progress=on_progress, should_stop=should_stop
        )
        packages.write_sealed(
            inside, key, temporary, signer, recipients, operator=stamp.run.operator, package=package, at=stamp.wall,
            lock=lock,
        )  # fmt: skip
        publish(temporary, out)
    finally:
        inside.unlink(missing_ok=True)
        temporary.unlink(missing_ok=True)
    return replace(exported, path=out, sha256=sha256_of(out))
