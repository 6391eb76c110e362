"""The widgets every page is built of. They know no services and no data: only values that are passed in.

`from promoter_app.ui.kit import KeyButton` loads only the module that KeyButton lives in: each widget class
costs some milliseconds at start, and the first page needs few of them.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from promoter_app.ui.kit.announcing import announce
    from promoter_app.ui.kit.banner import Banner
    from promoter_app.ui.kit.buttons import KeyButton
    from promoter_app.ui.kit.camera_view import CameraView
    from promoter_app.ui.kit.checks import CheckRow
    from promoter_app.ui.kit.choices import AnswerTiles, Choice, ChoiceRow
    from promoter_app.ui.kit.clocks import BreakClock, RingTimer
    from promoter_app.ui.kit.feedback import Action, FeedbackPanel, FeedbackState, Verdict
    from promoter_app.ui.kit.focus import FocusFollower
    from promoter_app.ui.kit.frames import BottomBar, Card, Chip, IconLabel, Rule, Text, restyle
    from promoter_app.ui.kit.icons import icon, paint_icon, pixmap
    from promoter_app.ui.kit.path import PathDots, PathNode, PathView
    from promoter_app.ui.kit.people import PersonDelegate, PersonList, PersonModel, PersonRow
    from promoter_app.ui.kit.progress import Bar, ProgressPanel
    from promoter_app.ui.kit.rail import NavRail, RailItem
    from promoter_app.ui.kit.scan_field import ScanField
    from promoter_app.ui.kit.scan_gate import ScanGate
    from promoter_app.ui.kit.session_bar import SessionBar
    from promoter_app.ui.kit.steps import StepBar
    from promoter_app.ui.kit.top_bar import TopBar

_HOMES = {
    "Action": "feedback",
    "AnswerTiles": "choices",
    "Banner": "banner",
    "Bar": "progress",
    "BottomBar": "frames",
    "BreakClock": "clocks",
    "CameraView": "camera_view",
    "Card": "frames",
    "CheckRow": "checks",
    "Chip": "frames",
    "Choice": "choices",
    "ChoiceRow": "choices",
    "FeedbackPanel": "feedback",
    "FeedbackState": "feedback",
    "FocusFollower": "focus",
    "IconLabel": "frames",
    "KeyButton": "buttons",
    "NavRail": "rail",
    "PathDots": "path",
    "PathNode": "path",
    "PathView": "path",
    "PersonDelegate": "people",
    "PersonList": "people",
    "PersonModel": "people",
    "PersonRow": "people",
    "ProgressPanel": "progress",
    "RailItem": "rail",
    "RingTimer": "clocks",
    "Rule": "frames",
    "ScanField": "scan_field",
    "ScanGate": "scan_gate",
    "SessionBar": "session_bar",
    "StepBar": "steps",
    "Text": "frames",
    "TopBar": "top_bar",
    "Verdict": "feedback",
    "announce": "announcing",
    "icon": "icons",
    "paint_icon": "icons",
    "pixmap": "icons",
    "restyle": "frames",
}

__all__ = [
    "Action",
    "AnswerTiles",
    "Banner",
    "Bar",
    "BottomBar",
    "BreakClock",
    "CameraView",
    "Card",
    "CheckRow",
    "Chip",
    "Choice",
    "ChoiceRow",
    "FeedbackPanel",
    "FeedbackState",
    "FocusFollower",
    "IconLabel",
    "KeyButton",
    "NavRail",
    "PathDots",
    "PathNode",
    "PathView",
    "PersonDelegate",
    "PersonList",
    "PersonModel",
    "PersonRow",
    "ProgressPanel",
    "RailItem",
    "RingTimer",
    "Rule",
    "ScanField",
    "ScanGate",
    "SessionBar",
    "StepBar",
    "Text",
    "TopBar",
    "Verdict",
    "announce",
    "icon",
    "paint_icon",
    "pixmap",
    "restyle",
]


def __getattr__(name: str) -> object:
    """Load a widget's module at its first use (PEP 562)."""
    if name not in _HOMES:
        raise AttributeError(f"the kit has no {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)
