"""A module file and a course file, read into the values of `domain.curriculum`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from promoter_app.domain.curriculum.course import (
    TRUE_FALSE,
    AudioSlot,
    CertificateRule,
    Confidence,
    Course,
    CueCard,
    CueMessage,
    Item,
    ItemKind,
    LegalRef,
    LocalSlot,
    Module,
    Option,
    Place,
    Prerequisites,
    SessionMinutes,
    Statement,
    Words,
    WorkerSheet,
)
from promoter_app.store.curriculum.sections import FaultLog, Section
from promoter_app.store.curriculum.tree import Node

MAX_MINUTES = 60
EVERY_MODULE = "all"
_AUDIO_FILE = re.compile(r"([A-Za-z0-9_-]+/)?[A-Za-z0-9_-]+\.[A-Za-z0-9]{2,4}")


@dataclass(frozen=True)
class CourseFile:
    """A course as its file lists it, before its modules are found: `course.modules` is empty."""

    course: Course
    listed: dict[str, Place]


def read_module(tree: Node, log: FaultLog) -> Module:
    """The module of a file. Mistakes go to `log`; when there are any the module is not to be used."""
    file = Section(tree, log)
    minutes, script, sheet = file.section("minutes"), file.section("script"), file.section("worker_sheet")
    module = Module(
        code=file.text("code"),
        version=file.whole("version", 1, 9999),
        level=file.whole("level", 1, 4),
        icon=file.text("icon"),
        title=file.words("title"),
        neutral=file.words("neutral_title"),
        minutes=minutes.whole("full", 5, MAX_MINUTES),
        minutes_short=minutes.whole("short", 5, MAX_MINUTES),
        by_week=file.whole_or_none("by_week", 1, 52),
        prerequisites=_prerequisites(file),
        recommended_after=file.text_or_blank("recommended_after"),
        objectives=file.words_list("objectives"),
        key_messages=tuple(_statement(each) for each in file.sections("key_messages")),
        notes=tuple(_statement(each) for each in file.sections("notes")),
        careful=file.words_list("careful"),
        cards=tuple(_card(each) for each in file.sections("cards")),
        opening=script.words("opening"),
        closing=script.words("closing"),
        bring=file.words_list("bring"),
        worker_sheet=WorkerSheet(sheet.words("idea"), sheet.yes("take_home"), sheet.text_or_blank("reuse")),
        local_slots=tuple(_local_slot(each) for each in file.sections("local_slots")),
        legal=tuple(_legal_ref(each) for each in file.sections("legal")),
        audio=tuple(_audio(language, slot) for language, slot in file.named("audio")),
        items=tuple(_item(each) for each in file.sections("items")),
        place=log.place(file.line_of("code")),
    )
    for section in (minutes, script, sheet, file):
        section.finish()
    return module


def module_code(tree: Node, log: FaultLog) -> str:
    """The code a file claims, "" when it claims none: a file with faults still holds its code."""
    section = Section(tree, FaultLog(log.file))
    return section.text_or_blank("code")


def _prerequisites(file: Section) -> Prerequisites:
    rule = file.section("prerequisites")
    modules, level, count = rule.texts("all"), None, 0
    if rule.has("any_of_level"):
        some = rule.section("any_of_level")
        level, count = some.whole("level", 1, 4), some.whole("count", 1, 9)
        some.finish()
    rule.finish()
    return Prerequisites(modules, level, count, file.log.place(file.line_of("prerequisites")))


def _statement(section: Section) -> Statement:
    words = Words(section.text("es"), section.text("en"))
    confidence = section.choice("confidence", Confidence)
    source = section.text_or_blank("source")
    section.finish()
    return Statement(words, confidence, source, section.place)


def _card(section: Section) -> CueCard:
    card = CueCard(
        title=section.words("title"),
        minutes=section.whole("minutes", 1, MAX_MINUTES),
        in_short=section.yes("short"),
        messages=tuple(_message(each) for each in section.sections("messages")),
        question=section.words("question"),
        say=section.words("say"),
        do=section.words_or_none("do"),
        place=section.place,
    )
    section.finish()
    return card


def _message(section: Section) -> CueMessage:
    message = CueMessage(section.text("icon"), section.words("title"), section.words("line"))
    section.finish()
    return message


def _local_slot(section: Section) -> LocalSlot:
    slot = LocalSlot(section.text("id"), section.words("label"), section.text("per"), section.yes("required"))
    section.finish()
    return slot


def _legal_ref(section: Section) -> LegalRef:
    ref = LegalRef(
        ref=section.text("ref"),
        note=section.words_or_none("note"),
        confidence=section.choice("confidence", Confidence),
        source=section.text_or_blank("source"),
        checked_on=section.day_or_none("checked_on"),
        place=section.place,
    )
    section.finish()
    return ref


def _audio(language: str, section: Section | None) -> AudioSlot:
    if section is None:
        return AudioSlot(language)
    slot = AudioSlot(
        language=language,
        file=section.text("file"),
        speaker=section.text("speaker"),
        speaker_consent=section.day_or_none("speaker_consent"),
        recorded_on=section.day_or_none("recorded_on"),
        seconds=section.whole_or_none("seconds", 1, 3600),
        signed_off_by=section.text_or_blank("signed_off_by"),
    )
    _check_inside(section, slot.file)
    section.finish()
    return slot


def _check_inside(section: Section, file: str) -> None:
    """A recording is named from the audio folder down: the file of another place is never opened."""
    if file and not _AUDIO_FILE.fullmatch(file):
        section.log.add(
            section.line_of("file"),
            (f"«{file}» no es un nombre de grabación.", f"“{file}” is not the name of a recording."),
            ("Usa letras, números y guiones, como m1/hch.ogg.", "Use letters, digits and dashes, like m1/hch.ogg."),
        )


def _item(section: Section) -> Item:
    kind = section.choice("type", ItemKind)
    options: tuple[Option, ...] = TRUE_FALSE
    if kind is ItemKind.CHOICE:
        options = tuple(_option(letter, each) for letter, each in section.named("options") if each)
    elif section.has("options"):
        section.log.add(
            section.line_of("options"),
            ("Verdadero y falso no llevan «options».", "True and false take no “options”."),
            ("Bórralas, o escribe «type: choice».", "Remove them, or write “type: choice”."),
        )
    item = Item(
        id=section.text("id"),
        kind=kind,
        picture=section.text("picture"),
        in_short=section.yes("short"),
        question=section.words("question"),
        options=options,
        key=section.text_or_blank("key"),
        place=section.place,
    )
    section.finish()
    return item


def _option(letter: str, section: Section) -> Option:
    option = Option(letter, Words(section.text("es"), section.text("en")), section.text_or_blank("icon"))
    section.finish()
    return option


def read_course(tree: Node, log: FaultLog) -> CourseFile:
    """The course of a `course.yaml`, still without its modules. Mistakes go to `log`."""
    file = Section(tree, log)
    placed = file.placed_texts("modules")
    course = Course(
        crop=file.text("crop"),
        version=file.whole("version", 1, 9999),
        title=file.words("title"),
        order=tuple(code for code, _ in placed),
        modules=(),
        session_minutes=_session_minutes(file.section("session_minutes")),
        certificate=_certificate(file.section("certificate")),
        place=log.place(file.line_of("modules")),
    )
    if not placed:
        log.add(
            file.line_of("modules"),
            ("El curso no tiene módulos.", "The course has no modules."),
            ("Escribe sus códigos en «modules».", "Write their codes in “modules”."),
        )
    file.finish()
    return CourseFile(course, dict(placed))


def _session_minutes(section: Section) -> SessionMinutes:
    names = ("shortest", "longest", "first_session_extra", "counts_as_attended", "bridge_shortest", "bridge_longest")
    minutes = SessionMinutes(*(section.whole(name, 0, 240) for name in names))
    section.finish()
    return minutes


def _certificate(section: Section) -> CertificateRule:
    everything = section.has("requires") and section.is_text("requires")
    if everything and section.text("requires") != EVERY_MODULE:
        section.log.add(
            section.line_of("requires"),
            ("«requires» lleva «all» o una lista de módulos.", "“requires” takes “all” or a list of modules."),
            ("Escribe «all» o por ejemplo [M1, M7].", "Write “all” or for instance [M1, M7]."),
        )
    rule = CertificateRule(
        () if everything else section.texts("requires"), section.words("wording"), section.words("disclaimer")
    )
    section.finish()
    return rule
