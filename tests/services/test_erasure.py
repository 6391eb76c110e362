"""Nothing of the erased stays in the office's folder or on a laptop, and nothing brings them back."""

from __future__ import annotations

import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from itertools import permutations
from pathlib import Path
from typing import Any

import pytest

from promoter_app.domain.names import sort_key
from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services import rosters
from promoter_app.services.deliver import export
from promoter_app.services.folder import Folder, open_folder
from promoter_app.services.merging import receiving
from promoter_app.services.people import duplicates
from promoter_app.services.privacy import rights
from promoter_app.services.security import keeping, locking
from promoter_app.services.sessions import attendance
from promoter_app.services.undo import undo
from promoter_app.store.erasing import traces
from tests.services.conftest import Field
from tests.services.locked_season import OFFICE, WORKER, edge_of, lock_office, names_in, unlocked
from tests.services.locked_season import with_worker as make_worker

New = Callable[[str], Folder]
HILARIO = "Hilario de la Cruz Ríos"


def read(folder: Path, query: str) -> list[tuple[Any, ...]]:
    with closing(sqlite3.connect(f"file:{folder / 'surco.db'}?mode=ro", uri=True)) as connection:
        return connection.execute(query).fetchall()


def forms(name: str) -> tuple[str, str]:
    """As written, and as searched."""
    return name, sort_key(name)[0]


@pytest.fixture
def office(field: Field) -> Field:
    field.edge.role = "coordinator"
    field.folder.book.set_local("laptop_name", "oficina")
    attendance.record_scan(field.folder, field.stamp(), field.session, field.code(2))
    return field


def open_again(office: Field) -> None:
    """The same folder object, so that it is closed once."""
    office.folder.book = open_folder(office.folder.path).book


def erase(office: Field, person: bytes) -> None:
    rights.block(office.folder, office.stamp(), person, "acta 3")
    rights.suppress(office.folder, office.stamp(), person, "acta 3")


def test_no_file_of_the_office_holds_the_erased(office: Field, tmp_path: Path) -> None:
    person, folder = office.people[1], office.folder
    with folder.book.writing(office.stamp()) as write:
        write.edit("person", person, origin="San Blas Atempa")
        stay = write.add("availability", person=person, since="2026-02-01", present=0, note="con su hermana Inés")
        write.edit("availability", stay, note="en casa de Inés Bautista")
    stick = tmp_path / "usb"
    stick.mkdir()
    export(folder, office.stamp(), stick)
    keeping.make_copy(folder, office.stamp())
    receiving.unite(folder, office.stamp(), receiving.look_at(folder, office.stamp(), [stick]))
    place = folder.path
    folder.close()
    keeping.restore(place, keeping.latest(place), office.stamp())
    open_again(office)
    keeping.make_copy(office.folder, office.stamp())
    secrets = (*forms(HILARIO), "San Blas Atempa", "Inés")
    assert names_in(place, *secrets) == set(secrets)
    seen: list[tuple[int, int]] = []
    rights.block(office.folder, office.stamp(), person, "acta 3")
    rights.suppress(office.folder, office.stamp(), person, "acta 3", on_progress=lambda *at: seen.append(at))
    assert names_in(place, *secrets) == set()
    assert names_in(place, "Rosalía Bautista Carrillo") == {"Rosalía Bautista Carrillo"}
    assert seen[-1][0] == seen[-1][1] == len(seen) > 3
    assert read(place, "SELECT stage FROM erasure ORDER BY stage") == [("block",), ("suppress",)]
    kept = keeping.kept_copies(office.folder)
    assert {one.people for one in kept} == {4}
    keeping.make_copy(office.folder, office.stamp())
    assert names_in(place, *secrets) == set()
    made = rosters.give_roster(office.folder, office.stamp(), [office.crew], tmp_path / "lista.db").outcome
    assert names_in(made.path, *secrets) == set()


def test_a_copy_that_cannot_be_opened_is_told_where_somebody_was_erased(office: Field) -> None:
    keeping.make_copy(office.folder, office.stamp())
    torn = max((office.folder.path / "copias").glob("*.db"))
    torn.write_bytes(b"not a database" * 400)
    rights.block(office.folder, office.stamp(), office.people[0], "acta 3")
    left = rights.suppress(office.folder, office.stamp(), office.people[0], "acta 3").outcome
    assert left == (torn.name,)
    assert torn.name in rights.still_in(left).es


def test_rows_that_were_moved_from_page_to_page_leave_nothing(tmp_path: Path) -> None:
    """Neither in pages that were split and balanced, nor in the index of names, nor in the log."""
    edge = edge_of(OFFICE)
    folder, chance = open_folder(tmp_path / "datos"), random.Random(5)
    names = [f"Persona {chance.getrandbits(80):020x}" for _ in range(600)]
    for some in range(0, 600, 60):
        with folder.book.writing(edge.stamp()) as write:
            people = [write.add("person", kind="worker", name=name) for name in names[some : some + 60]]
            for person in chance.sample(people, 30):
                write.void("person", person, "moved")
    gone = chance.sample(names, 200)
    marks = ", ".join("?" * len(gone))
    rows = folder.book.rows(f"SELECT id FROM person WHERE name IN ({marks})", tuple(gone))
    with folder.book.writing(edge.stamp()) as write:
        for row in rows:
            write.add("erasure", subject=row["id"], stage="block")
    with folder.book.writing(edge.stamp()) as write:
        for row in rows[:-1]:
            write.add("erasure", subject=row["id"], stage="suppress")
    rights.suppress(folder, edge.stamp(), rows[-1]["id"], "acta")
    kept = set(names) - set(gone)
    assert names_in(tmp_path / "datos", *gone) == set()
    assert names_in(tmp_path / "datos", *kept) == kept
    folder.close()


def test_a_locked_office_forgets_in_its_copies_too(tmp_path: Path) -> None:
    path = tmp_path / "oficina"
    make_worker(path)
    lock_office(path, [locking.new_recovery_key().recipient])
    folder = unlocked(path, OFFICE)
    stamp = edge_of(OFFICE).stamp()
    keeping.make_copy(folder, stamp)
    (row,) = folder.book.rows("SELECT id FROM person")
    rights.block(folder, stamp, row["id"], "acta")
    rights.suppress(folder, stamp, row["id"], "acta")
    assert [one.people for one in keeping.kept_copies(folder)] == [0]
    copy = keeping.latest(path)
    folder.close()
    assert WORKER.encode() not in (path / "borrados.db").read_bytes()
    assert copy.read_bytes()[:6] != b"SQLite"


def test_an_older_backup_does_not_bring_anybody_back(office: Field, tmp_path: Path) -> None:
    stick = tmp_path / "respaldo.db"
    keeping.make_copy(office.folder, office.stamp(), out=stick)
    erase(office, office.people[1])
    place, stamp = office.folder.path, office.stamp()
    office.folder.close()
    assert names_in(stick, HILARIO) == {HILARIO}
    keeping.restore(place, stick, stamp)
    open_again(office)
    assert names_in(place, *forms(HILARIO)) == set()
    assert read(place, "SELECT stage FROM erasure ORDER BY stage") == [("block",), ("suppress",)]
    assert read(place, "SELECT count(*) FROM person_now") == [(4,)]


def test_what_a_power_cut_left_is_removed_at_the_next_opening(
    office: Field, monkeypatch: pytest.MonkeyPatch
) -> None:
    def cut(*_any: object) -> None:
        raise KeyboardInterrupt

    keeping.make_copy(office.folder, office.stamp())
    monkeypatch.setattr(traces, "_write_anew", cut)
    with pytest.raises(KeyboardInterrupt):
        erase(office, office.people[1])
    monkeypatch.undo()
    place = office.folder.path
    office.folder.close()
    assert names_in(place / "copias", HILARIO) == {HILARIO}
    open_again(office)
    assert names_in(place, *forms(HILARIO)) == set()


def test_a_block_is_taken_back_whole_and_hides_who_was_united(office: Field) -> None:
    first, second = office.people[0], office.people[1]
    duplicates.unite(office.folder, office.stamp(), first, second, {"name": 0})
    (before,) = office.sql("SELECT count(*) FROM person_now")
    sheet = office.sql("SELECT * FROM person_now ORDER BY id")
    done = rights.block(office.folder, office.stamp(), first, "acta 3")
    assert office.sql("SELECT count(*) FROM person_now") == [(before[0] - 1,)]
    assert done.undo is not None
    undo(office.folder, office.stamp(), done.undo)
    assert office.sql("SELECT * FROM person_now ORDER BY id") == sheet


class Laptop:
    """A laptop that joined with the office's roster and registered the person's attendance once more."""

    def __init__(self, folder: Folder, office: Field, roster: Path) -> None:
        self.folder = folder
        self.edge = Edge("Beto", now=office.edge.now)
        folder.book.set_local("laptop_name", folder.path.name)
        self.take(roster)
        attendance.record_scan(folder, self.edge.stamp(), office.session, office.code(2))

    def take(self, roster: Path) -> None:
        rosters.take_in(self.folder, self.edge.stamp(), roster)

    def deliver(self, stick: Path) -> Path:
        return export(self.folder, self.edge.stamp(), stick).outcome[1].path


def give(office: Field, path: Path) -> Path:
    return rosters.give_roster(office.folder, office.stamp(), [office.crew], path).outcome.path


def unite(office: Field, *paths: Path) -> None:
    receiving.unite(office.folder, office.stamp(), receiving.look_at(office.folder, office.stamp(), list(paths)))


@pytest.mark.parametrize("order", list(permutations(("deliver", "give"))), ids=lambda order: order[0])
def test_erased_people_and_cancelled_cards_never_come_back(
    office: Field, tmp_path: Path, new_folder: New, order: tuple[str, ...]
) -> None:
    """Three laptops hold the person; packages from before arrive before or after the erasure reached their laptop."""
    old = give(office, tmp_path / "vieja.db")
    laptops = [Laptop(new_folder(f"laptop-{number}"), office, old) for number in range(3)]
    stick = tmp_path / "usb"
    stick.mkdir()
    early = [shutil.copy(laptop.deliver(stick), tmp_path / f"antes-{at}.db") for at, laptop in enumerate(laptops)]
    erase(office, office.people[1])
    with office.folder.book.writing(office.stamp()) as write:
        (card,) = office.sql("SELECT id FROM card WHERE number = 3")
        write.add("card_cancel", card=card[0], reason="lost")
    new = give(office, tmp_path / "nueva.db")
    for step in order:
        for laptop, before in zip(laptops, early, strict=True):
            if step == "deliver":
                unite(office, laptop.deliver(stick), Path(before))
            else:
                laptop.take(new)
                laptop.take(old)
    unite(office, *(laptop.deliver(stick) for laptop in laptops), *map(Path, early))
    last = give(office, tmp_path / "ultima.db")
    for laptop in reversed(laptops):
        laptop.take(last)
        laptop.take(old)
    for folder in (office.folder, *(laptop.folder for laptop in laptops)):
        assert names_in(folder.path, *forms(HILARIO)) == set()
        assert (office.people[1].hex().upper(),) not in read(folder.path, "SELECT hex(person) FROM attendance")
        assert office.people[1].hex() in {
            bytes(subject).hex() for (subject,) in read(folder.path, "SELECT subject FROM erasure")
        }
    for laptop in laptops:
        found = attendance.record_scan(laptop.folder, laptop.edge.stamp(), office.session, office.code(3)).outcome
        assert found.state.value == "cancelled"


def test_a_block_reaches_the_laptop_and_so_does_its_end(office: Field, tmp_path: Path, new_folder: New) -> None:
    laptop = Laptop(new_folder("laptop"), office, give(office, tmp_path / "vieja.db"))
    done = rights.block(office.folder, office.stamp(), office.people[1], "acta 3")
    laptop.take(give(office, tmp_path / "bloqueo.db"))
    assert (HILARIO,) not in read(laptop.folder.path, "SELECT name FROM person_now")
    assert done.undo is not None
    undo(office.folder, office.stamp(), done.undo)
    laptop.take(give(office, tmp_path / "fin.db"))
    assert (HILARIO,) in read(laptop.folder.path, "SELECT name FROM person_now")




def test_what_a_person_asks_a_promoter_for_reaches_the_office_and_is_done_there(
    office: Field, tmp_path: Path, new_folder: New
) -> None:
    laptop = Laptop(new_folder("laptop"), office, give(office, tmp_path / "lista.db"))
    stamp = laptop.edge.stamp()
    assert stamp.role == "promoter"
    rights.request_erasure(laptop.folder, stamp, office.people[1])
    with pytest.raises(Refusal, match="not_allowed"):
        rights.block(laptop.folder, stamp, office.people[1], "por mi cuenta")
    stick = tmp_path / "usb"
    stick.mkdir()
    assert rights.open_requests(office.folder) == []
    unite(office, laptop.deliver(stick))
    (asked,) = rights.open_requests(office.folder)
    assert (asked["subject"], asked["name"], asked["stage"]) == (office.people[1], HILARIO, "request")
