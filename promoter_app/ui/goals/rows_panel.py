"""The rows behind a number: people, sessions or reach; Enter on a person gives their sessions; Esc goes back."""

from __future__ import annotations

import threading
from dataclasses import dataclass
from datetime import date
from typing import Any

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QHBoxLayout, QWidget

from promoter_app.domain.cards import card_label
from promoter_app.domain.curriculum.course import title_on_paper
from promoter_app.domain.indicators.figures import Cell
from promoter_app.domain.indicators.limits import WHOLE, Limits
from promoter_app.domain.indicators.periods import Period
from promoter_app.domain.refusal import Refusal
from promoter_app.services.curricula import find_module
from promoter_app.services.folder import Folder
from promoter_app.services.indicators import goals as service
from promoter_app.services.people.sheet import PersonSheet, person_sheet
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.goals.table import Column, Table
from promoter_app.ui.kit.announcing import announce
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Chip, Text
from promoter_app.ui.kit.layouts import stack
from promoter_app.ui.kit.people import initials
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.language import number, short_date

PAGE = 200
Row = dict[str, Any]


@dataclass(frozen=True)
class Asked:
    """What is looked behind: a cell of a period, named as the person pressed it."""

    period: Period
    cell: Cell
    name: str
    figure: str
    counted: int | None
    limits: Limits = WHOLE


class RowsPanel(Card):
    """Hidden until `open`. `closed` when Esc or Cerrar leaves it; `whole` when it may take all the room."""

    closed = Signal()
    whole = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", padding=6, parent=parent)
        self.desk = desk
        self.setObjectName("rows")
        self._asked: Asked | None = None
        self._rows: list[Row] = []
        self._of: PersonSheet | None = None
        self._ended = self._waiting = False
        self._stop = threading.Event()
        self.title = Text("", "heading", wrap=True)
        self.chip = Chip("", "ph.funnel-bold", "blue")
        self.all_button = KeyButton("", "ph.table-bold", "V", size="office")
        self.all_button.setCheckable(True)
        self.close_button = KeyButton("", "ph.x-bold", "Esc", size="office", cap_only=True)
        self.progress, self.table = ProgressPanel(), Table()
        top = self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        top.setContentsMargins(12, 0, 6, 0)
        top.setSpacing(10)
        top.addWidget(self.title, 1)
        top.addWidget(self.chip)
        keys = QHBoxLayout()
        keys.addWidget(self.all_button)
        keys.addWidget(self.close_button)
        top.addLayout(keys)
        self.body.setSpacing(4)
        self.body.addLayout(top)
        self.body.addWidget(self.progress)
        self.body.addWidget(self.table, 1)
        self.table.setMinimumHeight(theme.px(84))
        self.all_button.toggled.connect(self.whole)
        self.close_button.clicked.connect(self.back)
        self.table.opened.connect(self._open_row)
        self.table.more_wanted.connect(self._ask_more)
        self.progress.cancelled.connect(self._stop.set)
        self.hide()
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.all_button.setText(self.tr("Ver todas"))
        self.close_button.setText(self.tr("Volver") if self._of else self.tr("Cerrar"))
        self._name_table()

    def asked(self) -> Asked | None:
        """What is open, or None."""
        return self._asked

    def open(self, asked: Asked) -> None:
        """Ask for the rows of a number and show them."""
        self._asked, self._of, self._rows, self._ended = asked, None, [], False
        self._stop.clear()
        self.progress.begin(self.tr("Buscando las filas"), cancel_word=self.tr("Cancelar"))
        self._ask(0)

    def show_again(self) -> None:
        """The same rows in other words: names were hidden or came back."""
        if self._asked is None or not self._rows:
            return
        if self._of is not None:
            self._show_person(self._of)
        else:
            self._show_rows()

    def close_rows(self) -> None:
        """Away with it, without a word."""
        self._asked = self._of = None
        self._stop.set()
        self.progress.end()
        self.all_button.setChecked(False)
        self.hide()

    def back(self) -> None:
        """From one person to the list; from the list out."""
        if self._of is not None:
            self._of = None
            self._show_rows()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        self.close_rows()
        self.closed.emit()

    # asking
    def _ask(self, offset: int) -> None:
        asked, stop = self._asked, self._stop.is_set
        if asked is None:
            return
        self._waiting = True

        def look(folder: Folder) -> list[Row]:
            return service.look_behind(folder, asked.period, asked.cell, asked.limits, PAGE, offset, stop)

        self.desk.road.ask(look, lambda found: self._take(asked, found), self._refused)

    def _ask_more(self) -> None:
        if self._of is None and not self._ended and not self._waiting:
            self._ask(len(self._rows))

    def _take(self, asked: Asked, found: list[Row]) -> None:
        self._waiting = False
        if asked is not self._asked:
            return
        self.progress.end()
        first = not self._rows
        self._ended = len(found) < PAGE
        self._rows += found
        if self._of is not None:
            return
        if first:
            self._show_rows()
            self.table.setFocus(Qt.FocusReason.OtherFocusReason)
            announce(self, self.title.text())
        else:
            self.table.lines.add([self._line(row) for row in found])

    def _refused(self, refusal: Refusal) -> None:
        self._waiting = False
        self.progress.end()
        if refusal.code == "stopped":
            self.back()
        else:
            self.desk.tell_refusal(refusal)

    # showing
    def _show_rows(self) -> None:
        asked = self._asked
        if asked is None:
            return
        self.title.setText(self._title(asked))
        self.chip.set_chip(asked.figure, "ph.funnel-bold", "blue")
        self.retranslate()
        self.table.show_lines(self._columns(), [self._line(row) for row in self._rows])
        self.show()

    def _title(self, asked: Asked) -> str:
        if asked.counted is None:
            return self.tr("Filas detrás de «{0}»").format(asked.name)
        shown = number(asked.counted)
        if self._kind() == "people":
            return self.tr("{0} personas detrás de «{1}»").format(shown, asked.name)
        if self._kind() == "sessions":
            return self.tr("{0} sesiones detrás de «{1}»").format(shown, asked.name)
        return self.tr("{0} filas detrás de «{1}»").format(shown, asked.name)

    def _kind(self) -> str:
        row = self._rows[0] if self._rows else {}
        return "people" if "name" in row else "sessions" if "code" in row else "others"

    def _columns(self) -> list[Column]:
        if self._kind() == "people":
            tested = [Column(self.tr("Aciertos, antes y después")), Column(self.tr("Cambio"))] if self._tested else []
            return [
                Column(self.tr("Tarjeta")), Column(self.tr("Persona"), wide=True), Column(self.tr("Dónde"), wide=True),
                Column(self.tr("Sexo")), Column(self.tr("Temas"), number=True), Column(self.tr("Sesión")), *tested,
            ]  # fmt: skip
        if self._kind() == "sessions":
            return [
                Column(self.tr("Día")), Column(self.tr("Sesión")), Column(self.tr("Tema"), wide=True),
                Column(self.tr("Dónde"), wide=True), Column(self.tr("Presentes"), number=True),
            ]
        return [Column(self.tr("Día")), Column(self.tr("Qué es"), wide=True), Column(self.tr("Cuántos"), number=True)]

    @property
    def _tested(self) -> bool:
        return any(row.get("items") for row in self._rows)

    def _line(self, row: Row) -> tuple[str, ...]:
        makers = {"people": self._person, "sessions": self._session, "others": self._other}
        return makers[self._kind()](row)

    def _person(self, row: Row) -> tuple[str, ...]:
        sexes = {"F": self.tr("mujer"), "M": self.tr("hombre"), "X": self.tr("otra")}
        name = initials(row["name"]) if self.desk.names_hidden else row["name"]
        line = (
            card_label(row["card"]) if row["card"] is not None else "—", name, _where(row),
            sexes.get(row["sex"], self.tr("sin dato")), str(row["topics"]), _day(row["day"]),
        )  # fmt: skip
        return (*line, *self._change(row)) if self._tested else line

    def _change(self, row: Row) -> tuple[str, str]:
        if not row["items"]:
            return "", ""
        before, after = row["before"], row["after"]
        word = (
            self.tr("Subió") if after > before else self.tr("Bajó") if after < before else self.tr("Igual")
        )
        return self.tr("{0} y {1} de {2}").format(before, after, row["items"]), word

    def _session(self, row: Row) -> tuple[str, ...]:
        return _day(row["day"]), row["code"], self._topic(row["module"]), _where(row), number(row["present"])

    def _other(self, row: Row) -> tuple[str, ...]:
        ways = {"counted": self.tr("contadas"), "estimated": self.tr("estimadas"), "platform": self.tr("plataforma")}
        told = [row.get("channel"), row.get("audience"), row.get("place"), ways.get(str(row.get("counted"))),
                row.get("standard")]  # fmt: skip
        if row.get("language"):
            told.append(self.desk.language_name(row["language"]))
        return _day(row["day"]), " · ".join(str(part) for part in told if part), number(row["n"])

    def _topic(self, module: str | None) -> str:
        found = find_module(self.desk.courses, None, module)
        if found is not None:
            return f"{module} · {title_on_paper(found, self.desk.language)}"
        return module or self.tr("sin tema")

    # one person
    def _open_row(self, place: int) -> None:
        if self._of is not None or self._kind() != "people" or place >= len(self._rows):
            return
        person, day = self._rows[place]["id"], self.desk.today()
        self.desk.road.ask(lambda folder: person_sheet(folder, person, day), self._show_person)

    def _show_person(self, sheet: PersonSheet) -> None:
        self._of = sheet
        name = initials(sheet.person.name) if self.desk.names_hidden else sheet.person.name
        self.title.setText(self.tr("%n sesiones de {0}", "", len(sheet.visits)).format(name))
        self.retranslate()
        lines = [(_day(visit.held_on), self._topic(visit.module), visit.crew_name or "") for visit in sheet.visits]
        heads = [Column(self.tr("Día")), Column(self.tr("Tema"), wide=True), Column(self.tr("Cuadrilla"), wide=True)]
        self.table.show_lines(heads, lines)
        announce(self, self.title.text())

    def _name_table(self) -> None:
        self.table.setAccessibleName(self.title.text() or self.tr("Filas detrás del número"))

    # fitting
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_top"):
            large = theme.is_large()
            stack(self._top, large)
            self.table.setMinimumHeight(theme.px(84))


def _where(row: Row) -> str:
    return " · ".join(part for part in (row["company"], row["crew"]) if part)


def _day(day: str) -> str:
    return short_date(date.fromisoformat(day))
