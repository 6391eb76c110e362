"""Looks through a tree of widgets for faults of the design: names, targets, cut text, primaries, Tab order.

Each function takes a shown widget and returns sentences, one per fault; an empty list is a pass.
"""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractScrollArea,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QScrollArea,
    QScrollBar,
    QTabBar,
    QTextEdit,
    QWidget,
)

from promoter_app.ui import theme, tokens

_CONTROLS = (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSlider,
    QAbstractSpinBox,
    QComboBox,
    QLineEdit,
    QPlainTextEdit,
    QTabBar,
    QTextEdit,
)
_SLACK = 1  # px that rounding may take


def audit(root: QWidget) -> list[str]:
    """Every check on one shown page or window."""
    checks: tuple[Callable[[QWidget], list[str]], ...] = (
        nameless,
        small_targets,
        cut_text,
        many_primaries,
        tab_faults,
    )
    faults = [fault for check in checks for fault in check(root)] + tokens.weak_pairs(theme.palette())
    _give_back(root)
    return faults


def controls(root: QWidget) -> list[QWidget]:
    """The visible things below `root` that a person can act on, in no special order."""
    return [each for each in _visible(root) if _is_control(each)]


def nameless(root: QWidget) -> list[str]:
    """Controls that a screen reader cannot name."""
    return [f"no accessible name: {_who(each)}" for each in controls(root) if not _name(each)]


def small_targets(root: QWidget) -> list[str]:
    """Controls lower or narrower than 48 px, or 40 inside a widget with the property office."""
    found = []
    for each in controls(root):
        least = tokens.TARGET_OFFICE if _in_office(each) else tokens.TARGET
        size = _target(each)
        if size.height() < least or size.width() < least:
            found.append(f"target {size.width()} x {size.height()}, needs {least}: {_who(each)}")
    return found


def cut_text(root: QWidget) -> list[str]:
    """Labels and buttons whose words do not fit, and controls that lie outside their parent."""
    found = []
    for each in _visible(root):
        if isinstance(each, QLabel) and each.text() and each.pixmap().isNull():
            found += _cut_label(each)
        elif isinstance(each, QAbstractButton) and each.text():
            need = each.minimumSizeHint()
            if each.width() + _SLACK < need.width() or each.height() + _SLACK < need.height():
                found.append(
                    f"cut: {_who(each)} is {each.width()} x {each.height()}, "
                    f"needs {need.width()} x {need.height()}"
                )
        if (_is_control(each) or isinstance(each, QLabel)) and _sticks_out(each):
            found.append(f"outside its parent: {_who(each)}")
        if isinstance(each, QScrollArea):
            found += _cut_sideways(each)
    return found


def many_primaries(root: QWidget) -> list[str]:
    """More than one visible filled green button."""
    shown = [
        each for each in controls(root) if isinstance(each, QAbstractButton) and each.property("kind") == "primary"
    ]
    enabled = [each for each in shown if each.isEnabled()]
    if len(enabled) < 2:
        return []
    return ["more than one primary button: " + "; ".join(_who(each) for each in enabled)]


def tab_faults(root: QWidget) -> list[str]:
    """Controls that Tab never reaches, and steps of Tab that go backwards on the page."""
    chain = tab_chain(root)
    reached = set(map(id, chain))
    found = [
        f"Tab never reaches: {_who(each)}"
        for each in controls(root)
        if each.isEnabled() and id(each) not in reached and not _by_arrows(each, chain) and not _inner(each)
    ]
    for one, other in pairwise(chain):
        if _goes_back(one, other, root):
            found.append(f"Tab goes backwards from {_who(one)} to {_who(other)}")
    return found


def tab_chain(root: QWidget) -> list[QWidget]:
    """The widgets below `root` in the order of Tab, beginning with the first."""
    window = root.window()
    chain: list[QWidget] = []
    here = window
    for _each in _one_ring(window):
        here = here.nextInFocusChain() or window  # never None: that is the stub's
        takes = here.focusPolicy() & Qt.FocusPolicy.TabFocus
        inside = root is here or root.isAncestorOf(here)
        if takes and inside and here.isVisible() and here.isEnabled() and here.focusProxy() is None:
            chain.append(here)
    _give_back(root)
    return chain


# inside


def _one_ring(window: QWidget) -> list[QWidget]:
    """What the ring of Tab holds between `window` and `window`: all of its widgets, without those of other windows.

    They are counted because the last step must not be taken: it would make the window a part of its last widget.
    """
    return [each for each in window.findChildren(QWidget) if each.window() is window]


def _give_back(root: QWidget) -> None:
    """Make everything in the window belong to it again.

    PySide takes what nextInFocusChain, buddy or group answer for a part of the one that was asked, and deletes it
    with that one: the program then dies of a widget that is gone, long afterwards. findChildren puts that right.
    """
    root.window().findChildren(QObject)


def _visible(root: QWidget) -> list[QWidget]:
    return [each for each in [root, *root.findChildren(QWidget)] if each.isVisible() and not each.isWindow()]


def _is_control(widget: QWidget) -> bool:
    if isinstance(widget, QScrollBar) or _inner(widget):
        return False
    custom = widget.focusPolicy() & Qt.FocusPolicy.TabFocus and not isinstance(widget, QAbstractScrollArea)
    return isinstance(widget, _CONTROLS) or bool(custom and widget.focusProxy() is None)


def _inner(widget: QWidget) -> bool:
    """A part of another control: the field of a spin box, the arrow of a tab bar, a view's corner."""
    parent = widget.parentWidget()
    while parent is not None:
        if isinstance(parent, (QAbstractSpinBox, QComboBox, QTabBar)):
            return True
        if isinstance(parent, QAbstractItemView) and not isinstance(widget, QAbstractButton):
            return True
        parent = parent.parentWidget()
    return widget.objectName().startswith("qt_")


def _name(widget: QWidget) -> str:
    """The name that assistive technology gets: set, or the words, or the label that is its buddy."""
    if widget.accessibleName():
        return widget.accessibleName()
    if isinstance(widget, (QAbstractButton, QTabBar)):
        return widget.text() if isinstance(widget, QAbstractButton) else "tabs"
    labels = widget.window().findChildren(QLabel)
    return next((label.text() for label in labels if label.buddy() is widget), "")


def _who(widget: QWidget) -> str:
    words = widget.accessibleName() or str(widget.property("text") or "")
    kind = type(widget).__name__
    return f"{kind} {words!r}" if words else f"{kind} {widget.objectName() or 'without name'}"


def _target(widget: QWidget) -> QSize:
    """The size that can be hit; a tick box is as wide as its row."""
    if isinstance(widget, QTabBar) and widget.count():
        return min((widget.tabRect(i).size() for i in range(widget.count())), key=lambda size: size.height())
    return widget.size()


def _in_office(widget: QWidget | None) -> bool:
    while widget is not None:
        if str(widget.property("office")).lower() == "true":
            return True
        widget = widget.parentWidget()
    return False


def _cut_label(label: QLabel) -> list[str]:
    room = label.contentsRect().size()
    if label.wordWrap():
        need = QSize(0, label.heightForWidth(label.width()) - (label.height() - room.height()))
        widest = max(label.fontMetrics().horizontalAdvance(word) for word in label.text().split() or [""])
        need.setWidth(min(widest, label.sizeHint().width()))
    else:
        need = label.fontMetrics().size(0, label.text()) if _plain(label) else label.sizeHint()
    if room.width() + _SLACK >= need.width() and room.height() + _SLACK >= need.height():
        return []
    return [f"cut: {_who(label)} {label.text()!r} has {_pair(room)}, needs {_pair(need)}"]


def _plain(label: QLabel) -> bool:
    automatic = label.textFormat() == Qt.TextFormat.AutoText
    return label.textFormat() == Qt.TextFormat.PlainText or (automatic and "<" not in label.text())


def _pair(size: QSize) -> str:
    return f"{size.width()} x {size.height()}"


def _cut_sideways(area: QScrollArea) -> list[str]:
    """What it scrolls is wider than it, with no bar to bring the rest in sight."""
    inner, room = area.widget(), area.viewport().size()
    bar = area.horizontalScrollBarPolicy() != Qt.ScrollBarPolicy.ScrollBarAlwaysOff
    if bar or inner is None or inner.width() <= room.width() + _SLACK:
        return []
    return [f"cut at the side: {_pair(inner.size())} in {_pair(room)}"]


def _sticks_out(widget: QWidget) -> bool:
    """Whether part of it lies outside its parent, unless the parent is what a scroll area moves."""
    parent = widget.parentWidget()
    if parent is None or _scrolls(widget):
        return False
    return not parent.rect().adjusted(-_SLACK, -_SLACK, _SLACK, _SLACK).contains(widget.geometry())


def _scrolls(widget: QWidget) -> bool:
    parent = widget.parentWidget()
    grand = parent.parentWidget() if parent is not None else None
    return isinstance(grand, QAbstractScrollArea) or isinstance(parent, QAbstractScrollArea)


def _by_arrows(widget: QWidget, chain: list[QWidget]) -> bool:
    """Whether the widget is one of an exclusive group of which another is a Tab stop."""
    group = widget.group() if isinstance(widget, QAbstractButton) else None
    if group is not None and group.exclusive():
        return any(isinstance(each, QAbstractButton) and each.group() is group for each in chain)
    return False


def _goes_back(one: QWidget, other: QWidget, root: QWidget) -> bool:
    """Whether `other` lies wholly above `one` and not in a column to its right, or to its left in the same row."""
    first, second = _place(one, root, other), _place(other, root, one)
    above = second.bottom() <= first.top() and second.left() < first.right()
    same_row = second.top() < first.bottom() and first.top() < second.bottom()
    return above or (same_row and second.right() <= first.left())


def _place(widget: QWidget, root: QWidget, other: QWidget) -> QRect:
    """Where it is on `root`; what is scrolled out of sight counts as at the edge, unless `other` scrolls with it."""
    place = QRect(widget.mapTo(root, QPoint(0, 0)) if widget is not root else QPoint(0, 0), widget.size())
    parent = widget.parentWidget()
    while parent is not None and parent is not root:
        if isinstance(parent, QAbstractScrollArea) and not parent.isAncestorOf(other):
            seen = QRect(parent.mapTo(root, QPoint(0, 0)), parent.size())
            place.moveTop(max(seen.top(), min(place.top(), seen.bottom() - 1)))
            place.setBottom(min(place.bottom(), seen.bottom()))
        parent = parent.parentWidget()
    return place
