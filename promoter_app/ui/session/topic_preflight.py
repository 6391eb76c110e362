"""Before a sensitive topic: the checks to tick. Not optional, but never a lock: a written reason goes on."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from promoter_app.domain.curriculum.common import PreflightCheck
from promoter_app.ui.kit import Card, CheckRow, KeyButton, Text

_LONGEST, _LONGEST_NAME = 200, 80


class PreflightPanel(QWidget):
    """`ticked`: a check and whether it is ticked; `cleared`: all are; `overridden`: the reason and who coordinates and
    allowed it.
    """

    ticked = Signal(str, bool)
    cleared = Signal()
    overridden = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.rows: dict[str, CheckRow] = {}
        self._card = Card("-", padding=20)
        self.intro = Text("", "body", "ink2", wrap=True)
        self._list = QVBoxLayout()
        self._list.setSpacing(4)
        self.start = KeyButton("", "ph.play-fill", size="large")
        self.why_label = Text("", "label", wrap=True)
        self.why = QLineEdit()
        self.why.setMaxLength(_LONGEST)
        self.why_label.setBuddy(self.why)
        self.coordinator = QLineEdit()
        self.coordinator.setMaxLength(_LONGEST_NAME)
        self._named = False
        self.go_anyway = KeyButton("", "ph.arrow-right-bold")
        self._card.body.addWidget(self.intro)
        self._card.body.addLayout(self._list)
        start = QHBoxLayout()
        start.addWidget(self.start)
        start.addStretch(1)
        reason = QHBoxLayout()
        reason.setSpacing(12)
        reason.addWidget(self.why, 1)
        reason.addWidget(self.coordinator)
        reason.addWidget(self.go_anyway)
        self._card.body.addLayout(start)
        self._card.body.addStretch(1)
        self._card.body.addWidget(self.why_label)
        self._card.body.addLayout(reason)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self._card)
        self.start.clicked.connect(self.cleared)
        self.why.textChanged.connect(self._settle)
        self.coordinator.textChanged.connect(self._settle)
        self.go_anyway.clicked.connect(
            lambda: self.overridden.emit(self.why.text().strip(), self.coordinator.text().strip())
        )
        self.retranslate()

    def show_checks(
        self, checks: tuple[PreflightCheck, ...], ticked: frozenset[str], language: str, *, named: bool = False
    ) -> None:
        """The checks of this session and which are ticked; `named`: going on takes a coordinator's name."""
        self._named = named
        self.coordinator.clear()
        for row in self.rows.values():
            self._list.removeWidget(row)
            row.hide()
            row.setParent(None)
            row.deleteLater()
        self.rows = {}
        for check in checks:
            row = CheckRow(check.name.in_language(language))
            row.setChecked(check.id in ticked)
            row.toggled.connect(lambda on, name=check.id: self._tick(name, on))
            self._list.addWidget(row)
            self.rows[check.id] = row
        self.why.clear()
        self._settle()

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops: the checks, the start, the way without all of them."""
        return (*self.rows.values(), self.start, self.why, self.coordinator, self.go_anyway)

    def take_focus(self) -> None:
        """The first check that is missing, or the button."""
        missing = next((row for row in self.rows.values() if not row.isChecked()), None)
        (missing or self.start).setFocus()

    def retranslate(self) -> None:
        """Every word again."""
        self._card.set_heading(self.tr("Antes de empezar"))
        self.intro.setText(self.tr("Es un tema delicado. Revisa cada punto; así nadie corre riesgo."))
        self.start.setText(self.tr("Empezar el tema"))
        self.why_label.setText(self.tr("Si algo falta y aun así conviene seguir, escribe por qué"))
        self.coordinator.setAccessibleName(self.tr("Nombre de quien coordina y lo permitió"))
        self.coordinator.setPlaceholderText(self.tr("Quién coordina y lo permitió"))
        self.go_anyway.setText(self.tr("Seguir de todos modos"))
        self._settle()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "go_anyway"):
            self.retranslate()

    def _tick(self, name: str, on: bool) -> None:
        self._settle()
        self.ticked.emit(name, on)

    def _settle(self) -> None:
        missing = sum(not row.isChecked() for row in self.rows.values())
        self.start.set_reason(self.tr("faltan %n puntos", "", missing) if missing else "")
        self.start.set_kind("secondary" if missing else "primary")
        self.go_anyway.set_reason(self._lacks())
        for part in (self.why_label, self.why, self.go_anyway):
            part.setVisible(bool(missing))
        self.coordinator.setVisible(bool(missing) and self._named)

    def _lacks(self) -> str:
        if not self.why.text().strip():
            return self.tr("falta la razón")
        nobody = self._named and not self.coordinator.text().strip()
        return self.tr("falta el nombre de quien coordina") if nobody else ""
