"""Alta rápida: somebody without registration becomes a person with a card and is present, in a few keys."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from promoter_app.domain.attendance import WAITING, ScanOutcome, ScanState
from promoter_app.domain.sessions import Session
from promoter_app.services.people import registering
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit import Text
from promoter_app.ui.session.attendance_words import Seen, verdict_of
from promoter_app.ui.session.register_alike import AlikeCard
from promoter_app.ui.session.register_frame import RegisterFrame


class RegisterPage(RegisterFrame):
    """`registered` carries the outcome and a private note for the promoter ("" for none)."""

    registered = Signal(object, str)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, AlikeCard(desk), parent)
        self._session: Session | None = None
        self._card: ScanOutcome | None = None
        self._minor = False
        self.heard = Text("", "small-strong", "cana", wrap=True)
        self.put_under_title(self.heard)
        self.alike.said_yes.connect(self._same_person)
        self.retranslate()

    def begin(self, session: Session, card: ScanOutcome | None, name: str = "") -> None:
        """An empty form for `session`; `card` is the waiting scan it answers (blank, or unknown)."""
        self._session, self._card = session, card
        self._minor = self._saving = False
        self.heard.hide()
        self.begin_form(session.crew, session.held_on, name)
        self.retranslate()

    def scan(self) -> bytes | None:
        """The waiting scan that this form answers, or None."""
        return self._card.scan if self._card is not None else None

    def hear(self, outcome: ScanOutcome, seen: Seen) -> None:
        """A card was read meanwhile: a blank one belongs to this person, any other only says its result."""
        if outcome.state is ScanState.BLANK and not self.has_blank() and not self._saving:
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

    def blank_number(self) -> int | None:
        """The number of the waiting scan's card when it is blank."""
        card = self._card
        return card.card_number if card is not None and card.state is ScanState.BLANK else None

    def say_what_happens(self) -> None:
        """What Enter would do now: register, or count without a name."""
        self._arrange()
        if self.form.counts_only():
            minor = self.tr("Menos de 18 años: se cuenta, sin nombre y sin datos")
            said_no = self.tr("Dijo que no: se cuenta sin nombre y toma la sesión igual")
            self.title.detail.setText(minor if self.form.is_minor() else said_no)
            self.where.setText("")
            self.bar.set_main_texts(self.tr("Contar sin nombre"), self.tr("Contar"))
            return
        self.say_where(self._session.crew_name if self._session is not None else None)
        self.bar.set_main_texts(self.tr("Guardar y marcar presente"), self.tr("Guardar"))

    def keep(self) -> None:
        """Register and mark present, or count without a name."""
        session = self._session
        if session is None or self._saving or not self.is_whole():
            return
        new, scan, here = self.form.answer(), self.scan(), session.id
        self._minor, self._saving = new.is_minor, True
        self.desk.road.do(
            lambda folder, stamp: registering.register_walk_in(folder, stamp, here, new, scan),
            self._on_saved,
            self._on_refused,
        )

    # inside
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

    def _child_note(self) -> str:
        return self.note or self.tr(
            "Se contó a alguien de menos de 18 años, sin nombre y sin datos. No preguntes más delante del grupo. "
            "Al terminar, a solas, sigue la política de protección de tu organización y avisa a tu coordinación."
        )
