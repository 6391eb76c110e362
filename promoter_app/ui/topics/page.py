"""Temas: topics left; right the chosen one: cards, questions, languages, companies and laws, and changing them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QSizePolicy, QStackedWidget, QVBoxLayout, QWidget

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
from promoter_app.ui.kit.layouts import Fitting, clear, stack
from promoter_app.ui.kit.people import PersonList, PersonRow
from promoter_app.ui.language import full_date
from promoter_app.ui.room import Room, scrolling
from promoter_app.ui.settings.noun_part import NounPart
from promoter_app.ui.topics.audio_part import AudioPart
from promoter_app.ui.topics.changing import Changing
from promoter_app.ui.topics.edit_part import EditPart
from promoter_app.ui.topics.office_bar import OfficeBar
from promoter_app.ui.topics.readings import CardsReading, ListReading, tongue_chip

_SIDE = 262
_EDGE, _PADDING, _BAR = 20, 12, 20
_MOST_CHIPS = 6
_TABS = ("cards", "questions", "tongues", "laws")
_OFFICE_TABS = ("texts", "audio", "inserts")


@dataclass(frozen=True)
class _Shown:
    """What one question brings of a topic."""

    module: Module
    tongues: list[tongues.Tongue] = field(default_factory=list)
    past: list[versions.TopicVersion] = field(default_factory=list)


class TopicsPage(Fitting, Room):
    """The topic and the tab that were open stay open until the window closes."""

    reads = frozenset({"recording", "topic_text", "local_insert", "company"})
    """Versions of topics come with the content that the desk reads again."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setProperty("page", "true")
        self.setObjectName("topics")
        self._crop, self._code, self._tab = "", "", "cards"
        self._awaited = ""
        self._shown: _Shown | None = None
        self._filling = False
        self.crop = ChoiceRow("crop", tight=True)
        self.topics = PersonList()
        self.topics.setProperty("framed", "true")
        self.head = Card("", padding=_PADDING)
        self.title = Text("", "title", wrap=True)
        self.facts = Text("", "small", "ink2", wrap=True)
        self.chips = QGridLayout()
        self.tabs = ChoiceRow("tab", tight=True)
        self.edit_topic = KeyButton("", "ph.pencil-simple-bold", size="small")
        self.place_topic = KeyButton("", "ph.minus-circle-bold", size="small")
        self.new_topic = KeyButton("", "ph.plus-bold", size="small")
        self.office = OfficeBar((self.edit_topic, self.place_topic))
        self.cards, self.list = CardsReading(desk), ListReading(desk)
        self.edit = EditPart(desk)
        self.changing = Changing(desk, self.edit, self._changed, self)
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
        left.addWidget(self.new_topic)
        self.chips.setSpacing(8)
        self.head.body.addWidget(self.title)
        self.head.body.addWidget(self.facts)
        self.head.body.addLayout(self.chips)
        self.head.body.addWidget(self.office)
        for each in (self.cards, self.list, self.edit, self.noun, self.audio):
            self.parts.addWidget(each)
        right = QVBoxLayout()
        right.setSpacing(12)
        right.addWidget(self.head)
        right.addWidget(self.tabs)
        right.addWidget(self.parts, 1)
        inner = QWidget()
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight, inner)
        self._across.setContentsMargins(_EDGE, 16, _EDGE, 16)
        self._across.setSpacing(16)
        self._across.addWidget(self.side)
        self._across.addLayout(right, 1)
        scrolling(self, inner)

    def _connect(self) -> None:
        self.crop.chosen.connect(self._choose_crop)
        self.topics.pointed.connect(self._choose)
        self.tabs.chosen.connect(self._choose_tab)
        act = self.changing
        self.cards.edit_wanted.connect(lambda at: self._with_topic(lambda topic: act.card(topic, at)))
        self.cards.add_wanted.connect(lambda at: self._with_topic(lambda topic: act.new_card(topic, at)))
        self.cards.remove_wanted.connect(lambda at: self._with_topic(lambda topic: act.remove_card(topic, at)))
        self.cards.move_wanted.connect(lambda at, by: self._with_topic(lambda topic: act.move_card(topic, at, by)))
        self.list.edit_wanted.connect(self._edit_piece)
        self.list.remove_wanted.connect(lambda at: self._with_topic(lambda topic: act.remove_item(topic, at)))
        self.list.add_wanted.connect(lambda kind: self._with_topic(lambda topic: act.new_item(topic, kind)))
        self.edit_topic.clicked.connect(
            lambda: self._with_topic(lambda topic: act.topic(topic, taught=self._is_taught(topic)))
        )
        self.place_topic.clicked.connect(
            lambda: self._with_topic(lambda topic: act.place(self._crop, topic, taught=not self._is_taught(topic)))
        )
        self.new_topic.clicked.connect(lambda: act.new_topic(self._crop))
        self.edit.begun.connect(lambda: self._put(self.edit))
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
        self.new_topic.setText(self.tr("Tema nuevo"))
        for part in (self.cards, self.list, self.edit, self.noun, self.audio):
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
        listed = {one.code: one for one in self._listed(course)}
        if self._awaited in listed:
            self._code, self._awaited = self._awaited, ""
        return listed.get(self._code) or next(iter(course.modules), None)

    def _listed(self, course: Course) -> list[Module]:
        """The course's topics; for the office after them those that it does not have now."""
        outside = self.desk.courses.outside.get(course.crop, ()) if self._may_edit else ()
        return [*course.modules, *outside]

    def _is_taught(self, module: Module) -> bool:
        course = self._course()
        return course is not None and course.module(module.code) is not None

    def _show_topics(self) -> None:
        say, course, module = self.desk.language, self._course(), self._module()
        if course is None or module is None:
            return
        self._crop, self._code = course.crop, module.code
        crops = [Choice(one.crop, one.title.in_language(say)) for one in self.desk.courses.courses.values()]
        if [(each.value, each.text) for each in self.crop.choices()] != [(each.value, each.text) for each in crops]:
            self.crop.set_choices(crops)
        self.crop.set_value(course.crop)
        rows = []
        for each in self._listed(course):
            name, detail = neutral_title(each, say), level_name(each.level).in_language(say)
            if each.code in course.order:
                name = f"{course.order.index(each.code) + 1} {name}"
                detail = self.tr("{0} min · {1}").format(each.minutes, detail)
            else:
                detail = self.tr("fuera del curso · {0}").format(detail)
            rows.append(PersonRow(each.code, name, detail))
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
        self._show_office(module)
        if self.parts.currentWidget() is not self.edit:
            self._show_tab()

    def _show_office(self, module: Module) -> None:
        taught = self._is_taught(module)
        self.place_topic.setText(self.tr("Quitar del curso") if taught else self.tr("Poner en el curso"))
        self.place_topic.set_icon("ph.minus-circle-bold" if taught else "ph.check-bold")
        for part in (self.office, self.new_topic):
            part.setVisible(self._may_edit)

    def _show_chips(self, told: list[tongues.Tongue]) -> None:
        clear(self.chips)
        chips = []
        for tongue in told:
            name = self.desk.language_name(tongue.language)
            with_audio, without = self.tr("{0}: audio").format(name), self.tr("{0}: falta audio").format(name)
            chips.append(tongue_chip(tongue, with_audio, without))
        columns = _columns([chip.sizeHint().width() for chip in chips], self._chip_room(), self.chips.spacing())
        for at, chip in enumerate(chips):
            self.chips.addWidget(chip, *divmod(at, columns), Qt.AlignmentFlag.AlignLeft)
        for at in range(_MOST_CHIPS + 1):
            self.chips.setColumnStretch(at, int(at == columns))

    def _chip_room(self) -> int:
        """Pixels across the card of the topic, inside."""
        beside = 0 if theme.is_large() else self.side.maximumWidth() + self._across.spacing()
        return self.width() - beside - 2 * _EDGE - 2 * _PADDING - _BAR

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
    def _with_topic(self, act: Callable[[Module], None]) -> None:
        """Do it with the topic on screen."""
        module = self._module()
        if module is not None:
            act(module)

    def _edit_piece(self, at: int) -> None:
        act = self.changing.law if self._tab == "laws" else self.changing.item
        self._with_topic(lambda topic: act(topic, at))

    def _changed(self, code: str) -> None:
        """Something was saved; a new topic is shown as soon as the content has it."""
        if code:
            self._awaited, self._tab = code, "cards"
            self.tabs.set_value(self._tab)
        self.topics.setFocus(Qt.FocusReason.OtherFocusReason)

    def _leave_edit(self) -> None:
        if self.parts.currentWidget() is self.edit:
            self._put(self.cards)

    def _close_edit(self) -> None:
        self._leave_edit()
        self._show_tab()
        self.topics.setFocus(Qt.FocusReason.OtherFocusReason)

    # fitting
    def _arrange(self) -> None:
        """From 150 % the topics stand above."""
        stacked = theme.is_large()
        stack(self._across, stacked)
        wide = 16_777_215 if stacked else max(_SIDE, min(360, theme.px(_SIDE)))
        self.side.setMinimumWidth(0 if stacked else wide)
        self.side.setMaximumWidth(wide)
        self.topics.setMinimumHeight(theme.px(72) * 2)
        self.topics.setMaximumHeight(theme.px(72) * 2 if stacked else 16_777_215)
        self.tabs.set_columns(3 if stacked else 0)
        self.crop.set_columns(2 if stacked else 1)
        self.cards.arrange(stacked=stacked)
        self.list.arrange()
        self.office.arrange()
        self.noun.arrange()
        self.audio.arrange()
        if self._shown is not None:
            self._show_chips(self._shown.tongues)


def _columns(widths: list[int], room: int, gap: int) -> int:
    """In how many columns boxes of these widths fit into `room`, row by row."""
    for columns in range(_MOST_CHIPS, 1, -1):
        widest = [max(widths[at::columns], default=0) for at in range(columns)]
        if sum(widest) + gap * (columns - 1) <= room:
            return columns
    return 1
