"""The cards of Cierre: who came, what waits, before and after, opinions, help offered."""

from __future__ import annotations

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtWidgets import QComboBox, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.attendance import ScanOutcome, ScanState
from promoter_app.domain.curriculum.common import HelpChannel
from promoter_app.domain.sessions import BeforeAfter, SessionSummary
from promoter_app.ui.kit import Bar, Card, Choice, ChoiceRow, IconLabel, KeyButton, Rule, Text
from promoter_app.ui.kit.layouts import clear


class CountsCard(Card):
    """How many came, and of which kind."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(padding=18, parent=parent)
        self.number = Text("", "number", "cana")
        self.word = Text("", "heading")
        self._lines = QGridLayout()
        self._lines.setColumnStretch(0, 1)
        self._lines.setVerticalSpacing(2)
        head = QHBoxLayout()
        head.setSpacing(14)
        head.addWidget(self.number)
        head.addWidget(self.word, 1)
        self.body.addLayout(head)
        self.body.addWidget(Rule())
        self.body.addLayout(self._lines)

    def show_counts(self, seen: SessionSummary) -> None:
        """Put the counts in."""
        self.number.setText(str(seen.present))
        self.word.setText(self.tr("persona presente") if seen.present == 1 else self.tr("personas presentes"))
        clear(self._lines)
        of_crew = self.tr("{some} de {all}").format(some=seen.of_crew, all=seen.session.people)
        rows = [(self.tr("De la cuadrilla"), of_crew)] if seen.session.crew else []
        rows += [
            (self.tr("De otra cuadrilla"), str(seen.from_elsewhere)),
            (self.tr("Sin nombre"), str(seen.unnamed)),
            (self.tr("Personas nuevas"), str(seen.new_people)),
        ]
        for at, (words, count) in enumerate(rows):
            self._lines.addWidget(Text(words), at, 0)
            shown = Text(count, "bold")
            shown.setAlignment(Qt.AlignmentFlag.AlignRight)
            self._lines.addWidget(shown, at, 1)


class MissingCard(Card):
    """Steps where nothing was done; `wanted` carries the step to go back to."""

    wanted = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("-", "amber", padding=16, parent=parent)
        self._lines = QVBoxLayout()
        self.body.addLayout(self._lines)
        self.buttons: dict[str, KeyButton] = {}

    def show_steps(self, steps: tuple[str, ...]) -> None:
        """A button for each missing step; hidden when none is."""
        names = {
            "attendance": self.tr("Asistencia"),
            "pre_test": self.tr("Prueba inicial"),
            "topic": self.tr("Tema"),
            "post_test": self.tr("Prueba final"),
        }
        self.set_heading(self.tr("Quedó sin hacer"))
        clear(self._lines)
        self.buttons = {}
        for step in steps:
            button = KeyButton(names[step], "ph.arrow-left-bold", size="small", left=True)
            button.clicked.connect(lambda _on=False, name=step: self.wanted.emit(name))
            self._lines.addWidget(button)
            self.buttons[step] = button
        self.setVisible(bool(steps))


class WaitingCard(Card):
    """Scans without an answer; `answered` carries the scan and whether to count it."""

    answered = Signal(bytes, bool)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("-", "amber", padding=16, parent=parent)
        self._lines = QVBoxLayout()
        self.body.addLayout(self._lines)
        self.buttons: dict[tuple[bytes, bool], KeyButton] = {}

    def show_scans(self, scans: list[ScanOutcome], *, names_hidden: bool) -> None:
        """One row each; hidden when none waits."""
        self.set_heading(self.tr("Por resolver ({count})").format(count=len(scans)))
        clear(self._lines)
        self.buttons = {}
        for scan in scans:
            self._lines.addWidget(self._row(scan, names_hidden=names_hidden))
        self.setVisible(bool(scans))

    def _row(self, scan: ScanOutcome, *, names_hidden: bool) -> QWidget:
        row = QWidget()
        column = QVBoxLayout(row)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(Text(self._words(scan, names_hidden=names_hidden), "strong", wrap=True))
        buttons = QHBoxLayout()
        known = scan.person is not None
        choices = [(True, self.tr("Contar"), "ph.check-bold")] if known else []
        for count, words, icon in [*choices, (False, self.tr("No contar"), "ph.x-bold")]:
            button = KeyButton(words, icon, size="small")
            button.setAccessibleName(f"{words}: {self._words(scan, names_hidden=names_hidden)}")
            button.clicked.connect(lambda _on=False, c=count, s=scan.scan: self.answered.emit(s, c))
            buttons.addWidget(button)
            self.buttons[scan.scan or b"", count] = button
        buttons.addStretch(1)
        column.addLayout(buttons)
        return row

    def _words(self, scan: ScanOutcome, *, names_hidden: bool) -> str:
        number = f"{scan.card_number:04d}" if scan.card_number else ""
        name = scan.person.name if scan.person and not names_hidden else number
        words = {
            ScanState.OTHER_CREW: self.tr("De otra cuadrilla: {name}").format(name=name),
            ScanState.BLANK: self.tr("Tarjeta en blanco {number}").format(number=number),
            ScanState.CANCELLED: self.tr("Tarjeta anulada: {name}").format(name=name),
        }
        return f"{scan.at[:5]} · {words.get(scan.state, self.tr('Tarjeta desconocida'))}"


class QuestionsCard(Card):
    """Right answers of the group before and after, question by question; nobody's own result."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("-", padding=16, parent=parent)
        self._lines = QVBoxLayout()
        self._lines.setSpacing(10)
        self.summary = Text("", "small", "ink2", wrap=True)
        self.advice = Text("", "small-strong", wrap=True)
        self.body.addLayout(self._lines)
        self.body.addWidget(self.advice)
        self.body.addWidget(self.summary)

    def show_questions(self, seen: SessionSummary, words: dict[str, str], advice: str) -> None:
        """`words` is each question's text by its name; `advice` what to say again while people are still here."""
        self.advice.setText(advice)
        self.advice.setVisible(bool(advice))
        self.set_heading(self.tr("Antes y después del tema"))
        clear(self._lines)
        for question in seen.questions:
            self._lines.addWidget(self._row(question, words.get(question.item, question.item)))
        tested = self.tr("Contestaron antes {before} personas y después {after}. Contestaron las dos veces {pairs}.")
        self.summary.setText(
            tested.format(before=seen.tested_before, after=seen.tested_after, pairs=seen.pairs)
        )

    def _row(self, question: BeforeAfter, words: str) -> QWidget:
        row = QWidget()
        grid = QGridLayout(row)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setVerticalSpacing(2)
        grid.setHorizontalSpacing(10)
        grid.setColumnStretch(1, 1)
        grid.addWidget(Text(words, "small-strong", wrap=True), 0, 0, 1, 3)
        counts = (
            (self.tr("Antes"), question.before, question.asked_before, "line"),
            (self.tr("Después"), question.after, question.asked_after, "cana"),
        )
        for at, (when, right, asked, colour) in enumerate(counts, start=1):
            bar = Bar(colour)
            said = self.tr("{right} de {asked} bien").format(right=right, asked=asked)
            said = said if asked else self.tr("sin datos")
            bar.set_share(right / asked if asked else 0.0, f"{when}: {said}")
            grid.addWidget(Text(when, "small", "ink2"), at, 0)
            grid.addWidget(bar, at, 1)
            grid.addWidget(Text(said, "small"), at, 2)
        return row


class FacesCard(Card):
    """Three faces to point at; each press counts one anonymous opinion."""

    pointed = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("-", padding=16, parent=parent)
        self._counts = (0, 0, 0)
        icons = ("ph.smiley-bold", "ph.smiley-meh-bold", "ph.smiley-sad-bold")
        self.buttons = [KeyButton("0", icon) for icon in icons]
        row = QHBoxLayout()
        for face, button in enumerate(self.buttons, start=1):
            button.clicked.connect(lambda _on=False, which=face: self.pointed.emit(which))
            row.addWidget(button, 1)
        self.body.addLayout(row)

    def show_counts(self, counts: tuple[int, int, int]) -> None:
        """How many pointed at each."""
        self._counts = counts
        self.set_heading(self.tr("¿Cómo les pareció?"))
        names = (self.tr("Bien"), self.tr("Más o menos"), self.tr("Mal"))
        for button, name, count in zip(self.buttons, names, counts, strict=True):
            button.setText(str(count))
            button.setAccessibleName(f"{name}: {count}")

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "buttons"):
            self.show_counts(self._counts)


class HelpCard(Card):
    """The two minutes of the help card, and whether help was offered: yes or no and through what, nothing more."""

    told = Signal(bool, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("-", padding=16, parent=parent)
        self.say = Text("", "body", wrap=True)
        self.ask = Text("", "label", wrap=True)
        self.offered = ChoiceRow()
        self.channel = QComboBox()
        self.hush = Text("", "small", "ink2", wrap=True)
        self.head.insertWidget(0, IconLabel("ph.first-aid-kit-fill", "cana", 26))
        for part in (self.say, Rule(), self.ask, self.offered, self.channel, self.hush):
            self.body.addWidget(part)
        self.offered.chosen.connect(lambda _value: self._tell())
        self.channel.activated.connect(lambda _at: self._tell())

    def set_words(self, say: str, channels: list[HelpChannel], language: str) -> None:
        """What is read aloud, and the channels to choose from."""
        self.set_heading(self.tr("Tarjeta de ayuda · 2 min"))
        self.say.setText(say)
        self.ask.setText(self.tr("¿Ofreciste un canal de ayuda a alguien?"))
        self.offered.setAccessibleName(self.ask.text())
        self.offered.set_choices([Choice(True, self.tr("Sí"), "S"), Choice(False, self.tr("No"), "N")])
        self.channel.setAccessibleName(self.tr("Canal de ayuda"))
        self.channel.clear()
        for channel in channels:
            self.channel.addItem(channel.name.in_language(language), channel.id)
        self.channel.setMinimumContentsLength(12)
        self.channel.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.hush.setText(self.tr("Solo se guarda sí o no, el canal y la fecha. Ni nombre ni relato."))

    def stops(self) -> tuple[QWidget, ...]:
        """Where Tab stops."""
        return (self.offered.button(True), self.offered.button(False), self.channel)

    def show_told(self, told: tuple[bool, str | None] | None) -> None:
        """What was told before (None: nothing)."""
        self.offered.set_value(told[0] if told else None)
        self.channel.setVisible(bool(told and told[0]))
        if told and told[1]:
            self.channel.setCurrentIndex(max(0, self.channel.findData(told[1])))

    def _tell(self) -> None:
        offered = self.offered.value() is True
        self.channel.setVisible(offered)
        self.told.emit(offered, str(self.channel.currentData() or "") if offered else "")
