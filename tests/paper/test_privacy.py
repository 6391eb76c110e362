"""The privacy paper: as worded by the office, with its caveat, lines where nobody wrote, and room to sign."""

from __future__ import annotations

from pathlib import Path

from promoter_app.domain.papers.privacy import PrivacyPaper, PrivacyPart
from promoter_app.paper.privacy import draw_privacy
from tests.paper import reading

PAPER = PrivacyPaper(
    "Aviso de privacidad",
    (
        PrivacyPart("Aviso", ("Manos del Surco guarda su nombre. Pida: ____________________.",)),
        PrivacyPart("Lengua y pueblo", ("¿Nos deja anotar su lengua? Haika ‘ɨkitɨarika.",), signed=True),
    ),
)


def test_it_is_printed_as_given_with_its_caveat_and_lines_to_sign(tmp_path: Path) -> None:
    text = reading.flat_text(draw_privacy(PAPER, tmp_path / "a.pdf"))
    for words in (
        "Manos del Surco guarda su nombre. Pida: ____________________.", "Haika ‘ɨkitɨarika",
        "ni garantía", "Nombre, iniciales o marca", "Fecha",
    ):  # fmt: skip
        assert words in text


def test_a_long_notice_takes_more_pages_and_loses_nothing(tmp_path: Path) -> None:
    parts = (PrivacyPart("Aviso", tuple(f"Parrafo{at} " + "palabra " * 60 for at in range(30))),)
    file = draw_privacy(PrivacyPaper("Notice", parts), tmp_path / "a.pdf", paper="a4", language="en")
    assert reading.page_count(file) > 2
    text = reading.flat_text(file)
    assert all(f"Parrafo{at} " in text for at in range(30))
    assert text.count("neither legal advice") == reading.page_count(file)
