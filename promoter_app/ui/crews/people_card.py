"""The card under a crew: who is in it, who lacks a topic, who has no card; or everybody, page by page; and a search."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QButtonGroup, QWidget

from promoter_app.domain.cards import card_label
from promoter_app.domain.people import Person
from promoter_app.services.crews import crews as service
from promoter_app.services.crews.members import CrewView, Member
from promoter_app.services.crews.path import CrewPath
from promoter_app.services.folder import Folder
from promoter_app.ui.crews.people import CURRENT, DONE, LOCKED, OPEN, PeopleTable, PersonLine
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.layouts import stack
from promoter_app.ui.kit.people import PersonRow, initials
from promoter_app.ui.kit.scan_field import ScanField

PAGE = 100
LACKING, ALL, CARDLESS = "lacking", "all", "cardless"
_FILTERS = {LACKING: "ph.warning-bold", ALL: "ph.users-bold", CARDLESS: "ph.identification-card-bold"}


@dataclass(frozen=True)
class _Asked:
    """A question under way: an answer to an older one is not shown."""

    number: int


class PeopleCard(Card):
    """Shows a CrewView, or everybody. `person_wanted` carries somebody found or entered, with their crew;
    `sheet_wanted` the id of a member whose sheet is asked for."""

    person_wanted = Signal(object)
    sheet_wanted = Signal(bytes)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", padding=4, parent=parent)
        self.desk = desk
        self._view: CrewView | None = None
        self._everybody: list[Person] = []
        self._found: dict[bytes, Person] = {}
        self._asked = _Asked(0)
        self._filter = ALL
        self.filters = {name: KeyButton("", icon, kind="grape", size="small") for name, icon in _FILTERS.items()}
        self._group = QButtonGroup(self)
        for button in self.filters.values():
            button.setCheckable(True)
            self._group.addButton(button)
        self.title = Text("", "heading", wrap=True)
        self.search = ScanField()
        self.search.setProperty("scan", "false")
        self.table = PeopleTable()
        self._lay_out()
        for name, button in self.filters.items():
            button.clicked.connect(lambda _on=False, n=name: self.choose_filter(n))
        self.search.wanted.connect(self._look_for)
        self.search.submitted.connect(self._look_for)
        self.search.chosen.connect(self._take_found)
        self.table.chosen.connect(self._enter)
        self.table.people.more_wanted.connect(self._next_page)
        self.retranslate()

    def _lay_out(self) -> None:
        self.bar = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self.bar.setContentsMargins(12, 4, 12, 4)
        self.bar.setSpacing(8)
        chips = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        chips.setSpacing(8)
        for button in self.filters.values():
            chips.addWidget(button)
        chips.addStretch(1)
        self.bar.addWidget(self.title, 1)
        self.bar.addLayout(chips)
        self.bar.addWidget(self.search, 1)
        self.body.setContentsMargins(2, 0, 2, 4)
        self.body.addLayout(self.bar)
        self.body.addWidget(self.table, 1)

    def arrange(self, *, tall: bool) -> None:
        """Fit large text."""
        stack(self.bar, tall)
        self.table.arrange(tall=tall)

    def retranslate(self) -> None:
        """Put on every word again."""
        self.search.set_prompt(self.tr("Busca persona o tarjeta"))
        self.table.setAccessibleName(self.tr("Personas"))
        self.title.setText(self.tr("Todas las personas"))

    def choose_filter(self, name: str) -> None:
        """Show those who lack a safety topic, everybody of the crew, or those without a card."""
        self._filter = name
        self.filters[name].setChecked(True)
        self._show_members()

    # a crew
    def show_crew(self, view: CrewView) -> None:
        """The people of one crew."""
        self._asked = _Asked(self._asked.number + 1)
        self._view, self._everybody = view, []
        self.title.hide()
        lacks = view.lacks
        counts = {
            LACKING: (self.tr("Les falta un tema {0}"), len(lacks)),
            ALL: (self.tr("Todas {0}"), len(view.members)),
            CARDLESS: (self.tr("Sin tarjeta {0}"), sum(one.person.card_number is None for one in view.members)),
        }
        for name, (words, count) in counts.items():
            self.filters[name].setText(words.format(count))
            self.filters[name].show()
        self.filters[self._filter].setChecked(True)
        self._show_members()

    def _show_members(self) -> None:
        view = self._view
        if view is None:
            return
        lacks = view.lacks
        members = {
            LACKING: [one for one in view.members if one.person.id in lacks],
            ALL: list(view.members),
            CARDLESS: [one for one in view.members if one.person.card_number is None],
        }[self._filter]
        self.table.set_empty_text(self._nobody())
        chosen = self._current()
        lines = [self._line(view, one, lacks.get(one.person.id, ())) for one in members]
        self.table.people.hide_names(self.desk.names_hidden)
        self.table.people.show_lines(lines)
        self.select(chosen)

    def _nobody(self) -> str:
        return {
            LACKING: self.tr("A nadie le falta un tema de seguridad."),
            ALL: self.tr("Esta cuadrilla todavía no tiene gente."),
            CARDLESS: self.tr("Todas las personas tienen tarjeta."),
        }[self._filter]

    def _line(self, view: CrewView, member: Member, lacks: tuple[str, ...]) -> PersonLine:
        person, mark = member.person, "amber" if lacks else "green"
        topics: tuple[str, ...] = ()
        state = ""
        if view.path is not None:
            topics = topic_states(view.path, member.attended)
            state = self._state(view.path, lacks)
        language = self.desk.language_name(person.language)
        return PersonLine(person.id, person.name, language, _card(person), topics, state, mark)

    def _state(self, path: CrewPath, lacks: tuple[str, ...]) -> str:
        if not lacks:
            return self.tr("Al día")
        if len(lacks) > 1:
            return self.tr("Le faltan {0} temas").format(len(lacks))
        name = next(step.module.neutral for step in path.steps if step.module.code == lacks[0])
        joint = " and " if self.desk.language == "en" else " y "
        return self.tr("Le falta {0}").format(name.in_language(self.desk.language).split(joint)[0])

    # everybody
    def show_everybody(self, first: list[Person]) -> None:
        """Everybody by name; `first` is the first page."""
        self._asked = _Asked(self._asked.number + 1)
        self._view, self._everybody = None, list(first)
        self.title.show()
        for button in self.filters.values():
            button.hide()
        self.table.set_empty_text(self.tr("Todavía no hay personas."))
        self.table.people.hide_names(self.desk.names_hidden)
        self.table.people.show_lines([self._plain(person) for person in first], more=len(first) == PAGE)

    def _next_page(self) -> None:
        asked, day = self._asked, self.desk.today()
        if not self._everybody:
            return
        last = self._everybody[-1]

        def show(page: list[Person]) -> None:
            if asked == self._asked:
                self._everybody += page
                self.table.people.add_lines([self._plain(person) for person in page], more=len(page) == PAGE)

        self.desk.road.ask(lambda folder: service.page_of_people(folder, day, last, PAGE), show)

    def _plain(self, person: Person) -> PersonLine:
        language = self.desk.language_name(person.language)
        return PersonLine(person.id, person.name, language, _card(person), crew=person.crew_name or "")

    # finding
    def select(self, person: bytes | None) -> None:
        """Put the mark on somebody who is listed."""
        row = self.table.people.row_of(person) if person is not None else None
        if row is not None:
            self.table.selectRow(row)

    def _current(self) -> bytes | None:
        here = self.table.currentIndex()
        return self.table.people.line(here.row()).key if here.isValid() else None

    def _look_for(self, words: str) -> None:
        day, crew = self.desk.today(), self._view.crew.id if self._view else None

        def look(folder: Folder) -> list[Person]:
            return service.search_people(folder, words, day, crew=crew)

        self.desk.road.ask(look, lambda found: self._show_found(words, found))

    def _show_found(self, words: str, found: Sequence[Person]) -> None:
        if self.search.text().strip() != words:
            return
        self._found = {person.id: person for person in found}
        rows = [self._found_row(person) for person in found]
        none = PersonRow(None, self.tr("Nadie se llama así ni tiene esa tarjeta"), mark="missing")
        self.search.set_found(rows or [none])

    def _found_row(self, person: Person) -> PersonRow:
        name = initials(person.name) if self.desk.names_hidden else person.name
        parts = (person.crew_name or self.tr("sin cuadrilla"), self.desk.language_name(person.language))
        return PersonRow(person.id, name, " · ".join(parts), _card(person))

    def _take_found(self, key: object) -> None:
        if isinstance(key, bytes) and key in self._found:
            self.person_wanted.emit(self._found[key])

    def _enter(self, key: bytes) -> None:
        """In a crew Enter opens the person's sheet; in the list of everybody it goes to their crew."""
        if self._view is not None:
            self.sheet_wanted.emit(key)
            return
        person = next((one for one in self._everybody if one.id == key), None)
        if person is None:
            return
        if person.crew is None:
            self.sheet_wanted.emit(person.id)
        else:
            self.person_wanted.emit(person)

    def take_focus(self) -> None:
        """The field."""
        self.search.setFocus(Qt.FocusReason.OtherFocusReason)


def topic_states(path: CrewPath, attended: frozenset[str]) -> tuple[str, ...]:
    """Each topic of the course for one person: done, current, locked or open."""
    return tuple(
        DONE if step.module.code in attended else step.state if step.state in (CURRENT, LOCKED) else OPEN
        for step in path.steps
    )


def _card(person: Person) -> str:
    return card_label(person.card_number) if person.card_number is not None else ""
