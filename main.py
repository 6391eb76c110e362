"""Starts Surco: `python3 main.py` opens the window, `python3 main.py COMMAND ...` runs a command."""

from __future__ import annotations

import os
import sys

from promoter_app import bootstrap, screen


def main() -> int:
    """Set up on the first run, choose the screen, and hand the words typed to the command line."""
    bootstrap.prepare(__file__)
    screen.choose_platform(os.environ)
    from promoter_app.cli import main as run

    return run(sys.argv[1:])


if __name__ == "__main__":
    try:
        raise SystemExit(main())
    except KeyboardInterrupt:  # while the first parts are being loaded
        raise SystemExit(130) from None
