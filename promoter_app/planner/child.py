"""The solver's process: one task on the first line of standard input, JSON lines on standard output.

Started as `python -m promoter_app.planner.child`; the only place where OR-Tools is ever loaded.
"""

from __future__ import annotations

import json
import os
import sys

from promoter_app.domain.planning.json import Json
from promoter_app.planner.jobs import run_task
from promoter_app.planner.task import task_from_line


def main() -> int:
    """Runs the task; exit 0 when it ended, 3 when the solver is not installed."""
    try:
        import ortools  # noqa: F401
    except ImportError:
        _tell({"missing": True})
        return 3
    task = task_from_line(sys.stdin.readline())
    if task.kind != "bound" and hasattr(os, "nice"):
        os.nice(3)  # the window comes first; so does the bound, a dozen seconds of work that tell how far to go
    run_task(task, _tell)
    _tell({"end": True})
    return 0


def _tell(news: Json) -> None:
    sys.stdout.write(json.dumps(news, separators=(",", ":")) + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    raise SystemExit(main())
