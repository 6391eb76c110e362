"""Work that takes time: Bar (a share of a whole) and ProgressPanel (bar, words, count, cancel)."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from promoter_app.ui import theme
from promoter_app.ui.kit.announcing import announce
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.kit.paint import fill_box, rounded_path

_APPEAR_MS, _CANCEL_MS = 300, 5000


class Bar(QWidget):
    """A share (0..1) of a whole, 14 px high, with an optional tick where a plan says it should be."""

    def __init__(self, colour: str = "cana", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._colour, self._share, self._tick = colour, 0.0, -1.0
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def set_share(self, share: float, words: str = "", *, tick: float = -1.0) -> None:
        """Fill `share` of the bar; `words` say it aloud; `tick` (0..1) marks a place, below 0 none."""
        self._share, self._tick = max(0.0, min(1.0, share)), tick
        self.setAccessibleName(words)
        self.update()

    def share(self) -> float:
        """The filled share."""
        return self._share

    def sizeHint(self) -> QSize:
        return QSize(120, 14 if self._tick < 0 else 22)

    def minimumSizeHint(self) -> QSize:
        return QSize(40, self.sizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        bar = QRectF(0, (self.height() - 14) / 2, self.width(), 14)
        fill_box(painter, bar, 7, theme.colour("trough"))
        painter.save()
        painter.setClipPath(rounded_path(bar, 7))
        full = QRectF(bar.left(), bar.top(), bar.width() * self._share, bar.height())
        fill_box(painter, full, 7 if self._share < 1 else 0, theme.colour(self._colour))
        painter.restore()
        if self._tick >= 0:
            left = self._tick * bar.width()
            painter.fillRect(QRectF(left - 4, 0, 8, self.height()), theme.colour("white"))
            painter.fillRect(QRectF(left - 2, 0, 4, self.height()), theme.colour("ink"))
        painter.end()


class ProgressPanel(QFrame):
    """Shows nothing for 300 ms, then a bar with words and count, after 5 s also "Cancelar".

    `cancelled` is sent once per piece of work.
    """

    cancelled = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setProperty("card", "true")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(18, 14, 18, 14)
        row = QHBoxLayout()
        self.words = Text("", "strong", wrap=True)
        self.count = Text("", "small", "ink2")
        row.addWidget(self.words, 1)
        row.addWidget(self.count)
        outer.addLayout(row)
        below = QHBoxLayout()
        self.bar = Bar()
        self.cancel = KeyButton(self.tr("Cancelar"), "ph.x-bold", size="small")
        self.cancel.clicked.connect(self._cancel)
        below.addWidget(self.bar, 1)
        below.addWidget(self.cancel)
        outer.addLayout(below)
        self._appear = _one_shot(self, _APPEAR_MS, self._show)
        self._offer = _one_shot(self, _CANCEL_MS, lambda: self.cancel.show())
        self.cancel.hide()
        self.hide()

    def begin(self, words: str, *, cancel_word: str = "", at_once: bool = False) -> None:
        """Work has begun: words for it; `cancel_word` replaces "Cancelar" and shows from the start."""
        self.words.setText(words)
        self.count.setText("")
        self.bar.set_share(0.0, words)
        self.cancel.setText(cancel_word or self.tr("Cancelar"))
        self.cancel.set_reason("")
        self.cancel.setVisible(bool(cancel_word))
        self._offer.start()
        if at_once:
            self._show()
        else:
            self._appear.start()

    def advance(self, done: int, total: int, words: str = "") -> None:
        """`done` of `total` pieces; 0 total means that nobody knows."""
        if words:
            self.words.setText(words)
        counted = self.tr("{done} de {total}").format(done=f"{done:,}", total=f"{total:,}") if total else ""
        self.count.setText(counted)
        spoken = ", ".join(part for part in (self.words.text(), counted) if part)
        self.bar.set_share(done / total if total else 0.0, spoken)

    def end(self) -> None:
        """Work is over."""
        self._appear.stop()
        self._offer.stop()
        self.hide()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "cancel"):
            self.cancel.setText(self.tr("Cancelar"))

    def _show(self) -> None:
        self._appear.stop()
        self.show()
        announce(self, self.words.text())

    def _cancel(self) -> None:
        self.cancel.set_reason(self.tr("deteniendo"))
        self.cancelled.emit()


def _one_shot(owner: QWidget, wait_ms: int, then: object) -> QTimer:
    timer = QTimer(owner)
    timer.setSingleShot(True)
    timer.setInterval(wait_ms)
    timer.timeout.connect(then)
    return timer
