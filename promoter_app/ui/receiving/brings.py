"""What one file brings, in numbers, before anything changes; and a word when its clock or its numbers are odd."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.merging.packages import FilePlan
from promoter_app.domain.refusal import Sentence
from promoter_app.ui import theme
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.layouts import stack
from promoter_app.ui.language import clock_time, number, short_date
from promoter_app.ui.receiving.words import file_name


class _Number(QWidget):
    """A number over its word."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        self.number = Text("0", "title", "cana")
        self.words = Text("", "small")
        for text in (self.number, self.words):
            text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
            column.addWidget(text)


class BringsCard(Card):
    """Shows one file at a time."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", padding=16, parent=parent)
        self.title = Text("", "heading", wrap=True)
        self.detail = Text("", "small", "ink2", wrap=True)
        self.numbers = [_Number() for _each in range(4)]
        words = QVBoxLayout()
        words.setSpacing(0)
        words.addWidget(self.title)
        words.addWidget(self.detail)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(24)
        self._row.addLayout(words, 1)
        for each in self.numbers:
            self._row.addWidget(each)
        self.body.addLayout(self._row)

    def show_file(self, file: FilePlan, say: Callable[[Sentence], str]) -> None:
        """What `file` brings; of one that cannot be united why, and what to do: it has no numbers."""
        stack(self._row, theme.is_large())
        for each in self.numbers:
            each.setVisible(file.refusal is None)
        if file.refusal is not None:
            self.title.setText(file_name(file))
            self.detail.setText(" ".join(map(say, (file.refusal.what, file.refusal.safe, file.refusal.todo))))
            return
        self.title.setText(self.tr("Qué trae {0}").format(file.label.laptop or file_name(file)))
        self.detail.setText(" · ".join(self._notes(file)))
        brings = file.brings
        counted = (
            (brings.sessions, self.tr("sesiones")), (brings.attendances, self.tr("asistencias")),
            (brings.people, self.tr("personas nuevas")), (brings.tests, self.tr("pruebas")),
        )  # fmt: skip
        for each, (count, word) in zip(self.numbers, counted, strict=True):
            each.number.setText(number(count))
            each.words.setText(word)

    def _notes(self, file: FilePlan) -> list[str]:
        notes = []
        if file.label.exported_at:
            moment = datetime.fromtimestamp(file.label.exported_at / 1000).astimezone()
            notes.append(self.tr("entregado el {0}, {1}").format(short_date(moment.date()), clock_time(moment)))
        if file.label.package:
            notes.append(self.tr("entrega {0}").format(file.label.package))
        if file.clock_is_off:
            notes.append(self.tr("su reloj está mal"))
        if file.erasures:
            notes.append(self.tr("borra a %n personas", "", file.erasures))
        if file.quarantined:
            notes.append(self.tr("%n renglones no se entienden y quedan aparte", "", file.quarantined))
        return notes or [file.name]
