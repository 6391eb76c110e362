"""Laptop clocks: the alarm at launch, the correction with its reason."""

from __future__ import annotations

from dataclasses import dataclass

from promoter_app.domain.done import Done
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.security.clocks import Alarm, Moment, alarm_at_launch
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.security import audit
from promoter_app.store import clock_history


@dataclass(frozen=True)
class Correction:
    """A stretch of a laptop's clock (ms since 1970) that was `minutes` ahead (> 0) or behind (< 0), and why."""

    laptop: str
    since: int
    until: int
    minutes: int
    reason: str


def alarm(folder: Folder, moment: Moment) -> Alarm | None:
    """Whether the clock went back or far ahead since this laptop last wrote here, or shows an impossible date.

    Launches that a correction covers are not believed. Write nothing before asking: a run that began wrong is kept.
    """
    return alarm_at_launch(moment.wall, clock_history.last_seen(folder.book))


def last_seen(folder: Folder) -> int | None:
    """The latest launch of this laptop (ms by its clock then) that no correction covers."""
    return clock_history.last_seen(folder.book)


def tell_jump(folder: Folder, stamp: Stamp, minutes: int) -> Done[None]:
    """The clock was moved by `minutes` (< 0: back) while the app was open: a line in the trace, for `correct` later."""
    audit.tell(folder, stamp, "clock_jumped", detail=f"{minutes} min")
    return Done(None)


def correct(folder: Folder, stamp: Stamp, since: int, until: int, minutes: int, reason: str) -> Done[None]:
    """Tell that this laptop's clock was `minutes` wrong between `since` and `until` (ms by that clock), and why.

    No time that was written is changed: lists and merges show the correction beside it. Raises Refusal `no_reason`.
    """
    if not reason.strip() or until < since:
        raise Refusal(
            "no_reason",
            Sentence("Falta decir por qué estaba mal el reloj.", "The reason why the clock was wrong is missing."),
            NOTHING_CHANGED,
            Sentence("Escríbelo en pocas palabras.", "Write it in a few words."),
        )
    with folder.book.writing(stamp) as write:
        write.add(
            "clock_correction", device=folder.book.device(stamp), since=since, until=until, minutes=minutes,
            reason=reason.strip()[:200],
        )  # fmt: skip
        write.add("audit", action="clock_corrected", detail=f"{minutes} min")
    label = Sentence("Deshacer: corrección del reloj", "Undo: clock correction")
    return Done(None, write.changes, write.undo(label))


def corrections(folder: Folder) -> list[Correction]:
    """All corrections, of this laptop and of those united with it, newest first."""
    return [Correction(**row) for row in clock_history.corrections(folder.book)]
