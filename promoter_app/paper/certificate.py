"""Constancia of participation: folio, check code, hours; never the topics, never a DC-3.

Heavy: imports reportlab; qrcode at first use.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from promoter_app.domain.papers.geometry import Box
from promoter_app.domain.papers.material import Certificate
from promoter_app.domain.refusal import Sentence
from promoter_app.paper.document import Page, drawing, landscape
from promoter_app.paper.flow import draw_signatures
from promoter_app.paper.fonts import BOLD, SEMIBOLD
from promoter_app.paper.marks import draw_code
from promoter_app.paper.pen import GREY, Pen
from promoter_app.paper.qr import PAGE_VERSION, qr_rows
from promoter_app.paper.words import long_date

TITLE = Sentence("Constancia de participación", "Certificate of participation")
TO = Sentence("Se entrega a", "Awarded to")
WORDS = Sentence(
    "por haber tomado el programa completo de {project}: {topics} temas, {hours}, del {first} al {last}.",
    "for taking the complete programme of {project}: {topics} topics, {hours}, from {first} to {last}.",
)
GIVEN = Sentence("{place}, {day}", "{place}, {day}")
FOLIO = Sentence("Folio", "Folio")
CHECK = Sentence("Código de verificación", "Verification code")
HOW = Sentence(
    "Se comprueba con el programa del proyecto, sin internet.", "It is checked with the project's program, offline."
)
NOT_DC3 = "No es constancia DC-3 ni certificado CONOCER / Not a DC-3 nor a CONOCER certificate"
CODE = 26.0


def certificate_pages(
    certificates: Sequence[Certificate], *, paper: str = "letter", language: str = "es"
) -> list[Page]:
    """One page each, on its side."""
    return [landscape(paper, partial(_draw, certificate, language)) for certificate in certificates]


draw_certificates = drawing(certificate_pages, TITLE)
"""Write the constancias to the PDF `out`."""


def code_box(width: float, height: float) -> Box:
    """Where the black part of the check code is on a page of this size."""
    return Box(width - 24 - CODE, height - 24 - CODE, CODE, CODE)


def _draw(certificate: Certificate, language: str, pen: Pen) -> None:
    middle, room = pen.width / 2, pen.width - 60
    pen.box(Box(10, 10, pen.width - 20, pen.height - 20), line=1.1, radius=4)
    pen.box(Box(12.5, 12.5, pen.width - 25, pen.height - 25), line=0.25, radius=3)
    partners = " · ".join(part for part in (certificate.project, certificate.partner) if part)
    pen.fitted(middle, 28, partners, room, 13, SEMIBOLD, "centre")
    pen.text(middle, 46, TITLE.in_language(language), 30, BOLD, "centre")
    pen.text(middle, 62, TO.in_language(language), 13, align="centre")
    _draw_name(pen, certificate.name, middle, 78, room)
    words = WORDS.in_language(language).format(
        project=certificate.project,
        topics=certificate.topics,
        hours=certificate.hours,
        first=long_date(certificate.first_day, language),
        last=long_date(certificate.last_day, language),
    )
    end = pen.paragraph(middle - 95, 88, words, 190, 13.5, align="centre", leading=1.4)
    given = GIVEN.in_language(language).format(
        place=certificate.place, day=long_date(certificate.issued_on, language)
    )
    pen.fitted(middle, end + 9, given, room, 12, align="centre")
    low = pen.height - 24 - CODE
    draw_signatures(pen, Box(30, low - 32, pen.width - 60, 32), certificate.signers)
    _draw_proof(pen, certificate, low, language)


def _draw_name(pen: Pen, name: str, middle: float, y: float, room: float) -> None:
    """A long name takes two lines of a readable size before it gets small."""
    if pen.text_width(name, 20, BOLD) <= room:
        pen.fitted(middle, y, name, room, 27, BOLD, "centre")
        return
    lines = pen.wrap(name, room * 0.8, 18, BOLD)
    for place, line in enumerate(lines[:2]):
        pen.fitted(middle, y - 4 + place * 8, line, room, 18, BOLD, "centre")


def _draw_proof(pen: Pen, certificate: Certificate, top: float, language: str) -> None:
    box = code_box(pen.width, pen.height)
    draw_code(pen, qr_rows(certificate.check_code, PAGE_VERSION), [box])
    code = certificate.check_code
    groups = "-".join(code[start : start + 5] for start in range(0, len(code), 5))
    left, room = 24.0, box.x - 24 - 8
    pen.fitted(left, top + 8, f"{FOLIO.in_language(language)}: {certificate.folio}", room, 11, SEMIBOLD)
    pen.fitted(left, top + 14, f"{CHECK.in_language(language)}: {groups}", room, 11, SEMIBOLD)
    with pen.grey(GREY):
        pen.fitted(left, top + 19, HOW.in_language(language), room, 8.5)
    pen.fitted(left, top + CODE, NOT_DC3, room, 10, BOLD)
