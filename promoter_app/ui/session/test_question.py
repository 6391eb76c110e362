"""One question as one person sees it: words, picture, three answers, and the ways not to answer."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from promoter_app.services.sessions.attempts import DONT_KNOW, Question
from promoter_app.ui import theme
from promoter_app.ui.kit import AnswerTiles, Card, Choice, KeyButton, Text
from promoter_app.ui.kit.icons import pixmap

_ANY_ICON = "ph.circle-fill"


def content_icon(name: str) -> str:
    """The window's name of an icon that a content file names; a plain disc when no font has it."""
    full = name if "." in name else f"ph.{name}-fill"
    if not name:
        return _ANY_ICON
    try:
        pixmap(full, "ink", 4)
    except ValueError:
        return _ANY_ICON
    return full


class Pictogram(QWidget):
    """A picture of resources/pictograms beside the words; hidden when there is none by that name."""

    def __init__(self, side: int, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._side, self._file = side, ""
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.hide()

    def show_picture(self, name: str) -> None:
        """Show the picture `name`, or nothing."""
        path = theme.resource_folder() / "pictograms" / f"{name}.svg"
        self._file = str(path) if name and "/" not in name and path.is_file() else ""
        self.setVisible(bool(self._file))
        self.update()

    def sizeHint(self) -> QSize:
        return QSize(self._side, self._side)

    def paintEvent(self, _event: QPaintEvent) -> None:
        from PySide6.QtSvg import QSvgRenderer

        painter = QPainter(self)
        QSvgRenderer(self._file).render(painter, QRectF(self.rect()))
        painter.end()


class QuestionPanel(QWidget):
    """`answered` carries the letter chosen (or DONT_KNOW); `declined` that the person does not want to."""

    answered = Signal(str)
    declined = Signal()
    audio_wanted = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.place = Text("", "small-strong", "ink2")
        self.words = Text("", "question", wrap=True)
        self.picture = Pictogram(88)
        self.audio = KeyButton("", "ph.speaker-high-fill", "A", kind="accent", size="large")
        self.audio_note = Text("", "small-strong", "ambar_d", wrap=True)
        self.tiles = AnswerTiles()
        self.dont_know = KeyButton("", "ph.question-bold", DONT_KNOW)
        self.decline = KeyButton("", "ph.user-minus-bold")
        self.hush = Text("", "strong", wrap=True)
        self.hush.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        self._lay_out()
        self.tiles.chosen.connect(lambda letter: self.answered.emit(str(letter)))
        self.dont_know.clicked.connect(lambda: self.answered.emit(DONT_KNOW))
        self.decline.clicked.connect(self.declined)
        self.audio.clicked.connect(self.audio_wanted)
        self.retranslate()

    def _lay_out(self) -> None:
        card = Card(padding=18)
        row = QHBoxLayout()
        row.setSpacing(18)
        column = QVBoxLayout()
        column.setSpacing(2)
        for label in (self.place, self.words, self.audio_note):
            column.addWidget(label)
        row.addWidget(self.picture)
        row.addLayout(column, 1)
        row.addWidget(self.audio)
        card.body.addLayout(row)
        below = QHBoxLayout()
        below.setSpacing(12)
        below.addWidget(self.dont_know)
        below.addWidget(self.decline)
        below.addWidget(self.hush, 1)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(14)
        outer.addWidget(card)
        outer.addWidget(self.tiles, 1)
        outer.addLayout(below)

    def show_question(self, question: Question, at: int, asked: int, given: str | None, language: str) -> None:
        """Question `at` (0 based) of `asked`, with what was answered before (None: nothing)."""
        item = question.item
        self.place.setText(self.tr("Pregunta {at} de {asked}").format(at=at + 1, asked=asked))
        self.words.setText(item.question.in_language(language))
        self.picture.show_picture(item.picture)
        self.tiles.setAccessibleName(item.question.in_language(language))
        self.tiles.set_choices(
            [
                Choice(option.letter, option.words.in_language(language), str(number), content_icon(option.icon))
                for number, option in enumerate(question.options, start=1)
            ]
        )
        self.tiles.set_value(given if given != DONT_KNOW else None)
        self.dont_know.set_icon("ph.check-bold" if given == DONT_KNOW else "ph.question-bold")

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops: audio, answers, the ways not to answer."""
        tiles = self.tiles.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
        return (self.audio, *(each for each in tiles if each.isVisibleTo(self.tiles)), self.dont_know, self.decline)

    def show_audio(self, language: str, note: str, *, ready: bool) -> None:
        """The person's language on the button; `note` says what is missing."""
        self.audio.setText(language)
        self.audio.set_icon("ph.speaker-high-fill" if ready else "ph.speaker-slash-bold")
        self.audio_note.setText(note)
        self.audio_note.setVisible(bool(note))

    def retranslate(self) -> None:
        """Every word again."""
        self.dont_know.setText(self.tr("No sabe"))
        self.decline.setText(self.tr("No quiere contestar"))
        self.hush.setText(self.tr("No digas todavía cuál es la correcta."))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.LanguageChange and hasattr(self, "hush"):
            self.retranslate()
