"""The board of the week, what is wrong with its sessions, changes by hand, the calendar file and the paper."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from icalendar import Calendar

from promoter_app.domain.refusal import Refusal
from promoter_app.services.sessions import sessions
from promoter_app.services.sessions.sessions import NewSession
from promoter_app.services.undo import undo
from promoter_app.services.week import changes
from promoter_app.services.week.board import BoardSession, week_board
from promoter_app.services.week.calendar import calendar_text, export_calendar
from promoter_app.services.week.paper import print_week, week_plan
from tests.services.week_field import MONDAY, TUESDAY, Week, make_week

TODAY, WEDNESDAY, THURSDAY = "2026-02-17", "2026-02-18", "2026-02-19"


@pytest.fixture
def week(tmp_path: Path) -> Iterator[Week]:
    made = make_week(tmp_path / "datos")
    yield made
    made.folder.close()


def shown(week: Week, session: bytes, monday: str = MONDAY) -> BoardSession:
    board = week_board(week.folder, week.content, monday, TODAY)
    return next(s for r in board.rows for c in r.cells for s in c.sessions if s.id == session)


def problems(week: Week, session: bytes) -> list[str]:
    return [p.es for p in shown(week, session).problems]


def test_the_board_has_crews_days_breaks_and_closures(week: Week) -> None:
    made = week.plan("Los Pinos", WEDNESDAY, "12:00", "12:30")
    week.add("closure", scope="all", starts="2026-02-21", ends="2026-02-21", reason="feast")
    board = week_board(week.folder, week.content, MONDAY, TODAY)
    assert [r.name for r in board.rows] == ["El Trapiche", "Los Pinos", "San Blas"]
    pinos = board.rows[1]
    assert (len(board.days), pinos.people, pinos.company) == (6, 20, "Ingenio Puga")
    assert [s.id for s in pinos.cells[2].sessions] == [made]
    assert pinos.cells[2].breaks == ()
    assert pinos.cells[3].breaks == (("12:00", "12:40"),)
    assert pinos.cells[5].closed is not None
    assert pinos.cells[5].closed.es == "fiesta"
    own = week_board(week.folder, week.content, MONDAY, TODAY, week.lupita)
    assert [r.name for r in own.rows] == ["Los Pinos"]


def test_a_session_without_faults_has_no_problem(week: Week) -> None:
    assert problems(week, week.plan("Los Pinos", WEDNESDAY, "12:00", "12:30")) == []


def who_goes(week: Week, id: bytes, staff: changes.Staff, *, pinned: bool = False) -> None:
    """The session as it is, with other people, fixed or not."""
    s = sessions.needed(week.folder, id)
    new = NewSession(s.held_on, s.starts, s.ends, s.crew, s.module)
    changes.change(week.folder, week.stamp(), id, new, staff, pinned=pinned)


def test_each_fault_has_its_sentence(week: Week) -> None:
    rest = week.plan("Los Pinos", WEDNESDAY, "12:00", "12:40")
    assert problems(week, rest) == ["Se come 10 minutos del descanso que es para comer."]
    odd = week.plan("El Trapiche", WEDNESDAY, "15:00", "15:30", promoter=week.xitlali)
    assert problems(week, odd) == ["No hay descanso acordado a las 15:00."]
    late = week.plan("San Blas", WEDNESDAY, "12:20", "12:40", promoter=week.xitlali)
    assert "El descanso deja 10 minutos y el tema pide 15." in problems(week, late)
    early = week.plan("San Blas", "2026-02-20", "12:00", "12:30", "M6", promoter=week.xitlali)
    assert problems(week, early) == ["Antes falta 1 tema más de seguridad; lo que sigue es Machete y traslado."]


def test_two_places_at_once_name_the_other_and_the_distance(week: Week) -> None:
    here = week.plan("Los Pinos", THURSDAY, "12:00", "12:30")
    there = week.plan("San Blas", THURSDAY, "12:00", "12:30")
    assert problems(week, there) == ["Choca con Los Pinos a las 12:00. Están a 40 km y va Lupita Ramos."]
    assert problems(week, here) == ["Choca con San Blas a las 12:00. Están a 40 km y va Lupita Ramos."]
    changes.move(week.folder, week.stamp(), there, THURSDAY, "12:31", "12:35")
    assert any(p.startswith("De Los Pinos son") and "solo hay 1" in p for p in problems(week, there))


def test_people_who_cannot_go(week: Week) -> None:
    made = week.plan("Los Pinos", WEDNESDAY, "12:00", "12:30")
    week.add("availability", person=week.lupita, since=WEDNESDAY, until=WEDNESDAY, present=1, starts="13:00")
    assert problems(week, made) == ["Lupita Ramos no trabaja ese día a esa hora."]
    who_goes(week, made, changes.Staff(None))
    assert problems(week, made) == ["Nadie va a esta sesión todavía."]


def test_language_needs_a_speaker_or_an_interpreter(week: Week) -> None:
    person = week.add("person", kind="worker", name="Haiku", language="hch")
    week.add("membership", person=person, crew=week.crews["San Blas"], since="2026-01-05")
    made = week.plan("San Blas", WEDNESDAY, "12:00", "12:30")
    (said,) = problems(week, made)
    assert said.startswith("Nadie habla")
    assert "intérprete" in said
    who_goes(week, made, changes.Staff(week.lupita, interpreter=week.interpreter))
    assert problems(week, made) == []
    assert shown(week, made).others == (("interpreter", "Rosa Carrillo"),)


def test_move_pin_call_off_and_open_again(week: Week) -> None:
    made = changes.create(
        week.folder, week.stamp(),
        NewSession(WEDNESDAY, "12:00", "12:30", week.crews["Los Pinos"], "M1"),
        changes.Staff(week.lupita, week.xitlali),
    ).outcome  # fmt: skip
    assert week.sql("SELECT venue, season FROM session_now") == [(week.venues["Los Pinos"], week.season)]
    assert week.sql("SELECT person, role FROM session_staff") == [(week.xitlali, "promoter")]
    done = changes.move(week.folder, week.stamp(), made, THURSDAY, "12:05", "12:30")
    assert week.sql("SELECT held_on, starts FROM session_now") == [(THURSDAY, "12:05")]
    assert done.undo is not None
    undo(week.folder, week.stamp(), done.undo)
    assert week.sql("SELECT held_on, starts FROM session_now") == [(WEDNESDAY, "12:00")]
    who_goes(week, made, changes.Staff(week.lupita), pinned=True)
    assert shown(week, made).pinned
    changes.call_off(week.folder, week.stamp(), made, "rain_mud")
    assert (shown(week, made).state, shown(week, made).reason) == ("not_held", "rain_mud")
    with pytest.raises(Refusal, match="ya empezó"):
        changes.move(week.folder, week.stamp(), made, THURSDAY, "12:00", "12:30")
    changes.open_again(week.folder, week.stamp(), made)
    assert shown(week, made).state == "planned"
    with pytest.raises(Refusal, match="misma persona"):
        who_goes(week, made, changes.Staff(week.lupita, week.lupita))


def test_a_promoter_leaves_the_sessions_of_others_alone(tmp_path: Path) -> None:
    week = make_week(tmp_path / "datos", role="promoter", operator="Xitlali Bautista")
    try:
        made = week.plan("Los Pinos", WEDNESDAY, "12:00", "12:30")
        with pytest.raises(Refusal, match="coordinación"):
            changes.move(week.folder, week.stamp(), made, THURSDAY, "12:00", "12:30")
        own = week.plan("San Blas", WEDNESDAY, "12:00", "12:30", promoter=week.xitlali)
        changes.move(week.folder, week.stamp(), own, THURSDAY, "12:00", "12:30")
    finally:
        week.folder.close()


def test_last_week_again_with_the_next_topic(week: Week) -> None:
    week.held("Los Pinos", "2026-02-11", "M1")
    week.plan("El Trapiche", "2026-02-12", "12:00", "12:30", "M1")
    week.plan("San Blas", "2026-02-09", "12:00", "12:30", "M1")
    done = changes.copy_last_week(week.folder, week.stamp(), week.content, MONDAY)
    rows = week.sql("SELECT crew, held_on, module FROM session_now WHERE held_on >= ? ORDER BY held_on", MONDAY)
    assert rows == [(week.crews["Los Pinos"], WEDNESDAY, "M2"), (week.crews["El Trapiche"], THURSDAY, "M1")]
    assert [s.es for s in done.outcome.left_out] == ["San Blas: ese día ya pasó."]
    again = changes.copy_last_week(week.folder, week.stamp(), week.content, MONDAY)
    assert again.outcome.made == ()
    assert "ya tiene sesión ese día" in again.outcome.left_out[1].es


def events(text: bytes) -> dict[str, tuple[str, int, str]]:
    rows: list[Any] = list(Calendar.from_ical(text).walk("VEVENT"))
    return {str(e["uid"]): (str(e["status"]), int(e["sequence"]), e["dtstart"].dt.isoformat()) for e in rows}


def test_the_calendar_file_can_be_brought_in_again(week: Week, tmp_path: Path) -> None:
    made = week.plan("Los Pinos", WEDNESDAY, "12:00", "12:30", "M8")
    uid = f"{made.hex()}@surco"

    def now() -> bytes:
        return calendar_text(week.folder, week.content, week.lupita, MONDAY, "2026-02-22", TUESDAY)

    first = now()
    assert events(first) == {uid: ("CONFIRMED", 0, "2026-02-18T12:00:00-07:00")}
    assert b"BEGIN:VTIMEZONE" in first
    assert b"violencia" not in first  # neutral names only
    changes.move(week.folder, week.stamp(), made, THURSDAY, "12:00", "12:30")
    assert events(now())[uid][0] == "CONFIRMED"
    moved = events(now())[uid][1]
    assert moved > 0
    who_goes(week, made, changes.Staff(week.xitlali))
    assert events(now())[uid][0] == "CANCELLED"
    assert events(now())[uid][1] > moved
    assert events(calendar_text(week.folder, week.content, week.xitlali, MONDAY, "2026-02-22", TUESDAY))[uid][0] == (
        "CONFIRMED"
    )
    out = tmp_path / "agenda.ics"
    export_calendar(week.folder, week.content, week.lupita, MONDAY, "2026-02-22", TUESDAY, out)
    assert events(out.read_bytes()) == events(now())
    with pytest.raises(Refusal):
        export_calendar(
            week.folder, week.content, week.lupita, MONDAY, "2026-02-22", TUESDAY, tmp_path / "no" / "agenda.ics"
        )


def test_the_week_on_paper_has_neutral_titles(week: Week, tmp_path: Path) -> None:
    week.plan("Los Pinos", WEDNESDAY, "12:00", "12:30", "M8")
    board = week_board(week.folder, week.content, MONDAY, TODAY)
    plan = week_plan(board, week.content, "es")
    assert [(r.name, [s.title for s in r.sessions]) for r in plan.rows] == [("Los Pinos", ["Buen trato"])]
    out = print_week(board, week.content, tmp_path / "semana.pdf")
    assert out.read_bytes().startswith(b"%PDF")
