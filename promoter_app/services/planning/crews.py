"""Crews for the planner: each a front of its own, with its breaks, the days it is closed, its history and language."""

from __future__ import annotations

from collections import Counter, defaultdict
from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.domain.planning.holidays import is_rest_day
from promoter_app.domain.planning.problem import LONG_AGO, Break, Closure, Crew, Front, Held, Stay
from promoter_app.domain.refusal import Sentence
from promoter_app.domain.sessions import minutes_of
from promoter_app.services.curricula import Content
from promoter_app.services.folder import Folder, setting
from promoter_app.services.sessions.recordings import language_code
from promoter_app.store import week as store

if TYPE_CHECKING:
    from promoter_app.services.planning.gathering import Asked

HELPED_SHARE = "interpreter_warning_percent"
_MIDDLE = (21.5, -104.9)
"""Where everything lies when nobody wrote a coordinate (Tepic); distances are then zero and the table decides."""


@dataclass
class CrewReading:
    """What was read of the crews. `break_for` may add a break of a session's own to its crew."""

    rows: dict[str, dict[str, Any]] = field(default_factory=dict)
    fronts: tuple[Front, ...] = ()
    crews: tuple[Crew, ...] = ()
    closures: tuple[Closure, ...] = ()
    notes: tuple[Sentence, ...] = ()
    extra: dict[str, list[Break]] = field(default_factory=lambda: defaultdict(list))

    def break_for(self, row: dict[str, Any], day: int) -> str:
        """The agreed break in which a session begins, or one of its own with just its hours."""
        crew = row["crew"].hex()
        start, end = minutes_of(row["starts"]), minutes_of(row["ends"])
        front = next(f for f in self.fronts if f.id == crew)
        for b in front.breaks:
            if b.start == start and (b.days is None or day in b.days):
                return b.id
        own = Break(f"s{row['id'].hex()}", start, max(end, start + 1), 0, frozenset({day}))
        self.extra[crew].append(own)
        return own.id

    def fronts_with_own_breaks(self) -> tuple[Front, ...]:
        """The fronts with the breaks that sessions brought."""
        return tuple(replace(f, breaks=(*f.breaks, *self.extra.get(f.id, ()))) for f in self.fronts)

    def with_more(self, crew: Crew, more: dict[str, int]) -> Crew:
        """The crew as if it had had some modules on some days of the plan."""
        known = {h.module for h in crew.done}
        return replace(crew, done=(*crew.done, *(Held(m, d) for m, d in more.items() if m not in known)))


def read_crews(folder: Folder, content: Content, days: list[date], asked: Asked) -> CrewReading:
    """Crews whose season runs in `days` and that are still there."""
    first, last = days[0].isoformat(), days[-1].isoformat()
    rows = [r for r in store.crews_in_season(folder.book, first, last) if not r["dissolved"]]
    if asked.promoter is not None:
        rows = _of_promoter(folder, rows, asked)
    places, notes = _places(rows)
    windows = _windows(folder, rows)
    held = _held(folder, asked)
    tongues = _languages(folder, first)
    sectors = {r["sector"] for r in rows} & set(content.courses)
    codes = {m.code for sector in sectors for m in content.courses[sector].modules}
    fronts = tuple(_front(r, places[r["id"]], windows[r["id"]], days) for r in rows)
    crews = tuple(_crew(r, content, codes, days, held.get(r["id"], {}), tongues.get(r["id"], SPANISH)) for r in rows)
    closures = (*_closures(folder, rows, days), *_rest_days(days))
    return CrewReading({r["id"].hex(): r for r in rows}, fronts, crews, closures, notes)


def _of_promoter(folder: Folder, rows: list[dict[str, Any]], asked: Asked) -> list[dict[str, Any]]:
    """The crews whom this promoter saw last, and those whom nobody has seen yet in the same organisation."""
    seen: dict[bytes, bytes] = {}
    for session in store.sessions_in(folder.book, "0000-01-01", asked.last.isoformat()):
        if session["promoter"] is not None:
            seen[session["crew"]] = session["promoter"]
    partner = next((p["partner"] for p in store.staff(folder.book, "promoter") if p["id"] == asked.promoter), None)
    return [
        r
        for r in rows
        if seen.get(r["id"]) == asked.promoter or (r["id"] not in seen and r["partner"] in (None, partner))
    ]


def _places(rows: list[dict[str, Any]]) -> tuple[dict[bytes, tuple[float, float]], tuple[Sentence, ...]]:
    """Where each crew cuts; without coordinates, the middle of its company's places, else of all."""
    by_company: dict[bytes | None, list[tuple[float, float]]] = defaultdict(list)
    everywhere: list[tuple[float, float]] = []
    for r in rows:
        if r["latitude"] is not None and r["longitude"] is not None:
            by_company[r["company"]].append((r["latitude"], r["longitude"]))
            everywhere.append((r["latitude"], r["longitude"]))
    found, unknown = {}, []
    for r in rows:
        if r["latitude"] is not None and r["longitude"] is not None:
            found[r["id"]] = (r["latitude"], r["longitude"])
        else:
            found[r["id"]] = middle(by_company[r["company"]] or everywhere)
            unknown.append(r["name"])
    if not unknown:
        return found, ()
    names = ", ".join(unknown[:5]) + ("…" if len(unknown) > 5 else "")
    return found, (
        Sentence(
            f"Sin coordenadas del lugar, los caminos de {names} son un cálculo grueso.",
            f"Without coordinates of the place, the roads to {names} are a rough guess.",
        ),
    )


def middle(points: list[tuple[float, float]]) -> tuple[float, float]:
    """The mean point; a fixed one when there is none."""
    if not points:
        return _MIDDLE
    return sum(p[0] for p in points) / len(points), sum(p[1] for p in points) / len(points)


def _windows(folder: Folder, rows: list[dict[str, Any]]) -> dict[bytes, list[dict[str, Any]]]:
    """The breaks of each crew: its own, else those of its place."""
    own: dict[bytes, list[dict[str, Any]]] = defaultdict(list)
    there: dict[bytes, list[dict[str, Any]]] = defaultdict(list)
    for w in store.break_windows(folder.book):
        if w["crew"] is not None:
            own[w["crew"]].append(w)
        elif w["venue"] is not None:
            there[w["venue"]].append(w)
    return {r["id"]: own.get(r["id"]) or there.get(r["venue"], []) for r in rows}


def _front(row: dict[str, Any], at: tuple[float, float], windows: list[dict[str, Any]], days: list[date]) -> Front:
    hours: dict[tuple[str, str, int], set[int]] = defaultdict(set)
    for w in windows:
        on = {n for n, d in enumerate(days) if d.weekday() == w["weekday"]}
        if on:
            hours[w["starts"], w["ends"], w["rest"]] |= on
    breaks = tuple(
        Break(f"{starts}-{ends}", minutes_of(starts), minutes_of(ends), rest, frozenset(on))
        for (starts, ends, rest), on in sorted(hours.items())
        if minutes_of(starts) < minutes_of(ends)
    )
    ends = (date.fromisoformat(row["season_ends"]) - days[0]).days
    company = row["company"].hex() if row["company"] else ""
    return Front(row["id"].hex(), company, (Stay(0, len(days) - 1, *at),), breaks, min(ends, len(days) - 1))


def _held(folder: Folder, asked: Asked) -> dict[bytes, dict[str, int]]:
    """The modules each crew had this season before the planner may decide, with the day from the first day on."""
    until = (asked.start - timedelta(days=1)).isoformat()
    found: dict[bytes, dict[str, int]] = defaultdict(dict)
    rows = store.held_before(folder.book, until)
    in_full = {(r["crew"], r["module"]) for r in rows if r["kind"] == "training"}
    for r in rows:
        if r["kind"] == "training" or (r["crew"], r["module"]) in in_full:
            day = (date.fromisoformat(r["held_on"]) - asked.first).days
            found[r["crew"]].setdefault((r["module"]), day)
    return found


def _crew(
    row: dict[str, Any], content: Content, codes: set[str], days: list[date], had: dict[str, int], tongue: str
) -> Crew:
    course = content.courses.get(row["sector"])
    own = {m.code for m in course.modules} if course else set()
    done = [Held(m, d) for m, d in had.items() if m in own]
    done += [Held(m, LONG_AGO) for m in sorted(codes - own)]
    name = row["id"].hex()
    size = max(1, row["people"] or row["expected"] or 1)
    last = (date.fromisoformat(row["season_ends"]) - days[0]).days
    return Crew(name, size, (name,) * len(days), tongue, False, tuple(done), min(last, len(days) - 1))


def _languages(folder: Folder, day: str) -> dict[bytes, str]:
    """The language a session must be understood in: the largest other than Spanish when its share asks for it."""
    share = int(setting(folder, HELPED_SHARE, "25"))
    counts: dict[bytes, Counter[str]] = defaultdict(Counter)
    for r in store.languages_of_crews(folder.book, day):
        if r["language"] is not None:
            counts[r["crew"]][language_code(r["language"]) or SPANISH] += r["n"]
    found = {}
    for crew, tally in counts.items():
        other = [(n, code) for code, n in tally.items() if code != SPANISH]
        if other and max(other)[0] * 100 > share * sum(tally.values()):
            found[crew] = max(other)[1]
    return found


def _closures(folder: Folder, rows: list[dict[str, Any]], days: list[date]) -> list[Closure]:
    parents = store.place_parents(folder.book)
    found = []
    for k in store.closures(folder.book, days[0].isoformat(), days[-1].isoformat()):
        on = [n for n, d in enumerate(days) if k["starts"] <= d.isoformat() <= k["ends"]]
        if k["scope"] == "all":
            found += [Closure("all", None, n, k["reason"]) for n in on]
        else:
            hit = [r["id"].hex() for r in rows if _touches(k, r, parents)]
            found += [Closure("front", c, n, k["reason"]) for c in hit for n in on]
    return found


def _touches(closure: dict[str, Any], row: dict[str, Any], parents: dict[bytes, bytes | None]) -> bool:
    scope, target = closure["scope"], closure["target"]
    if scope in ("partner", "company", "venue", "season"):
        return bool(target is not None and row[scope] == target)
    place = row["place"] if scope == "place" else None
    while place is not None and place != target:
        place = parents.get(place)
    return place is not None and target is not None


def _rest_days(days: list[date]) -> list[Closure]:
    return [Closure("all", None, n, "holiday") for n, d in enumerate(days) if is_rest_day(d)]
