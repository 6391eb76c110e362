"""Levels and confidence marks in words."""

from __future__ import annotations

from promoter_app.domain.curriculum.course import Confidence, Words

_MEANING = {
    Confidence.SOURCE_FOUND: Words("Se encontró la fuente", "Source found"),
    Confidence.HIGH: Words(
        "Conocimiento general, confianza alta, sin comprobar",
        "General knowledge, high confidence, not checked",
    ),
    Confidence.MEDIUM: Words(
        "Conocimiento general, confianza media, sin comprobar",
        "General knowledge, medium confidence, not checked",
    ),
    Confidence.LOW: Words("Confianza baja, no se imprime", "Low confidence, not printed"),
    Confidence.PROPOSAL: Words("Propuesta nuestra", "Our own proposal"),
    Confidence.UNMARKED: Words("Sin marca de confianza, sin comprobar", "No confidence mark, not checked"),
}

_LEVEL_NAME = {
    1: Words("Seguridad y salud", "Safety and health"),
    2: Words("Derechos y canales de ayuda", "Rights and help channels"),
    3: Words("Violencia y discriminación", "Violence and discrimination"),
    4: Words("Trabajo infantil y trabajo forzoso", "Child labour and forced labour"),
}


def confidence_meaning(confidence: Confidence) -> Words:
    """What the mark says, in words that a partner understands."""
    return _MEANING[confidence]


def level_name(level: int) -> Words:
    """What modules of `level` (1..4) are about. Levels 3 and 4: office screens only, never paper."""
    return _LEVEL_NAME[level]
