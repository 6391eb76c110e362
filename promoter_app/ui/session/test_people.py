"""The people of a test: who answered, who is in turn, who is missing."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from promoter_app.domain.names import short_name
from promoter_app.domain.people import Person
from promoter_app.services.sessions.recordings import language_name
from promoter_app.services.sessions.testing import TestRoom
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit import Card, PersonList, PersonRow, Rule, Text


class TestPeople(Card):
    """The list at the left; `chosen` carries the person that was clicked."""

    __test__ = False
    chosen = Signal(bytes)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(padding=0, parent=parent)
        self.desk = desk
        self._room: TestRoom | None = None
        self._now: tuple[bytes | None, int, int] = (None, 0, 0)
        self.count = Text("", "heading")
        self.why = Text("", "small", "ink2", wrap=True)
        self.list = PersonList()
        self.list.setFrameShape(PersonList.Shape.NoFrame)
        head = QVBoxLayout()
        head.setContentsMargins(16, 8, 16, 10)
        head.setSpacing(0)
        head.addWidget(self.count)
        head.addWidget(self.why)
        self.body.addLayout(head)
        self.body.setSpacing(0)
        self.body.addWidget(Rule())
        self.body.addWidget(self.list, 1)
        self.body.setContentsMargins(0, 0, 0, 4)
        self.list.chosen.connect(self._choose)
        desk.names_hidden_changed.connect(self.list.people.set_names_hidden)
        self.retranslate()

    def show_room(self, room: TestRoom, person: bytes | None, at: int, asked: int) -> None:
        """The room with `person` in turn at question `at` (0 based) of `asked`."""
        same = self._room is not None and [p.id for p in self._room.people] == [p.id for p in room.people]
        self._room, self._now = room, (person, at, asked)
        rows = [self._row(one) for one in room.people]
        if same:
            for row in rows:
                self.list.people.change(row.key, detail=row.detail, mark=row.mark)
        else:
            self.list.people.set_rows(rows)
            self.list.people.set_names_hidden(self.desk.names_hidden)
        self._say_count()
        if person is not None:
            self.list.set_current_key(person)

    def show_seen(self, seen: frozenset[bytes]) -> None:
        """While all answer with their cards: whose card has been seen, and nothing else."""
        for one in self._room.people if self._room is not None else ():
            words, mark = (self.tr("ya se vio"), "present") if one.id in seen else ("", "missing")
            self.list.people.change(one.id, detail=words, mark=mark)

    def retranslate(self) -> None:
        """Every word again."""
        self.list.setAccessibleName(self.tr("Personas de la prueba"))
        self.list.set_empty_text(self.tr("Todavía no hay nadie en la lista."))
        if self._room is not None:
            room, self._room = self._room, None
            self.show_room(room, *self._now)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "list"):
            self.retranslate()

    def _say_count(self) -> None:
        room = self._room
        if room is None:
            return
        if room.is_sample:
            words = self.tr("{some} personas de {all}")
            self.count.setText(words.format(some=len(room.people), all=room.present))
            self.why.setText(self.tr("Elegidas al azar. Las mismas contestan al final."))
        else:
            self.count.setText(self.tr("%n personas", "", len(room.people)))
            self.why.setText(self.tr("Contestan todas las personas presentes."))

    def _row(self, person: Person) -> PersonRow:
        if self._room is None:
            raise RuntimeError("no room")
        test = self._room.test_of(person.id)
        now, at, asked = self._now
        language = language_name(self.desk.courses, person.language)
        words = [language or self.tr("Lengua sin dato")]
        mark = "missing"
        if person.id == now:
            mark = "current"
            words.append(self.tr("pregunta {at} de {asked}").format(at=at + 1, asked=asked))
        elif test.declined:
            mark = "present"
            words.append(self.tr("no quiso contestar"))
        elif test.is_done:
            mark = "present"
            words.append(self.tr("ya contestó"))
        elif test.answers:
            words.append(self.tr("lleva {done} de {asked}").format(done=len(test.answers), asked=test.asked))
        return PersonRow(person.id, short_name(person.name), " · ".join(words), mark=mark, whole=person.name)

    def _choose(self, key: object) -> None:
        if isinstance(key, bytes):
            self.chosen.emit(key)
