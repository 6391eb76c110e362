"""What changes under a promoter's hands: the laptop's clock is set back; a list from the office brings other keys."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt

from promoter_app.edge import Edge
from promoter_app.services import rosters
from promoter_app.services.crews import crews
from promoter_app.services.folder import open_folder
from promoter_app.services.security import locking, project_keys
from promoter_app.ui.deliver_page import DeliverPage
from promoter_app.ui.settings.keys_part import KeysPart
from promoter_app.ui.settings.page import SettingsPage
from tests.journeys.desk import NOON, Field, sample_season
from tests.journeys.locked import OpenField


@pytest.fixture
def season(tmp_path: Path, season_cache: Path) -> Path:
    return sample_season(tmp_path / "datos", season_cache)


def jumps_told(field: Field) -> list[str]:
    rows = field.sql("SELECT detail FROM audit WHERE action = 'clock_jumped'")
    return [detail for (detail,) in rows]


@pytest.mark.parametrize("minutes", [-180, 180])
def test_a_clock_that_is_moved_during_the_day_is_told_and_kept(
    open_field: OpenField, season: Path, minutes: int
) -> None:
    field = open_field(season)
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: field.step() == "attendance" and not field.window.desk.road.is_busy)
    said: list[tuple[str, str]] = []
    field.window.desk.told.connect(lambda kind, title, _detail: said.append((kind, title)))
    field.now += timedelta(minutes=5)
    field.window.ticked.emit()
    field.rest()
    assert (said, jumps_told(field)) == ([], []), "time that passes is no jump"
    field.moved = timedelta(minutes=minutes)
    field.window.ticked.emit()
    field.rest()
    assert said == [("amber", "El reloj de la laptop cambió mientras trabajabas")]
    assert jumps_told(field) == [f"{minutes} min"]
    field.window.ticked.emit()
    field.rest()
    assert (len(said), len(jumps_told(field))) == (1, 1), "told once"


def give_list(office: Path, out: Path) -> str:
    """The office makes (or changes) its keys and gives a list; its public key for recovery."""
    folder, stamp = open_folder(office), Edge("Teresa", "coordinator", now=lambda: NOON).stamp()
    sheet = locking.new_recovery_key()
    project_keys.make_project_keys(folder, stamp, [sheet.recipient])
    rosters.give_roster(folder, stamp, [one.id for one in crews.crews(folder, stamp.today)][:1], out)
    folder.close()
    return sheet.recipient


def take_list(field: Field, path: Path) -> None:
    field.window.show_room("deliver")
    field.rest()
    page = field.window.room()
    assert isinstance(page, DeliverPage)
    page.bring_roster(path)
    field.wait(page.result.isVisible)
    field.rest()


def keys_part(field: Field) -> KeysPart:
    field.window.show_room("settings")
    field.rest()
    page = field.window.room()
    assert isinstance(page, SettingsPage)
    page.show_section("keys")
    field.rest()
    part = page.more["keys"]
    assert isinstance(part, KeysPart)
    return part


def held(field: Field) -> list[str]:
    found: list[str] = []
    field.window.desk.road.ask(lambda folder: project_keys.project_keys(folder).recovery, found.extend)
    field.rest()
    return found


def test_other_keys_in_a_list_are_told_and_followed_only_by_the_office(
    open_field: OpenField, season: Path, tmp_path: Path, season_cache: Path
) -> None:
    office = sample_season(tmp_path / "oficina", season_cache)
    first = give_list(office, tmp_path / "lista-1.db")
    field = open_field(season)
    take_list(field, tmp_path / "lista-1.db")
    assert held(field) == [first], "a laptop holds to the keys of its first list"
    assert "llaves" not in field.banner()
    second = give_list(office, tmp_path / "lista-2.db")
    take_list(field, tmp_path / "lista-2.db")
    assert "otras llaves del proyecto" in field.banner()
    assert held(field) == [first]
    part = keys_part(field)
    assert part.news.isVisible()
    assert not part.follow_button.isVisible(), "a promoter asks the office for its card"
    field.window.desk.set_role("coordinator")
    part = keys_part(field)
    part.reload()
    field.rest()
    part.follow_button.click()
    field.rest()
    assert "llaves nuevas" in part.banner.accessibleName()
    assert not part.news.isVisible()
    assert held(field) == [second]
