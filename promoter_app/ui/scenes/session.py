"""The session's steps, and each state of a scan at Asistencia."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.domain.sessions import STEPS, Session
from promoter_app.services.crews import crews
from promoter_app.services.folder import Folder, project_tag
from promoter_app.services.sessions import sessions
from promoter_app.ui.scenes.scene import Come, Scene, close_dialogs
from promoter_app.ui.scripted_day import Day
from promoter_app.ui.window import Window

_NOBODYS_CARD, _NO_CODE = 2_000_000, "C000000000"


def session_scenes(window: Window) -> list[Scene]:
    """Steps in their order, then the states of a scan."""
    steps = [Scene(f"session-{step}", "promoter", _step(step)) for step in STEPS]
    return steps + [Scene(f"scan-{name}", "promoter", _scan(code)) for name, code in _codes(window)]


def _step(name: str) -> Come:
    def come(day: Day) -> None:
        close_dialogs(day.window)
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


def _scan(code: str) -> Come:
    def come(day: Day) -> None:
        _step("attendance")(day)
        day.rest()
        day.window.session_view.card_scanned(code)

    return come
