"""What a window calls itself to the system, and the words that must never be in it."""

from __future__ import annotations

from PySide6.QtWidgets import QApplication

from promoter_app.domain.gate.crew import SENSITIVE_LEVEL
from tests.journeys.desk import Field


def secrets(field: Field) -> set[str]:
    """Names of people, and titles of the topics that are not spoken of aloud."""
    names = {str(name).casefold() for (name,) in field.sql("SELECT DISTINCT name FROM person_now")}
    for course in field.window.desk.courses.courses.values():
        for module in course.modules:
            if module.level >= SENSITIVE_LEVEL:
                names |= {module.title.es.casefold(), module.title.en.casefold()}
    return names


def titles() -> set[str]:
    """What every window, dialog and the program call themselves to the system, in small letters."""
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    told = {app.applicationDisplayName()}
    for widget in QApplication.topLevelWidgets():
        told |= {widget.windowTitle(), widget.windowIconText(), widget.windowFilePath()}
    return {each.casefold() for each in told}
