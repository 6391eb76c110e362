"""The same card still in view is silent; a different one is taken at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.sightings import SILENCE, Sightings

ANA, BETO = "C96E0000NR", "C96E0001PT"


def test_a_card_in_view_is_heard_once() -> None:
    sightings = Sightings()
    heard = [sightings.new([ANA], now=frame / 30) for frame in range(600)]
    assert heard[0] == [ANA]
    assert not any(heard[1:]), "twenty seconds in view are one showing"


def test_a_flickering_card_stays_silent_until_three_seconds_passed() -> None:
    sightings = Sightings()
    assert sightings.new([ANA], 10.0) == [ANA]
    assert sightings.new([ANA], 13.0) == []
    assert sightings.new([], 15.0) == []
    assert sightings.new([ANA], 16.1) == [ANA]


def test_a_different_card_is_taken_at_once() -> None:
    sightings = Sightings()
    assert sightings.new([ANA], 0.0) == [ANA]
    assert sightings.new([ANA, BETO, BETO], 0.03) == [BETO]
    assert sightings.new([BETO, ANA], 0.06) == []


@given(st.lists(st.tuples(st.sampled_from([ANA, BETO]), st.floats(0, 5)), max_size=40))
def test_between_two_showings_lies_the_silence(steps: list[tuple[str, float]]) -> None:
    sightings, now = Sightings(), 0.0
    seen: dict[str, float] = {}
    for text, wait in steps:
        now += wait
        is_new = bool(sightings.new([text], now))
        assert is_new == (text not in seen or now - seen[text] > SILENCE)
        seen[text] = now
