"""The one place where a file that came in becomes a clear SQLite file. Today packages are clear already."""

from __future__ import annotations

from pathlib import Path


def unwrap(path: Path, temporary_folder: Path) -> Path:
    """The clear package inside `path`: itself, or a new file in `temporary_folder`. Raises Refusal when it cannot.

    Never changes `path`. `temporary_folder` is removed with the plan.
    """
    del temporary_folder
    return path
