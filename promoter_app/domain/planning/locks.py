"""Locks and old sessions against the present problem: which still stand, and what to say of those that do not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from promoter_app.domain.planning.draft import Draft
from promoter_app.domain.planning.field import Field
from promoter_app.domain.planning.problem import Plan, PlanningProblem, Session
from promoter_app.domain.planning.rules import Broken, broken_rules
from promoter_app.domain.refusal import Sentence

_WORDS = {
    "closed": ("ese día el frente está cerrado", "the front is closed that day"),
    "break_too_short": ("el descanso es más corto que el tema", "the break is shorter than the module"),
    "crew_elsewhere": ("la cuadrilla no está en ese frente", "the crew is not at that front"),
    "language": ("nadie habla el idioma de la cuadrilla", "nobody speaks the crew's language"),
    "prerequisite": ("falta un tema anterior o es muy reciente", "an earlier module is missing or too recent"),
    "sensitive_gap": ("otro tema delicado está muy cerca", "another sensitive module is too close"),
    "module_twice": ("la cuadrilla ya tuvo ese tema", "the crew already had that module"),
    "off_duty": ("la promotora no trabaja ese día", "the promoter is off that day"),
    "not_prepared": ("la promotora no está autorizada para el tema", "the promoter is not authorised for it"),
    "cannot_drive": ("el recorrido no alcanza en el día", "the day's route cannot be driven"),
    "too_many_workers": ("son demasiadas personas juntas", "there are too many workers together"),
    "twice_a_day": ("la cuadrilla ya tiene sesión ese día", "the crew already has a session that day"),
    "break_taken": ("hay dos sesiones en el mismo descanso", "two sessions take the same break"),
    "interpreter_off": ("el intérprete no está ese día", "the interpreter is off that day"),
    "interpreter_elsewhere": ("el intérprete va con otra promotora", "the interpreter rides with someone else"),
}
_OTHER = ("los datos de la sesión ya no existen", "what the session names no longer exists")


def without_clashing_locks(problem: PlanningProblem) -> tuple[PlanningProblem, tuple[Broken, ...]]:
    """The problem with only the locks that can be kept together, and the broken rule of each one left out."""
    bare = replace(problem, locked=())
    field = Field(bare)
    kept: list[Session] = []
    clashes: list[Broken] = []
    for s in sorted(problem.locked, key=lambda s: (s.day, s.promoter, s.front, s.break_id)):
        broken = broken_rules(bare, (*kept, s), field)
        if broken:
            clashes.append(replace(broken[0], session=s))
        else:
            kept.append(s)
    return (replace(problem, locked=tuple(kept)), tuple(clashes)) if clashes else (problem, ())


def clash_sentence(clash: Broken) -> Sentence:
    """Why a fixed session was left out of the plan."""
    es, en = _WORDS.get(clash.rule, _OTHER)
    s = clash.session
    where = "" if s is None else f" ({s.front}, {s.break_id}, {s.module})"
    return Sentence(
        f"Una sesión fija no se puede respetar{where}: {es}. Se planeó sin ella.",
        f"A fixed session cannot be kept{where}: {en}. The plan was made without it.",
    )


def what_still_stands(field: Field, old: Plan, first: Iterable[Session] = ()) -> Plan:
    """`first` (locks, taken as they are), then each old session that can still be held, without crews that fell out."""
    draft = Draft(field, first)
    for s in sorted(old, key=lambda s: (s.day, s.promoter, s.front, s.break_id)):
        if s.slot not in draft.taken and s.slot in field.by_slot and _staff_can(draft, s):
            crews = tuple(c for c in s.crews if _crew_can(draft, s, c))
            if crews:
                draft.add(replace(s, crews=crews))
    return tuple(draft.sessions)


def _staff_can(draft: Draft, s: Session) -> bool:
    field, opening = draft.field, draft.field.by_slot[s.slot]
    module = field.modules[s.module]
    if s.interpreter is not None:
        free = draft.rides.get((s.interpreter, s.day), s.promoter) == s.promoter
        if not free or not field.interpreters[s.interpreter].available[s.day]:
            return False
    if module.minutes > opening.usable or len(set(s.promoters)) != module.promoters:
        return False
    return all(
        field.promoters[p].available[s.day] is not None
        and field.promoters[p].may_teach(module)
        and draft.extra_driving(field.promoters[p], opening) is not None
        for p in s.promoters
    )


def _crew_can(draft: Draft, s: Session, name: str) -> bool:
    field = draft.field
    crew = field.crews[name]
    there = crew.front_by_day[s.day] == s.front and s.day <= crew.last_day and (name, s.day) not in draft.met
    spoken = any(field.understands(crew, field.promoters[p], s.interpreter) for p in s.promoters)
    return there and spoken and draft.obstacle(crew, field.modules[s.module], s.day) is None
