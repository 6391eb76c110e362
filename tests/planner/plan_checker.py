"""A second opinion on plans: reads the JSON of a problem and of a plan and shares no code with the application."""

from __future__ import annotations

import math
from collections import defaultdict
from typing import Any

Json = dict[str, Any]


def faults(problem: Json, plan: Json) -> list[str]:
    """Everything that is wrong with the plan, in words; empty when it can be carried out."""
    return Inspector(problem).inspect(plan["sessions"])


def totals(problem: Json, plan: Json) -> tuple[int, int]:
    """(progress, driving minutes) of a plan without faults."""
    eye = Inspector(problem)
    progress = 0
    days = defaultdict(list)
    for s in plan["sessions"]:
        progress += eye.module[s["module"]]["weight"] * sum(eye.crew[c]["size"] for c in s["crews"])
        for p in staff(s):
            days[p, s["day"]].append(s)
    return progress, sum(eye.tour(p, d, ss)[0] for (p, d), ss in days.items())


def staff(session: Json) -> list[str]:
    """The promoters of a session."""
    return [session["promoter"], *([session["second"]] if session.get("second") else [])]


def road(problem: Json, a: tuple[str, float, float], b: tuple[str, float, float]) -> int:
    """Minutes between two named points: table first, else the straight line over the globe with the detour."""
    for row in problem.get("travel", []):
        if {row["from"], row["to"]} == {a[0], b[0]}:
            return int(row["minutes"])
    points = []
    for _, lat, lon in (a, b):
        phi, lam = math.radians(lat), math.radians(lon)
        points.append((math.cos(phi) * math.cos(lam), math.cos(phi) * math.sin(lam), math.sin(phi)))
    half_chord = math.dist(*points) / 2
    km = 2 * 6371.0088 * math.asin(min(1.0, half_chord))
    return 0 if km < 0.2 else math.ceil(km * problem["detour"] / problem["speed_kmh"] * 60 - 1e-9)


class Inspector:
    """Looks at one problem's plans."""

    def __init__(self, problem: Json) -> None:
        self.problem = problem
        self.module = {m["id"]: m for m in problem["modules"]}
        self.crew = {c["id"]: c for c in problem["crews"]}
        self.front = {f["id"]: f for f in problem["fronts"]}
        self.person = {p["id"]: p for p in problem["promoters"]}
        self.helper = {i["id"]: i for i in problem.get("interpreters", [])}

    def window(self, s: Json) -> Json | None:
        """The break of a session on its day."""
        for b in self.front[s["front"]]["breaks"]:
            if b["id"] == s["break"] and (b.get("days") is None or s["day"] in b["days"]):
                return b
        return None

    def spot(self, s: Json) -> tuple[str, float, float]:
        """Where the front is on the day of the session."""
        for x in self.front[s["front"]]["positions"]:
            if x["from"] <= s["day"] <= x["to"]:
                return (s["front"], x["lat"], x["lon"])
        raise AssertionError(f"{s['front']} is nowhere on day {s['day']}")

    def tour(self, promoter: str, day: int, sessions: list[Json]) -> tuple[int, list[str]]:
        """(minutes on the road, faults) of one promoter's day."""
        who, wrong = self.person[promoter], []
        hours = who["available"][day]
        if hours is None:
            return 0, [f"{promoter} is off on day {day}"]
        home = (promoter, who["home"][0], who["home"][1])
        now, here, driven = hours[0], home, 0
        for s in sorted(sessions, key=lambda s: self.window(s)["start"]):
            minutes = road(self.problem, here, self.spot(s))
            if now + minutes + self.problem["setup_min"] > self.window(s)["start"]:
                wrong.append(f"{promoter} is late at {s['front']} on day {day}")
            driven, now, here = driven + minutes, self.window(s)["end"], self.spot(s)
        back = road(self.problem, here, home)
        if now + back > hours[1]:
            wrong.append(f"{promoter} is home too late on day {day}")
        if driven + back > who["max_drive_day"]:
            wrong.append(f"{promoter} drives too long on day {day}")
        if len(sessions) > who["max_sessions_day"]:
            wrong.append(f"{promoter} has too many sessions on day {day}")
        return driven + back, wrong

    def inspect(self, sessions: list[Json]) -> list[str]:
        """All faults of the sessions together."""
        wrong = [w for s in sessions for w in self.session(s)]
        breaks, meetings, rides, tours = defaultdict(int), defaultdict(int), defaultdict(set), defaultdict(list)
        for s in sessions:
            breaks[s["front"], s["day"], s["break"]] += 1
            for c in s["crews"]:
                meetings[c, s["day"]] += 1
            if s["interpreter"]:
                rides[s["interpreter"], s["day"]].add(s["promoter"])
            for p in staff(s):
                tours[p, s["day"]].append(s)
        wrong += [f"{k} holds two sessions" for k, n in breaks.items() if n > 1]
        wrong += [f"{k} is met twice" for k, n in meetings.items() if n > 1]
        wrong += [f"{k} rides with two" for k, who in rides.items() if len(who) > 1]
        if not wrong:
            wrong += [w for (p, d), ss in tours.items() for w in self.tour(p, d, ss)[1]]
        for c in self.crew:
            wrong += self.course(c, [s for s in sessions if c in s["crews"]])
        return wrong + self.locks(sessions)

    def session(self, s: Json) -> list[str]:
        """Faults of one session by itself."""
        b, m, d = self.window(s), self.module[s["module"]], s["day"]
        tag = f"day {d} {s['front']} {s['break']} {m['id']}"
        if b is None:
            return [f"{tag}: no such break that day"]
        wrong = []
        if d < self.problem.get("today", 0) or self.shut(s, b):
            wrong.append(f"{tag}: closed or past")
        if b["end"] - b["start"] - b.get("rest", 0) < m["minutes"]:
            wrong.append(f"{tag}: too long for the break")
        people = [self.crew[c] for c in s["crews"]]
        if not people:
            wrong.append(f"{tag}: empty")
        if any(c["front_by_day"][d] != s["front"] or d > c["last_day"] for c in people):
            wrong.append(f"{tag}: a crew is elsewhere")
        if len(people) > 1 and sum(c["size"] for c in people) > m["max_workers"]:
            wrong.append(f"{tag}: too many people")
        return wrong + [f"{tag}: {w}" for w in self.teachers(s, m, people)]

    def teachers(self, s: Json, m: Json, people: list[Json]) -> list[str]:
        """Faults of who teaches and who interprets."""
        wrong = []
        if len(set(staff(s))) != m.get("promoters", 1):
            wrong.append("wrong number of promoters")
        for p in (self.person[p] for p in staff(s)):
            listed = p.get("modules") is None or m["id"] in p["modules"]
            if not listed or (m["sensitive"] and not p["sensitive_ok"]):
                wrong.append("promoter not prepared")
        spoken = {x for p in staff(s) for x in self.person[p]["languages"]}
        if s["interpreter"]:
            spoken |= set(self.helper[s["interpreter"]]["languages"])
            if not self.helper[s["interpreter"]]["available"][s["day"]]:
                wrong.append("interpreter off")
        if any(c["language"] not in spoken and not c["bilingual_helper"] for c in people):
            wrong.append("not understood")
        return wrong

    def shut(self, s: Json, b: Json) -> bool:
        """Whether a closure or the end of the season covers the session's break."""
        front = self.front[s["front"]]
        if front.get("season_end") is not None and s["day"] > front["season_end"]:
            return True
        for k in self.problem["closures"]:
            there = k["scope"] == "all" or k["id"] == front["mill" if k["scope"] == "mill" else "id"]
            if k["day"] == s["day"] and there and k.get("start", 0) < b["end"] and b["start"] < k.get("end", 1440):
                return True
        return False

    def course(self, crew: str, sessions: list[Json]) -> list[str]:
        """Faults in the order and spacing of what a crew is taught."""
        wrong = []
        cal = [d["cal"] for d in self.problem["days"]]
        when = {h["module"]: h["cal"] for h in self.crew[crew]["done"]}
        new = {}
        for s in sorted(sessions, key=lambda s: s["day"]):
            if s["module"] in when or s["module"] in new:
                wrong.append(f"{crew} has {s['module']} twice")
            new[s["module"]] = cal[s["day"]]
        for m, t in new.items():
            for q in self.module[m]["prereqs"]:
                before = {**when, **new}.get(q)
                if before is None or t - before < self.module[m]["min_gap"]:
                    wrong.append(f"{crew} has {m} without or too soon after {q}")
            if self.module[m]["sensitive"]:
                for q, u in {**when, **new}.items():
                    if q != m and self.module[q]["sensitive"] and abs(t - u) < self.problem["sensitive_gap"]:
                        wrong.append(f"{crew} has {m} and {q} too close")
        return wrong

    def locks(self, sessions: list[Json]) -> list[str]:
        """Locked sessions that are not in the plan as they were."""
        def key(s: Json) -> tuple[Any, ...]:
            return (sorted(staff(s)), s["day"], s["front"], s["break"], s["module"], sorted(s["crews"]))

        kept = [key(s) for s in sessions]
        return [f"lock lost: {key(s)}" for s in self.problem["locked"] if key(s) not in kept]
