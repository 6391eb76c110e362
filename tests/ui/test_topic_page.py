"""Tema, played with keys over a real data folder: cards, time, languages, the checks of a sensitive topic."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from promoter_app.domain.curriculum.course import AudioSlot
from promoter_app.services.curricula import Content
from promoter_app.ui.kit import audit
from promoter_app.ui.session import topic_audio
from promoter_app.ui.session.topic_page import TopicPage
from promoter_app.ui.session.view import SessionView
from tests.ui.field import Fields, UiField, office_stamp
from tests.ui.test_test_page import MAKERS, press

WITH_TOPIC: dict[str, Any] = {**MAKERS, "topic": TopicPage}


def begin(field: UiField) -> tuple[SessionView, TopicPage]:
    """The session on screen at its topic."""
    return field.at(WITH_TOPIC, "topic", TopicPage)


def words(page: TopicPage) -> str:
    """Everything that can be read on the page."""
    shown = [label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page)]
    return " | ".join([*shown, page.card.place.text(), *(row.accessibleName() for row in page.languages.rows)])


def test_space_and_page_down_go_on_and_left_goes_back(fields: Fields) -> None:
    field = fields()
    view, page = begin(field)
    titles = [page.card.title.text()]
    assert "Ficha 1 de 5" in words(page)
    assert QApplication.focusWidget() is page.next
    for key in (Qt.Key.Key_Space, Qt.Key.Key_PageDown):
        press(field, view, key)
        titles.append(page.card.title.text())
    assert len(set(titles)) == 3
    assert QApplication.focusWidget() is page.next
    press(field, view, Qt.Key.Key_Left)
    press(field, view, Qt.Key.Key_PageUp)
    assert page.card.title.text() == titles[0]


def test_at_most_three_messages_and_the_question_for_the_group(fields: Fields) -> None:
    field = fields()
    view, page = begin(field)
    for number, each in enumerate(page.room.cards):
        assert [one.title.text() for one in page.card.shown] == [one.title.es for one in each.card.messages]
        assert 1 <= len(page.card.shown) <= 3
        assert each.card.question.es in words(page)
        if number + 1 < len(page.room.cards):
            press(field, view, Qt.Key.Key_Space)


def test_what_is_left_is_said_and_f9_goes_to_the_final_test(fields: Fields) -> None:
    field = fields()
    view, page = begin(field)
    minutes = sum(each.card.minutes for each in page.room.cards[1:])
    assert page.left_words.text() == f"Faltan 4 fichas · {minutes} min"
    for _card in range(4):
        press(field, view, Qt.Key.Key_Space)
    assert not page.next.isVisible()
    assert page.go_on.isVisible()
    press(field, view, Qt.Key.Key_F9)
    assert view.step() == "post_test"


def test_a_killed_session_comes_back_to_its_card(fields: Fields) -> None:
    field = fields()
    view, page = begin(field)
    press(field, view, Qt.Key.Key_Space)
    press(field, view, Qt.Key.Key_Space)
    shown = page.card.title.text()
    told = field.sql("SELECT card_number FROM session_step WHERE step = 'topic' AND card_number > 0 ORDER BY rowid")
    assert told == [(1,), (2,), (3,)]
    again = field.view(WITH_TOPIC)
    assert again.step() == "topic"
    resumed = again.stack.currentWidget()
    assert isinstance(resumed, TopicPage)
    assert resumed.card.title.text() == shown


def test_a_short_break_gets_the_short_form_and_a_setting_decides_otherwise(fields: Fields, content: Content) -> None:
    module = content.courses["cane"].module("M1")
    assert module is not None
    short = [card.title.es for card in module.cards if card.in_short]
    field = fields()
    field.clock[0] += timedelta(minutes=16)
    _view, page = begin(field)
    assert [each.card.title.es for each in page.room.cards] == short
    assert len(short) < len(module.cards)

    def full(folder: Any, edge: Any, _session: bytes) -> None:
        from promoter_app.services.folder import set_setting

        set_setting(folder, office_stamp(edge), "card_form", "full")

    other = fields(before=full)
    other.clock[0] += timedelta(minutes=16)
    _view, page = begin(other)
    assert len(page.room.cards) == len(module.cards)


def test_p_pauses_the_time_of_the_card(fields: Fields, monkeypatch: pytest.MonkeyPatch) -> None:
    field = fields()
    now = [100.0]
    monkeypatch.setattr(field.desk.road.edge, "monotonic", lambda: now[0])
    view, page = begin(field)
    now[0] += 30
    page.time.say_pace()
    assert page.time.pace.text() == "Vas a buen paso"
    press(field, view, Qt.Key.Key_P)
    now[0] += 600
    assert page.time.ring.spent() == 30
    assert page.time.pace.text() == "En pausa"
    press(field, view, Qt.Key.Key_P)
    now[0] += 600
    page.time.say_pace()
    assert page.time.pace.text() == "Ya toca la siguiente"


def test_languages_come_by_number_of_people_and_say_what_is_missing(fields: Fields) -> None:
    field = fields()
    _view, page = begin(field)
    said = [row.accessibleName() for row in page.languages.rows]
    assert said == [
        "Náayeri, 2 personas, Falta el audio en náayeri. Pídelo en la oficina",
        "Wixárika, 2 personas, Falta el audio en wixárika. Pídelo en la oficina",
        "Español, 1 persona, Lo dices tú",
    ]


class Tape(QObject):
    """A player without a loudspeaker."""

    def __init__(self) -> None:
        super().__init__()
        self.done: list[str] = []

    def setSource(self, url: Any) -> None:
        self.done.append(Path(url.toLocalFile()).name)

    def play(self) -> None:
        self.done.append("play")

    def stop(self) -> None:
        self.done.append("stop")

    def position(self) -> int:
        return 24_000

    def duration(self) -> int:
        return 42_000


def test_a_digit_plays_and_stops_the_recording_of_a_language(
    fields: Fields, content: Content, monkeypatch: pytest.MonkeyPatch
) -> None:
    tape = Tape()
    monkeypatch.setattr(topic_audio, "load_media", lambda _player: tape)
    field = fields()
    course = content.courses["cane"]
    slot = AudioSlot("crn", "m1/crn.ogg", "Una hablante", date(2026, 1, 5), date(2026, 1, 5), 42, "La oficina")
    modules = tuple(replace(one, audio=(slot,)) if one.code == "M1" else one for one in course.modules)
    field.desk.content = replace(content, courses={**content.courses, "cane": replace(course, modules=modules)})
    (field.path / "audio" / "m1").mkdir(parents=True)
    (field.path / "audio" / "m1" / "crn.ogg").write_bytes(b"OggS")
    view, page = begin(field)
    press(field, view, Qt.Key.Key_1)
    assert tape.done == ["crn.ogg", "play"]
    assert "0:24 de 0:42" in page.languages.rows[0].accessibleName()
    page.player.ended()
    assert page.languages.rows[0].accessibleName() == "Náayeri, 2 personas, 0:42 · ya se escuchó"
    press(field, view, Qt.Key.Key_1)
    press(field, view, Qt.Key.Key_Space)
    view.show_step("closing")
    assert tape.done[-1] == "stop"


def test_a_sensitive_topic_asks_for_its_checks_first_and_keeps_every_tick(fields: Fields, content: Content) -> None:
    field = fields(module="M8")
    _view, page = begin(field)
    assert not page.is_teaching()
    assert not page.preflight.start.isEnabled()
    assert "interpreter_pledge" not in page.preflight.rows
    for row in page.preflight.rows.values():
        QTest.mouseClick(row, Qt.MouseButton.LeftButton)
    field.settle()
    ticked = {code for (code,) in field.sql("SELECT check_code FROM preflight WHERE ticked = 1")}
    assert ticked == {check.id for check in content.preflight if not check.only_with_interpreter}
    QTest.mouseClick(page.preflight.start, Qt.MouseButton.LeftButton)
    field.settle()
    assert page.is_teaching()
    assert page.card.private.isVisible()
    assert page.card.private.text() == "Sin fotos"
    module = content.courses["cane"].module("M8")
    assert module is not None
    assert module.title.es not in words(page)


def test_checks_are_never_a_lock_but_going_on_takes_a_reason(fields: Fields) -> None:
    field = fields(module="M8")
    _view, page = begin(field)
    assert not page.preflight.go_anyway.isEnabled()
    QTest.keyClicks(page.preflight.why, "El grupo quiso seguir")
    QTest.mouseClick(page.preflight.go_anyway, Qt.MouseButton.LeftButton)
    field.settle()
    assert page.is_teaching()
    assert field.sql("SELECT module, note FROM override") == [("M8", "El grupo quiso seguir")]
    view = field.view(WITH_TOPIC)
    resumed = view.stack.currentWidget()
    assert isinstance(resumed, TopicPage)
    assert resumed.is_teaching()


def test_the_gravest_topics_ask_who_coordinates_and_allowed_it(fields: Fields) -> None:
    field = fields(module="M9")
    _view, page = begin(field)
    QTest.keyClicks(page.preflight.why, "El grupo quiso seguir")
    assert page.preflight.coordinator.isVisible()
    assert not page.preflight.go_anyway.isEnabled()
    QTest.keyClicks(page.preflight.coordinator, "Teresa Luna")
    QTest.mouseClick(page.preflight.go_anyway, Qt.MouseButton.LeftButton)
    field.settle()
    assert page.is_teaching()
    assert field.sql("SELECT module, coordinator FROM override") == [("M9", "Teresa Luna")]


def test_a_wide_screen_announces_the_next_card(fields: Fields) -> None:
    field = fields()
    view, page = begin(field)
    assert not page.coming.isVisible()
    view.resize(1920, 1080)
    field.settle()
    assert page.coming.isVisible()
    assert page.coming_words.text() == page.room.cards[1].card.title.es
    for _card in range(4):
        press(field, view, Qt.Key.Key_Space)
    assert not page.coming.isVisible()


def test_a_topic_that_is_not_here_says_so_and_lets_go_on(fields: Fields) -> None:
    field = fields(module="M99")
    view, page = begin(field)
    assert "Este tema no está en esta laptop." in words(page)
    press(field, view, Qt.Key.Key_F9)
    assert view.step() == "post_test"


@pytest.mark.parametrize(
    ("module", "language", "percent", "width", "height"),
    [
        ("M1", "es", 100, 1366, 690),
        ("M1", "en", 100, 1366, 768),
        ("M1", "es", 200, 1366, 690),
        ("M8", "en", 100, 1920, 1080),
        ("M8", "en", 200, 1366, 690),
    ],
)
def test_page_passes_the_audit(
    fields: Fields, qtbot: QtBot, spoken: Any, module: str, language: str, percent: int, width: int, height: int
) -> None:
    field = fields(module=module)
    spoken(field, language, percent)
    view, page = begin(field)
    view.resize(width, height)

    def faults() -> list[str]:
        found = audit.nameless(page) + audit.small_targets(page) + audit.cut_text(page) + audit.many_primaries(page)
        return found + (audit.tab_faults(page) if percent == 100 else [])

    qtbot.waitUntil(lambda: not faults())
    assert view.width() == width
