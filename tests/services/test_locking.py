"""Locked folders: who gets in, who does not, and the ways back."""

from __future__ import annotations

import json
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from functools import partial
from pathlib import Path

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.domain.security.clocks import Moment
from promoter_app.domain.stamp import Role
from promoter_app.services.folder import open_folder, set_setting
from promoter_app.services.security import audit, locking, project_keys
from promoter_app.services.security.locking import NewPerson
from tests.services.locked_season import CHEAP, LUPITA, OFFICE, WORKER, at, edge_of, names_in, with_worker, workers


@pytest.fixture(scope="module")
def sheet() -> locking.RecoveryKey:
    return locking.new_recovery_key()


@pytest.fixture(scope="module")
def locked(tmp_path_factory: pytest.TempPathFactory, sheet: locking.RecoveryKey) -> Path:
    path = tmp_path_factory.mktemp("cerrada") / "datos"
    with_worker(path)
    locking.protect(path, LUPITA, [sheet.recipient], cost=CHEAP)
    return path


@pytest.fixture
def place(tmp_path: Path, locked: Path) -> Path:
    """A folder with one worker, locked by Lupita."""
    return Path(shutil.copytree(locked, tmp_path / "datos"))


def opens(path: Path, who: str | None, passphrase: str, moment: Moment | None = None) -> tuple[list[str], str, Role]:
    folder = locking.unlock(path, who, passphrase, moment or at())
    try:
        assert folder.opened is not None
        return workers(folder), folder.opened.name, folder.opened.role
    finally:
        folder.close()


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(Refusal) as refused:
        act()
    return refused.value.code


def test_the_right_passphrase_opens_and_says_who_came(place: Path) -> None:
    (person,) = locking.people_of(place)
    assert (person.initials, person.role) == ("LR", "promoter")
    for who in (person.id, "lupita ramos", None):
        assert opens(place, who, LUPITA.passphrase) == ([WORKER], "Lupita Ramos", "promoter")


def test_the_same_letters_from_another_keyboard_open(place: Path) -> None:
    assert opens(place, None, "can\u0303a dulce y sombra\n")[1] == "Lupita Ramos"


def test_without_a_passphrase_nothing_opens(place: Path) -> None:
    assert locking.is_locked(place)
    assert code_of(lambda: open_folder(place)) == "locked"
    with closing(sqlite3.connect(place / "surco.db")) as stranger, pytest.raises(sqlite3.DatabaseError):
        stranger.execute("SELECT * FROM person")


def test_no_file_of_the_folder_names_anybody(tmp_path: Path, sheet: locking.RecoveryKey) -> None:
    path = tmp_path / "datos"
    with_worker(path)
    assert names_in(path, WORKER, "Rosal") == {WORKER, "Rosal"}, "the search must find what is in the clear"
    locking.protect(path, LUPITA, [sheet.recipient], cost=CHEAP)
    assert names_in(path, WORKER, "Rosal", "Bautista", "Lupita", "Ramos") == set()


def test_wrong_tries_wait_longer_and_longer_also_in_another_process(place: Path) -> None:
    waits = []
    moment = 0.0
    for _try in range(6):
        waits.append(locking.seconds_until_next_try(place, at(moment)))
        moment += waits[-1]
        assert code_of(partial(locking.unlock, place, None, "no es esta", at(moment))) == "wrong_passphrase"
    assert waits == [0, 0, 0, 5, 10, 20]
    assert code_of(lambda: locking.unlock(place, None, LUPITA.passphrase, at(moment + 1))) == "wait"
    assert opens(place, None, LUPITA.passphrase, at(moment + 40))[0] == [WORKER]
    assert locking.seconds_until_next_try(place, at(moment + 40)) == 0


def test_setting_the_clock_does_not_shorten_the_wait(place: Path) -> None:
    for seconds in (0, 0, 0, 5):
        code_of(partial(locking.unlock, place, None, "no es esta", at(seconds)))
    tomorrow = Moment(at().wall + 86_400_000, at(5).monotonic + 1)
    assert locking.seconds_until_next_try(place, tomorrow) == 9
    after_restart_and_back = Moment(at().wall - 86_400_000, 1)
    assert locking.seconds_until_next_try(place, after_restart_and_back) == 10


def test_a_damaged_key_file_is_not_taken_for_a_wrong_passphrase(place: Path) -> None:
    (person,) = locking.people_of(place)
    slot = place / "llaves" / f"persona-{person.id}.json"
    text = slot.read_text("utf-8")
    slot.write_text(text.replace('"initials": "LR"', '"initials": "LX"'), "utf-8")
    assert code_of(lambda: locking.unlock(place, person.id, LUPITA.passphrase, at())) == "keys_damaged"
    assert locking.is_locked(place)


def test_a_damaged_database_is_not_taken_for_a_wrong_passphrase(place: Path) -> None:
    database = place / "surco.db"
    database.write_bytes(b"x" * 4096 + database.read_bytes()[4096:])
    assert code_of(lambda: locking.unlock(place, None, LUPITA.passphrase, at())) == "damaged"


def test_a_promoter_cannot_write_coordinator_on_the_own_slot(place: Path) -> None:
    (person,) = locking.people_of(place)
    slot = place / "llaves" / f"persona-{person.id}.json"
    fields = json.loads(slot.read_text("utf-8"))
    fields.pop("check")
    fields["role"] = "coordinator"
    from promoter_app.store.keys import envelope

    envelope._write(slot, fields)
    assert code_of(lambda: locking.unlock(place, person.id, LUPITA.passphrase, at())) == "wrong_passphrase"


def test_a_new_passphrase_replaces_the_old_one(place: Path) -> None:
    before = (place / "surco.db").read_bytes()[:4096]
    (person,) = locking.people_of(place)
    locking.change_passphrase(place, person.id, LUPITA.passphrase, "otra frase larga", at(), cost=CHEAP)
    assert (place / "surco.db").read_bytes()[:4096] == before, "the database is not encrypted again"
    assert code_of(lambda: locking.unlock(place, None, LUPITA.passphrase, at())) == "wrong_passphrase"
    assert opens(place, None, "otra frase larga")[1] == "Lupita Ramos"


@pytest.mark.parametrize("how", ["words", "typed badly", "qr"])
def test_the_recovery_sheet_brings_back_a_forgotten_passphrase(
    place: Path, sheet: locking.RecoveryKey, how: str
) -> None:
    text = {
        "words": " ".join(sheet.words),
        "typed badly": "\n".join(f"{n}. {word[:4].upper()}" for n, word in enumerate(sheet.words, 1)),
        "qr": sheet.qr,
    }[how]
    assert locking.sheet_opens(place, text)
    (person,) = locking.people_of(place)
    new = NewPerson("Lupita Ramos", "esta no la olvido", "coordinator")
    folder = locking.recover(place, text, new, instead_of=person.id, cost=CHEAP)
    assert workers(folder) == [WORKER]
    folder.close()
    assert opens(place, None, "esta no la olvido")[2] == "promoter", "the sheet lets nobody rise"
    assert len(locking.people_of(place)) == 1
    assert code_of(lambda: locking.unlock(place, None, LUPITA.passphrase, at())) == "wrong_passphrase"


def test_another_sheet_opens_nothing(place: Path) -> None:
    other = locking.new_recovery_key()
    assert code_of(lambda: locking.sheet_opens(place, other.qr)) == "wrong_sheet"
    assert code_of(lambda: locking.recover(place, " ".join(other.words), LUPITA, cost=CHEAP)) == "wrong_sheet"
    swapped = [other.words[1], other.words[0], *other.words[2:]]
    assert code_of(lambda: locking.sheet_opens(place, " ".join(swapped))) in ("not_a_recovery_key", "wrong_sheet")
    assert code_of(lambda: locking.sheet_opens(place, "vino pan y queso")) == "not_a_recovery_key"


def test_two_people_share_a_laptop(place: Path) -> None:
    folder = locking.unlock(place, None, LUPITA.passphrase, at())
    stamp = edge_of(LUPITA).stamp()
    chuy = NewPerson("Jesús Ríos", "zafra de noviembre", "promoter")
    locking.add_person(folder, stamp, chuy, cost=CHEAP)
    assert code_of(lambda: locking.add_person(folder, stamp, OFFICE, cost=CHEAP)) == "not_allowed"
    folder.close()
    assert [person.initials for person in locking.people_of(place)] == ["JR", "LR"]
    assert opens(place, None, chuy.passphrase)[1:] == ("Jesús Ríos", "promoter")
    assert opens(place, None, LUPITA.passphrase)[1] == "Lupita Ramos"


def test_the_office_takes_somebody_off_a_laptop(place: Path) -> None:
    folder = locking.unlock(place, None, LUPITA.passphrase, at())
    stamp = edge_of(OFFICE).stamp()
    made = locking.add_person(folder, stamp, OFFICE, cost=CHEAP).outcome
    lupita = next(person.id for person in locking.people_of(place) if person.id != made)
    assert code_of(lambda: locking.remove_person(folder, edge_of(LUPITA).stamp(), made)) == "not_allowed"
    assert code_of(lambda: locking.remove_person(folder, stamp, lupita)) == "yourself"
    folder.close()
    folder = locking.unlock(place, None, OFFICE.passphrase, at())
    locking.remove_person(folder, stamp, lupita)
    done = [entry.action for entry in audit.entries(folder)]
    folder.close()
    assert code_of(lambda: locking.unlock(place, None, LUPITA.passphrase, at())) == "wrong_passphrase"
    assert done == ["person_removed", "refused", "person_added"]


def test_a_lost_recovery_sheet_is_replaced(place: Path, sheet: locking.RecoveryKey) -> None:
    new = locking.new_recovery_key()
    folder = locking.unlock(place, None, LUPITA.passphrase, at())
    assert code_of(lambda: locking.renew_recovery(folder, edge_of(LUPITA).stamp(), [new.recipient])) == "not_allowed"
    locking.renew_recovery(folder, edge_of(OFFICE).stamp(), [new.recipient])
    folder.close()
    assert code_of(lambda: locking.sheet_opens(place, sheet.qr)) == "wrong_sheet"
    assert locking.sheet_opens(place, " ".join(new.words))


def test_a_laptop_follows_a_new_recovery_sheet_when_the_office_says_so(
    place: Path, sheet: locking.RecoveryKey
) -> None:
    """What a package brought is only asked about; once followed, the next unlock seals to the new sheet."""
    office, new = locking.new_recovery_key(), locking.new_recovery_key()
    card = f'SURCO1 {{"o":"{office.recipient}","r":["{sheet.recipient}"]}}'
    folder = locking.unlock(place, None, LUPITA.passphrase, at())
    lupita, teresa = edge_of(LUPITA).stamp(), edge_of(OFFICE).stamp()
    project_keys.join(folder, lupita, card)
    assert project_keys.announced(folder) is None
    set_setting(folder, teresa, project_keys.RECOVERY, new.recipient)
    locking.after_unlock(folder, lupita)
    assert locking.sheet_opens(place, sheet.qr), "a setting alone changes nothing"
    announced = project_keys.announced(folder)
    assert announced is not None
    assert announced.recovery == (new.recipient,)
    assert code_of(lambda: project_keys.follow(folder, lupita)) == "not_allowed"
    project_keys.follow(folder, teresa)
    assert project_keys.announced(folder) is None
    locking.after_unlock(folder, lupita)
    folder.close()
    assert code_of(lambda: locking.sheet_opens(place, sheet.qr)) == "wrong_sheet"
    assert locking.sheet_opens(place, new.qr)


def test_nobody_is_locked_in_without_knowing(tmp_path: Path) -> None:
    path = tmp_path / "datos"
    assert code_of(lambda: locking.protect(path, LUPITA, [], cost=CHEAP)) == "no_recovery_key"
    assert not locking.is_locked(path)
    locking.protect(path, LUPITA, [], accept_loss=True, cost=CHEAP)
    assert code_of(lambda: locking.sheet_opens(path, locking.new_recovery_key().qr)) == "no_recovery_copy"
    assert opens(path, None, LUPITA.passphrase) == ([], "Lupita Ramos", "promoter")
    assert code_of(lambda: locking.protect(path, LUPITA, [], accept_loss=True)) == "already_locked"


@pytest.mark.parametrize("poor", ["", "corta", "12345678", "aaaaaaaaaaaa", "abababababab"])
def test_a_poor_passphrase_is_refused(tmp_path: Path, poor: str) -> None:
    person = NewPerson("Lupita Ramos", poor, "promoter")
    assert code_of(lambda: locking.protect(tmp_path, person, [], accept_loss=True)) == "weak_passphrase"
    assert not locking.is_locked(tmp_path)


@pytest.mark.parametrize("cut", ["before keys", "after keys"])
def test_a_power_cut_while_locking_leaves_it_done_or_not_begun(
    tmp_path: Path, sheet: locking.RecoveryKey, monkeypatch: pytest.MonkeyPatch, cut: str
) -> None:
    from promoter_app.store.keys import converting

    path = tmp_path / "datos"
    with_worker(path)
    broken = "finish_started" if cut == "after keys" else "flush_folder"

    def power_cut(_path: Path) -> None:
        raise KeyboardInterrupt

    with monkeypatch.context() as patch, pytest.raises(KeyboardInterrupt):
        patch.setattr(converting, broken, power_cut)
        locking.protect(path, LUPITA, [sheet.recipient], cost=CHEAP)
    if cut == "before keys":
        assert not locking.is_locked(path)
        folder = open_folder(path)
        assert workers(folder) == [WORKER]
        folder.close()
        locking.protect(path, LUPITA, [sheet.recipient], cost=CHEAP)
    assert opens(path, None, LUPITA.passphrase)[0] == [WORKER]
    assert names_in(path, WORKER, "Bautista") == set()
