"""The terminal: a peer of the window over the same services. Every listing and outcome also as JSON."""

from __future__ import annotations


def main(argv: list[str] | None = None) -> int:
    """Run `surco` with `argv` (without the program's name; None takes the process's). Returns the exit code."""
    try:
        from promoter_app.cli.commands import run

        return run(argv)
    except KeyboardInterrupt:  # also while the parts are still being loaded
        return 130
