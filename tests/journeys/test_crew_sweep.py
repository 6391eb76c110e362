"""A crew answers the first question of its test with the cards, before a film of a slow sweep; sqlite3 reads it."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
from PySide6.QtCore import Qt

from promoter_app.capture.crew_markers import marker_matrix
from promoter_app.domain.markers import marker_number
from promoter_app.services.sessions import crew_test
from promoter_app.ui.session.test_page import TestPage
from tests.capture.crew_simulator import Holder, crew, crew_frame
from tests.capture.simulator import Shot
from tests.journeys.desk import Field
from tests.journeys.test_promoter_day import codes_of_crew
from tests.ui.frames import Film, Plugged, write_film

PEOPLE = 9
ANSWERS = (
    "SELECT t.person, a.choice FROM answer a JOIN attempt t ON t.id = a.attempt"
    " WHERE t.session = ? AND t.phase = 'pre' AND a.id NOT IN (SELECT target FROM void)"
)


def sweep_film(path: Path, holders: list[Holder]) -> set[int]:
    """Write the film; the numbers whose whole card is in view in most of its frames."""
    rng, frames = np.random.default_rng(12), []
    times = dict.fromkeys((holder.number for holder in holders), 0)
    for pan in np.linspace(-5, 5, 8):
        grey, inside = crew_frame(holders, float(pan), Shot(defocus=0.5), rng, marker_matrix)
        frames.append(grey)
        for holder in inside:
            times[holder.number] += 1
    write_film(path, [frame for frame in frames for _ in range(2)], rate=8)
    return {number for number, seen in times.items() if seen >= 6}


def test_a_film_of_a_sweep_leaves_the_right_answers(open_field: Callable[..., Field], tmp_path: Path) -> None:
    field = open_field()
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: field.step() == "attendance" and not field.window.desk.road.is_busy)
    session = field.window.session_view.session()
    assert session is not None
    for code in codes_of_crew(field, session.id, inside=True)[:PEOPLE]:
        field.scan(code)
    cards = dict(field.sql(
        "SELECT k.number, a.person FROM attendance a JOIN card k ON k.id = a.card WHERE a.session = ?", session.id
    ))
    assert len(cards) == PEOPLE
    people = {marker_number(number): person for number, person in cards.items()}
    holders = crew(np.random.default_rng(4), list(people))
    path = tmp_path / "barrido.mp4"
    in_view = sweep_film(path, holders)
    assert len(in_view) >= PEOPLE - 2

    field.window.desk.cameras = Plugged(film=lambda: Film(path, again=True))
    field.key(Qt.Key.Key_F9)
    field.wait(lambda: field.step() == "pre_test" and not field.window.desk.road.is_busy)
    page = field.window.session_view.stack.currentWidget()
    assert isinstance(page, TestPage)
    field.key(Qt.Key.Key_T)
    means = crew_test.sides_of(page.sweep.questions[0])
    wanted = {people[number] for number in in_view}
    field.wait(lambda: wanted <= page.sweep.seen_people())
    assert field.sql(ANSWERS, session.id) == [], "nothing is kept before the question is closed"
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: bool(field.sql(ANSWERS, session.id)))
    kept = dict(field.sql(ANSWERS, session.id))
    truth = {people[holder.number]: means[holder.answer] for holder in holders}
    assert kept.items() <= truth.items()
    assert wanted <= kept.keys()
