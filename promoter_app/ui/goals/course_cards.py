"""Two lists of the course: milestones of competence standards, and samples frozen with their day."""

from __future__ import annotations

import json
from datetime import date

from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from promoter_app.domain.people import AGE_GROUPS, MINOR_AGE_GROUPS
from promoter_app.services.indicators import follow_up
from promoter_app.services.indicators.office_view import FollowUp
from promoter_app.ui.desk import Desk
from promoter_app.ui.goals.list_card import ListCard
from promoter_app.ui.goals.table import Column
from promoter_app.ui.goals.words import amount
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.question import Question
from promoter_app.ui.language import short_date


def _day(day: str | None) -> str:
    return short_date(date.fromisoformat(day)) if day else "—"


class MilestonesCard(ListCard):
    """What has to be updated, by when, and what was reached; they are written in Ajustes."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.settings_button = KeyButton("", "ph.gear-six-bold", size="small")
        super().__init__(desk, self.settings_button, parent=parent)
        self.settings_button.clicked.connect(lambda: desk.go.emit("settings"))

    def retranslate(self) -> None:
        """Put on every word again."""
        self.set_words(self.tr("Hitos"), self.tr("No hay hitos. Se escriben en Ajustes."))
        self.settings_button.setText(self.tr("Editar en Ajustes"))

    def show_follow_up(self, shown: FollowUp) -> None:
        """Show what was read."""
        heads = [Column(self.tr("Estándar"), wide=True), Column(self.tr("Versión")),
                 Column(self.tr("Organismo"), wide=True), Column(self.tr("Estado")), Column(self.tr("Para cuándo")),
                 Column(self.tr("Se logró"))]  # fmt: skip
        lines = [
            (one["standard"], one["version"] or "—", one["body"] or "—", one["status"] or "—", _day(one["due"]),
             _day(one["reached_on"]))
            for one in shown.milestones
        ]  # fmt: skip
        self.table.show_lines(heads, lines)


class SampleQuestion(Question):
    """A name, and whom it takes in."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.heading.setText(self.tr("Congelar una muestra de hoy"))
        self.accept_button.setText(self.tr("Congelar muestra"))
        self.name = QLineEdit()
        self.name.setMaxLength(120)
        self.sex, self.age, self.language = QComboBox(), QComboBox(), QComboBox()
        ages = [(each, each.replace("-", "–")) for each in AGE_GROUPS if each not in MINOR_AGE_GROUPS]
        choices: tuple[tuple[QComboBox, list[tuple[str, str]]], ...] = (
            (self.sex, [("F", self.tr("Mujer")), ("M", self.tr("Hombre")), ("X", self.tr("Otro"))]),
            (self.age, ages),
            (self.language, [(each.iso639_3, each.label) for each in desk.courses.languages]),
        )
        for box, listed in choices:
            box.addItem(self.tr("cualquiera"), None)
            for value, words in listed:
                box.addItem(words, value)
        self.add(self.tr("Nombre de la muestra"), self.name)
        self.add(self.tr("Sexo"), self.sex)
        self.add(self.tr("Edad"), self.age)
        self.add(self.tr("Lengua"), self.language)

    def fields(self) -> dict[str, str]:
        """The values asked for, by field; nothing is everybody."""
        boxes = {"sex": self.sex, "age_group": self.age, "language": self.language}
        return {field: box.currentData() for field, box in boxes.items() if box.currentData() is not None}


class SamplesCard(ListCard):
    """Samples frozen so far, and the button that freezes one."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        self.freeze_button = KeyButton("", "ph.snowflake-bold", size="small")
        super().__init__(desk, self.freeze_button, parent=parent)
        self.freeze_button.clicked.connect(self._ask)

    def retranslate(self) -> None:
        """Put on every word again."""
        self.set_words(self.tr("Muestras congeladas"), self.tr("Todavía no se congela ninguna muestra."))
        self.freeze_button.setText(self.tr("Congelar muestra"))

    def show_follow_up(self, shown: FollowUp) -> None:
        """Show what was read."""
        heads = [Column(self.tr("Muestra"), wide=True), Column(self.tr("Quiénes"), wide=True),
                 Column(self.tr("Personas"), number=True), Column(self.tr("Congelada"))]  # fmt: skip
        lines = [
            (one["name"], self._whom(one["definition"]), amount(one["people"]), _day(one["frozen_on"]))
            for one in shown.samples
        ]
        self.table.show_lines(heads, lines)

    def _whom(self, definition: str) -> str:
        told = json.loads(definition)
        if "list" in told:
            return self.tr("una lista de %n", "", int(told["list"]))
        names = {"F": self.tr("mujeres"), "M": self.tr("hombres"), None: self.tr("sin dato")}
        fields = told["fields"]
        said = [
            self.desk.language_name(value) if field == "language" else names.get(value, str(value))
            for field, value in fields.items()
        ]
        return ", ".join(said) or self.tr("todas las personas")

    def _ask(self) -> None:
        question = SampleQuestion(self.desk, self)
        if question.exec():
            self.freeze(question.name.text().strip() or self.tr("Muestra"), question.fields())
        question.deleteLater()

    def freeze(self, name: str, fields: dict[str, str]) -> None:
        """Keep who is in it today."""
        self.desk.road.do(
            lambda folder, stamp: follow_up.freeze_sample(folder, stamp, name, people=None, **fields),
            lambda _id: self.told.emit(self.tr("Muestra congelada")),
        )
