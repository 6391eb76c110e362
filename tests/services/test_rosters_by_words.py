"""A roster given by words: a laptop that never delivered, or has no passphrase, opens it; nobody without the words."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.services import deliver, rosters
from promoter_app.services.folder import Folder, open_folder
from promoter_app.services.merging import receiving
from promoter_app.services.security import locking, project_keys
from promoter_app.store.keys import one_time, words
from tests.services.locked_season import (
    CHEAP,
    LUPITA,
    OFFICE,
    WORKER,
    edge_of,
    lock_office,
    names_in,
    unlocked,
    with_worker,
    workers,
)

_FRONT = len(one_time.MAGIC) + 28 + 32 + 4


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A locked office with a crew of one worker."""
    place = tmp_path_factory.mktemp("palabras")
    with_worker(place / "oficina")
    lock_office(place / "oficina", [locking.new_recovery_key().recipient])
    office = unlocked(place / "oficina", OFFICE)
    with office.book.writing(edge_of(OFFICE).stamp()) as write:
        season = write.add("season", name="Zafra", sector="cane", starts="2025-11-01", ends="2026-06-30")
        crew = write.add("crew", code="PINOS", name="Los Pinos", season=season, sector="cane")
        (row,) = office.book.rows("SELECT id FROM person")
        write.add("membership", person=row["id"], crew=crew, since="2026-01-05")
    office.close()
    return place


@pytest.fixture
def office(scene: Path, tmp_path: Path) -> Iterator[Folder]:
    shutil.copytree(scene / "oficina", tmp_path / "oficina")
    folder = unlocked(tmp_path / "oficina", OFFICE)
    yield folder
    folder.close()


@pytest.fixture
def laptop(tmp_path: Path) -> Iterator[Folder]:
    """A new laptop without a passphrase."""
    folder = open_folder(tmp_path / "nueva")
    yield folder
    folder.close()


def give(office: Folder, out: Path) -> rosters.Roster:
    (crew,) = office.book.rows("SELECT id FROM crew")
    stamp = edge_of(OFFICE).stamp()
    return rosters.give_roster(office, stamp, [crew["id"]], out, by_words=True, cost=CHEAP).outcome


def take(laptop: Folder, path: Path, typed: str) -> None:
    rosters.take_in(laptop, edge_of(LUPITA).stamp(), path, words=typed)


def refused(laptop: Folder, path: Path, typed: str) -> str:
    """The code with which a look and a taking are refused; neither changed anything."""
    with pytest.raises(Refusal) as looked:
        rosters.look_into(laptop, edge_of(LUPITA).stamp(), path, words=typed)
    with pytest.raises(Refusal) as taken:
        take(laptop, path, typed)
    assert looked.value.code == taken.value.code
    assert laptop.book.rows("SELECT id FROM person") == []
    assert not list(laptop.path.glob(".recibir/*"))
    return taken.value.code


def test_a_laptop_without_a_passphrase_opens_it_with_its_words(office: Folder, laptop: Folder, tmp_path: Path) -> None:
    made = give(office, tmp_path / "lista.surco")
    assert (made.crews, made.people, len(made.words)) == (1, 1, one_time.WORDS)
    assert names_in(made.path, WORKER, "Los Pinos", OFFICE.name, "Prueba", "SQLite") == set()
    assert names_in(tmp_path / "oficina", " ".join(made.words)) == set()
    assert " ".join(made.words) not in repr(made)
    typed = " ".join(made.words)
    seen = rosters.look_into(laptop, edge_of(LUPITA).stamp(), made.path, words=typed)
    assert (seen.brings.people, seen.label.operator) == (1, OFFICE.name)
    assert workers(laptop) == []
    take(laptop, made.path, typed)
    assert workers(laptop) == [WORKER]
    assert project_keys.project_keys(laptop) == project_keys.project_keys(office)
    assert not list(laptop.path.glob(".recibir/*"))


def test_a_locked_laptop_that_never_delivered_opens_it_and_delivers_back(office: Folder, tmp_path: Path) -> None:
    made = give(office, tmp_path / "lista.surco")
    locking.protect(tmp_path / "nueva", LUPITA, [locking.new_recovery_key().recipient], cost=CHEAP)
    laptop = unlocked(tmp_path / "nueva", LUPITA)
    take(laptop, made.path, " ".join(made.words))
    assert workers(laptop) == [WORKER]
    out = deliver.export(laptop, edge_of(LUPITA).stamp(), tmp_path / "vuelta.surco").outcome[1].path
    laptop.close()
    assert names_in(tmp_path / "nueva", WORKER) == set()
    stamp = edge_of(OFFICE).stamp()
    plan = receiving.look_at(office, stamp, [out])
    assert plan.files[0].refusal is None
    receiving.forget(plan)


def test_four_letters_of_each_word_are_enough_without_accents_or_capitals(
    office: Folder, laptop: Folder, tmp_path: Path
) -> None:
    made = give(office, tmp_path / "lista.surco")
    bare = unicodedata.normalize("NFKD", " ".join(made.words))
    short = [word[:4].upper() for word in "".join(c for c in bare if not unicodedata.combining(c)).split()]
    take(laptop, made.path, ", ".join(f"{at}. {word}" for at, word in enumerate(short, start=1)))
    assert workers(laptop) == [WORKER]


def test_wrong_words_open_nothing_and_say_so(office: Folder, laptop: Folder, tmp_path: Path) -> None:
    made, other = (give(office, tmp_path / name) for name in ("una.surco", "otra.surco"))
    assert made.words != other.words
    right = list(made.words)
    assert refused(laptop, made.path, "") == "words_wanted"
    assert refused(laptop, made.path, " ".join(other.words)) == "wrong_words"
    assert refused(laptop, made.path, " ".join(right[:-1])) == "wrong_words"
    assert refused(laptop, made.path, " ".join([*right, right[0]])) == "wrong_words"
    assert refused(laptop, made.path, " ".join([*right[:-1], "xyzw"])) == "wrong_words"
    turned = [*right[1:], right[0]]
    assert turned == right or refused(laptop, made.path, " ".join(turned)) == "wrong_words"
    take(laptop, made.path, " ".join(right))


@pytest.mark.parametrize("kept", [len(one_time.MAGIC), _FRONT - 1, _FRONT, _FRONT + 100, -4096, -1])
def test_a_package_cut_short_is_told_apart_from_wrong_words(
    office: Folder, laptop: Folder, tmp_path: Path, kept: int
) -> None:
    made = give(office, tmp_path / "lista.surco")
    made.path.write_bytes(made.path.read_bytes()[:kept])
    assert refused(laptop, made.path, " ".join(made.words)) == "tampered"


@pytest.mark.parametrize("place", [20, 34, 50, _FRONT - 3, _FRONT + 50, -5000])
def test_one_changed_byte_is_told_apart_from_wrong_words(
    office: Folder, laptop: Folder, tmp_path: Path, place: int
) -> None:
    made = give(office, tmp_path / "lista.surco")
    data = bytearray(made.path.read_bytes())
    data[place] ^= 1
    made.path.write_bytes(data)
    assert refused(laptop, made.path, " ".join(made.words)) == "tampered"


def test_a_file_that_would_make_the_laptop_work_for_minutes_is_refused_at_once(
    office: Folder, laptop: Folder, tmp_path: Path
) -> None:
    made = give(office, tmp_path / "lista.surco")
    data = made.path.read_bytes()
    start = _FRONT
    sealed = data[start : start + int.from_bytes(data[start - 4 : start], "big")]
    heavy = one_time._FIELDS.pack(bytes(16), 1 << 20, 20, 1)
    check = sha256(heavy + sealed).digest()
    made.path.write_bytes(one_time.MAGIC + heavy + check + data[start - 4 :])
    assert refused(laptop, made.path, " ".join(made.words)) == "tampered"


def test_in_the_inbox_of_the_office_it_says_what_it_is(office: Folder, tmp_path: Path) -> None:
    made = give(office, tmp_path / "lista.surco")
    plan = receiving.look_at(office, edge_of(OFFICE).stamp(), [made.path])
    receiving.forget(plan)
    refusal = plan.files[0].refusal
    assert refusal is not None
    assert refusal.code == "words_wanted"
    assert "seis palabras" in refusal.text("es")


def test_from_an_office_in_the_clear_the_words_close_it_as_well(tmp_path: Path, laptop: Folder) -> None:
    with_worker(tmp_path / "oficina")
    office = open_folder(tmp_path / "oficina")
    stamp = edge_of(OFFICE).stamp()
    with office.book.writing(stamp) as write:
        season = write.add("season", name="Zafra", sector="cane", starts="2025-11-01", ends="2026-06-30")
        crew = write.add("crew", code="PINOS", name="Los Pinos", season=season, sector="cane")
    made = rosters.give_roster(office, stamp, [crew], tmp_path / "lista.surco", by_words=True, cost=CHEAP).outcome
    office.close()
    assert names_in(made.path, "Los Pinos", "Prueba", "SQLite") == set()
    take(laptop, made.path, " ".join(made.words))
    assert [row["name"] for row in laptop.book.rows("SELECT name FROM crew_now")] == ["Los Pinos"]


def test_words_are_drawn_from_the_whole_list_and_read_back() -> None:
    drawn = {word for _each in range(300) for word in one_time.new_words()}
    assert len(drawn) > 900, "1,800 draws of 2,048 words leave about 1,198 different ones"
    assert None not in words.listed_words(" ".join(sorted(drawn)))
