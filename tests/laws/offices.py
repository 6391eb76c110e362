"""Offices that unite packages in this process, and what is in them afterwards, as a plain value."""

from __future__ import annotations

import shutil
import tempfile
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from functools import cache
from pathlib import Path
from typing import Any

from promoter_app.domain.merging.packages import Label
from promoter_app.store.book import Book, open_book
from promoter_app.store.derived import rebuild
from promoter_app.store.exporting import export_book
from promoter_app.store.merging.applying import Applied, apply
from promoter_app.store.merging.header import HEADER
from promoter_app.store.merging.inbox import lay, layout
from promoter_app.store.merging.recipe import recipe
from promoter_app.store.merging.seal import seal_state
from promoter_app.store.merging.staging import open_staging, stage
from promoter_app.store.merging.staging_sql import TRAVELLING
from promoter_app.store.merging.strange import Strange
from promoter_app.store.merging.uniting import attached, trust_device
from promoter_app.store.migrations import TABLES
from tests.laws.world import OFFICE, Package, write_package

Dump = dict[str, list[tuple[Any, ...]]]
_EVIDENCE = {"variant": "tbl, id, subject, body", "quarantine": "sha, tbl, body"}
NOW = [table.now_name for table in TABLES if table.record]


@cache
def _empty_office() -> bytes:
    with tempfile.TemporaryDirectory() as place:
        path = Path(place) / "surco.db"
        open_book(path).close()
        return path.read_bytes()


class Office:
    """A coordinator's database that knows no clock and tells nothing itself."""

    def __init__(self, place: Path) -> None:
        self.place = place
        self.number = 0
        (place / "surco.db").write_bytes(_empty_office())
        self.book: Book = open_book(place / "surco.db")
        self.book.db.execute("PRAGMA synchronous = OFF")
        trust_device(self.book, OFFICE)

    def unite(self, packages: Iterable[Package | Path]) -> Applied:
        """All of them in one transaction."""
        staging = self.place / "staging.db"
        staging.unlink(missing_ok=True)
        made = recipe(least=0)  # what the office has stays out, however little it is
        office = f"{self.book.path.as_uri()}?mode=ro"
        connection = open_staging(str(staging), made, office=office)
        strange = Strange(connection, made)
        try:
            for number, package in enumerate(packages):
                self.number += 1
                path = package
                if isinstance(package, Package):
                    path = write_package(package, self.place / f"in-{self.number}.db")
                assert isinstance(path, Path)
                asked = task(path, number, f"{self.number:064d}") | self._laid(path, number)
                staged = stage(connection, made, asked, strange)
                assert staged.quarantined == 0
                count = number + 1
        finally:
            connection.close()
        with attached(self.book, staging):
            db = self.book.db
            db.execute("BEGIN IMMEDIATE")
            try:
                applied = apply(db, list(range(count)), {})
                db.execute("COMMIT")
            finally:
                if db.conn.in_transaction:
                    db.execute("ROLLBACK")
        assert all(counted.adds_up for counted, _brought in applied.files.values())
        return applied

    def _laid(self, path: Path, number: int) -> dict[str, Any]:
        """As the inbox does: every file lies where the one before it lay."""
        whole, copy = path.read_bytes(), self.place / "in.db"
        lay(copy, whole, number)
        return {"uri": copy.as_uri(), "layout": layout(whole[:HEADER])}

    def export(self) -> Path:
        """The whole office as a package for another one."""
        out = self.place / f"office-{self.number}.db"
        export_book(self.book, out, label=Label(1, OFFICE))
        return out

    def dump(self) -> Dump:
        """Facts, evidence and everything derived, in a fixed order."""
        db = self.book.db
        found: Dump = {}
        for table in TRAVELLING:
            found[table.name] = db.execute(f"SELECT {table.listed} FROM {table.name} ORDER BY {table.key}").fetchall()
        for name, columns in _EVIDENCE.items():
            found[name] = db.execute(f"SELECT {columns} FROM {name} ORDER BY {columns}").fetchall()
        return found | self.derived()

    def derived(self) -> Dump:
        """Heads, current tables and aliases."""
        db = self.book.db
        found = {name: db.execute(f"SELECT * FROM {name} ORDER BY id").fetchall() for name in (*NOW, "person_alias")}
        found["head"] = db.execute("SELECT * FROM head ORDER BY entity, field, id").fetchall()
        return found

    def rebuilt(self) -> Dump:
        """What is derived when it is made from scratch; the office is left as it was."""
        db = self.book.db
        db.execute("BEGIN")
        try:
            rebuild(db)
            return self.derived()
        finally:
            db.execute("ROLLBACK")


def task(path: Path, number: int, sha: str) -> dict[str, Any]:
    """What a child is told of a file."""
    return {"uri": path.as_uri(), "number": number, "sha": sha, "whole": seal_state(path) == "whole"}


@contextmanager
def offices(count: int = 1) -> Iterator[list[Office]]:
    """Empty offices for one example."""
    place = Path(tempfile.mkdtemp(prefix="surco-law-"))
    made: list[Office] = []
    try:
        for number in range(count):
            (place / str(number)).mkdir()
            made.append(Office(place / str(number)))
        yield made
    finally:
        for office in made:
            office.book.close()
        shutil.rmtree(place)


def united(groups: Iterable[Iterable[Package | Path]]) -> Dump:
    """What an empty office holds after uniting each group of packages in turn."""
    with offices() as (office,):
        for group in groups:
            office.unite(group)
        return office.dump()
