"""Cierre: what a session leaves, as counts; opinions and help offered without names; checks of a sensitive topic."""

from __future__ import annotations

from collections import Counter
from collections.abc import Hashable
from datetime import date

from promoter_app.domain.curriculum.common import PreflightCheck
from promoter_app.domain.curriculum.course import Module, short_form
from promoter_app.domain.done import Done
from promoter_app.domain.gate.crew import COORDINATOR_LEVEL
from promoter_app.domain.indicators.items import ItemResult, suggestion
from promoter_app.domain.knowledge import Attempt, Phase, Scope, knowledge_change
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.sessions import BeforeAfter, Session, SessionSummary
from promoter_app.domain.stamp import Stamp
from promoter_app.services.curricula import module_of
from promoter_app.services.folder import Folder
from promoter_app.services.sessions import attendance, sessions
from promoter_app.store import attempts as attempt_store
from promoter_app.store import closing as store
from promoter_app.store.curriculum.files import Loaded

FACES = (1, 2, 3)
"""Good, so-so, bad: what an anonymous worker pointed at."""
OVERRIDE = "preflight_incomplete"
_WORK = ("attendance", "pre_test", "topic", "post_test")


def summary(folder: Folder, content: Loaded, session: Session) -> SessionSummary:
    """Everything that Cierre shows; nothing in it is about one person."""
    counts = attendance.tally(folder, session.id)
    questions = before_after(folder, content, session)
    rows = [row for row in attempt_store.attempts_of_session(folder.book, session.id) if not row["declined"]]
    tested = {phase: {row["person"] for row in rows if row["phase"] == phase} for phase in ("pre", "post")}
    pairs, rose = _pairs(folder, session)
    return SessionSummary(
        session=session,
        present=counts.present,
        of_crew=counts.of_crew,
        from_elsewhere=counts.from_elsewhere,
        unnamed=counts.unnamed,
        new_people=counts.new_people,
        waiting=counts.waiting,
        tested_before=len(tested["pre"]),
        tested_after=len(tested["post"]),
        pairs=pairs,
        rose=rose,
        missing_steps=_missing_steps(folder, session, counts.present + counts.unnamed, questions),
        questions=questions,
        faces=feedback(folder, session.id),
    )


def to_say_again(seen: SessionSummary, words: dict[str, str]) -> Sentence | None:
    """What to say again in the next five minutes; None before the final test. `words`: each question's text."""
    results = [
        ItemResult(
            seen.session.module or "", place, Sentence(said, said), "", one.asked_before, one.before,
            one.asked_after, one.after,
        )
        for place, one in enumerate(seen.questions, start=1)
        if (said := words.get(one.item, one.item))
    ]  # fmt: skip
    return suggestion(results) if any(one.asked_after for one in results) else None


def _missing_steps(folder: Folder, session: Session, came: int, questions: tuple[BeforeAfter, ...]) -> tuple[str, ...]:
    """A step counts as done when something came of it; having passed through its page is not enough."""
    begun = sessions.steps(folder, session.id)
    done = {
        "attendance": came > 0,
        "pre_test": any(each.asked_before for each in questions),
        "topic": begun.get("topic") == "finished",
        "post_test": any(each.asked_after for each in questions),
    }
    return tuple(step for step in _WORK if not done[step])


def before_after(folder: Folder, content: Loaded, session: Session) -> tuple[BeforeAfter, ...]:
    """Right answers of the group per question, before and after: answers of persons and raised hands together."""
    module = module_of(content, session)
    if module is None:
        return ()
    right: Counter[tuple[str, int]] = Counter()
    asked: Counter[tuple[str, int]] = Counter()
    phases = {row["id"]: row["phase"] for row in attempt_store.attempts_of_session(folder.book, session.id)}
    for row in attempt_store.answers_of_session(folder.book, session.id):
        asked[phases[row["attempt"]], row["number"]] += 1
        right[phases[row["attempt"]], row["number"]] += row["choice"] == row["answer"]
    for row in store.hands_of(folder.book, session.id):
        asked[row["phase"], row["number"]] += row["total"]
        right[row["phase"], row["number"]] += row["correct"]
    return tuple(
        BeforeAfter(
            item.id, right["pre", number], asked["pre", number], right["post", number], asked["post", number]
        )
        for number, item in enumerate(module.items, start=1)
        if asked["pre", number] or asked["post", number] or item in short_form(module).items
    )


def _pairs(folder: Folder, session: Session) -> tuple[int, int]:
    """People of this session with a valid pair, and those of them who rose."""
    book = folder.book
    answers: dict[bytes, dict[Hashable, str]] = {}
    keys: dict[Hashable, dict[Hashable, str]] = {}
    forms = {row["id"]: row["form"] for row in attempt_store.attempts_of_session(book, session.id)}
    for row in attempt_store.answers_of_session(book, session.id):
        answers.setdefault(row["attempt"], {})[row["item"]] = row["choice"]
        keys.setdefault(forms[row["attempt"]], {})[row["item"]] = row["answer"]
    day = date.fromisoformat(session.held_on)
    attempts = [
        Attempt(
            row["id"], row["person"], session.module or "", session.season, row["form"], Phase(row["phase"]),
            order, day, session.id, answers.get(row["id"], {}), late=bool(row["late"]), declined=bool(row["declined"]),
        )
        for order, row in enumerate(attempt_store.attempts_of_session(book, session.id))
        if row["form"] in keys
    ]
    change = knowledge_change(attempts, keys, Scope())
    return change.total, change.rose


def feedback(folder: Folder, session: bytes) -> tuple[int, int, int]:
    """How many pointed at each face: good, so-so, bad."""
    counted = {row["face"]: row["n"] for row in store.faces_of(folder.book, session)}
    good, fair, bad = (int(counted.get(face, 0)) for face in FACES)
    return good, fair, bad


def record_feedback(folder: Folder, stamp: Stamp, session: bytes, face: int) -> Done[tuple[int, int, int]]:
    """One more anonymous opinion (`face` of FACES; ValueError otherwise); the outcome is the counts."""
    if face not in FACES:
        raise ValueError(f"face {face}")
    with folder.book.writing(stamp) as write:
        write.add("feedback", session=session, face=face)
    return Done(
        feedback(folder, session), write.changes, write.undo(Sentence("Deshacer: una opinión", "Undo: one opinion"))
    )


def record_referral(
    folder: Folder, stamp: Stamp, session: bytes, *, offered: bool, channel: str | None, on_date: str
) -> Done[int]:
    """«Se ofreció ayuda»: yes or no, the kind of channel and the day. No name and no story, ever.

    Told again for the session it replaces what was told before; the outcome is how many are kept.
    """
    with folder.book.writing(stamp) as write:
        for row in store.referrals_of(folder.book, session):
            write.void("referral", row["id"], "told again")
        write.add("referral", session=session, offered=int(offered), channel=channel, on_date=on_date)
    label = Sentence("Deshacer: ayuda ofrecida", "Undo: help offered")
    return Done(len(store.referrals_of(folder.book, session)), write.changes, write.undo(label))


def referral(folder: Folder, session: bytes) -> tuple[bool, str | None] | None:
    """Whether help was offered in a session and through which channel; None when nobody said."""
    rows = store.referrals_of(folder.book, session)
    return (bool(rows[-1]["offered"]), rows[-1]["channel"]) if rows else None


def needs_coordinator(module: Module | None) -> bool:
    """Whether going on without the checks of the topic takes a coordinator's name."""
    return module is not None and module.level >= COORDINATOR_LEVEL


def needs_preflight(content: Loaded, module: Module | None) -> bool:
    """Whether the topic asks for the checks of a sensitive topic."""
    return module is not None and module.level >= content.preflight_from_level and bool(content.preflight)


def preflight_checks(folder: Folder, content: Loaded, session: bytes) -> tuple[PreflightCheck, ...]:
    """The checks of a session; the interpreter's only when one was named."""
    interpreter = store.has_interpreter(folder.book, session)
    return tuple(check for check in content.preflight if interpreter or not check.only_with_interpreter)


def preflight(folder: Folder, session: bytes) -> frozenset[str]:
    """The checks that are ticked now."""
    return frozenset(row["check_code"] for row in store.preflight_of(folder.book, session) if row["ticked"])


def record_preflight(folder: Folder, stamp: Stamp, session: bytes, check: str, ticked: bool) -> Done[frozenset[str]]:
    """Tick a check, or take the tick back; the outcome is what is ticked now."""
    with folder.book.writing(stamp) as write:
        write.replace("preflight", ("session", "check_code"), session=session, check_code=check, ticked=int(ticked))
    label = Sentence("Deshacer: revisión", "Undo: check")
    return Done(preflight(folder, session), write.changes, write.undo(label))


def override_preflight(
    folder: Folder, stamp: Stamp, content: Loaded, session: Session, why: str, coordinator: str = ""
) -> Done[None]:
    """Go on with checks missing: always possible, always with a written reason (Refusal `no_reason`).

    From level 4 also with the name of the `coordinator` who allowed it: on a promoter's laptop it must be told
    (Refusal `no_coordinator`), a coordinator's own is taken.
    """
    if not why.strip():
        raise Refusal(
            "no_reason",
            Sentence("Falta escribir la razón.", "The reason is missing."),
            NOTHING_CHANGED,
            Sentence("Escribe en pocas palabras por qué.", "Write in a few words why."),
        )
    allowed_by = coordinator.strip() or (stamp.run.operator if stamp.role == "coordinator" else "")
    if needs_coordinator(module_of(content, session)) and not allowed_by:
        raise Refusal(
            "no_coordinator",
            Sentence("En este tema falta el nombre de quien coordina y lo permitió.",
                     "This topic needs the name of the coordinator who allowed it."),
            NOTHING_CHANGED,
            Sentence("Escribe su nombre junto a la razón.", "Write the name beside the reason."),
        )  # fmt: skip
    with folder.book.writing(stamp) as write:
        write.add(
            "override", session=session.id, crew=session.crew, module=session.module or "", reason=OVERRIDE,
            note=why.strip(), coordinator=allowed_by or None,
        )
    return Done(None, write.changes, write.undo(Sentence("Deshacer: seguir sin todo", "Undo: going on")))


def is_overridden(folder: Folder, session: bytes) -> bool:
    """Whether the session already went on with checks missing."""
    return any(row["reason"] == OVERRIDE for row in store.overrides_of(folder.book, session))
