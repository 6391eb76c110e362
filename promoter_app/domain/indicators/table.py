"""A report as rows of plain values, the same for JSON, CSV and XLSX; texts that a spreadsheet takes for formulas."""

from __future__ import annotations

import re

from promoter_app.domain.indicators.catalog import BREAKDOWNS, NO_DATA, NO_DATA_WORDS
from promoter_app.domain.indicators.figures import Cell, Report
from promoter_app.domain.refusal import Sentence

Plain = str | int | float | bool | None
FIELDS = (
    "indicator", "period", "breakdown", "group", "actual", "target", "status", "suppressed", "part", "whole",
    "cumulative", "overlapping", "merged", "comment",
)  # fmt: skip
HEADS: dict[str, Sentence] = {
    "indicator": Sentence("Indicador", "Indicator"),
    "name": Sentence("Qué cuenta", "What it counts"),
    "period": Sentence("Periodo", "Period"),
    "breakdown": Sentence("Por", "By"),
    "group": Sentence("Grupo", "Group"),
    "actual": Sentence("Real", "Actual"),
    "part": Sentence("Aprendieron", "Rose"),
    "whole": Sentence("Con par de pruebas", "With a pair of tests"),
    "target": Sentence("Meta", "Target"),
    "achievement": Sentence("Logro %", "Achieved %"),
    "status": Sentence("Estado", "Status"),
    "cumulative": Sentence("Acumulado", "Cumulative"),
    "suppressed": Sentence("No se dice", "Kept back"),
    "overlapping": Sentence("Grupos que se enciman", "Overlapping groups"),
    "comment": Sentence("Comentario", "Comment"),
}
_FORMULA = re.compile(r"'*[=+\-@\t\r]")


def rows(report: Report, language: str = "es") -> list[dict[str, Plain]]:
    """One row per figure with FIELDS. `group` is in words ("sin dato" for what is not known), status a fixed word."""
    return [_row(report, cell, language) for cell in report.cells]


def _row(report: Report, cell: Cell, language: str) -> dict[str, Plain]:
    group = None
    if cell.breakdown is not None:
        group = (NO_DATA_WORDS if cell.group == NO_DATA else cell.label).in_language(language)
    return {
        "indicator": cell.indicator, "period": report.period.name, "breakdown": cell.breakdown, "group": group,
        "actual": cell.actual, "target": _whole(cell.target), "status": cell.status.value if cell.status else None,
        "suppressed": cell.suppressed, "part": cell.part, "whole": cell.whole, "cumulative": cell.cumulative,
        "overlapping": cell.overlapping, "merged": cell.merged,
        "comment": (report.of(cell.indicator).comment or None) if cell.is_total else None,
    }  # fmt: skip


def _whole(target: float | None) -> float | None:
    """A target as people write it: 4810, not 4810.0."""
    return int(target) if target is not None and target == int(target) else target


def breakdown_words(name: str, language: str) -> str:
    """A breakdown's name."""
    return BREAKDOWNS[name].in_language(language)


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe before it when it starts like one.

    `unguarded` gives it back letter by letter, also names that start with + or with an apostrophe of their own.
    """
    return f"'{text}" if _FORMULA.match(text) else text


def unguarded(text: str) -> str:
    """The text before `guarded`."""
    return text[1:] if text.startswith("'") and _FORMULA.match(text) else text
