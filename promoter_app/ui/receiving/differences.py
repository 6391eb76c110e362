"""¿Cuál es el bueno? One field that two laptops changed: each value with who, where and when; a digit decides."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QHBoxLayout, QWidget

from promoter_app.services.conflicts import Conflict, Opinion
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.layouts import clear
from promoter_app.ui.kit.tab_place import keep_tab_place
from promoter_app.ui.language import clock_time, short_date
from promoter_app.ui.receiving.words import field_words, value_words


class DifferenceCard(Card):
    """`decided` carries the chosen Opinion."""

    decided = Signal(object)
    later = Signal()

    def __init__(self, language_name: Callable[[str | None], str], parent: QWidget | None = None) -> None:
        super().__init__("", padding=16, parent=parent)
        self._language_name = language_name
        self.title = Text("", "heading")
        self.place = Text("", "small-strong")
        head = QHBoxLayout()
        head.addWidget(self.title)
        head.addStretch(1)
        head.addWidget(self.place)
        self.body.addLayout(head)
        self.subject = Text("", "body", wrap=True)
        self.body.addWidget(self.subject)
        self.values = QGridLayout()
        self.values.setHorizontalSpacing(12)
        self.values.setVerticalSpacing(10)
        for column in range(2):
            self.values.setColumnStretch(column, 1)
        self.body.addLayout(self.values)
        self.body.addStretch(1)
        self.later_button = KeyButton("", "ph.clock-bold", "Right", size="large")
        row = QHBoxLayout()
        row.addWidget(self.later_button)
        row.addStretch(1)
        self.body.addLayout(row)
        self.later_button.clicked.connect(self.later)

    def retranslate(self) -> None:
        """Put on the words that do not depend on the field."""
        self.title.setText(self.tr("¿Cuál es el bueno?"))
        self.later_button.setText(self.tr("Después"))

    def show_conflict(self, conflict: Conflict, place: tuple[int, int], *, hidden: bool) -> None:
        """`place` is (which, of how many)."""
        subject = "…" if hidden and conflict.table == "person" else conflict.subject
        words = self.tr("{0} de {1}: dos laptops lo cambiaron sin verse.")
        self.subject.setText(words.format(field_words(conflict.field), subject or self.tr("un registro")))
        self.place.setText(self.tr("{0} de {1}").format(*place))
        clear(self.values)
        buttons = []
        for at, opinion in enumerate(conflict.opinions[:9], start=1):
            of_person = conflict.table == "person"
            words = value_words(conflict.field, opinion.value, self._language_name) if of_person else ""
            buttons.append(self._add(at, opinion, words or opinion.text or self.tr("sin dato")))
        keep_tab_place(self, buttons)

    def _add(self, at: int, opinion: Opinion, words: str) -> KeyButton:
        button = KeyButton(words, "", str(at), left=True)
        button.clicked.connect(lambda _on=False, chosen=opinion: self.decided.emit(chosen))
        who = self.tr("{0}, en {1}, {2} a las {3}").format(
            opinion.by or self.tr("alguien"),
            opinion.laptop or self.tr("una laptop"),
            short_date(opinion.at.date()),
            clock_time(opinion.at),
        )
        self.values.addWidget(button, at, 0)
        self.values.addWidget(Text(who, "small", "ink2", wrap=True), at, 1)
        return button
