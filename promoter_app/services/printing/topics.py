"""Papers of a topic: the facilitator's guide, the sheet with pictures, the questions to hold up, the help card."""

from __future__ import annotations

from datetime import date

from promoter_app.domain.curriculum.common import (
    channel_is_verified,
    channels_for,
    facilitator_script,
)
from promoter_app.domain.curriculum.course import (
    NEUTRAL_FROM_LEVEL,
    Course,
    Module,
    Words,
    needs_checking,
    neutral_title,
    sheet_lines,
    title_on_paper,
)
from promoter_app.domain.curriculum.labels import confidence_meaning
from promoter_app.domain.papers.material import (
    MAX_IDEAS,
    FacilitatorGuide,
    GuideQuestion,
    GuideStep,
    HelpCard,
    HelpChannel,
    Idea,
    LawReference,
    LocalDatum,
    LocalInsert,
    WorkerSheet,
)
from promoter_app.domain.papers.sheets import Question, QuestionCards
from promoter_app.domain.refusal import Sentence
from promoter_app.services.curricula import Content
from promoter_app.services.topics.local import Local

MOST_CHANNELS = 10
PICTURES: dict[str, dict[str, str]] = {
    "M1": {"drop": "glass-clock", "tree": "tree", "gauge": "jug", "warning-octagon": "person-down",
           "umbrella": "water", "phone-call": "phone"},
    "M2": {"arrows-out-line-horizontal": "two-cutters", "shield": "machete-covered", "shield-chevron": "shin-guard",
           "hand": "glove", "hand-palm": "bleeding", "phone-call": "call-for-help"},
    "M3": {"magnifying-glass": "stick-boot", "t-shirt": "shoe", "first-aid": "go-to-hospital",
           "prohibit": "no-tourniquet", "warning": "child-scorpion"},
    "M4": {"flag": "flag", "warning": "warning", "recycle": "do-not-reuse-container", "prohibit": "jug",
           "money": "ppe-coin"},
    "M5": {"hand": "glove", "cloud-rain": "wet-leaf", "smiley-nervous": "nausea", "hand-palm": "tree",
           "drop": "water", "first-aid": "go-to-hospital"},
    "M6": {"calendar-check": "week-money", "money": "money-not-tokens", "file-text": "paper",
           "copy": "keep-your-slips", "notebook": "notebook", "heartbeat": "imss-cross"},
    "M7": {"phone-call": "phone", "chats-circle": "adviser", "receipt": "keep-your-slips", "notebook": "notebook",
           "ear-slash": "closed-mouth", "translate": "two-speech-bubbles"},
    "M8": {"megaphone": "shouting", "shield-check": "adviser", "equals": "woman-coin", "ear": "two-speech-bubbles",
           "handshake": "two-people"},
    "M9": {"prohibit": "child", "warning": "seventeen-machete", "leaf": "girl-leaf", "student": "broom-school",
           "chalkboard-teacher": "school"},
    "M10": {"identification-card": "id-card", "coin": "chain-coin", "money": "money-not-tokens"},
}  # fmt: skip
"""Which pictogram stands for a message on the worker sheet, by topic and by the icon of its cue card."""
TOPIC_PICTURES = {
    "M1": "module-heat", "M2": "module-machete", "M3": "module-first-aid", "M4": "module-chemicals",
    "M5": "module-green-tobacco", "M6": "module-contract-and-pay", "M7": "module-where-to-go", "M8": "module-respect",
    "M9": "module-childhood", "M10": "module-free-work",
}  # fmt: skip
PLAIN_PICTURE = "notebook"
"""Of a topic or a question that the office made."""
SUBTITLE = Sentence("{code} · versión {version}", "{code} · version {version}")
COVER = Sentence("Agua, sombra y descanso", "Water, shade and rest")
CARD_FOOT = Sentence("Un vaso de agua cada 15 a 20 minutos.", "A glass of water every 15 to 20 minutes.")


def guide(
    content: Content, module: Module, day: date, *, language: str = "es", local: Local | None = None
) -> FacilitatorGuide:
    """One topic for who facilitates, with its neutral title; what a person must check is marked as such.

    `local` is what the session's place and company add.
    """
    here = local or Local()

    def said(words: Words) -> str:
        return words.in_language(language)

    steps = tuple(
        GuideStep(line.minutes, said(line.title), " ".join(said(words) for words in (*line.say, *line.do)))
        for line in facilitator_script(module, content.steps)
    )
    laws = tuple(
        LawReference(ref.ref, ref.checked_on, said(confidence_meaning(ref.confidence)), needs_checking(ref, day))
        for ref in module.legal
    )
    sensitive = module.level >= NEUTRAL_FROM_LEVEL
    return FacilitatorGuide(
        title=title_on_paper(module, language),
        subtitle=SUBTITLE.in_language(language).format(code=module.code, version=module.version),
        minutes=module.minutes,
        short_minutes=module.minutes_short,
        objectives=tuple(said(words) for words in module.objectives),
        materials=tuple(said(words) for words in module.bring),
        steps=steps,
        messages=tuple(said(message.words) for message in module.key_messages),
        questions=_guide_questions(module, language),
        laws=laws,
        local=tuple(LocalDatum(said(slot.label), here.values.get(slot.id, "")) for slot in module.local_slots),
        inserts=tuple(LocalInsert(insert.text, not insert.checked) for insert in here.inserts),
        checklist=tuple(said(check.name) for check in content.preflight) if sensitive else (),
        picture=TOPIC_PICTURES.get(module.code, ""),
    )


def _guide_questions(module: Module, language: str) -> tuple[GuideQuestion, ...]:
    return tuple(
        GuideQuestion(
            number,
            item.question.in_language(language),
            tuple(option.words.in_language(language) for option in item.options),
            [option.letter for option in item.options].index(item.key),
            item.in_short,
        )
        for number, item in enumerate(module.items, 1)
    )


def worker_sheet(course: Course, module: Module, *, language: str = "es") -> WorkerSheet:
    """What a worker takes home: the messages that have a picture; a topic may use another topic's sheet."""
    used = course.module(module.worker_sheet.reuse) if module.worker_sheet.reuse else None
    shown = used or module
    pictures = PICTURES.get(shown.code, {})
    ideas: list[Idea] = []
    for line in sheet_lines(shown):
        picture = pictures.get(line.icon)
        if picture and picture not in {idea.picture for idea in ideas} and len(ideas) < MAX_IDEAS:
            ideas.append(Idea(picture, line.title.in_language(language)))
    if not ideas:
        ideas = [Idea(TOPIC_PICTURES.get(shown.code, PLAIN_PICTURE), neutral_title(shown, language))]
    return WorkerSheet(title_on_paper(shown, language), tuple(ideas))


def question_cards(module: Module, *, language: str = "es") -> QuestionCards:
    """The test items of a topic, to hold up in front of the crew."""
    questions = tuple(
        Question(
            number,
            item.picture or TOPIC_PICTURES.get(module.code, PLAIN_PICTURE),
            item.question.in_language(language),
            tuple(option.words.in_language(language) for option in item.options),
        )
        for number, item in enumerate(module.items, 1)
    )
    return QuestionCards(title_on_paper(module, language), questions)


def help_card(content: Content, crop: str, day: date, *, language: str = "es") -> HelpCard:
    """The channels of a crop with a neutral cover; numbers nobody verified lately carry the stamp.

    Numbers count as verified for VERIFIED_MONTHS.
    """
    channels = tuple(
        HelpChannel(
            channel.name.in_language(language),
            " · ".join(channel.numbers),
            channel.note.in_language(language) if channel.note else "",
            channel_is_verified(channel, day),
            channel.verified_on,
        )
        for channel in channels_for(content.channels, crop)[:MOST_CHANNELS]
    )
    return HelpCard(COVER.in_language(language), "water", channels, CARD_FOOT.in_language(language))
