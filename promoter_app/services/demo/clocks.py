"""Clocks and ids of an invented season: days of the season for "now", ids from runs made of the seed."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, field
from hashlib import sha256

from promoter_app import __version__
from promoter_app.domain.stamp import RUN_LENGTH, Counter, Run, Stamp
from promoter_app.services.demo.dates import minutes
from promoter_app.services.demo.season import Day, Size


@dataclass
class Clock:
    """A laptop's clock, in milliseconds since 1970, that the season turns as it is told."""

    wall: int = 0


@dataclass(frozen=True)
class SeasonStamp(Stamp):
    """A stamp of a day long ago whose clock moves within one transaction."""

    clock: Clock = field(default_factory=Clock)

    @property
    def wall(self) -> int:
        """Milliseconds since 1970, as the clock stands."""
        return self.clock.wall

    def turn(self, day: Day, clock: str, seconds: float = 0) -> int:
        """Set the clock to a local time of `day` plus `seconds`; returns it in milliseconds."""
        self.clock.wall = wall_of(day, clock, self.run.utc_offset) + int(seconds * 1000)
        return self.clock.wall


def wall_of(day: Day, clock: str, utc_offset: int) -> int:
    """Milliseconds since 1970 of a local time, `utc_offset` minutes from UTC."""
    moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    return int(moment.timestamp()) * 1000 + (minutes(clock) - utc_offset) * 60_000


def season_stamp(size: Size, place: str, day: Day, clock: str, operator: str, utc_offset: int) -> SeasonStamp:
    """One launch of the app at `place` (office, laptop-01) on a day; the same season gives the same ids."""
    words = ("surco demo", size.seed, size.today, size.people, size.weeks, size.laptops, place, day)
    prefix = sha256("/".join(map(str, words)).encode()).digest()[:RUN_LENGTH]
    started = wall_of(day, clock, utc_offset)
    zone = datetime.timezone(datetime.timedelta(minutes=utc_offset))
    role = "coordinator" if place == "office" else "promoter"
    return SeasonStamp(
        now=datetime.datetime.fromtimestamp(started / 1000, zone),
        mint=Counter(prefix),
        run=Run(prefix, started, utc_offset, operator, __version__),
        role=role,  # type: ignore[arg-type]
        clock=Clock(started),
    )
