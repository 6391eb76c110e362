"""Every screen and state of the window as pictures, for human eyes; tests walk the same scenes.

A scene brings the window to a screen. Scenes are walked in order, in one window over a sample season.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtWidgets import QApplication

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.domain.sessions import STEPS, Session
from promoter_app.domain.stamp import Role
from promoter_app.services.crews import crews
from promoter_app.services.folder import Folder, project_tag
from promoter_app.services.sessions import sessions
from promoter_app.ui import theme
from promoter_app.ui.language import LANGUAGES, load_language
from promoter_app.ui.rooms import room_makers
from promoter_app.ui.scripted_day import Day
from promoter_app.ui.window import Window

SIZES = ((1366, 690), (1366, 768), (1920, 1080))
PERCENTS = (100, 200)
_NOBODYS_CARD, _NO_CODE = 2_000_000, "C000000000"
_LOOKS = 5
"""Wrapped words need a second and a third look at their width."""

Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class Scene:
    """A screen or state: its name in file names, for whom, and how to come there from anywhere."""

    name: str
    role: Role
    come: Callable[[Day], None]


def scenes(window: Window) -> list[Scene]:
    """All that there is to see: rooms of both roles, their parts, the session's steps and its scan states."""
    found = [*_rooms("promoter"), *_rooms("coordinator"), Scene("person", "promoter", _person)]
    found += [Scene(f"session-{step}", "promoter", _step(step)) for step in STEPS]
    found += [Scene(f"scan-{name}", "promoter", _scan(code)) for name, code in _codes(window)]
    return found


def _rooms(role: Role) -> Iterator[Scene]:
    for name, (item, _maker) in room_makers().items():
        if item.role in ("", role):
            yield Scene(f"{role}-{name}", role, _room(name))


def _room(name: str) -> Callable[[Day], None]:
    def come(day: Day) -> None:
        if day.window.in_session():
            day.window.leave_session()
        day.window.show_room(name)

    return come


def _person(day: Day) -> None:
    from promoter_app.ui.crews.page import CrewsPage

    _room("crews")(day)
    day.rest()
    page = day.window.room()
    if not isinstance(page, CrewsPage):
        raise TypeError("the room of crews did not open")
    page.people.choose_filter("all")
    page.open_person(page.people.table.people.line(0).key)


def _step(name: str) -> Callable[[Day], None]:
    def come(day: Day) -> None:
        if not day.window.in_session():
            day.window.open_session(_session_of_today(day))
            day.wait(lambda: day.window.session_view.step() != "")
        day.window.session_view.show_step(name)

    return come


def _session_of_today(day: Day) -> bytes:
    today = day.window.desk.today()
    answer = day.ask(lambda folder: _first_session(folder, today).id)
    if not isinstance(answer, bytes):
        raise TypeError("the sample season has no session today")
    return answer


def _codes(window: Window) -> list[tuple[str, str]]:
    """What is typed for each state of a scan: somebody of the crew, of another crew, of nobody, of no project."""
    answers: list[list[tuple[str, str]]] = []
    day = window.desk.today()
    window.desk.road.ask(lambda folder: _codes_of(folder, day), answers.append)
    while not answers:
        QApplication.processEvents()
    return answers[0]


def _codes_of(folder: Folder, day: str) -> list[tuple[str, str]]:
    crew = _first_session(folder, day).crew
    other = next(each.id for each in crews.crews(folder, day) if each.id != crew and each.people)
    tag = project_tag(folder) or 0
    return [
        ("present", _a_card_of(folder, crew, day)),
        ("other-crew", _a_card_of(folder, other, day)),
        ("blank", make_code(CodeKind.CARD, tag, _NOBODYS_CARD).text),
        ("unknown", _NO_CODE),
    ]


def _a_card_of(folder: Folder, crew: bytes | None, day: str) -> str:
    people = crews.people_of_crew(folder, crew, day) if crew else []
    return next(person.card_code for person in people if person.card_code)


def _first_session(folder: Folder, day: str) -> Session:
    found = sessions.sessions_between(folder, day, day)
    return next(each for each in found if each.state in ("planned", "open") and each.crew)


def _scan(code: str) -> Callable[[Day], None]:
    def come(day: Day) -> None:
        _step("attendance")(day)
        day.rest()
        day.window.session_view.card_scanned(code)

    return come


def look_at(day: Day, scene: Scene, size: tuple[int, int]) -> None:
    """Bring the window to a scene at a size, and wait until it has found its place."""
    if day.window.desk.role != scene.role:
        day.window.desk.set_role(scene.role)
    scene.come(day)
    settle(day, size)


def settle(day: Day, size: tuple[int, int]) -> None:
    """Another size for what is on screen."""
    day.rest()
    day.window.resize(*size)
    for _look in range(_LOOKS):
        QApplication.sendPostedEvents()
        QApplication.processEvents()


def draw_gallery(
    app: QApplication,
    window: Window,
    out: Path,
    *,
    sizes: Sequence[tuple[int, int]] = SIZES,
    percents: Sequence[int] = PERCENTS,
    languages: Sequence[str] = LANGUAGES,
    on_progress: Progress | None = None,
) -> list[Path]:
    """Write a picture of each scene, size, text size and language to `out`; the window is open and shown."""
    out.mkdir(parents=True, exist_ok=True)
    shown = scenes(window)
    day = Day(window, out, window.desk.language)
    total, made = len(languages) * len(percents) * len(shown) * len(sizes), list[Path]()
    for language in languages:
        window.desk.language = language
        load_language(app, language)
        for percent in percents:
            theme.set_percent(app, percent)
            for scene in shown:
                look_at(day, scene, sizes[0])
                for size in sizes:
                    settle(day, size)
                    path = out / f"{language}-{percent}-{size[0]}x{size[1]}-{scene.name}.png"
                    window.grab().save(str(path))
                    made.append(path)
                if on_progress is not None:
                    on_progress(len(made), total)
    theme.set_percent(app, 100)
    return made
