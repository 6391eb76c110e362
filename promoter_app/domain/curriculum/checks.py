"""What can be wrong in a course that somebody wrote by hand, each named by file and line with what to do.

Pure: works on values that were already read. Shape mistakes (a word missing, a wrong type) are found earlier,
by `store.curriculum_sections`.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

from promoter_app.domain.curriculum.course import (
    NEUTRAL_FROM_LEVEL,
    Confidence,
    Course,
    CueCard,
    Fault,
    Item,
    ItemKind,
    Module,
    Place,
)
from promoter_app.domain.names import sort_key
from promoter_app.domain.refusal import Sentence

MAX_MESSAGES = 3
OPTION_COUNTS = (2, 3)
"""Answers of a choice question: more do not fit the three tiles and the keys 1 2 3."""
FEWEST_SHORT_ITEMS = 3
"""A valid pair needs three common items, so a short test may not have fewer."""


def fault(place: Place, what: tuple[str, str], todo: tuple[str, str]) -> Fault:
    """A Fault at `place`; `what` and `todo` are (Spanish, English)."""
    return Fault(place.file, place.line, Sentence(*what), Sentence(*todo))


def check_module(module: Module) -> list[Fault]:
    """Everything wrong inside one module; empty when it may be used."""
    return [
        *_check_lengths(module),
        *_check_discreet(module),
        *_check_doubtful(module),
        *(found for card in module.cards for found in _check_card(card)),
        *repeated(((item.id, item.place) for item in module.items), ("la pregunta", "the question")),
        *(found for item in module.items for found in _check_item(item)),
        *_check_short_test(module),
    ]


def check_draft(module: Module) -> list[Fault]:
    """What may not be wrong even in a topic that is in no course yet: it may lack cards and questions."""
    return [
        *_check_times(module),
        *_check_discreet(module),
        *_check_doubtful(module),
        *(found for card in module.cards for found in _check_card(card)),
        *(found for item in module.items for found in _check_item(item)),
    ]


def _check_lengths(module: Module) -> Iterator[Fault]:
    yield from _check_times(module)
    if not module.cards:
        yield fault(
            module.place,
            (f"{module.code} no tiene fichas.", f"{module.code} has no cue cards."),
            ("Escribe al menos una ficha («cards»).", "Write at least one card (“cards”)."),
        )


def _check_times(module: Module) -> Iterator[Fault]:
    if module.minutes_short > module.minutes:
        yield fault(
            module.place,
            (
                f"La sesión corta de {module.code} dura más que la completa.",
                f"The short session of {module.code} is longer than the full one.",
            ),
            ("Corrige los minutos («minutes»).", "Correct the minutes (“minutes”)."),
        )


def _check_discreet(module: Module) -> Iterator[Fault]:
    """A delicate topic is named on screens and paper by a name that does not tell what it is about."""
    pairs = ((module.neutral.es, module.title.es), (module.neutral.en, module.title.en))
    same = any(sort_key(neutral)[0] == sort_key(title)[0] for neutral, title in pairs)
    if module.level >= NEUTRAL_FROM_LEVEL and same:
        yield fault(
            module.place,
            (
                f"{module.code} es delicado y su nombre discreto es igual a su título.",
                f"{module.code} is delicate and its discreet name equals its title.",
            ),
            ("Ponle un nombre que no diga de qué trata.", "Give it a name that does not tell what it is about."),
        )


def _check_doubtful(module: Module) -> Iterator[Fault]:
    """A fact of low confidence may never be printed, so it may not stand in a module."""
    marked = [(said.confidence, said.place) for said in (*module.key_messages, *module.notes)]
    marked += [(ref.confidence, ref.place) for ref in module.legal]
    for confidence, place in marked:
        if confidence is Confidence.LOW:
            yield fault(
                place,
                ("Un dato de confianza baja no se imprime.", "A fact of low confidence is not printed."),
                ("Quítalo o búscale una fuente.", "Remove it or find a source for it."),
            )


def _check_card(card: CueCard) -> Iterator[Fault]:
    count = len(card.messages)
    if not 1 <= count <= MAX_MESSAGES:
        yield fault(
            card.place,
            (
                f"La ficha «{card.title.es}» tiene {count} mensajes.",
                f"The cue card “{card.title.en}” has {count} messages.",
            ),
            ("Deja uno, dos o tres; pasa los demás a otra ficha.", "Keep one to three; move the rest to another card."),
        )


def _check_item(item: Item) -> Iterator[Fault]:
    letters = [option.letter for option in item.options]
    if item.kind is ItemKind.CHOICE:
        yield from _check_options(item, letters)
    wanted = ", ".join(letters)
    if not item.key:
        yield fault(
            item.place,
            (f"A la pregunta {item.id} le falta la respuesta correcta.", f"Question {item.id} has no right answer."),
            (f"Elige la correcta («key:»): {wanted}.", f"Choose the right one (“key:”): {wanted}."),
        )
    elif item.key not in letters:
        yield fault(
            item.place,
            (
                f"La respuesta «{item.key}» de la pregunta {item.id} no está entre sus opciones.",
                f"The answer “{item.key}” of question {item.id} is not one of its options.",
            ),
            (f"Usa una de estas: {wanted}.", f"Use one of: {wanted}."),
        )


def _check_options(item: Item, letters: Sequence[str]) -> Iterator[Fault]:
    if len(letters) not in OPTION_COUNTS:
        yield fault(
            item.place,
            (
                f"La pregunta {item.id} tiene {len(letters)} opciones.",
                f"Question {item.id} has {len(letters)} options.",
            ),
            ("Deja dos o tres: a, b y c.", "Keep two or three: a, b and c."),
        )
    elif letters != ["a", "b", "c"][: len(letters)]:
        yield fault(
            item.place,
            (
                f"Las opciones de la pregunta {item.id} no van en orden a, b, c.",
                f"The options of question {item.id} are not in the order a, b, c.",
            ),
            ("Ponles las letras a, b, c en ese orden.", "Letter them a, b, c in that order."),
        )


def _check_short_test(module: Module) -> Iterator[Fault]:
    starred = sum(item.in_short for item in module.items)
    if starred < FEWEST_SHORT_ITEMS:
        yield fault(
            module.place,
            (
                f"La prueba corta de {module.code} tiene {starred} preguntas y hacen falta {FEWEST_SHORT_ITEMS}.",
                f"The short test of {module.code} has {starred} questions and needs {FEWEST_SHORT_ITEMS}.",
            ),
            ("Pon más preguntas en ella («short: yes»).", "Put more questions in it (“short: yes”)."),
        )


def repeated(named: Iterable[tuple[str, Place]], kind: tuple[str, str]) -> Iterator[Fault]:
    """A fault for each id that was used before, at its second place. `kind`: "la pregunta", "the question"."""
    first: dict[str, Place] = {}
    for name, place in named:
        if name not in first:
            first[name] = place
            continue
        before = f"{first[name].file}:{first[name].line}"
        yield fault(
            place,
            (f"Se repite {kind[0]} {name}; ya está en {before}.", f"Repeats {kind[1]} {name}; it is at {before}."),
            ("Ponle otro nombre o borra una de las dos.", "Give it another name or remove one of the two."),
        )


def check_course(course: Course, known: Collection[str], listed: Mapping[str, Place] | None = None) -> list[Fault]:
    """Everything wrong between the modules of a course.

    `known`: every module code that some file claims, also those whose file has a fault (those are named
    already). `listed`: where the course file lists each code.
    """
    places = listed or {}
    return [
        *_check_listed(course, known, places),
        *_check_order(course, places),
        *(found for module in course.modules for found in _check_prerequisites(course, module, known)),
        *_check_certificate(course),
        *_check_cycles(course),
    ]


def _check_listed(course: Course, known: Collection[str], places: Mapping[str, Place]) -> Iterator[Fault]:
    for code in dict.fromkeys(course.order):
        place = places.get(code, course.place)
        if code not in known:
            yield fault(
                place,
                (f"El curso pide el módulo {code} y no hay.", f"The course asks for module {code}; there is none."),
                ("Corrige el código o agrega su archivo.", "Correct the code or add its file."),
            )
        if course.order.count(code) > 1:
            yield fault(
                place,
                (f"El curso lleva dos veces el módulo {code}.", f"The course has module {code} twice."),
                ("Deja uno solo.", "Keep only one."),
            )


def _check_order(course: Course, places: Mapping[str, Place]) -> Iterator[Fault]:
    """Safety first: a module may not come before one of a lower level."""
    for before, after in zip(course.modules, course.modules[1:], strict=False):
        if after.level < before.level:
            yield fault(
                places.get(after.code, course.place),
                (
                    f"{after.code} (nivel {after.level}) va después de {before.code} (nivel {before.level}).",
                    f"{after.code} (level {after.level}) comes after {before.code} (level {before.level}).",
                ),
                ("Ordena los módulos por nivel, de 1 a 4.", "Order the modules by level, from 1 to 4."),
            )


def _check_prerequisites(course: Course, module: Module, known: Collection[str]) -> Iterator[Fault]:
    rule = module.prerequisites
    for code in rule.modules:
        other = course.module(code)
        if other is None and (code in course.left_out and code in known):
            continue
        if other is None:
            yield fault(
                rule.place,
                (
                    f"{module.code} pide antes {code}, que no está en el curso de {course.title.es}.",
                    f"{module.code} needs {code} first, which is not in the course {course.title.en}.",
                ),
                ("Corrige el código o quítalo de «prerequisites».", "Correct the code or remove it."),
            )
        elif other.level > module.level:
            yield fault(
                rule.place,
                (
                    f"{module.code} (nivel {module.level}) pide antes {code}, que es de nivel {other.level}.",
                    f"{module.code} (level {module.level}) needs {code} first, which is level {other.level}.",
                ),
                ("Pide solo módulos del mismo nivel o de uno menor.", "Ask only for the same level or a lower one."),
            )
    yield from _check_enough(course, module)


def _check_enough(course: Course, module: Module) -> Iterator[Fault]:
    """A rule such as "two of level 1" must be possible in this course (modules left out count: they exist)."""
    rule = module.prerequisites
    if rule.level is None or course.left_out:
        return
    others = [m for m in course.modules if m.level == rule.level and m.code not in (*rule.modules, module.code)]
    if rule.count > len(others):
        yield fault(
            rule.place,
            (
                f"{module.code} pide {rule.count} módulos más de nivel {rule.level} y el curso tiene {len(others)}.",
                f"{module.code} needs {rule.count} more modules of level {rule.level}; the course has {len(others)}.",
            ),
            ("Baja «count» o agrega módulos.", "Lower “count” or add modules."),
        )


def _check_certificate(course: Course) -> Iterator[Fault]:
    for code in course.certificate.requires:
        if code not in course.order:
            yield fault(
                course.place,
                (
                    f"La constancia pide el módulo {code}, que no está en el curso.",
                    f"The certificate needs module {code}, which is not in the course.",
                ),
                ("Corrige «certificate: requires».", "Correct “certificate: requires”."),
            )


def _check_cycles(course: Course) -> Iterator[Fault]:
    for cycle in find_cycles(course.modules):
        path = " → ".join((*cycle, cycle[0]))
        first = course.module(cycle[0])
        yield fault(
            first.prerequisites.place if first else course.place,
            (f"Los requisitos dan vueltas: {path}.", f"The prerequisites go round in a circle: {path}."),
            ("Quita uno de esos requisitos.", "Remove one of these prerequisites."),
        )


def find_cycles(modules: Sequence[Module]) -> list[tuple[str, ...]]:
    """Circles of prerequisites, each told once, starting with its earliest module of `modules`.

    A module that needs itself is a circle of one. Modules that only lead to a circle are not part of it.
    """
    needs = {module.code: [code for code in module.prerequisites.modules] for module in modules}
    found: list[tuple[str, ...]] = []
    told: set[str] = set()
    for code in needs:
        circle = None if code in told else _way_back(code, needs)
        if circle:
            found.append(circle)
            told.update(circle)
    return found


def _way_back(start: str, needs: Mapping[str, Sequence[str]]) -> tuple[str, ...] | None:
    """The shortest way from `start` along prerequisites back to itself, or None."""
    ways: list[tuple[str, ...]] = [(start,)]
    seen: set[str] = set()
    for way in ways:  # grows while it is read: breadth first
        for code in needs.get(way[-1], ()):
            if code == start:
                return way
            if code not in seen:
                seen.add(code)
                ways.append((*way, code))
    return None
