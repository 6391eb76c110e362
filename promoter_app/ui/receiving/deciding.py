"""What waits for a decision, one at a time: pairs of records, then differences; and what can be done after them."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.done import Done
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.stamp import Stamp
from promoter_app.services import conflicts as conflict_service
from promoter_app.services.conflicts import Conflict, Opinion
from promoter_app.services.folder import Folder
from promoter_app.services.merging.receiving import is_of_returning
from promoter_app.services.people import duplicates
from promoter_app.services.people.duplicates import Beside, Choice, Pair
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, IconLabel, Text
from promoter_app.ui.receiving.compare import CompareCard
from promoter_app.ui.receiving.differences import DifferenceCard


class DecidingCard(QWidget):
    """`settled` after each decision; `told` says it in words; the office's other work starts from the last card."""

    settled = Signal()
    told = Signal(str)
    copy_wanted = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._pairs: list[Pair] = []
        self._beside: Beside | None = None
        self._conflicts: list[Conflict] = []
        self._skipped_pairs: set[tuple[bytes, bytes]] = set()
        self._skipped_fields: set[tuple[bytes, str]] = set()
        self._decided = 0
        self._copy: str | None = None
        self._ahead: list[Pair] = []
        self._to_unite = 0
        self._waits_again = False
        self.compare = CompareCard(desk.language_name, desk.topic_name)
        self.difference = DifferenceCard(desk.language_name)
        self.nothing = Card("", padding=20)
        self.words = Text("", "heading", wrap=True)
        self.more = Text("", "body", "ink2", wrap=True)
        self.again_button = KeyButton("", "ph.arrow-counter-clockwise-bold", "O", size="small")
        self.copy_button = KeyButton("", "ph.clock-counter-clockwise-bold", size="small")
        self._lay_out_nothing()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        for card in (self.compare, self.difference, self.nothing):
            column.addWidget(card)
        self._turn_to(self.nothing)
        self._connect()

    def _lay_out_nothing(self) -> None:
        row = QHBoxLayout()
        row.setSpacing(14)
        self.sign = IconLabel("ph.check-circle-fill", "cana", 34)
        row.addWidget(self.sign)
        row.addWidget(self.words, 1)
        self.nothing.body.setSpacing(14)
        self.nothing.body.addLayout(row)
        self.nothing.body.addWidget(self.more)
        self.offers = QVBoxLayout()
        self.offers.setSpacing(10)
        for button in (self.again_button, self.copy_button):
            line = QHBoxLayout()
            line.addWidget(button)
            line.addStretch(1)
            self.offers.addLayout(line)
        self.nothing.body.addLayout(self.offers)
        self.nothing.body.addStretch(1)

    def _connect(self) -> None:
        self.compare.united.connect(self._unite)
        self.compare.different.connect(self._keep_apart)
        self.compare.later.connect(self._later)
        self.difference.decided.connect(self._decide)
        self.difference.later.connect(self._later)
        self.again_button.clicked.connect(self._show_skipped)
        self.copy_button.clicked.connect(self.copy_wanted)

    def retranslate(self) -> None:
        """Put on every word again."""
        self.compare.retranslate()
        self.difference.retranslate()
        self._say_nothing()
        self.again_button.setText(self.tr("Ver lo que dejé para después"))
        self._name_copy()

    def skipped(self) -> set[tuple[bytes, bytes]]:
        """Pairs left for later since the window opened."""
        return set(self._skipped_pairs)

    def take_ahead(self) -> list[Pair]:
        """The pairs that followed the one just decided, once; empty when all people should be compared again."""
        ahead, self._ahead = self._ahead, []
        return ahead

    def set_copy(self, name: str | None) -> None:
        """Which safety copy there is to return to; one that was made on returning brings the united back."""
        self._copy = name
        self.copy_button.setVisible(name is not None)
        self._name_copy()

    def _name_copy(self) -> None:
        if self._copy is not None and is_of_returning(self._copy):
            self.copy_button.setText(self.tr("Volver a lo que se había unido"))
        else:
            self.copy_button.setText(self.tr("Volver a como estaba antes de unir"))

    def set_leading(self, leading: bool) -> None:
        """Whether deciding is the next thing, and its button the green one."""
        self.compare.unite_button.set_kind("primary" if leading else "secondary")

    def set_to_unite(self, files: int) -> None:
        """How many files were looked at and wait to be united: until then nothing is done with."""
        self._to_unite = files
        self._say_nothing()

    def _say_nothing(self) -> None:
        waits = bool(self._to_unite)
        self.sign.set_icon("ph.git-merge-bold" if waits else "ph.check-circle-fill", "cana")
        if waits:
            self.words.setText(self.tr("Falta unir %n archivos", "", self._to_unite))
            self.more.setText(self.tr("Todavía no cambia nada. Al unirlos, lo que haya por decidir aparece aquí."))
        else:
            self.words.setText(self.tr("No hay nada por decidir"))
            self.more.setText(self.tr("Cuando lleguen personas repetidas o datos que no coinciden, aparecen aquí."))

    def step_back(self) -> None:
        """A decision was taken back: a pair waits again among the others, a field has the other value."""
        if self._waits_again:
            self._decided = max(0, self._decided - 1)

    def show_waiting(self, pairs: list[Pair], beside: Beside | None, conflicts: list[Conflict]) -> None:
        """Show the first that waits: pairs before differences."""
        self._pairs, self._beside = pairs, beside
        self._conflicts = [one for one in conflicts if (one.entity, one.field) not in self._skipped_fields]
        left = len(self._pairs) + len(self._conflicts)
        place = (self._decided + 1, self._decided + left)
        self.again_button.setVisible(bool(self._skipped_pairs or self._skipped_fields))
        if pairs and beside is not None:
            self.compare.show_pair(pairs[0], beside, self.desk.say, place, hidden=self.desk.names_hidden)
            self._turn_to(self.compare)
        elif self._conflicts:
            self.difference.show_conflict(self._conflicts[0], place, hidden=self.desk.names_hidden)
            self._turn_to(self.difference)
        else:
            self._decided = 0
            self._turn_to(self.nothing)

    @property
    def is_deciding(self) -> bool:
        """Whether something waits for a decision."""
        return bool(self._pairs or self._conflicts)

    def _turn_to(self, shown: QWidget) -> None:
        for card in (self.compare, self.difference, self.nothing):
            card.setVisible(card is shown)

    # deciding
    def _unite(self, chosen: dict[str, Choice]) -> None:
        if not self._pairs:
            return
        pair = self._pairs[0]
        self._ahead = [one for one in self._pairs[1:] if pair.b not in (one.a, one.b)]
        words = self.tr("Unidas en una persona. Ctrl Z lo deshace")
        self._do(lambda folder, stamp: duplicates.unite(folder, stamp, pair.a, pair.b, chosen), words)

    def _keep_apart(self) -> None:
        if not self._pairs:
            return
        pair = self._pairs[0]
        self._ahead = self._pairs[1:]
        words = self.tr("Quedan como dos personas. Ctrl Z lo deshace")
        self._do(lambda folder, stamp: duplicates.keep_apart(folder, stamp, pair.a, pair.b), words)

    def _decide(self, opinion: object) -> None:
        if not self._conflicts or not isinstance(opinion, Opinion):
            return
        conflict = self._conflicts[0]
        words = self.tr("Quedó decidido")
        if opinion.value != conflict.opinions[0].value:  # the first is shown already: nothing changes, nothing to undo
            words = self.tr("Quedó decidido. Ctrl Z regresa lo de antes")
        self._do(lambda folder, stamp: conflict_service.decide(folder, stamp, conflict, opinion), words, waits=False)

    def _do(self, act: Callable[[Folder, Stamp], Done[Any]], words: str, *, waits: bool = True) -> None:
        """Carry out one decision (`waits`: undone, it waits again); a second key before it is done decides nothing."""
        self._pairs, self._conflicts = [], []

        def finish(_outcome: object) -> None:
            self._decided += 1
            self._waits_again = waits
            self.told.emit(words)

        def refused(refusal: Refusal) -> None:
            self._ahead = []
            self.desk.tell_refusal(refusal)
            self.settled.emit()

        self.desk.road.do(act, finish, refused)

    def _later(self) -> None:
        if self._pairs and not self.compare.isHidden():
            self._skipped_pairs.add((self._pairs[0].a, self._pairs[0].b))
            self._ahead = self._pairs[1:]
        elif self._conflicts:
            self._skipped_fields.add((self._conflicts[0].entity, self._conflicts[0].field))
        self.settled.emit()

    def _show_skipped(self) -> None:
        self._skipped_pairs.clear()
        self._skipped_fields.clear()
        self.settled.emit()
