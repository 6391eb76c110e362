"""Metas in the real window: cards, charts, tables, rows behind a number, closing, course, reports; keys and pixels."""

from __future__ import annotations

import itertools
import json
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt, QTimer
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from promoter_app.domain.indicators.pace import Pace
from promoter_app.services.curricula import all_modules
from promoter_app.services.indicators import goals as service
from promoter_app.services.indicators.goals import Wanted
from promoter_app.services.indicators.office_view import FollowUp, follow_up_of
from promoter_app.services.privacy import rights
from promoter_app.services.sessions import sessions
from promoter_app.ui import theme
from promoter_app.ui.crews.rights_card import SureQuestion, erasing_words
from promoter_app.ui.goals.course_cards import SampleQuestion
from promoter_app.ui.goals.course_part import ChangeQuestion, RatingQuestion
from promoter_app.ui.goals.export import ExportQuestion
from promoter_app.ui.goals.kpi import Kpi, KpiCard
from promoter_app.ui.goals.office_cards import CommentQuestion
from promoter_app.ui.goals.page import GoalsPage
from promoter_app.ui.goals.trend import clear_box, nice_top
from promoter_app.ui.kit.paint import text_width
from promoter_app.ui.kit.people import initials
from promoter_app.ui.kit.question import Question
from promoter_app.ui.language import percent
from tests.journeys.desk import Field, sample_season
from tests.ui.settled import faults

Asked = TypeVar("Asked", bound=Question)


@pytest.fixture
def page(goals: GoalsPage) -> GoalsPage:
    return goals


def app() -> QApplication:
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def test_the_figures_of_last_time_stand_there_while_they_are_counted_again(
    qtbot: QtBot, tmp_path: Path, season_cache: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = sample_season(tmp_path / "datos", season_cache)
    seen: list[list[Kpi]] = []
    for launch in range(2):
        opened = Field(qtbot, folder)
        opened.window.desk.set_role("coordinator")
        opened.key(Qt.Key.Key_7, Qt.KeyboardModifier.AltModifier)
        room = opened.window.room()
        assert isinstance(room, GoalsPage)
        cards = room.figures.cards.cards()
        seen.append([card.kpi for card in cards])
        if launch:
            assert "17 feb" in room.progress.words.text()
            cards[0].click()  # nothing to open yet
            assert room.figures.rows.isHidden()
        monkeypatch.setattr(GoalsPage, "_show", lambda *_answer: None)  # next time the answer never comes
        opened.close()
    assert seen[0] == seen[1] != []


def test_only_a_coordinator_has_the_room(field: Field, page: GoalsPage) -> None:
    assert page.isVisible()
    field.window.desk.set_role("promoter")
    field.rest()
    assert not isinstance(field.window.room(), GoalsPage)


def test_cards_say_figure_target_status_and_what_the_plan_asks(field: Field, page: GoalsPage) -> None:
    card = page.figures.cards.card("3.1")
    ((target,),) = field.sql(
        "SELECT t.value FROM target_now t JOIN indicator_now i ON i.id = t.indicator JOIN period_now p"
        " ON p.id = t.period WHERE i.code = '3.1' AND t.partner IS NULL AND p.name = '2025-10..2026-03'"
    )
    assert card.kpi.target == target
    words = card.accessibleName()
    assert f"de {round(target)}" in words
    assert "Meta cumplida" in words
    assert f"toca {round(target * 140 / 182)}" in words  # 17 February is day 140 of 182
    seen = set()
    for _turn in range(4):
        seen |= {(each.kpi.code, each.status()) for each in page.figures.cards.cards()}
        page.figures.cards.turn(1)
    assert ("3.4", "Meta no fijada") in seen
    assert ("3.2b", "Sin avance") in seen
    assert ("3.1·asistencias", "Dato aparte") in seen


def test_the_tick_stands_where_the_plan_says_today(page: GoalsPage) -> None:
    card = page.figures.cards.card("3.1")
    assert card.kpi.due is not None
    assert card.kpi.target
    picture = card.grab().toImage()
    ink = theme.colour("ink").rgb()
    bar = range(card.height() - 12 - 30 - 10 - 14 - 3, card.height() - 12 - 30 - 10 - 14)
    columns = [x for x in range(14, card.width() - 14) if all(picture.pixel(x, y) == ink for y in bar)]
    expected = 14 + (card.width() - 28) * card.kpi.due / card.kpi.target
    assert columns
    assert abs(sum(columns) / len(columns) - expected) <= 3


def test_bars_print_their_numbers_and_show_who_is_not_known(field: Field, page: GoalsPage) -> None:
    rows = page.figures.bars.rows()
    assert rows[-1].accessibleName().startswith("sin dato: ")
    assert {"Español", "Wixárika", "Náayeri"} <= {row.name for row in rows}, "as the languages call themselves"
    people = [row.bar.cell.actual or 0 for row in rows[:-1]]
    assert people == sorted(people, reverse=True), "the largest group first"
    assert sum(int(row.printed().replace(",", "")) for row in rows) == page.figures.cards.card("3.1").kpi.actual
    page.figures.by.setCurrentIndex(page.figures.by.findData("partner"))
    field.rest()
    assert page.figures.overlap.isVisible()
    assert page.figures.bars.rows()[-1].accessibleName().startswith("sin dato: 0")
    wanted = {"language", "sex", "age_group", "company", "sector", "promoter", "partner", "topic"}
    assert wanted <= {page.figures.by.itemData(at) for at in range(page.figures.by.count())}


def test_the_row_of_choices_fits_a_small_laptop(field: Field, page: GoalsPage) -> None:
    field.window.resize(1366, 690)
    field.rest()
    assert page.period.sizeHint().width() <= 190, "dressed as what it is: tight, of the office"
    right = page.export_button.mapTo(field.window, page.export_button.rect().topRight())
    assert right.x() < 1366


def test_rows_behind_a_bar_have_room_and_the_bar_stays_in_sight(field: Field, page: GoalsPage) -> None:
    field.window.resize(1366, 768)
    field.rest()
    bar = page.figures.bars.rows()[-2]
    bar.click()
    field.rest()
    table = page.figures.rows.table
    assert table.viewport().height() >= 3 * table.rowHeight(0)
    view = page.figures._scroll.viewport()
    assert bar.isVisible()
    assert view.rect().contains(bar.rect().translated(bar.mapTo(view, QPoint(0, 0))))


def test_every_chart_has_its_table(field: Field, page: GoalsPage) -> None:
    for half in (page.figures.left, page.figures.right):
        assert half.table_button.accessibleName() == "Ver como tabla"
        half.table_button.click()
    field.rest()
    assert not page.figures.trend.isVisible()
    shown = {line[0]: line[1] for line in page.figures.right.table.texts()}
    assert shown == {row.name: row.printed() for row in page.figures.bars.rows()}
    assert page.figures.left.table.texts()[-1][1] == str(page.figures.trend.dots()[-1].point[1])


def test_a_card_without_room_says_less_and_cuts_nothing(qtbot: QtBot, qapp: QApplication) -> None:
    card = KpiCard(Kpi("3.2a", "Alcance", 3151, 2400, 700, Pace.REACHED))
    qtbot.addWidget(card)
    assert card.beside(400) == f"de 2,400 · {percent(315100 / 2400)}"
    assert card.beside(text_width(card.of_what(), theme.font("sub")) - 1) == "de 2,400"


@settings(max_examples=60)
@given(st.lists(st.integers(0, 40), min_size=1, max_size=6), st.integers(60, 240))
def test_words_of_the_last_point_stay_off_the_line(values: list[int], height: int) -> None:
    """A line that only climbs, as every count does, in a chart however low."""
    top = sum(values) or 1
    field = QRectF(40, 22, 480, height)
    places, told = [field.bottomLeft()], 0
    for at, value in enumerate(values, 1):
        told += value
        places.append(QPointF(40 + at * 70, field.bottom() - height * told / top))
    box = clear_box(places, QSizeF(118, 26), QRectF(0, 0, 560, height + 48), field)
    assert QRectF(0, 0, 560, height + 48).contains(box)
    assert not any(box.contains(place) for place in places)
    for one, other in itertools.pairwise(places):
        steps = (one + (other - one) * (step / 50) for step in range(51))
        assert not any(box.contains(step) for step in steps)


def test_arrows_walk_cards_points_and_bars(field: Field, page: GoalsPage) -> None:
    cards = page.figures.cards
    cards.cards()[-1].setFocus()
    last = cards.focused_code()
    field.key(Qt.Key.Key_Right)
    assert cards.focused_code() not in ("", last)
    dots = page.figures.trend.dots()
    dots[0].setFocus()
    field.key(Qt.Key.Key_Right)
    assert dots[1].hasFocus()
    field.key(Qt.Key.Key_Return)
    assert page.figures.rows.isVisible()
    rows = page.figures.bars.rows()
    rows[0].setFocus()
    field.key(Qt.Key.Key_Down)
    assert rows[1].hasFocus()


def test_f7_hides_names_behind_a_number(field: Field, page: GoalsPage) -> None:
    page.figures.cards.card("3.1").click()
    field.rest()
    names = [line[1] for line in page.figures.rows.table.texts()]
    field.key(Qt.Key.Key_F7)
    field.rest()
    assert [line[1] for line in page.figures.rows.table.texts()] == [initials(name) for name in names]


def test_the_period_is_remembered(field: Field, page: GoalsPage) -> None:
    page.period.setCurrentIndex(page.period.findData("2026-04..2026-09"))
    field.rest()
    assert page.figures.cards.card("3.1").kpi.actual == 0
    assert field.sql("SELECT value FROM local WHERE key = 'goals_period'") == [("2026-04..2026-09",)]


def test_a_closed_period_tells_what_changed_and_why(field: Field, page: GoalsPage) -> None:
    page.show_tab("period")
    field.rest()
    page.closing.close_button.click()
    field.rest()
    assert "Huella" in page.closing.closed.text()
    ((person,),) = field.sql("SELECT a.person FROM attendance a JOIN session_now s ON s.id = a.session"
                             " WHERE s.module IS NOT NULL AND s.state = 'held' LIMIT 1")  # fmt: skip
    field.window.desk.road.do(lambda folder, stamp: rights.block(folder, stamp, person, "prueba"))
    field.rest()
    lines = {line[0].partition(" · ")[0]: line for line in page.closing.restated.texts()}
    assert lines["3.1"][3] == "-1"
    trained = next(one for one in page.closing._shown.report.restated if one.indicator == "3.1")  # type: ignore[union-attr]
    page.closing.write_reason(trained, "pidió borrarse")
    field.rest()
    lines = {line[0].partition(" · ")[0]: line for line in page.closing.restated.texts()}
    assert lines["3.1"][4] == "pidió borrarse"
    page.show_tab("figures")
    field.rest()
    assert page.figures.restated.text() == "corregido -1"


def answer(kind: type[Asked], fill: Callable[[Asked], None]) -> None:
    """Fill the dialog of a kind once it is open, and accept it."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        assert isinstance(dialog, kind)
        fill(dialog)
        dialog.accept_button.click()

    QTimer.singleShot(0, act)


def test_ratings_and_changes_of_course_are_written_down(field: Field, page: GoalsPage) -> None:
    page.show_tab("course")
    field.rest()

    def rate(dialog: RatingQuestion) -> None:
        dialog.outcome.setText("Outcome 3")
        dialog.level.setCurrentIndex(2)
        dialog.justification.setText("Cuadrillas completas")

    answer(RatingQuestion, rate)
    page.course.rate_button.click()
    field.rest()
    assert page.course.ratings.table.texts() == [("Outcome 3", "logro", "alto", "Cuadrillas completas")]

    def change(dialog: ChangeQuestion) -> None:
        dialog.change.setText("Sesiones más cortas")
        dialog.reason.setText("El descanso es corto")
        dialog.agreed.setText("Socios")

    answer(ChangeQuestion, change)
    page.course.change_button.click()
    field.rest()
    assert page.course.changes.table.texts()[0][1:4] == ("Sesiones más cortas", "El descanso es corto", "Socios")


def test_a_figure_is_commented_and_the_words_stand_beside_it(field: Field, page: GoalsPage) -> None:
    page.show_tab("period")
    field.rest()
    table = page.closing.comments.table
    place = [line[0].partition(" · ")[0] for line in table.texts()].index("3.1")

    def comment(dialog: CommentQuestion) -> None:
        dialog.words.setText("Dos cuadrillas llegaron tarde")

    answer(CommentQuestion, comment)
    table.setFocus()
    table.selectRow(place)
    field.key(Qt.Key.Key_Return)
    assert table.texts()[place][1] == "Dos cuadrillas llegaron tarde"
    page.show_tab("figures")
    field.rest()
    assert "«Dos cuadrillas llegaron tarde»" in page.figures.note.text()


def test_requests_stand_with_their_date_and_their_next_step(field: Field, page: GoalsPage) -> None:
    ((person, name),) = field.sql("SELECT id, name FROM person_now WHERE kind = 'worker' ORDER BY id LIMIT 1")
    field.window.desk.road.do(lambda folder, stamp: rights.request_erasure(folder, stamp, person))
    field.rest()
    page.show_tab("period")
    field.rest()
    card = page.closing.requests
    assert card.table.texts() == [(name, "pedido", "17 feb", "17 de marzo de 2026")]
    field.key(Qt.Key.Key_F7)
    assert card.table.texts()[0][0] == initials(name)
    field.key(Qt.Key.Key_F7)
    asked: list[str] = []
    for step in ("bloqueado, falta borrar", None):
        answer(SureQuestion, lambda dialog: asked.append(dialog.words.text()))
        card.table.setFocus()
        field.key(Qt.Key.Key_Return)
        field.window.activateWindow()
        assert [line[1] for line in card.table.texts()] == ([step] if step else [])
    assert field.sql("SELECT count(*) FROM person WHERE id = ?", person) == [(0,)]
    assert asked[-1] == erasing_words(), "the same promise as in Cuadrillas: what is kept elsewhere stays"


def test_milestones_are_listed_and_a_sample_is_frozen(field: Field, page: GoalsPage) -> None:
    page.show_tab("course")
    field.rest()
    standards = {standard for (standard,) in field.sql("SELECT standard FROM milestone_now")}
    assert {line[0] for line in page.course.milestones.table.texts()} == standards != set()

    def freeze(dialog: SampleQuestion) -> None:
        dialog.name.setText("Mujeres de hoy")
        dialog.sex.setCurrentIndex(dialog.sex.findData("F"))

    answer(SampleQuestion, freeze)
    page.course.samples.freeze_button.click()
    field.rest()
    ((women,),) = field.sql("SELECT count(*) FROM person_now WHERE kind = 'worker' AND sex = 'F'")
    assert page.course.samples.table.texts() == [("Mujeres de hoy", "mujeres", str(women), "17 feb")]


def test_delays_and_questions_say_what_the_services_say(field: Field, page: GoalsPage) -> None:
    found: list[FollowUp] = []
    assert page._goals is not None
    period = page._goals.period
    (crew,), topic = field.sql("SELECT id FROM crew_now ORDER BY id")[0], all_modules(field.window.desk.courses)[-1]
    forgotten = sessions.NewSession("2026-02-16", "12:00", "12:30", crew, topic.code)
    field.window.desk.road.do(lambda folder, stamp: sessions.add_session(folder, stamp, forgotten))
    field.rest()
    field.window.desk.road.ask(lambda folder: follow_up_of(folder, period, date(2026, 2, 17)), found.append)
    page.show_tab("delays")
    field.rest()
    assert len(page.delays.table.texts()) == len(found[0].delays.to_catch_up) > 0
    assert page.delays.words.text() == found[0].delays.words.es
    topics = {course.neutral.es for course in all_modules(field.window.desk.courses)}
    assert {line[2] for line in page.delays.table.texts()} <= topics, "names, as everywhere, not codes"
    page.show_tab("items")
    field.rest()
    everywhere = page.items.table.texts()
    assert len(everywhere) == len(found[0].items) > 0
    assert {line[0] for line in everywhere} <= topics
    page.items.crew.setCurrentIndex(1)
    field.rest()
    assert page.items.crew.currentIndex() == 1
    assert page.items.table.texts() != everywhere


@pytest.mark.parametrize("profile", ["internal", "donor", "outside"])
def test_a_report_waits_for_the_preview_of_its_receiver(
    field: Field, page: GoalsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, profile: str
) -> None:
    out = tmp_path / "informe.json"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_all: (str(out), ""))
    assert page._goals is not None
    question = ExportQuestion(field.window.desk, page._goals.period, (), page)
    question.receiver.setCurrentIndex(question.receiver.findData(profile))
    assert not question.accept_button.isEnabled()
    assert question.heading.text() == "Sacar informe de oct 25–mar 26"
    field.rest()
    assert question.accept_button.isEnabled()
    assert len(question.told.text()) > 60
    question.format.setCurrentIndex(question.format.findData("json"))
    assert question.report is not None
    page.exporting.save_as(question.report, question.kind())
    field.wait(out.exists)
    field.wait(lambda: page.banner.isVisible())
    rows = json.loads(out.read_text(encoding="utf-8"))
    assert question.report.profile == profile
    field.rest()
    assert field.sql("SELECT detail FROM audit WHERE action = 'report'") == [(f"{profile} json",)]
    assert field.sql("SELECT value FROM local WHERE key = 'reports_to'") == [(str(tmp_path),)]
    promoters = {row["group"] for row in rows if row["breakdown"] == "promoter"}
    assert promoters == set() if profile == "outside" else promoters
    if profile == "donor":
        assert all(name.startswith(("Promotor(a) ", "sin dato")) for name in promoters)
    question.deleteLater()


def test_a_sheet_of_one_page_is_made_for_its_audience(
    field: Field, page: GoalsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "hoja.pdf"
    proposed: list[str] = []

    def choose(_owner: object, _words: str, place: str, _kinds: str) -> tuple[str, str]:
        proposed.append(Path(place).name)
        return str(out), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)

    def for_donor(dialog: ExportQuestion) -> None:
        assert dialog.format.findData("donor") == -1
        dialog.receiver.setCurrentIndex(dialog.receiver.findData("outside"))
        dialog.format.setCurrentIndex(dialog.format.findData("company"))
        assert dialog.company.isVisible()
        dialog.receiver.setCurrentIndex(dialog.receiver.findData("donor"))
        dialog.format.setCurrentIndex(dialog.format.findData("donor"))
        assert not dialog.company.isVisible()
        field.wait(lambda: dialog.report is not None)

    answer(ExportQuestion, for_donor)
    page.take_out()
    field.rest()
    field.wait(out.exists)
    field.wait(lambda: page.banner.isVisible())
    assert proposed == ["hoja-2025-10_2026-03.pdf"]
    assert out.read_bytes().startswith(b"%PDF")


def test_counting_that_is_stopped_says_so_and_is_done_again(
    field: Field, page: GoalsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("promoter_app.store.merging.uniting._STEPS", 50)
    codes: list[object] = []
    wanted = Wanted(company=b"nobody's")
    field.window.desk.road.ask(
        lambda folder: service.goals(folder, wanted, date(2026, 2, 17), lambda: True),
        codes.append, lambda refusal: codes.append(refusal.code),
    )  # fmt: skip
    field.rest()
    assert codes == ["stopped"]
    page.mark_stale()
    field.rest()
    assert page.figures.cards.card("3.1").kpi.actual == 110


def test_a_company_keeps_its_figures_apart(field: Field, page: GoalsPage) -> None:
    everybody = page.figures.cards.card("3.1").kpi.actual
    page.company.setCurrentIndex(1)
    field.rest()
    assert page.company.currentIndex() == 1
    shown = page.figures.cards.card("3.1").kpi.actual
    assert shown is not None
    assert everybody is not None
    assert shown < everybody


@pytest.mark.parametrize(("value", "top"), [(0, 4), (3, 4), (84, 100), (110, 200), (1284, 2000), (7953, 8000)])
def test_scales_end_at_round_numbers(value: int, top: int) -> None:
    assert nice_top(value) == top


@pytest.mark.parametrize("percent", [100, 200])
def test_every_tab_keeps_the_rules_of_reach(field: Field, page: GoalsPage, percent: int) -> None:
    theme.set_percent(app(), percent)
    said = []
    for tab in ("period", "delays", "items", "course", "figures"):
        page.show_tab(tab)
        if tab == "figures":
            page.figures.cards.cards()[0].click()
        field.rest()
        for size in ((1366, 768), (1366, 690), (1920, 1080)):
            field.window.resize(*size)
            said += [f"{tab} {size} {percent}: {fault}" for fault in faults(field.window)]
            assert page.mapTo(field.window, QPoint(0, 0)).x() >= 0
    assert not said, "\n".join(said)
