"""Vaciar esta laptop: what is missing is said; with everything at the office a typed word empties it for good."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from promoter_app.ui.kit.question import Question
from promoter_app.ui.settings.leaving_card import LeavingCard, LeavingQuestion
from promoter_app.ui.settings.page import SettingsPage
from tests.journeys.desk import Field, enter
from tests.services.locked_season import names_in
from tests.services.round_trip import Round
from tests.ui.asked import when_asked
from tests.ui.settled import faults

NAME = "Ana Bautista"
Opened = Callable[[], tuple[Field, LeavingCard]]


@pytest.fixture
def loop(tmp_path: Path) -> Round:
    """A laptop whose only delivery is united."""
    made = Round(tmp_path)
    made.unite(made.deliver(NAME))
    made.take(made.give())
    return made


@pytest.fixture
def opened(qtbot: QtBot, loop: Round) -> Iterator[Opened]:
    fields: list[Field] = []

    def make() -> tuple[Field, LeavingCard]:
        loop.close()
        field = Field(qtbot, loop.place / "laptop", start=loop.time + timedelta(hours=1))
        fields.append(field)
        return field, enter(field, "settings", SettingsPage, "promoter").own.leaving

    yield make
    for field in fields:
        if field.is_open:
            field.close()


def typed(word: str) -> Callable[[Question], None]:
    """Types the word into the field that has the focus, then Tab past Cancelar, then Enter; Esc when that is shut."""

    def act(dialog: Question) -> None:
        assert not faults(dialog)
        QTest.keyClicks(dialog.focusWidget(), word)
        if not dialog.accept_button.isEnabled():
            QTest.keyClick(dialog, Qt.Key.Key_Escape)
            return
        for _each in range(2):
            QTest.keyClick(dialog.focusWidget(), Qt.Key.Key_Tab)
        assert dialog.focusWidget() is dialog.accept_button
        QTest.keyClick(dialog.accept_button, Qt.Key.Key_Return)

    return act


def test_what_is_missing_is_said_and_nothing_is_asked(loop: Round, opened: Opened) -> None:
    loop.laptop.person("Berta")
    field, card = opened()
    card.button.click()
    field.wait(card.banner.isVisible)
    assert card.banner.accessibleName().startswith("Falta entregar: anotaciones, 1.")
    assert field.sql("SELECT count(*) FROM person") == [(2,)]


def test_another_word_empties_nothing(opened: Opened) -> None:
    field, card = opened()
    asked: list[str] = []

    def other(dialog: Question) -> None:
        asked.append(dialog.heading.text())
        typed("vaciarla")(dialog)

    when_asked(LeavingQuestion, other)
    card.button.click()
    field.wait(lambda: bool(asked) and QApplication.activeModalWidget() is None)
    field.rest()
    assert field.sql("SELECT count(*) FROM person") == [(1,)]


def test_the_word_empties_the_laptop_and_the_window_closes(opened: Opened) -> None:
    field, card = opened()
    assert names_in(field.folder, NAME) == {NAME}
    said: list[str] = []

    def last(dialog: Question) -> None:
        said.append(dialog.heading.text())
        assert not faults(dialog)
        QTest.keyClick(dialog.accept_button, Qt.Key.Key_Return)

    def first(dialog: Question) -> None:
        typed(" Vaciar ")(dialog)
        when_asked(Question, last)

    when_asked(LeavingQuestion, first)
    card.button.click()
    field.wait(lambda: bool(said) and not field.window.isVisible())
    assert said == ["Esta laptop quedó vacía"]
    assert list(field.folder.iterdir()) == []


def test_the_office_does_not_see_it(opened: Opened) -> None:
    field, card = opened()
    assert card.isVisible()
    field.window.desk.set_role("coordinator")
    assert not card.isVisible()


def test_a_locked_laptop_asks_for_the_passphrase_too(qtbot: QtBot) -> None:
    question = LeavingQuestion(True)
    qtbot.addWidget(question)
    question.show()
    assert question.passphrase.isVisible()
    assert not question.accept_button.isEnabled()
    assert not faults(question)
