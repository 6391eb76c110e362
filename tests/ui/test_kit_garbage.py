"""Widgets in cycles die in the window's thread, whoever allocates meanwhile."""

from __future__ import annotations

import gc
import threading
import weakref

from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from promoter_app.ui.kit.garbage import WindowGarbage


class Knot(QLabel):
    """A widget that keeps itself alive."""

    def __init__(self, died_in: list[threading.Thread]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: died_in.append(threading.current_thread()))


def allocate_much() -> None:
    """More containers than any threshold of the collector."""
    kept = [[number] for number in range(50_000)]
    assert len(kept) == 50_000


def test_a_worker_that_allocates_deletes_no_widget(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    garbage = WindowGarbage(label)
    died_in: list[threading.Thread] = []
    garbage.start()
    try:
        for _each in range(20):
            Knot(died_in)
        worker = threading.Thread(target=allocate_much)
        worker.start()
        worker.join()
        assert died_in == []
        kept = [[number] for number in range(5_000)]
        qtbot.waitUntil(lambda: len(died_in) == 20)
        assert len(kept) == 5_000
    finally:
        garbage.stop()
    assert set(died_in) == {threading.main_thread()}
    assert gc.isenabled()


def test_nothing_is_collected_while_data_are_read(qtbot: QtBot) -> None:
    label = QLabel()
    qtbot.addWidget(label)
    busy = [True]
    garbage = WindowGarbage(label, lambda: busy[0])
    died_in: list[threading.Thread] = []
    garbage.start()
    try:
        Knot(died_in)
        kept = [[number] for number in range(5_000)]
        garbage.collect()
        assert died_in == []
        busy[0] = False
        garbage.collect()
        assert len(died_in) == 1
        assert len(kept) == 5_000
    finally:
        garbage.stop()
