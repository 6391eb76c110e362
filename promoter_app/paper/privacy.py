"""The privacy notice, its script and the consents, printed as given. Heavy: imports reportlab."""

from __future__ import annotations

from pathlib import Path

from promoter_app.domain.papers.privacy import NO_GUARANTEE, PrivacyPaper
from promoter_app.domain.refusal import Sentence
from promoter_app.paper.document import OnProgress, Page, ShouldStop, write_document
from promoter_app.paper.flow import Flow

SIGN = (Sentence("Nombre, iniciales o marca", "Name, initials or mark"), Sentence("Fecha", "Date"))


def privacy_pages(made: PrivacyPaper, *, paper: str = "letter", language: str = "es") -> list[Page]:
    """The parts below each other, on as many pages as they need."""
    caveat = NO_GUARANTEE.in_language(language)
    flow = Flow(paper, foot=caveat, language=language)
    flow.title(made.title)
    for part in made.parts:
        flow.heading(part.heading)
        for paragraph in part.paragraphs:
            flow.text(paragraph, 11)
            flow.gap(1.5)
        if part.signed:
            flow.signatures([(label.in_language(language), "") for label in SIGN])
    return flow.pages()


def draw_privacy(
    made: PrivacyPaper,
    out: Path,
    *,
    paper: str = "letter",
    language: str = "es",
    on_progress: OnProgress | None = None,
    should_stop: ShouldStop | None = None,
) -> Path:
    """Write it to the PDF `out`. Raises Refusal as `write_document` does."""
    pages = privacy_pages(made, paper=paper, language=language)
    return write_document(
        out, pages, title=made.title, language=language, on_progress=on_progress, should_stop=should_stop
    )
