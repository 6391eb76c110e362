"""What to know about the data before it hurts: no room, an old copy, an empty battery, a clock that was moved, keys
that somebody changed, a stick that was pulled out.
"""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal

from promoter_app.domain.done import Done
from promoter_app.domain.refusal import Sentence
from promoter_app.services.security import clock, keeping, project_keys
from promoter_app.services.security.project_keys import ProjectKeys
from promoter_app.ui import battery
from promoter_app.ui.window import Window

EVERY = 5 * 60 * 1000
"""Milliseconds between two looks at disk and copies."""
BEAT = 60
"""Seconds between two signs of life on the drive; another computer takes over after three times as long."""
LOW_BATTERY = 15
OLD_COPY = timedelta(days=7)


class Watch(QObject):
    """Each worry is told once, and again only after it was gone. `look` is asked by timers and by tests."""

    _jumped = Signal(int)

    def __init__(self, window: Window, path: Path) -> None:
        super().__init__(window)
        self._window, self._desk, self._path = window, window.desk, path
        self._told: set[str] = set()
        self._announced: ProjectKeys | None = None
        self._stayed = self._desk.road.edge.moment().monotonic
        self._desk.road.edge.on_jump = self._jumped.emit
        self._jumped.connect(self._clock_moved)
        self._desk.road.changed.connect(self._look_at_keys)
        self._timer = QTimer(self)
        self._timer.setInterval(EVERY)
        self._timer.timeout.connect(self._every_five_minutes)
        window.ticked.connect(self._every_second)

    def begin(self, place: Sentence | None) -> None:
        """The data are open: look now and from now on; `place` is what to know about where they are."""
        if place is not None:
            self._worry("place", self._desk.say(place), "", wrong=True)
        self.look()
        self._look_at_keys(frozenset({"setting"}))
        self._timer.start()

    def look(self) -> None:
        """Disk and copies."""
        room = keeping.room(self._path)
        self._worry(
            "room",
            self.tr("Queda poco espacio en el disco"),
            self.tr("Todo lo guardado está a salvo. Borra archivos que no uses, fuera de la carpeta de Surco."),
            wrong=room != "ok",
        )
        copies = keeping.copies(self._path)
        now = self._desk.road.edge.now().replace(tzinfo=None)
        self._worry(
            "copy",
            self.tr("La última copia de seguridad tiene más de una semana"),
            self.tr("En Ajustes, «Copias», se hace una con un botón."),
            wrong=bool(copies) and now - copies[0].made > OLD_COPY,
        )

    def _every_five_minutes(self) -> None:
        road = self._desk.road
        if not road.is_open:
            return
        self.look()
        road.do(lambda folder, stamp: Done(keeping.copy_if_due(folder, stamp)))

    def _every_second(self) -> None:
        percent, charging = battery.state()
        self._worry(
            "battery",
            self.tr("Queda poca batería"),
            self.tr("Lo guardado está a salvo aunque se apague. Conecta la laptop si puedes."),
            wrong=percent is not None and percent < LOW_BATTERY and not charging,
        )
        self._desk.road.edge.look_at_clock()
        moment = self._desk.road.edge.moment()
        if self._desk.road.is_open and moment.monotonic - self._stayed >= BEAT:
            self._stayed = moment.monotonic
            self._desk.road.ask(lambda folder: keeping.stay(folder, moment), lambda _done: None)

    def _clock_moved(self, minutes: int) -> None:
        """Locked data are told when they are open again."""
        self._desk.road.do(lambda folder, stamp: clock.tell_jump(folder, stamp, minutes), self._say_jump)

    def _say_jump(self, _none: None) -> None:
        self._told.discard("clock")
        self._worry(
            "clock",
            self.tr("El reloj de la laptop cambió mientras trabajabas"),
            self.tr("El tiempo de la sesión sigue bien. Revisa fecha y hora de la laptop."),
            wrong=True,
        )

    def _look_at_keys(self, changes: frozenset[str]) -> None:
        if "setting" in changes and self._desk.road.is_open:
            self._desk.road.ask(project_keys.announced, self._keys_announced)

    def _keys_announced(self, keys: ProjectKeys | None) -> None:
        if keys != self._announced:
            self._told.discard("keys")
        self._announced = keys
        self._worry(
            "keys",
            self.tr("Una lista de la oficina trae otras llaves del proyecto"),
            self.tr("Nada cambió. Pregunta a la oficina si las cambió; en Ajustes, «Llaves del proyecto», se aceptan."),
            wrong=keys is not None,
        )

    def _worry(self, name: str, title: str, detail: str, *, wrong: bool) -> None:
        if not wrong:
            self._told.discard(name)
        elif name not in self._told and self._desk.road.is_open and not self._window.pages.is_covered():
            self._told.add(name)
            self._desk.tell("amber", title, detail)
