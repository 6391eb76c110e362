"""Reads values out of foreign JSON, saying exactly where it is wrong; knows nothing about planning."""

from __future__ import annotations

import math
from collections.abc import Iterator
from dataclasses import dataclass

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence

_MISSING = object()
_TODO = Sentence("Corrija ese dato y vuelva a intentarlo.", "Correct that value and try again.")


def wrong(path: str, es: str, en: str) -> Refusal:
    """The refusal for a value at `path` that cannot be used."""
    what = Sentence(f"El problema no se puede planear: {path}: {es}.", f"The problem cannot be planned: {path}: {en}.")
    return Refusal("bad_planning_problem", what, NOTHING_CHANGED, _TODO)


@dataclass(frozen=True)
class Node:
    """A JSON value with its path. Every reading method raises `Refusal` when the value is not of that kind."""

    value: object
    path: str = "problema"

    def get(self, name: str, default: object = _MISSING) -> Node:
        """The field of an object; `default` when it is absent."""
        if not isinstance(self.value, dict):
            raise wrong(self.path, "se esperaba un objeto", "an object was expected")
        found = self.value.get(name, default)
        if found is _MISSING:
            raise wrong(self.path, f"falta «{name}»", f"“{name}” is missing")
        return Node(found, f"{self.path}.{name}")

    def items(self, most: int) -> Iterator[Node]:
        """The elements of an array of at most `most`."""
        if not isinstance(self.value, (list, tuple)):
            raise wrong(self.path, "se esperaba una lista", "a list was expected")
        if len(self.value) > most:
            raise wrong(self.path, f"más de {most} elementos", f"more than {most} elements")
        return (Node(v, f"{self.path}[{i}]") for i, v in enumerate(self.value))

    def text(self) -> str:
        """A non-empty string of at most 200 characters."""
        if not isinstance(self.value, str) or not 0 < len(self.value) <= 200:
            raise wrong(self.path, "se esperaba un texto corto", "a short text was expected")
        if any("\ud800" <= c <= "\udfff" for c in self.value):  # half a character: nobody could print it
            raise wrong(self.path, "el texto tiene medio carácter", "the text holds half a character")
        return self.value

    def text_or_none(self) -> str | None:
        """A string, or None."""
        return None if self.value is None else self.text()

    def integer(self, low: int, high: int) -> int:
        """A whole number within [low, high]."""
        if isinstance(self.value, bool) or not isinstance(self.value, int) or not low <= self.value <= high:
            raise wrong(self.path, f"se esperaba un entero de {low} a {high}", f"a whole number {low} to {high}")
        return self.value

    def number(self, low: float, high: float) -> float:
        """A finite number within [low, high]."""
        ok = isinstance(self.value, (int, float)) and not isinstance(self.value, bool)
        if not ok or not isinstance(self.value, (int, float)) or not low <= self.value <= high:
            raise wrong(self.path, f"se esperaba un número de {low} a {high}", f"a number from {low} to {high}")
        if not math.isfinite(self.value):
            raise wrong(self.path, "número no finito", "not a finite number")
        return float(self.value)

    def flag(self) -> bool:
        """True or false."""
        if not isinstance(self.value, bool):
            raise wrong(self.path, "se esperaba verdadero o falso", "true or false was expected")
        return self.value

    def texts(self, most: int = 200) -> tuple[str, ...]:
        """An array of strings."""
        return tuple(n.text() for n in self.items(most))
