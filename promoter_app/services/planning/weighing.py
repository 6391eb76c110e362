"""What the planner weighs against the road, as the office set it."""

from __future__ import annotations

from promoter_app.domain.planning.problem import Weights
from promoter_app.services.folder import Folder, setting

PROGRESS, CHANGE = "plan_weight_progress", "plan_weight_change"
"""Settings: whole minutes on the road."""


def weights_of(folder: Folder) -> Weights:
    """The project's weights; the usual ones where nothing was set."""
    usual = Weights()
    return Weights(int(setting(folder, PROGRESS, str(usual.progress))), int(setting(folder, CHANGE, str(usual.change))))
