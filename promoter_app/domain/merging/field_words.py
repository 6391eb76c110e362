"""What people call a field of a record and its values, for papers about what was decided."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from promoter_app.domain.refusal import Sentence

_FIELDS: Mapping[str, Sentence] = MappingProxyType(
    {
        "name": Sentence("nombre", "name"),
        "sex": Sentence("sexo", "sex"),
        "age_group": Sentence("edad", "age"),
        "language": Sentence("lengua", "language"),
        "crew": Sentence("cuadrilla", "crew"),
        "migrant": Sentence("migrante", "migrant"),
        "origin": Sentence("origen", "origin"),
        "note": Sentence("nota", "note"),
        "held_on": Sentence("fecha", "date"),
        "starts": Sentence("empieza", "starts"),
        "ends": Sentence("termina", "ends"),
        "state": Sentence("estado", "state"),
        "reason": Sentence("motivo", "reason"),
        "promoter": Sentence("quien promueve", "promoter"),
        "module": Sentence("tema", "topic"),
        "venue": Sentence("lugar", "place"),
        "leader": Sentence("cabo", "foreman"),
        "since": Sentence("desde", "since"),
        "until": Sentence("hasta", "until"),
        "value": Sentence("valor", "value"),
        "expected": Sentence("gente esperada", "people expected"),
        "code": Sentence("clave", "code"),
        "kind": Sentence("tipo", "kind"),
    }
)
_SEXES: Mapping[str, Sentence] = MappingProxyType(
    {
        "F": Sentence("Mujer", "Woman"),
        "M": Sentence("Hombre", "Man"),
        "X": Sentence("Otra o no dice", "Other or not said"),
    }
)
_YES_NO: Mapping[str, Sentence] = MappingProxyType({"1": Sentence("Sí", "Yes"), "0": Sentence("No", "No")})
_NOTHING = Sentence("sin dato", "no data")


def field_words(field: str) -> Sentence:
    """The name of a field as in "nombre"; of a field that is not known the name it has in the tables."""
    return _FIELDS.get(field, Sentence(field, field))


def value_words(field: str, value: str, languages: Mapping[str, str]) -> Sentence:
    """A value of a field in words; `languages` gives the name of a language by its code."""
    if not value:
        return _NOTHING
    if field == "language":
        value = languages.get(value, value)
    known = {"sex": _SEXES, "migrant": _YES_NO}.get(field, {})
    return known.get(value, Sentence(value, value))
