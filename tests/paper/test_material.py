"""What the guide, the sheets for workers, the help card and the constancia say, and what they never say."""

from __future__ import annotations

import html
import re
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from promoter_app.domain.papers.cards import CardBatch, CrewMarker, WorkerCard
from promoter_app.domain.papers.geometry import PAGE_SIZES
from promoter_app.domain.papers.material import (
    FacilitatorGuide,
    GuideQuestion,
    GuideStep,
    HelpCard,
    HelpChannel,
    Idea,
    WorkerSheet,
)
from promoter_app.domain.papers.sheets import Question, QuestionCards
from promoter_app.domain.refusal import Refusal
from promoter_app.paper import gallery_samples as samples
from promoter_app.paper.certificate import NOT_DC3, draw_certificates
from promoter_app.paper.document import write_document
from promoter_app.paper.flow import Flow
from promoter_app.paper.guide import draw_guide
from promoter_app.paper.words import NOT_VERIFIED
from promoter_app.paper.worker_papers import draw_help_card, draw_question_cards, draw_worker_sheet
from tests.paper import reading

WORD = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>')


def words(file: Path) -> list[tuple[float, float, float, float, str]]:
    """(left, top, right, bottom in mm, text) of every word."""
    found = WORD.findall(reading.run("pdftotext", "-bbox", file, "-"))
    return [(*(float(v) * 25.4 / 72 for v in box), html.unescape(text)) for *box, text in found]


# --- help card --------------------------------------------------------------------------------------------


def _card(*channels: HelpChannel) -> HelpCard:
    return HelpCard("Agua y sombra", "water", channels, "Un vaso de agua.")


def test_each_number_that_was_not_verified_is_stamped(tmp_path: Path) -> None:
    card = samples.help_card("es")
    text = reading.flat_text(draw_help_card(card, tmp_path / "h.pdf"))
    wanted = [channel for channel in card.channels if channel.number and not channel.verified]
    assert len(wanted) == 5
    assert text.count(NOT_VERIFIED) == 2 * len(wanted)
    for channel in card.channels:
        assert text.count(channel.number) >= 2


def test_a_verified_number_says_when_and_has_no_stamp(tmp_path: Path) -> None:
    card = _card(HelpChannel("IMSS", "800 623 2323", "salud", True, date(2026, 10, 1)))
    text = reading.flat_text(draw_help_card(card, tmp_path / "h.pdf"))
    assert NOT_VERIFIED not in text
    assert "Verificado 1 oct 2026" in text
    english = reading.flat_text(draw_help_card(card, tmp_path / "h.pdf", language="en"))
    assert "Verified 1 Oct 2026" in english


def test_a_channel_without_a_number_has_a_line_and_no_stamp(tmp_path: Path) -> None:
    card = _card(HelpChannel("Línea del proyecto", "", "", False))
    text = reading.flat_text(draw_help_card(card, tmp_path / "h.pdf"))
    assert text.count("Línea del proyecto") == 2
    assert NOT_VERIFIED not in text


def test_the_cover_is_neutral_and_the_channels_fold_inside(tmp_path: Path) -> None:
    """The cover is the lower right panel; the numbers stand only in the upper panels, upside down."""
    file = draw_help_card(samples.help_card("es"), tmp_path / "h.pdf")
    width, height = PAGE_SIZES["letter"]
    middle = (height - 4 * 54) / 3 + 54
    for left, top, _, bottom, text in words(file):
        if bottom > height / 2:
            continue
        if text in ("PROFEDET", "IMSS", "CNDH", "911", "SIN"):
            assert bottom < middle, text
        if text in ("Agua,", "descanso"):
            assert top > middle
            assert left > width / 2
    upside_down = [word for word in words(file) if word[4] == "¿A"]
    assert all(left > width / 2 for left, *_ in upside_down)


def test_ten_channels_stay_inside_their_panels(tmp_path: Path) -> None:
    channel = HelpChannel("Comisión Estatal de Derechos Humanos de Jalisco", "800 5533 000", "asesoría y queja", False)
    file = draw_help_card(_card(*[channel] * 10), tmp_path / "h.pdf")
    width, height = PAGE_SIZES["letter"]
    left, top = (width - 170) / 2, (height - 4 * 54) / 3
    for x1, y1, x2, y2, text in words(file):
        if y1 > top:
            assert left <= x1 <= x2 <= left + 170, text
            assert not (x1 < width / 2 - 0.1 < x2 - 0.2), text
            assert y2 < height - top + 1


# --- constancia -------------------------------------------------------------------------------------------


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_constancia_says_what_it_is_not_and_lists_no_topic(tmp_path: Path, language: str) -> None:
    certificates = samples.certificates()
    file = draw_certificates(certificates, tmp_path / "c.pdf", language=language)
    assert reading.page_count(file) == 2
    for number, certificate in enumerate(certificates, 1):
        text = reading.flat_text(file, "-f", str(number), "-l", str(number))
        assert NOT_DC3 in text
        assert NOT_DC3 == "No es constancia DC-3 ni certificado CONOCER / Not a DC-3 nor a CONOCER certificate"
        assert certificate.name in text
        assert certificate.folio in text
        assert certificate.hours in text
        assert all(name in text and role in text for name, role in certificate.signers)
    assert ("Constancia de participación" if language == "es" else "Certificate of participation") in text
    for sensitive in ("violencia", "forz", "Niñ", "violence", "forced", "Child"):
        assert sensitive not in text


# --- guide ------------------------------------------------------------------------------------------------


def test_a_guide_is_read_in_the_order_of_the_session(tmp_path: Path) -> None:
    text = reading.flat_text(draw_guide(samples.guide("es"), tmp_path / "g.pdf"))
    wanted = [
        "Calor: agua, sombra y descanso", "Guía de quien facilita", "20 minutos · versión corta 15",
        "Antes de empezar", "Nadie del patrón", "Al terminar, las personas pueden", "Para llevar", "Paso a paso",
        "2′", "Saludo y aviso de privacidad", "10′", "Qué decir", "Un vaso (unos 250 ml)", "Datos de este lugar",
        "Hospital más cercano", "311 000 0000", "Preguntas, antes y después", "¿Cuándo tomar agua", "Fundamento",
        "NOM-015-STPS-2001", "revisado el 3 oct 2026",
    ]  # fmt: skip
    at = 0
    for part in wanted:
        assert part in text[at:], part
        at = text.index(part, at)
    assert text.count(NOT_VERIFIED) == 1
    assert text.index(NOT_VERIFIED) > text.index("NOM-015-STPS-2001")


def test_the_right_answer_is_the_bold_one(tmp_path: Path) -> None:
    question = GuideQuestion(1, "¿Cuál?", ("verde", "azul", "rojo"), 2, True)
    guide = FacilitatorGuide("T", "s", 20, 15, (), (), (), (), (question,), ())
    file = draw_guide(guide, tmp_path / "g.pdf")
    page = reading.pictures(file, 100)[0] < 128
    ink = {}
    for left, top, right, bottom, text in words(file):
        part = page[int(top * 100 / 25.4) : int(bottom * 100 / 25.4), int(left * 100 / 25.4) : int(right * 100 / 25.4)]
        ink[text] = part.sum() / ((right - left) * (bottom - top))
    assert ink["rojo"] > 1.25 * max(ink["verde"], ink["azul"])


def test_empty_parts_of_a_guide_have_no_heading(tmp_path: Path) -> None:
    guide = FacilitatorGuide("Tema", "M1", 20, 15, (), (), (), (), (), ())
    text = reading.flat_text(draw_guide(guide, tmp_path / "g.pdf"))
    for heading in ("Antes de empezar", "Para llevar", "Paso a paso", "Qué decir", "Fundamento", "Preguntas", "Datos"):
        assert heading not in text


def test_a_heading_is_never_the_last_thing_on_a_page(tmp_path: Path) -> None:
    steps = tuple(GuideStep(1, f"Paso {n}", "Diga algo.") for n in range(1, 60))
    for messages in range(1, 14):
        guide = replace(samples.guide("es"), steps=steps[:12], messages=("Mensaje corto.",) * messages)
        file = draw_guide(guide, tmp_path / "g.pdf")
        for number in range(1, reading.page_count(file)):
            lines = reading.text_of(file, "-f", str(number), "-l", str(number)).split("\n")
            body = [line for line in lines if line.strip() and "Hoja " not in line and "No entregar" not in line]
            assert body[-1] not in ("Preguntas, antes y después", "Fundamento", "Datos de este lugar", "Qué decir")
            assert not body[-1].startswith("* también")


@pytest.mark.parametrize("left", [0, 2, 5, 8, 12, 20, 40])
def test_a_heading_goes_to_the_page_of_its_text(tmp_path: Path, left: int) -> None:
    """With only `left` mm free on the page, heading and first line stay together."""
    flow = Flow("letter")
    flow.gap(PAGE_SIZES["letter"][1] - 18 - 16 - left)
    flow.heading("Encabezado")
    flow.text("Primera línea")
    file = write_document(tmp_path / "f.pdf", flow.pages(), title="x")
    pages = [reading.flat_text(file, "-f", str(n), "-l", str(n)) for n in range(1, reading.page_count(file) + 1)]
    assert sum("Encabezado" in page and "Primera línea" in page for page in pages) == 1


def test_a_guide_of_many_steps_loses_none(tmp_path: Path) -> None:
    steps = tuple(GuideStep(1, f"Paso {n} fin", "Diga algo que ocupa más de un renglón. " * 4) for n in range(1, 60))
    file = draw_guide(replace(samples.guide("es"), steps=steps), tmp_path / "g.pdf")
    text = reading.flat_text(file)
    assert all(f"Paso {n} fin" in text for n in range(1, 60))
    assert f"Hoja {reading.page_count(file)} de {reading.page_count(file)}" in text


# --- sheets for workers -----------------------------------------------------------------------------------


@pytest.mark.parametrize("count", [1, 2, 3, 4, 5, 6])
def test_words_for_workers_are_large_and_stay_on_the_page(tmp_path: Path, count: int) -> None:
    ideas = tuple(Idea("tree", f"Descanse en la sombra cada hora que pueda {n}") for n in range(count))
    file = draw_worker_sheet(WorkerSheet("Agua, sombra y descanso", ideas), tmp_path / "w.pdf")
    found = words(file)
    assert reading.page_count(file) == 1
    assert sum(text == "sombra" for *_, text in found) >= count
    assert min(bottom - top for _, top, _, bottom, _ in found) >= 14 * 1.3 * 25.4 / 72
    for x1, y1, x2, y2, text in found:
        assert 10 < x1 < x2 < 206, text
        assert 10 < y1 < y2 < 270, text


def test_questions_show_every_answer_and_never_which_is_right(tmp_path: Path) -> None:
    file = draw_question_cards(samples.questions("es"), tmp_path / "q.pdf")
    text = reading.flat_text(file)
    for question in samples.questions("es").questions:
        assert question.text in text
        assert all(choice in text for choice in question.choices)
    assert "V Verdadero" in text
    english = draw_question_cards(samples.questions("en"), tmp_path / "q.pdf", language="en")
    assert "T True" in reading.flat_text(english)
    assert {name.rpartition("-")[2] for name, *_ in reading.fonts_of(file)} <= {"Bold", "Regular", "SemiBold"}


def test_long_answers_stay_inside_their_box(tmp_path: Path) -> None:
    long = "Esperar a que la persona encargada diga con claridad que ya se puede entrar a la parcela, aunque urja " * 2
    question = Question(1, "flag", long, (long, long, long))
    file = draw_question_cards(QuestionCards("Tema", (question, question)), tmp_path / "q.pdf")
    for x1, y1, x2, y2, text in words(file):
        assert 10 < x1 < x2 < 206, text
        assert 5 < y1 < y2 < 275, text


def test_a_picture_that_does_not_exist_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        draw_worker_sheet(WorkerSheet("Tema", (Idea("dragon", "x"),)), tmp_path / "w.pdf")
    assert refused.value.code == "no_picture"
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    "make",
    [
        lambda: WorkerSheet("x", ()),
        lambda: WorkerSheet("x", (Idea("tree", "x"),) * 7),
        lambda: HelpCard("x", "water", (), ""),
        lambda: GuideQuestion(1, "x", ("a", "b"), 2, False),
        lambda: Question(1, "tree", "x", ("a",)),
        lambda: replace(samples.certificates()[0], check_code="abc"),
        lambda: replace(samples.certificates()[0], signers=()),
        lambda: WorkerCard("C000", "0"),
        lambda: CardBatch("x", ()),
        lambda: CrewMarker("1", ((True, False), (True,))),
    ],
)
def test_values_that_make_no_sense_are_a_bug(make) -> None:
    with pytest.raises(ValueError):
        make()
