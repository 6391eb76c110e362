"""A season as a state machine: up to 12 laptops, packages lost, repeated, reordered, damaged, cloned; one office."""

from __future__ import annotations

import shutil
import tempfile
from pathlib import Path

import pytest
from hypothesis import event, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, precondition, rule, run_state_machine_as_test

from promoter_app.store.merging.faults import FaultError
from promoter_app.store.merging.header import check_header
from promoter_app.store.merging.recipe import recipe
from promoter_app.store.merging.staging import open_staging, stage
from tests.conftest import LONG
from tests.laws.offices import Office, task
from tests.laws.test_merge_laws import check_union
from tests.laws.world import MOST_LAPTOPS, OPS, Package, Step, World, write_package

MOST_PACKAGES = 200
NUMBER = st.integers(0, 40)
WHICH = st.integers(0, MOST_PACKAGES - 1)
DAY = st.lists(st.tuples(st.sampled_from(OPS), NUMBER, NUMBER, NUMBER), min_size=1, max_size=20)
EXAMPLES = settings().max_examples if LONG else 4


class Season(RuleBasedStateMachine):
    """What is on the sticks is in `world.packages`; what the office took is in `taken`."""

    def __init__(self) -> None:
        super().__init__()
        self.place = Path(tempfile.mkdtemp(prefix="surco-season-"))
        self.office = Office(self.place)
        self.world = World()
        self.taken: list[Package] = []
        self.lost: set[int] = set()
        self.all_come = False

    @initialize(more=st.integers(0, MOST_LAPTOPS - 2), luck=st.integers(0, 9))
    def a_project_begins(self, more: int, luck: int) -> None:
        """With two laptops, or up to twelve. In one season of ten every stick that is not lost comes at the end."""
        self.all_come = luck == 9
        for _ in range(more):
            self.world.do("launch", 0, 0, 0)

    @rule(script=DAY)
    def laptops_work(self, script: list[Step]) -> None:
        for op, which, a, b in script:
            if len(self.world.packages) < MOST_PACKAGES or op not in ("deliver", "erase", "tamper"):
                self.world.do(op, which, a, b)

    @rule()
    def everybody_delivers(self) -> None:
        for laptop in self.world.laptops[: MOST_PACKAGES - len(self.world.packages)]:
            self.world.deliver(laptop)

    @precondition(lambda self: self.world.packages)
    @rule(a=WHICH)
    def a_stick_is_lost(self, a: int) -> None:
        self.lost.add(a % len(self.world.packages))

    @precondition(lambda self: self.world.packages)
    @rule(which=st.lists(WHICH, min_size=1, max_size=30))
    def sticks_come_back(self, which: list[int]) -> None:
        """In any order, some a second time."""
        self.come([number % len(self.world.packages) for number in which])

    def come(self, numbers: list[int]) -> None:
        come = [self.world.packages[number] for number in numbers if number not in self.lost]
        if come:
            self.office.unite(come)
            self.taken += come

    @precondition(lambda self: self.world.packages)
    @rule(a=WHICH, at=st.integers(0, 10**6), how=st.sampled_from(["flip", "cut", "zeros"]))
    def a_damaged_stick_comes_back(self, a: int, at: int, how: str) -> None:
        path = write_package(self.world.packages[a % len(self.world.packages)], self.place / "damaged.db")
        whole = bytearray(path.read_bytes())
        at %= len(whole)
        if how == "flip":
            whole[at] ^= 1 << at % 8
        elif how == "cut":
            del whole[at:]
        else:
            whole[at:] = bytes(len(whole) - at)
        if whole == path.read_bytes():
            return
        before = self.office.dump()
        path.write_bytes(whole)
        (self.place / "aside.db").unlink(missing_ok=True)
        connection = open_staging(str(self.place / "aside.db"), recipe())
        try:
            with pytest.raises(FaultError):
                check_header(path)
                stage(connection, recipe(), task(path, 0, "0" * 64))
            assert connection.execute("SELECT count(*) FROM span").fetchone() == (0,)
        finally:
            connection.close()
        assert self.office.dump() == before

    def teardown(self) -> None:
        event(f"laptops: {len(self.world.laptops)}")
        event(f"packages: {len(self.world.packages) // 20 * 20} or more")
        try:
            if self.all_come:
                self.come(list(reversed(range(len(self.world.packages)))))
            dump = self.office.dump()
            if self.taken:
                check_union(dump, self.taken)
            assert self.office.derived() == self.office.rebuilt()
        finally:
            self.office.book.close()
            shutil.rmtree(self.place)


def test_a_season_of_sticks() -> None:
    run_state_machine_as_test(
        Season, settings=settings(max_examples=EXAMPLES, stateful_step_count=60 if LONG else 25)
    )  # type: ignore[no-untyped-call]
