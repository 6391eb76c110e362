"""What the office tells by hand, campaign reach and figures: the list, and the question that writes or corrects one."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from PySide6.QtWidgets import QVBoxLayout, QWidget

from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.domain.done import Done, Value
from promoter_app.domain.indicators.by_hand import OUTREACH, REPORTED, checked_report
from promoter_app.domain.indicators.catalog import Indicator
from promoter_app.domain.office.fields import Noun
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.indicators import by_hand
from promoter_app.services.indicators.by_hand import ByHand, Told
from promoter_app.services.indicators.office_view import FollowUp
from promoter_app.ui.desk import Desk
from promoter_app.ui.goals.list_card import ListCard
from promoter_app.ui.goals.table import Column
from promoter_app.ui.goals.words import amount
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.field_form import FieldForm, FormWords, StillCombo
from promoter_app.ui.kit.question import Question
from promoter_app.ui.language import short_date

_HEIGHT = 150
TAKEN_BACK = 2
"""What the question gives when the row is to be taken back."""
Values = Mapping[str, Value]


def _indicator(desk: Desk, one: Indicator) -> str:
    return f"{one.code} · {desk.say(one.title)}"


class HandQuestion(Question):
    """One row of a noun told by hand; it stays open, and says what is missing, until it may be written."""

    def __init__(
        self, desk: Desk, noun: Noun, shown: ByHand, values: Values | None = None, parent: QWidget | None = None
    ) -> None:
        super().__init__("", "", parent)
        self.desk, self.noun = desk, noun
        self.banner, self.fields = Banner(), FieldForm()
        self.take_back_button = KeyButton(self.tr("Quitar"), "ph.minus-circle-bold", kind="danger", parent=self)
        self.take_back_button.setVisible(values is not None)
        self.heading.setText(self._title(new=values is None))
        self.accept_button.setText(self.tr("Guardar"))
        self.fields.show_fields(noun.fields, values or {"on_date": desk.today()}, self._words(shown))
        self._lay_out()
        self._fields = [self.fields.editor(each.name) for each in noun.fields]
        if values is not None:
            self.buttons.insertWidget(1, self.take_back_button)
            self.take_back_button.clicked.connect(lambda: self.done(TAKEN_BACK))

    def _lay_out(self) -> None:
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 0, 8, 4)
        column.addWidget(self.banner)
        column.addWidget(self.fields)
        column.addStretch(1)
        self.form.addRow(inner)

    def _title(self, *, new: bool) -> str:
        if self.noun is OUTREACH:
            return self.tr("Anotar alcance de la campaña") if new else self.tr("Corregir alcance de la campaña")
        return self.tr("Anotar una cifra") if new else self.tr("Corregir una cifra")

    def _words(self, shown: ByHand) -> FormWords:
        tongues = [(one.iso639_3, one.label) for one in self.desk.courses.languages if one.iso639_3]
        if SPANISH not in dict(tongues):
            tongues.insert(0, (SPANISH, self.tr("Español")))
        listed = {one.id: _indicator(self.desk, one) for one in shown.indicators if one.id}
        return FormWords(self.desk.language, {"partner": shown.partners, "indicator": listed}, tongues)

    def accept(self) -> None:
        """Close only when everything is right; else say what is not, above the fields."""
        try:
            checked_report(self.noun, self.fields.values(), self.desk.today())
        except Refusal as refusal:
            self.banner.tell("red", *self.desk.said(refusal))
            self.asked.verticalScrollBar().setValue(0)
            return
        super().accept()


class ByHandCard(ListCard):
    """Rows of both kinds, the last day first."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.reach_button = KeyButton("", "ph.plus-bold", size="small")
        self.figure_button = KeyButton("", "ph.plus-bold", size="small")
        self.only = StillCombo()
        super().__init__(desk, self.only, self.reach_button, self.figure_button, least=_HEIGHT, parent=parent)
        self._shown = ByHand((), {}, ())
        self._seen: list[Told] = []
        self.reach_button.clicked.connect(lambda: self._ask(OUTREACH))
        self.figure_button.clicked.connect(lambda: self._ask(REPORTED))
        self.table.opened.connect(self._open)
        self.only.currentIndexChanged.connect(lambda _at: self._fill())

    def retranslate(self) -> None:
        """Put on every word again."""
        self.set_words(self.tr("Campaña y cifras"), self.tr("Nadie ha anotado nada a mano."))
        self.reach_button.setText(self.tr("Anotar alcance"))
        self.figure_button.setText(self.tr("Anotar cifra"))
        self.only.setAccessibleName(self.tr("Ver solo"))

    def show_follow_up(self, shown: FollowUp) -> None:
        """Show what was read."""
        self._shown = shown.by_hand
        none = self.tr("ningún indicador se informa a mano; se agrega en Ajustes, Indicadores")
        self.figure_button.set_reason("" if self._shown.indicators else none)
        said = [self.tr("Se anota a mano. Enter en una fila la corrige o la quita.")] if self._shown.rows else []
        if not self._shown.indicators:
            said.append(self.tr("No se anotan cifras: {0}.").format(none))
        self.say_hint(" ".join(said))
        self._offer()

    def _offer(self) -> None:
        told = sorted({self._what(row) for row in self._shown.rows}, key=str.casefold)
        chosen = self.only.currentData()
        self.only.blockSignals(True)
        self.only.offer([(what, what) for what in told], chosen if chosen in told else None)
        self.only.setItemText(0, self.tr("Todo"))
        self.only.blockSignals(False)
        self.only.setVisible(len(told) > 1)
        self._fill()

    def _fill(self) -> None:
        chosen = self.only.currentData()
        self._seen = [row for row in self._shown.rows if chosen in (None, self._what(row))]
        heads = [Column(self.tr("Día")), Column(self.tr("Qué"), wide=True),
                 Column(self.tr("Dónde o evidencia"), wide=True), Column(self.tr("Cantidad"), number=True),
                 Column(self.tr("Cómo se contó")), Column(self.tr("Anotó")), Column(self.tr("Cuándo"))]  # fmt: skip
        self.table.show_lines(heads, [self._line(row) for row in self._seen])

    def _what(self, row: Told) -> str:
        if row.noun is OUTREACH:
            return str(row.values["channel"])
        named = (one for one in self._shown.indicators if one.id == row.values["indicator"])
        return next((_indicator(self.desk, one) for one in named), "…")

    def _line(self, row: Told) -> tuple[str, ...]:
        values = row.values
        if row.noun is OUTREACH:
            where, count = values["place"], values["people"]
            read = OUTREACH.field("counted").option(values["counted"])
            how = self.desk.say(read) if read else "—"
        else:
            where, count = values["evidence"], values["amount"]
            how = "—"
        at = row.at.astimezone(self.desk.road.edge.now().tzinfo).date()
        day = short_date(date.fromisoformat(str(values["on_date"])))
        return day, self._what(row), str(where or "—"), amount(float(str(count))), how, row.who or "—", short_date(at)

    def _open(self, place: int) -> None:
        if place < len(self._seen):
            row = self._seen[place]
            self._ask(row.noun, row)

    def _ask(self, noun: Noun, row: Told | None = None) -> None:
        question = HandQuestion(self.desk, noun, self._shown, row.values if row else None, self)
        answer = question.exec()
        if answer == TAKEN_BACK and row is not None:
            self._take_back(row)
        elif answer:
            self._write(noun, question.fields.values(), row)
        question.deleteLater()

    def _write(self, noun: Noun, values: Values, row: Told | None) -> None:
        def work(folder: Folder, stamp: Stamp) -> Done[bytes]:
            if row is None:
                return by_hand.tell(folder, stamp, noun, values)
            return by_hand.correct(folder, stamp, noun, row.id, values)

        words = self.tr("Anotado. Ctrl+Z lo deshace") if row is None else self.tr("Corregido. Ctrl+Z lo deshace")
        self.desk.road.do(work, lambda _id: self.told.emit(words))

    def _take_back(self, row: Told) -> None:
        self.desk.road.do(
            lambda folder, stamp: by_hand.take_back(folder, stamp, row.noun, row.id),
            lambda _none: self.told.emit(self.tr("Quitado. Ctrl+Z lo regresa")),
        )
