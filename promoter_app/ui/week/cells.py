"""Painting of the board's cells: sessions by zone and state, dashed proposals, free breaks, closed days."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QColor, QFont, QPainter, QPen
from PySide6.QtWidgets import QHeaderView, QStyle, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from promoter_app.services.week.board import BoardSession
from promoter_app.ui import theme
from promoter_app.ui.kit.icons import paint_icon
from promoter_app.ui.kit.paint import CENTRE, LEFT, draw_text, fill_box, paint_stripes, text_width
from promoter_app.ui.language import clock_time
from promoter_app.ui.week.model import Shown, WeekModel, empty_words

_Index = QModelIndex | QPersistentModelIndex
ROW, HEADING = 70, 34
_ZONES = {1: ("cana", "cana_t"), 2: ("azul", "azul_t")}
_SENSITIVE = ("uva", "uva_t")
_JOINING = frozenset(("y", "e", "o", "de", "and", "or", "of"))
_NARROWEST = 70
WAND, PIN = "ph.magic-wand-bold", "ph.push-pin-fill"


def zone(level: int) -> tuple[str, str]:
    """Colour and pale ground of a topic's level: safety, rights, sensitive."""
    return _ZONES.get(level, _SENSITIVE)


def first_words(name: str, face: QFont, width: float) -> str:
    """As many whole words of a topic's name as fit, its number and one word at least: "2 Machete", never "2 Mach…"."""
    words = name.split(" ")
    while len(words) > 2 and (text_width(" ".join(words), face) > width or words[-1] in _JOINING):
        words.pop()
    return " ".join(words)


def narrowed(face: QFont, words: str, width: float) -> QFont:
    """The letters, as much narrower as `words` need, down to seven tenths (hinted letters do not shrink evenly)."""
    fit = QFont(face)
    for percent in range(100, _NARROWEST - 1, -5):
        fit.setStretch(percent)
        if text_width(words, fit) <= width:
            break
    return fit


class CellPainter(QStyledItemDelegate):
    """Paints crews, company headings and cells of a WeekModel; `carried` is the cell that is picked up."""

    def __init__(self, model: WeekModel, parent: QWidget) -> None:
        super().__init__(parent)
        self._model = model
        self.carried: tuple[int, int] | None = None
        self.target: tuple[int, int] | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: _Index) -> QSize:
        heading = bool(self._model.heading(index.row()))
        return QSize(theme.px(90), theme.px(HEADING if heading else ROW))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        box = QRectF(option.rect)
        painter.save()
        heading = self._model.heading(index.row())
        if heading:
            self._heading(painter, box, heading)
        elif index.column() == 0:
            self._crew(painter, box, index.row())
        else:
            shown = self._model.shown(index.row(), index.column())
            chosen = bool(option.state & QStyle.StateFlag.State_Selected)
            if shown is not None:
                self._cell(painter, box, shown, (index.row(), index.column()), chosen)
        painter.restore()

    def _heading(self, painter: QPainter, box: QRectF, words: str) -> None:
        painter.fillRect(box, theme.colour("paper"))
        side = theme.px(18)
        paint_icon(painter, QRectF(box.left() + 12, box.center().y() - side / 2, side, side), "ph.map-pin-fill",
                   theme.colour("ink2"))  # fmt: skip
        room = box.adjusted(20 + side, 0, -8, 0)
        draw_text(painter, room, words, theme.font("small-strong"), theme.colour("ink2"), LEFT)
        self._edges(painter, box)

    def _crew(self, painter: QPainter, box: QRectF, line: int) -> None:
        row = self._model.row(line)
        painter.fillRect(box, theme.colour("white"))
        if row is not None:
            left, half = box.left() + 12, box.height() / 2
            name = QRectF(left, box.top() + 6, box.width() - 16, half - 4)
            draw_text(painter, name, row.name, theme.font("strong"), theme.colour("ink"), LEFT)
            place = QRectF(left, box.top() + half, box.width() - 16, half - 6)
            words = f"{row.place.replace('Frente ', 'F')} · {row.people}"
            draw_text(painter, place, words, theme.font("board"), theme.colour("ink2"), LEFT)
        self._edges(painter, box)

    def _cell(self, painter: QPainter, box: QRectF, shown: Shown, place: tuple[int, int], chosen: bool) -> None:
        today = shown.day == self._model.today
        painter.fillRect(box, theme.colour("ambar_t" if today else "white"))
        if shown.cell.closed is not None:
            paint_stripes(painter, box, theme.colour("hair"), theme.colour("white"), 8)
        inner = box.adjusted(5, 5, -5, -5)
        if shown.session is not None:
            self._session(painter, inner, shown)
        elif shown.proposal is not None:
            self._proposal(painter, inner, shown)
        elif shown.day >= self._model.today or shown.cell.closed is not None:
            self._free(painter, inner, shown)
        self._edges(painter, box)
        self._marks(painter, box, place, chosen)

    def _marks(self, painter: QPainter, box: QRectF, place: tuple[int, int], chosen: bool) -> None:
        frame = box.adjusted(2, 2, -2, -2)
        if place == self.carried:
            fill_box(painter, frame, 10, None, theme.colour("ink"), 3, dashed=True)
        elif place == self.target:
            fill_box(painter, frame, 10, None, theme.colour("cana"), 4)
        elif chosen:
            fill_box(painter, frame, 10, None, theme.colour("foco"), 3)

    def _session(self, painter: QPainter, box: QRectF, shown: Shown) -> None:
        s = shown.session
        if s is None:
            return
        colour, ground, border, icon = session_look(s)
        fill_box(painter, box, 8, theme.colour(ground), theme.colour(border), 3 if s.problems else 2)
        if s.state == "planned" and not s.problems:
            self._spine(painter, box, theme.colour(colour))
        name = f"{s.number} {s.name.in_language(self._model.language)}"
        self._two_lines(painter, box, clock_time(s.starts), name, colour, icon)
        more = len(shown.cell.sessions) - 1
        if more > 0:
            room = QRectF(box.right() - theme.px(58), box.top() + 3, theme.px(30), box.height() / 2 - 4)
            draw_text(painter, room, f"+{more}", theme.font("key"), theme.colour("ink"), CENTRE)

    def _proposal(self, painter: QPainter, box: QRectF, shown: Shown) -> None:
        p = shown.proposal
        if p is None:
            return
        colour, _ground = zone(shown.proposal_level)
        fill_box(painter, box, 8, theme.colour("white"), theme.colour(colour), 2, dashed=True)
        self._spine(painter, box, theme.colour(colour))
        name = f"{shown.proposal_number} {shown.proposal_name}"
        self._two_lines(painter, box, clock_time(p.starts), name, colour, WAND)

    def _spine(self, painter: QPainter, box: QRectF, colour: QColor) -> None:
        painter.save()
        painter.setClipRect(QRectF(box.left(), box.top(), 8, box.height()))
        fill_box(painter, box, 8, colour)
        painter.restore()

    def _two_lines(self, painter: QPainter, box: QRectF, clock: str, words: str, colour: str, icon: str) -> None:
        side = theme.px(18) if icon else 0
        half = box.height() / 2
        beside = text_width(clock, theme.font("label")) + 22 + side <= box.width()
        room = side if beside else 0
        top = QRectF(box.left() + 14, box.top() + 3, box.width() - 22 - room, half - 3)
        draw_text(painter, top, clock, theme.font("label"), theme.colour("ink"), LEFT)
        below = QRectF(box.left() + 12, box.top() + half - 1, box.width() - 15 - side + room, half - 3)
        face = theme.font("board")
        face.setWeight(theme.font("label").weight())
        name = first_words(words, face, below.width())
        draw_text(painter, below, name, narrowed(face, name, below.width()), theme.colour(colour), LEFT)
        if icon:
            place = QRectF(box.right() - side - 7, box.top() + 6 if beside else below.top(), side, side)
            paint_icon(painter, place, icon, theme.colour(colour))

    def _free(self, painter: QPainter, box: QRectF, shown: Shown) -> None:
        words = empty_words(shown, self._model.language) if shown.cell.breaks else ""
        lines = words.split(", ")[:2]
        height = theme.px(22)
        top = box.center().y() - height * len(lines) / 2
        for n, line in enumerate(lines):
            room = QRectF(box.left(), top + n * height, box.width(), height)
            draw_text(painter, room, line, theme.font("board"), theme.colour("ink2"), CENTRE)

    def _edges(self, painter: QPainter, box: QRectF) -> None:
        painter.setPen(QPen(theme.colour("hair"), 2))
        painter.drawLine(box.bottomLeft() + QPointF(0, -1), box.bottomRight() + QPointF(0, -1))
        painter.drawLine(box.topRight() + QPointF(-1, 0), box.bottomRight() + QPointF(-1, 0))


def session_look(s: BoardSession) -> tuple[str, str, str, str]:
    """(text colour, ground, border, icon) of a session: its state first, then its zone."""
    colour, ground = zone(s.level)
    if s.problems:
        return "rojo", "rojo_t", "rojo", "ph.warning-fill"
    if s.state == "held":
        return "ink", "paper", "hair", "ph.check-circle-fill"
    if s.state in ("open", "reopened"):
        return "ambar_d", "ambar_t", "ambar_d", "ph.hourglass-medium-bold"
    if s.state == "not_held":
        return "on_off", "off", "off_line", "ph.prohibit-bold"
    return colour, ground, colour, PIN if s.pinned else ""


class DayHeader(QHeaderView):
    """The days over the board; today stands on green."""

    def __init__(self, model: WeekModel, parent: QWidget) -> None:
        super().__init__(Qt.Orientation.Horizontal, parent)
        self._model = model
        self.setSectionsClickable(False)
        self.setHighlightSections(False)

    def sizeHint(self) -> QSize:
        return QSize(100, theme.px(44))

    def paintSection(self, painter: QPainter, rect: object, section: int) -> None:  # noqa: N802 - Qt's name
        box = QRectF(rect)  # type: ignore[call-overload]
        today = section > 0 and self._model.days[section - 1] == self._model.today
        painter.save()
        painter.fillRect(box, theme.colour("cana_d" if today else "white"))
        words = "" if section == 0 else str(self._model.headerData(section, Qt.Orientation.Horizontal))
        face = narrowed(theme.font("label"), words, box.width() - 4)
        draw_text(painter, box, words, face, theme.colour("on_cana" if today else "ink"), CENTRE)
        painter.setPen(QPen(theme.colour("hair"), 2))
        painter.drawLine(box.bottomLeft() + QPointF(0, -1), box.bottomRight() + QPointF(0, -1))
        painter.restore()
