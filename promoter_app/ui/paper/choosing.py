"""What to print: four tiles, which paper of the tile, the crew, its session, and the size of the sheet."""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QGridLayout, QSizePolicy, QSpinBox, QVBoxLayout, QWidget

from promoter_app.domain.sessions import Session
from promoter_app.services.crews.crews import Crew
from promoter_app.services.printing.orders import OF_A_CREW
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Text

TILES: dict[str, tuple[str, tuple[str, ...]]] = {
    "cards": ("ph.identification-card-bold", ("cards", "blanks", "markers")),
    "lists": ("ph.clipboard-text-bold", ("roster", "roster-no-names", "tests")),
    "material": ("ph.books-bold", ("kit", "guide", "worker-sheet", "questions", "help-card")),
    "certificates": ("ph.medal-bold", ("certificates",)),
}
NEEDS_STEP = ("blanks", "certificates")
"""Papers that give out numbers: they are made by a button of their own, never by looking."""


@dataclass(frozen=True)
class Chosen:
    """The choices of now; `session` and `crew` are None where they do not matter."""

    tile: str
    kind: str
    crew: Crew | None
    session: Session | None
    paper: str
    count: int


class Choosing(QWidget):
    """`changed` after any choice; `crew_changed` when sessions have to be read; `make` from the button."""

    changed = Signal()
    crew_changed = Signal()
    make = Signal()

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._crews: Sequence[Crew] = ()
        self._sessions: Sequence[Session] = ()
        self._tiles = QButtonGroup(self)
        self.tiles: dict[str, KeyButton] = {}
        self.kind, self.crew, self.session, self.paper = (QComboBox() for _ in range(4))
        self.count = QSpinBox()
        self.make_button = KeyButton("", "ph.hash-bold", size="small")
        self.labels: dict[str, Text] = {}
        self._lay_out()
        self._connect()

    def _lay_out(self) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(6)
        grid = QGridLayout()
        grid.setSpacing(8)
        for place, (name, (icon, _kinds)) in enumerate(TILES.items()):
            tile = KeyButton("", icon, size="large")
            tile.setCheckable(True)
            self._tiles.addButton(tile)
            self.tiles[name] = tile
            grid.addWidget(tile, *divmod(place, 2))
        column.addLayout(grid)
        self.count.setRange(1, 5000)
        self.count.setValue(20)
        fields = (("kind", self.kind), ("crew", self.crew), ("session", self.session), ("count", self.count))
        for name, field in (*fields, ("paper", self.paper)):
            label = self.labels[name] = Text("", "label")
            label.setBuddy(field)
            field.setSizePolicy(QSizePolicy.Policy.Ignored, QSizePolicy.Policy.Fixed)
            column.addWidget(label)
            column.addWidget(field)
        column.addWidget(self.make_button)
        column.addStretch(1)
        self.paper.addItems(["", ""])
        for place, value in enumerate(("letter", "a4")):
            self.paper.setItemData(place, value)

    def _connect(self) -> None:
        for name, tile in self.tiles.items():
            tile.clicked.connect(lambda _on=False, n=name: self.choose_tile(n))
        self.kind.activated.connect(lambda _at: self._chosen())
        self.session.activated.connect(lambda _at: self.changed.emit())
        self.paper.activated.connect(lambda _at: self.changed.emit())
        self.crew.activated.connect(lambda _at: self.crew_changed.emit())
        self.make_button.clicked.connect(self.make)

    # what is chosen
    def tile(self) -> str:
        """The name of the chosen tile."""
        return next((name for name, tile in self.tiles.items() if tile.isChecked()), "cards")

    def chosen(self) -> Chosen:
        """Everything that is chosen now."""
        kind = str(self.kind.currentData() or "")
        crew = self._crews[self.crew.currentIndex()] if self.crew.currentIndex() >= 0 else None
        at = self.session.currentIndex()
        session = self._sessions[at] if at >= 0 and kind not in (*OF_A_CREW, "blanks") else None
        return Chosen(self.tile(), kind, crew, session, str(self.paper.currentData()), self.count.value())

    def choose_tile(self, name: str, kind: str = "") -> None:
        """Press a tile; `kind` chooses one of its papers, else the first."""
        self.tiles[name].setChecked(True)
        with QSignalBlocker(self.kind):
            self.kind.clear()
            for each in TILES[name][1]:
                self.kind.addItem(self._kind_words(each), each)
            self.kind.setCurrentIndex(max(0, self.kind.findData(kind)))
        self._chosen()

    def _chosen(self) -> None:
        kind = str(self.kind.currentData())
        several = self.kind.count() > 1
        of_session = kind not in (*OF_A_CREW, "blanks")
        shown = {"kind": several, "crew": kind != "blanks", "session": of_session, "count": kind == "blanks"}
        for name, visible in shown.items():
            self.labels[name].setVisible(visible)
            getattr(self, name).setVisible(visible)
        self.make_button.setVisible(kind in NEEDS_STEP)
        self.make_button.setText(self.tr("Numerar") if kind == "blanks" else self.tr("Preparar constancias"))
        self.changed.emit()

    def set_crews(self, crews: Sequence[Crew], wanted: bytes | None) -> None:
        """Offer these crews and choose `wanted`, else what was chosen, else the first."""
        before = self.chosen().crew
        target = wanted or (before.id if before else None)
        self._crews = crews
        with QSignalBlocker(self.crew):
            self.crew.clear()
            self.crew.addItems([crew.name for crew in crews])
            places = [place for place, crew in enumerate(crews) if crew.id == target]
            self.crew.setCurrentIndex(places[0] if places else (0 if crews else -1))

    def set_sessions(self, sessions: Sequence[Session], words: Sequence[str], wanted: int) -> None:
        """Offer these sessions of the crew; `wanted` is the place of the one to choose."""
        self._sessions = sessions
        with QSignalBlocker(self.session):
            self.session.clear()
            self.session.addItems(list(words))
            self.session.setCurrentIndex(wanted if sessions else -1)

    # remembered
    def as_text(self) -> str:
        """The choices, to be remembered."""
        now = self.chosen()
        crew = now.crew.id.hex() if now.crew else ""
        return json.dumps({"tile": now.tile, "kind": now.kind, "crew": crew, "paper": now.paper})

    def take_text(self, text: str) -> bytes | None:
        """Choose what was remembered; the crew that was chosen, or None."""
        try:
            last = json.loads(text) if text else {}
        except ValueError:
            last = {}
        tile = last.get("tile")
        with QSignalBlocker(self):
            self.choose_tile(tile if tile in TILES else "cards", str(last.get("kind", "")))
        self.paper.setCurrentIndex(max(0, self.paper.findData(last.get("paper", "letter"))))
        crew = str(last.get("crew", ""))
        return bytes.fromhex(crew) if len(crew) == 32 else None

    # words
    def retranslate(self) -> None:
        """Put on every word again."""
        words = {
            "cards": self.tr("Tarjetas"), "lists": self.tr("Listas"), "material": self.tr("Material"),
            "certificates": self.tr("Constancias"),
        }  # fmt: skip
        for name, text in words.items():
            self.tiles[name].setText(text)
        labels = {
            "kind": self.tr("Papel"), "crew": self.tr("Cuadrilla"), "session": self.tr("Sesión"),
            "count": self.tr("Cuántas"), "paper": self.tr("Hoja"),
        }  # fmt: skip
        for name, text in labels.items():
            self.labels[name].setText(text)
            getattr(self, name).setAccessibleName(text)
        self.paper.setItemText(0, self.tr("Carta"))
        self.paper.setItemText(1, self.tr("A4"))
        for place in range(self.kind.count()):
            self.kind.setItemText(place, self._kind_words(str(self.kind.itemData(place))))
        self.make_button.setText(
            self.tr("Numerar") if self.kind.currentData() == "blanks" else self.tr("Preparar constancias")
        )

    def _kind_words(self, kind: str) -> str:
        return {
            "cards": self.tr("De la cuadrilla"),
            "blanks": self.tr("En blanco, con números nuevos"),
            "markers": self.tr("Marcas grandes, para las filas de atrás"),
            "roster": self.tr("Lista de asistencia"),
            "roster-no-names": self.tr("Lista sin nombres"),
            "tests": self.tr("Hoja de respuestas"),
            "kit": self.tr("Paquete completo de la sesión"),
            "guide": self.tr("Guía para facilitar"),
            "worker-sheet": self.tr("Hoja con dibujos"),
            "questions": self.tr("Preguntas para mostrar"),
            "help-card": self.tr("Tarjeta de ayuda"),
            "certificates": self.tr("Constancias"),
        }[kind]
