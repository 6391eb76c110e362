"""One noun of the office: its list, and the form of the chosen or the new one, with who changed it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.done import Done, Value
from promoter_app.domain.office.fields import Noun
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.office import lists, setting_up
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.field_form import FieldForm, FormWords, save_button
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.layouts import stack
from promoter_app.ui.kit.people import PersonList, PersonRow
from promoter_app.ui.language import clock_time, full_date

_LINES = 3
Values = Mapping[str, Value]


@dataclass(frozen=True)
class _Read:
    """What one question brings."""

    noun: Noun
    found: lists.OfficeList
    history: list[lists.Change]


class NounPart(QWidget):
    """`show_noun` chooses what is set up. Nothing is written before Guardar; Ctrl+Z takes it back."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.noun: Noun | None = None
        self._fixed: Mapping[str, Value] = {}
        self._target: bytes | None = None
        self._read: _Read | None = None
        self._filling = False
        self._wants_focus = False
        self.banner = Banner()
        self.why = Text("", "body", "ink2", wrap=True)
        self.rows = PersonList()
        self.rows.setProperty("framed", "true")
        self.add_button = KeyButton("", "ph.plus-bold", "F2", size="small", more_keys=("Ctrl+N",))
        self.card = Card("…")
        self.history = Text("", "small", "ink2", wrap=True)
        self.remove_button = KeyButton("", "ph.minus-circle-bold", kind="danger", size="small")
        self.save_button = save_button()
        self.form = FieldForm()
        self._lay_out()
        self.rows.pointed.connect(self._open)
        self.rows.chosen.connect(lambda _key: self.form.take_focus())
        self.add_button.clicked.connect(self.begin_new)
        self.save_button.clicked.connect(self._save)
        self.remove_button.clicked.connect(self._remove)
        self.banner.acted.connect(lambda _name: self.banner.clear())
        self.retranslate()

    def _lay_out(self) -> None:
        self.side = QWidget()
        left = QVBoxLayout(self.side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(10)
        left.addWidget(self.add_button, 0, Qt.AlignmentFlag.AlignLeft)
        left.addWidget(self.rows, 1)
        self.card.add_to_head(self.remove_button)
        self.card.add_to_head(self.save_button)
        self.card.body.addWidget(self.history)
        self.card.body.addWidget(self.form)
        right = QVBoxLayout()
        right.addWidget(self.card)
        right.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(16)
        self._across.addWidget(self.side, 4)
        self._across.addLayout(right, 5)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        column.addWidget(self.banner)
        column.addWidget(self.why)
        column.addLayout(self._across, 1)

    # words
    def retranslate(self) -> None:
        """Put on every word again."""
        self.add_button.setText(self.tr("Agregar"))
        self.save_button.setText(self.tr("Guardar"))
        self.remove_button.setText(self.tr("Quitar"))
        if self.noun is not None:
            self.why.setText(self.desk.say(self.noun.why))
            self.rows.setAccessibleName(self.desk.say(self.noun.many))
            self._name_form()

    def arrange(self) -> None:
        """The list above the form where there is no room beside it."""
        stacked = theme.is_large()
        stack(self._across, stacked)
        self.rows.setMinimumHeight(theme.px(72) * 2 if stacked else 360)

    # what is shown
    def show_noun(self, noun: Noun, fixed: Mapping[str, Value] | None = None) -> None:
        """Set up this; of the rows only those with the values `fixed`, which the form does not ask for."""
        if self.noun is not noun or self._fixed != (fixed or {}):
            self.noun, self._fixed, self._target = noun, dict(fixed or {}), None
            self.banner.clear()
            self.retranslate()
        self.reload()

    def reload(self) -> None:
        """Ask for the list again; the chosen row stays chosen."""
        noun, wanted, say, content = self.noun, self._target, self.desk.language, self.desk.courses
        fixed = self._fixed
        offset = self.desk.road.edge.now().utcoffset()
        minutes = int(offset.total_seconds() // 60) if offset else 0
        if noun is None:
            return

        def look(folder: Folder) -> _Read:
            found = lists.office_list(folder, content, noun, say)
            found.rows[:] = [row for row in found.rows if all(row.values[k] == v for k, v in fixed.items())]
            there = any(row.id == wanted for row in found.rows)
            past = lists.history(folder, noun, wanted, minutes) if there and wanted else []
            return _Read(noun, found, past)

        self.desk.road.ask(look, self._show)

    def _show(self, read: _Read) -> None:
        if read.noun is not self.noun:
            return
        self._read = read
        self._filling = True
        self.rows.people.set_rows([PersonRow(row.id, row.title, row.detail) for row in read.found.rows])
        self.rows.people.set_names_hidden(read.noun.is_person and self.desk.names_hidden)
        self.rows.set_empty_text(self.tr("Todavía no hay nada aquí. Agrega lo primero."))
        if self._target is None or not self.rows.set_current_key(self._target):
            self._target = None
            self.rows.clearSelection()
        self._filling = False
        self._show_form()

    def _show_form(self) -> None:
        read = self._read
        if read is None or self.noun is None:
            return
        row = next((each for each in read.found.rows if each.id == self._target), None)
        hidden = row is not None and self.noun.is_person and self.desk.names_hidden
        values = dict(row.values) if row else {}
        fields = [field for field in self.noun.fields if self.is_asked(field.name)]
        self.form.show_fields(fields, values, self._form_words(read.found.names), new=row is None)
        self._name_form()
        self.form.setVisible(not hidden)
        self.remove_button.setVisible(row is not None)
        self.save_button.setVisible(row is None or self.noun.changes)
        self.save_button.set_reason(self.tr("Los nombres están ocultos. F7 los enseña.") if hidden else "")
        self.history.setText(self._history_words(read.history))
        self.history.setVisible(row is not None)
        if self._wants_focus:
            self._wants_focus = False
            self.form.take_focus()

    def _form_words(self, names: lists.Names) -> FormWords:
        content, say = self.desk.courses, self.desk.language
        tongues = [(one.iso639_3, one.label) for one in content.languages if one.iso639_3]
        topics = {module.code: module.title for course in content.courses.values() for module in course.modules}
        modules = [(code, f"{code} · {title.in_language(say)}") for code, title in sorted(topics.items())]
        return FormWords(say, names, tongues, modules)

    def _name_form(self) -> None:
        if self.noun is not None:
            new = self._target is None
            self.card.set_heading(self.tr("Agregar") if new else self.tr("Cambiar"))

    def _history_words(self, past: list[lists.Change]) -> str:
        if self.noun is None:
            return ""
        told = []
        for change in past[:_LINES]:
            when = f"{full_date(change.at.date())}, {clock_time(change.at)}"
            who = change.who or self.tr("sin nombre")
            if not change.field:
                told.append(self.tr("{0} lo agregó el {1}").format(who, when))
                continue
            label = self.desk.say(self.noun.field(change.field).label)
            told.append(self.tr("{0} cambió «{1}» el {2}").format(who, label, when))
        if len(past) > _LINES:
            told.append(self.tr("y %n cambios antes", "", len(past) - _LINES))
        return "\n".join(told)

    # acting
    def is_asked(self, name: str) -> bool:
        """Whether the form asks for a field."""
        return name not in self._fixed

    def write(
        self, folder: Folder, stamp: Stamp, noun: Noun, target: bytes | None, values: Values, days: tuple[int, ...]
    ) -> Done[bytes]:
        """Carry out Guardar: a new row, or other values for `target`."""
        if target is None:
            made = setting_up.add(folder, stamp, noun, values, days)
            return Done(made.outcome[-1], made.changes, made.undo)
        changed = setting_up.change(folder, stamp, noun, target, values)
        return Done(target, changed.changes, changed.undo)

    def _open(self, key: object) -> None:
        if self._filling or not isinstance(key, bytes) or key == self._target:
            return
        self._target = key
        self.banner.clear()
        self.reload()

    def begin_new(self) -> None:
        """An empty form."""
        self._target = None
        self._filling = True
        self.rows.clearSelection()
        self.rows.setCurrentIndex(self.rows.rootIndex())
        self._filling = False
        self.banner.clear()
        self._wants_focus = True
        self._show_form()

    def _save(self) -> None:
        noun, target = self.noun, self._target
        if noun is None:
            return
        values, days = {**self.form.values(), **self._fixed}, self.form.weekdays()

        def work(folder: Folder, stamp: Stamp) -> Done[bytes]:
            return self.write(folder, stamp, noun, target, values, days)

        self.desk.road.do(work, self._saved, self._refused)

    def _saved(self, target: bytes) -> None:
        self._target = target
        self.banner.tell("green", self.tr("Guardado"), self.tr("Ctrl+Z lo deshace."))
        self.reload()
        self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _remove(self) -> None:
        noun, target = self.noun, self._target
        if noun is None or target is None:
            return

        def removed(_nothing: Value) -> None:
            self._target = None
            self.banner.tell("green", self.tr("Ya no está en la lista"), self.tr("Queda en el historial. Ctrl+Z."))
            self.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
            self.reload()

        def work(folder: Folder, stamp: Stamp) -> Done[None]:
            return setting_up.withdraw(folder, stamp, noun, target)

        self.desk.road.do(work, removed, self._refused)

    def _refused(self, refusal: Refusal) -> None:
        self.banner.tell("red", *self.desk.said(refusal))
