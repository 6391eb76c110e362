"""The quick reader: the plain part of YAML that our content files use, some 20 times as fast as ruamel.yaml.

It reads a file only when it is sure of every line; for anything else it gives up (`NotSimpleError`) and
ruamel.yaml reads the file, good or bad. Tests hold both to the same tree for whatever the quick one accepts.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from promoter_app.store.curriculum.tree import MAX_DEPTH, Branch, Leaf, Node, Row

# Signs that YAML or its readers treat in ways of their own.
_UNUSUAL = re.compile("[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")
_ENTRY = re.compile(r"([A-Za-z_][A-Za-z0-9_]*):(?: +(.*))?")
_DASH = re.compile(r"- +")
_QUOTED = re.compile(r"""(?:"([^"\\]*)"|'([^']*)') *(?:(?<= )#.*)?""")
_PLAIN_START = re.compile(r"[^\s\-?:,\[\]{}#&*!|>'\"%@`]")
_INLINE = re.compile(r"(\[[^\[\]{}]*\]|\{[^\[\]{}]*\}) *(?:(?<= )#.*)?")
_WORD = r"""(?:"[^"\\,\[\]{}]*"|[^\s\-?:,\[\]{}#&*!|>'"%@`][^,\[\]{}'"#:]*)"""
_LIST = re.compile(rf"\[ *(?:{_WORD}(?:, *{_WORD})*)? *\]")
_MAP_ENTRY = rf"[A-Za-z_][A-Za-z0-9_]*: +{_WORD}"
_MAP = re.compile(rf"\{{ *{_MAP_ENTRY}(?:, *{_MAP_ENTRY})* *\}}")


class NotSimpleError(Exception):
    """This file needs the full reader."""


@dataclass(slots=True)
class _Line:
    """A line that says something: its number from 1, its indent and its words."""

    number: int
    indent: int
    words: str


def quick_tree(text: str) -> Node:
    """The tree of `text` (line ends already `\\n`). Raises NotSimpleError when it is not sure."""
    if _UNUSUAL.search(text.replace("\n", "")):
        raise NotSimpleError
    reader = _Reader(_lines(text))
    if not reader.lines or reader.lines[0].indent:
        raise NotSimpleError
    return reader.block(0, 1)


def _lines(text: str) -> list[_Line]:
    found = []
    for number, line in enumerate(text.split("\n"), 1):
        words = line.strip(" ")
        if words and not words.startswith("#"):
            if words.startswith(("---", "...")):
                raise NotSimpleError
            found.append(_Line(number, len(line) - len(line.lstrip(" ")), words))
    return found


class _Reader:
    """Reads blocks from `lines`, moving `at`."""

    def __init__(self, lines: list[_Line]) -> None:
        self.lines = lines
        self.at = 0

    def block(self, indent: int, depth: int) -> Node:
        """The mapping or list whose first line is the current one."""
        if depth > MAX_DEPTH:
            raise NotSimpleError
        return self.row(indent, depth) if self.lines[self.at].words[0] == "-" else self.branch(indent, depth)

    def row(self, indent: int, depth: int) -> Row:
        row = Row([], self.lines[self.at].number)
        while self._here(indent):
            line = self.lines[self.at]
            dash = _DASH.match(line.words)
            if not dash:
                raise NotSimpleError
            rest = _Line(line.number, indent + dash.end(), line.words[dash.end() :])
            if _ENTRY.fullmatch(rest.words):
                self.lines[self.at] = rest
                row.items.append(self.branch(rest.indent, depth + 1))
            else:
                row.items.append(_value(rest.words, line.number))
                self.at += 1
        return row

    def branch(self, indent: int, depth: int) -> Branch:
        branch = Branch(line=self.lines[self.at].number)
        while self._here(indent):
            line = self.lines[self.at]
            entry = _ENTRY.fullmatch(line.words)
            if not entry or entry[1] in branch.entries:
                raise NotSimpleError
            self.at += 1
            branch.lines[entry[1]] = line.number
            branch.entries[entry[1]] = self._entry(entry[2] or "", line, depth)
        return branch

    def _entry(self, words: str, line: _Line, depth: int) -> Node:
        below = self.lines[self.at] if self.at < len(self.lines) else None
        if words and not words.startswith("#"):
            return _value(words, line.number)
        if below is not None and below.indent > line.indent:
            return self.block(below.indent, depth + 1)
        return Leaf("", line.number)

    def _here(self, indent: int) -> bool:
        """Whether the current line belongs to the block at `indent`; deeper lines are not for us."""
        if self.at >= len(self.lines) or self.lines[self.at].indent < indent:
            return False
        if self.lines[self.at].indent > indent:
            raise NotSimpleError
        return True


def _value(words: str, number: int) -> Node:
    """What stands after `key: ` or `- ` on one line."""
    if words[0] in "[{":
        return _inline(words, number)
    if words[0] in "\"'":
        return Leaf(_quoted(words), number)
    plain = words.partition(" #")[0].rstrip(" ")
    if not _PLAIN_START.match(plain) or ": " in plain or plain.endswith(":"):
        raise NotSimpleError
    return Leaf(plain, number)


def _quoted(words: str) -> str:
    quoted = _QUOTED.fullmatch(words)
    if not quoted:
        raise NotSimpleError
    return quoted[1] if quoted[1] is not None else quoted[2]


def _inline(words: str, number: int) -> Node:
    """`[a, b]` or `{es: uno, en: one}` on one line."""
    found = _INLINE.fullmatch(words)
    if not found:
        raise NotSimpleError
    inner = found[1][1:-1].strip(" ")
    if _LIST.fullmatch(found[1]):
        return Row([Leaf(_word(word), number) for word in inner.split(",")] if inner else [], number)
    if not _MAP.fullmatch(found[1]):
        raise NotSimpleError
    branch = Branch(line=number)
    for part in inner.split(","):
        key, _, word = part.strip(" ").partition(": ")
        if key in branch.entries:
            raise NotSimpleError
        branch.entries[key], branch.lines[key] = Leaf(_word(word), number), number
    return branch


def _word(word: str) -> str:
    word = word.strip(" ")
    return _quoted(word) if word[0] == '"' else word
