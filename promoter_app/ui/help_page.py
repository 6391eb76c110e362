"""Ayuda: short pages for each screen, offline, in the language of the window."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QHBoxLayout, QTextBrowser, QVBoxLayout, QWidget

from promoter_app.shipped import folder as shipped_folder
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card
from promoter_app.ui.kit.question import room_for
from promoter_app.ui.room import Room, scrolling

TOPICS = (
    "today", "attendance", "tests", "topic", "closing", "week", "crews", "topics", "paper", "deliver", "receiving",
    "goals", "settings", "wizard", "lock", "keys",
)  # fmt: skip
"""Pages of help: the rooms by their names, the steps of a session, and what covers the window."""


SETTINGS = "settings/"
"""Before the name of a section of Ajustes: its own page of help."""


def help_text(topic: str, language: str) -> str:
    """The Markdown of a help page, or of a section of Ajustes; KeyError for a topic that does not exist."""
    if topic.startswith(SETTINGS):
        title, text = settings_help(language)[topic.removeprefix(SETTINGS)]
        return f"# {title}\n\n{text}"
    if topic not in TOPICS:
        raise KeyError(topic)
    return _read(topic, language)


def settings_help(language: str) -> dict[str, tuple[str, str]]:
    """Title and Markdown of every section of Ajustes, by its name: `## name · Title` in one file a language."""
    found = {}
    for part in _read("settings-sections", language).removeprefix("## ").split("\n## "):
        head, _line, text = part.partition("\n")
        name, _dot, title = head.partition(" · ")
        found[name] = (title, text.strip())
    return found


def _read(name: str, language: str) -> str:
    path: Path = shipped_folder("resources") / "help" / ("en" if language == "en" else "es") / f"{name}.md"
    return path.read_text(encoding="utf-8")


class HelpPage(Room):
    """Topics on the left, the page on the right; F1 opens the one of the screen one was on."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("page", "true")
        self.setObjectName("help")
        self._topic = "today"
        self._buttons: dict[str, KeyButton] = {}
        self._back_to = "today"
        self.topics = Card("…")
        self.back_button = KeyButton("", "ph.arrow-left-bold", "Esc", left=True, size="small")
        self.back_button.clicked.connect(lambda: self.desk.go.emit(self._back_to))
        self.topics.body.addWidget(self.back_button)
        for topic in TOPICS:
            button = KeyButton("…", left=True, size="small")
            button.setCheckable(True)
            button.clicked.connect(lambda _on=False, name=topic: self.show_topic(name))
            self._buttons[topic] = button
            self.topics.body.addWidget(button)
        self.practice_button = KeyButton("", "ph.play-circle-bold", size="small")
        self.practice_button.clicked.connect(self._practise)
        self.topics.body.addWidget(self.practice_button)
        self.topics.body.addStretch(1)
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setFrameShape(QTextBrowser.Shape.NoFrame)
        page = Card("")
        page.body.addWidget(self.text)
        row = QHBoxLayout()
        row.setSpacing(20)
        row.addWidget(self.topics)
        row.addWidget(page, 1)
        self.text.setMinimumHeight(320)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(24, 20, 24, 20)
        column.addLayout(row)
        scrolling(self, inner)
        self.retranslate()

    def heading(self) -> tuple[str, str]:
        return self.tr("Ayuda"), self.tr("sin internet")

    def retranslate(self) -> None:
        words = {
            "today": self.tr("Hoy"),
            "week": self.tr("Semana"),
            "attendance": self.tr("Asistencia"),
            "tests": self.tr("Pruebas"),
            "topic": self.tr("Tema"),
            "closing": self.tr("Cierre"),
            "crews": self.tr("Cuadrillas y listas"),
            "topics": self.tr("Temas"),
            "paper": self.tr("Papel"),
            "deliver": self.tr("Entregar"),
            "receiving": self.tr("Recibir"),
            "goals": self.tr("Metas"),
            "settings": self.tr("Ajustes"),
            "wizard": self.tr("Primeros pasos"),
            "lock": self.tr("Entrar y cerrar"),
            "keys": self.tr("Teclas"),
        }
        for topic, button in self._buttons.items():
            button.setText(words[topic])
        self.back_button.setText(self.tr("Volver"))
        self.practice_button.setText(self.tr("Practicar"))
        self.topics.set_heading(self.tr("Temas de ayuda"))
        self.text.setAccessibleName(self.tr("Texto de ayuda"))
        self.show_topic(self._topic)

    def reload(self) -> None:
        self.show_topic(self._topic)

    def show_topic(self, topic: str) -> None:
        """Open a page of help, or that of a section of Ajustes (`settings/` and its name)."""
        sections = {SETTINGS + name for name in settings_help("es")}
        known = topic in TOPICS or topic in sections
        self._topic = topic if known else "today"
        for name, button in self._buttons.items():
            button.setChecked(name == self._topic.partition("/")[0])
        self.text.setMarkdown(help_text(self._topic, self.desk.language))

    def came_from(self, room: str) -> None:
        """Where Volver and Esc go."""
        self._back_to = room

    def _practise(self) -> None:
        from promoter_app.ui.practice import open_practice

        if open_practice(self.desk.language):
            self.desk.tell("blue", self.tr("La práctica se abre en otra ventana"))
        else:
            self.desk.tell("red", self.tr("No se pudo abrir la práctica"), self.tr("Tus datos siguen como estaban."))

    def take_focus(self) -> None:
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)


class HelpDialog(QDialog):
    """The help of what covers the window (the lock, the first steps), over it for a moment; Esc closes."""

    def __init__(self, desk: Desk, topic: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWindowTitle("Surco")
        self.resize(room_for(self, 720, 560))
        self.text = QTextBrowser()
        self.text.setOpenLinks(False)
        self.text.setAccessibleName(self.tr("Texto de ayuda"))
        self.text.setMarkdown(help_text(topic, desk.language))
        close = KeyButton(self.tr("Volver"), "ph.x-bold", "Esc", cap_only=True)
        close.clicked.connect(self.accept)
        column = QVBoxLayout(self)
        column.setContentsMargins(20, 20, 20, 20)
        column.addWidget(self.text, 1)
        column.addWidget(close, 0, Qt.AlignmentFlag.AlignRight)
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)
