"""Words that several papers share, dates and hours as they are written on paper. No reportlab here."""

from __future__ import annotations

from datetime import date, time

from promoter_app.domain.refusal import Sentence

DAYS = Sentence(
    "lunes martes miércoles jueves viernes sábado domingo",
    "Monday Tuesday Wednesday Thursday Friday Saturday Sunday",
)
MONTHS = Sentence(
    "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
    "January February March April May June July August September October November December",
)
PAGE = Sentence("Hoja {n} de {total}", "Page {n} of {total}")
NOT_FOR_EMPLOYER = Sentence("No entregar al patrón", "Do not give to the employer")
NOT_VERIFIED = "SIN VERIFICAR / NOT VERIFIED"
LETTERS = Sentence("VF", "TF")
"""Letters of true and false."""


def long_date(day: date, language: str) -> str:
    """martes 17 de febrero de 2026 / Tuesday 17 February 2026."""
    name = DAYS.in_language(language).split()[day.weekday()]
    month = MONTHS.in_language(language).split()[day.month - 1]
    if language == "en":
        return f"{name} {day.day} {month} {day.year}"
    return f"{name} {day.day} de {month} de {day.year}"


def short_date(day: date, language: str) -> str:
    """17 feb 2026 / 17 Feb 2026."""
    month = MONTHS.in_language(language).split()[day.month - 1]
    return f"{day.day} {month[:3]} {day.year}"


def hours(start: time | None, end: time | None) -> str:
    """09:00–09:30; an unknown hour is left as a line to fill in."""
    return "–".join(moment.strftime("%H:%M") if moment else "__:__" for moment in (start, end))


def page_words(number: int, total: int, language: str) -> str:
    """Hoja 1 de 3."""
    return PAGE.in_language(language).format(n=number, total=total)
