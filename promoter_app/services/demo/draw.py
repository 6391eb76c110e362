"""Drawing a whole season in memory, before a row is written."""

from __future__ import annotations

from collections.abc import Mapping

from promoter_app.domain.cards import MAX_TAG
from promoter_app.domain.curriculum.course import Course
from promoter_app.services.demo.crews import draw_crews, promoters_needed
from promoter_app.services.demo.dates import closures, harvest
from promoter_app.services.demo.gatherings import draw_gatherings
from promoter_app.services.demo.helpers import draw_helpers
from promoter_app.services.demo.land import FIRMS
from promoter_app.services.demo.schedule import draw_meetings, forced_days
from promoter_app.services.demo.season import Season, Size
from promoter_app.services.demo.topics import papers
from promoter_app.services.demo.workers import draw_workers


def draw_season(size: Size, courses: Mapping[str, Course]) -> Season:
    """The season of `size`; the same size gives the same season."""
    crews = draw_crews(size, courses)
    season = Season(
        size=size,
        tag=size.chance("tag").randint(0, MAX_TAG),
        courses=dict(courses),
        papers={crop: papers(course) for crop, course in courses.items()},
        harvests=tuple(harvest(size, firm.sector, size.chance("harvest", firm.short)) for firm in FIRMS),
        helpers=draw_helpers(size, promoters_needed(size, len(crews))),
        crews=crews,
        closures=closures(size, {day for days in forced_days(size.today).values() for day, _state in days}),
    )
    draw_meetings(season)
    draw_gatherings(season)
    draw_workers(season)
    return season
