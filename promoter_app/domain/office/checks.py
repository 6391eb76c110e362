"""Rules for the values of an office noun. Each refusal names the field and says what to write."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import date
from types import MappingProxyType

from promoter_app.domain.done import Value
from promoter_app.domain.names import stored_name
from promoter_app.domain.office.fields import Field, Noun
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence

Values = Mapping[str, Value]
_TIME = re.compile(r"([01]\d|2[0-3]):[0-5]\d")
_DAY = re.compile(r"(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})")
_LONGEST_SEASON = 400


def refusal(code: str, what: tuple[str, str], todo: tuple[str, str]) -> Refusal:
    """A refusal of the office: nothing was changed."""
    return Refusal(code, Sentence(*what), NOTHING_CHANGED, Sentence(*todo))


def checked(noun: Noun, values: Values) -> dict[str, Value]:
    """The values as they may be written: words trimmed, blanks None, every field of `noun` there.

    Raises Refusal for a missing or impossible value, or values that do not go together.
    """
    found = {field.name: _checked_field(field, values.get(field.name)) for field in noun.fields}
    together = _TOGETHER.get(noun.table)
    if together is not None:
        together(found)
    return found


def checked_words(fields: Sequence[Field], values: Values) -> dict[str, Value]:
    """The same for fields that belong to no noun (the project's settings)."""
    return {field.name: _checked_field(field, values.get(field.name)) for field in fields}


def _checked_field(field: Field, value: Value) -> Value:
    if isinstance(value, str):
        value = _tidy(field, value) or None
    if value is None:
        if field.required:
            raise refusal(
                "missing",
                (f"Falta «{field.label.es}».", f"“{field.label.en}” is missing."),
                ("Escríbelo o elígelo.", "Fill it in."),
            )
        return None
    return _CHECKS[field.kind](field, value)


def _tidy(field: Field, value: str) -> str:
    return value.strip() if field.kind == "long" else stored_name(value)


def _text(field: Field, value: Value) -> Value:
    if len(str(value)) > field.limit:
        raise refusal(
            "too_long",
            (f"«{field.label.es}» pasa de {field.limit} letras.", f"“{field.label.en}” is over {field.limit} letters."),
            ("Acórtalo.", "Shorten it."),
        )
    return str(value)


def _number(field: Field, value: Value) -> Value:
    whole = field.kind == "whole"
    try:
        found = float(str(value).replace(",", ""))
    except ValueError:
        found = float("nan")
    if not field.least <= found <= field.most or (whole and found != int(found)):
        example = "30" if whole else "21.4"
        raise refusal(
            "bad_number",
            (f"«{field.label.es}» no es un número posible.", f"“{field.label.en}” is not a possible number."),
            (f"Escribe un número, como {example}.", f"Write a number such as {example}."),
        )
    return int(found) if whole else found


def _day(field: Field, value: Value) -> Value:
    """As written in Mexico (30/6/2027) or as kept (2027-06-30)."""
    parts = _DAY.fullmatch(str(value))
    written = f"{parts[3]}-{int(parts[2]):02d}-{int(parts[1]):02d}" if parts else str(value)
    try:
        return date.fromisoformat(written).isoformat()
    except ValueError:
        raise refusal(
            "bad_date",
            (f"«{field.label.es}» no es una fecha.", f"“{field.label.en}” is not a date."),
            ("Escríbela con día, mes y año: 30/06/2027.", "Write it as day, month, year: 30/06/2027."),
        ) from None


def _time(field: Field, value: Value) -> Value:
    found = str(value).rjust(5, "0")
    if not _TIME.fullmatch(found):
        raise refusal(
            "bad_time",
            (f"«{field.label.es}» no es una hora.", f"“{field.label.en}” is not a time of day."),
            ("Escríbela así: 12:30.", "Write it like this: 12:30."),
        )
    return found


def _option(field: Field, value: Value) -> Value:
    if field.option(value) is None:
        raise refusal(
            "unknown_choice",
            (f"«{field.label.es}» no puede ser «{value!s}».", f"“{field.label.en}” cannot be “{value!s}”."),
            ("Elige una de la lista.", "Choose one of the list."),
        )
    return value


def _numbered(field: Field, value: Value) -> Value:
    return int(str(_option(field, str(value))))


def _id(field: Field, value: Value) -> Value:
    if not isinstance(value, bytes):
        raise refusal(
            "unknown_choice",
            (f"«{field.label.es}» no está en la lista.", f"“{field.label.en}” is not in the list."),
            ("Elige una de la lista.", "Choose one of the list."),
        )
    return value


_CHECKS: Mapping[str, Callable[[Field, Value], Value]] = MappingProxyType({
    "text": _text, "long": _text, "language": _text, "module": _text, "whole": _number, "decimal": _number,
    "day": _day, "time": _time, "choice": _option, "weekdays": _numbered, "yes_no": _numbered, "ref": _id,
})  # fmt: skip


# values that must go together


def _break(values: Values) -> None:
    starts, ends = str(values["starts"]), str(values["ends"])
    if ends <= starts:
        raise refusal(
            "ends_before_start",
            ("El descanso termina antes de empezar.", "The break ends before it starts."),
            ("Corrige la hora en que termina.", "Correct the time it ends."),
        )
    rest = values["legal_rest_minutes"]
    if isinstance(rest, int) and rest > _minutes(ends) - _minutes(starts):
        raise refusal(
            "rest_too_long",
            ("El descanso de ley no cabe en ese horario.", "The legal rest does not fit in those hours."),
            ("Acuerda un descanso más largo con el cabo.", "Agree on a longer break with the crew leader."),
        )


def _minutes(time: str) -> int:
    return int(time[:2]) * 60 + int(time[3:])


def _dates(values: Values) -> None:
    if str(values["ends"]) < str(values["starts"]):
        raise refusal(
            "ends_before_start",
            ("Termina antes de empezar.", "It ends before it starts."),
            ("Corrige la fecha en que termina.", "Correct the date on which it ends."),
        )


def _season(values: Values) -> None:
    _dates(values)
    days = date.fromisoformat(str(values["ends"])) - date.fromisoformat(str(values["starts"]))
    if days.days > _LONGEST_SEASON:
        raise refusal(
            "too_long",
            ("Una temporada no dura más de un año.", "A season does not last over a year."),
            ("Corrige la fecha en que termina.", "Correct the date on which it ends."),
        )


def _closure(values: Values) -> None:
    _dates(values)
    whole = values["scope"] in ("all", "outcome")
    if not whole and values["target"] is None:
        raise refusal(
            "missing",
            ("Falta decir cuál se cierra.", "Which one is closed is missing."),
            ("Elígela, o cierra todo el proyecto.", "Choose it, or close the whole project."),
        )
    if whole and values["target"] is not None:
        raise refusal(
            "too_much",
            ("Ese cierre es de todos y también de uno.", "That closure is for all and also for one."),
            ("Quita uno de los dos.", "Remove one of the two."),
        )


def _place(values: Values) -> None:
    if values["kind"] != "state" and values["parent"] is None:
        raise refusal(
            "missing",
            ("Falta decir en qué estado o municipio está.", "The state or municipality it lies in is missing."),
            ("Elígelo en «Está en».", "Choose it in “Lies in”."),
        )


def _authorisation(values: Values) -> None:
    if (values["kind"] == "module") != (values["module"] is not None):
        raise refusal(
            "missing",
            ("El tema va solo con «Dar un tema».", "A topic goes with “Giving a topic” only."),
            ("Elige el tema, o quítalo.", "Choose the topic, or remove it."),
        )
    if values["until"] is not None and str(values["until"]) < str(values["since"]):
        _dates({"starts": values["since"], "ends": values["until"]})


def _travel(values: Values) -> None:
    if values["a"] == values["b"]:
        raise refusal(
            "same_place",
            ("El camino va y viene del mismo lugar.", "The road goes to the place it comes from."),
            ("Elige otro lugar en «A».", "Choose another place in “To”."),
        )


def _availability(values: Values) -> None:
    if values["until"] is not None:
        _dates({"starts": values["since"], "ends": values["until"]})
    if (values["starts"] is None) != (values["ends"] is None) or str(values["ends"] or "~") <= str(values["starts"]):
        raise refusal(
            "bad_hours",
            ("Las horas no se entienden.", "The hours make no sense."),
            ("Pon de qué hora a qué hora, o ninguna.", "Give both hours, the later one last, or none."),
        )


_TOGETHER: Mapping[str, Callable[[Values], None]] = MappingProxyType({
    "break_window": _break, "closure": _closure, "season": _season, "period": _dates, "place": _place,
    "authorisation": _authorisation, "travel_time": _travel, "availability": _availability,
})  # fmt: skip
