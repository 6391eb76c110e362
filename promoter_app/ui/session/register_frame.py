"""What every Alta rápida has: the title, the form, who may be registered already, and the bar with its two keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from promoter_app.domain.cards import card_label
from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.domain.refusal import Refusal
from promoter_app.services.curricula import Content
from promoter_app.services.folder import Folder, setting
from promoter_app.services.people import registering
from promoter_app.services.people.registering import LookAlike, ReadAloud
from promoter_app.services.sessions import sessions
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit import KeyButton, Text
from promoter_app.ui.kit.layouts import Fitting
from promoter_app.ui.session.attendance_bar import FittingBar
from promoter_app.ui.session.register_alike import AlikeCard
from promoter_app.ui.session.register_form import RegisterForm
from promoter_app.ui.session.register_rows import TitleCard
from promoter_app.ui.session.topic_layout import DownScroll, tab_order

ALIKE_MS = 200
"""How long after the last letter people with such a name are looked for."""
_WITH_KEY = 5
_ALIKE_WIDTH = 356
NOTE_SETTING = "child_protection_note"
"""Setting with the office's own steps after meeting a minor: child_protection_note_es, _en."""


@dataclass(frozen=True)
class Facts:
    """What the form needs from the data: the consent, the languages of the crew, the office's note on minors."""

    read: ReadAloud
    languages: list[str]
    note: str


def facts_of(folder: Folder, content: Content, crew: bytes | None, day: str, language: str) -> Facts:
    """Spanish first, then the crew's languages by number of speakers, then the list's own order."""
    mix = sessions.language_mix(folder, crew, day) if crew else []
    known = {each.iso639_3 for each in content.languages}
    spoken = [code for code, _people in mix if code in known and code is not None]
    listed = [each.iso639_3 for each in content.languages if each.iso639_3 and each.autonym]
    codes = list(dict.fromkeys([SPANISH, *spoken, *listed]))[:_WITH_KEY]
    read = registering.consent_to_read(folder, content, language)
    return Facts(read, codes, setting(folder, f"{NOTE_SETTING}_{language}", ""))


class RegisterFrame(Fitting):
    """Base of the pages that register somebody: they say what happens (`say_what_happens`), and do it (`keep`)."""

    cancelled = Signal()

    def __init__(self, desk: Desk, alike: AlikeCard, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.note = ""
        self._day, self._saving = "", False
        self.setProperty("page", "true")
        self.title = TitleCard()
        self.form = RegisterForm()
        self.alike = alike
        self.where = Text("", "body", "ink2")
        self.where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.cancel = KeyButton("", "ph.x-bold", "Esc", size="large", cap_only=True)
        self.save = KeyButton("", "ph.check-bold", "Return", kind="primary", size="main", cap_only=True)
        self.bar = FittingBar(self.save)
        self.alike_timer = QTimer(self)
        self.alike_timer.setSingleShot(True)
        self.alike_timer.setInterval(ALIKE_MS)
        self._lay_out()
        self._connect()

    # what each page says and does
    def say_what_happens(self) -> None:
        """Put on the words that depend on what was answered."""
        raise NotImplementedError

    def keep(self) -> None:
        """Save what the form holds."""
        raise NotImplementedError

    def blank_number(self) -> int | None:
        """The number of the blank card that waits for its person, or None."""
        raise NotImplementedError

    # what they share
    def has_blank(self) -> bool:
        """Whether a blank card waits for its person."""
        return self.blank_number() is not None

    def retranslate(self) -> None:
        """Put on every word again."""
        self.form.retranslate()
        self.alike.retranslate()
        number = self.blank_number()
        title = self.tr("Persona nueva: ¿cómo se llama?")
        if number is not None:
            title = self.tr("Tarjeta en blanco {0}: ¿de quién es?").format(card_label(number))
        self.title.title.setText(title)
        self.title.icon.set_icon("ph.user-plus-fill" if number is None else "ph.identification-card-fill", "azul")
        self.title.chip.set_chip(self.tr("Persona nueva"), "ph.user-plus-fill", "blue")
        self.cancel.setText(self.tr("Cancelar"))
        self.say_what_happens()

    def say_where(self, crew: str | None) -> None:
        """What to do, and in which crew the person will be."""
        self.title.detail.setText(self.tr("Escribe el nombre. Después son cuatro teclas, una por renglón."))
        self.where.setText(self.tr("Se registra en {0}").format(crew) if crew else self.tr("Se registra sin cuadrilla"))

    def put_under_title(self, widget: QWidget) -> None:
        """A line between the title and the form."""
        self._inside.insertWidget(1, widget)

    def begin_form(self, crew: bytes | None, day: str, name: str = "") -> None:
        """An empty form for somebody new in `crew` on `day`."""
        self._day = day
        self.form.clear(name)
        self.alike.show_people((), with_card=self.has_blank())
        content, language = self.desk.courses, self.desk.language
        self.desk.road.ask(lambda folder: facts_of(folder, content, crew, day, language), self._on_facts)
        if name:
            self.alike_timer.start()

    def take_focus(self) -> None:
        """The name first."""
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.name.end(False)

    def pause(self) -> None:
        """Off screen: look nobody up."""
        self.alike_timer.stop()

    def is_whole(self) -> bool:
        """Whether nothing is missing; what is missing is marked and gets the focus."""
        missing = self.form.missing()
        if missing is not None:
            self.form.say_missing(missing)
            missing.setFocus(Qt.FocusReason.OtherFocusReason)
        return missing is None

    def look_now(self) -> None:
        """Look for people with such a name without waiting for the pause."""
        self.alike_timer.stop()
        day, typed = self._day, self.form.name.text()
        if not day:
            return
        self.desk.road.ask(
            lambda folder: (typed, registering.look_alikes_seen(folder, typed, day)), self._on_alike
        )

    def _arrange(self) -> None:
        """Look-alikes beside the form, or above it (only when there are some) where the width is short."""
        short = theme.current_percent() > 100 or self.width() < 1300
        ways = QBoxLayout.Direction
        self._across.setDirection(ways.BottomToTop if short else ways.LeftToRight)
        self.alike.setMinimumWidth(0 if short else _ALIKE_WIDTH)
        self.alike.setMaximumWidth(16777215 if short else _ALIKE_WIDTH if self.width() < 1600 else 440)
        self.alike.setVisible(not short or bool(self.alike.found()))
        low = self.height() < 640
        self.title.detail.setVisible(not low or self.form.counts_only())
        self._inside.setSpacing(10 if low else 14)
        above = self.alike.buttons() if short else ()
        tab_order(*self.title.tab_stops(), *above, *self.form.tab_stops())
        tab_order(self.form.tab_stops()[-1], *(() if short else self.alike.buttons()), *self.bar.tab_stops())

    def _on_refused(self, refusal: Refusal) -> None:
        self._saving = False
        self.desk.tell_refusal(refusal)

    def _on_facts(self, facts: Facts) -> None:
        self.note = facts.note.strip()
        self.form.set_consent(facts.read)
        content = self.desk.courses
        names = [(code, self.desk.language_name(code)) for code in facts.languages]
        self.form.set_languages(names, [each for each in content.languages if each.iso639_3])
        self._arrange()

    def _on_alike(self, answer: tuple[str, list[LookAlike]]) -> None:
        typed, found = answer
        if typed == self.form.name.text():
            self.alike.show_people(found, with_card=self.has_blank())
            self._arrange()

    def _lay_out(self) -> None:
        body = QWidget()
        self._inside = QVBoxLayout(body)
        self._inside.setContentsMargins(20, 16, 20, 16)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(16)
        self._across.addWidget(self.form, 1)
        self._across.addWidget(self.alike)
        self._inside.addWidget(self.title)
        self._inside.addLayout(self._across, 1)
        self._scroll = DownScroll(body)
        self.bar.add(self.cancel)
        self.bar.add_note(self.where)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self._scroll, 1)
        column.addWidget(self.bar)
        self._arrange()

    def _connect(self) -> None:
        self.form.named.connect(lambda _words: self.alike_timer.start())
        self.form.changed.connect(self.say_what_happens)
        self.form.reached.connect(lambda control: self._scroll.ensureWidgetVisible(control, 0, 40))
        self.form.completed.connect(lambda: self.save.setFocus(Qt.FocusReason.TabFocusReason))
        self.alike_timer.timeout.connect(self.look_now)
        self.cancel.clicked.connect(self.cancelled)
        self.save.clicked.connect(self.keep)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.cancelled)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self.keep()
            return
        super().keyPressEvent(event)
