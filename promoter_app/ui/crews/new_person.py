"""Persona nueva: somebody is registered in a crew outside a session, with the rows of Alta rápida."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from promoter_app.domain.cards import card_label
from promoter_app.domain.people import Person
from promoter_app.domain.refusal import Refusal
from promoter_app.services.crews.crews import Crew
from promoter_app.services.people import registering
from promoter_app.services.people.sheet import BlankCard, blank_card
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit import keys as key_names
from promoter_app.ui.kit.people import initials
from promoter_app.ui.kit.scan_field import ScanField
from promoter_app.ui.session.register_alike import AlikeCard
from promoter_app.ui.session.register_frame import RegisterFrame


class NewPersonPage(RegisterFrame):
    """`registered` carries the new Person; `known` the id of somebody who turned out to be registered already.

    Who says no, or is under 18, is not registered: nothing is written, and nothing stays in the form.
    """

    registered = Signal(object)
    known = Signal(bytes)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, AlikeCard(desk, to_sheet=True), parent)
        self._crew: Crew | None = None
        self._card: BlankCard | None = None
        self.card = ScanField()
        self.card.setProperty("scan", "false")
        self.title.put_for_chip(self.card)
        self.card.submitted.connect(self.take_code)
        self.alike.said_yes.connect(self._open_known)
        self.cancelled.connect(self._forget)
        desk.names_hidden_changed.connect(lambda _hidden: self.alike.retranslate())
        self.retranslate()

    def begin(self, crew: Crew | None) -> None:
        """An empty form for somebody new in `crew`; None: in no crew."""
        self._crew, self._card, self._saving = crew, None, False
        self.begin_form(crew.id if crew is not None else None, self.desk.today())
        self.retranslate()

    def take_code(self, text: str) -> None:
        """A card was scanned, or its number typed: a blank one will be this person's."""
        self.desk.road.ask(lambda folder: blank_card(folder, text), self._on_blank, self._on_no_blank)

    def blank_number(self) -> int | None:
        """The number of the card that was scanned for this person."""
        return self._card.number if self._card is not None else None

    def retranslate(self) -> None:
        """Put on every word again."""
        super().retranslate()
        self.card.set_prompt(
            self.tr("Tarjeta: escanea o escribe"), self.tr("Tarjeta en blanco: escanea o escribe su número")
        )
        self.card.setAccessibleDescription(key_names.described(("F3",)))
        self.card.setToolTip(key_names.described(("F3",)))

    def say_what_happens(self) -> None:
        """What Enter would do now: register, or close without writing anything."""
        self._arrange()
        if self.form.counts_only():
            minor = self.tr("Menos de 18 años: no se registra y no se guarda nada")
            said_no = self.tr("Dijo que no: no se guarda nada y toma las sesiones igual")
            self.title.detail.setText(minor if self.form.is_minor() else said_no)
            self.where.setText("")
            self.bar.set_main_texts(self.tr("Cerrar sin guardar"), self.tr("Cerrar"))
            return
        self.say_where(self._crew.name if self._crew is not None else None)
        self.bar.set_main_texts(self.tr("Guardar"), self.tr("Guardar"))

    def keep(self) -> None:
        """Register; or, for who may not be registered, leave nothing and say what to do."""
        if self._saving or not self.is_whole():
            return
        if self.form.counts_only():
            self._close_without()
            return
        new, crew = self.form.answer(), self._crew.id if self._crew is not None else None
        card = self._card.code if self._card is not None else None
        self._saving = True
        self.desk.road.do(
            lambda folder, stamp: registering.register_person(folder, stamp, new, crew, card),
            self._on_saved,
            self._on_refused,
        )

    # inside
    def _close_without(self) -> None:
        minor = self.form.is_minor()
        self.cancelled.emit()
        self.desk.tell("amber", self.tr("No se guardó nada de esa persona"), self._child_note() if minor else "")

    def _child_note(self) -> str:
        return self.note or self.tr(
            "Tiene menos de 18 años. No preguntes más delante del grupo. Después, a solas, sigue la política de "
            "protección de tu organización y avisa a tu coordinación."
        )

    def _open_known(self, person: bytes) -> None:
        self._forget()
        self.known.emit(person)

    def _on_blank(self, card: BlankCard) -> None:
        self._card = card
        self.retranslate()
        self.card.empty()
        if self.card.hasFocus():
            self.take_focus()

    def _on_no_blank(self, refusal: Refusal) -> None:
        self.card.selectAll()  # to type it again
        self.desk.tell_refusal(refusal)

    def _on_saved(self, person: Person) -> None:
        self._forget()
        name = initials(person.name) if self.desk.names_hidden else person.name
        place = [person.crew_name or self.tr("sin cuadrilla")]
        if person.card_number is not None:
            place.append(self.tr("tarjeta {0}").format(card_label(person.card_number)))
        self.desk.tell("green", self.tr("Se registró a {0}").format(name), " · ".join(place))
        self.registered.emit(person)

    def _forget(self) -> None:
        """Nobody's name stays behind in a form that is off screen."""
        self.pause()
        self.form.clear()
        self.card.empty()
        self.alike.show_people((), with_card=False)
        self.pause()  # emptying the name asked to look again
        self._card, self._saving = None, False
