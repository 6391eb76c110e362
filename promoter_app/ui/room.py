"""A room: one place of the rail. It reloads when something that it shows changed, at once only if it is seen."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QScrollArea, QVBoxLayout, QWidget

from promoter_app.ui.desk import Desk, PartMaker


def scrolling(page: QWidget, inner: QWidget) -> None:
    """Fill `page` with `inner`, which scrolls down (never sideways) when the window is too low for it.

    From the outside in: each time that something moves into another widget, everything inside it is dressed again.
    """
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    scroll = QScrollArea(page)
    scroll.setWidgetResizable(True)
    scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    outer.addWidget(scroll)
    scroll.setWidget(inner)


class Room(QWidget):
    """Base of the pages on the rail.

    Subclasses set `reads` (the tables whose change makes them old), fill themselves in `reload`, put words on
    in `retranslate`, name themselves in `heading`, and take the focus in `take_focus`.
    """

    reads: frozenset[str] = frozenset()
    ahead: tuple[PartMaker, ...] = ()
    """Its large parts, which can be made ahead one by one: the room takes them with `desk.part`."""
    fills_ahead: bool = True
    """False where filling reads for seconds in a large season: whoever began a session meanwhile would wait for it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._stale = True
        desk.road.changed.connect(self._hear)
        desk.names_hidden_changed.connect(lambda _hidden: self.mark_stale())
        desk.opened.connect(self.mark_stale)
        desk.content_changed.connect(self.mark_stale)

    def heading(self) -> tuple[str, str]:
        """Title and context of the top bar."""
        raise NotImplementedError

    def reload(self) -> None:
        """Ask the services again and show what they say."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Put on every word again, in the language of now."""

    def take_focus(self) -> None:
        """Give the focus to the main field or the main action."""

    def to_search(self) -> bool:
        """F3: give the focus to the field that searches; False in a room without one."""
        return False

    def help_topic(self) -> str:
        """The page of help for what is open in this room; "" for the room's own page."""
        return ""

    def card_scanned(self, text: str) -> None:
        """A card was scanned while this room is on screen; most rooms have no use for it."""

    def begin(self, what: str) -> None:
        """Start something in this room that another page asked for; most rooms have nothing to start."""

    def mark_stale(self) -> None:
        """What is shown may be old: reload now if seen, else when shown."""
        self._stale = True
        if self.isVisible():
            self.refresh()

    def refresh(self) -> None:
        """Reload if anything changed since the last time and the data are open."""
        if self._stale and self.desk.content is not None:
            self._stale = False
            self.reload()

    def _hear(self, changes: frozenset[str]) -> None:
        if self.reads & changes:
            self.mark_stale()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "desk"):
            self.retranslate()
            self.mark_stale()


def bind_search(shell: QWidget, room: Callable[[], Room | None], go_to_people: Callable[[], None]) -> None:
    """F3 and Ctrl+F search in the room on screen, or else go where the people are and search there.

    The keys belong to the `shell`: a session or a cover hides it, so that the session's own F3 stands alone.
    """

    def search() -> None:
        here = room()
        if here is not None and here.to_search():
            return
        go_to_people()
        there = room()
        if there is not None:
            there.to_search()

    for key in ("F3", "Ctrl+F"):
        QShortcut(QKeySequence(key), shell).activated.connect(search)
