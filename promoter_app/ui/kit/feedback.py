"""FeedbackPanel: the answer to a scan, readable at three metres. Six states that differ in shape, ground,
icon and words, not only in hue; the last answer stays, with its time, until the next one."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from promoter_app.ui import theme
from promoter_app.ui.kit.announcing import announce
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.feedback_paint import LOOKS, Layout, lay_out, paint_panel
from promoter_app.ui.kit.tab_place import keep_tab_place


class FeedbackState(StrEnum):
    """What became of a card; the words are those of the `scan` command."""

    PRESENT = "present"
    ALREADY = "already"
    OTHER_CREW = "other_crew"
    UNKNOWN = "unknown"
    BLANK = "blank"
    CANCELLED = "cancelled"


WAITING = frozenset(
    {FeedbackState.OTHER_CREW, FeedbackState.UNKNOWN, FeedbackState.BLANK, FeedbackState.CANCELLED}
)
"""The states that wait for an answer."""


@dataclass(frozen=True)
class Action:
    """A button inside the panel: a name for programs, words, icon and portable key.

    With `cap_only` the key is drawn but belongs to a button elsewhere on the page (F2, F3): two owners of
    one key would block each other.
    """

    name: str
    text: str
    icon: str = ""
    key: str = ""
    cap_only: bool = False


@dataclass(frozen=True)
class Verdict:
    """What the panel shows. Empty `title` and `actions` mean the usual ones of the state."""

    state: FeedbackState
    title: str = ""
    name: str = ""
    detail: str = ""
    footer: str = ""
    time: str = ""
    actions: tuple[Action, ...] = field(default=())


class FeedbackPanel(QWidget):
    """`show_verdict` paints an answer at once; `answered` carries the name of the action that was chosen:
    count, no, search, new or register for the usual ones."""

    answered = Signal(str)
    announced = Signal(str, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._verdict: Verdict | None = None
        self._idle = ""
        self._buttons: list[KeyButton] = []
        self._inverted = False
        self._layout: Layout | None = None
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Expanding)
        self.setObjectName("feedback")
        self.show_idle()

    def show_idle(self, words: str = "") -> None:
        """Nothing was scanned yet: show what to do."""
        self._verdict, self._idle = None, words
        self._rebuild(())
        self.setAccessibleName(self._title())

    def show_verdict(self, verdict: Verdict, *, blink: bool = False) -> None:
        """Show an answer at once and say it aloud; `blink` inverts the edge once (when sound is off)."""
        self._verdict = verdict
        self._rebuild(verdict.actions or self._usual_actions(verdict.state))
        parts = (self._title(), verdict.name, verdict.detail, verdict.footer, verdict.time)
        words = ". ".join(part.rstrip(".") for part in parts if part)
        self.setAccessibleName(words)
        said = ". ".join(part.rstrip(".") for part in parts[:3] if part)
        assertive = verdict.state in WAITING
        announce(self, said, assertive=assertive)
        self.announced.emit(said, assertive)
        if blink and not theme.is_still():
            self._invert(True)
            QTimer.singleShot(250, self, lambda: self._invert(False))

    def verdict(self) -> Verdict | None:
        """What is shown, or None while idle."""
        return self._verdict

    def actions_shown(self) -> list[KeyButton]:
        """The buttons inside the panel, in reading order."""
        return list(self._buttons)

    def minimumSizeHint(self) -> QSize:
        return QSize(360, 280)

    def sizeHint(self) -> QSize:
        return QSize(656, 500)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._place()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if not hasattr(self, "_layout"):
            return
        if event.type() == QEvent.Type.StyleChange:
            self._place()
        elif event.type() == QEvent.Type.LanguageChange:
            self._retranslate()

    def paintEvent(self, _event: QPaintEvent) -> None:
        if self._layout is None:
            return
        painter = QPainter(self)
        look = LOOKS[self._verdict.state.value if self._verdict else "idle"]
        footer = (self._verdict.footer, self._verdict.time) if self._verdict else ("", "")
        paint_panel(painter, QRectF(self.rect()), look, self._layout, footer, inverted=self._inverted)
        painter.end()

    # inside
    def _title(self) -> str:
        if self._verdict is None:
            return self._idle or self.tr("Escanea la tarjeta o escribe nombre o número")
        if self._verdict.title:
            return self._verdict.title
        return {
            FeedbackState.PRESENT: self.tr("Presente"),
            FeedbackState.ALREADY: self.tr("Ya estaba"),
            FeedbackState.OTHER_CREW: self.tr("Es de otra cuadrilla"),
            FeedbackState.UNKNOWN: self.tr("Tarjeta desconocida"),
            FeedbackState.BLANK: self.tr("Tarjeta en blanco"),
            FeedbackState.CANCELLED: self.tr("Tarjeta anulada"),
        }[self._verdict.state]

    def _usual_actions(self, state: FeedbackState) -> tuple[Action, ...]:
        no = Action("no", self.tr("No"), "", "Esc")
        return {
            FeedbackState.OTHER_CREW: (
                Action("count", self.tr("Contar aquí"), "ph.check-bold", "Return"),
                no,
            ),
            FeedbackState.UNKNOWN: (
                Action("search", self.tr("Buscar"), "ph.magnifying-glass-bold", "F3", cap_only=True),
                Action("new", self.tr("Persona nueva"), "ph.user-plus-bold", "F2", cap_only=True),
            ),
            FeedbackState.BLANK: (
                Action("register", self.tr("Registrar"), "ph.user-plus-bold", "Return"),
                no,
            ),
            FeedbackState.CANCELLED: (
                Action("count", self.tr("Sí es, contar"), "ph.check-bold", "Return"),
                no,
            ),
        }.get(state, ())

    def _rebuild(self, actions: tuple[Action, ...]) -> None:
        for button in self._buttons:
            button.hide()
            button.setParent(None)
            button.deleteLater()
        kinds = LOOKS[self._verdict.state.value if self._verdict else "idle"].kinds
        self._buttons = []
        for place, action in enumerate(actions):
            kind = kinds[min(place, len(kinds) - 1)]
            button = KeyButton(
                action.text,
                action.icon,
                action.key,
                kind=kind,
                size="small",
                cap_only=action.cap_only,
                parent=self,
            )
            button.setObjectName(f"feedback-{action.name}")
            button.clicked.connect(lambda _on=False, name=action.name: self.answered.emit(name))
            button.show()
            self._buttons.append(button)
        keep_tab_place(self, self._buttons)
        self._place()

    def _retranslate(self) -> None:
        if self._verdict is None:
            self.show_idle(self._idle)
        else:
            verdict = self._verdict
            self._rebuild(verdict.actions or self._usual_actions(verdict.state))

    def _place(self) -> None:
        """Lay the words out for the present size and put the buttons under them."""
        look = LOOKS[self._verdict.state.value if self._verdict else "idle"]
        name, detail = (self._verdict.name, self._verdict.detail) if self._verdict else ("", "")
        sizes = [button.sizeHint() for button in self._buttons]
        self._layout = lay_out(QRectF(self.rect()), look, (self._title(), name, detail), sizes)
        for button, box in zip(self._buttons, self._layout.buttons, strict=True):
            button.setGeometry(box.toAlignedRect())
        self.update()

    def _invert(self, inverted: bool) -> None:
        self._inverted = inverted
        self.update()
