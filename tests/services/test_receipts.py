"""A list tells a laptop which of its deliveries the office united: the truth of its day, and only to whom it is for."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest

from promoter_app.domain.merging.packages import Label
from promoter_app.domain.merging.receipts import Receipt, mark_of
from promoter_app.services import deliver, rosters
from promoter_app.services.merging import receiving
from promoter_app.services.security.keeping import copies, make_copy, place_of, restore
from promoter_app.store.merging.label import label_from, label_rows
from tests.services.merge_field import NOON, Machine
from tests.services.round_trip import Round


@pytest.fixture(scope="module")
def scene(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("vuelta")
    Round(place).close()
    return place


@pytest.fixture
def field(scene: Path, tmp_path: Path) -> Iterator[Round]:
    place = Path(shutil.copytree(scene, tmp_path / "vuelta"))
    made = Round(place, NOON + timedelta(hours=2))
    yield made
    made.close()


@pytest.mark.parametrize("by_words", [False, True])
def test_the_list_says_what_was_united_and_when_it_was_made(field: Round, by_words: bool) -> None:
    first, _second = field.deliver("Ana"), field.deliver("Berta")
    assert field.united() == {1: None, 2: None}
    field.unite(first)
    roster = field.give(words=by_words)
    made_at = int(field.time.timestamp() * 1000)
    field.take(roster, field.words)
    assert field.united() == {1: made_at, 2: None}


def test_an_older_list_after_a_newer_one_takes_nothing_back(field: Round) -> None:
    path = field.deliver("Ana")
    older = field.give()
    field.unite(path)
    field.take(field.give())
    told = field.united()
    field.take(older)
    assert field.united() == told != {1: None}


def test_what_the_office_took_back_is_no_longer_said(field: Round) -> None:
    field.unite(field.deliver("Ana"))
    copy = field.unite(field.deliver("Berta"))
    before = field.give()
    field.take(before)
    assert None not in field.united().values()
    assert copy is not None
    receiving.return_to_copy(field.office.folder, field.office.edge.stamp(), copy)
    field.take(field.give())
    assert field.united()[1] is not None
    assert field.united()[2] is None
    field.take(before)
    assert field.united()[2] is None, "the later list by its date wins, whichever comes last"


def test_another_laptop_of_the_crew_learns_nothing_of_it(field: Round) -> None:
    field.unite(field.deliver("Ana"))
    other = Machine(field.place / "otra", "otra", field.now)
    other.add("project", name="Prueba", tag=77)
    other.deliver(field.place / "otra.db")
    rosters.take_in(other.folder, other.edge.stamp(), field.give())
    assert [each.united_at for each in deliver.history(other.folder)] == [None]
    other.folder.close()


def test_only_the_own_office_is_believed(field: Round) -> None:
    field.deliver("Ana")
    (made,) = deliver.history(field.laptop.folder)
    device = bytes.fromhex(field.laptop.folder.book.local("device") or "")
    stranger = Machine(field.place / "extraña", "oficina", field.now)
    rosters.take_in(stranger.folder, stranger.edge.stamp(), field.give())
    stranger.folder.book.db.execute(
        "INSERT INTO import_package (sha, batch, name, device, laptop, operator, package, exported_at)"
        " VALUES ('x', 9, 'x', ?, 'laptop', '', 1, ?)",
        (device, made.at),
    )
    field.later()
    out = field.place / "falsa.db"
    rosters.give_roster(stranger.folder, stranger.edge.stamp(), [field.crew], out)
    stranger.folder.close()
    field.take(out)
    assert field.united() == {1: None}


def test_a_package_made_again_after_going_back_to_a_copy_is_another_one(field: Round) -> None:
    make_copy(field.laptop.folder, field.laptop.edge.stamp())
    field.unite(field.deliver("Ana"))
    place = field.laptop.folder.path
    (copy,) = copies(place)
    field.laptop.folder.close()
    restore(place, place_of(place, copy.name), field.laptop.edge.stamp())
    field.laptop = Machine(place, "laptop", field.now)
    again = field.deliver("Berta")
    assert [each.package for each in deliver.history(field.laptop.folder)] == [1]
    field.take(field.give())
    assert field.united() == {1: None}, "the office has another package 1"
    field.unite(again)
    field.take(field.give())
    assert field.united()[1] is not None


def test_a_package_that_lost_rows_is_not_said_to_be_united(field: Round) -> None:
    field.unite(field.deliver("Ana"))
    field.office.folder.book.db.execute("UPDATE import_log SET quarantined = 1")
    field.take(field.give())
    assert field.united() == {1: None}


def test_a_list_of_an_older_surco_changes_nothing(field: Round, monkeypatch: pytest.MonkeyPatch) -> None:
    field.unite(field.deliver("Ana"))
    field.take(field.give())
    told = field.united()

    def old_rows(label: Label, app: str) -> list[tuple[str, str | None]]:
        return [row for row in label_rows(label, app) if not row[0].startswith("receipt")]

    monkeypatch.setattr("promoter_app.store.exporting.label_rows", old_rows)
    field.take(field.give())
    assert field.united() == told


def test_a_list_from_the_far_future_wins_only_until_the_next(field: Round) -> None:
    field.unite(field.deliver("Ana"))
    field.time += timedelta(days=400)
    roster = field.give()
    field.time -= timedelta(days=400)
    field.take(roster)
    taken_at = int(field.time.timestamp() * 1000)
    assert field.united() == {1: taken_at}
    field.take(field.give())
    assert (field.united()[1] or 0) > taken_at


def test_a_label_may_be_of_any_shape() -> None:
    assert label_from({}).receipt is None
    assert label_from({"receipt": "todo", "receipt 1": "x"}).receipt is None
    told = label_from({"receipt": "whole", "receipt 1": "nada;" + "ab" * 16 + " 3 " + mark_of(0)}).receipt
    assert told == Receipt({bytes.fromhex("ab" * 16): frozenset({(3, "AA")})}, is_whole=False)
