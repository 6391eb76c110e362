"""Knowledge change: the published figures come out of raw rows, and every edge case has its own rule."""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.knowledge import (
    Attempt,
    HandCount,
    KnowledgeChange,
    Phase,
    Scope,
    Unit,
    group_mean,
    knowledge_change,
    percent,
    valid_pairs,
)

PRE, POST = Phase.PRE, Phase.POST
KEYS = {"v1": {"1": "b", "2": "V", "3": "c", "4": "F", "5": "b"}, "v2": {"1": "a", "2": "V", "3": "c", "4": "F"}}
START = date(2026, 11, 16)


def attempt(person: str, phase: Phase, right: str = "", **more: object) -> Attempt:
    """A test of `person`, answered well where `right` names the item and "no sé" elsewhere."""
    version = str(more.get("version", "v1"))
    asked = more.pop("asked", tuple(KEYS[version]))
    answers = {item: KEYS[version][item] if item in right else "?" for item in asked}  # type: ignore[attr-defined]
    order = int(str(more.pop("order", 100 if phase is PRE else 130)))
    base = Attempt(
        id=(person, phase, order, str(more)), person=person, module="M1", season="26-27", version="v1", phase=phase,
        order=order, day=START + timedelta(minutes=order), session="s1", answers=answers,
    )  # fmt: skip
    return replace(base, **more)  # type: ignore[arg-type]


def change(*tests: Attempt, unit: Unit = Unit.PERSON, **scope: object) -> KnowledgeChange:
    return knowledge_change(tests, KEYS, Scope(**scope), unit)  # type: ignore[arg-type]


def group(partner: str, people: int, rose: int, shuffled: random.Random) -> list[Attempt]:
    tests = []
    not_risen = [("12", "12"), ("123", "1"), ("12345", "12345")]
    for at in range(people):
        name = f"{partner}-{at}"
        before, after = ("12", "123") if at < rose else shuffled.choice(not_risen)
        tests += [attempt(name, PRE, before, partner=partner), attempt(name, POST, after, partner=partner)]
    shuffled.shuffle(tests)
    return tests


def test_the_published_figures_come_out_of_raw_rows() -> None:
    order = random.Random(3)
    tests = group("FAI", 150, 42, order) + group("WV", 50, 19, order)
    fai, wv, joint = change(*tests, partner="FAI"), change(*tests, partner="WV"), change(*tests)
    assert [(one.rose, one.total, one.percent) for one in (fai, wv, joint)] == [
        (42, 150, 28),
        (19, 50, 38),
        (61, 200, 31),
    ]
    assert joint.text.es == "61/200 personas · 31 %"
    assert joint.text.en == "61/200 people · 31%"


def test_the_order_of_the_rows_never_matters() -> None:
    tests = [attempt("a", PRE, "1", order=5, id=1), attempt("a", PRE, "123", order=5, id=2), attempt("a", POST, "12")]
    assert change(*tests) == change(*reversed(tests))
    assert change(*tests).rose == 1


def test_equal_and_fallen_are_in_n_and_only_a_strict_rise_rose() -> None:
    figure = change(
        attempt("up", PRE, "1"), attempt("up", POST, "12"),
        attempt("same", PRE, "12"), attempt("same", POST, "34"),
        attempt("down", PRE, "123"), attempt("down", POST, "1"),
    )  # fmt: skip
    assert (figure.total, figure.rose, figure.equal, figure.fell) == (3, 1, 1, 1)


def test_a_perfect_pre_is_in_n_and_shown_apart() -> None:
    figure = change(
        attempt("full", PRE, "12345"), attempt("full", POST, "12345"),
        attempt("full2", PRE, "12345"), attempt("full2", POST, "1"),
        attempt("up", PRE, "1"), attempt("up", POST, "12"),
    )  # fmt: skip
    assert (figure.total, figure.rose, figure.ceiling, figure.fell) == (3, 1, 2, 1)
    assert (figure.percent, figure.percent_without_ceiling) == (33, 100)


def test_without_a_pair_nobody_is_in_n_and_both_counts_are_told() -> None:
    figure = change(attempt("a", PRE, "1"), attempt("b", POST, "1"), attempt("c", POST, "1"))
    assert (figure.total, figure.only_pre, figure.only_post, figure.no_match) == (0, 1, 2, 0)
    assert figure.percent is None
    assert figure.text.es == "0/0 personas · —"


def test_several_modules_of_a_person_are_added_before_comparing() -> None:
    tests = [
        attempt("a", PRE, "1"), attempt("a", POST, "1234"),
        attempt("a", PRE, "12345", module="M3"), attempt("a", POST, "123", module="M3"),
        attempt("a", PRE, "1", module="M4"),
    ]  # fmt: skip
    person, workshop = change(*tests), change(*tests, unit=Unit.WORKSHOP)
    assert (person.total, person.rose, person.pairs, person.only_pre) == (1, 1, 2, 0)
    assert (workshop.total, workshop.rose, workshop.fell, workshop.only_pre) == (2, 1, 1, 1)


def test_earliest_pre_and_latest_post_of_the_cycle() -> None:
    [pair] = valid_pairs(
        [
            attempt("a", PRE, "12", order=10), attempt("a", PRE, "", order=20),
            attempt("a", POST, "12345", order=30), attempt("a", POST, "1", order=40),
        ],
        KEYS,
    )  # fmt: skip
    assert (pair.pre_correct, pair.post_correct, pair.items) == (2, 1, 5)


def test_a_post_earlier_than_the_pre_makes_no_pair_and_at_the_same_time_it_does() -> None:
    early = change(attempt("a", PRE, "1", order=50), attempt("a", POST, "12", order=49))
    assert (early.total, early.no_match) == (0, 1)
    assert change(attempt("a", PRE, "1", order=50), attempt("a", POST, "12", order=50)).total == 1


@pytest.mark.parametrize("other", [{"module": "M3"}, {"season": "27-28"}, {"version": "v2"}, {"person": "b"}])
def test_a_pair_is_of_one_person_module_cycle_and_version(other: dict[str, str]) -> None:
    assert change(attempt("a", PRE, "1"), replace(attempt("a", POST, "12"), **other)).total == 0  # type: ignore[arg-type]


def test_a_late_pre_is_flagged_and_makes_no_pair() -> None:
    late = change(attempt("a", PRE, "1", late=True), attempt("a", POST, "12"))
    assert (late.total, late.late_pre, late.no_match) == (0, 1, 1)
    both = change(attempt("a", PRE, "1", late=True, order=5), attempt("a", PRE, "12"), attempt("a", POST, "12"))
    assert (both.total, both.rose, both.equal) == (1, 0, 1)


def test_a_post_before_the_content_makes_no_pair() -> None:
    assert change(attempt("a", PRE, "1"), attempt("a", POST, "12", late=True)).total == 0


@pytest.mark.parametrize(("asked", "pairs"), [("123", 1), ("12", 0)])
def test_three_common_items_are_needed(asked: str, pairs: int) -> None:
    tests = attempt("a", PRE, "1"), attempt("a", POST, "12", asked=asked)
    assert change(*tests).total == pairs


def test_an_item_nobody_was_asked_that_day_is_out_of_both_tests() -> None:
    [pair] = valid_pairs([attempt("a", PRE, "12345"), attempt("a", POST, "124", asked="1234")], KEYS)
    assert (pair.items, pair.pre_correct, pair.post_correct) == (4, 4, 3)


def test_an_item_that_others_were_asked_is_wrong_for_who_left_it() -> None:
    tests = [
        attempt("a", PRE, "1234", asked="1234"), attempt("b", PRE, "12345"),
        attempt("a", POST, "12345"), attempt("b", POST, "12345"),
    ]  # fmt: skip
    pair = next(pair for pair in valid_pairs(tests, KEYS) if pair.person == "a")
    assert (pair.items, pair.pre_correct, pair.post_correct) == (5, 4, 5)


@pytest.mark.parametrize("said", ["", "?", "z"])
def test_blank_and_no_se_are_wrong(said: str) -> None:
    pre = replace(attempt("a", PRE, "12345"), answers={**KEYS["v1"], "1": said})
    [pair] = valid_pairs([pre, attempt("a", POST, "12345")], KEYS)
    assert (pair.items, pair.pre_correct) == (5, 4)


def test_an_edited_key_is_a_new_version_and_old_pairs_keep_theirs() -> None:
    old = [attempt("a", PRE, "1"), attempt("a", POST, "12")]
    new = [attempt("b", PRE, "1", version="v2"), attempt("b", POST, "12", version="v2")]
    assert change(*old, *new).rose == 2
    [pair] = valid_pairs([*old, attempt("a", PRE, "", version="v2", order=50)], KEYS)
    assert pair.pre.version == "v1"


def test_of_several_seasons_only_the_first_counts() -> None:
    first = [attempt("a", PRE, "123"), attempt("a", POST, "1")]
    second = [attempt("a", PRE, "1", season="Z", order=900), attempt("a", POST, "12", season="Z", order=901)]
    assert change(*second, *first).fell == change(*first, *second).fell == 1
    assert change(*second, *first, seasons=frozenset({"Z"})).rose == 1


def test_the_period_is_that_of_the_post() -> None:
    pre = attempt("a", PRE, "1", day=date(2027, 3, 31))
    post = attempt("a", POST, "12", day=date(2027, 4, 1))
    assert change(pre, post, until=date(2027, 3, 31)).total == 0
    assert change(pre, post, until=date(2027, 3, 31)).only_pre == 0
    assert change(pre, post, since=date(2027, 4, 1), until=date(2027, 4, 1)).rose == 1


def test_a_person_of_two_partners_counts_once_in_each_and_once_together() -> None:
    tests = [
        attempt("a", PRE, "1", partner="FAI"), attempt("a", POST, "12", partner="FAI"),
        attempt("a", PRE, "1", partner="WV", module="M3"), attempt("a", POST, "12", partner="WV", module="M3"),
    ]  # fmt: skip
    totals = [change(*tests).total, change(*tests, partner="FAI").total, change(*tests, partner="WV").total]
    assert totals == [1, 1, 1]


def test_a_sample_and_modules_limit_the_figure() -> None:
    tests = [attempt(who, phase, "1") for who in "abc" for phase in (PRE, POST)]
    assert change(*tests, people=frozenset("ab")).total == 2
    assert change(*tests, modules=frozenset({"M9"})).total == 0


def test_interpreted_tests_count_and_are_flagged_and_declined_ones_do_not() -> None:
    tests = [attempt("a", PRE, "1"), attempt("a", POST, "12", interpreted=True)]
    assert (change(*tests).rose, change(*tests).interpreted) == (1, 1)
    declined = change(replace(tests[0], declined=True), tests[1])
    assert (declined.total, declined.only_post) == (0, 1)


def test_raised_hands_give_a_group_mean_only() -> None:
    hands = [HandCount(PRE, 3, 10), HandCount(PRE, 5, 10), HandCount(POST, 9, 10)]
    assert group_mean(hands, PRE) == Fraction(2, 5)
    assert group_mean(hands, POST) == Fraction(9, 10)
    assert group_mean([], PRE) is None


@pytest.mark.parametrize(
    ("part", "whole", "shown"), [(61, 200, 31), (1, 8, 13), (42, 150, 28), (7953, 4810, 165), (0, 5, 0), (1, 0, None)]
)
def test_percent_is_half_up(part: int, whole: int, shown: int | None) -> None:
    assert percent(part, whole) == shown


TESTS = st.lists(
    st.builds(
        lambda who, phase, right, asked, **more: attempt(
            who, phase, right, asked=tuple(item for item in asked if item in KEYS[more["version"]]), **more
        ),
        st.sampled_from("abc"), st.sampled_from([PRE, POST]), st.sampled_from(["", "1", "12", "234", "12345"]),
        st.sampled_from(["12345", "12345", "1234", "123", "12"]), module=st.sampled_from(["M1", "M3"]),
        season=st.sampled_from(["x", "y"]), version=st.sampled_from(["v1", "v1", "v2"]),
        order=st.integers(0, 20), session=st.sampled_from(["s1", "s2"]), late=st.sampled_from([False, False, True]),
        partner=st.sampled_from(["FAI", "WV"]), declined=st.sampled_from([False, False, False, True]),
        id=st.uuids(),
    ),
    max_size=24,
)  # fmt: skip


def plainly(tests: list[Attempt], unit: Unit) -> tuple[int, int, int, int]:
    """The definition read aloud, one person and module at a time, without the program's shortcuts."""
    given = [test for test in tests if not test.declined]
    rose: dict[tuple[object, ...], list[int]] = {}
    for who in "abc":
        for module in ("M1", "M3"):
            candidates = []
            for season in ("x", "y"):
                for version in ("v1", "v2"):
                    mine = [
                        test for test in given
                        if (test.person, test.module, test.season, test.version) == (who, module, season, version)
                        and not test.late
                    ]  # fmt: skip
                    pres = sorted((t for t in mine if t.phase is PRE), key=lambda t: (t.order, repr(t.id)))
                    posts = sorted((t for t in mine if t.phase is POST), key=lambda t: (t.order, repr(t.id)))
                    if not pres or not posts or posts[-1].order < pres[0].order:
                        continue
                    common = []
                    for item, answer in KEYS[version].items():
                        put = [
                            any(
                                item in other.answers
                                for other in given
                                if (other.session, other.module, other.version, other.phase)
                                == (test.session, test.module, test.version, test.phase)
                            )
                            for test in (pres[0], posts[-1])
                        ]
                        if all(put):
                            common.append([test.answers.get(item) == answer for test in (pres[0], posts[-1])])
                    if len(common) >= 3:
                        when = (pres[0].order, repr(pres[0].id))
                        candidates.append((when, [sum(c[0] for c in common), sum(c[1] for c in common)]))
            if candidates:
                sums = rose.setdefault((who,) if unit is Unit.PERSON else (who, module), [0, 0])
                _, (before, after) = min(candidates)
                sums[0] += before
                sums[1] += after
    return (
        len(rose),
        sum(after > before for before, after in rose.values()),
        sum(after == before for before, after in rose.values()),
        sum(after < before for before, after in rose.values()),
    )


@given(TESTS, st.sampled_from(list(Unit)))
def test_the_figure_agrees_with_the_definition_read_aloud(tests: list[Attempt], unit: Unit) -> None:
    figure = knowledge_change(tests, KEYS, unit=unit)
    assert (figure.total, figure.rose, figure.equal, figure.fell) == plainly(tests, unit)


@given(TESTS, st.randoms(use_true_random=False))
def test_any_order_of_any_rows_gives_the_same_figure(tests: list[Attempt], order: random.Random) -> None:
    mixed = tests[:]
    order.shuffle(mixed)
    assert knowledge_change(mixed, KEYS) == knowledge_change(tests, KEYS)


@given(TESTS)
def test_with_one_pair_each_both_views_are_equal(tests: list[Attempt]) -> None:
    one_module = [test for test in tests if test.module == "M1"]
    person, workshop = (knowledge_change(one_module, KEYS, unit=unit) for unit in Unit)
    assert replace(person, unit=Unit.WORKSHOP) == workshop
    assert person.total + person.only_pre + person.only_post + person.no_match == len(
        {test.person for test in one_module if not test.declined}
    )
