"""Beside a cue card: the time on it, the recordings by language, what to have at hand."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeySequence, QPainter, QPaintEvent, QShortcut
from PySide6.QtWidgets import QAbstractButton, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.services.sessions.teaching import SpokenLanguage
from promoter_app.ui import theme
from promoter_app.ui.kit import Card, IconLabel, KeyButton, RingTimer, Rule, Text
from promoter_app.ui.kit import keys as key_names
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.paint import (
    LEFT,
    RIGHT,
    cap_size,
    draw_text,
    draw_wrapped,
    fill_box,
    paint_cap,
    text_width,
    wrapped_height,
)

KEYS = ("1", "2", "3")
_DISC, _GAP, _PAD = 60, 14, 6


class CardTime(Card):
    """The ring of one card and its pause."""

    def __init__(self, now: Callable[[], float], parent: QWidget | None = None) -> None:
        super().__init__(padding=12, parent=parent)
        self.ring = RingTimer(now)
        self.label = Text("", "small-strong", "ink2")
        self.pace = Text("", "heading", wrap=True)
        self.pause = KeyButton("", "ph.pause-fill", "P", size="small")
        self._limit = 0.0
        words = QVBoxLayout()
        words.setSpacing(4)
        words.addStretch(1)
        for part in (self.label, self.pace, self.pause):
            words.addWidget(part)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setSpacing(16)
        row.addWidget(self.ring)
        row.addLayout(words, 1)
        self.body.addLayout(row)
        self._timer = QTimer(self)
        self._timer.setInterval(1000)
        self._timer.timeout.connect(self.say_pace)
        self.pause.clicked.connect(self.toggle)
        self.retranslate()

    def start(self, minutes: int) -> None:
        """A new card that should take `minutes`."""
        self._limit = minutes * 60.0
        self.ring.start(self._limit)
        self._timer.start()
        self.retranslate()

    def toggle(self) -> None:
        """P: pause or go on."""
        if self.ring.is_running():
            self.ring.pause()
        else:
            self.ring.resume()
        self.retranslate()

    def stop(self) -> None:
        """Off screen: no time passes."""
        self.ring.pause()
        self._timer.stop()

    def say_pace(self) -> None:
        """Said once a second: whether the card takes longer than planned."""
        if not self.ring.is_running():
            words = self.tr("En pausa")
        elif self.ring.spent() <= self._limit:
            words = self.tr("Vas a buen paso")
        else:
            words = self.tr("Ya toca la siguiente")
        if words != self.pace.text():
            self.pace.setText(words)

    def retranslate(self) -> None:
        """Every word again."""
        self.label.setText(self.tr("Esta ficha"))
        running = self.ring.is_running()
        self.pause.setText(self.tr("Pausa") if running else self.tr("Continuar"))
        self.pause.set_icon("ph.pause-fill" if running else "ph.play-fill")
        self.say_pace()


class LanguageRow(QAbstractButton):
    """One language: play or pause, how many people, how far it is or what is missing. The whole row is the target."""

    def __init__(self, spoken: SpokenLanguage, key: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.spoken, self._key = spoken, key
        self._state, self._on, self._share = "", False, 0.0
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Minimum)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)
        shortcut = QShortcut(QKeySequence(key), self)
        shortcut.setAutoRepeat(False)
        shortcut.activated.connect(self.click)
        self.setAccessibleDescription(key_names.described((key,)))

    def show_state(self, name: str, people: str, state: str, *, playing: bool, share: float) -> None:
        """Name, "5 personas", one line of state; `share` (0..1) of what plays."""
        self.setText(name)
        self._people, self._state, self._on, self._share = people, state, playing, share
        self.setAccessibleName(", ".join(part.rstrip(".") for part in (name, people, state) if part))
        self.updateGeometry()
        self.update()

    def event(self, event: QEvent) -> bool:
        return key_names.enter_clicks(self, event) or super().event(event)

    def hasHeightForWidth(self) -> bool:
        return True

    def heightForWidth(self, width: int) -> int:
        room = width - self._left() - self._cap() - 12
        state = wrapped_height(self._state, theme.font("small"), room)
        head = theme.px(26) + (theme.px(22) if self._breaks(width) else 0)
        return round(max(_DISC, head + state + (16 if self._on else 0)) + 2 * _PAD)

    def sizeHint(self) -> QSize:
        return QSize(300, self.heightForWidth(max(300, self.width())))

    def minimumSizeHint(self) -> QSize:
        return QSize(240, self.heightForWidth(max(240, self.width())))

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        middle = self.height() / 2
        disc = QRectF(0, middle - _DISC / 2, _DISC, _DISC)
        ground, ink = ("cana", "on_cana") if self._on else ("white", "cana")
        if self.spoken.recording is None:
            ground, ink = "paper", "ink2"
        fill_box(painter, disc, _DISC / 2, theme.colour(ground), theme.colour(ink if ink != "on_cana" else "cana"), 2)
        icon = "ph.pause-fill" if self._on else "ph.play-fill"
        if self.spoken.recording is None:
            icon = "ph.megaphone-bold" if self.spoken.code == SPANISH else "ph.speaker-slash-bold"
        paint_icon(painter, disc.adjusted(16, 16, -16, -16), icon, theme.colour(ink))
        self._paint_words(painter)
        painter.end()

    def _paint_words(self, painter: QPainter) -> None:
        left, width = self._left(), self.width()
        top = (self.height() - self.heightForWidth(width)) / 2 + _PAD
        line = QRectF(left, top, width - left, theme.px(24))
        draw_text(painter, line, self.text(), theme.font("bold"), theme.colour("ink"), LEFT)
        if self._breaks(width):
            line = line.translated(0, theme.px(22))
            draw_text(painter, line, self._people, theme.font("small-strong"), theme.colour("ink2"), LEFT)
        else:
            draw_text(painter, line, self._people, theme.font("small-strong"), theme.colour("ink2"), RIGHT)
        below = line.bottom() + 2
        if self._on:
            bar = QRectF(left, below + 3, width - left, 10)
            fill_box(painter, bar, 5, theme.colour("trough"))
            fill_box(painter, QRectF(bar.left(), bar.top(), bar.width() * self._share, 10), 5, theme.colour("cana"))
            below += 16
        cap = cap_size(self._key)
        room = QRectF(left, below, width - left - self._cap() - 12, self.height() - below)
        flags = int(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignTop)
        draw_wrapped(painter, room, self._state, theme.font("small"), theme.colour("ink2"), flags)
        place = QRectF(width - cap.width(), min(below, self.height() - cap.height() - 2), cap.width(), cap.height())
        paint_cap(painter, place, self._key, theme.colour("ink"))

    def _breaks(self, width: int) -> bool:
        """Whether the name and the number of people need a line each."""
        words = text_width(self.text(), theme.font("bold")) + text_width(self._people, theme.font("small-strong"))
        return words + 16 > width - self._left()

    def _left(self) -> float:
        return _DISC + _GAP

    def _cap(self) -> float:
        return cap_size(self._key).width()


class LanguageList(Card):
    """The recordings, most people first; `asked` carries the place (0 based) of a language."""

    asked = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("-", padding=14, parent=parent)
        self.head.insertWidget(0, IconLabel("ph.speaker-high-bold", "ink", 26))
        self.rows: list[LanguageRow] = []
        self._rules: list[Rule] = []
        self.nobody = Text("", "body", "ink2", wrap=True)
        self.body.setSpacing(0)
        self.body.setContentsMargins(16, 0, 16, 0)
        self.body.addWidget(self.nobody)
        self.body.addStretch(1)
        self.retranslate()

    def set_languages(self, languages: tuple[SpokenLanguage, ...]) -> None:
        """Offer these (the first three)."""
        for old in (*self.rows, *self._rules):
            self.body.removeWidget(old)
            old.hide()
            old.setParent(None)
            old.deleteLater()
        self.rows, self._rules = [], []
        for at, (spoken, key) in enumerate(zip(languages, KEYS, strict=False)):
            if at:
                self._rules.append(Rule())
                self.body.insertWidget(self.body.count() - 1, self._rules[-1])
            row = LanguageRow(spoken, key)
            row.clicked.connect(lambda _on=False, place=at: self.asked.emit(place))
            self.rows.append(row)
            self.body.insertWidget(self.body.count() - 1, row)
        self.nobody.setVisible(not self.rows)

    def retranslate(self) -> None:
        """Every word again."""
        self.set_heading(self.tr("Audio en su lengua"))
        self.nobody.setText(self.tr("Todavía no hay nadie en la lista."))
