"""A laptop is emptied when the office has said that it has everything, and then nothing of anybody is left in it."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.services import rosters
from promoter_app.services.folder import Folder, open_folder, set_laptop_setting
from promoter_app.services.merging import receiving
from promoter_app.services.security import keeping, leaving, locking
from promoter_app.services.sessions import sessions
from promoter_app.store.backups import emptying
from tests.services.locked_season import CHEAP, LUPITA, at, names_in
from tests.services.merge_field import NOON
from tests.services.round_trip import Round

NAMES = ("Ana Bautista", "Berta Carrillo")


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A laptop with two deliveries; the office united the first one and gave a list."""
    place = tmp_path_factory.mktemp("deja")
    made = Round(place)
    made.unite(made.deliver(NAMES[0]))
    made.take(made.give())
    made.deliver(NAMES[1])
    made.close()
    return place


@pytest.fixture
def field(scene: Path, tmp_path: Path) -> Iterator[Round]:
    made = Round(Path(shutil.copytree(scene, tmp_path / "deja")), NOON + timedelta(hours=9))
    yield made
    made.office.folder.close()
    if (made.laptop.place / "surco.db").exists():
        made.laptop.folder.close()


def close_the_loop(field: Round) -> None:
    field.unite(field.place / f"{NAMES[1]}.db")
    field.take(field.give())


def refused(folder: Folder) -> Refusal:
    before = sorted(path.name for path in folder.path.iterdir())
    with pytest.raises(Refusal) as raised:
        leaving.begin(folder, "", at())
    assert sorted(path.name for path in folder.path.iterdir()) == before
    return raised.value


def empty(folder: Folder, passphrase: str = "") -> int:
    path = leaving.begin(folder, passphrase, at()).outcome
    folder.close()
    return leaving.finish(path)


def test_what_the_office_did_not_unite_is_named(field: Round) -> None:
    told = refused(field.laptop.folder)
    assert (told.code, told.what.es) == ("not_united", "Falta que la oficina una el paquete 2.")


def test_work_after_the_last_delivery_is_counted(field: Round) -> None:
    close_the_loop(field)
    field.laptop.person("Carla")
    told = refused(field.laptop.folder)
    assert (told.code, told.what.es) == ("not_delivered", "Falta entregar: anotaciones, 1.")
    folder, stamp = field.laptop.folder, field.laptop.edge.stamp()
    new = sessions.NewSession("2026-02-20", "12:00", "12:30", field.crew, "M1")
    field.laptop.edit("session", sessions.add_session(folder, stamp, new).outcome, state="held")
    assert refused(field.laptop.folder).what.es == "Falta entregar: sesiones, 1."


def test_a_wrong_clock_hides_no_work(field: Round) -> None:
    close_the_loop(field)
    field.time -= timedelta(days=900)
    field.laptop.again()
    field.laptop.person("Carla")
    assert refused(field.laptop.folder).code == "not_delivered"


def test_a_package_of_before_is_not_enough_until_a_later_one_is_united(field: Round) -> None:
    third = field.deliver("Carla")
    field.unite(third)
    field.take(field.give())
    assert leaving.what_is_held(field.laptop.folder).is_safe, "the third package holds what the second held"
    field.laptop.person("Dora")
    assert leaving.what_is_held(field.laptop.folder).facts == 1, "told by the same launch, after it"


def test_after_the_office_went_back_nothing_may_go(field: Round) -> None:
    copy = field.unite(field.place / f"{NAMES[1]}.db")
    field.take(field.give())
    assert leaving.what_is_held(field.laptop.folder).is_safe
    assert copy is not None
    field.later()
    receiving.return_to_copy(field.office.folder, field.office.edge.stamp(), copy)
    field.take(field.give())
    assert refused(field.laptop.folder).code == "not_united"


def test_the_office_and_a_laptop_that_never_delivered_are_refused(field: Round, tmp_path: Path) -> None:
    close_the_loop(field)
    set_laptop_setting(field.laptop.folder, "role", "coordinator")
    assert refused(field.laptop.folder).code == "is_the_office"
    alone = open_folder(tmp_path / "sola")
    with alone.book.writing(field.laptop.edge.stamp()) as write:
        write.add("person", kind="worker", name="Dora")
    assert refused(alone).code == "not_delivered"
    alone.close()


def test_nothing_of_anybody_is_left(field: Round, tmp_path: Path) -> None:
    close_the_loop(field)
    folder, stamp = field.laptop.folder, field.laptop.edge.stamp()
    keeping.take_for_window(folder, at())
    keeping.make_copy(folder, stamp)
    place = folder.path
    for name in ("audio", "entregas", "apartado/20260101-000000", "en-espera", ".recibir"):
        (place / name).mkdir(parents=True, exist_ok=True)
        (place / name / "algo.db").write_text(NAMES[0])
    (place / "surco.db-journal").write_text(NAMES[0])
    assert names_in(place, *NAMES) == set(NAMES)
    assert empty(folder) == 0
    assert list(place.iterdir()) == []
    field.laptop.folder = open_folder(place)
    assert field.laptop.folder.book.rows("SELECT * FROM person") == []


def test_what_is_not_surcos_stays_and_links_lead_nowhere(field: Round, tmp_path: Path) -> None:
    close_the_loop(field)
    place = field.laptop.folder.path
    outside = tmp_path / "fuera"
    outside.mkdir()
    for name in ("uno", "dos", "tres"):
        (outside / name).write_text("de otro programa")
    (place / "copias").mkdir(exist_ok=True)
    (place / "audio").symlink_to(outside, target_is_directory=True)
    (place / "copias" / "uno.db").symlink_to(outside / "uno")
    os.link(outside / "dos", place / "copias" / "dos.db")
    (place / "carta.txt").write_text("mía")
    assert empty(field.laptop.folder) == 1
    assert [path.name for path in place.iterdir()] == ["carta.txt"]
    assert {path.read_text() for path in outside.iterdir()} == {"de otro programa"}


def test_a_locked_laptop_asks_for_its_passphrase_and_is_unreadable_from_the_decision_on(field: Round) -> None:
    close_the_loop(field)
    place = field.laptop.folder.path
    field.laptop.folder.close()
    shutil.rmtree(place / "copias")
    locking.protect(place, LUPITA, [], accept_loss=True, cost=CHEAP)
    folder = locking.unlock(place, None, LUPITA.passphrase, at())
    locking.after_unlock(folder, field.laptop.edge.stamp())
    with pytest.raises(Refusal, match="wrong_passphrase"):
        leaving.begin(folder, "otra cosa larga", at())
    assert locking.is_locked(place)
    leaving.begin(folder, LUPITA.passphrase, at(60))
    folder.close()
    assert not locking.is_locked(place), "the keys are gone at once"
    field.laptop.folder = open_folder(place)
    assert field.laptop.folder.book.rows("SELECT * FROM person") == []
    assert not (place / emptying.DECIDED).exists()


def test_a_file_that_stays_is_said_and_the_next_opening_ends_it(field: Round, monkeypatch: pytest.MonkeyPatch) -> None:
    close_the_loop(field)
    place = field.laptop.folder.path

    def busy(_path: Path) -> None:
        raise PermissionError(13, "in use")

    with monkeypatch.context() as patch:
        patch.setattr("promoter_app.store.backups.emptying.wipe", busy)
        with pytest.raises(Refusal, match="not_all_gone"):
            empty(field.laptop.folder)
    assert leaving.finish(place) == 0
    assert list(place.iterdir()) == []


def test_a_laptop_that_only_took_a_list_may_leave(field: Round, tmp_path: Path) -> None:
    new = open_folder(tmp_path / "nueva")
    rosters.take_in(new, field.laptop.edge.stamp(), field.give())
    assert empty(new) == 0
