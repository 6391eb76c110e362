"""Semana with keys and with the mouse: the board, the proposal, moves, reasons; and what a screen reader hears."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import QAbstractItemModel, QPoint, Qt
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QMenu

from promoter_app.services.week import changes
from promoter_app.ui import theme
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.paint import text_width
from promoter_app.ui.week.cells import first_words, narrowed
from promoter_app.ui.week.dialogs import SessionQuestion
from promoter_app.ui.week.model import WeekModel, cell_words
from promoter_app.ui.week.page import WeekPage
from tests.journeys.desk import Field

NOON = datetime(2026, 2, 17, 11, 58, tzinfo=timezone(timedelta(hours=-6)))
WEDNESDAY, FRIDAY = "2026-02-18", "2026-02-20"
Key = Qt.Key


@pytest.fixture
def field(field: Field) -> Field:
    field.window.desk.set_role("coordinator")
    return field


@pytest.fixture
def page(field: Field) -> WeekPage:
    field.key(Key.Key_2, Qt.KeyboardModifier.AltModifier)
    room = field.window.room()
    assert isinstance(room, WeekPage)
    field.wait(lambda: room.table.week.rowCount() > 0)
    room.bar.who.setCurrentIndex(room.bar.who.findData("all"))
    field.rest()
    return room


def plan(field: Field, page: WeekPage) -> None:
    """P, and wait for the best there is."""
    page.table.setFocus()
    QTest.keyClick(page.table, Key.Key_P)
    field.wait(lambda: page.run.is_running or page.proposal is not None)
    field.wait(lambda: page.proposal is not None)
    field.rest()


def free_session(field: Field) -> tuple[bytes, bytes, str]:
    """A planned session without faults of a later day: (id, crew, day)."""
    rows = field.sql(
        "SELECT id, crew, held_on FROM session_now WHERE state = 'planned' AND held_on > '2026-02-17'"
        " AND held_on <= '2026-02-21' AND crew IS NOT NULL ORDER BY held_on, id"
    )
    return rows[0]


def test_the_model_is_sound_and_the_cells_speak(field: Field, page: WeekPage) -> None:
    QAbstractItemModelTester(page.table.week, QAbstractItemModelTester.FailureReportingMode.Fatal)
    page.table.week.set_board(page.board, [], "2026-02-17", "es")  # type: ignore[arg-type]
    session, crew, day = free_session(field)
    (name, starts) = field.sql(
        "SELECT c.name, s.starts FROM session_now s JOIN crew_now c ON c.id = s.crew WHERE s.id = ?", session
    )[0]
    place = page.table.week.place_of(crew, day)
    assert place is not None
    index = page.table.week.index(*place)
    spoken = str(page.table.week.data(index, int(Qt.ItemDataRole.AccessibleTextRole)))
    assert f" {starts.removeprefix('0')}," in spoken
    assert name in spoken
    assert "tema" in spoken
    assert "planeada" in spoken
    heading = page.table.week.index(0, 0)
    assert page.table.week.flags(heading) == Qt.ItemFlag.NoItemFlags
    empty: QAbstractItemModel = WeekModel()
    assert (empty.rowCount(), empty.columnCount()) == (0, 1)


def test_planning_lies_dashed_over_the_board_until_accepted(field: Field, page: WeekPage) -> None:
    before = field.sql("SELECT count(*) FROM session_now")
    plan(field, page)
    assert page.proposal is not None
    assert page.pending
    assert field.sql("SELECT count(*) FROM session_now") == before
    first = next(iter(page.pending.values()))
    assert page.table.point_at(first.crew, first.held_on)
    here = page.table.here()
    assert here is not None
    assert "propuesta" in cell_words(here, "es")
    said = " ".join(label.text() for label in page.panel.why.findChildren(type(page.panel.detail)))
    assert first.why.es in said
    QTest.keyClick(page.table, Key.Key_Delete)
    field.rest()
    assert first.key not in page.pending
    assert field.sql("SELECT count(*) FROM session_now") == before


def test_enter_accepts_the_one_with_the_mark_and_undo_takes_it_back(field: Field, page: WeekPage) -> None:
    before = field.sql("SELECT count(*) FROM session_now")[0][0]
    plan(field, page)
    first = next(iter(page.pending.values()))
    page.table.setFocus()
    page.table.point_at(first.crew, first.held_on)
    field.key(Key.Key_Return)
    rows = field.sql(
        "SELECT module, starts, ends, promoter FROM session_now WHERE crew = ? AND held_on = ?",
        first.crew, first.held_on,
    )  # fmt: skip
    assert rows == [(first.module, first.starts, first.ends, first.promoter)]
    field.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.sql("SELECT count(*) FROM session_now")[0][0] == before


def test_m_picks_up_arrows_carry_m_puts_down(field: Field, page: WeekPage) -> None:
    session, crew, day = free_session(field)
    page.table.setFocus()
    assert page.table.point_at(crew, day)
    field.key(Key.Key_M)
    assert page.table.carrying() is not None
    field.key(Key.Key_Escape)
    assert page.table.carrying() is None
    field.key(Key.Key_M)
    field.key(Key.Key_Right)
    here = page.table.here()
    assert here is not None
    target = here.day
    field.key(Key.Key_M)
    assert field.sql("SELECT held_on FROM session_now WHERE id = ?", session) == [(target,)]
    field.key(Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert field.sql("SELECT held_on FROM session_now WHERE id = ?", session) == [(day,)]


def test_a_drag_does_what_m_does(field: Field, page: WeekPage) -> None:
    session, crew, day = free_session(field)
    table = page.table
    start = table.week.place_of(crew, day)
    assert start is not None
    to = (start[0], start[1] + 1 if start[1] < 6 else start[1] - 1)
    table.scrollTo(table.week.index(*start))
    QApplication.processEvents()
    a = table.visualRect(table.week.index(*start)).center()
    b = table.visualRect(table.week.index(*to)).center()
    view = table.viewport()
    QTest.mousePress(view, Qt.MouseButton.LeftButton, pos=a)
    QTest.mouseMove(view, QPoint((a.x() + b.x()) // 2, a.y()))
    QTest.mouseMove(view, b)
    QTest.mouseRelease(view, Qt.MouseButton.LeftButton, pos=b)
    field.rest()
    assert field.sql("SELECT held_on FROM session_now WHERE id = ?", session) == [(table.week.days[to[1] - 1],)]


def test_another_crews_row_is_refused_in_words(field: Field, page: WeekPage) -> None:
    session, crew, day = free_session(field)
    page.table.setFocus()
    page.table.point_at(crew, day)
    field.key(Key.Key_M)
    here = page.table.here()
    field.key(Key.Key_Down)
    if page.table.here() == here:
        field.key(Key.Key_Up)
    field.key(Key.Key_M)
    assert field.sql("SELECT crew, held_on FROM session_now WHERE id = ?", session) == [(crew, day)]
    assert "Esa sesión es de" in field.window.banner.title.text()


def test_problems_are_said_with_a_way_out(field: Field, page: WeekPage) -> None:
    session, crew, day = free_session(field)
    field.window.desk.road.do(lambda folder, stamp: changes.move(folder, stamp, session, day, "05:00", "05:20"))
    field.rest()
    page.table.point_at(crew, day)
    QApplication.processEvents()
    here = page.table.here()
    assert here is not None
    assert here.session is not None
    assert any("descanso" in p.es for p in here.session.problems)
    assert page.panel.trouble.isVisible()
    fits = page.actions_.day_that_fits(here)
    assert fits is not None
    page.panel.move_to.emit(fits)
    field.rest()
    assert field.sql("SELECT held_on, starts FROM session_now WHERE id = ?", session)[0][0] == fits


def test_stop_uses_what_there_is(field: Field, page: WeekPage) -> None:
    page.plan(days=14, seconds=120)
    field.wait(lambda: page.run.is_running)
    page.panel.progress.cancel.click()
    field.wait(lambda: page.proposal is not None)
    assert page.pending


def test_enter_on_a_free_break_asks_and_puts_a_session(
    field: Field, page: WeekPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def answer(question: SessionQuestion) -> int:
        assert question.topics.count() > 0
        question.promoter.setCurrentIndex(1)
        return 1

    monkeypatch.setattr(SessionQuestion, "exec", answer)
    table = page.table
    found = next(
        shown
        for line in range(table.week.rowCount())
        for column in range(3, 6)
        if (shown := table.week.shown(line, column)) and shown.cell.breaks and shown.session is None
    )
    table.setFocus()
    table.point_at(found.row.crew, found.day)
    field.key(Key.Key_Return)
    field.wait(lambda: not field.window.desk.road.is_busy)
    rows = field.sql(
        "SELECT starts, state, promoter IS NOT NULL FROM session_now WHERE crew = ? AND held_on = ?",
        found.row.crew, found.day,
    )  # fmt: skip
    assert rows == [(found.cell.breaks[0][0], "planned", 1)]


def test_calling_off_asks_why_and_enter_opens_again(
    field: Field, page: WeekPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, crew, day = free_session(field)
    monkeypatch.setattr("promoter_app.ui.today.dialogs.NotHeld.exec", lambda _question: 1)
    page.table.setFocus()
    page.table.point_at(crew, day)
    field.key(Key.Key_Delete)
    assert field.sql("SELECT state, reason FROM session_now WHERE id = ?", session) == [("not_held", "front_moved")]
    field.key(Key.Key_Return)
    assert field.sql("SELECT state, reason FROM session_now WHERE id = ?", session) == [("planned", None)]


def test_other_weeks_other_people_and_papers(
    field: Field, page: WeekPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page.bar.after.click()
    field.rest()
    assert page.table.week.days[0] == "2026-02-23"
    page.bar.before.click()
    field.rest()
    page.bar.who.setCurrentIndex(page.bar.who.findText("Xitlali Bautista"))
    field.rest()
    assert page.table.week.rowCount() == 0  # all crews of the sample are Lupita's
    assert page.empty.isVisible()
    page.bar.who.setCurrentIndex(page.bar.who.findText("Lupita Ramos"))
    field.rest()
    assert page.table.week.rowCount() > 0
    for action, name in (("print", "semana.pdf"), ("calendar", "agenda.ics")):
        out = tmp_path / name
        monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args, o=out: (str(o), ""))
        page.bar.acted.emit(action)
        field.rest()
        assert out.exists()
    assert (tmp_path / "semana.pdf").read_bytes().startswith(b"%PDF")
    assert b"BEGIN:VEVENT" in (tmp_path / "agenda.ics").read_bytes()
    menu = page.bar.menu()
    assert isinstance(menu, QMenu)
    assert len(menu.actions()) == 5


def test_planning_again_shows_what_moves_and_each_can_be_refused(field: Field, page: WeekPage) -> None:
    page.plan_again()
    field.wait(lambda: page.replan is not None)
    assert page.replan is not None
    assert page.panel.count_words.text() == page.replan.sentence.es
    move = next((m for m in page.replan.moves if m.kind == "moved"), None)
    if move is not None and move.session is not None:
        page.panel.refused.emit(move.key)
        field.wait(lambda: page.replan is not None and all(m.session != move.session for m in page.replan.moves))
    first = page.replan
    improve = next(b for b in page.panel.why.findChildren(KeyButton) if b.text() == "Mejorar moviendo más visitas")
    improve.click()
    field.wait(lambda: page.replan is not None and page.replan is not first)
    assert page.replan.week.proposal.score.progress >= first.week.proposal.score.progress
    texts = [b.text() for b in page.panel.why.findChildren(KeyButton)]
    assert "Mejorar moviendo más visitas" not in texts, "once is enough"
    page.drop_all()
    assert page.replan is None


@pytest.mark.parametrize("language", ["es", "en"])
def test_topics_and_days_stand_whole_in_the_narrowest_cell(field: Field, page: WeekPage, language: str) -> None:
    """93 px of a board of six days at 1366, 100 of one of seven: whole words, no dots, and today says so."""
    face = theme.font("board")
    face.setWeight(theme.font("label").weight())
    for course in field.window.desk.courses.courses.values():
        for number, module in enumerate(course.modules, start=1):
            words = f"{number} {module.neutral.in_language(language)}"
            shown = first_words(words, face, 93)
            assert words.startswith(shown)
            assert len(shown.split()) > 1
            assert text_width(shown, narrowed(face, shown, 93)) <= 93, shown
    for day in ("dom 22 · hoy", "mié 25 · hoy", "Wed 25 · today"):
        assert text_width(day, narrowed(theme.font("label"), day, 97)) <= 98


def test_a_promoter_puts_her_own_sessions(
    field: Field, page: WeekPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    field.window.desk.set_role("promoter")
    field.key(Key.Key_2, Qt.KeyboardModifier.AltModifier)
    asked: list[object] = []
    monkeypatch.setattr(SessionQuestion, "exec", lambda question: asked.append(question.promoter.currentData()) or 0)
    (mine, *_others) = page.board.promoters[::-1]  # type: ignore[union-attr]
    page.own = mine[0]
    shown = next(
        shown
        for line in range(page.table.week.rowCount())
        for column in range(3, 6)
        if (shown := page.table.week.shown(line, column)) and shown.cell.breaks and shown.session is None
    )
    page.table.setFocus()
    page.table.point_at(shown.row.crew, shown.day)
    field.key(Key.Key_Return)
    assert asked == [mine[0]]


def test_changing_a_session_keeps_who_goes(
    field: Field, page: WeekPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    session, crew, day = free_session(field)
    goes = "SELECT promoter FROM session_now WHERE id = ?"
    before = field.sql(goes, session)
    assert before[0][0] is not None
    monkeypatch.setattr(SessionQuestion, "exec", lambda _question: 1)
    page.table.setFocus()
    page.table.point_at(crew, day)
    field.key(Key.Key_Return)
    field.wait(lambda: not field.window.desk.road.is_busy)
    assert field.sql(goes, session) == before


def test_the_question_about_a_session_fits_a_small_screen(
    field: Field, page: WeekPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[SessionQuestion] = []
    monkeypatch.setattr(SessionQuestion, "exec", lambda question: asked.append(question) or 0)
    _session, crew, day = free_session(field)
    page.table.setFocus()
    page.table.point_at(crew, day)
    field.key(Key.Key_Return)
    (question,) = asked
    assert question.sizeHint().height() <= 650, "690 less the frame of the window"
