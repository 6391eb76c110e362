"""The process that opens strange files. On standard input: where modules are, the set-up, a task per file.

Answers are lines of JSON on standard output. Limits on memory and time; when it dies, only it does. It imports as
little as can be (no json, no typing): it is started for every look at files.
"""

from __future__ import annotations

import marshal
import os
import sys
import time

from promoter_app.store import dbapi
from promoter_app.store.merging.faults import FaultError
from promoter_app.store.merging.staging import open_staging, stage
from promoter_app.store.merging.strange import Strange

TYPE_CHECKING = False  # as in typing
if TYPE_CHECKING:
    from typing import Any

_ADDRESS_SPACE = 2 * 1024**3
_SECONDS, _SECONDS_PER_MEGABYTE = 60.0, 2.0
_STEPS = 100_000  # of SQLite's machine between two looks at the clock


def main() -> None:
    """Stage each file that is named, until there are no more tasks. Ends the process, without tidying up memory."""
    _limit_memory()
    source = sys.stdin.buffer
    setup = marshal.load(source)
    connection, strange = None, None
    while True:
        try:
            task = marshal.load(source)
        except EOFError:
            break
        try:
            connection = connection or open_staging(
                setup["staging"], setup["recipe"], key=setup["key"], office=setup["office"],
                office_key=setup["office_key"],
            )  # fmt: skip
            strange = strange or Strange(connection, setup["recipe"])
            answer = _answer(connection, setup["recipe"], task, strange)
        except dbapi.DatabaseError as error:
            answer = {"trouble": str(error)}
        sys.stdout.write(as_json(answer) + "\n")
        sys.stdout.flush()
    if connection is not None:
        connection.close()
    os._exit(0)


def _limit_memory() -> None:
    try:
        import resource
    except ImportError:  # Windows: SQLite's own heap limit remains
        return
    resource.setrlimit(resource.RLIMIT_AS, (_ADDRESS_SPACE, _ADDRESS_SPACE))


def _answer(connection: Any, recipe: dict[str, Any], task: dict[str, Any], strange: Strange) -> dict[str, Any]:
    limit = time.monotonic() + _SECONDS + _SECONDS_PER_MEGABYTE * os.stat(task["path"]).st_size / 1024**2  # noqa: PTH116
    connection.set_progress_handler(lambda: int(time.monotonic() > limit), _STEPS)
    try:
        staged = stage(connection, recipe, task, strange)
    except FaultError as fault:
        return {"number": task["number"], "fault": fault.code}
    return {
        "number": task["number"], "label": staged.label, "seen": staged.seen, "quarantined": staged.quarantined,
    }  # fmt: skip


def as_json(value: int | str | dict[str, Any]) -> str:
    """JSON of numbers, texts and objects of them."""
    if isinstance(value, dict):
        return "{" + ", ".join(f"{as_json(key)}: {as_json(one)}" for key, one in value.items()) + "}"
    if isinstance(value, int):
        return str(value)
    if value.isascii() and value.isprintable() and '"' not in value and "\\" not in value:
        return f'"{value}"'
    units = value.encode("utf-16-be", "surrogatepass")
    return '"' + "".join(f"\\u{high:02x}{low:02x}" for high, low in zip(units[::2], units[1::2], strict=True)) + '"'
