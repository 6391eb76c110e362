"""The recovery sheet and the words of a roster on paper; both are shown once."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from promoter_app.domain.papers.recovery import RecoverySheet, WordsNote
from promoter_app.domain.refusal import Sentence
from promoter_app.services.security.locking import RecoveryKey

RECOVERY = (
    Sentence("Hoja de recuperación de Surco", "Surco recovery sheet"),
    Sentence("Abre los datos de este proyecto cuando se olvida una contraseña.",
             "It opens this project's data when a passphrase is forgotten."),
)  # fmt: skip
NOTES = (
    Sentence("Hoja de las notas selladas de Surco", "Surco sheet of sealed notes"),
    Sentence("Abre las notas selladas. Es solo para la persona de protección del proyecto.",
             "It opens the sealed notes. It is for the project's safeguarding person alone."),
)  # fmt: skip


def print_recovery_sheet(
    key: RecoveryKey,
    out: Path,
    made_on: date,
    *,
    words: tuple[Sentence, Sentence] = RECOVERY,
    paper: str = "letter",
    language: str = "es",
    should_stop: Callable[[], bool] | None = None,
) -> Path:
    """Write the sheet of `key` to the PDF `out`; the file is as secret as the paper. Raises Refusal `cannot_write`."""
    from promoter_app.paper.recovery import draw_recovery

    title, opens = (each.in_language(language) for each in words)
    sheet = RecoverySheet(title, opens, key.words, key.qr, made_on)
    return draw_recovery(sheet, out, paper=paper, language=language, should_stop=should_stop)


def print_words_note(words: Sequence[str], out: Path, made_on: date, *, language: str = "es") -> Path:
    """Write the words that open a roster to the PDF `out`, to be handed over apart. Raises Refusal `cannot_write`."""
    from promoter_app.paper.recovery import draw_note

    return draw_note(WordsNote(tuple(words), made_on), out, language=language)
