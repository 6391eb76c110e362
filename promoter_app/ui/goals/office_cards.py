"""Two lists of the office beside a period's closing: what it says about each figure, and requests still to answer."""

from __future__ import annotations

from datetime import date

from PySide6.QtWidgets import QLineEdit, QWidget

from promoter_app.services.indicators import comments
from promoter_app.services.indicators.office_view import FollowUp
from promoter_app.services.privacy import rights
from promoter_app.ui.crews.rights_card import SureQuestion, erasing_words
from promoter_app.ui.desk import Desk
from promoter_app.ui.goals.list_card import ListCard
from promoter_app.ui.goals.table import Column
from promoter_app.ui.kit.people import initials
from promoter_app.ui.kit.question import Question
from promoter_app.ui.language import full_date, short_date


class CommentQuestion(Question):
    """What the office says about one figure."""

    def __init__(self, figure: str, before: str, parent: QWidget | None = None) -> None:
        super().__init__(figure, "", parent)
        self.accept_button.setText(self.tr("Guardar comentario"))
        self.words = QLineEdit(before)
        self.words.setMaxLength(2000)
        self.add(self.tr("Comentario"), self.words)


class CommentsCard(ListCard):
    """Each figure of the period with its comment; it goes into the donor's tables."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self._shown: FollowUp | None = None
        self.table.opened.connect(self._ask)

    def retranslate(self) -> None:
        """Put on every word again."""
        self.set_words(self.tr("Comentarios de las cifras"))

    def show_follow_up(self, shown: FollowUp) -> None:
        """Show what was read."""
        self._shown = shown
        declared = shown.period.id is not None
        self.say_hint(
            self.tr("Enter en una fila escribe lo que se dice de esa cifra; sale en el informe.")
            if declared
            else self.tr("Solo se comentan los periodos del proyecto.")
        )
        heads = [Column(self.tr("Indicador"), wide=True), Column(self.tr("Comentario"), wide=True)]
        lines = [
            (f"{one.indicator.code} · {self.desk.say(one.indicator.title)}",
             shown.comments.get(one.indicator.code, "") or "—")
            for one in shown.report.indicators
        ]  # fmt: skip
        self.table.show_lines(heads, lines)

    def _ask(self, place: int) -> None:
        shown = self._shown
        if shown is None or shown.period.id is None or place >= len(shown.report.indicators):
            return
        one = shown.report.indicators[place].indicator
        title = f"{one.code} · {self.desk.say(one.title)}"
        question = CommentQuestion(title, shown.comments.get(one.code, ""), self)
        if question.exec():
            self.write(one.code, question.words.text())
        question.deleteLater()

    def write(self, code: str, words: str) -> None:
        """Keep what is said about an indicator; no words take it away."""
        shown = self._shown
        if shown is not None:
            period = shown.period
            self.desk.road.do(
                lambda folder, stamp: comments.comment(folder, stamp, period, code, words),
                lambda _none: self.told.emit(self.tr("Comentario guardado")),
            )


class RequestsCard(ListCard):
    """Who asked that their data be erased, since when, and until when the answer is due."""

    def __init__(self, desk: Desk, parent: QWidget | None = None) -> None:
        super().__init__(desk, parent=parent)
        self._shown: FollowUp | None = None
        self.table.opened.connect(self._open)

    def retranslate(self) -> None:
        """Put on every word again."""
        self.set_words(self.tr("Solicitudes de borrado"))

    def show_follow_up(self, shown: FollowUp) -> None:
        """Show what was read; those that are late say so."""
        self._shown = shown
        today = self.desk.today()
        late = sum(one["due"] < today for one in shown.requests)
        if not shown.requests:
            self.say_hint(self.tr("Nadie ha pedido que se borre lo suyo."))
        elif late:
            self.say_hint(self.tr("%n ya pasaron de su fecha.", "", late))
        else:
            self.say_hint(self.tr("Hay 20 días hábiles para responder. Enter en una fila da el paso que sigue."))
        heads = [Column(self.tr("Persona"), wide=True), Column(self.tr("Paso")), Column(self.tr("Lo pidió")),
                 Column(self.tr("A más tardar"))]  # fmt: skip
        stages = {"request": self.tr("pedido"), "block": self.tr("bloqueado, falta borrar")}
        lines = [
            (self._name(one["name"]), stages[one["stage"]], short_date(date.fromisoformat(one["asked"])),
             self._due(one["due"], late=one["due"] < today))
            for one in shown.requests
        ]  # fmt: skip
        self.table.show_lines(heads, lines)
        self.table.setVisible(bool(lines))

    def _name(self, name: str) -> str:
        return initials(name) if self.desk.names_hidden else name or "—"

    def _due(self, day: str, *, late: bool) -> str:
        words = full_date(date.fromisoformat(day))
        return self.tr("{0}, ya pasó").format(words) if late else words

    def _open(self, place: int) -> None:
        """The next step of a request: first block, then erase for good; Esc leaves it as it is."""
        shown = self._shown
        if shown is None or place >= len(shown.requests):
            return
        one = shown.requests[place]
        final, name = one["stage"] == "block", self._name(one["name"])
        if final:
            title, verb = self.tr("¿Borrar para siempre a {0}?").format(name), self.tr("Borrar para siempre")
            what = erasing_words()
        else:
            title, verb = self.tr("¿Bloquear a {0} para borrar lo suyo?").format(name), self.tr("Bloquear")
            what = self.tr("Sale de todas las listas y cuentas. Ctrl+Z lo regresa mientras no se borre.")
        question = SureQuestion(title, what, verb, "ph.eraser-bold", self)
        if question.exec():
            self.step(one["subject"], final=final)
        question.deleteLater()

    def step(self, person: bytes, *, final: bool) -> None:
        """Block the person, or remove everything for good."""
        authority = self.desk.road.edge.operator or self.tr("coordinación")
        if not final:
            self.desk.road.do(
                lambda folder, stamp: rights.block(folder, stamp, person, authority),
                lambda _none: self.told.emit(self.tr("Bloqueado. Falta borrar para siempre")),
            )
            return

        def erased(left: tuple[str, ...]) -> None:
            self.desk.road.forget_undos()
            if left:
                self.desk.tell("amber", self.tr("Lo suyo se borró para siempre"), self.desk.say(rights.still_in(left)))
            else:
                self.told.emit(self.tr("Lo suyo se borró para siempre"))

        self.desk.road.do(lambda folder, stamp: rights.suppress(folder, stamp, person, authority), erased)
