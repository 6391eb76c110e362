"""Reads a planning problem or a plan from the JSON instance format, refusing what contradicts itself.

The format is the values of `planning.py` field by field; optional fields (rest, days, season_end, priority,
promoters, modules and fronts of a promoter, hours of a closure, travel, second) default to the plain case.
"""

from __future__ import annotations

import json
from collections.abc import Iterable

from promoter_app.domain.planning.problem import (
    Break,
    Closure,
    Crew,
    Day,
    Front,
    Held,
    Interpreter,
    Module,
    Plan,
    PlanningProblem,
    Promoter,
    Session,
    Stay,
    Travel,
)
from promoter_app.domain.planning.reader import Node, wrong

_DAYS, _THINGS, _MINUTES = 400, 5000, 24 * 60


def problem_from_text(text: str) -> PlanningProblem:
    """The problem written in `text`; raises `Refusal` with the place that is wrong."""
    return problem_from_json(_loaded(text))


def _loaded(text: str) -> object:
    try:
        value: object = json.loads(text)
    except (ValueError, RecursionError) as error:
        raise wrong("archivo", "no es JSON válido", "it is not valid JSON") from error
    return value


def problem_from_json(value: object) -> PlanningProblem:
    """The problem held in decoded JSON; raises `Refusal` with the place that is wrong."""
    root = Node(value)
    days = tuple(_day(n) for n in root.get("days").items(_DAYS))
    n = len(days)
    problem = PlanningProblem(
        name=root.get("name", "plan").text(),
        days=days,
        modules=tuple(_module(x) for x in root.get("modules").items(100)),
        fronts=tuple(_front(x, n) for x in root.get("fronts").items(_THINGS)),
        crews=tuple(_crew(x, n) for x in root.get("crews").items(_THINGS)),
        promoters=tuple(_promoter(x, n) for x in root.get("promoters").items(500)),
        interpreters=tuple(_interpreter(x, n) for x in root.get("interpreters", []).items(500)),
        closures=tuple(_closure(x, n) for x in root.get("closures", []).items(50_000)),
        travel=tuple(_travel(x) for x in root.get("travel", []).items(50_000)),
        speed_kmh=root.get("speed_kmh", 30).number(1, 200),
        detour=root.get("detour", 1.3).number(1, 10),
        setup_min=root.get("setup_min", 5).integer(0, 600),
        sensitive_gap=root.get("sensitive_gap", 3).integer(0, 400),
        today=root.get("today", 0).integer(0, max(n, 0)),
        locked=tuple(_session(x, n) for x in root.get("locked", []).items(50_000)),
    )
    _refuse_contradictions(problem)
    return problem


def plan_from_json(value: object, problem: PlanningProblem) -> Plan:
    """The plan held in decoded JSON ({"sessions": [...]}); raises `Refusal`."""
    days = len(problem.days)
    plan = tuple(_session(x, days) for x in Node(value, "plan").get("sessions").items(50_000))
    _refuse_strangers(problem, plan, "plan.sessions")
    return plan


def _day(n: Node) -> Day:
    return Day(n.get("date").text(), n.get("cal").integer(-100_000, 100_000), n.get("weekday", 0).integer(0, 6))


def _module(n: Node) -> Module:
    return Module(
        id=n.get("id").text(),
        minutes=n.get("minutes").integer(1, _MINUTES),
        sensitive=n.get("sensitive", False).flag(),
        weight=n.get("weight").integer(0, 10_000),
        prereqs=n.get("prereqs", []).texts(),
        min_gap=n.get("min_gap", 1).integer(0, 400),
        max_workers=n.get("max_workers", 40).integer(1, 100_000),
        promoters=n.get("promoters", 1).integer(1, 2),
    )


def _hours(n: Node) -> tuple[int, int] | None:
    if n.value is None:
        return None
    ends = [x.integer(0, _MINUTES) for x in n.items(2)]
    if len(ends) != 2 or ends[0] > ends[1]:
        raise wrong(n.path, "se esperaban dos horas en orden", "two hours in order were expected")
    return ends[0], ends[1]


def _break(n: Node, days: int) -> Break:
    start, end = n.get("start").integer(0, _MINUTES), n.get("end").integer(0, _MINUTES)
    if end <= start:
        raise wrong(n.path, "termina antes de empezar", "it ends before it starts")
    only = n.get("days", None)
    allowed = None if only.value is None else frozenset(x.integer(0, days - 1) for x in only.items(_DAYS))
    return Break(n.get("id").text(), start, end, n.get("rest", 0).integer(0, _MINUTES), allowed)


def _stay(n: Node, days: int) -> Stay:
    first, last = n.get("from").integer(0, max(0, days - 1)), n.get("to").integer(0, max(0, days - 1))
    return Stay(first, last, n.get("lat").number(-90, 90), n.get("lon").number(-180, 180))


def _front(n: Node, days: int) -> Front:
    end = n.get("season_end", None)
    return Front(
        id=n.get("id").text(),
        mill=n.get("mill", "-").text(),
        stays=tuple(_stay(x, days) for x in n.get("positions").items(_DAYS)),
        breaks=tuple(_break(x, days) for x in n.get("breaks").items(20)),
        season_end=None if end.value is None else end.integer(-1, _DAYS),
    )


def _crew(n: Node, days: int) -> Crew:
    fronts = n.get("front_by_day").texts(_DAYS)
    if len(fronts) != days:
        raise wrong(n.path, f"front_by_day debe tener {days} días", f"front_by_day must have {days} days")
    done = tuple(
        Held(x.get("module").text(), x.get("cal").integer(-100_000, 100_000)) for x in n.get("done", []).items(1000)
    )
    return Crew(
        id=n.get("id").text(),
        size=n.get("size").integer(1, 10_000),
        front_by_day=fronts,
        language=n.get("language", "es").text(),
        bilingual_helper=n.get("bilingual_helper", False).flag(),
        done=done,
        last_day=n.get("last_day", days - 1).integer(-1, _DAYS),
        priority=n.get("priority", 100).integer(1, 1000),
    )


def _promoter(n: Node, days: int) -> Promoter:
    home = [x.number(-180, 180) for x in n.get("home").items(2)]
    hours = tuple(_hours(x) for x in n.get("available").items(_DAYS))
    if len(home) != 2 or len(hours) != days:
        raise wrong(n.path, "casa o días incompletos", "home or days are incomplete")
    modules, fronts = n.get("modules", None), n.get("fronts", None)
    return Promoter(
        id=n.get("id").text(),
        home=(home[0], home[1]),
        languages=n.get("languages", ["es"]).texts(),
        available=hours,
        sensitive_ok=n.get("sensitive_ok", False).flag(),
        max_sessions_day=n.get("max_sessions_day", 3).integer(0, 4),
        max_drive_day=n.get("max_drive_day", 180).integer(0, _MINUTES),
        modules=None if modules.value is None else frozenset(modules.texts()),
        fronts=None if fronts.value is None else frozenset(fronts.texts(5000)),
    )


def _interpreter(n: Node, days: int) -> Interpreter:
    on = tuple(x.flag() for x in n.get("available").items(_DAYS))
    if len(on) != days:
        raise wrong(n.path, f"available debe tener {days} días", f"available must have {days} days")
    return Interpreter(n.get("id").text(), n.get("languages").texts(), on)


def _closure(n: Node, days: int) -> Closure:
    scope = n.get("scope").text()
    if scope not in ("all", "mill", "front"):
        raise wrong(n.path, "alcance desconocido", "unknown scope")
    return Closure(
        scope,
        n.get("id", None).text_or_none(),
        n.get("day").integer(0, max(0, days - 1)),
        n.get("reason", "-").text(),
        n.get("start", 0).integer(0, _MINUTES),
        n.get("end", _MINUTES).integer(0, _MINUTES),
    )


def _travel(n: Node) -> Travel:
    return Travel(n.get("from").text(), n.get("to").text(), n.get("minutes").integer(0, _MINUTES))


def _session(n: Node, days: int) -> Session:
    return Session(
        n.get("promoter").text(),
        n.get("day").integer(0, max(0, days - 1)),
        n.get("front").text(),
        n.get("break").text(),
        n.get("module").text(),
        tuple(sorted(n.get("crews").texts(_THINGS))),
        n.get("interpreter", None).text_or_none(),
        n.get("second", None).text_or_none(),
    )


def _refuse_contradictions(problem: PlanningProblem) -> None:
    """Ids twice, names nobody has, days out of order, circles of prerequisites."""
    _refuse_doubles(problem)
    modules = {m.id for m in problem.modules}
    fronts = {f.id for f in problem.fronts}
    if any(a.cal >= b.cal for a, b in zip(problem.days, problem.days[1:], strict=False)):
        raise wrong("problema.days", "los días no van en orden", "the days are not in order")
    for m in problem.modules:
        _refuse_unknown(m.prereqs, modules, f"problema.modules {m.id}")
    for c in problem.crews:
        _refuse_unknown(c.front_by_day, fronts, f"problema.crews {c.id}")
        _refuse_unknown((h.module for h in c.done), modules, f"problema.crews {c.id}")
    _refuse_circles({m.id: m.prereqs for m in problem.modules})
    _refuse_strangers(problem, problem.locked, "problema.locked")


def _refuse_doubles(problem: PlanningProblem) -> None:
    kinds: dict[str, Iterable[str]] = {
        "modules": (x.id for x in problem.modules),
        "fronts": (x.id for x in problem.fronts),
        "crews": (x.id for x in problem.crews),
        "promoters": (x.id for x in problem.promoters),
        "interpreters": (x.id for x in problem.interpreters),
    }
    for kind, ids in kinds.items():
        seen: set[str] = set()
        for one in ids:
            if one in seen:
                raise wrong(f"problema.{kind}", f"«{one}» está dos veces", f"“{one}” is there twice")
            seen.add(one)


def _refuse_unknown(names: Iterable[str], known: set[str], path: str) -> None:
    for name in names:
        if name not in known:
            raise wrong(path, f"«{name}» no existe", f"“{name}” does not exist")


def _refuse_circles(needs: dict[str, tuple[str, ...]]) -> None:
    left = dict(needs)
    while left:
        ready = [m for m, pre in left.items() if not any(q in left for q in pre)]
        if not ready:
            names = ", ".join(sorted(left))
            raise wrong("problema.modules", f"requisitos en círculo: {names}", f"prerequisites in a circle: {names}")
        for m in ready:
            del left[m]


def _refuse_strangers(problem: PlanningProblem, plan: Plan, path: str) -> None:
    promoters, fronts = {p.id for p in problem.promoters}, {f.id for f in problem.fronts}
    modules, crews = {m.id for m in problem.modules}, {c.id for c in problem.crews}
    interpreters = {i.id for i in problem.interpreters}
    for s in plan:
        _refuse_unknown(s.promoters, promoters, path)
        _refuse_unknown([s.front], fronts, path)
        _refuse_unknown([s.module], modules, path)
        _refuse_unknown(s.crews, crews, path)
        _refuse_unknown([s.interpreter] if s.interpreter else [], interpreters, path)
