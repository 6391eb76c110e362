"""Why a picture is not read: each says what to do better."""

from __future__ import annotations

from promoter_app.domain.refusal import Refusal, Sentence

SAFE = Sentence("No se guardó nada de esta foto.", "Nothing of this photo was saved.")


def not_a_sheet() -> Refusal:
    """No marks of ours in the picture."""
    return Refusal(
        "not_a_sheet",
        Sentence("En la foto no se ve una hoja de Surco.", "The photo does not show a Surco sheet."),
        SAFE,
        Sentence(
            "Toma otra con la hoja completa y derecha, con buena luz.",
            "Take another one with the whole sheet, straight and in good light.",
        ),
    )


def no_code() -> Refusal:
    """A page of ours whose code cannot be read."""
    return Refusal(
        "no_page_code",
        Sentence("El código de la esquina no se puede leer.", "The code in the corner cannot be read."),
        SAFE,
        Sentence(
            "Limpia o alisa esa esquina y toma otra foto de cerca.",
            "Clean or flatten that corner and take another photo from nearer.",
        ),
    )


def blurred() -> Refusal:
    """Too blurred or too small."""
    return Refusal(
        "blurred",
        Sentence("Salió movida o borrosa.", "It is blurred."),
        SAFE,
        Sentence("Toma otra con la hoja completa.", "Take another with the whole sheet."),
    )


def covered() -> Refusal:
    """A part of the page is missing or covered."""
    return Refusal(
        "covered",
        Sentence("Falta una parte de la hoja o está tapada.", "A part of the sheet is missing or covered."),
        SAFE,
        Sentence(
            "Toma otra en la que se vean las cuatro esquinas.", "Take another one that shows all four corners."
        ),
    )


def crumpled() -> Refusal:
    """Bent so much that rows cannot be told apart safely."""
    return Refusal(
        "crumpled",
        Sentence("La hoja está muy arrugada o doblada.", "The sheet is too crumpled or bent."),
        SAFE,
        Sentence("Alísala sobre una mesa y toma otra.", "Flatten it on a table and take another."),
    )


def other_version() -> Refusal:
    """A sheet printed by a version of the app that draws it otherwise."""
    return Refusal(
        "other_version",
        Sentence("La hoja es de otra versión de Surco.", "The sheet is of another version of Surco."),
        SAFE,
        Sentence(
            "Léela en la laptop que la imprimió, o captura la lista a mano.",
            "Read it on the laptop that printed it, or type the list in.",
        ),
    )
