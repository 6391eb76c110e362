"""How the week is planned, as the office sets it: whose crews, how much a day, roads, pay day, what weighs more."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

from promoter_app.domain.done import Done, Value
from promoter_app.domain.office.checks import checked_words, refusal
from promoter_app.domain.office.fields import Field, number, pick, words
from promoter_app.domain.planning.problem import Weights
from promoter_app.domain.refusal import Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder, setting
from promoter_app.services.office.project import SettingsGroup, set_rules
from promoter_app.services.planning import weighing
from promoter_app.services.planning.gathering import PAY_DAY, SENSITIVE_GAP, SPEED, TWO_PROMOTERS
from promoter_app.services.planning.people import ACROSS, DRIVE, SESSIONS
from promoter_app.services.security.audit import office_only

_YES_NO = (("0", "No", "No"), ("1", "Sí", "Yes"))
_DAYS = (
    ("0", "Lunes", "Monday"), ("1", "Martes", "Tuesday"), ("2", "Miércoles", "Wednesday"), ("3", "Jueves", "Thursday"),
    ("4", "Viernes", "Friday"), ("5", "Sábado", "Saturday"), ("6", "Domingo", "Sunday"),
)  # fmt: skip
_PAY = ("pay_weekday", "pay_from", "pay_to")


def _hour(name: str, es: str, en: str) -> Field:
    return replace(words(name, es, en, limit=5), kind="time")


def _hinted(field: Field, es: str, en: str) -> Field:
    return replace(field, hint=Sentence(es, en))


PLAN: tuple[Field, ...] = (
    _hinted(
        pick(ACROSS, "Planear también con cuadrillas de otros socios", "Plan with other partners' crews too", *_YES_NO),
        "Vacío o «No»: cada quien va con las cuadrillas de su socio y con las que no tienen ninguno.",
        "Empty or “No”: each goes to the crews of their own partner and to those of nobody.",
    ),
    _hinted(
        pick(TWO_PROMOTERS, "Dos personas en los temas delicados", "Two people in delicate topics", *_YES_NO),
        "Vacío: una.", "Empty: one.",
    ),
    number(SESSIONS, "Sesiones al día por persona", "Sessions a day for each person", 1, 12,
           Sentence("Vacío usa 3.", "Empty uses 3.")),
    number(DRIVE, "Minutos de camino al día por persona", "Minutes on the road a day for each person", 10, 720,
           Sentence("Vacío usa 180.", "Empty uses 180.")),
    number(SPEED, "Velocidad en los caminos, km por hora", "Speed on the roads, km per hour", 5, 110,
           Sentence("Vacío usa 30. Un tiempo de camino medido cuenta más.",
                    "Empty uses 30. A measured travel time counts more.")),
    number(SENSITIVE_GAP, "Días entre dos temas delicados de una cuadrilla", "Days between two delicate topics",
           0, 60, Sentence("Vacío usa 3.", "Empty uses 3.")),
    pick("pay_weekday", "Día de pago sin sesiones", "Pay day without sessions", *_DAYS),
    _hour("pay_from", "Día de pago: desde", "Pay day: from"),
    _hour("pay_to", "Día de pago: hasta", "Pay day: to"),
    number(weighing.PROGRESS, "Minutos de camino que vale el avance de una persona",
           "Minutes on the road that one person's progress is worth", 1, 1000,
           Sentence("Vacío usa 2. Más alto: se maneja más para llegar a más gente.",
                    "Empty uses 2. Higher: more driving to reach more people.")),
    number(weighing.CHANGE, "Minutos de camino que vale no mover una visita",
           "Minutes on the road that keeping a visit is worth", 0, 10_000,
           Sentence("Vacío usa 120. Más alto: al acomodar cambios se mueven menos visitas.",
                    "Empty uses 120. Higher: fewer visits move when changes are fitted in.")),
)  # fmt: skip


def plan_rules(folder: Folder) -> SettingsGroup:
    """The rules of planning; `usual` is what counts where a field is empty."""
    values = {field.name: setting(folder, field.name, "") for field in PLAN if field.name not in _PAY}
    pay = setting(folder, PAY_DAY, "").split()
    values |= dict(zip(_PAY, pay if len(pay) == len(_PAY) else ["", "", ""], strict=True))
    weights = Weights()
    usual = {
        SESSIONS: "3", DRIVE: "180", SPEED: "30", SENSITIVE_GAP: "3", weighing.PROGRESS: str(weights.progress),
        weighing.CHANGE: str(weights.change),
    }  # fmt: skip
    return SettingsGroup(PLAN, values, usual)


def set_plan_rules(folder: Folder, stamp: Stamp, values: Mapping[str, str]) -> Done[None]:
    """Keep them; an empty one goes back to the usual.

    Raises Refusal: not a coordinator, an impossible value, or a pay day without its hours in order.
    """
    office_only(folder, stamp, "set_plan_rules")
    found = checked_words(PLAN, values)
    fields = tuple(field for field in PLAN if field.name not in _PAY)
    kept = {field.name: str(values.get(field.name) or "") for field in fields}
    return set_rules(folder, stamp, (*fields, words(PAY_DAY, "", "")), {**kept, PAY_DAY: _pay_day(found)})


def _pay_day(found: Mapping[str, Value]) -> str:
    """Weekday and hours as they are kept, "" for none."""
    told = [str(found[name]) for name in _PAY if found[name] is not None]
    if told and (len(told) != len(_PAY) or told[1] >= told[2]):
        raise refusal(
            "bad_pay_day",
            ("Al día de pago le faltan sus horas, o van al revés.", "Pay day lacks its hours, or they are reversed."),
            ("Escribe día, desde y hasta, o deja vacíos los tres.", "Write day, from and to, or leave all empty."),
        )
    return " ".join(told)
