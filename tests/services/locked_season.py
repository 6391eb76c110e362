"""A small locked folder for tests: one worker, one office, keys of the project."""

from __future__ import annotations

from datetime import datetime, timedelta, timezone
from pathlib import Path

from promoter_app.domain.security.clocks import Moment
from promoter_app.edge import Edge
from promoter_app.services.folder import Folder, found_project, open_folder
from promoter_app.services.security import locking, project_keys
from promoter_app.services.security.locking import NewPerson
from promoter_app.store.keys.wrapping import Cost

NOW = datetime(2026, 2, 17, 12, 0, tzinfo=timezone(timedelta(hours=-6)))
CHEAP = Cost(memory_kib=64, passes=1)
"""The tests are about who gets in, not about what a guess costs."""
WORKER = "Rosalía Bautista Carrillo"
LUPITA = NewPerson("Lupita Ramos", "caña dulce y sombra", "promoter")
OFFICE = NewPerson("Teresa Luna", "oficina del valle 7", "coordinator")


def at(seconds: float = 0, wall: int | None = None) -> Moment:
    return Moment(1_771_000_000_000 + int(seconds * 1000) if wall is None else wall, 1000 + seconds)


def edge_of(person: NewPerson) -> Edge:
    return Edge(person.name, person.role, now=lambda: NOW)


def with_worker(path: Path) -> None:
    """A folder in the clear with a project and one worker."""
    folder = open_folder(path)
    found_project(folder, edge_of(OFFICE).stamp(), "Prueba", 7)
    with folder.book.writing(edge_of(OFFICE).stamp()) as write:
        write.add("person", kind="worker", name=WORKER)
    folder.close()


def unlocked(path: Path, person: NewPerson) -> Folder:
    """The folder, opened with the person's passphrase."""
    return locking.unlock(path, None, person.passphrase, at())


def lock_office(path: Path, recipients: list[str]) -> None:
    """Lock `path` for Teresa and make the project's keys there."""
    locking.protect(path, OFFICE, recipients, cost=CHEAP)
    folder = unlocked(path, OFFICE)
    project_keys.make_project_keys(folder, edge_of(OFFICE).stamp(), recipients)
    folder.close()


def workers(folder: Folder) -> list[str]:
    return [row["name"] for row in folder.book.rows("SELECT name FROM person_now ORDER BY name")]


def names_in(path: Path, *words: str) -> set[str]:
    """Which of `words` stand in the clear in any file below `path`."""
    files = [path] if path.is_file() else [file for file in path.rglob("*") if file.is_file()]
    found = b"\n".join(file.read_bytes() for file in files)
    return {word for word in words if word.encode() in found}
