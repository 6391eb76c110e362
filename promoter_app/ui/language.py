"""The language of the window: Spanish is the source, English comes from a .qm; numbers and dates are Mexican.

`python -m promoter_app.ui.language update [part ...]` brings the translation files up to date and says what is
missing. Trap of PySide6: self.tr() with a count (%n) inside a base class is looked up under the subclass's name
only; there use QCoreApplication.translate("Context", ..., "", n).
"""

from __future__ import annotations

import sys
from datetime import date, datetime, time
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QDate, QLibraryInfo, QLocale, QTranslator

from promoter_app.ui.theme import resource_folder

LANGUAGES = ("es", "en")
_PROPERTY = "surco_language"
_TRANSLATOR = "surco-translator"
_SHORT = {
    "es": (
        ("lun", "mar", "mié", "jue", "vie", "sáb", "dom"),
        ("ene", "feb", "mar", "abr", "may", "jun", "jul", "ago", "sep", "oct", "nov", "dic"),
    ),
    "en": (
        ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun"),
        ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"),
    ),
}


def load_language(app: QCoreApplication, language: str) -> None:
    """Speak "es" or "en" from now on, without restart; every widget gets QEvent.LanguageChange.

    ValueError for another language; RuntimeError when our own file is missing or damaged.
    """
    if language not in LANGUAGES:
        raise ValueError(f"language {language!r}")
    for old in app.findChildren(QTranslator, _TRANSLATOR):
        app.removeTranslator(old)
        old.deleteLater()
    app.setProperty(_PROPERTY, language)
    QLocale.setDefault(_locale())
    ours = resource_folder() / "translations" / f"surco_{language}.qm"
    qt = Path(QLibraryInfo.path(QLibraryInfo.LibraryPath.TranslationsPath)) / f"qtbase_{language}.qm"
    for path, needed in ((qt, False), (ours, True)):
        translator = QTranslator(app)
        translator.setObjectName(_TRANSLATOR)
        if translator.load(str(path)):
            app.installTranslator(translator)
        elif needed:
            raise RuntimeError(f"translation {path.name} cannot be loaded")


def current_language() -> str:
    """ "es" or "en"; "es" before `load_language`."""
    app = QCoreApplication.instance()
    found = app.property(_PROPERTY) if app is not None else None
    return found if isinstance(found, str) else "es"


def number(value: float, decimals: int = 0) -> str:
    """1284 as "1,284"; with decimals 12.5 as "12.5"."""
    return _locale().toString(float(value), "f", decimals)


def percent(value: float) -> str:
    """41.2 as "41 %" (the space does not break)."""
    return f"{number(round(value))}\N{NO-BREAK SPACE}%"


def long_date(day: date) -> str:
    """ "martes 17 de febrero" or "Tuesday 17 February"."""
    pattern = "dddd d 'de' MMMM" if current_language() == "es" else "dddd d MMMM"
    return _locale().toString(QDate(day.year, day.month, day.day), pattern)


def full_date(day: date) -> str:
    """ "17 de febrero de 2026" or "17 February 2026"."""
    pattern = "d 'de' MMMM 'de' yyyy" if current_language() == "es" else "d MMMM yyyy"
    return _locale().toString(QDate(day.year, day.month, day.day), pattern)


def short_date(day: date) -> str:
    """ "17 feb"."""
    return f"{day.day} {_SHORT[current_language()][1][day.month - 1]}"


def weekday(day: date) -> str:
    """ "mar 17", the head of a column."""
    return f"{_SHORT[current_language()][0][day.weekday()]} {day.day}"


def clock_time(moment: datetime | time | str) -> str:
    """ "9:05", "13:30": 24 hours, in both languages; also of an hour as it is kept, "09:05"."""
    if isinstance(moment, str):
        return moment.removeprefix("0")
    return f"{moment.hour}:{moment.minute:02d}"


def _locale() -> QLocale:
    """The region stays Mexico in both languages; only the words of dates change."""
    if current_language() == "es":
        return QLocale(QLocale.Language.Spanish, QLocale.Country.Mexico)
    return QLocale(QLocale.Language.English, QLocale.Country.UnitedStates)


_USAGE = """\
python -m promoter_app.ui.language update [part ...]
python -m promoter_app.ui.language fill PART en|es   reads lines "Spanish<TAB>translation[<TAB>plural]"
"""


def _main(arguments: list[str]) -> int:
    from promoter_app.ui import language_files

    if len(arguments) == 3 and arguments[0] == "fill":
        language_files.fill(arguments[1], arguments[2], sys.stdin)
        return 0
    if arguments[:1] != ["update"]:
        sys.stderr.write(_USAGE)
        return 2
    language_files.update(arguments[1:])
    missing = language_files.missing(arguments[1:])
    sys.stdout.write("".join(f"{line}\n" for line in missing) or "ok\n")
    return 1 if missing else 0


if __name__ == "__main__":
    sys.exit(_main(sys.argv[1:]))
