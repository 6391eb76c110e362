"""Reads a partner's list of people, XLSX or text with separators, as cells of text. Names are kept exactly.

A file is judged by what it holds, not by the end of its name, and within limits: what is not a small table
is refused in words.
"""

from __future__ import annotations

from pathlib import Path

from promoter_app.domain.people_list.table import RawTable
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.store.people_files.text import read_text_table
from promoter_app.store.people_files.xlsx import read_xlsx_table

__all__ = ["MAX_FILE_BYTES", "RawTable", "read_people_file"]

MAX_FILE_BYTES = 32 * 1024 * 1024
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_ENCRYPTED = "EncryptedPackage".encode("utf-16-le")
_NOT_TABLES = (b"%PDF", b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"SQLite format 3", b"Rar!", b"7z\xbc\xaf", b"\x1f\x8b",
               b"{\\rtf", b"\x7fELF", b"MZ\x90", b"age-encryption.org")  # fmt: skip
_SAVE_AGAIN = Sentence(
    "Ábrelo en Excel y guárdalo como libro de Excel (.xlsx) o como CSV UTF-8.",
    "Open it in Excel and save it as an Excel workbook (.xlsx) or as CSV UTF-8.",
)


def _refuse(code: str, es: str, en: str, todo: Sentence) -> Refusal:
    return Refusal(code, Sentence(es, en), NOTHING_CHANGED, todo)


def _bytes_of(path: Path) -> bytes:
    """The whole file, when it is a file of a sensible size."""
    choose = Sentence("Elige otra vez la lista.", "Choose the list again.")
    if path.is_dir():
        raise _refuse("file_is_folder", "Eso es una carpeta, no una lista.", "That is a folder, not a list.", choose)
    try:
        with path.open("rb") as file:
            data = file.read(MAX_FILE_BYTES + 1)
    except FileNotFoundError as error:
        es, en = "El archivo ya no está ahí.", "The file is no longer there."
        raise _refuse("file_missing", es, en, choose) from error
    except OSError as error:
        raise _refuse(
            "file_unreadable",
            "No se pudo abrir el archivo.",
            "The file could not be opened.",
            Sentence(
                "Ciérralo en otros programas o copia la memoria otra vez.",
                "Close it in other programs or copy the stick again.",
            ),
        ) from error
    if len(data) > MAX_FILE_BYTES:
        es, en = "El archivo es demasiado grande.", "The file is too big."
        raise _refuse("file_too_big", es, en, Sentence("Pártelo en varias listas.", "Split it into several lists."))
    if not data.strip(b"\0 \t\r\n\xef\xbb\xbf\xff\xfe"):
        raise _refuse("file_empty", "El archivo está vacío.", "The file is empty.", choose)
    return data


def _refuse_other_kinds(data: bytes) -> None:
    head = data[:512].lstrip()
    if data.startswith(_OLD_OFFICE) and _ENCRYPTED in data:
        raise _refuse(
            "file_password",
            "El archivo tiene contraseña.",
            "The file has a password.",
            Sentence("Pide una copia sin contraseña.", "Ask for a copy without a password."),
        )
    if data.startswith(_OLD_OFFICE):
        es, en = "Es un archivo de Excel antiguo (.xls).", "It is an old Excel file (.xls)."
        raise _refuse("file_old_excel", es, en, _SAVE_AGAIN)
    if head[:64].lower().startswith((b"<!doctype html", b"<html", b"<table", b"<?xml", b"<meta", b"<head")):
        es, en = "Es una página web con nombre de lista.", "It is a web page named like a list."
        raise _refuse("not_a_table", es, en, _SAVE_AGAIN)
    if data.startswith(_NOT_TABLES):
        raise _refuse("not_a_table", "No es una lista de Excel ni CSV.", "It is no Excel or CSV list.", _SAVE_AGAIN)


def read_people_file(path: Path, sheet: str | None = None) -> RawTable:
    """The table of an XLSX, CSV or TSV file of up to 32 MB, 100,000 rows and 100 columns.

    `sheet` names a sheet; without it the one that looks most like a list of people is read and the others
    are named in `notes`. Raises Refusal: file_missing, file_is_folder, file_unreadable, file_empty,
    file_too_big, file_password, file_old_excel, file_damaged, not_a_table, sheet_missing.
    """
    data = _bytes_of(path)
    _refuse_other_kinds(data)
    if data.startswith(b"PK"):
        return read_xlsx_table(data, sheet)
    return read_text_table(data)
