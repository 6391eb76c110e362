"""What the room of crews shows: how far each crew is, and one crew with its path, people and next session."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta

from promoter_app.domain.curriculum.course import Course
from promoter_app.domain.people import Person
from promoter_app.domain.sessions import Session
from promoter_app.services.crews import crews as crew_service
from promoter_app.services.crews.crews import Crew
from promoter_app.services.crews.path import CrewPath, crew_path_of
from promoter_app.services.folder import Folder
from promoter_app.store import people as people_store
from promoter_app.store import sessions as session_store

_AHEAD_DAYS = 21
_GIVES_TOPIC = ("training", "refresher")
_TO_COME = ("planned", "open", "reopened")


@dataclass(frozen=True)
class CrewProgress:
    """A crew with the topics of its course (0 without a course) and how many of them it had this season."""

    crew: Crew
    held: int
    topics: int


@dataclass(frozen=True)
class Member:
    """Someone of a crew and the codes of the topics they attended, whatever the crew and season."""

    person: Person
    attended: frozenset[str]


@dataclass(frozen=True)
class CrewView:
    """One crew on one day. `path` is None without a course; `next` is its next session to come, if any.

    `languages`: how many members prefer each ISO 639-3 code (None: sin dato), most first.
    """

    crew: Crew
    path: CrewPath | None
    members: tuple[Member, ...]
    languages: tuple[tuple[str | None, int], ...]
    next: Session | None

    @property
    def lacks(self) -> dict[bytes, tuple[str, ...]]:
        """Who lacks safety topics for the lock before the sensitive ones, and which (codes, in order)."""
        if self.path is None:
            return {}
        return {person: codes for person, codes in self.path.lock.lacks if isinstance(person, bytes)}


def crew_progress(folder: Folder, courses: Mapping[str, Course], day: str) -> list[CrewProgress]:
    """Every crew by name with how far it is; one small question per crew."""
    found = []
    for crew in crew_service.crews(folder, day):
        course = courses.get(crew.sector)
        codes = {module.code for module in course.modules} if course else set()
        rows = session_store.held_of_crew(folder.book, crew.id, None)
        had = {row["module"] for row in rows if row["season"] == crew.season and row["kind"] in _GIVES_TOPIC}
        found.append(CrewProgress(crew, len(codes & had), len(codes)))
    return found


def crew_view(folder: Folder, course: Course | None, crew: Crew, day: str) -> CrewView:
    """All that is shown of one crew on `day`."""
    to_come = _next_session(folder, crew.id, day)
    path = None
    if course is not None:
        path = crew_path_of(folder, course, crew.id, crew.season, day, to_come.module if to_come else None)
    attended: dict[bytes, set[str]] = defaultdict(set)
    for row in session_store.modules_of_people(folder.book, crew.id, day):
        if row["module"]:
            attended[row["person"]].add(row["module"])
    people = people_store.people_of_crew(folder.book, crew.id, day)
    members = tuple(Member(person, frozenset(attended[person.id])) for person in people)
    languages = people_store.crew_languages(folder.book, crew.id, day)
    return CrewView(crew, path, members, tuple(languages), to_come)


def _next_session(folder: Folder, crew: bytes, day: str) -> Session | None:
    last = (date.fromisoformat(day) + timedelta(days=_AHEAD_DAYS)).isoformat()
    found = session_store.sessions_between(folder.book, day, last, crew=crew)
    return next((session for session in found if session.state in _TO_COME), None)


def count_people(folder: Folder) -> int:
    """Number of people registered."""
    return people_store.count_people(folder.book)


def people_by_id(folder: Folder, ids: Iterable[bytes], day: str) -> dict[bytes, Person]:
    """Those of `ids` who are registered."""
    found = (people_store.person(folder.book, id, day) for id in dict.fromkeys(ids))
    return {person.id: person for person in found if person is not None}
