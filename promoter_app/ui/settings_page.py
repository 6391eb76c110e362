"""Ajustes: this laptop's own choices. Each applies at once and is remembered."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFormLayout, QHBoxLayout, QLineEdit, QVBoxLayout, QWidget

from promoter_app import __version__
from promoter_app.services.folder import Folder, laptop_setting, set_laptop_setting
from promoter_app.ui import theme, tokens
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.choices import Choice, ChoiceRow
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.language import LANGUAGES, load_language
from promoter_app.ui.room import Room, scrolling
from promoter_app.ui.sounds import Loudness
from promoter_app.ui.window_choices import LANGUAGE, LAPTOP_NAME, OPERATOR, SOUND, TEXT_SIZE


@dataclass(frozen=True)
class _Shown:
    laptop: str
    operator: str


class SettingsPage(Room):
    """The promoter's own part."""

    reads = frozenset({"device"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("page", "true")
        self.setObjectName("settings")
        self.me = Card("…")
        self.display = Card("…")
        self.about = Card("…")
        self.operator, self.laptop = QLineEdit(), QLineEdit()
        for field in (self.operator, self.laptop):
            field.setMaxLength(80)
        self.operator_label, self.laptop_label = Text("", "label"), Text("", "label")
        self.language_label, self.size_label, self.sound_label = (Text("", "label") for _each in range(3))
        self.language = ChoiceRow("language")
        self.text_size = ChoiceRow("size")
        self.sound = ChoiceRow("sound")
        self.try_sound = KeyButton("", "ph.speaker-high-bold", size="small")
        self.facts = Text("", "body", wrap=True)
        self._lay_out()
        self.operator.editingFinished.connect(lambda: self._keep(OPERATOR, self.operator.text().strip()))
        self.laptop.editingFinished.connect(lambda: self._keep(LAPTOP_NAME, self.laptop.text().strip()))
        self.language.chosen.connect(self._speak)
        self.text_size.chosen.connect(self._resize)
        self.sound.chosen.connect(self._set_sound)
        self.try_sound.clicked.connect(lambda: desk.sounds.play("present"))
        self.retranslate()

    def _lay_out(self) -> None:
        person = QFormLayout()
        person.setVerticalSpacing(14)
        person.addRow(self.operator_label, self.operator)
        person.addRow(self.laptop_label, self.laptop)
        self.operator_label.setBuddy(self.operator)
        self.laptop_label.setBuddy(self.laptop)
        self.me.body.addLayout(person)
        for label, row in (
            (self.language_label, self.language),
            (self.size_label, self.text_size),
            (self.sound_label, self.sound),
        ):
            self.display.body.addWidget(label)
            self.display.body.addWidget(row)
        self.display.body.addWidget(self.try_sound, 0, Qt.AlignmentFlag.AlignLeft)
        self.about.body.addWidget(self.facts)
        left, right = QVBoxLayout(), QVBoxLayout()
        for column in (left, right):
            column.setSpacing(16)
        left.addWidget(self.me)
        left.addWidget(self.about)
        left.addStretch(1)
        right.addWidget(self.display)
        right.addStretch(1)
        inner = QWidget()
        across = QHBoxLayout(inner)
        across.setContentsMargins(24, 20, 24, 20)
        across.setSpacing(20)
        across.addLayout(left, 1)
        across.addLayout(right, 1)
        scrolling(self, inner)

    def heading(self) -> tuple[str, str]:
        return self.tr("Ajustes"), self.tr("de esta laptop")

    def retranslate(self) -> None:
        self.me.set_heading(self.tr("Quién usa esta laptop"))
        self.display.set_heading(self.tr("Pantalla y sonido"))
        self.about.set_heading(self.tr("Acerca de"))
        self.operator_label.setText(self.tr("Tu nombre"))
        self.laptop_label.setText(self.tr("Nombre de la laptop"))
        self.operator.setAccessibleName(self.tr("Tu nombre"))
        self.laptop.setAccessibleName(self.tr("Nombre de la laptop"))
        self.language_label.setText(self.tr("Idioma"))
        self.size_label.setText(self.tr("Tamaño del texto"))
        self.sound_label.setText(self.tr("Sonido"))
        self.try_sound.setText(self.tr("Probar"))
        self.language.set_choices([Choice("es", "Español"), Choice("en", "English")])
        self.text_size.set_choices([Choice(percent, f"{percent} %") for percent in tokens.SCALES])
        sounds = {
            Loudness.LOUD: self.tr("Alto"),
            Loudness.SOFT: self.tr("Bajo"),
            Loudness.OFF: self.tr("Sin sonido"),
        }
        self.sound.set_choices([Choice(loudness, words) for loudness, words in sounds.items()])
        self.facts.setText(
            self.tr(
                "Surco {0}. Licencia MIT. Letra Noto Sans (OFL). Iconos Phosphor (MIT) y Material (Apache 2.0)."
            ).format(__version__)
        )
        self._show_choices()

    def take_focus(self) -> None:
        self.operator.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        def look(folder: Folder) -> _Shown:
            return _Shown(laptop_setting(folder, LAPTOP_NAME, ""), laptop_setting(folder, OPERATOR, ""))

        self.desk.road.ask(look, self._show)

    def _show(self, shown: _Shown) -> None:
        self.laptop.setText(shown.laptop)
        self.operator.setText(shown.operator or self.desk.road.edge.operator)
        self._show_choices()

    def _show_choices(self) -> None:
        self.language.set_value(self.desk.language)
        self.text_size.set_value(theme.current_percent())
        self.sound.set_value(self.desk.sounds.loudness())

    def _keep(self, key: str, value: str) -> None:
        if key == OPERATOR:
            self.desk.set_operator(value)
        self.desk.road.ask(lambda folder: set_laptop_setting(folder, key, value), lambda _done: None)

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
