"""A small world of laptops that write, copy each other, are cloned, and deliver packages, told as a list of steps.

Numbers in steps are taken modulo what there is, so that every list of steps is a world and shrinks to a small one.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass, field
from functools import cache
from hashlib import sha256
from pathlib import Path
from typing import Any

from hypothesis import strategies as st

from promoter_app.domain.merging.packages import Label
from promoter_app.store.merging.label import LABEL_SQL, label_rows
from promoter_app.store.merging.seal import EMPTY_SEAL, SEAL_SQL, put_seal
from promoter_app.store.merging.staging_sql import BY_NAME
from promoter_app.store.migrations import APPLICATION_ID, SCHEMA_VERSION, create_travelling

Row = dict[str, Any]
Facts = dict[tuple[str, bytes], Row]
OFFICE = b"office-device-16"
OPS = (
    "launch", "person", "person", "session", "attend", "attend", "attend", "rename", "rename", "void", "deliver",
    "deliver", "deliver", "clone", "roster", "erase", "forge", "tamper", "link", "stay", "block", "unblock",
)  # fmt: skip
HONEST = tuple(op for op in OPS if op != "tamper")
Step = tuple[str, int, int, int]
MOST_LAPTOPS = 12


def steps(ops: tuple[str, ...] = OPS, most: int = 40) -> st.SearchStrategy[list[Step]]:
    """Lists of steps of a world."""
    number = st.integers(0, 40)
    return st.lists(st.tuples(st.sampled_from(ops), number, number, number), min_size=8, max_size=most)


@dataclass
class Laptop:
    """A machine: its identity, its launch, and every fact it holds."""

    device: bytes
    salt: str
    facts: Facts = field(default_factory=dict)
    launches: int = 0
    last: int = 0
    run: bytes = b""
    packages: int = 0

    def launch(self, resume: bool = False) -> None:
        """Start the app again. `resume` is the mutant: ids by device and sequence, as if clones could not be."""
        self.launches += 1
        self.last = 0
        if resume:
            self.run = sha256(self.device).digest()[:12]
            self.last = max((int.from_bytes(id[12:], "big") for _, id in self.facts if id[:12] == self.run), default=0)
        else:
            self.run = sha256(self.device + f"{self.salt}/{self.launches}".encode()).digest()[:12]
        self.facts["run", self.run] = {
            "run": self.run, "device": self.device, "started": 1000 * self.launches, "utc_offset": -360,
            "operator": f"de {self.salt}", "app": "0",
        }  # fmt: skip

    def known(self, table: str) -> list[bytes]:
        """Ids of a table's rows held here, in a fixed order."""
        return sorted(id for name, id in self.facts if name == table)

    def add(self, table: str, wall: int, **values: Any) -> bytes:
        """Tell one fact."""
        self.last += 1
        id = self.run + self.last.to_bytes(4, "big")
        row = dict.fromkeys(BY_NAME[table].names) | values | {"id": id, "wall": wall}
        self.facts[table, id] = row
        return id


@dataclass(frozen=True)
class Package:
    """A delivered file's content; `number` counts the laptop's own packages."""

    facts: Facts
    device: bytes
    number: int
    tampered: bool = False


@dataclass
class World:
    """Laptops and what they delivered so far. `clock(step)` is what the laptop's clock says at a step."""

    clock: Callable[[int], int] = lambda step: 1_700_000_000_000 + step * 1000
    resume: bool = False
    laptops: list[Laptop] = field(default_factory=list)
    packages: list[Package] = field(default_factory=list)
    office: Laptop = field(default_factory=lambda: Laptop(OFFICE, "oficina"))
    time: int = 0

    def __post_init__(self) -> None:
        self.office.launch()
        self._new_laptop()
        self._new_laptop()

    def _new_laptop(self) -> None:
        laptop = Laptop(sha256(b"laptop %d" % len(self.laptops)).digest()[:16], f"laptop-{len(self.laptops)}")
        laptop.launch(self.resume)
        self.laptops.append(laptop)

    def play(self, script: list[Step]) -> World:
        """Do each step; afterwards everybody delivers once more, so that nothing told is undelivered."""
        for op, which, a, b in script:
            self.do(op, which, a, b)
        for laptop in self.laptops:
            self.deliver(laptop)
        return self

    def do(self, op: str, which: int, a: int, b: int) -> None:
        """One step of laptop number `which`."""
        self.time += 1
        laptop = self.laptops[which % len(self.laptops)]
        getattr(self, f"_{op}")(laptop, a, b)

    def deliver(self, laptop: Laptop) -> Package:
        """A package with everything the laptop holds."""
        laptop.packages += 1
        self.packages.append(Package(dict(laptop.facts), laptop.device, laptop.packages))
        return self.packages[-1]

    def _wall(self) -> int:
        return self.clock(self.time)

    def _launch(self, laptop: Laptop, _a: int, b: int) -> None:
        laptop.launch(self.resume)
        if b % 4 == 0 and len(self.laptops) < MOST_LAPTOPS:
            self._new_laptop()

    def _person(self, laptop: Laptop, a: int, _b: int) -> None:
        laptop.add("person", self._wall(), kind="worker", name=f"Persona {a}")

    def _session(self, laptop: Laptop, a: int, _b: int) -> None:
        laptop.add(
            "session", self._wall(), code=f"S{a}", kind="training", held_on="2026-02-17", starts="12:00",
            ends="12:30", state="held",
        )  # fmt: skip

    def _attend(self, laptop: Laptop, a: int, b: int) -> None:
        people, sessions = laptop.known("person"), laptop.known("session")
        if people and sessions:
            laptop.add(
                "attendance", self._wall(), session=sessions[b % len(sessions)], person=people[a % len(people)],
                way="typed",
            )  # fmt: skip

    def _rename(self, laptop: Laptop, a: int, b: int) -> None:
        people = laptop.known("person")
        if people:
            self._edit(laptop, people[a % len(people)], "person", "name", f"Otra {b}")

    def _stay(self, laptop: Laptop, a: int, b: int) -> None:
        """Somebody joins a crew, or leaves it."""
        people, stays = laptop.known("person"), laptop.known("membership")
        if stays and b % 2:
            self._edit(laptop, stays[a % len(stays)], "membership", "until", f"2026-03-{1 + b % 28:02d}")
        elif people:
            laptop.add(
                "membership", self._wall(), person=people[a % len(people)], crew=OFFICE, since="2026-01-05",
            )  # fmt: skip

    def _edit(self, laptop: Laptop, entity: bytes, table: str, field: str, value: str) -> None:
        replaced = {row["base"] for (name, _), row in laptop.facts.items() if name == "supersede"}
        heads = [
            row for (name, id), row in laptop.facts.items()
            if name == "edit" and row["entity"] == entity and id not in replaced
        ]  # fmt: skip
        gen = 1 + max((row["gen"] for row in heads), default=0)
        edit = laptop.add("edit", self._wall(), entity=entity, tbl=table, field=field, value=value, gen=gen)
        for row in heads:
            laptop.add("supersede", self._wall(), base=row["id"], by_edit=edit, entity=entity)

    def _void(self, laptop: Laptop, a: int, _b: int) -> None:
        told = laptop.known("attendance") + (laptop.known("session") if a % 5 == 0 else [])
        if told:
            target = told[a % len(told)]
            table = "attendance" if ("attendance", target) in laptop.facts else "session"
            subject = laptop.facts[table, target].get("person")
            laptop.add("void", self._wall(), target=target, tbl=table, subject=subject)

    def _link(self, laptop: Laptop, a: int, b: int) -> None:
        people = laptop.known("person")
        if len(people) > 1 and people[a % len(people)] != people[b % len(people)]:
            laptop.add("link", self._wall(), a=people[a % len(people)], b=people[b % len(people)], same=a % 3 != 0)

    def _deliver(self, laptop: Laptop, _a: int, _b: int) -> None:
        self.deliver(laptop)

    def _clone(self, laptop: Laptop, a: int, _b: int) -> None:
        if len(self.laptops) < MOST_LAPTOPS and a % 2 == 0:
            copy = Laptop(
                laptop.device, f"{laptop.salt}-copia-{self.time}", dict(laptop.facts), packages=laptop.packages
            )
            copy.launch(self.resume)
            self.laptops.append(copy)

    def _roster(self, laptop: Laptop, a: int, _b: int) -> None:
        giver = self.laptops[a % len(self.laptops)]
        for key, row in {**giver.facts, **self.office.facts}.items():
            laptop.facts.setdefault(key, row)

    def _erase(self, laptop: Laptop, a: int, b: int) -> None:
        people = laptop.known("person")
        if people and b % 3 == 0:
            self.office.add("erasure", self._wall(), subject=people[a % len(people)], stage="suppress")
            self.deliver(self.office)

    def _block(self, laptop: Laptop, a: int, _b: int) -> None:
        people = laptop.known("person")
        if people:
            self.office.add("erasure", self._wall(), subject=people[a % len(people)], stage="block")
            self.deliver(self.office)

    def _unblock(self, _laptop: Laptop, a: int, _b: int) -> None:
        told = self.office.known("erasure")
        if told and self.office.facts["erasure", told[a % len(told)]]["stage"] == "block":
            self.office.add("void", self._wall(), target=told[a % len(told)], tbl="erasure")
            self.deliver(self.office)

    def _forge(self, laptop: Laptop, a: int, b: int) -> None:
        people = laptop.known("person")
        if people and b % 3 == 0:
            laptop.add("erasure", self._wall(), subject=people[a % len(people)], stage="suppress")

    def _tamper(self, _laptop: Laptop, a: int, b: int) -> None:
        if not self.packages:
            return
        whole = self.packages[a % len(self.packages)]
        people = [key for key in whole.facts if key[0] in ("person", "attendance", "run")]
        if people:
            key = sorted(people)[b % len(people)]
            change = {"person": {"name": f"Cambiada {a}"}, "attendance": {"way": "sheet"}, "run": {"operator": "otro"}}
            facts = dict(whole.facts) | {key: whole.facts[key] | change[key[0]]}
            self.packages.append(Package(facts, whole.device, whole.number, tampered=True))


@cache
def empty_package() -> bytes:
    """The bytes of a package without rows."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.execute(f"PRAGMA application_id = {APPLICATION_ID}")
        create_travelling(connection.execute)
        connection.execute(
            "CREATE TABLE manifest (tbl TEXT PRIMARY KEY NOT NULL, n INTEGER NOT NULL, digest TEXT NOT NULL) STRICT"
        )
        connection.execute(LABEL_SQL)
        connection.execute(SEAL_SQL)
        connection.execute("INSERT INTO seal VALUES (?)", (EMPTY_SEAL,))
        connection.execute(f"PRAGMA user_version = {SCHEMA_VERSION}")
        connection.commit()
        return connection.serialize()


def write_package(package: Package, path: Path, *, number: int | None = None) -> Path:
    """The package as a sealed file, as a laptop would deliver it."""
    path.write_bytes(empty_package())
    with closing(sqlite3.connect(path, isolation_level=None)) as connection:
        connection.execute("PRAGMA synchronous = OFF")
        connection.execute("PRAGMA journal_mode = MEMORY")
        connection.execute("BEGIN")
        by_table: dict[str, list[Row]] = {}
        for (table, _id), row in package.facts.items():
            by_table.setdefault(table, []).append(row)
        for table, rows in by_table.items():
            names = BY_NAME[table].names
            marks = ", ".join("?" * len(names))
            connection.executemany(
                f"INSERT INTO {table} ({', '.join(names)}) VALUES ({marks})",
                [[row[name] for name in names] for row in rows],
            )
        label = Label(number or package.number, package.device, "laptop", "Lupita", 1_700_000_000_000, None, "Prueba")
        connection.executemany("INSERT INTO package VALUES (?, ?)", label_rows(label, "0"))
        connection.execute("COMMIT")
    put_seal(path)
    return path
