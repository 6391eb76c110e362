"""Mistakes inside and between modules, named where they stand."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.curriculum.checks import check_course, check_module, find_cycles, repeated
from promoter_app.domain.curriculum.course import (
    TRUE_FALSE,
    Confidence,
    ItemKind,
    LegalRef,
    Place,
    Prerequisites,
    Statement,
)
from tests.domain.curriculum_samples import card, course, item, module, words

CODES = ("A", "B", "C", "D", "E")


def told(module_or_course: object, *known: str) -> list[str]:
    if hasattr(module_or_course, "order"):
        return [one.what.en for one in check_course(module_or_course, known)]  # type: ignore[arg-type]
    return [one.what.en for one in check_module(module_or_course)]  # type: ignore[arg-type]


def test_a_sound_module_has_no_faults() -> None:
    assert told(module("M1")) == []


def test_a_question_needs_its_answer() -> None:
    faults = check_module(module("M1", items=(*module("M1").items, item("M1-6", "", line=40))))
    assert [(one.file, one.line) for one in faults] == [("x.yaml", 40)]
    assert faults[0].text("es") == (
        "x.yaml:40: A la pregunta M1-6 le falta la respuesta correcta. Elige la correcta («key:»): a, b, c."
    )
    assert faults[0].text("en").endswith("has no right answer. Choose the right one (“key:”): a, b, c.")


def test_an_answer_is_one_of_the_options() -> None:
    yes_no = replace(item("M1-6", "a"), kind=ItemKind.TRUE_FALSE, options=TRUE_FALSE)
    made = module("M1", items=(*module("M1").items, yes_no, item("M1-7", "d")))
    assert told(made) == [
        "The answer “a” of question M1-6 is not one of its options.",
        "The answer “d” of question M1-7 is not one of its options.",
    ]


@given(st.integers(0, 5))
def test_options_are_two_or_three(count: int) -> None:
    letters = "abcdef"[:count]
    options = tuple(replace(item("x").options[0], letter=letter) for letter in letters)
    asked = replace(item("M1-6", letters[:1]), options=options)
    found = told(module("M1", items=(*module("M1").items, asked)))
    assert (f"Question M1-6 has {count} options." in found) == (count not in (2, 3))


def test_options_are_lettered_in_order() -> None:
    asked = replace(item("M1-6"), options=tuple(reversed(item("x").options)))
    assert told(module("M1", items=(*module("M1").items, asked))) == [
        "The options of question M1-6 are not in the order a, b, c."
    ]


@given(st.integers(0, 6))
def test_a_card_has_one_to_three_messages(count: int) -> None:
    found = told(module("M1", cards=(card("uno", messages=count),)))
    assert found == ([] if 1 <= count <= 3 else [f"The cue card “uno (en)” has {count} messages."])


def test_lengths_and_cards() -> None:
    made = module("M1", minutes_short=25, cards=())
    assert told(made) == ["The short session of M1 is longer than the full one.", "M1 has no cue cards."]


def test_a_short_test_has_three_questions() -> None:
    items = tuple(item(f"M1-{n}", short=n < 3) for n in range(1, 6))
    assert told(module("M1", items=items)) == ["The short test of M1 has 2 questions and needs 3."]


def test_a_doubtful_fact_is_never_used() -> None:
    low = Statement(words("x"), Confidence.LOW, "", Place("x.yaml", 3))
    law = LegalRef("LFT 1", None, Confidence.LOW, "", None, Place("x.yaml", 5))
    faults = check_module(module("M1", key_messages=(low,), notes=(low, Statement(words("y"))), legal=(law,)))
    assert [one.line for one in faults] == [3, 3, 5]


def test_an_id_is_used_once() -> None:
    places = [Place("a", 1), Place("b", 2), Place("b", 3)]
    faults = list(repeated(zip(("x", "y", "x"), places, strict=True), ("la pregunta", "the question")))
    assert [(one.file, one.line, one.what.en) for one in faults] == [("b", 3, "Repeats the question x; it is at a:1.")]
    assert len(told(module("M1", items=(*module("M1").items, item("M1-1"))))) == 1


def test_a_sound_course_has_no_faults() -> None:
    rule = Prerequisites(("M7",), 1, 2)
    whole = course(module("M1"), module("M3"), module("M7", 2, ("M1",)), module("M8", 3, prerequisites=rule))
    assert told(whole, *whole.order) == []


def test_a_listed_module_exists_and_is_listed_once() -> None:
    whole = course(module("M1"), order=("M1", "M1", "M9"))
    faults = check_course(whole, {"M1"}, {"M9": Place("cane/course.yaml", 12)})
    assert [(one.what.en, one.line) for one in faults] == [
        ("The course has module M1 twice.", 3),
        ("The course asks for module M9; there is none.", 12),
    ]
    assert told(whole, "M1", "M9") == ["The course has module M1 twice."]


def test_levels_never_go_down() -> None:
    whole = course(module("M1"), module("M8", 3), module("M6", 2))
    assert told(whole, *whole.order) == ["M6 (level 2) comes after M8 (level 3)."]


def test_prerequisites_are_in_the_course_and_not_above() -> None:
    whole = course(module("M1", needs=("M8",)), module("M6", 2, ("M77",)), module("M8", 3))
    faults = check_course(whole, whole.order)
    assert [(one.file, one.line, one.what.en) for one in faults] == [
        ("M1.yaml", 7, "M1 (level 1) needs M8 first, which is level 3."),
        ("M6.yaml", 7, "M6 needs M77 first, which is not in the course Caña (en)."),
    ]


def test_a_prerequisite_whose_file_is_faulty_is_told_once_at_its_file() -> None:
    whole = course(module("M6", 2, ("M1",)), order=("M1", "M6"))
    assert told(whole, "M1", "M6") == []
    other = course(module("M6", 2, ("M5",)), order=("M6",))
    assert told(other, "M5", "M6") == ["M6 needs M5 first, which is not in the course Caña (en)."]


def test_a_level_rule_can_be_met() -> None:
    rule = Prerequisites(("M1",), 1, 2, Place("M6.yaml", 7))
    whole = course(module("M1"), module("M3"), module("M6", 2, prerequisites=rule))
    assert told(whole, *whole.order) == ["M6 needs 2 more modules of level 1; the course has 1."]
    incomplete = replace(whole, order=("M1", "M3", "M4", "M6"))
    assert told(incomplete, *incomplete.order) == []  # M4 has a fault of its own


def test_a_certificate_asks_for_modules_of_the_course() -> None:
    assert told(course(module("M1"), requires=("M1", "M2")), "M1") == [
        "The certificate needs module M2, which is not in the course."
    ]


def test_a_circle_is_told_once_and_those_that_lead_to_it_are_not_in_it() -> None:
    whole = [module("A", needs=("B",)), module("B", needs=("C",)), module("C", needs=("B",)), module("D", needs=("D",))]
    assert find_cycles(whole) == [("B", "C"), ("D",)]
    faults = check_course(course(*whole), CODES)
    assert [(one.file, one.what.en) for one in faults] == [
        ("B.yaml", "The prerequisites go round in a circle: B → C → B."),
        ("D.yaml", "The prerequisites go round in a circle: D → D."),
    ]


@given(st.lists(st.tuples(st.sampled_from(CODES), st.sampled_from(CODES)), max_size=12))
def test_circles_are_found_exactly_when_there_are_some(needs: list[tuple[str, str]]) -> None:
    whole = [module(code, needs=tuple(to for start, to in needs if start == code)) for code in CODES]
    left = {one.code: set(one.prerequisites.modules) for one in whole}
    while ready := [code for code, before in left.items() if not before & left.keys()]:
        for code in ready:  # take away what can be taught, until nothing or only circles are left
            del left[code]
    found = find_cycles(whole)
    assert bool(found) == bool(left)
    for circle in found:
        steps = zip(circle, (*circle[1:], circle[0]), strict=True)
        assert all(step in needs for step in steps)
