"""Data that do not open: why, what is safe, what to do; for damaged data the copies, and a button for the last one."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal

from promoter_app.domain.refusal import Refusal
from promoter_app.domain.security.copies import Copy
from promoter_app.ui import theme
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.kit.people import PersonList, PersonRow
from promoter_app.ui.kit.progress import ProgressPanel
from promoter_app.ui.language import clock_time, long_date
from promoter_app.ui.lock.frame import CoverView

MENDED_BY_COPIES = frozenset({"damaged", "not_ours", "nothing_readable"})


def when_made(copy: Copy) -> str:
    """Day and time of a copy, as it is said."""
    day = long_date(copy.made.date())
    return f"{day}, {clock_time(copy.made)}"


class TroubleView(CoverView):
    """`again` tries once more, `restore_wanted` carries a copy's name, `salvage_wanted` saves what can be read."""

    again = Signal()
    restore_wanted = Signal(str)
    salvage_wanted = Signal()

    def __init__(self, desk: Desk, refusal: Refusal, copies: list[Copy]) -> None:
        super().__init__(desk)
        self.setObjectName("trouble")
        self._refusal = refusal
        self._mends = refusal.code in MENDED_BY_COPIES
        self._copies = copies if self._mends else []
        self.list_label = Text("", "label")
        self.copies = PersonList()
        self.copies.setProperty("framed", "true")
        self.copies.setMinimumHeight(theme.px(190))
        self.progress = ProgressPanel()
        self.salvage_button = KeyButton("", "ph.first-aid-kit-bold", size="small")
        again_is_all = not self._copies
        self.again_button = KeyButton(
            "", "ph.arrow-clockwise-bold", "F5", kind="primary" if again_is_all else "secondary"
        )
        self.restore_button = KeyButton("", "ph.clock-counter-clockwise-bold", "F9", kind="primary",
                                        more_keys=("Ctrl+Return",))  # fmt: skip
        for part in (self.list_label, self.copies, self.salvage_button, self.progress):
            self.card.body.addWidget(part)
        (self.bar.add_right if again_is_all else self.bar.add_left)(self.again_button)
        self.bar.add_right(self.restore_button)
        for part in (self.list_label, self.copies, self.restore_button):
            part.setVisible(bool(self._copies))
        self.salvage_button.setVisible(self._mends)
        self.again_button.clicked.connect(self.again)
        self.salvage_button.clicked.connect(self.salvage_wanted)
        self.restore_button.clicked.connect(self._restore)
        self.copies.pointed.connect(lambda _key: self._name_copy())
        self.copies.chosen.connect(lambda _key: self._restore())
        self.retranslate()
        if self._copies:
            self.copies.set_current_key(self._copies[0].name)
        self._name_copy()

    def retranslate(self) -> None:
        what, then = self.desk.said(self._refusal)
        self.title.setText(what)
        self.words.setText(then)
        self.list_label.setText(self.tr("Copias de seguridad, la más nueva arriba"))
        self.copies.setAccessibleName(self.list_label.text())
        self.again_button.setText(self.tr("Probar otra vez"))
        self.salvage_button.setText(self.tr("Rescatar lo que se pueda leer del archivo dañado"))
        chosen = self.copies.current_key()
        self.copies.people.set_rows(
            [PersonRow(copy.name, when_made(copy), self._size(copy)) for copy in self._copies]
        )
        if chosen is not None:
            self.copies.set_current_key(chosen)
        self._name_copy()

    def _size(self, copy: Copy) -> str:
        return f"{copy.size / 1_000_000:.1f} MB"

    def _name_copy(self) -> None:
        chosen = self.copies.current_key()
        copy = next((one for one in self._copies if one.name == chosen), None)
        if copy is not None:
            self.restore_button.setText(self.tr("Recuperar la copia de las {0}").format(clock_time(copy.made)))

    def take_focus(self) -> None:
        button = self.restore_button if self._copies else self.again_button
        button.setFocus(Qt.FocusReason.OtherFocusReason)

    def work(self, words: str) -> None:
        """Something is under way."""
        self.progress.begin(words, at_once=True)

    def refused(self, refusal: Refusal) -> None:
        """What was tried did not go."""
        self.progress.end()
        what, then = self.desk.said(refusal)
        if what == self.desk.say(self._refusal.what):  # the heading says it already
            what, then = self.tr("Se intentó y sigue igual."), self.desk.say(refusal.safe)
        self.banner.tell("red", what, then)

    def _restore(self) -> None:
        chosen = self.copies.current_key()
        if isinstance(chosen, str):
            self.restore_wanted.emit(chosen)
