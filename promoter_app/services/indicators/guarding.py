"""The report for the outside: totals and parts with small cells kept back, over the project's own periods."""

from __future__ import annotations

from promoter_app.domain.indicators.figures import Report
from promoter_app.domain.indicators.limits import Limits
from promoter_app.domain.indicators.periods import Period
from promoter_app.domain.privacy.profiles import Profile
from promoter_app.services.folder import Folder


def guarded_report(folder: Folder, period: Period, profile: Profile, limits: Limits) -> Report:
    raise NotImplementedError
