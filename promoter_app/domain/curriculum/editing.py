"""Editing a topic by hand: which fields a card, a question, a law or the topic itself has, and the topic with others.

Everything gives a whole new module; nothing is changed in place and the version rises when it is saved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeVar

from promoter_app.domain.curriculum.checks import MAX_MESSAGES, OPTION_COUNTS
from promoter_app.domain.curriculum.course import CueCard, CueMessage, Item, ItemKind, LegalRef, Module, Option, Words
from promoter_app.domain.done import Value
from promoter_app.domain.office.fields import Field, day, note, number, pick, words
from promoter_app.domain.refusal import Sentence

Values = Mapping[str, Value]
Piece = TypeVar("Piece")
_NOTHING = Words("", "")
LETTERS = ("a", "b", "c")
FEWEST_OPTIONS = min(OPTION_COUNTS)
_YES_NO = (("1", "Sí", "Yes"), ("0", "No", "No"))


@dataclass(frozen=True)
class Editable:
    """Fields of one piece of a topic and the values they have now."""

    fields: tuple[Field, ...]
    values: Values


def _two(name: str, es: str, en: str, *, long: bool = False, required: bool = True) -> tuple[Field, Field]:
    made = note if long else words
    spanish = made(f"{name}_es", f"{es}, en español", f"{en}, in Spanish", limit=1000)
    english = made(f"{name}_en", f"{es}, en inglés", f"{en}, in English", limit=1000)
    return replace(spanish, required=required), replace(english, required=required)


def _read(name: str, text: Words | None) -> dict[str, Value]:
    return {f"{name}_es": text.es, f"{name}_en": text.en} if text else {f"{name}_es": None, f"{name}_en": None}


def _told(yes: bool) -> str:
    return "1" if yes else "0"


def _written(values: Values, name: str) -> Words:
    return Words(str(values.get(f"{name}_es") or "").strip(), str(values.get(f"{name}_en") or "").strip())


# the topic itself


def module_form(module: Module) -> Editable:
    """Titles and minutes."""
    fields = (
        *_two("title", "Título", "Title"), *_two("neutral", "Nombre discreto", "Discreet name"),
        number("minutes", "Minutos", "Minutes", 1, 120, required=True),
        number("minutes_short", "Minutos, corta", "Minutes, short", 1, 120, required=True),
        *_two("opening", "Al empezar se dice", "Said at the start", long=True, required=False),
        *_two("closing", "Al terminar se dice", "Said at the end", long=True, required=False),
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
    fields: tuple[Field, ...] = (
        *_two("title", "Título", "Title"), number("minutes", "Minutos", "Minutes", 1, 60, required=True),
        pick("short", "En la sesión corta", "In the short session", *_YES_NO, required=True),
    )  # fmt: skip
    values: dict[str, Value] = {"minutes": card.minutes, "short": _told(card.in_short), **_read("title", card.title)}
    for place in range(1, MAX_MESSAGES + 1):
        message = card.messages[place - 1] if place <= len(card.messages) else CueMessage("", _NOTHING, _NOTHING)
        first = place == 1
        fields += _two(f"message{place}", f"Mensaje {place}", f"Message {place}", required=first)
        fields += _two(f"line{place}", f"Renglón del mensaje {place}", f"Line of message {place}", required=first)
        values |= _read(f"message{place}", message.title) | _read(f"line{place}", message.line)
    fields += _two("question", "Pregunta al grupo", "Question to the group")
    fields += _two("say", "Se dice", "Said", long=True)
    return Editable(fields, values | _read("question", card.question) | _read("say", card.say))


def with_card(module: Module, at: int, values: Values) -> Module:
    """The topic with card `at` (0 based) worded otherwise; a message left without words goes."""
    return replace(module, cards=replaced(module.cards, at, card_from(module, module.cards[at], values)))


def card_from(module: Module, card: CueCard, values: Values) -> CueCard:
    """`card` worded so; a message that it did not have gets the picture of the topic."""
    messages = []
    for place in range(1, MAX_MESSAGES + 1):
        icon = card.messages[place - 1].icon if place <= len(card.messages) else module.icon
        message = CueMessage(icon, _written(values, f"message{place}"), _written(values, f"line{place}"))
        if message.title.es or message.title.en:
            messages.append(message)
    return replace(
        card,
        title=_written(values, "title"), minutes=_whole(values, "minutes"), in_short=values["short"] == "1",
        question=_written(values, "question"), say=_written(values, "say"), messages=tuple(messages),
    )  # fmt: skip


def replaced(row: tuple[Piece, ...], at: int, piece: Piece) -> tuple[Piece, ...]:
    """The same row with another piece at `at`."""
    return (*row[:at], piece, *row[at + 1 :])


# a question


def item_form(item: Item) -> Editable:
    """The question, its options, the right answer, and whether the short test asks it."""
    fields: tuple[Field, ...] = _two("question", "Pregunta", "Question", long=True)
    values: dict[str, Value] = dict(_read("question", item.question))
    letters = tuple(option.letter for option in item.options)
    if item.kind is ItemKind.CHOICE:
        letters = LETTERS
        words_of = {option.letter: option.words for option in item.options}
        for letter in letters:
            needed = letter in LETTERS[:FEWEST_OPTIONS]
            fields += _two(f"option_{letter}", f"Respuesta {letter}", f"Answer {letter}", required=needed)
            values |= _read(f"option_{letter}", words_of.get(letter))
    fields += (
        pick("key", "Respuesta correcta", "Right answer", *((one, one, one) for one in letters), required=True),
        pick("short", "En la prueba corta", "In the short test", *_YES_NO, required=True),
    )
    return Editable(fields, values | {"key": item.key or None, "short": _told(item.in_short)})


def with_item(module: Module, at: int, values: Values) -> Module:
    """The topic with question `at` (0 based) changed; a third answer left without words goes."""
    return replace(module, items=replaced(module.items, at, item_from(module.items[at], values)))


def item_from(item: Item, values: Values) -> Item:
    """`item` worded so."""
    options = item.options
    if item.kind is ItemKind.CHOICE:
        icons = {option.letter: option.icon for option in item.options}
        written = [Option(one, _written(values, f"option_{one}"), icons.get(one, "")) for one in LETTERS]
        options = tuple(option for option in written if option.words.es or option.words.en)
    return replace(
        item,
        question=_written(values, "question"), options=options, key=str(values["key"]), in_short=values["short"] == "1",
    )  # fmt: skip


# a law


def legal_form(ref: LegalRef) -> Editable:
    """When somebody last compared it with the law in force, and what it says."""
    fields = (
        day("checked_on", "Comparada con la ley vigente el", "Compared with the law in force on",
            hint=Sentence("Vale doce meses; después sale «verificar antes de imprimir».",
                          "Good for twelve months; then it reads “verify before printing”.")),
        *_two("note", "Qué dice", "What it says", long=True, required=False),
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
    return replace(module, legal=replaced(module.legal, at, changed))


def _whole(values: Values, name: str) -> int:
    found = values[name]
    return found if isinstance(found, int) else int(str(found or 0))
