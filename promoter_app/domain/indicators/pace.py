"""Where the plan says an indicator should be today: a straight line from nothing to its target."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from promoter_app.domain.indicators.periods import Period


class Pace(StrEnum):
    """How a figure stands against what the plan asks for today."""

    NOT_SET = "not_set"
    NONE = "none"
    LATE = "late"
    ON_TIME = "on_time"
    REACHED = "reached"


def elapsed(period: Period, today: date) -> float:
    """The part of a period that is over, 0 to 1; today counts."""
    days = (period.ends - period.starts).days + 1
    return max(0.0, min(1.0, ((today - period.starts).days + 1) / days))


def due(target: float | None, period: Period, today: date, *, share: bool = False) -> float | None:
    """What the plan asks for today; a share (a percent) is due whole from the first day. None without a target."""
    if target is None:
        return None
    return target if share else target * elapsed(period, today)


def pace_of(
    actual: float | None, target: float | None, period: Period, today: date, *, share: bool = False
) -> Pace:
    """The word for a figure. A target that is not set is not zero; nothing done is never on time."""
    asked = due(target, period, today, share=share)
    if target is None or asked is None:
        return Pace.NOT_SET
    if not actual:
        return Pace.NONE
    if actual >= target:
        return Pace.REACHED
    return Pace.ON_TIME if actual >= asked else Pace.LATE
