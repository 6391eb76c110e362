"""Where the folders that come with the app are: `resources` and `curricula`."""

from __future__ import annotations

from pathlib import Path

PACKAGE = Path(__file__).resolve().parent


def folder(name: str) -> Path:
    """The shipped folder `name` ("resources" or "curricula"), in a checkout or in an installed copy.

    A checkout has it beside the package, an installed copy inside it; FileNotFoundError when neither has it.
    """
    in_checkout = (PACKAGE.parent / "main.py").is_file()
    place = (PACKAGE.parent if in_checkout else PACKAGE) / name
    if not place.is_dir():
        raise FileNotFoundError(f"the folder {name} did not come with the app")
    return place
