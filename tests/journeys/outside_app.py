"""The real window on the screen that is there, on the noon of the sample season. `python -m ... FOLDER`."""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication

from promoter_app.app import build
from promoter_app.edge import Edge
from promoter_app.ui.sounds import Loudness, Sounds
from tests.journeys.desk import NOON

if __name__ == "__main__":
    application = QApplication(["surco"])
    sounds = Sounds(loudness=Loudness.OFF)
    window = build(application, Path(sys.argv[1]), Edge("Lupita Ramos", now=lambda: NOON), "es", sounds).window
    window.resize(1366, 768)
    window.show()
    sys.exit(application.exec())
