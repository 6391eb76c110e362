"""The loop of a delivery: a laptop that delivers, an office that unites and gives lists, and the laptop taking them."""

from __future__ import annotations

from datetime import datetime, timedelta
from pathlib import Path

from promoter_app.services import deliver, rosters
from promoter_app.services.merging import receiving
from tests.services.locked_season import CHEAP
from tests.services.merge_field import NOON, Machine


class Round:
    """An office with a crew, a laptop of it, and a clock that goes on an hour with everything that is done."""

    def __init__(self, place: Path, time: datetime = NOON) -> None:
        self.place, self.time = place, time
        self.words, self.lists = "", list[Path]()
        self.office = Machine(place / "oficina", "oficina", self.now)
        self.laptop = Machine(place / "laptop", "laptop", self.now)
        crews = self.office.folder.book.rows("SELECT id FROM crew")
        self.crew = crews[0]["id"] if crews else self.found()

    def found(self) -> bytes:
        """The project and its crew, and the first list that the laptop takes in."""
        self.office.add("project", name="Prueba", tag=77)
        season = self.office.add("season", name="Zafra", sector="cane", starts="2025-11-01", ends="2026-06-30")
        self.crew = self.office.add("crew", code="PINOS", name="Los Pinos", season=season, sector="cane")
        self.take(self.give())
        return self.crew

    def close(self) -> None:
        self.office.folder.close()
        self.laptop.folder.close()

    def now(self) -> datetime:
        return self.time

    def later(self, hours: int = 1) -> None:
        self.time += timedelta(hours=hours)

    def give(self, *, words: bool = False) -> Path:
        self.later()
        out = self.place / f"lista-{self.time:%d-%H}.db"
        made = rosters.give_roster(
            self.office.folder, self.office.edge.stamp(), [self.crew], out, by_words=words, cost=CHEAP
        ).outcome
        self.words = " ".join(made.words)
        self.lists.append(out)
        return out

    def take(self, path: Path, words: str = "") -> None:
        self.later()
        rosters.take_in(self.laptop.folder, self.laptop.edge.stamp(), path, words=words)

    def deliver(self, name: str) -> Path:
        self.later()
        self.laptop.person(name)
        return self.laptop.deliver(self.place / f"{name}.db")

    def unite(self, *paths: Path) -> str | None:
        self.later()
        stamp = self.office.edge.stamp()
        plan = receiving.look_at(self.office.folder, stamp, paths)
        return receiving.unite(self.office.folder, stamp, plan).outcome.copy

    def united(self) -> dict[int, int | None]:
        return {each.package: each.united_at for each in deliver.history(self.laptop.folder)}
