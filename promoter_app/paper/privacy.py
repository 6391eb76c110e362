"""The privacy notice, its script and the consents, printed as given. Heavy: imports reportlab."""

from __future__ import annotations

from promoter_app.domain.papers.privacy import NO_GUARANTEE, PrivacyPaper
from promoter_app.domain.refusal import Sentence
from promoter_app.paper.document import Page, drawing
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


draw_privacy = drawing(privacy_pages, lambda made: made.title)
"""Write notice, script and consents to the PDF `out`."""
