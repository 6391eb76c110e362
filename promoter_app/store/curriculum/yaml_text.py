"""From the bytes of a content file to its tree: encoding, size and signs first, then the quick or the full reader.

The full reader is ruamel.yaml, event by event: no values are made, no anchors followed, no tags obeyed.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from typing import Any

from promoter_app.store.curriculum.quick import NotSimpleError, quick_tree
from promoter_app.store.curriculum.tree import MAX_DEPTH, Branch, Leaf, Node, Row, TreeError

MAX_BYTES = 300_000
"""A module takes some 12,000 bytes; a larger file is not one of ours."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ufeff\ufffe\uffff]")
_HINTS = (
    (
        "mapping values are not allowed",
        ("Hay dos puntos dentro de un texto.", "There is a colon inside a text."),
        ("Encierra ese texto entre comillas dobles.", "Put that text between double quotes."),
    ),
    (
        "found unexpected end of stream",
        ("Unas comillas o un corchete no se cierran.", "Quotes or a bracket are not closed."),
        ("Ciérralos en la misma línea.", "Close them on the same line."),
    ),
    (
        "found character",
        ("Hay un signo que aquí no puede empezar un texto.", "A sign here cannot start a text."),
        ("Encierra ese texto entre comillas dobles.", "Put that text between double quotes."),
    ),
)
_SHAPE = ("Aquí se rompe la forma del archivo.", "The shape of the file breaks here.")
_SHAPE_TODO = (
    "Compara la sangría, los guiones y las comillas con otro archivo de la carpeta.",
    "Compare indentation, dashes and quotes with another file of the folder.",
)
_PLAIN_TODO = (
    "Quítalo, o encierra el texto entre comillas dobles.",
    "Remove it, or put the text between double quotes.",
)


def read_tree(content: bytes) -> Node:
    """The tree of a file. Raises TreeError, with the line, for whatever a person has to mend."""
    text = _decoded(content)
    try:
        return quick_tree(text)
    except NotSimpleError:
        return full_tree(text)


def _decoded(content: bytes) -> str:
    """UTF-8 text in NFC with `\\n` line ends and without a byte order mark."""
    if len(content) > MAX_BYTES:
        most = f"{MAX_BYTES:,} bytes"
        raise TreeError(
            1,
            (f"El archivo es demasiado grande, más de {most}.", f"The file is too large, over {most}."),
            ("Revisa que sea el correcto o divídelo.", "Check that it is the right one, or split it."),
        )
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise TreeError(
            content.count(b"\n", 0, error.start) + 1,
            ("Hay letras que no están en UTF-8.", "There are letters that are not UTF-8."),
            ("Vuelve a guardar el archivo con codificación UTF-8.", "Save the file again with UTF-8 encoding."),
        ) from None
    text = unicodedata.normalize("NFC", text.replace("\r\n", "\n").replace("\r", "\n"))
    for pattern, what, todo in (
        ("\t", ("Hay un tabulador.", "There is a tab."), ("Cámbialo por espacios.", "Replace it with spaces.")),
        (
            _CONTROL,
            ("Hay un signo invisible.", "There is an invisible sign."),
            ("Borra y escribe otra vez esa línea.", "Delete that line and write it again."),
        ),
    ):
        found = re.search(pattern, text)
        if found:
            raise TreeError(text.count("\n", 0, found.start()) + 1, what, todo)
    return text


def full_tree(text: str) -> Node:
    """The tree by ruamel.yaml. Raises TreeError for what is not well-formed or not for content files."""
    builder = _Builder()
    for event in _events(text, builder):
        builder.take(event)
    if builder.root is None:
        raise TreeError(
            1,
            ("El archivo está vacío.", "The file is empty."),
            ("Escribe su contenido o bórralo.", "Write its content or delete it."),
        )
    return builder.root


def _events(text: str, builder: _Builder) -> Iterator[Any]:
    """ruamel.yaml's events; its complaints become ours."""
    from ruamel.yaml import YAML
    from ruamel.yaml.error import MarkedYAMLError

    try:
        yield from YAML(typ="safe", pure=True).parse(text)
    except MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        raise _broken(mark.line + 1 if mark else builder.line, str(error.problem)) from None
    except (OverflowError, ValueError):  # a \U number that is no letter
        raise _broken(builder.line, "found unknown escape") from None


def _broken(line: int, problem: str) -> TreeError:
    for start, what, todo in _HINTS:
        if problem.startswith(start):
            return TreeError(line, what, todo)
    return TreeError(line, _SHAPE, _SHAPE_TODO)


class _Builder:
    """Builds the tree from ruamel.yaml's events, without recursion."""

    def __init__(self) -> None:
        self.root: Node | None = None
        self.line = 1
        self._open: list[tuple[Branch | Row, str | None]] = []
        self._documents = 0

    def take(self, event: Any) -> None:
        """One event of the parser. Raises TreeError for what content files may not hold."""
        kind = type(event).__name__
        self.line = event.start_mark.line + 1
        if kind == "DocumentStartEvent":
            self._documents += 1
            self._refuse(self._documents > 1, "una segunda parte «---»", "a second part “---”")
        self._refuse(kind == "AliasEvent" or bool(getattr(event, "anchor", None)), "un «&» o un «*»", "an & or a *")
        self._refuse(_tag(event) != "", "un signo «!»", "a ! sign")
        if kind in ("MappingEndEvent", "SequenceEndEvent"):
            self._open.pop()
        elif kind == "ScalarEvent":
            self._scalar(event)
        elif kind in ("MappingStartEvent", "SequenceStartEvent"):
            node: Branch | Row = Branch(line=self.line) if kind == "MappingStartEvent" else Row([], self.line)
            self._place(node)
            self._open.append((node, None))
            self._refuse(len(self._open) > MAX_DEPTH, "demasiados niveles", "too many levels")

    def _scalar(self, event: Any) -> None:
        top, key = self._open[-1] if self._open else (None, None)
        if isinstance(top, Branch) and key is None:
            self._key(top, event.value)
        elif isinstance(top, Branch) and key is not None and event.value == "" and event.style is None:
            self._place(Leaf("", top.lines[key]))  # nothing written: ruamel marks the next line
        else:
            self._place(Leaf(event.value, self.line))

    def _key(self, branch: Branch, name: str) -> None:
        if name in branch.entries:
            before = branch.lines[name]
            raise TreeError(
                self.line,
                (f"Se repite «{name}»; ya está en la línea {before}.", f"Repeats “{name}”; it is on line {before}."),
                ("Deja uno solo.", "Keep only one."),
            )
        branch.lines[name] = self.line
        self._open[-1] = (branch, name)

    def _place(self, node: Node) -> None:
        if not self._open:
            self.root = node
            return
        top, key = self._open[-1]
        if isinstance(top, Row):
            top.items.append(node)
            return
        self._refuse(key is None, "un nombre que no es texto", "a name that is not text")
        top.entries[str(key)] = node
        self._open[-1] = (top, None)

    def _refuse(self, found: bool, spanish: str, english: str) -> None:
        if found:
            what = (
                f"Aquí hay {spanish}, que estos archivos no usan.",
                f"Here is {english}, which these files do not use.",
            )
            raise TreeError(self.line, what, _PLAIN_TODO)


def _tag(event: Any) -> str:
    """The type that the file asks for with `!`, "" when it asks for none."""
    return str(getattr(event, "tag", None) or "")
