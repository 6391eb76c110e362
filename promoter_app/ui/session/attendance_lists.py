"""The right side of Asistencia: how many came, who came, and who of the crew is still missing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.attendance import Present, Tally
from promoter_app.domain.people import Person
from promoter_app.ui import theme
from promoter_app.ui.kit import Bar, Card, KeyButton, PersonList, Rule, Text
from promoter_app.ui.session.attendance_words import Seen, missing_row, present_row, unnamed_words


class CameList(PersonList):
    """Who came; Supr takes the marked person off."""

    removed = Signal(bytes)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        key = self.current_key()
        if event.key() == Qt.Key.Key_Delete and isinstance(key, bytes):
            self.removed.emit(key)
            return
        super().keyPressEvent(event)


class CountHead(QWidget):
    """17 presentes, the bar, "16 de 24 de la cuadrilla", "1 de otra", "1 sin nombre"."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.number = Text("0", "number", "cana")
        self.word = Text("", "answer")
        self.bar = Bar()
        self.share = Text("", "small-strong", "ink2")
        self.of_crew = Text("", "small", "ink2")
        self.elsewhere = Text("", "small", "ink2")
        self.unnamed = Text("", "small", "ink2")
        top = QHBoxLayout()
        top.setSpacing(8)
        top.addWidget(self.number)
        top.addWidget(self.word, 1, Qt.AlignmentFlag.AlignBottom)
        below = QHBoxLayout()
        below.setSpacing(4)
        below.addWidget(self.share)
        below.addWidget(self.of_crew)
        below.addStretch(1)
        below.addWidget(self.elsewhere)
        column = QVBoxLayout(self)
        column.setContentsMargins(18, 6, 18, 14)
        column.setSpacing(6)
        column.addLayout(top)
        column.addWidget(self.bar)
        column.addLayout(below)
        column.addWidget(self.unnamed)

    def show_tally(self, tally: Tally, *, has_crew: bool) -> None:
        """Put the counts on."""
        self.number.setText(str(tally.present))
        self.word.setContentsMargins(0, 0, 0, theme.px(10))  # on the line of the number, whose letters are larger
        self.word.setText(self.tr("presentes", "", tally.present))
        self.number.setAccessibleName(f"{tally.present} {self.word.text()}")
        share = self.tr("{0} de {1}").format(tally.of_crew, tally.roster)
        self.share.setText(share)
        self.of_crew.setText(self.tr("de la cuadrilla"))
        self.bar.set_share(tally.of_crew / tally.roster if tally.roster else 0.0, f"{share} {self.of_crew.text()}")
        for widget in (self.share, self.of_crew, self.bar):
            widget.setVisible(has_crew)
        self.elsewhere.setText(self.tr("{0} de otra").format(tally.from_elsewhere))
        self.elsewhere.setVisible(has_crew and tally.from_elsewhere > 0)
        self.unnamed.setText(unnamed_words(tally.unnamed))
        self.unnamed.setVisible(tally.unnamed > 0)


class Crowd(QWidget):
    """Counts and lists. `removed` and `counted` carry a person; who came and who is missing share one card
    unless there is room for both."""

    removed = Signal(bytes)
    counted = Signal(bytes)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.head = CountHead()
        self.came = CameList()
        self.missing = PersonList()
        self.take_off = KeyButton("", "ph.user-minus-bold", "Del", size="small", cap_only=True)
        self._shows_missing = self._both = False
        self._lay_out()
        self.came.removed.connect(self.removed)
        self.came.pointed.connect(lambda _key: self._show_parts())
        self.missing.chosen.connect(self._count)
        self.take_off.clicked.connect(self._take_off)
        self.retranslate()
        self._show_parts()

    def show_people(self, tally: Tally, came: list[Present], missing: list[Person], seen: Seen) -> None:
        """Put counts and names on; the marked person stays marked."""
        self.head.show_tally(tally, has_crew=seen.crew is not None)
        for list_, rows in (
            (self.came, [present_row(each, seen) for each in came]),
            (self.missing, [missing_row(each, seen) for each in missing]),
        ):
            marked = list_.current_key()
            list_.people.set_rows(rows)
            if marked is not None:
                list_.set_current_key(marked)
        self._show_parts()

    def show_missing(self, shown: bool) -> None:
        """Who is missing instead of who came (beside them when there is room)."""
        self._shows_missing = shown
        self._show_parts()

    def shows_missing_instead(self) -> bool:
        """Whether who is missing stands where who came was."""
        return self._shows_missing and not self._both

    def point_at_missing(self) -> bool:
        """Give the focus to who is missing, if they can be seen and do not have it yet."""
        if self.missing.isHidden() or self.missing.hasFocus():
            return False
        if not self.missing.currentIndex().isValid() and self.missing.people.rowCount():
            self.missing.setCurrentIndex(self.missing.people.index(0))
        self.missing.setFocus(Qt.FocusReason.ShortcutFocusReason)
        return True

    def set_both(self, both: bool) -> None:
        """Whether there is room for both lists beside each other."""
        self._both = both
        self._show_parts()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.came.setAccessibleName(self.tr("Quién vino"))
        self.came.set_empty_text(self.tr("Aquí sale quien vaya llegando."))
        self.missing.setAccessibleName(self.tr("Quién falta"))
        self.missing.set_empty_text(self.tr("Ya llegó toda la cuadrilla."))
        self._missing_title.setText(self.tr("Quién falta"))
        self._missing_hint.setText(self.tr("Enter o clic: marcar presente"))
        self.take_off.setText(self.tr("Quitar de la lista"))

    def _lay_out(self) -> None:
        self._card = Card(padding=4)
        self._card.body.setContentsMargins(0, 0, 0, 2)
        self._card.body.setSpacing(0)
        self._missing_title = Text("", "heading")
        self._missing_hint = Text("", "small", "ink2", wrap=True)
        self._missing_head = QWidget()
        words = QVBoxLayout(self._missing_head)
        words.setContentsMargins(18, 10, 18, 10)
        words.setSpacing(2)
        words.addWidget(self._missing_title)
        words.addWidget(self._missing_hint)
        self._beside = Card(padding=4)
        self._beside.body.setContentsMargins(0, 0, 0, 2)
        self._beside.body.setSpacing(0)
        for widget in (self.head, Rule(), self.came, self.take_off):
            self._card.body.addWidget(widget)
        self._card.body.setStretchFactor(self.came, 1)
        for list_ in (self.came, self.missing):
            list_.setMinimumHeight(96)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(16)
        row.addWidget(self._card, 1)
        row.addWidget(self._beside, 1)
        self._place_missing()

    def _place_missing(self) -> None:
        home = self._beside if self._both else self._card
        home.body.addWidget(self._missing_head)
        home.body.addWidget(self.missing, 1)

    def _show_parts(self) -> None:
        if (self.missing.parentWidget() is self._beside) is not self._both:
            self._place_missing()
        instead = self._shows_missing and not self._both
        self._beside.setVisible(self._both)
        self.came.setVisible(not instead)
        for widget in (self._missing_head, self.missing):
            widget.setVisible(self._both or instead)
        self.take_off.setVisible(not instead and self.came.current_key() is not None)

    def _count(self, key: object) -> None:
        if isinstance(key, bytes):
            self.counted.emit(key)

    def _take_off(self) -> None:
        key = self.came.current_key()
        if isinstance(key, bytes):
            self.removed.emit(key)

    def hasHeightForWidth(self) -> bool:
        """The lists scroll, so that the column is as low as its least."""
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "take_off"):
            self.retranslate()
