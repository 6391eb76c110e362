"""The path of a crew through the topics: PathDots (a small row to look at) and PathView (a control per topic)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from PySide6.QtCore import QCoreApplication, QEvent, QPointF, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPen, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit import keys as key_names
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.paint import CENTRE, draw_text, draw_wrapped, fill_box, paint_disc, smooth, text_width
from promoter_app.ui.kit.tab_place import keep_tab_place

DONE, CURRENT, OPEN, LOCKED, UNLOCKED = "done", "current", "open", "locked", "unlocked"
"""States of a node: unlocked is a lock that a coordinator opened early."""

_TOP = int(Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True)
class PathNode:
    """A topic on the path. `zone` is safety, rights or sensitive; `when` marks its date ("mié 12:00");
    `reason` says why it is locked ("faltan 3 personas")."""

    number: int
    name: str
    state: str
    icon: str = ""
    count: str = ""
    when: str = ""
    reason: str = ""
    zone: str = "safety"


def spoken(node: PathNode) -> str:
    """ "Tema 6, Buen trato, con candado, faltan 3 personas"."""
    states = {
        DONE: QCoreApplication.translate("path", "hecho"),
        CURRENT: QCoreApplication.translate("path", "sigue ahora"),
        OPEN: QCoreApplication.translate("path", "abierto"),
        LOCKED: QCoreApplication.translate("path", "con candado"),
        UNLOCKED: QCoreApplication.translate("path", "abierto por la coordinación"),
    }
    topic = QCoreApplication.translate("path", "Tema {number}").format(number=node.number)
    parts = (topic, node.name, states[node.state], node.reason, node.count, node.when)
    return ", ".join(part for part in parts if part)


class PathDots(QWidget):
    """A row of small discs: tick, number on amber for the current one, number, lock. Only to look at."""

    def __init__(self, nodes: Sequence[PathNode] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._nodes: tuple[PathNode, ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.set_nodes(nodes)

    def set_nodes(self, nodes: Sequence[PathNode]) -> None:
        """Show these topics."""
        self._nodes = tuple(nodes)
        self.setAccessibleName(". ".join(spoken(node) for node in nodes))
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(round(self._pitch() * max(1, len(self._nodes))), theme.px(36))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(33) * max(1, len(self._nodes)), theme.px(36))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        elif event.type() == QEvent.Type.LanguageChange and hasattr(self, "_nodes"):
            self.set_nodes(self._nodes)

    def paintEvent(self, _event: QPaintEvent) -> None:
        if not self._nodes:
            return
        painter = QPainter(self)
        smooth(painter)
        pitch = min(self._pitch(), self.width() / len(self._nodes))
        radius = theme.px(30) / 2
        centres = [
            QPointF(radius + 3 + place * pitch, self.height() / 2) for place in range(len(self._nodes))
        ]
        for place, (one, other) in enumerate(pairwise(centres)):
            done = self._nodes[place].state == DONE
            painter.setPen(QPen(theme.colour("cana" if done else "off_line"), 4))
            painter.drawLine(one, other)
        for node, centre in zip(self._nodes, centres, strict=True):
            _paint_dot(painter, node, centre, radius)
        painter.end()

    def _pitch(self) -> float:
        return float(theme.px(40))


def _paint_dot(painter: QPainter, node: PathNode, centre: QPointF, radius: float) -> None:
    ground, border, ink = {
        DONE: ("cana", "cana", "on_cana"),
        CURRENT: ("ambar", "ink", "on_ambar"),
        OPEN: ("white", "line", "ink"),
        LOCKED: ("off", "off_line", "on_off"),
        UNLOCKED: ("white", "uva", "uva"),
    }[node.state]
    if node.state == CURRENT:
        radius += 2
    width = 3 if node.state == CURRENT else 2
    paint_disc(painter, centre, radius, theme.colour(ground), theme.colour(border), width)
    box = QRectF(centre.x() - radius, centre.y() - radius, 2 * radius, 2 * radius)
    inner = box.adjusted(radius * 0.45, radius * 0.45, -radius * 0.45, -radius * 0.45)
    if node.state == DONE:
        paint_icon(painter, inner, "ph.check-bold", theme.colour(ink))
    elif node.state == LOCKED:
        paint_icon(painter, inner, "mdi6.lock", theme.colour(ink))
    else:
        draw_text(painter, box, str(node.number), theme.font("small-strong"), theme.colour(ink), CENTRE)


class PathButton(QAbstractButton):
    """One topic: a disc with its icon, a badge (tick or lock), its name (in one line or two) and count."""

    def __init__(self, node: PathNode, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.node = node
        self._lines = 1
        self.setText(f"{node.number}\N{NO-BREAK SPACE}{node.name}")
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(spoken(node))
        self.setToolTip(node.reason)

    def centre(self) -> QPointF:
        """The middle of the disc, in the button's own pixels."""
        return QPointF(self.width() / 2, self.radius() + 8)

    def radius(self) -> float:
        """Radius of the disc."""
        return min(38.0, max(24.0, self.width() / 2 - 10))

    def set_lines(self, lines: int) -> None:
        """Write the name in one line, or in two where the path is narrow."""
        self._lines = lines
        self.updateGeometry()
        self.update()

    def line_width(self) -> int:
        """The width that the name needs in one line, in pixels."""
        return max(72, round(self._need(self.text())))

    def sizeHint(self) -> QSize:
        return QSize(max(96, self.line_width()), round(76 + 16 + theme.px(24) * self._lines + theme.px(28)))

    def minimumSizeHint(self) -> QSize:
        return QSize(max(72, round(self._narrowest())), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        return key_names.enter_clicks(self, event) or super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        elif event.type() == QEvent.Type.LanguageChange and hasattr(self, "node"):
            self.setAccessibleName(spoken(self.node))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        self._paint_disc(painter)
        top = self.centre().y() + self.radius() + 6
        line = QRectF(0, top, self.width(), theme.px(24) * self._lines)
        write = draw_text if self._lines == 1 else draw_wrapped
        write(painter, line, self.text(), theme.font("small-strong"), theme.colour("ink"), _TOP)
        below = QRectF(0, line.bottom(), self.width(), theme.px(26))
        if self.node.when:
            face = theme.font("small-strong")
            wide = min(self.width(), text_width(self.node.when, face) + 16)
            tag = QRectF((self.width() - wide) / 2, below.top(), wide, theme.px(24))
            fill_box(painter, tag, 6, theme.colour("ambar"))
            draw_text(painter, tag, self.node.when, face, theme.colour("on_ambar"), CENTRE)
        else:
            draw_text(painter, below, self.node.count, theme.font("small"), theme.colour("ink2"), CENTRE)
        painter.end()

    def _paint_disc(self, painter: QPainter) -> None:
        state, radius, centre = self.node.state, self.radius(), self.centre()
        delicate = "uva" if self.node.zone == "sensitive" else "line"
        ground, border, ink = {
            DONE: ("cana", "cana", "on_cana"),
            CURRENT: ("ambar", "ink", "on_ambar"),
            OPEN: ("white", "cana", "cana"),
            LOCKED: ("off", delicate, "uva" if delicate == "uva" else "on_off"),
            UNLOCKED: ("white", "uva", "uva"),
        }[state]
        paint_disc(painter, centre, radius, theme.colour(ground), theme.colour(border), 3)
        side = radius * 1.05
        box = QRectF(centre.x() - side / 2, centre.y() - side / 2, side, side)
        if self.node.icon:
            paint_icon(painter, box, self.node.icon, theme.colour(ink))
        else:
            draw_text(painter, box, str(self.node.number), theme.font("heading"), theme.colour(ink), CENTRE)
        badge = {DONE: "ph.check-bold", LOCKED: "mdi6.lock", UNLOCKED: "mdi6.lock-open-variant"}.get(state)
        if badge:
            self._paint_badge(painter, badge, locked=state != DONE)

    def _paint_badge(self, painter: QPainter, name: str, *, locked: bool) -> None:
        radius, centre = self.radius(), self.centre()
        place = QPointF(centre.x() + radius * 0.76, centre.y() - radius * 0.66)
        ground, border, ink = ("uva", "white", "on_deep") if locked else ("white", "cana", "cana")
        paint_disc(painter, place, 15, theme.colour(ground), theme.colour(border))
        box = QRectF(place.x() - 8, place.y() - 8, 16, 16)
        paint_icon(painter, box, name, theme.colour(ink))

    def _narrowest(self) -> float:
        """The width in which the name takes two lines at most."""
        words = self.text().split(" ")
        halves = ((" ".join(words[:at]), " ".join(words[at:])) for at in range(1, len(words)))
        return min((max(map(self._need, pair)) for pair in halves), default=self._need(self.text()))

    @staticmethod
    def _need(words: str) -> float:
        return text_width(words, theme.font("small-strong")) + 4


class PathView(QWidget):
    """The topics as controls on a line; `chosen` carries the number of the topic. Arrows move."""

    chosen = Signal(int)

    def __init__(self, nodes: Sequence[PathNode] = (), parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._buttons: list[PathButton] = []
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(0)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Camino de temas"))
        self.set_nodes(nodes)

    def set_nodes(self, nodes: Sequence[PathNode]) -> None:
        """Show these topics, in order."""
        for button in self._buttons:
            self._row.removeWidget(button)
            button.hide()
            button.setParent(None)
            button.deleteLater()
        self._buttons = []
        for node in nodes:
            button = PathButton(node, self)
            button.clicked.connect(lambda _on=False, n=node.number: self.chosen.emit(n))
            self._row.addWidget(button, 1)
            self._buttons.append(button)
            button.show()
        keep_tab_place(self, self._buttons)
        self._break_names()
        self.update()

    def button(self, number: int) -> PathButton:
        """The control of a topic (StopIteration when it is not shown)."""
        return next(each for each in self._buttons if each.node.number == number)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        here = next((i for i, each in enumerate(self._buttons) if each.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        there = max(0, min(here + step, len(self._buttons) - 1))
        self._buttons[there].setFocus(Qt.FocusReason.TabFocusReason)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._break_names()
        self.update()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange:
            self.setAccessibleName(self.tr("Camino de temas"))
        elif event.type() == QEvent.Type.StyleChange and hasattr(self, "_buttons"):
            self._break_names()

    def _break_names(self) -> None:
        """Two lines for all names as soon as one of equal places is too narrow for its name."""
        place = self.width() / max(1, len(self._buttons))
        lines = 2 if any(button.line_width() > place for button in self._buttons) else 1
        for button in self._buttons:
            button.set_lines(lines)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        for one, other in pairwise(self._buttons):
            reached = one.node.state == DONE and other.node.state in (DONE, CURRENT)
            pen = QPen(theme.colour("cana" if reached else "line"), 7 if reached else 4)
            if not reached:
                pen.setDashPattern([1.5, 2.0])
            painter.setPen(pen)
            start, end = one.mapToParent(one.centre().toPoint()), other.mapToParent(other.centre().toPoint())
            gap = one.radius() + (tokens.RING if reached else 8)
            painter.drawLine(QPointF(start.x() + gap, start.y()), QPointF(end.x() - other.radius() - 2, end.y()))
        painter.end()
