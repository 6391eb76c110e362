"""Over the board: which week, whose, planning, and the rest in a menu; under it, what the marks mean."""

from __future__ import annotations

from datetime import date, timedelta

from PySide6.QtCore import QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QComboBox, QFrame, QHBoxLayout, QMenu, QSizePolicy, QWidget

from promoter_app.services.week.board import Board
from promoter_app.ui import theme
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.layouts import stack
from promoter_app.ui.kit.paint import LEFT, draw_text, fill_box, paint_stripes, text_width
from promoter_app.ui.kit.question import place_of
from promoter_app.ui.language import short_date


class WeekBar(QFrame):
    """Signals: `week_wanted` (-1, 1), `promoter_chosen`, `acted` (plan, plan_two, replan, copy, print, calendar)."""

    week_wanted = Signal(int)
    promoter_chosen = Signal()
    acted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.before = KeyButton("", "ph.caret-left-bold", size="small")
        self.week = Text("", "heading")
        self.after = KeyButton("", "ph.caret-right-bold", size="small")
        self.who = QComboBox()
        self.more = KeyButton("", "ph.dots-three-bold", size="small")
        self.plan_button = KeyButton("", "ph.magic-wand-bold", "P", kind="primary", size="small")
        self.legend = Legend()
        self._filling = False
        self._lay_out()
        self.before.clicked.connect(lambda: self.week_wanted.emit(-1))
        self.after.clicked.connect(lambda: self.week_wanted.emit(1))
        self.who.currentIndexChanged.connect(self._chosen)
        self.more.clicked.connect(self._open_menu)
        self.plan_button.clicked.connect(lambda: self.acted.emit("plan"))

    def _lay_out(self) -> None:
        first, second = QWidget(), QWidget()
        left, right = QHBoxLayout(first), QHBoxLayout(second)
        for row in (left, right):
            row.setContentsMargins(0, 0, 0, 0)
            row.setSpacing(12)
        left.addWidget(self.before)
        left.addWidget(self.week)
        left.addWidget(self.after)
        left.addStretch(1)
        right.addStretch(1)
        self.who.setMinimumHeight(48)
        self.who.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        right.addWidget(self.who)
        right.addWidget(self.more)
        right.addWidget(self.plan_button)
        self._rows = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._rows.setContentsMargins(20, 12, 20, 0)
        self._rows.setSpacing(10)
        self._rows.addWidget(first, 1)
        self._rows.addWidget(second)

    def arrange(self, *, tall: bool) -> None:
        """With large text the week stands over the buttons."""
        stack(self._rows, tall)

    def retranslate(self) -> None:
        """Put on every word again."""
        self.before.setAccessibleName(self.tr("Semana anterior"))
        self.after.setAccessibleName(self.tr("Semana siguiente"))
        self.who.setAccessibleName(self.tr("De quién es la semana"))
        self.more.setText(self.tr("Más"))
        self.legend.retranslate()

    def show_week(self, board: Board, role: str, own: bytes | None) -> None:
        """The days of the week, and whom one can choose."""
        first = date.fromisoformat(board.monday)
        last = first + timedelta(days=len(board.days) - 1)
        start = str(first.day) if first.month == last.month else short_date(first)
        self.week.setText(self.tr("{0} al {1}").format(start, short_date(last)))
        before = self.who.currentData()
        self._filling = True
        self.who.clear()
        if own is not None:
            self.who.addItem(self.tr("Mis cuadrillas"), "own")
        self.who.addItem(self.tr("Todas las cuadrillas"), "all")
        for id, name in board.promoters if role == "coordinator" else ():
            self.who.addItem(name, id)
        usual = "own" if role == "promoter" and own is not None else "all"
        place = place_of(self.who, before if before is not None else usual)
        self.who.setCurrentIndex(max(0, place))
        self._filling = False

    def chosen(self, *, own: bool) -> str | bytes:
        """"own", "all" or a promoter's id; before the board is read, by the role of who asks."""
        found = self.who.currentData()
        return found if isinstance(found, (str, bytes)) else "own" if own else "all"

    def show_state(self, running: bool, proposed: bool, some: bool) -> None:
        """Whether planning runs, whether something is proposed, whether there are crews."""
        self.plan_button.setText(self.tr("Planear otra vez") if proposed else self.tr("Planear la semana"))
        self.plan_button.set_kind("secondary" if proposed else "primary")
        reason = self.tr("planeando") if running else "" if some else self.tr("no hay cuadrillas")
        self.plan_button.set_reason(reason)

    def _chosen(self) -> None:
        if not self._filling:
            self.promoter_chosen.emit()

    def menu(self) -> QMenu:
        """The rest of what can be done with the week."""
        made = QMenu(self)
        for name, words in (
            ("replan", self.tr("Acomodar lo que cambió")),
            ("plan_two", self.tr("Planear dos semanas")),
            ("copy", self.tr("Copiar la semana anterior")),
            ("print", self.tr("Imprimir la semana")),
            ("calendar", self.tr("Guardar agenda .ics")),
        ):
            made.addAction(words).triggered.connect(lambda _on=False, n=name: self.acted.emit(n))
        return made

    def _open_menu(self) -> None:
        made = self.menu()
        made.exec(self.more.mapToGlobal(self.more.rect().bottomLeft()))
        made.deleteLater()


class Legend(QWidget):
    """What colours and icons of the board mean."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._parts: list[tuple[str, str, str]] = []
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def retranslate(self) -> None:
        """Put on every word again."""
        self._parts = [
            ("box", "cana", self.tr("Seguridad")),
            ("box", "azul", self.tr("Derechos")),
            ("box", "uva", self.tr("Delicados")),
            ("ph.magic-wand-bold", "ink", self.tr("propuesta")),
            ("ph.check-circle-fill", "cana", self.tr("hecha")),
            ("ph.hourglass-medium-bold", "ambar_d", self.tr("sin cerrar")),
            ("ph.warning-fill", "rojo", self.tr("con problema")),
            ("stripes", "hair", self.tr("cerrado")),
        ]
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(200, theme.px(28))

    def minimumSizeHint(self) -> QSize:
        return QSize(100, theme.px(28))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        face, side, left = theme.font("small"), theme.px(20), 4.0
        for kind, colour, words in self._parts:
            width = side + 8 + text_width(words, face) + 18
            if left + width > self.width():
                break
            mark = QRectF(left, (self.height() - side) / 2, side, side)
            self._mark(painter, mark, kind, colour)
            room = QRectF(left + side + 8, 0, width, self.height())
            draw_text(painter, room, words, face, theme.colour("ink"), LEFT)
            left += width
        painter.end()

    @staticmethod
    def _mark(painter: QPainter, box: QRectF, kind: str, colour: str) -> None:
        if kind == "box":
            fill_box(painter, box, 4, theme.colour("white"), theme.colour(colour), 2)
            painter.fillRect(QRectF(box.left(), box.top(), 7, box.height()), theme.colour(colour))
        elif kind == "stripes":
            paint_stripes(painter, box, theme.colour(colour), theme.colour("white"), 5)
        else:
            paint_icon(painter, box, kind, theme.colour(colour))
