"""Sessions without a crew: promoters' own training, company staff, evenings at the lodging; and the campaign."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.services.demo.dates import SATURDAY
from promoter_app.services.demo.land import FIRMS, TOBACCO_FIRM
from promoter_app.services.demo.season import Day, Meeting, Season
from promoter_app.services.sessions.sessions import session_code

_DAY = datetime.timedelta(days=1)
_CAMPAIGN = (
    ("radio", "Población rural", "platform", 0, 180, 900), ("cartel", "Cuadrillas y familias", "estimated", 1, 40, 160),
    ("perifoneo", "Localidad", "estimated", 0, 60, 240), ("facebook", "Público en general", "platform", 0, 120, 700),
    ("volante", "Familias del albergue", "counted", 1, 15, 70),
)  # fmt: skip


@dataclass(frozen=True)
class Outreach:
    """A row of the information campaign."""

    day: Day
    promoter: int
    channel: str
    audience: str
    place: str
    people: int
    counted: str
    about_channels: int


def draw_gatherings(season: Season) -> None:
    """Add the sessions without a crew."""
    size = season.size
    made = [_gathering("promoter_training", size.first_day, "10:00", "12:00", 0, None)]
    for index, _helper in enumerate(season.of_kind("private")):
        day = size.first_day + ((index * 17 + 3) % max(4, size.weeks * 7 - 2)) * _DAY
        made.append(_gathering("private_sector", day, "17:00", "17:30", 0, season.helpers[_helper].firm))
    for promoter in range(len(season.of_kind("promoter"))):
        firms = {crew.firm for crew in season.crews if crew.promoter == promoter}
        saturday = size.today - ((size.today.weekday() - SATURDAY) % 7 or 7) * _DAY
        if firms and promoter % 2 == 0:
            firm = TOBACCO_FIRM if TOBACCO_FIRM in firms else min(firms)
            made.append(_gathering("community", max(saturday, size.first_day), "18:30", "19:00", promoter, firm))
    taken: set[str] = {meeting.code for meeting in season.meetings}
    for meeting in made:
        stem, again = meeting.code, 1
        while meeting.code in taken:
            again += 1
            meeting.code = f"{stem}-{again}"
        taken.add(meeting.code)
    season.meetings += made
    season.meetings.sort(key=lambda meeting: (meeting.day, meeting.starts, meeting.code))


def _gathering(kind: str, day: Day, starts: str, ends: str, promoter: int, firm: int | None) -> Meeting:
    code = session_code(day.isoformat(), None, None)
    return Meeting(code, kind, day, starts, ends, "held", promoter, firm=firm, language=SPANISH, minutes=30)


def draw_outreach(season: Season) -> list[Outreach]:
    """Rows of the campaign: every promoter tells of some about every nine days."""
    rows = []
    for promoter in range(len(season.of_kind("promoter"))):
        chance = season.size.chance("outreach", promoter)
        firms = sorted({crew.firm for crew in season.crews if crew.promoter == promoter}) or [0]
        day = season.size.first_day + chance.randrange(6) * _DAY
        while day < season.size.today:
            channel, audience, counted, about, low, high = chance.choice(_CAMPAIGN)
            place = chance.choice(FIRMS[chance.choice(firms)].localities).name
            people = chance.randint(low, high)
            rows.append(Outreach(day, promoter, channel, audience, place, people, counted, about))
            day += chance.randint(6, 12) * _DAY
    return rows
