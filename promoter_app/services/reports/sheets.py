"""One page of results for each audience: workers in pictures, a company, a partner, the donor.

Workers and companies see what may go outside, a company never tests nor who came; partner and donor see totals.
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

from promoter_app.domain.indicators.figures import Cell, Report
from promoter_app.domain.papers.results import Big, ResultsSheet
from promoter_app.domain.privacy.profiles import LEAST_CREWS, SMALL
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.services.folder import Folder
from promoter_app.services.indicators import reporting
from promoter_app.services.indicators.guarding import NOT_OVER

AUDIENCES = ("workers", "company", "partner", "donor")
_TITLES = {
    "workers": Sentence("Lo que hicimos juntos", "What we did together"),
    "company": Sentence("Capacitación en su empresa", "Training at your company"),
    "partner": Sentence("Resultados del periodo", "Results of the period"),
    "donor": Sentence("Resultados del periodo", "Results of the period"),
}
_THANKS = Sentence(
    "Gracias por su tiempo en el descanso. No decimos a nadie quién vino.",
    "Thank you for your time in the break. We tell nobody who came.",
)
_FOR_COMPANY = Sentence(
    "Esta hoja no dice quién asistió, quién faltó ni cómo salió una prueba.",
    "This sheet does not say who came, who did not, nor how any test went.",
)


def results_sheet(
    folder: Folder, audience: str, period: str, language: str = "es", company: str | None = None,
    today: date | None = None,
) -> ResultsSheet:  # fmt: skip
    """The sheet of an audience. Refusal: those of `report`; for a company's own sheet `no_company`,
    `too_few`, `not_over`. Figures of people reach workers and companies once the period is over on `today`."""
    profile = "outside" if audience in ("workers", "company") else "donor"
    report = reporting.report(folder, period, profile, today=today)
    makers = {"workers": _workers, "partner": _totals, "donor": _totals}
    bigs = _company(report, company, language) if audience == "company" else makers[audience](report, language)
    title = _TITLES[audience].in_language(language)
    notes = {"workers": (_THANKS,), "company": (_FOR_COMPANY,)}.get(audience, report.remarks or ())
    subtitle = company if audience == "company" and company else report.project
    return ResultsSheet(
        title, f"{subtitle} · {report.period.name}", tuple(bigs), tuple(note.in_language(language) for note in notes),
        report.period.first[:7], report.period.last[:7],
    )  # fmt: skip


def draw(sheet: ResultsSheet, out: Path, language: str = "es", paper: str = "letter") -> Path:
    """Draw the sheet to a PDF; into a folder under a neutral name."""
    from promoter_app.paper.results_sheet import draw_results_sheet

    path = out / f"hoja-{sheet.first}_{sheet.last}.pdf" if out.is_dir() else out
    return draw_results_sheet(sheet, path, paper=paper, language=language)


def _rule(report: Report, name: str) -> Cell | None:
    return next((one.total for one in report.indicators if one.indicator.rule.name == name), None)


def _said(cell: Cell | None) -> bool:
    return cell is not None and not cell.suppressed and bool(cell.actual)


def _big(picture: str, cell: Cell | None, es: str, en: str, language: str, *, share: bool = False) -> list[Big]:
    """A large number with its picture, unless there is nothing that may be said."""
    if cell is None or not _said(cell):
        return []
    number = f"{cell.actual} %" if share else f"{cell.actual:,}"
    return [Big(picture, number, Sentence(es, en).in_language(language), cell.actual if share else None)]


def _workers(report: Report, language: str) -> list[Big]:
    return [
        *_big("two-people", _rule(report, "people_trained"), "personas aprendimos", "people learnt", language),
        *_big("two-speech-bubbles", _rule(report, "sessions_held"), "pláticas en el descanso", "talks in the break",
              language),
        *_big("notebook", _rule(report, "knowledge_rose"), "de cada 100 aprendieron algo nuevo",
              "of every 100 learnt something new", language, share=True),
        *_big("module-where-to-go", _rule(report, "informed_on_channels"), "saben a dónde pedir ayuda",
              "know where to ask for help", language),
        *_big("traditional-dress", _rule(report, "sessions_in_own_language"), "pláticas en su lengua o con intérprete",
              "talks in their language or with an interpreter", language),
    ]  # fmt: skip


def _totals(report: Report, language: str) -> list[Big]:
    bigs = []
    for one in report.indicators:
        if one.indicator.rule.main and _said(one.total):
            share = one.total.whole is not None
            title = one.indicator.title
            bigs += _big("", one.total, f"{one.indicator.code} · {title.es}", f"{one.indicator.code} · {title.en}",
                         language, share=share)  # fmt: skip
    return bigs[:8]


def _company(report: Report, company: str | None, language: str) -> list[Big]:
    wanted = (company or "").strip().casefold()
    trained = next(one for one in report.indicators if one.indicator.rule.name == "people_trained")
    sessions = next(one for one in report.indicators if one.indicator.rule.name == "sessions_held")
    cells = [cell for cell in trained.parts.get("company", ()) if cell.label.es.casefold() == wanted]
    held = [cell for cell in sessions.parts.get("company", ()) if cell.label.es.casefold() == wanted]
    if not cells and not held:
        raise Refusal(
            "no_company",
            Sentence(f"No hay cifras de «{company}» en ese periodo.", f"No figures of “{company}” in that period."),
            NOTHING_CHANGED,
            Sentence("Escribe el nombre como está en la lista de empresas.", "Write its name as in the list."),
        )
    if NOT_OVER in report.remarks:
        raise Refusal(
            "not_over",
            Sentence("El periodo no ha terminado.", "The period is not over."),
            NOTHING_CHANGED,
            Sentence("Haz la hoja de la empresa cuando termine.", "Make the company's sheet once it is."),
        )
    if not cells or cells[0].suppressed:
        raise Refusal(
            "too_few",
            Sentence(
                f"De esa empresa no se puede decir nada sin señalar: hacen falta {LEAST_CREWS} cuadrillas y {SMALL} "
                "personas.",
                f"Nothing can be said of that company without pointing at people: {LEAST_CREWS} crews and {SMALL} "
                "people are needed.",
            ),
            NOTHING_CHANGED,
            Sentence("Espera a que haya más, o da la hoja de todo el proyecto.", "Wait, or give the project's sheet."),
        )
    return [
        *_big("two-people", cells[0], "personas capacitadas", "people trained", language),
        *_big("two-speech-bubbles", held[0] if held else None, "sesiones dadas", "sessions held", language),
    ]
