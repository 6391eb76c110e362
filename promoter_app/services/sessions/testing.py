"""Who takes a test of a session and where each one is: everybody present, or a drawn sample if the project says so."""

from __future__ import annotations

from dataclasses import dataclass
from hashlib import sha256

from promoter_app.domain.cards import CodeKind, read_code
from promoter_app.domain.people import Person
from promoter_app.domain.sessions import Session
from promoter_app.services.folder import Folder, project_tag, setting
from promoter_app.services.sessions import attempts, attendance
from promoter_app.services.sessions.attempts import PersonTest
from promoter_app.store import people as people_store
from promoter_app.store.curriculum.files import Loaded

SAMPLE, FORM = "test_sample", "test_form"
"""Settings of the project: how many people take the test ("" everybody), and "short" or "full" questions."""


@dataclass(frozen=True)
class TestRoom:
    """The people of a test in the order they came; `present` counts everybody; `progress` by person."""

    __test__ = False

    people: tuple[Person, ...]
    present: int
    progress: dict[bytes, PersonTest]
    short: bool = True

    @property
    def is_sample(self) -> bool:
        """Whether somebody present was not drawn."""
        return len(self.people) < self.present

    def test_of(self, person: bytes) -> PersonTest:
        """Where one person is; nothing answered when not begun."""
        return self.progress.get(person) or PersonTest(person, {}, False, 1)


def test_room(folder: Folder, content: Loaded, session: Session, phase: str) -> TestRoom:
    """Read the room of a phase ("pre" or "post")."""
    short = setting(folder, FORM, "short") != "full"
    here = [row.person for row in reversed(attendance.present(folder, session.id))]
    begun = {
        each: attempts.progress(folder, content, session, each, short=short) for each in attempts.PHASES
    }
    wanted = setting(folder, SAMPLE, "")
    size = int(wanted) if wanted.isdecimal() and int(wanted) > 0 else len(here)
    drawn = _drawn(session.id, here, size, {person for tests in begun.values() for person in tests})
    return TestRoom(tuple(one for one in here if one.id in drawn), len(here), begun[phase], short)


def _drawn(session: bytes, here: list[Person], size: int, begun: set[bytes]) -> set[bytes]:
    """Who is drawn: the same ones before and after, and always who began already."""
    order = sorted(here, key=lambda one: (one.id not in begun, sha256(session + one.id).digest()))
    return {one.id for one in order[: max(size, len(begun))]}


def person_of_card(folder: Folder, text: str) -> bytes | None:
    """Whose valid card of this project was scanned, or None."""
    code = read_code(text)
    if code is None or code.kind is not CodeKind.CARD or code.tag != project_tag(folder):
        return None
    cards = people_store.cards_with_code(folder.book, code.text)
    return cards[0]["person"] if cards and not cards[0]["cancelled"] else None
