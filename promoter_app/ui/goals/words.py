"""Figures, status and months in words, the same on cards, charts and tables."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import QCoreApplication
from PySide6.QtWidgets import QComboBox

from promoter_app.domain.indicators.figures import Cell
from promoter_app.domain.indicators.pace import Pace
from promoter_app.domain.indicators.periods import Period, parse_period
from promoter_app.domain.refusal import Refusal
from promoter_app.ui.language import number, percent, short_date

PACE_LOOKS = {
    Pace.NOT_SET: ("plain", "ph.minus-circle-bold", "line"),
    Pace.NONE: ("plain", "ph.circle-bold", "line"),
    Pace.LATE: ("amber", "ph.warning-fill", "ambar_d"),
    Pace.ON_TIME: ("green", "ph.check-circle-fill", "cana"),
    Pace.REACHED: ("blue", "ph.star-fill", "azul"),
}
"""Tone of the tag, its icon, and the colour of the bar."""


def pace_words(pace: Pace) -> str:
    """The status word of a card."""
    words = {
        Pace.NOT_SET: QCoreApplication.translate("Goals", "Meta no fijada"),
        Pace.NONE: QCoreApplication.translate("Goals", "Sin avance"),
        Pace.LATE: QCoreApplication.translate("Goals", "Va atrasado"),
        Pace.ON_TIME: QCoreApplication.translate("Goals", "A tiempo"),
        Pace.REACHED: QCoreApplication.translate("Goals", "Meta cumplida"),
    }
    return words[pace]


def amount(value: float | None, *, share: bool = False) -> str:
    """1,284 or 41 %; a dash when there is no figure."""
    if value is None:
        return "—"
    return percent(value) if share else number(round(value))


def figure(cell: Cell, *, share: bool) -> str:
    """A cell as it is printed: a share with its people, 68 % (70 de 103)."""
    if not share:
        return amount(cell.actual)
    people = QCoreApplication.translate("Goals", "{0} de {1}").format(number(cell.part or 0), number(cell.whole or 0))
    return people if cell.actual is None else f"{amount(cell.actual, share=True)} · {people}"


def month(day: date) -> str:
    """ "feb"."""
    return short_date(day).partition(" ")[2]


def period_words(period: Period) -> str:
    """ "oct 25–mar 26" for a period that is named by its dates; else its own name."""
    return _between(period) if ".." in period.name else period.name


def named_period(name: str) -> str:
    """The same for the name alone of a period that the office declared."""
    try:
        return _between(parse_period(name)) if ".." in name else name
    except Refusal:
        return name


def _between(period: Period) -> str:
    first, last = period.starts, period.ends
    return f"{month(first)} {first:%y}–{month(last)} {last:%y}"


def choose(box: QComboBox, value: object) -> None:
    """Choose the entry with a value, else the first; Qt's own search does not know Python's bytes."""
    found = (place for place in range(box.count()) if box.itemData(place) == value)
    box.setCurrentIndex(next(found, 0))
