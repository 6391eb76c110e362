"""The process that opens strange files: a task per line on standard input, an answer per line on standard output.

Started as `python -m promoter_app.store.merging.child STAGING`. Limits on memory and time; when it dies, only it does.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

from promoter_app.store import dbapi
from promoter_app.store.merging.header import FaultError
from promoter_app.store.merging.staging import open_staging, stage

_ADDRESS_SPACE = 2 * 1024**3
_SECONDS, _SECONDS_PER_MEGABYTE = 60.0, 2.0
_STEPS = 100_000  # of SQLite's machine between two looks at the clock


def main() -> int:
    """Stage each file that is named, until there are no more lines."""
    _limit_memory()
    connection = None
    for line in sys.stdin:
        try:
            connection = connection or open_staging(Path(sys.argv[1]))
            answer = _answer(connection, json.loads(line))
        except dbapi.DatabaseError as error:
            answer = {"trouble": str(error)}
        sys.stdout.write(json.dumps(answer) + "\n")
        sys.stdout.flush()
    if connection is not None:
        connection.close()
    return 0


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows: SQLite's own heap limit remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))


def _answer(connection: Any, task: dict[str, Any]) -> dict[str, Any]:
    path = Path(task["path"])
    limit = time.monotonic() + _SECONDS + _SECONDS_PER_MEGABYTE * path.stat().st_size / 1024**2
    connection.set_progress_handler(lambda: int(time.monotonic() > limit), _STEPS)
    try:
        staged = stage(connection, path, task["number"], task["sha"])
    except FaultError as fault:
        return {"number": task["number"], "fault": fault.code}
    return {
        "number": task["number"], "label": staged.label, "seen": staged.seen, "quarantined": staged.quarantined,
    }


if __name__ == "__main__":
    raise SystemExit(main())
