"""A crew's card: who it is, its topics as a path under three zones, and the lock with its reason in a sentence."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from itertools import groupby

from PySide6.QtCore import QCoreApplication, QEvent, QObject, QRectF, QSize, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QBoxLayout, QFrame, QSizePolicy, QVBoxLayout, QWidget

from promoter_app.domain.gate.people import CrewLock
from promoter_app.services.crews.members import CrewView
from promoter_app.ui import theme, tokens
from promoter_app.ui.desk import Desk
from promoter_app.ui.kit.buttons import KeyButton
from promoter_app.ui.kit.frames import Card, IconLabel, Text
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.layouts import clear, stack
from promoter_app.ui.kit.paint import LEFT, draw_text, fill_box, smooth, text_width
from promoter_app.ui.kit.path import PathButton, PathNode, PathView
from promoter_app.ui.kit.progress import Bar
from promoter_app.ui.kit.tab_place import keep_tab_place
from promoter_app.ui.language import clock_time, weekday
from promoter_app.ui.today.hero import path_nodes

_ZONES = {
    "safety": ("ph.shield-check-fill", "cana_t", "cana"),
    "rights": ("", "azul_t", "azul"),
    "sensitive": ("mdi6.lock", "uva_t", "uva"),
}


def zone_words(zone: str) -> str:
    """What a stretch of the path is called."""
    return {
        "safety": QCoreApplication.translate("crews", "Primero la confianza: seguridad y salud"),
        "rights": QCoreApplication.translate("crews", "Derechos"),
        "sensitive": QCoreApplication.translate("crews", "Después: temas delicados"),
    }[zone]


def nodes_of(view: CrewView, language: str) -> list[PathNode]:
    """The path's nodes with how many came ("29 de 31") and, on the topic of the next session, its day and time."""
    if view.path is None:
        return []
    nodes = []
    for node, step in zip(path_nodes(view.path, language), view.path.steps, strict=True):
        count = ""
        if step.state == "done":
            count = QCoreApplication.translate("crews", "{0} de {1}").format(step.attended, len(view.members))
        coming = view.next if view.next is not None and view.next.module == step.module.code else None
        when = ""
        if coming is not None and step.state == "current":
            when = f"{weekday(date.fromisoformat(coming.held_on)).split()[0]} {clock_time(coming.starts)}"
        nodes.append(replace(node, count=count, when=when))
    return nodes


class ZoneBar(QWidget):
    """The names of the zones over the topics that belong to them."""

    def __init__(self, path: PathView, zones: Sequence[tuple[str, int, int]], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._path, self._zones = path, tuple(zones)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(". ".join(zone_words(zone) for zone, _first, _last in zones))
        path.installEventFilter(self)

    def sizeHint(self) -> QSize:
        return QSize(100, max(30, theme.px(28)))

    def eventFilter(self, _watched: QObject, event: QEvent) -> bool:
        """The topics moved: the names above move with them."""
        if event.type() in (QEvent.Type.Resize, QEvent.Type.LayoutRequest, QEvent.Type.Paint):
            self.update()
        return False

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self.updateGeometry()

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        smooth(painter)
        for zone, first, last in self._zones:
            start, end = self._path.button(first).geometry(), self._path.button(last).geometry()
            _paint_zone(painter, QRectF(start.left() + 4, 0, end.right() - start.left() - 7, self.height()), zone)
        painter.end()


def _paint_zone(painter: QPainter, box: QRectF, zone: str) -> None:
    icon, ground, ink = _ZONES[zone]
    fill_box(painter, box, tokens.RADIUS_TAG, theme.colour(ground))
    face, words, side = theme.font("small-strong"), zone_words(zone), float(theme.px(20))
    total = min(box.width() - 8, text_width(words, face) + 1 + (side + 6 if icon else 0))
    left = box.left() + (box.width() - total) / 2
    if icon:
        paint_icon(painter, QRectF(left, (box.height() - side) / 2, side, side), icon, theme.colour(ink))
        left += side + 6
        total -= side + 6
    draw_text(painter, QRectF(left, 0, total, box.height()), words, face, theme.colour(ink), LEFT)


class ZonedPath(QWidget):
    """The topics: in one line where there is room, else one line per zone. `chosen` carries the topic's number."""

    chosen = Signal(int)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._shown: tuple[object, ...] = ()
        self.views: list[PathView] = []
        self._column = QVBoxLayout(self)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(4)

    def show_nodes(self, nodes: Sequence[PathNode], room: int) -> None:
        """Show these topics in a width of `room` pixels."""
        if (tuple(nodes), room, theme.current_percent()) == self._shown:
            return
        self._shown = (tuple(nodes), room, theme.current_percent())
        zones = [list(group) for _zone, group in groupby(nodes, key=lambda node: node.zone)]
        self._show_lines([list(nodes)] if nodes else [])
        if any(view.minimumSizeHint().width() > room for view in self.views):
            self._show_lines(zones)
        keep_tab_place(self, [button for view in self.views for button in view.findChildren(PathButton)])

    def _show_lines(self, lines: list[list[PathNode]]) -> None:
        clear(self._column)
        self.views = []
        for line in lines:
            self._add_line(line)

    def _add_line(self, nodes: list[PathNode]) -> None:
        view = PathView(nodes, self)
        view.chosen.connect(self.chosen)
        stretches = [list(group) for _zone, group in groupby(nodes, key=lambda node: node.zone)]
        bar = ZoneBar(view, [(part[0].zone, part[0].number, part[-1].number) for part in stretches], self)
        self._column.addWidget(bar)
        self._column.addWidget(view)
        self.views.append(view)
        bar.show()
        view.show()


class LockStrip(QFrame):
    """Why the sensitive topics are locked, how many are missing, and the way to who they are."""

    who = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.setProperty("card", "true")
        self.setProperty("tone", "grape")
        self.icon = IconLabel("mdi6.lock", "uva", 32)
        self.title = Text("", "bold", wrap=True)
        self.rule = Text("", "small", wrap=True)
        self.count = Text("", "small-strong")
        self.bar = Bar("uva")
        self.bar.setFixedWidth(130)
        self.button = KeyButton("", kind="grape", size="small")
        self.button.clicked.connect(self.who)
        words, share = QVBoxLayout(), QVBoxLayout()
        words.setSpacing(0)
        for label in (self.title, self.rule):
            words.addWidget(label)
        share.setSpacing(4)
        share.addStretch(1)
        share.addWidget(self.count)
        share.addWidget(self.bar)
        share.addStretch(1)
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(14, 6, 12, 6)
        self._row.setSpacing(12)
        self._row.addWidget(self.icon)
        self._row.addLayout(words, 1)
        self._row.addLayout(share)
        self._row.addWidget(self.button)

    def arrange(self, *, tall: bool, short: bool) -> None:
        """One below the other where words are large; without the rule where there is no height for it."""
        stack(self._row, tall)
        self.icon.setVisible(not tall)
        self.rule.setVisible(not short)

    def show_lock(self, lock: CrewLock, safety: int) -> None:
        """`safety` is the number of topics that open the lock."""
        shut = not lock.open
        self.icon.set_icon("mdi6.lock" if shut else "mdi6.lock-open-variant", "uva")
        self.title.setText(self.desk.say(lock.because))
        self.rule.setText(
            self.tr("La regla: {0} de {1} con los {2} temas de seguridad. Primero la confianza.").format(
                lock.needed, lock.people, safety
            )
        )
        self.setToolTip(self.rule.text())
        counted = self.tr("{0} de {1}").format(lock.finished, lock.needed)
        self.count.setText(counted)
        self.bar.set_share(lock.finished / lock.needed if lock.needed else 1.0, counted)
        self.button.setText(self.tr("Ver quién falta"))
        for part in (self.count, self.bar):
            part.setVisible(shut)
        self.button.setVisible(shut and bool(lock.lacks))


class CrewCard(Card):
    """The card over the people of a crew."""

    who_lacks = Signal()
    print_cards = Signal()
    print_list = Signal()

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__("", padding=14, parent=parent)
        self.desk = desk
        self._view: CrewView | None = None
        self._room = 0
        self.name = Text("", "title", wrap=True)
        self.about = Text("", "small", "ink2", wrap=True)
        self.cards_button = KeyButton("", "ph.printer-bold", size="small")
        self.list_button = KeyButton("", "ph.printer-bold", size="small")
        self.path = ZonedPath()
        self.lock = LockStrip(desk)
        self.no_path = Text("", "body", "ink2", wrap=True)
        self._lay_out()
        self.cards_button.clicked.connect(self.print_cards)
        self.list_button.clicked.connect(self.print_list)
        self.lock.who.connect(self.who_lacks)

    def _lay_out(self) -> None:
        words = QVBoxLayout()
        words.setSpacing(0)
        for label in (self.name, self.about):
            words.addWidget(label)
        self._buttons = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._buttons.setSpacing(8)
        self._buttons.addWidget(self.cards_button)
        self._buttons.addWidget(self.list_button)
        self._buttons.addStretch(1)
        self._top = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._top.setSpacing(12)
        self._top.addLayout(words, 1)
        self._top.addLayout(self._buttons)
        self.body.addLayout(self._top)
        for part in (self.path, self.lock, self.no_path):
            self.body.addWidget(part)

    def arrange(self, *, tall: bool, short: bool, room: int) -> None:
        """Fit large text (`tall`) in a card `room` pixels wide; in a `short` window the rule of the lock is left
        to its tool tip."""
        self._room = room - 32
        stack(self._top, tall)
        self.lock.arrange(tall=tall, short=short)
        if self._view is not None:
            self.path.show_nodes(nodes_of(self._view, self.desk.language), self._room)

    def show_crew(self, view: CrewView) -> None:
        """Show a crew as of now."""
        self._view = view
        crew = view.crew
        self.name.setText(crew.name)
        people = self.tr("%n personas", "", len(view.members))
        leader = self.tr("cabo {0}").format(crew.leader) if crew.leader else None
        parts = (crew.venue_name, crew.company_name, leader, people)
        spoken = (f"{self.desk.language_name(code)} {count}" for code, count in view.languages)
        self.about.setText(" · ".join(part for part in (*parts, ", ".join(spoken)) if part))
        self.cards_button.setText(self.tr("Imprimir tarjetas"))
        self.list_button.setText(self.tr("Imprimir lista"))
        self._allow(view)
        self._show_path(view)

    def _allow(self, view: CrewView) -> None:
        held = any(member.person.card_number is not None for member in view.members)
        self.cards_button.set_reason("" if held else self.tr("Nadie de la cuadrilla tiene tarjeta"))
        self.list_button.set_reason("" if view.next else self.tr("Primero pon una sesión en Hoy"))

    def _show_path(self, view: CrewView) -> None:
        has_path = view.path is not None
        for part in (self.path, self.lock):
            part.setVisible(has_path)
        self.no_path.setVisible(not has_path)
        self.no_path.setText(self.tr("No hay temas para el cultivo de esta cuadrilla. Avisa a la oficina."))
        if view.path is None:
            return
        self.path.show_nodes(nodes_of(view, self.desk.language), self._room)
        self.lock.show_lock(view.path.lock, sum(step.module.level == 1 for step in view.path.steps))
