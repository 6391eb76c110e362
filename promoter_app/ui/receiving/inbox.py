"""The left column of Recibir: how many files are united, and every file with its state."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.merging.packages import FilePlan
from promoter_app.domain.refusal import Sentence
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.people import PersonList
from promoter_app.ui.kit.progress import Bar
from promoter_app.ui.receiving.words import file_row


class InboxCard(Card):
    """`chosen` carries the place of the file that has the mark."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("", padding=0, parent=parent)
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(0)
        self.united = Text("", "strong")
        self.attendances = Text("", "small", "ink2")
        self.bar = Bar()
        self.files = PersonList()
        head = QWidget()
        column = QVBoxLayout(head)
        column.setContentsMargins(16, 10, 16, 10)
        row = QHBoxLayout()
        row.addWidget(self.united, 1)
        row.addWidget(self.attendances)
        column.addLayout(row)
        column.addWidget(self.bar)
        self.body.addWidget(head)
        self.body.addWidget(self.files, 1)
        self.files.pointed.connect(self._point)

    def retranslate(self) -> None:
        """Put on the words that do not depend on the files."""
        self.files.setAccessibleName(self.tr("Archivos que llegaron"))
        self.files.set_empty_text(self.tr("Conecta la memoria y busca los archivos que entregaron los promotores."))

    def show_files(self, files: Sequence[FilePlan], say: Callable[[Sentence], str], *, united: bool) -> None:
        """List `files`; after uniting, those that were taken have the mark of done."""
        taken = [file for file in files if file.will_unite and file.refusal is None]
        done = len(taken) if united else 0
        settled = done + sum(1 for file in files if file.state == "known")
        told = self.tr("Unidos {0} de {1}").format(settled, len(files))
        self.united.setText(told if files else self.tr("Sin archivos"))
        total = sum(file.brings.attendances for file in taken)
        self.attendances.setText(self.tr("%Ln asistencias", "", total) if files else "")
        self.bar.set_share(settled / len(files) if files else 0.0, self.united.text())
        kept = self.files.current_key()
        self.files.people.set_rows([file_row(place, file, say, united=united) for place, file in enumerate(files)])
        if files and not self.files.set_current_key(kept if isinstance(kept, int) and kept < len(files) else 0):
            self.files.set_current_key(0)

    def _point(self, key: object) -> None:
        if isinstance(key, int):
            self.chosen.emit(key)
