"""Temas: topics left; right the chosen one: cards, questions, languages, companies and laws, and changing them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

from promoter_app.domain.curriculum import editing
from promoter_app.domain.curriculum.course import Course, Module, needs_checking, neutral_title
from promoter_app.domain.curriculum.labels import level_name
from promoter_app.domain.office.topic_nouns import INSERT, RECORDING, TEXT
from promoter_app.services.folder import Folder
from promoter_app.services.topics import tongues, versions
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.choices import Choice, ChoiceRow
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.layouts import clear
from promoter_app.ui.kit.people import PersonList, PersonRow
from promoter_app.ui.language import full_date
from promoter_app.ui.room import Room, scrolling
from promoter_app.ui.settings.noun_part import NounPart
from promoter_app.ui.topics.audio_part import AudioPart
from promoter_app.ui.topics.edit_part import EditPart
from promoter_app.ui.topics.readings import CardsReading, ListReading, tongue_chip

_STACKED_FROM = 150
_SIDE = 262
_TABS = ("cards", "questions", "tongues", "laws")
_OFFICE_TABS = ("texts", "audio", "inserts")


@dataclass(frozen=True)
class _Shown:
    """What one question brings of a topic."""

    module: Module
    tongues: list[tongues.Tongue] = field(default_factory=list)
    past: list[versions.TopicVersion] = field(default_factory=list)


class TopicsPage(Room):
    """The topic and the tab that were open stay open until the window closes."""

    reads = frozenset({"topic_version", "recording", "topic_text", "local_insert", "company"})

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("page", "true")
        self.setObjectName("topics")
        self._crop, self._code, self._tab = "", "", "cards"
        self._shown: _Shown | None = None
        self._filling = False
        self.crop = ChoiceRow("crop", tight=True)
        self.topics = PersonList()
        self.topics.setProperty("framed", "true")
        self.head = Card("", padding=12)
        self.title = Text("", "title", wrap=True)
        self.facts = Text("", "small", "ink2", wrap=True)
        self.chips = QGridLayout()
        self.tabs = ChoiceRow("tab", tight=True)
        self.edit_topic = KeyButton("", "ph.pencil-simple-bold", size="small")
        self.cards, self.list = CardsReading(desk), ListReading(desk)
        self.edit = EditPart(desk)
        self.noun, self.audio = NounPart(desk), AudioPart(desk)
        for part in (self.edit, self.noun, self.audio):
            part.setProperty("office", "true")
        self.parts = QStackedWidget()
        self._lay_out()
        self._connect()
        self.retranslate()
        self._arrange()

    def _lay_out(self) -> None:
        self.side = QWidget()
        left = QVBoxLayout(self.side)
        left.setContentsMargins(0, 0, 0, 0)
        left.setSpacing(10)
        left.addWidget(self.crop)
        left.addWidget(self.topics, 1)
        self.chips.setSpacing(8)
        first = QHBoxLayout()
        first.addWidget(self.title, 1)
        first.addWidget(self.edit_topic)
        self.head.body.addLayout(first)
        self.head.body.addWidget(self.facts)
        self.head.body.addLayout(self.chips)
        for each in (self.cards, self.list, self.edit, self.noun, self.audio):
            self.parts.addWidget(each)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.head)
        right.addWidget(self.tabs)
        right.addWidget(self.parts, 1)
        inner = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._across.setContentsMargins(20, 16, 20, 16)
        self._across.setSpacing(16)
        self._across.addWidget(self.side)
        self._across.addLayout(right, 1)
        scrolling(self, inner)

    def _connect(self) -> None:
        self.crop.chosen.connect(self._choose_crop)
        self.topics.pointed.connect(self._choose)
        self.tabs.chosen.connect(self._choose_tab)
        self.cards.edit_wanted.connect(self._edit_card)
        self.list.edit_wanted.connect(self._edit_piece)
        self.edit_topic.clicked.connect(self._edit_module)
        self.edit.closed.connect(self._close_edit)
        self.desk.role_changed.connect(lambda _role: self._role_changed())

    # a room
    def heading(self) -> tuple[str, str]:
        return self.tr("Temas"), ""

    def take_focus(self) -> None:
        self.topics.setFocus(Qt.FocusReason.OtherFocusReason)

    def retranslate(self) -> None:
        self.topics.setAccessibleName(self.tr("Temas"))
        self.crop.setAccessibleName(self.tr("Cultivo"))
        self.tabs.setAccessibleName(self.tr("Qué se ve del tema"))
        self.edit_topic.setText(self.tr("Cambiar tema"))
        for part in (self.cards, self.edit, self.noun, self.audio):
            part.retranslate()
        self._name_tabs()

    def _name_tabs(self) -> None:
        words = {
            "cards": self.tr("Fichas"),
            "questions": self.tr("Preguntas"),
            "tongues": self.tr("Lenguas"),
            "laws": self.tr("Leyes"),
            "texts": self.tr("Textos"),
            "audio": self.tr("Audio"),
            "inserts": self.tr("Empresas"),
        }
        self.tabs.set_choices([Choice(tab, words[tab]) for tab in (*_TABS, *(_OFFICE_TABS if self._may_edit else ()))])
        self.tabs.set_value(self._tab)

    @property
    def _may_edit(self) -> bool:
        return self.desk.role == "coordinator"

    def _role_changed(self) -> None:
        if not self._may_edit and self._tab in _OFFICE_TABS:
            self._tab = "cards"
        self._name_tabs()
        self._arrange()
        self.mark_stale()

    def reload(self) -> None:
        self._show_topics()
        module = self._module()
        if module is None:
            return
        offset = self.desk.road.edge.now().utcoffset()
        minutes = int(offset.total_seconds() // 60) if offset else 0

        def look(folder: Folder) -> _Shown:
            past = versions.versions_of(folder, module.code, minutes)
            return _Shown(module, tongues.tongues(folder, module), past)

        self.desk.road.ask(look, self._show)

    # what is shown
    def _course(self) -> Course | None:
        courses = self.desk.courses.courses
        return courses.get(self._crop) or next(iter(courses.values()), None)

    def _module(self) -> Module | None:
        course = self._course()
        if course is None:
            return None
        return course.module(self._code) or next(iter(course.modules), None)

    def _show_topics(self) -> None:
        say, course, module = self.desk.language, self._course(), self._module()
        if course is None or module is None:
            return
        self._crop, self._code = course.crop, module.code
        crops = [Choice(one.crop, one.title.in_language(say)) for one in self.desk.courses.courses.values()]
        if [(each.value, each.text) for each in self.crop.choices()] != [(each.value, each.text) for each in crops]:
            self.crop.set_choices(crops)
        self.crop.set_value(course.crop)
        rows = [
            PersonRow(
                each.code,
                f"{course.order.index(each.code) + 1} {neutral_title(each, say)}",
                self.tr("{0} minutos · {1}").format(each.minutes, level_name(each.level).in_language(say)),
            )
            for each in course.modules
        ]
        self._filling = True
        self.topics.people.set_rows(rows)
        self.topics.set_current_key(module.code)
        self._filling = False

    def _show(self, shown: _Shown) -> None:
        if shown.module.code != self._code:
            return
        self._shown = shown
        module, say = shown.module, self.desk.language
        self.title.setText(module.title.in_language(say))
        told = [
            self.tr("Versión {0}").format(module.version),
            self.tr("{0} minutos, {1} en sesión corta").format(module.minutes, module.minutes_short),
        ]
        if shown.past:
            last = shown.past[0]
            told.append(self.tr("la guardó {0} el {1}").format(last.who or "…", full_date(last.at.date())))
        unchecked = sum(needs_checking(ref, date.fromisoformat(self.desk.today())) for ref in module.legal)
        if unchecked:
            told.append(self.tr("%n leyes por verificar antes de imprimir", "", unchecked))
        self.facts.setText(" · ".join(told))
        self._show_chips(shown.tongues)
        self.edit_topic.setVisible(self._may_edit)
        if self.parts.currentWidget() is not self.edit:
            self._show_tab()

    def _show_chips(self, told: list[tongues.Tongue]) -> None:
        clear(self.chips)
        columns = 2 if theme.current_percent() >= _STACKED_FROM else (6 if self.width() > 1500 else 4)
        for at, tongue in enumerate(told):
            name = self.desk.language_name(tongue.language)
            chip = tongue_chip(tongue, self.tr("{0}: audio").format(name), self.tr("{0}: falta audio").format(name))
            self.chips.addWidget(chip, *divmod(at, columns), Qt.AlignmentFlag.AlignLeft)
        self.chips.setColumnStretch(columns, 1)

    def _show_tab(self) -> None:
        shown = self._shown
        if shown is None:
            return
        module, may, code = shown.module, self._may_edit, {"module": shown.module.code}
        today = date.fromisoformat(self.desk.today())
        ways: dict[str, tuple[QWidget, Callable[[], None]]] = {
            "cards": (self.cards, lambda: self.cards.show_module(module, may_edit=may)),
            "questions": (self.list, lambda: self.list.show_questions(module, may_edit=may)),
            "laws": (self.list, lambda: self.list.show_laws(module, today, may_edit=may)),
            "tongues": (self.list, lambda: self.list.show_tongues(shown.tongues)),
            "texts": (self.noun, lambda: self.noun.show_noun(TEXT, code)),
            "inserts": (self.noun, lambda: self.noun.show_noun(INSERT, code)),
            "audio": (self.audio, lambda: self.audio.show_noun(RECORDING, code)),
        }
        part, show = ways[self._tab]
        self._put(part)
        show()

    def _put(self, part: QWidget) -> None:
        """Show a part; hidden ones take no room, so that the page scrolls only as far as it must."""
        self.parts.setCurrentWidget(part)
        for each in (self.cards, self.list, self.edit, self.noun, self.audio):
            wanted = QSizePolicy.Policy.Preferred if each is part else QSizePolicy.Policy.Ignored
            each.setSizePolicy(QSizePolicy.Policy.Preferred, wanted)
        self.parts.adjustSize()

    # choosing
    def _choose_crop(self, crop: object) -> None:
        self._crop = str(crop)
        self._leave_edit()
        self.mark_stale()

    def _choose(self, code: object) -> None:
        if self._filling or not isinstance(code, str) or code == self._code:
            return
        self._code = code
        self._leave_edit()
        self.mark_stale()

    def _choose_tab(self, tab: object) -> None:
        self._tab = str(tab)
        self._leave_edit()
        self._show_tab()

    # changing
    def _edit_card(self, at: int) -> None:
        module = self._module()
        if module is None:
            return
        heading = self.tr("Ficha {0}").format(at + 1)
        change = editing.card_form(module.cards[at])
        self._begin(heading, change, lambda values: editing.with_card(module, at, values))

    def _edit_piece(self, at: int) -> None:
        module = self._module()
        if module is None:
            return
        if self._tab == "laws":
            form = editing.legal_form(module.legal[at])
            self._begin(module.legal[at].ref, form, lambda values: editing.with_legal(module, at, values))
            return
        heading, form = self.tr("Pregunta {0}").format(at + 1), editing.item_form(module.items[at])
        self._begin(heading, form, lambda values: editing.with_item(module, at, values))

    def _edit_module(self) -> None:
        module = self._module()
        if module is not None:
            form = editing.module_form(module)
            self._begin(self.tr("Título y minutos"), form, lambda values: editing.with_module(module, values))

    def _begin(self, heading: str, form: editing.Editable, change: Callable[[editing.Values], Module]) -> None:
        self._put(self.edit)
        self.edit.begin(heading, form, change)

    def _leave_edit(self) -> None:
        if self.parts.currentWidget() is self.edit:
            self._put(self.cards)

    def _close_edit(self) -> None:
        self._leave_edit()
        self._show_tab()
        self.topics.setFocus(Qt.FocusReason.OtherFocusReason)

    # fitting
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_across"):
            self._arrange()

    def _arrange(self) -> None:
        """From 150 % the topics stand above."""
        stacked = theme.current_percent() >= _STACKED_FROM
        down, across = QBoxLayout.Direction.TopToBottom, QBoxLayout.Direction.LeftToRight
        self._across.setDirection(down if stacked else across)
        wide = 16_777_215 if stacked else max(_SIDE, min(360, theme.px(_SIDE)))
        self.side.setMinimumWidth(0 if stacked else wide)
        self.side.setMaximumWidth(wide)
        self.topics.setMinimumHeight(theme.px(72) * 2)
        self.topics.setMaximumHeight(theme.px(72) * 2 if stacked else 16_777_215)
        self.tabs.set_columns(3 if stacked else 0)
        self.crop.set_columns(2 if stacked else 1)
        self.cards.arrange(stacked=stacked)
        self.noun.arrange()
        self.audio.arrange()
        if self._shown is not None:
            self._show_chips(self._shown.tongues)
