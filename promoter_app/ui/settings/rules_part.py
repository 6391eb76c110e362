"""The project's rules and texts as one form; the privacy notice also as it will be printed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from typing import Literal

from PySide6.QtWidgets import QVBoxLayout, QWidget

from promoter_app.domain.done import Done
from promoter_app.domain.papers.privacy import NO_GUARANTEE
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.stamp import Stamp
from promoter_app.services.curricula import Content
from promoter_app.services.folder import Folder
from promoter_app.services.office import plan_rules, project
from promoter_app.ui.crews.printing import CrewPrinting
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.field_form import FieldForm, FormWords, save_button
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.progress import ProgressPanel

Group = Literal["lock", "plan", "consent", "notice"]
_READERS: dict[Group, Callable[[Folder, Content], project.SettingsGroup]] = {
    "lock": lambda folder, _content: project.lock_rule(folder),
    "plan": lambda folder, _content: plan_rules.plan_rules(folder),
    "consent": project.consent_texts,
    "notice": project.privacy_notice,
}
_NOTICE = "full"


@dataclass(frozen=True)
class _Read:
    group: Group
    rules: project.SettingsGroup
    printed: tuple[str, ...]
    gaps: int


class RulesPart(QWidget):
    """`show_group` chooses which. Empty fields use the usual text, shown pale."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.group: Group = "lock"
        self._fields = project.LOCK_RULE
        self.banner = Banner()
        self.card = Card("…")
        self.save_button = save_button()
        self.form = FieldForm()
        self.notice = Card("…", "blue")
        self.caveat = Text("", "strong", wrap=True)
        self.printed = Text("", "body", wrap=True)
        self.progress = ProgressPanel()
        self.print_button = KeyButton("", "ph.printer-bold", size="small")
        self.printing = CrewPrinting(desk, self.banner, self.progress, self)
        self.notice.add_to_head(self.print_button)
        self.card.add_to_head(self.save_button)
        self.card.body.addWidget(self.form)
        self.notice.body.addWidget(self.caveat)
        self.notice.body.addWidget(self.printed)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for part in (self.banner, self.progress, self.card, self.notice):
            column.addWidget(part)
        column.addStretch(1)
        self.save_button.clicked.connect(self._save)
        self.print_button.clicked.connect(self._print)
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        names = {
            "lock": self.tr("Candado y pruebas"),
            "plan": self.tr("Cómo se planea"),
            "consent": self.tr("Permisos que se piden"),
            "notice": self.tr("Aviso de privacidad"),
        }
        self.card.set_heading(names[self.group])
        self.save_button.setText(self.tr("Guardar"))
        self.print_button.setText(self.tr("Imprimir"))
        self.notice.set_heading(self.tr("Así se imprime"))
        self.caveat.setText(self.desk.say(NO_GUARANTEE))

    def show_group(self, group: Group) -> None:
        """Set up this group."""
        if self.group != group:
            self.banner.clear()
        self.group = group
        self.retranslate()
        self.reload()

    def reload(self) -> None:
        """Read the values again."""
        group, content, say = self.group, self.desk.courses, self.desk.language

        def look(folder: Folder) -> _Read:
            rules = _READERS[group](folder, content)
            printed = project.notice_to_print(folder, content, _NOTICE, say) if group == "notice" else ()
            gaps = len(project.notice_gaps(folder, content, _NOTICE)) if group == "notice" else 0
            return _Read(group, rules, printed, gaps)

        self.desk.road.ask(look, self._show)

    def _show(self, read: _Read) -> None:
        if read.group != self.group:
            return
        self._fields = read.rules.fields
        values = {key: value or None for key, value in read.rules.values.items()}
        words = FormWords(self.desk.language, usual=read.rules.usual)
        self.form.show_fields(read.rules.fields, values, words)
        self.notice.setVisible(read.group == "notice")
        lines = list(read.printed)
        if read.gaps:
            lines.insert(0, self.tr("Faltan %n espacios por llenar: salen como raya.", "", read.gaps))
        self.printed.setText("\n\n".join(lines))

    def take_focus(self) -> None:
        """Begin at the first field."""
        self.form.take_focus()

    def _save(self) -> None:
        fields, group = self._fields, self.group
        values = {key: "" if value is None else str(value) for key, value in self.form.values().items()}

        def keep(folder: Folder, stamp: Stamp) -> Done[None]:
            if group == "plan":
                return plan_rules.set_plan_rules(folder, stamp, values)
            return project.set_rules(folder, stamp, fields, values)

        self.desk.road.do(keep, self._saved, self._refused)

    def _print(self) -> None:
        content, say = self.desk.courses, self.desk.language

        def draw(folder: Folder, out: Path, tell: Callable[[int, int], None], stop: Callable[[], bool]) -> Path:
            return project.print_privacy(folder, content, out, language=say, on_progress=tell, should_stop=stop)

        self.printing.ask_place(self.tr("aviso de privacidad"), draw)

    def _saved(self, _done: None) -> None:
        self.banner.tell("green", self.tr("Guardado"), self.tr("Ctrl+Z lo deshace."))
        self.reload()
        self.save_button.setFocus()

    def _refused(self, refusal: Refusal) -> None:
        self.banner.tell("red", *self.desk.said(refusal))
