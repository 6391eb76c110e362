"""What a marker means, and what a sweep takes, keeps quiet about and gives out."""

from __future__ import annotations

import math

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.markers import (
    COUNT,
    AnswerSweep,
    Marker,
    SweepClosedError,
    answer_on_top,
    crew_markers,
    marker_number,
    sharing,
)

CREW = {3: "ana", 4: "beto", 5: "cruz"}


def square(turned: float) -> tuple[tuple[float, float], ...]:
    """A marker's corners, turned clockwise by degrees as the camera sees it."""
    angle = math.radians(turned)
    flat = [(-10, -10), (10, -10), (10, 10), (-10, 10)]
    turn = [(x * math.cos(angle) - y * math.sin(angle), x * math.sin(angle) + y * math.cos(angle)) for x, y in flat]
    return tuple((x + 300, y + 200) for x, y in turn)


def shown(number: int, answer: str | None) -> Marker:
    return Marker(number, answer, square(0))


@pytest.mark.parametrize(("turned", "answer"), [(0, "A"), (270, "B"), (180, "C"), (90, "D"), (-25, "A"), (65, "D")])
def test_the_side_on_top_is_the_answer(turned: float, answer: str) -> None:
    assert answer_on_top(square(turned)) == answer


@pytest.mark.parametrize("turned", [45, 135, 40, 225, -50])
def test_a_card_held_askew_says_nothing(turned: float) -> None:
    assert answer_on_top(square(turned)) is None


def test_corners_in_one_point_say_nothing() -> None:
    assert answer_on_top(((1.0, 1.0),) * 4) is None


def test_any_250_cards_in_a_row_have_different_markers() -> None:
    assert len({marker_number(card) for card in range(5_000, 5_000 + COUNT)}) == COUNT


def test_people_who_share_a_marker_are_named_and_left_out() -> None:
    cards = {"ana": 12, "beto": 12 + COUNT, "cruz": 13}
    assert sharing(cards) == ["ana", "beto"]
    assert crew_markers(cards) == {13: "cruz"}


def test_three_sightings_that_agree_are_an_answer() -> None:
    sweep = AnswerSweep(CREW)
    assert sweep.missing() == ["ana", "beto", "cruz"]
    assert [sweep.add_frame([shown(3, "B")]) for _ in range(4)] == [False, False, True, False]
    assert sweep.missing() == ["beto", "cruz"]
    assert sweep.answered() == ["ana"]
    assert sweep.close() == {"ana": "B"}


def test_one_wrong_sighting_among_many_changes_nothing() -> None:
    sweep = AnswerSweep(CREW)
    for answer in "AAACAACCAA":
        sweep.add_frame([shown(4, answer)])
    assert sweep.close() == {"beto": "A"}


def test_one_can_change_ones_mind_until_it_is_closed() -> None:
    sweep = AnswerSweep(CREW)
    for answer in "AAAABBDDD":
        sweep.add_frame([shown(3, answer)])
    assert sweep.close() == {"ana": "D"}
    with pytest.raises(SweepClosedError):
        sweep.add_frame([shown(3, "A")])
    with pytest.raises(SweepClosedError):
        sweep.close()


def test_strangers_askew_cards_twins_and_sides_without_an_answer_say_nothing() -> None:
    sweep = AnswerSweep(CREW, options=3)
    for _ in range(5):
        sweep.add_frame([shown(99, "A"), shown(3, None), shown(4, "D"), shown(5, "A"), shown(5, "B")])
    assert sweep.missing() == ["ana", "beto", "cruz"]
    assert sweep.close() == {}


def test_nothing_tells_an_answer_before_the_close() -> None:
    sweeps = []
    for answer in "AB":
        sweep = AnswerSweep({3: "ana"})
        for _ in range(3):
            sweep.add_frame([shown(3, answer)])
        sweeps.append(sweep)
    first, second = ((repr(s), str(s), s.missing(), s.answered()) for s in sweeps)
    assert first == second


@pytest.mark.parametrize("options", [0, 1, 5])
def test_a_card_has_four_sides(options: int) -> None:
    with pytest.raises(ValueError, match="sides"):
        AnswerSweep(CREW, options=options)


@given(st.lists(st.sampled_from("ABCD"), max_size=30))
def test_the_answer_is_the_last_one_seen_three_times_in_a_row(answers: list[str]) -> None:
    sweep = AnswerSweep({3: "ana"})
    for answer in answers:
        sweep.add_frame([shown(3, answer)])
    runs = [answers[i] for i in range(2, len(answers)) if len(set(answers[i - 2 : i + 1])) == 1]
    assert sweep.close() == ({"ana": runs[-1]} if runs else {})
