"""What Asistencia says: the outcome of a scan as a verdict of the panel, people as rows, names hidden or not."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QCoreApplication

from promoter_app.domain.attendance import WAITING, Present, ScanOutcome, ScanState
from promoter_app.domain.cards import card_label
from promoter_app.domain.names import short_name
from promoter_app.domain.people import Person
from promoter_app.ui.kit import Action, FeedbackState, PersonRow, Verdict
from promoter_app.ui.kit.people import initials

_MARKS = {"present": "present", "other_crew": "other_crew", "new_person": "new"}


@dataclass(frozen=True)
class Seen:
    """What the words depend on besides the outcome: the session's crew (None: all), hidden names (F7),
    people counted without a name, and the name of a language by its code."""

    crew: bytes | None
    crew_name: str | None
    hidden: bool
    unnamed: int
    language: Callable[[str | None], str]


def shown_name(person: Person, *, hidden: bool, short: bool = False) -> str:
    """The name, or its initials (the card's number when it has none) while names are hidden."""
    if not hidden:
        return short_name(person.name) if short else person.name
    few = initials(person.name)
    if few or person.card_number is None:
        return few or "…"
    return card_words(person.card_number)


def card_words(number: int) -> str:
    """ "tarjeta 0317"."""
    return QCoreApplication.translate("attendance", "tarjeta {0}").format(card_label(number))


def count_words(present: int, unnamed: int) -> str:
    """ "Van 17 presentes", with those counted without a name."""
    said = QCoreApplication.translate("attendance", "Van %n presentes", "", present)
    if unnamed:
        return f"{said} + {unnamed_words(unnamed)}"
    return said


def unnamed_words(unnamed: int) -> str:
    """ "1 sin nombre"."""
    return QCoreApplication.translate("attendance", "{0} sin nombre").format(unnamed)


def verdict_of(outcome: ScanOutcome, seen: Seen) -> Verdict:
    """The six states of DESIGN in words. ValueError for a closed session, which is no verdict on a card."""
    if outcome.state is ScanState.CLOSED:
        raise ValueError("a closed session has no verdict")
    state = FeedbackState(outcome.state.value)
    name = shown_name(outcome.person, hidden=seen.hidden) if outcome.person else ""
    title = ""
    if state is FeedbackState.BLANK:
        title = QCoreApplication.translate("attendance", "Tarjeta en blanco {0}").format(_number(outcome))
    elif state is FeedbackState.PRESENT and outcome.person is None:
        name = QCoreApplication.translate("attendance", "Persona sin nombre")
    footer = count_words(outcome.present, seen.unnamed)
    if outcome.state in WAITING:
        footer = QCoreApplication.translate("attendance", "Espera respuesta")
    return Verdict(state, title, name, _detail(outcome, seen), footer, outcome.at, _actions(outcome))


def _number(outcome: ScanOutcome) -> str:
    return card_label(outcome.card_number) if outcome.card_number is not None else ""


def _detail(outcome: ScanOutcome, seen: Seen) -> str:
    if outcome.state is ScanState.PRESENT:
        return _who(outcome, seen)
    if outcome.state is ScanState.ALREADY:
        words = QCoreApplication.translate("attendance", "Entró a las {0}. No se cuenta dos veces.")
        return words.format(outcome.earlier)
    if outcome.state is ScanState.OTHER_CREW:
        return _from_elsewhere(outcome, seen)
    if outcome.state is ScanState.UNKNOWN:
        return QCoreApplication.translate("attendance", "No es de las nuestras. Busca a la persona.")
    if outcome.state is ScanState.BLANK:
        return QCoreApplication.translate("attendance", "¿De quién es? Escribe su nombre.")
    return _cancelled(outcome)


def _who(outcome: ScanOutcome, seen: Seen) -> str:
    """ "Tarjeta 0317 · Los Pinos · Wixárika"."""
    person = outcome.person
    if person is None:
        return QCoreApplication.translate("attendance", "Se contó. No se guardó ningún dato de quién es.")
    parts = []
    if outcome.card_number is not None:
        words = QCoreApplication.translate("attendance", "Tarjeta {0}")
        parts.append(words.format(card_label(outcome.card_number)))
    parts += [person.crew_name] if person.crew_name else []
    parts += [seen.language(person.language)] if person.language else []
    return " · ".join(parts)


def _from_elsewhere(outcome: ScanOutcome, seen: Seen) -> str:
    own = outcome.person.crew_name if outcome.person else None
    own = own or QCoreApplication.translate("attendance", "Sin cuadrilla")
    words = QCoreApplication.translate("attendance", "{own}, hoy con {here}")
    return words.format(own=own, here=seen.crew_name or "")


def _cancelled(outcome: ScanOutcome) -> str:
    if outcome.good_number is None:
        return QCoreApplication.translate("attendance", "Esa tarjeta ya no vale.")
    words = QCoreApplication.translate("attendance", "Esa tarjeta ya no vale. La buena es la {0}.")
    return words.format(card_label(outcome.good_number))


def _actions(outcome: ScanOutcome) -> tuple[Action, ...]:
    """Empty for the usual ones; an unknown card, or a cancelled one of nobody, can be left aside too."""
    nobody = outcome.state is ScanState.CANCELLED and outcome.person is None
    if outcome.state is not ScanState.UNKNOWN and not nobody:
        return ()
    return (
        Action("search", QCoreApplication.translate("attendance", "Buscar"), "ph.magnifying-glass-bold", "F3", True),
        Action("new", QCoreApplication.translate("attendance", "Persona nueva"), "ph.user-plus-bold", "F2", True),
        Action("no", QCoreApplication.translate("attendance", "No"), "", "Esc"),
    )


def present_row(row: Present, seen: Seen) -> PersonRow:
    """Somebody who came, in the list at the right."""
    detail = ""
    if row.mark == "other_crew":
        elsewhere = QCoreApplication.translate("attendance", "sin cuadrilla")
        if row.person.crew_name:
            elsewhere = QCoreApplication.translate("attendance", "de {0}").format(row.person.crew_name)
        detail = elsewhere
    elif row.mark == "new_person":
        detail = QCoreApplication.translate("attendance", "persona nueva")
    name = shown_name(row.person, hidden=seen.hidden, short=True)
    whole = shown_name(row.person, hidden=seen.hidden)
    return PersonRow(row.person.id, name, detail, row.at, _MARKS[row.mark], whole=whole)


def missing_row(person: Person, seen: Seen) -> PersonRow:
    """Somebody of the crew who is not here yet."""
    side = card_label(person.card_number) if person.card_number is not None else ""
    name, whole = shown_name(person, hidden=seen.hidden, short=True), shown_name(person, hidden=seen.hidden)
    return PersonRow(person.id, name, "", side, "missing", whole=whole)


def found_row(person: Person, seen: Seen) -> PersonRow:
    """Somebody found by typing: crew and card tell two people of one name apart."""
    parts = [person.crew_name or QCoreApplication.translate("attendance", "sin cuadrilla")]
    if person.card_number is not None:
        parts.append(card_words(person.card_number))
    mark = "other_crew" if seen.crew is not None and person.crew != seen.crew else ""
    return PersonRow(person.id, shown_name(person, hidden=seen.hidden), " · ".join(parts), "", mark)
