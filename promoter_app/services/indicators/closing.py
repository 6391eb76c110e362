"""Closing a period: its figures are kept with a fingerprint; what changes later is shown as restated, with a reason."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import UTC, datetime
from typing import Any

from promoter_app.domain.done import Done
from promoter_app.domain.indicators.figures import Cell, Report, Restatement
from promoter_app.domain.indicators.periods import Period
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.security.audit import office_only
from promoter_app.store.indicators import frame

Figures = dict[tuple[str, str, str], tuple[int | None, int | None, int | None, int | None]]


def close_period(folder: Folder, stamp: Stamp, period: Period | str, note: str | None = None) -> Done[str]:
    """Keep every figure of a declared period as it is today; gives the fingerprint of all of them.

    Closing again keeps a new set, and later changes are told against it. Refusal: `not_allowed`, `not_a_period`.
    """
    office_only(folder, stamp, "close_period")
    from promoter_app.services.indicators.reporting import find_period, report

    when = find_period(folder, period) if isinstance(period, str) else period
    if when.id is None:
        raise not_a_period(when)
    cells = report(folder, when).cells
    print_ = fingerprint(cells)
    with folder.book.writing(stamp) as write:
        close = write.add("period_close", period=when.id, fingerprint=print_, figures=len(cells), note=note)
        write.add_many("period_figure", [_row(close, cell) for cell in cells])
    return Done(print_, write.changes, write.undo(Sentence("Deshacer: cerrar periodo", "Undo: close period")))


def not_a_period(period: Period) -> Refusal:
    """The answer when dates are no period of the project."""
    return Refusal(
        "not_a_period",
        Sentence(f"«{period.name}» no es un periodo del proyecto.", f"“{period.name}” is not a period of the project."),
        NOTHING_CHANGED,
        Sentence("Elige uno de los periodos declarados.", "Choose one of the declared periods."),
    )


def _row(close: bytes, cell: Cell) -> dict[str, Any]:
    return {
        "close": close, "indicator": cell.indicator, "breakdown": cell.breakdown, "grp": cell.group,
        "actual": cell.actual, "part": cell.part, "whole": cell.whole, "cumulative": cell.cumulative,
    }  # fmt: skip


def fingerprint(cells: Iterable[Cell]) -> str:
    """SHA-256 over every figure in a fixed order: equal figures, equal fingerprint, whatever the laptop."""
    rows = sorted(
        [cell.indicator, cell.breakdown or "", cell.group or "", cell.actual, cell.part, cell.whole, cell.cumulative]
        for cell in cells
    )
    return hashlib.sha256(json.dumps(rows, ensure_ascii=False).encode()).hexdigest()


def give_reason(folder: Folder, stamp: Stamp, period: Period, indicator: str, reason: str) -> Done[None]:
    """Write why a closed figure changed. Refusal: `not_allowed`, `not_closed`, `no_reason`."""
    office_only(folder, stamp, "give_reason")
    close = frame.last_close(folder.book, period.id) if period.id else None
    if close is None or not reason.strip():
        code, what = (
            ("not_closed", Sentence("Ese periodo no está cerrado.", "That period is not closed."))
            if close is None else ("no_reason", Sentence("Falta el motivo.", "The reason is missing."))
        )
        raise Refusal(
            code, what, NOTHING_CHANGED,
            Sentence("Escribe en una frase qué cambió.", "Write in one sentence what changed."),
        )
    with folder.book.writing(stamp) as write:
        write.add("restatement", close=close["id"], indicator=indicator, reason=reason.strip())
    return Done(None, write.changes, write.undo(Sentence("Deshacer: motivo", "Undo: reason")))


def closed_state(folder: Folder, report: Report) -> Report:
    """The report with what is known of its closing: day, fingerprint, and each total that changed since."""
    close = frame.last_close(folder.book, report.period.id) if report.period.id else None
    if close is None:
        return report
    kept: Figures = {
        (row["indicator"], row["breakdown"] or "", row["grp"] or ""): (
            row["actual"], row["part"], row["whole"], row["cumulative"]
        )
        for row in frame.figures_of_close(folder.book, close["id"])
    }
    reasons = frame.reasons_of(folder.book, close["id"])
    late = _what_arrived(frame.written_after(folder.book, close["wall"], report.period.last))
    restated = [
        Restatement(total.indicator, one.indicator.title, *change, _reason(reasons.get(total.indicator), late))
        for one in report.indicators
        if (total := one.total) and (change := _change(kept, total)) is not None
    ]
    day = datetime.fromtimestamp(close["wall"] / 1000, UTC).date().isoformat()
    return replace(report, closed_on=day, fingerprint=close["fingerprint"], restated=tuple(restated))


def _change(kept: Figures, total: Cell) -> tuple[int | None, int | None] | None:
    """A total before and now, when it is another; of a share, the people behind it when only they changed."""
    before = kept.get((total.indicator, "", ""))
    if before is None:
        return None
    if before[0] != total.actual:
        return before[0], total.actual
    return (before[2], total.whole) if before[1:3] != (total.part, total.whole) else None


def _reason(written: str | None, late: Sentence) -> Sentence:
    return Sentence(written, written) if written else late


def _what_arrived(found: dict[str, int]) -> Sentence:
    """What the data themselves say about the change, when nobody wrote a reason."""
    words = (
        ("attendances", "asistencias que llegaron tarde", "attendances that arrived late"),
        ("tests", "pruebas que llegaron tarde", "tests that arrived late"),
        ("voids", "anulaciones", "cancellations"),
        ("links", "registros unidos", "records united"),
        ("erased", "personas que pidieron borrarse", "people who asked to be erased"),
    )
    seen = [(found[key], es, en) for key, es, en in words if found.get(key)]
    if not seen:
        return Sentence("sin motivo escrito", "no reason written")
    return Sentence(", ".join(f"{n} {es}" for n, es, _en in seen), ", ".join(f"{n} {en}" for n, _es, en in seen))
