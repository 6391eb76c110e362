"""`surco print ...`: what a session needs on paper, as PDF."""

from __future__ import annotations

from pathlib import Path

import click

from promoter_app.cli.desk import Desk, emit, json_option, pass_desk, progress_bar
from promoter_app.domain.refusal import Sentence
from promoter_app.services import curricula, materials
from promoter_app.services.crews import cards, crews
from promoter_app.services.sessions import sessions

_DRAWING = Sentence("Dibujando", "Drawing")
_out = click.option("--out", required=True, type=click.Path(path_type=Path), help="Archivo PDF / PDF file.")
_paper = click.option("--paper", type=click.Choice(["letter", "a4"]), default="letter", show_default=True)


@click.group("print")
def print_() -> None:
    """Papel: listas y tarjetas / lists and cards on paper."""


def _tell(desk: Desk, path: Path, as_json: bool) -> None:
    if as_json:
        emit({"path": path})
    else:
        desk.say(Sentence(f"Listo: «{path}».", f"Done: “{path}”."))


@print_.command("roster")
@click.argument("session")
@click.option("--no-names", is_flag=True, help="Sin nombres, para pegar / without names.")
@_out
@_paper
@json_option
@pass_desk
def roster(desk: Desk, session: str, no_names: bool, out: Path, paper: str, as_json: bool) -> None:
    """Lista de asistencia de una sesión / attendance list."""
    content = curricula.read_content()
    with desk.folder() as folder:
        found = sessions.find_session(folder, session)
        bar = progress_bar(desk, _DRAWING)
        path = materials.print_attendance(
            folder, content, found, out, language=desk.language, paper=paper, named=not no_names, on_progress=bar
        )
    _tell(desk, path, as_json)


@print_.command("cards")
@click.argument("crew")
@click.option("--no-names", is_flag=True)
@_out
@_paper
@json_option
@pass_desk
def print_cards(desk: Desk, crew: str, no_names: bool, out: Path, paper: str, as_json: bool) -> None:
    """Tarjetas de una cuadrilla / a crew's cards."""
    today = desk.edge.stamp().today
    with desk.folder() as folder:
        found = crews.find_crew(folder, crew, today)
        bar = progress_bar(desk, _DRAWING)
        path = materials.print_crew_cards(
            folder, found, today, out, names=not no_names, paper=paper, language=desk.language, on_progress=bar
        )
    _tell(desk, path, as_json)


@print_.command("blanks")
@click.option("--count", type=click.IntRange(1, cards.MOST_AT_ONCE), default=10, show_default=True)
@_out
@_paper
@json_option
@pass_desk
def blanks(desk: Desk, count: int, out: Path, paper: str, as_json: bool) -> None:
    """Tarjetas en blanco, con números nuevos / new blank cards."""
    with desk.folder() as folder:
        made = cards.issue_blanks(folder, desk.edge.stamp(), count, desk.edge.draw).outcome
        bar = progress_bar(desk, _DRAWING)
        path = materials.print_batch(made.on_paper(), out, paper=paper, language=desk.language, on_progress=bar)
    _tell(desk, path, as_json)


COMMANDS: tuple[click.Command, ...] = (print_,)
