"""Beside the board: what is proposed, why, what is wrong and what would help, and the buttons for it."""

from __future__ import annotations

from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.planning.problem import Progress
from promoter_app.services.planning.proposing import LeftOut, WeekProposal
from promoter_app.services.planning.replanning import Replan
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, IconLabel, Text
from promoter_app.ui.kit.layouts import clear, down_scroll
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.kit.tab_place import keep_tab_place
from promoter_app.ui.language import clock_time, weekday
from promoter_app.ui.week.model import Shown

_LEFT_OUT = 2
_MOVES = 6
_PADDING, _BETWEEN = 16, 8


class WhyPanel(QWidget):
    """Signals name what a person wants: `plan`, `accept_all`, `accept_one`, `drop_all`, `drop_one`, `stop`,
    `move_to` (day), `call_off`, `replan`, `improve`, `refuse` (a move's key)."""

    asked = Signal(str)
    move_to = Signal(str)
    refused = Signal(str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.progress = ProgressPanel()
        self.summary = Card("", tone="main", padding=_PADDING)
        self.count = Text("", "number", "cana")
        self.count_words = Text("", "strong", wrap=True)
        self.detail = Text("", "small", "ink2", wrap=True)
        self.why = Card("", padding=_PADDING)
        self.trouble = Card("", tone="red", padding=_PADDING)
        self.accept_button = KeyButton("", "ph.check-bold", kind="primary", size="large")
        self.drop_button = KeyButton("", "ph.x-bold", size="small")
        self._lay_out()
        self.accept_button.clicked.connect(lambda: self.asked.emit("accept_all"))
        self.drop_button.clicked.connect(lambda: self.asked.emit("drop_all"))
        self.progress.cancelled.connect(lambda: self.asked.emit("stop"))
        self.retranslate()

    def _lay_out(self) -> None:
        head = QHBoxLayout()
        head.setSpacing(10)
        head.addWidget(self.count)
        head.addWidget(self.count_words, 1)
        self.summary.body.addLayout(head)
        self.summary.body.addWidget(self.detail)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        self._cards = QWidget()
        inner = QVBoxLayout(self._cards)
        inner.setContentsMargins(0, 0, 0, 0)
        inner.setSpacing(12)
        for part in (self.summary, self.why, self.trouble):
            inner.addWidget(part)
        inner.addStretch(1)
        self.scrolled = down_scroll(self._cards)
        self.scrolled.setFrameShape(QFrame.Shape.NoFrame)
        column.addWidget(self.scrolled, 1)
        column.addWidget(self.accept_button)
        column.addWidget(self.drop_button)

    def retranslate(self) -> None:
        """Put on every fixed word again."""
        self.accept_button.setText(self.tr("Aceptar la propuesta"))
        self.drop_button.setText(self.tr("Quitar la propuesta"))

    # what is proposed
    def show_nothing(self, problems: int) -> None:
        """No proposal: how many sessions of the week have something wrong."""
        self.count.setVisible(problems > 0)
        self.count.setText(str(problems))
        words = self.tr("sesión con problema") if problems == 1 else self.tr("sesiones con problema")
        self.count_words.setText(words if problems else self.tr("Todo cabe en la semana"))
        self.detail.setText(self.tr("Pasa por una sesión para ver su porqué."))
        self._offer(False)

    def show_proposal(self, proposal: WeekProposal) -> None:
        """A proposal lies over the board."""
        n, out = len(proposal.sessions), len(proposal.left_out)
        self.count.show()
        self.count.setText(str(n))
        self.count_words.setText(
            self.tr("sesión nueva con lugar") if n == 1 else self.tr("sesiones nuevas con lugar")
        )
        road = self.tr("{0} min de camino").format(proposal.proposal.score.driving)
        parts = [self.tr("{0} sin lugar").format(out), road]
        if proposal.proposal.proven:
            parts.append(self.tr("no hay un plan mejor"))
        parts += [self.desk.say(note) for note in proposal.notes]
        self.detail.setText(" · ".join(parts))
        self._offer(n > 0)

    def show_replan(self, plan: Replan, *, improved: bool) -> None:
        """A plan made again: what would move, each of which can be refused; once it may be improved by moving more."""
        self.count.show()
        self.count.setText(str(plan.moved))
        self.count_words.setText(self.desk.say(plan.sentence))
        self.detail.setText(" · ".join(self.desk.say(note) for note in plan.week.notes))
        self.detail.setVisible(bool(plan.week.notes))
        self._fresh(self.why, self.tr("Qué cambia"))
        order = ("lost", "moved", "other_module", "new")
        for move in sorted(plan.moves, key=lambda move: order.index(move.kind))[:_MOVES]:
            self.why.body.addWidget(Text(self.desk.say(move.words), "small", wrap=True))
            if move.session is not None:
                no = KeyButton(self.tr("No mover"), size="small")
                no.setAccessibleName(self.tr("No mover: {0}").format(self.desk.say(move.words)))
                no.clicked.connect(lambda _on=False, key=move.key: self.refused.emit(key))
                self.why.body.addWidget(no)
        more = len(plan.moves) - _MOVES
        if more > 0:
            self.why.body.addWidget(Text(self.tr("y {0} más").format(more), "small", "ink2"))
        if not improved:
            more_button = KeyButton(self.tr("Mejorar moviendo más visitas"), size="small")
            more_button.clicked.connect(lambda: self.asked.emit("improve"))
            self.why.body.addWidget(more_button)
        self.why.setVisible(bool(plan.moves) or not improved)
        self.trouble.hide()
        self._keep_tabs()
        self._offer(bool(plan.moves))

    def _offer(self, some: bool) -> None:
        self.accept_button.setVisible(some)
        self.drop_button.setVisible(some)
        self.detail.setVisible(bool(self.detail.text()))

    # progress
    def begin(self) -> None:
        """Planning has begun."""
        words = self.tr("Planeando la semana")
        self.progress.begin(words, cancel_word=self.tr("Detener y usar lo que hay"), at_once=True)

    def advance(self, news: Progress, known: int) -> None:
        """The best plan so far and how far it can still be from the best possible; `known` were planned already."""
        n = max(0, news.score.sessions - known)
        words = self.tr("Sesiones nuevas hasta ahora: {0}").format(n)
        share = 0.0
        if news.gap is not None:
            share = 1 / (1 + news.gap)
            words += " · " + self.tr("al menos {0} % de lo posible").format(round(100 * share))
        self.progress.words.setText(words)
        self.progress.bar.set_share(share, words)

    # the cell with the mark
    def explain(self, here: Shown | None, left_out: tuple[LeftOut, ...], fits: str | None) -> None:
        """Why the marked cell is as it is; `fits` is a day on which its session would have no fault (or None)."""
        self._explain_why(here)
        self._explain_trouble(here, left_out, fits)
        self._keep_tabs()

    def _keep_tabs(self) -> None:
        """The buttons of the cards were made anew: Tab still takes them before those under the cards."""
        keep_tab_place(self._cards, [*self.why.findChildren(KeyButton), *self.trouble.findChildren(KeyButton)])

    def _explain_why(self, here: Shown | None) -> None:
        p = here.proposal if here is not None else None
        self.why.setVisible(p is not None)
        if p is None:
            return
        self._fresh(self.why, self.tr("Por qué quedó así"))
        words = f"{p.crew_name}, {clock_time(p.starts)}, {p.promoter_name}"
        self.why.body.addWidget(Text(words, "small-strong", wrap=True))
        self.why.body.addWidget(Text(self.desk.say(p.why), "small", wrap=True))
        one = KeyButton(self.tr("Aceptar esta"), size="small")
        one.clicked.connect(lambda: self.asked.emit("accept_one"))
        no = KeyButton(self.tr("Quitarla"), size="small")
        no.clicked.connect(lambda: self.asked.emit("drop_one"))
        self._side_by_side(self.why, one, no)

    def _explain_trouble(self, here: Shown | None, left_out: tuple[LeftOut, ...], fits: str | None) -> None:
        s = here.session if here is not None else None
        self._fresh(self.trouble, "")
        if here is not None and s is not None and s.problems:
            self._head(f"{here.row.name}, {clock_time(s.starts)}")
            for problem in s.problems[:3]:
                self.trouble.body.addWidget(Text(self.desk.say(problem), "small", wrap=True))
            self._ways_out(fits)
        elif left_out:
            for left in left_out[:_LEFT_OUT]:
                self._head(self.tr("Sin lugar: {0}").format(left.crew_name))
                words = " ".join(self.desk.say(each) for each in (left.why, left.fix) if each is not None)
                self.trouble.body.addWidget(Text(words, "small", wrap=True))
            more = len(left_out) - _LEFT_OUT
            if more > 0:
                self.trouble.body.addWidget(Text(self.tr("y {0} cuadrillas más").format(more), "small", "ink2"))
        else:
            self.trouble.hide()
            return
        self.trouble.show()

    def _head(self, words: str) -> None:
        both = QWidget()
        row = QHBoxLayout(both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(8)
        row.addWidget(IconLabel("ph.warning-fill", "rojo", 22))
        row.addWidget(Text(words, "strong", "rojo", wrap=True), 1)
        self.trouble.body.addWidget(both)

    def _ways_out(self, fits: str | None) -> None:
        to = []
        if fits is not None:
            to = [KeyButton(self.tr("Pasar a {0}").format(weekday(date.fromisoformat(fits))), size="small")]
            to[0].clicked.connect(lambda: self.move_to.emit(fits))
        off = KeyButton(self.tr("Dejar fuera"), size="small")
        off.clicked.connect(lambda: self.asked.emit("call_off"))
        self._side_by_side(self.trouble, *to, off)

    def _side_by_side(self, card: Card, *buttons: KeyButton) -> None:
        """In one row where both fit, else one under the other."""
        room = self.scrolled.viewport().width() - 2 * (_PADDING + 2) - _BETWEEN * (len(buttons) - 1)
        wide = sum(b.sizeHint().width() for b in buttons) > room
        both = QWidget()
        row = QBoxLayout(QBoxLayout.Direction.TopToBottom if wide else QBoxLayout.Direction.LeftToRight, both)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(_BETWEEN)
        for button in buttons:
            row.addWidget(button, 1)
        card.body.addWidget(both)

    def _fresh(self, card: Card, heading: str) -> None:
        clear(card.body)
        card.set_heading(heading)

