"""A report as a file: JSON, CSV with Excel's rules, XLSX with numbers as numbers, PDF. Whole or not there at all."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable
from pathlib import Path

from promoter_app.domain.indicators.figures import IndicatorReport, Report
from promoter_app.domain.indicators.status import NOT_SET
from promoter_app.domain.indicators.table import FIELDS, HEADS, Plain, breakdown_words, guarded, rows
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.store.files import publish, sweep, temporary_beside

FORMATS = ("json", "csv", "xlsx", "pdf")
SUMMARY = ("indicator", "name", "target", "actual", "achievement", "status", "cumulative", "part", "whole", "comment")
DETAIL = ("indicator", "breakdown", "group", "actual", "part", "whole", "target", "cumulative", "overlapping",
          "suppressed")  # fmt: skip
_KEPT = Sentence("no se dice", "kept back")


def neutral_name(report: Report, kind: str) -> str:
    """A file name that tells nobody what is inside: `informe-2026-10_2027-03.xlsx`."""
    return f"informe-{report.period.first[:7]}_{report.period.last[:7]}.{kind}"


def write_report(report: Report, out: Path, kind: str, language: str = "es", paper: str = "letter") -> Path:
    """Write `report` as `kind` ("json", "csv", "xlsx" or "pdf") to `out`; into a folder under a neutral name.

    Raises Refusal `cannot_write` when the place cannot be written; then nothing new has that name.
    """
    path = out / neutral_name(report, kind) if out.is_dir() else out
    if kind == "pdf":
        from promoter_app.paper.indicator_report import draw_indicator_report

        return draw_indicator_report(report, path, paper=paper, language=language)
    makers: dict[str, Callable[[], bytes]] = {
        "json": lambda: as_json(report, language).encode(),
        "csv": lambda: as_csv(report, language),
        "xlsx": lambda: as_xlsx(report, language),
    }
    return save(path, makers[kind]())


def save(path: Path, content: bytes) -> Path:
    """Give the file its content all at once. Raises Refusal `cannot_write`."""
    sweep(path.parent)
    temporary = temporary_beside(path)
    try:
        temporary.write_bytes(content)
        publish(temporary, path)
    except OSError as error:
        raise Refusal(
            "cannot_write",
            Sentence(f"No se pudo guardar «{path.name}».", f"“{path.name}” could not be saved."),
            NOTHING_CHANGED,
            Sentence("Revisa el lugar y el espacio, y vuelve a intentar.", "Check the place and space, and try again."),
        ) from error
    finally:
        temporary.unlink(missing_ok=True)
    return path


def as_json(report: Report, language: str = "es") -> str:
    """A JSON list of rows, one to a line."""
    lines = (json.dumps(row, ensure_ascii=False) for row in rows(report, language))
    return "[\n" + ",\n".join(lines) + "\n]\n"


def as_csv(report: Report, language: str = "es") -> bytes:
    """UTF-8 with the mark that Excel looks for, commas, Windows line ends; texts that start like formulas guarded."""
    return csv_bytes(FIELDS, [[row[name] for name in FIELDS] for row in rows(report, language)])


def csv_bytes(heads: tuple[str, ...], lines: list[list[Plain]]) -> bytes:
    """Rows as CSV for Excel."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(heads)
    for line in lines:
        writer.writerow([guarded(value) if isinstance(value, str) else _number(value) for value in line])
    return text.getvalue().encode("utf-8-sig")


def _number(value: Plain) -> str:
    return "" if value is None else str(int(value)) if isinstance(value, bool) else str(value)


def as_xlsx(report: Report, language: str = "es") -> bytes:
    """A workbook: the table per indicator, every part, and the notes. Numbers are numbers, texts never formulas."""
    import xlsxwriter

    stream = io.BytesIO()
    options = {
        "in_memory": True, "strings_to_formulas": False, "strings_to_numbers": False, "strings_to_urls": False
    }  # fmt: skip
    with xlsxwriter.Workbook(stream, options) as book:
        names = ("Resumen", "Desagregado", "Notas") if language != "en" else ("Summary", "Breakdown", "Notes")
        bold = book.add_format({"bold": True, "bottom": 1, "text_wrap": True, "valign": "top"})
        plain = book.add_format({"text_wrap": True, "valign": "top"})
        _sheet(book, names[0], SUMMARY, [summary_row(one, report, language) for one in report.indicators], language,
               (bold, plain))  # fmt: skip
        _sheet(book, names[1], DETAIL, [_detail_row(row, language) for row in rows(report, language)], language,
               (bold, plain))  # fmt: skip
        notes = book.add_worksheet(names[2])
        notes.set_column(0, 0, 110)
        for number, sentence in enumerate(notes_of(report)):
            notes.write_string(number, 0, sentence.in_language(language), plain)
    return stream.getvalue()


def _sheet(
    book: object, name: str, fields: tuple[str, ...], lines: list[dict[str, Plain]], language: str,
    formats: tuple[object, object],
) -> None:  # fmt: skip
    sheet = book.add_worksheet(name)  # type: ignore[attr-defined]
    sheet.freeze_panes(1, 1)
    widths = {"name": 42, "group": 34, "comment": 60, "status": 16, "breakdown": 14}
    for column, field in enumerate(fields):
        sheet.set_column(column, column, widths.get(field, 12))
        sheet.write_string(0, column, HEADS[field].in_language(language), formats[0])
    for number, line in enumerate(lines, start=1):
        for column, field in enumerate(fields):
            value = line[field]
            if isinstance(value, str):
                sheet.write_string(number, column, value, formats[1])
            elif value is not None:
                sheet.write_number(number, column, value, formats[1])
    sheet.autofilter(0, 0, max(1, len(lines)), len(fields) - 1)


def summary_row(one: IndicatorReport, report: Report, language: str) -> dict[str, Plain]:
    """The donor's line of one indicator: SUMMARY fields; a target that is not set says so."""
    total = one.total
    target: Plain = total.target
    if one.indicator.rule.main and total.target is None:
        target = NOT_SET.in_language(language)
    return {
        "indicator": one.indicator.code, "name": one.indicator.title.in_language(language), "target": target,
        "actual": _KEPT.in_language(language) if total.suppressed else total.actual,
        "achievement": total.achievement,
        "status": total.status.words.in_language(language) if total.status and one.indicator.rule.main else None,
        "cumulative": total.cumulative, "part": total.part, "whole": total.whole,
        "comment": comment_on(one, report, language),
    }  # fmt: skip


def comment_on(one: IndicatorReport, report: Report, language: str) -> str:
    """What was restated, what the office wrote, and what must be read with the figure."""
    restated = [each.words for each in report.restated if each.indicator == one.indicator.code]
    said = [one.comment] if one.comment else []
    told = [sentence.in_language(language) for sentence in restated]
    remarks = [sentence.in_language(language) for sentence in one.remarks]
    return " ".join(words.rstrip(".") + "." for words in (*told, *said, *remarks))


def _detail_row(row: dict[str, Plain], language: str) -> dict[str, Plain]:
    name = row["breakdown"]
    words = {
        "breakdown": breakdown_words(name, language) if isinstance(name, str) else None,
        "overlapping": int(bool(row["overlapping"])), "suppressed": int(bool(row["suppressed"])),
    }  # fmt: skip
    return row | words


def notes_of(report: Report) -> tuple[Sentence, ...]:
    """The notes under the tables: roll-up, closing, restated figures, remarks."""
    closed: tuple[Sentence, ...] = ()
    if report.closed_on and report.fingerprint:
        closed = (
            Sentence(
                f"Periodo cerrado el {report.closed_on}; huella {report.fingerprint}.",
                f"Period closed on {report.closed_on}; fingerprint {report.fingerprint}.",
            ),
        )
    restated = tuple(
        Sentence(f"{each.indicator}: {each.words.es}.", f"{each.indicator}: {each.words.en}.")
        for each in report.restated
    )
    remarks = dict.fromkeys(remark for one in report.indicators for remark in one.remarks)
    return (report.roll_up.words, *closed, *restated, *remarks, *report.remarks)
