"""Workshop of plans: a planning problem in, a proposal with reasons out. The only home of OR-Tools.

The solver runs in a process of its own; nothing here imports it.
"""

from __future__ import annotations

from promoter_app.planner.proposing import solve
from promoter_app.planner.replanning import Replanned, replan
from promoter_app.planner.what_if import WhatIf, what_if

__all__ = ["Replanned", "WhatIf", "replan", "solve", "what_if"]
