"""Reads named entries out of a tree, noting each mistake with its line instead of stopping at the first.

A reader that asks for something that is not there gets a harmless stand-in; its owner throws the result away
when the log of the file is not empty.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import TypeVar

from promoter_app.domain.curriculum.checks import fault
from promoter_app.domain.curriculum.course import Fault, Place, Words
from promoter_app.store.curriculum.tree import Branch, Leaf, Node, Row, TreeError

_YES = ("yes", "true", "sí", "si")
_NO = ("no", "false", "")
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")
_WHOLE = re.compile(r"\d{1,6}")
_LONGEST = 2_000
Choice = TypeVar("Choice", bound=StrEnum)


@dataclass
class FaultLog:
    """The mistakes of one file. `file`: its path from the curricula folder, with slashes."""

    file: str
    faults: list[Fault] = field(default_factory=list)

    def place(self, line: int) -> Place:
        return Place(self.file, line)

    def add(self, line: int, what: tuple[str, str], todo: tuple[str, str]) -> None:
        """Note a mistake; `what` and `todo` are (Spanish, English)."""
        self.faults.append(fault(self.place(line), what, todo))

    def add_error(self, error: TreeError) -> None:
        self.add(error.line, error.what, error.todo)


class Section:
    """The named entries of one branch. Ask for each by name, then `finish()` to report names nobody asked for."""

    def __init__(self, node: Node, log: FaultLog, line: int = 0) -> None:
        self.line = line or node.line
        self.log = log
        self._branch = node if isinstance(node, Branch) else Branch(line=node.line)
        self._asked: set[str] = set()
        if not isinstance(node, Branch):
            self._wrong(node.line, "nombres con dos puntos, como «es: texto»", "names with a colon, like “es: text”")
            self._asked.add("*")

    @property
    def place(self) -> Place:
        return self.log.place(self.line)

    def line_of(self, name: str) -> int:
        """Where `name` stands, or the section when it does not."""
        return self._branch.lines.get(name, self.line)

    def has(self, name: str) -> bool:
        """Whether something was written under `name`."""
        node = self._node(name)
        return node is not None and not (isinstance(node, Leaf) and not node.text)

    def is_text(self, name: str) -> bool:
        """Whether `name` holds one text, not a list or a section."""
        return isinstance(self._node(name), Leaf)

    def text(self, name: str) -> str:
        """Words that must be there."""
        words = self.text_or_blank(name)
        if not words and not isinstance(self._node(name), Row | Branch):
            self.missing(name)
        return words

    def text_or_blank(self, name: str) -> str:
        """Words, or "" when there are none."""
        node = self._node(name)
        if node is None:
            return ""
        if not isinstance(node, Leaf):
            self._wrong(self.line_of(name), f"«{name}» con un texto", f"“{name}” with a text")
            return ""
        return self._short_enough(node)

    def words(self, name: str) -> Words:
        """A text in Spanish and English, both there."""
        found = self.words_or_none(name)
        if found is None:
            self.missing(name)
        return found or Words("", "")

    def words_or_none(self, name: str) -> Words | None:
        """A text in both languages, or None when nothing was written."""
        return _words(self.section(name)) if self.has(name) else None

    def words_list(self, name: str) -> tuple[Words, ...]:
        """A list of texts in both languages, maybe empty."""
        return tuple(_words(each) for each in self.sections(name))

    def whole(self, name: str, low: int, high: int) -> int:
        """A whole number from `low` to `high`."""
        found = self.whole_or_none(name, low, high)
        if found is None and not self.has(name):
            self.missing(name)
        return low if found is None else found

    def whole_or_none(self, name: str, low: int, high: int) -> int | None:
        """A whole number, or None when nothing was written."""
        text = self.text_or_blank(name)
        if not text:
            return None
        if _WHOLE.fullmatch(text) and text.isascii() and low <= int(text) <= high:
            return int(text)
        spanish, english = f"un número de {low} a {high}", f"a number from {low} to {high}"
        self._wrong(self.line_of(name), f"«{name}» con {spanish}", f"“{name}” with {english}")
        return None

    def day_or_none(self, name: str) -> date | None:
        """A day written year-month-day, or None when nothing was written."""
        text = self.text_or_blank(name)
        if not text:
            return None
        try:
            return date.fromisoformat(text if _DAY.fullmatch(text) else "")
        except ValueError:
            self._wrong(
                self.line_of(name), f"«{name}» con una fecha como 2026-11-30", f"“{name}” with a date like 2026-11-30"
            )
            return None

    def yes(self, name: str) -> bool:
        """Yes or no; nothing written is no."""
        text = self.text_or_blank(name).lower()
        if text not in (*_YES, *_NO):
            self._wrong(self.line_of(name), f"«{name}» con yes o no", f"“{name}” with yes or no")
        return text in _YES

    def choice(self, name: str, choices: type[Choice]) -> Choice:
        """One of the words of `choices`. Nothing written is its blank member, when it has one."""
        text = self.text_or_blank(name)
        if text in choices._value2member_map_:
            return choices(text)
        known = ", ".join(each.value for each in choices if each.value)
        self._wrong(self.line_of(name), f"«{name}» con una de estas: {known}", f"“{name}” with one of: {known}")
        return next(iter(choices))

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of short texts, maybe empty."""
        return tuple(text for text, _ in self.placed_texts(name))

    def placed_texts(self, name: str) -> list[tuple[str, Place]]:
        """A list of short texts with where each stands."""
        found = []
        for node in self._row(name):
            if isinstance(node, Leaf) and node.text:
                found.append((self._short_enough(node), self.log.place(node.line)))
            else:
                self._wrong(node.line, f"«{name}» con textos cortos", f"“{name}” with short texts")
        return found

    def section(self, name: str) -> Section:
        """The section under `name`, which must be there."""
        if not self.has(name):
            self.missing(name)
            return Section(Branch(line=self.line), FaultLog(self.log.file))
        return Section(self._branch.entries[name], self.log, self.line_of(name))

    def sections(self, name: str) -> list[Section]:
        """The sections of a list, maybe empty."""
        return [Section(node, self.log) for node in self._row(name)]

    def named(self, name: str) -> list[tuple[str, Section | None]]:
        """The entries of a section with free names, in the file's order; None where nothing was written."""
        if not self.has(name):
            return []
        inner = self.section(name)
        return [(key, inner.section(key) if inner.has(key) else None) for key in inner._branch.entries]

    def finish(self) -> None:
        """Report the names that nobody asked for: a slip such as `optoins`."""
        if "*" in self._asked:
            return
        for name, line in self._branch.lines.items():
            if name not in self._asked:
                self._unknown(name, line)

    def _node(self, name: str) -> Node | None:
        self._asked.add(name)
        return self._branch.entries.get(name)

    def _row(self, name: str) -> Sequence[Node]:
        node = self._node(name)
        if not self.has(name) or isinstance(node, Row):
            return node.items if isinstance(node, Row) else ()
        self._wrong(self.line_of(name), f"«{name}» con una lista de guiones", f"“{name}” with a list of dashes")
        return ()

    def _short_enough(self, leaf: Leaf) -> str:
        if len(leaf.text) > _LONGEST:
            self._wrong(leaf.line, f"textos de menos de {_LONGEST} letras", f"texts under {_LONGEST} letters")
        return leaf.text

    def missing(self, name: str) -> None:
        """Report that nothing was written under `name`."""
        if "*" not in self._asked:
            self.log.add(
                self.line_of(name),
                (f"Falta «{name}».", f"“{name}” is missing."),
                (f"Escribe «{name}:» y su texto.", f"Write “{name}:” and its text."),
            )

    def _wrong(self, line: int, spanish: str, english: str) -> None:
        self.log.add(
            line,
            (f"Aquí se espera {spanish}.", f"Expected here: {english}."),
            ("Compáralo con otro archivo de la carpeta.", "Compare it with another file of the folder."),
        )

    def _unknown(self, name: str, line: int) -> None:
        close = difflib.get_close_matches(name, sorted(self._asked), n=1)
        todo = ("Bórrala o corrige el nombre.", "Delete it or correct the name.")
        if close:
            todo = (f"¿Querías escribir «{close[0]}»?", f"Did you mean “{close[0]}”?")
        self.log.add(line, (f"No se conoce la entrada «{name}».", f"The entry “{name}” is not known."), todo)


def _words(section: Section) -> Words:
    """The texts `es` and `en` of a section that has nothing else."""
    found = Words(section.text("es"), section.text("en"))
    section.finish()
    return found
