"""The six words of a roster on screen: shown once at the office, asked for on the laptop."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog
from pytestqt.qtbot import QtBot

from promoter_app.domain.stamp import Role
from promoter_app.edge import Edge
from promoter_app.services import rosters
from promoter_app.services.folder import found_project, open_folder
from promoter_app.store.keys.trouble import wrong_words
from promoter_app.ui.deliver_page import DeliverPage
from promoter_app.ui.receiving.giving import Around, ChooseCrews
from promoter_app.ui.receiving.one_time import AskWords, ShowWords
from promoter_app.ui.receiving.page import ReceivingPage
from promoter_app.ui.wizard.roster import RosterCard
from tests.journeys.desk import NOON, Field
from tests.paper import reading
from tests.services.locked_season import CHEAP
from tests.ui.asked import when_asked
from tests.ui.settled import faults

Open = Callable[..., Field]


@pytest.fixture
def opened(qtbot: QtBot, tmp_path: Path) -> Iterator[Open]:
    fields: list[Field] = []

    def make(name: str, role: Role = "promoter") -> Field:
        field = Field(qtbot, tmp_path / name, start=NOON + timedelta(hours=1))
        fields.append(field)
        field.window.desk.set_role(role)
        field.rest()
        return field

    yield make
    for field in fields:
        field.close()


@pytest.fixture
def office(tmp_path: Path) -> Path:
    """A folder in the clear with a crew of one worker."""
    folder = open_folder(tmp_path / "oficina")
    stamp = Edge("Ana Ruiz", "coordinator", now=lambda: NOON).stamp()
    found_project(folder, stamp, "Prueba", 7)
    with folder.book.writing(stamp) as write:
        season = write.add("season", name="Zafra", sector="cane", starts="2025-11-01", ends="2026-06-30")
        crew = write.add("crew", code="PINOS", name="Los Pinos", season=season, sector="cane")
        person = write.add("person", kind="worker", name="Rosalía Bautista")
        write.add("membership", person=person, crew=crew, since="2026-01-05")
    folder.close()
    return tmp_path / "oficina"


@pytest.fixture
def made(office: Path, tmp_path: Path) -> rosters.Roster:
    folder = open_folder(office)
    (crew,) = folder.book.rows("SELECT id FROM crew")
    stamp = Edge("Ana Ruiz", "coordinator", now=lambda: NOON + timedelta(minutes=10)).stamp()
    done = rosters.give_roster(folder, stamp, [crew["id"]], tmp_path / "lista.surco", by_words=True, cost=CHEAP)
    folder.close()
    return done.outcome


def is_sound(dialog: QDialog) -> None:
    """Nothing is cut or nameless, once it is laid out."""
    assert not faults(dialog)


def typing(words: str, seen: list[str]) -> Callable[[AskWords], None]:
    """Types the words and presses Enter; `seen` gets what the question said first."""

    def act(dialog: AskWords) -> None:
        seen.append(dialog.banner.accessibleName() if dialog.banner.isVisible() else "")
        dialog.words.setText(words)
        dialog.accept_button.click()

    return act


def test_the_office_gives_a_list_with_words_that_are_shown_once(
    opened: Open, office: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = opened(office.name, "coordinator")
    field.window.show_room("receiving")
    field.rest()
    page = field.window.room()
    assert isinstance(page, ReceivingPage)
    out, paper = tmp_path / "lista", tmp_path / "palabras.pdf"
    answers = [str(out), str(paper)]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (answers.pop(0), ""))
    words: list[str] = []

    def choose(dialog: ChooseCrews) -> None:
        dialog.crews.setCurrentRow(0)
        QTest.keyClick(dialog.crews, Qt.Key.Key_Space)
        dialog.opens.button(True).click()
        is_sound(dialog)
        dialog.accept_button.click()
        when_asked(ShowWords, shown)

    def shown(dialog: ShowWords) -> None:
        is_sound(dialog)
        words.extend(dialog.words.text().split()[1::2])
        dialog.print_button.click()
        assert dialog.told.isVisible()
        dialog.accept_button.click()

    when_asked(ChooseCrews, choose)
    page.roster_button.click()
    field.qtbot.waitUntil(lambda: len(words) == 6 and not QApplication.activeModalWidget(), timeout=60_000)
    field.rest()
    text = reading.flat_text(paper)
    assert all(word in text for word in words)
    laptop = open_folder(tmp_path / "nueva")
    rosters.take_in(laptop, field.window.desk.road.edge.stamp(), out.with_suffix(".surco"), words=" ".join(words))
    assert [row["name"] for row in laptop.book.rows("SELECT name FROM person_now")] == ["Rosalía Bautista"]
    laptop.close()


def test_words_are_proposed_for_a_laptop_that_nothing_sealed_came_from(qtbot: QtBot) -> None:
    dialog = ChooseCrews(Around([], "", True, ["Laptop-01"]))
    qtbot.addWidget(dialog)
    assert dialog.opens.value() is False
    QTest.keyClicks(dialog.laptop, "laptop-02")
    assert dialog.opens.value() is True
    dialog.laptop.clear()
    QTest.keyClicks(dialog.laptop, "LAPTOP-01")
    assert dialog.opens.value() is False
    new = ChooseCrews(Around([], "", True, []))
    qtbot.addWidget(new)
    assert new.opens.value() is True
    clear = ChooseCrews(Around([], "", False, []))
    qtbot.addWidget(clear)
    assert clear.opens.value() is False


def test_entregar_asks_for_the_words_again_after_wrong_ones(opened: Open, made: rosters.Roster) -> None:
    field = opened("nueva")
    page = DeliverPage(field.window.desk, field.window)
    page.show()
    seen: list[str] = []

    def wrong(dialog: AskWords) -> None:
        typing("uno dos tres", seen)(dialog)
        when_asked(AskWords, typing(" ".join(made.words), seen))

    when_asked(AskWords, wrong)
    page.bring_roster(made.path)
    field.wait(lambda: page.result.isVisible())
    field.rest()
    assert seen[0] == ""
    assert seen[1].startswith("Esas palabras no abren esta lista")
    assert page.result.accessibleName().startswith("Listo: 1 personas")
    assert field.sql("SELECT name FROM person_now") == [("Rosalía Bautista",)]


@pytest.mark.parametrize("wrong", [False, True])
def test_the_question_is_whole_with_and_without_what_was_wrong(qtbot: QtBot, wrong: bool) -> None:
    question = AskWords("uno dos" if wrong else "")
    qtbot.addWidget(question)
    if wrong:
        question.banner.tell("red", wrong_words().what.es, wrong_words().todo.es)
    question.show()
    is_sound(question)


def test_who_thinks_better_is_told_what_the_file_needs(opened: Open, made: rosters.Roster) -> None:
    field = opened("nueva")
    page = DeliverPage(field.window.desk, field.window)
    page.show()
    when_asked(AskWords, lambda dialog: QTest.keyClick(dialog, Qt.Key.Key_Escape))
    page.bring_roster(made.path)
    field.wait(lambda: page.result.isVisible())
    assert page.result.accessibleName().startswith("Es una lista que se abre con seis palabras")
    assert field.sql("SELECT count(*) FROM person") == [(0,)]


def test_a_first_start_looks_into_the_list_and_takes_it_with_one_asking(opened: Open, made: rosters.Roster) -> None:
    field = opened("nueva")
    card = RosterCard(field.window.desk, field.window)
    card.retranslate()
    card.show()
    seen: list[str] = []
    when_asked(AskWords, typing(" ".join(made.words), seen))
    card.look(made.path)
    field.wait(card.brings.isVisible)
    assert card.what.text().startswith("1 personas")
    with field.qtbot.waitSignal(card.taken):
        card.take_button.click()
    field.rest()
    assert seen == [""], "the words are asked for once"
    assert field.sql("SELECT name FROM person_now") == [("Rosalía Bautista",)]
