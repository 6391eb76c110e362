"""The form that changes one piece of a topic and saves the whole as its next version."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from promoter_app.domain.curriculum.editing import Editable, Values
from promoter_app.domain.done import Done
from promoter_app.domain.office.checks import checked_words
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.field_form import FieldForm, FormWords, save_button
from promoter_app.ui.kit.frames import Card, Text

Work = Callable[[Folder, Stamp, Values], Done[Any]]
"""What saving does with the checked values."""


class EditPart(QWidget):
    """`begin` with what to edit; `begun` when it wants to be seen, `closed` when it is saved or left as it was."""

    begun = Signal()
    closed = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._work: Work | None = None
        self._then: Callable[[Any], None] = lambda _outcome: None
        self._editable: Editable | None = None
        self.banner = Banner()
        self.card = Card("…")
        self.why = Text("", "small", "ink2", wrap=True)
        self.cancel_button = KeyButton("", "ph.x-bold", "Esc", size="small")
        self.save_button = save_button()
        self.form = FieldForm()
        self.card.add_to_head(self.cancel_button)
        self.card.add_to_head(self.save_button)
        self.card.body.addWidget(self.why)
        self.card.body.addWidget(self.form)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.banner)
        column.addWidget(self.card)
        column.addStretch(1)
        self.cancel_button.clicked.connect(self.closed)
        self.save_button.clicked.connect(self._save)
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.cancel_button.setText(self.tr("Dejar como estaba"))
        self.save_button.setText(self.tr("Guardar versión"))
        self.why.setText(
            self.tr("Se guarda como versión nueva del tema. Lo que ya se contestó conserva su pregunta y su respuesta.")
        )

    def begin(self, heading: str, editable: Editable, work: Work, then: Callable[[Any], None]) -> None:
        """Offer the fields of one piece; `work` saves them and `then` hears what came of it."""
        self._editable, self._work, self._then = editable, work, then
        self.banner.clear()
        self.card.set_heading(heading)
        self.form.show_fields(editable.fields, editable.values, FormWords(self.desk.language))
        self.begun.emit()
        self.form.take_focus()

    def _save(self) -> None:
        if self._editable is None or self._work is None:
            return
        fields, work, values = self._editable.fields, self._work, self.form.values()

        def save(folder: Folder, stamp: Stamp) -> Done[Any]:
            return work(folder, stamp, checked_words(fields, values))

        self.desk.road.do(save, self._saved, self._refused)

    def _saved(self, outcome: object) -> None:
        self.closed.emit()
        self._then(outcome)

    def _refused(self, refusal: Refusal) -> None:
        self.banner.tell("red", *self.desk.said(refusal))
