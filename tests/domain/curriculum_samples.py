"""Small made-up modules and courses for the tests of curricula."""

from __future__ import annotations

from dataclasses import replace

from promoter_app.domain.curriculum.course import (
    CertificateRule,
    Course,
    CueCard,
    CueMessage,
    Item,
    ItemKind,
    Module,
    Option,
    Place,
    Prerequisites,
    SessionMinutes,
    Words,
    WorkerSheet,
)


def words(text: str) -> Words:
    return Words(text, f"{text} (en)")


def item(name: str, key: str = "a", *, short: bool = True, line: int = 1) -> Item:
    options = tuple(Option(letter, words(letter)) for letter in "abc")
    return Item(name, ItemKind.CHOICE, "tree", short, words(f"¿{name}?"), options, key, Place("x.yaml", line))


def card(title: str, *, short: bool = True, messages: int = 2, minutes: int = 5) -> CueCard:
    said = tuple(CueMessage("drop", words(f"{title} {n}"), words("line")) for n in range(messages))
    return CueCard(words(title), minutes, short, said, words("?"), words(f"say {title}"), None, Place("x.yaml", 9))


def module(code: str, level: int = 1, needs: tuple[str, ...] = (), **changes: object) -> Module:
    made = Module(
        code=code,
        version=1,
        level=level,
        icon="drop",
        title=words(f"Título {code}"),
        neutral=words(f"Neutro {code}"),
        minutes=20,
        minutes_short=15,
        by_week=None,
        prerequisites=Prerequisites(needs, place=Place(f"{code}.yaml", 7)),
        recommended_after="",
        objectives=(),
        key_messages=(),
        notes=(),
        careful=(),
        cards=(card("uno"), card("dos", short=False)),
        opening=words("open"),
        closing=words("close"),
        bring=(),
        worker_sheet=WorkerSheet(words("idea"), take_home=True),
        local_slots=(),
        legal=(),
        audio=(),
        items=tuple(item(f"{code}-{n}", short=n < 4) for n in range(1, 6)),
        place=Place(f"{code}.yaml", 1),
    )
    return replace(made, **changes)  # type: ignore[arg-type]


def course(*modules: Module, order: tuple[str, ...] | None = None, requires: tuple[str, ...] = ()) -> Course:
    return Course(
        crop="cane",
        version=1,
        title=words("Caña"),
        order=order if order is not None else tuple(one.code for one in modules),
        modules=modules,
        session_minutes=SessionMinutes(15, 30, 5, 15, 10, 15),
        certificate=CertificateRule(requires, words("w"), words("d")),
        place=Place("cane/course.yaml", 3),
    )
