"""¿Es la misma persona? Two records side by side, one value chosen for each row that differs; U, D, right arrow."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QMouseEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QGridLayout, QHBoxLayout, QRadioButton, QWidget

from promoter_app.domain.refusal import Sentence
from promoter_app.services.people.duplicates import FIELDS, Beside, Choice, Pair, Side
from promoter_app.ui import theme, tokens
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Chip, IconLabel, Text, restyle
from promoter_app.ui.kit.layouts import clear, stack
from promoter_app.ui.kit.people import initials
from promoter_app.ui.kit.tab_place import keep_tab_place
from promoter_app.ui.language import short_date
from promoter_app.ui.receiving.words import age_words, field_words, sex_words, value_words

_CHOICES: tuple[Choice, Choice] = (0, 1)


class _Value(QWidget):
    """A value that can be chosen: its words wrap, so that a long name keeps the page within the window."""

    def __init__(self, words: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.radio = QRadioButton()
        self.radio.setFixedWidth(max(tokens.TARGET_OFFICE, theme.px(30)))
        self.words = Text(words, "body", wrap=True)
        _give_room(self.words, 1)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.radio)
        row.addWidget(self.words, 1)
        self.radio.toggled.connect(self._stress)

    def _stress(self, chosen: bool) -> None:
        self.words.setProperty("role", "strong" if chosen else "body")
        restyle(self.words)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        self.radio.setChecked(True)


class CompareCard(Card):
    """Shows a pair; `united` carries the choices by field. Digits turn the rows that differ, top to bottom."""

    united = Signal(dict)
    different = Signal()
    later = Signal()

    def __init__(
        self,
        language_name: Callable[[str | None], str],
        topic_name: Callable[[str], str],
        parent: QWidget | None = None,
    ) -> None:
        super().__init__("", padding=16, parent=parent)
        self._language_name, self._topic_name = language_name, topic_name
        self._groups: list[tuple[str, QButtonGroup]] = []
        self._row = 0
        self._turned = False
        self.title = Text("", "heading")
        self.likeness = Chip("", "ph.users-fill", "amber")
        self.place = Text("", "small-strong")
        head = QHBoxLayout()
        head.setSpacing(12)
        head.addWidget(self.title)
        head.addWidget(self.likeness)
        head.addStretch(1)
        head.addWidget(self.place)
        self.body.addLayout(head)
        self.reasons = Text("", "small", "ink2", wrap=True)
        self.body.addWidget(self.reasons)
        self.grid = QGridLayout()
        self.grid.setHorizontalSpacing(12)
        self.grid.setVerticalSpacing(2)
        for column, stretch in ((1, 1), (2, 3), (3, 3)):
            self.grid.setColumnStretch(column, stretch)
        self.body.addLayout(self.grid)
        self.outcome = Text("", "small", "ink2", wrap=True)
        self.body.addWidget(self.outcome)
        self.body.addStretch(1)
        self.different_button = KeyButton("", "ph.arrows-left-right-bold", "D", size="large")
        self.later_button = KeyButton("", "ph.clock-bold", "Right", size="large")
        self.unite_button = KeyButton("", "ph.git-merge-bold", "U", kind="primary", size="large")
        row = self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        row.setSpacing(12)
        row.addWidget(self.different_button)
        row.addWidget(self.later_button)
        row.addStretch(1)
        row.addWidget(self.unite_button)
        self.body.addLayout(row)
        self.different_button.clicked.connect(self.different)
        self.later_button.clicked.connect(self.later)
        self.unite_button.clicked.connect(lambda: self.united.emit(self.chosen()))
        for digit in range(1, len(FIELDS) + 1):
            shortcut = QShortcut(QKeySequence(str(digit)), self)
            shortcut.activated.connect(lambda at=digit: self.turn(at - 1))

    def retranslate(self) -> None:
        """Put on the words that do not depend on the pair."""
        self.title.setText(self.tr("¿Es la misma persona?"))
        self.different_button.setText(self.tr("Son distintas"))
        self.later_button.setText(self.tr("Después"))
        self.unite_button.setText(self.tr("Sí, unir en una"))

    def chosen(self) -> dict[str, Choice]:
        """The side chosen for each field that differs."""
        return {name: _CHOICES[group.checkedId()] for name, group in self._groups}

    def turn(self, at: int) -> None:
        """Choose the other value of the `at`-th row that differs."""
        if at < len(self._groups):
            group = self._groups[at][1]
            group.button(1 - group.checkedId()).setChecked(True)

    def show_pair(
        self, pair: Pair, beside: Beside, say: Callable[[Sentence], str], place: tuple[int, int], *, hidden: bool
    ) -> None:
        """`place` is (which, of how many)."""
        self.likeness.set_chip(self.tr("Se parecen {0} %").format(pair.score), "ph.users-fill", "amber")
        self.place.setText(self.tr("{0} de {1}").format(*place))
        self.reasons.setText(" ".join(say(reason.text) for reason in pair.reasons))
        self._clear()
        stack(self._buttons, theme.is_large())
        self._turned = beside.b.here and not beside.a.here
        self._add_heads(beside.a, beside.b)
        for name in FIELDS:
            self._add_field(name, beside, hidden=hidden)
        topics = [", ".join(map(self._topic_name, side.topics)) or "—" for side in (beside.a, beside.b)]
        self._add_same(self.tr("Vino a"), *topics, lines=2)
        turn = -1 if self._turned else 1
        keep_tab_place(self, [radio for _name, group in self._groups for radio in group.buttons()[::turn]])
        for text, lines in ((self.reasons, 2), (self.outcome, 1)):
            _give_room(text, lines)
        self._tell_outcome(beside)

    def _clear(self) -> None:
        for _name, group in self._groups:
            group.deleteLater()
        self._groups = []
        clear(self.grid)
        for row in range(1, self._row + 1):
            self.grid.setRowMinimumHeight(row, 0)
        self._row = 0

    def _columns(self) -> tuple[int, int]:
        """Where the two records stand: what this office registered is always on the left."""
        return (3, 2) if self._turned else (2, 3)

    def _put(self, widget: QWidget, row: int, column: int) -> None:
        """In its cell; with large text the two values of a row stand below its words."""
        if theme.is_large():
            row, column = 3 * row + max(0, column - 1), min(column, 1)
        self.grid.addWidget(widget, row, column)

    def _next_row(self) -> int:
        self._row += 1
        return self._row

    def _add_heads(self, a: Side, b: Side) -> None:
        for column, side in zip(self._columns(), (a, b), strict=True):
            head = QWidget()
            row = QHBoxLayout(head)
            row.setContentsMargins(0, 0, 0, 4)
            row.addWidget(IconLabel("ph.archive-bold", "cana") if side.here else IconLabel("ph.laptop-bold", "azul"))
            since = short_date(date.fromisoformat(side.since))
            told = self.tr("{0} · alta del {1}").format(side.laptop or self.tr("laptop"), since)
            text = Text(told, "bold", wrap=True)
            _give_room(text, 1)
            row.addWidget(text, 1)
            self._put(head, 0, column)

    def _add_field(self, name: str, beside: Beside, *, hidden: bool) -> None:
        sides = (beside.a, beside.b)
        values = [self._words(name, side, hidden=hidden) for side in sides]
        if name in beside.differing:
            self._add_choice(name, values, beside.proposed[name])
        elif name == "sex" and "age_group" not in beside.differing:
            both = [f"{sex_words(side.values['sex'])} · {age_words(side.values['age_group'])}" for side in sides]
            self._add_same(self.tr("Sexo, edad"), *both)
        elif not (name == "age_group" and "sex" not in beside.differing):
            self._add_same(field_words(name), *values)

    def _words(self, name: str, side: Side, *, hidden: bool) -> str:
        words = value_words(name, side.values[name], self._language_name)
        return initials(words) if hidden and name == "name" else words

    def _add_choice(self, name: str, values: list[str], proposed: Choice) -> None:
        at = self._next_row()
        number = len(self._groups) + 1
        self._put(Chip(f"≠ {number}", "", "amber"), at, 0)
        self._put(Text(field_words(name), "strong"), at, 1)
        group = QButtonGroup(self)
        for side, words in zip(_CHOICES, values, strict=True):
            value = _Value(words)
            value.radio.setAccessibleName(f"{field_words(name)}: {words}")
            value.radio.setAccessibleDescription(self.tr("Tecla {0} cambia de lado").format(number))
            group.addButton(value.radio, side)
            value.radio.setChecked(side == proposed)
            self._put(value, at, self._columns()[side])
        self._groups.append((name, group))

    def _add_same(self, words: str, a: str, b: str, *, lines: int = 1) -> None:
        at = self._next_row()
        if not theme.is_large():
            self.grid.setRowMinimumHeight(at, 34)
        self._put(Text(words, "body", "ink2"), at, 1)
        for column, told in zip(self._columns(), (a, b), strict=True):
            text = Text(told, "body", wrap=True)
            _give_room(text, lines)
            self._put(text, at, column)

    def _tell_outcome(self, beside: Beside) -> None:
        topics = self.tr("%n temas", "", len(beside.topics))
        words = self.tr("Si las unes, queda una persona con {0}; no se pierde ninguna asistencia. Se puede deshacer.")
        self.outcome.setText(words.format(topics))


def _give_room(text: Text, lines: int) -> None:
    """Ask for so many lines, not for as many as the narrowest window would need; large text asks for itself."""
    text.setMinimumHeight(0 if theme.is_large() else theme.px(22) * lines)
