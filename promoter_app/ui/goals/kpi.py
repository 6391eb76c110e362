"""The figures on top: a card each with actual, target, a tick where the plan says today, and the status in words."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QWidget

from promoter_app.domain.indicators.pace import Pace
from promoter_app.ui import theme, tokens
from promoter_app.ui.goals.words import PACE_LOOKS, amount, pace_words
from promoter_app.ui.kit import keys as key_names
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.paint import (
    LEFT,
    RIGHT,
    draw_text,
    draw_wrapped,
    fill_box,
    rounded_path,
    text_width,
    wrapped_height,
)
from promoter_app.ui.kit.tab_place import keep_tab_place
from promoter_app.ui.stylesheet import tag_colours

_PAD, _BAR = 14, 14
_TOP = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)


@dataclass(frozen=True)
class Kpi:
    """A figure. `due` is what the plan asks for today; shares are whole percents."""

    code: str
    title: str
    actual: float | None
    target: float | None
    due: float | None
    pace: Pace
    share: bool = False
    people: int | None = None
    main: bool = True
    """Whether it is an indicator with a target of its own; else it is told beside one."""


class KpiCard(QAbstractButton):
    """One figure; pressing it opens the rows behind it."""

    def __init__(self, kpi: Kpi, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.kpi = kpi
        self.setCheckable(True)
        self.setAutoExclusive(False)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.toggled.connect(self._describe)
        self._describe()

    def sizeHint(self) -> QSize:
        return QSize(theme.px(150), 8 + theme.px(46) + theme.px(44) + _BAR + 12 + theme.px(30) + 12)

    def minimumSizeHint(self) -> QSize:
        return QSize(theme.px(120), self.sizeHint().height())

    def event(self, event: QEvent) -> bool:
        return key_names.enter_clicks(self, event) or super().event(event)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() in (QEvent.Type.StyleChange, QEvent.Type.LanguageChange) and hasattr(self, "kpi"):
            self._describe()
            self.updateGeometry()

    def of_what(self) -> str:
        """What stands beside the number: its target, or of whom it is a share."""
        kpi = self.kpi
        if kpi.share:
            return self.tr("de %n personas", "", kpi.people or 0)
        if kpi.target is None:
            return ""
        over = (kpi.actual or 0) > kpi.target > 0
        words = self.tr("de {0}").format(amount(kpi.target))
        return f"{words} · {amount(100 * (kpi.actual or 0) / kpi.target, share=True)}" if over else words

    def beside(self, room: float) -> str:
        """The same in so many pixels: rather less of it than cut."""
        whole = self.of_what()
        if text_width(whole, theme.font("sub")) <= room:
            return whole
        return self.tr("de {0}").format(amount(self.kpi.people if self.kpi.share else self.kpi.target))

    def status(self) -> str:
        """The word of the tag."""
        return pace_words(self.kpi.pace) if self.kpi.main else self.tr("Dato aparte")

    def asked(self) -> str:
        """What the plan asks for, beside its tick."""
        kpi = self.kpi
        if kpi.target is None or kpi.due is None:
            return ""
        if kpi.share:
            return self.tr("meta {0}").format(amount(kpi.target, share=True))
        return self.tr("toca {0}").format(amount(kpi.due))

    def _describe(self) -> None:
        kpi = self.kpi
        said = [f"{kpi.title}: {amount(kpi.actual, share=kpi.share)}", self.of_what(), self.status()]
        said += [self.asked(), self.tr("elegida") if self.isChecked() else ""]
        self.setAccessibleName(", ".join(part for part in said if part))
        self.setAccessibleDescription(self.tr("Enter abre las filas detrás del número"))
        self.setToolTip(kpi.title)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        chosen = self.isChecked()
        edge = theme.colour("cana" if chosen else "line" if self.underMouse() else "hair")
        box = QRectF(self.rect())
        fill_box(painter, box, tokens.RADIUS_CARD, theme.colour("white"), edge, 3 if chosen else 2)
        width = self.width() - 2 * _PAD
        self._paint_words(painter, width)
        bottom = self.height() - 12 - theme.px(30)
        self._paint_bar(painter, QRectF(_PAD, bottom - 10 - _BAR, width, _BAR))
        self._paint_status(painter, QRectF(_PAD, bottom, width, theme.px(30)))
        painter.end()

    def _paint_words(self, painter: QPainter, width: float) -> None:
        face = theme.font("small-strong")
        high = theme.px(44)
        need = wrapped_height(self.kpi.title, face, width)
        if need > high:
            face = theme.font("rail")
        draw_wrapped(painter, QRectF(_PAD, 9, width, high), self.kpi.title, face, theme.colour("ink"), _TOP)
        big, small = theme.font("kpi"), theme.font("sub")
        row = QRectF(_PAD, 8 + high, width, theme.px(46))
        words = amount(self.kpi.actual, share=self.kpi.share)
        draw_text(painter, row, words, big, theme.colour("ink"), LEFT)
        left = text_width(words, big) + 10
        draw_text(painter, row.adjusted(left, 6, 0, 6), self.beside(width - left), small, theme.colour("ink2"), LEFT)

    def _paint_bar(self, painter: QPainter, bar: QRectF) -> None:
        kpi = self.kpi
        fill_box(painter, bar, _BAR / 2, theme.colour("trough"))
        full = 100.0 if kpi.share else kpi.target or 0.0
        if full <= 0:
            return
        painter.save()
        painter.setClipPath(rounded_path(bar, _BAR / 2))
        part = bar.width() * max(0.0, min(1.0, (kpi.actual or 0) / full))
        painter.fillRect(QRectF(bar.left(), bar.top(), part, _BAR), theme.colour(PACE_LOOKS[kpi.pace][2]))
        painter.restore()
        if kpi.due is not None:
            at = bar.left() + bar.width() * min(1.0, kpi.due / full)
            at = max(bar.left() + 2, min(at, bar.right() - 2))
            painter.fillRect(QRectF(at - 4, bar.top() - 4, 8, _BAR + 8), theme.colour("white"))
            painter.fillRect(QRectF(at - 2, bar.top() - 4, 4, _BAR + 8), theme.colour("ink"))

    def _paint_status(self, painter: QPainter, row: QRectF) -> None:
        tone, icon, _bar = PACE_LOOKS[self.kpi.pace]
        ground, ink = tag_colours(tone)
        face, words, side = theme.font("small-strong"), self.status(), theme.px(20)
        tag = QRectF(row.left(), row.top(), text_width(words, face) + side + 24, row.height())
        fill_box(painter, tag, tokens.RADIUS_TAG, theme.colour(ground))
        place = QRectF(tag.left() + 8, tag.center().y() - side / 2, side, side)
        paint_icon(painter, place, icon, theme.colour(ink))
        draw_text(painter, tag.adjusted(side + 14, 0, -4, 0), words, face, theme.colour(ink), LEFT)
        asked = self.asked()
        if not asked:
            return
        small = theme.font("small")
        if text_width(asked, small) + 14 > row.right() - tag.right() - 8:
            asked = amount(self.kpi.due, share=self.kpi.share)
        need = text_width(asked, small) + 14
        draw_text(painter, row, asked, small, theme.colour("ink2"), RIGHT)
        mark = QRectF(row.right() - need, row.center().y() - 9, 5, 18)
        painter.fillRect(mark, theme.colour("ink"))


class KpiStrip(QWidget):
    """As many cards as fit; arrows go on to the next ones. `pressed` carries the code of a card."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._kpis: tuple[Kpi, ...] = ()
        self._code, self._first, self._seen = "", 0, 4
        self._cards: list[KpiCard] = []
        self.back = KeyButton("", "ph.caret-left-bold", size="office")
        self.on = KeyButton("", "ph.caret-right-bold", size="office")
        self._row = QHBoxLayout(self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(12)
        self._row.addWidget(self.back)
        self._row.addWidget(self.on)
        self.back.clicked.connect(lambda: self.turn(-1))
        self.on.clicked.connect(lambda: self.turn(1))
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.back.setAccessibleName(self.tr("Cifras anteriores"))
        self.on.setAccessibleName(self.tr("Cifras siguientes"))

    def show_kpis(self, kpis: Sequence[Kpi], code: str) -> None:
        """Show these; the one with `code` is chosen and in sight."""
        self._kpis, self._code = tuple(kpis), code
        self._bring_in_sight()
        self._fill()

    def set_seen(self, seen: int) -> None:
        """So many cards beside each other."""
        if seen != self._seen:
            self._seen = seen
            self._bring_in_sight()
            self._fill()

    def card(self, code: str) -> KpiCard:
        """The card of a figure in sight (StopIteration when it is not)."""
        return next(card for card in self._cards if card.kpi.code == code)

    def cards(self) -> list[KpiCard]:
        """The cards in sight."""
        return list(self._cards)

    def focused_code(self) -> str:
        """The code of the card that has the focus, or ""."""
        return next((card.kpi.code for card in self._cards if card.hasFocus()), "")

    def turn(self, step: int) -> None:
        """The next or the previous cards."""
        last = max(0, len(self._kpis) - self._seen)
        self._first = max(0, min(self._first + step * self._seen, last))
        self._fill()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        step = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}.get(Qt.Key(event.key()))
        here = next((at for at, card in enumerate(self._cards) if card.hasFocus()), None)
        if step is None or here is None:
            super().keyPressEvent(event)
            return
        there = self._first + here + step
        if not 0 <= there < len(self._kpis):
            return
        if not self._first <= there < self._first + self._seen:
            self._first = max(0, min(there, len(self._kpis) - self._seen))
            self._fill()
        self._cards[there - self._first].setFocus(Qt.FocusReason.TabFocusReason)

    def eventFilter(self, _watched: object, event: QEvent) -> bool:
        """The arrows of a focused card belong to the strip."""
        if event.type() != QEvent.Type.KeyPress or not isinstance(event, QKeyEvent):
            return False
        if event.key() not in (Qt.Key.Key_Left, Qt.Key.Key_Right):
            return False
        self.keyPressEvent(event)
        return True

    def _bring_in_sight(self) -> None:
        at = next((place for place, kpi in enumerate(self._kpis) if kpi.code == self._code), 0)
        if not self._first <= at < self._first + self._seen:
            self._first = at // self._seen * self._seen
        self._first = max(0, min(self._first, len(self._kpis) - self._seen))

    def _fill(self) -> None:
        focused = self.focused_code()
        for card in self._cards:
            self._row.removeWidget(card)
            card.hide()
            card.setParent(None)
            card.deleteLater()
        self._cards = [KpiCard(kpi, self) for kpi in self._kpis[self._first : self._first + self._seen]]
        for place, card in enumerate(self._cards, start=1):
            card.setChecked(card.kpi.code == self._code)
            card.clicked.connect(lambda _on=False, code=card.kpi.code: self._press(code))
            card.installEventFilter(self)
            self._row.insertWidget(place, card, 1)
            card.show()
        self.back.set_reason("" if self._first > 0 else self.tr("no hay antes"))
        more = self._first + self._seen < len(self._kpis)
        self.on.set_reason("" if more else self.tr("no hay más"))
        keep_tab_place(self, [self.back, *self._cards, self.on])
        if focused and any(card.kpi.code == focused for card in self._cards):
            self.card(focused).setFocus(Qt.FocusReason.OtherFocusReason)

    def _press(self, code: str) -> None:
        self._code = code
        for card in self._cards:
            card.setChecked(card.kpi.code == code)
        self.pressed.emit(code)
