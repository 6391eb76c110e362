"""Files are laid one after the other in one place: of none of them anything is taken for the next one's."""

from __future__ import annotations

import shutil
import sqlite3
from contextlib import closing
from hashlib import sha256
from pathlib import Path

import pytest

from promoter_app.store.merging import inbox
from promoter_app.store.merging.seal import put_seal
from promoter_app.store.merging.worker import Setup
from tests.benchmarks.merge_packages import package
from tests.store.nothing_known import NothingKnown

ROWS = 40
SWAP = (
    "PRAGMA writable_schema = ON",
    "UPDATE sqlite_schema SET sql = replace(replace(replace(sql, 'session BLOB', 'other BLOB'), 'person BLOB',"
    " 'session BLOB'), 'other BLOB', 'person BLOB') WHERE name = 'attendance'",
)
"""Two columns of the table change places: in the file's words about itself, not in its rows."""


def receive(place: Path, *paths: Path) -> list[str | None]:
    """Through the real child; the fault of each file."""
    setup = Setup(inbox.staging_file(inbox.staging_folder(place)))
    arrived = inbox.receive(
        list(paths), place / "surco.db", setup, NothingKnown(), lambda _d, _t: None, lambda: False
    )
    return [one.fault for one in arrived]


def staged(place: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(place / ".recibir" / "staging.db")) as connection:
        return connection.execute(query).fetchall()


def told(path: Path, table: str = "attendance") -> set[tuple[object, ...]]:
    with closing(sqlite3.connect(path)) as connection:
        return set(connection.execute(f"SELECT * FROM {table}").fetchall())


def changed(path: Path, name: str, *statements: str) -> Path:
    """A copy on which somebody ran SQL and which looks, in all counts of its header, as it did before."""
    copy = path.with_name(name)
    shutil.copyfile(path, copy)
    with closing(sqlite3.connect(copy, isolation_level=None)) as connection:
        for statement in statements:
            connection.execute(statement)
    head, now = path.read_bytes()[:100], bytearray(copy.read_bytes())
    now[24:28], now[40:44], now[92:96] = head[24:28], head[40:44], head[92:96]
    copy.write_bytes(now)
    put_seal(copy)
    return copy


@pytest.fixture
def files(tmp_path: Path) -> list[Path]:
    return [package(tmp_path / f"{at}.db", at, ROWS) for at in range(4)]


def test_every_row_is_its_own_file_s(files: list[Path], tmp_path: Path) -> None:
    assert receive(tmp_path, *files) == [None] * 4
    for number, path in enumerate(files):
        for table in ("attendance", "person", "session"):
            rows = staged(tmp_path, f"SELECT * FROM {table} WHERE f = {number}")
            assert {row[1:] for row in rows} == told(path, table)
    assert staged(tmp_path, "SELECT DISTINCT f, n FROM span WHERE tbl = 'attendance'") == [(n, ROWS) for n in range(4)]


def test_pages_of_equal_counts_are_read_anew(files: list[Path], tmp_path: Path) -> None:
    """The second file differs in one value alone."""
    other = changed(files[0], "otra.db", "UPDATE person SET name = 'Otra persona'")
    assert receive(tmp_path, files[0], other, files[0]) == [None] * 3
    names = staged(tmp_path, "SELECT f, count(*) FROM person WHERE name = 'Otra persona' GROUP BY f")
    assert names == [(1, ROWS // 10)]


def test_a_schema_with_other_words_is_read_anew(files: list[Path], tmp_path: Path) -> None:
    other = changed(files[1], "otra.db", *SWAP)
    assert receive(tmp_path, files[0], other, files[1]) == [None] * 3
    sessions = {number: {s for (s,) in staged(tmp_path, f"SELECT session FROM attendance WHERE f = {number}")}
                for number in (1, 2)}  # fmt: skip
    assert sessions[1] == {row[2] for row in told(files[1])}
    assert sessions[2] == {row[1] for row in told(files[1])}


def test_a_schema_with_other_places_is_read_anew(files: list[Path], tmp_path: Path) -> None:
    """Two tables of one form change their places, so that the same words stand for other rows."""
    swapped = (
        "PRAGMA writable_schema = ON",
        "UPDATE sqlite_schema SET rootpage = CASE name WHEN 'session' THEN (SELECT rootpage FROM sqlite_schema"
        " WHERE name = 'person') ELSE (SELECT rootpage FROM sqlite_schema WHERE name = 'session') END"
        " WHERE name IN ('session', 'person')",
    )
    other = changed(files[1], "otra.db", *swapped)
    receive(tmp_path, other)
    alone = staged(tmp_path, "SELECT tbl, n FROM span ORDER BY tbl"), staged(tmp_path, "SELECT tbl FROM quarantine")
    receive(tmp_path, files[0], other)
    after = (
        staged(tmp_path, "SELECT tbl, n FROM span WHERE f = 1 ORDER BY tbl"),
        staged(tmp_path, "SELECT tbl FROM quarantine WHERE f = 1"),
    )
    assert after == alone
    assert alone[1]


HOSTILE = {
    "trigger": "CREATE TRIGGER t AFTER INSERT ON person BEGIN SELECT 1; END",
    "strange view": "CREATE VIEW v AS SELECT 1",
    "virtual table": "CREATE VIRTUAL TABLE words USING fts5(word)",
}


@pytest.mark.parametrize("statement", HOSTILE.values(), ids=HOSTILE.keys())
def test_a_hostile_schema_after_good_ones_is_refused(statement: str, files: list[Path], tmp_path: Path) -> None:
    bad = changed(files[2], "mala.db", statement)
    assert receive(tmp_path, files[0], files[1], bad, files[3]) == [None, None, "strange_tables", None]
    assert staged(tmp_path, "SELECT DISTINCT f FROM attendance") == [(0,), (1,), (3,)]


def test_damage_after_good_files_is_found(files: list[Path], tmp_path: Path) -> None:
    whole = bytearray(files[1].read_bytes())
    whole[len(whole) // 2] ^= 1
    files[1].write_bytes(whole)
    assert receive(tmp_path, *files) in ([None, "damaged", None, None], [None, "changed", None, None])


@pytest.mark.parametrize("known", [True, False])
def test_sealed_files_among_clear_ones(
    known: bool, files: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def unwrap(path: Path, folder: Path, _keyring: object) -> Path:
        return Path(shutil.copyfile(path, folder / "abierto.part")) if path in files[1:3] else path

    monkeypatch.setattr(inbox, "unwrap", unwrap)
    opened = {sha256(path.read_bytes()).hexdigest() for path in files[1:3]}
    setup = Setup(inbox.staging_file(inbox.staging_folder(tmp_path)))
    before = NothingKnown()
    monkeypatch.setattr(before, "has", lambda sha, _version: known and sha in opened)
    arrived = inbox.receive(files, tmp_path / "surco.db", setup, before, lambda _d, _t: None, lambda: False)
    assert [one.fault for one in arrived] == [None] * 4
    taken = staged(tmp_path, "SELECT DISTINCT f FROM attendance ORDER BY f")
    assert taken == ([(0,), (3,)] if known else [(0,), (1,), (2,), (3,)])
    assert {row[1:] for row in staged(tmp_path, "SELECT * FROM attendance WHERE f = 3")} == told(files[3])
    assert {path.name for path in (tmp_path / ".recibir").iterdir()} <= {"staging.db", "staging.db-journal"}


def test_nothing_that_came_is_left_lying(files: list[Path], tmp_path: Path) -> None:
    receive(tmp_path, *files)
    assert {path.name for path in (tmp_path / ".recibir").iterdir()} <= {"staging.db", "staging.db-journal"}


def test_files_that_came_are_not_changed(files: list[Path], tmp_path: Path) -> None:
    before = [path.read_bytes() for path in files]
    receive(tmp_path, *files)
    assert [path.read_bytes() for path in files] == before
