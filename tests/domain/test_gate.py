"""The gate: safety opens the way to sensitive topics, explains itself, and never turns a worker away."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.gate.crew import (
    CrewGate,
    HeldSession,
    Lacking,
    crew_gate,
    crew_path,
    next_for_crew,
)
from promoter_app.domain.gate.people import (
    PersonHistory,
    Progress,
    certificate,
    coverage,
    crew_lock,
    pending_of,
    progress_of,
    worker_gate,
)
from promoter_app.domain.refusal import Sentence


@dataclass(frozen=True)
class Needs:
    modules: tuple[str, ...] = ()
    level: int | None = None
    count: int = 0


@dataclass(frozen=True)
class Module:
    code: str
    level: int
    prerequisites: Needs = field(default_factory=Needs)

    @property
    def neutral(self) -> Sentence:
        return Sentence(f"Tema {self.code}", f"Topic {self.code}")


ALL = {
    "M1": Module("M1", 1),
    **{code: Module(code, 1, Needs(("M1",))) for code in ("M2", "M3", "M4", "M5")},
    "M6": Module("M6", 2, Needs(("M1",), 1, 1)),
    "M7": Module("M7", 2, Needs(("M1",))),
    "M8": Module("M8", 3, Needs(("M7",), 1, 2)),
    "M9": Module("M9", 4, Needs(("M7", "M8"))),
    "M10": Module("M10", 4, Needs(("M7", "M8", "M9"))),
}
CANE = tuple(module for code, module in ALL.items() if code != "M5")
TOBACCO = tuple(module for code, module in ALL.items() if code != "M2")
MONDAY = date(2026, 11, 16)


def held(*codes: str, season: str = "26", same_day: bool = False, refresher: bool = False) -> list[HeldSession]:
    """One session a day, in the order given."""
    return [
        HeldSession(code, MONDAY + timedelta(0 if same_day else day), season, refresher)
        for day, code in enumerate(codes)
    ]


def gate(code: str, sessions: list[HeldSession], season: str = "26") -> CrewGate:
    return crew_gate(ALL[code], CANE, sessions, season)


@pytest.mark.parametrize("course", [CANE, TOBACCO])
def test_a_crew_takes_nine_modules_in_the_proposed_order(course: tuple[Module, ...]) -> None:
    sessions: list[HeldSession] = []
    for day in range(20):
        proposal = next_for_crew(course, sessions, "26")
        if proposal is None:
            break
        sessions.append(HeldSession(proposal.module, MONDAY + timedelta(day), "26"))
    assert [session.module for session in sessions] == [module.code for module in course]
    assert len(sessions) == 9


def test_a_new_crew_is_ready_for_safety_only() -> None:
    assert [one.module for one in crew_path(CANE, [], "26") if one.ready] == ["M1", "M2", "M3", "M4"]


@pytest.mark.parametrize(
    ("module", "sessions", "lacking", "following"),
    [
        ("M6", [], Lacking(("M1",), 1, 1), "M1"),
        ("M6", held("M1"), Lacking((), 1, 1), "M2"),
        ("M6", held("M2", "M3"), Lacking(("M1",), None, 0), "M1"),
        ("M7", held("M3"), Lacking(("M1",)), "M1"),
        ("M8", held("M1", "M2"), Lacking(("M7",)), "M7"),
        ("M8", held("M1", "M7"), Lacking((), 1, 1, 1), "M2"),
        ("M8", held("M1", "M2", "M7", same_day=True), Lacking(days=1), "M3"),
        ("M10", held("M1", "M2", "M7", "M8"), Lacking(("M9",)), "M9"),
        ("M10", [], Lacking(("M7", "M8", "M9"), days=2), "M1"),
    ],
)
def test_what_is_missing_and_what_comes_next(
    module: str, sessions: list[HeldSession], lacking: Lacking, following: str
) -> None:
    answer = gate(module, sessions)
    assert (answer.ready, answer.lacking, answer.next_module) == (False, lacking, following)


@pytest.mark.parametrize(
    ("module", "codes"),
    [("M6", "M1 M2"), ("M7", "M1"), ("M8", "M1 M4 M7"), ("M9", "M1 M4 M7 M8"), ("M10", "M1 M4 M7 M8 M9")],
)
def test_a_gate_opens_exactly_when_all_is_held(module: str, codes: str) -> None:
    sessions = held(*codes.split())
    assert gate(module, sessions).ready
    for one in sessions:
        assert not gate(module, [other for other in sessions if other != one]).ready


def test_four_safety_topics_in_one_day_ask_for_another_day() -> None:
    answer = gate("M8", held("M1", "M2", "M3", "M4", "M7", same_day=True))
    assert (answer.ready, answer.lacking, answer.next_module) == (False, Lacking(days=1), "M1")
    assert answer.because.es == "Antes falta seguridad en dos días distintos; lo que sigue es Tema M1."


def test_two_days_of_safety_may_be_the_same_topic() -> None:
    only_eight = (*CANE[:2], ALL["M7"], replace(ALL["M8"], prerequisites=Needs(("M7",))))
    assert crew_gate(only_eight[3], only_eight, held("M1", "M1", "M7"), "26").ready


def test_the_gate_explains_itself_in_one_sentence() -> None:
    assert gate("M6", []).because == Sentence(
        "Antes falta Tema M1 y 1 tema más de seguridad; lo que sigue es Tema M1.",
        "Still missing before it: Topic M1 and 1 more topic on safety; next is Topic M1.",
    )
    assert gate("M8", held("M1", "M2", "M7")).because.es == "Listo: ya se dio lo que va antes."
    assert gate("M1", []).because.en == "Ready: it needs nothing before."
    assert gate("M3", []).because.es == "Se puede dar; va mejor después de Tema M1."


SESSIONS = st.lists(
    st.builds(
        HeldSession,
        st.sampled_from(list(ALL)),
        st.integers(0, 5).map(lambda day: MONDAY + timedelta(day)),
        st.sampled_from(["25", "26", "26"]),
        st.booleans(),
    ),
    max_size=14,
)


@given(SESSIONS, SESSIONS, st.sampled_from([CANE, TOBACCO]))
def test_holding_more_sessions_never_closes_a_gate(
    some: list[HeldSession], more: list[HeldSession], course: tuple[Module, ...]
) -> None:
    for before, after in zip(crew_path(course, some, "26"), crew_path(course, [*some, *more], "26"), strict=True):
        assert after.ready or not before.ready


@given(SESSIONS.flatmap(lambda some: st.tuples(st.just(some), st.permutations(some))))
def test_only_what_was_held_counts_not_in_which_order(two: tuple[list[HeldSession], list[HeldSession]]) -> None:
    assert crew_path(CANE, two[0], "26") == crew_path(CANE, two[1], "26")


@given(st.permutations(["M1", "M2", "M3", "M4"]))
def test_the_order_inside_a_level_is_free(order: list[str]) -> None:
    for done in range(5):
        assert all(gate(code, held(*order[:done])).ready for code in order)
    assert gate("M8", [*held(*order), *held("M7")]).ready


@given(SESSIONS)
def test_what_is_proposed_next_can_be_given_now_and_leads_there(some: list[HeldSession]) -> None:
    for answer in crew_path(CANE, some, "26"):
        assert answer.because.es
        assert answer.because.en
        sessions, step = list(some), answer
        for day in range(12):
            assert step.next_module is not None
            if step.next_module == answer.module and not step.lacking:
                break
            assert gate(step.next_module, sessions).ready
            sessions.append(HeldSession(step.next_module, date(2027, 1, 1) + timedelta(day), "26"))
            step = gate(answer.module, sessions)
        assert step.ready


def test_a_new_season_starts_again_with_short_refreshers() -> None:
    earlier = held("M1", "M2", "M7", season="25")
    answer = gate("M7", earlier)
    assert (answer.ready, answer.next_module, answer.refresher) == (False, "M1", True)
    assert "repaso de 10 minutos" in answer.because.es
    assert gate("M7", [*earlier, *held("M1", refresher=True)]).ready


def test_a_refresher_of_what_a_crew_never_had_opens_nothing() -> None:
    assert not gate("M7", held("M1", refresher=True)).ready


def who(person: str, *attended: str, bridged: bool = False, tested: str = "") -> PersonHistory:
    return PersonHistory(person, frozenset(attended), frozenset(tested.split()), bridged)


HISTORIES = st.builds(
    PersonHistory,
    st.integers(0, 99),
    st.frozensets(st.sampled_from(list(ALL))),
    st.frozensets(st.sampled_from(list(ALL))),
    st.booleans(),
)


@given(HISTORIES, st.sampled_from(CANE))
def test_attendance_is_never_refused(history: PersonHistory, module: Module) -> None:
    answer = worker_gate(module, CANE, history)
    assert answer.because.es.startswith("Puede entrar")
    assert answer.because.en.startswith("Welcome")
    assert not hasattr(answer, "refused")
    assert answer.offer_bridge == (bool(answer.lacking) and not history.bridged)


@given(HISTORIES, st.frozensets(st.sampled_from(list(ALL))))
def test_attending_more_never_makes_more_pending(history: PersonHistory, more: frozenset[str]) -> None:
    in_course = {module.code for module in CANE}
    later = replace(history, attended=history.attended | (more & in_course))
    assert set(pending_of(CANE, later)) <= set(pending_of(CANE, history))
    assert certificate(CANE, later).ready or not certificate(CANE, history).ready


def test_progress_is_none_then_attended_then_tested() -> None:
    assert [progress_of("M1", one) for one in (who("a"), who("a", "M1"), who("a", "M1", tested="M1"))] == list(Progress)


def test_who_arrives_late_is_offered_the_bridge_once() -> None:
    assert worker_gate(ALL["M8"], CANE, who("a")).because.es == "Puede entrar; ofrécele el puente de 10 a 15 minutos."
    bridged = worker_gate(ALL["M8"], CANE, who("a", bridged=True))
    assert not bridged.offer_bridge
    assert bridged.lacking == Lacking(("M7",), 1, 2)  # the bridge is not a module


@pytest.mark.parametrize(("covered", "people", "warn"), [(7, 10, False), (6, 10, True), (0, 0, False), (2, 3, True)])
def test_coverage_warns_below_seventy_percent(covered: int, people: int, warn: bool) -> None:
    present = [who(str(at), *(["M1"] if at < covered else [])) for at in range(people)]
    answer = coverage(ALL["M7"], CANE, present)
    assert (answer.warn, answer.covered, answer.present) == (warn, covered, people)
    assert len(answer.bridge_for) == people - covered
    assert ("puente" in answer.because.es) == warn


def test_coverage_suggests_the_bridge_only_to_those_without_it() -> None:
    answer = coverage(ALL["M7"], CANE, [who("a", bridged=True), who("b"), who("c", "M1")])
    assert (answer.warn, answer.bridge_for) == (True, ("b",))
    assert answer.because.es == "1 de 3 tienen lo que va antes: conviene dar antes el puente a 1."
    assert coverage(ALL["M7"], CANE, [who("a", bridged=True)]).because.es.endswith("ya tuvieron el puente.")


def crew_of(people: int, finished: int) -> list[PersonHistory]:
    return [who(str(at), "M1", "M2", "M3", *(["M4"] if at < finished else [])) for at in range(people)]


def test_the_lock_says_how_many_people_more_open_it() -> None:
    lock = crew_lock(CANE, crew_of(31, 19))
    assert (lock.open, lock.finished, lock.needed, lock.more, lock.opens) == (False, 19, 22, 3, (7, 8, 9))
    assert lock.because.es == "Con 3 personas más se abren los temas 7, 8 y 9"
    assert lock.because.en == "With 3 more people, topics 7, 8 and 9 open"
    assert len(lock.lacks) == 12
    assert lock.lacks[0] == ("19", ("M4",))


@pytest.mark.parametrize(
    ("people", "finished", "open_now"), [(31, 21, False), (31, 22, True), (10, 7, True), (0, 0, False)]
)
def test_the_lock_opens_at_seventy_percent(people: int, finished: int, open_now: bool) -> None:
    lock = crew_lock(CANE, crew_of(people, finished))
    assert lock.open is open_now
    assert (lock.because.es == "Los temas 7, 8 y 9 están abiertos.") is open_now


def test_the_lock_does_not_promise_a_topic_that_the_crew_already_had() -> None:
    sensitive = [topic.code for topic in CANE if topic.level >= 3]
    fresh, had = crew_lock(CANE, crew_of(31, 19)), crew_lock(CANE, crew_of(31, 19), held={sensitive[0]})
    assert had.opens == fresh.opens[1:]
    assert f" {fresh.opens[0]}" not in had.because.es.partition("se abren")[2]
    assert crew_lock(CANE, crew_of(31, 19), held=set(sensitive)).opens == fresh.opens


def test_the_lock_s_words_agree_with_one() -> None:
    one_locked = CANE[:6]
    lock = crew_lock((*one_locked, ALL["M8"]), crew_of(10, 6))
    assert lock.because == Sentence("Con 1 persona más se abre el tema 7", "With 1 more person, topic 7 opens")
    assert crew_lock(one_locked, crew_of(10, 6)).opens == ()


def test_the_four_safety_topics_depend_on_the_crop() -> None:
    crew = [who("a", "M1", "M3", "M4", "M5")]
    assert crew_lock(TOBACCO, crew).open
    assert crew_lock(CANE, crew).lacks == (("a", ("M2",)),)


def test_a_coordinator_may_open_the_lock_early_and_it_shows() -> None:
    lock = crew_lock(CANE, crew_of(10, 0), opened_early=True)
    assert (lock.open, lock.early) == (True, True)
    assert lock.because.es == "Quien coordina abrió los temas 7, 8 y 9 antes de tiempo."
    assert not crew_lock(CANE, crew_of(10, 10), opened_early=True).early


@given(st.lists(HISTORIES, max_size=12), st.frozensets(st.sampled_from(list(ALL))), st.integers(1, 100))
def test_attending_more_never_closes_the_lock(crew: list[PersonHistory], more: frozenset[str], percent: int) -> None:
    later = [replace(one, attended=one.attended | more) for one in crew]
    before, after = crew_lock(CANE, crew, percent), crew_lock(CANE, later, percent)
    assert after.open or not before.open
    assert before.open == (bool(crew) and before.finished * 100 >= percent * len(crew))


def test_the_certificate_waits_for_all_that_is_required() -> None:
    whole = who("a", *(module.code for module in CANE))
    assert certificate(CANE, whole).ready
    but_two = replace(whole, attended=whole.attended - {"M3", "M9"})
    held_back = certificate(CANE, but_two)
    assert (held_back.ready, held_back.pending) == (False, ("M3", "M9"))
    assert held_back.because.es == "Le falta para su constancia: Tema M3 y Tema M9."


def test_a_shorter_certificate_still_asks_for_what_comes_before() -> None:
    assert certificate(CANE, who("a", "M1"), ["M1"]).ready
    assert certificate(CANE, who("a", "M9"), ["M9"]).pending == ("M1", "M7", "M8")
    short = certificate(CANE, who("a", "M1", "M6"), ["M6"])
    assert (short.ready, short.pending) == (False, ())
    assert "seguridad" in short.because.es


def test_a_gate_in_a_course_with_a_cycle_still_answers() -> None:
    course = (Module("A", 2, Needs(("B",))), Module("B", 2, Needs(("A",))))
    answer = crew_gate(course[0], course, [], "26")
    assert (answer.ready, answer.next_module) == (False, None)
    assert answer.because.es == "Antes falta Tema B."
