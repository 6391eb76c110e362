"""CheckRow: one line of a list to tick off ("Qué llevar"), with room for a button at its end."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from promoter_app.ui import theme, tokens
from promoter_app.ui.kit import keys as key_names
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.paint import LEFT, draw_wrapped, fill_box, wrapped_height


class CheckRow(QAbstractButton):
    """A tick box with words; the whole row is the target. Use `toggled`.

    It is something to be done, listo or falta; with `is_choice` something that is on or off.
    """

    def __init__(self, text: str, parent: QWidget | None = None, *, is_choice: bool = False) -> None:
        super().__init__(parent)
        self._is_choice = is_choice
        self.setCheckable(True)
        self.setText(text)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        self.toggled.connect(self._describe)
        self._describe()

    def setText(self, text: str) -> None:  # noqa: N802 - Qt's name
        super().setText(text)
        self._describe()

    def event(self, event: QEvent) -> bool:
        return key_names.enter_clicks(self, event) or super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()
        elif event.type() == QEvent.Type.LanguageChange:
            self._describe()

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = width - self._left()
        return max(tokens.TARGET, round(wrapped_height(self.text(), theme.font("body"), room)) + 12)

    def sizeHint(self) -> QSize:
        return QSize(260, self.heightForWidth(max(260, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(160), tokens.TARGET)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        side = theme.px(30)
        box = QRectF(0, (self.height() - side) / 2, side, side)
        on = self.isChecked()
        ground, border = ("cana", "cana") if on else ("white", "line")
        if not self.isEnabled():
            ground, border = "off", "off_line"
        fill_box(painter, box, 7, theme.colour(ground), theme.colour(border), tokens.BORDER)
        if on:
            colour = theme.colour("on_cana" if self.isEnabled() else "on_off")
            paint_icon(painter, box.adjusted(5, 5, -5, -5), "ph.check-bold", colour)
        room = QRectF(self._left(), 0, self.width() - self._left(), self.height())
        colour = theme.colour("ink" if self.isEnabled() else "on_off")
        draw_wrapped(painter, room, self.text(), theme.font("body"), colour, LEFT)
        painter.end()

    def _left(self) -> int:
        return theme.px(30) + 12

    def _describe(self) -> None:
        if self._is_choice:
            state = self.tr("sí") if self.isChecked() else self.tr("no")
        else:
            state = self.tr("listo") if self.isChecked() else self.tr("falta")
        self.setAccessibleName(f"{self.text()}, {state}")
