"""Entregar tells of every delivery whether the office has united it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from promoter_app.ui.deliver_page import DeliverPage
from promoter_app.ui.kit.frames import Text
from tests.journeys.desk import Field, enter
from tests.services.round_trip import Round
from tests.ui.settled import faults

Opened = Callable[[str], tuple[Field, DeliverPage]]


@pytest.fixture
def loop(tmp_path: Path) -> Round:
    """Two packages of a laptop, the first one united; the list that says so lies there, and was not taken."""
    made = Round(tmp_path)
    first = made.deliver("Ana")
    made.deliver("Berta")
    made.unite(first)
    made.give()
    made.close()
    return made


@pytest.fixture
def opened(qtbot: QtBot, loop: Round) -> Iterator[Opened]:
    fields: list[Field] = []

    def make(language: str) -> tuple[Field, DeliverPage]:
        field = Field(qtbot, loop.place / "laptop", language=language, start=loop.time + timedelta(hours=1))
        fields.append(field)
        return field, enter(field, "deliver", DeliverPage, "promoter")

    yield make
    for field in fields:
        field.close()


def said(page: DeliverPage) -> list[str]:
    """The lines of the history, the last delivery first."""
    return [each.text() for each in page.past.findChildren(Text) if each.text() != page.tr("Entregas hechas")]


@pytest.mark.parametrize(
    ("language", "waiting", "united"),
    [
        ("es", "Falta que la oficina la una", "La oficina ya la unió (lista del {0} feb)"),
        ("en", "Not united by the office yet", "The office has united it (roster of {0} Feb)"),
    ],
)
def test_the_list_of_the_office_tells_what_it_united(
    loop: Round, opened: Opened, language: str, waiting: str, united: str
) -> None:
    field, page = opened(language)
    before = said(page)
    assert before[1::2] == [waiting, waiting]
    page.bring_roster(loop.lists[-1])
    field.wait(lambda: said(page)[1::2] != before[1::2])
    field.rest()
    assert said(page)[1::2] == [waiting, united.format(loop.time.astimezone().day)]
    assert said(page)[::2] == before[::2]
    assert not faults(page)
