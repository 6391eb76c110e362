"""Copias: the safety copies of this laptop with what they hold; one button makes one, one brings it back."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from promoter_app.domain.done import Done
from promoter_app.domain.refusal import Refusal
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.security import keeping
from promoter_app.services.security.keeping import KeptCopy
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, Text
from promoter_app.ui.kit.people import PersonList, PersonRow
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.lock.trouble_view import when_made


class CopiesPart(QWidget):
    """Restoring makes a copy of what is there first; the banner afterwards goes back to it."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self._copies: list[KeptCopy] = []
        self._before = ""
        self.banner = Banner()
        self.progress = ProgressPanel()
        self.card = Card("…")
        self.words = Text("", "small", "ink2", wrap=True)
        self.make_button = KeyButton("", "ph.copy-bold", size="small")
        self.list = PersonList()
        self.list.setProperty("framed", "true")
        self.list.setMinimumHeight(theme.px(300))
        self.restore_button = KeyButton("", "ph.clock-counter-clockwise-bold", size="small")
        self.card.add_to_head(self.make_button)
        for part in (self.words, self.list):
            self.card.body.addWidget(part)
        self.card.body.addWidget(self.restore_button, 0, Qt.AlignmentFlag.AlignLeft)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(12)
        for each in (self.banner, self.progress, self.card):
            column.addWidget(each)
        column.addStretch(1)
        self.make_button.clicked.connect(self._make)
        self.restore_button.clicked.connect(self._restore)
        self.list.pointed.connect(lambda _key: self._name_button())
        self.banner.acted.connect(self._act)
        desk.restored.connect(self._restored)
        self.retranslate()

    def retranslate(self) -> None:
        """Put on every word again."""
        self.card.set_heading(self.tr("Copias de seguridad"))
        self.words.setText(
            self.tr("Se hacen solas cada media hora de uso, y antes de importar o recuperar. Abren igual que los "
                    "datos. A como estaba antes de unir se vuelve desde Recibir.")
        )  # fmt: skip
        self.make_button.setText(self.tr("Hacer una copia ahora"))
        self.list.setAccessibleName(self.tr("Copias de seguridad"))
        self.list.set_empty_text(self.tr("Todavía no hay copias."))
        self._fill()

    def take_focus(self) -> None:
        """Begin at the button."""
        self.make_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def reload(self) -> None:
        """Look at the copies again."""
        self.desk.road.ask(keeping.kept_copies, self._show)

    def _show(self, copies: list[KeptCopy]) -> None:
        self._copies = copies
        self._fill()

    def _fill(self) -> None:
        chosen = self.list.current_key()
        self.list.people.set_rows([self._row(one) for one in self._copies])
        kept = chosen is not None and self.list.set_current_key(chosen)
        if self._copies and not kept:
            self.list.set_current_key(self._copies[0].copy.name)
        self._name_button()

    def _row(self, one: KeptCopy) -> PersonRow:
        if one.people is None:
            held = self.tr("No se puede leer con esta contraseña")
        else:
            people = self.tr("%n personas", "", one.people)
            held = self.tr("{people}, {sessions}").format(
                people=people, sessions=self.tr("%n sesiones dadas", "", one.sessions or 0)
            )
        return PersonRow(one.copy.name, when_made(one.copy), held, mark="warning" if one.people is None else "")

    def _name_button(self) -> None:
        chosen = self.list.current_key()
        copy = next((one.copy for one in self._copies if one.copy.name == chosen), None)
        when = when_made(copy) if copy is not None else ""
        self.restore_button.setVisible(copy is not None)
        self.restore_button.setText(self.tr("Recuperar la copia"))
        self.restore_button.setAccessibleName(self.tr("Recuperar la copia de {0}").format(when))

    # what the person does
    def _make(self) -> None:
        self.progress.begin(self.tr("Copiando"))
        self.desk.road.do(
            lambda folder, stamp: Done(_copy_name(folder, stamp)), self._made, self._refused
        )

    def _made(self, _name: str) -> None:
        self.progress.end()
        self.banner.tell("green", self.tr("La copia está hecha y revisada"))
        self.reload()

    def _restore(self) -> None:
        chosen = self.list.current_key()
        if isinstance(chosen, str):
            self._bring(chosen)

    def _bring(self, name: str) -> None:
        self.progress.begin(self.tr("Recuperando"), at_once=True)
        self.desk.restore_wanted.emit(name)

    def _restored(self, name: str, before: str) -> None:
        self.progress.end()
        self._before = before
        copy = next((one.copy for one in self._copies if one.copy.name == name), None)
        when = when_made(copy) if copy is not None else name
        self.banner.tell(
            "green",
            self.tr("Los datos son otra vez los de {0}").format(when),
            self.tr("Los de antes quedaron como copia."),
            (("back", self.tr("Volver a los de antes")), ("close", self.tr("Entendido"))),
        )
        self.reload()

    def _act(self, action: str) -> None:
        self.banner.clear()
        if action == "back" and self._before:
            self._bring(self._before)

    def _refused(self, refusal: Refusal) -> None:
        self.progress.end()
        self.banner.tell("red", *self.desk.said(refusal))


def _copy_name(folder: Folder, stamp: Stamp) -> str:
    return keeping.make_copy(folder, stamp).outcome.name
