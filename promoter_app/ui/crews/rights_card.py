"""A person's rights: whoever promotes notes that they ask to be erased; the rest is the office's.

For the office: consents by purpose, all the data that are kept, and erasure in two steps.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.done import Done
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.privacy import rights
from promoter_app.services.privacy.rights import RECORD, SENSITIVE, AccessReport, Consent
from promoter_app.services.reports.access import as_json
from promoter_app.services.reports.files import save
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.layouts import clear
from promoter_app.ui.kit.people import initials
from promoter_app.ui.kit.question import Question
from promoter_app.ui.kit.tab_place import keep_tab_place
from promoter_app.ui.language import full_date
from promoter_app.ui.saving import SavePlace


@dataclass(frozen=True)
class _Shown:
    consents: tuple[Consent, ...]
    stage: str | None


def erasing_words() -> str:
    """What erasing somebody for good does, wherever it is asked."""
    return QCoreApplication.translate(
        "RightsCard",
        "Se quita todo lo suyo de esta carpeta, con sus copias, y, al unir, de las demás laptops. No se puede "
        "deshacer. Queda solo una marca sin nombre para que no vuelva. En respaldos y entregas guardados "
        "aparte sigue hasta que los cambies por otros de hoy.",
    )


class SureQuestion(Question):
    """Says what will happen; Esc is the safe way."""

    def __init__(self, title: str, words: str, verb: str, icon: str, parent: QWidget | None = None) -> None:
        super().__init__(title, verb, parent)
        self.words = Text(words, "body", wrap=True)
        self.words.setMinimumWidth(560)
        self.form.addRow(self.words)
        self.setAccessibleDescription(words)
        self.accept_button.set_kind("danger")
        self.accept_button.set_icon(icon)


class RightsCard(Card):
    """`gone` when the person was taken out of the data."""

    gone = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("…", parent=parent)
        self.desk = desk
        self._person: bytes | None = None
        self._name = ""
        self._shown: _Shown | None = None
        self._lines = QVBoxLayout()
        self._lines.setSpacing(6)
        self.data_button = KeyButton("", "ph.file-text-bold", size="small", left=True)
        self.erase_button = KeyButton("", "ph.eraser-bold", size="small", kind="danger", left=True)
        self.request_button = KeyButton("", "ph.note-pencil-bold", size="small", left=True)
        self.state = Text("", "small", "ink2", wrap=True)
        self.withdraw_buttons: dict[str, KeyButton] = {}
        self.give_buttons: dict[str, KeyButton] = {}
        self.body.addLayout(self._lines)
        self.body.addWidget(self.state)
        self.body.addWidget(self.data_button)
        self.body.addWidget(self.request_button)
        self.body.addWidget(self.erase_button)
        self.data_button.clicked.connect(self._ask_data)
        self.request_button.clicked.connect(self._request)
        self.erase_button.clicked.connect(self._ask_erase)
        desk.role_changed.connect(lambda _role: self._again())
        desk.road.changed.connect(self._hear)
        self.retranslate()

    @property
    def is_office(self) -> bool:
        """Whether who works here may do more than note what a person asks for."""
        return self.desk.role == "coordinator"

    def retranslate(self) -> None:
        """Put on every word again."""
        self.set_heading(self.tr("Permisos y derechos") if self.is_office else self.tr("Sus derechos"))
        self.data_button.setText(self.tr("Datos que tenemos"))
        self.request_button.setText(self.tr("Pide que se borre lo suyo"))
        if self._shown is not None:
            self._show(self._shown)

    def open_person(self, person: bytes, name: str) -> None:
        """Show what this person agreed to; questions say `name` unless names are hidden."""
        self._person, self._name = person, name
        self.desk.road.ask(
            lambda folder: _Shown(rights.consents(folder, person), rights.erasure_stage(folder, person)), self._show
        )

    def _hear(self, changes: frozenset[str]) -> None:
        """Also what was undone is shown again."""
        if changes & {"consent", "erasure", "void"}:
            self._again()

    def _again(self) -> None:
        self.retranslate()
        if self._person is not None:
            self.open_person(self._person, self._name)

    def _called(self) -> str:
        return initials(self._name) if self.desk.names_hidden else self._name

    # showing
    def _show(self, shown: _Shown) -> None:
        self._shown = shown
        had_focus = self.window().focusWidget() in (*self.withdraw_buttons.values(), *self.give_buttons.values())
        clear(self._lines)
        self.withdraw_buttons, self.give_buttons = {}, {}
        if self.is_office:
            self._show_consents(shown)
        said = self._stage_words(shown.stage)
        self.state.setText(said)
        self.state.setVisible(bool(said))
        blocked = shown.stage == "block"
        self.erase_button.setText(self.tr("Borrar para siempre") if blocked else self.tr("Bloquear para borrar"))
        lines = [*self.withdraw_buttons.values(), *self.give_buttons.values()]
        self.request_button.setVisible(shown.stage is None)
        for button in (self.data_button, self.erase_button):
            button.setVisible(self.is_office)
        keep_tab_place(self, [*lines, self.data_button, self.request_button, self.erase_button])
        if had_focus:  # the button that had it is made anew, or its consent is gone
            next(iter(lines), self.data_button).setFocus(Qt.FocusReason.OtherFocusReason)

    def _show_consents(self, shown: _Shown) -> None:
        if not shown.consents:
            self._lines.addWidget(Text(self.tr("Nadie le ha preguntado todavía."), "body", "ink2", wrap=True))
        for each in shown.consents:
            self._add_line(each)
        given = {each.purpose for each in shown.consents if each.given}
        for purpose in (RECORD, SENSITIVE) if shown.stage is None else ():
            if purpose not in given:
                self._add_give(purpose)

    def _stage_words(self, stage: str | None) -> str:
        """How far the erasure is, and for whoever promotes what comes of it."""
        if stage == "block":
            return self.tr("Sus datos están bloqueados: falta borrarlos.")
        if stage == "request" and self.is_office:
            return self.tr("Pidió que se borre lo suyo.")
        if stage == "request":
            return self.tr("Pidió que se borre lo suyo. Va a la oficina con tu entrega; allá se borra.")
        return "" if self.is_office else self.tr("Si te lo pide, anótalo aquí. No tiene que decir por qué.")

    def _add_line(self, one: Consent) -> None:
        holder = QWidget()
        row = QHBoxLayout(holder)
        row.setContentsMargins(0, 0, 0, 0)
        day = full_date(date.fromisoformat(one.on_date))
        words = self.tr("Sí, {0}, el {1}") if one.given else self.tr("Retirado, {0}, el {1}")
        said = words.format(self._how(one.how), day)
        column = QVBoxLayout()
        column.setSpacing(0)
        column.addWidget(Text(self._purpose(one.purpose), "bold", wrap=True))
        column.addWidget(Text(said, "small", "ink2", wrap=True))
        row.addLayout(column, 1)
        if one.given:
            button = KeyButton(self.tr("Retirar"), "ph.x-bold", size="small")
            button.setAccessibleName(self.tr("Retirar permiso: {0}").format(self._purpose(one.purpose)))
            button.clicked.connect(lambda _on=False, purpose=one.purpose: self._ask_withdraw(purpose))
            row.addWidget(button, 0, Qt.AlignmentFlag.AlignTop)
            self.withdraw_buttons[one.purpose] = button
        self._lines.addWidget(holder)

    def _add_give(self, purpose: str) -> None:
        """A consent that is not given, or not any more, can be noted."""
        words = {
            RECORD: self.tr("Anotar permiso: su registro"), SENSITIVE: self.tr("Anotar permiso: lengua y pueblo")
        }  # fmt: skip
        button = KeyButton(words[purpose], "ph.pencil-simple-bold", size="small", left=True)
        button.clicked.connect(lambda: self._ask_give(purpose))
        self._lines.addWidget(button)
        self.give_buttons[purpose] = button

    def _purpose(self, purpose: str) -> str:
        words = {RECORD: self.tr("Guardar su registro"), SENSITIVE: self.tr("Guardar su lengua y su pueblo")}
        return words.get(purpose, purpose)

    def _how(self, how: str | None) -> str:
        words = {
            "oral": self.tr("de palabra"),
            "written": self.tr("por escrito"),
            "list": self.tr("en la lista"),
        }
        return words.get(how or "", self.tr("sin dato"))

    # consents
    def _ask_give(self, purpose: str) -> None:
        if purpose == RECORD:
            what = self.tr("Anótalo solo si se le leyó el texto y dijo que sí.")
        else:
            what = self.tr("Solo cuenta por escrito: con su firma, su marca o sus iniciales en la hoja.")
        title = self.tr("¿Da su permiso {0}?").format(self._called())
        question = SureQuestion(title, what, self.tr("Anotar permiso"), "ph.pencil-simple-bold", self)
        question.accept_button.set_kind("primary")
        if question.exec():
            self.give(purpose)
        question.deleteLater()

    def give(self, purpose: str) -> None:
        """Write down that the person agrees: by word for the record, in writing for what is sensitive."""
        person, how = self._person, "written" if purpose == SENSITIVE else "oral"
        if person is not None:
            self.desk.road.do(
                lambda folder, stamp: rights.give_consent(folder, stamp, person, purpose, how=how),
                lambda _none: self.desk.tell("green", self.tr("Permiso anotado")),
            )

    def _ask_withdraw(self, purpose: str) -> None:
        if purpose == RECORD:
            what = self.tr("Sin este permiso queda pedido que se borre todo lo suyo.")
        else:
            what = self.tr("Su lengua y su pueblo quedan sin dato desde ahora.")
        title = self.tr("¿Retira su permiso {0}?").format(self._called())
        question = SureQuestion(title, what, self.tr("Retirar permiso"), "ph.x-bold", self)
        if question.exec():
            self.withdraw(purpose)
        question.deleteLater()

    def withdraw(self, purpose: str) -> None:
        """Write down that the person takes the consent back."""
        person = self._person
        if person is not None:
            self.desk.road.do(
                lambda folder, stamp: rights.withdraw(folder, stamp, person, purpose),
                lambda _none: self.desk.tell("green", self.tr("Permiso retirado")),
            )

    # access
    def _ask_data(self) -> None:
        person, stamp = self._person, self.desk.road.edge.stamp()
        if person is not None:
            self.desk.road.ask(lambda folder: rights.access_report(folder, stamp, person), self._save_data)

    def _save_data(self, report: AccessReport) -> None:
        out = SavePlace(self.desk, "", self).choose("", f"datos-{report.made_on}.json", "JSON (*.json)")
        if out is None:
            return
        content = as_json(report, self.desk.language).encode()
        self.desk.road.ask(
            lambda _folder: save(out, content),
            lambda path: self.desk.tell("green", self.tr("Listo: {0}").format(path.name), str(path.parent)),
        )

    # erasure
    def _request(self) -> None:
        person = self._person
        if person is not None:
            self.focusPreviousChild()  # the button goes
            self.desk.road.do(
                lambda folder, stamp: rights.request_erasure(folder, stamp, person),
                lambda _none: self.desk.tell("green", self.tr("Anotado: pide que se borre lo suyo")),
            )

    def _ask_erase(self) -> None:
        shown = self._shown
        if shown is None:
            return
        if shown.stage == "block":
            title = self.tr("¿Borrar para siempre a {0}?").format(self._called())
            what = erasing_words()
            question = SureQuestion(title, what, self.tr("Borrar para siempre"), "ph.eraser-bold", self)
        else:
            title = self.tr("¿Bloquear a {0} para borrar lo suyo?").format(self._called())
            what = self.tr(
                "Sale de todas las listas y cuentas. Mientras no se borre, Ctrl+Z lo regresa; borrar para siempre es "
                "el paso que sigue y no se puede deshacer."
            )
            question = SureQuestion(title, what, self.tr("Bloquear"), "mdi6.lock", self)
        if question.exec():
            self.erase(final=shown.stage == "block")
        question.deleteLater()

    def erase(self, *, final: bool) -> None:
        """Block the person, or remove everything for good."""
        person, authority = self._person, self.desk.road.edge.operator or self.tr("coordinación")
        if person is None:
            return
        if not final:
            self.desk.road.do(
                lambda folder, stamp: rights.block(folder, stamp, person, authority),
                lambda _none: self.desk.tell("green", self.tr("Bloqueado. Falta borrar para siempre")),
            )
            return

        def suppress(folder: Folder, stamp: Stamp) -> Done[tuple[str, ...]]:
            return rights.suppress(folder, stamp, person, authority)

        self.desk.road.do(suppress, self._suppressed)

    def _suppressed(self, left: tuple[str, ...]) -> None:
        self._person = self._shown = None
        self.desk.road.forget_undos()
        more = self.desk.say(rights.still_in(left)) if left else ""
        self.desk.tell("amber" if left else "green", self.tr("Lo suyo se borró para siempre"), more)
        self.gone.emit()
