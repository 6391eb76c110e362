"""A laptop with a passphrase: in and out, forgotten, changed, shared; nothing is lost and no name is seen meanwhile."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QWidget

from promoter_app.services.crews import crews
from promoter_app.services.security import audit, locking, notes, project_keys
from promoter_app.services.security.locking import NewPerson
from promoter_app.ui.lock.recover_view import RecoverView
from promoter_app.ui.session.closing_page import ClosingPage
from promoter_app.ui.settings.access_part import AccessPart
from promoter_app.ui.settings.keys_part import KeysPart
from promoter_app.ui.settings.notes_reader import NotesReader
from promoter_app.ui.settings.page import SettingsPage
from tests.journeys.desk import Field, sample_season
from tests.journeys.locked import (
    CHELO,
    LUPITA,
    OpenField,
    all_words,
    enter,
    lock_screen,
    lock_season,
    names_of_everybody,
)

CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def season(tmp_path: Path, season_cache: Path) -> Path:
    return sample_season(tmp_path / "datos", season_cache)


def open_locked(open_field: OpenField, path: Path) -> Field:
    return open_field(path, operator="", covered=True)


def test_number_enter_enter_and_ready_to_scan(open_field: OpenField, season: Path) -> None:
    names = names_of_everybody(season)
    lock_season(season)
    field = open_locked(open_field, season)
    assert lock_screen(field).field.hasFocus()
    assert field.window.windowTitle() == "Surco"
    assert not [name for name in names if name in all_words(field)]
    enter(field, LUPITA.passphrase)
    field.wait(lambda: not field.window.pages.is_covered() and field.window.desk.content is not None)
    field.rest()
    assert field.window.desk.road.edge.operator == LUPITA.name
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: field.step() == "attendance")
    field.rest()
    assert field.focus().objectName() == "scan_field" or field.focus().inherits("QLineEdit")


def test_a_wrong_passphrase_waits_longer_each_time_and_says_so(open_field: OpenField, season: Path) -> None:
    lock_season(season)
    field = open_locked(open_field, season)
    view = lock_screen(field)
    for _try in range(3):
        enter(field, "12345679")
        field.wait(lambda: not view.field.text())
        field.rest()
    assert "Espera 5 segundos" in view.banner.accessibleName()
    assert not view.enter_button.isEnabled()
    field.now += timedelta(seconds=6)
    view.wait_seconds(0)
    enter(field, LUPITA.passphrase)
    field.wait(lambda: not field.window.pages.is_covered())
    field.rest()
    assert field.window.desk.road.edge.operator == LUPITA.name


def test_a_number_by_its_keys_and_shown_when_wanted(open_field: OpenField, season: Path) -> None:
    lock_season(season)
    field = open_locked(open_field, season)
    view = lock_screen(field)
    for digit in LUPITA.passphrase + "9":
        view.pad.keys[digit].click()
    view.pad.back.click()
    assert view.field.displayText() == "●" * 8
    view.shown.click()
    assert view.field.displayText() == LUPITA.passphrase
    assert min(view.pad.keys["5"].width(), view.pad.keys["5"].height()) >= 72
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: not field.window.pages.is_covered())


def test_two_promoters_share_a_laptop_and_each_ones_work_is_their_own(open_field: OpenField, season: Path) -> None:
    lock_season(season, LUPITA, CHELO)
    field = open_locked(open_field, season)
    view = lock_screen(field)
    assert [choice.text for choice in view.who.choices()] == ["CR · campo", "LR · campo"]
    enter(field, CHELO.passphrase)
    field.wait(lambda: not field.window.pages.is_covered())
    field.rest()
    assert field.window.desk.road.edge.operator == CHELO.name
    field.key(Qt.Key.Key_L, CTRL)
    view = lock_screen(field)
    assert CHELO.name not in all_words(field)
    view.who.button(next(one.value for one in view.who.choices() if one.text.startswith("LR"))).click()
    enter(field, LUPITA.passphrase)
    field.wait(lambda: not field.window.pages.is_covered())
    field.rest()
    assert field.window.desk.road.edge.operator == LUPITA.name
    field.window.desk.lock_wanted.emit()
    field.rest()
    folder = locking.unlock(season, None, LUPITA.passphrase, field.window.desk.road.edge.moment())
    who = [entry.operator for entry in audit.entries(folder, action="unlock")]
    folder.close()
    assert who == [LUPITA.name, CHELO.name]


def recover(field: Field, sheet: str, new: str) -> RecoverView:
    field.key(Qt.Key.Key_F2)
    view = field.window.pages.currentWidget()
    assert isinstance(view, RecoverView)
    view.sheet.setPlainText(sheet)
    view.name.setText(LUPITA.name)
    view.passphrase.first.setText(new)
    view.passphrase.again.setText(new)
    field.key(Qt.Key.Key_F9)
    field.rest()
    return view


@pytest.mark.parametrize("how", ["words", "qr"])
def test_a_forgotten_passphrase_comes_back_with_the_sheet(open_field: OpenField, season: Path, how: str) -> None:
    sheet = lock_season(season)
    field = open_locked(open_field, season)
    recover(field, " ".join(sheet.words) if how == "words" else sheet.qr, "sombra de un mango")
    field.wait(lambda: not field.window.pages.is_covered())
    field.rest()
    assert field.window.desk.road.edge.operator == LUPITA.name
    assert field.window.desk.role == "promoter", "the sheet lets nobody rise"
    field.key(Qt.Key.Key_L, CTRL)
    enter(field, LUPITA.passphrase)
    assert "no abre" in lock_screen(field).banner.accessibleName()
    enter(field, "sombra de un mango")
    field.wait(lambda: not field.window.pages.is_covered())


def test_a_lost_sheet_opens_nothing_else_and_the_passphrase_still_does(open_field: OpenField, season: Path) -> None:
    lock_season(season)
    field = open_locked(open_field, season)
    view = recover(field, " ".join(locking.new_recovery_key().words), "sombra de un mango")
    assert "no es de esta carpeta" in view.banner.accessibleName()
    field.key(Qt.Key.Key_Escape)
    enter(field, LUPITA.passphrase)
    field.wait(lambda: not field.window.pages.is_covered())


@pytest.mark.parametrize("joined", [False, True])
def test_a_lost_recovery_key_is_replaced_and_the_lost_one_opens_no_more(
    open_field: OpenField, season: Path, joined: bool
) -> None:
    """On the office's laptop, and on one that delivers to the office of a card."""
    lost = lock_season(season, NewPerson(LUPITA.name, LUPITA.passphrase, "coordinator"))
    field = open_locked(open_field, season)
    enter(field, LUPITA.passphrase)
    field.wait(lambda: not field.window.pages.is_covered())
    field.rest()
    if joined:
        card = f'SURCO1 {{"o":"{locking.new_recovery_key().recipient}","r":["{lost.recipient}"]}}'
        field.window.desk.road.do(lambda folder, stamp: project_keys.join(folder, stamp, card))
    part = settings(field, "access")
    assert isinstance(part, AccessPart)
    part.sheet.make_button.click()
    new = part.sheet.key
    assert new is not None
    part.renew_button.click()
    assert "Con la hoja en la mano" in part.banner.accessibleName(), "a sheet that nobody has on paper is not used"
    part.sheet.proof.setText(new.qr)
    part.renew_button.click()
    field.rest()
    assert "ya abre esta laptop" in part.banner.accessibleName()
    assert part.sheet.key is None
    field.key(Qt.Key.Key_L, CTRL)
    assert "no es de esta carpeta" in recover(field, lost.qr, "sombra de un mango").banner.accessibleName()
    field.key(Qt.Key.Key_Escape)
    recover(field, " ".join(new.words), "sombra de un mango")
    field.wait(lambda: not field.window.pages.is_covered())


def settings(field: Field, section: str) -> QWidget:
    """A section of Ajustes."""
    field.window.show_room("settings")
    field.rest()
    page = field.window.room()
    assert isinstance(page, SettingsPage)
    page.show_section(section)
    field.rest()
    return page.more[section]


def cards_of_the_session(field: Field) -> list[str]:
    session = field.window.session_view.session()
    assert session is not None
    assert session.crew is not None
    crew, found = session.crew, list[str]()
    field.window.desk.road.ask(
        lambda folder: [one.card_code for one in crews.people_of_crew(folder, crew, "2026-02-17") if one.card_code],
        found.extend,
    )
    field.rest()
    return found


def test_it_closes_by_itself_in_a_session_and_nothing_is_lost(open_field: OpenField, season: Path) -> None:
    names = names_of_everybody(season)
    lock_season(season)
    field = open_locked(open_field, season)
    enter(field, LUPITA.passphrase)
    field.wait(lambda: not field.window.pages.is_covered())
    field.rest()
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: field.step() == "attendance")
    field.rest()
    cards = cards_of_the_session(field)
    field.scan(cards[0])
    said = field.panel()
    field.now += timedelta(minutes=44)
    field.window.ticked.emit()
    assert not field.window.pages.is_covered(), "a talk may be long"
    field.now += timedelta(minutes=2)
    field.window.ticked.emit()
    view = lock_screen(field)
    field.rest()
    seen = all_words(field)
    assert not [name for name in names if name in seen]
    played = len(field.played)
    field.scan(cards[1])
    assert "no se contó" in view.banner.accessibleName()
    assert field.played[played:] == ["unknown"]
    view.field.clear()
    enter(field, LUPITA.passphrase)
    field.wait(lambda: not field.window.pages.is_covered())
    field.rest()
    assert field.step() == "attendance"
    assert field.panel() == said, "the session is as it was left"
    field.scan(cards[1])
    assert "Van 2" in field.panel() or "2" in field.panel()


def test_outside_a_session_it_closes_after_ten_minutes(open_field: OpenField, season: Path) -> None:
    lock_season(season)
    field = open_locked(open_field, season)
    enter(field, LUPITA.passphrase)
    field.wait(lambda: not field.window.pages.is_covered())
    field.rest()
    field.now += timedelta(minutes=11)
    field.window.ticked.emit()
    lock_screen(field)


def test_data_in_the_clear_say_that_there_is_no_passphrase(open_field: OpenField, season: Path) -> None:
    field = open_field(season)
    field.now += timedelta(minutes=11)
    field.window.ticked.emit()
    field.rest()
    assert "contraseña" not in field.banner(), "nobody asked to close them"
    field.key(Qt.Key.Key_L, CTRL)
    assert "no tienen contraseña" in field.banner()


def test_a_sealed_note_is_read_by_its_sheet_alone(open_field: OpenField, season: Path) -> None:
    lock_season(season, NewPerson("Lupita Ramos", LUPITA.passphrase, "coordinator"))
    field = open_locked(open_field, season)
    enter(field, LUPITA.passphrase)
    field.wait(lambda: not field.window.pages.is_covered())
    field.rest()
    field.window.show_room("today")
    field.rest()
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: field.step() == "attendance")
    field.rest()
    field.window.session_view.show_step("closing")
    field.rest()
    page = field.window.session_view.stack.currentWidget()
    assert isinstance(page, ClosingPage)
    page.sealed.field.setPlainText("Llamar hoy a las seis")
    page.sealed.button.click()
    field.rest()
    assert "a quién van las notas selladas" in page.sealed.told.text()
    assert page.sealed.field.toPlainText(), "what was not kept stays"
    sheet = locking.new_recovery_key()
    field.window.desk.road.do(lambda folder, stamp: project_keys.set_safeguarding(folder, stamp, sheet.recipient))
    page.sealed.button.click()
    field.rest()
    assert "No se puede volver a leer" in page.sealed.told.text()
    assert page.sealed.field.toPlainText() == ""
    page.sealed.field.setPlainText("Segunda nota")
    page.sealed.button.click()
    field.rest()
    field.window.desk.session_left.emit()
    field.rest()
    reader = read_notes(field, locking.new_recovery_key().qr)
    assert "no es" in reader.banner.accessibleName()
    assert not reader.text.isVisible()
    reader.reject()
    reader = read_notes(field, " ".join(sheet.words))
    assert reader.text.toPlainText().splitlines()[1::3] == ["Llamar hoy a las seis", "Segunda nota"]
    assert reader.sheet.toPlainText() == "", "the words of the sheet are not kept"
    QTest.keyClick(reader.text, Qt.Key.Key_A, CTRL)
    QTest.keyClick(reader.text, Qt.Key.Key_C, CTRL)
    assert "Llamar" not in QApplication.clipboard().text()
    field.window.desk.lock_wanted.emit()
    assert not reader.isVisible(), "it closes with the laptop"
    assert reader.text.toPlainText() == ""


def read_notes(field: Field, sheet: str) -> NotesReader:
    """In Ajustes, with a sheet."""
    part = settings(field, "keys")
    assert isinstance(part, KeysPart)
    part.read_button.click()
    reader = next(each for each in field.window.findChildren(NotesReader) if each.isVisible())
    reader.sheet.setPlainText(sheet)
    reader.accept_button.click()
    field.rest()
    return reader


def test_notes_that_nobody_closes_close_by_themselves(
    open_field: OpenField, season: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("promoter_app.ui.settings.notes_reader.OPEN_SECONDS", 0.05)
    sheet = locking.new_recovery_key()
    field = open_field(season)
    field.window.desk.set_role("coordinator")
    field.window.desk.road.do(lambda folder, stamp: project_keys.set_safeguarding(folder, stamp, sheet.recipient))
    field.window.desk.road.do(lambda folder, stamp: notes.seal_note(folder, stamp, "Llamar hoy"))
    field.rest()
    read_notes(field, sheet.qr)
    field.wait(lambda: not field.window.findChildren(NotesReader))
