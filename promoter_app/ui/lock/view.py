"""The lock screen: who (initials only), passphrase or number, keys to press, and the way back for who forgot."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.domain.refusal import Refusal
from promoter_app.services.security.locking import LockPerson
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.checks import CheckRow
from promoter_app.ui.kit.choices import Choice, ChoiceRow
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.kit.layouts import stack
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.lock.fields import CapitalsNote, SecretField
from promoter_app.ui.lock.frame import CoverView

_KEY = 72


class PinKey(KeyButton):
    """A key of the keypad, 72 px; the field keeps the focus while it is clicked."""

    def __init__(self, text: str, icon: str = "") -> None:
        super().__init__(text, icon, size="large")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)

    def sizeHint(self) -> QSize:
        side = max(_KEY, theme.px(60))
        return QSize(max(side, super().sizeHint().width()), side)


class PinPad(QWidget):
    """Ten digits and a key that takes one back; `pressed` carries the digit, or ""."""

    pressed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        grid = QGridLayout(self)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setSpacing(8)
        self.keys = {digit: PinKey(digit) for digit in "1234567890"}
        self.back = PinKey("", "ph.backspace-bold")
        places = {digit: divmod(at, 3) for at, digit in enumerate("123456789")} | {"0": (3, 1)}
        for digit, key in self.keys.items():
            grid.addWidget(key, *places[digit])
            key.clicked.connect(lambda _on=False, d=digit: self.pressed.emit(d))
        grid.addWidget(self.back, 3, 2)
        self.back.clicked.connect(lambda: self.pressed.emit(""))
        self.retranslate()

    def retranslate(self) -> None:
        """Names for who cannot see the keys."""
        self.back.setAccessibleName(self.tr("Borrar el último"))


class LockView(CoverView):
    """`tried` carries the id of who (or None: anybody) and the passphrase; `forgotten` wants the recovery sheet."""

    tried = Signal(object, str)
    forgotten = Signal()

    def __init__(self, desk: Desk, people: list[LockPerson], parent: QWidget | None = None) -> None:
        super().__init__(desk, parent)
        self.setObjectName("lock")
        self._people = people
        self._left = 0
        self.who_label, self.field_label = Text("", "label", wrap=True), Text("", "label")
        self.who = ChoiceRow("who")
        self.field = SecretField()
        self.capitals = CapitalsNote(self.field)
        self.shown = CheckRow("-", is_choice=True)
        self.pad = PinPad()
        self.progress = ProgressPanel()
        self.forgot_button = KeyButton("", "ph.key-bold", "F2", more_keys=("Ctrl+N",))
        self.enter_button = KeyButton("", "ph.sign-in-bold", "Return", kind="primary", size="main", cap_only=True)
        self._countdown = QTimer(self)
        self._countdown.setInterval(1000)
        self._lay_out()
        self.field.returnPressed.connect(self._try)
        self.enter_button.clicked.connect(self._try)
        self.forgot_button.clicked.connect(self.forgotten)
        self.shown.toggled.connect(self.field.show_letters)
        self.pad.pressed.connect(self._press)
        self.who.chosen.connect(lambda _who: self.take_focus())
        self._countdown.timeout.connect(lambda: self.wait_seconds(self._left - 1))
        self.retranslate()
        self._arrange()

    def _lay_out(self) -> None:
        left = QVBoxLayout()
        left.setSpacing(12)
        self.field_label.setBuddy(self.field)
        asked = (self.who_label, self.who, self.field_label, self.field)
        for part in (*asked, self.capitals, self.shown, self.progress):
            left.addWidget(part)
        left.addStretch(1)
        self._across = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._across.setSpacing(32)
        self._across.addLayout(left, 1)
        pad = QHBoxLayout()
        pad.addWidget(self.pad)
        self._across.addLayout(pad)
        self.card.body.addLayout(self._across)
        self.bar.add_left(self.forgot_button)
        self.bar.add_right(self.enter_button)

    # what it says
    def retranslate(self) -> None:
        self.title.setText(self.tr("Surco está cerrado"))
        self.words.setText(self.tr("Los datos siguen cifrados y completos. Entra con tu contraseña."))
        self.who_label.setText(self.tr("¿Quién eres? Si no eliges, se prueba con todas las personas."))
        self.field_label.setText(self.tr("Contraseña o número"))
        self.field.setAccessibleName(self.tr("Contraseña o número"))
        self.shown.setText(self.tr("Enseñar lo que escribo"))
        self.capitals.retranslate()
        self.forgot_button.setText(self.tr("Olvidé mi contraseña"))
        self.enter_button.setText(self.tr("Entrar"))
        self.pad.retranslate()
        self._offer()

    def _offer(self) -> None:
        chosen = self.who.value()
        self.who.setAccessibleName(self.tr("Quién entra"))
        self.who.set_choices([Choice(one.id, self.name_of(one)) for one in self._people])
        self.who.set_value(chosen)
        for part in (self.who, self.who_label):
            part.setVisible(len(self._people) > 1)

    def name_of(self, person: LockPerson) -> str:
        """Initials and role, with a number where two people share both."""
        role = self.tr("oficina") if person.role == "coordinator" else self.tr("campo")
        alike = [one.id for one in self._people if (one.initials, one.role) == (person.initials, person.role)]
        number = f" {alike.index(person.id) + 1}" if len(alike) > 1 else ""
        return f"{person.initials}{number} · {role}"

    def take_focus(self) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)

    def choose(self, person: str | None) -> None:
        """Who came in last is offered first."""
        self.who.set_value(person)

    # trying
    def _press(self, digit: str) -> None:
        self.field.setText(self.field.text() + digit if digit else self.field.text()[:-1])
        self.take_focus()

    def _try(self) -> None:
        if not self.enter_button.isEnabled():
            return
        if not self.field.text():
            self.banner.tell("amber", self.tr("Escribe tu contraseña o número"))
            self.take_focus()
            return
        self.banner.clear()
        self.enter_button.set_reason(self.tr("abriendo"))
        self.progress.begin(self.tr("Abriendo los datos"))
        who = self.who.value()
        self.tried.emit(who if isinstance(who, str) else None, self.field.text())

    def refused(self, refusal: Refusal, wait: int) -> None:
        """It did not open: why, and after how many seconds one may try again."""
        self.progress.end()
        self.field.clear()
        self.enter_button.set_reason("")
        self.tell_refusal(refusal)
        self.wait_seconds(wait)
        self.take_focus()

    def wait_seconds(self, seconds: int) -> None:
        """Say how long wrong tries make everybody wait, and count down."""
        was_waiting, self._left = self._left > 0, max(0, seconds)
        if self._left:
            self._countdown.start()
            words = self.tr("Espera %n segundos para probar otra vez.", "", self._left)
            self.enter_button.set_reason(words)
            self.banner.tell("amber", words, self.tr("Los datos siguen cifrados y completos. Escríbela con calma."))
            return
        self._countdown.stop()
        if was_waiting:
            self.enter_button.set_reason("")
            self.banner.tell("blue", self.tr("Ya puedes probar otra vez"))

    # fitting
    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange and hasattr(self, "_across"):
            self._arrange()

    def _arrange(self) -> None:
        stacked = theme.is_large()
        stack(self._across, stacked)
        self.who.set_columns(1 if stacked else 3)
