"""What hands do on the board: open, move, take away, accept one, copy last week, save the calendar."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject

from promoter_app.domain.done import Done
from promoter_app.domain.sessions import minutes_of
from promoter_app.domain.stamp import Stamp
from promoter_app.services.crews.path import crew_path_of
from promoter_app.services.folder import Folder
from promoter_app.services.planning import proposing
from promoter_app.services.sessions.sessions import NewSession
from promoter_app.services.week import changes
from promoter_app.services.week.changes import Copied, Staff
from promoter_app.ui.today.dialogs import NotHeld
from promoter_app.ui.week.dialogs import SessionQuestion, Wanted
from promoter_app.ui.week.model import Shown

if TYPE_CHECKING:
    from promoter_app.ui.week.page import WeekPage

_OPEN = ("open", "reopened")
_USUAL = 30


class WeekActions(QObject):
    """Turns a wish of a person into one intention on the road."""

    def __init__(self, page: WeekPage) -> None:
        super().__init__(page)
        self._page = page
        self._desk = page.desk

    # opening
    def open(self, here: Shown) -> None:
        """Enter: an open session is gone on with, a planned one changed, a proposal accepted, a free break filled."""
        s = here.session
        if s is not None and s.state in _OPEN:
            self._desk.session_wanted.emit(s.id)
        elif s is not None and s.state == "not_held":
            session = s.id
            self._desk.road.do(lambda folder, stamp: changes.open_again(folder, stamp, session))
        elif s is not None and s.state == "planned":
            self._ask(here, s.module, s.promoter)
        elif s is None and here.proposal is not None:
            self.accept(here)
        elif s is None and here.day >= self._desk.today():
            self._ask_new(here)

    def _ask_new(self, here: Shown) -> None:
        course = self._desk.courses.courses.get(here.row.sector)
        crew, day = here.row.crew, here.day

        def next_topic(folder: Folder) -> str | None:
            from promoter_app.services.crews.crews import crews

            season = next((c.season for c in crews(folder, day) if c.id == crew), None)
            return crew_path_of(folder, course, crew, season, day).next if course else None

        own = self._page.own if self._desk.role == "promoter" else None
        usual = own or min(here.row.promoters, default=self._page.own)
        self._desk.road.ask(next_topic, lambda module: self._ask(here, module, usual))

    def _ask(self, here: Shown, module: str | None, promoter: bytes | None) -> None:
        board = self._page.board
        if board is None:
            return
        question = SessionQuestion(self._desk, here, board.days, board.promoters, board.interpreters, self._page)
        if here.session is None:
            question.preset(module, promoter)
        if question.exec():
            self._save(here, question.wanted())

    def _save(self, here: Shown, wanted: Wanted) -> None:
        new = NewSession(wanted.day, wanted.starts, wanted.ends, here.row.crew, wanted.module)
        staff, pinned = wanted.staff, wanted.pinned
        s = here.session
        if s is None:
            self._desk.road.do(lambda folder, stamp: changes.create(folder, stamp, new, staff))
            return
        session = s.id
        self._desk.road.do(lambda folder, stamp: changes.change(folder, stamp, session, new, staff, pinned=pinned))

    # moving
    def move(self, start: Shown, to: Shown) -> None:
        """M or a drag: the session of a crew goes to another day of the same crew, in its break there."""
        if start.row.crew != to.row.crew:
            self._desk.tell(
                "amber",
                self.tr("Esa sesión es de {0}").format(start.row.name),
                self.tr("Suéltala en otro día de la misma cuadrilla."),
            )
            return
        if start.session is not None:
            starts, ends = self._hours(to, start.session.starts, start.session.ends)
            session, day = start.session.id, to.day
            self._desk.road.do(lambda folder, stamp: changes.move(folder, stamp, session, day, starts, ends))
        elif start.proposal is not None:
            p = start.proposal
            starts, ends = self._hours(to, p.starts, p.ends)
            new = NewSession(to.day, starts, ends, p.crew, p.module)
            staff = Staff(p.promoter, p.second, p.interpreter)
            self._desk.road.do(
                lambda folder, stamp: changes.create(folder, stamp, new, staff),
                lambda _made: self._page.drop(p.key),
            )

    def move_here_to(self, day: str) -> None:
        """The session with the mark goes to `day`."""
        here = self._page.table.here()
        place = self._page.table.week.place_of(here.row.crew, day) if here is not None else None
        to = self._page.table.week.shown(*place) if place is not None else None
        if here is not None and to is not None:
            self.move(here, to)

    @staticmethod
    def _hours(to: Shown, starts: str, ends: str) -> tuple[str, str]:
        """The same hours when a break begins then; else those of the first break of that day."""
        if not to.cell.breaks or any(first == starts for first, _last in to.cell.breaks):
            return starts, ends
        first, last = to.cell.breaks[0]
        end = min(minutes_of(last), minutes_of(first) + _USUAL)
        return first, f"{end // 60:02d}:{end % 60:02d}"

    def day_that_fits(self, here: Shown | None) -> str | None:
        """Another day of the week on which the crew has a free break and nothing planned."""
        if here is None or here.session is None or not here.session.problems:
            return None
        for day, cell in zip(self._page.table.week.days, here.row.cells, strict=True):
            free = cell.breaks and not [s for s in cell.sessions if s.state != "not_held"]
            if day > self._desk.today() and day != here.day and free:
                return day
        return None

    # taking away and accepting
    def take_away(self, here: Shown | None) -> None:
        """Del: a proposal leaves the board; a planned session is called off with its reason."""
        if here is None:
            return
        s = here.session
        if s is None and here.proposal is not None:
            self._page.drop(here.proposal.key)
        elif s is not None and s.state == "planned":
            question = NotHeld(self._desk, self._page)
            if question.exec():
                session, reason, note = s.id, question.reason(), question.note.text().strip() or None
                self._desk.road.do(lambda folder, stamp: changes.call_off(folder, stamp, session, reason, note))

    def accept(self, here: Shown | None) -> None:
        """One proposal becomes a session of the week."""
        p = here.proposal if here is not None else None
        proposal = self._page.proposal
        if p is None or proposal is None:
            return
        self._desk.road.do(
            lambda folder, stamp: proposing.accept(folder, stamp, proposal, {p.key}),
            lambda _made: self._page.drop(p.key),
        )

    # the whole week
    def copy_last_week(self) -> None:
        """Last week's crews, days and hours, each with its next topic."""
        content, monday, who = self._desk.courses, self._page.monday, self._page.planned_for()

        def copy(folder: Folder, stamp: Stamp) -> Done[Copied]:
            return changes.copy_last_week(folder, stamp, content, monday, who)

        self._desk.road.do(copy, self._copied)

    def _copied(self, copied: Copied) -> None:
        words = self.tr("Sesiones copiadas: {0}").format(len(copied.made))
        left = " ".join(self._desk.say(why) for why in copied.left_out[:4])
        kind = "green" if copied.made else "blue"
        self._page.banner.tell(kind, words, left, (("close", self.tr("Entendido")),))

    def calendar(self) -> None:
        """The calendar file of the promoter of the filter, for this and the next three weeks."""
        who = self._page.planned_for()
        if who is None:
            self._desk.tell("blue", self.tr("Elige primero de quién"), self.tr("La agenda es de una persona."))
            return
        first = date.fromisoformat(self._page.monday)
        last = date.fromordinal(first.toordinal() + 27)
        self._page.printing.calendar(who, first.isoformat(), last.isoformat())
