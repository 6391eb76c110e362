"""From what arrived to a plan: the state of each file, what it brings, what is missing before it."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

from promoter_app.domain.merging.packages import FilePlan, Label, State, apart, missing_before
from promoter_app.store.book import Book
from promoter_app.store.merging import counting, log
from promoter_app.store.merging.inbox import Arrived
from promoter_app.store.merging.projects import expected_tag
from promoter_app.store.merging.refusals import fault
from promoter_app.store.merging.uniting import attached


def judged(
    book: Book, now: int, arrived: list[Arrived], staging: Path, key: bytes | None = None
) -> tuple[tuple[FilePlan, ...], int | None]:
    """The plan for each file in order, and the project tag that our folder takes over (see expected_tag)."""
    plans = [_plain(book, one) for one in arrived]
    if not any(plan.number is not None for plan in plans):
        return tuple(plans), None
    with attached(book, staging, key):
        plans = [_labelled(book, plan) for plan in plans]
        tag, adopts = expected_tag(book, [plan.label.project_tag for plan in plans if plan.number is not None])
        plans = [_of_our_project(book, plan, tag) for plan in plans]
        with counting.counting_new(book.db):
            plans = _weighed(book, now, plans)
    return tuple(plans), adopts


def _plain(book: Book, one: Arrived) -> FilePlan:
    if one.fault is not None:
        state, refusal = fault(one.fault)
        return FilePlan(one.path, one.path.name, state, one.sha, refusal=refusal)
    if one.number is None:
        return FilePlan(one.path, one.path.name, "known", one.sha, log.label_of(book, one.sha))
    return FilePlan(
        one.path, one.path.name, "new", one.sha, one.label or Label(), quarantined=one.quarantined, number=one.number,
        mark=one.mark,
    )  # fmt: skip


def _labelled(book: Book, plan: FilePlan) -> FilePlan:
    """The label, with what an older package does not say looked up among its rows."""
    if plan.number is None:
        return plan
    label = plan.label
    if label.device is None:
        label = replace(label, **counting.latest_launch(book.db, plan.number))
    if label.project_tag is None:
        label = replace(label, project_tag=counting.project_tag(book.db, plan.number))
    return replace(plan, label=label)


def _of_our_project(book: Book, plan: FilePlan, tag: int | None) -> FilePlan:
    if plan.number is None or tag is None or plan.label.project_tag in (tag, None):
        return plan
    counting.unstage(book.db, plan.number)
    state, refusal = fault("other_project")
    return replace(plan, state=state, refusal=refusal, number=None)


def _weighed(book: Book, now: int, plans: list[FilePlan]) -> list[FilePlan]:
    """States and numbers of the staged files, which need all of them."""
    db = book.db
    staged = {plan.number: plan for plan in plans if plan.number is not None}
    of_device: dict[bytes | None, list[FilePlan]] = {}
    for plan in staged.values():
        of_device.setdefault(plan.label.device, []).append(plan)
    held = log.runs_of(book, [device for device in of_device if device is not None])
    seen = log.packages_seen(book)
    told = counting.staged_runs(db)
    runs: dict[int | None, frozenset[bytes]] = {
        n: told.get((n, plan.label.device or b""), frozenset()) for n, plan in staged.items()
    }
    own = bytes.fromhex(book.local("device") or "")
    launched = counting.latest_of_ours(db, own)
    spans = counting.spans(db)
    weighed = []
    for plan in plans:
        if plan.number is not None:
            siblings = of_device[plan.label.device]
            others = {held.get(plan.label.device or b"", frozenset()), *(runs[one.number] for one in siblings)}
            cloned = any(apart(runs[plan.number], other) for other in others)
            numbers = {one.label.package for one in siblings}
            others_of_laptop = {one.label.package or 0 for one in siblings if one.number != plan.number}
            earlier = seen.get(plan.label.device or b"", set())
            drift = 0 if plan.label.device == own else _drift(now, plan, launched.get(plan.number))
            plan = replace(_numbered(db, plan, spans.get(plan.number, {})), drift_ms=drift)
            missing = missing_before(plan.label.package, {*earlier, *(n for n in numbers if n is not None)})
            plan = replace(plan, state=_state(plan, cloned, bool(missing), earlier | others_of_laptop), missing=missing)
        weighed.append(plan)
    return weighed


def _numbered(db: Any, plan: FilePlan, span: dict[str, counting.Span]) -> FilePlan:
    number = plan.number or 0
    return replace(
        plan,
        brings=counting.brings(db, number, span),
        erasures=counting.erasures(db, number) if "erasure" in span else 0,
    )


def _drift(now: int, plan: FilePlan, known: int | None) -> int:
    """Ahead when it says to be made after now; behind when made before a launch of ours that it knows of."""
    made = plan.label.exported_at
    if made is None:
        return 0
    if made > now:
        return made - now
    return min(0, made - known) if known is not None else 0


def _state(plan: FilePlan, cloned: bool, gap: bool, others: set[int]) -> State:
    """`others`: numbers of the laptop's packages that were united, or that are looked at with this one."""
    if cloned:
        return "clone"
    number = plan.label.package
    if plan.brings.facts == 0 and (number is None or number <= max(others, default=0)):
        return "older"
    return "gap" if gap else "new"
