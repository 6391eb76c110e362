"""Ten laptops of one season come back: each registered three people again whom the office had, in other spelling."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Callable
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from promoter_app.edge import Edge
from promoter_app.services import deliver
from promoter_app.services.demo import make_demo
from promoter_app.services.folder import open_folder, set_laptop_setting
from tests.journeys.desk import DAY, NOON

LAPTOPS, AGAIN_EACH = 10, 3
_AFTERNOON = timedelta(hours=5)


def spelt_again(name: str) -> str:
    """The name as somebody else writes it down: no accents, s for z, b for v."""
    plain = unicodedata.normalize("NFD", name)
    plain = "".join(sign for sign in plain if not unicodedata.combining(sign) or sign == "\u0303")
    return unicodedata.normalize("NFC", plain).replace("z", "s").replace("v", "b").replace("ll", "y")


def make_office(place: Path) -> None:
    """The office's folder at `place`/office and ten packages at `place`/usb."""
    make_demo(place / "office", seed=11, today=DAY, people=200, weeks=2, laptops=LAPTOPS)
    (place / "usb").mkdir()
    office = open_folder(place / "office")
    people = office.book.rows(
        "SELECT p.name, p.sex, p.age_group, m.crew FROM person_now p JOIN membership_now m ON m.person = p.id"
        " WHERE p.kind = 'worker' AND m.until IS NULL GROUP BY p.id ORDER BY p.id"
    )
    office.close()
    different = [row for row in people if spelt_again(row["name"]) != row["name"]]
    for at, laptop in enumerate(sorted((place / "office" / "laptops").iterdir())):
        _register_again(laptop, place / "usb", different[at * AGAIN_EACH : (at + 1) * AGAIN_EACH])
    shutil.rmtree(place / "office" / "laptops")
    office = open_folder(place / "office")
    set_laptop_setting(office, "role", "coordinator")
    office.close()


def _register_again(laptop: Path, usb: Path, chosen: list[dict[str, Any]]) -> None:
    """People of the office are registered again in a session of their crew, then the laptop delivers."""
    folder = open_folder(laptop)
    edge = Edge(f"Promotor {laptop.name[-2:]}", now=_clock(NOON + _AFTERNOON))
    with folder.book.writing(edge.stamp()) as write:
        for place, row in enumerate(chosen):
            session = write.add(
                "session", code=f"OTRA-{laptop.name}-{place}", kind="training", crew=row["crew"], module="M1",
                held_on=DAY.isoformat(), starts="16:30", ends="17:00", state="held",
            )  # fmt: skip
            person = write.add(
                "person", kind="worker", name=spelt_again(row["name"]), sex=row["sex"], age_group=row["age_group"]
            )
            write.add("membership", person=person, crew=row["crew"], since=DAY.isoformat())
            write.add("attendance", session=session, person=person, crew=row["crew"], way="walk_in")
    deliver.export(folder, edge.stamp(), usb)
    folder.close()


def _clock(start: datetime) -> Callable[[], datetime]:
    moment = [start]

    def now() -> datetime:
        moment[0] += timedelta(milliseconds=40)
        return moment[0]

    return now
