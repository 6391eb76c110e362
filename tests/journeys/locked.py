"""A locked laptop for journeys: a small season behind passphrases, and hands at the lock screen."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel, QWidget

from promoter_app.domain.security.clocks import Moment
from promoter_app.services.folder import open_folder
from promoter_app.services.security import locking
from promoter_app.services.security.locking import NewPerson, RecoveryKey
from promoter_app.ui.lock.view import LockView
from tests.journeys.desk import NOON, Field
from tests.services.locked_season import CHEAP

LUPITA = NewPerson("Lupita Ramos", "73519264", "promoter")
CHELO = NewPerson("Chelo Ruiz", "la sombra crece despacio", "promoter")
OpenField = Callable[..., Field]


def lock_season(path: Path, *people: NewPerson) -> RecoveryKey:
    """Lock the sample season at `path` for these people; the key of the recovery sheet."""
    sheet = locking.new_recovery_key()
    first, *others = people or (LUPITA,)
    locking.protect(path, first, [sheet.recipient], cost=CHEAP)
    if others:
        from promoter_app.edge import Edge

        folder = locking.unlock(path, None, first.passphrase, Moment(int(NOON.timestamp() * 1000), 0))
        for other in others:
            locking.add_person(folder, Edge(first.name, "coordinator", now=lambda: NOON).stamp(), other, cost=CHEAP)
        folder.close()
    return sheet


def names_of_everybody(path: Path) -> list[str]:
    """Every person of a folder in the clear."""
    folder = open_folder(path)
    try:
        return [row["name"] for row in folder.book.rows("SELECT name FROM person_now WHERE name IS NOT NULL")]
    finally:
        folder.close()


def lock_screen(field: Field) -> LockView:
    """The lock screen, which must be what is seen."""
    view = field.window.pages.currentWidget()
    assert isinstance(view, LockView)
    return view


def enter(field: Field, passphrase: str) -> None:
    """Type a passphrase and Enter, as a person does."""
    field.type(passphrase)
    field.key(Qt.Key.Key_Return)
    field.rest()


def all_words(field: Field) -> str:
    """Everything that can be read on the window now, its title too."""
    shown = [each for each in field.window.findChildren(QWidget) if each.isVisible()]
    said = [field.window.windowTitle(), *(each.accessibleName() for each in shown)]
    said += [each.text() for each in shown if isinstance(each, QLabel)]
    return "\n".join(said)
