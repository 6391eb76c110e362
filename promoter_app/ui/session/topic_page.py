"""Tema: one cue card at a time, its time, and the recordings in the group's languages."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.curriculum.languages import SPANISH
from promoter_app.domain.sessions import Session, minutes_of
from promoter_app.services.sessions import closing, sessions, teaching
from promoter_app.services.sessions.teaching import SpokenLanguage, TopicRoom
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit import BottomBar, Card, IconLabel, KeyButton, Text, announce
from promoter_app.ui.session.step import StepPage
from promoter_app.ui.session.topic_audio import Player
from promoter_app.ui.session.topic_card import CardDots, CueCardPanel
from promoter_app.ui.session.topic_layout import WIDE, DownScroll, Panels, SideTabs, in_a_sentence, is_tight, tab_order
from promoter_app.ui.session.topic_preflight import PreflightPanel
from promoter_app.ui.session.topic_side import CardTime, LanguageList


class TopicPage(StepPage):
    """The cards of the session's topic; the one shown is written down, so that the session comes back to it."""

    name = "topic"

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.room = TopicRoom(None)
        self.at = 0
        self.player = Player(self)
        self.card = CueCardPanel()
        self.preflight = PreflightPanel()
        self.nothing = Text("", "heading", wrap=True)
        self.nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self.nowhere = Card(padding=24)
        self.nowhere.body.addWidget(self.nothing, 1)
        self.panels = Panels(self.card, self.preflight, self.nowhere)
        self.time = CardTime(desk.road.edge.monotonic)
        self.languages = LanguageList()
        self.at_hand = Card(padding=12)
        self.coming = Card("-", padding=14)
        self.coming_words = Text("", "bold", wrap=True)
        self.coming_lines = Text("", "body", "ink2", wrap=True)
        self.coming.body.addWidget(self.coming_words)
        self.coming.body.addWidget(self.coming_lines)
        self.at_hand_label = Text("", "small-strong", "ink2")
        self.at_hand_words = Text("", "small-strong", wrap=True)
        self.columns = SideTabs(self.panels, DownScroll(self._side()), 378)
        self.back = KeyButton("", "ph.arrow-left-bold", "Left", size="large", more_keys=("PgUp",))
        self.dots = CardDots()
        self.left_words = Text("", "strong")
        self.next = KeyButton(
            "", "", "Space", kind="primary", size="main", more_keys=("PgDown",), trailing="ph.arrow-right-bold"
        )
        self.go_on = KeyButton(
            "", "", "F9", kind="primary", size="main", trailing="ph.arrow-right-bold", cap_only=True
        )
        self._lay_out()
        self._connect()
        self.retranslate()

    def _side(self) -> QWidget:
        label = QHBoxLayout()
        label.setSpacing(10)
        label.addWidget(IconLabel("ph.presentation-bold", "cana", 26))
        label.addWidget(self.at_hand_label, 1)
        self.at_hand.body.setSpacing(2)
        self.at_hand.body.addLayout(label)
        self.at_hand.body.addWidget(self.at_hand_words)
        side = QWidget()
        column = QVBoxLayout(side)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(10)
        column.addWidget(self.time)
        column.addWidget(self.languages, 1)
        column.addWidget(self.coming)
        column.addWidget(self.at_hand)
        return side

    def _lay_out(self) -> None:
        bar = BottomBar()
        bar.add_left(self.back)
        middle = QHBoxLayout()
        middle.setContentsMargins(12, 0, 12, 0)
        middle.setSpacing(16)
        middle.addStretch(1)
        middle.addWidget(self.dots)
        middle.addWidget(self.left_words)
        middle.addStretch(1)
        self.middle = QWidget()
        self.middle.setLayout(middle)
        bar.add_right(self.middle)
        bar.add_right(self.next)
        bar.add_right(self.go_on)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.columns, 1)
        column.addWidget(bar)

    def _connect(self) -> None:
        self.back.clicked.connect(lambda: self._show_card(self.at - 1))
        self.next.clicked.connect(lambda: self._show_card(self.at + 1))
        self.go_on.clicked.connect(self.finished)
        for key in ("F9", "Ctrl+Return", "Ctrl+Enter"):
            QShortcut(QKeySequence(key), self).activated.connect(self.finished)
        for key, step in (("Up", -1), ("Down", 1)):
            QShortcut(QKeySequence(key), self.card).activated.connect(partial(self.panels.turn, step))
        self.languages.asked.connect(self._play)
        self.player.changed.connect(self._show_languages)
        self.preflight.ticked.connect(self._tick)
        self.preflight.cleared.connect(self._begin_cards)
        self.preflight.overridden.connect(self._override)

    # coming and going
    def enter(self, session: Session) -> None:
        super().enter(session)
        content, left = self.desk.courses, self._minutes_left(session)
        self.desk.road.ask(lambda folder: teaching.topic_room(folder, content, session, left), self._begin)

    def leave(self) -> None:
        self.player.stop()
        self.time.stop()

    def _minutes_left(self, session: Session) -> float:
        now = self.desk.road.edge.now()
        left = minutes_of(session.ends) - now.hour * 60 - now.minute
        if session.held_on != now.date().isoformat() or not -60 <= left <= session.minutes:
            return session.minutes
        return left

    def _begin(self, room: TopicRoom) -> None:
        self.room = room
        self.languages.set_languages(room.languages)
        self._show_languages()
        if room.module is None or not room.cards:
            self.panels.show_panel(self.nowhere)
            self._show_bar()
            self.go_on.setFocus()
        elif room.is_cleared:
            self._show_card(room.start)
        else:
            named = closing.needs_coordinator(room.module) and self.desk.role != "coordinator"
            self.preflight.show_checks(room.checks, room.ticked, self.desk.language, named=named)
            self.panels.show_panel(self.preflight)
            self._show_bar()
            self.preflight.take_focus()
            self._show_at_hand()

    def _order_tabs(self) -> None:
        inside = self.preflight.stops() if self.panels.shown() is self.preflight else ()
        tab_order(*inside, self.time.ring, self.time.pause, *self.languages.rows, self.back, self.next, self.go_on)

    # cards
    def is_teaching(self) -> bool:
        """Whether a card is on screen (not the checks before it)."""
        return self.panels.shown() is self.card

    def _begin_cards(self) -> None:
        self._show_card(self.room.start)

    def _show_card(self, at: int) -> None:
        if not 0 <= at < len(self.room.cards):
            return
        self.at = at
        shown = self.room.cards[at]
        self._paint_card()
        self.panels.show_panel(self.card)
        self.columns.show_main()
        self.time.start(shown.card.minutes)
        self._show_bar()
        (self.next if self._has_next() else self.go_on).setFocus(Qt.FocusReason.OtherFocusReason)
        session = self.current.id
        self.desk.road.do(
            lambda folder, stamp: sessions.record_step(folder, stamp, session, "topic", "started", shown.number)
        )

    def _paint_card(self) -> None:
        card, module = self.room.cards[self.at].card, self.room.module
        private = bool(module and module.level >= self.desk.courses.preflight_from_level)
        self.card.show_card(card, self.at, len(self.room.cards), self.desk.language, private=private)
        self._show_at_hand()
        self._show_coming()

    def _show_coming(self) -> None:
        """On a wide screen the next card is announced at the side."""
        ahead = self.room.cards[self.at + 1 : self.at + 2]
        self.coming.setVisible(bool(ahead) and self.is_teaching() and self.width() >= WIDE and not theme.is_large())
        for each in ahead:
            language = self.desk.language
            self.coming_words.setText(each.card.title.in_language(language))
            lines = [message.title.in_language(language) for message in each.card.messages]
            self.coming_lines.setText("\n".join(lines))

    def _show_at_hand(self) -> None:
        bring = self.room.module.bring if self.room.module else ()
        words = " · ".join(each.in_language(self.desk.language) for each in bring)
        self.at_hand_words.setText(words)
        self.at_hand.setVisible(bool(words))

    def _has_next(self) -> bool:
        return self.at + 1 < len(self.room.cards)

    def _show_bar(self) -> None:
        teaching_now = self.is_teaching()
        self._order_tabs()
        self._show_coming()
        self.time.setVisible(teaching_now)
        ahead = self.room.cards[self.at + 1 :]
        self.back.set_reason("" if teaching_now and self.at else self.tr("es la primera ficha"))
        self.next.setVisible(teaching_now and self._has_next())
        self.go_on.setVisible(not self.next.isVisibleTo(self))
        is_checking = self.panels.shown() is self.preflight
        self.go_on.set_kind("secondary" if is_checking else "primary")
        self.middle.setVisible(teaching_now and not is_tight(self))
        self.dots.show_place(self.at, len(self.room.cards))
        if ahead:
            cards = self.tr("Faltan %n fichas", "", len(ahead))
            minutes = self.tr("%n min", "", sum(each.card.minutes for each in ahead))
            self.left_words.setText(f"{cards} · {minutes}")
        else:
            self.left_words.setText(self.tr("Es la última ficha"))

    # checks of a sensitive topic
    def _tick(self, check: str, on: bool) -> None:
        session = self.current.id
        self.desk.road.do(lambda folder, stamp: closing.record_preflight(folder, stamp, session, check, on))

    def _override(self, why: str, coordinator: str) -> None:
        session, content = self.current, self.desk.courses
        self.desk.road.do(
            lambda folder, stamp: closing.override_preflight(folder, stamp, content, session, why, coordinator),
            self._overridden,
        )

    def _overridden(self, _done: None) -> None:
        self._begin_cards()

    # recordings
    def _play(self, place: int) -> None:
        spoken = self.room.languages[place]
        if spoken.recording is None:
            announce(self, self._state_of(spoken), assertive=True)
        elif self.player.playing() == spoken.recording:
            self.player.stop()
        elif not self.player.play(spoken.recording):
            self.desk.tell("amber", self.tr("Esta laptop no tiene las piezas para dar sonido."))

    def _show_languages(self) -> None:
        at, total = self.player.position()
        for row in self.languages.rows:
            spoken = row.spoken
            playing = spoken.recording is not None and spoken.recording == self.player.playing()
            state = self._state_of(spoken)
            if playing and total:
                state = self.tr("{at} de {total}").format(at=_clock(at), total=_clock(total))
            people = self.tr("%n personas", "", spoken.people)
            name = spoken.name or self.tr("Lengua sin dato")
            row.show_state(name, people, state, playing=playing, share=at / total if total else 0.0)

    def _state_of(self, spoken: SpokenLanguage) -> str:
        if spoken.recording is not None:
            parts = [_clock(spoken.seconds)] if spoken.seconds else []
            if spoken.recording in self.player.heard:
                parts.append(self.tr("ya se escuchó"))
            return " · ".join(parts) or self.tr("Listo para escucharse")
        if spoken.code == SPANISH:
            return self.tr("Lo dices tú")
        if spoken.name is None:
            return self.tr("Pregunta qué lengua prefieren")
        return self.tr("Falta el audio en {language}. Pídelo en la oficina").format(language=in_a_sentence(spoken.name))

    # words
    def retranslate(self) -> None:
        large = theme.is_large()
        self.columns.set_words(self.tr("Ficha"), self.tr("Tiempo y audio"))
        self.back.setText(self.tr("Atrás") if large else self.tr("Ficha anterior"))
        self.next.setText(self.tr("Siguiente") if large else self.tr("Siguiente ficha"))
        self.go_on.setText(self.tr("Prueba final") if large else self.tr("Ir a la prueba final"))
        self.coming.set_heading(self.tr("Sigue"))
        self.at_hand_label.setText(self.tr("Ten a la mano"))
        self.nothing.setText(self.tr("Este tema no está en esta laptop. Dalo con el papel y avisa a la oficina."))
        self.time.retranslate()
        self.languages.retranslate()
        self._show_languages()
        if self.session is not None and self.room.cards:
            self._paint_card()
        self._show_bar()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The keys of the side column, which do not hear while its tab hides it."""
        pressed = event.text().upper()
        hidden = {str(at): row for at, row in enumerate(self.languages.rows, start=1) if not row.isVisible()}
        if pressed in hidden:
            hidden[pressed].click()
        elif pressed == "P" and self.is_teaching() and not self.time.isVisible():
            self.time.pause.click()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._show_coming()
        self.middle.setVisible(self.is_teaching() and not is_tight(self))

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "go_on"):
            self.retranslate()


def _clock(seconds: int) -> str:
    """42 as "0:42"."""
    return f"{seconds // 60}:{seconds % 60:02d}"
