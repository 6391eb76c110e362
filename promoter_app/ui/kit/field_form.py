"""FieldForm: a form made from a description of fields. It knows no data: values and names are passed in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QCheckBox, QComboBox, QGridLayout, QLineEdit, QPlainTextEdit, QVBoxLayout, QWidget

from promoter_app.domain.done import Value
from promoter_app.domain.office.fields import Field
from promoter_app.ui import theme
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.kit.layouts import clear
from promoter_app.ui.kit.tab_place import keep_tab_place

Names = Mapping[str, Mapping[bytes, str]]


@dataclass(frozen=True)
class FormWords:
    """What a form needs beside its fields: the language, names for refs, languages and topics to choose from."""

    language: str = "es"
    names: Names = field(default_factory=dict)
    languages: Sequence[tuple[str, str]] = ()
    modules: Sequence[tuple[str, str]] = ()
    usual: Mapping[str, str] = field(default_factory=dict)


class StillCombo(QComboBox):
    """A choice that the wheel does not change while one scrolls the page, as narrow as its place."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.setMinimumContentsLength(12)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    def wheelEvent(self, event: QWheelEvent) -> None:
        event.ignore()

    def offer(self, choices: Sequence[tuple[object, str]], value: object) -> None:
        """Fill with a blank and `choices`; a value that is not offered is offered as it is."""
        self.clear()
        self.addItem("", None)
        for data, words in choices:
            self.addItem(words, data)
        place = next((at for at in range(self.count()) if self.itemData(at) == value), 0)
        if value is not None and not place:
            self.addItem(str(value) if not isinstance(value, bytes) else "…", value)
            place = self.count() - 1
        self.setCurrentIndex(place)


class _Days(QWidget):
    """Seven ticks."""

    def __init__(self, options: Sequence[tuple[str, str]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.ticks = {int(word): QCheckBox(words) for word, words in options}
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        columns = 2 if theme.is_large() else 4
        for place, tick in enumerate(self.ticks.values()):
            grid.addWidget(tick, *divmod(place, columns))
        self.setFocusProxy(self.ticks[0])


def save_button() -> KeyButton:
    """The green button of a form: F9 or Ctrl+Enter. Its words are the page's."""
    return KeyButton("", "ph.check-bold", "F9", kind="primary", size="small", more_keys=("Ctrl+Return",))

_NUMBERED = ("weekdays", "yes_no")
"""Kinds that the data keep as a number and a form offers as words."""


class FieldForm(QWidget):
    """Labels over fields."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._fields: tuple[Field, ...] = ()
        self._words = FormWords()
        self._editors: dict[str, QWidget] = {}
        self._many_days = False
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_fields(
        self, fields: Sequence[Field], values: Mapping[str, Value], words: FormWords, *, new: bool = False
    ) -> None:
        """Make the form anew with these values; `new` lets several days of the week be chosen at once."""
        self._fields, self._words, self._many_days = tuple(fields), words, new
        clear(self._column)
        self._editors = {}
        for each in self._fields:
            self._add(each, values.get(each.name))
        for each in self._fields:
            if each.refers.startswith("@"):
                self._follow(each)
        keep_tab_place(self, [stop for each in self._editors.values() for stop in _stops(each)])
        self.updateGeometry()

    def _add(self, each: Field, value: Value) -> None:
        say = self._words.language
        mixed = any(other.required for other in self._fields)
        words = each.label.in_language(say) + (self.tr(" (opcional)") if mixed and not each.required else "")
        label = Text(words, "label", wrap=True)
        editor = self._editor(each, value)
        editor.setObjectName(f"field_{each.name}")
        editor.setAccessibleName(words)
        label.setBuddy(editor)
        self._editors[each.name] = editor
        self._column.addSpacing(8)
        self._column.addWidget(label)
        self._column.addWidget(editor)
        if each.hint is not None:
            editor.setAccessibleDescription(each.hint.in_language(say))
            self._column.addWidget(Text(each.hint.in_language(say), "small", "ink2", wrap=True))

    def _editor(self, each: Field, value: Value) -> QWidget:
        if each.kind == "long":
            return self._long(each, value)
        if each.kind == "weekdays" and self._many_days:
            return _Days([(word, read.in_language(self._words.language)) for word, read in each.options])
        if each.kind in ("choice", "ref", "language", "module", *_NUMBERED):
            combo = StillCombo()
            combo.offer(self._choices(each), str(value) if each.kind in _NUMBERED and value is not None else value)
            return combo
        line = QLineEdit(_shown(each, value))
        line.setMaxLength(max(each.limit, 20))
        line.setPlaceholderText(self._example(each))
        return line

    def _long(self, each: Field, value: Value) -> QPlainTextEdit:
        box = QPlainTextEdit(str(value or ""))
        box.setTabChangesFocus(True)
        box.setPlaceholderText(self._words.usual.get(each.name, ""))
        box.setFixedHeight(theme.px(110))
        return box

    def _example(self, each: Field) -> str:
        usual = self._words.usual.get(each.name, "")
        return usual or {"day": self.tr("día/mes/año"), "time": "12:30"}.get(each.kind, "")

    def _choices(self, each: Field) -> Sequence[tuple[object, str]]:
        if each.kind == "language":
            return self._words.languages
        if each.kind == "module":
            return self._words.modules
        if each.kind == "ref":
            return list(self._words.names.get(each.refers, {}).items())
        return [(word, read.in_language(self._words.language)) for word, read in each.options]

    def _follow(self, each: Field) -> None:
        """What a field may name depends on another one: refill it whenever that changes."""
        leader, editor = self._editors[each.refers[1:]], self._editors[each.name]
        if not isinstance(leader, StillCombo) or not isinstance(editor, StillCombo):
            return

        def refill(value: object) -> None:
            names = self._words.names.get(str(leader.currentData()), {})
            editor.offer(list(names.items()), value if value in names else None)
            editor.setEnabled(bool(names))

        current = editor.currentData()
        refill(current)
        leader.currentIndexChanged.connect(lambda _at: refill(None))

    # what was filled in
    def values(self) -> dict[str, Value]:
        """The values as they stand; blanks are None."""
        told = (each for each in self._fields if not isinstance(self._editors[each.name], _Days))
        return {each.name: self._value(each) for each in told}

    def weekdays(self) -> tuple[int, ...]:
        """The days ticked in a new row (0 Monday)."""
        days = next((each for each in self._editors.values() if isinstance(each, _Days)), None)
        return tuple(day for day, tick in days.ticks.items() if tick.isChecked()) if days else ()

    def editor(self, name: str) -> QWidget:
        """The control of a field (KeyError when there is none)."""
        return self._editors[name]

    def take_focus(self) -> None:
        """Begin at the first field."""
        if self._editors:
            next(iter(self._editors.values())).setFocus(Qt.FocusReason.OtherFocusReason)

    def _value(self, each: Field) -> Value:
        editor = self._editors[each.name]
        if isinstance(editor, QComboBox):
            found: Value = editor.currentData()
            return found
        if isinstance(editor, QPlainTextEdit):
            return editor.toPlainText() or None
        return editor.text() or None if isinstance(editor, QLineEdit) else None

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            for editor in self._editors.values():
                if isinstance(editor, QPlainTextEdit):
                    editor.setFixedHeight(theme.px(110))


def _stops(editor: QWidget) -> list[QWidget]:
    """Where Tab stops in an editor."""
    return list(editor.ticks.values()) if isinstance(editor, _Days) else [editor]


def _shown(each: Field, value: Value) -> str:
    """A value as a person writes it."""
    if value is None:
        return ""
    if each.kind == "day":
        return f"{date.fromisoformat(str(value)):%d/%m/%Y}"
    if isinstance(value, float) and value == int(value):
        return str(int(value))
    return str(value)
