"""The same card still in view is silent; a different one is taken at once."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.sightings import SILENCE, Sightings

ANA, BETO = "C96E0000NR", "C96E0001PT"


def test_a_card_in_view_is_heard_once() -> None:
    sightings = Sightings()
    heard = [sightings.new_in_view([ANA], now=frame / 30) for frame in range(600)]
    assert heard[0] == [ANA]
    assert not any(heard[1:]), "twenty seconds in view are one showing"


def test_a_flickering_card_stays_silent_until_three_seconds_passed() -> None:
    sightings = Sightings()
    assert sightings.new_in_view([ANA], 10.0) == [ANA]
    assert sightings.new_in_view([ANA], 13.0) == [], "three seconds are still within three seconds"
    assert sightings.new_in_view([], 15.0) == []
    assert sightings.new_in_view([ANA], 16.1) == [ANA]


def test_a_different_card_is_taken_at_once() -> None:
    sightings = Sightings()
    assert sightings.new_in_view([ANA], 0.0) == [ANA]
    assert sightings.new_in_view([ANA, BETO, BETO], 0.03) == [BETO]
    assert sightings.new_in_view([BETO, ANA], 0.06) == []


def test_every_way_in_shares_one_memory() -> None:
    sightings = Sightings()
    assert sightings.new_in_view([ANA], 0.0) == [ANA]
    assert not sightings.is_new(ANA, 1.0), "the scanner reads what the camera just took"
    assert sightings.is_new(BETO, 1.0)
    assert sightings.new_in_view([BETO], 2.0) == []
    assert sightings.is_new(ANA, 4.1)


def test_after_an_undo_a_card_counts_when_shown_on_purpose_and_not_because_it_lies_before_the_camera() -> None:
    sightings = Sightings()
    sightings.new_in_view([ANA], 0.0)
    sightings.forget()
    assert sightings.new_in_view([ANA], 0.03) == []
    assert sightings.is_new(ANA, 0.5)
    sightings.forget()
    assert sightings.new_in_view([ANA], 1.0) == []
    assert sightings.new_in_view([ANA], 4.1) == [ANA], "it left and came back"
    sightings.clear()
    assert sightings.new_in_view([ANA], 4.2) == [ANA], "another session"


@given(st.lists(st.tuples(st.sampled_from([ANA, BETO]), st.floats(0, 5), st.booleans()), max_size=40))
def test_between_two_showings_lies_the_silence(steps: list[tuple[str, float, bool]]) -> None:
    sightings, now = Sightings(), 0.0
    seen: dict[str, float] = {}
    for text, wait, by_camera in steps:
        now += wait
        is_new = bool(sightings.new_in_view([text], now)) if by_camera else sightings.is_new(text, now)
        assert is_new == (text not in seen or now - seen[text] > SILENCE)
        seen[text] = now
