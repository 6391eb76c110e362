"""A roster from a locked office: only the laptop it is for opens it, and takes it in as any other."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.services import deliver, rosters
from promoter_app.services.folder import Folder
from promoter_app.services.merging import receiving
from promoter_app.services.security import locking, project_keys
from tests.services.locked_season import (
    CHEAP,
    LUPITA,
    OFFICE,
    WORKER,
    edge_of,
    lock_office,
    names_in,
    unlocked,
    workers,
)
from tests.services.locked_season import with_worker as make_worker

LAPTOPS = ("laptop-01", "laptop-02")


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locked office with a crew, and two new locked laptops that only joined and delivered."""
    place = tmp_path_factory.mktemp("listas")
    sheet = locking.new_recovery_key()
    make_worker(place / "oficina")
    lock_office(place / "oficina", [sheet.recipient])
    office = unlocked(place / "oficina", OFFICE)
    stamp = edge_of(OFFICE).stamp()
    with office.book.writing(stamp) as write:
        season = write.add("season", name="Zafra", sector="cane", starts="2025-11-01", ends="2026-06-30")
        crew = write.add("crew", code="PINOS", name="Los Pinos", season=season, sector="cane")
        (row,) = office.book.rows("SELECT id FROM person")
        write.add("membership", person=row["id"], crew=crew, since="2026-01-05")
    card = project_keys.project_card(office)
    office.close()
    (place / "usb").mkdir()
    for name in LAPTOPS:
        locking.protect(place / name, LUPITA, [sheet.recipient], cost=CHEAP)
        laptop = unlocked(place / name, LUPITA)
        project_keys.join(laptop, edge_of(LUPITA).stamp(), card)
        laptop.book.set_local("laptop_name", name)
        deliver.export(laptop, edge_of(LUPITA).stamp(), place / "usb")
        laptop.close()
    return place


@pytest.fixture
def place(scene: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(scene, tmp_path / "listas"))


def give(office: Folder, out: Path, laptop: str = "") -> rosters.Roster:
    (crew,) = office.book.rows("SELECT id FROM crew")
    return rosters.give_roster(office, edge_of(OFFICE).stamp(), [crew["id"]], out, laptop=laptop).outcome


def received(place: Path) -> Folder:
    office = unlocked(place / "oficina", OFFICE)
    stamp = edge_of(OFFICE).stamp()
    receiving.unite(office, stamp, receiving.look_at(office, stamp, [place / "usb"]))
    return office


def test_only_the_laptop_it_is_for_opens_it(place: Path) -> None:
    office = received(place)
    made = give(office, place / "lista.surco", "LAPTOP-02")
    assert names_in(made.path, WORKER, "Los Pinos", OFFICE.name) == set()
    assert (made.crews, made.people) == (1, 1)
    assert not list((place / "oficina").glob(".*part*"))
    office.close()
    laptop, other = (unlocked(place / name, LUPITA) for name in reversed(LAPTOPS))
    rosters.take_in(laptop, edge_of(LUPITA).stamp(), made.path)
    assert workers(laptop) == [WORKER]
    with pytest.raises(Refusal, match="sealed_for_others"):
        rosters.take_in(other, edge_of(LUPITA).stamp(), made.path)
    laptop.close()
    other.close()
    assert names_in(place / LAPTOPS[1], WORKER) == set()


def test_without_a_name_every_laptop_of_the_project_opens_it(place: Path) -> None:
    office = received(place)
    made = give(office, place / "lista.surco")
    office.close()
    for name in LAPTOPS:
        laptop = unlocked(place / name, LUPITA)
        rosters.take_in(laptop, edge_of(LUPITA).stamp(), made.path)
        assert workers(laptop) == [WORKER]
        assert [each.united_at is not None for each in deliver.history(laptop)] == [True], "each learns of its own"
        laptop.close()


def test_a_laptop_that_never_delivered_cannot_be_sealed_to(place: Path) -> None:
    office = unlocked(place / "oficina", OFFICE)
    with pytest.raises(Refusal, match="no_laptop_key"):
        give(office, place / "lista.surco", "laptop-01")
    assert not (place / "lista.surco").exists()
    office.close()
