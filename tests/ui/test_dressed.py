"""Fields are as wide as the style that they wear: one measured before it was dressed cuts its page at the right."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QAbstractSpinBox, QApplication, QComboBox, QLineEdit, QWidget

from tests.journeys.desk import Field

ROOMS = ("week", "crews", "topics", "paper", "receiving", "goals", "settings")


def _widths(piece: QWidget) -> tuple[int, int, int]:
    """The least height, and the least and usual width of what does not follow its contents."""
    follows = isinstance(piece, QComboBox) and piece.sizeAdjustPolicy() in (
        QComboBox.SizeAdjustPolicy.AdjustToContents, QComboBox.SizeAdjustPolicy.AdjustToContentsOnFirstShow,
    )  # fmt: skip
    least = piece.minimumSizeHint()
    return least.height(), 0 if follows else least.width(), 0 if follows else piece.sizeHint().width()


@pytest.mark.parametrize("size", [(1366, 768), (1366, 690)])
def test_no_field_keeps_the_width_of_another_style(field: Field, size: tuple[int, int]) -> None:
    field.window.desk.set_role("coordinator")
    field.window.resize(*size)
    seen, wrong = 0, []
    for name in ROOMS:
        field.window.show_room(name)
        field.rest()
        room = field.window.room()
        assert room is not None
        for piece in room.findChildren(QWidget):
            if not isinstance(piece, (QComboBox, QLineEdit, QAbstractSpinBox)):
                continue
            before = _widths(piece)
            QApplication.sendEvent(piece, QEvent(QEvent.Type.StyleChange))  # forgets what it had measured
            seen += 1
            if _widths(piece) != before:
                wrong.append(f"{name}: {type(piece).__name__} «{piece.accessibleName()}» {before} {_widths(piece)}")
    assert seen > 15
    assert wrong == []
