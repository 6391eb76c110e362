"""Recibir: look at the packages that came back, unite them, return to the copy from before."""

from __future__ import annotations

import os
from collections.abc import Callable, Collection, Sequence
from dataclasses import replace
from functools import wraps
from pathlib import Path
from typing import Concatenate, ParamSpec, TypeVar

from promoter_app.domain.done import Done
from promoter_app.domain.merging.packages import (
    FilePlan,
    FileReport,
    MergePlan,
    MergeReport,
    PastMerge,
    all_missing,
)
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder, own_turn, set_laptop_setting
from promoter_app.services.security.audit import office_only
from promoter_app.store.erasing import traces
from promoter_app.store.keys import book_keys
from promoter_app.store.keys.converting import remove_tree
from promoter_app.store.merging import inbox, log, projects, refusals, returning, uniting
from promoter_app.store.merging.copies import FOLDER, SafetyCopy, fold_log, make_copy
from promoter_app.store.merging.copies import copies as copies_in
from promoter_app.store.merging.judging import judged
from promoter_app.store.merging.worker import Setup
from promoter_app.store.migrations import TABLES
from promoter_app.store.trouble import told
from promoter_app.store.writer import Writer

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]
ALL_TABLES = frozenset(table.name for table in TABLES)
_BEFORE_RETURNING = "antes-de-volver"
Given = ParamSpec("Given")
Answer = TypeVar("Answer")


def _no_progress(_done: int, _total: int) -> None:
    """Nobody watches."""


def _never() -> bool:
    return False


def _in_turn(act: Callable[Concatenate[Folder, Given], Answer]) -> Callable[Concatenate[Folder, Given], Answer]:
    """One at a time looks at files or unites them in a data folder: what is staged would be mixed."""

    @wraps(act)
    def alone(folder: Folder, /, *given: Given.args, **named: Given.kwargs) -> Answer:
        with own_turn(folder):
            return act(folder, *given, **named)

    return alone


def begin_office(folder: Folder) -> None:
    """Make a new folder a coordinator's: packages give it its project when they are united."""
    set_laptop_setting(folder, "role", "coordinator")
    set_laptop_setting(folder, "laptop_name", "oficina")


@told()
@_in_turn
def look_at(
    folder: Folder,
    stamp: Stamp,
    paths: Sequence[Path],
    *,
    secrets: Sequence[str] = (),
    on_progress: Progress = _no_progress,
    should_stop: Stop = _never,
) -> MergePlan:
    """What each file is and would bring. Changes no data; an earlier plan of this folder is gone afterwards.

    `paths` are files or folders (their .db files); packages kept for a newer Surco are looked at again with them.
    `secrets` open packages besides the folder's own keys. Raises Refusal `not_allowed`, `in_use`,
    `name_not_utf8` or `stopped`.
    """
    office_only(folder, stamp, "receive")
    if os.fsencode(folder.path).decode("utf-8", "replace") != str(folder.path):
        raise refusals.name_not_utf8()
    staging = inbox.staging_folder(folder.path)
    key = folder.opened.key if folder.opened else None
    setup = Setup(inbox.staging_file(staging), os.urandom(32) if key else None, folder.book.path, key)
    state, keyring = returning.state_of(folder.book), book_keys.keyring(folder.book)
    try:
        files = inbox.files_in([*paths, *inbox.waiting_files(folder.path)])
        arrived = inbox.receive(
            files, folder.book.path, setup, log.Known(folder.book), on_progress, should_stop,
            replace(keyring, secrets=(*keyring.secrets, *secrets)),
        )  # fmt: skip
        plans, adopts = judged(folder.book, stamp.wall, arrived, setup.staging, setup.key)
    except BaseException:
        remove_tree(staging)
        raise
    return MergePlan(plans, staging, adopts, setup.key, state)


@told()
@_in_turn
def unite(
    folder: Folder,
    stamp: Stamp,
    plan: MergePlan,
    *,
    confirmed: Collection[str] = (),
    on_progress: Progress = _no_progress,
    should_stop: Stop = _never,
) -> Done[MergeReport]:
    """Unite the plan's files, all or none, after a safety copy. The plan is used up.

    `confirmed`: hashes of files that may erase more than MANY_ERASURES people; without it they are left out. Nothing
    of whom the files erase stays in the folder, its copies included (`on_progress` counts those files then).
    Raises Refusal `not_allowed`, `in_use`, `stopped`, `plan_gone`, `disk_full`, `busy`; then everything is as before.
    """
    office_only(folder, stamp, "merge")
    files = [_left_out_unless(file, confirmed) for file in plan.files]
    taken = [file for file in files if file.will_unite and file.refusal is None]
    for file in files:
        if file.state == "newer" and file.path.is_file():
            inbox.keep_waiting(folder.path, file.path, file.sha)
    reports = {file.path: FileReport(file) for file in files}
    copy, batch, conflicts = None, None, 0
    if taken and plan.staging is not None:
        finished: list[int] = []

        def on_file(number: int) -> None:
            finished.append(number)
            on_progress(len(finished), len(taken))

        with uniting.attached(folder.book, inbox.staging_file(plan.staging), plan.key):
            applied, copy, batch = uniting.unite_files(
                folder.book, stamp, folder.path, taken, f"antes-de-unir-{stamp.today}",
                state=plan.state, founding=lambda write: _found(folder, write, plan), on_file=on_file,
                should_stop=should_stop,
            )  # fmt: skip
        conflicts = applied.conflicts
        for file in taken:
            if file.number is not None:
                reports[file.path] = FileReport(file, *applied.files[file.number])
    for file in [*taken, *(file for file in files if file.state == "known")]:
        inbox.stop_waiting(folder.path, file.sha)
    forget(plan)
    cleaned = traces.clean(folder.book, folder.path, folder.opened.key if folder.opened else None, on_progress)
    report = MergeReport(tuple(reports.values()), conflicts, gaps(folder), copy, batch, cleaned.left)
    return Done(report, ALL_TABLES if taken else frozenset())


def _left_out_unless(file: FilePlan, confirmed: Collection[str]) -> FilePlan:
    if file.needs_confirmation and file.sha not in confirmed:
        return replace(file, refusal=refusals.many_erasures(file.erasures))
    return file


def _found(folder: Folder, write: Writer, plan: MergePlan) -> None:
    """Tell that laptops were united; an office with only its own empty project takes over that of the packages."""
    write.add("audit", action="merge", detail=f"{len(plan.to_unite)}")
    if plan.adopts is not None:
        for project in projects.own_projects(folder.book, plan.adopts):
            write.void("project", project, "adopted")


def forget(plan: MergePlan) -> None:
    """Remove what a plan holds on the disk."""
    if plan.staging is not None:
        remove_tree(plan.staging)


def history(folder: Folder) -> list[PastMerge]:
    """Unitings so far, the last first."""
    return log.past_merges(folder.book)


def gaps(folder: Folder) -> tuple[tuple[str, tuple[int, ...]], ...]:
    """Package numbers that never came, by laptop name; laptops without gaps are not listed."""
    names = log.laptop_names(folder.book)
    missing = [(names[device], all_missing(seen)) for device, seen in log.packages_seen(folder.book).items()]
    return tuple(sorted((name, numbers) for name, numbers in missing if numbers))


def copies(folder: Folder) -> list[SafetyCopy]:
    """Safety copies of unitings, the last first."""
    return copies_in(folder.path)


def is_of_returning(name: str) -> bool:
    """Whether a safety copy was made on going back: it holds what had been united."""
    return name.startswith(_BEFORE_RETURNING)


@told()
def return_to_copy(folder: Folder, stamp: Stamp, name: str) -> Done[str]:
    """Go back to the safety copy `name`; gives the name of a copy of what is left behind.

    What this laptop told itself since stays, and nobody who was erased comes back. Raises Refusal `no_copy`,
    `not_allowed`, `busy`, `disk_full`; then everything is as before.
    """
    office_only(folder, stamp, "return_to_copy")
    path = folder.path / FOLDER / name
    if Path(name).name != name or not path.is_file():
        raise refusals.no_copy(name)
    fold_log(folder.book)
    with returning.attached_copy(folder.book, path), folder.book.writing(stamp):
        left = make_copy(folder.book, folder.path, f"{_BEFORE_RETURNING}-{stamp.today}")
        returning.return_to_kept(folder.book)
    return Done(left, ALL_TABLES)
