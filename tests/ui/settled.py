"""What the audit finds wrong on the screen, once what waits to be laid out is laid out."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication, QWidget

from promoter_app.ui.kit.audit import audit

_ROUNDS, _PASSES = 3, 5


def faults(shown: QWidget) -> list[str]:
    """Whatever stays: a layout that was asked for and not made yet is nobody's fault, nor hides one."""
    found: list[str] = []
    for _round in range(_ROUNDS):
        for _pass in range(_PASSES):
            QApplication.sendPostedEvents()
            QApplication.processEvents()
        found = audit(shown)
        if not found:
            break
    return found
