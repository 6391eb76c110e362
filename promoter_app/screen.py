"""Where the window can be shown. Standard library only: Qt reads the answer before it starts."""

from __future__ import annotations

import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import MutableMapping

PLATFORM = "QT_QPA_PLATFORM"
NOT_SEEN = ("offscreen", "minimal", "vnc")


def choose_platform(environ: MutableMapping[str, str], system: str = sys.platform) -> bool:
    """True when a person can see the window; else choose Qt's `offscreen` in `environ`.

    On Linux without a screen Qt aborts and raises nothing, so this must run before QApplication is made.
    A platform that the environment names already is kept.
    """
    chosen = environ.get(PLATFORM)
    if chosen:
        return not chosen.startswith(NOT_SEEN)
    if not system.startswith("linux") or environ.get("DISPLAY") or environ.get("WAYLAND_DISPLAY"):
        return True
    environ[PLATFORM] = "offscreen"
    return False
