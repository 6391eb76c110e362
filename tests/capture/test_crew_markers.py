"""A crew of 25 at 2 to 3 m holds up its cards: who is seen, with which answer, and that nothing wrong is taken."""

from __future__ import annotations

import itertools
import os

import numpy as np
import pytest

from promoter_app.capture.crew_markers import find_markers, marker_matrix
from promoter_app.domain.markers import COUNT
from tests.capture.crew_simulator import crew, crew_frame
from tests.capture.long_runs import PEOPLE, added_up, seeds, sweep_over, sweep_piece
from tests.capture.simulator import Shot, clutter, expose

CREW = [int(number) for number in np.random.default_rng(9).permutation(COUNT)[:25]]


def test_a_sweep_finds_everybody_with_the_right_answer() -> None:
    rng = np.random.default_rng(21)
    taken, visible = sweep_over(crew(rng, CREW[:12]), rng, 14)
    assert len(visible) >= 10
    assert {person: taken.get(person) for person in visible} == visible


def test_one_sharp_frame_reads_nearly_everybody_and_nothing_wrong() -> None:
    rng = np.random.default_rng(22)
    grey, visible = crew_frame(crew(rng, CREW), 0.0, Shot(defocus=0.5), rng, marker_matrix)
    truth = {holder.number: holder.answer for holder in visible}
    found = {marker.number: marker.answer for marker in find_markers(grey)}
    assert found.items() <= truth.items()
    assert len(found) >= 0.9 * len(truth)


def test_hands_over_the_marker_give_no_wrong_answer() -> None:
    rng = np.random.default_rng(23)
    grey, visible = crew_frame(crew(rng, CREW, hidden=1.0), 0.0, Shot(defocus=0.5), rng, marker_matrix)
    truth = {holder.number: holder.answer for holder in visible}
    assert {marker.number: marker.answer for marker in find_markers(grey)}.items() <= truth.items()


def test_corners_run_round_the_marker_from_the_left_of_side_a() -> None:
    page = np.full((300, 300), 235, np.uint8)
    page[100:205, 80:185] = np.kron(~np.array(marker_matrix(40)), np.ones((15, 15))) * 200 + 20
    (marker,) = find_markers(page)
    assert (marker.number, marker.answer) == (40, "A")
    assert np.abs(np.array(marker.corners) - [(80, 100), (185, 100), (185, 205), (80, 205)]).max() < 6
    (marker,) = find_markers(np.ascontiguousarray(np.rot90(page)))
    assert (marker.number, marker.answer) == (40, "B")


def test_no_marker_in_clutter() -> None:
    for seed in range(3):
        assert find_markers(expose(clutter(seed), Shot(), np.random.default_rng(seed))) == []
    assert find_markers(np.zeros((4, 4), np.uint8)) == []


def test_only_expected_numbers_are_thought_of() -> None:
    page = np.full((200, 200), 235, np.uint8)
    page[50:155, 50:155] = np.kron(~np.array(marker_matrix(7)), np.ones((15, 15))) * 200 + 20
    assert [marker.number for marker in find_markers(page, [7, 8])] == [7]
    assert find_markers(page, [8, 9]) == []
    assert find_markers(page, []) == []


def test_markers_differ_in_six_modules_however_they_are_turned() -> None:
    bits = [np.array(marker_matrix(number))[1:-1, 1:-1] for number in range(COUNT)]
    turned = np.stack([np.rot90(each, turn).ravel() for each in bits for turn in range(4)]).astype(int)
    differ = (turned[:, None, :] != turned[None, :, :]).sum(axis=2)
    np.fill_diagonal(differ, 25)
    assert differ.min() == 6


def test_a_matrix_is_a_black_frame_around_25_modules() -> None:
    for number in (0, 131, COUNT - 1):
        matrix = marker_matrix(number)
        edge = [matrix[y][x] for y, x in itertools.product(range(7), range(7)) if {x, y} & {0, 6}]
        assert len(matrix) == 7
        assert all(len(row) == 7 for row in matrix)
        assert all(edge)
    for number in (-1, COUNT):
        with pytest.raises(ValueError, match="no marker"):
            marker_matrix(number)


@pytest.mark.long
def test_ten_thousand_markers_with_no_wrong_answer() -> None:
    """Sweeps of 500 markers (10,000 with SURCO_LONG=full; SURCO_SEEDS takes a part): 99 % right, none wrong."""
    wanted = 10_000 if os.environ.get("SURCO_LONG") == "full" else 500
    pieces = seeds(wanted // PEOPLE)
    total = added_up(sweep_piece, pieces)
    print(f"{total.right} of {total.due} visible markers right, {total.shown} shown")
    assert not total.wrong
    assert total.shown == len(pieces) * PEOPLE
    assert total.right >= 0.99 * total.due
