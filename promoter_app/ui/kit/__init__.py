"""The widgets every page is built of. They know no services and no data: only values that are passed in."""

from __future__ import annotations

from promoter_app.ui.kit.announce import announce
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.camera_view import CameraView
from promoter_app.ui.kit.checks import CheckRow
from promoter_app.ui.kit.choices import AnswerTiles, Choice, ChoiceRow
from promoter_app.ui.kit.clocks import BreakClock, RingTimer
from promoter_app.ui.kit.feedback import Action, FeedbackPanel, FeedbackState, Verdict
from promoter_app.ui.kit.focus import FocusRing
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
    "FocusRing",
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
