"""Laptops of one project that register and teach, and the office that receives what they deliver."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from datetime import datetime, timedelta, timezone
from pathlib import Path

from promoter_app.edge import Edge
from promoter_app.services import deliver
from promoter_app.services.folder import Folder, found_project, open_folder

NOON = datetime(2026, 2, 20, 12, 0, tzinfo=timezone(timedelta(hours=-6)))
TAG = 77


class Machine:
    """A laptop: its folder and a clock of its own. Start it again for a new launch."""

    def __init__(self, place: Path, name: str, now: Callable[[], datetime] = lambda: NOON) -> None:
        self.place = place
        self.folder: Folder = open_folder(place)
        self.now = now
        self.edge = Edge(name, role="coordinator", now=now)
        self.folder.book.set_local("laptop_name", name)

    def again(self) -> None:
        """A new launch of the app."""
        self.edge = Edge(self.edge.operator, role="coordinator", now=self.now)

    def add(self, table: str, **values: object) -> bytes:
        with self.folder.book.writing(self.edge.stamp()) as write:
            return write.add(table, **values)  # type: ignore[arg-type]

    def edit(self, table: str, entity: bytes, **values: object) -> None:
        with self.folder.book.writing(self.edge.stamp()) as write:
            write.edit(table, entity, **values)  # type: ignore[arg-type]

    def person(self, name: str) -> bytes:
        return self.add("person", kind="worker", name=name)

    def attend(self, session: bytes, person: bytes) -> bytes:
        return self.add("attendance", session=session, person=person, way="typed")

    def deliver(self, stick: Path) -> Path:
        return deliver.export(self.folder, self.edge.stamp(), stick).outcome[1].path

    def copy_to(self, place: Path, name: str) -> Machine:
        """A laptop that begins with this one's data and an identity of its own."""
        twin = self.clone_to(place, name)
        twin.folder.book.set_local("device", None)
        return twin

    def clone_to(self, place: Path, name: str) -> Machine:
        """The same disk in another machine: even the identity is the same."""
        self.folder.close()
        shutil.copytree(self.place, place)
        self.folder = open_folder(self.place)
        return Machine(place, name, self.now)

    def close(self) -> None:
        self.folder.close()


def office_with_season(place: Path) -> tuple[Machine, bytes, list[bytes]]:
    """An office with a project, a session and two people; gives them."""
    office = Machine(place, "oficina")
    found_project(office.folder, office.edge.stamp(), "Prueba", TAG)
    session = office.add(
        "session", code="S1", kind="training", module="M1", held_on="2026-02-17", starts="12:00", ends="12:30",
        state="planned",
    )  # fmt: skip
    return office, session, [office.person("Ana Ruiz"), office.person("+Ɨtɨama López")]
