"""Ajustes: who sees which part, own choices that stay, rules of the project, and the scanner's self-test."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QPlainTextEdit, QWidget
from pytestqt.qtbot import QtBot

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.ui import theme
from promoter_app.ui.kit.paint import text_width
from promoter_app.ui.settings.page import SettingsPage
from promoter_app.ui.settings.scanner_card import ScannerCard
from promoter_app.ui.settings.scanner_check import Finding, ScannerListener, Typed, judge
from tests.journeys.desk import CAPS_LOCK, Field, sample_season

CODE = make_code(CodeKind.CARD, 77, 5).text


@pytest.fixture
def settings(qtbot: QtBot, tmp_path: Path, season_cache: Path) -> object:
    field = Field(qtbot, sample_season(tmp_path / "datos", season_cache))
    field.window.show_room("settings")
    field.rest()
    yield field
    field.close()


def page_of(field: Field) -> SettingsPage:
    page = field.window.room()
    assert isinstance(page, SettingsPage)
    return page


def test_a_promoter_sees_the_own_part_only_and_a_coordinator_all(settings: Field) -> None:
    page = page_of(settings)
    assert page.sections.people.rowCount() == 5, "this laptop, passphrase, keys, copies, trace"
    assert page.own.isVisible()
    settings.window.desk.set_role("coordinator")
    assert page.sections.people.rowCount() > 5
    page.show_section("company")
    settings.rest()
    assert page.noun.isVisible()
    assert page.noun.rows.people.rowCount() == settings.sql("SELECT count(*) FROM company_now")[0][0]
    settings.window.desk.set_role("promoter")
    assert page.own.isVisible()


def test_names_of_sections_and_of_the_person_are_read_whole(settings: Field) -> None:
    page = page_of(settings)
    settings.window.resize(1366, 768)
    settings.window.desk.set_role("coordinator")
    settings.rest()
    assert page.own.operator.width() >= 300
    people, face = page.sections.people, theme.font("bold")
    names = [people.row(place).name for place in range(people.rowCount())]
    room = page.sections.viewport().width() - 2 * 18
    assert [name for name in names if text_width(name, face) > room] == []


def test_the_role_of_the_laptop_is_kept(settings: Field) -> None:
    page = page_of(settings)
    page.own.role.button("coordinator").click()
    settings.rest()
    assert settings.window.desk.role == "coordinator"
    assert settings.sql("SELECT value FROM local WHERE key = 'role'") == [("coordinator",)]


def test_the_dark_theme_is_a_coordinators_and_never_in_a_session(settings: Field) -> None:
    page = page_of(settings)
    assert not page.own.theme.isVisible()
    settings.window.desk.set_role("coordinator")
    page.show_section("own")
    settings.rest()
    page.own.theme.button("oficina").click()
    settings.rest()
    assert theme.palette().name == "oficina"
    assert settings.sql("SELECT value FROM local WHERE key = 'theme'") == [("oficina",)]
    (session,) = settings.sql("SELECT id FROM session_now WHERE state = 'planned' AND held_on = '2026-02-17'")[0]
    settings.window.open_session(session)
    settings.wait(lambda: settings.step() == "attendance")
    assert theme.palette().name == "sol"
    settings.window.leave_session()
    assert theme.palette().name == "oficina"
    page.own.role.button("promoter").click()
    assert theme.palette().name == "sol"


def test_less_motion_holds_at_once_and_is_kept(settings: Field) -> None:
    page_of(settings).own.still.click()
    settings.rest()
    assert theme.is_still()
    assert settings.sql("SELECT value FROM local WHERE key = 'still'") == [("1",)]


def test_the_notice_is_shown_as_it_will_be_printed(settings: Field) -> None:
    settings.window.desk.set_role("coordinator")
    page = page_of(settings)
    page.show_section("notice")
    settings.rest()
    assert "ni garantía" in page.rules.caveat.text()
    text = page.rules.form.editor("notice_full_es")
    assert isinstance(text, QPlainTextEdit)
    text.setPlainText("{responsable} guarda su nombre.")
    page.rules.save_button.click()
    settings.rest()
    assert page.rules.printed.text().endswith("Proyecto de muestra guarda su nombre.")
    assert settings.sql("SELECT value FROM setting_now WHERE key = 'notice_full_es'") == [
        ("{responsable} guarda su nombre.",)
    ]


def test_an_impossible_rule_is_refused_in_words(settings: Field) -> None:
    settings.window.desk.set_role("coordinator")
    page = page_of(settings)
    page.show_section("lock")
    settings.rest()
    editor = page.rules.form.editor("lock_percent")
    editor.setText("setenta")  # type: ignore[attr-defined]
    page.rules.save_button.click()
    settings.rest()
    assert "no es un número posible" in page.rules.banner.accessibleName()
    assert settings.sql("SELECT count(*) FROM setting_now WHERE key = 'lock_percent'") == [(0,)]


def test_hidden_names_hide_the_form_of_a_person(settings: Field) -> None:
    settings.window.desk.set_role("coordinator")
    page = page_of(settings)
    page.show_section("person")
    settings.rest()
    page.noun.rows.setCurrentIndex(page.noun.rows.people.index(0))
    settings.rest()
    assert page.noun.form.isVisible()
    settings.window.desk.hide_names(True)
    settings.rest()
    assert not page.noun.form.isVisible()
    assert page.noun.rows.people.row(0).name.count(".") >= 1


# the scanner


def typed(letters: str, gap: float = 2.0) -> list[Typed]:
    return [Typed(letter, 0.0 if at == 0 else gap) for at, letter in enumerate(letters)]


@pytest.mark.parametrize(
    ("keys", "finding"),
    [
        (typed(f"{CODE}\r"), Finding.GOOD),
        (typed(f"{CODE.lower()}\r"), Finding.GOOD),
        (typed(f"{CODE}\t"), Finding.TAB_SUFFIX),
        (typed(CODE), Finding.NO_SUFFIX),
        (typed(f"{CODE.translate(CAPS_LOCK)}\r"), Finding.LAYOUT),
        (typed(f"{CODE}\r", gap=60), Finding.SLOW),
        (typed("7501031311309\r"), Finding.FOREIGN),
        (typed("\r"), Finding.FOREIGN),
    ],
)
def test_what_a_scanner_typed_is_judged(keys: list[Typed], finding: Finding) -> None:
    assert judge(keys) is finding


def test_the_self_test_takes_the_burst_and_says_what_to_mend(settings: Field) -> None:
    card = page_of(settings).own.scanner
    card.start_button.click()
    target: QWidget = settings.focus()
    QTest.keyClicks(target, CODE)
    QTest.keyClick(target, Qt.Key.Key_Return)
    settings.wait(lambda: card.finding() is not None)
    assert card.result.text() in ("El lector sirve", "Hay que arreglar algo")
    assert card.advice.text()
    assert CODE not in page_of(settings).own.operator.text()
    card.start_button.click()
    card.start_button.click()
    page_of(settings).own.operator.setFocus()
    settings.type("x")
    assert "x" in page_of(settings).own.operator.text(), "it lets go of the keys"


def test_a_listener_without_suffix_waits_for_silence(qtbot: QtBot) -> None:
    app = QApplication.instance()
    assert app is not None
    heard: list[Finding] = []
    clock = iter(range(0, 1000, 2))
    listener = ScannerListener(app, now_ms=lambda: float(next(clock)))
    listener.heard.connect(lambda finding, _letters: heard.append(finding))
    widget = ScannerCard()
    qtbot.addWidget(widget)
    widget.show()
    listener.start()
    QTest.keyClicks(widget, CODE)
    qtbot.waitUntil(lambda: bool(heard))
    listener.stop()
    assert heard == [Finding.NO_SUFFIX]



def test_a_name_still_being_written_when_the_window_closes_is_kept(settings: Field) -> None:
    page = page_of(settings)
    page.own.operator.setFocus()
    page.own.operator.selectAll()
    settings.type("Ana")
    settings.window.close()
    assert settings.sql("SELECT value FROM local WHERE key = 'operator'") == [("Ana",)]


def test_the_notice_is_printed_to_a_file_of_a_neutral_name(
    settings: Field, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[str] = []

    def choose(_parent: object, _title: str, proposed: str, _kinds: str) -> tuple[str, str]:
        asked.append(Path(proposed).name)
        return str(tmp_path / "aviso.pdf"), ""

    monkeypatch.setattr(QFileDialog, "getSaveFileName", choose)
    settings.window.desk.set_role("coordinator")
    page = page_of(settings)
    page.show_section("notice")
    settings.rest()
    page.rules.print_button.click()
    settings.rest()
    assert asked == ["aviso de privacidad.pdf"]
    assert (tmp_path / "aviso.pdf").read_bytes().startswith(b"%PDF")
    assert "Listo para imprimir" in page.rules.banner.accessibleName()
