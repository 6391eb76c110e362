"""What Recibir says of files, people and fields."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QCoreApplication

from promoter_app.domain.cards import card_label
from promoter_app.domain.done import Value
from promoter_app.domain.merging.packages import Brings, FilePlan
from promoter_app.domain.refusal import Sentence
from promoter_app.ui.kit.people import PersonRow

MARKS = {
    "new": "missing", "known": "already", "older": "already", "gap": "warning", "clone": "warning",
    "damaged": "error", "foreign": "error", "newer": "error",
}  # fmt: skip
"""The mark of a row for each state of a file before it is united."""


def file_name(file: FilePlan) -> str:
    """ "Laptop 03 · Lupita Ramos", or the name of the file when it says nothing of itself."""
    told = " · ".join(part for part in (file.label.laptop, file.label.operator) if part)
    return told or file.name


def brings_words(brings: Brings) -> str:
    """ "6 sesiones · 12 personas nuevas"."""
    sessions = QCoreApplication.translate("receiving", "%n sesiones", "", brings.sessions)
    people = QCoreApplication.translate("receiving", "%n personas nuevas", "", brings.people)
    return f"{sessions} · {people}"


def file_row(place: int, file: FilePlan, say: Callable[[Sentence], str], *, united: bool) -> PersonRow:
    """A file in the list, as it stands before or after uniting."""
    if united and file.will_unite and file.refusal is None:
        return PersonRow(place, file_name(file), brings_words(file.brings), mark="done")
    return PersonRow(place, file_name(file), state_words(file, say), mark=MARKS[file.state])


def state_words(file: FilePlan, say: Callable[[Sentence], str]) -> str:
    """One line under the name of a file that was not united."""
    if file.refusal is not None:
        return say(file.refusal.what)
    if file.state == "gap":
        numbers = ", ".join(str(number) for number in file.missing)
        told = QCoreApplication.translate("receiving", "Antes no llegaron %n entregas: {0}", "", len(file.missing))
        return told.format(numbers)
    words = {
        "known": QCoreApplication.translate("receiving", "Ya estaba. No trae nada nuevo."),
        "older": QCoreApplication.translate("receiving", "Ya viene en otra entrega. No trae nada nuevo."),
        "clone": QCoreApplication.translate("receiving", "Dos laptops usan el mismo nombre."),
    }
    return words.get(file.state) or brings_words(file.brings)


def field_words(field: str) -> str:
    """What people call a field of a record."""
    words = {
        "name": QCoreApplication.translate("receiving", "Nombre"),
        "sex": QCoreApplication.translate("receiving", "Sexo"),
        "age_group": QCoreApplication.translate("receiving", "Edad"),
        "language": QCoreApplication.translate("receiving", "Lengua"),
        "crew": QCoreApplication.translate("receiving", "Cuadrilla"),
        "card": QCoreApplication.translate("receiving", "Tarjeta"),
        "migrant": QCoreApplication.translate("receiving", "Migrante"),
        "origin": QCoreApplication.translate("receiving", "Origen"),
        "note": QCoreApplication.translate("receiving", "Nota"),
        "held_on": QCoreApplication.translate("receiving", "Fecha"),
        "starts": QCoreApplication.translate("receiving", "Empieza"),
        "ends": QCoreApplication.translate("receiving", "Termina"),
        "state": QCoreApplication.translate("receiving", "Estado"),
        "reason": QCoreApplication.translate("receiving", "Motivo"),
        "promoter": QCoreApplication.translate("receiving", "Promotor"),
        "module": QCoreApplication.translate("receiving", "Tema"),
        "venue": QCoreApplication.translate("receiving", "Lugar"),
        "leader": QCoreApplication.translate("receiving", "Cabo"),
        "since": QCoreApplication.translate("receiving", "Desde"),
        "until": QCoreApplication.translate("receiving", "Hasta"),
        "value": QCoreApplication.translate("receiving", "Valor"),
        "expected": QCoreApplication.translate("receiving", "Gente esperada"),
        "code": QCoreApplication.translate("receiving", "Clave"),
    }
    return words.get(field, field)


def sex_words(sex: Value) -> str:
    """Mujer, Hombre, Otra, or "sin dato"."""
    words = {
        "F": QCoreApplication.translate("receiving", "Mujer"),
        "M": QCoreApplication.translate("receiving", "Hombre"),
        "X": QCoreApplication.translate("receiving", "Otra o no dice"),
    }
    return words.get(str(sex), QCoreApplication.translate("receiving", "sin dato"))


def age_words(age_group: Value) -> str:
    """ "25–34", or "sin dato"."""
    return str(age_group).replace("-", "–") if age_group else QCoreApplication.translate("receiving", "sin dato")


def value_words(field: str, value: Value, language_name: Callable[[str | None], str]) -> str:
    """A value of a person's field in words."""
    if field == "sex":
        return sex_words(value)
    if field == "age_group":
        return age_words(value)
    if field == "language":
        return language_name(str(value) if value else None)
    if field == "card":
        none = QCoreApplication.translate("receiving", "sin tarjeta")
        return card_label(value) if isinstance(value, int) else none
    return str(value) if value is not None else QCoreApplication.translate("receiving", "sin dato")
