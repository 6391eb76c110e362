"""Temas: read by a promoter, changed by a coordinator as a new version, languages with their speakers."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit
from pytestqt.qtbot import QtBot

from promoter_app.ui import theme
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.field_form import StillCombo
from promoter_app.ui.kit.frames import Chip
from promoter_app.ui.topics.page import TopicsPage
from tests.journeys.desk import Field, sample_season
from tests.ui.settled import faults


@pytest.fixture
def topics(qtbot: QtBot, tmp_path: Path, season_cache: Path) -> Iterator[Field]:
    field = Field(qtbot, sample_season(tmp_path / "datos", season_cache))
    field.key(Qt.Key.Key_4, Qt.KeyboardModifier.AltModifier)
    yield field
    field.close()


def page_of(field: Field) -> TopicsPage:
    page = field.window.room()
    assert isinstance(page, TopicsPage)
    return page


def tab(field: Field, name: str) -> None:
    page_of(field).tabs.button(name).click()
    field.rest()


def said(field: Field) -> str:
    """Every word of the part on screen."""
    part = page_of(field).parts.currentWidget()
    assert part is not None
    words = [label.text() for label in part.findChildren(QLabel) if label.isVisible()]
    words += [chip.text() for chip in part.findChildren(Chip) if chip.isVisible()]
    return "\n".join(words)


def test_a_promoter_reads_cards_questions_and_laws_and_changes_nothing(topics: Field) -> None:
    page = page_of(topics)
    assert page.topics.people.rowCount() == 9
    assert page.title.text() == "Calor: agua, sombra y descanso"
    assert not page.cards.edit_button.isVisible()
    first = page.cards.panel.title.text()
    topics.key(Qt.Key.Key_PageDown)
    page.cards.next_button.click()
    assert page.cards.panel.title.text() != first
    tab(topics, "questions")
    assert "¿Cuándo tomar agua" in said(topics)
    assert "correcta" not in said(topics), "the right answer is not shown to who gives the test"
    tab(topics, "laws")
    assert "Verificar antes de imprimir" in said(topics)
    assert "sin comprobar" in said(topics)
    assert [choice.value for choice in page.tabs.choices()] == ["cards", "questions", "tongues", "laws"]


def test_languages_without_anything_say_so(topics: Field) -> None:
    tab(topics, "tongues")
    assert said(topics).count("Texto no disponible todavía") == 7
    chips = [chip.text() for chip in page_of(topics).head.findChildren(Chip)]
    assert "Wixárika: falta audio" in chips


def test_a_signed_text_is_read_with_the_name_of_who_gave_it(topics: Field) -> None:
    topics.window.desk.set_role("coordinator")
    topics.rest()
    page = page_of(topics)
    tab(topics, "texts")
    form = page.noun.form
    for name, value in (("language", "hch"), ("part", "title")):
        choice = form.editor(name)
        assert isinstance(choice, StillCombo)
        choice.setCurrentIndex(choice.findData(value))
    form.editor("words").setPlainText("Haika ‘ɨkitɨarika")  # type: ignore[attr-defined]
    for name, words in (("speaker", "Una hablante"), ("signed_on", "1/2/2026")):
        form.editor(name).setText(words)  # type: ignore[attr-defined]
    page.noun.save_button.click()
    topics.rest()
    topics.window.desk.set_role("promoter")
    topics.rest()
    tab(topics, "tongues")
    assert "Haika ‘ɨkitɨarika\nTítulo: lo dio Una hablante el 1 de febrero de 2026" in said(topics)
    assert said(topics).count("Texto no disponible todavía") == 6


def test_arrows_go_from_topic_to_topic(topics: Field) -> None:
    topics.key(Qt.Key.Key_Down)
    assert page_of(topics).title.text().startswith("Machete")


def test_a_coordinator_changes_a_card_as_a_new_version_and_takes_it_back(topics: Field) -> None:
    topics.window.desk.set_role("coordinator")
    topics.rest()
    page = page_of(topics)
    page.cards.edit_button.click()
    title = page.edit.form.editor("title_es")
    assert isinstance(title, QLineEdit)
    title.setText("Agua, aunque no tenga sed")
    topics.key(Qt.Key.Key_F9)
    topics.rest()
    assert page.cards.panel.title.text() == "Agua, aunque no tenga sed"
    assert page.facts.text().startswith("Versión 2")
    assert "la guardó Lupita Ramos" in page.facts.text()
    assert topics.sql("SELECT module, version FROM topic_version") == [("M1", 2)]
    topics.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    topics.rest()
    assert page.facts.text().startswith("Versión 1")


def test_leaving_the_form_keeps_everything_as_it_was(topics: Field) -> None:
    topics.window.desk.set_role("coordinator")
    topics.rest()
    page = page_of(topics)
    page.cards.edit_button.click()
    topics.key(Qt.Key.Key_Escape)
    assert page.parts.currentWidget() is page.cards
    assert topics.sql("SELECT count(*) FROM topic_version") == [(0,)]


def test_the_mistake_in_a_question_is_said_and_nothing_is_saved(topics: Field) -> None:
    topics.window.desk.set_role("coordinator")
    topics.rest()
    page = page_of(topics)
    tab(topics, "questions")
    assert "correcta" in said(topics)
    page.list.buttons[0].click()
    english = page.edit.form.editor("option_a_en")
    assert isinstance(english, QLineEdit)
    english.setText("")
    page.edit.save_button.click()
    topics.rest()
    assert "Falta «Respuesta a, en inglés»" in page.edit.banner.accessibleName()
    assert topics.sql("SELECT count(*) FROM topic_version") == [(0,)]


def test_a_law_that_somebody_compared_is_no_longer_to_verify(topics: Field) -> None:
    topics.window.desk.set_role("coordinator")
    topics.rest()
    page = page_of(topics)
    tab(topics, "laws")
    before = said(topics).count("Verificar antes de imprimir")
    page.list.buttons[0].click()
    checked = page.edit.form.editor("checked_on")
    assert isinstance(checked, QLineEdit)
    checked.setText("10/2/2026")
    page.edit.save_button.click()
    topics.rest()
    assert said(topics).count("Verificar antes de imprimir") == before - 1
    assert "Comparada el 10 de febrero de 2026" in said(topics)


def test_a_recording_comes_with_its_speaker_and_turns_the_chip_green(topics: Field, tmp_path: Path) -> None:
    topics.window.desk.set_role("coordinator")
    topics.rest()
    page = page_of(topics)
    tab(topics, "audio")
    sound = tmp_path / "voz.ogg"
    sound.write_bytes(b"OggS" + bytes(64))
    page.audio.take_file(sound)
    form = page.audio.form
    language = form.editor("language")
    assert isinstance(language, StillCombo)
    language.setCurrentIndex(language.findData("hch"))
    for name, words in (("speaker", "Una hablante"), ("signed_off_by", "Otra hablante")):
        form.editor(name).setText(words)  # type: ignore[attr-defined]
    page.audio.save_button.click()
    topics.rest()
    assert "Falta «Dio su permiso el»" in page.audio.banner.accessibleName()
    form.editor("speaker_consent").setText("1/2/2026")  # type: ignore[attr-defined]
    page.audio.save_button.click()
    topics.rest()
    assert topics.sql("SELECT module, language, speaker, speaker_consent FROM recording_now") == [
        ("M1", "hch", "Una hablante", "2026-02-01")
    ]
    assert "Wixárika: audio" in [chip.text() for chip in page.head.findChildren(Chip)]
    assert (topics.folder / "audio" / topics.sql("SELECT file FROM recording_now")[0][0]).exists()


def test_an_insert_of_a_company_is_kept_with_its_topic(topics: Field) -> None:
    topics.window.desk.set_role("coordinator")
    topics.rest()
    page = page_of(topics)
    page.topics.set_current_key("M7")
    topics.rest()
    tab(topics, "inserts")
    company = page.noun.form.editor("company")
    assert isinstance(company, StillCombo)
    company.setCurrentIndex(1)
    page.noun.form.editor("text_es").setPlainText("Buzón en la báscula")  # type: ignore[attr-defined]
    page.noun.save_button.click()
    topics.rest()
    assert topics.sql("SELECT module, text_es FROM local_insert_now") == [("M7", "Buzón en la báscula")]
    assert page.noun.rows.people.rowCount() == 1
    page.topics.set_current_key("M1")
    topics.rest()
    assert page.noun.rows.people.rowCount() == 0, "another topic has none"


def test_nothing_is_wider_than_the_window(topics: Field) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    topics.window.desk.set_role("coordinator")
    for percent in (100, 200):
        theme.set_percent(app, percent)
        for name in ("cards", "questions", "tongues", "laws", "texts", "audio"):
            tab(topics, name)
            page = page_of(topics)
            inner = page.side.parentWidget()
            assert inner is not None
            assert inner.minimumSizeHint().width() <= page.width(), name


@pytest.fixture
def office(topics: Field) -> Field:
    topics.window.desk.set_role("coordinator")
    topics.rest()
    return topics


def fill(field: Field, **values: str) -> None:
    """Write into the form on screen; choices by their word."""
    form = page_of(field).edit.form
    for name, value in values.items():
        editor = form.editor(name)
        if isinstance(editor, StillCombo):
            editor.setCurrentIndex(editor.findData(value))
        elif isinstance(editor, QLineEdit):
            editor.setText(value)
        else:
            editor.setPlainText(value)  # type: ignore[attr-defined]


def press(field: Field, button: KeyButton) -> None:
    assert button.isVisible()
    button.click()
    field.rest()


def save(field: Field) -> None:
    press(field, page_of(field).edit.save_button)


CARD = {
    "title_es": "Humo", "title_en": "Smoke", "minutes": "4", "short": "1", "message1_es": "Espere",
    "message1_en": "Wait", "line1_es": "Diez minutos", "line1_en": "Ten minutes", "question_es": "¿Hoy?",
    "question_en": "Today?", "say_es": "Hoy vemos el humo.", "say_en": "Today we look at smoke.",
}  # fmt: skip
QUESTION = {
    "question_es": "¿Cuándo se espera?", "question_en": "When does one wait?", "option_a_es": "Con humo",
    "option_a_en": "With smoke", "option_b_es": "Nunca", "option_b_en": "Never", "key": "a", "short": "1",
}  # fmt: skip


def add_questions(field: Field, count: int) -> None:
    tab(field, "questions")
    for _each in range(count):
        press(field, page_of(field).list.add_choice)
        fill(field, **QUESTION)
        save(field)


def test_a_promoter_sees_no_button_that_changes_a_topic(topics: Field) -> None:
    page = page_of(topics)
    for name in ("cards", "questions", "laws"):
        tab(topics, name)
        parts = (page.office, page.cards.office, page.list.office, page.new_topic)
        assert not any(part.isVisible() for part in parts), name


def test_what_changes_a_topic_keeps_the_rules_of_reach(office: Field) -> None:
    for name in ("cards", "questions"):
        tab(office, name)
        office.qtbot.waitUntil(lambda: not faults(office.window))
    press(office, page_of(office).new_topic)
    office.qtbot.waitUntil(lambda: not faults(office.window))


def test_a_coordinator_adds_moves_and_removes_a_card(office: Field) -> None:
    page = page_of(office)
    first = page.cards.panel.title.text()
    press(office, page.cards.add_button)
    fill(office, **CARD)
    save(office)
    press(office, page.cards.next_button)
    assert page.cards.panel.title.text() == "Humo"
    press(office, page.cards.earlier_button)
    assert page.cards.panel.title.text() == "Humo", "the card is followed to its place"
    assert not page.cards.earlier_button.isEnabled() or page.cards.earlier_button.reason() == "Es la primera"
    press(office, page.cards.remove_button)
    assert page.cards.panel.title.text() == first
    assert page.facts.text().startswith("Versión 4")
    office.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    office.rest()
    assert page.cards.panel.title.text() == "Humo"


def test_a_coordinator_adds_a_question_with_its_right_answer_and_removes_it(office: Field) -> None:
    page = page_of(office)
    tab(office, "questions")
    count = len(page.list.buttons)
    add_questions(office, 1)
    assert "a) Con humo · correcta" in said(office)
    assert len(page.list.remove_buttons) == count + 1
    press(office, page.list.add_true_false)
    fill(office, question_es="¿Es cierto?", question_en="Is it so?", key="V", short="0")
    save(office)
    assert "V) Verdadero · correcta" in said(office)
    press(office, page.list.remove_buttons[count])
    assert "Con humo" not in said(office)
    assert len(page.list.buttons) == count + 1


def test_a_test_that_would_be_too_short_is_refused_and_nothing_changes(office: Field) -> None:
    page = page_of(office)
    tab(office, "questions")
    while not office.window.banner.isVisible() or "Guardado" in office.window.banner.accessibleName():
        before = office.sql("SELECT count(*) FROM topic_version")
        press(office, page.list.remove_buttons[0])
    assert "hacen falta 3" in office.window.banner.accessibleName()
    assert office.sql("SELECT count(*) FROM topic_version") == before


def test_a_new_topic_goes_from_nothing_into_the_course(office: Field) -> None:
    page = page_of(office)
    press(office, page.new_topic)
    fill(office, level="1", title_es="Humo de la quema", title_en="Smoke of the burning", neutral_es="Humo",
         neutral_en="Smoke", minutes="20", minutes_short="15")  # fmt: skip
    save(office)
    assert page.title.text() == "Humo de la quema"
    rows = page.topics.people.rowCount()
    assert rows == 10
    press(office, page.place_topic)
    assert "no tiene fichas" in office.window.banner.accessibleName()
    press(office, page.cards.add_button)
    fill(office, **CARD)
    save(office)
    add_questions(office, 3)
    assert page.place_topic.text() == "Poner en el curso"
    press(office, page.place_topic)
    assert page.place_topic.text() == "Quitar del curso"
    course = office.window.desk.courses.courses["cane"]
    assert "M11" in course.order
    press(office, page.place_topic)
    assert "M11" not in office.window.desk.courses.courses["cane"].order
    assert page.topics.people.rowCount() == rows, "it stays at hand"
    office.window.desk.set_role("promoter")
    office.rest()
    assert page.topics.people.rowCount() == 9


def test_a_delicate_topic_needs_a_name_that_does_not_tell(office: Field) -> None:
    page = page_of(office)
    press(office, page.new_topic)
    fill(office, level="3", title_es="Acoso", title_en="Harassment", neutral_es="Acoso", neutral_en="Harassment",
         minutes="20", minutes_short="15")  # fmt: skip
    save(office)
    assert "nombre discreto" in page.edit.banner.accessibleName()
    assert office.sql("SELECT count(*) FROM topic_version") == [(0,)]
    fill(office, neutral_es="Trato en el trabajo", neutral_en="Treatment at work")
    save(office)
    assert page.title.text() == "Acoso"
    assert [row[0] for row in office.sql("SELECT taught FROM topic_place")] == [0]
