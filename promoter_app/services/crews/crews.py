"""Crews and the people in them."""

from __future__ import annotations

from dataclasses import dataclass

from promoter_app.domain.names import folded, sort_key, tokens
from promoter_app.domain.people import Person
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.services.folder import Folder
from promoter_app.store import people as store


@dataclass(frozen=True)
class Crew:
    """A crew as lists show it; `people` are its members on the day asked about."""

    id: bytes
    code: str
    name: str
    sector: str
    season: bytes | None
    season_name: str | None
    company: bytes | None
    company_name: str | None
    venue: bytes | None
    venue_name: str | None
    leader: str | None
    partner: bytes | None
    people: int


def crews(folder: Folder, day: str) -> list[Crew]:
    """All crews by name, with their members on `day`."""
    return [Crew(**row) for row in store.crews(folder.book, day)]


def find_crew(folder: Folder, name: str, day: str) -> Crew:
    """The crew that a person names by code, name or id in hex. Raises Refusal when none or several."""
    wanted = sort_key(name)[0]
    found = [
        crew
        for crew in crews(folder, day)
        if wanted in (sort_key(crew.code)[0], sort_key(crew.name)[0]) or crew.id.hex() == name.strip().lower()
    ]
    if len(found) == 1:
        return found[0]
    what = (
        Sentence(f"No hay una cuadrilla «{name}».", f"There is no crew “{name}”.")
        if not found
        else Sentence(f"Hay {len(found)} cuadrillas «{name}».", f"There are {len(found)} crews “{name}”.")
    )
    todo = Sentence("Usa el id de «surco crews list».", "Use the id from “surco crews list”.")
    raise Refusal("unknown_crew", what, NOTHING_CHANGED, todo)


def people_of_crew(folder: Folder, crew: bytes, day: str) -> list[Person]:
    """Members of a crew on `day`, by name."""
    return store.people_of_crew(folder.book, crew, day)


def search_people(folder: Folder, typed: str, day: str, *, crew: bytes | None = None, limit: int = 20) -> list[Person]:
    """People whose name has words that begin as typed; a number finds the card. The crew's own come first."""
    typed = typed.strip()
    if typed.isdecimal():
        holder = store.person_by_card_number(folder.book, int(typed), day)
        return [holder] if holder else []
    words = list(tokens(folded(typed)))
    if not words:
        return []
    own = store.find_people(folder.book, words, day, crew=crew, limit=limit) if crew else []
    if len(own) >= limit:
        return own
    seen = {person.id for person in own}
    others = store.find_people(folder.book, words, day, limit=limit)
    if not own and not others:
        others = store.find_people(folder.book, words, day, limit=limit, inside=True)
    return [*own, *(person for person in others if person.id not in seen)][:limit]


def page_of_people(folder: Folder, day: str, after: Person | None = None, limit: int = 200) -> list[Person]:
    """Everybody by name, a page at a time; `after` is the last person of the page before."""
    place = (sort_key(after.name)[0], after.id) if after else None
    return store.page_of_people(folder.book, day, after=place, limit=limit)
