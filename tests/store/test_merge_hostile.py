"""Hostile and damaged files: each is left out with its reason, or only its bad rows are; ours stay untouched."""

from __future__ import annotations

import json
import os
import random
import shutil
import sqlite3
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.store.book import open_book
from promoter_app.store.merging import inbox
from promoter_app.store.merging.header import LARGEST
from promoter_app.store.merging.refusals import fault
from promoter_app.store.merging.seal import put_seal
from promoter_app.store.merging.worker import Setup
from promoter_app.store.migrations import SCHEMA_VERSION
from tests.conftest import LONG
from tests.laws.offices import offices
from tests.laws.world import World, write_package
from tests.store.nothing_known import NothingKnown

SCRIPT = [("person", 0, 3, 0), ("person", 0, 4, 0), ("session", 0, 1, 0), ("attend", 0, 0, 0), ("attend", 0, 1, 0),
          ("rename", 0, 0, 1)]  # fmt: skip
ID = "randomblob(16)"


@pytest.fixture
def whole(tmp_path: Path) -> Path:
    world = World()
    for step in SCRIPT:
        world.do(*step)
    return write_package(world.deliver(world.laptops[0]), tmp_path / "sano.db")


def receive(place: Path, *paths: Path, own: Path | None = None) -> list[inbox.Arrived]:
    """Through the real child, as the window does."""
    folder = inbox.staging_folder(place)
    setup = Setup(inbox.staging_file(folder))
    own = own or place / "surco.db"
    return inbox.receive(list(paths), own, setup, NothingKnown(), lambda _d, _t: None, lambda: False)


def staged(place: Path, query: str) -> list[tuple[object, ...]]:
    with closing(sqlite3.connect(place / ".recibir" / "staging.db")) as connection:
        return connection.execute(query).fetchall()


def changed(whole: Path, name: str, *statements: str, seal: bool = True) -> Path:
    """A copy on which somebody ran SQL; sealed again as a clever forger would."""
    path = whole.with_name(name)
    shutil.copyfile(whole, path)
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = MEMORY")
        for statement in statements:
            connection.execute(statement)
    if seal:
        put_seal(path)
    return path


def loosened(table: str, *statements: str) -> tuple[str, ...]:
    """The table without its own rules, with the same rows, then the statements."""
    return (f"CREATE TABLE loose AS SELECT * FROM {table}", f"DROP TABLE {table}",
            f"ALTER TABLE loose RENAME TO {table}", *statements)  # fmt: skip


def test_a_whole_package_is_staged(whole: Path, tmp_path: Path) -> None:
    (arrived,) = receive(tmp_path, whole)
    assert (arrived.fault, arrived.seen, arrived.quarantined) == (None, 7, 0)
    assert staged(tmp_path, "SELECT count(*) FROM attendance") == [(2,)]


def cut(whole: Path, name: str, keep: int) -> Path:
    path = whole.with_name(name)
    path.write_bytes(whole.read_bytes()[:keep])
    return path


def with_bytes(whole: Path, name: str, at: int, new: bytes) -> Path:
    path = whole.with_name(name)
    data = bytearray(whole.read_bytes())
    data[at : at + len(new)] = new
    path.write_bytes(data)
    return path


def half(path: Path) -> int:
    return path.stat().st_size // 2


def sparse(path: Path) -> Path:
    with path.open("wb") as stream:
        stream.truncate(LARGEST + 1)
    return path


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


def link(path: Path, target: Path) -> Path:
    path.symlink_to(target)
    return path


def beside(whole: Path, tail: str) -> Path:
    path = whole.with_name(f"vivo{tail}.db")
    shutil.copyfile(whole, path)
    path.with_name(path.name + tail).write_bytes(b"x")
    return path


def encoded(path: Path) -> Path:
    with closing(sqlite3.connect(path)) as connection:
        connection.execute("PRAGMA encoding = 'UTF-16le'")
        connection.execute("PRAGMA application_id = 0x53524331")
        connection.execute("CREATE TABLE run (run)")
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
    return path


FILES: dict[str, tuple[Callable[[Path, Path], Path], str]] = {
    "absent": (lambda w, d: d / "nada.db", "not_found"),
    "empty": (lambda w, d: written(d / "vacio.db", b""), "not_a_package"),
    "text": (lambda w, d: written(d / "texto.db", b"hola " * 100), "not_a_package"),
    "two gigabytes": (lambda w, d: sparse(d / "grande.db"), "too_large"),
    "symlink": (lambda w, d: link(d / "enlace.db", w), "not_a_file"),
    "device node": (lambda w, d: Path(os.devnull), "not_a_file"),
    "cut in the header": (lambda w, d: cut(w, "c1.db", 60), "not_a_package"),
    "cut short": (lambda w, d: cut(w, "c2.db", w.stat().st_size - 4096), "cut_short"),
    "cut within a page": (lambda w, d: cut(w, "c3.db", w.stat().st_size - 7), "cut_short"),
    "tail of zeros": (lambda w, d: with_bytes(w, "ceros.db", half(w), bytes(half(w))), "damaged"),
    "WAL beside it": (lambda w, d: beside(w, "-wal"), "live_database"),
    "journal beside it": (lambda w, d: beside(w, "-journal"), "live_database"),
    "WAL in its header": (lambda w, d: with_bytes(w, "wal.db", 18, b"\2\2"), "live_database"),
    "other application": (lambda w, d: changed(w, "app.db", "PRAGMA application_id = 1"), "not_a_package"),
    "UTF-16": (lambda w, d: encoded(d / "utf16.db"), "not_a_package"),
    "newer": (lambda w, d: changed(w, "nuevo.db", f"PRAGMA user_version = {SCHEMA_VERSION + 1}"), "newer_version"),
    "edited by hand": (lambda w, d: changed(w, "mano.db", "UPDATE person SET name = 'X'", seal=False), "changed"),
    "trigger": (
        lambda w, d: changed(w, "trig.db", "CREATE TRIGGER t AFTER INSERT ON person BEGIN SELECT 1; END"),
        "strange_tables"),
    "view for a table": (
        lambda w, d: changed(w, "vista.db", "ALTER TABLE person RENAME TO p", "CREATE VIEW person AS SELECT * FROM p"),
        "strange_tables"),
    "endless view": (
        lambda w, d: changed(w, "sinfin.db", "CREATE VIEW v AS WITH RECURSIVE n(i) AS"
                             " (SELECT 1 UNION ALL SELECT i + 1 FROM n) SELECT * FROM n"), "strange_tables"),
    "virtual table": (lambda w, d: changed(w, "fts.db", "CREATE VIRTUAL TABLE f USING fts5(x)"), "strange_tables"),
    "generated column": (
        lambda w, d: changed(w, "gen.db", "ALTER TABLE person ADD COLUMN g TEXT AS (name || name)"), "strange_tables"),
    "too many tables": (
        lambda w, d: changed(w, "muchas.db", *(f"CREATE TABLE t{at} (x)" for at in range(1001))), "strange_tables"),
    "a column missing": (lambda w, d: changed(w, "falta.db", "ALTER TABLE attendance DROP COLUMN scan"), "damaged"),
    "one id twice": (
        lambda w, d: changed(w, "doble.db", *loosened("person", "INSERT INTO person SELECT * FROM person LIMIT 1")),
        "twice_inside"),
}  # fmt: skip


def test_each_kind_of_file_is_left_out_with_its_reason(whole: Path, tmp_path: Path) -> None:
    paths = {kind: make(whole, tmp_path) for kind, (make, _code) in FILES.items()}
    arrived = receive(tmp_path, *paths.values(), whole)
    said = dict(zip(paths, (one.fault for one in arrived), strict=False))
    assert said == {kind: code for kind, (_make, code) in FILES.items()}
    assert arrived[-1].fault is None, "a good file after them is taken"
    assert staged(tmp_path, "SELECT DISTINCT f FROM span") == [(len(FILES),)]
    for code in {code for _make, code in FILES.values()}:
        _state, refusal = fault(code)
        assert isinstance(refusal, Refusal)
        assert refusal.text("es") != refusal.text("en")


def test_our_own_database_is_not_a_package(tmp_path: Path) -> None:
    own = tmp_path / "surco.db"
    open_book(own).close()
    other_name = tmp_path / "otro.db"
    other_name.hardlink_to(own)
    assert [one.fault for one in receive(tmp_path, own, other_name, own=own)] == ["own_data", "own_data"]


def test_a_huge_value_is_refused_or_put_aside_and_the_next_file_is_taken(whole: Path, tmp_path: Path) -> None:
    size = 300_000_000 if LONG else 30_000_000
    heavy = changed(whole, "pesado.db", *loosened("person", f"UPDATE person SET note = zeroblob({size})"))
    arrived = receive(tmp_path, heavy, whole)
    assert arrived[0].fault in ("too_heavy", "damaged") or (arrived[0].quarantined == 2 and not LONG)
    assert arrived[1].fault is None


BAD_ROWS = {
    "wrong class": ("person", f"INSERT INTO person (id, kind, name, wall) VALUES ({ID}, 'worker', x'41', 1)", "name"),
    "short id": ("person", "INSERT INTO person (id, kind, name, wall) VALUES (x'00', 'worker', 'A', 1)", "id"),
    "no id": ("person", "INSERT INTO person (id, kind, name, wall) VALUES (NULL, 'worker', 'A', 1)", "id"),
    "long text": (
        "person", f"INSERT INTO person (id, kind, name, wall) VALUES ({ID}, 'worker', printf('%300s', 'x'), 1)",
        "name"),
    "unknown word": ("person", f"INSERT INTO person (id, kind, name, wall) VALUES ({ID}, 'dios', 'A', 1)", "kind"),
    "NUL inside": (
        "person", f"INSERT INTO person (id, kind, name, wall) VALUES ({ID}, 'worker', 'A' || char(0) || 'B', 1)",
        "name"),
    "not UTF-8": (
        "person", f"INSERT INTO person (id, kind, name, wall) VALUES ({ID}, 'worker', CAST(x'41ff42' AS TEXT), 1)",
        "name"),
    "year 200000": (
        "person", f"INSERT INTO person (id, kind, name, wall) VALUES ({ID}, 'worker', 'A', 1 << 60)",
        "wall"),
    "no such day": (
        "session", "INSERT INTO session (id, code, kind, held_on, starts, ends, state, wall)"
        f" VALUES ({ID}, 'S', 'training', '2026-02-30', '12:00', '12:30', 'held', 1)", "held_on"),
    "no such time": (
        "session", "INSERT INTO session (id, code, kind, held_on, starts, ends, state, wall)"
        f" VALUES ({ID}, 'S', 'training', '2026-02-20', '29:00', '12:30', 'held', 1)", "starts"),
    "day and NUL": (
        "session", "INSERT INTO session (id, code, kind, held_on, starts, ends, state, wall)"
        f" VALUES ({ID}, 'S', 'training', '2026-02-20' || char(0), '12:00', '12:30', 'held', 1)", "held_on"),
    "generation": (
        "edit", f"INSERT INTO edit (id, entity, tbl, field, value, gen, wall)"
        f" VALUES ({ID}, randomblob(16), 'person', 'name', 'A', 1 << 50, 1)", "gen"),
}  # fmt: skip


@pytest.mark.parametrize("loose", [False, True], ids=["as declared", "in a table without rules"])
def test_bad_rows_are_put_aside_and_the_rest_is_taken(whole: Path, tmp_path: Path, loose: bool) -> None:
    paths, faults = [], []
    for at, (kind, (table, statement, column)) in enumerate(BAD_ROWS.items()):
        if not loose and kind in ("wrong class", "no id"):
            continue  # STRICT and NOT NULL let nobody write them
        allowed = ("PRAGMA ignore_check_constraints = ON", statement)
        paths.append(changed(whole, f"fila{at}.db", *(loosened(table, statement) if loose else allowed)))
        faults.append(column)
    arrived = receive(tmp_path, *paths)
    assert [(one.fault, one.seen, one.quarantined) for one in arrived] == [(None, 8, 1)] * len(paths)
    aside = [json.loads(str(body)) for (body,) in staged(tmp_path, "SELECT body FROM quarantine ORDER BY f")]
    assert [one["faults"] for one in aside] == faults
    assert staged(tmp_path, "SELECT count(*) FROM attendance") == [(2 * len(paths),)]


def test_formulas_are_only_text_and_extra_tables_are_never_read(whole: Path, tmp_path: Path) -> None:
    formula = '=HYPERLINK("http://x","y")'
    path = changed(
        whole, "extra.db", f"UPDATE person SET name = '{formula}'", "CREATE TABLE otra (x)",
        "INSERT INTO otra VALUES (1)",
        "ALTER TABLE person ADD COLUMN sobra TEXT", "CREATE INDEX i ON person (upper(name))",
    )  # fmt: skip
    assert [one.fault for one in receive(tmp_path, path)] == [None]
    assert staged(tmp_path, "SELECT DISTINCT name FROM person") == [(formula,)]
    assert staged(tmp_path, "SELECT name FROM sqlite_schema WHERE name IN ('otra', 'i')") == []


@pytest.mark.parametrize("name", ["100%.db", "¿qué?.db", "it's #1 & 'two'.db", "a;b\\c.db"])
def test_any_file_name_works(whole: Path, tmp_path: Path, name: str) -> None:
    path = whole.with_name(name)
    shutil.copyfile(whole, path)
    (tmp_path / "carpeta ?%'").mkdir()
    assert [one.fault for one in receive(tmp_path / "carpeta ?%'", path)] == [None]


def test_every_flipped_bit_is_noticed(whole: Path, tmp_path: Path, seeded: random.Random) -> None:
    size = whole.stat().st_size
    paths = []
    for at in range(40):
        where = seeded.randrange(size)
        byte = whole.read_bytes()[where] ^ (1 << seeded.randrange(8))
        paths.append(with_bytes(whole, f"bit{at}.db", where, bytes([byte])))
    assert [one.path.name for one in receive(tmp_path, *paths) if one.fault is None] == []


def test_an_office_takes_what_an_older_surco_wrote(whole: Path, tmp_path: Path) -> None:
    """A package of the first schema: tables that came later are absent, there is no label and no seal."""
    from promoter_app.store.exporting import content_digest
    from promoter_app.store.migrations import APPLICATION_ID, TABLES

    kept = (Path(__file__).parent / "schemas" / "0001_schema.sql").read_text("utf-8")
    old = tmp_path / "viejo.db"
    tables = ["run", "variant", "quarantine", *(table.name for table in TABLES if table.since == 1)]
    with closing(sqlite3.connect(old, isolation_level=None)) as connection:
        connection.executescript(kept)
        connection.execute("ATTACH ? AS w", (str(whole),))
        connection.execute(
            "CREATE TABLE manifest (tbl TEXT PRIMARY KEY NOT NULL, n INTEGER NOT NULL, digest TEXT NOT NULL) STRICT"
        )
        for table in tables:
            connection.execute(f"INSERT INTO main.{table} SELECT * FROM w.{table}")
            row = (table, *content_digest(connection, f"main.{table}"))
            connection.execute("INSERT INTO manifest VALUES (?, ?, ?)", row)
        connection.execute(f"PRAGMA main.application_id = {APPLICATION_ID}")
        connection.execute("PRAGMA main.user_version = 1")
    assert [(one.fault, one.seen) for one in receive(tmp_path, old)] == [(None, 7)]
    with offices(2) as (first, second):
        first.unite([whole])
        second.unite([old])
        assert first.dump() == second.dump()
    changed_old = changed(old, "viejo2.db", "UPDATE person SET name = 'Otra'", seal=False)
    assert [one.fault for one in receive(tmp_path, changed_old)] == ["changed"]


def test_a_flip_in_the_words_of_the_schema_is_damage_and_no_file_after_it_suffers(whole: Path, tmp_path: Path) -> None:
    """SQLite says what is wrong in the damaged words themselves, which are no text any more."""
    sound = whole.read_bytes()
    flipped = []
    for words in (b"CREATE TABLE venue ", b"CREATE TABLE person "):
        at = sound.index(b"NOT NULL", sound.index(words))
        path = tmp_path / f"volteado-{at}.db"
        path.write_bytes(sound[:at] + bytes([sound[at] ^ 0x80]) + sound[at + 1 :])
        flipped.append(path)
    arrived = receive(tmp_path, *flipped, whole)
    assert [one.fault for one in arrived] == ["damaged", "damaged", None]
