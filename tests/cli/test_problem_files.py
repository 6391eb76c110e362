"""`surco plan --problem` with hostile, contradictory or empty files: a sentence, an exit code, clean output."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cli.conftest import Surco
from tests.planner.field_generator import problem

Problem = dict[str, Any]
HOSTILE = (
    None, True, 0, -1, 10**9, 10**30, -(10**30), float("nan"), float("inf"), 1.5, "", "x", "\ud800", "f0", "heat", "am",
    [], {}, [None], [[]], {"a": 1}, "A" * 10_000, [0, 0, 0],
)  # fmt: skip


def answer(surco: Surco, tmp_path: Path, text: str, code: int) -> str:
    """Runs it: with --json nothing but one line of JSON on standard output, or nothing at all and a sentence aside."""
    (tmp_path / "p.json").write_text(text, encoding="utf-8")
    ran = surco("plan", "--problem", str(tmp_path / "p.json"), "--seconds", "0", "--json")
    assert ran.code == code, ran.err
    assert "Traceback" not in ran.err
    if code:
        assert ran.out == ""
        assert ran.err.strip()
    else:
        assert {"sessions", "refused", "notes"} <= set(ran.row)
    return ran.err if code else ran.out


def changed(change: Callable[[Problem], object]) -> str:
    made = problem("tiny", 2)
    change(made)
    return json.dumps(made)


WRONG: dict[str, tuple[Callable[[Problem], object], str]] = {
    "missing key": (lambda p: p["modules"][0].pop("minutes"), "problema.modules[0]: falta «minutes»"),
    "missing list": (lambda p: p.pop("crews"), "falta «crews»"),
    "negative size": (lambda p: p["crews"][0].update(size=-3), "problema.crews[0].size"),
    "not a number": (lambda p: p.update(speed_kmh=float("nan")), "problema.speed_kmh"),
    "endless": (lambda p: p.update(detour=float("inf")), "problema.detour"),
    "huge": (lambda p: p["modules"][0].update(weight=10**40), "problema.modules[0].weight"),
    "circle": (lambda p: p["modules"][0].update(prereqs=["rights"]), "en círculo"),
    "needs itself": (lambda p: p["modules"][0].update(prereqs=["heat"]), "en círculo"),
    "crew twice": (lambda p: p["crews"].append(p["crews"][0]), "está dos veces"),
    "front twice": (lambda p: p["fronts"].append(p["fronts"][0]), "está dos veces"),
    "unknown front": (lambda p: p["crews"][0].update(front_by_day=["nowhere"] * 3), "«nowhere» no existe"),
    "half a character": (lambda p: p["crews"][0].update(id="\ud800"), "medio carácter"),
    "days back": (lambda p: p["days"].reverse(), "no van en orden"),
    "break back": (lambda p: p["fronts"][0]["breaks"][0].update(start=600, end=500), "termina antes de empezar"),
}


@pytest.mark.parametrize("kind", sorted(WRONG))
def test_what_is_wrong_is_said_with_its_place(surco: Surco, tmp_path: Path, kind: str) -> None:
    change, words = WRONG[kind]
    said = answer(surco, tmp_path, changed(change), 1)
    assert words in said


@pytest.mark.parametrize("text", ["", "{", "null", "[]", '"a"', "[" * 100_000, '{"days": NaN}', "\ufeff{}"])
def test_what_is_no_problem_at_all_is_a_sentence(surco: Surco, tmp_path: Path, text: str) -> None:
    answer(surco, tmp_path, text, 1)


@pytest.mark.parametrize("empty", ["crews", "promoters", "modules", "days"])
def test_empty_problems_answer_with_a_note(surco: Surco, tmp_path: Path, empty: str) -> None:
    made = problem("tiny", 2)
    made["crews"] = [{**c, "done": []} for c in made["crews"]]
    made[empty] = []
    if empty == "days":
        made |= {"closures": [], "fronts": [], "travel": [], "crews": [], "promoters": []}
    row = json.loads(answer(surco, tmp_path, json.dumps(made), 0))
    assert row["sessions"] == []
    assert row["notes"]


def test_fixed_sessions_against_each_other_are_named_and_the_rest_is_planned(surco: Surco, tmp_path: Path) -> None:
    made = problem("tiny", 2, odd=False)
    crew = made["crews"][0]
    held = {"promoter": "p0", "day": 0, "front": crew["front_by_day"][0], "module": "heat", "crews": [crew["id"]]}
    made["locked"] = [{**held, "break": "am"}, {**held, "break": "pm"}]
    row = json.loads(answer(surco, tmp_path, json.dumps(made), 0))
    assert any("sesión fija" in note for note in row["notes"])


def places(value: Any, at: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """Every path into a JSON value, one of a kind in each list."""
    inner = value.items() if isinstance(value, dict) else enumerate(value[:2]) if isinstance(value, list) else ()
    return [*([at] if at else []), *(p for key, v in inner for p in places(v, (*at, key)))]


BASE = problem("speck", 3)
PLACES = places(BASE)


@given(st.lists(st.tuples(st.sampled_from(PLACES), st.sampled_from(range(len(HOSTILE) + 2))), min_size=1, max_size=2))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_no_file_brings_anything_but_a_plan_or_a_sentence(
    surco: Surco, tmp_path: Path, wounds: list[tuple[tuple[Any, ...], int]]
) -> None:
    made = copy.deepcopy(BASE)
    for path, n in wounds:
        wound(made, path, n)
    (tmp_path / "p.json").write_text(json.dumps(made), encoding="utf-8")
    ran = surco("plan", "--problem", str(tmp_path / "p.json"), "--seconds", "0", "--json")
    assert ran.code in (0, 1), ran.err
    assert "Traceback" not in ran.err
    assert (ran.code == 0 and "sessions" in ran.row) or (ran.out == "" and ran.err.strip())


def wound(made: Any, path: tuple[Any, ...], n: int) -> None:
    """Puts a hostile value there, or takes the value away, or doubles it; nothing when the place is gone already."""
    inner = made
    for key in path[:-1]:
        try:
            inner = inner[key]
        except (KeyError, IndexError, TypeError):
            return
    last = path[-1]
    there = last in inner if isinstance(inner, dict) else isinstance(inner, list) and last in range(len(inner))
    if not there:
        return
    if n < len(HOSTILE):
        inner[last] = HOSTILE[n]
    elif n == len(HOSTILE) or isinstance(inner, dict):
        del inner[last]
    else:
        inner.append(copy.deepcopy(inner[last]))
