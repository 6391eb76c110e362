"""What every page gets: the road to the data, the content, the language, sounds, and the ways to other pages."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar, cast

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.domain.stamp import Role
from promoter_app.ui.camera.cameras import Cameras

if TYPE_CHECKING:
    from promoter_app.services.curricula import Content
    from promoter_app.ui.road import Road
    from promoter_app.ui.sounds import Sounds

PartMaker = Callable[["Desk"], QWidget]
P = TypeVar("P", bound=QWidget)


class Desk(QObject):
    """One per window. Pages ask it to go places; they never know each other.

    `names_hidden` follows F7; `content` is None until the data folder is open; `palette_wanted` is the theme chosen
    for this laptop (a session wears Sol whatever it says). `restore_wanted` carries the name of a copy, `restored`
    that of the copy that came back and of the one that was made before.
    `empty_wanted` tells that it is decided: this laptop leaves, and is emptied.
    """

    go = Signal(str)
    session_wanted = Signal(bytes)
    session_resumed = Signal(bytes)
    session_left = Signal()
    told = Signal(str, str, str)
    names_hidden_changed = Signal(bool)
    operator_changed = Signal(str)
    role_changed = Signal(str)
    opened = Signal()
    content_changed = Signal()
    lock_wanted = Signal()
    locked = Signal(bool)
    keys_changed = Signal()
    restore_wanted = Signal(str)
    restored = Signal(str, str)
    empty_wanted = Signal()

    can_unlock = True
    """Whether this window can open locked data again: only then it offers to lock them."""

    def __init__(self, road: Road, sounds: Sounds, language: str = "es", parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.road = road
        self.sounds = sounds
        self.cameras = Cameras(self)
        self.language = language
        self.content: Content | None = None
        self.names_hidden = False
        self.palette_wanted = "sol"
        self._parts_ahead: dict[PartMaker, QWidget] = {}
        road.refused.connect(self.tell_refusal)

    def make_part_ahead(self, maker: PartMaker) -> None:
        """Make a part of a room that nobody has seen yet."""
        if maker not in self._parts_ahead:
            self._parts_ahead[maker] = maker(self)

    def part(self, maker: Callable[[Desk], P]) -> P:
        """A part of a room: the one that was made ahead, else a new one."""
        made = self._parts_ahead.pop(maker, None)
        return maker(self) if made is None else cast("P", made)

    @property
    def courses(self) -> Content:
        """The content; only after `opened`."""
        if self.content is None:
            raise RuntimeError("the data folder is not open yet")
        return self.content

    def take_content(self, content: Content) -> None:
        """Teach this from now on: somebody saved a version of a topic, or it came from another laptop."""
        self.content = content
        self.content_changed.emit()

    def language_name(self, code: str | None) -> str:
        """What people call a language, from its ISO 639-3 code; None reads "sin dato"."""
        from promoter_app.services.sessions.recordings import language_name

        return language_name(self.courses, code) or self.tr("sin dato")

    def topic_name(self, code: str | None) -> str:
        """The neutral name of a topic; its code when no course has it, a dash without one."""
        from promoter_app.services.curricula import find_module

        found = find_module(self.courses, None, code)
        return found.neutral.in_language(self.language) if found else code or "—"

    def today(self) -> str:
        """The local date, `2026-02-17`."""
        return self.road.edge.now().date().isoformat()

    def set_operator(self, name: str) -> None:
        """Who uses this laptop from now on."""
        self.road.edge.change_operator(name)
        self.operator_changed.emit(name)

    @property
    def role(self) -> Role:
        """As whom this laptop is used now: `promoter` or `coordinator`."""
        return self.road.edge.role

    def set_role(self, role: Role) -> None:
        """Somebody comes in as promoter or as coordinator; the rail shows that role's rooms."""
        self.road.edge.role = role
        self.role_changed.emit(role)

    def hide_names(self, hidden: bool) -> None:
        """F7: names leave every screen, or come back."""
        self.names_hidden = hidden
        self.names_hidden_changed.emit(hidden)

    def tell(self, kind: str, title: str, detail: str = "") -> None:
        """Show a banner in the flow of the page: green, amber, red or blue."""
        self.told.emit(kind, title, detail)

    def say(self, sentence: Sentence) -> str:
        """A sentence in the window's language."""
        return sentence.in_language(self.language)

    def said(self, refusal: Refusal) -> tuple[str, str]:
        """A refusal in the window's language: what happened; what is safe and what to do."""
        return self.say(refusal.what), f"{self.say(refusal.safe)} {self.say(refusal.todo)}"

    def tell_refusal(self, refusal: Refusal) -> None:
        """What happened, what is safe, what to do: always a banner, never a lost message."""
        self.told.emit("red", *self.said(refusal))
