"""Which rooms the rail has and which pages the session has. A new room is one line here."""

from __future__ import annotations

from PySide6.QtCore import QT_TRANSLATE_NOOP

from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.rail import RailItem
from promoter_app.ui.room import Room
from promoter_app.ui.session.step import StepPage
from promoter_app.ui.window import PageMaker, RoomMaker


def _today(desk: Desk) -> Room:
    from promoter_app.ui.today.page import TodayPage

    return TodayPage(desk)


def _crews(desk: Desk) -> Room:
    from promoter_app.ui.crews.page import CrewsPage

    return CrewsPage(desk)


def _week(desk: Desk) -> Room:
    from promoter_app.ui.week.page import WeekPage

    return WeekPage(desk)


def _topics(desk: Desk) -> Room:
    from promoter_app.ui.topics.page import TopicsPage

    return TopicsPage(desk)


def _paper(desk: Desk) -> Room:
    from promoter_app.ui.paper.page import PaperPage

    return PaperPage(desk)


def _deliver(desk: Desk) -> Room:
    from promoter_app.ui.deliver_page import DeliverPage

    return DeliverPage(desk)


def _receiving(desk: Desk) -> Room:
    from promoter_app.ui.receiving.page import ReceivingPage

    return ReceivingPage(desk)


def _goals(desk: Desk) -> Room:
    from promoter_app.ui.goals.page import GoalsPage

    return GoalsPage(desk)


def _settings(desk: Desk) -> Room:
    from promoter_app.ui.settings.page import SettingsPage

    return SettingsPage(desk)


def _help(desk: Desk) -> Room:
    from promoter_app.ui.help_page import HelpPage

    return HelpPage(desk)


def room_makers() -> dict[str, tuple[RailItem, RoomMaker]]:
    """Rooms by name, in rail order. A room with alt 0 is reached by key only (help)."""
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
