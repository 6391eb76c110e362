"""A list of people as a service: looked at first, carried out as one change; and the season it needs."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.people_list.rows import Field as Column
from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services import seasons
from promoter_app.services.crews import members as crew_members
from promoter_app.services.crews.crews import crews
from promoter_app.services.curricula import read_content
from promoter_app.services.folder import Folder
from promoter_app.services.people import importing as people_import
from promoter_app.services.undo import undo
from tests.services.conftest import NOON, Field

TODAY = NOON.date()
HEADERS = "Nombre completo,Sexo,Edad,CURP,Cuadrilla,Tarjeta"


def listed(place: Path, *rows: str, headers: str = HEADERS) -> Any:
    path = place / "lista.csv"
    path.write_text("\r\n".join((headers, *rows)), "utf-8")
    return people_import.read_list(path)


def plan(field: Field, table: Any, crew: bytes | None = None) -> people_import.ImportPlan:
    mapping = people_import.remembered_mapping(field.folder, table)
    return people_import.plan_import(field.folder, table, mapping, TODAY, crew=crew)


def test_looking_changes_nothing_and_says_everything(field: Field, tmp_path: Path) -> None:
    table = listed(
        tmp_path,
        "Zenaida Muñoz Güémez,F,41,MUGZ850101MNTXXX01,Nueva Galera,0006",
        "Genaro Salas,H,16,SAGG100101HNTXXX02,Los Pinos,",
        "Rosalia Bautista Carrillo,F,30,,Los Pinos,",
        "Hilario de la Cruz Rios,H,30,,El Trapiche,",
        "Zenaida Muñoz Güémez,F,41,,Nueva Galera,",
    )
    before = field.sql("SELECT count(*) FROM person")
    seen = plan(field, table)
    assert field.sql("SELECT count(*) FROM person") == before
    assert [row.row_number for row in seen.rows] == [2, 5]
    assert [skipped.row for skipped in seen.skipped] == [3, 4, 6]
    assert [(one.row, one.score) for one in seen.duplicates] == [(5, 100)]
    assert seen.new_crews == ("Nueva Galera",)
    assert any("CURP" in note.es for note in seen.mapping.notes)


def test_a_list_comes_and_goes_as_one_change(field: Field, tmp_path: Path) -> None:
    seen = plan(field, listed(tmp_path, "Zenaida Muñoz,F,41,XXXX850101MNTXXX01,Nueva Galera,0006", "Abel Ruiz,H,50,,,"))
    done = people_import.carry_out(field.folder, field.office_stamp(), seen)
    assert done.outcome.imported == 2
    names = "SELECT name FROM person_now WHERE name IN ('Zenaida Muñoz', 'Abel Ruiz') ORDER BY name"
    assert field.sql(names) == [("Abel Ruiz",), ("Zenaida Muñoz",)]
    assert field.sql("SELECT sector FROM crew_now WHERE name = 'Nueva Galera'") == [("cane",)]
    assert b"XXXX850101MNTXXX01" not in (field.folder.path / "surco.db").read_bytes()
    assert done.undo is not None
    undo(field.folder, field.stamp(), done.undo)
    assert field.sql(names) == []
    assert field.sql("SELECT count(*) FROM crew_now WHERE name = 'Nueva Galera'") == [(0,)]


def test_stopped_half_way_leaves_nothing(field: Field, tmp_path: Path) -> None:
    rows = [f"Persona {chr(65 + at // 26 % 26)}{chr(97 + at % 26)} Número {at // 676},F,30,,," for at in range(600)]
    seen = plan(field, listed(tmp_path, *[row.replace("0,F", "Uno,F") for row in rows]))
    told: list[tuple[int, int]] = []
    with pytest.raises(Refusal) as stopped:
        people_import.carry_out(
            field.folder,
            field.office_stamp(),
            seen,
            on_progress=lambda *step: told.append(step),
            should_stop=lambda: bool(told),
        )
    assert stopped.value.code == "stopped"
    assert told == [(500, seen.people)]
    assert field.sql("SELECT count(*) FROM person_now") == [(5,)]


def test_the_meaning_of_the_columns_is_remembered(field: Field, tmp_path: Path) -> None:
    table = listed(tmp_path, "Zenaida Muñoz,x", headers="Nombre,Raro")
    mapping = people_import.remembered_mapping(field.folder, table).with_column(1, Column.CREW)
    seen = people_import.plan_import(field.folder, table, mapping, TODAY)
    people_import.carry_out(field.folder, field.office_stamp(), seen)
    assert people_import.remembered_mapping(field.folder, table).columns == (Column.NAME, Column.CREW)


@pytest.mark.parametrize(
    ("sector", "starts", "ends", "code"),
    [
        ("maize", "2026-02-17", "2026-06-30", "unknown_sector"),
        ("cane", "2026-02-17", "2026-02-16", "ends_before_start"),
        ("cane", "2025-02-17", "2026-02-16", "already_over"),
        ("cane", "2026-02-17", "2028-02-17", "too_long"),
        ("cane", "2026-02-17", "20260630", "bad_date"),
        ("cane", "2026-02-30", "2026-06-30", "bad_date"),
    ],
)
def test_a_season_with_wrong_dates_is_refused(field: Field, sector: str, starts: str, ends: str, code: str) -> None:
    before = field.sql("SELECT count(*) FROM season_now")
    with pytest.raises(Refusal) as refused:
        seasons.start_season(field.folder, field.stamp(), "Zafra", sector, starts, ends)
    assert refused.value.code == code
    assert field.sql("SELECT count(*) FROM season_now") == before


def test_a_season_without_name_is_refused(field: Field) -> None:
    with pytest.raises(Refusal) as refused:
        seasons.start_season(field.folder, field.stamp(), " \u200b ", "cane", "2026-02-17", "2026-06-30")
    assert refused.value.code == "no_name"


def test_a_season_starts_runs_and_is_undone(new_folder: Callable[[str], Folder]) -> None:
    folder, edge = new_folder("otra"), Edge("Lupita", now=lambda: NOON)
    assert seasons.running_season(folder, "2026-02-17") is None
    done = seasons.start_season(folder, edge.stamp(), " Zafra  26 ", "cane", "2026-02-17", "2026-06-30")
    running = seasons.running_season(folder, "2026-06-30")
    assert running == seasons.Season(done.outcome, "Zafra 26", "cane", "2026-02-17", "2026-06-30")
    assert seasons.running_season(folder, "2026-07-01") is None
    assert done.undo is not None
    undo(folder, edge.stamp(), done.undo)
    assert seasons.running_season(folder, "2026-02-17") is None


@given(st.dates(date(2020, 1, 1), date(2060, 12, 31)), st.sampled_from(seasons.SECTORS))
def test_the_proposed_end_is_always_one_that_is_accepted(today: date, sector: str) -> None:
    ends = seasons.usual_end(sector, today)
    assert timedelta(days=30) <= ends - today <= timedelta(days=seasons.LONGEST_DAYS)
    assert (ends.month, ends.day) == ((6, 30) if sector == "cane" else (7, 31))


def test_names_of_seasons_straddle_years() -> None:
    assert seasons.usual_name("cane", date(2026, 11, 22), date(2027, 6, 30)) == "Zafra 26-27"
    assert seasons.usual_name("tobacco", date(2026, 2, 1), date(2026, 7, 31)) == "Temporada de tabaco 26"


def test_the_view_of_a_crew_counts_what_its_people_had(field: Field, clock: list[datetime]) -> None:
    courses = read_content().courses
    pinos = next(crew for crew in crews(field.folder, "2026-02-17") if crew.name == "Los Pinos")
    view = crew_members.crew_view(field.folder, courses["cane"], pinos, "2026-02-17")
    assert [member.person.id for member in view.members] == [
        row[0]
        for row in field.sql(
            "SELECT p.id FROM person_now p JOIN membership_now m ON m.person = p.id WHERE m.crew = ?"
            " ORDER BY p.name_key",
            field.crew,
        )
    ]
    assert view.next is not None
    assert view.next.id == field.session
    assert set(view.lacks) == {member.person.id for member in view.members}
    found = crew_members.crew_progress(field.folder, courses, "2026-02-17")
    progress = {one.crew.name: (one.held, one.topics) for one in found}
    assert progress == {"Los Pinos": (0, 9), "El Trapiche": (0, 9)}
    assert crew_members.crew_view(field.folder, None, pinos, "2026-02-17").path is None
