"""A small season made through the same road as the app's, and another program's eyes on the file."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

import pytest

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.edge import Edge
from promoter_app.services.curricula import Content, read_content
from promoter_app.services.folder import Folder, found_project, open_folder
from promoter_app.services.sessions import sessions

TAG = 77
NOON = datetime(2026, 2, 17, 12, 3, 41, tzinfo=timezone(timedelta(hours=-6)))


@dataclass
class Field:
    """Two crews, five people with cards 1-5, two blank cards 6-7, one cancelled card 8 (good one: 1)."""

    folder: Folder
    edge: Edge
    crew: bytes
    other_crew: bytes
    session: bytes
    people: list[bytes]

    def code(self, number: int) -> str:
        return make_code(CodeKind.CARD, TAG, number).text

    def stamp(self) -> Any:
        return self.edge.stamp()

    def office_stamp(self) -> Any:
        """When the test plays the office."""
        return Edge("Teresa", "coordinator", now=self.edge.now).stamp()

    def sql(self, query: str, *params: Any) -> list[tuple[Any, ...]]:
        """Plain sqlite3 on the file, as another program sees it."""
        connection = sqlite3.connect(f"file:{self.folder.path / 'surco.db'}?mode=ro", uri=True)
        try:
            return connection.execute(query, params).fetchall()
        finally:
            connection.close()


@pytest.fixture
def clock() -> list[datetime]:
    return [NOON]


@pytest.fixture
def new_folder(tmp_path: Path) -> Iterator[Callable[[str], Folder]]:
    made: list[Folder] = []

    def make(name: str = "datos") -> Folder:
        made.append(open_folder(tmp_path / name))
        return made[-1]

    yield make
    for folder in made:
        folder.close()


@pytest.fixture
def field(new_folder: Callable[[str], Folder], clock: list[datetime]) -> Field:
    folder = new_folder("datos")
    edge = Edge("Lupita", now=lambda: clock[0])
    found_project(folder, edge.stamp(), "Prueba", TAG)
    names = ["Rosalía Bautista Carrillo", "Hilario de la Cruz Ríos", "+Ɨtɨama López", "'Utsima Ruiz", "Eusebio Robles"]
    with folder.book.writing(edge.stamp()) as write:
        season = write.add("season", name="Zafra 25-26", sector="cane", starts="2025-11-01", ends="2026-06-30")
        crew = write.add("crew", code="PINOS", name="Los Pinos", season=season, sector="cane")
        other = write.add("crew", code="TRAP", name="El Trapiche", season=season, sector="cane")
        people = [write.add("person", kind="worker", name=name, sex="F", language="es") for name in names]
        for number in range(1, 9):
            card = write.add("card", code=make_code(CodeKind.CARD, TAG, number).text, number=number)
            if number <= 5:
                write.add("card_assignment", card=card, person=people[number - 1])
            if number == 1:
                good = card
            if number == 8:
                write.add("card_assignment", card=card, person=people[0])
                write.add("card_cancel", card=card, reason="lost", good_card=good)
        for at, person in enumerate(people):
            write.add("membership", person=person, crew=other if at == 4 else crew, since="2026-01-05")
    made = sessions.add_session(
        folder, edge.stamp(), sessions.NewSession("2026-02-17", "12:00", "12:30", crew, "M1", season=season)
    ).outcome
    sessions.start_session(folder, edge.stamp(), made)
    return Field(folder, edge, crew, other, made, people)


@pytest.fixture(scope="session")
def content() -> Content:
    """The shipped courses."""
    return read_content()


@pytest.fixture
def office(field: Field) -> Field:
    """The same season in the hands of a coordinator, whose clock stands at noon."""
    field.edge = Edge("Ana Ruiz", role="coordinator", now=lambda: NOON)
    return field
