"""Two tabs of lists: sessions that were not held and until when to catch up, and questions that are still missed."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.indicators.delays import Missed
from promoter_app.domain.indicators.items import still_missed, suggestion
from promoter_app.services.indicators.office_view import FollowUp
from promoter_app.ui.desk import Desk
from promoter_app.ui.goals.table import Column, Table
from promoter_app.ui.goals.words import amount, choose
from promoter_app.ui.kit.frames import Card, IconLabel, Text
from promoter_app.ui.language import short_date


class DelaysPart(QWidget):
    """Planned against held, and the list to catch up."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._shown: FollowUp | None = None
        self.card, self.words, self.table = Card("…"), Text("", "bold", wrap=True), Table()
        self.card.body.addWidget(self.words)
        self.card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card, 1)
        self.table.setMinimumHeight(200)
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.card.set_heading(self.tr("Sesiones por recuperar"))
        self.table.setAccessibleName(self.tr("Sesiones por recuperar"))
        self.table.set_empty_text(self.tr("No hay sesiones por recuperar."))
        if self._shown is not None:
            self.show_follow_up(self._shown)

    def show_follow_up(self, shown: FollowUp) -> None:
        """Show what was read."""
        self._shown = shown
        self.words.setText(self.desk.say(shown.delays.words))
        heads = [
            Column(self.tr("Día")), Column(self.tr("Cuadrilla"), wide=True), Column(self.tr("Tema")),
            Column(self.tr("Por qué"), wide=True), Column(self.tr("Nueva fecha")), Column(self.tr("A más tardar")),
        ]  # fmt: skip
        self.table.show_lines(heads, [self._line(one) for one in shown.delays.to_catch_up])

    def _line(self, one: Missed) -> tuple[str, ...]:
        session = one.session
        why = self._reason(one.closure.reason if one.closure else session.reason)
        if one.planned_again:
            new = self.tr("{0}, ya en el plan").format(short_date(one.planned_again))
        else:
            new = self.tr("{0}, se propone").format(short_date(one.suggested)) if one.suggested else "—"
        return (
            short_date(session.day), session.crew_name or "—", self.desk.topic_name(session.module), why, new,
            short_date(one.catch_up_by),
        )  # fmt: skip

    def _reason(self, code: str | None) -> str:
        names = {reason.id: reason.name.in_language(self.desk.language) for reason in self.desk.courses.cancel_reasons}
        return names.get(code or "", code or self.tr("sin motivo"))

    def take_focus(self) -> None:
        """The list."""
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)


class ItemsPart(QWidget):
    """Questions of a crew, the worst first. `crew_chosen` carries its id, or None for all."""

    crew_chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._shown: FollowUp | None = None
        self._filling = False
        self.card, self.table = Card("…"), Table()
        self.label, self.crew = Text("", "label"), QComboBox()
        self.label.setBuddy(self.crew)
        self.crew.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.crew.setMinimumContentsLength(14)
        self.advice = Text("", "bold", wrap=True)
        row = QHBoxLayout()
        row.addWidget(self.label)
        row.addWidget(self.crew)
        row.addStretch(1)
        told = QHBoxLayout()
        told.addWidget(IconLabel("ph.arrow-clockwise-bold", "cana", 26), 0, Qt.AlignmentFlag.AlignTop)
        told.addWidget(self.advice, 1)
        self.card.body.addLayout(row)
        self.card.body.addLayout(told)
        self.card.body.addWidget(self.table, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.card, 1)
        self.table.setMinimumHeight(200)
        self.crew.currentIndexChanged.connect(self._choose)
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.card.set_heading(self.tr("Preguntas que se siguen fallando"))
        self.table.setAccessibleName(self.tr("Preguntas que se siguen fallando"))
        self.table.set_empty_text(self.tr("Todavía no hay pruebas en este periodo."))
        self.label.setText(self.tr("Cuadrilla"))
        if self._shown is not None:
            self.show_follow_up(self._shown)

    def show_follow_up(self, shown: FollowUp) -> None:
        """Show what was read; questions that go well come after those that are missed."""
        self._shown = shown
        self._filling = True
        self.crew.clear()
        self.crew.addItem(self.tr("Todas las cuadrillas"), None)
        for crew in shown.crews:
            self.crew.addItem(crew.name, crew.id)
        choose(self.crew, shown.crew)
        self._filling = False
        self.advice.setText(self.desk.say(suggestion(shown.items)))
        missed = still_missed(shown.items)
        rest = [one for one in shown.items if one not in missed]
        heads = [
            Column(self.tr("Tema")), Column(self.tr("Pregunta"), wide=True), Column(self.tr("Antes"), number=True),
            Column(self.tr("Después"), number=True), Column(self.tr("Fallan"), number=True), Column(self.tr("Estado")),
        ]  # fmt: skip
        lines = [
            (self.desk.topic_name(one.module), self.desk.say(one.question),
             amount(one.before, share=True), amount(one.after, share=True),
             self.tr("{0} de {1}").format(one.missed, one.asked_after),
             self.tr("bajó") if one.went_down else self.tr("repasar") if one in missed else self.tr("bien"))
            for one in (*missed, *rest)
        ]  # fmt: skip
        self.table.show_lines(heads, lines)

    def _choose(self, _at: int) -> None:
        if not self._filling:
            self.crew_chosen.emit(self.crew.currentData())

    def take_focus(self) -> None:
        """The choice of a crew."""
        self.crew.setFocus(Qt.FocusReason.OtherFocusReason)
