"""A promoter's laptop through the season: a run a day, sessions planned on Mondays, each day one transaction."""

from __future__ import annotations

import datetime
from collections.abc import Callable

from promoter_app.domain.cards import BLOCK_SIZE
from promoter_app.services.demo.clocks import SeasonStamp, season_stamp
from promoter_app.services.demo.dates import utc_offset
from promoter_app.services.demo.gatherings import Outreach
from promoter_app.services.demo.happenings import Told, happen, plan_meeting
from promoter_app.services.demo.roster import print_cards
from promoter_app.services.demo.season import Day, Meeting, Season
from promoter_app.services.folder import Folder
from promoter_app.store.writer import Writer

_DAY = datetime.timedelta(days=1)


def laptop_name(index: int) -> str:
    """`laptop-01` of 0."""
    return f"laptop-{index + 1:02d}"


def write_laptop(
    folder: Folder, season: Season, index: int, campaign: list[Outreach], on_sessions: Callable[[int], None]
) -> Told:
    """Everything that happened on laptop `index`; `on_sessions` counts sessions as they are written."""
    told = Told()
    meetings = [meeting for meeting in season.meetings if season.laptop_of(meeting.promoter) == index]
    told_of = [row for row in campaign if season.laptop_of(row.promoter) == index]
    _print_blanks(folder, season, index)
    planned = _by_day(meetings, lambda meeting: planned_on(season, meeting))
    held = _by_day([one for one in meetings if one.state != "planned"], lambda meeting: meeting.day)
    reached = {day: [row for row in told_of if row.day == day] for day in {row.day for row in told_of}}
    for day in sorted({*planned, *held, *reached}):
        stamp = _stamp(season, index, day)
        with folder.book.writing(stamp) as write:
            for meeting in planned.get(day, ()):
                plan_meeting(write, season, meeting)
            for meeting in held.get(day, ()):
                happen(write, stamp, season, meeting, told)
            stamp.turn(day, "19:30")
            for row in reached.get(day, ()):
                _tell_outreach(write, season, row)
        on_sessions(len(held.get(day, ())))
    return told


def _by_day(meetings: list[Meeting], day: Callable[[Meeting], Day]) -> dict[Day, list[Meeting]]:
    found: dict[Day, list[Meeting]] = {}
    for meeting in meetings:
        found.setdefault(day(meeting), []).append(meeting)
    return found


def planned_on(season: Season, meeting: Meeting) -> Day:
    """The Monday of a session's week, or this week's for what lies ahead; never today or later."""
    monday = meeting.day - meeting.day.weekday() * _DAY
    this_monday = season.size.today - season.size.today.weekday() * _DAY
    return max(min(monday, this_monday, season.size.today - _DAY), season.size.first_day - _DAY)


def _stamp(season: Season, index: int, day: Day) -> SeasonStamp:
    firms = [crew.firm for crew in season.crews if season.laptop_of(crew.promoter) == index]
    promoters = season.of_kind("promoter")
    operator = season.helpers[promoters[index]].name
    return season_stamp(season.size, laptop_name(index), day, "06:40", operator, utc_offset(firms[0] if firms else 0))


def _print_blanks(folder: Folder, season: Season, index: int) -> None:
    """The laptop's own block of numbers, and its blank cards."""
    numbers = list(season.spare_numbers[index])
    stamp = _stamp(season, index, season.size.first_day - 2 * _DAY)
    with folder.book.writing(stamp) as write:
        device = folder.book.device(stamp)
        for first in range(numbers[0], numbers[-1] + 1, BLOCK_SIZE):
            write.add("card_block", device=device, first=first, size=BLOCK_SIZE)
        season.card_ids |= print_cards(write, season, numbers, f"En blanco, {laptop_name(index)}")


def _tell_outreach(write: Writer, season: Season, row: Outreach) -> None:
    partner = season.helpers[season.of_kind("promoter")[row.promoter]].partner
    write.add(
        "outreach", channel=row.channel, audience=row.audience, place=row.place, language="spa",
        on_date=row.day.isoformat(), people=row.people, counted=row.counted,
        partner=season.ids[f"partner {partner}"], about_channels=row.about_channels,
    )
