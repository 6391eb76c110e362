"""The one error a person can act on: what happened, what is safe, what to do."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Sentence:
    """The same plain sentence in Spanish and in English."""

    es: str
    en: str

    def in_language(self, language: str) -> str:
        """The text for `language` ("es" or "en"); anything else reads Spanish."""
        return self.en if language == "en" else self.es


class Refusal(Exception):  # noqa: N818 - a refusal is an answer, not a failure of the program
    """Raised when the app will not do a thing and a person can do something about it.

    `code` is a stable word for programs ("disk_full", "unknown_session"); `what` says what happened,
    `safe` what is safe, `todo` what to do now. Anything that is not a Refusal is a bug and surfaces as one.
    """

    def __init__(self, code: str, what: Sentence, safe: Sentence, todo: Sentence) -> None:
        super().__init__(code)
        self.code = code
        self.what = what
        self.safe = safe
        self.todo = todo

    def text(self, language: str = "es") -> str:
        """The three sentences as one line of `language`."""
        return " ".join(part.in_language(language) for part in (self.what, self.safe, self.todo))

    def __str__(self) -> str:
        return f"{self.code}: {self.text('es')}"


NOTHING_CHANGED = Sentence("No se cambió nada.", "Nothing was changed.")
