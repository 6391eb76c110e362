"""What the office's lists show: rows in words, names to choose from, and who changed a row and when."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta, timezone

from promoter_app.domain.done import Value
from promoter_app.domain.names import sort_key
from promoter_app.domain.office.fields import Field, Noun
from promoter_app.domain.office.nouns import REFERRED
from promoter_app.paper.words import short_date
from promoter_app.services.curricula import Content, find_module
from promoter_app.services.folder import Folder
from promoter_app.services.sessions.recordings import language_name
from promoter_app.store import office

Names = Mapping[str, Mapping[bytes, str]]
"""Names of what a ref may name: by table, then by id."""


@dataclass(frozen=True)
class OfficeRow:
    """One row: `title` over `detail` in the asked language, and its values for the form."""

    id: bytes
    title: str
    detail: str
    values: Mapping[str, Value]


@dataclass(frozen=True)
class OfficeList:
    """All rows of a noun, by title, and the names its refs choose from."""

    rows: list[OfficeRow]
    names: Names


@dataclass(frozen=True)
class Change:
    """One line of a history: when (local time of the asking laptop), who, and the field ("" when it was made)."""

    at: datetime
    who: str
    field: str


def office_list(folder: Folder, content: Content, noun: Noun, language: str) -> OfficeList:
    """The rows of a noun as a list shows them in `language` ("es" or "en")."""
    names = names_for(folder, noun, language)
    columns = [field.name for field in noun.fields]
    reader = _Reader(content, noun, names, language)
    found = office.set_up(folder.book, noun.table, columns, noun.keep)
    rows = [reader.row(row) for row in found if _is_the_offices(noun, row, names)]
    if noun.table == "break_window":
        rows.sort(key=lambda row: (str(row.values["venue"]), row.values["weekday"], row.values["starts"]))
    elif noun.table == "closure":
        rows.sort(key=lambda row: (row.values["starts"], row.values["ends"]))
    else:
        rows.sort(key=lambda row: sort_key(row.title))
    return OfficeList(rows, names)


def _is_the_offices(noun: Noun, row: Mapping[str, Value], names: Names) -> bool:
    """Whether it is about people whom the office set up: what workers speak is told in their crew."""
    asked = [field.name for field in noun.fields if field.refers == "person" and field.required]
    return all(row[name] in names["person"] for name in asked)


def names_for(folder: Folder, noun: Noun, language: str) -> Names:
    """Names of everything that the refs of `noun` may name, and what those need to be told apart."""
    wanted = {field.refers for field in noun.fields if field.refers and not field.refers.startswith("@")}
    for field in noun.fields:
        if field.refers.startswith("@"):
            wanted |= {word for word, _read in noun.field(field.refers[1:]).options if word in REFERRED}
    return {key: _names_of_any(folder, key, language) for key in sorted(wanted)}


def _names_of_any(folder: Folder, key: str, language: str) -> dict[bytes, str]:
    """Names for a ref to one noun, or to any of several ("venue+person")."""
    found: dict[bytes, str] = {}
    for table in key.split("+"):
        found |= _names(folder, REFERRED[table], language)
    return found


def _names(folder: Folder, noun: Noun, language: str) -> dict[bytes, str]:
    fields = [field for field in (noun.field(name) for name in noun.title) if field.kind in ("text", "day")]
    rows = office.set_up(folder.book, noun.table, [field.name for field in fields], noun.keep)
    parted = " – " if noun.table == "closure" else " "
    if noun.table == "indicator" and language == "en":
        rows = office.set_up(folder.book, noun.table, ("code", "name_en"), None)
    found = {row.pop("id"): parted.join(str(value) for value in row.values() if value) for row in rows}
    return dict(sorted(found.items(), key=lambda pair: sort_key(pair[1])))


class _Reader:
    """Turns values into words."""

    def __init__(self, content: Content, noun: Noun, names: Names, language: str) -> None:
        self._content, self._noun, self._names, self._language = content, noun, names, language

    def row(self, values: dict[str, Value]) -> OfficeRow:
        id_ = values["id"]
        if not isinstance(id_, bytes):
            raise TypeError("a row without id")
        title = " · ".join(self._words(self._noun.title, values))
        detail = self._words(self._noun.detail, values)
        if self._noun.table == "target" and values["value"] is None:
            detail.append("not set" if self._language == "en" else "no fijada")
        return OfficeRow(id_, title or "…", " · ".join(detail), values)

    def _words(self, names: tuple[str, ...], values: Mapping[str, Value]) -> list[str]:
        found = (self._one(self._noun.field(name), values) for name in names)
        return [words for words in found if words]

    def _one(self, field: Field, values: Mapping[str, Value]) -> str:
        value = values[field.name]
        if value is None:
            return ""
        if field.kind in ("choice", "weekdays", "yes_no"):
            read = field.option(str(value))
            return read.in_language(self._language) if read else str(value)
        if isinstance(value, bytes):
            table = str(values[field.refers[1:]]) if field.refers.startswith("@") else field.refers
            return self._names.get(table, {}).get(value, "")
        if field.kind == "day":
            return short_date(date.fromisoformat(str(value)), self._language)
        if field.kind == "language":
            return language_name(self._content, str(value)) or ""
        if field.kind == "module":
            module = find_module(self._content, None, str(value))
            return module.title.in_language(self._language) if module else str(value)
        return f"{value:,.0f}" if isinstance(value, float) and value == int(value) else str(value)


def history(folder: Folder, noun: Noun, target: bytes, offset_minutes: int) -> list[Change]:
    """Who made and changed a row, the last first; times at `offset_minutes` from UTC."""
    zone = timezone(timedelta(minutes=offset_minutes))
    return [
        Change(
            datetime.fromtimestamp(row["wall"] / 1000, zone),
            row["operator"] or "",
            row["field"] or "",
        )
        for row in office.history(folder.book, noun.table, target)
    ]
