"""Nothing on screen lacks English, no .qm is stale, and dates and numbers are written as in Mexico."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from PySide6.QtCore import QEvent
from PySide6.QtWidgets import QApplication, QDialogButtonBox, QFileDialog, QLabel, QWidget
from pytestqt.qtbot import QtBot

from promoter_app.ui import language, language_files
from promoter_app.ui.kit import SessionBar, TopBar
from promoter_app.ui.language_files import Message


def test_every_string_of_the_window_has_its_translation() -> None:
    """Names what is missing; `python -m promoter_app.ui.language update` writes the gaps to fill."""
    assert language_files.missing() == []


@pytest.mark.parametrize("code", ["en", "es"])
def test_the_compiled_translations_are_those_of_the_sources(code: str, tmp_path: Path) -> None:
    fresh = tmp_path / "fresh.qm"
    language_files.release(code, fresh)
    committed = language_files.compiled(code).read_bytes()
    assert fresh.read_bytes() == committed, "stale: run python -m promoter_app.ui.language update"


def test_strings_are_found_with_their_context_wherever_they_are_said(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "page.py").write_text(
        "class Page:\n"
        "    def say(self):\n"
        "        QCoreApplication.translate('rows', 'hola')\n"
        "        self.tr('partido ' 'en dos')\n"
        "        return self.tr('%n cosas', '', 3), 'x'.translate({})\n"
        "def outside():\n"
        "    return QCoreApplication.translate('rows', 'abierto', 'una puerta')\n",
        "utf-8",
    )
    monkeypatch.setattr(language_files, "UI", tmp_path)
    assert language_files.parts() == ["page"]
    assert language_files.messages_of("page") == [
        Message("Page", "partido en dos"),
        Message("Page", "%n cosas", "", plural=True),
        Message("rows", "hola"),
        Message("rows", "abierto", "una puerta"),
    ]


def test_a_missing_and_a_vanished_translation_are_named_and_filled(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    ui, resources = tmp_path / "ui", tmp_path / "resources"
    ui.mkdir()
    (resources / "translations").mkdir(parents=True)
    page = ui / "page.py"
    page.write_text("class Page:\n    def say(self):\n        return self.tr('hola & adiós')\n", "utf-8")
    monkeypatch.setattr(language_files, "UI", ui)
    monkeypatch.setattr(language_files, "resource_folder", lambda: resources)
    language_files.update()
    assert language_files.missing() == ["page: Page: 'hola & adiós' has no en"]
    language_files.fill("page", "en", ["hola & adiós\thello & bye\n", "otra\tother\n"])
    assert language_files.missing() == []
    page.write_text("class Page:\n    def say(self):\n        return self.tr('%n horas', '', 2)\n", "utf-8")
    assert language_files.missing() == [
        "page: Page: '%n horas' has no en",
        "page: Page: 'hola & adiós' is no longer said (en)",
        "page: Page: '%n horas' has no es",
    ]
    language_files.update()
    language_files.fill("page", "en", ["%n horas\t%n hour\t%n hours\n"])
    language_files.fill("page", "es", ["%n horas\t%n hora\t%n horas\n"])
    assert language_files.missing() == []
    page.write_text("class Page:\n    def say(self, x):\n        return self.tr(f'{x}')\n", "utf-8")
    with pytest.raises(ValueError, match=r"page\.py:3"):
        language_files.missing()


def test_an_open_window_changes_language_without_restart(qapp: QApplication, qtbot: QtBot) -> None:
    page = QWidget()
    qtbot.addWidget(page)
    bar, top, box = SessionBar(["Uno"], parent=page), TopBar(page), QDialogButtonBox(page)
    box.addButton(QDialogButtonBox.StandardButton.Cancel)
    assert (bar.leave.text(), top.saved.text()) == ("Salir", "Guardado aquí")
    language.load_language(qapp, "en")
    qapp.sendPostedEvents(None, int(QEvent.Type.LanguageChange.value))
    assert (bar.leave.text(), top.saved.text()) == ("Leave", "Saved here")
    assert language.current_language() == "en"
    language.load_language(qapp, "es")
    qapp.sendPostedEvents(None, int(QEvent.Type.LanguageChange.value))
    assert (bar.leave.text(), top.saved.text()) == ("Salir", "Guardado aquí")


def test_the_dialog_for_files_speaks_spanish_as_in_mexico(qtbot: QtBot, tmp_path: Path) -> None:
    (tmp_path / "entregas").mkdir()
    asked = QFileDialog(None, "", str(tmp_path))
    asked.setOption(QFileDialog.Option.DontUseNativeDialog)
    qtbot.addWidget(asked)
    asked.show()
    said = {label.text() for label in asked.findChildren(QLabel) if label.text()}
    assert said == {"&Buscar en:", "&Nombre del archivo:", "&Tipo de archivo:"}
    assert QApplication.translate("QAbstractFileIconProvider", "Folder") == "Carpeta"


def test_numbers_and_dates(qapp: QApplication) -> None:
    day = date(2026, 2, 17)
    assert language.number(1284) == "1,284"
    assert language.number(12.55, 1) in {"12.5", "12.6"}
    assert language.percent(41.2) == "41\N{NO-BREAK SPACE}%"
    assert language.long_date(day) == "martes 17 de febrero"
    assert language.full_date(day) == "17 de febrero de 2026"
    assert (language.short_date(day), language.weekday(day)) == ("17 feb", "mar 17")
    assert language.clock_time(time(9, 5)) == "9:05"
    assert language.clock_time(time(13, 30)) == "13:30"
    assert [language.clock_time(kept) for kept in ("09:05", "00:00", "13:30")] == ["9:05", "0:00", "13:30"]
    language.load_language(qapp, "en")
    assert language.long_date(day) == "Tuesday 17 February"
    assert language.weekday(day) == "Tue 17"
    assert language.number(1284) == "1,284"


def test_other_languages_are_refused(qapp: QApplication) -> None:
    with pytest.raises(ValueError, match="fr"):
        language.load_language(qapp, "fr")
