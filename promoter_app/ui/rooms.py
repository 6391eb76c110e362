"""Which rooms the rail has and which pages the session has. A new room is one line here."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.rail import RailItem
from promoter_app.ui.room import Room
from promoter_app.ui.session.step import StepPage
from promoter_app.ui.window import PageMaker, RoomMaker


def _today() -> type[Room]:
    from promoter_app.ui.today.page import TodayPage

    return TodayPage


def _crews() -> type[Room]:
    from promoter_app.ui.crews.page import CrewsPage

    return CrewsPage


def _week() -> type[Room]:
    from promoter_app.ui.week.page import WeekPage

    return WeekPage


def _topics() -> type[Room]:
    from promoter_app.ui.topics.page import TopicsPage

    return TopicsPage


def _paper() -> type[Room]:
    from promoter_app.ui.paper.page import PaperPage

    return PaperPage


def _deliver() -> type[Room]:
    from promoter_app.ui.deliver_page import DeliverPage

    return DeliverPage


def _receiving() -> type[Room]:
    from promoter_app.ui.receiving.page import ReceivingPage

    return ReceivingPage


def _goals() -> type[Room]:
    from promoter_app.ui.goals.page import GoalsPage

    return GoalsPage


def _settings() -> type[Room]:
    from promoter_app.ui.settings.page import SettingsPage

    return SettingsPage


def _help() -> type[Room]:
    from promoter_app.ui.help_page import HelpPage

    return HelpPage


def room_makers() -> dict[str, tuple[RailItem, RoomMaker]]:
    """Rooms by name, in rail order; a maker brings in the room's code. With alt 0 it is reached by key only (help)."""
    listed: tuple[tuple[RailItem, RoomMaker], ...] = (
        (RailItem("today", str(QT_TRANSLATE_NOOP("Rail", "Hoy")), "ph.sun-bold", 1), _today),
        (RailItem("week", str(QT_TRANSLATE_NOOP("Rail", "Semana")), "ph.calendar-blank-bold", 2), _week),
        (RailItem("crews", str(QT_TRANSLATE_NOOP("Rail", "Cuadrillas")), "ph.users-three-bold", 3), _crews),
        (RailItem("topics", str(QT_TRANSLATE_NOOP("Rail", "Temas")), "ph.book-open-bold", 4), _topics),
        (RailItem("paper", str(QT_TRANSLATE_NOOP("Rail", "Papel")), "ph.printer-bold", 5), _paper),
        (
            RailItem(
                "deliver",
                str(QT_TRANSLATE_NOOP("Rail", "Entregar")),
                "mdi6.usb-flash-drive-outline",
                6,
                role="promoter",
            ),
            _deliver,
        ),
        (
            RailItem("receiving", str(QT_TRANSLATE_NOOP("Rail", "Recibir")), "ph.tray-bold", 6, role="coordinator"),
            _receiving,
        ),
        (RailItem("goals", str(QT_TRANSLATE_NOOP("Rail", "Metas")), "ph.target-bold", 7, role="coordinator"), _goals),
        (RailItem("settings", str(QT_TRANSLATE_NOOP("Rail", "Ajustes")), "ph.gear-six-bold", 9, True), _settings),
        (RailItem("help", str(QT_TRANSLATE_NOOP("Rail", "Ayuda")), "ph.question-bold", 0, True), _help),
    )
    return {item.name: (item, maker) for item, maker in listed}


def _attendance(desk: Desk) -> StepPage:
    from promoter_app.ui.session.attendance_page import AttendancePage

    return AttendancePage(desk)


def _pre_test(desk: Desk) -> StepPage:
    from promoter_app.ui.session.test_page import TestPage

    return TestPage(desk, "pre")


def _topic(desk: Desk) -> StepPage:
    from promoter_app.ui.session.topic_page import TopicPage

    return TopicPage(desk)


def _post_test(desk: Desk) -> StepPage:
    from promoter_app.ui.session.test_page import TestPage

    return TestPage(desk, "post")


def _closing(desk: Desk) -> StepPage:
    from promoter_app.ui.session.closing_page import ClosingPage

    return ClosingPage(desk)


def step_makers() -> dict[str, PageMaker]:
    """The session's pages by step name."""
    return {
        "attendance": _attendance,
        "pre_test": _pre_test,
        "topic": _topic,
        "post_test": _post_test,
        "closing": _closing,
    }
