"""What goes on paper: frozen values gathered here (neutral titles already chosen), drawn by the paper workshop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, time
from hashlib import sha256
from pathlib import Path
from typing import TYPE_CHECKING

from promoter_app.domain.cards import MAX_NUMBER, CodeKind, card_label, make_code
from promoter_app.domain.curriculum.course import title_on_paper
from promoter_app.domain.papers.cards import CardBatch, WorkerCard
from promoter_app.domain.papers.sheets import AttendanceRow, AttendanceSheet, SheetHeader
from promoter_app.domain.people import Person
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.sessions import Session
from promoter_app.services.curricula import Content, module_of
from promoter_app.services.folder import Folder, project_tag
from promoter_app.services.sessions.recordings import language_name
from promoter_app.store import people as people_store
from promoter_app.store import sessions as session_store

if TYPE_CHECKING:
    from promoter_app.services.crews.crews import Crew

Progress = Callable[[int, int], None]
Stop = Callable[[], bool]
_SECTORS = {"cane": Sentence("Caña", "Cane"), "tobacco": Sentence("Tabaco", "Tobacco")}
_MODALITIES = {
    "in_person": Sentence("Presencial", "In person"),
    "virtual": Sentence("Virtual", "Virtual"),
    "phone": Sentence("Teléfono", "Phone"),
    "radio": Sentence("Radio", "Radio"),
}
PRIVACY = Sentence(
    "Sus datos sirven para su constancia y para saber qué temas lleva. No se dan al ingenio ni al gobierno. "
    "Puede pedir verlos, corregirlos o borrarlos con el promotor.",
    "Your data serve for your certificate and to know which topics you have done. They are not given to the mill "
    "or the government. You may ask the promoter to see, correct or erase them.",
)


def sheet_code(folder: Folder, session: bytes) -> str:
    """The code printed on the sheets of a session: project and session, nothing that a person can read."""
    number = int.from_bytes(sha256(b"sheet" + session).digest()[:8], "big") & MAX_NUMBER
    return make_code(CodeKind.SHEET, _tag(folder), number).text


def _tag(folder: Folder) -> int:
    tag = project_tag(folder)
    if tag is None:
        raise Refusal(
            "no_project",
            Sentence("Esta carpeta todavía no tiene proyecto.", "This folder has no project yet."),
            NOTHING_CHANGED,
            Sentence("Abre Surco una vez y repite.", "Open Surco once and repeat."),
        )
    return tag


def attendance_sheet(
    folder: Folder, content: Content, session: Session, *, language: str = "es", named: bool = True
) -> AttendanceSheet:
    """The attendance list of a session with its crew of that day; `named=False` for a list that may be posted."""
    people = people_store.people_of_crew(folder.book, session.crew, session.held_on) if session.crew else []
    came = session_store.people_with_attendance(folder.book, session.crew, session.held_on) if session.crew else set()
    rows = tuple(_row(person, person.id not in came) for person in people)
    return AttendanceSheet(
        _header(folder, content, session, language),
        sheet_code(folder, session.id),
        rows,
        PRIVACY.in_language(language),
        named=named,
    )


def _row(person: Person, first_time: bool) -> AttendanceRow:
    number = card_label(person.card_number) if person.card_number is not None else ""
    return AttendanceRow(number, person.name, person.sex or "", person.age_group or "", first_time=first_time)


def _header(folder: Folder, content: Content, session: Session, language: str) -> SheetHeader:
    names = session_store.names_around(folder.book, session.id)
    module = module_of(content, session)
    return SheetHeader(
        title=title_on_paper(module, language) if module else session.module or "",
        project=names.get("project") or "",
        partner=names.get("partner") or "",
        folio=session.code,
        day=date.fromisoformat(session.held_on),
        start=time.fromisoformat(session.starts),
        end=time.fromisoformat(session.ends),
        place=session.place_name or "",
        mill=session.company_name or "",
        front=session.venue_name or "",
        crew=session.crew_name or "",
        sector=_words(_SECTORS, session.sector, language),
        language=language_name(content, session.language) or "",
        interpreter=names.get("interpreters") or "",
        promoters=names.get("promoter") or "",
        modality=_words(_MODALITIES, names.get("modality"), language),
    )


def _words(known: dict[str, Sentence], word: str | None, language: str) -> str:
    return known[word].in_language(language) if word in known else word or ""


def print_attendance(
    folder: Folder,
    content: Content,
    session: Session,
    out: Path,
    *,
    language: str = "es",
    paper: str = "letter",
    named: bool = True,
    on_progress: Progress | None = None,
    should_stop: Stop | None = None,
) -> Path:
    """Write the attendance list as a PDF. Raises Refusal when a letter cannot be drawn or the disk is full."""
    from promoter_app.paper.attendance_sheet import draw_attendance_sheet

    sheet = attendance_sheet(folder, content, session, language=language, named=named)
    return draw_attendance_sheet(
        sheet, out, paper=paper, language=language, on_progress=on_progress, should_stop=should_stop
    )


def crew_cards(folder: Folder, crew: Crew, day: str, *, names: bool = True) -> CardBatch:
    """The valid cards of a crew, ready to print. Raises Refusal when nobody has one."""
    people = people_store.people_of_crew(folder.book, crew.id, day)
    cards = tuple(
        WorkerCard(person.card_code, card_label(person.card_number), person.name if names else "")
        for person in people
        if person.card_code is not None and person.card_number is not None
    )
    if not cards:
        raise Refusal(
            "no_cards",
            Sentence("Nadie de esa cuadrilla tiene tarjeta.", "Nobody in that crew has a card."),
            NOTHING_CHANGED,
            Sentence(
                "Imprime tarjetas en blanco y entrégalas al llegar.", "Print blanks and hand them out on arrival."
            ),
        )
    return CardBatch(crew.code, cards, backs=False)


def print_crew_cards(
    folder: Folder,
    crew: Crew,
    day: str,
    out: Path,
    *,
    names: bool = True,
    paper: str = "letter",
    language: str = "es",
    on_progress: Progress | None = None,
    should_stop: Stop | None = None,
) -> Path:
    """Write a crew's cards as a PDF, ten a page."""
    batch = crew_cards(folder, crew, day, names=names)
    return print_batch(batch, out, paper=paper, language=language, on_progress=on_progress, should_stop=should_stop)


def print_batch(
    batch: CardBatch,
    out: Path,
    *,
    paper: str = "letter",
    language: str = "es",
    on_progress: Progress | None = None,
    should_stop: Stop | None = None,
) -> Path:
    """Write a batch of cards as a PDF, ten a page. Safe on any thread."""
    from promoter_app.paper.cards import draw_cards

    return draw_cards(batch, out, paper=paper, language=language, on_progress=on_progress, should_stop=should_stop)
