"""One way to print anything: an order says which paper, for whom and when; its draft is drawn to a PDF.

A draft holds only frozen values, so it can be drawn on any thread; making it may write facts (rows of sheets,
folios), always the same ones for the same list.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Any

from promoter_app.domain.curriculum.course import Course, Module, neutral_title
from promoter_app.domain.files import why_not_written
from promoter_app.domain.papers.office import DayKit, KitItem
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.sessions import Session
from promoter_app.domain.stamp import Stamp
from promoter_app.services.crews.crews import Crew
from promoter_app.services.curricula import Content, find_module, module_of
from promoter_app.services.folder import Folder
from promoter_app.services.printing import cards, certificates, sheets, topics
from promoter_app.services.security import audit
from promoter_app.services.topics.local import local_of
from promoter_app.store import sessions as session_store
from promoter_app.store.files import publish, sweep, temporary_beside

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]
OF_A_CREW = ("cards", "markers", "certificates")


@dataclass(frozen=True)
class Order:
    """What to print. Papers of a session need `session`; cards and constancias need `crew`."""

    kind: str
    session: Session | None = None
    crew: Crew | None = None
    names: bool = True


@dataclass(frozen=True)
class Draft:
    """Frozen values of one paper and the neutral name of its file."""

    kind: str
    name: str
    values: Any


def draft(folder: Folder, stamp: Stamp, content: Content, order: Order, language: str = "es") -> Draft:
    """Gather what `order` prints, and tell in the trace that it left on paper.

    Raises Refusal: `no_cards`, `no_certificates`, `no_test`, `no_topic`, `no_project`.
    """
    if order.kind in OF_A_CREW:
        crew = _needed(order.crew)
        made = Draft(order.kind, f"{_word(order.kind, language)} {crew.code} {stamp.today}",
                     _of_crew(folder, stamp, content, crew, order, language))  # fmt: skip
        about = crew.id
    else:
        session = _needed(order.session)
        values = _of_session(folder, stamp, content, session, order, language)
        made, about = Draft(order.kind, f"{_word(order.kind, language)} {session.code}", values), session.id
    audit.tell(folder, stamp, "paper", target=about, detail=order.kind)
    return made


def _of_crew(folder: Folder, stamp: Stamp, content: Content, crew: Crew, order: Order, language: str) -> Any:
    if order.kind == "cards":
        return cards.crew_cards(folder, crew, stamp.today, names=order.names)
    if order.kind == "markers":
        return cards.crew_markers(folder, crew, stamp.today, names=order.names)
    return certificates.issue(folder, stamp, _course(content, crew.sector), crew, language)


def _of_session(
    folder: Folder, stamp: Stamp, content: Content, session: Session, order: Order, language: str
) -> Any:
    day = date.fromisoformat(stamp.today)
    if order.kind in ("roster", "roster-no-names"):
        named = order.names and order.kind == "roster"
        return sheets.attendance_sheet(folder, stamp, content, session, language=language, named=named)
    if order.kind == "tests":
        return sheets.answer_sheet(folder, stamp, content, session, language=language, named=order.names)
    if order.kind == "help-card":
        return topics.help_card(content, session.sector or "", day, language=language)
    if order.kind == "kit":
        return _kit(folder, stamp, content, session, order, language)
    return _of_topic(folder, content, session, order.kind, day, language)


def _of_topic(folder: Folder, content: Content, session: Session, kind: str, day: date, language: str) -> Any:
    module = _module(content, session)
    if kind == "guide":
        local = local_of(folder, session.id, module.code, day, language)
        return topics.guide(content, module, day, language=language, local=local)
    if kind == "questions":
        return topics.question_cards(module, language=language)
    return topics.worker_sheet(_course_of(content, module), module, language=language)


def _kit(
    folder: Folder, stamp: Stamp, content: Content, session: Session, order: Order, language: str
) -> DayKit:
    """Everything for one session in one file: a worker sheet and a help card for each person, once the rest."""
    module = _module(content, session)
    people = max(1, min(200, session.people))
    copies = {"worker-sheet": people, "help-card": -(-people // 4)}
    kinds = ["roster", *(["tests"] if module.items else []), "guide", *(["questions"] if module.items else [])]
    items = []
    for kind in [*kinds, "worker-sheet", "help-card"]:
        paper = _of_session(folder, stamp, content, session, Order(kind, session, names=order.names), language)
        items.append(KitItem(paper, copies.get(kind, 1)))
    return DayKit(
        title=neutral_title(module, language),
        day=date.fromisoformat(session.held_on),
        place=session.venue_name or session.place_name or "",
        crew=session.crew_name or "",
        bring=tuple(words.in_language(language) for words in module.bring),
        items=tuple(items),
    )


def draw(
    made: Draft,
    out: Path,
    *,
    paper: str = "letter",
    language: str = "es",
    on_progress: Progress | None = None,
    should_stop: Stop | None = None,
) -> Path:
    """Write a draft to the PDF `out`. Safe on any thread. Raises Refusal as `write_document` does."""
    return _drawing(made.kind)(
        made.values, out, paper=paper, language=language, on_progress=on_progress, should_stop=should_stop
    )


def print_order(
    folder: Folder,
    stamp: Stamp,
    content: Content,
    order: Order,
    out: Path,
    *,
    language: str = "es",
    paper: str = "letter",
    on_progress: Progress | None = None,
    should_stop: Stop | None = None,
) -> Path:
    """Write what `order` asks for as the PDF `out`, told in the trace. Raises Refusal as `draft` and `draw` do."""
    made = draft(folder, stamp, content, order, language)
    return draw(made, out, paper=paper, language=language, on_progress=on_progress, should_stop=should_stop)


def _drawing(kind: str) -> Callable[..., Path]:
    from promoter_app.paper import answer_sheet, attendance_sheet, certificate, guide, kit, worker_papers
    from promoter_app.paper import cards as cards_paper

    drawings: dict[str, Callable[..., Path]] = {
        "cards": cards_paper.draw_cards,
        "blanks": cards_paper.draw_cards,
        "markers": cards_paper.draw_crew_markers,
        "certificates": certificate.draw_certificates,
        "roster": attendance_sheet.draw_attendance_sheet,
        "roster-no-names": attendance_sheet.draw_attendance_sheet,
        "tests": answer_sheet.draw_answer_sheet,
        "guide": guide.draw_guide,
        "worker-sheet": worker_papers.draw_worker_sheet,
        "questions": worker_papers.draw_question_cards,
        "help-card": worker_papers.draw_help_card,
        "kit": kit.draw_kit,
    }
    return drawings[kind]


_WORDS = {
    "cards": Sentence("tarjetas", "cards"),
    "markers": Sentence("marcas grandes", "large markers"),
    "certificates": Sentence("constancias", "certificates"),
    "roster": Sentence("lista", "list"),
    "roster-no-names": Sentence("lista sin nombres", "list without names"),
    "tests": Sentence("respuestas", "answers"),
    "guide": Sentence("guía", "guide"),
    "worker-sheet": Sentence("hoja", "sheet"),
    "questions": Sentence("preguntas", "questions"),
    "help-card": Sentence("tarjeta de ayuda", "help card"),
    "kit": Sentence("paquete", "kit"),
}


def paper_words(kind: str, language: str) -> str:
    """What a paper of KINDS is called in `language`; another kind as it is."""
    return _word(kind, language) if kind in _WORDS else kind


def _word(kind: str, language: str) -> str:
    return _WORDS[kind].in_language(language)


def _needed(value: Any) -> Any:
    if value is None:
        raise ValueError("the order does not say for whom")
    return value


def _module(content: Content, session: Session) -> Module:
    module = module_of(content, session)
    if module is None:
        raise Refusal(
            "no_topic",
            Sentence("El tema de esa sesión no está en esta laptop.", "The topic of that session is not here."),
            NOTHING_CHANGED,
            Sentence("Elige otra sesión o avisa a la oficina.", "Choose another session or tell the office."),
        )
    return module


def _course(content: Content, sector: str) -> Course:
    course = content.courses.get(sector)
    if course is None:
        raise Refusal(
            "no_course",
            Sentence("No hay curso para ese cultivo.", "There is no course for that crop."),
            NOTHING_CHANGED,
            Sentence("Avisa a la oficina.", "Tell the office."),
        )
    return course


def _course_of(content: Content, module: Module) -> Course:
    return next(course for course in content.courses.values() if course.module(module.code) is module)


def sessions_to_print(folder: Folder, crew: bytes, first: str, last: str) -> list[Session]:
    """Sessions of a crew between two days, soonest first, without those that were not held."""
    found = session_store.sessions_between(folder.book, first, last, crew=crew)
    return [session for session in found if session.state != "not_held"]


def topic_module(content: Content, sector: str | None, code: str) -> Module:
    """A topic by crop and code, for papers without a session. Raises Refusal `no_topic`."""
    module = find_module(content, sector, code.upper())
    if module is None:
        raise Refusal(
            "no_topic",
            Sentence(f"No hay un tema «{code}».", f"There is no topic “{code}”."),
            NOTHING_CHANGED,
            Sentence("Usa un código de «surco modules list».", "Use a code of “surco modules list”."),
        )
    return module


def save_pdf(data: bytes, out: Path) -> Path:
    """Write a drawn PDF whole or not at all. Raises Refusal `cannot_write`."""
    sweep(out.parent)
    temporary = temporary_beside(out)
    try:
        temporary.write_bytes(data)
        publish(temporary, out)
    except OSError as error:
        why, todo = why_not_written(error)
        raise Refusal(
            "cannot_write",
            Sentence(f"No se pudo guardar {out.name}. {why.es}", f"{out.name} could not be saved. {why.en}"),
            NOTHING_CHANGED,
            todo,
        ) from error
    finally:
        temporary.unlink(missing_ok=True)
    return out
