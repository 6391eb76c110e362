"""Rules of a plan, reading of problems, words of reasons: without any solver."""

from __future__ import annotations

import copy
import json
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.planning.draft import score, visits
from promoter_app.domain.planning.field import Field, Place, kilometres
from promoter_app.domain.planning.funnel import RULES, WhyNot, left_out
from promoter_app.domain.planning.greedy import greedy_plan
from promoter_app.domain.planning.json import problem_as_json, sessions_as_json
from promoter_app.domain.planning.locks import what_still_stands, without_clashing_locks
from promoter_app.domain.planning.parse import plan_from_json, problem_from_json, problem_from_text
from promoter_app.domain.planning.problem import Fix, PlanningProblem, Reason
from promoter_app.domain.planning.reasons import _CLAUSES, _FIXES, RULE_NAMES, fix_sentence, placements, sentence
from promoter_app.domain.planning.rules import broken_rules
from promoter_app.domain.refusal import Refusal
from tests.planner.field_generator import problem
from tests.planner.plan_checker import faults, totals


def greedy_of(made: dict[str, Any]) -> tuple[Field, dict[str, Any]]:
    field = Field(problem_from_json(made))
    return field, json.loads(json.dumps(sessions_as_json(greedy_plan(field))))


@given(size=st.sampled_from(["tiny", "small", "week", "office"]), seed=st.integers(0, 10_000))
def test_greedy_plans_keep_the_rules(size: str, seed: int) -> None:
    made = problem(size, seed)
    field, plan = greedy_of(made)
    assert faults(made, plan) == []
    told = score(field.problem, plan_from_json(plan, field.problem), field)
    assert (told.progress, told.driving) == totals(made, plan)


@given(seed=st.integers(0, 500), data=st.data())
def test_both_checkers_find_a_spoilt_plan(seed: int, data: st.DataObject) -> None:
    """One value of one session is changed: our rules and the second opinion must agree on whether it still holds."""
    made = problem("small", seed)
    field, plan = greedy_of(made)
    if not plan["sessions"]:
        return
    s = data.draw(st.sampled_from(plan["sessions"]))
    key = data.draw(st.sampled_from(["promoter", "day", "front", "break", "module", "crews", "interpreter", "twice"]))
    values = {
        "promoter": [p["id"] for p in made["promoters"]],
        "day": list(range(len(made["days"]))),
        "front": [f["id"] for f in made["fronts"]],
        "break": ["am", "pm"],
        "module": [m["id"] for m in made["modules"]],
        "crews": [sorted({*s["crews"], c["id"]}) for c in made["crews"]] + [s["crews"][1:]],
        "interpreter": [None, *(i["id"] for i in made["interpreters"])],
        "twice": [None],
    }[key]
    if key == "twice":
        plan["sessions"].append(dict(s))
    else:
        s[key] = data.draw(st.sampled_from(values))
    ours = broken_rules(field.problem, plan_from_json(plan, field.problem), field)
    assert bool(ours) == bool(faults(made, plan)), (ours, faults(made, plan))


@given(seed=st.integers(0, 10_000), size=st.sampled_from(["tiny", "small", "office"]))
def test_a_problem_written_is_read_back_equal(seed: int, size: str) -> None:
    asked = problem_from_json(problem(size, seed))
    assert problem_from_text(json.dumps(problem_as_json(asked))) == asked


@given(seed=st.integers(0, 50), data=st.data())
def test_hostile_values_are_refused_in_words_or_understood(seed: int, data: st.DataObject) -> None:
    made = copy.deepcopy(problem("tiny", seed))
    node: Any = made
    while isinstance(node, (dict, list)) and node:
        keys = list(node) if isinstance(node, dict) else list(range(len(node)))
        key = data.draw(st.sampled_from(keys))
        if not isinstance(node[key], (dict, list)) or not node[key] or data.draw(st.booleans()):
            break
        node = node[key]
    empty = st.sampled_from([None, True, [], {}])
    junk = st.one_of(empty, st.integers(-(10**12), 10**12), st.floats(), st.text())
    if isinstance(node, (dict, list)) and node:
        node[key] = data.draw(junk)
    asked, said = understood(made)
    if asked is None:
        assert "problema" in said
    else:
        assert broken_rules(asked, greedy_plan(Field(asked))) == ()


def understood(made: dict[str, Any]) -> tuple[PlanningProblem | None, str]:
    """The problem, or the words of the refusal."""
    try:
        return problem_from_json(made), ""
    except Refusal as refusal:
        return None, refusal.text("es")


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ({"days": None}, "days"),
        ({"crews": [{"id": "x"}]}, "front_by_day"),
        ({"modules": [{"id": "a", "minutes": 5, "weight": 1, "prereqs": ["a"]}], "crews": []}, "círculo"),
        ({"modules": [{"id": "a", "minutes": 5, "weight": 1, "prereqs": ["zz"]}], "crews": []}, "no existe"),
        ({"speed_kmh": 0}, "speed_kmh"),
    ],
)
def test_contradictions_are_named(change: dict[str, Any], words: str) -> None:
    with pytest.raises(Refusal) as refused:
        problem_from_json({**problem("tiny", 1), **change})
    assert words in refused.value.text("es")


@pytest.mark.parametrize("text", ["", "{", "[1", "null", '"x"', "1e999", "[" * 100_000])
def test_what_is_no_problem_is_refused(text: str) -> None:
    with pytest.raises(Refusal):
        problem_from_text(text)


def test_the_same_id_twice_is_refused() -> None:
    made = problem("tiny", 1)
    with pytest.raises(Refusal, match="dos veces"):
        problem_from_json({**made, "crews": [made["crews"][0], made["crews"][0]]})


def test_distances_and_the_travel_table() -> None:
    tepic, guadalajara = Place("a", 21.5042, -104.8945), Place("b", 20.6597, -103.3496)
    assert kilometres(tepic, guadalajara) == pytest.approx(185.8, abs=1.0)
    made = problem("tiny", 2)
    made["travel"] = [{"from": "f0", "to": "p0", "minutes": 77}]
    field = Field(problem_from_json(made))
    opening = next(o for day in field.openings for o in day if o.front == "f0")
    assert field.minutes(opening.place, field.homes["p0"]) == 77


@given(seed=st.integers(0, 3000))
def test_the_funnel_counts_every_break_once(seed: int) -> None:
    made = problem("small", seed)
    field, plan = greedy_of(made)
    why = WhyNot(field, plan_from_json(plan, field.problem))
    for c in made["crews"]:
        funnel = why.funnel(c["id"])
        if funnel.module:
            assert sum(funnel.counts.values()) + len(funnel.free) == funnel.breaks
            assert set(funnel.counts) <= set(RULES)


@given(seed=st.integers(0, 3000))
def test_reasons_and_fixes_speak_both_languages(seed: int) -> None:
    made = problem("small", seed)
    field, plan = greedy_of(made)
    sessions = plan_from_json(plan, field.problem)
    names = {c["id"]: f"Cuadrilla {c['id']}" for c in made["crews"]}
    for p in placements(field, sessions):
        for r in p.reasons:
            assert_sentence(sentence(r, names))
    for refused in left_out(field, sessions):
        assert_sentence(sentence(refused.reason, names))
        if refused.fix is not None:
            assert_sentence(fix_sentence(refused.fix, names))


def assert_sentence(said: Any) -> None:
    for text in (said.es, said.en):
        assert not text[0].islower()
        assert text.endswith(".")
        assert "{" not in text
    assert said.es != said.en


def test_every_code_has_words() -> None:
    values: dict[str, str | int] = dict.fromkeys(
        ("crew", "module", "previous", "date", "interpreter", "language", "promoter"), "Lola"
    ) | {"gap": 2, "crews": 2, "workers": 40, "minutes": 12, "n": 1, "rules": "far,busy"}
    for code in _CLAUSES:
        assert_sentence(sentence(Reason(code, values), {}))
    for kind in _FIXES:
        assert_sentence(fix_sentence(Fix(kind, 0, "f", "am", values), {}))
    assert set(RULE_NAMES) == set(RULES)
    assert "un descanso" in sentence(Reason("busy", values), {}).es


@given(seed=st.integers(0, 3000))
def test_what_still_stands_keeps_the_rules(seed: int) -> None:
    """A plan after a closed day, an ill promoter and a crew that left: what is kept can be carried out."""
    made = problem("small", seed)
    field, plan = greedy_of(made)
    made["closures"].append({"scope": "all", "id": None, "day": 1, "reason": "feast"})
    made["promoters"][0]["available"][0] = None
    made["crews"][0]["last_day"] = 0
    now = Field(problem_from_json(made))
    kept = what_still_stands(now, plan_from_json(plan, field.problem))
    assert faults(made, json.loads(json.dumps(sessions_as_json(kept)))) == []
    assert set(visits(kept)) <= set(visits(plan_from_json(plan, field.problem)))


def test_two_locks_in_one_break_leave_one() -> None:
    made = problem("small", 4)
    field, plan = greedy_of(made)
    first = plan_from_json(plan, field.problem)[0]
    kept, clashes = without_clashing_locks(replace(field.problem, locked=(first, first)))
    assert kept.locked == (first,)
    assert [c.rule for c in clashes] == ["break_taken"]
