"""The lists that all courses share (`curricula/common/*.yaml`), read into the values of `domain.curriculum.common`.

In a list only the entry with a mistake is left out; the others are used.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Protocol, TypeVar

from promoter_app.domain.curriculum.checks import repeated
from promoter_app.domain.curriculum.common import (
    ConsentText,
    DatedValue,
    HelpChannel,
    LegalValue,
    Notice,
    NoticeBlank,
    PreflightCheck,
    Reason,
    SessionStep,
)
from promoter_app.domain.curriculum.course import Confidence, Place, Words
from promoter_app.domain.curriculum.languages import Language
from promoter_app.store.curriculum.sections import FaultLog, Section
from promoter_app.store.curriculum.tree import Node

_MANY = 1_000_000
DONT_KNOW = Words("No sé", "I don't know")


class Placed(Protocol):
    """Anything that knows where it was written."""

    @property
    def place(self) -> Place: ...


One = TypeVar("One", bound=Placed)


@dataclass
class Common:
    """What `curricula/common` holds; each list is empty when its file cannot be read."""

    channels: list[HelpChannel] = field(default_factory=list)
    legal_values: list[LegalValue] = field(default_factory=list)
    languages: list[Language] = field(default_factory=list)
    cancel_reasons: list[Reason] = field(default_factory=list)
    override_reasons: list[Reason] = field(default_factory=list)
    coordinator_from_level: int = 4
    preflight: list[PreflightCheck] = field(default_factory=list)
    preflight_from_level: int = 3
    consents: list[ConsentText] = field(default_factory=list)
    notices: list[Notice] = field(default_factory=list)
    notice_blanks: list[NoticeBlank] = field(default_factory=list)
    steps: list[SessionStep] = field(default_factory=list)
    dont_know: Words = DONT_KNOW


Fill = Callable[[Common, Section], None]


def read_common(file: str, tree: Node, log: FaultLog, common: Common) -> None:
    """Read one of `COMMON_FILES` into `common`. Mistakes go to `log`."""
    section = Section(tree, log)
    COMMON_FILES[file](common, section)
    section.finish()


def _each(section: Section, name: str, read: Callable[[Section], One], identity: Callable[[One], str]) -> list[One]:
    """The entries of a list without those that have a mistake or repeat an id."""
    log, good = section.log, []
    for entry in section.sections(name):
        before = len(log.faults)
        value = read(entry)
        entry.finish()
        if len(log.faults) == before:
            good.append(value)
    if not section.has(name):
        section.missing(name)
    again = list(repeated(((identity(one), one.place) for one in good if identity(one)), ("la entrada", "the entry")))
    log.faults += again
    lines = {found.line for found in again}
    return [one for one in good if one.place.line not in lines]


def _channels(common: Common, section: Section) -> None:
    common.channels = _each(section, "channels", _channel, lambda one: one.id)


def _channel(entry: Section) -> HelpChannel:
    return HelpChannel(
        id=entry.text("id"),
        name=entry.words("name"),
        numbers=entry.texts("numbers"),
        note=entry.words_or_none("note"),
        scope=entry.text("scope"),
        sector=entry.text("sector"),
        confidence=entry.choice("confidence", Confidence),
        source=entry.text_or_blank("source"),
        verified_on=entry.day_or_none("verified_on"),
        verified_by=entry.text_or_blank("verified_by"),
        place=entry.place,
    )


def _legal_values(common: Common, section: Section) -> None:
    common.legal_values = _each(section, "values", _legal_value, lambda one: one.id)


def _legal_value(entry: Section) -> LegalValue:
    rows = entry.sections("rows")
    value = LegalValue(
        id=entry.text("id"),
        name=entry.words("name"),
        unit=entry.text("unit"),
        ref=entry.text("ref"),
        confidence=entry.choice("confidence", Confidence),
        source=entry.text_or_blank("source"),
        checked_on=entry.day_or_none("checked_on"),
        rows=tuple(_dated(row) for row in rows),
        place=entry.place,
    )
    for before, after, row in zip(value.rows, value.rows[1:], rows[1:], strict=False):
        if after.start is None or (before.start is not None and after.start <= before.start):
            entry.log.add(
                row.line,
                ("Las fechas «from» no van de la más vieja a la más nueva.", "The “from” dates are not oldest first."),
                ("Ordena los renglones por fecha.", "Order the rows by date."),
            )
    return value


def _dated(row: Section) -> DatedValue:
    dated = DatedValue(row.day_or_none("from"), row.day_or_none("until"), row.whole("value", 0, _MANY))
    row.finish()
    return dated


def _languages(common: Common, section: Section) -> None:
    common.languages = _each(section, "languages", _language, lambda one: one.iso639_3)


def _language(entry: Section) -> Language:
    return Language(
        iso639_3=entry.text_or_blank("iso639_3"),
        group=entry.text("group"),
        variant=entry.text_or_blank("variant"),
        autonym=entry.text_or_blank("autonym"),
        letters=entry.texts("letters"),
        samples=entry.texts("samples"),
        confidence=entry.choice("confidence", Confidence),
        note=entry.text_or_blank("note"),
        place=entry.place,
    )


def _cancel_reasons(common: Common, section: Section) -> None:
    common.cancel_reasons = _each(section, "reasons", _reason, lambda one: one.id)


def _override_reasons(common: Common, section: Section) -> None:
    common.coordinator_from_level = section.whole("coordinator_from_level", 1, 4)
    common.override_reasons = _each(section, "reasons", _reason, lambda one: one.id)


def _reason(entry: Section) -> Reason:
    return Reason(entry.text("id"), entry.words("name"), entry.yes("needs_note"), entry.place)


def _preflight(common: Common, section: Section) -> None:
    common.preflight_from_level = section.whole("from_level", 1, 4)
    common.preflight = _each(section, "checks", _check, lambda one: one.id)


def _check(entry: Section) -> PreflightCheck:
    return PreflightCheck(entry.text("id"), entry.words("name"), entry.yes("only_with_interpreter"), entry.place)


def _consent(common: Common, section: Section) -> None:
    common.consents = _each(section, "consents", _consent_text, lambda one: one.id)
    common.notice_blanks = _each(section, "blanks", _blank, lambda one: one.id)
    notices = _each(section, "notices", _notice, lambda one: one.id)
    known = {blank.id for blank in common.notice_blanks}
    for notice in notices:
        for hole in notice.holes:
            if hole not in known:
                section.log.add(
                    notice.place.line,
                    (
                        f"El aviso usa {{{hole}}}, que no está en «blanks».",
                        f"The notice uses {{{hole}}}, which is not in “blanks”.",
                    ),
                    ("Agrégalo a «blanks» o corrige el nombre.", "Add it to “blanks” or correct the name."),
                )
    common.notices = [notice for notice in notices if known.issuperset(notice.holes)]


def _consent_text(entry: Section) -> ConsentText:
    return ConsentText(
        id=entry.text("id"),
        version=entry.whole("version", 1, 9999),
        purpose=entry.words("purpose"),
        text=entry.words("text"),
        if_no=entry.words("if_no"),
        how=entry.text("how"),
        place=entry.place,
    )


def _blank(entry: Section) -> NoticeBlank:
    return NoticeBlank(entry.text("id"), entry.words("label"), entry.place)


def _notice(entry: Section) -> Notice:
    return Notice(
        id=entry.text("id"),
        version=entry.whole("version", 1, 9999),
        title=entry.words("title"),
        paragraphs=entry.words_list("paragraphs"),
        place=entry.place,
    )


def _session(common: Common, section: Section) -> None:
    common.dont_know = section.words("dont_know")
    common.steps = _each(section, "steps", _step, lambda one: one.id)


def _step(entry: Section) -> SessionStep:
    return SessionStep(
        id=entry.text("id"),
        minutes=entry.whole("minutes", 1, 60),
        short_minutes=entry.whole("short_minutes", 1, 60),
        title=entry.words("title"),
        say=entry.words("say"),
        do=entry.words("do"),
        place=entry.place,
    )


COMMON_FILES: dict[str, Fill] = {
    "help_channels.yaml": _channels,
    "legal_values.yaml": _legal_values,
    "languages.yaml": _languages,
    "cancel_reasons.yaml": _cancel_reasons,
    "override_reasons.yaml": _override_reasons,
    "preflight.yaml": _preflight,
    "consent.yaml": _consent,
    "session.yaml": _session,
}
"""The files that must be in `common`, each with its reader."""
