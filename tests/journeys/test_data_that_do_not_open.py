"""Data that do not open say why on a page of their own; copies bring them back with one button, and away again."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from promoter_app.domain.security.clocks import Moment
from promoter_app.edge import Edge
from promoter_app.services.folder import Folder, open_folder
from promoter_app.services.security import clock, keeping, locking
from promoter_app.ui.lock.clock_view import ClockView
from promoter_app.ui.lock.trouble_view import TroubleView
from promoter_app.ui.settings.access_part import AccessPart
from promoter_app.ui.settings.copies_part import CopiesPart
from promoter_app.ui.settings.page import SettingsPage
from promoter_app.ui.settings.trace_part import TracePart
from promoter_app.ui.today.page import TodayPage
from tests.journeys.desk import NOON, Field, read, sample_season
from tests.journeys.locked import LUPITA, OpenField, enter, lock_screen, lock_season, names_of_everybody
from tests.services.locked_season import names_in


@pytest.fixture
def season(tmp_path: Path, season_cache: Path) -> Path:
    return sample_season(tmp_path / "datos", season_cache)


def trouble(field: Field) -> TroubleView:
    view = field.window.pages.currentWidget()
    assert isinstance(view, TroubleView)
    return view


def settings(field: Field, section: str) -> SettingsPage:
    field.window.show_room("settings")
    field.rest()
    page = field.window.room()
    assert isinstance(page, SettingsPage)
    page.show_section(section)
    field.rest()
    return page


def damage(path: Path) -> None:
    database = path / "surco.db"
    whole = bytearray(database.read_bytes())
    for at in range(4096, len(whole), 8192):
        whole[at : at + 2048] = b"\xa5" * len(whole[at : at + 2048])
    database.write_bytes(whole)


def damage_answers(path: Path) -> None:
    """A page that neither the opening nor Hoy reads."""
    ((root,),) = read(path / "surco.db", "SELECT rootpage FROM sqlite_schema WHERE name = 'answer'")
    whole = bytearray((path / "surco.db").read_bytes())
    whole[(root - 1) * 4096] ^= 0xFF
    (path / "surco.db").write_bytes(whole)


def with_copy(path: Path, passphrase: str = "") -> None:
    if passphrase:
        folder = locking.unlock(path, None, passphrase, Moment(int(NOON.timestamp() * 1000), 0))
    else:
        folder = open_folder(path)
    keeping.make_copy(folder, Edge("Lupita Ramos", now=lambda: NOON).stamp())
    folder.close()


@pytest.mark.parametrize("locked", [False, True])
def test_damaged_data_come_back_from_the_last_copy(open_field: OpenField, season: Path, locked: bool) -> None:
    if locked:
        lock_season(season)
    with_copy(season, LUPITA.passphrase if locked else "")
    damage(season)
    field = open_field(season, covered=True, operator="")
    if locked:
        enter(field, LUPITA.passphrase)
        field.wait(lambda: isinstance(field.window.pages.currentWidget(), TroubleView))
    view = trouble(field)
    assert "dañado" in view.title.text()
    assert view.copies.people.rowCount() == 1
    field.key(Qt.Key.Key_F9)
    field.wait(lambda: not field.window.pages.is_covered())
    field.rest()
    assert "de vuelta" in field.banner()
    assert (season / "apartado").is_dir(), "what was damaged is kept"


@pytest.mark.usefixtures("looked_at_beside")
def test_damage_that_nobody_read_yet_is_told_while_the_day_is_on_screen(open_field: OpenField, season: Path) -> None:
    with_copy(season)
    damage_answers(season)
    field = open_field(season)
    day = field.window.room()
    assert isinstance(day, TodayPage)
    assert day.is_filled
    field.wait(field.window.pages.is_covered)
    assert "dañado" in trouble(field).title.text()
    field.key(Qt.Key.Key_F5)
    field.rest()
    assert "dañado" in trouble(field).title.text(), "once doubted, it is looked at before anybody reads"
    field.key(Qt.Key.Key_F9)
    field.wait(lambda: not field.window.pages.is_covered())
    field.rest()
    assert "de vuelta" in field.banner()


def test_two_windows_on_one_folder_are_told_apart(open_field: OpenField, season: Path) -> None:
    first = open_field(season)
    second = open_field(season, covered=True)
    view = trouble(second)
    assert "Otra ventana de Surco" in view.title.text()
    assert not view.restore_button.isVisible()
    first.close()
    second.key(Qt.Key.Key_F5)
    second.wait(lambda: not second.window.pages.is_covered())


def test_a_copy_is_brought_back_and_away_again(open_field: OpenField, season: Path) -> None:
    names = names_of_everybody(season)
    lock_season(season)
    field = open_field(season, covered=True, operator="")
    enter(field, LUPITA.passphrase)
    field.wait(lambda: not field.window.pages.is_covered())
    field.rest()
    page = settings(field, "copies")
    part = page.more["copies"]
    assert isinstance(part, CopiesPart)
    part.make_button.click()
    field.rest()
    assert part.list.people.rowCount() == 1
    assert f"{len(names)} personas" in part.list.people.row(0).detail
    counts: list[int] = []
    field.window.desk.road.ask(_mark, counts.append)
    field.rest()
    part.restore_button.click()
    field.wait(lambda: "otra vez los de" in part.banner.accessibleName())
    field.rest()
    field.window.desk.road.ask(_marks, counts.append)
    field.rest()
    field.now += timedelta(minutes=1)
    part.banner.acted.emit("back")
    field.wait(lambda: "otra vez los de" in part.banner.accessibleName() and part.banner.isVisible())
    field.rest()
    field.window.desk.road.ask(_marks, counts.append)
    field.rest()
    assert counts == [1, 0, 1]


def _mark(folder: Folder) -> int:
    folder.book.set_local("marca", "x")
    return _marks(folder)


def _marks(folder: Folder) -> int:
    return int(folder.book.local("marca") is not None)


def test_the_own_passphrase_is_changed_and_the_trace_says_who_came_in(open_field: OpenField, season: Path) -> None:
    lock_season(season)
    field = open_field(season, covered=True, operator="")
    enter(field, LUPITA.passphrase)
    field.wait(lambda: not field.window.pages.is_covered())
    field.rest()
    part = settings(field, "access").more["access"]
    assert isinstance(part, AccessPart)
    part.old.setText("otra cosa cualquiera")
    for one in (part.passphrase.first, part.passphrase.again):
        one.setText("sombra de un mango")
    part.change_button.click()
    field.rest()
    assert "no abre" in part.banner.accessibleName()
    part.old.setText(LUPITA.passphrase)
    part.change_button.click()
    field.rest()
    assert "cambió" in part.banner.accessibleName()
    trace = settings(field, "trace").more["trace"]
    assert isinstance(trace, TracePart)
    rows = [trace.list.people.row(at) for at in range(trace.list.people.rowCount())]
    assert (rows[0].name, LUPITA.name in rows[0].detail) == ("Entró", True)
    field.window.desk.lock_wanted.emit()
    enter(field, LUPITA.passphrase)
    assert "no abre" in lock_screen(field).banner.accessibleName()
    enter(field, "sombra de un mango")
    field.wait(lambda: not field.window.pages.is_covered())


def test_after_a_day_in_the_window_no_file_names_anybody(open_field: OpenField, season: Path, tmp_path: Path) -> None:
    names = [name for name in names_of_everybody(season) if " " in name]
    assert names_in(season, *names), "the search finds names in a folder in the clear"
    lock_season(season)
    field = open_field(season, covered=True, operator="")
    enter(field, LUPITA.passphrase)
    field.wait(lambda: not field.window.pages.is_covered())
    field.rest()
    for room in ("crews", "week", "topics", "paper", "settings"):
        field.window.show_room(room)
        field.rest()
    field.window.desk.road.do(lambda folder, stamp: keeping.make_copy(folder, stamp))
    field.window.show_room("today")
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: field.step() == "attendance")
    field.rest()
    assert not names_in(tmp_path, *names), "while it is open"
    field.close()
    assert not names_in(tmp_path, *names), "and afterwards"


def test_a_clock_that_went_back_is_asked_about_before_anything_is_written(open_field: OpenField, season: Path) -> None:
    start = datetime(2026, 3, 20, 12, 0, tzinfo=timezone(timedelta(hours=-6)))
    ahead = open_field(season, start=start)
    ahead.window.desk.road.do(lambda folder, stamp: keeping.make_copy(folder, stamp))
    ahead.window.desk.set_operator("Lupita Ramos Cruz")
    ahead.window.show_room("settings")
    ahead.rest()
    _write_something(ahead)
    ahead.close()
    field = open_field(season, covered=True)
    view = field.window.pages.currentWidget()
    assert isinstance(view, ClockView)
    assert f"{start.astimezone().day} de marzo" in view.words.text()
    field.key(Qt.Key.Key_F9)
    assert "por qué" in view.banner.accessibleName()
    view.reason.setText("le cambié la pila")
    field.key(Qt.Key.Key_F9)
    field.wait(lambda: not field.window.pages.is_covered())
    field.rest()
    found: list[str] = []
    field.window.desk.road.ask(lambda folder: [one.reason for one in clock.corrections(folder)], found.extend)
    field.rest()
    assert found == ["le cambié la pila"]


def _write_something(field: Field) -> None:
    from promoter_app.domain.done import Done
    from promoter_app.services.security.audit import tell

    field.window.desk.road.do(lambda folder, stamp: Done(tell(folder, stamp, "printed")))
    field.rest()
