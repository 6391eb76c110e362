"""Plans and problems as JSON: the one-line answer of the command line, and what is sent to the solver's process."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from promoter_app.domain.planning.problem import (
    Break,
    Crew,
    Fix,
    Front,
    Module,
    Plan,
    PlanningProblem,
    Promoter,
    Proposal,
    Reason,
    Refused,
    Session,
)
from promoter_app.domain.planning.reasons import fix_sentence, placement_sentence, sentence

Json = dict[str, object]


def plan_as_json(proposal: Proposal, language: str = "es", names: Mapping[str, str] | None = None) -> str:
    """The proposal on one line.

    {"sessions": [{promoter, day, front, break, module, crews, interpreter, reason, ...}], "refused": [{crew, module,
    reason, rule, counts, fix, fix_text}], "progress", "driving", "bound", "gap", "proven", "seconds", "how", "notes"}.
    """
    shown = names or {}
    sessions = []
    for p in proposal.placements:
        said = placement_sentence(p.reasons, shown).in_language(language)
        sessions.append({**session_as_json(p.session), "reason": said, "reasons": [_reason(r) for r in p.reasons]})
    return json.dumps(
        {
            "sessions": sessions,
            "refused": [_refused(r, language, shown) for r in proposal.refused],
            "progress": proposal.score.progress,
            "driving": proposal.score.driving,
            "bound": proposal.bound,
            "gap": proposal.gap,
            "proven": proposal.proven,
            "seconds": round(proposal.seconds, 3),
            "how": proposal.how,
            "notes": [n.in_language(language) for n in proposal.notes],
        },
        ensure_ascii=False,
        separators=(",", ":"),
    )


def _reason(r: Reason) -> Json:
    return {"code": r.code, **r.values}


def _refused(r: Refused, language: str, names: Mapping[str, str]) -> Json:
    return {
        "crew": r.crew,
        "module": r.module,
        "reason": sentence(r.reason, names).in_language(language),
        "rule": r.reason.code,
        "counts": dict(r.counts),
        "fix": None if r.fix is None else fix_as_json(r.fix),
        "fix_text": None if r.fix is None else fix_sentence(r.fix, names).in_language(language),
    }


def fix_as_json(fix: Fix) -> Json:
    """{"kind", "day", "front", "break", and the values of that kind}."""
    return {"kind": fix.kind, "day": fix.day, "front": fix.front, "break": fix.break_id, **fix.values}


def session_as_json(s: Session) -> Json:
    """One session; "second" only when two promoters give it."""
    told: Json = {
        "promoter": s.promoter,
        "day": s.day,
        "front": s.front,
        "break": s.break_id,
        "module": s.module,
        "crews": list(s.crews),
        "interpreter": s.interpreter,
    }
    if s.second is not None:
        told["second"] = s.second
    return told


def sessions_as_json(plan: Plan) -> Json:
    """{"sessions": [...]} without reasons."""
    return {"sessions": [session_as_json(s) for s in plan]}


def problem_as_json(problem: PlanningProblem) -> Json:
    """The problem in the instance format; `planning_parse.problem_from_json` reads it back equal."""
    return {
        "format": 1,
        "name": problem.name,
        "today": problem.today,
        "speed_kmh": problem.speed_kmh,
        "detour": problem.detour,
        "setup_min": problem.setup_min,
        "sensitive_gap": problem.sensitive_gap,
        "days": [asdict(d) for d in problem.days],
        "modules": [_module(m) for m in problem.modules],
        "fronts": [_front(f) for f in problem.fronts],
        "crews": [_crew(c) for c in problem.crews],
        "promoters": [_promoter(p) for p in problem.promoters],
        "interpreters": [asdict(i) for i in problem.interpreters],
        "closures": [asdict(k) for k in problem.closures],
        "travel": [{"from": t.a, "to": t.b, "minutes": t.minutes} for t in problem.travel],
        "locked": [session_as_json(s) for s in problem.locked],
    }


def _module(m: Module) -> Json:
    return asdict(m)


def _front(f: Front) -> Json:
    stays = [{"from": s.first, "to": s.last, "lat": s.lat, "lon": s.lon} for s in f.stays]
    told: Json = {"id": f.id, "mill": f.mill, "positions": stays, "breaks": [_break(b) for b in f.breaks]}
    return told if f.season_end is None else {**told, "season_end": f.season_end}


def _break(b: Break) -> Json:
    told: Json = {"id": b.id, "start": b.start, "end": b.end, "rest": b.rest}
    return told if b.days is None else {**told, "days": sorted(b.days)}


def _crew(c: Crew) -> Json:
    return asdict(c)


def _promoter(p: Promoter) -> Json:
    """Sets become sorted lists, so that the same problem gives the same text."""
    sets = {"modules": p.modules, "fronts": p.fronts}
    return {**asdict(p), **{name: None if of is None else sorted(of) for name, of in sets.items()}}
