"""Editing a topic by hand: which fields a card, a question, a law or the topic itself has, and the topic with others.

Everything gives a whole new module; nothing is changed in place and the version rises when it is saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date

from promoter_app.domain.curriculum.course import CueCard, CueMessage, Item, ItemKind, LegalRef, Module, Option, Words
from promoter_app.domain.done import Value
from promoter_app.domain.office.fields import Field, day, note, number, pick, words
from promoter_app.domain.refusal import Sentence

Values = Mapping[str, Value]


@dataclass(frozen=True)
class Editable:
    """Fields of one piece of a topic and the values they have now."""

    fields: tuple[Field, ...]
    values: Values


def _two(name: str, es: str, en: str, *, long: bool = False) -> tuple[Field, Field]:
    made = note if long else words
    return made(f"{name}_es", f"{es}, en español", f"{en}, in Spanish", limit=1000), made(
        f"{name}_en", f"{es}, en inglés", f"{en}, in English", limit=1000
    )


def _read(name: str, text: Words | None) -> dict[str, Value]:
    return {f"{name}_es": text.es, f"{name}_en": text.en} if text else {f"{name}_es": None, f"{name}_en": None}


def _written(values: Values, name: str) -> Words:
    return Words(str(values.get(f"{name}_es") or "").strip(), str(values.get(f"{name}_en") or "").strip())


# the topic itself


def module_form(module: Module) -> Editable:
    """Titles and minutes."""
    fields = (
        *_two("title", "Título", "Title"), *_two("neutral", "Nombre discreto", "Discreet name"),
        number("minutes", "Minutos", "Minutes", 1, 120),
        number("minutes_short", "Minutos, corta", "Minutes, short", 1, 120),
        *_two("opening", "Al empezar se dice", "Said at the start", long=True),
        *_two("closing", "Al terminar se dice", "Said at the end", long=True),
    )  # fmt: skip
    values: dict[str, Value] = {"minutes": module.minutes, "minutes_short": module.minutes_short}
    for name in ("title", "neutral", "opening", "closing"):
        values |= _read(name, getattr(module, name))
    return Editable(fields, values)


def with_module(module: Module, values: Values) -> Module:
    """The topic with other titles and minutes (whole numbers already)."""
    return replace(
        module,
        title=_written(values, "title"), neutral=_written(values, "neutral"), opening=_written(values, "opening"),
        closing=_written(values, "closing"), minutes=_whole(values, "minutes"),
        minutes_short=_whole(values, "minutes_short"),
    )  # fmt: skip


# a cue card


def card_form(card: CueCard) -> Editable:
    """Title, minutes, up to three messages, the question and what is said."""
    fields: tuple[Field, ...] = (*_two("title", "Título", "Title"), number("minutes", "Minutos", "Minutes", 1, 60))
    values: dict[str, Value] = {"minutes": card.minutes, **_read("title", card.title)}
    for at, message in enumerate(card.messages):
        place = at + 1
        fields += _two(f"message{place}", f"Mensaje {place}", f"Message {place}")
        fields += _two(f"line{place}", f"Renglón del mensaje {place}", f"Line of message {place}")
        values |= _read(f"message{place}", message.title) | _read(f"line{place}", message.line)
    fields += _two("question", "Pregunta al grupo", "Question to the group")
    fields += _two("say", "Se dice", "Said", long=True)
    return Editable(fields, values | _read("question", card.question) | _read("say", card.say))


def with_card(module: Module, at: int, values: Values) -> Module:
    """The topic with card `at` (0 based) worded otherwise; a message left without words goes."""
    card = module.cards[at]
    messages = tuple(
        CueMessage(message.icon, _written(values, f"message{place}"), _written(values, f"line{place}"))
        for place, message in enumerate(card.messages, start=1)
    )
    changed = replace(
        card,
        title=_written(values, "title"), minutes=_whole(values, "minutes"), question=_written(values, "question"),
        say=_written(values, "say"), messages=tuple(message for message in messages if message.title.es),
    )  # fmt: skip
    return replace(module, cards=(*module.cards[:at], changed, *module.cards[at + 1 :]))


# a question


def item_form(item: Item) -> Editable:
    """The question, its options, the right answer, and whether the short test asks it."""
    fields: tuple[Field, ...] = _two("question", "Pregunta", "Question", long=True)
    values: dict[str, Value] = dict(_read("question", item.question))
    if item.kind is ItemKind.CHOICE:
        for option in item.options:
            fields += _two(f"option_{option.letter}", f"Respuesta {option.letter}", f"Answer {option.letter}")
            values |= _read(f"option_{option.letter}", option.words)
    letters = tuple((option.letter, option.letter, option.letter) for option in item.options)
    fields += (
        pick("key", "Respuesta correcta", "Right answer", *letters, required=True),
        pick("short", "En la prueba corta", "In the short test", ("1", "Sí", "Yes"), ("0", "No", "No"), required=True),
    )
    return Editable(fields, values | {"key": item.key, "short": "1" if item.in_short else "0"})


def with_item(module: Module, at: int, values: Values) -> Module:
    """The topic with question `at` (0 based) changed."""
    item = module.items[at]
    options = item.options
    if item.kind is ItemKind.CHOICE:
        options = tuple(Option(o.letter, _written(values, f"option_{o.letter}"), o.icon) for o in item.options)
    changed = replace(
        item,
        question=_written(values, "question"), options=options, key=str(values["key"]), in_short=values["short"] == "1",
    )  # fmt: skip
    return replace(module, items=(*module.items[:at], changed, *module.items[at + 1 :]))


# a law


def legal_form(ref: LegalRef) -> Editable:
    """When somebody last compared it with the law in force, and what it says."""
    fields = (
        day("checked_on", "Comparada con la ley vigente el", "Compared with the law in force on",
            hint=Sentence("Vale doce meses; después sale «verificar antes de imprimir».",
                          "Good for twelve months; then it reads “verify before printing”.")),
        *_two("note", "Qué dice", "What it says", long=True),
    )  # fmt: skip
    checked = ref.checked_on.isoformat() if ref.checked_on else None
    return Editable(fields, {"checked_on": checked, **_read("note", ref.note)})


def with_legal(module: Module, at: int, values: Values) -> Module:
    """The topic with the law `at` (0 based) checked on another day or noted otherwise."""
    text, checked = _written(values, "note"), values.get("checked_on")
    changed = replace(
        module.legal[at],
        note=text if text.es or text.en else None,
        checked_on=date.fromisoformat(str(checked)) if checked else None,
    )
    return replace(module, legal=(*module.legal[:at], changed, *module.legal[at + 1 :]))


def _whole(values: Values, name: str) -> int:
    found = values[name]
    return found if isinstance(found, int) else int(str(found or 0))
