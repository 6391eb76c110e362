"""Cuadrillas in the real window on a sample season: what is seen without a click, keys, search, pages, printing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.ui import theme
from promoter_app.ui.crews import page as crews_page
from promoter_app.ui.crews.page import CrewsPage
from promoter_app.ui.crews.people import Column
from promoter_app.ui.kit.audit import controls
from tests.journeys.desk import Field, sample_season
from tests.ui.settled import faults

MEMBERS = (
    "SELECT DISTINCT p.name, p.name_key FROM person_now p JOIN membership_now m ON m.person = p.id"
    " JOIN crew_now c ON c.id = m.crew WHERE c.name = ? AND m.since <= '2026-02-17'"
    " AND (m.until IS NULL OR m.until >= '2026-02-17') ORDER BY p.name_key, p.id"
)


@pytest.fixture
def page(field: Field) -> CrewsPage:
    return go(field)


def go(field: Field) -> CrewsPage:
    field.key(Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    field.rest()
    shown = field.window.room()
    assert isinstance(shown, CrewsPage)
    field.wait(lambda: not field.window.desk.road.is_busy)
    return shown


def names(page: CrewsPage) -> list[str]:
    model = page.people.table.people
    return [str(model.index(row, Column.PERSON).data()) for row in range(model.rowCount())]


def choose(field: Field, page: CrewsPage, name: str) -> None:
    page.crews.setFocus()
    field.key(Qt.Key.Key_Home)
    for _row in range(page.crews.people.rowCount()):
        if page.crews.people.row(page.crews.currentIndex().row()).name == name:
            break
        field.key(Qt.Key.Key_Down)
    assert page.crew_card.name.text() == name


def test_crews_stand_with_their_people_and_how_far_they_are(field: Field, page: CrewsPage) -> None:
    rows = [page.crews.people.row(place) for place in range(page.crews.people.rowCount())]
    assert [row.name for row in rows] == [name for (name,) in field.sql("SELECT name FROM crew_now ORDER BY name, id")]
    for row in rows:
        count = len(field.sql(MEMBERS, row.name))
        assert row.detail.startswith("1 persona ·" if count == 1 else f"{count} personas ·")
        ((held,),) = field.sql(
            "SELECT count(DISTINCT s.module) FROM session_now s JOIN crew_now c ON c.id = s.crew"
            " WHERE c.name = ? AND s.state = 'held' AND s.season = c.season AND s.kind IN ('training', 'refresher')",
            row.name,
        )
        assert row.steps == (held, 9)
        assert row.side == f"{held} de 9"


def test_why_a_topic_is_locked_is_said_without_a_click(field: Field, page: CrewsPage) -> None:
    choose(field, page, "Los Pinos")
    reason = page.crew_card.lock.title.text()
    assert page.crew_card.lock.title.isVisible()
    assert "más se abren los temas 7, 8 y 9" in reason
    button = page.crew_card.path.views[0].button(7)
    assert button.accessibleName() == f"Tema 7, Buen trato, con candado, {reason}"


def test_arrows_go_from_crew_to_crew_with_path_people_and_languages(field: Field, page: CrewsPage) -> None:
    for _step in range(3):
        name = page.crew_card.name.text()
        assert names(page) == [found for found, _key in field.sql(MEMBERS, name)]
        before = name
        field.key(Qt.Key.Key_Down)
        assert page.crew_card.name.text() != before
    choose(field, page, "Los Pinos")
    assert "Español" in page.crew_card.about.text()
    assert "Frente 3" in page.crew_card.about.text()


def test_who_is_missing_is_one_press_away(field: Field, page: CrewsPage) -> None:
    choose(field, page, "San Blas")
    lock = page.crew_card.lock
    assert lock.button.isVisible()
    finished = int(lock.count.text().split(" de ")[0])
    QTest.mouseClick(lock.button, Qt.MouseButton.LeftButton)
    model = page.people.table.people
    assert model.rowCount() == len(field.sql(MEMBERS, "San Blas")) - finished
    states = {str(model.index(row, Column.STATE).data()) for row in range(model.rowCount())}
    assert states
    assert all(state.startswith(("Le falta ", "Le faltan ")) for state in states)
    assert field.focus() is page.people.table


def test_everybody_comes_a_page_at_a_time(field: Field, page: CrewsPage) -> None:
    ((total,),) = field.sql("SELECT count(*) FROM person_now")
    QTest.mouseClick(page.all_button, Qt.MouseButton.LeftButton)
    field.rest()
    assert not page.crew_card.isVisible()
    model = page.people.table.people
    assert 0 < model.rowCount() < total
    page.people.table.setFocus()
    for _page in range(5):
        field.key(Qt.Key.Key_End)
    everybody = [name for (name,) in field.sql("SELECT name FROM person_now ORDER BY name_key, id")]
    assert names(page) == everybody


def test_a_name_typed_finds_the_person_in_their_crew(field: Field, page: CrewsPage) -> None:
    ((name, crew),) = field.sql(
        "SELECT p.name, c.name FROM person_now p JOIN membership_now m ON m.person = p.id AND m.until IS NULL"
        " JOIN crew_now c ON c.id = m.crew WHERE c.name <> ? AND instr(p.name, \"'\") = 0"
        " ORDER BY length(p.name) DESC, p.id LIMIT 1",
        page.crew_card.name.text(),
    )
    field.key(Qt.Key.Key_F3)
    assert field.focus() is page.people.search
    QTest.keyClicks(page.people.search, name[:4])
    page.people.search.setText(name)
    page.people.search.textEdited.emit(name)
    field.wait(lambda: bool(page.people.search.found()) and not field.window.desk.road.is_busy)
    assert page.people.search.found()[0].name == name
    QTest.keyClick(page.people.search, Qt.Key.Key_Return)
    field.rest()
    assert page.crew_card.name.text() == crew
    marked = page.people.table.currentIndex()
    assert marked.siblingAtColumn(Column.PERSON).data() == name


def test_f3_reaches_the_search_from_every_room(field: Field, page: CrewsPage) -> None:
    for room, (key, modifier) in (
        ("week", (Qt.Key.Key_F3, Qt.KeyboardModifier.NoModifier)),
        ("deliver", (Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)),
    ):
        field.window.show_room(room)
        field.rest()
        field.key(key, modifier)
        assert field.window.room() is page
        assert field.focus() is page.people.search
    field.key(Qt.Key.Key_F3)
    assert field.focus() is page.people.search
    page.open_person(field.sql("SELECT id FROM person_now LIMIT 1")[0][0])
    field.rest()
    field.key(Qt.Key.Key_F3)
    assert page.person_page is not None
    assert field.focus() is page.person_page.new_card


def test_a_name_of_nobody_is_said(field: Field, page: CrewsPage) -> None:
    field.key(Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    QTest.keyClicks(page.people.search, "qqq")
    field.wait(lambda: bool(page.people.search.found()))
    assert page.people.search.found()[0].name == "Nadie se llama así ni tiene esa tarjeta"
    QTest.keyClick(page.people.search, Qt.Key.Key_Escape)
    assert page.people.search.text() == ""


def test_f7_takes_names_off_the_list(field: Field, page: CrewsPage) -> None:
    whole = names(page)
    field.key(Qt.Key.Key_F7)
    hidden = names(page)
    assert len(hidden) == len(whole)
    assert not set(hidden) & set(whole)
    assert all(word.endswith(".") for name in hidden for word in name.split())
    field.key(Qt.Key.Key_F7)
    assert names(page) == whole


def test_cards_and_list_are_drawn_where_one_says_and_the_place_is_remembered(
    field: Field, page: CrewsPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    offered: list[Path] = []
    place = tmp_path / "memoria"
    place.mkdir()

    def save(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        offered.append(Path(proposed))
        return str(place / Path(proposed).stem), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", save)
    choose(field, page, "Los Pinos")
    QTest.mouseClick(page.crew_card.cards_button, Qt.MouseButton.LeftButton)
    field.wait(lambda: page.banner.isVisible())
    ((code,),) = field.sql("SELECT code FROM crew_now WHERE name = 'Los Pinos'")
    cards = place / f"tarjetas {code} 2026-02-17.pdf"
    assert cards.read_bytes().startswith(b"%PDF")
    assert cards.name in page.banner.accessibleName()
    page.banner.clear()
    QTest.mouseClick(page.crew_card.list_button, Qt.MouseButton.LeftButton)
    field.wait(lambda: page.banner.isVisible())
    assert offered[1].parent == place
    assert offered[1].name.startswith(f"lista {code} ")
    assert (place / offered[1].name).read_bytes().startswith(b"%PDF")


def test_a_folder_without_people_offers_the_one_thing_to_do(qtbot: QtBot, tmp_path: Path) -> None:
    field = Field(qtbot, tmp_path / "nada")
    page = go(field)
    assert page.empty_button.isVisible()
    assert field.focus() is page.empty_button
    assert page.empty_words.text() == "Aquí van tus cuadrillas y su gente."
    primaries = [each for each in controls(page) if each.property("kind") == "primary"]
    assert primaries == [page.empty_button]
    field.close()


def test_what_cannot_be_read_is_said_and_tried_again(
    field: Field, page: CrewsPage, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_words: object) -> list[object]:
        raise Refusal("disk", Sentence("El disco no responde.", "x"), NOTHING_CHANGED, Sentence("Espera.", "x"))

    with monkeypatch.context() as patched:
        patched.setattr(crews_page, "crew_progress", refuse)
        page.mark_stale()
        field.rest()
        assert page.banner.title.text() == "El disco no responde."
    page.banner.acted.emit("again")
    field.rest()
    assert not page.banner.isVisible()


@pytest.mark.parametrize("language", ["es", "en"])
@pytest.mark.parametrize("percent", [100, 200])
def test_everybody_and_the_crews_keep_the_rules_of_reach(
    qtbot: QtBot, tmp_path: Path, season_cache: Path, language: str, percent: int
) -> None:
    field = Field(qtbot, sample_season(tmp_path / "datos", season_cache), language=language)
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.set_percent(app, percent)
    page = go(field)
    said = []
    for size in ((1366, 768), (1366, 690), (1920, 1080)):
        field.window.resize(*size)
        said += [f"{size}: {fault}" for fault in faults(field.window)]
    page.all_button.click()
    field.rest()
    said += faults(field.window)
    field.close()
    assert not said, "\n".join(said)
