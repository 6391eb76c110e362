"""The tab of the course: ratings of three points and why, the log, figures by hand, milestones, samples."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QCheckBox, QComboBox, QLineEdit, QVBoxLayout, QWidget

from promoter_app.domain.indicators.periods import Period
from promoter_app.services.indicators import follow_up
from promoter_app.services.indicators.follow_up import ASPECTS, LEVELS, Adaptation, Rating
from promoter_app.services.indicators.office_view import FollowUp
from promoter_app.ui.desk import Desk
from promoter_app.ui.goals.by_hand_card import ByHandCard
from promoter_app.ui.goals.course_cards import MilestonesCard, SamplesCard
from promoter_app.ui.goals.list_card import ListCard
from promoter_app.ui.goals.table import Column
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.question import DayEdit, Question
from promoter_app.ui.language import short_date


class RatingQuestion(Question):
    """An outcome, what of it, how much, and why."""

    def __init__(self, levels: dict[str, str], aspects: dict[str, str], parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.heading.setText(self.tr("Calificar un resultado"))
        self.accept_button.setText(self.tr("Guardar calificación"))
        self.outcome, self.justification = QLineEdit(), QLineEdit()
        self.aspect, self.level = QComboBox(), QComboBox()
        for box, words in ((self.aspect, aspects), (self.level, levels)):
            for code, each in words.items():
                box.addItem(each, code)
        self.add(self.tr("Resultado"), self.outcome)
        self.add(self.tr("Qué se califica"), self.aspect)
        self.add(self.tr("Nivel"), self.level)
        self.add(self.tr("Justificación"), self.justification)

    def rating(self, period: Period) -> Rating:
        """What was written, for a period."""
        return Rating(
            self.outcome.text().strip(), self.aspect.currentData(), self.level.currentData(),
            self.justification.text(), period.id,
        )  # fmt: skip


class ChangeQuestion(Question):
    """What changed, why, on what evidence, and with whom it was agreed."""

    def __init__(self, today: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.heading.setText(self.tr("Anotar un cambio de rumbo"))
        self.accept_button.setText(self.tr("Guardar cambio"))
        self.day = DayEdit(today)
        self.change, self.reason, self.evidence, self.agreed = (QLineEdit() for _each in range(4))
        self.informed = QCheckBox(self.tr("El donante ya lo sabe"))
        for words, field in (
            (self.tr("Día"), self.day), (self.tr("Qué cambió"), self.change), (self.tr("Por qué"), self.reason),
            (self.tr("Con qué evidencia"), self.evidence), (self.tr("Con quién se acordó"), self.agreed),
        ):
            self.add(words, field)
        self.add(self.tr("Donante"), self.informed)

    def adaptation(self) -> Adaptation:
        """What was written."""
        return Adaptation(
            self.day.day(), self.change.text(), self.reason.text(),
            self.agreed.text(), self.evidence.text(), self.informed.isChecked(),
        )  # fmt: skip


class CoursePart(QWidget):
    """`told` carries what was done in words."""

    told = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._shown: FollowUp | None = None
        self.rate_button = KeyButton("", "ph.plus-bold", size="small")
        self.change_button = KeyButton("", "ph.plus-bold", size="small")
        self.ratings, self.changes = ListCard(desk, self.rate_button), ListCard(desk, self.change_button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        self.by_hand, self.milestones, self.samples = ByHandCard(desk), MilestonesCard(desk), SamplesCard(desk)
        for card in (self.ratings, self.changes, self.by_hand, self.milestones, self.samples):
            column.addWidget(card, 1)
        for told in (self.by_hand.told, self.samples.told):
            told.connect(self.told)
        self.rate_button.clicked.connect(self._ask_rating)
        self.change_button.clicked.connect(self._ask_change)
        self.retranslate()

    def levels(self) -> dict[str, str]:
        """The three points in words."""
        words = (self.tr("bajo"), self.tr("moderado"), self.tr("alto"))
        return dict(zip(LEVELS, words, strict=True))

    def aspects(self) -> dict[str, str]:
        """What is rated, in words."""
        return dict(zip(ASPECTS, (self.tr("logro"), self.tr("sostenibilidad")), strict=True))

    def retranslate(self) -> None:
        """Put on every word again."""
        self.ratings.set_words(self.tr("Calificaciones"), self.tr("Todavía no se califica ningún resultado."))
        self.changes.set_words(self.tr("Cambios de rumbo"), self.tr("Todavía no se anota ningún cambio de rumbo."))
        self.rate_button.setText(self.tr("Calificar"))
        self.change_button.setText(self.tr("Anotar cambio"))
        for more in (self.by_hand, self.milestones, self.samples):
            more.retranslate()
        if self._shown is not None:
            self.show_follow_up(self._shown)

    def show_follow_up(self, shown: FollowUp) -> None:
        """Show what was read."""
        self._shown = shown
        levels, aspects = self.levels(), self.aspects()
        heads = [Column(self.tr("Resultado"), wide=True), Column(self.tr("Qué se califica")), Column(self.tr("Nivel")),
                 Column(self.tr("Justificación"), wide=True)]  # fmt: skip
        lines = [(one.outcome, aspects[one.aspect], levels[one.level], one.justification) for one in shown.ratings]
        self.ratings.table.show_lines(heads, lines)
        heads = [Column(self.tr("Día")), Column(self.tr("Qué cambió"), wide=True),
                 Column(self.tr("Por qué"), wide=True), Column(self.tr("Con quién")),
                 Column(self.tr("Donante"))]  # fmt: skip
        changes = [
            (short_date(date.fromisoformat(one.on_date)), one.change, one.reason, one.agreed_by,
             self.tr("avisado") if one.donor_informed else self.tr("sin avisar"))
            for one in shown.adaptations
        ]  # fmt: skip
        self.changes.table.show_lines(heads, changes)
        for more in (self.by_hand, self.milestones, self.samples):
            more.show_follow_up(shown)

    def _ask_rating(self) -> None:
        question = RatingQuestion(self.levels(), self.aspects(), self)
        if question.exec() and self._shown is not None:
            rating = question.rating(self._shown.period)
            self.desk.road.do(
                lambda folder, stamp: follow_up.rate(folder, stamp, rating),
                lambda _id: self.told.emit(self.tr("Calificación guardada")),
            )
        question.deleteLater()

    def _ask_change(self) -> None:
        question = ChangeQuestion(self.desk.today(), self)
        if question.exec():
            one = question.adaptation()
            self.desk.road.do(
                lambda folder, stamp: follow_up.log_adaptation(folder, stamp, one),
                lambda _id: self.told.emit(self.tr("Cambio de rumbo anotado")),
            )
        question.deleteLater()

    def take_focus(self) -> None:
        """The first button."""
        self.rate_button.setFocus(Qt.FocusReason.OtherFocusReason)
