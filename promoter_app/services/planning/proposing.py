"""A proposal for some days out of the data folder, and accepting all or part of it as one operation.

Reading (`prepare`), solving (`solve_prepared`) and accepting are separate, so that a window can solve on its pool.
"""

from __future__ import annotations

from collections.abc import Callable, Collection
from dataclasses import dataclass, field
from datetime import date, timedelta

from promoter_app.domain.done import Done
from promoter_app.domain.names import sort_key
from promoter_app.domain.planning.clashes import clock
from promoter_app.domain.planning.problem import Fix, Placement, Progress, Proposal, Refused, Session, Weights
from promoter_app.domain.planning.reasons import fix_sentence, placement_sentence, sentence
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.curricula import Content
from promoter_app.services.folder import Folder
from promoter_app.services.planning.gathering import Asked, Gathered, gather
from promoter_app.services.planning.weighing import weights_of
from promoter_app.services.planning.words import Names, names_of
from promoter_app.services.security.audit import office_only
from promoter_app.services.sessions.sessions import NewSession, free_code
from promoter_app.services.sessions.staff import put_staff
from promoter_app.store import week as store
from promoter_app.store.writer import Writer

LONGEST_SESSION = 30


@dataclass(frozen=True)
class Proposed:
    """One proposed session in the words of the data: ids, local date and times, and why it is there and then."""

    key: str
    crew: bytes
    module: str
    held_on: str
    starts: str
    ends: str
    promoter: bytes
    second: bytes | None
    interpreter: bytes | None
    why: Sentence
    crew_name: str = ""
    promoter_name: str = ""


@dataclass(frozen=True)
class LeftOut:
    """A crew without a session in the plan: its next topic, the rule that stops it, the one change that helps."""

    crew: bytes
    crew_name: str
    module: str
    why: Sentence
    fix: Sentence | None
    rule: str
    change: Fix | None = None


@dataclass(frozen=True)
class Prepared:
    """Everything a solver needs, read in one go; safe to hand to another thread."""

    asked: Asked
    gathered: Gathered
    names: Names
    weights: Weights = field(default_factory=Weights)


@dataclass(frozen=True)
class WeekProposal:
    """What the planner proposes for some days beside what is planned already."""

    prepared: Prepared
    proposal: Proposal
    sessions: tuple[Proposed, ...]
    left_out: tuple[LeftOut, ...]
    notes: tuple[Sentence, ...] = field(default_factory=tuple)

    @property
    def first(self) -> str:
        """The first day asked about."""
        return self.prepared.asked.first.isoformat()


def prepare(
    folder: Folder, content: Content, first: str, last: str, today: str, promoter: bytes | None = None
) -> Prepared:
    """Read the problem of `first`..`last`; nothing is proposed for today or before. Raises Refusal on bad days."""
    now = date.fromisoformat(today)
    begin = date.fromisoformat(first)
    asked = Asked(begin, date.fromisoformat(last), now, max(begin, now + timedelta(days=1)), promoter)
    gathered = gather(folder, content, asked)
    return Prepared(asked, gathered, names_of(gathered, content), weights_of(folder))


def solve_prepared(
    prepared: Prepared,
    *,
    seconds: float | None = None,
    iterations: int | None = None,
    seed: int = 1,
    on_progress: Callable[[Progress], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> WeekProposal:
    """The best plan found within `seconds` of wall time. Touches no data: safe on any thread."""
    from promoter_app.planner import solve

    proposal = solve(
        prepared.gathered.problem,
        seconds=seconds,
        iterations=iterations,
        seed=seed,
        weights=prepared.weights,
        on_progress=on_progress or (lambda _progress: None),
        should_stop=should_stop or (lambda: False),
    )
    return in_words(prepared, proposal)


def propose(
    folder: Folder,
    content: Content,
    first: str,
    last: str,
    today: str,
    promoter: bytes | None = None,
    *,
    seconds: float | None = None,
    seed: int = 1,
    on_progress: Callable[[Progress], None] | None = None,
) -> WeekProposal:
    """Read and solve: the proposal for `first`..`last`, for one promoter or for all. Changes nothing."""
    prepared = prepare(folder, content, first, last, today, promoter)
    return solve_prepared(prepared, seconds=seconds, seed=seed, on_progress=on_progress)


def in_words(prepared: Prepared, proposal: Proposal) -> WeekProposal:
    """A solver's proposal in the words of the data; what is planned already is not proposed again."""
    standing = set(prepared.gathered.problem.locked)
    fresh = [p for p in proposal.placements if p.session not in standing]
    sessions = tuple(_proposed(prepared, p) for p in fresh)
    planned = {row["crew"].hex() for row in prepared.gathered.sessions if row["state"] != "not_held"}
    left_out = tuple(_left_out(prepared, r) for r in proposal.refused if r.crew not in planned)
    return WeekProposal(prepared, proposal, sessions, left_out, (*prepared.gathered.notes, *proposal.notes))


def _proposed(prepared: Prepared, placement: Placement) -> Proposed:
    s = placement.session
    starts, ends = session_hours(prepared.gathered, s)
    why = prepared.names.said(lambda names: placement_sentence(placement.reasons, names))
    return Proposed(
        key=f"{s.crews[0]}|{prepared.gathered.problem.days[s.day].date}",
        crew=bytes.fromhex(s.crews[0]),
        module=s.module,
        held_on=prepared.gathered.problem.days[s.day].date,
        starts=starts,
        ends=ends,
        promoter=bytes.fromhex(s.promoter),
        second=bytes.fromhex(s.second) if s.second else None,
        interpreter=bytes.fromhex(s.interpreter) if s.interpreter else None,
        why=why,
        crew_name=prepared.gathered.crews[s.crews[0]]["name"],
        promoter_name=prepared.gathered.people.get(s.promoter, ""),
    )


def session_hours(gathered: Gathered, s: Session) -> tuple[str, str]:
    """Local start and end of a visit: from the beginning of its break, eating time kept, half an hour at most."""
    problem = gathered.problem
    front = next(f for f in problem.fronts if f.id == s.front)
    b = next(b for b in front.breaks if b.id == s.break_id and (b.days is None or s.day in b.days))
    minutes = next(m.minutes for m in problem.modules if m.id == s.module)
    end = b.start + min(max(minutes, LONGEST_SESSION), max(minutes, b.usable))
    return clock(b.start), clock(end)


def _left_out(prepared: Prepared, refused: Refused) -> LeftOut:
    names = prepared.names
    fix = refused.fix
    return LeftOut(
        bytes.fromhex(refused.crew),
        prepared.gathered.crews[refused.crew]["name"],
        refused.module,
        names.said(lambda known: sentence(refused.reason, known)),
        None if fix is None else names.said(lambda known: fix_sentence(fix, known)),
        refused.reason.code,
        fix,
    )


# --- accepting -------------------------------------------------------------------------------------------------


def own_promoter(folder: Folder, operator: str) -> bytes | None:
    """The promoter who works on this laptop under that name, or None."""
    return store.promoter_named(folder.book, sort_key(operator)[0]) if operator.strip() else None


def accept(
    folder: Folder, stamp: Stamp, proposal: WeekProposal, chosen: Collection[str] | None = None
) -> Done[list[bytes]]:
    """Put the proposed sessions (those with a key in `chosen`, None: all) in the week; one undo takes all back.

    A promoter may accept sessions of their own; those of others are for a coordinator. Raises Refusal when a crew
    has got another session that day since the proposal was made, or nothing is chosen.
    """
    wanted = [s for s in proposal.sessions if chosen is None or s.key in chosen]
    if not wanted:
        raise Refusal(
            "nothing_chosen",
            Sentence("No hay sesiones que aceptar.", "There are no sessions to accept."),
            NOTHING_CHANGED,
            Sentence("Elige una propuesta o planea otra vez.", "Choose a proposal or plan again."),
        )
    if {s.promoter for s in wanted} != {own_promoter(folder, stamp.run.operator)}:
        office_only(folder, stamp, "accept_plan")
    _refuse_old(folder, wanted)
    with folder.book.writing(stamp) as write:
        made = [add_proposed(folder, write, proposal.prepared.gathered, s) for s in wanted]
    n = len(made)
    label = Sentence(
        f"Deshacer: {n} sesiones de la propuesta" if n > 1 else "Deshacer: una sesión de la propuesta",
        f"Undo: {n} sessions of the proposal" if n > 1 else "Undo: one session of the proposal",
    )
    return Done(made, write.changes, write.undo(label))


def _refuse_old(folder: Folder, wanted: list[Proposed]) -> None:
    days = sorted(s.held_on for s in wanted)
    taken = {
        (row["crew"], row["held_on"])
        for row in store.sessions_in(folder.book, days[0], days[-1])
        if row["state"] != "not_held"
    }
    late = next((s for s in wanted if (s.crew, s.held_on) in taken), None)
    if late is not None:
        raise Refusal(
            "week_changed",
            Sentence(
                f"La semana cambió: {late.crew_name} ya tiene sesión ese día.",
                f"The week has changed: {late.crew_name} has a session that day already.",
            ),
            NOTHING_CHANGED,
            Sentence("Planea otra vez.", "Plan again."),
        )


def add_proposed(folder: Folder, write: Writer, gathered: Gathered, s: Proposed) -> bytes:
    """Write one proposed session with everybody who gives it; part of an open transaction."""
    crew = gathered.crews[s.crew.hex()]
    new = NewSession(s.held_on, s.starts, s.ends, s.crew, s.module)
    made = write.add(
        "session", code=free_code(folder, new), kind="training", crew=s.crew, module=s.module, venue=crew["venue"],
        season=crew["season"], held_on=s.held_on, starts=s.starts, ends=s.ends, promoter=s.promoter,
        modality="in_person", state="planned", pinned=0,
    )
    put_staff(write, made, s.second, s.interpreter)
    return made
