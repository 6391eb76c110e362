"""Three crews with breaks, two promoters and an interpreter: a small week through the app's own road."""

from __future__ import annotations

import sqlite3
from dataclasses import dataclass
from datetime import datetime, timedelta, timezone
from pathlib import Path
from typing import Any

from promoter_app.domain.stamp import Stamp
from promoter_app.edge import Edge
from promoter_app.services.curricula import Content, read_content
from promoter_app.services.folder import Folder, found_project, open_folder
from promoter_app.services.sessions import sessions
from promoter_app.services.sessions.sessions import NewSession

TUESDAY = datetime(2026, 2, 17, 7, 30, tzinfo=timezone(timedelta(hours=-7)))
MONDAY, SATURDAY = "2026-02-16", "2026-02-21"


@dataclass
class Week:
    """Los Pinos and El Trapiche cut close to each other; San Blas 40 km away. Xitlali speaks Wixárika."""

    folder: Folder
    content: Content
    edge: Edge
    crews: dict[str, bytes]
    lupita: bytes
    xitlali: bytes
    interpreter: bytes
    season: bytes
    venues: dict[str, bytes]

    def stamp(self) -> Stamp:
        return self.edge.stamp()

    def plan(
        self, crew: str, day: str, starts: str, ends: str, module: str = "M1", promoter: bytes | None = None
    ) -> bytes:
        new = NewSession(
            day, starts, ends, self.crews[crew], module, venue=self.venues[crew], season=self.season,
            promoter=promoter or self.lupita,
        )  # fmt: skip
        return sessions.add_session(self.folder, self.stamp(), new).outcome

    def held(self, crew: str, day: str, module: str) -> bytes:
        made = self.plan(crew, day, "12:00", "12:30", module)
        sessions.start_session(self.folder, self.stamp(), made)
        sessions.close_session(self.folder, self.stamp(), made)
        return made

    def add(self, table: str, **values: Any) -> bytes:
        with self.folder.book.writing(self.stamp()) as write:
            return write.add(table, **values)

    def sql(self, query: str, *params: Any) -> list[tuple[Any, ...]]:
        connection = sqlite3.connect(f"file:{self.folder.path / 'surco.db'}?mode=ro", uri=True)
        try:
            return connection.execute(query, params).fetchall()
        finally:
            connection.close()


def make_week(path: Path, role: str = "coordinator", operator: str = "Elena") -> Week:
    """The folder of `Week`, looked at by `operator` on Tuesday morning."""
    folder = open_folder(path)
    edge = Edge(operator, role=role, now=lambda: TUESDAY)  # type: ignore[arg-type]
    found_project(folder, edge.stamp(), "Prueba", 77)
    places = {"Los Pinos": (21.40, -104.68), "El Trapiche": (21.41, -104.69), "San Blas": (21.70, -104.90)}
    crews: dict[str, bytes] = {}
    venues: dict[str, bytes] = {}
    with folder.book.writing(edge.stamp()) as write:
        company = write.add("company", name="Ingenio Puga", kind="mill", sector="cane")
        season = write.add(
            "season", name="Zafra", sector="cane", company=company, starts="2025-11-01", ends="2026-06-30",
            timezone="America/Mazatlan",
        )
        for n, (name, (lat, lon)) in enumerate(places.items()):
            venues[name] = write.add(
                "venue", kind="front", name=f"Frente {n}", company=company, latitude=lat, longitude=lon
            )
            crews[name] = write.add(
                "crew", code=f"C{n}", name=name, season=season, company=company, venue=venues[name], sector="cane",
                expected=20 + n,
            )
            for weekday in range(6):
                hours: dict[str, Any] = {"crew": crews[name], "venue": venues[name], "weekday": weekday}
                write.add("break_window", starts="12:00", ends="12:40", legal_rest_minutes=10, **hours)
        lupita = write.add("person", kind="promoter", name="Lupita Ramos", language="spa")
        xitlali = write.add("person", kind="promoter", name="Xitlali Bautista", language="hch")
        interpreter = write.add("person", kind="interpreter", name="Rosa Carrillo", language="hch")
        for person in (lupita, xitlali):
            write.add("home_base", person=person, latitude=21.45, longitude=-104.72)
            for n in (8, 9, 10):
                write.add("authorisation", person=person, kind="module", module=f"M{n}", since="2025-10-01")
    return Week(folder, read_content(), edge, crews, lupita, xitlali, interpreter, season, venues)
