"""The project's own rules and texts: lock, tests, consents read aloud, privacy notice with its blanks."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from promoter_app.domain.curriculum.common import Notice, fill_notice, unfilled
from promoter_app.domain.curriculum.course import Words
from promoter_app.domain.done import Done
from promoter_app.domain.office.checks import checked_words
from promoter_app.domain.office.fields import Field, note, number, pick
from promoter_app.domain.papers.privacy import PrivacyPaper, PrivacyPart
from promoter_app.domain.refusal import Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.curricula import Content
from promoter_app.services.folder import Folder, setting
from promoter_app.services.security.audit import office_only
from promoter_app.store import office

_TONGUES = (("es", "en español", "in Spanish"), ("en", "en inglés", "in English"))
_LONG = 8000
LOCK_RULE: tuple[Field, ...] = (
    number("lock_percent", "Candado: de cada 100 personas, cuántas deben tener los temas de seguridad",
           "Lock: of every 100 people, how many need the safety topics", most=100,
           hint=Sentence("Vacío usa 70. La coordinación puede abrir antes con un motivo escrito.",
                         "Empty uses 70. A coordinator may open early with a written reason.")),
    number("interpreter_warning_percent", "Avisar sin intérprete desde este porcentaje que habla otra lengua",
           "Warn without interpreter from this percentage speaking another language", most=100),
    pick("test_form", "Prueba", "Test", ("short", "Corta", "Short"), ("full", "Completa", "Full")),
    number("test_sample", "Cuántas personas se sortean para la prueba", "How many people are drawn for the test",
           least=1, most=500, hint=Sentence("Vacío: todas las presentes.", "Empty: everybody present.")),
    pick("card_form", "Fichas", "Cue cards", ("auto", "Según el tiempo", "By the time left"),
         ("short", "Cortas", "Short"), ("full", "Completas", "Full")),
    *(note(f"child_protection_note_{code}", f"Qué hacer con menores de 18, {es}", f"What to do with under-18s, {en}",
           2000) for code, es, en in _TONGUES),
)  # fmt: skip
CONSENT: tuple[Field, ...] = tuple(
    note(f"{key}_{code}", f"{name_es}, {es}", f"{name_en}, {en}", 2000)
    for key, name_es, name_en in (
        ("consent_record", "Se lee en voz alta", "Read aloud"),
        ("consent_sensitive_data", "Por escrito, datos sensibles", "In writing, sensitive data"),
    )
    for code, es, en in _TONGUES
)
_NOTICE_NAMES = {
    "full": ("Aviso completo", "Full notice"),
    "short": ("Aviso corto", "Short notice"),
    "oral": ("Guion en voz alta", "Script read aloud"),
}


@dataclass(frozen=True)
class SettingsGroup:
    """Fields of a group and their values now; `usual` is the text that stands where a field is empty."""

    fields: tuple[Field, ...]
    values: Mapping[str, str]
    usual: Mapping[str, str]


def lock_rule(folder: Folder) -> SettingsGroup:
    """The lock rule and how tests and cards are given."""
    return _group(folder, LOCK_RULE, {"lock_percent": "70"})


def consent_texts(folder: Folder, content: Content) -> SettingsGroup:
    """The consents as the office words them; empty uses the text of the content files."""
    usual = {}
    for each in content.consents:
        for code in ("es", "en"):
            usual[f"consent_{each.id}_{code}"] = each.text.in_language(code)
    return _group(folder, CONSENT, usual)


def privacy_notice(folder: Folder, content: Content) -> SettingsGroup:
    """The blanks of the notice and its three texts; empty texts use the template of the content files."""
    blanks = tuple(
        Field(blank.id, "text", Sentence(blank.label.es, blank.label.en), limit=300) for blank in content.notice_blanks
    )
    texts, usual = [], {}
    for notice in content.notices:
        name_es, name_en = _NOTICE_NAMES.get(notice.id, (notice.id, notice.id))
        for code, es, en in _TONGUES:
            key = f"notice_{notice.id}_{code}"
            texts.append(note(key, f"{name_es}, {es}", f"{name_en}, {en}", _LONG))
            usual[key] = "\n".join(words.in_language(code) for words in notice.paragraphs)
    return _group(folder, (*blanks, *texts), usual)


def _group(folder: Folder, fields: tuple[Field, ...], usual: Mapping[str, str]) -> SettingsGroup:
    return SettingsGroup(fields, {field.name: setting(folder, field.name, "") for field in fields}, usual)


def set_rules(folder: Folder, stamp: Stamp, fields: tuple[Field, ...], values: Mapping[str, str]) -> Done[None]:
    """Keep the settings of a group; an empty one goes back to the usual. Only differences are written.

    Raises Refusal: not a coordinator, or a value that is impossible.
    """
    office_only(folder, stamp, "set_rules")
    found = checked_words(fields, values)
    with folder.book.writing(stamp) as write:
        for key, value in found.items():
            row = office.setting_row(folder.book, key)
            text = "" if value is None else str(value)
            if row is None and text:
                write.add("setting", key=key, value=text)
            elif row is not None:
                write.edit("setting", row, value=text)
    return Done(None, write.changes, write.undo(Sentence("Deshacer: ajustes del proyecto", "Undo: project settings")))


def notice_to_print(folder: Folder, content: Content, notice: str, language: str) -> tuple[str, ...]:
    """The paragraphs of a notice ("full", "short", "oral") as they are printed; what is blank is a line."""
    return fill_notice(_worded(folder, content, notice, language), _blanks(folder, content), language)


def privacy_paper(folder: Folder, content: Content, language: str) -> PrivacyPaper:
    """The three notices and the consents as the office words them, to be printed."""
    parts = [
        PrivacyPart(notice.title.in_language(language), notice_to_print(folder, content, notice.id, language))
        for notice in content.notices
    ]
    for consent in content.consents:
        own = setting(folder, f"consent_{consent.id}_{language}", "").strip()
        text = own or consent.text.in_language(language)
        parts.append(PrivacyPart(consent.purpose.in_language(language), (text,), signed=consent.how == "written"))
    title = next((each.title.in_language(language) for each in content.notices), "")
    return PrivacyPaper(title, tuple(parts))


def print_privacy(
    folder: Folder,
    content: Content,
    out: Path,
    *,
    paper: str = "letter",
    language: str = "es",
    on_progress: Callable[[int, int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Path:
    """Write the privacy paper as a PDF. Raises the refusals of drawing: `cannot_write`, `stopped`, …"""
    from promoter_app.paper.privacy import draw_privacy

    made = privacy_paper(folder, content, language)
    return draw_privacy(made, out, paper=paper, language=language, on_progress=on_progress, should_stop=should_stop)


def notice_gaps(folder: Folder, content: Content, notice: str) -> tuple[str, ...]:
    """Ids of the blanks that a notice uses and nobody filled in."""
    return unfilled(_worded(folder, content, notice, "es"), _blanks(folder, content))


def _blanks(folder: Folder, content: Content) -> dict[str, str]:
    return {blank.id: setting(folder, blank.id, "") for blank in content.notice_blanks}


def _worded(folder: Folder, content: Content, notice: str, language: str) -> Notice:
    found = next(each for each in content.notices if each.id == notice)
    own = setting(folder, f"notice_{notice}_{language}", "").strip()
    if not own:
        return found
    paragraphs = tuple(Words(line, line) for line in own.splitlines() if line.strip())
    return Notice(found.id, found.version, found.title, paragraphs, found.place)
