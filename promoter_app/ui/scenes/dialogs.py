"""Every dialog of the window, each open once, over the room that asks it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QDialog

from promoter_app.domain.indicators.by_hand import OUTREACH
from promoter_app.domain.stamp import Role
from promoter_app.services.crews import crews
from promoter_app.services.indicators.by_hand import by_hand
from promoter_app.services.indicators.goals import Wanted, goals
from promoter_app.ui.goals.page import GoalsPage
from promoter_app.ui.scenes.scene import Scene, open_dialog, room_of, to_room
from promoter_app.ui.scripted_day import Day
from promoter_app.ui.week.page import WeekPage

Make = Callable[[Day], QDialog]
_SIX = ("arado", "brote", "cerro", "dátil", "enero", "fresa")


def dialog_scenes() -> list[Scene]:
    """Questions of the field, then those of the office; `dialog-` begins their names."""
    field: dict[str, tuple[str, Make]] = {
        "not-held": ("today", _not_held), "nobody-came": ("today", _nobody_came),
        "session": ("today", _choose_session), "review": ("today", _review), "help": ("today", _help),
        "leave": ("today", _leave), "move": ("crews", _move), "week": ("week", _week),
        "leaving": ("settings", _leaving),
    }  # fmt: skip
    office: dict[str, tuple[str, Make]] = {
        "erase": ("crews", _erase), "crews": ("receiving", _crews), "words": ("receiving", _words),
        "ask-words": ("receiving", _ask_words), "notes": ("settings", _notes), "export": ("goals", _export),
        "by-hand": ("goals", _by_hand), "rating": ("goals", _rating), "change": ("goals", _change),
        "sample": ("goals", _sample), "reason": ("goals", _reason), "comment": ("goals", _comment),
    }  # fmt: skip
    return [*_scenes(field, "promoter"), *_scenes(office, "coordinator")]


def _scenes(listed: dict[str, tuple[str, Make]], role: Role) -> list[Scene]:
    def scene(name: str, room: str, make: Make) -> Scene:
        def come(day: Day) -> None:
            to_room(room)(day)
            day.rest()
            open_dialog(make(day))

        return Scene(f"dialog-{name}", role, come)

    return [scene(name, *rest) for name, rest in listed.items()]


def _crews_of(day: Day) -> list[crews.Crew]:
    found: list[list[crews.Crew]] = []
    today = day.window.desk.today()
    day.ask(lambda folder: found.append(crews.crews(folder, today)))
    return found[0]


# the field
def _not_held(day: Day) -> QDialog:
    from promoter_app.ui.today.dialogs import NotHeld

    return NotHeld(day.window.desk, day.window)


def _nobody_came(day: Day) -> QDialog:
    from promoter_app.ui.today.nobody_came import NobodyCame

    return NobodyCame(day.window.desk, day.window)


def _choose_session(day: Day) -> QDialog:
    from promoter_app.ui.today.dialogs import ChooseSession

    return ChooseSession(day.window.desk, _crews_of(day), day.window)


def _review(day: Day) -> QDialog:
    from promoter_app.ui.today.review import ReviewCards

    desk = day.window.desk
    return ReviewCards(desk, next(iter(desk.courses.courses.values())).modules[0], day.window)


def _help(day: Day) -> QDialog:
    from promoter_app.ui.help_page import HelpDialog

    return HelpDialog(day.window.desk, "wizard", day.window)


def _leave(day: Day) -> QDialog:
    from promoter_app.ui.session.view import LeaveSession

    return LeaveSession(day.window)


def _move(day: Day) -> QDialog:
    from promoter_app.ui.crews.person_page import MoveQuestion

    return MoveQuestion(_crews_of(day), day.window.desk.today(), day.window)


def _week(day: Day) -> QDialog:
    from promoter_app.ui.week.dialogs import SessionQuestion

    page = room_of(day, "week", WeekPage)
    page.table.point_somewhere()
    here, board = page.table.here(), page.board
    if here is None or board is None:
        raise TypeError("the board of the week is empty")
    return SessionQuestion(
        day.window.desk, here, board.days, board.promoters, board.interpreters, day.window
    )


def _leaving(day: Day) -> QDialog:
    from promoter_app.ui.settings.leaving_card import LeavingQuestion

    return LeavingQuestion(True, day.window)


# the office
def _erase(day: Day) -> QDialog:
    from promoter_app.ui.crews.rights_card import SureQuestion, erasing_words

    title = "¿Borrar para siempre a Silvia Leticia Reza Salvador?"
    return SureQuestion(title, erasing_words(), "Borrar para siempre", "ph.eraser-bold", day.window)


def _crews(day: Day) -> QDialog:
    from promoter_app.ui.receiving.giving import Around, ChooseCrews

    return ChooseCrews(Around(_crews_of(day), "", sealed=True, known=[]), day.window)


def _words(day: Day) -> QDialog:
    from promoter_app.ui.receiving.one_time import ShowWords

    return ShowWords(day.window.desk, _SIX, "surco-lista-laptop-07.surco", day.window)


def _ask_words(day: Day) -> QDialog:
    from promoter_app.ui.receiving.one_time import AskWords

    question = AskWords("", day.window)
    question.banner.hide()
    return question


def _notes(day: Day) -> QDialog:
    from promoter_app.ui.settings.notes_reader import NotesReader

    return NotesReader(day.window.desk, day.window)


def _export(day: Day) -> QDialog:
    from promoter_app.ui.goals.export import ExportQuestion

    desk = day.window.desk
    today = date.fromisoformat(desk.today())
    periods = []
    day.ask(lambda folder: periods.append(goals(folder, Wanted(), today).period))
    question = ExportQuestion(desk, periods[0], parent=day.window)
    day.wait(lambda: question.report is not None)
    return question


def _by_hand(day: Day) -> QDialog:
    """The question that corrects a row of reach, and what it says when something is missing."""
    from promoter_app.ui.goals.by_hand_card import HandQuestion

    found = []
    day.ask(lambda folder: found.append(by_hand(folder)))
    values = {**found[0].rows[0].values, "people": None} if found[0].rows else None
    question = HandQuestion(day.window.desk, OUTREACH, found[0], values, day.window)
    question.accept()
    return question


def _rating(day: Day) -> QDialog:
    from promoter_app.ui.goals.course_part import CoursePart, RatingQuestion

    parts = room_of(day, "goals", GoalsPage).findChildren(CoursePart)
    part = parts[0] if parts else CoursePart(day.window.desk, day.window)
    return RatingQuestion(part.levels(), part.aspects(), day.window)


def _change(day: Day) -> QDialog:
    from promoter_app.ui.goals.course_part import ChangeQuestion

    return ChangeQuestion(day.window.desk.today(), day.window)


def _sample(day: Day) -> QDialog:
    from promoter_app.ui.goals.course_cards import SampleQuestion

    return SampleQuestion(day.window.desk, day.window)


def _reason(day: Day) -> QDialog:
    from promoter_app.ui.goals.period_part import ReasonQuestion

    return ReasonQuestion("¿Por qué cambió 3.1 en -4?", "", day.window)


def _comment(day: Day) -> QDialog:
    from promoter_app.ui.goals.office_cards import CommentQuestion

    return CommentQuestion("3.2b · Personas informadas sobre canales", "", day.window)
