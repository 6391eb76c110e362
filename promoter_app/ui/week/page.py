"""Semana: the room. It asks for the board, plans on a thread, and sends every change down the one road."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, timedelta

from PySide6.QtCore import Qt
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.planning.problem import Progress
from promoter_app.domain.refusal import Refusal
from promoter_app.services.folder import Folder
from promoter_app.services.planning import proposing, replanning
from promoter_app.services.planning.proposing import Prepared, Proposed, WeekProposal
from promoter_app.services.planning.replanning import Replan
from promoter_app.services.week.board import Board, monday_of, week_board
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.layouts import Fitting, down_scroll, stack
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.room import Room
from promoter_app.ui.week.actions import WeekActions
from promoter_app.ui.week.bar import WeekBar
from promoter_app.ui.week.board import WeekBoard
from promoter_app.ui.week.model import Shown
from promoter_app.ui.week.panel import WhyPanel
from promoter_app.ui.week.planning import PlanningRun
from promoter_app.ui.week.printing import WeekPrinting

SECONDS = 10.0
IMPROVE_STEPS = 20
"""Sub-models of local repair when a person asks to improve a plan made again."""
_SIDE = 318


@dataclass(frozen=True)
class _Read:
    """What one question brings: the board, and who this laptop's promoter is."""

    board: Board
    own: bytes | None


class WeekPage(Fitting, Room):
    """The second room. What is proposed stays until it is accepted, taken away or the window closes."""

    reads = frozenset(
        {
            "session", "session_staff", "crew", "membership", "season", "break_window", "closure", "availability",
            "authorisation", "travel_time", "home_base", "person", "setting", "venue", "override",
        }
    )  # fmt: skip

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("page", "true")
        self.setObjectName("week")
        self.monday = ""
        self.board: Board | None = None
        self.own: bytes | None = None
        self.proposal: WeekProposal | None = None
        self.replan: Replan | None = None
        self._improve = 0
        self.pending: dict[str, Proposed] = {}
        self._known = 0
        self._asked_again: set[bytes] = set()
        self.bar, self.table, self.panel = WeekBar(), WeekBoard(), WhyPanel(desk)
        self.banner, self.drawing = Banner(), ProgressPanel()
        self.empty = Card("", padding=32)
        self.empty_words = Text("", "heading", wrap=True)
        self.run = PlanningRun(self)
        self.printing = WeekPrinting(desk, self.banner, self.drawing, self)
        self.actions_ = WeekActions(self)
        self._lay_out()
        self._connect()
        self.retranslate()
        self._arrange()

    def _lay_out(self) -> None:
        self.empty.body.addWidget(self.empty_words)
        self.empty.hide()
        left = QVBoxLayout()
        left.setSpacing(10)
        for part in (self.banner, self.drawing, self.panel.progress, self.empty):
            left.addWidget(part)
        left.addWidget(self.table, 1)
        left.addWidget(self.bar.legend)
        inner = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._across.setContentsMargins(20, 10, 20, 14)
        self._across.setSpacing(16)
        self._across.addLayout(left, 1)
        self._across.addWidget(self.panel)
        self.scrolled = down_scroll(inner)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        outer.addWidget(self.bar)
        outer.addWidget(self.scrolled, 1)

    def _connect(self) -> None:
        self.bar.week_wanted.connect(self._step_week)
        self.bar.promoter_chosen.connect(lambda: self.mark_stale())
        self.bar.acted.connect(self._act)
        self.banner.acted.connect(self._banner_acted)
        self.panel.asked.connect(self._act)
        self.panel.move_to.connect(self.actions_.move_here_to)
        self.panel.refused.connect(self._refuse_move)
        self.table.pointed.connect(self._explain)
        self.table.wanted.connect(self.actions_.open)
        self.table.moved.connect(self.actions_.move)
        self.table.taken_away.connect(self.actions_.take_away)
        self.run.progressed.connect(self._advance)
        self.run.ended.connect(self._planned)
        self.desk.operator_changed.connect(lambda _name: self.mark_stale())
        self.desk.role_changed.connect(lambda _role: self.mark_stale())

    # a room
    def heading(self) -> tuple[str, str]:
        return self.tr("Semana"), ""

    def retranslate(self) -> None:
        self.bar.retranslate()
        self.panel.retranslate()
        self.table.setAccessibleName(self.tr("Semana: cuadrillas y días"))
        self.table.setAccessibleDescription(
            self.tr("Flechas para moverte, Enter abre, M levanta y suelta, Supr quita, P planea")
        )
        self.empty_words.setText(self.tr("Esta semana no hay cuadrillas en temporada. Trae tu lista en Cuadrillas."))

    def take_focus(self) -> None:
        self.table.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        today, content = self.desk.today(), self.desk.courses
        self.monday = self.monday or monday_of(today)
        monday, operator = self.monday, self.desk.road.edge.operator
        only = self.bar.chosen(own=self.desk.role == "promoter")

        def look(folder: Folder) -> _Read:
            own = proposing.own_promoter(folder, operator)
            who = own if only == "own" else only if isinstance(only, bytes) else None
            return _Read(week_board(folder, content, monday, today, who), own)

        self.desk.road.ask(look, self._show, self._could_not)

    def _could_not(self, refusal: Refusal) -> None:
        self.banner.tell("red", *self.desk.said(refusal), (("close", self.tr("Entendido")),))

    # showing
    def _show(self, read: _Read) -> None:
        self.board, self.own = read.board, read.own
        self.bar.show_week(read.board, self.desk.role, read.own)
        self._show_board()

    def _show_board(self) -> None:
        board = self.board
        if board is None:
            return
        here = self.table.here()
        over = [self._described(p) for p in self.pending.values()]
        self.table.week.set_board(board, over, self.desk.today(), self.desk.language)
        self.table.settle()
        if here is None or not self.table.point_at(here.row.crew, here.day):
            self.table.point_somewhere()
        self.empty.setVisible(not board.rows)
        self.table.setVisible(bool(board.rows))
        self.bar.show_state(self.run.is_running, bool(self.pending), bool(board.rows))
        self._show_panel()

    def _described(self, p: Proposed) -> tuple[Proposed, int, str, int]:
        """A proposal with its topic's number, name and level."""
        board = self.board
        sector = next((r.sector for r in board.rows if r.crew == p.crew), "") if board else ""
        course = self.desk.courses.courses.get(sector)
        module = course.module(p.module) if course else None
        if course is None or module is None:
            return p, 0, p.module, 1
        name = module.neutral.in_language(self.desk.language)
        return p, course.order.index(module.code) + 1, name, module.level

    def _show_panel(self) -> None:
        if self.replan is not None:
            self.panel.show_replan(self.replan, improved=self._improve > 0)
            return
        if self.proposal is not None and (self.pending or self.proposal.left_out):
            self.panel.show_proposal(self._rest(self.proposal))
        else:
            self.panel.show_nothing(self.board.problems if self.board else 0)
        self._explain(self.table.here())

    def _rest(self, proposal: WeekProposal) -> WeekProposal:
        """The proposal without what was accepted or taken away."""
        return replace(proposal, sessions=tuple(self.pending.values()))

    def _explain(self, here: Shown | None) -> None:
        if self.replan is None:
            left_out = self.proposal.left_out if self.proposal is not None else ()
            self.panel.explain(here, left_out, self.actions_.day_that_fits(here))

    # planning
    def _act(self, action: str) -> None:
        acts = {
            "plan": self.plan,
            "plan_two": lambda: self.plan(days=14, seconds=6 * SECONDS),
            "replan": self.plan_again,
            "improve": lambda: self.plan_again(improve=IMPROVE_STEPS),
            "stop": self.run.stop,
            "accept_all": self.accept_all,
            "accept_one": lambda: self.actions_.accept(self.table.here()),
            "drop_all": self.drop_all,
            "drop_one": lambda: self.actions_.take_away(self.table.here()),
            "call_off": lambda: self.actions_.take_away(self.table.here()),
            "copy": self.actions_.copy_last_week,
            "print": lambda: self.printing.week(self.board) if self.board else None,
            "calendar": self.actions_.calendar,
        }
        acts[action]()

    def planned_for(self) -> bytes | None:
        """For whom to plan: the promoter of the filter; a promoter always plans for themselves."""
        chosen = self.bar.chosen(own=self.desk.role == "promoter")
        if self.desk.role == "promoter" or chosen == "own":
            return self.own
        return chosen if isinstance(chosen, bytes) else None

    def plan(self, *, days: int = 0, seconds: float = SECONDS) -> None:
        """Propose the week on screen: greedy at once, better while the person watches."""
        if self.run.is_running or not self.monday:
            return
        first, today, content = self.monday, self.desk.today(), self.desk.courses
        last = (date.fromisoformat(first) + timedelta(days=(days or 7) - 1)).isoformat()
        who = self.planned_for()
        self.replan = None
        self.panel.begin()
        self.bar.show_state(True, bool(self.pending), True)
        self.desk.road.ask(
            lambda folder: proposing.prepare(folder, content, first, last, today, who),
            lambda prepared: self._solve(prepared, seconds),
            self._refused,
        )

    def _solve(self, prepared: Prepared, seconds: float) -> None:
        self._known = len(prepared.gathered.problem.locked)
        self.run.begin(
            lambda tell, stop: proposing.solve_prepared(
                prepared, seconds=seconds, on_progress=tell, should_stop=stop
            )
        )

    def plan_again(self, *, improve: int = 0) -> None:
        """The rest of the plan with as few moves as can be, after what happened; `improve` steps may move more."""
        if self.run.is_running or not self.monday:
            return
        self._improve = improve
        first, today, content = self.monday, self.desk.today(), self.desk.courses
        last = (date.fromisoformat(first) + timedelta(days=13)).isoformat()
        who, refused = self.planned_for(), frozenset(self._asked_again)
        self._known = 0
        self.panel.begin()
        self.bar.show_state(True, bool(self.pending), True)
        self.desk.road.ask(
            lambda folder: replanning.prepare_again(folder, content, first, last, today, who, refused),
            lambda prepared: self.run.begin(
                lambda _tell, stop: replanning.replan_prepared(
                    prepared, improve=improve, seconds=SECONDS, should_stop=stop
                )
            ),
            self._refused,
        )

    def _refuse_move(self, key: str) -> None:
        """A move nobody wants: its session is fixed and everything is worked out again."""
        self._asked_again.add(bytes.fromhex(key))
        self.plan_again(improve=self._improve)

    def _advance(self, news: object) -> None:
        if isinstance(news, Progress):
            self.panel.advance(news, self._known)

    def _planned(self, result: object) -> None:
        self.panel.progress.end()
        if isinstance(result, Replan):
            self.replan, self.proposal = result, None
            self.pending = {m.key: m.after for m in result.moves if m.after is not None}
        elif isinstance(result, WeekProposal):
            self.replan, self.proposal = None, result
            self.pending = {s.key: s for s in result.sessions}
            if not result.sessions and not result.left_out:
                words = " ".join(self.desk.say(note) for note in result.notes)
                self.banner.tell("blue", self.tr("No hay nada nuevo que proponer"), words, (("close", "OK"),))
        self._show_board()
        first = next(iter(self.pending.values()), None)
        if first is not None:
            self.table.point_at(first.crew, first.held_on)
        if self.panel.accept_button.isVisible() and self.isVisible():
            self.panel.accept_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _refused(self, refusal: Refusal) -> None:
        self.panel.progress.end()
        self._show_board()
        self._could_not(refusal)

    # accepting
    def accept_all(self) -> None:
        """Put everything proposed in the week; Ctrl+Z takes all of it back."""
        if self.replan is not None:
            plan = self.replan
            self.desk.road.do(
                lambda folder, stamp: replanning.accept_moves(folder, stamp, plan),
                lambda _n: self._accepted(),
                self._could_not,
            )
        elif self.proposal is not None:
            proposal, keys = self.proposal, set(self.pending)
            self.desk.road.do(
                lambda folder, stamp: proposing.accept(folder, stamp, proposal, keys),
                lambda _made: self._accepted(),
                self._could_not,
            )

    def _accepted(self) -> None:
        self.drop_all()

    def drop_all(self) -> None:
        """Take the proposal off the board; nothing was written."""
        self.proposal = self.replan = None
        self.pending = {}
        self._asked_again = set()
        self._show_board()
        self.take_focus()

    def drop(self, key: str) -> None:
        """Take one proposal off the board."""
        self.pending.pop(key, None)
        self._show_board()

    # moving about
    def _step_week(self, weeks: int) -> None:
        self.monday = (date.fromisoformat(self.monday) + timedelta(days=7 * weeks)).isoformat()
        self.mark_stale()

    def _banner_acted(self, action: str) -> None:
        if action == "close":
            self.banner.clear()

    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        if not self.window().isVisible():
            self.run.give_up()

    # fitting
    def _arrange(self) -> None:
        """From 150 % the reasons stand under the board."""
        large = theme.is_large()
        stack(self._across, large)
        self.panel.setMinimumWidth(0 if large else self._side())
        self.panel.setMaximumWidth(16_777_215 if large else self._side())
        self.table.setMinimumHeight(theme.px(260))
        self.panel.scrolled.setMinimumHeight(theme.px(260) if large else 0)
        self.bar.arrange(tall=large)

    def _side(self) -> int:
        return 440 if self.width() >= 1500 else max(_SIDE, theme.px(_SIDE))
