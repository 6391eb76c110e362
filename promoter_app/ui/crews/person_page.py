"""One person's sheet: data to put right, crews, cards, and the sessions that are theirs whatever the crew."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QComboBox, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from promoter_app.domain.cards import card_label
from promoter_app.domain.curriculum.course import title_on_paper
from promoter_app.domain.people import AGE_GROUPS, MINOR_AGE_GROUPS
from promoter_app.domain.refusal import Refusal
from promoter_app.services.crews.cards import report_lost
from promoter_app.services.crews.crews import Crew, crews
from promoter_app.services.curricula import all_modules
from promoter_app.services.folder import Folder
from promoter_app.services.people import sheet as service
from promoter_app.services.people.sheet import GivenCard, PersonSheet, Stay
from promoter_app.ui import theme
from promoter_app.ui.crews.rights_card import RightsCard
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.layouts import Fitting, clear, stack
from promoter_app.ui.kit.people import initials
from promoter_app.ui.kit.question import DayEdit, Question
from promoter_app.ui.kit.scan_field import ScanField
from promoter_app.ui.language import short_date
from promoter_app.ui.room import scrolling

_MOST_VISITS = 40


@dataclass(frozen=True)
class _Shown:
    sheet: PersonSheet
    crews: list[Crew]


class MoveQuestion(Question):
    """To which crew, and from which day."""

    def __init__(self, choices: list[Crew], today: str, parent: QWidget | None = None) -> None:
        super().__init__("", "", parent)
        self.heading.setText(self.tr("¿A qué cuadrilla pasa?"))
        self.accept_button.setText(self.tr("Cambiar de cuadrilla"))
        self.crews = QComboBox()
        for crew in choices:
            season = f" · {crew.season_name}" if crew.season_name else ""
            self.crews.addItem(f"{crew.name}{season}", crew.id)
        self.since = DayEdit(today)
        self.add(self.tr("Cuadrilla"), self.crews)
        self.add(self.tr("Desde el día"), self.since)

    def chosen(self) -> tuple[bytes, str]:
        """The crew's id and the first day, `2026-02-17`."""
        crew: bytes = self.crews.currentData()
        return crew, self.since.day()


class PersonPage(Fitting):
    """Opened by `open_person`; `left` when the way back is taken."""

    left = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._person: bytes | None = None
        self._shown: _Shown | None = None
        self.back_button = KeyButton("", "ph.arrow-left-bold", "Esc", size="small")
        self.title, self.where = Text("", "title", wrap=True), Text("", "body", "ink2", wrap=True)
        self.data, self.stays, self.cards, self.visits = Card("…"), Card("…"), Card("…"), Card("…")
        self.rights = RightsCard(desk, self)
        self.name = QLineEdit()
        self.name.setMaxLength(200)
        self.sex, self.age, self.language = QComboBox(), QComboBox(), QComboBox()
        for box in (self.sex, self.age, self.language):  # the column is as wide as the others
            box.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.save_button = KeyButton("", "ph.check-bold", "F9", kind="primary")
        self.move_button = KeyButton("", "ph.arrows-left-right-bold", size="small")
        self.lost_button = KeyButton("", "ph.identification-card-bold", size="small")
        self.new_card = ScanField()
        self.new_card.setProperty("scan", "false")
        self._form = QFormLayout()
        self._labels: dict[QWidget, Text] = {}
        self._stay_lines, self._card_lines, self._visit_lines = QVBoxLayout(), QVBoxLayout(), QVBoxLayout()
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        for field in (self.name, self.sex, self.age, self.language):
            self._labels[field] = Text("", "label")
            self._labels[field].setBuddy(field)
            self._form.addRow(self._labels[field], field)
        self._form.setVerticalSpacing(12)
        self._form.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        self.data.body.addLayout(self._form)
        self.data.body.addWidget(self.save_button, 0, Qt.AlignmentFlag.AlignRight)
        self.data.body.addStretch(1)
        for card, lines in ((self.stays, self._stay_lines), (self.cards, self._card_lines)):
            lines.setSpacing(6)
            card.body.addLayout(lines)
        self.stays.body.addWidget(self.move_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.cards.body.addWidget(self.lost_button, 0, Qt.AlignmentFlag.AlignLeft)
        self.cards.body.addWidget(self.new_card)
        self.visits.body.addLayout(self._visit_lines)
        self.visits.body.addStretch(1)
        middle = QVBoxLayout()
        middle.setSpacing(16)
        middle.addWidget(self.stays)
        middle.addWidget(self.cards)
        middle.addWidget(self.rights)
        middle.addStretch(1)
        self._across = QHBoxLayout()
        self._across.setSpacing(16)
        self._across.addWidget(self.data, 1)
        self._across.addLayout(middle, 1)
        self._across.addWidget(self.visits, 1)
        head = QHBoxLayout()
        head.setSpacing(16)
        head.addWidget(self.back_button)
        words = QVBoxLayout()
        words.addWidget(self.title)
        words.addWidget(self.where)
        head.addLayout(words, 1)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(20, 16, 20, 16)
        column.setSpacing(16)
        column.addLayout(head)
        column.addLayout(self._across, 1)
        scrolling(self, inner)

    def _connect(self) -> None:
        self.back_button.clicked.connect(self.left)
        self.rights.gone.connect(self.left)
        self.save_button.clicked.connect(self._put_right)
        self.move_button.clicked.connect(self._ask_move)
        self.lost_button.clicked.connect(self._lose_card)
        self.new_card.submitted.connect(self.take_code)
        self.name.returnPressed.connect(self._put_right)

    # showing
    def open_person(self, person: bytes) -> None:
        """Show the sheet of a person."""
        self._person = person
        self.reload()

    def person(self) -> bytes | None:
        """Whose sheet it is."""
        return self._person

    def reload(self) -> None:
        """Ask again what is known of the person."""
        person, day = self._person, self.desk.today()
        if person is None:
            return

        def look(folder: Folder) -> _Shown:
            return _Shown(service.person_sheet(folder, person, day), crews(folder, day))

        self.desk.road.ask(look, self._show, self._unknown)

    def _unknown(self, refusal: Refusal) -> None:
        """A person that the office blocked is in no list any more; what is left to do with them stays on screen."""
        shown = self._shown
        if shown is None or shown.sheet.person.id != self._person or not self.rights.is_office:
            self.desk.tell_refusal(refusal)
            return
        for card in (self.data, self.stays, self.cards, self.visits):
            card.setEnabled(False)
        self.rights.open_person(shown.sheet.person.id, shown.sheet.person.name)

    def _show(self, shown: _Shown) -> None:
        self._shown = shown
        person, hidden = shown.sheet.person, self.desk.names_hidden
        for part in (self.stays, self.cards, self.visits):
            part.setEnabled(True)
        self.title.setText(initials(person.name) if hidden else person.name)
        self.rights.open_person(person.id, person.name)
        card = card_label(person.card_number) if person.card_number is not None else self.tr("sin tarjeta")
        self.where.setText(f"{person.crew_name or self.tr('sin cuadrilla')} · {card}")
        self.name.setText(initials(person.name) if hidden else person.name)
        self.name.setCursorPosition(0)
        self._fill_choices(person.sex, person.age_group, person.language)
        self.data.setEnabled(not hidden)
        if self.isVisible() and self.window().focusWidget() is None:
            self.take_focus()  # the field that had it is closed while names are hidden
        self._show_lines(self._stay_lines, [self._stay_words(stay) for stay in shown.sheet.stays])
        self._show_lines(self._card_lines, self._card_words(shown.sheet))
        self._show_lines(self._visit_lines, self._visit_words(shown.sheet))
        self.lost_button.setVisible(self._good_card() is not None)

    def _good_card(self) -> GivenCard | None:
        """The last card that is still good."""
        cards = self._shown.sheet.cards if self._shown is not None else ()
        return next((card for card in cards if not card.cancelled), None)

    def _fill_choices(self, sex: str | None, age: str | None, language: str | None) -> None:
        none = self.tr("sin dato")
        sexes = {"F": self.tr("Mujer"), "M": self.tr("Hombre"), "X": self.tr("Otro")}
        ages = [(each, each.replace("-", "–")) for each in AGE_GROUPS if each not in MINOR_AGE_GROUPS or each == age]
        known = [(each.iso639_3, each.label) for each in self.desk.courses.languages]
        if language is not None and language not in dict(known):
            known.append((language, self.desk.language_name(language)))
        for box, choices, value in (
            (self.sex, list(sexes.items()), sex), (self.age, ages, age), (self.language, known, language)
        ):
            box.clear()
            box.addItem(none, None)
            for code, words in choices:
                box.addItem(words, code)
            box.setCurrentIndex(max(0, box.findData(value)))

    def _show_lines(self, lines: QVBoxLayout, words: list[str]) -> None:
        clear(lines)
        for each in words or [self.tr("Todavía nada.")]:
            lines.addWidget(Text(each, "body", "" if words else "ink2", wrap=True))

    def _stay_words(self, stay: Stay) -> str:
        since = self._day(stay.since)
        name = stay.crew_name or self.tr("sin cuadrilla")
        if stay.until is None:
            return self.tr("{0} · desde el {1}").format(name, since)
        return self.tr("{0} · del {1} al {2}").format(name, since, self._day(stay.until))

    def _card_words(self, sheet: PersonSheet) -> list[str]:
        states = {
            "lost": self.tr("anulada: se perdió"),
            "replaced": self.tr("anulada: tiene otra"),
        }
        return [
            f"{card_label(card.number)} · "
            + (states.get(card.reason or "", self.tr("anulada")) if card.cancelled else self.tr("vale"))
            for card in sheet.cards
        ]

    def _visit_words(self, sheet: PersonSheet) -> list[str]:
        titles = {
            module.code: title_on_paper(module, self.desk.language) for module in all_modules(self.desk.courses)
        }
        lines = []
        for visit in sheet.visits[:_MOST_VISITS]:
            topic = titles.get(visit.module or "", self.tr("sesión sin tema"))
            lines.append(" · ".join(part for part in (self._day(visit.held_on), topic, visit.crew_name) if part))
        more = len(sheet.visits) - _MOST_VISITS
        return [*lines, self.tr("y %n más", "", more)] if more > 0 else lines

    def _day(self, day: str) -> str:
        return short_date(date.fromisoformat(day))

    # doing
    def _put_right(self) -> None:
        person = self._person
        if person is None or self.desk.names_hidden:
            return
        name = self.name.text()
        sex, age, language = (box.currentData() for box in (self.sex, self.age, self.language))
        self.desk.road.do(
            lambda folder, stamp: service.put_right(
                folder, stamp, person, name=name, sex=sex, age_group=age, language=language
            ),
            lambda _person: self.desk.tell("green", self.tr("Datos corregidos")),
        )

    def _ask_move(self) -> None:
        person, shown = self._person, self._shown
        if person is None or shown is None:
            return
        others = [crew for crew in shown.crews if crew.id != shown.sheet.person.crew]
        question = MoveQuestion(others, self.desk.today(), self)
        if not others or not question.exec():
            return
        crew, since = question.chosen()
        self.desk.road.do(
            lambda folder, stamp: service.move_to_crew(folder, stamp, person, crew, since),
            lambda _done: self.desk.tell("green", self.tr("Cambió de cuadrilla. Su historia sigue con la persona")),
        )

    def _lose_card(self) -> None:
        """It is cancelled at once, so that nobody else counts with it; Ctrl+Z when it turns up."""
        card = self._good_card()
        if card is None:
            return
        words = self.tr("La tarjeta {0} quedó anulada").format(card_label(card.number))
        self.new_card.setFocus(Qt.FocusReason.OtherFocusReason)
        self.desk.road.do(
            lambda folder, stamp: report_lost(folder, stamp, card.id),
            lambda _none: self.desk.tell("green", words, self.tr("Escanea una en blanco cuando la tengas.")),
        )

    def take_code(self, text: str) -> None:
        """A blank card was scanned, or its number or code typed: it becomes this person's card."""
        person = self._person
        if person is None:
            return
        self.new_card.empty()
        self.desk.road.do(
            lambda folder, stamp: service.give_card(folder, stamp, person, text),
            lambda number: self.desk.tell("green", self.tr("La tarjeta buena es la {0}").format(card_label(number))),
        )

    # words and focus
    def _arrange(self) -> None:
        stack(self._across, theme.is_large())

    def retranslate(self) -> None:
        """Put on every word again."""
        self.back_button.setText(self.tr("Cuadrilla"))
        self.data.set_heading(self.tr("Datos"))
        self.stays.set_heading(self.tr("Cuadrillas"))
        self.cards.set_heading(self.tr("Tarjetas"))
        self.visits.set_heading(self.tr("Sesiones"))
        self.save_button.setText(self.tr("Corregir datos"))
        self.move_button.setText(self.tr("Cambiar de cuadrilla"))
        self.lost_button.setText(self.tr("Se perdió su tarjeta"))
        self.new_card.set_prompt(
            self.tr("Escanea o escribe número"), self.tr("Tarjeta nueva: escanea o escribe su número")
        )
        for field, words in (
            (self.name, self.tr("Nombre y apellidos")), (self.sex, self.tr("Sexo")),
            (self.age, self.tr("Edad")), (self.language, self.tr("Lengua que prefiere")),
        ):
            self._labels[field].setText(words)
            field.setAccessibleName(words)
        self.rights.retranslate()
        if self._shown is not None:
            self._show(self._shown)

    def take_focus(self) -> None:
        """The way back: nothing is changed by the first key."""
        self.back_button.setFocus(Qt.FocusReason.OtherFocusReason)
