"""Cierre, with keys and mouse over a real data folder: what it says, what it keeps, how the session ends."""

from __future__ import annotations

from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.services.curricula import Content
from promoter_app.services.sessions import attempts, attendance
from promoter_app.services.sessions import sessions as session_services
from promoter_app.ui.kit import RailItem, audit
from promoter_app.ui.room import Room
from promoter_app.ui.session.closing_page import ClosingPage
from promoter_app.ui.session.view import SessionView
from promoter_app.ui.today.nobody_came import NobodyCame
from promoter_app.ui.today.page import TodayPage
from promoter_app.ui.window import Window
from tests.ui.asked import when_asked
from tests.ui.field import TAG, Fields, UiField
from tests.ui.test_test_page import MAKERS, press

WITH_CLOSING: dict[str, Any] = {**MAKERS, "closing": ClosingPage}


def begin(field: UiField) -> tuple[SessionView, ClosingPage]:
    """The session on screen at its end."""
    return field.at(WITH_CLOSING, "closing", ClosingPage)


def words(page: ClosingPage) -> str:
    """Everything that can be read on the page."""
    return " | ".join(label.text() for label in page.findChildren(QLabel) if label.isVisibleTo(page))


def with_tests(content: Content, many: int = 2) -> Any:
    """People answer before and after: one rises, the others stay; the first question goes from 0 to 1 right."""

    def make(folder: Any, edge: Any, session: bytes) -> None:
        seen = session_services.session(folder, session)
        assert seen is not None
        people = [row.person.id for row in reversed(attendance.present(folder, session))][:many]
        for phase in ("pre", "post"):
            for at, person in enumerate(people):
                for number, question in enumerate(attempts.questions(content, seen, person)):
                    right = phase == "post" and at == 0 and number == 0
                    letter = question.item.key if right else attempts.DONT_KNOW
                    attempts.record_answer(
                        folder, edge.stamp(), content, seen, person, phase, question.item.id, letter
                    )

    return make


def test_it_says_who_came_and_what_was_not_done(fields: Fields) -> None:
    field = fields(came=4)
    view, page = begin(field)
    assert page.counts.number.text() == "4"
    assert "De la cuadrilla | 4 de 6" in words(page)
    assert list(page.missing.buttons) == ["pre_test", "topic", "post_test"]
    QTest.mouseClick(page.missing.buttons["pre_test"], Qt.MouseButton.LeftButton)
    field.settle()
    assert view.step() == "pre_test"


def test_before_and_after_are_counts_of_the_group_without_anybody(fields: Fields, content: Content) -> None:
    field = fields(before=with_tests(content))
    _view, page = begin(field)
    said = words(page)
    assert "Antes | 0 de 2 bien" in said
    assert "Después | 1 de 2 bien" in said
    assert "Contestaron antes 2 personas y después 2. Contestaron las dos veces 2." in said
    for name in ("Amalia", "Catarino", "Rosalía"):
        assert name not in said


def unsolved(folder: Any, edge: Any, session: bytes) -> None:
    """A card of another crew and a blank one wait for an answer."""
    seen = session_services.session(folder, session)
    assert seen is not None
    with folder.book.writing(edge.stamp()) as write:
        crew = write.add("crew", code="TRAP", name="El Trapiche", sector="cane", season=seen.season)
        person = write.add("person", kind="worker", name="Eusebio Robles", sex="M", language="spa")
        write.add("membership", person=person, crew=crew, since="2026-01-05")
        for number in (40, 41):
            card = write.add("card", code=make_code(CodeKind.CARD, TAG, number).text, number=number)
            if number == 40:
                write.add("card_assignment", card=card, person=person)
    for number in (40, 41):
        attendance.record_scan(folder, edge.stamp(), session, make_code(CodeKind.CARD, TAG, number).text)


def test_it_says_what_to_say_again_while_people_are_still_there(fields: Fields, content: Content) -> None:
    _view, page = begin(fields(came=5, before=with_tests(content, many=5)))
    said = page.questions.advice.text()
    assert said.startswith("En los próximos cinco minutos repasa: «")
    assert said.count("(0 de 5 bien)") == 2  # two minutes each: two questions fit
    _view, page = begin(fields(came=5))
    assert page.questions.advice.text() == ""


def test_scans_that_wait_are_counted_or_not(fields: Fields) -> None:
    field = fields(came=2, before=unsolved)
    _view, page = begin(field)
    assert "Por resolver (2)" in words(page)
    count = next(button for (_scan, yes), button in page.waiting.buttons.items() if yes)
    assert count.accessibleName() == "Contar: 12:03 · De otra cuadrilla: Eusebio Robles"
    QTest.mouseClick(count, Qt.MouseButton.LeftButton)
    field.settle()
    assert page.counts.number.text() == "3"
    assert "De otra cuadrilla | 1" in words(page)
    assert "Por resolver (1)" in words(page)
    (dismiss,) = page.waiting.buttons.values()
    assert "0041" in dismiss.accessibleName()
    QTest.mouseClick(dismiss, Qt.MouseButton.LeftButton)
    field.settle()
    assert not page.waiting.isVisible()
    answers = field.sql("SELECT answer FROM scan_answer ORDER BY rowid")
    assert answers == [("counted",), ("dismissed",)]


def test_faces_count_opinions_without_a_name(fields: Fields) -> None:
    field = fields()
    _view, page = begin(field)
    for face in (0, 0, 2):
        QTest.mouseClick(page.faces.buttons[face], Qt.MouseButton.LeftButton)
        field.settle()
    assert [button.text() for button in page.faces.buttons] == ["2", "0", "1"]
    assert page.faces.buttons[0].accessibleName() == "Bien: 2"
    assert field.sql("SELECT face, comment FROM feedback ORDER BY rowid") == [(1, None), (1, None), (3, None)]
    field.desk.road.take_back()
    field.settle()
    assert [button.text() for button in page.faces.buttons] == ["2", "0", "0"]


def test_help_offered_keeps_only_yes_channel_and_day(fields: Fields) -> None:
    field = fields()
    _view, page = begin(field)
    assert not page.help.channel.isVisible()
    QTest.mouseClick(page.help.offered.button(True), Qt.MouseButton.LeftButton)
    field.settle()
    assert page.help.channel.isVisible()
    page.help.channel.setFocus()
    QTest.keyClick(page.help.channel, Qt.Key.Key_Down)
    field.settle()
    valid = "SELECT offered, channel, on_date FROM referral WHERE id NOT IN (SELECT target FROM void)"
    chosen = page.help.channel.currentData()
    assert field.sql(valid) == [(1, chosen, "2026-02-17")]
    QTest.mouseClick(page.help.offered.button(False), Qt.MouseButton.LeftButton)
    field.settle()
    assert field.sql(valid) == [(0, None, "2026-02-17")]


def test_f9_closes_the_session_with_its_note_and_says_so(fields: Fields) -> None:
    field = fields(came=5)
    view, page = begin(field)
    left: list[str] = []
    field.desk.session_left.connect(lambda: left.append("left"))
    field.desk.told.connect(lambda kind, title, _detail: left.append(f"{kind}: {title}"))
    assert QApplication.focusWidget() is page.close_session
    page.note.setFocus()
    QTest.keyClicks(page.note, "Hubo lluvia")
    press(field, view, Qt.Key.Key_F9)
    assert left == ["left", "green: Sesión cerrada. 5 presentes, 0 personas nuevas"]
    assert field.sql("SELECT state, note FROM session_now") == [("held", "Hubo lluvia")]
    assert field.sql("SELECT event FROM session_step WHERE step = 'closing'") == [("started",), ("finished",)]


class Hoy(Room):
    """The room behind the session."""

    def heading(self) -> tuple[str, str]:
        return "Hoy", ""

    def reload(self) -> None:
        """Nothing to show."""


def test_after_closing_the_window_is_on_today_with_the_green_banner(fields: Fields, spoken: Any) -> None:
    field = fields(came=1)
    spoken(field, "es", 100)  # plurals need the file of the language
    item = RailItem("today", "Hoy", "ph.sun-bold", 1)
    window = Window(field.desk, {"today": (item, lambda: Hoy)}, WITH_CLOSING)
    field.windows.append(window)
    window.show()
    window.open_session(field.session)
    field.settle()
    window.session_view.show_step("closing")
    field.settle()
    page = window.session_view.stack.currentWidget()
    assert isinstance(page, ClosingPage)
    QTest.mouseClick(page.close_session, Qt.MouseButton.LeftButton)
    field.settle()
    assert window.pages.currentWidget() is window.shell
    assert window.banner.isVisible()
    assert window.banner.title.text() == "Sesión cerrada. 1 presente, 0 personas nuevas"
    window.undo()
    field.settle()
    assert field.sql("SELECT state FROM session_now") == [("open",)]


def test_undo_of_closing_opens_the_session_again(fields: Fields) -> None:
    field = fields()
    view, _page = begin(field)
    press(field, view, Qt.Key.Key_F9)
    field.desk.road.take_back()
    field.settle()
    assert field.sql("SELECT state FROM session_now") == [("open",)]


def answer(way: str) -> list[str]:
    """Answers the question about an empty session once it is open; tells what it says."""
    said: list[str] = []

    def act(dialog: NobodyCame) -> None:
        said.append(dialog.heading.text())
        getattr(dialog, way).click()

    when_asked(NobodyCame, act)
    return said


@pytest.mark.parametrize(
    ("way", "state", "told"),
    [
        ("back_button", ("planned", None), "La sesión quedó planeada otra vez"),
        ("accept_button", ("not_held", "front_moved"), "Anotado: no se pudo hacer"),
        ("reject_button", ("open", None), None),
    ],
)
@pytest.mark.parametrize("place", ["closing", "today"])
def test_a_session_with_nobody_is_never_closed_as_held(
    fields: Fields, place: str, way: str, state: tuple[str, str | None], told: str | None
) -> None:
    """Begun by mistake or rained off: from Cierre, or from Hoy after leaving it. Esc goes on; Ctrl+Z takes it back."""
    field = fields(came=0)
    item = RailItem("today", "Hoy", "ph.sun-bold", 1)
    window = Window(field.desk, {"today": (item, lambda: TodayPage)}, WITH_CLOSING)
    field.windows.append(window)
    window.show()
    window.show_room("today")
    field.wait(window.in_session)  # Hoy goes straight to a session left open
    field.settle()
    window.session_view.show_step("closing")
    field.settle()
    page = window.session_view.stack.currentWidget()
    assert isinstance(page, ClosingPage)
    if place == "closing":
        said, button = answer(way), page.close_session
        QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    else:
        window.leave_session()
        today = window.room()
        assert isinstance(today, TodayPage)
        field.wait(today.hero.not_held_button.isVisible)
        said = answer(way)
        QTest.mouseClick(today.hero.not_held_button, Qt.MouseButton.LeftButton)
    field.settle()
    field.wait(lambda: said == ["No se ha contado a nadie"])
    field.settle()
    assert field.sql("SELECT state, reason FROM session_now") == [state]
    if told is not None:
        assert window.banner.title.text() == told
        assert window.pages.currentWidget() is window.shell
        window.undo()
        field.settle()
    assert field.sql("SELECT state, reason FROM session_now") == [("open", None)]


def test_hoy_does_not_offer_it_once_somebody_came(fields: Fields) -> None:
    field = fields(came=1)
    item = RailItem("today", "Hoy", "ph.sun-bold", 1)
    window = Window(field.desk, {"today": (item, lambda: TodayPage)}, WITH_CLOSING)
    field.windows.append(window)
    window.show()
    window.show_room("today")
    field.wait(window.in_session)  # Hoy goes straight to a session left open
    field.settle()
    window.leave_session()
    today = window.room()
    assert isinstance(today, TodayPage)
    field.wait(today.hero.start_button.isVisible)
    assert today.hero.start_button.text() == "Seguir la sesión"
    assert not today.hero.not_held_button.isVisible()


def test_names_are_hidden_in_what_waits(fields: Fields, qtbot: QtBot) -> None:
    field = fields(came=2, before=unsolved)
    _view, page = begin(field)
    field.desk.hide_names(True)
    qtbot.waitUntil(lambda: "0040" in words(page))
    assert "Eusebio" not in words(page)


@pytest.mark.parametrize(
    ("language", "percent", "width", "height"),
    [("es", 100, 1366, 690), ("en", 100, 1920, 1080), ("es", 200, 1366, 690), ("en", 200, 1366, 768)],
)
def test_page_passes_the_audit(
    fields: Fields, qtbot: QtBot, spoken: Any, language: str, percent: int, width: int, height: int
) -> None:
    field = fields(came=2, before=unsolved)
    spoken(field, language, percent)
    view, page = begin(field)
    view.resize(width, height)

    def faults() -> list[str]:
        found = audit.nameless(page) + audit.small_targets(page) + audit.cut_text(page) + audit.many_primaries(page)
        return found + (audit.tab_faults(page) if percent == 100 else [])

    qtbot.waitUntil(lambda: not faults())
    assert view.width() == width
