"""The steps of the first start: language, who and which laptop, camera and scanner, and where the data come from."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from promoter_app.domain.refusal import Refusal
from promoter_app.domain.roles import role_named
from promoter_app.services.folder import laptop_setting
from promoter_app.services.office.first_steps import name_project
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.banner import Banner
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.choices import Choice, ChoiceRow
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.language import LANGUAGES, load_language
from promoter_app.ui.settings.scanner_card import ScannerCard
from promoter_app.ui.window_choices import LANGUAGE, LAPTOP_NAME, OPERATOR, ROLE, keep_choice
from promoter_app.ui.wizard.roster import RosterCard

Then = Callable[[], None]


class Step(QWidget):
    """One step. `commit` carries it out and calls `then`; leaving it out changes nothing.

    `entered`: Enter in its last field. `working`: it is being carried out, and cannot be left. `notices` are shown
    apart, where they are always in sight.
    """

    entered = Signal()
    working = Signal(bool)

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.banner = Banner()
        self.notices: list[QWidget] = [self.banner]
        self.words = Text("", "body", "ink2", wrap=True)
        self.column = QVBoxLayout(self)
        self.column.setContentsMargins(0, 0, 0, 0)
        self.column.setSpacing(12)
        self.column.addWidget(self.words)

    def title(self) -> str:
        """What the step is about."""
        raise NotImplementedError

    def retranslate(self) -> None:
        """Put on every word again."""

    def commit(self, then: Then) -> None:
        """Do what was chosen."""
        then()

    def take_focus(self) -> None:
        """Begin at the first control."""

    def set_locked(self, locked: bool) -> None:
        """Whether the data have a passphrase by now: what hangs on it cannot be chosen any more."""

    def tell_refusal(self, refusal: Refusal) -> None:
        """Why it was not done."""
        self.banner.tell("red", *self.desk.said(refusal))


def labelled(column: QVBoxLayout, label: Text, field: QWidget) -> None:
    """A field under its label."""
    label.setBuddy(field)
    column.addWidget(label)
    column.addWidget(field)


class LanguageStep(Step):
    """Español or English, at once."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.language = ChoiceRow("language", [Choice("es", "Español"), Choice("en", "English")])
        self.language.set_value(desk.language)
        self.column.addWidget(self.language, 0, Qt.AlignmentFlag.AlignLeft)
        self.language.chosen.connect(self._speak)

    def title(self) -> str:
        return self.tr("Idioma de la pantalla")

    def retranslate(self) -> None:
        self.words.setText(self.tr("Los temas se dan en la lengua de cada grupo. Esto es solo para la pantalla."))
        self.language.setAccessibleName(self.tr("Idioma"))

    def take_focus(self) -> None:
        self.language.button(self.desk.language).setFocus(Qt.FocusReason.OtherFocusReason)

    def _speak(self, language: object) -> None:
        app = QApplication.instance()
        if isinstance(app, QApplication) and language in LANGUAGES:
            self.desk.language = str(language)
            load_language(app, str(language))
            keep_choice(self.desk, LANGUAGE, str(language))


class NameStep(Step):
    """Who uses the laptop, what it is called, and whether it works in the field or in the office."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._locked = False
        self.name_label, self.laptop_label, self.role_label = (Text("", "label") for _each in range(3))
        self.name, self.laptop = QLineEdit(), QLineEdit()
        self.role = ChoiceRow("role")
        for field in (self.name, self.laptop):
            field.setMaxLength(80)
        labelled(self.column, self.name_label, self.name)
        labelled(self.column, self.laptop_label, self.laptop)
        self.column.addWidget(self.role_label)
        self.column.addWidget(self.role, 0, Qt.AlignmentFlag.AlignLeft)
        self.name.setText(desk.road.edge.operator)
        desk.road.ask(lambda folder: laptop_setting(folder, LAPTOP_NAME, ""), self._name_laptop)
        self.name.returnPressed.connect(lambda: self.laptop.setFocus(Qt.FocusReason.TabFocusReason))
        self.laptop.returnPressed.connect(self.entered)

    def _name_laptop(self, name: str) -> None:
        if not self.laptop.text():
            self.laptop.setText(name)

    def title(self) -> str:
        return self.tr("Quién la usa y cómo se llama la laptop")

    def retranslate(self) -> None:
        chosen = self.role.value() or self.desk.role
        fixed = self.tr("La contraseña ya está a ese nombre y de ese tipo: aquí no se cambian.")
        free = self.tr("Tu nombre queda en lo que registras. El de la laptop ayuda a reconocer su entrega.")
        self.words.setText(fixed if self._locked else free)
        for label, field, words in (
            (self.name_label, self.name, self.tr("Tu nombre")),
            (self.laptop_label, self.laptop, self.tr("Nombre de la laptop")),
        ):
            label.setText(words)
            field.setAccessibleName(words)
        self.role_label.setText(self.tr("Esta laptop es de"))
        self.role.setAccessibleName(self.tr("Esta laptop es de"))
        self.role.set_choices([Choice("promoter", self.tr("Campo")), Choice("coordinator", self.tr("Oficina"))])
        self.role.set_value(chosen)

    def take_focus(self) -> None:
        (self.laptop if self._locked else self.name).setFocus(Qt.FocusReason.OtherFocusReason)

    def set_locked(self, locked: bool) -> None:
        self._locked = locked
        if locked:
            self.name.setText(self.desk.road.edge.operator)
            self.role.set_value(self.desk.role)
        for part in (self.name, self.role):
            part.setEnabled(not locked)
        self.retranslate()

    def commit(self, then: Then) -> None:
        name, laptop, role = self.name.text().strip(), self.laptop.text().strip(), role_named(str(self.role.value()))
        if name:
            self.desk.set_operator(name)
        self.desk.set_role(role)
        for key, value in ((OPERATOR, name), (LAPTOP_NAME, laptop), (ROLE, role)):
            if value:
                keep_choice(self.desk, key, value)
        then()


class DevicesStep(Step):
    """Which cameras there are, and the scanner tried with a card."""

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self.cameras = Text("", "strong", wrap=True)
        self.scanner = ScannerCard()
        self.column.addWidget(self.cameras)
        self.column.addWidget(self.scanner)
        desk.cameras.changed.connect(self._look)

    def title(self) -> str:
        return self.tr("Cámara y lector")

    def retranslate(self) -> None:
        self.words.setText(self.tr("Cámara, lector y teclado sirven a la vez. Con uno que funcione basta."))
        self.scanner.retranslate()
        self._look()

    def take_focus(self) -> None:
        self._look()
        self.scanner.start_button.setFocus(Qt.FocusReason.OtherFocusReason)

    def _look(self) -> None:
        if not self.isVisible():
            return
        trouble = self.desk.cameras.trouble()
        if trouble == "pieces":
            self.cameras.setText(self.tr("A esta laptop le faltan piezas del sistema para usar la cámara."))
        elif trouble:
            self.cameras.setText(self.tr("El sistema no da permiso para usar la cámara."))
        else:
            names = ", ".join(camera.name for camera in self.desk.cameras.listed())
            found = self.tr("Cámara: {0}").format(names) if names else self.tr("No se ve ninguna cámara.")
            self.cameras.setText(found)


class DataStep(Step):
    """Where the data come from. `chosen` carries the room to go to and what to do there ("list" or "")."""

    chosen = Signal(str, str)

    def __init__(self, desk: Desk) -> None:
        super().__init__(desk)
        self._locked = False
        self.list_button = KeyButton("", "ph.table-bold", left=True)
        self.roster = RosterCard(desk)
        self.package_button = KeyButton("", "mdi6.usb-flash-drive-outline", left=True)
        self.reason = Text("", "small-strong", "ambar_d", wrap=True)
        self.project_label = Text("", "label")
        self.project = QLineEdit()
        self.project.setMaxLength(120)
        self.project_button = KeyButton("", "ph.leaf-bold", left=True)
        for part in (self.roster, self.list_button, self.package_button, self.reason):
            self.column.addWidget(part)
        labelled(self.column, self.project_label, self.project)
        self.column.addWidget(self.project_button)
        self.list_button.clicked.connect(lambda: self.chosen.emit("crews", "list"))
        self.package_button.clicked.connect(lambda: self.chosen.emit("receiving", ""))
        self.project_button.clicked.connect(self._begin_project)
        self.project.returnPressed.connect(self.project_button.click)
        self.roster.taken.connect(lambda: self.chosen.emit("crews", ""))
        desk.role_changed.connect(self._role_changed)

    def title(self) -> str:
        return self.tr("De dónde vienen los datos")

    def retranslate(self) -> None:
        self.words.setText(self.tr("Elige una. Las otras siguen en Cuadrillas, Recibir y Ajustes."))
        self.roster.retranslate()
        self.list_button.setText(self.tr("Traer mi lista de Excel o CSV"))
        self.package_button.setText(self.tr("Traer paquetes de otras laptops"))
        self.project_label.setText(self.tr("Nombre del proyecto"))
        self.project.setAccessibleName(self.tr("Nombre del proyecto"))
        self.project_button.setText(self.tr("Empezar un proyecto nuevo"))
        self._allow()

    def take_focus(self) -> None:
        first = self.list_button if self.desk.role == "coordinator" else self.roster.choose_button
        first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _role_changed(self, _role: str) -> None:
        self._allow()

    def set_locked(self, locked: bool) -> None:
        self._locked = locked
        self._allow()

    def _allow(self) -> None:
        office = self.desk.role == "coordinator"
        where = self.tr("Lo hace la oficina, y la contraseña de esta laptop es de campo")
        reason = "" if office else where if self._locked else self.tr("Lo hace la oficina: elige Oficina en el paso 2")
        self.project_button.set_reason(reason)
        self.package_button.setVisible(office)
        self.roster.setVisible(not office)
        self.reason.setText(f"{reason}.")
        self.reason.setVisible(not office)
        self.project.setEnabled(office)

    def _begin_project(self) -> None:
        name = self.project.text()

        def named(_name: str) -> None:
            self.chosen.emit("settings", "")

        self.desk.road.do(lambda folder, stamp: name_project(folder, stamp, name), named, self.tell_refusal)
