"""A crew answers with its cards: who is missing shows, what anybody answered does not, and all is on disk."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from promoter_app.capture.crew_markers import marker_matrix
from promoter_app.domain.markers import AGREEING
from promoter_app.edge import Edge
from promoter_app.services.curricula import Content
from promoter_app.services.folder import Folder
from promoter_app.services.sessions import crew_test
from promoter_app.ui.session.test_page import TestPage
from tests.ui.field import Fields, UiField
from tests.ui.frames import HandCamera, Plugged
from tests.ui.settled import faults
from tests.ui.test_test_page import begin, press, stored

MODULE, PLACE = 5, 64
"""Pixels a module of a marker, and pixels from one marker to the next."""


def held_up(answers: dict[int, str], rng: np.random.Generator) -> np.ndarray:
    """A clear frame of the backs of these cards side by side; what bad frames do is tested in capture."""
    wall = rng.integers(118, 132, (160, 480)).astype(np.uint8)
    side = 7 * MODULE
    for place, (number, answer) in enumerate(answers.items()):
        dark = np.kron(np.array(marker_matrix(number), dtype=np.uint8), np.ones((MODULE, MODULE), np.uint8))
        back = np.full((side + 14, side + 14), 225, np.uint8)
        back[7:-7, 7:-7] -= 195 * np.rot90(dark, "ABCD".index(answer))
        top, left = int(rng.integers(20, 80)), 12 + place * PLACE + int(rng.integers(0, 8))
        wall[top : top + side + 14, left : left + side + 14] = back
    return wall


class Crew:
    """Six people with cards 1 to 6 before the camera."""

    def __init__(self, field: UiField, step: str = "pre_test") -> None:
        self.field = field
        self.cameras = Plugged(a=HandCamera)
        field.desk.cameras = self.cameras
        self.view, self.page = begin(field, step)
        self._rng = np.random.default_rng(5)

    def start(self) -> None:
        self.page.all_cards.click()
        self.field.settle()

    def hold(self, answers: dict[int, str], frames: int = AGREEING) -> None:
        """Each card with one side up, for some frames."""
        reader = self.page.sweep.feed._reader
        assert reader is not None
        for frame in range(frames):
            before = reader.looked
            self.cameras.hand.show(held_up(answers, self._rng), at=float(frame))
            self.field.wait(lambda before=before: reader.looked > before)
            self.field.settle()

    def close(self) -> None:
        press(self.field, self.view, Qt.Key.Key_Return)

    def words(self) -> str:
        """Everything that can be read on the page."""
        labels = [each.text() for each in self.page.findChildren(QLabel) if each.isVisibleTo(self.page)]
        people = self.page.people.list.people
        rows = [people.row(at) for at in range(people.rowCount())]
        return " | ".join(labels + [f"{row.name} {row.detail}" for row in rows])

    def choices(self, question: int) -> dict[str, str]:
        """Side to choice of a question."""
        return crew_test.sides_of(self.page.sweep.questions[question])


@pytest.fixture
def crew(fields: Fields) -> Crew:
    return Crew(fields())


def test_everybody_answers_at_once_and_it_is_on_disk_for_each(crew: Crew) -> None:
    crew.start()
    assert "Faltan 6 de 6" in crew.words()
    given = [dict(zip(range(1, 7), sides, strict=True)) for sides in ("ABCDAB", "BBBBBB", "CADBCA")]
    expected = []
    for at, answers in enumerate(given):
        means = crew.choices(at)
        item = int(crew.page.sweep.questions[at].item.id.rpartition("-")[2])
        expected += [(crew.field.people[n - 1], "pre", item, means[side]) for n, side in answers.items()]
        crew.hold(answers)
        assert "Ya se vieron todas las tarjetas" in crew.words()
        assert stored(crew.field) == sorted(expected[: at * 6], key=expected.index), "nothing before it is closed"
        crew.close()
        assert sorted(stored(crew.field)) == sorted(expected[: (at + 1) * 6])
    assert not crew.page.sweep.is_on()
    assert not crew.cameras.hand.is_on
    assert "Ya contestaron todas las personas" in crew.words()


def test_the_screen_tells_who_is_missing_and_never_what_anybody_answered(crew: Crew) -> None:
    crew.start()
    before = crew.words()
    crew.hold({1: "A", 2: "B", 3: "C"})
    words = crew.words()
    assert "Faltan 3 de 6" in words
    assert "Amalia Serrano Ch. ya se vio" in words
    assert "Bernabé Ríos Torres · Hilario" in words
    crew.hold({1: "D", 2: "C", 3: "A"})
    assert crew.words() == words, "another answer changes nothing on the screen"
    gone = {"Faltan 6 de 6", "Amalia Serrano Ch. ya se vio"}
    assert gone - {each for each in gone if each in before} == {"Amalia Serrano Ch. ya se vio"}


def test_one_can_change_ones_mind_until_it_is_closed(crew: Crew) -> None:
    crew.start()
    means = crew.choices(0)
    crew.hold({1: "A", 2: "B"})
    crew.hold({1: "C", 2: "B"})
    crew.close()
    assert [row[3] for row in sorted(stored(crew.field), key=lambda row: crew.field.people.index(row[0]))] == [
        means["C"], means["B"],
    ]
    crew.page.back.click()
    crew.field.settle()
    crew.hold({1: "A"})
    crew.close()
    last = {row[0]: row[3] for row in stored(crew.field) if row[2] == stored(crew.field)[0][2]}
    assert last[crew.field.people[0]] == means["A"], "the question before can be asked again"


def test_one_undo_takes_a_question_back_and_asks_it_again(crew: Crew) -> None:
    crew.start()
    crew.hold(dict.fromkeys(range(1, 7), "A"))
    crew.close()
    assert len(stored(crew.field)) == 6
    crew.field.desk.road.take_back()
    crew.field.settle()
    assert stored(crew.field) == []
    assert "pregunta 1 de 3" in crew.words()
    assert "Faltan 6 de 6" in crew.words()


def test_nothing_seen_closes_nothing_and_strangers_say_nothing(crew: Crew) -> None:
    crew.start()
    crew.close()
    assert "todavía no se ve ninguna tarjeta" in crew.page.sweep.panel.close_question.accessibleName()
    crew.hold({40: "A", 41: "B"})
    assert "Faltan 6 de 6" in crew.words()
    crew.close()
    assert stored(crew.field) == []


def test_who_is_missing_at_the_end_is_asked_one_by_one(crew: Crew) -> None:
    crew.start()
    for _question in range(3):
        crew.hold(dict.fromkeys(range(1, 6), "B"))
        crew.close()
    assert crew.page.panels.shown() is crew.page.question
    assert crew.page.person == crew.field.people[5]


def _no_card_for_two(folder: Folder, edge: Edge, _session: bytes) -> None:
    """Refugio lost his card; the card of Hilario is 250 after Amalia's and carries the same marker."""
    with folder.book.writing(edge.stamp()) as write:
        cards = {row["number"]: row["id"] for row in folder.book.rows("SELECT id, number FROM card")}
        (hilario,) = (row["person"] for row in folder.book.rows(
            "SELECT person FROM card_assignment WHERE card = ?", (cards[5],)))
        for number in (5, 6):
            write.add("card_cancel", card=cards[number], reason="lost")
        from promoter_app.domain.cards import CodeKind, make_code
        from tests.ui.field import TAG

        twin = write.add("card", code=make_code(CodeKind.CARD, TAG, 251).text, number=251)
        write.add("card_assignment", card=twin, person=hilario)


def test_whoever_has_no_marker_of_their_own_is_named_and_asked_afterwards(fields: Fields) -> None:
    crew = Crew(fields(before=_no_card_for_two))
    crew.start()
    words = crew.words()
    assert "Faltan 3 de 3" in words
    asked_after = next(part for part in words.split(" | ") if part.startswith("Sin tarjeta que sirva"))
    assert all(name in asked_after for name in ("Amalia", "Hilario", "Refugio"))


def test_before_and_after_are_paired_by_the_card(crew: Crew, content: Content) -> None:
    crew.start()
    key = {at: one.item.key for at, one in enumerate(crew.page.sweep.questions)}
    before = [crew.choices(at) for at in range(3)]
    for at in range(3):
        wrong = next(side for side, choice in crew.choices(at).items() if choice not in (key[at], "0"))
        crew.hold({1: wrong})
        crew.close()
    crew.view.show_step("post_test")
    crew.field.settle()
    page = crew.view.stack.currentWidget()
    assert isinstance(page, TestPage)
    crew.page = page
    crew.start()
    assert [crew.choices(at) for at in range(3)] == before, "the same order of answers before and after"
    for at in range(3):
        right = next(side for side, choice in crew.choices(at).items() if choice == key[at])
        crew.hold({1: right})
        crew.close()
    pairs = crew.field.sql(
        "SELECT t.phase, sum(a.choice = i.answer), count(*) FROM attempt t JOIN answer a ON a.attempt = t.id"
        " JOIN item i ON i.id = a.item WHERE t.person = ? GROUP BY t.phase ORDER BY t.phase DESC",
        crew.field.people[0],
    )
    assert pairs == [("pre", 0, 3), ("post", 3, 3)]


def test_without_a_camera_it_says_what_to_do_instead(crew: Crew) -> None:
    crew.cameras.makers.clear()
    crew.start()
    said = crew.page.sweep.panel.camera.accessibleName()
    assert "No hay cámara. Pueden contestar a mano alzada o de una en una." in said
    crew.page.raise_hands.click()
    crew.field.settle()
    assert crew.page.panels.shown() is crew.page.hands
    assert not crew.page.sweep.is_on()


def test_leaving_the_step_lets_go_of_the_camera_and_forgets_what_was_not_closed(crew: Crew) -> None:
    crew.start()
    crew.hold({1: "A"})
    crew.view.show_step("topic")
    crew.field.settle()
    assert not crew.cameras.hand.is_on
    assert stored(crew.field) == []


def test_a_scanned_card_and_one_by_one_leave_the_sweep(crew: Crew) -> None:
    crew.start()
    crew.page.card_scanned(crew.field.code(3))
    crew.field.settle()
    assert crew.page.person == crew.field.people[2]
    assert not crew.cameras.hand.is_on
    crew.start()
    crew.page.sweep.panel.one_by_one.click()
    crew.field.settle()
    assert crew.page.panels.shown() is crew.page.question


@pytest.mark.parametrize("percent", [100, 200])
@pytest.mark.parametrize("language", ["es", "en"])
def test_the_panel_passes_the_audit(
    crew: Crew, language: str, percent: int, spoken: Callable[[UiField, str, int], None], qtbot: QtBot
) -> None:
    spoken(crew.field, language, percent)
    crew.start()
    crew.hold({1: "A"})
    for size in ((1366, 690), (1920, 1080)):
        crew.view.resize(*size)
        for _pass in range(4):
            crew.field.settle()
        assert faults(crew.view) == []
    missing = crew.page.sweep.panel.count.text()
    assert missing == ("Faltan 5 de 6" if language == "es" else "5 of 6 missing")
