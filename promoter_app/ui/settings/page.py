"""Ajustes: the own part for everybody; for a coordinator also the sections of the office."""

from __future__ import annotations

from typing import cast

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget

from promoter_app.domain.office.nouns import NOUNS
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.layouts import Fitting, stack
from promoter_app.ui.kit.people import PersonList, PersonRow
from promoter_app.ui.room import Room
from promoter_app.ui.settings.access_part import AccessPart
from promoter_app.ui.settings.copies_part import CopiesPart
from promoter_app.ui.settings.keys_part import KeysPart
from promoter_app.ui.settings.noun_part import NounPart
from promoter_app.ui.settings.own import OwnPart
from promoter_app.ui.settings.rules_part import Group, RulesPart
from promoter_app.ui.settings.trace_part import TracePart

OWN = "own"
_SIDE = 262


class SettingsPage(Fitting, Room):
    """The section that was open stays open until the window closes."""

    reads = frozenset({"device", "setting", *NOUNS})
    ahead = (OwnPart, NounPart, RulesPart, AccessPart, KeysPart, CopiesPart, TracePart)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("page", "true")
        self.setObjectName("settings")
        self._section = OWN
        self._filling = False
        self.sections = PersonList()
        self.sections.setProperty("framed", "true")
        self.own = desk.part(OwnPart)
        self.noun = desk.part(NounPart)
        self.rules = desk.part(RulesPart)
        self.more: dict[str, AccessPart | CopiesPart | KeysPart | TracePart] = {
            "access": desk.part(AccessPart), "keys": desk.part(KeysPart),
            "copies": desk.part(CopiesPart), "trace": desk.part(TracePart),
        }  # fmt: skip
        for part in (self.noun, self.rules, self.more["copies"], self.more["trace"]):
            part.setProperty("office", "true")
        self.parts = QStackedWidget(self)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._across.setContentsMargins(20, 16, 4, 4)
        self._across.setSpacing(12)
        self._across.addWidget(self.sections)
        self._across.addWidget(self.parts, 1)
        self._scrolls: dict[QWidget, QScrollArea] = {}
        for each in (self.own, self.noun, self.rules, *self.more.values()):
            self._scrolls[each] = self._scrolling(each)
        self.sections.pointed.connect(self._open)
        self.sections.chosen.connect(lambda _key: self.take_focus_inside())
        desk.role_changed.connect(self._role_changed)
        self.retranslate()
        self._role_changed(desk.role)
        self._arrange()

    def _scrolling(self, part: QWidget) -> QScrollArea:
        area = QScrollArea(self.parts)
        area.setWidgetResizable(True)
        area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.parts.addWidget(area)
        inner = QWidget()
        column = QVBoxLayout(inner)
        column.setContentsMargins(4, 4, 16, 16)
        area.setWidget(inner)
        column.addWidget(part)
        return area

    # a room
    def heading(self) -> tuple[str, str]:
        if self.desk.role == "coordinator":
            return self.tr("Ajustes"), self.tr("de la oficina y de esta laptop")
        return self.tr("Ajustes"), self.tr("de esta laptop")

    def retranslate(self) -> None:
        self.sections.setAccessibleName(self.tr("Secciones de ajustes"))
        self._list_sections()
        self.own.retranslate()
        self.noun.retranslate()
        self.rules.retranslate()
        for part in self.more.values():
            part.retranslate()

    def _list_sections(self) -> None:
        """For everybody the laptop's own; for the office also the project's."""
        rows = [
            PersonRow(OWN, self.tr("Esta laptop")),
            PersonRow("access", self.tr("Contraseña y personas")),
            PersonRow("keys", self.tr("Llaves del proyecto")),
            PersonRow("copies", self.tr("Copias")),
            PersonRow("trace", self.tr("Bitácora")),
        ]
        if self.desk.role == "coordinator":
            rows += self._of_the_office()
        self._filling = True
        self.sections.people.set_rows(rows)
        self.sections.set_current_key(self._section)
        self._filling = False

    def _of_the_office(self) -> list[PersonRow]:
        rows = [PersonRow(table, self.desk.say(noun.many)) for table, noun in NOUNS.items()]
        return [
            *rows,
            PersonRow("lock", self.tr("Candado y pruebas")),
            PersonRow("plan", self.tr("Cómo se planea")),
            PersonRow("consent", self.tr("Permisos que se piden")),
            PersonRow("notice", self.tr("Aviso de privacidad")),
        ]

    def take_focus(self) -> None:
        if self.desk.role == "coordinator":
            self.sections.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.own.take_focus()

    def take_focus_inside(self) -> None:
        """Into the open section."""
        if self._section == OWN:
            self.own.take_focus()
        elif self._section in self.more:
            self.more[self._section].take_focus()
        elif self._section in NOUNS:
            self.noun.add_button.setFocus(Qt.FocusReason.OtherFocusReason)
        else:
            self.rules.take_focus()

    def help_topic(self) -> str:
        return f"settings/{self._section}"

    def reload(self) -> None:
        self._show_section()

    def show_section(self, key: str) -> None:
        """Open a section: OWN, one of `more`, a noun's table, `lock`, `plan`, `consent` or `notice`."""
        self._section = key
        self._filling = True
        self.sections.set_current_key(key)
        self._filling = False
        self._show_section()

    def _open(self, key: object) -> None:
        if not self._filling and isinstance(key, str) and key != self._section:
            self._section = key
            self._show_section()

    def _show_section(self) -> None:
        part: QWidget = self.own
        if self._section in NOUNS:
            part = self.noun
            self.noun.show_noun(NOUNS[self._section])
        elif self._section in self.more:
            part = self.more[self._section]
            self.more[self._section].reload()
        elif self._section != OWN:
            part = self.rules
            self.rules.show_group(cast("Group", self._section))
        else:
            self.own.reload()
        self.parts.setCurrentWidget(self._scrolls[part])
        self._arrange()

    def _role_changed(self, role: str) -> None:
        self._list_sections()
        if role != "coordinator" and self._section not in (OWN, *self.more):
            self.show_section(OWN)

    # fitting
    def _arrange(self) -> None:
        """From 150 % the sections stand above."""
        stacked = theme.is_large()
        stack(self._across, stacked)
        wide = 16_777_215 if stacked else max(_SIDE, min(360, theme.px(_SIDE)))
        self.sections.setMinimumWidth(0 if stacked else wide)
        self.sections.setMaximumWidth(wide)
        self.sections.setMaximumHeight(theme.px(56) * 2 if stacked else 16_777_215)
        self.own.arrange()
        self.noun.arrange()
