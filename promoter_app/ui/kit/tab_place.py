"""Keeps Tab in reading order when a widget makes its children anew."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget


def keep_tab_place(owner: QWidget, children: Sequence[QWidget]) -> None:
    """Put `children` right behind their `owner` in the Tab order; Qt puts new widgets at the very end.

    Qt only orders widgets that take the focus, so the owner takes it for the moment; a focus proxy is taken
    off and may be set again afterwards.
    """
    policy = owner.focusPolicy()
    owner.setFocusProxy(None)  # type: ignore[arg-type]  # Qt takes None, the stub does not say
    owner.setFocusPolicy(Qt.FocusPolicy.TabFocus)
    for one, other in pairwise((owner, *children)):
        QWidget.setTabOrder(one, other)
    owner.setFocusPolicy(policy)
