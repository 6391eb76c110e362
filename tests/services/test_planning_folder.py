"""A plan out of the data folder: what is read, what is proposed and why, accepting it, planning again."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from promoter_app.domain.planning.fixes import apply_fix
from promoter_app.domain.planning.holidays import rest_days
from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services.folder import set_setting
from promoter_app.services.planning.proposing import WeekProposal, accept, prepare, propose, solve_prepared
from promoter_app.services.planning.replanning import accept_moves, prepare_again, replan_prepared
from promoter_app.services.sessions import sessions
from promoter_app.services.undo import undo
from tests.services.week_field import MONDAY, SATURDAY, TUESDAY, Week, make_week

TODAY = "2026-02-17"
PATIENT = 120.0
"""Seconds. These weeks are proven in one; a busy machine only begins later."""


@pytest.fixture
def week(tmp_path: Path) -> Iterator[Week]:
    made = make_week(tmp_path / "datos")
    yield made
    made.folder.close()


def asked(week: Week, promoter: bytes | None = None) -> WeekProposal:
    return propose(week.folder, week.content, MONDAY, SATURDAY, TODAY, promoter, seconds=PATIENT)


def test_every_crew_moves_on_inside_its_breaks_from_tomorrow(week: Week) -> None:
    found = asked(week)
    assert found.proposal.proven
    by_crew = {name: [s for s in found.sessions if s.crew == id] for name, id in week.crews.items()}
    assert all(rows for rows in by_crew.values())
    for rows in by_crew.values():
        assert [s.module for s in rows][:1] == ["M1"]  # health and safety first
        assert len({s.module for s in rows}) == len(rows)
    assert all(s.held_on > TODAY and (s.starts, s.ends) == ("12:00", "12:30") for s in found.sessions)
    first = next(s for s in found.sessions if s.crew_name == "Los Pinos")
    assert first.why.es.startswith("Es la primera sesión de Los Pinos")
    assert first.why.en.startswith("It is the first session of Los Pinos")


def test_what_is_planned_stays_and_is_not_proposed_again(week: Week) -> None:
    week.plan("Los Pinos", "2026-02-18", "12:00", "12:30", "M1")
    found = asked(week)
    pinos = [s for s in found.sessions if s.crew == week.crews["Los Pinos"]]
    assert all(s.module != "M1" and s.held_on > "2026-02-18" for s in pinos)
    others = [s for s in found.sessions if s.held_on == "2026-02-18"]
    assert all(s.promoter == week.xitlali for s in others)  # Lupita is at Los Pinos then


def test_closed_days_holidays_and_absent_people_are_kept_free(week: Week) -> None:
    week.add("closure", scope="venue", target=week.venues["Los Pinos"], starts="2026-02-18", ends="2026-02-19",
             reason="mill_stopped")  # fmt: skip
    week.add("availability", person=week.lupita, since="2026-02-18", until="2026-02-21", present=0)
    found = asked(week)
    assert {s.promoter for s in found.sessions} == {week.xitlali}
    assert all(s.held_on >= "2026-02-20" for s in found.sessions if s.crew == week.crews["Los Pinos"])
    holiday = prepare(week.folder, week.content, "2026-03-16", "2026-03-16", TODAY)  # third Monday of March
    assert solve_prepared(holiday, seconds=PATIENT).sessions == ()


def test_rest_days_by_year() -> None:
    assert date(2026, 2, 2) in rest_days(2026)
    assert date(2026, 11, 16) in rest_days(2026)
    assert len(rest_days(2026)) == 7
    assert date(2030, 10, 1) in rest_days(2030)


def test_a_crew_in_another_language_gets_somebody_who_speaks_it(week: Week) -> None:
    for n in range(9):
        person = week.add("person", kind="worker", name=f"Persona {n}", language="hch")
        week.add("membership", person=person, crew=week.crews["San Blas"], since="2026-01-05")
    for other in ("Los Pinos", "El Trapiche"):
        week.add("closure", scope="venue", target=week.venues[other], starts=TODAY, ends=SATURDAY, reason="feast")
    found = asked(week)
    blas = [s for s in found.sessions if s.crew == week.crews["San Blas"]]
    assert blas
    assert all(s.promoter == week.xitlali or s.interpreter == week.interpreter for s in blas)


def with_partners(week: Week, crew: str) -> None:
    """The crew is of one organisation, both promoters of another."""
    ours, theirs = (week.add("partner", name=name) for name in ("Nuestra", "Vecina"))
    with week.folder.book.writing(week.stamp()) as write:
        for person in (week.lupita, week.xitlali):
            write.edit("person", person, partner=ours)
        write.edit("crew", week.crews[crew], partner=theirs)


def test_promoters_are_sent_to_crews_of_their_own_organisation(week: Week) -> None:
    with_partners(week, "Los Pinos")
    found = asked(week)
    assert {s.crew_name for s in found.sessions} == {"El Trapiche", "San Blas"}
    (left,) = found.left_out
    assert (left.crew_name, left.rule) == ("Los Pinos", "other_partner")
    assert "nadie de su organización" in left.why.es.lower()
    set_setting(week.folder, week.stamp(), "plan_across_partners", "1")
    assert {s.crew_name for s in asked(week).sessions} == {"El Trapiche", "San Blas", "Los Pinos"}


def test_a_visit_to_another_organisation_planned_by_hand_stands(week: Week) -> None:
    with_partners(week, "Los Pinos")
    week.plan("Los Pinos", "2026-02-19", "12:00", "12:30")
    found = asked(week)
    assert not found.notes
    assert len([s for s in found.proposal.placements if s.session.crews == (week.crews["Los Pinos"].hex(),)]) >= 1


def test_refusals_name_the_rule_and_the_one_change_that_helps(week: Week) -> None:
    week.add("availability", person=week.lupita, since="2026-02-16", until="2026-02-21", present=0)
    week.add("availability", person=week.xitlali, since="2026-02-16", until="2026-02-21", present=0)
    found = asked(week)
    assert len(found.left_out) == 3
    assert {r.rule for r in found.left_out} == {"off_duty"}
    fixed = next(r for r in found.left_out if r.crew_name == "Los Pinos")
    assert fixed.fix is not None
    assert "sí se puede" in fixed.fix.es
    assert fixed.change is not None
    gathered = found.prepared.gathered
    changed = replace(gathered, problem=apply_fix(gathered.problem, fixed.change))
    again = solve_prepared(replace(found.prepared, gathered=changed), seconds=PATIENT)
    day = found.prepared.gathered.problem.days[fixed.change.day].date
    assert [s.held_on for s in again.sessions] == [day]
    others = {r.crew: r.rule for r in again.left_out}
    assert others.get(fixed.crew, "taken") in ("taken", "busy", "possible")


def test_the_table_of_roads_replaces_the_estimate(week: Week) -> None:
    for venue in week.venues.values():
        week.add("travel_time", a=week.lupita, b=venue, minutes=200)
    found = asked(week)
    assert {s.promoter for s in found.sessions} == {week.xitlali}


def test_pay_day_hours_are_kept_free(week: Week) -> None:
    set_setting(week.folder, Edge("Teresa", "coordinator").stamp(), "plan_pay_day", "4 11:00 15:00")
    assert all(s.held_on != "2026-02-20" for s in asked(week).sessions)


def test_accepting_writes_all_at_once_and_one_undo_takes_all_back(week: Week) -> None:
    found = asked(week)
    done = accept(week.folder, week.stamp(), found)
    rows = week.sql("SELECT crew, held_on, starts, ends, module, promoter, state FROM session_now ORDER BY held_on")
    assert sorted(rows) == sorted(
        (s.crew, s.held_on, s.starts, s.ends, s.module, s.promoter, "planned") for s in found.sessions
    )
    assert done.undo is not None
    undo(week.folder, week.stamp(), done.undo)
    assert week.sql("SELECT count(*) FROM session_now") == [(0,)]


def test_accepting_one_and_what_changed_meanwhile(week: Week) -> None:
    found = asked(week)
    accept(week.folder, week.stamp(), found, {found.sessions[0].key})
    assert week.sql("SELECT count(*) FROM session_now") == [(1,)]
    with pytest.raises(Refusal, match="La semana cambió"):
        accept(week.folder, week.stamp(), found)
    with pytest.raises(Refusal, match="No hay sesiones"):
        accept(week.folder, week.stamp(), found, set())
    assert week.sql("SELECT count(*) FROM session_now") == [(1,)]


def test_a_promoter_accepts_own_sessions_only(tmp_path: Path) -> None:
    week = make_week(tmp_path / "datos", role="promoter", operator="lupita ramos")
    try:
        own = asked(week, week.lupita)
        assert {s.promoter for s in own.sessions} == {week.lupita}
        with pytest.raises(Refusal, match="coordinación"):
            accept(week.folder, week.stamp(), asked(week))
        accept(week.folder, week.stamp(), own)
    finally:
        week.folder.close()


def test_days_that_make_no_sense_are_a_sentence(week: Week) -> None:
    with pytest.raises(Refusal, match="antes que el primero"):
        propose(week.folder, week.content, SATURDAY, MONDAY, TODAY, seconds=1)
    with pytest.raises(Refusal, match="a lo más"):
        propose(week.folder, week.content, MONDAY, "2026-12-31", TODAY, seconds=1)
    empty = propose(week.folder, week.content, "2027-03-01", "2027-03-06", TODAY, seconds=1)
    assert empty.sessions == ()
    assert any("cuadrillas" in n.es for n in empty.notes)


def test_planning_again_moves_only_what_must_move(week: Week) -> None:
    accept(week.folder, week.stamp(), asked(week))
    before = week.sql("SELECT id, held_on, module FROM session_now WHERE held_on > ? ORDER BY id", TODAY)
    prepared = prepare_again(week.folder, week.content, MONDAY, SATURDAY, TODAY)
    calm = replan_prepared(prepared)
    assert calm.moves == ()
    assert calm.sentence.es == f"Se mueven 0 de {len(before)} sesiones."
    week.add("availability", person=week.lupita, since="2026-02-19", until="2026-02-19", present=0)
    prepared = prepare_again(week.folder, week.content, MONDAY, SATURDAY, TODAY)
    found = replan_prepared(prepared)
    hit = week.sql("SELECT count(*) FROM session_now WHERE held_on='2026-02-19' AND promoter=?", week.lupita)[0][0]
    assert 1 <= found.moved <= hit + 1
    assert found.sentence.es.startswith(f"Se mueve{'n' if found.moved != 1 else ''} {found.moved} de {len(before)} ses")
    done = accept_moves(week.folder, week.stamp(), found)
    gone = week.sql("SELECT count(*) FROM session_now WHERE held_on='2026-02-19' AND promoter=? AND state='planned'",
                    week.lupita)  # fmt: skip
    assert gone == [(0,)]
    assert done.undo is not None
    undo(week.folder, week.stamp(), done.undo)
    assert week.sql("SELECT id, held_on, module FROM session_now WHERE held_on > ? ORDER BY id", TODAY) == before


def test_a_refused_move_stays_where_it_was(week: Week) -> None:
    one = week.plan("Los Pinos", "2026-02-19", "12:00", "12:30", "M1")
    week.plan("Los Pinos", "2026-02-20", "12:00", "12:30", "M3")
    prepared = prepare_again(week.folder, week.content, MONDAY, SATURDAY, TODAY, refused={one})
    assert [s.module for s in prepared.gathered.problem.locked] == ["M1"]


def test_a_session_that_began_is_not_moved_behind_somebodys_back(week: Week) -> None:
    made = week.plan("Los Pinos", "2026-02-19", "12:00", "12:30", "M1")
    week.add("availability", person=week.lupita, since="2026-02-19", until="2026-02-19", present=0)
    found = replan_prepared(prepare_again(week.folder, week.content, MONDAY, SATURDAY, TODAY))
    sessions.start_session(week.folder, week.stamp(), made)
    keys = {m.key for m in found.moves if m.session == made}
    assert keys
    with pytest.raises(Refusal, match="La semana cambió"):
        accept_moves(week.folder, week.stamp(), found, keys)


def test_history_of_the_season_counts(week: Week) -> None:
    week.held("Los Pinos", "2026-02-10", "M1")
    found = asked(week)
    rows = [s.module for s in found.sessions if s.crew == week.crews["Los Pinos"]]
    assert "M1" not in rows
    assert TUESDAY.date().isoformat() == TODAY
