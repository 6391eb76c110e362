"""The doubtful marks one by one: the crop, whose it is, why it is asked, yes, no or later."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from promoter_app.domain.cards import card_label
from promoter_app.services.sheets.reading import Asked
from promoter_app.ui import theme
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Chip, Text
from promoter_app.ui.kit.layouts import clear, stack
from promoter_app.ui.kit.paint import fill_box

Place = tuple[bytes, int, str, int]
"""Printed page, row, field, item."""
SHOWN_BESIDE = 1
RINGS = ("A", "B", "C")
"""What the three rings of a question are called in what is saved."""


class Crop(QWidget):
    """A cut-out of the sheet in an amber frame."""

    def __init__(self, png: bytes, width: int, height: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._image = QImage.fromData(png)
        self._wide, self._high = width, height
        self.setFixedSize(width, height)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_png(self, png: bytes) -> None:
        """Show another one."""
        self._image = QImage.fromData(png)
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        edge = 3 if self._high < 100 else 5
        fill_box(painter, QRectF(self.rect()), 6, theme.colour("white"), theme.colour("ambar_d"), edge)
        if not self._image.isNull():
            room = QRectF(self.rect()).adjusted(edge + 2, edge + 2, -edge - 2, -edge - 2)
            scale = min(room.width() / self._image.width(), room.height() / self._image.height())
            place = QRectF(0, 0, self._image.width() * scale, self._image.height() * scale)
            place.moveCenter(room.center())
            painter.drawImage(place, self._image)
        painter.end()


@dataclass(frozen=True)
class Doubt:
    """A doubtful mark of a page and what its row is called."""

    page: bytes
    asked: Asked

    @property
    def place(self) -> Place:
        """Its key among all pages."""
        return (self.page, *self.asked.key)


class DoubtsCard(Card):
    """`answered` carries place and value; `pointed` the place that is asked now (None when all are answered)."""

    answered = Signal(object, str)
    pointed = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("…", padding=16, parent=parent)
        self._doubts: list[Doubt] = []
        self._given: dict[Place, str] = {}
        self._at = 0
        self._hidden = False
        self.count = Text("", "label", "ink2")
        self.add_to_head(self.count)
        self.before, self.after = QVBoxLayout(), QVBoxLayout()
        self.body.addLayout(self.before)
        self.middle = Card(tone="blue", padding=8)
        self.middle.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.body.addWidget(self.middle)
        self.body.addLayout(self.after)
        self.body.addStretch(1)
        self.name = Text("", "title", wrap=True)
        self.detail = Text("", "body", "ink2", wrap=True)
        self.crop = Crop(b"", 176, 148)
        self.yes = KeyButton("", "ph.check-bold", "S", kind="primary", size="large")
        self.no = KeyButton("", "ph.x-bold", "N", size="large")
        self.later = KeyButton("", "ph.arrow-right-bold", "Right", size="small")
        self.letters = {letter: KeyButton(letter, key=letter, size="large") for letter in RINGS}
        self.truth = {ring: KeyButton("", key=key, size="large") for ring, key in zip(RINGS, "VFN", strict=True)}
        self.none = KeyButton("", key="0", size="large")
        self.add_to_head(self.later)
        self._lay_out()
        self.yes.clicked.connect(lambda: self._answer("yes"))
        self.no.clicked.connect(lambda: self._answer("no"))
        self.none.clicked.connect(lambda: self._answer(""))
        for letter, button in (*self.letters.items(), *self.truth.items()):
            button.clicked.connect(lambda _on=False, value=letter: self._answer(value))
        self.later.clicked.connect(self._go_on)

    def _lay_out(self) -> None:
        row = self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setContentsMargins(8, 6, 8, 6)
        self.middle.body.addLayout(row)
        row.setSpacing(18)
        row.addWidget(self.crop, 0, Qt.AlignmentFlag.AlignVCenter)
        words = QVBoxLayout()
        words.setSpacing(8)
        words.addWidget(self.name)
        words.addWidget(self.detail)
        answers = QGridLayout()
        answers.setSpacing(10)
        answers.addWidget(self.yes, 0, 0)
        answers.addWidget(self.no, 0, 1)
        for at, rings in enumerate((self.letters, self.truth), start=1):
            for place, button in enumerate(rings.values()):
                answers.addWidget(button, at, place)
        answers.addWidget(self.none, 3, 0, 1, 3)
        words.addLayout(answers)
        row.addLayout(words, 1)

    # what it holds
    def set_doubts(self, doubts: list[Doubt], *, hidden_names: bool) -> None:
        """Ask about these, the first one first; nothing is answered."""
        self._doubts, self._given, self._at, self._hidden = doubts, {}, 0, hidden_names
        self._show()

    def given(self) -> dict[Place, str]:
        """The answers so far."""
        return dict(self._given)

    def left(self) -> int:
        """How many wait."""
        return len(self._doubts) - len(self._given)

    def current(self) -> Doubt | None:
        """The one that is asked now, or None."""
        return self._doubts[self._at] if self._at < len(self._doubts) else None

    def go_to(self, place: Place) -> None:
        """Ask about this place now."""
        for at, doubt in enumerate(self._doubts):
            if doubt.place == place:
                self._at = at
                self._show()
                self.take_focus()

    def take_focus(self) -> None:
        """On the question, whose letters answer it: no answer is given by a stray Enter."""
        if self.current() is not None:
            self.middle.setFocus(Qt.FocusReason.OtherFocusReason)

    # answering
    def _answer(self, value: str) -> None:
        doubt = self.current()
        if doubt is None:
            return
        self._given[doubt.place] = value
        self.answered.emit(doubt.place, value)
        self._go_on()

    def _go_on(self) -> None:
        """To the next one without an answer, from here around."""
        count = len(self._doubts)
        order = [(self._at + step) % count for step in range(1, count + 1)] if count else []
        waiting = [at for at in order if self._doubts[at].place not in self._given]
        self._at = waiting[0] if waiting else count
        self._show()
        if self.isVisible():
            self.take_focus()

    def _change(self, place: Place) -> None:
        self._given.pop(place, None)
        self.answered.emit(place, "ask")
        self.go_to(place)

    # showing
    def _show(self) -> None:
        doubt = self.current()
        self.middle.setVisible(doubt is not None)
        self._show_count()
        for layout in (self.before, self.after):
            clear(layout)
        around = self._at if doubt is not None else len(self._doubts)
        for each in self._doubts[max(0, around - SHOWN_BESIDE) : around]:
            self.before.addWidget(self._small(each))
        if doubt is not None:
            self._show_doubt(doubt)
            for each in self._doubts[around + 1 : around + 1 + SHOWN_BESIDE]:
                self.after.addWidget(self._small(each))
        self.pointed.emit(doubt.place if doubt is not None else None)

    def _show_count(self) -> None:
        total = len(self._doubts)
        here = min(self._at + 1, total)
        self.count.setText(self.tr("{0} de {1}").format(here, total) if total else "")

    def _show_doubt(self, doubt: Doubt) -> None:
        asked = doubt.asked
        presence = asked.field == "present"
        self.set_heading(self.tr("¿Vino esta persona?") if presence else self._question(asked))
        self.crop.show_png(asked.picture)
        self.name.setText(self._name(asked))
        self.detail.setText(self._detail(asked))
        for button in (self.yes, self.no):
            button.setVisible(presence)
        for rings, shown in ((self.letters, not asked.true_false), (self.truth, asked.true_false)):
            for button in rings.values():
                button.setVisible(shown and not presence)
        self.none.setVisible(not presence)
        self.later.setVisible(self.left() > 1)
        self.middle.setAccessibleName(f"{self.heading.text()} {self.name.text()}. {self.detail.text()}")

    def _question(self, asked: Asked) -> str:
        if asked.field == "pre":
            return self.tr("¿Qué contestó antes en la pregunta {0}?").format(asked.item)
        return self.tr("¿Qué contestó después en la pregunta {0}?").format(asked.item)

    def _name(self, asked: Asked) -> str:
        number = asked.person.card_number
        if self._hidden:
            return self.tr("Tarjeta {0}").format(card_label(number)) if number is not None else self.tr("Sin tarjeta")
        return asked.person.name

    def _detail(self, asked: Asked) -> str:
        why = {
            "short": self.tr("marca muy corta"), "stain": self.tr("puede ser una mancha"),
            "slip": self.tr("una sola raya"), "crossed": self.tr("marca tachada"),
            "double": self.tr("más de una marca"), "unclear": self.tr("no se ve bien"),
        }[asked.why]  # fmt: skip
        number = asked.person.card_number
        if number is None or self._hidden:
            return f"{why[0].upper()}{why[1:]}"
        return self.tr("Tarjeta {0} · {1}").format(card_label(number), why)

    def _small(self, doubt: Doubt) -> QWidget:
        """One line of an answered or a coming one."""
        line = QWidget()
        row = QHBoxLayout(line)
        row.setContentsMargins(4, 2, 4, 2)
        row.setSpacing(12)
        row.addWidget(Crop(doubt.asked.picture, 64, 52))
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(Text(self._name(doubt.asked), "strong"))
        words.addWidget(Text(self._detail(doubt.asked), "small", "ink2"))
        row.addLayout(words, 1)
        value = self._given.get(doubt.place)
        if value is None:
            row.addWidget(Chip(self.tr("sigue"), "", "plain"))
            return line
        row.addWidget(Chip(self._value_words(doubt, value), "ph.check-bold", "green" if value == "yes" else "plain"))
        change = KeyButton(self.tr("Cambiar"), kind="quiet", size="small")
        change.clicked.connect(lambda: self._change(doubt.place))
        row.addWidget(change)
        return line

    def _value_words(self, doubt: Doubt, value: str) -> str:
        words = {"yes": self.tr("Sí vino"), "no": self.tr("No vino"), "": self.tr("Sin respuesta")}
        if doubt.asked.true_false and value in self.truth:
            return self.truth[value].text()
        return words.get(value, value)

    def retranslate(self) -> None:
        """Put on every word again."""
        self.yes.setText(self.tr("Sí vino"))
        self.no.setText(self.tr("No vino"))
        self.none.setText(self.tr("Sin respuesta"))
        for ring, text in zip(RINGS, (self.tr("V", "verdadero"), self.tr("F", "falso"), "?"), strict=True):
            self.truth[ring].setText(text)
        self.truth["C"].setAccessibleName(self.tr("No sabe"))
        self.later.setText(self.tr("Después"))
        self._show()

    def arrange(self, *, large: bool) -> None:
        """With large letters the crop stands above its words."""
        stack(self._row, large)


