"""Head of every sheet: who, where and when, with the neutral title already chosen."""

from __future__ import annotations

from datetime import date, time

from promoter_app.domain.curriculum.course import title_on_paper
from promoter_app.domain.papers.sheets import SheetHeader
from promoter_app.domain.refusal import Sentence
from promoter_app.domain.sessions import Session
from promoter_app.services.curricula import Content, module_of
from promoter_app.services.folder import Folder
from promoter_app.services.sessions.recordings import language_name
from promoter_app.store import sessions as session_store

_SECTORS = {"cane": Sentence("Caña", "Cane"), "tobacco": Sentence("Tabaco", "Tobacco")}
_MODALITIES = {
    "in_person": Sentence("Presencial", "In person"),
    "virtual": Sentence("Virtual", "Virtual"),
    "phone": Sentence("Teléfono", "Phone"),
    "radio": Sentence("Radio", "Radio"),
}


def sheet_header(folder: Folder, content: Content, session: Session, language: str) -> SheetHeader:
    """The head of the sheets of a session; what is not known stays empty and is written in by hand."""
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
