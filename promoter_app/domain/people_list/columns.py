"""Which row of a list holds its headers and what each column is: proposed, changed by a person, remembered."""

from __future__ import annotations

import difflib
import hashlib
import json
import re
from dataclasses import dataclass, replace

from promoter_app.domain.names import folded, tokens
from promoter_app.domain.people_list.table import RawTable, Row
from promoter_app.domain.people_list.values import looks_private, says_nothing
from promoter_app.domain.people_list.words import (
    HEADERS,
    KEYWORDS,
    NAME_FIELDS,
    OTHER_PEOPLE,
    REFUSED_WORDS,
    SEX_WORDS,
    SURNAME_FIELDS,
    Field,
)
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence

_SEARCHED_ROWS = 40
_SAMPLE = 60
_MAX_COLUMNS = 100
_LONGEST_CELL = 120
_REPEATABLE = frozenset({Field.SKIPPED, Field.REFUSED})


@dataclass(frozen=True)
class Mapping:
    """What each column is. `header_row` is the file's row number (0: the list has no headers).

    `unsure` are 0-based columns that a person should look at. `notes` say what is not copied and why.
    """

    columns: tuple[Field, ...]
    header_row: int
    headers: tuple[str, ...] = ()
    unsure: tuple[int, ...] = ()
    notes: tuple[Sentence, ...] = ()

    def with_column(self, column: int, field: Field) -> Mapping:
        """The mapping after a person says what a column is; the column that had that meaning loses it."""
        columns = [
            Field.SKIPPED if held is field and field not in _REPEATABLE else held for held in self.columns
        ]
        columns[column] = field
        return replace(
            self, columns=tuple(columns), unsure=tuple(at for at in self.unsure if at != column)
        )

    def column_of(self, field: Field) -> int | None:
        """The 0-based column of a field, or None."""
        return self.columns.index(field) if field in self.columns else None

    @property
    def has_name(self) -> bool:
        """Whether some column gives a name; without one nothing can be read."""
        return any(field in self.columns for field in NAME_FIELDS)


def header_words(text: str) -> str:
    """A header as it is compared: `Nombre(s):` -> `nombre`, `Núm. de tarjeta` -> `num de tarjeta`."""
    return " ".join(tokens(re.sub(r"\((e?s|as|os|es)\)", "", folded(text).replace("/a", ""))))


def _keyword_field(words: frozenset[str]) -> Field | None:
    for field, groups in KEYWORDS:
        if all(words & group for group in groups):
            return None if field is Field.NAME and words & OTHER_PEOPLE else field
    return None


def read_header(text: str) -> tuple[Field | None, bool]:
    """What a header says: `(field, sure)`; field None when it says nothing we know."""
    plain = header_words(text)
    without_brackets = header_words(re.sub(r"\([^)]*\)|\[[^]]*\]", " ", text))
    for words in (plain, without_brackets):
        if frozenset(words.split()) & REFUSED_WORDS:
            return Field.REFUSED, True
        if words in HEADERS:
            return HEADERS[words], True
    if len(plain) > 60 or not plain:
        return None, False
    if len(without_brackets) >= 4:
        near = difflib.get_close_matches(without_brackets, [*HEADERS, *REFUSED_WORDS], n=1, cutoff=0.83)
        if near:
            return HEADERS.get(near[0], Field.REFUSED), False
    return _keyword_field(frozenset(plain.split())), False


def _read_headers(row: Row) -> list[tuple[Field | None, bool]]:
    read = [read_header(cell) if cell else (None, False) for cell in row[:_MAX_COLUMNS]]
    plain = [header_words(cell) for cell in row[:_MAX_COLUMNS]]
    if "m" in plain:  # "M" is mujer beside H, masculino beside F
        other = Field.WOMAN_MARK if "h" in plain else Field.MAN_MARK if "f" in plain else None
        read[plain.index("m")] = (other, other is not None)
    fields = {field for field, _ in read}
    if not {Field.WOMAN_MARK, Field.MAN_MARK} <= fields:
        marks = {Field.WOMAN_MARK, Field.MAN_MARK}
        read = [(None, False) if field in marks else (field, sure) for field, sure in read]
    return _settle_names(read)


def _settle_names(read: list[tuple[Field | None, bool]]) -> list[tuple[Field | None, bool]]:
    """`Nombre` beside surnames is the first names; `Nombres` alone is the whole name."""
    fields = [field for field, _ in read]
    has_surnames = any(field in SURNAME_FIELDS for field in fields)
    if has_surnames and Field.NAME in fields and Field.FIRST_NAMES not in fields:
        read[fields.index(Field.NAME)] = (Field.FIRST_NAMES, read[fields.index(Field.NAME)][1])
    if not has_surnames and Field.FIRST_NAMES in fields and Field.NAME not in fields:
        at = fields.index(Field.FIRST_NAMES)
        read[at] = (Field.NAME, read[at][1])
    return read


def header_score(row: Row) -> int:
    """How much a row looks like the headers of a list of people; 0 when it has no name column."""
    if not any(row) or sum(map(len, row)) > 4000:
        return 0
    known: dict[Field, int] = {}
    for field, sure in _read_headers(row):
        if field is not None:
            known[field] = max(known.get(field, 0), 2 if sure else 1)
    return sum(known.values()) if any(field in known for field in NAME_FIELDS) else 0


def find_header(table: RawTable) -> tuple[int, int]:
    """`(row number, score)` of the likeliest header row among the first 40; `(0, 0)` when there is none."""
    best, best_score = 0, 0
    for number, row in enumerate(table.rows[:_SEARCHED_ROWS], 1):
        score = header_score(row)
        if score > best_score:
            best, best_score = number, score
    return best, best_score


def _sample(table: RawTable, column: int, after_row: int) -> list[str]:
    cells = (row[column] for row in table.rows[after_row : after_row + _SAMPLE] if column < len(row))
    return [cell for cell in cells if not says_nothing(cell)]


def _most(cells: list[str], fits: re.Pattern[str] | frozenset[str]) -> bool:
    """Whether at least seven in ten cells fit (false for an empty column)."""
    if isinstance(fits, frozenset):
        good = sum(folded(cell).strip(". ") in fits for cell in cells)
    else:
        good = sum(len(cell) <= _LONGEST_CELL and bool(fits.fullmatch(cell.strip())) for cell in cells)
    return bool(cells) and good * 10 >= len(cells) * 7


_SEX_CELLS = frozenset(SEX_WORDS) | {"m"}
_AGE_CELL = re.compile(r"\d{1,3}([.,]0+)?( ?a[ñn]os)?|(19|20)\d\d", re.IGNORECASE)
_NAME_CELL = re.compile(r"[^\d@]*\w[^\d@]* [^\d@]*\w[^\d@]*")
_EXPECTED: dict[Field, re.Pattern[str] | frozenset[str]] = {Field.SEX: _SEX_CELLS, Field.AGE: _AGE_CELL}


def _guess_by_content(table: RawTable) -> list[tuple[Field | None, bool]]:
    """Columns of a list without headers; never sure."""
    guessed: list[tuple[Field | None, bool]] = []
    taken: set[Field] = set()
    for column in range(min(table.width, _MAX_COLUMNS)):
        cells = _sample(table, column, 0)
        field = next((field for field, fits in _EXPECTED.items() if _most(cells, fits)), None)
        if field is None and _most(cells, _NAME_CELL):
            field = Field.NAME
        if field is Field.AGE and cells == [str(at) for at in range(1, len(cells) + 1)]:
            field = None  # 1, 2, 3…: a row number
        guessed.append((None if field in taken else field, False))
        taken |= {field} if field else set()
    return guessed


def _refused_note(header: str) -> Sentence:
    return Sentence(
        f"La columna «{header}» no se copia: no necesitamos ese dato.",
        f"The column “{header}” is not copied: we do not need those data.",
    )


def _is_private(cells: list[str]) -> bool:
    return bool(cells) and sum(map(looks_private, cells)) * 2 > len(cells)


def _settle(table: RawTable, read: list[tuple[Field | None, bool]], header_row: int) -> Mapping:
    headers = table.rows[header_row - 1] if header_row else ()
    columns: list[Field] = []
    unsure: list[int] = []
    notes: list[Sentence] = []
    for at, (found, sure) in enumerate(read):
        header = headers[at] if at < len(headers) else ""
        cells = _sample(table, at, header_row)
        field = found
        if found is None and _is_private(cells):
            field = Field.REFUSED
        if field is not None and field not in _REPEATABLE and field in columns:
            field = None
        expected = _EXPECTED.get(field) if field else None
        doubtful = not sure or field is None or bool(expected and cells and not _most(cells, expected))
        if doubtful and field is not Field.REFUSED and (header or cells):
            unsure.append(at)
        if field is Field.REFUSED:
            notes.append(_refused_note(header or str(at + 1)))
        columns.append(field or Field.SKIPPED)
    return Mapping(tuple(columns), header_row, tuple(headers), tuple(unsure), tuple(notes))


def propose_mapping(table: RawTable) -> Mapping:
    """The likeliest meaning of each column, from its header or, without headers, from what it holds."""
    header_row, _ = find_header(table)
    width = min(table.width, _MAX_COLUMNS)
    read = _read_headers(table.rows[header_row - 1]) if header_row else _guess_by_content(table)
    read += [(None, False)] * (width - len(read))
    return _settle(table, read, header_row)


def mapping_key(headers: Row) -> str:
    """A short stable key for lists with the same headers, in any order, case or accents."""
    words = sorted(filter(None, map(header_words, headers)))
    return hashlib.sha256("\n".join(words).encode("utf-8", "surrogatepass")).hexdigest()[:32]


def mapping_to_json(mapping: Mapping) -> str:
    """What is remembered of a mapping: the meaning of each header, and no data of people."""
    pairs = [
        [header_words(header), field.value]
        for header, field in zip(mapping.headers, mapping.columns, strict=False)
    ]
    return json.dumps({"columns": pairs}, ensure_ascii=False)


def mapping_from_json(text: str, table: RawTable) -> Mapping:
    """The remembered mapping on a list whose headers may stand in another order.

    Columns that were not remembered keep what is proposed for them. Raises Refusal when `text` is not a
    remembered mapping.
    """
    try:
        pairs = [(str(words), Field(field)) for words, field in json.loads(text)["columns"]]
    except (ValueError, KeyError, TypeError) as error:
        raise Refusal(
            "mapping_unreadable",
            Sentence("No se entiende el acomodo de columnas guardado.", "The saved column layout is unreadable."),
            NOTHING_CHANGED,
            Sentence("Revisa las columnas y vuelve a guardarlo.", "Check the columns and save it again."),
        ) from error
    mapping = propose_mapping(table)
    for column, header in enumerate(mapping.headers):
        remembered = next((pair for pair in pairs if pair[0] == header_words(header)), None)
        if remembered and column < len(mapping.columns):
            pairs.remove(remembered)
            mapping = mapping.with_column(column, remembered[1])
    return mapping
