"""Cuadrillas: the crews, one crew's path with its locks and reasons, its people, and the way to bring a list."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from promoter_app.domain.people import Person
from promoter_app.domain.refusal import Refusal
from promoter_app.services.crews import crews as service
from promoter_app.services.crews.members import CrewProgress, CrewView, count_people, crew_progress, crew_view
from promoter_app.services.folder import Folder
from promoter_app.ui import theme
from promoter_app.ui.crews.path import CrewCard
from promoter_app.ui.crews.people_card import LACKING, PAGE, PeopleCard
from promoter_app.ui.crews.printing import CrewPrinting
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.layouts import Fitting, stack
from promoter_app.ui.kit.people import PersonList, PersonRow
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.room import Room

if TYPE_CHECKING:
    from promoter_app.ui.crews.new_person import NewPersonPage
    from promoter_app.ui.crews.person_page import PersonPage
    from promoter_app.ui.people_import.page import PeopleImport

_SIDE = 262
_SHORT = 660


@dataclass(frozen=True)
class _Shown:
    """What one question brings: the crews, and the chosen one or the first page of everybody."""

    crews: list[CrewProgress] = field(default_factory=list)
    people: int = 0
    view: CrewView | None = None
    everybody: list[Person] = field(default_factory=list)


class CrewsPage(Fitting, Room):
    """The second room. The crew that was open stays open until the window closes."""

    reads = frozenset(
        {"person", "membership", "crew", "session", "attendance", "card", "card_assignment", "card_cancel", "season"}
    )

    ahead = (CrewCard, PeopleCard)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("page", "true")
        self.setObjectName("crews")
        self._crew: bytes | None = None
        self._all = False
        self._person: bytes | None = None
        self._view: CrewView | None = None
        self._filling = False
        self.crews = PersonList()
        self.all_button = KeyButton("", "ph.users-three-bold", size="small")
        self.all_button.setCheckable(True)
        self.new_button = KeyButton("", "ph.user-plus-bold", "F2", size="small", more_keys=("Ctrl+N",))
        self.bring_button = KeyButton("", size="small")
        self.banner, self.progress = Banner(), ProgressPanel()
        self.crew_card = desk.part(CrewCard)
        self.people = desk.part(PeopleCard)
        self.empty = Card("", padding=32)
        self.empty_words = Text("", "heading", wrap=True)
        self.empty_more = Text("", "body", "ink2", wrap=True)
        self.empty_button = KeyButton("", "ph.table-bold", kind="primary", size="main")
        self.pages = QStackedWidget()
        self.importing: PeopleImport | None = None
        self.person_page: PersonPage | None = None
        self.new_person: NewPersonPage | None = None
        self.printing = CrewPrinting(desk, self.banner, self.progress, self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._arrange()

    def _lay_out(self) -> None:
        self.side = QWidget()
        left = QVBoxLayout(self.side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(10)
        self.crews.setProperty("framed", "true")
        left.addWidget(self.crews, 1)
        left.addWidget(self.new_button)
        left.addWidget(self.all_button)
        left.addWidget(self.bring_button)
        right = self._right = QVBoxLayout()
        for part in (self.banner, self.progress, self.crew_card):
            right.addWidget(part)
        right.addWidget(self.people, 1)
        inner = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._across.setContentsMargins(20, 16, 20, 16)
        self._across.setSpacing(16)
        self._across.addWidget(self.side)
        self._across.addLayout(right, 1)
        self.board = QScrollArea()
        self.board.setWidgetResizable(True)
        self.board.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.board.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.board.setWidget(inner)
        self.pages.addWidget(self.board)
        self._nobody = self._empty_page()
        self.pages.addWidget(self._nobody)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.pages)

    def _empty_page(self) -> QWidget:
        self.empty.body.setSpacing(20)
        self.empty.body.addWidget(self.empty_words)
        self.empty.body.addWidget(self.empty_more)
        self.empty.body.addWidget(self.empty_button, 0, Qt.AlignmentFlag.AlignLeft)
        page = QWidget()
        column = QVBoxLayout(page)
        column.setContentsMargins(24, 16, 24, 16)
        column.addWidget(self.empty)
        column.addStretch(1)
        return page

    def _connect(self) -> None:
        self.crews.pointed.connect(self._choose)
        self.all_button.clicked.connect(self._choose_all)
        self.new_button.clicked.connect(self.register_person)
        for button in (self.bring_button, self.empty_button):
            button.clicked.connect(self.bring_list)
        self.crew_card.who_lacks.connect(self._show_who_lacks)
        self.crew_card.print_cards.connect(self._print_cards)
        self.crew_card.print_list.connect(self._print_list)
        self.people.person_wanted.connect(self._go_to)
        self.people.sheet_wanted.connect(self.open_person)
        self.banner.acted.connect(self._act)

    # a room
    def heading(self) -> tuple[str, str]:
        return self.tr("Cuadrillas"), ""

    def retranslate(self) -> None:
        self.crews.setAccessibleName(self.tr("Cuadrillas"))
        self.all_button.setText(self.tr("Todas las personas"))
        self.new_button.setText(self.tr("Persona nueva"))
        self.bring_button.setText(self.tr("Traer lista de Excel o CSV"))
        self.empty_words.setText(self.tr("Aquí van tus cuadrillas y su gente."))
        self.empty_more.setText(
            self.tr("Trae la lista que te dieron, en Excel o CSV. Antes de registrar a nadie ves qué entra y qué no.")
        )
        self.empty_button.setText(self.tr("Traer lista de Excel o CSV"))
        self.people.retranslate()
        if self.person_page is not None:
            self.person_page.retranslate()
        if self.new_person is not None:
            self.new_person.retranslate()

    def take_focus(self) -> None:
        here = self.pages.currentWidget()
        for page in (self.importing, self.person_page, self.new_person):
            if page is not None and here is page:
                page.take_focus()
                return
        target = self.empty_button if self.pages.currentWidget() is not self.board else self.crews
        target.setFocus(Qt.FocusReason.OtherFocusReason)

    def to_search(self) -> bool:
        """The people's search, or where there is one person the field of their card."""
        here = self.pages.currentWidget()
        if self.person_page is not None and here is self.person_page:
            self.person_page.new_card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif self.new_person is not None and here is self.new_person:
            self.new_person.card.setFocus(Qt.FocusReason.ShortcutFocusReason)
        elif here is self.board:
            self.people.take_focus()
        else:
            return False
        return True

    def reload(self) -> None:
        day, courses, wanted, everybody = self.desk.today(), self.desk.courses.courses, self._crew, self._all

        def look(folder: Folder) -> _Shown:
            rows = crew_progress(folder, courses, day)
            people = count_people(folder)
            if everybody or not rows:
                return _Shown(rows, people, None, service.page_of_people(folder, day, None, PAGE))
            chosen = next((row.crew for row in rows if row.crew.id == wanted), rows[0].crew)
            return _Shown(rows, people, crew_view(folder, courses.get(chosen.sector), chosen, day))

        self.progress.begin(self.tr("Leyendo las cuadrillas"))
        self.desk.road.ask(look, self._show, self._could_not)

    def _could_not(self, refusal: Refusal) -> None:
        self.progress.end()
        self.banner.tell("red", *self.desk.said(refusal), (("again", self.tr("Intentar otra vez")),))

    def _act(self, action: str) -> None:
        if action == "again":
            self.banner.clear()
            self.mark_stale()

    # showing
    def _show(self, shown: _Shown) -> None:
        self.progress.end()
        self._show_rows(shown)
        if self.person_page is not None and self.pages.currentWidget() is self.person_page:
            self.person_page.reload()
        elif self.pages.currentWidget() in (self.board, self._nobody):
            had_focus = self._had_focus()
            self.pages.setCurrentWidget(self.board if shown.crews or shown.people else self._nobody)
            if had_focus:
                self.take_focus()
        self._all = shown.view is None
        self._view = shown.view
        self.all_button.setChecked(self._all)
        self.crew_card.setVisible(shown.view is not None)
        if shown.view is None:
            self.people.show_everybody(shown.everybody)
            return
        self._crew = shown.view.crew.id
        self.crew_card.show_crew(shown.view)
        self.people.show_crew(shown.view)
        if self._person is not None:
            self.people.select(self._person)
            self._person = None
        self._arrange()

    def _had_focus(self) -> bool:
        """Whether the focus is nowhere, or on what is about to be covered."""
        here = self.window().focusWidget()
        return self.isVisible() and (here is None or here in (self.crews, self.empty_button))

    def _show_rows(self, shown: _Shown) -> None:
        rows = [self._row(progress) for progress in shown.crews]
        self._filling = True
        self.crews.people.set_rows(rows)
        self.crews.set_empty_text(self.tr("Todavía no hay cuadrillas."))
        if shown.view is not None:
            self.crews.set_current_key(shown.view.crew.id)
        else:
            self.crews.clearSelection()
        self._filling = False
        self.all_button.setText(self.tr("Todas las personas {0}").format(f"{shown.people:,}"))

    def _row(self, progress: CrewProgress) -> PersonRow:
        crew = progress.crew
        people = self.tr("%n personas", "", crew.people)
        detail = f"{people} · {crew.venue_name}" if crew.venue_name else people
        side = self.tr("{0} de {1}").format(progress.held, progress.topics) if progress.topics else ""
        return PersonRow(crew.id, crew.name, detail, side, steps=(progress.held, progress.topics))

    # choosing
    def _choose(self, key: object) -> None:
        if self._filling or not isinstance(key, bytes) or (key == self._crew and not self._all):
            return
        self._crew, self._all = key, False
        self.mark_stale()

    def _choose_all(self) -> None:
        self._all = True
        self.mark_stale()

    def _go_to(self, person: Person) -> None:
        """Open somebody's crew with the mark on them."""
        if person.crew is None:
            self.desk.tell("amber", self.tr("Esta persona no está en ninguna cuadrilla"))
            return
        self._crew, self._all, self._person = person.crew, False, person.id
        self.people.choose_filter("all")
        self.mark_stale()
        self.people.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_who_lacks(self) -> None:
        self.people.choose_filter(LACKING)
        self.people.table.setFocus(Qt.FocusReason.OtherFocusReason)
        self.board.ensureWidgetVisible(self.people.table)

    def _print_cards(self) -> None:
        if self._view is not None:
            self.printing.cards(self._view)

    def _print_list(self) -> None:
        if self._view is not None:
            self.printing.attendance_list(self._view)

    # one person
    def open_person(self, person: bytes) -> None:
        """Open somebody's sheet."""
        if self.person_page is None:
            from promoter_app.ui.crews.person_page import PersonPage

            self.person_page = PersonPage(self.desk, self)
            self.person_page.left.connect(self._back)
            self.pages.addWidget(self.person_page)
        self._person = person
        self.person_page.open_person(person)
        self.pages.setCurrentWidget(self.person_page)
        self.person_page.take_focus()

    def card_scanned(self, text: str) -> None:
        if self.person_page is not None and self.pages.currentWidget() is self.person_page:
            self.person_page.take_code(text)
        elif self.new_person is not None and self.pages.currentWidget() is self.new_person:
            self.new_person.take_code(text)

    # somebody new
    def register_person(self) -> None:
        """Open the page that registers somebody in the crew on screen; from the list of everybody, in none."""
        if self.new_person is None:
            from promoter_app.ui.crews.new_person import NewPersonPage

            self.new_person = NewPersonPage(self.desk, self)
            self.new_person.cancelled.connect(self._back)
            self.new_person.known.connect(self.open_person)
            self.new_person.registered.connect(self._show_new)
            self.pages.addWidget(self.new_person)
        self.new_person.begin(self._view.crew if self._view is not None else None)
        self.pages.setCurrentWidget(self.new_person)
        self.new_person.take_focus()

    def _show_new(self, person: Person) -> None:
        """Back to the crew, the mark on who was registered."""
        self.pages.setCurrentWidget(self.board)
        if person.crew is not None:
            self._go_to(person)
        else:
            self._back()

    # bringing a list
    def begin(self, what: str) -> None:
        if what == "list":
            self.bring_list()

    def bring_list(self) -> None:
        """Open the page that brings a list, and ask for the file."""
        self._import_page().begin()

    def bring_file(self, path: Path) -> None:
        """Open the page that brings a list with a file that is known already."""
        self._import_page().read(path)

    def _import_page(self) -> PeopleImport:
        if self.importing is None:
            from promoter_app.ui.people_import.page import PeopleImport

            self.importing = PeopleImport(self.desk, self)
            self.importing.left.connect(self._back)
            self.pages.addWidget(self.importing)
        self.pages.setCurrentWidget(self.importing)
        return self.importing

    def _back(self) -> None:
        self.pages.setCurrentWidget(self.board)
        self.mark_stale()
        self.take_focus()

    # fitting
    def _arrange(self) -> None:
        """From 150 % the crews stand above; the path takes a line per zone where it has no room."""
        large = theme.is_large()
        stack(self._across, large)
        for size in (self.side.setMinimumWidth, self.side.setMaximumWidth):
            size((0 if size == self.side.setMinimumWidth else 16_777_215) if large else self._side_width())
        self.crews.setFixedHeight(theme.px(94) * 2) if large else self._free_height(self.crews)
        short = not large and self.height() < _SHORT
        self._across.setContentsMargins(20, 10 if short else 16, 20, 10 if short else 16)
        self._right.setSpacing(8 if short else 14)
        beside = 0 if large else self._side_width() + self._across.spacing()
        self.crew_card.arrange(tall=large, short=short, room=self.width() - 40 - 16 - beside)
        self.people.arrange(tall=large)

    def _side_width(self) -> int:
        return max(_SIDE, min(440, theme.px(_SIDE))) if self.width() < 1500 else 360

    @staticmethod
    def _free_height(widget: QWidget) -> None:
        widget.setMinimumHeight(120)
        widget.setMaximumHeight(16_777_215)
