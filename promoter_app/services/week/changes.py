"""Changes of the week by hand: create, move, change, call off, open again, who goes, copy last week. All undoable.

A promoter changes own sessions and those that nobody has; those of others are for a coordinator.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from promoter_app.domain.done import Done
from promoter_app.domain.gate.crew import HeldSession, next_for_crew
from promoter_app.domain.planning.field import Field
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.sessions import Session, minutes_of
from promoter_app.domain.stamp import Stamp
from promoter_app.services.curricula import Content
from promoter_app.services.folder import Folder
from promoter_app.services.planning.gathering import Asked, Gathered, gather
from promoter_app.services.planning.proposing import own_promoter
from promoter_app.services.security.audit import office_only
from promoter_app.services.sessions import sessions as session_service
from promoter_app.services.sessions.sessions import NewSession, needed
from promoter_app.services.sessions.staff import put_staff, replace_staff
from promoter_app.store import sessions as session_store
from promoter_app.store import week as store
from promoter_app.store.writer import Writer


@dataclass(frozen=True)
class Staff:
    """Who goes: the promoter, a second one, an interpreter (None: nobody)."""

    promoter: bytes | None = None
    second: bytes | None = None
    interpreter: bytes | None = None


@dataclass(frozen=True)
class Copied:
    """What copying last week brought: the new sessions, and for whom there was none and why."""

    made: tuple[bytes, ...]
    left_out: tuple[Sentence, ...]


def create(folder: Folder, stamp: Stamp, new: NewSession, staff: Staff | None = None) -> Done[bytes]:
    """Plan a session with who goes; the crew's place and season come from the crew when not given."""
    who = staff or Staff(new.promoter)
    _may_touch(folder, stamp, who.promoter)
    session_service.require_order(new.starts, new.ends)
    rows = store.crews_in_season(folder.book, "0000-01-01", "9999-12-31")
    crew = next((r for r in rows if r["id"] == new.crew), None)
    code = session_service.free_code(folder, new)
    with folder.book.writing(stamp) as write:
        made = write.add(
            "session", code=code, kind=new.kind, crew=new.crew, module=new.module, curriculum=new.curriculum,
            venue=new.venue or (crew["venue"] if crew else None),
            season=new.season or (crew["season"] if crew else None),
            held_on=new.held_on, starts=new.starts, ends=new.ends, promoter=who.promoter, modality=new.modality,
            language=new.language, state="planned", pinned=0,
        )
        put_staff(write, made, who.second, who.interpreter)
    return Done(made, write.changes, write.undo(Sentence(f"Deshacer: sesión {code}", f"Undo: session {code}")))


def move(folder: Folder, stamp: Stamp, id: bytes, held_on: str, starts: str, ends: str) -> Done[Session]:
    """Put a planned session on another day or at another hour."""
    _planned(folder, stamp, id)
    session_service.require_order(starts, ends)
    with folder.book.writing(stamp) as write:
        write.edit("session", id, held_on=held_on, starts=starts, ends=ends)
    label = Sentence("Deshacer: cambio de día u hora", "Undo: change of day or hour")
    return Done(needed(folder, id), write.changes, write.undo(label))


def change(
    folder: Folder, stamp: Stamp, id: bytes, new: NewSession, staff: Staff, *, pinned: bool = False
) -> Done[Session]:
    """Topic, day, hours, people and whether it is fixed, all at once; crew and code stay."""
    found = _planned(folder, stamp, id)
    _may_touch(folder, stamp, staff.promoter)
    session_service.require_order(new.starts, new.ends)
    _refuse_twice(staff)
    with folder.book.writing(stamp) as write:
        write.edit(
            "session", id, module=new.module, held_on=new.held_on, starts=new.starts, ends=new.ends,
            pinned=int(pinned),
        )  # fmt: skip
        _replace_staff(folder, write, found, staff)
    label = Sentence("Deshacer: cambio de la sesión", "Undo: change of the session")
    return Done(needed(folder, id), write.changes, write.undo(label))


def call_off(folder: Folder, stamp: Stamp, id: bytes, reason: str, note: str | None = None) -> Done[Session]:
    """«No se pudo hacer»: it leaves the week with its reason and can be opened again."""
    _may_touch(folder, stamp, needed(folder, id).promoter)
    return session_service.not_held(folder, stamp, id, reason, note)


def open_again(folder: Folder, stamp: Stamp, id: bytes) -> Done[Session]:
    """A session that was called off is planned again; a closed one is opened to correct it."""
    _may_touch(folder, stamp, needed(folder, id).promoter)
    return session_service.reopen_session(folder, stamp, id)


def _refuse_twice(staff: Staff) -> None:
    if staff.promoter is not None and staff.promoter == staff.second:
        raise Refusal(
            "same_person_twice",
            Sentence("Es la misma persona dos veces.", "It is the same person twice."),
            NOTHING_CHANGED,
            Sentence("Elige a otra.", "Choose another."),
        )


def _replace_staff(folder: Folder, write: Writer, found: Session, staff: Staff) -> None:
    write.edit("session", found.id, promoter=staff.promoter)
    known = store.staff_of_sessions(folder.book, found.held_on, found.held_on)
    replace_staff(write, found.id, known, staff.second, staff.interpreter)


def copy_last_week(
    folder: Folder, stamp: Stamp, content: Content, monday: str, promoter: bytes | None = None
) -> Done[Copied]:
    """The same crews, days, hours and people as the week before, each with the crew's next topic.

    Left out, with the reason: crews that have something that day already, closed days, days that are over, crews
    that have had every topic. With `promoter` only that person's sessions.
    """
    if promoter is None or promoter != own_promoter(folder, stamp.run.operator):
        office_only(folder, stamp, "copy_last_week")
    first = date.fromisoformat(monday)
    now = stamp.now.date()
    before = [
        row
        for row in store.sessions_in(folder.book, (first - timedelta(days=7)).isoformat(), _day(first, -1))
        if row["state"] != "not_held" and row["kind"] == "training" and promoter in (None, row["promoter"])
    ]
    last = first + timedelta(days=6)
    gathered = gather(folder, content, Asked(first, last, min(now, last), first, movable=True, bare=True))
    copying = _Copying(folder, content, gathered, first, now)
    with folder.book.writing(stamp) as write:
        for row in before:
            copying.copy(write, row)
    n = len(copying.made)
    label = Sentence(f"Deshacer: {n} sesiones copiadas", f"Undo: {n} copied sessions")
    done = Copied(tuple(copying.made), tuple(copying.left_out))
    return Done(done, write.changes, write.undo(label) if n else None)


class _Copying:
    """One session of last week after another."""

    def __init__(self, folder: Folder, content: Content, gathered: Gathered, first: date, now: date) -> None:
        self.folder, self.content, self.gathered, self.first, self.now = folder, content, gathered, first, now
        self.index = Field(gathered.problem)
        self.taken = {(r["crew"], r["held_on"]) for r in gathered.sessions if r["state"] != "not_held"}
        self.coming: dict[bytes, list[HeldSession]] = {}
        for r in gathered.sessions:
            if r["module"] and r["state"] == "planned":
                day = date.fromisoformat(r["held_on"])
                self.coming.setdefault(r["crew"], []).append(HeldSession(r["module"], day, r["season"]))
        self.made: list[bytes] = []
        self.left_out: list[Sentence] = []

    def copy(self, write: Writer, row: dict[str, Any]) -> None:
        """The session a week later, or the reason why not."""
        day = date.fromisoformat(row["held_on"]) + timedelta(days=7)
        crew = self.gathered.crews.get(row["crew"].hex())
        why = self._obstacle(row, day)
        topic = None if why or crew is None else self._topic(row, crew)
        if crew is None or why is not None or topic is None:
            name = crew["name"] if crew else row["code"]
            why = why or Sentence("ya tiene todos los temas", "it has every topic already")
            self.left_out.append(Sentence(f"{name}: {why.es}.", f"{name}: {why.en}."))
            return
        new = NewSession(day.isoformat(), row["starts"], row["ends"], row["crew"], topic)
        made = write.add(
            "session", code=session_service.free_code(self.folder, new), kind="training", crew=row["crew"],
            module=topic, venue=crew["venue"], season=crew["season"], held_on=new.held_on, starts=new.starts,
            ends=new.ends, promoter=row["promoter"], modality="in_person", language=row["language"], state="planned",
            pinned=0,
        )  # fmt: skip
        self.made.append(made)
        self.taken.add((row["crew"], new.held_on))
        self.coming.setdefault(row["crew"], []).append(HeldSession(topic, day, crew["season"]))

    def _obstacle(self, row: dict[str, Any], day: date) -> Sentence | None:
        if row["crew"].hex() not in self.gathered.crews:
            return Sentence("su temporada terminó", "its season is over")
        if day <= self.now:
            return Sentence("ese día ya pasó", "that day is over")
        if (row["crew"], day.isoformat()) in self.taken:
            return Sentence("ya tiene sesión ese día", "it has a session that day already")
        n = (day - self.first).days
        front = self.index.fronts[row["crew"].hex()]
        start, end = minutes_of(row["starts"]), minutes_of(row["ends"])
        b = next((b for b in front.breaks if b.start <= start < b.end and (b.days is None or n in b.days)), None)
        if b is None:
            return Sentence("no hay descanso acordado a esa hora", "no break is agreed at that hour")
        if self.index.closed(front, n, b) is not None or end > b.end:
            return Sentence("ese día está cerrado", "that day is closed")
        return None

    def _topic(self, row: dict[str, Any], crew: dict[str, Any]) -> str | None:
        course = self.content.courses.get(crew["sector"])
        if course is None:
            return None
        held = [
            HeldSession(r["module"], date.fromisoformat(r["held_on"]), r["season"], r["kind"] == "refresher")
            for r in session_store.held_of_crew(self.folder.book, row["crew"], None)
            if r["module"] and r["kind"] in ("training", "refresher")
        ]
        gate = next_for_crew(course.modules, [*held, *self.coming.get(row["crew"], ())], crew["season"])
        return gate.module if gate else None


def _day(first: date, days: int) -> str:
    return (first + timedelta(days=days)).isoformat()


def _planned(folder: Folder, stamp: Stamp, id: bytes) -> Session:
    found = needed(folder, id)
    if found.state != "planned":
        raise Refusal(
            "already_begun",
            Sentence("La sesión ya empezó o ya terminó.", "The session has begun or is over."),
            NOTHING_CHANGED,
            Sentence("Pon otra en el día que quieras.", "Put another on the day you want."),
        )
    _may_touch(folder, stamp, found.promoter)
    return found


def _may_touch(folder: Folder, stamp: Stamp, promoter: bytes | None) -> None:
    if promoter is not None and promoter != own_promoter(folder, stamp.run.operator):
        office_only(folder, stamp, "session_of_others")
