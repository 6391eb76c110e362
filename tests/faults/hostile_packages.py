"""Hostile packages given to an office that unites: each is left out with a reason, or brings nothing but
what the laptop told.

Used by `tests.faults.hostile_child`. Packages are changed as databases are; those changed by SQL are sealed again, as
a clever forger would, and every fifth is one that was sealed for the office.
"""

from __future__ import annotations

import random
import shutil
import sqlite3
from contextlib import closing
from datetime import datetime
from pathlib import Path

from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services import deliver
from promoter_app.services.folder import Folder, open_folder
from promoter_app.services.merging import receiving
from promoter_app.services.security import locking, project_keys
from promoter_app.services.security.sealing import export_sealed
from promoter_app.store.merging.seal import put_seal
from promoter_app.store.migrations import TABLES
from tests.faults.hostile_bytes import BYTES, HOSTILE_SQL, other_file

OVERSIZED = (
    "PRAGMA ignore_check_constraints = ON;"
    " UPDATE person SET name = hex(zeroblob(3000000)) WHERE rowid = (SELECT max(rowid) FROM person)"
)


class Office:
    """An office with a project and its keys, and a clear and a sealed package of a laptop for it."""

    def __init__(self, base: Path, place: Path, now: datetime) -> None:
        self._edge = Edge("Teresa", "coordinator", now=lambda: now)
        self._place = place / "recibidos"
        self._place.mkdir()
        shutil.copytree(base, place / "oficina")
        shutil.copytree(base, place / "laptop")
        self._home = place / "oficina"
        office, laptop = open_folder(self._home), open_folder(place / "laptop")
        project_keys.make_project_keys(office, self._edge.stamp(), [locking.new_recovery_key().recipient])
        self.clear, self.sealed = self._deliver(laptop, project_keys.project_card(office), place)
        self._least, self._most = rows_of(office), set[str]()
        office.close()
        laptop.close()
        self._waiting: dict[Path, tuple[int, str]] = {}
        said, _strange = self._unite_all([place / "paquete.db", place / "paquete.surco"])
        assert set(said.values()) == {"ok"}

    def _deliver(self, laptop: Folder, card: str, place: Path) -> tuple[bytes, bytes]:
        laptop.book.set_local("device", None)
        edge = Edge("Lupita", now=self._edge.now)
        with laptop.book.writing(edge.stamp()) as write:
            write.add("person", kind="worker", name="Persona nueva")
        project_keys.join(laptop, edge.stamp(), card)
        deliver.export(laptop, edge.stamp(), place / "paquete.db")
        label = deliver._label(laptop, edge.stamp(), 2)
        export_sealed(
            laptop, edge.stamp(), place / "paquete.surco", 2, label=label, on_progress=None, should_stop=None
        )
        return (place / "paquete.db").read_bytes(), (place / "paquete.surco").read_bytes()

    def _unite_all(self, paths: list[Path]) -> tuple[dict[Path, str], bool]:
        """Unite them in a copy of the office: what was said of each, and whether anything came that is not sound."""
        place = self._place / "copia"
        shutil.copytree(self._home, place)
        folder = open_folder(place)
        plan = receiving.look_at(folder, self._edge.stamp(), paths)
        receiving.unite(folder, self._edge.stamp(), plan)
        rows = rows_of(folder)
        folder.close()
        shutil.rmtree(place)
        if not self._most:
            self._most = rows
        strange = not self._least <= rows <= self._most
        return {file.path: self._said(file.refusal) for file in plan.files}, strange

    def put(self, number: int) -> str:
        """Write the changed package of this number among those that came; the kind of change."""
        chance = random.Random(number)
        sealed = number % 5 == 1
        whole = self.sealed if sealed else self.clear
        out = self._place / f"paquete-{number}{'.surco' if sealed else '.db'}"
        if number % 5 == 0:
            kind = list(HOSTILE_SQL)[number // 5 % len(HOSTILE_SQL)]
            out.write_bytes(whole)
            with closing(sqlite3.connect(out, isolation_level=None)) as connection:
                connection.executescript(OVERSIZED if kind == "oversized" else HOSTILE_SQL[kind])
                put_seal(out)
        else:
            mutation = other_file if sealed and number % 50 == 1 else BYTES[chance.randrange(len(BYTES))]
            raw = bytearray(whole)
            mutation(raw, chance)
            out.write_bytes(raw)
            kind = mutation.__name__
        self._waiting[out] = (number, kind)
        return kind

    def unite(self) -> list[dict[str, object]]:
        """Unite what waits: what was said of each, and whether the office took what the laptop did not tell."""
        waiting, self._waiting = self._waiting, {}
        said, strange = self._unite_all(list(waiting))
        for path in waiting:
            path.unlink()
        return [
            {"number": number, "kind": kind, "merge": said.get(path, "error: not listed"), "changed": strange}
            for path, (number, kind) in waiting.items()
        ]

    @staticmethod
    def _said(refusal: Refusal | None) -> str:
        if refusal is None:
            return "ok"
        return refusal.code if refusal.text("es") and refusal.text("en") else "error: no words"


def rows_of(folder: Folder) -> set[str]:
    """Everything that is told in a folder, but who launched and looked."""
    told = [table.name for table in TABLES if table.name not in ("audit", "run")]
    return {repr((name, sorted(row.items()))) for name in told for row in folder.book.rows(f"SELECT * FROM {name}")}
