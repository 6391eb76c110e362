"""What a list would bring: three counts, the new crews, the rows that do not enter and why, and who looks alike."""

from __future__ import annotations

from collections.abc import Mapping as Lookup
from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QTextCharFormat, QTextCursor
from PySide6.QtWidgets import QComboBox, QHBoxLayout, QPlainTextEdit, QWidget

from promoter_app.domain.people import Person
from promoter_app.services.crews.crews import Crew
from promoter_app.services.people.importing import ImportPlan, LikelyDuplicate
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.frames import Card, IconLabel, Text
from promoter_app.ui.kit.people import initials

_MOST_LINES = 2000


class _Lines(QPlainTextEdit):
    """Lines to read and to copy; Tab goes on."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setReadOnly(True)
        self.setTabChangesFocus(True)

    def show_lines(self, lines: Sequence[str]) -> None:
        """Show these, small; a few of them are seen at once."""
        self.setPlainText("\n".join(lines))
        shape = QTextCharFormat()
        shape.setFont(theme.font("small"))
        everything = self.textCursor()
        everything.select(QTextCursor.SelectionType.Document)
        everything.setCharFormat(shape)
        self.setFixedHeight(theme.px(124))


class FindingsCard(Card):
    """Shows an ImportPlan. `crew_chosen` carries the crew for all, or None for "as the list says"."""

    crew_chosen = Signal(object)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("…", parent=parent)
        self.desk = desk
        self._crews: list[Crew] = []
        self.crew_label, self.crew = Text("", "label"), QComboBox()
        self.crew.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.crew.setMinimumContentsLength(12)
        self.crew_label.setBuddy(self.crew)
        self.people, self.out, self.alike = (Text("", "bold", wrap=True) for _each in range(3))
        self.new_crews = Text("", "small", "ink2", wrap=True)
        self.faults_label, self.faults = Text("", "label", wrap=True), _Lines()
        self.alike_label, self.alike_lines = Text("", "label", wrap=True), _Lines()
        self._lay_out()
        self.crew.activated.connect(lambda _at: self.crew_chosen.emit(self.chosen_crew()))
        self.retranslate()

    def _lay_out(self) -> None:
        marks = (
            (self.people, "ph.check-circle-fill", "cana"),
            (self.out, "ph.warning-fill", "ambar_d"),
            (self.alike, "ph.users-fill", "azul"),
        )
        for label, icon, colour in marks:
            row = QHBoxLayout()
            row.setSpacing(10)
            row.addWidget(IconLabel(icon, colour, 26))
            row.addWidget(label, 1)
            self.body.addLayout(row)
        for part in (self.new_crews, self.crew_label, self.crew, self.faults_label, self.faults):
            self.body.addWidget(part)
        self.body.addWidget(self.alike_label)
        self.body.addWidget(self.alike_lines)
        self.body.addStretch(1)

    def retranslate(self) -> None:
        """Put on every word again."""
        self.set_heading(self.tr("Qué va a pasar"))
        self.crew_label.setText(self.tr("¿A qué cuadrilla van?"))
        self.crew.setAccessibleName(self.tr("¿A qué cuadrilla van?"))
        self.faults_label.setText(self.tr("Renglones con avisos"))
        self.faults.setAccessibleName(self.tr("Renglones con avisos"))
        self.alike_label.setText(self.tr("Se parecen a alguien de aquí: entran, y luego se revisan"))
        self.alike_lines.setAccessibleName(self.tr("Se parecen a alguien de aquí: entran, y luego se revisan"))

    def show_crews(self, crews: Sequence[Crew], chosen: bytes | None) -> None:
        """The crews to choose from."""
        self._crews = list(crews)
        self.crew.clear()
        self.crew.addItem(self.tr("Como dice la lista"))
        for crew in crews:
            self.crew.addItem(crew.name)
        place = next((at for at, crew in enumerate(crews, 1) if crew.id == chosen), 0)
        self.crew.setCurrentIndex(place)

    def chosen_crew(self) -> bytes | None:
        """The crew for everybody, or None."""
        at = self.crew.currentIndex()
        return self._crews[at - 1].id if at > 0 else None

    def show_plan(self, plan: ImportPlan, known: Lookup[bytes, Person]) -> None:
        """Counts and lists; `known` are the people whom somebody resembles."""
        self.people.setText(self.tr("%n personas", "", plan.people))
        self.out.setText(self.tr("%n renglones no", "", len(plan.skipped)))
        self.alike.setText(self.tr("%n parecidas", "", len(plan.duplicates)))
        self._show_new_crews(plan)
        faults = self._fault_lines(plan)
        for part in (self.faults_label, self.faults):
            part.setVisible(bool(faults))
        self.faults.show_lines(faults)
        alike = [self._alike_line(each, known) for each in plan.duplicates[:_MOST_LINES]]
        for part in (self.alike_label, self.alike_lines):
            part.setVisible(bool(alike))
        self.alike_lines.show_lines(alike)

    def show_done(self, done: bool) -> None:
        """Speak of what happened, or of what would happen."""
        self.set_heading(self.tr("Qué pasó") if done else self.tr("Qué va a pasar"))
        for part in (self.crew_label, self.crew):
            part.setVisible(not done)

    def show_no_name(self, words: str) -> None:
        """No column is the name yet."""
        self.people.setText(words)
        self.out.setText(self.tr("%n renglones no", "", 0))
        self.alike.setText(self.tr("%n parecidas", "", 0))
        for part in (self.new_crews, self.faults_label, self.faults, self.alike_label, self.alike_lines):
            part.hide()

    def _show_new_crews(self, plan: ImportPlan) -> None:
        lines = []
        if plan.new_crews:
            named = ", ".join(plan.new_crews[:8]) + ("…" if len(plan.new_crews) > 8 else "")
            lines.append(self.tr("Cuadrillas nuevas: {0}").format(named))
        if plan.without_crew:
            lines.append(self.tr("Sin cuadrilla: {0}").format(plan.without_crew))
        self.new_crews.setText("\n".join(lines))
        self.new_crews.setVisible(bool(lines))

    def _fault_lines(self, plan: ImportPlan) -> list[str]:
        out, enters = self.tr("Renglón {0}, no entra: {1}"), self.tr("Renglón {0}, entra: {1}")
        lines = [out.format(skipped.row, self.desk.say(skipped.reason)) for skipped in plan.skipped]
        for row in plan.rows:
            if row.faults:
                lines.append(enters.format(row.row_number, " ".join(map(self.desk.say, row.faults))))
        if len(lines) > _MOST_LINES:
            more = self.tr("Y {0} más").format(len(lines) - _MOST_LINES)
            return [*lines[:_MOST_LINES], more]
        return lines

    def _alike_line(self, each: LikelyDuplicate, known: Lookup[bytes, Person]) -> str:
        other = known.get(each.person)
        names = [each.name, other.name if other else ""]
        if self.desk.names_hidden:
            names = [initials(name) for name in names]
        where = other.crew_name if other and other.crew_name else self.tr("sin cuadrilla")
        words = self.tr("Renglón {0}: {1} se parece {2} % a {3} ({4})")
        return words.format(each.row, names[0], each.score, names[1], where)
