"""What each task of a promoter or a coordinator may cost, in keys and clicks, on the real window.

Hands that count: a scan costs no key, typed letters cost one each. Tasks 12 (a photographed sheet), 13 (planning) and
14 (uniting) have their journeys in test_paper_and_back, test_coordinator_week and test_office_friday; 15 is Metas' own.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from types import MappingProxyType

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QWidget

from promoter_app.ui.crews.page import CrewsPage
from promoter_app.ui.deliver_page import DeliverPage
from promoter_app.ui.kit.path import PathButton
from promoter_app.ui.session.test_page import TestPage
from tests.journeys.desk import Field
from tests.journeys.test_promoter_day import blank_code, codes_of_crew, present_on_disk

K = Qt.Key
OpenField = Callable[..., Field]
ALLOWED: Mapping[str, int] = MappingProxyType({
    "2 register twenty cards": 0,
    "3 somebody without a card": 5 + 1,
    "4 a walk-in with a blank card": 1 + len("Martina Salvador") + 1 + 4 + 1,
    "5 undo a wrong person": 1,
    "6 three questions of a person": 3,
    "7 five cards with audio": 4 + 1,
    "8 close and read the summary": 2,
    "9 why a topic is locked": 0,
    "10 after a power cut": 1,
    "11 deliver the week": 2,
    "16 cards of a crew": 3,
})  # fmt: skip
"""Keys and clicks that a task may take."""


class Hands:
    """Counts every key and click it makes in the window."""

    def __init__(self, field: Field) -> None:
        self.field = field
        self.used = 0

    def key(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        self.used += 1
        self.field.key(key, modifier)

    def type(self, text: str) -> None:
        self.used += len(text)
        self.field.type(text)

    def click(self, widget: QWidget) -> None:
        assert widget.isVisible()
        self.used += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.field.rest()

    def within(self, task: str) -> bool:
        """Whether the task took no more than it may; counting begins anew."""
        used, self.used = self.used, 0
        return used <= ALLOWED[task]


@pytest.fixture
def at_attendance(open_field: OpenField) -> tuple[Field, bytes, Hands]:
    field = open_field()
    field.key(K.Key_Return)
    field.wait(lambda: field.step() == "attendance" and not field.window.desk.road.is_busy)
    session = field.window.session_view.session()
    assert session is not None
    return field, session.id, Hands(field)


def test_2_twenty_cards_without_the_mouse_or_a_key(at_attendance: tuple[Field, bytes, Hands]) -> None:
    field, session, hands = at_attendance
    for at, code in enumerate(codes_of_crew(field, session, inside=True)[:20]):
        field.scan(code)
        assert field.panel().startswith("Presente")
        assert present_on_disk(field, session) == at + 1
    assert hands.within("2 register twenty cards")


def test_3_a_known_name_is_found_with_few_keys(at_attendance: tuple[Field, bytes, Hands]) -> None:
    field, session, hands = at_attendance
    rows = field.sql(
        "SELECT DISTINCT p.name FROM person_now p JOIN membership_now m ON m.person = p.id JOIN session_now s"
        " ON s.crew = m.crew WHERE s.id = ? AND m.since <= s.held_on AND (m.until IS NULL OR m.until >= s.held_on)"
        " ORDER BY p.name",
        session,
    )
    names = [name for (name,) in rows]
    name, letters = next(found for found in map(lambda one: (one, _letters_of_only(one, names)), names) if found[1])
    hands.type(letters)
    hands.key(K.Key_Return)
    assert hands.within("3 somebody without a card")
    assert field.sql(
        "SELECT p.name FROM attendance a JOIN person_now p ON p.id = a.person WHERE a.session = ?", session
    ) == [(name,)]


def _letters_of_only(name: str, names: list[str]) -> str:
    """The first letters that begin a word of this name and of no other, "" when five are not enough."""
    others = [word.casefold() for other in names if other != name for word in other.split()]
    for length in range(1, 6):
        letters = name[:length].casefold()
        if letters.isalpha() and not any(word.startswith(letters) for word in others):
            return letters
    return ""


def test_4_a_walk_in_with_a_blank_card(at_attendance: tuple[Field, bytes, Hands]) -> None:
    field, session, hands = at_attendance
    field.scan(blank_code(field))
    hands.key(K.Key_Return)
    hands.type("Martina Salvador")
    hands.key(K.Key_Return)
    for key in (K.Key_M, K.Key_3, K.Key_1, K.Key_S):
        hands.key(key)
    hands.key(K.Key_Return)
    assert hands.within("4 a walk-in with a blank card")
    assert present_on_disk(field, session) == 1
    assert field.sql("SELECT sex, age_group FROM person WHERE name = 'Martina Salvador'") == [("F", "18-24")]


def test_5_a_wrong_person_is_taken_back_with_one_key(at_attendance: tuple[Field, bytes, Hands]) -> None:
    field, session, hands = at_attendance
    first, wrong, *_rest = codes_of_crew(field, session, inside=True)
    field.scan(first)
    field.scan(wrong)
    hands.key(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert hands.within("5 undo a wrong person")
    assert present_on_disk(field, session) == 1


def test_6_three_questions_with_three_keys(at_attendance: tuple[Field, bytes, Hands]) -> None:
    field, session, hands = at_attendance
    field.scan(codes_of_crew(field, session, inside=True)[0])
    field.key(K.Key_F9)
    assert isinstance(field.window.session_view.stack.currentWidget(), TestPage)
    for key in (K.Key_1, K.Key_2, K.Key_3):
        hands.key(key)
    assert hands.within("6 three questions of a person")
    answers = "SELECT count(*) FROM answer n JOIN attempt t ON t.id = n.attempt WHERE t.session = ? AND t.phase = 'pre'"
    assert field.sql(answers, session) == [(3,)]


def test_7_five_cards_and_audio_without_leaving_the_screen(at_attendance: tuple[Field, bytes, Hands]) -> None:
    field, _session, hands = at_attendance
    field.window.session_view.show_step("topic")
    field.rest()
    page = field.window.session_view.stack.currentWidget()
    said = [_words_of(page)]
    for _card in range(4):
        hands.key(K.Key_Space)
        said.append(_words_of(page))
        assert field.step() == "topic"
    hands.key(K.Key_1)
    assert field.step() == "topic"
    assert hands.within("7 five cards with audio")
    assert len(set(said)) == 5, "each Space shows another card"


def _words_of(page: QWidget) -> str:
    from promoter_app.ui.kit.frames import Text

    return "|".join(each.text() for each in page.findChildren(Text) if each.isVisible())


def test_8_closing_takes_two_actions(at_attendance: tuple[Field, bytes, Hands]) -> None:
    field, session, hands = at_attendance
    field.scan(codes_of_crew(field, session, inside=True)[0])
    field.window.session_view.show_step("post_test")
    field.rest()
    hands.key(K.Key_F9)
    assert field.step() == "closing"
    hands.key(K.Key_F9)
    field.wait(lambda: field.window.pages.currentWidget() is field.window.shell)
    field.rest()
    assert hands.within("8 close and read the summary")
    assert "1 presente" in field.banner() or "1 presentes" in field.banner()
    assert field.sql("SELECT state FROM session_now WHERE id = ?", session) == [("held",)]


def test_9_the_reason_of_a_lock_is_there_without_a_click(open_field: OpenField) -> None:
    field = open_field()
    field.key(K.Key_3, Qt.KeyboardModifier.AltModifier)
    page, hands = field.window.room(), Hands(field)
    assert isinstance(page, CrewsPage)
    field.rest()
    locked = [
        button.accessibleName()
        for button in page.crew_card.findChildren(PathButton)
        if "con candado" in button.accessibleName()
    ]
    assert locked
    assert all("," in name.partition("con candado")[2] for name in locked), "each lock says its reason"
    reason = page.crew_card.lock.title
    assert reason.isVisible()
    assert "más se abren los temas" in reason.text()
    assert hands.within("9 why a topic is locked")


def test_10_a_power_cut_loses_nothing(at_attendance: tuple[Field, bytes, Hands], open_field: OpenField) -> None:
    field, session, _hands = at_attendance
    codes = codes_of_crew(field, session, inside=True)
    for code in codes[:3]:
        field.scan(code)
    field.close()
    again = open_field(field.folder)  # one: the app is started again
    again.wait(lambda: again.step() == "attendance")
    again.rest()
    assert "Seguimos donde ibas" in again.banner()
    assert present_on_disk(again, session) == 3
    again.scan(codes[3])
    assert present_on_disk(again, session) == 4
    hands = Hands(again)
    hands.used = 1
    assert hands.within("10 after a power cut")


def test_11_the_week_goes_on_a_stick_with_two_clicks(
    open_field: OpenField, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    stick = tmp_path / "memoria"
    stick.mkdir()
    monkeypatch.setattr("promoter_app.ui.deliver_page.removable_places", lambda: [stick])
    field = open_field()
    hands = Hands(field)
    hands.click(field.window.rail.button("deliver"))
    page = field.window.room()
    assert isinstance(page, DeliverPage)
    hands.click(page.deliver_button)
    field.wait(lambda: page.result.isVisible())
    assert hands.within("11 deliver the week")
    assert "Ya puedes sacarla" in page.result.accessibleName()
    assert len(list(stick.iterdir())) == 1


def test_16_cards_of_a_crew_in_three_clicks(
    open_field: OpenField, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "tarjetas.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_asked: (str(out), ""))
    field = open_field()
    hands = Hands(field)
    hands.click(field.window.rail.button("crews"))
    page = field.window.room()
    assert isinstance(page, CrewsPage)
    hands.click(page.crew_card.cards_button)
    hands.used += 1  # Guardar, in the system's own dialog
    field.wait(lambda: out.exists() and not field.window.desk.road.is_busy)
    assert hands.within("16 cards of a crew")
    assert out.read_bytes().startswith(b"%PDF")
