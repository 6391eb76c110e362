"""Sealed deliveries: nobody reads them on the way, and the office knows who made each one."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.services import deliver
from promoter_app.services.folder import open_folder
from promoter_app.services.merging import receiving
from promoter_app.services.security import audit, locking, project_keys
from promoter_app.store.keys import book_keys, packages
from promoter_app.store.merging.faults import FaultError
from promoter_app.store.merging.header import check_header
from promoter_app.store.merging.seal import seal_state
from promoter_app.store.merging.unwrap import unwrap
from tests.services.locked_season import CHEAP, LUPITA, OFFICE, WORKER, edge_of, lock_office, names_in, unlocked
from tests.services.locked_season import with_worker as make_worker

SCENE = ("oficina", "laptop", "memoria")


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An office with keys, a laptop that joined it, a stick with one package of that laptop."""
    place = tmp_path_factory.mktemp("entrega")
    office, laptop, stick = (place / name for name in SCENE)
    sheet = locking.new_recovery_key()
    make_worker(office)
    shutil.copytree(office, laptop)
    lock_office(office, [sheet.recipient])
    locking.protect(laptop, LUPITA, [sheet.recipient], cost=CHEAP)
    stick.mkdir()
    teresa = unlocked(office, OFFICE)
    card = project_keys.project_card(teresa)
    teresa.close()
    lupita = unlocked(laptop, LUPITA)
    project_keys.join(lupita, edge_of(LUPITA).stamp(), card)
    lupita.book.set_local("device", None)
    lupita.book.set_local("laptop_name", "laptop-01")
    deliver.export(lupita, edge_of(LUPITA).stamp(), stick)
    lupita.close()
    return place


@pytest.fixture
def package(scene: Path) -> Path:
    (path,) = (scene / "memoria").iterdir()
    return path


def keyring_of(folder: Path) -> packages.Keyring:
    office = unlocked(folder, OFFICE)
    try:
        return book_keys.keyring(office.book)
    finally:
        office.close()


@pytest.fixture
def office_keys(scene: Path) -> packages.Keyring:
    return keyring_of(scene / "oficina")


def fault_of(path: Path, place: Path, keyring: packages.Keyring | None) -> str:
    with pytest.raises(FaultError) as fault:
        unwrap(path, place, keyring)
    assert list(place.glob("*.part")) == []
    return fault.value.code


def test_the_office_opens_it_and_knows_who_made_it(
    package: Path, office_keys: packages.Keyring, tmp_path: Path
) -> None:
    assert package.name.startswith("surco-laptop-01-001-")
    assert package.suffix == ".surco"
    assert names_in(package, WORKER, "Lupita", "Rosal") == set()
    opened = packages.read_sealed(package, tmp_path / "dentro", office_keys)
    assert (opened.maker.operator, opened.maker.package) == ("Lupita Ramos", 1)
    clear = unwrap(package, tmp_path, office_keys)
    check_header(clear)
    assert seal_state(clear) == "whole"
    with closing(sqlite3.connect(clear)) as plain:
        assert plain.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert plain.execute("SELECT name FROM people").fetchall() == [(WORKER,)]
        label = dict(plain.execute("SELECT key, value FROM package").fetchall())
        told = plain.execute("SELECT hex(device), public FROM device_key").fetchall()
    assert bytes.fromhex(str(label["device"])) == opened.maker.device
    assert told == [(opened.maker.device.hex().upper(), opened.maker.public.hex())]


def test_nobody_else_opens_it(scene: Path, package: Path, tmp_path: Path) -> None:
    stranger = packages.Keyring((locking.new_recovery_key().qr,), {})
    assert fault_of(package, tmp_path, stranger) == "sealed_for_others"
    assert fault_of(package, tmp_path, None) == "no_office_key"
    laptop = unlocked(scene / "laptop", LUPITA)
    keys = book_keys.keyring(laptop.book)
    laptop.close()
    assert fault_of(package, tmp_path, keys) == "sealed_for_others"


def test_what_was_changed_on_the_way_is_refused(package: Path, office_keys: packages.Keyring, tmp_path: Path) -> None:
    sound = package.read_bytes()
    changed = tmp_path / "cambiado.surco"
    seen = set()
    for at in (len(packages.MAGIC) + 1, len(packages.MAGIC) + 300, 1500, 5000, len(sound) // 2, len(sound) - 1):
        changed.write_bytes(sound[:at] + bytes([sound[at] ^ 1]) + sound[at + 1 :])
        seen.add(fault_of(changed, tmp_path, office_keys))
    for length in (len(packages.MAGIC), 400, len(sound) // 2, len(sound) - 1):
        changed.write_bytes(sound[:length])
        seen.add(fault_of(changed, tmp_path, office_keys))
    changed.write_bytes(sound + b"x" * 4096)
    seen.add(fault_of(changed, tmp_path, office_keys))
    assert seen == {"tampered", "sealed_for_others"}


def test_a_laptop_that_pretends_to_be_another_is_refused(
    package: Path, office_keys: packages.Keyring, tmp_path: Path
) -> None:
    maker = packages.read_sealed(package, tmp_path / "dentro", office_keys).maker
    true = packages.Keyring(office_keys.secrets, {maker.device: frozenset({maker.public})})
    assert unwrap(package, tmp_path, true).exists()
    (tmp_path / "abierto.part").unlink()
    other = packages.Keyring(office_keys.secrets, {maker.device: frozenset({bytes(32)})})
    assert fault_of(package, tmp_path, other) == "other_laptop"


def test_a_package_signed_for_another_office_is_not_passed_on(
    package: Path, office_keys: packages.Keyring, tmp_path: Path
) -> None:
    """An office that seals a laptop's package again, for us, does not make it a delivery to us."""
    from promoter_app.store.keys import sealing

    raw = package.read_bytes()
    start = len(packages.MAGIC)
    length = int.from_bytes(raw[start : start + 4], "big")
    inside = sealing.unseal(raw[start + 4 : start + 4 + length], office_keys.secrets)
    ours = sealing.new_pair()
    again = sealing.seal(inside, [ours.recipient])
    passed = tmp_path / "pasado.surco"
    passed.write_bytes(raw[:start] + len(again).to_bytes(4, "big") + again + raw[start + 4 + length :])
    assert fault_of(passed, tmp_path, packages.Keyring((ours.secret,), {})) == "forwarded"


def test_clear_packages_pass_as_they_are(tmp_path: Path) -> None:
    make_worker(tmp_path / "datos")
    folder = open_folder(tmp_path / "datos")
    path = deliver.export(folder, edge_of(LUPITA).stamp(), tmp_path).outcome[1].path
    folder.close()
    assert path.suffix == ".db"
    assert unwrap(path, tmp_path, None) == path


def test_a_locked_folder_gives_nothing_in_the_clear_to_a_promoter(scene: Path, tmp_path: Path) -> None:
    path = Path(shutil.copytree(scene / "laptop", tmp_path / "laptop"))
    out = tmp_path / "salida"
    out.mkdir()
    lupita = unlocked(path, LUPITA)
    with pytest.raises(Refusal, match="not_allowed"):
        deliver.export(lupita, edge_of(LUPITA).stamp(), out, clear=True)
    assert list(out.iterdir()) == []
    exported = deliver.export(lupita, edge_of(OFFICE).stamp(), out, clear=True).outcome[1]
    trace = [(entry.action, entry.detail) for entry in audit.entries(lupita)]
    lupita.close()
    assert names_in(exported.path, WORKER) == {WORKER}
    assert trace[:3] == [("export", "2"), ("refused", "export_clear"), ("export_sealed", "1")]


def test_without_an_office_there_is_no_delivery(tmp_path: Path) -> None:
    path = tmp_path / "datos"
    locking.protect(path, LUPITA, [], accept_loss=True, cost=CHEAP)
    folder = unlocked(path, LUPITA)
    with pytest.raises(Refusal, match="no_office_key"):
        deliver.export(folder, edge_of(LUPITA).stamp(), tmp_path)
    folder.close()


def test_another_office_laptop_gets_the_key_with_the_sheet(tmp_path: Path) -> None:
    sheet, path = locking.new_recovery_key(), tmp_path / "oficina"
    make_worker(path)
    lock_office(path, [sheet.recipient])
    folder = unlocked(path, OFFICE)
    secret = book_keys.office_secret(folder.book)
    folder.book.set_local("office_secret", None)
    stamp = edge_of(OFFICE).stamp()
    with pytest.raises(Refusal, match="wrong_sheet"):
        project_keys.bring_office_key(folder, stamp, locking.new_recovery_key().qr)
    project_keys.bring_office_key(folder, stamp, " ".join(sheet.words))
    assert book_keys.office_secret(folder.book) == secret
    with pytest.raises(Refusal, match="not_allowed"):
        project_keys.make_project_keys(folder, edge_of(LUPITA).stamp(), [sheet.recipient])
    folder.close()


def test_what_waits_to_be_united_is_unreadable_in_a_locked_folder(scene: Path, tmp_path: Path) -> None:
    office, stick = (shutil.copytree(scene / name, tmp_path / name) for name in ("oficina", "memoria"))
    teresa = unlocked(office, OFFICE)
    try:
        plan = receiving.look_at(teresa, edge_of(OFFICE).stamp(), [stick])
        assert plan.brings.facts > 0
        waiting = office / ".recibir" / "staging.db"
        assert not waiting.read_bytes().startswith(b"SQLite format 3")
        assert names_in(office, WORKER) == set()
        receiving.unite(teresa, edge_of(OFFICE).stamp(), plan)
        assert not waiting.exists()
    finally:
        teresa.close()


@pytest.mark.parametrize(
    "card", ["", "SURCO1 {}", 'SURCO1 {"o":"age1x","r":["y"]}', "[" * 5000, "SURCO1 " + "[" * 5000]
)
def test_what_is_no_card_is_refused(card: str) -> None:
    with pytest.raises(Refusal, match="not_a_card"):
        project_keys.read_card(card)
