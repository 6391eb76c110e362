"""The terminal: a peer of the window over the same services. Every listing and outcome also as JSON."""

from __future__ import annotations

import os
import sys

_AGAIN = "SURCO_IN_UTF8"


def main(argv: list[str] | None = None) -> int:
    """Run `surco` with `argv` (without the program's name; None takes the process's). Returns the exit code."""
    _leave_ascii()
    try:
        from promoter_app.cli.commands import run

        return run(argv)
    except KeyboardInterrupt:  # also while the parts are still being loaded
        return 130


def _leave_ascii() -> None:
    """Begin again in UTF-8 where names of people and files are taken for ASCII (LANG=C and PYTHONUTF8=0)."""
    if sys.getfilesystemencoding() == "ascii" and os.environ.get(_AGAIN) is None:
        environ = {**os.environ, "PYTHONUTF8": "1", _AGAIN: "1"}
        os.execve(sys.executable, [sys.executable, *sys.orig_argv[1:]], environ)
