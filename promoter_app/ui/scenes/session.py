"""The session's steps, and each state of a scan at Asistencia."""

from __future__ import annotations

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.domain.sessions import STEPS
from promoter_app.services.crews import crews
from promoter_app.services.folder import Folder, project_tag
from promoter_app.services.sessions import sessions
from promoter_app.ui.scenes.scene import Come, Scene, bare_window
from promoter_app.ui.scripted_day import Day

_NOBODYS_CARD, _NO_CODE = 2_000_000, "C000000000"


def session_scenes(day: Day) -> list[Scene]:
    """Steps in their order, then the states of a scan."""
    steps = [Scene(f"session-{step}", "promoter", _step(step)) for step in STEPS]
    codes: list[list[tuple[str, str]]] = []
    today = day.window.desk.today()
    day.ask(lambda folder: codes.append(_codes_of(folder, today)))
    steps += [Scene(f"session-help-{step}", "promoter", _help(step)) for step in STEPS if step != "post_test"]
    return steps + [Scene(f"scan-{name}", "promoter", _scan(code)) for name, code in codes[0]]


def _step(name: str) -> Come:
    def come(day: Day) -> None:
        bare_window(day)
        if not day.window.in_session():
            day.window.open_session(_session_of_today(day))
            day.wait(lambda: day.window.session_view.step() != "")
        day.window.session_view.help.close()
        day.window.session_view.show_step(name)

    return come


def _help(step: str) -> Come:
    def come(day: Day) -> None:
        _step(step)(day)
        day.rest()
        day.window.session_view.ask_help()

    return come


def _session_of_today(day: Day) -> bytes:
    today = day.window.desk.today()
    answer = day.ask(lambda folder: sessions.first_to_hold(folder, today).id)
    if not isinstance(answer, bytes):
        raise TypeError("the sample season has no session today")
    return answer


def _codes_of(folder: Folder, day: str) -> list[tuple[str, str]]:
    crew = sessions.first_to_hold(folder, day).crew
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


def _scan(code: str) -> Come:
    def come(day: Day) -> None:
        _step("attendance")(day)
        day.rest()
        day.window.session_view.card_scanned(code)

    return come
