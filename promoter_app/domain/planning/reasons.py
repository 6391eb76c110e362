"""Why each session is proposed there and then, as codes with values, and the words for every reason and fix."""

from __future__ import annotations

from collections.abc import Mapping

from promoter_app.domain.planning.draft import in_order
from promoter_app.domain.planning.field import Field, Opening
from promoter_app.domain.planning.problem import LONG_AGO, Fix, Placement, Plan, Reason, Session
from promoter_app.domain.refusal import Sentence

_CLAUSES = {
    "locked": ("es una sesión fija y no se mueve", "it is a fixed session and does not move"),
    "first": ("es la primera sesión de {crew}", "it is the first session of {crew}"),
    "next": (
        "a {crew} le toca {module}, {gap} días después de {previous}",
        "{crew} is due {module}, {gap} days after {previous}",
    ),
    "next_day": (
        "a {crew} le toca {module}, un día después de {previous}",
        "{crew} is due {module}, a day after {previous}",
    ),
    "starts": ("a {crew} le toca empezar {module}", "{crew} is due to start {module}"),
    "together": (
        "{crews} cuadrillas lo toman juntas ({workers} personas)",
        "{crews} crews take it together ({workers} people)",
    ),
    "leaves": ("{crew} se va después del {date}", "{crew} leaves after {date}"),
    "on_the_way": (
        "queda de camino: {minutes} minutos más de manejo",
        "it is on the way: {minutes} more minutes of driving",
    ),
    "no_detour": ("queda de camino y no se maneja más", "it is on the way and needs no more driving"),
    "trip": ("el viaje de ida y vuelta es de {minutes} minutos", "the round trip takes {minutes} minutes"),
    "interpreter": ("va {interpreter} de intérprete", "{interpreter} comes to interpret"),
    "helper": ("la cuadrilla tiene quien ayude con el idioma", "the crew has its own language helper"),
    # why a crew is left out
    "possible": (
        "la cuadrilla {crew} cabe en {breaks}, pero el plan rinde más sin esa visita",
        "crew {crew} fits in {breaks}, but the plan does more without that visit",
    ),
    "closed": ("está cerrado lo que le queda: {breaks}", "all it has left is closed: {breaks}"),
    "elsewhere": ("la cuadrilla {crew} ya se fue o se va antes", "crew {crew} has left or leaves before"),
    "short": (
        "el descanso es más corto que {module}: {breaks}",
        "the break is shorter than {module}: {breaks}",
    ),
    "prerequisite": (
        "antes de {module} falta tiempo desde el tema anterior",
        "it is too soon after the module before {module}",
    ),
    "sensitive_gap": (
        "dos temas delicados quedarían muy seguidos",
        "two sensitive modules would come too close together",
    ),
    "met": ("la cuadrilla {crew} ya tiene sesión esos días", "crew {crew} already has a session on those days"),
    "other_partner": (
        "nadie de su organización da sesiones en {breaks}",
        "nobody of its organisation gives sessions in {breaks}",
    ),
    "off_duty": ("no trabaja ninguna promotora en {breaks}", "no promoter is on duty in {breaks}"),
    "far": (
        "ninguna promotora alcanza a llegar y volver en {breaks}",
        "no promoter can get there and back in {breaks}",
    ),
    "not_prepared": (
        "ninguna promotora que llega está autorizada para {module}",
        "no promoter who gets there is authorised for {module}",
    ),
    "language": ("nadie habla {language} en {breaks}", "nobody speaks {language} in {breaks}"),
    "interpreter_busy": (
        "quien interpreta va con otra promotora en {breaks}",
        "the interpreter rides with another promoter in {breaks}",
    ),
    "taken": (
        "otra sesión que rinde más ocupa {breaks}",
        "another session that does more takes {breaks}",
    ),
    "busy": (
        "las promotoras están con otras cuadrillas en {breaks}",
        "the promoters are with other crews in {breaks}",
    ),
    "several": (
        "varias reglas se lo impiden a la vez, sobre todo: {rules}",
        "several rules stop it at once, above all: {rules}",
    ),
    "nothing_left": ("no le queda ningún descanso en estas fechas", "it has no break left on these dates"),
}

_BREAKS = (("un descanso", "{} descansos"), ("one break", "{} breaks"))
_GIVES_WAY = ("Además debe ceder el lugar otra visita.", "Another visit must give way as well.")

RULE_NAMES = {
    "closed": ("frente cerrado", "front closed"),
    "elsewhere": ("cuadrilla ausente", "crew away"),
    "short": ("descanso corto", "short break"),
    "prerequisite": ("orden de los temas", "order of modules"),
    "sensitive_gap": ("días entre temas delicados", "days between sensitive modules"),
    "met": ("ya tiene sesión ese día", "already has a session that day"),
    "other_partner": ("otra organización", "another organisation"),
    "off_duty": ("promotora en descanso", "promoter off duty"),
    "far": ("distancia", "distance"),
    "not_prepared": ("autorización", "authorisation"),
    "language": ("idioma", "language"),
    "interpreter_busy": ("intérprete ocupado", "interpreter busy"),
    "taken": ("descanso ocupado", "break taken"),
    "busy": ("promotoras ocupadas", "promoters busy"),
}

_FIXES = {
    "interpreter": (
        "Con intérprete de {language} el {date} sí se puede.",
        "With an interpreter of {language} on {date} it can be done.",
    ),
    "longer_break": (
        "Con {minutes} minutos más de descanso el {date} sí se puede.",
        "With {minutes} more minutes of break on {date} it can be done.",
    ),
    "authorise": (
        "Si {promoter} queda autorizada para {module}, sí se puede.",
        "If {promoter} is authorised for {module}, it can be done.",
    ),
    "on_duty": ("Si {promoter} trabaja el {date}, sí se puede.", "If {promoter} works on {date}, it can be done."),
    "more_driving": (
        "Si {promoter} puede manejar {minutes} minutos el {date}, sí se puede.",
        "If {promoter} may drive {minutes} minutes on {date}, it can be done.",
    ),
    "reopen": ("Si el frente abre el {date}, sí se puede.", "If the front opens on {date}, it can be done."),
    "stay": (
        "Si la cuadrilla sigue ahí el {date}, sí se puede.",
        "If the crew is still there on {date}, it can be done.",
    ),
    "swap": (
        "El {date} cabe si cede el lugar otra visita; pida ver qué cambiaría.",
        "On {date} it fits if another visit gives way; ask to see what would change.",
    ),
}


def sentence(reason: Reason, names: Mapping[str, str]) -> Sentence:
    """One reason as a sentence; ids and dates are shown through `names` (themselves when absent)."""
    return placement_sentence((reason,), names)


def placement_sentence(reasons: tuple[Reason, ...], names: Mapping[str, str]) -> Sentence:
    """All the reasons of a placement in one sentence."""
    es, en = (
        "; ".join(_CLAUSES[r.code][n].format(**_shown(r.values, names, n)) for r in reasons) for n in (0, 1)
    )
    return Sentence(_capital(es), _capital(en))


def fix_sentence(fix: Fix, names: Mapping[str, str]) -> Sentence:
    """The single change that would let the crew in, in words."""
    es, en = (_FIXES[fix.kind][n].format(**_shown(fix.values, names, n)) for n in (0, 1))
    if fix.values.get("gives_way"):
        return Sentence(f"{es} {_GIVES_WAY[0]}", f"{en} {_GIVES_WAY[1]}")
    return Sentence(es, en)


def _shown(values: Mapping[str, str | int], names: Mapping[str, str], language: int) -> dict[str, str]:
    shown = {k: names.get(str(v), str(v)) for k, v in values.items()}
    if "n" in values:
        one, many = _BREAKS[language]
        shown["breaks"] = one if values["n"] == 1 else many.format(values["n"])
    if "rules" in values:
        shown["rules"] = ", ".join(RULE_NAMES[r][language] for r in str(values["rules"]).split(","))
    return shown


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:] + "."


def placements(field: Field, plan: Plan) -> tuple[Placement, ...]:
    """The plan with the reasons of each session."""
    had = {c: {h.module: h.cal for h in crew.done} for c, crew in field.crews.items()}
    stops: dict[tuple[str, int], list[Opening]] = {}
    for s in plan:
        stops.setdefault((s.promoter, s.day), []).append(field.by_slot[s.slot])
    locked = set(field.problem.locked)
    found = []
    for s in in_order(plan):
        why = (Reason("locked"),) if s in locked else _why(field, s, had, stops[s.promoter, s.day])
        found.append(Placement(s, why))
        for c in s.crews:
            had[c][s.module] = field.cal[s.day]
    return tuple(found)


def _why(
    field: Field, s: Session, had: Mapping[str, Mapping[str, int]], stops: list[Opening]
) -> tuple[Reason, ...]:
    reasons = [_why_module(field, s, had)]
    if len(s.crews) > 1:
        workers = sum(field.crews[c].size for c in s.crews)
        reasons.append(Reason("together", {"crews": len(s.crews), "workers": workers}))
    leaving = [c for c in s.crews if field.crews[c].last_day < len(field.cal) - 1]
    if leaving:
        date = field.problem.days[max(0, field.crews[leaving[0]].last_day)].date
        reasons.append(Reason("leaves", {"crew": leaving[0], "date": date}))
    reasons.append(_why_there(field, s, stops))
    if s.interpreter is not None:
        reasons.append(Reason("interpreter", {"interpreter": s.interpreter}))
    elif not any(field.crews[c].language in field.promoters[p].languages for c in s.crews for p in s.promoters):
        reasons.append(Reason("helper"))
    return tuple(reasons)


def _why_module(field: Field, s: Session, had: Mapping[str, Mapping[str, int]]) -> Reason:
    crew = s.crews[0]
    before = {m: cal for m, cal in had[crew].items() if cal != LONG_AGO}
    if not before:
        return Reason("first", {"crew": crew})
    needed = [(before[q], q) for q in field.modules[s.module].prereqs if q in before]
    if not needed:
        return Reason("starts", {"crew": crew, "module": s.module})
    then, previous = max(needed)
    gap = field.cal[s.day] - then
    values: dict[str, str | int] = {"crew": crew, "module": s.module, "gap": gap, "previous": previous}
    return Reason("next_day" if gap == 1 else "next", values)


def _why_there(field: Field, s: Session, stops: list[Opening]) -> Reason:
    promoter, here = field.promoters[s.promoter], field.by_slot[s.slot]
    total = field.route_minutes(promoter, stops) or 0
    if len(stops) == 1:
        return Reason("trip", {"minutes": total})
    without = field.route_minutes(promoter, [o for o in stops if o != here]) or 0
    more = max(0, total - without)
    return Reason("on_the_way", {"minutes": more}) if more else Reason("no_detour")
