"""What the office says about a figure of a period, in its own words; it stands in the donor's tables."""

from __future__ import annotations

from promoter_app.domain.done import Done
from promoter_app.domain.indicators.periods import Period
from promoter_app.domain.refusal import Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.indicators.closing import not_a_period
from promoter_app.services.security.audit import office_only
from promoter_app.store.indicators import frame


def comment(folder: Folder, stamp: Stamp, period: Period | str, indicator: str, words: str) -> Done[None]:
    """Write what is said about an indicator (its code) in a declared period; the last words stand, "" takes them away.

    Refusal: `not_allowed`, `bad_period`, `not_a_period`. KeyError for a code that is not an indicator.
    """
    from promoter_app.services.indicators.reporting import find_period, indicators

    office_only(folder, stamp, "comment")
    when = find_period(folder, period) if isinstance(period, str) else period
    if when.id is None:
        raise not_a_period(when)
    if indicator not in {one.code for one in indicators(folder)}:
        raise KeyError(indicator)
    with folder.book.writing(stamp) as write:
        write.add("indicator_comment", period=when.id, indicator=indicator, words=words.strip())
    return Done(None, write.changes, write.undo(Sentence("Deshacer: comentario", "Undo: comment")))


def comments(folder: Folder, period: Period) -> dict[str, str]:
    """What stands about each indicator of a period, by code."""
    return frame.comments(folder.book, period.id) if period.id else {}
