"""Text lists: finds out encoding and separator by looking at the bytes, the same way every time."""

from __future__ import annotations

import codecs
import csv
import io
from collections import Counter

from promoter_app.domain.people_list.columns import find_header
from promoter_app.domain.people_list.table import RawTable, Row
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence

MAX_ROWS = 100_000
MAX_COLUMNS = 100
_DELIMITERS = (",", ";", "\t", "|")
_SAMPLE_ROWS = 200
_RUNAWAY_LINES = 12
_SPANISH = frozenset("áéíóúñüÁÉÍÓÚÑÜ")
_OLD_ENCODINGS = ("cp1252", "cp850", "mac_roman")
_BOMS = ((codecs.BOM_UTF8, "utf-8-sig"), (codecs.BOM_UTF16_LE, "utf-16-le"), (codecs.BOM_UTF16_BE, "utf-16-be"))
_INCOMPLETE = Sentence(
    "El archivo termina a media letra: puede estar incompleto.",
    "The file ends in the middle of a letter: it may be incomplete.",
)
_LOOSE_QUOTE = Sentence(
    "Hay unas comillas sin cerrar: se leyó renglón por renglón.",
    "A quotation mark is never closed: it was read line by line.",
)


def _not_a_table() -> Refusal:
    return Refusal(
        "not_a_table",
        Sentence("No es una lista de Excel ni CSV.", "It is no Excel or CSV list."),
        NOTHING_CHANGED,
        Sentence("Elige la lista en .xlsx o .csv.", "Choose the list as .xlsx or .csv."),
    )


def too_many_rows() -> Refusal:
    """The refusal of a list that no partner has."""
    return Refusal(
        "file_too_big",
        Sentence(f"La lista tiene más de {MAX_ROWS:,} renglones.", f"The list has more than {MAX_ROWS:,} rows."),
        NOTHING_CHANGED,
        Sentence("Pártela en varias listas.", "Split it into several lists."),
    )


def _utf16_without_bom(data: bytes) -> str | None:
    """Nearly every second byte of Spanish text in UTF-16 is zero."""
    head = data[:2000]
    half = max(len(head) // 2, 1)
    for encoding, zeros in (("utf-16-le", head[1::2]), ("utf-16-be", head[0::2])):
        if len(head) > 3 and zeros.count(0) * 10 >= half * 7:
            return encoding
    return None


def _spanish_score(text: str) -> int:
    """Spanish letters minus every other sign beyond ASCII: a wrong encoding has many of the latter."""
    signs = Counter(sign for sign in text if not sign.isascii())
    return sum(count if sign in _SPANISH else -count for sign, count in signs.items())


def _old_encoding(data: bytes) -> tuple[str, str]:
    """Windows-1252 unless the letters make more sense as MS-DOS 850 or old Mac."""
    texts = {name: data.decode(name, errors="replace") for name in _OLD_ENCODINGS}
    best = max(_OLD_ENCODINGS, key=lambda name: _spanish_score(texts[name]))
    return texts[best], best


def _decode_utf16(data: bytes, encoding: str) -> tuple[str, str, tuple[Sentence, ...]]:
    reader = codecs.utf_16_le_decode if encoding == "utf-16-le" else codecs.utf_16_be_decode
    try:
        text, used = reader(data)
    except UnicodeDecodeError as error:
        raise _not_a_table() from error
    return text.removeprefix("\ufeff"), encoding, () if used == len(data) else (_INCOMPLETE,)


def decode(data: bytes) -> tuple[str, str, tuple[Sentence, ...]]:
    """`(text, encoding, notes)` of a text file. Raises Refusal when it is not text."""
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None) or _utf16_without_bom(data)
    if encoding and encoding.startswith("utf-16"):
        return _decode_utf16(data, encoding)
    plain = data.removeprefix(codecs.BOM_UTF8)
    try:
        text, used = codecs.utf_8_decode(plain)
    except UnicodeDecodeError:
        return (*_old_encoding(plain), ())
    if used == len(plain):
        return text, encoding or "utf-8", ()
    if text.isascii() and not encoding:  # one odd letter at the very end is a Windows file, not half a letter
        return (*_old_encoding(plain), ())
    return text, encoding or "utf-8", (_INCOMPLETE,)


def _rows(text: str, delimiter: str, quoting: int = csv.QUOTE_MINIMAL) -> list[Row]:
    rows: list[Row] = []
    for cells in csv.reader(io.StringIO(text, newline=""), delimiter=delimiter, quoting=quoting):  # type: ignore[arg-type]
        if len(rows) >= MAX_ROWS:
            raise too_many_rows()
        rows.append(trimmed(cells))
    while rows and not rows[-1]:
        rows.pop()
    return rows


def trimmed(cells: list[str]) -> Row:
    """Cells without outer spaces and without the empty ones at the end."""
    kept = [cell.strip() for cell in cells[:MAX_COLUMNS]]
    while kept and not kept[-1]:
        kept.pop()
    return tuple(kept)


def _regularity(rows: list[Row]) -> float:
    """Share of the filled rows that have the commonest number of cells, when that is more than one."""
    widths = Counter(len(row) for row in rows if row)
    if not widths:
        return 0.0
    width, count = widths.most_common(1)[0]
    return count / widths.total() if width > 1 else 0.0


def _choose_delimiter(text: str) -> str:
    """The separator under which the file looks most like a list of people, then most regular."""
    start = "\n".join(text[:200_000].splitlines()[:_SAMPLE_ROWS])

    def looks(delimiter: str) -> tuple[int, float]:
        try:
            rows = _rows(start, delimiter)
        except csv.Error:
            return -1, 0.0
        return find_header(RawTable(tuple(rows)))[1], _regularity(rows)

    return max(_DELIMITERS, key=looks)


def _read(text: str, delimiter: str) -> tuple[list[Row], tuple[Sentence, ...]]:
    try:
        rows = _rows(text, delimiter)
        runaway = any(cell.count("\n") > _RUNAWAY_LINES for row in rows for cell in row)
    except csv.Error:
        runaway = True
    if not runaway:
        return rows, ()
    try:
        return _rows(text, delimiter, csv.QUOTE_NONE), (_LOOSE_QUOTE,)
    except csv.Error as error:
        raise _not_a_table() from error


def read_text_table(data: bytes) -> RawTable:
    """The table of a CSV or TSV file. Raises Refusal not_a_table or file_too_big."""
    text, encoding, notes = decode(data)
    signs = sum(sign < " " and sign not in "\t\r\n\x0b\x0c" for sign in text)
    if signs or ("\ufffd" in text[:1000] and text.count("\ufffd") * 20 > len(text)):
        raise _not_a_table()
    delimiter = None
    first, _, rest = text.partition("\n")
    if first.strip().casefold().startswith("sep=") and len(first.strip()) <= 5:
        delimiter, text = first.strip()[4:] or "\t", "\n" + rest  # Excel's own hint; its row stays, empty
    delimiter = delimiter or _choose_delimiter(text)
    rows, more = _read(text, delimiter)
    if not rows:
        raise _not_a_table()
    return RawTable(tuple(rows), None, encoding, delimiter, notes + more)
