"""Seasons: the zafra or the tobacco cycle that crews belong to; which one runs today, and starting one."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from promoter_app.domain.done import Done
from promoter_app.domain.names import stored_name
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.security.audit import office_only
from promoter_app.store import office

SECTORS = ("cane", "tobacco")
LONGEST_DAYS = 400
_NAMES = {"cane": "Zafra", "tobacco": "Temporada de tabaco"}
_LAST_DAY = {"cane": (6, 30), "tobacco": (7, 31)}
_MAX_NAME = 80


@dataclass(frozen=True)
class Season:
    """A season; dates are local text (`2026-02-17`), both included."""

    id: bytes
    name: str
    sector: str
    starts: str
    ends: str


def running_season(folder: Folder, day: str) -> Season | None:
    """The season that runs on `day` (the latest to start when several do), or None."""
    rows = (row for row in office.seasons(folder.book) if row["starts"] <= day <= row["ends"])
    row = next(rows, None)
    return Season(row["id"], row["name"], row["sector"], row["starts"], row["ends"]) if row else None


def usual_end(sector: str, starts: date) -> date:
    """A last day to propose: cane until June, tobacco until July (both differ by company and year)."""
    month, day = _LAST_DAY[sector]
    this_year = date(starts.year, month, day)
    return this_year if starts + timedelta(days=30) <= this_year else date(starts.year + 1, month, day)


def usual_name(sector: str, starts: date, ends: date) -> str:
    """`Zafra 26-27`, `Temporada de tabaco 26`: names are content, the same in both languages."""
    years = f"{starts:%y}" if starts.year == ends.year else f"{starts:%y}-{ends:%y}"
    return f"{_NAMES[sector]} {years}"


def start_season(folder: Folder, stamp: Stamp, name: str, sector: str, starts: str, ends: str) -> Done[bytes]:
    """Add a season and give its id; undoable.

    Raises Refusal for: a sector that is not one of SECTORS, no name, dates that are none, an end before the
    start or before today, more than LONGEST_DAYS days; and `not_allowed` when one runs already and no coordinator
    asks (on a new laptop a promoter begins alone).
    """
    if sector not in SECTORS:
        raise _refusal(
            "unknown_sector", Sentence(f"No hay un cultivo «{sector}».", f"There is no crop “{sector}”."),
            Sentence("Di cane (caña) o tobacco (tabaco).", "Say cane or tobacco."),
        )
    called = stored_name(name)[:_MAX_NAME]
    if not called:
        raise _refusal(
            "no_name", Sentence("La temporada no tiene nombre.", "The season has no name."),
            Sentence("Escribe un nombre.", "Write a name."),
        )
    _check_dates(_day(starts), _day(ends), stamp.now.date())
    if running_season(folder, stamp.today) is not None:
        office_only(folder, stamp, "start_season")
    with folder.book.writing(stamp) as write:
        made = write.add("season", name=called, sector=sector, starts=starts, ends=ends)
    label = Sentence(f"Deshacer: temporada {called}", f"Undo: season {called}")
    return Done(made, write.changes, write.undo(label))


def _check_dates(first: date, last: date, today: date) -> None:
    if last < first:
        raise _refusal(
            "ends_before_start",
            Sentence("La temporada termina antes de empezar.", "The season ends before it starts."),
            _CORRECT,
        )
    if last < today:
        raise _refusal("already_over", Sentence("Esa temporada ya terminó.", "That season is over already."), _CORRECT)
    if (last - first).days > LONGEST_DAYS:
        raise _refusal(
            "too_long",
            Sentence("Una temporada no dura más de un año.", "A season does not last over a year."),
            _CORRECT,
        )


_CORRECT = Sentence("Corrige la fecha en que termina.", "Correct the date on which it ends.")


def _day(text: str) -> date:
    """A day written as `2026-02-17`; other ISO forms would not compare as text in the database."""
    try:
        found = date.fromisoformat(text)
    except ValueError:
        found = None
    if found is None or found.isoformat() != text:
        raise _refusal(
            "bad_date", Sentence(f"«{text[:20]}» no es una fecha.", f"“{text[:20]}” is not a date."),
            Sentence("Escríbela así: 2027-06-30.", "Write it like this: 2027-06-30."),
        )
    return found


def _refusal(code: str, what: Sentence, todo: Sentence) -> Refusal:
    return Refusal(code, what, NOTHING_CHANGED, todo)
