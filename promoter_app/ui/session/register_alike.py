"""¿Ya tiene registro? People registered under a name like the one being typed."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QEvent, QRectF, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.services.people.registering import LookAlike
from promoter_app.ui import theme, tokens
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit import IconLabel, KeyButton, Rule, Text
from promoter_app.ui.kit.paint import fill_box, rounded_path
from promoter_app.ui.language import short_date
from promoter_app.ui.session.attendance_words import card_words, shown_name

MOST = 2
_KEYS = (("F5", "Ctrl+1"), ("F6", "Ctrl+2"))


@dataclass
class _Entry:
    box: QWidget
    name: Text
    where: Text
    when: Text
    yes: KeyButton


class AlikeCard(QWidget):
    """At most two people; `said_yes` carries the one that it is. `to_sheet`: outside a session, where saying yes opens
    their sheet.
    """

    said_yes = Signal(bytes)

    def __init__(self, desk: Desk, parent: QWidget | None = None, *, to_sheet: bool = False) -> None:
        super().__init__(parent)
        self._desk, self._to_sheet = desk, to_sheet
        self._found: list[LookAlike] = []
        self._with_card = False
        self.heading = Text("", "heading")
        self.empty = Text("", "body", "ink2", wrap=True)
        self.foot = Text("", "small", "ink2", wrap=True)
        self._head = QWidget()
        row = QHBoxLayout(self._head)
        row.setContentsMargins(18, 14, 18, 14)
        row.setSpacing(10)
        row.addWidget(IconLabel("ph.users-fill", "ambar_d", 28))
        row.addWidget(self.heading, 1)
        self._entries = [self._entry(place) for place in range(MOST)]
        self._lay_out()
        self.retranslate()

    def found(self) -> list[LookAlike]:
        """Who is shown."""
        return list(self._found)

    def buttons(self) -> list[KeyButton]:
        """The "Sí es" of those shown, in order."""
        return [entry.yes for entry, _each in zip(self._entries, self._found, strict=False)]

    def show_people(self, found: Sequence[LookAlike], *, with_card: bool) -> None:
        """Show these people; `with_card` when a blank card would be handed over."""
        self._found, self._with_card = list(found[:MOST]), with_card
        for place, entry in enumerate(self._entries):
            entry.box.setVisible(place < len(self._found))
            if place < len(self._found):
                self._fill(entry, self._found[place])
        self.empty.setVisible(not self._found)
        self._say_foot()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.heading.setText(self.tr("¿Ya tiene registro?"))
        self.empty.setText(self.tr("Al escribir el nombre, aquí salen los registros que se parecen."))
        for entry in self._entries:
            entry.yes.setText(self.tr("Sí es"))
        self.show_people(self._found, with_card=self._with_card)

    def _say_foot(self) -> None:
        handed = self.tr("Si perdió su tarjeta, «Sí es» le pasa esta y anula la anterior.")
        counted = self.tr("«Sí es» marca presente a esa persona, sin registrarla otra vez.")
        opened = self.tr("«Sí es» abre su hoja, sin registrarla otra vez: ahí cambia de cuadrilla o de tarjeta.")
        self.foot.setText(opened if self._to_sheet else handed if self._with_card else counted)

    def _fill(self, entry: _Entry, alike: LookAlike) -> None:
        person = alike.person
        name = shown_name(person, hidden=self._desk.names_hidden)
        where = [person.crew_name or self.tr("sin cuadrilla")]
        if person.card_number is not None:
            where.append(card_words(person.card_number))
        when = [self._desk.language_name(person.language)] if person.language else []
        if alike.came:
            when.append(self.tr("vino el {0}").format(short_date(date.fromisoformat(alike.came))))
        entry.name.setText(name)
        entry.where.setText(" · ".join(where))
        entry.when.setText(" · ".join(when))
        entry.when.setVisible(bool(when))
        entry.yes.setAccessibleName(self.tr("Sí es {0}").format(name))

    def _entry(self, place: int) -> _Entry:
        key, twin = _KEYS[place]
        yes = KeyButton("", "", key, size="small", more_keys=(twin,))
        yes.setObjectName(f"same-{place}")
        yes.clicked.connect(lambda: self.said_yes.emit(self._found[place].person.id))
        entry = _Entry(
            QWidget(), Text("", "bold", wrap=True), Text("", "small", "ink2", wrap=True),
            Text("", "small", "ink2", wrap=True), yes,
        )
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addStretch(1)
        for label in (entry.name, entry.where, entry.when):
            words.addWidget(label)
        words.addStretch(1)
        row = QHBoxLayout()
        row.setContentsMargins(0, 8, 0, 8)
        row.setSpacing(10)
        row.addLayout(words, 1)
        row.addWidget(yes)
        column = QVBoxLayout(entry.box)
        column.setContentsMargins(18, 0, 18, 0)
        column.setSpacing(0)
        if place:
            column.addWidget(Rule())
        column.addLayout(row, 1)
        return entry

    def _lay_out(self) -> None:
        self.empty.setContentsMargins(18, 14, 18, 14)
        self.foot.setContentsMargins(18, 10, 18, 12)
        column = QVBoxLayout(self)
        column.setContentsMargins(2, 2, 2, 2)
        column.setSpacing(0)
        column.addWidget(self._head)
        for entry in self._entries:
            column.addWidget(entry.box, 1)
        column.addWidget(self.empty)
        column.addStretch(0)
        column.addWidget(Rule())
        column.addWidget(self.foot)

    def paintEvent(self, _event: QPaintEvent) -> None:
        box, edge = QRectF(self.rect()), theme.colour("ambar_d")
        painter = QPainter(self)
        fill_box(painter, box, tokens.RADIUS_CARD, theme.colour("white"))
        painter.save()
        painter.setClipPath(rounded_path(box, tokens.RADIUS_CARD))
        head = QRectF(box.left(), box.top(), box.width(), self._head.geometry().bottom() + 1)
        painter.fillRect(head, theme.colour("ambar_t"))
        painter.fillRect(QRectF(head.left(), head.bottom() - 2, head.width(), 2), edge)
        painter.restore()
        fill_box(painter, box, tokens.RADIUS_CARD, None, edge, tokens.BORDER)
        painter.end()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "_entries"):
            self.retranslate()
