"""This laptop's own choices. Each applies at once and is remembered."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QBoxLayout, QFormLayout, QLineEdit, QVBoxLayout, QWidget

from promoter_app import __version__
from promoter_app.domain.roles import role_named
from promoter_app.services.folder import Folder, laptop_setting, set_laptop_setting
from promoter_app.ui import theme, tokens
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.checks import CheckRow
from promoter_app.ui.kit.choices import Choice, ChoiceRow
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.layouts import stack
from promoter_app.ui.language import LANGUAGES, load_language
from promoter_app.ui.settings.camera_card import CameraCard
from promoter_app.ui.settings.leaving_card import LeavingCard
from promoter_app.ui.settings.scanner_card import ScannerCard
from promoter_app.ui.sounds import Loudness
from promoter_app.ui.window_choices import (
    LANGUAGE,
    LAPTOP_NAME,
    OPERATOR,
    ROLE,
    SOUND,
    STILL,
    TEXT_SIZE,
    THEME,
    apply_palette,
)


@dataclass(frozen=True)
class _Shown:
    laptop: str
    operator: str
    is_locked: bool


class OwnPart(QWidget):
    """Who uses this laptop, screen and sound, scanner and camera, and what the app is made of."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.me, self.display, self.about = Card("…"), Card("…"), Card("…")
        self.operator, self.laptop = QLineEdit(), QLineEdit()
        for field in (self.operator, self.laptop):
            field.setMaxLength(80)
        self.operator_label, self.laptop_label = Text("", "label"), Text("", "label")
        self.labels = {name: Text("", "label") for name in ("role", "language", "size", "sound", "theme")}
        self.rows = {name: ChoiceRow(name) for name in self.labels}
        self.role, self.language = self.rows["role"], self.rows["language"]
        self.text_size, self.sound, self.theme = self.rows["size"], self.rows["sound"], self.rows["theme"]
        self.by_key = Text("", "small", "ink2", wrap=True)
        self.still = CheckRow("", is_choice=True)
        self.try_sound = KeyButton("", "ph.speaker-high-bold", size="small")
        self.scanner, self.camera, self.leaving = ScannerCard(), CameraCard(desk), LeavingCard(desk)
        self.facts = Text("", "body", wrap=True)
        self._lay_out()
        self._connect()
        self.retranslate()

    def _lay_out(self) -> None:
        person = QFormLayout()
        person.setVerticalSpacing(14)
        person.setRowWrapPolicy(QFormLayout.RowWrapPolicy.WrapAllRows)
        person.addRow(self.operator_label, self.operator)
        person.addRow(self.laptop_label, self.laptop)
        self.operator_label.setBuddy(self.operator)
        self.laptop_label.setBuddy(self.laptop)
        self.me.body.addLayout(person)
        for name, card in (
            ("role", self.me), ("language", self.display), ("size", self.display), ("theme", self.display),
            ("sound", self.display),
        ):  # fmt: skip
            card.body.addWidget(self.labels[name])
            card.body.addWidget(self.rows[name], 0, Qt.AlignmentFlag.AlignLeft)
        self.me.body.addWidget(self.by_key)
        self.by_key.hide()
        self.display.body.addWidget(self.try_sound, 0, Qt.AlignmentFlag.AlignLeft)
        self.display.body.addWidget(self.still)
        self.about.body.addWidget(self.facts)
        left, right = QVBoxLayout(), QVBoxLayout()
        first, second = (self.me, self.scanner, self.about), (self.display, self.camera, self.leaving)
        for column, cards in ((left, first), (right, second)):
            column.setSpacing(16)
            for card in cards:
                column.addWidget(card)
            column.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(0, 0, 0, 0)
        self._across.setSpacing(20)
        self._across.addLayout(left, 1)
        self._across.addLayout(right, 1)

    def _connect(self) -> None:
        self.operator.editingFinished.connect(lambda: self._keep(OPERATOR, self.operator.text().strip()))
        self.laptop.editingFinished.connect(lambda: self._keep(LAPTOP_NAME, self.laptop.text().strip()))
        self.role.chosen.connect(self._take_role)
        self.language.chosen.connect(self._speak)
        self.text_size.chosen.connect(self._resize)
        self.sound.chosen.connect(self._set_sound)
        self.theme.chosen.connect(self._dress)
        self.still.toggled.connect(self._be_still)
        self.try_sound.clicked.connect(lambda: self.desk.sounds.play("present"))

    def retranslate(self) -> None:
        """Put on every word again."""
        self.me.set_heading(self.tr("Quién usa esta laptop"))
        self.display.set_heading(self.tr("Pantalla y sonido"))
        self.about.set_heading(self.tr("Acerca de"))
        self.operator_label.setText(self.tr("Tu nombre"))
        self.laptop_label.setText(self.tr("Nombre de la laptop"))
        self.operator.setAccessibleName(self.tr("Tu nombre"))
        self.laptop.setAccessibleName(self.tr("Nombre de la laptop"))
        words = {
            "role": self.tr("Esta laptop es de"),
            "language": self.tr("Idioma"),
            "size": self.tr("Tamaño del texto"),
            "sound": self.tr("Sonido"),
            "theme": self.tr("Colores"),
        }
        for name, said in words.items():
            self.labels[name].setText(said)
            self.rows[name].setAccessibleName(said)
        self.by_key.setText(self.tr("La contraseña con que se entró dice quién eres y si esto es campo u oficina."))
        self.try_sound.setText(self.tr("Probar"))
        self.still.setText(self.tr("Menos movimiento: nada parpadea"))
        self.role.set_choices([Choice("promoter", self.tr("Campo")), Choice("coordinator", self.tr("Oficina"))])
        self.language.set_choices([Choice("es", "Español"), Choice("en", "English")])
        self.text_size.set_choices([Choice(percent, f"{percent} %") for percent in tokens.SCALES])
        self.theme.set_choices([Choice("sol", self.tr("Sol")), Choice("oficina", self.tr("Oficina, oscuro"))])
        sounds = {
            Loudness.LOUD: self.tr("Alto"),
            Loudness.SOFT: self.tr("Bajo"),
            Loudness.OFF: self.tr("Sin sonido"),
        }
        self.sound.set_choices([Choice(loudness, said) for loudness, said in sounds.items()])
        self.scanner.retranslate()
        self.camera.retranslate()
        self.leaving.retranslate()
        self.facts.setText(
            self.tr(
                "Surco {0}. Licencia MIT. Letra Noto Sans (OFL). Iconos Phosphor (MIT) y Material (Apache 2.0). "
                "Qt y PySide6 (LGPL 3), SQLCipher (BSD), ReportLab (BSD), ZXing-C++ y OpenCV (Apache 2.0), "
                "OR-Tools (Apache 2.0)."
            ).format(__version__)
        )
        self._show_choices()

    def arrange(self) -> None:
        """The cards below each other where text is large."""
        stacked = theme.is_large()
        stack(self._across, stacked)
        narrow = 2 if stacked else 0
        for row in (self.text_size, self.sound, self.theme, self.role):
            row.set_columns(narrow)

    def take_focus(self) -> None:
        """Begin at the name, or at the laptop's where the passphrase gives the name."""
        first = self.operator if self.operator.isEnabled() else self.laptop
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Read the names again."""

        def look(folder: Folder) -> _Shown:
            name = folder.opened.name if folder.opened else laptop_setting(folder, OPERATOR, "")
            return _Shown(laptop_setting(folder, LAPTOP_NAME, ""), name, folder.opened is not None)

        self.desk.road.ask(look, self._show)
        self.camera.reload()

    def _show(self, shown: _Shown) -> None:
        self.laptop.setText(shown.laptop)
        self.operator.setText(shown.operator or self.desk.road.edge.operator)
        for part in (self.operator, self.role):
            part.setEnabled(not shown.is_locked)
        self.by_key.setVisible(shown.is_locked)
        self._show_choices()

    def _show_choices(self) -> None:
        self.role.set_value(self.desk.role)
        self.language.set_value(self.desk.language)
        self.text_size.set_value(theme.current_percent())
        self.sound.set_value(self.desk.sounds.loudness())
        self.theme.set_value(self.desk.palette_wanted)
        self.still.blockSignals(True)
        self.still.setChecked(theme.is_still())
        self.still.blockSignals(False)
        for part in (self.theme, self.labels["theme"]):
            part.setVisible(self.desk.role == "coordinator")

    def _keep(self, key: str, value: str) -> None:
        if key == OPERATOR:
            self.desk.set_operator(value)
        self.desk.road.ask(lambda folder: set_laptop_setting(folder, key, value), lambda _done: None)

    def _take_role(self, role: object) -> None:
        self.desk.set_role(role_named(str(role)))
        self._keep(ROLE, str(role))
        apply_palette(self.desk)
        self._show_choices()

    def _speak(self, language: object) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and language in LANGUAGES:
            self.desk.language = str(language)
            load_language(app, str(language))
            self._keep(LANGUAGE, str(language))

    def _resize(self, percent: object) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and isinstance(percent, int):
            theme.set_percent(app, percent)
            self._keep(TEXT_SIZE, str(percent))

    def _set_sound(self, loudness: object) -> None:
        if isinstance(loudness, Loudness):
            self.desk.sounds.set_loudness(loudness)
            self._keep(SOUND, loudness.value)

    def _dress(self, name: object) -> None:
        self.desk.palette_wanted = str(name)
        apply_palette(self.desk)
        self._keep(THEME, str(name))

    def _be_still(self, still: bool) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication):
            theme.set_still(app, still)
            self._keep(STILL, "1" if still else "")
