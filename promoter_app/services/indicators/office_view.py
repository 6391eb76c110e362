"""What the other tabs of the room of goals show, each read in one question."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any

from promoter_app.domain.indicators.delays import Delays
from promoter_app.domain.indicators.figures import Report
from promoter_app.domain.indicators.items import ItemResult
from promoter_app.domain.indicators.periods import Period
from promoter_app.services.crews.crews import Crew, crews
from promoter_app.services.folder import Folder
from promoter_app.services.indicators import follow_up, reporting
from promoter_app.services.indicators.by_hand import ByHand, by_hand
from promoter_app.services.indicators.comments import comments
from promoter_app.services.indicators.follow_up import Adaptation, Rating
from promoter_app.services.indicators.goals import never
from promoter_app.services.privacy.rights import open_requests
from promoter_app.store.merging.uniting import stoppable


@dataclass(frozen=True)
class FollowUp:
    """All of a period beside its figures; `items` are of one crew, or of all."""

    report: Report
    to_set: list[dict[str, Any]]
    delays: Delays
    crews: list[Crew]
    crew: bytes | None
    items: list[ItemResult]
    ratings: list[Rating]
    adaptations: list[Adaptation]
    comments: dict[str, str]
    requests: list[dict[str, Any]]
    milestones: list[dict[str, Any]]
    samples: list[dict[str, Any]]
    by_hand: ByHand

    @property
    def period(self) -> Period:
        """The period shown."""
        return self.report.period


def follow_up_of(
    folder: Folder, period: Period, today: date, crew: bytes | None = None, should_stop: Callable[[], bool] = never
) -> FollowUp:
    """Read it all. Raises Refusal `stopped` when `should_stop` says so."""
    with stoppable(folder.book, should_stop):
        return FollowUp(
            reporting.report(folder, period),
            follow_up.targets_to_set(folder),
            follow_up.delays(folder, period, today),
            crews(folder, today.isoformat()),
            crew,
            follow_up.item_results(folder, period, crew),
            [one for one in follow_up.ratings(folder) if one.period in (None, period.id)],
            follow_up.adaptations(folder),
            comments(folder, period),
            open_requests(folder),
            follow_up.milestones(folder),
            follow_up.samples(folder),
            by_hand(folder),
        )
