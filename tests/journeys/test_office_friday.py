"""Friday at the office: ten laptops' packages and thirty people registered twice, with the keyboard alone."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit, QRadioButton

from promoter_app.ui.receiving.page import ReceivingPage
from tests.journeys.desk import Field, read
from tests.journeys.office import AGAIN_EACH, LAPTOPS, make_office, spelt_again

NAMESAKES = 3
"""People whose names are alike by chance: at most so many are asked about besides."""
OpenField = Callable[..., Field]


@pytest.fixture(scope="module")
def came_back(tmp_path_factory: pytest.TempPathFactory) -> Path:
    place = tmp_path_factory.mktemp("friday")
    make_office(place)
    return place


@pytest.fixture
def friday(came_back: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(came_back, tmp_path / "viernes"))


@pytest.fixture
def typed_dialogs() -> Iterator[None]:
    """Qt's own file dialog, in which names are typed as a person does."""
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, True)
    yield
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DontUseNativeDialogs, False)


def type_files(words: str) -> None:
    """Type into the file dialog that is about to open, then Enter."""

    def act() -> None:
        dialog = QApplication.activeModalWidget()
        if not isinstance(dialog, QFileDialog):
            QTimer.singleShot(20, act)
            return
        line = dialog.findChild(QLineEdit, "fileNameEdit")
        assert line is not None
        line.setText(words)
        QTest.keyClick(line, Qt.Key.Key_Return)

    QTimer.singleShot(0, act)


def names_shown(page: ReceivingPage) -> list[str]:
    """The two names side by side, as a screen reader says them; none when no pair is shown."""
    if not page.deciding.compare.isVisible():
        return []
    said = [radio.accessibleName() for radio in page.deciding.compare.findChildren(QRadioButton)]
    return [words.removeprefix("Nombre: ") for words in said if words.startswith("Nombre: ")]


@pytest.mark.usefixtures("typed_dialogs")
def test_ten_files_and_thirty_pairs_by_keyboard(open_field: OpenField, friday: Path) -> None:
    office, packages = friday / "office", sorted((friday / "usb").iterdir())
    before = read(office / "surco.db", "SELECT count(*) FROM person")[0][0]
    told = [read(path, "SELECT hex(session), hex(person) FROM attendance") for path in packages]
    field = open_field(office)
    field.window.desk.set_role("coordinator")
    field.key(Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    page = field.window.room()
    assert isinstance(page, ReceivingPage)
    type_files(" ".join(f'"{path}"' for path in packages))
    field.key(Qt.Key.Key_B)
    field.window.activateWindow()  # a window manager does this when a dialog closes; offscreen there is none
    field.wait(lambda: page.inbox.files.people.rowCount() == LAPTOPS)
    field.rest()
    assert field.sql("SELECT count(*) FROM person") == [(before,)]
    assert page.inbox.united.text() == "Unidos 0 de 10"
    field.key(Qt.Key.Key_F9)
    assert page.inbox.united.text() == "Unidos 10 de 10"
    assert page.banner.accessibleName().startswith("Listo: ")
    united, decided = decide_all(field, page)
    assert united == LAPTOPS * AGAIN_EACH
    assert decided <= united + NAMESAKES  # a key each; with Alt+6, B and F9 that is all of Friday
    assert_nothing_is_lost(field, told, united)


def decide_all(field: Field, page: ReceivingPage) -> tuple[int, int]:
    """U for those who were spelt again, D for namesakes; the good spelling stays. How many were united, and decided."""
    united = decided = 0
    while page.deciding.compare.isVisible():
        names = names_shown(page)
        if len(names) == 2 and spelt_again(names[0]) == spelt_again(names[1]):
            field.key(Qt.Key.Key_U)
            united += 1
        else:
            field.key(Qt.Key.Key_D)
        decided += 1
        assert decided <= 99
    return united, decided


def assert_nothing_is_lost(field: Field, told: list[list[tuple[str, str]]], united: int) -> None:
    """What another program reads: one person each, and the attendance of each is the union of what laptops told."""
    assert field.sql("SELECT count(*) FROM link WHERE same = 1") == [(united,)]
    assert field.sql("SELECT count(*) FROM person_alias") == [(united,)]
    (people,), (now,) = field.sql("SELECT count(*) FROM person")[0], field.sql("SELECT count(*) FROM person_now")[0]
    assert now == people - united
    stands_for = dict(field.sql("SELECT hex(id), hex(person) FROM person_alias"))
    wanted = {(session, stands_for.get(person, person)) for rows in told for session, person in rows}
    have = field.sql(
        "SELECT DISTINCT hex(a.session), hex(coalesce(l.person, a.person)) FROM attendance a"
        " LEFT JOIN person_alias l ON l.id = a.person"
    )
    assert set(have) == wanted
    names = {name for (name,) in field.sql("SELECT name FROM person_now")}
    lost = field.sql("SELECT p.name FROM person p WHERE p.id IN (SELECT id FROM person_alias)")
    assert all(name in names or spelt_again(name) in {spelt_again(one) for one in names} for (name,) in lost)
