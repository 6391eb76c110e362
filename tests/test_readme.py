"""The README names rooms of the house and commands; a newcomer must find each where it says."""

from __future__ import annotations

import re
from pathlib import Path

from promoter_app.cli.commands import surco

ROOT = Path(__file__).resolve().parent.parent
README = (ROOT / "README.md").read_text("utf-8")


def test_every_file_that_the_readme_names_is_there() -> None:
    named = set(re.findall(r"`([a-z_]+/[a-z_/]+(?:\.py|/))`", README))
    named |= set(re.findall(r"\]\((resources/[^)]+)\)", README))
    homes = (ROOT, ROOT / "promoter_app")
    assert len(named) > 8
    assert [name for name in sorted(named) if not any((home / name).exists() for home in homes)] == []


def test_every_command_that_the_readme_shows_is_known_to_the_terminal() -> None:
    shown = set(re.findall(r"^surco (?:--data DIR )?([a-z][a-z-]*)", README, re.MULTILINE))
    assert len(shown) > 15
    assert sorted(shown - set(surco.commands)) == []
