"""Sessions day by day: each crew walks its course, at its breaks, when its promoter is free."""

from __future__ import annotations

import datetime
import random
from dataclasses import dataclass, field

from promoter_app.domain.curriculum.course import Course, Module
from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.domain.gate.crew import SENSITIVE_LEVEL
from promoter_app.services.demo.crews import FIRST, OPEN, SECOND, TOBACCO
from promoter_app.services.demo.dates import SATURDAY, SUNDAY, minutes, not_sunday, session_ends
from promoter_app.services.demo.land import FIRMS
from promoter_app.services.demo.season import Closure, Crew, Day, Meeting, Season, Window
from promoter_app.services.demo.topics import is_ready, module_of
from promoter_app.services.sessions.sessions import session_code

_DAY = datetime.timedelta(days=1)
_REASONS = (
    "front_moved", "rain_mud", "burning_moved", "mill_stopped", "vehicle", "feast", "insecurity", "health_restriction",
    "no_interpreter", "pay_day",
)  # fmt: skip
_WEIGHTS = (26, 24, 10, 8, 9, 5, 4, 2, 6, 6)
_WHY_EARLY = ("group_asked", "urgent_case", "season_ending", "access_condition")
NOT_HELD_SHARE = 0.11
INTERPRETER_FROM = 0.25
"""Share of a crew that speaks another language, from which a session needs an interpreter."""


@dataclass
class Diary:
    """What is taken already: each promoter's hours, by day."""

    hours: dict[tuple[int, Day], list[tuple[int, int]]] = field(default_factory=dict)

    def take(self, promoter: int, day: Day, starts: str, ends: str) -> bool:
        """Reserve the time; False when the promoter is somewhere else (twenty minutes apart at least)."""
        first, last = minutes(starts), minutes(ends)
        taken = self.hours.setdefault((promoter, day), [])
        if any(first < end + 20 and start < last + 20 for start, end in taken):
            return False
        taken.append((first, last))
        return True


@dataclass
class Walk:
    """How far a crew has come: the topics held and planned, with the day of each."""

    crew: Crew
    course: Course
    chance: random.Random
    done: dict[str, Day] = field(default_factory=dict)

    def next_topic(self, *, ready: bool = False) -> Module | None:
        """The next topic of the crew's order (or the next that it is ready for), or None at the end."""
        left = [code for code in self.crew.topics if code not in self.done]
        code = next((code for code in left if not ready or is_ready(self.course, code, self.done)), None)
        return None if code is None else module_of(self.course, code)


def forced_days(today: Day) -> dict[int, list[tuple[Day, str]]]:
    """What must happen: crew -> (day, state). Today's three sessions and the one of yesterday left open."""
    return {
        FIRST: [(not_sunday(today - 5 * _DAY), "held"), (today, "planned")],
        SECOND: [(today, "planned")],
        TOBACCO: [(today, "planned")],
        OPEN: [(today - _DAY, "open")],
    }


def draw_meetings(season: Season) -> None:
    """Every session of the crews, in order of time."""
    size, diary = season.size, Diary()
    forced = forced_days(size.today)
    if len(season.crews) <= OPEN:
        forced[SECOND].insert(0, forced.pop(OPEN)[0])
    _dissolve_one(season)
    for crew in season.crews:
        for day, _state in forced.get(crew.index, ()):
            diary.take(crew.promoter, day, crew.windows[0].starts, session_ends(crew.windows[0]))
    for crew in season.crews:
        walk = Walk(crew, season.courses[FIRMS[crew.firm].sector], size.chance("walk", crew.index))
        season.meetings += _of_crew(season, walk, diary, forced.get(crew.index, []))
    season.meetings.sort(key=lambda meeting: (meeting.day, meeting.starts, meeting.code))


def _dissolve_one(season: Season) -> None:
    """With many crews, one goes home early."""
    if len(season.crews) > 8 and season.size.weeks >= 3:
        season.crews[-2].dissolved = season.size.today - 8 * _DAY
        season.crews[-2].starts = season.size.first_day


def _of_crew(season: Season, walk: Walk, diary: Diary, forced: list[tuple[Day, str]]) -> list[Meeting]:
    made: list[Meeting] = []
    day = _first_day(season, walk.crew, forced)
    waiting = list(forced)
    while waiting or day <= season.size.last_day:
        if waiting and day >= waiting[0][0]:
            day, state = waiting.pop(0)
            made.append(_forced(season, walk, day, state))
            day = waiting[0][0] if waiting else day + walk.chance.randint(2, 5) * _DAY
            continue
        if waiting and day >= waiting[0][0] - _DAY:
            day = waiting[0][0]
            continue
        meeting = _ordinary(season, walk, diary, day)
        if meeting is None:
            day += _DAY
            continue
        made.append(meeting)
        if made[-1].reason == "crew_dissolved":
            break
        day += _gap(walk, made[-1]) * _DAY
    return made


def _first_day(season: Season, crew: Crew, forced: list[tuple[Day, str]]) -> Day:
    if crew.index == FIRST and season.size.weeks >= 2:
        crew.starts = forced[0][0] - 4 * _DAY
    elif crew.index == FIRST:
        crew.starts = forced[0][0]
    return crew.starts


def _gap(walk: Walk, last: Meeting) -> int:
    """Days until the next session: sooner after one that was not held, a week or more after the course is over."""
    if last.state == "not_held":
        return walk.chance.randint(1, 3)
    if walk.next_topic() is None:
        return walk.chance.randint(6, 11)
    return walk.chance.randint(3, 8)


def _forced(season: Season, walk: Walk, day: Day, state: str) -> Meeting:
    meeting = _meeting(season, walk, day, walk.crew.windows[0], state)
    _advance(walk, meeting)
    return meeting


def _ordinary(season: Season, walk: Walk, diary: Diary, day: Day) -> Meeting | None:
    """A session on `day`, or None when there can be none that day."""
    size, crew = season.size, walk.crew
    if day.weekday() == SUNDAY or _closed(season.closures, day, crew.firm, size.today):
        return None
    if day == size.today and crew.promoter == 0:
        return None
    windows = [window for window in _windows(crew, day, walk.chance) if day != size.today or window.starts > "12:00"]
    free = (w for w in windows if diary.take(crew.promoter, day, w.starts, session_ends(w)))
    window = next(free, None)
    if window is None:
        return None
    state, reason = _fate(season, walk, day)
    meeting = _meeting(season, walk, day, window, state, reason)
    _advance(walk, meeting)
    return meeting


def _windows(crew: Crew, day: Day, chance: random.Random) -> tuple[Window, ...]:
    """The breaks of a day, the one to try first in front; Saturday afternoon is for pay."""
    if day.weekday() == SATURDAY:
        return crew.windows[1:]
    return crew.windows if chance.random() < 0.7 else crew.windows[::-1]


def _closed(closures: list[Closure], day: Day, firm: int, today: Day) -> bool:
    """Whether nobody plans for the day; a stoppage in the past took everybody by surprise."""
    known = (one for one in closures if one.starts >= today or one.reason != "mill_stopped")
    return any(one.covers(day, firm) for one in known)


def _fate(season: Season, walk: Walk, day: Day) -> tuple[str, str | None]:
    """State of an ordinary session, and why it was not held."""
    crew, chance = walk.crew, walk.chance
    if crew.dissolved is not None and day > crew.dissolved:
        return "not_held", "crew_dissolved"
    if day >= season.size.today:
        return "planned", None
    if any(one.covers(day, crew.firm) for one in season.closures):
        return "not_held", "mill_stopped"
    opening = crew.index == FIRST  # its first try was rained off, so that today's topic is its second
    if not opening and chance.random() > NOT_HELD_SHARE:
        return "held", None
    reason = "rain_mud" if opening else chance.choices(_REASONS, _WEIGHTS)[0]
    odd = (reason == "pay_day" and day.weekday() != SATURDAY) or (reason == "no_interpreter" and not main_other(crew))
    return "not_held", "front_moved" if odd else reason


def main_other(crew: Crew) -> str | None:
    """The language that needs an interpreter in this crew, if any."""
    for code, share in crew.mix[1:]:
        if code and share >= INTERPRETER_FROM:
            return code
    return None


def _meeting(
    season: Season, walk: Walk, day: Day, window: Window, state: str, reason: str | None = None
) -> Meeting:
    crew, module = walk.crew, walk.next_topic(ready=state == "planned")
    kind = "refresher" if module is None else "training"
    if module is None:
        module = module_of(walk.course, walk.chance.choice(crew.topics[:5]))
    meeting = Meeting(
        code=session_code(day.isoformat(), crew.code, module.code),
        kind=kind,
        day=day,
        starts=window.starts,
        ends=session_ends(window),
        state=state,
        promoter=crew.promoter,
        crew=crew.index,
        module=module.code,
        firm=crew.firm,
        language=SPANISH,
        reason=reason,
        minutes=module.minutes,
    )
    _give_voice(season, crew, meeting, walk.chance)
    if kind == "training" and state in ("held", "open") and not is_ready(walk.course, module.code, walk.done):
        meeting.why_early = "urgent_case" if module.level > SENSITIVE_LEVEL else walk.chance.choice(_WHY_EARLY)
    return meeting


def _give_voice(season: Season, crew: Crew, meeting: Meeting, chance: random.Random) -> None:
    """An interpreter for a mixed crew most times, or a promoter who speaks its language."""
    other = main_other(crew)
    if other is None:
        return
    if other in season.helpers[season.of_kind("promoter")[crew.promoter]].speaks and chance.random() < 0.7:
        meeting.language = other
        return
    able = [index for index in season.of_kind("interpreter") if other in season.helpers[index].speaks]
    if able and chance.random() < 0.75:
        meeting.interpreter = chance.choice(able)


def _advance(walk: Walk, meeting: Meeting) -> None:
    if meeting.kind == "training" and meeting.state != "not_held" and meeting.module:
        walk.done[meeting.module] = meeting.day
