"""The first start of an empty laptop: five steps by keyboard; each may be left out; the data may be locked."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog

from promoter_app.services.security.locking import is_locked
from promoter_app.ui import theme
from promoter_app.ui.crews.page import CrewsPage
from promoter_app.ui.desk import Desk
from promoter_app.ui.language import load_language
from promoter_app.ui.settings.page import SettingsPage
from promoter_app.ui.wizard.passphrase import PassphraseStep
from promoter_app.ui.wizard.steps import NameStep
from promoter_app.ui.wizard.view import WizardView
from tests.journeys.desk import Field
from tests.paper.reading import flat_text
from tests.ui.settled import faults

OpenField = Callable[..., Field]
SENTENCE = "la zafra empieza en noviembre"


def first_steps(field: Field) -> WizardView:
    field.wait(lambda: isinstance(field.window.pages.currentWidget(), WizardView))
    field.rest()
    view = field.window.pages.currentWidget()
    assert isinstance(view, WizardView)
    return view


def choose_office(field: Field, view: WizardView) -> None:
    step = view.steps[1]
    assert isinstance(step, NameStep)
    step.role.button("coordinator").setFocus()
    field.key(Qt.Key.Key_Space)


def test_an_office_begins_a_new_project(open_field: OpenField, tmp_path: Path) -> None:
    field = open_field(tmp_path / "nueva", operator="")
    view = first_steps(field)
    field.key(Qt.Key.Key_F9)
    assert view.step() == 1
    field.type("Ana")
    field.key(Qt.Key.Key_Tab)
    field.type("Of 1")
    choose_office(field, view)
    for _step in (2, 3, 4):
        field.key(Qt.Key.Key_F9)
    assert view.step() == 4
    view.data.project.setFocus()
    field.type("Surcos")
    view.data.project_button.setFocus()
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: isinstance(field.window.room(), SettingsPage))
    assert field.window.pages.currentWidget() is field.window.shell
    assert field.sql("SELECT name FROM project_now") == [("Surcos",)]
    kept = dict(field.sql("SELECT key, value FROM local WHERE key IN ('operator', 'laptop_name', 'role')"))
    assert kept == {"operator": "Ana", "laptop_name": "Of 1", "role": "coordinator"}
    assert not is_locked(field.folder)


def test_every_step_may_be_left_for_later_and_it_is_asked_only_once(open_field: OpenField, tmp_path: Path) -> None:
    field = open_field(tmp_path / "nueva", operator="")
    view = first_steps(field)
    for step in range(1, 5):
        field.key(Qt.Key.Key_Escape)
        assert view.step() == step
    assert "elige Oficina en el paso 2" in view.data.reason.text()
    field.key(Qt.Key.Key_F9)
    assert field.window.pages.currentWidget() is field.window.shell
    field.window.show_room("settings")
    page = field.window.room()
    assert isinstance(page, SettingsPage)
    assert field.sql("SELECT count(*) FROM person") == [(0,)]
    field.close()
    again = open_field(tmp_path / "nueva", operator="")
    again.rest()
    assert again.window.pages.currentWidget() is again.window.shell, "it was left once, and is not asked again"


def test_a_list_of_people_is_brought_right_away(
    open_field: OpenField, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = tmp_path / "lista.csv"
    path.write_text("Nombre,Sexo\nHilario de la Cruz,M\n", "utf-8")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_words: (str(path), ""))
    field = open_field(tmp_path / "nueva", operator="")
    view = first_steps(field)
    view.show_step(4)
    view.data.list_button.setFocus()
    field.key(Qt.Key.Key_Return)
    room = field.window.room()
    assert isinstance(room, CrewsPage)
    field.wait(lambda: room.importing is not None and room.importing.findings.isVisible())


def test_the_data_are_locked_with_a_passphrase_and_the_way_goes_on(
    open_field: OpenField, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    field = open_field(tmp_path / "nueva", operator="")
    view = first_steps(field)
    view.show_step(1)
    field.type("Ana")
    field.key(Qt.Key.Key_F9)
    step = view.steps[2]
    assert isinstance(step, PassphraseStep)
    step.passphrase.first.setText(SENTENCE)
    step.passphrase.again.setText("otra cosa distinta")
    field.key(Qt.Key.Key_F9)
    assert view.step() == 2
    assert "no son iguales" in step.banner.accessibleName()
    step.passphrase.again.setText(SENTENCE)
    field.key(Qt.Key.Key_F9)
    assert "hoja de recuperación" in step.banner.accessibleName()
    step.sheet.make_button.click()
    words = [word.partition(".\N{NO-BREAK SPACE}")[2] for word in step.sheet.words.text().split("  ")]
    assert len(words) == 24
    asked = [int(number) for number in re.findall(r"\d+", step.sheet.proof_label.text())]
    step.sheet.proof.setText(" ".join(words[at % 24] for at in asked))
    field.key(Qt.Key.Key_Tab)
    assert field.focus() is step.sheet.proof
    field.key(Qt.Key.Key_F9)
    assert "no coincide" in step.banner.accessibleName(), "a paper that was copied wrongly is no way back"
    for part in (step.banner, step.sheet.proof):  # what is said is seen beside what is typed
        field.wait(lambda part=part: part.visibleRegion().boundingRect() == part.rect())  # type: ignore[misc]
    step.sheet.proof.setText(" ".join(without_accents(words[at - 1]) for at in asked))
    paper = tmp_path / "hoja.pdf"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: (str(paper), ""))
    step.sheet.print_button.click()
    printed = flat_text(paper)
    assert all(word in printed for word in words)
    step.sheet.proof.setFocus()
    QTest.keyClick(step.sheet.proof, Qt.Key.Key_Return)
    assert not step.banner.isVisible()
    QTest.keyClick(view, Qt.Key.Key_F9)
    QTest.keyClick(view, Qt.Key.Key_Escape)
    assert view.step() == 2, "what is under way is waited for"
    field.wait(lambda: view.step() == 3)
    field.rest()
    assert view.next_button.isEnabled()
    view.back_button.click()
    assert "ya tienen contraseña" in step.words.text()
    assert not step.passphrase.isVisible(), "another one that is typed here would be lost"
    view.back_button.click()
    name = view.steps[1]
    assert isinstance(name, NameStep)
    assert (name.name.text(), name.name.isEnabled(), name.role.isEnabled()) == ("Ana", False, False)
    assert is_locked(field.folder)
    head = (field.folder / "surco.db").read_bytes()[:16]
    assert head != b"SQLite format 3\0", "nobody reads it without the passphrase"
    view.finished.emit("settings", "")
    page = field.window.room()
    assert isinstance(page, SettingsPage)
    field.rest()
    assert page.own.operator.text() == "Ana", "the window goes on with the locked data"
    assert not page.own.role.isEnabled(), "nobody becomes the office without its passphrase"
    assert page.own.by_key.isVisible()


def without_accents(word: str) -> str:
    return unicodedata.normalize("NFD", word).encode("ascii", "ignore").decode().upper()


def test_a_window_closed_in_the_middle_goes_on_where_it_was(open_field: OpenField, tmp_path: Path) -> None:
    field = open_field(tmp_path / "nueva", operator="")
    view = first_steps(field)
    field.key(Qt.Key.Key_F9)
    field.type("Ana")
    field.key(Qt.Key.Key_Return)
    field.type("Campo 7")
    field.key(Qt.Key.Key_Return)
    assert view.step() == 2, "Enter goes from field to field and on"
    field.close()
    again = open_field(tmp_path / "nueva", operator="")
    view = first_steps(again)
    assert view.step() == 2
    view.back_button.click()
    again.rest()
    step = view.steps[1]
    assert isinstance(step, NameStep)
    assert (step.name.text(), step.laptop.text()) == ("Ana", "Campo 7")


def test_a_passphrase_that_was_begun_is_not_forgotten_in_silence(
    open_field: OpenField, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_words: ("", ""))
    field = open_field(tmp_path / "nueva", operator="")
    view = first_steps(field)
    view.show_step(1)
    field.type("Ana")
    field.key(Qt.Key.Key_F9)
    step = view.steps[2]
    assert isinstance(step, PassphraseStep)
    step.sheet.make_button.click()
    made = step.sheet.words.text()
    field.key(Qt.Key.Key_Return)
    assert step.sheet.words.text() == made, "a second Enter makes no other sheet"
    field.key(Qt.Key.Key_F9)
    assert view.step() == 2
    assert "Escribe la contraseña" in step.banner.accessibleName()
    step.passphrase.first.setText(f"{SENTENCE} ")
    step.passphrase.again.setText(SENTENCE)
    assert not step.passphrase.trouble(), "a blank that was pasted with it cannot be seen, and does not count"
    step.passphrase.first.setFocus()
    for letter, on in (("H", True), ("h", False)):
        QTest.keyClick(step.passphrase.first, letter)
        assert step.passphrase.capitals.isVisible() == on
    field.key(Qt.Key.Key_Escape)
    assert view.step() == 3
    assert not is_locked(field.folder), "Esc leaves it for later"


def test_a_window_that_could_not_unlock_does_not_offer_to_lock(
    open_field: OpenField, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(Desk, "can_unlock", False)
    view = first_steps(open_field(tmp_path / "nueva", operator=""))
    assert [type(step).__name__ for step in view.steps] == ["LanguageStep", "NameStep", "DevicesStep", "DataStep"]
    assert view.place.text() == "Paso 1 de 4"


def test_a_laptop_with_data_or_a_name_begins_without_the_steps(open_field: OpenField, tmp_path: Path) -> None:
    for folder, operator in ((None, ""), (tmp_path / "vacia", "Lupita")):
        field = open_field(folder, operator=operator)
        field.rest()
        assert field.window.pages.currentWidget() is field.window.shell


def test_the_steps_keep_the_rules_of_reach(open_field: OpenField, tmp_path: Path) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    said = []
    field = open_field(tmp_path / "nueva", operator="")
    view = first_steps(field)
    try:
        for language, percent in (("es", 100), ("en", 200), ("es", 200)):
            field.window.desk.language = language
            load_language(app, language)
            theme.set_percent(app, percent)
            field.window.resize(1366, 690)
            for at in range(5):
                view.show_step(at)
                for _pass in range(4):
                    QApplication.sendPostedEvents()
                said += [f"{language} {percent} {at}: {fault}" for fault in faults(field.window)]
    finally:
        load_language(app, "es")
        theme.apply_theme(app)
    assert not said, "\n".join(said)
