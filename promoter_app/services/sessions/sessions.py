"""A session's life: planned, open, held; not held with its reason; reopened. Each change keeps what was before."""

from __future__ import annotations

from dataclasses import dataclass

from promoter_app.domain.done import Done
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.sessions import Session, is_day, is_hour
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.times import local_time
from promoter_app.store import attempts as attempt_store
from promoter_app.store import closing as closing_store
from promoter_app.store import people as people_store
from promoter_app.store import sessions as store


@dataclass(frozen=True)
class NewSession:
    """What planning one session needs; dates and times are local text (`2026-02-17`, `12:00`)."""

    held_on: str
    starts: str
    ends: str
    crew: bytes | None = None
    module: str | None = None
    kind: str = "training"
    curriculum: bytes | None = None
    venue: bytes | None = None
    season: bytes | None = None
    promoter: bytes | None = None
    modality: str = "in_person"
    language: str | None = None


def find_session(folder: Folder, name: str) -> Session:
    """The session that a person names by code (`260217-PINOS-M2`) or by id in hex.

    Raises Refusal when there is none, or several have that code.
    """
    found = store.sessions_with_code(folder.book, name.strip())
    if not found and len(name.strip()) == 32:
        try:
            one = store.session(folder.book, bytes.fromhex(name.strip()))
        except ValueError:
            one = None
        found = [one] if one else []
    if len(found) == 1:
        return found[0]
    what = (
        Sentence(f"No hay una sesión «{name}».", f"There is no session “{name}”.")
        if not found
        else Sentence(f"Hay {len(found)} sesiones «{name}».", f"There are {len(found)} sessions “{name}”.")
    )
    todo = Sentence("Usa el id de «surco sessions list».", "Use the id from “surco sessions list”.")
    raise Refusal("unknown_session", what, NOTHING_CHANGED, todo)


def session(folder: Folder, id: bytes) -> Session | None:
    """One session by its id, or None."""
    return store.session(folder.book, id)


def sessions_between(
    folder: Folder, first: str, last: str, *, crew: bytes | None = None, state: str | None = None
) -> list[Session]:
    """Sessions of the days `first`..`last`, in order of time."""
    return store.sessions_between(folder.book, first, last, crew=crew, state=state)


def first_to_hold(folder: Folder, day: str) -> Session:
    """The first session of a crew on `day` that is still to be held; LookupError without one."""
    found = (each for each in sessions_between(folder, day, day) if each.state in ("planned", "open") and each.crew)
    first = next(found, None)
    if first is None:
        raise LookupError(f"no session of a crew is to be held on {day}")
    return first


def open_sessions(folder: Folder) -> list[Session]:
    """Sessions begun and not closed, the latest first."""
    return store.open_sessions(folder.book)


def add_session(folder: Folder, stamp: Stamp, new: NewSession) -> Done[bytes]:
    """Plan a session. Its code is day-crew-topic, with a number behind when that is taken.

    Raises Refusal `no_such_time`, `ends_before_start`.
    """
    if not is_day(new.held_on) or not (is_hour(new.starts) and is_hour(new.ends)):
        raise _no_such_time(new)
    require_order(new.starts, new.ends)
    code = free_code(folder, new)
    with folder.book.writing(stamp) as write:
        made = write.add(
            "session", code=code, kind=new.kind, crew=new.crew, module=new.module, curriculum=new.curriculum,
            venue=new.venue, season=new.season, held_on=new.held_on, starts=new.starts, ends=new.ends,
            promoter=new.promoter, modality=new.modality, language=new.language, state="planned", pinned=0,
        )
    return Done(made, write.changes, write.undo(Sentence(f"Deshacer: sesión {code}", f"Undo: session {code}")))


def _no_such_time(new: NewSession) -> Refusal:
    when = f"{new.held_on} {new.starts}-{new.ends}"
    return Refusal(
        "no_such_time",
        Sentence(f"No hay tal día u hora: {when}.", f"There is no such day or time: {when}."),
        NOTHING_CHANGED,
        Sentence("Escríbelos así: 2026-02-17 09:05.", "Write them so: 2026-02-17 09:05."),
    )


def require_order(starts: str, ends: str) -> None:
    """Raises Refusal when a session would end before it starts."""
    if starts >= ends:
        raise Refusal(
            "ends_before_start",
            Sentence("La sesión termina antes de empezar.", "The session ends before it starts."),
            NOTHING_CHANGED,
            Sentence("Corrige las horas.", "Correct the times."),
        )


def free_code(folder: Folder, new: NewSession) -> str:
    """The code of a new session: day, crew and topic, with a number behind when that is taken."""
    crew = people_store.crew_code(folder.book, new.crew) if new.crew else None
    code = session_code(new.held_on, crew, new.module)
    taken, extra = code, 1
    while store.sessions_with_code(folder.book, taken):
        extra += 1
        taken = f"{code}-{extra}"
    return taken


def session_code(held_on: str, crew_code: str | None, module: str | None) -> str:
    """`260217-PINOS-M2` of a day, a crew's code and a topic."""
    parts = [held_on[2:].replace("-", ""), crew_code or "TODOS", module or "OTRA"]
    return "-".join(parts).upper()


def start_session(folder: Folder, stamp: Stamp, id: bytes) -> Done[Session]:
    """Open a planned session for attendance; opening an open one changes nothing."""
    found = needed(folder, id)
    if found.is_open:
        return Done(found)
    return _set_state(folder, stamp, id, "reopened" if found.state == "held" else "open", None)


def is_empty(folder: Folder, id: bytes) -> bool:
    """Whether nothing says that anybody came: nobody present, named or not, no test, no raised hand."""
    book = folder.book
    return not (
        store.count_present(book, id)
        or store.unnamed_counts(book, id)
        or attempt_store.attempts_of_session(book, id)
        or any(row["total"] for row in closing_store.hands_of(book, id))
    )


def close_session(
    folder: Folder, stamp: Stamp, id: bytes, note: str | None = None, *, somebody: bool = False
) -> Done[Session]:
    """Close an open session as held. Scans that wait stay in the history and in the summary.

    Raises Refusal `not_open`; with `somebody` also `nobody_came` for an empty one, which must not count as held.
    """
    _require_open(folder, id)
    if somebody and is_empty(folder, id):
        raise Refusal(
            "nobody_came",
            Sentence("No se ha contado a nadie en esta sesión.", "Nobody was counted in this session."),
            NOTHING_CHANGED,
            Sentence(
                "Di por qué no se hizo, regrésala a planeada, o cuenta a quienes vinieron.",
                "Say why it was not held, take it back to planned, or count who came.",
            ),
        )
    return _set_state(folder, stamp, id, "held", None, note)


def back_to_planned(folder: Folder, stamp: Stamp, id: bytes) -> Done[Session]:
    """A session begun by mistake is planned again, its steps forgotten. Refusals `not_open`, `people_came`."""
    _require_open(folder, id)
    _require_empty(folder, id)
    with folder.book.writing(stamp) as write:
        for row in store.steps_of(folder.book, id):
            write.void("session_step", row["id"], "begun by mistake")
        write.edit("session", id, state="planned", reason=None)
    label = Sentence("Deshacer: sesión planeada otra vez", "Undo: session planned again")
    return Done(needed(folder, id), write.changes, write.undo(label))


def _require_open(folder: Folder, id: bytes) -> None:
    if not needed(folder, id).is_open:
        raise Refusal(
            "not_open",
            Sentence("Esa sesión no está abierta.", "That session is not open."),
            NOTHING_CHANGED,
            Sentence("Ábrela primero.", "Open it first."),
        )


def _require_empty(folder: Folder, id: bytes) -> None:
    if not is_empty(folder, id):
        raise Refusal(
            "people_came",
            Sentence("En esa sesión ya se contó a alguien.", "Somebody was counted in that session already."),
            NOTHING_CHANGED,
            Sentence(
                "Ciérrala como hecha, o quita primero a quienes se contaron por error.",
                "Close it as held, or first take off those who were counted by mistake.",
            ),
        )


def not_held(folder: Folder, stamp: Stamp, id: bytes, reason: str, note: str | None = None) -> Done[Session]:
    """«No se pudo hacer»: `reason` is a code of the reasons list. Refusal `people_came` unless the session is empty."""
    found = needed(folder, id)
    _require_empty(folder, id)
    return _set_state(folder, stamp, found.id, "not_held", reason, note)


def reopen_session(folder: Folder, stamp: Stamp, id: bytes) -> Done[Session]:
    """Open a closed session again; one that was not held becomes planned again."""
    found = needed(folder, id)
    return _set_state(folder, stamp, id, "planned" if found.state == "not_held" else "reopened", None)


def _set_state(
    folder: Folder,
    stamp: Stamp,
    id: bytes,
    state: str,
    reason: str | None,
    note: str | None = None,
) -> Done[Session]:
    with folder.book.writing(stamp) as write:
        values = {"state": state, "reason": reason} | ({"note": note} if note else {})
        write.edit("session", id, **values)
    label = Sentence("Deshacer: estado de la sesión", "Undo: state of the session")
    return Done(needed(folder, id), write.changes, write.undo(label))


def needed(folder: Folder, id: bytes) -> Session:
    """One session by its id; raises Refusal when it is not on this laptop."""
    found = store.session(folder.book, id)
    if found is None:
        raise Refusal(
            "unknown_session",
            Sentence("Esa sesión no está en esta laptop.", "That session is not on this laptop."),
            NOTHING_CHANGED,
            Sentence("Elige otra sesión.", "Choose another session."),
        )
    return found


def record_step(
    folder: Folder,
    stamp: Stamp,
    session: bytes,
    step: str,
    event: str,
    card: int | None = None,
) -> Done[None]:
    """A step of the session started, finished or was skipped; `card` is the cue card shown (1-based)."""
    with folder.book.writing(stamp) as write:
        write.add("session_step", session=session, step=step, event=event, card_number=card)
    return Done(None, write.changes)


def steps(folder: Folder, session: bytes) -> dict[str, str]:
    """The last event of each step that began: started, finished or skipped."""
    return {row["step"]: row["event"] for row in store.steps_of(folder.book, session)}


def began_at(folder: Folder, session: bytes) -> str | None:
    """The local time (`12:03`) at which a session's first step began, or None when it did not begin."""
    rows = store.steps_of(folder.book, session)
    return local_time(rows[0]) if rows else None


def place_in_session(folder: Folder, session: bytes) -> tuple[str, int]:
    """Where to come back to: the step begun last and its cue card (1 when none was shown)."""
    step, card = "attendance", 1
    for row in store.steps_of(folder.book, session):
        if row["event"] == "started":
            step = row["step"]
        if row["step"] == "topic" and row["card_number"]:
            card = row["card_number"]
    return step, card


def language_mix(folder: Folder, crew: bytes, day: str) -> list[tuple[str | None, int]]:
    """How many members of a crew prefer each language, most first; None is sin dato."""
    return people_store.crew_languages(folder.book, crew, day)


def change_session(folder: Folder, stamp: Stamp, id: bytes, new: NewSession) -> Done[Session]:
    """Another crew, topic or time for a session that has not begun; its code stays."""
    found = needed(folder, id)
    if found.state != "planned":
        raise Refusal(
            "already_begun",
            Sentence("La sesión ya empezó.", "The session has begun."),
            NOTHING_CHANGED,
            Sentence("Ciérrala y pon otra.", "Close it and add another."),
        )
    with folder.book.writing(stamp) as write:
        write.edit(
            "session", id, crew=new.crew, module=new.module, venue=new.venue, season=new.season,
            held_on=new.held_on, starts=new.starts, ends=new.ends,
        )
    label = Sentence("Deshacer: cambio de la sesión", "Undo: change of the session")
    return Done(needed(folder, id), write.changes, write.undo(label))
