"""The tab of the period: how many indicators advance, closing it, what was corrected since, and targets to set."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from promoter_app.domain.indicators.figures import Restatement
from promoter_app.services.indicators import closing
from promoter_app.services.indicators.office_view import FollowUp
from promoter_app.ui.desk import Desk
from promoter_app.ui.goals.office_cards import CommentsCard, RequestsCard
from promoter_app.ui.goals.table import Column, Table
from promoter_app.ui.goals.words import amount, named_period
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.question import Question
from promoter_app.ui.language import full_date

_PRINTED = 16  # letters of a fingerprint that a person can compare


class ReasonQuestion(Question):
    """Why a figure of a closed period is another now."""

    def __init__(self, what: str, before: str, parent: QWidget | None = None) -> None:
        super().__init__(what, "", parent)
        self.accept_button.setText(self.tr("Guardar motivo"))
        self.reason = QLineEdit(before)
        self.reason.setMaxLength(300)
        self.add(self.tr("Motivo"), self.reason)


class PeriodPart(QWidget):
    """`told` carries what was done in words."""

    told = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._shown: FollowUp | None = None
        self.state, self.changes, self.to_set = Card("…"), Card("…"), Card("…")
        self.roll_up, self.closed = Text("", "bold", wrap=True), Text("", "body", "ink2", wrap=True)
        self.close_button = KeyButton("", "mdi6.lock", size="small")
        self.hint = Text("", "small", "ink2", wrap=True)
        self.restated, self.targets = Table(), Table()
        words = QVBoxLayout()
        words.addWidget(self.roll_up)
        words.addWidget(self.closed)
        row = QHBoxLayout()
        row.addLayout(words, 1)
        row.addWidget(self.close_button, 0, Qt.AlignmentFlag.AlignTop)
        self.state.body.addLayout(row)
        self.changes.body.addWidget(self.hint)
        self.changes.body.addWidget(self.restated, 1)
        self.to_set.body.addWidget(self.targets, 1)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.state)
        column.addWidget(self.changes, 1)
        column.addWidget(self.to_set, 1)
        self.comments, self.requests = CommentsCard(desk), RequestsCard(desk)
        for more in (self.comments, self.requests):
            column.addWidget(more, 1)
            more.told.connect(self.told)
        for table in (self.restated, self.targets):
            table.setMinimumHeight(116)
        self.close_button.clicked.connect(self._close)
        self.restated.opened.connect(self._give_reason)
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.state.set_heading(self.tr("Cierre del periodo"))
        self.changes.set_heading(self.tr("Corregido después del cierre"))
        self.to_set.set_heading(self.tr("Metas por fijar"))
        self.close_button.setText(self.tr("Cerrar periodo"))
        self.restated.setAccessibleName(self.tr("Corregido después del cierre"))
        self.targets.setAccessibleName(self.tr("Metas por fijar"))
        self.targets.set_empty_text(self.tr("No hay metas por fijar."))
        self.comments.retranslate()
        self.requests.retranslate()
        if self._shown is not None:
            self.show_follow_up(self._shown)

    def show_follow_up(self, shown: FollowUp) -> None:
        """Show what was read."""
        self._shown = shown
        report, say = shown.report, self.desk.say
        self.roll_up.setText(say(report.roll_up.words))
        if report.closed_on and report.fingerprint:
            day = full_date(date.fromisoformat(report.closed_on))
            words = self.tr("Cerrado el {0}. Huella {1}").format(day, report.fingerprint[:_PRINTED])
        else:
            words = self.tr("Abierto. Al cerrarlo sus cifras se guardan con una huella; lo que cambie después se dice.")
        self.closed.setText(words)
        self.closed.setToolTip(report.fingerprint or "")
        declared = shown.period.id is not None
        self.close_button.set_reason("" if declared else self.tr("no es un periodo del proyecto"))
        self._show_restated(report.restated, is_closed=report.closed_on is not None)
        titles = {one.indicator.code: say(one.indicator.title) for one in report.indicators}
        heads = [Column(self.tr("Indicador"), wide=True), Column(self.tr("Periodo")),
                 Column(self.tr("A quién le toca")), Column(self.tr("Para cuándo"))]  # fmt: skip
        lines = [
            (f"{one['indicator']} · {titles.get(one['indicator'], '')}", named_period(one["period"]),
             one["owner"] or "—", full_date(date.fromisoformat(one["due"])) if one["due"] else "—")
            for one in shown.to_set
        ]  # fmt: skip
        self.targets.show_lines(heads, lines)
        self.comments.show_follow_up(shown)
        self.requests.show_follow_up(shown)

    def _show_restated(self, restated: tuple[Restatement, ...], *, is_closed: bool) -> None:
        heads = [Column(self.tr("Indicador"), wide=True), Column(self.tr("Al cerrar"), number=True),
                 Column(self.tr("Ahora"), number=True), Column(self.tr("Cambio"), number=True),
                 Column(self.tr("Motivo"), wide=True)]  # fmt: skip
        lines = [
            (f"{one.indicator} · {self.desk.say(one.label)}", amount(one.before), amount(one.now), f"{one.change:+d}",
             self.desk.say(one.reason))
            for one in restated
        ]  # fmt: skip
        self.restated.show_lines(heads, lines)
        self.restated.setVisible(bool(lines))
        if lines:
            self.hint.setText(self.tr("Enter en una fila escribe el motivo."))
        elif is_closed:
            self.hint.setText(self.tr("Nada ha cambiado desde el cierre."))
        else:
            self.hint.setText(self.tr("El periodo sigue abierto."))

    def _close(self) -> None:
        shown = self._shown
        if shown is None:
            return
        period = shown.period
        self.desk.road.do(
            lambda folder, stamp: closing.close_period(folder, stamp, period),
            lambda print_: self.told.emit(self.tr("Periodo cerrado. Huella {0}").format(print_[:_PRINTED])),
        )

    def _give_reason(self, place: int) -> None:
        shown = self._shown
        if shown is None or place >= len(shown.report.restated):
            return
        one = shown.report.restated[place]
        what = self.tr("¿Por qué cambió {0} en {1:+d}?").format(one.indicator, one.change)
        question = ReasonQuestion(what, "", self)
        if question.exec():
            self.write_reason(one, question.reason.text())
        question.deleteLater()

    def write_reason(self, one: Restatement, reason: str) -> None:
        """Keep why a closed figure changed."""
        if self._shown is None:
            return
        period = self._shown.period
        self.desk.road.do(
            lambda folder, stamp: closing.give_reason(folder, stamp, period, one.indicator, reason),
            lambda _none: self.told.emit(self.tr("Motivo guardado")),
        )

    def take_focus(self) -> None:
        """The list of corrections when there are some: Enter changes nothing by itself there."""
        target = self.restated if self.restated.texts() else self.targets
        target.setFocus(Qt.FocusReason.OtherFocusReason)
