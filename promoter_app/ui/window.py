"""The window: rail, top bar and rooms; a session covers it all. Keys that work everywhere live here."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QCoreApplication, QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QPaintEvent, QShortcut
from PySide6.QtWidgets import QApplication, QHBoxLayout, QMainWindow, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from promoter_app.domain.done import Undo
from promoter_app.ui import theme, window_choices
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.cover import CoveredPages
from promoter_app.ui.kit.rail import NavRail, RailItem
from promoter_app.ui.kit.top_bar import TopBar
from promoter_app.ui.language import long_date
from promoter_app.ui.room import Room, bind_search
from promoter_app.ui.session.step import StepPage
from promoter_app.ui.window_choices import SOUND, TEXT_SIZE, apply_choices, apply_palette, keep_choice, read_choices

if TYPE_CHECKING:
    from promoter_app.services.folder import Folder
    from promoter_app.ui.kit.focus import FocusFollower
    from promoter_app.ui.kit.garbage import WindowGarbage
    from promoter_app.ui.kit.scan_gate import ScanGate
    from promoter_app.ui.session.view import SessionView

RoomMaker = Callable[[], type[Room]]
PageMaker = Callable[[Desk], StepPage]


class Window(QMainWindow):
    """`painted` is told once, after the first picture is on screen: only then the data folder is opened."""

    painted = Signal()
    ticked = Signal()

    def __init__(self, desk: Desk, rooms: dict[str, tuple[RailItem, RoomMaker]], steps: dict[str, PageMaker]) -> None:
        super().__init__()
        self.desk = desk
        self._makers = rooms
        self._rooms: dict[str, Room] = {}
        self.setObjectName("window")
        self.setMinimumSize(900, 560)
        self.rail = NavRail()
        self.top = TopBar()
        self.banner = Banner()
        self.rooms = QStackedWidget()
        self.rooms.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Ignored)  # bars are never squeezed
        self._steps = steps
        self._session_view: SessionView | None = None
        self.shell = self._shell()
        self.pages = CoveredPages()
        self.pages.addWidget(self.shell)
        self.setCentralWidget(self.pages)
        self._ring: FocusFollower | None = None
        self._garbage: WindowGarbage | None = None
        self._gate: ScanGate | None = None
        self._was_painted = False
        self.read_card: Callable[[str], str] = str
        """What a scanned text means; the practice puts somebody behind its card."""
        self._connect()
        self._bind_keys()
        self._clock = QTimer(self)
        self._clock.timeout.connect(self._tick)
        self._retranslate()

    # building
    def _shell(self) -> QWidget:
        shell = QWidget()
        row = QHBoxLayout(shell)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.rail)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(self.top)
        column.addWidget(self.banner)
        column.addWidget(self.rooms, 1)
        row.addLayout(column, 1)
        return shell

    def _connect(self) -> None:
        desk = self.desk
        self.rail.chosen.connect(self.show_room)
        desk.go.connect(self.show_room)
        desk.session_wanted.connect(self.open_session)
        desk.session_resumed.connect(lambda session: self.open_session(session, resumed=True))
        desk.session_left.connect(self.leave_session)
        desk.told.connect(self._tell)
        desk.operator_changed.connect(self.top.set_person)
        desk.role_changed.connect(self._role_changed)
        desk.road.undone.connect(self._say_undone)
        self.banner.acted.connect(lambda _action: self.banner.hide())
        self.top.help_clicked.connect(self.show_help)
        self.top.person_clicked.connect(lambda: self.show_room("settings"))

    def _bind_keys(self) -> None:
        for keys, act in (
            (("Ctrl+Z",), self.undo),
            (("F7", "Ctrl+H"), self._toggle_names),
            (("F8", "Ctrl+B"), self._next_sound),
            (("F11",), self._toggle_full_screen),
            (("F1",), self.show_help),
            (("Ctrl++", "Ctrl+="), lambda: self._step_text(1)),
            (("Ctrl+-",), lambda: self._step_text(-1)),
            (("Ctrl+0",), lambda: self._step_text(0)),
            (("Ctrl+L",), self.desk.lock_wanted.emit),
        ):
            for key in keys:
                QShortcut(QKeySequence(key), self).activated.connect(act)
        bind_search(self.shell, self.room, lambda: self.show_room("crews"))

    @property
    def session_view(self) -> SessionView:
        """The session over the window, built when it is first wanted."""
        if self._session_view is None:
            from promoter_app.ui.session.view import SessionView

            self._session_view = SessionView(self.desk, self._steps)
            self._session_view.left.connect(self.leave_session)
            self.pages.addWidget(self._session_view)
        return self._session_view

    def in_session(self) -> bool:
        """Whether a session covers the window now."""
        return self._session_view is not None and self.pages.page() is self._session_view

    # covering
    def cover(self, view: QWidget) -> None:
        """Put `view` over everything: nothing of the data is seen, and what was there comes back with `uncover`."""
        self.pages.cover(view)
        self.setWindowTitle("Surco")

    def uncover(self) -> None:
        """What was under the cover is seen again, as it was left."""
        self.pages.uncover()
        if self.room() is None:
            self.show_room("today")
        else:
            self._retranslate()

    # places
    def show_room(self, name: str) -> None:
        """Go to a room of the rail; unknown names are left alone."""
        if not self._may_show(name) or self.in_session() or self.pages.is_covered():
            return
        room = self._room(name)
        self.banner.hide()
        self.rooms.setCurrentWidget(room)
        if self._makers[name][0].alt:
            self.rail.set_current(name)
        self._show_heading(room)
        room.take_focus()

    def _may_show(self, name: str) -> bool:
        return name in self._makers and self._makers[name][0].role in ("", self.desk.role)

    def _role_changed(self) -> None:
        """The rail shows the rooms of the new role; a room that it does not have gives way to Hoy."""
        opened = self.rail.current()
        self._retranslate()
        if opened and not self._may_show(opened):
            self.show_room("today")

    def show_help(self) -> None:
        """F1: help for the screen one is on; in a session it stands beside the step."""
        from promoter_app.ui.help_page import HelpDialog, HelpPage

        over = "lock" if self.pages.is_covered() else "" if self.pages.page() is self.shell else "wizard"
        if over == "wizard" and self.in_session():
            self.session_view.ask_help()
        elif over:
            HelpDialog(self.desk, over, self).exec()
        if over:
            return
        room = self.room()
        before = (room.help_topic() if room is not None else "") or self.rail.current()
        self.show_room("help")
        page = self.room()
        if isinstance(page, HelpPage):
            page.came_from(self.rail.current() or "today")
            page.show_topic(before)

    def room(self) -> Room | None:
        """The room on screen (also while a session covers it)."""
        shown = self.rooms.currentWidget()
        return shown if isinstance(shown, Room) else None

    def _room(self, name: str) -> Room:
        if name not in self._rooms:
            self._rooms[name] = self._makers[name][1]()(self.desk, self.rooms)
            self.rooms.addWidget(self._rooms[name])
        return self._rooms[name]

    def unmade(self) -> tuple[RoomMaker, Callable[[], Room]] | None:
        """A room of this role that nobody has seen: what brings in its code, and what makes it; None when all are."""
        name = next((each for each in self._makers if each not in self._rooms and self._may_show(each)), None)
        return None if name is None else (self._makers[name][1], lambda: self._room(name))

    def open_session(self, session: bytes, resumed: bool = False) -> None:
        """Cover the window with a session."""
        apply_palette(self.desk, in_session=True)
        self.session_view.open(session, resumed=resumed)
        self.pages.show_page(self.session_view)
        self._show_title("")

    def leave_session(self) -> None:
        """Back to Hoy; the session stays open and saved unless Cierre closed it."""
        self.session_view.close_view()
        apply_palette(self.desk)
        self.pages.show_page(self.shell)
        self.show_room("today")

    # life
    def data_opened(self, _folder: Folder) -> None:
        """The data folder is open: remember this laptop's choices and fill what is on screen."""
        self.desk.road.ask(read_choices, self._take_choices)
        self.top.set_person(self.desk.road.edge.operator)
        self.desk.opened.emit()
        named = bool(self.desk.road.edge.operator)
        self.desk.road.ask(lambda folder: window_choices.first_step(folder, named=named), self._offer_first_steps)
        if (room := self.room()) is not None and room.isVisible():
            room.take_focus()

    def _take_choices(self, choices: dict[str, str]) -> None:
        apply_choices(self.desk, choices)
        apply_palette(self.desk, in_session=self.in_session())

    def _offer_first_steps(self, at: int | None) -> None:
        """An empty laptop that nobody gave a name begins with the first steps, or goes on with them."""
        if at is None or self.pages.page() is not self.shell:
            return
        from promoter_app.ui.wizard.view import WizardView

        view = WizardView(self.desk, self, at)
        view.finished.connect(self._leave_first_steps)
        self.pages.addWidget(view)
        self.pages.show_page(view)
        view.take_focus()

    def _leave_first_steps(self, room: str, what: str) -> None:
        from promoter_app.services.office.first_steps import SEEN

        keep_choice(self.desk, SEEN, "1")
        view = self.pages.page()
        self.pages.show_page(self.shell)
        if view is not None and view is not self.shell:
            self.pages.removeWidget(view)
            view.deleteLater()
        self.show_room(room)
        if what and (shown := self.room()) is not None:
            shown.begin(what)

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self._after_first_paint)

    def _after_first_paint(self) -> None:
        """The shell is on screen: let the data open on their thread, and finish the rest meanwhile."""
        from promoter_app.ui.kit.focus import FocusFollower
        from promoter_app.ui.kit.garbage import WindowGarbage
        from promoter_app.ui.kit.scan_gate import ScanGate

        self._garbage = WindowGarbage(self, lambda: self.desk.road.is_busy)
        self._garbage.start()
        self.painted.emit()
        app = QApplication.instance()
        if isinstance(app, QApplication):
            self._ring = FocusFollower(app, self)
            self._gate = ScanGate(app, lambda: self.desk.road.edge.monotonic() * 1000, self)
            self._gate.scanned.connect(self._card_scanned)
        self._clock.start(1000)
        self._tick()
        if self.room() is None:
            self.show_room("today")

    def closeEvent(self, event: QCloseEvent) -> None:
        self._clock.stop()
        if (focused := self.focusWidget()) is not None:
            focused.clearFocus()  # what was being written is kept while the data are still open
        if self.in_session():
            self.session_view.close_view()
        if self._gate is not None:
            self._gate.stop()
            self._gate = None
        if self._ring is not None:
            self._ring.stop()
            self._ring = None
        self.desk.road.close()
        if self._garbage is not None:
            self._garbage.stop()
        super().closeEvent(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_session_view"):
            self._retranslate()

    # keys that work everywhere
    def undo(self) -> None:
        """Ctrl+Z: take the last change back and say which."""
        if self.pages.is_covered():
            return
        if self.desk.road.last_undo is None:
            self.desk.tell("blue", self.tr("No hay nada que deshacer"))
            return
        self.desk.road.take_back()

    def _say_undone(self, last: Undo) -> None:
        if self.in_session() and self.session_view.says_undone():
            return
        label = self.desk.say(last.label)
        words = self.tr("lo último") if self.desk.names_hidden else label.partition(": ")[2] or label
        self._tell("green", self.tr("Se deshizo: {0}").format(words), "")

    def _toggle_names(self) -> None:
        self.desk.hide_names(not self.desk.names_hidden)
        if self.banner.property("tone") == "green":  # what was done may tell whose it was
            self.banner.clear()

    def _next_sound(self) -> None:
        keep_choice(self.desk, SOUND, self.desk.sounds.cycle().value)

    def _toggle_full_screen(self) -> None:
        self.setWindowState(self.windowState() ^ Qt.WindowState.WindowFullScreen)

    def _step_text(self, step: int) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            keep_choice(self.desk, TEXT_SIZE, str(theme.step_percent(app, step)))

    # showing
    def _card_scanned(self, text: str) -> None:
        if self.pages.is_covered():
            self._refuse_card()
            return
        text = self.read_card(text)
        if self.in_session():
            self.session_view.card_scanned(text)
            return
        room = self.room()
        if room is not None:
            room.card_scanned(text)

    def _refuse_card(self) -> None:
        """A card while nobody is let in: heard and said, and not counted."""
        self.desk.sounds.play("unknown")
        cover = self.pages.currentWidget()
        banner = cover.findChild(Banner) if cover is not None else None
        if banner is not None:
            banner.tell(
                "amber",
                self.tr("Esa tarjeta no se contó"),
                self.tr("Surco está cerrado. Entra con tu contraseña y pásala otra vez."),
            )

    def _tell(self, kind: str, title: str, detail: str) -> None:
        tell = self.session_view.tell if self.in_session() else self.banner.tell
        tell(kind, title, detail, (("close", self.tr("Entendido")),))

    def _tick(self) -> None:
        now = self.desk.road.edge.now()
        self.top.set_clock(f"{now.hour}:{now.minute:02d}")
        from promoter_app.ui import battery

        percent, charging = battery.state()
        self.top.set_battery(percent, charging=charging)
        self.ticked.emit()

    def _show_heading(self, room: Room) -> None:
        title, context = room.heading()
        self.top.set_title(title, context or long_date(date.fromisoformat(self.desk.today())))
        self._show_title(title)

    def _show_title(self, room: str) -> None:
        """The window's title: a place, never a name nor a topic."""
        where = self.tr("Sesión") if self.in_session() else room
        self.setWindowTitle("Surco" if self.pages.is_covered() else f"Surco · {where}")

    def _retranslate(self) -> None:
        self.rail.set_items(
            [
                replace(item, text=QCoreApplication.translate("Rail", item.text))
                for name, (item, _maker) in self._makers.items()
                if item.alt and self._may_show(name)
            ]
        )
        if (room := self.room()) is not None:
            self._show_heading(room)
