"""`surco print ...`: what a session needs on paper, as PDF."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from pathlib import Path

import click

from promoter_app.cli.desk import Desk, emit, json_option, pass_desk, progress_bar
from promoter_app.cli.values import DAY, NewFile
from promoter_app.domain.refusal import Sentence
from promoter_app.services.crews import cards, crews
from promoter_app.services.folder import Folder
from promoter_app.services.office import project
from promoter_app.services.printing import certificates, orders
from promoter_app.services.sessions import sessions
from promoter_app.services.topics.versions import current_content

_DRAWING = Sentence("Dibujando", "Drawing")
_out = click.option("--out", required=True, type=NewFile(), help="Archivo PDF / PDF file.")
_paper = click.option("--paper", type=click.Choice(["letter", "a4"]), default="letter", show_default=True,
                      help="Tamaño del papel / paper size.")  # fmt: skip


@click.group("print")
def print_() -> None:
    """Papel: listas y tarjetas / lists and cards on paper."""


def _tell(desk: Desk, path: Path, as_json: bool) -> None:
    if as_json:
        emit({"path": path})
    else:
        desk.say(Sentence(f"Listo: «{path}».", f"Done: “{path}”."))


def _write(desk: Desk, find: Callable[[Folder], orders.Order], out: Path, paper: str, as_json: bool) -> None:
    """Write what `find` orders, and tell where it is."""
    with desk.folder() as folder:
        content, order = current_content(folder), find(folder)
        bar = progress_bar(desk, _DRAWING)
        path = orders.print_order(
            folder, desk.edge.stamp(), content, order, out, paper=paper, language=desk.language, on_progress=bar
        )
    _tell(desk, path, as_json)


@print_.command("roster")
@click.argument("session")
@click.option("--no-names", is_flag=True, help="Sin nombres, para pegar / without names.")
@_out
@_paper
@json_option
@pass_desk
def roster(desk: Desk, session: str, no_names: bool, out: Path, paper: str, as_json: bool) -> None:
    """Lista de asistencia de una sesión / attendance list of a session."""
    kind = "roster-no-names" if no_names else "roster"
    _write(desk, lambda folder: orders.Order(kind, sessions.find_session(folder, session)), out, paper, as_json)


def _of_a_crew(kind: str, desk: Desk, folder: Folder, crew: str, names: bool) -> orders.Order:
    return orders.Order(kind, crew=crews.find_crew(folder, crew, desk.edge.stamp().today), names=names)


def _of_a_session(kind: str, _desk: Desk, folder: Folder, session: str, names: bool) -> orders.Order:
    return orders.Order(kind, sessions.find_session(folder, session), names=names)


def _add(
    kind: str, es: str, en: str, about: str, ordered: Callable[[str, Desk, Folder, str, bool], orders.Order]
) -> None:
    """Add `surco print KIND ABOUT`; what is `ordered` is a paper about that crew or session."""

    @print_.command(kind, help=f"{es} / {en}.")
    @click.argument("which", metavar=about)
    @click.option("--no-names", is_flag=True, help="Sin nombres / without names.")
    @_out
    @_paper
    @json_option
    @pass_desk
    def command(desk: Desk, which: str, no_names: bool, out: Path, paper: str, as_json: bool) -> None:
        _write(desk, lambda folder: ordered(kind, desk, folder, which, not no_names), out, paper, as_json)


for _kind, _es, _en in (
    ("cards", "Tarjetas de una cuadrilla", "a crew's cards"),
    ("markers", "Marcas grandes para las filas de atrás", "large markers for the far rows"),
):
    _add(_kind, _es, _en, "CREW", _of_a_crew)


@print_.command("notice")
@_out
@_paper
@json_option
@pass_desk
def notice(desk: Desk, out: Path, paper: str, as_json: bool) -> None:
    """Aviso de privacidad, guion y permisos / privacy notice, script and consents."""
    with desk.folder() as folder:
        content, bar = current_content(folder), progress_bar(desk, _DRAWING)
        path = project.print_privacy(folder, content, out, paper=paper, language=desk.language, on_progress=bar)
    _tell(desk, path, as_json)


@print_.command("blanks")
@click.option("--count", type=click.IntRange(1, cards.MOST_AT_ONCE), default=10, show_default=True,
               help="Cuántas / how many.")  # fmt: skip
@_out
@_paper
@json_option
@pass_desk
def blanks(desk: Desk, count: int, out: Path, paper: str, as_json: bool) -> None:
    """Tarjetas en blanco, con números nuevos / new blank cards."""
    with desk.folder() as folder:
        made = cards.issue_blanks(folder, desk.edge.stamp(), count, desk.edge.draw).outcome
        bar = progress_bar(desk, _DRAWING)
        draft = orders.Draft("blanks", "", made.on_paper())
        path = orders.draw(draft, out, paper=paper, language=desk.language, on_progress=bar)
    _tell(desk, path, as_json)


for _kind, _es, _en in (
    ("tests", "Hoja de respuestas de una sesión", "answer sheet of a session"),
    ("guide", "Guía del tema para quien facilita", "facilitator guide"),
    ("worker-sheet", "Hoja con dibujos para llevar", "sheet with pictures to take home"),
    ("questions", "Preguntas para mostrar", "questions to hold up"),
    ("help-card", "Tarjeta de ayuda", "help card"),
    ("kit", "Todo lo de una sesión en un archivo", "everything for a session in one file"),
):
    _add(_kind, _es, _en, "SESSION", _of_a_session)


@print_.command("certificates")
@click.argument("crew")
@_out
@_paper
@json_option
@pass_desk
def print_certificates(desk: Desk, crew: str, out: Path, paper: str, as_json: bool) -> None:
    """Constancias de quienes terminaron / certificates of those who finished."""
    _write(desk, lambda folder: _of_a_crew("certificates", desk, folder, crew, names=True), out, paper, as_json)


@print_.command("week")
@click.option("--monday", type=DAY, help="Un día de esa semana / a day of that week.")
@_out
@_paper
@json_option
@pass_desk
def week(desk: Desk, monday: str | None, out: Path, paper: str, as_json: bool) -> None:
    """El plan de la semana / the plan of the week."""
    from promoter_app.services.week.board import monday_of, week_board
    from promoter_app.services.week.paper import print_week

    today = desk.edge.stamp().today
    with desk.folder() as folder:
        content = current_content(folder)
        board = week_board(folder, content, monday_of(monday or today), today)
        bar = progress_bar(desk, _DRAWING)
        path = print_week(board, content, out, language=desk.language, paper=paper, on_progress=bar)
    _tell(desk, path, as_json)


@print_.command("acta")
@click.option("--batch", type=int, help="Número de la unión; sin él, la última / which uniting, the last one if none.")
@_out
@_paper
@json_option
@pass_desk
def acta(desk: Desk, batch: int | None, out: Path, paper: str, as_json: bool) -> None:
    """Acta de consolidación: qué se unió y qué se decidió / record of what was united and decided."""
    from promoter_app.services import consolidation

    with desk.folder() as folder:
        record = consolidation.merge_record(folder, desk.edge.stamp(), batch=batch, language=desk.language)
    bar = progress_bar(desk, _DRAWING)
    path = consolidation.print_merge_record(record, out, language=desk.language, paper=paper, on_progress=bar)
    _tell(desk, path, as_json)


@click.command("certificate")
@click.argument("code")
@json_option
@pass_desk
def certificate(desk: Desk, code: str, as_json: bool) -> None:
    """Comprueba una constancia por su código, sin internet / checks a certificate offline."""
    with desk.folder() as folder:
        found = certificates.check(folder, code)
    if as_json:
        emit(asdict(found))
        return
    desk.say(
        Sentence(
            f"Es buena: folio {found.folio}, {found.name}, {found.topics} temas, {found.issued_on}.",
            f"It is good: folio {found.folio}, {found.name}, {found.topics} topics, {found.issued_on}.",
        )
    )


COMMANDS: tuple[click.Command, ...] = (print_, certificate)
