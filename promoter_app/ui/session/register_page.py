"""Alta rápida: somebody without registration becomes a person with a card and is present, in a few keys."""

from __future__ import annotations

from dataclasses import dataclass

from PySide6.QtCore import QEvent, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from promoter_app.domain.attendance import WAITING, ScanOutcome, ScanState
from promoter_app.domain.cards import card_label
from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.sessions import Session
from promoter_app.services.curricula import Content
from promoter_app.services.folder import Folder, setting
from promoter_app.services.people import registering
from promoter_app.services.people.registering import LookAlike, ReadAloud
from promoter_app.services.sessions import sessions
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit import KeyButton, Text
from promoter_app.ui.session.attendance_bar import FittingBar
from promoter_app.ui.session.attendance_words import Seen, verdict_of
from promoter_app.ui.session.register_alike import AlikeCard
from promoter_app.ui.session.register_form import RegisterForm
from promoter_app.ui.session.register_rows import TitleCard
from promoter_app.ui.session.topic_layout import DownScroll, tab_order

ALIKE_MS = 200
"""How long after the last letter people with such a name are looked for."""
_WITH_KEY = 5
_ALIKE_WIDTH = 356
NOTE_SETTING = "child_protection_note"
"""Setting with the office's own steps after counting a minor: child_protection_note_es, _en."""


@dataclass(frozen=True)
class Facts:
    """What the form needs from the data: the consent, the languages of the crew, the office's note on minors."""

    read: ReadAloud
    languages: list[str]
    note: str


def facts_of(folder: Folder, content: Content, session: Session, language: str) -> Facts:
    """Spanish first, then the crew's languages by number of speakers, then the list's own order."""
    mix = sessions.language_mix(folder, session.crew, session.held_on) if session.crew else []
    known = {each.iso639_3 for each in content.languages}
    spoken = [code for code, _people in mix if code in known and code is not None]
    listed = [each.iso639_3 for each in content.languages if each.iso639_3 and each.autonym]
    codes = list(dict.fromkeys([SPANISH, *spoken, *listed]))[:_WITH_KEY]
    read = registering.consent_to_read(folder, content, language)
    return Facts(read, codes, setting(folder, f"{NOTE_SETTING}_{language}", ""))


class RegisterPage(QWidget):
    """`registered` carries the outcome and a private note for the promoter ("" for none)."""

    cancelled = Signal()
    registered = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._session: Session | None = None
        self._card: ScanOutcome | None = None
        self._note = ""
        self._minor = self._saving = False
        self.setProperty("page", "true")
        self.title = TitleCard()
        self.form = RegisterForm()
        self.alike = AlikeCard(desk)
        self.where = Text("", "body", "ink2")
        self.where.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Preferred)
        self.heard = Text("", "small-strong", "cana", wrap=True)
        self.cancel = KeyButton("", "ph.x-bold", "Esc", size="large", cap_only=True)
        self.save = KeyButton("", "ph.check-bold", "Return", kind="primary", size="main", cap_only=True)
        self.bar = FittingBar(self.save)
        self.alike_timer = QTimer(self)
        self.alike_timer.setSingleShot(True)
        self.alike_timer.setInterval(ALIKE_MS)
        self._lay_out()
        self._connect()
        self.retranslate()

    def begin(self, session: Session, card: ScanOutcome | None, name: str = "") -> None:
        """An empty form for `session`; `card` is the waiting scan it answers (blank, or unknown)."""
        self._session, self._card = session, card
        self._minor = self._saving = False
        self.heard.hide()
        self.form.clear(name)
        self.alike.show_people((), with_card=self._has_blank())
        content, language = self.desk.courses, self.desk.language
        self.desk.road.ask(lambda folder: facts_of(folder, content, session, language), self._on_facts)
        self.retranslate()
        if name:
            self.alike_timer.start()

    def take_focus(self) -> None:
        """The name first."""
        self.form.name.setFocus(Qt.FocusReason.OtherFocusReason)
        self.form.name.end(False)

    def pause(self) -> None:
        """Off screen: look nobody up."""
        self.alike_timer.stop()

    def scan(self) -> bytes | None:
        """The waiting scan that this form answers, or None."""
        return self._card.scan if self._card is not None else None

    def hear(self, outcome: ScanOutcome, seen: Seen) -> None:
        """A card was read meanwhile: a blank one belongs to this person, any other only says its result."""
        if outcome.state is ScanState.BLANK and not self._has_blank() and not self._saving:
            self._card = outcome
            self.alike.show_people(self.alike.found(), with_card=True)
            self.retranslate()
            return
        verdict = verdict_of(outcome, seen)
        words = self.tr("Por resolver") if outcome.state in WAITING else self.tr("Se contó")
        if outcome.state is ScanState.ALREADY:
            words = self.tr("Ya estaba")
        said = verdict.name or verdict.title or verdict.detail
        self.heard.setText(f"{words}: {said}")
        self.heard.set_ink("ambar_d" if outcome.state in WAITING else "cana")
        self.heard.show()

    def look_now(self) -> None:
        """Look for people with such a name without waiting for the pause."""
        self.alike_timer.stop()
        session, typed = self._session, self.form.name.text()
        if session is None:
            return
        day = session.held_on
        self.desk.road.ask(
            lambda folder: (typed, registering.look_alikes_seen(folder, typed, day)), self._on_alike
        )

    def retranslate(self) -> None:
        """Put on every word again."""
        self.form.retranslate()
        self.alike.retranslate()
        number = self._card.card_number if self._card is not None else None
        if self._has_blank() and number is not None:
            title = self.tr("Tarjeta en blanco {0}: ¿de quién es?").format(card_label(number))
        else:
            title = self.tr("Persona nueva: ¿cómo se llama?")
        self.title.title.setText(title)
        self.title.icon.set_icon("ph.identification-card-fill" if self._has_blank() else "ph.user-plus-fill", "azul")
        self.title.chip.set_chip(self.tr("Persona nueva"), "ph.user-plus-fill", "blue")
        self.cancel.setText(self.tr("Cancelar"))
        self._say_what_happens()

    # inside
    def _has_blank(self) -> bool:
        return self._card is not None and self._card.state is ScanState.BLANK

    def _say_what_happens(self) -> None:
        self._arrange()
        if self.form.counts_only():
            minor = self.tr("Menos de 18 años: se cuenta, sin nombre y sin datos")
            said_no = self.tr("Dijo que no: se cuenta sin nombre y toma la sesión igual")
            self.title.detail.setText(minor if self.form.is_minor() else said_no)
            self.where.setText("")
            self.bar.set_main_texts(self.tr("Contar sin nombre"), self.tr("Contar"))
            return
        self.title.detail.setText(self.tr("Escribe el nombre. Después son cuatro teclas, una por renglón."))
        crew = self._session.crew_name if self._session is not None else None
        self.where.setText(self.tr("Se registra en {0}").format(crew) if crew else self.tr("Se registra sin cuadrilla"))
        self.bar.set_main_texts(self.tr("Guardar y marcar presente"), self.tr("Guardar"))

    def _on_facts(self, facts: Facts) -> None:
        self._note = facts.note
        self.form.set_consent(facts.read)
        content = self.desk.courses
        names = [(code, self.desk.language_name(code)) for code in facts.languages]
        self.form.set_languages(names, [each for each in content.languages if each.iso639_3])
        self._arrange()

    def _on_alike(self, answer: tuple[str, list[LookAlike]]) -> None:
        typed, found = answer
        if typed == self.form.name.text():
            self.alike.show_people(found, with_card=self._has_blank())
            self._arrange()

    def _save(self) -> None:
        session, missing = self._session, self.form.missing()
        if session is None or self._saving:
            return
        if missing is not None:
            self.form.say_missing(missing)
            missing.setFocus(Qt.FocusReason.OtherFocusReason)
            return
        new, scan, here = self.form.answer(), self.scan(), session.id
        self._minor, self._saving = new.is_minor, True
        self.desk.road.do(
            lambda folder, stamp: registering.register_walk_in(folder, stamp, here, new, scan),
            self._on_saved,
            self._on_refused,
        )

    def _same_person(self, person: bytes) -> None:
        session = self._session
        if session is None or self._saving:
            return
        scan, here = self.scan(), session.id
        self._minor, self._saving = False, True
        self.desk.road.do(
            lambda folder, stamp: registering.hand_over_card(folder, stamp, here, person, scan),
            self._on_saved,
            self._on_refused,
        )

    def _on_saved(self, outcome: ScanOutcome) -> None:
        self._saving = False
        self.registered.emit(outcome, self._child_note() if self._minor else "")

    def _on_refused(self, refusal: Refusal) -> None:
        self._saving = False
        self.desk.tell_refusal(refusal)

    def _child_note(self) -> str:
        return self._note.strip() or self.tr(
            "Se contó a alguien de menos de 18 años, sin nombre y sin datos. No preguntes más delante del grupo. "
            "Al terminar, a solas, sigue la política de protección de tu organización y avisa a tu coordinación."
        )

    def _lay_out(self) -> None:
        body = QWidget()
        inside = QVBoxLayout(body)
        inside.setContentsMargins(20, 16, 20, 16)
        self._inside = inside
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._row.setSpacing(16)
        self._row.addWidget(self.form, 1)
        self._row.addWidget(self.alike)
        inside.addWidget(self.title)
        inside.addWidget(self.heard)
        inside.addLayout(self._row, 1)
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
        self.form.changed.connect(self._say_what_happens)
        self.form.reached.connect(lambda control: self._scroll.ensureWidgetVisible(control, 0, 40))
        self.form.completed.connect(lambda: self.save.setFocus(Qt.FocusReason.TabFocusReason))
        self.alike_timer.timeout.connect(self.look_now)
        self.alike.said_yes.connect(self._same_person)
        self.cancel.clicked.connect(self.cancelled)
        self.save.clicked.connect(self._save)
        QShortcut(QKeySequence("Esc"), self).activated.connect(self.cancelled)

    def _arrange(self) -> None:
        """Look-alikes beside the form, or above it (only when there are some) where the width is short."""
        short = theme.current_percent() > 100 or self.width() < 1300
        ways = QBoxLayout.Direction
        self._row.setDirection(ways.BottomToTop if short else ways.LeftToRight)
        self.alike.setMinimumWidth(0 if short else _ALIKE_WIDTH)
        self.alike.setMaximumWidth(16777215 if short else _ALIKE_WIDTH if self.width() < 1600 else 440)
        self.alike.setVisible(not short or bool(self.alike.found()))
        low = self.height() < 640 and theme.current_percent() == 100
        self.title.detail.setVisible(not low or self.form.counts_only())
        self._inside.setSpacing(10 if low else 14)
        tab_order(*(self.alike.buttons() if short else ()), *self.form.tab_stops())
        tab_order(self.form.tab_stops()[-1], *(() if short else self.alike.buttons()), *self.bar.tab_stops())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            self._save()
            return
        super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._arrange()

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_scroll"):
            self._arrange()
