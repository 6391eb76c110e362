"""XLSX lists: checks the archive before opening it, picks the sheet of people, gives its cells as text."""

from __future__ import annotations

import io
import re
import struct
import warnings
import zipfile
import zlib
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import date, datetime, time, timedelta
from typing import TYPE_CHECKING

from promoter_app.domain.people_list.columns import find_header
from promoter_app.domain.people_list.table import RawTable, Row
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.store.people_files.text import MAX_COLUMNS, MAX_ROWS, too_many_rows, trimmed

if TYPE_CHECKING:
    from openpyxl.workbook import Workbook

MAX_UNPACKED_BYTES = 200 * 1024 * 1024
MAX_RATIO = 200
_MAX_PARTS = 2000
_HEADER_ROWS = 40
_EMPTY_FORMULA = re.compile(rb"</f>\s*(?:<v\s*/>|<v>\s*</v>)?\s*</c>")


def _refuse(code: str, es: str, en: str, todo_es: str, todo_en: str) -> Refusal:
    return Refusal(code, Sentence(es, en), NOTHING_CHANGED, Sentence(todo_es, todo_en))


def _damaged() -> Refusal:
    return _refuse(
        "file_damaged",
        "El archivo llegó incompleto o dañado.",
        "The file arrived incomplete or damaged.",
        "Pide otra copia.",
        "Ask for another copy.",
    )


def _not_a_workbook() -> Refusal:
    return _refuse(
        "not_a_table",
        "No es un libro de Excel (.xlsx).",
        "It is not an Excel workbook (.xlsx).",
        "Ábrelo y guárdalo como libro de Excel (.xlsx) o como CSV UTF-8.",
        "Open it and save it as an Excel workbook (.xlsx) or as CSV UTF-8.",
    )


def _check_sizes(parts: list[zipfile.ZipInfo], packed: int) -> None:
    unpacked = sum(part.file_size for part in parts)
    if len(parts) > _MAX_PARTS or unpacked > MAX_UNPACKED_BYTES or unpacked > max(packed, 100_000) * MAX_RATIO:
        raise _refuse(
            "file_too_big",
            "El archivo crece demasiado al abrirlo: no parece una lista.",
            "The file grows too much when opened: it does not look like a list.",
            "Pide la lista otra vez a quien la hizo.",
            "Ask whoever made it for the list again.",
        )
    if any(part.flag_bits & 1 for part in parts):
        raise _refuse(
            "file_password",
            "El archivo tiene contraseña.",
            "The file has a password.",
            "Pide una copia sin contraseña.",
            "Ask for a copy without a password.",
        )


def _check_archive(data: bytes) -> int:
    """Refuses what is not a plain small workbook; the number of formulas without a saved value."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        parts = archive.infolist()
        _check_sizes(parts, len(data))
        names = {part.filename.lower().lstrip("/") for part in parts}
        if "xl/workbook.xml" not in names:
            raise _not_a_workbook()
        formulas = 0
        for part in parts:
            if part.filename.lower().endswith((".xml", ".rels")):
                content = archive.read(part)
                if b"<!DOCTYPE" in content or b"<!ENTITY" in content or b"\0" in content[:1000]:
                    raise _damaged()  # no spreadsheet program writes these; they are how XML attacks
                formulas += len(_EMPTY_FORMULA.findall(content)) if "/sheet" in part.filename else 0
        return formulas


def cell_text(value: object) -> str:
    """A cell as a person reads it: 25.0 is `25`, dates are `1990-05-01`, true is `sí`."""
    if value is None:
        return ""
    if isinstance(value, str):
        return value
    if isinstance(value, bool):
        return "sí" if value else "no"
    if isinstance(value, float) and value.is_integer() and abs(value) < 1e15:
        return str(int(value))
    if isinstance(value, datetime):
        return value.date().isoformat() if value.time() == time() else value.isoformat(" ", "minutes")
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, timedelta):
        return str(value)
    return str(value)


@contextmanager
def _tripping_means_damaged() -> Iterator[None]:
    """zipfile and openpyxl trip in many ways over parts that are missing or hold nonsense."""
    try:
        yield
    except (zipfile.BadZipFile, zlib.error, EOFError, SyntaxError, RuntimeError, ArithmeticError) as error:
        raise _damaged() from error
    except (LookupError, ValueError, TypeError, AttributeError, OSError, struct.error) as error:
        raise _damaged() from error


def _sheet_rows(workbook: Workbook, title: str, limit: int) -> list[Row]:
    sheet = workbook[title]
    with _tripping_means_damaged():
        sheet.reset_dimensions()  # what the file declares may be a million rows
        cells = list(sheet.iter_rows(max_row=limit, max_col=MAX_COLUMNS, values_only=True))
    rows = [trimmed([cell_text(value) for value in values]) for values in cells]
    while rows and not rows[-1]:
        rows.pop()
    return rows


def _choose_sheet(workbook: Workbook, wanted: str | None) -> tuple[str, tuple[Sentence, ...]]:
    visible = [sheet.title for sheet in workbook.worksheets if sheet.sheet_state == "visible"]
    titles = visible or [sheet.title for sheet in workbook.worksheets]
    if not titles:
        raise _not_a_workbook()
    if wanted is not None:
        if wanted in workbook.sheetnames:
            return wanted, ()
        raise _refuse(
            "sheet_missing",
            f"El libro no tiene la hoja «{wanted}».",
            f"The workbook has no sheet “{wanted}”.",
            "Elige otra hoja.",
            "Choose another sheet.",
        )

    def looks(title: str) -> tuple[int, int]:
        rows = _sheet_rows(workbook, title, _HEADER_ROWS)
        return find_header(RawTable(tuple(rows)))[1], len(rows)

    best = max(titles, key=looks) if len(titles) > 1 else titles[0]
    others = ", ".join(f"«{title}»" for title in titles if title != best)
    if not others:
        return best, ()
    es, en = f"Se lee la hoja «{best}»; también hay {others}.", f"Sheet “{best}” is read; there are also {others}."
    return best, (Sentence(es, en),)


def _open(data: bytes) -> Workbook:
    from openpyxl import load_workbook

    with _tripping_means_damaged():
        return load_workbook(io.BytesIO(data), read_only=True, data_only=True, keep_links=False)


def _empty_formulas(data: bytes) -> tuple[Sentence, ...]:
    with _tripping_means_damaged():
        count = _check_archive(data)
    note = Sentence(
        f"{count} celdas con fórmula no traen su resultado: guarda el libro en Excel y tráelo otra vez.",
        f"{count} formula cells hold no result: save the workbook in Excel and bring it again.",
    )
    return (note,) if count else ()


def read_xlsx_table(data: bytes, sheet: str | None = None) -> RawTable:
    """The table of one sheet of an XLSX file.

    Raises Refusal: file_damaged, file_too_big, file_password, not_a_table, sheet_missing.
    """
    notes = _empty_formulas(data)
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions that do not matter here
        workbook = _open(data)
        try:
            title, more = _choose_sheet(workbook, sheet)
            rows = _sheet_rows(workbook, title, MAX_ROWS + 1)
        finally:
            workbook.close()
    if len(rows) > MAX_ROWS:
        raise too_many_rows()
    if not rows:
        raise _not_a_workbook()
    return RawTable(tuple(rows), title, notes=more + notes)
