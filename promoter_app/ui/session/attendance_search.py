"""Typing in Asistencia: a name, a card's number or a whole code; the crew's own people first, then everybody."""

from __future__ import annotations

from collections.abc import Hashable

from PySide6.QtCore import QObject, Signal

from promoter_app.domain.cards import looks_like_code, read_code
from promoter_app.domain.people import Person
from promoter_app.domain.sessions import Session
from promoter_app.services.crews import crews
from promoter_app.ui.kit import PersonRow, ScanField
from promoter_app.ui.road import Road
from promoter_app.ui.session.attendance_words import Seen, found_row

_LIMIT = 8
_EVERYWHERE, _NEW, _NOBODY = "everywhere", "new", "nobody"
Answer = tuple[str, str, list[Person]]


class AttendanceSearch(QObject):
    """Fills the list under the field; says who was chosen, which code was typed, or who must be registered.

    An answer to older words is never shown, and Enter before the answer waits for it: nobody is marked by a
    list that belongs to other letters. A code of somebody else's is judged like a card: what it was must be said,
    or the last green would seem to be its answer.
    """

    person_chosen = Signal(bytes)
    code_typed = Signal(str)
    new_wanted = Signal(str)
    nobody_found = Signal(str)

    def __init__(self, field: ScanField, road: Road, parent: QObject) -> None:
        super().__init__(parent)
        self._field, self._road = field, road
        self._session: Session | None = None
        self._seen: Seen | None = None
        self._typed = self._listed = ""
        field.wanted.connect(self._on_wanted)
        field.submitted.connect(self._on_submitted)
        field.chosen.connect(self._on_chosen)

    def set_session(self, session: Session, seen: Seen) -> None:
        """Whose crew comes first, and how names are shown."""
        self._session, self._seen = session, seen

    def _on_wanted(self, words: str) -> None:
        self._typed = words
        if read_code(words) is not None:
            self._field.set_found(())
            return
        self._ask("typing", words)

    def _on_submitted(self, words: str) -> None:
        self._typed = words
        if read_code(words) is not None or looks_like_code(words):
            self._field.empty()
            self.code_typed.emit(words)
            return
        self._ask("enter", words)

    def _on_chosen(self, key: Hashable) -> None:
        if key in (_EVERYWHERE, _NEW, _NOBODY) and looks_like_code(self._typed):
            self.code_typed.emit(self._typed)
        elif self._listed != self._typed or key == _EVERYWHERE:
            self._field.setText(self._typed)
            self._ask("enter" if self._listed != self._typed else "everywhere", self._typed)
        elif key == _NEW:
            self.new_wanted.emit(self._typed)
        elif key == _NOBODY:
            self.nobody_found.emit(self.tr("Nadie tiene la tarjeta {0}. Busca por su nombre").format(self._typed))
        elif isinstance(key, bytes):
            self.person_chosen.emit(key)

    def _ask(self, why: str, words: str) -> None:
        session = self._session
        if session is None:
            return
        crew, day = session.crew, session.held_on
        self._road.ask(
            lambda folder: (why, words, crews.search_people(folder, words, day, crew=crew, limit=_LIMIT)),
            self._on_found,
        )

    def _on_found(self, answer: Answer) -> None:
        why, words, people = answer
        if self._seen is None or words != self._field.text().strip():
            return
        own = [each for each in people if self._seen.crew is None or each.crew == self._seen.crew]
        number = words.isdecimal()
        alone = own if not number else people
        if why == "enter" and len(alone) == 1:
            self._field.empty()
            self.person_chosen.emit(alone[0].id)
            return
        self._listed = words
        if own or number or why != "typing":
            self._show(people, number=number)
        else:
            self._field.set_found((self._hint(_EVERYWHERE),))

    def _show(self, people: list[Person], *, number: bool) -> None:
        seen = self._seen
        if people and seen is not None:
            self._field.set_found([found_row(each, seen) for each in people])
        else:
            self._field.set_found((self._hint(_NOBODY if number else _NEW),))

    def _hint(self, key: str) -> PersonRow:
        if key == _EVERYWHERE:
            words = self.tr("Nadie se llama así en esta cuadrilla. Enter busca en todas")
            return PersonRow(key, words)
        if key == _NOBODY:
            return PersonRow(key, self.tr("Nadie tiene la tarjeta con ese número"), self.tr("Busca por su nombre"))
        nobody = self.tr("Nadie se llama así en ninguna cuadrilla")
        return PersonRow(key, nobody, self.tr("Enter: persona nueva"), "", "new")
