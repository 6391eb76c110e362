"""Contraseña y personas: who opens this laptop's data, the own passphrase, the recovery sheet."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from promoter_app.domain.done import Done
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.roles import role_named
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.security import locking
from promoter_app.services.security.locking import LockPerson, NewPerson
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.choices import Choice, ChoiceRow
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.layouts import clear
from promoter_app.ui.kit.tab_place import keep_tab_place
from promoter_app.ui.lock.fields import NewPassphrase, SecretField
from promoter_app.ui.lock.sheet_card import SheetCard
from promoter_app.ui.settings.drill_card import DrillCard
from promoter_app.ui.wizard.passphrase import PassphraseStep


@dataclass(frozen=True)
class _Seen:
    path: Path
    me: str | None
    people: list[LockPerson]


class AccessPart(QWidget):
    """In the clear it offers to lock the data; locked, everybody changes the own passphrase and adds a promoter."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._seen: _Seen | None = None
        self.banner = Banner()
        self.locking = PassphraseStep(desk)
        self.lock_card = Card("…")
        self.lock_button = KeyButton("", "mdi6.lock", size="small")
        self.mine, self.others, self.new_one = Card("…"), Card("…"), Card("…")
        self.old_label, self.old = Text("", "label"), SecretField()
        self.passphrase = NewPassphrase()
        self.change_button = KeyButton("", "ph.check-bold", size="small")
        self.rows = QVBoxLayout()
        self.remove_buttons: dict[str, KeyButton] = {}
        self.name_label, self.name = Text("", "label"), QLineEdit()
        self.role = ChoiceRow("role")
        self.their_passphrase = NewPassphrase()
        self.add_button = KeyButton("", "ph.user-plus-bold", size="small")
        self.sheet = SheetCard(desk)
        self.renew_button = KeyButton("", "ph.check-bold", size="small")
        self.drill = DrillCard(desk)
        self._lay_out()
        self.lock_button.clicked.connect(self._lock)
        self.change_button.clicked.connect(self._change)
        self.add_button.clicked.connect(self._add)
        self.renew_button.clicked.connect(self._renew)
        self.retranslate()

    def _lay_out(self) -> None:
        self.old_label.setBuddy(self.old)
        self.name_label.setBuddy(self.name)
        self.name.setMaxLength(80)
        for card, parts in (
            (self.lock_card, (self.locking, self.lock_button)),
            (self.mine, (self.old_label, self.old, self.passphrase, self.change_button)),
            (self.new_one, (self.name_label, self.name, self.role, self.their_passphrase, self.add_button)),
        ):
            for part in parts:
                is_button = isinstance(part, (KeyButton, ChoiceRow))
                card.body.addWidget(part, 0, Qt.AlignmentFlag.AlignLeft if is_button else Qt.AlignmentFlag(0))
        self.others.body.addLayout(self.rows)
        self.sheet.body.addWidget(self.renew_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for each in (self.banner, self.lock_card, self.mine, self.others, self.new_one, self.drill, self.sheet):
            column.addWidget(each)
        column.addStretch(1)

    def retranslate(self) -> None:
        """Put on every word again."""
        self.locking.retranslate()
        self.sheet.retranslate()
        self.drill.retranslate()
        self.lock_card.set_heading(self.tr("Estos datos no tienen contraseña"))
        self.lock_button.setText(self.tr("Cifrar los datos"))
        self.mine.set_heading(self.tr("Cambiar mi contraseña"))
        self.old_label.setText(self.tr("Contraseña de ahora"))
        self.old.setAccessibleName(self.tr("Contraseña de ahora"))
        self.change_button.setText(self.tr("Cambiarla"))
        self.others.set_heading(self.tr("Quién entra en esta laptop"))
        self.new_one.set_heading(self.tr("Agregar a una persona"))
        self.name_label.setText(self.tr("Nombre completo"))
        self.name.setAccessibleName(self.tr("Nombre completo"))
        self.role.setAccessibleName(self.tr("Entra como"))
        self.role.set_choices([Choice("promoter", self.tr("Campo")), Choice("coordinator", self.tr("Oficina"))])
        self.role.set_value("promoter")
        self.add_button.setText(self.tr("Agregarla"))
        self.renew_button.setText(self.tr("Usar esta hoja desde ahora; la anterior deja de servir"))
        self._show_people()

    def take_focus(self) -> None:
        """Begin at the first field."""
        field = self.old if self.mine.isVisibleTo(self) else self.locking.passphrase.first
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Look again who comes in."""

        def look(folder: Folder) -> _Seen:
            return _Seen(folder.path, folder.opened.slot if folder.opened else None, locking.people_of(folder.path))

        self.desk.road.ask(look, self._show)
        self.drill.reload()

    def _show(self, seen: _Seen) -> None:
        self._seen = seen
        is_locked, office = seen.me is not None, self.desk.role == "coordinator"
        self.lock_card.setVisible(not is_locked)
        for card in (self.mine, self.others, self.new_one, self.drill):
            card.setVisible(is_locked)
        self.sheet.setVisible(is_locked and office)
        self.role.button("coordinator").setEnabled(office)
        self._show_people()

    def _show_people(self) -> None:
        clear(self.rows)
        self.remove_buttons = {}
        for one in self._seen.people if self._seen else ():
            role = self.tr("oficina") if one.role == "coordinator" else self.tr("campo")
            words = f"{one.initials} · {role}"
            is_me = self._seen is not None and one.id == self._seen.me
            self.rows.addWidget(Text(self.tr("{0}, tú").format(words) if is_me else words, "strong"))
            if not is_me and self.desk.role == "coordinator":
                button = KeyButton(self.tr("Quitar a {0}").format(words), "ph.user-minus-bold", size="small")
                button.clicked.connect(lambda _on=False, slot=one.id: self._remove(slot))
                self.rows.addWidget(button, 0, Qt.AlignmentFlag.AlignLeft)
                self.remove_buttons[one.id] = button
        keep_tab_place(self.others, list(self.remove_buttons.values()))

    # what the person does
    def _lock(self) -> None:
        if not self.locking.passphrase.text():
            self.locking.banner.tell("amber", self.tr("Escribe la contraseña nueva dos veces."))
            return
        self.locking.commit(self._locked)

    def _locked(self) -> None:
        self.banner.tell("green", self.tr("Los datos ya están cifrados"), self.tr("Ctrl+L cierra Surco."))
        self.reload()

    def _change(self) -> None:
        trouble = self.passphrase.trouble()
        seen = self._seen
        if trouble or seen is None or seen.me is None:
            self.banner.tell("amber", trouble)
            return
        old, new, me, path = self.old.text(), self.passphrase.text(), seen.me, seen.path
        moment = self.desk.road.edge.moment()

        def changed(_none: None) -> None:
            self.old.clear()
            self.passphrase.clear()
            self.banner.tell("green", self.tr("Tu contraseña cambió"), self.tr("La anterior ya no abre nada."))

        self.desk.road.ask(
            lambda _folder: locking.change_passphrase(path, me, old, new, moment), changed, self._refused
        )

    def _add(self) -> None:
        trouble = self.their_passphrase.trouble()
        if trouble:
            self.banner.tell("amber", trouble)
            return
        role = role_named(str(self.role.value()))
        person = NewPerson(self.name.text().strip(), self.their_passphrase.text(), role)
        self.desk.road.do(lambda folder, stamp: locking.add_person(folder, stamp, person), self._added, self._refused)

    def _added(self, _slot: str) -> None:
        self.name.clear()
        self.their_passphrase.clear()
        self.banner.tell("green", self.tr("Ya puede entrar en esta laptop"))
        self.reload()

    def _remove(self, slot: str) -> None:
        def removed(_none: None) -> None:
            self.banner.tell("green", self.tr("Ya no entra en esta laptop"))
            self.reload()

        self.desk.road.do(lambda folder, stamp: locking.remove_person(folder, stamp, slot), removed, self._refused)

    def _renew(self) -> None:
        trouble = self.sheet.trouble()
        key = self.sheet.key
        if trouble or key is None:
            self.banner.tell("amber", trouble)
            return
        recipient = key.recipient

        def renew(folder: Folder, stamp: Stamp) -> Done[None]:
            from promoter_app.services.security.project_keys import is_office, make_project_keys, project_keys

            done = locking.renew_recovery(folder, stamp, [recipient])
            if project_keys(folder).office is None or is_office(folder):
                make_project_keys(folder, stamp, [recipient])
            return done

        self.desk.road.do(renew, self._renewed, self._refused)

    def _renewed(self, _none: None) -> None:
        self.sheet.forget()
        self.banner.tell("green", self.tr("La hoja nueva ya abre esta laptop"), self.tr("Destruye la anterior."))

    def _refused(self, refusal: Refusal) -> None:
        self.banner.tell("red", *self.desk.said(refusal))
