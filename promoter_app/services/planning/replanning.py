"""Planning again from today with what happened: every visit that can stay stays; each move can be refused.

What happened is in the data already (sessions not held, new closures, people away); sessions that are pinned, and
those of tomorrow, stay as they are unless a rule forbids them.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, replace
from datetime import date, timedelta

from promoter_app.domain.done import Done
from promoter_app.domain.planning.changes import Change, Happened
from promoter_app.domain.planning.clashes import clock
from promoter_app.domain.planning.draft import Visit
from promoter_app.domain.planning.problem import Session
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.curricula import Content
from promoter_app.services.folder import Folder
from promoter_app.services.planning.gathering import Asked, gather
from promoter_app.services.planning.proposing import (
    Prepared,
    Proposed,
    WeekProposal,
    add_proposed,
    in_words,
    own_promoter,
)
from promoter_app.services.planning.weighing import weights_of
from promoter_app.services.planning.words import names_of
from promoter_app.services.security.audit import office_only
from promoter_app.services.sessions.staff import replace_staff
from promoter_app.store import sessions as session_store
from promoter_app.store.writer import Writer

FROZEN_DAYS = 1
REMOVED = Sentence("Se quitó al planear otra vez", "Taken out when planning again")


@dataclass(frozen=True)
class Move:
    """One change of the week: `kind` is moved, lost, new or other_module; `session` is the one that changes."""

    key: str
    kind: str
    session: bytes | None
    before: str
    after: Proposed | None
    words: Sentence


@dataclass(frozen=True)
class Replan:
    """The new week beside the old one. `moves` are what would change; `total` counts the sessions there were."""

    week: WeekProposal
    moves: tuple[Move, ...]
    total: int

    @property
    def moved(self) -> int:
        """Sessions of the old week that move or fall out; a change of topic is no move."""
        return sum(move.kind in ("moved", "lost") for move in self.moves)

    @property
    def sentence(self) -> Sentence:
        """"3 of 41 sessions move", and in how many only the topic changes."""
        n, total = self.moved, self.total
        verb = "Se mueve" if n == 1 else "Se mueven"
        moves = "moves" if n == 1 else "move"
        topics = sum(move.kind == "other_module" for move in self.moves)
        es, en = (f" En {topics} solo cambia el tema.", f" In {topics} only the topic changes.") if topics else ("", "")
        return Sentence(f"{verb} {n} de {total} sesiones.{es}", f"{n} of {total} sessions {moves}.{en}")


def prepare_again(
    folder: Folder,
    content: Content,
    first: str,
    last: str,
    today: str,
    promoter: bytes | None = None,
    refused: Collection[bytes] = (),
) -> Prepared:
    """Read the rest of the plan; sessions in `refused` (a move that somebody did not want) stay where they are."""
    now = date.fromisoformat(today)
    begin = date.fromisoformat(first)
    start = max(begin, now + timedelta(days=1))
    asked = Asked(begin, date.fromisoformat(last), now, start, promoter, True, frozenset(refused))
    gathered = gather(folder, content, asked)
    return Prepared(asked, gathered, names_of(gathered, content), weights_of(folder))


def replan_prepared(
    prepared: Prepared,
    *,
    improve: int = 0,
    seconds: float | None = None,
    seed: int = 1,
    should_stop: Callable[[], bool] | None = None,
) -> Replan:
    """Step 1 keeps every visit that can stay and decides topics again; `improve` steps of step 2 may move some."""
    from promoter_app.planner import replan

    gathered = prepared.gathered
    found = replan(
        gathered.problem,
        gathered.plan,
        Happened(gathered.problem.today, frozen_days=FROZEN_DAYS),
        improve=improve,
        seconds=seconds,
        weights=prepared.weights,
        seed=seed,
        should_stop=should_stop or (lambda: False),
    )
    week = in_words(replace(prepared, gathered=replace(gathered, problem=found.problem)), found.proposal)
    by_visit = {_visit(s): id for s, id in gathered.standing}
    after = {_visit(s): p for s, p in zip(_fresh(week), week.sessions, strict=True)}
    moves = tuple(_move(prepared, change, by_visit, after) for change in found.changes)
    return Replan(week, moves, len(gathered.standing))


def _fresh(week: WeekProposal) -> list[Session]:
    locked = set(week.prepared.gathered.problem.locked)
    return [p.session for p in week.proposal.placements if p.session not in locked]


def _visit(s: Session) -> Visit:
    return (s.crews[0], s.day, s.front, s.break_id, s.promoter)


def _move(prepared: Prepared, change: Change, old: dict[Visit, bytes], new: dict[Visit, Proposed]) -> Move:
    session = old.get(change.before) if change.before else None
    after = new.get(change.after) if change.after else None
    before = _when(prepared, change.before, "es"), _when(prepared, change.before, "en")
    crew = prepared.names.of(change.crew)
    topic = prepared.names.of(change.after_module or change.before_module or "")
    to = (_at(after, prepared, "es"), _at(after, prepared, "en"))
    words = {
        "moved": Sentence(
            f"{crew.es}: de {before[0]} a {to[0]}, {topic.es}.", f"{crew.en}: {before[1]} to {to[1]}, {topic.en}."
        ),
        "lost": Sentence(f"{crew.es}: se queda sin {before[0]}.", f"{crew.en}: loses {before[1]}."),
        "new": Sentence(f"{crew.es}: nueva, {to[0]}, {topic.es}.", f"{crew.en}: new, {to[1]}, {topic.en}."),
        "other_module": Sentence(
            f"{crew.es}: {before[0]} cambia a {topic.es}.", f"{crew.en}: {before[1]} becomes {topic.en}."
        ),
    }[change.kind]  # fmt: skip
    key = session.hex() if session else f"{change.crew}|{change.after}"
    return Move(key, change.kind, session, before[0], after, words)


def _when(prepared: Prepared, visit: Visit | None, language: str) -> str:
    if visit is None:
        return ""
    problem = prepared.gathered.problem
    names = prepared.names.en if language == "en" else prepared.names.es
    front = next(f for f in problem.fronts if f.id == visit[2])
    start = next((b.start for b in front.breaks if b.id == visit[3]), 0)
    return f"{names[problem.days[visit[1]].date]} {clock(start)}"


def _at(after: Proposed | None, prepared: Prepared, language: str) -> str:
    if after is None:
        return ""
    names = prepared.names.en if language == "en" else prepared.names.es
    return f"{names[after.held_on]} {after.starts}"


# --- accepting -------------------------------------------------------------------------------------------------


def accept_moves(
    folder: Folder, stamp: Stamp, plan: Replan, chosen: Collection[str] | None = None
) -> Done[int]:
    """Carry out the moves with a key in `chosen` (None: all) as one operation; the outcome is how many.

    A session that loses its place is marked as not held with a note. Raises Refusal when one has begun meanwhile.
    """
    wanted = [m for m in plan.moves if chosen is None or m.key in chosen]
    people = {m.after.promoter for m in wanted if m.after is not None}
    if people != {own_promoter(folder, stamp.run.operator)}:
        office_only(folder, stamp, "accept_moves")
    for move in wanted:
        _refuse_begun(folder, move)
    with folder.book.writing(stamp) as write:
        for move in wanted:
            _carry_out(folder, write, plan.week, move)
    n = len(wanted)
    label = Sentence(f"Deshacer: {n} cambios de la semana", f"Undo: {n} changes of the week")
    return Done(n, write.changes, write.undo(label))


def _refuse_begun(folder: Folder, move: Move) -> None:
    found = session_store.session(folder.book, move.session) if move.session else None
    if move.session is not None and (found is None or found.state != "planned"):
        raise Refusal(
            "week_changed",
            Sentence("La semana cambió mientras tanto.", "The week has changed meanwhile."),
            NOTHING_CHANGED,
            Sentence("Planea otra vez.", "Plan again."),
        )


def _carry_out(folder: Folder, write: Writer, week: WeekProposal, move: Move) -> None:
    after = move.after
    if move.session is None:
        if after is not None:
            add_proposed(folder, write, week.prepared.gathered, after)
    elif after is None:
        write.edit("session", move.session, state="not_held", reason="other", note=REMOVED.es)
    else:
        crew = week.prepared.gathered.crews[after.crew.hex()]
        write.edit(
            "session", move.session, held_on=after.held_on, starts=after.starts, ends=after.ends, module=after.module,
            promoter=after.promoter, venue=crew["venue"],
        )  # fmt: skip
        replace_staff(write, move.session, week.prepared.gathered.staff, after.second, after.interpreter)
