"""`surco roster give|take`: what the office hands a laptop, and what the laptop takes in."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TextIO

import click

from promoter_app.cli.desk import Desk, emit, json_option, pass_desk, progress_bar
from promoter_app.cli.values import PLACE, NewFile, require_file
from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.services import rosters as service
from promoter_app.services.crews.crews import find_crew


@click.group("roster")
def roster() -> None:
    """Listas para las laptops / rosters for laptops."""


@roster.command("give")
@click.argument("crews", nargs=-1, required=True)
@click.option("--out", required=True, type=NewFile(), help="Archivo / file.")
@click.option("--laptop", default="", help="Para quién se sella, desde una carpeta con llave / whom it is sealed to.")
@click.option("--words", is_flag=True, help="Laptop nueva: la abren seis palabras / new laptop: six words open it.")
@json_option
@pass_desk
def give(desk: Desk, crews: tuple[str, ...], out: Path, laptop: str, words: bool, as_json: bool) -> None:
    """Escribe la lista de unas cuadrillas / a roster of some crews.

    Las palabras se dicen una sola vez / the words are told once.
    """
    stamp = desk.edge.stamp()
    with desk.folder() as folder:
        found = [find_crew(folder, crew, stamp.today).id for crew in crews]
        bar = progress_bar(desk, Sentence("Escribiendo", "Writing"))
        made = service.give_roster(
            folder, stamp, found, out, laptop=laptop, by_words=words, on_progress=bar
        ).outcome
    if as_json:
        told = {"words": " ".join(made.words)} if words else {}
        emit({"path": made.path, "crews": made.crews, "people": made.people, "sha256": made.sha256, **told})
        return
    desk.say(
        Sentence(
            f"Listo: {made.crews} cuadrillas y {made.people} personas en «{made.path}».",
            f"Done: {made.crews} crews and {made.people} people in “{made.path}”.",
        )
    )
    if words:
        listed = " ".join(made.words)
        desk.say(Sentence(f"La abren estas palabras: {listed}", f"These words open it: {listed}"))


@roster.command("take")
@click.argument("file", type=PLACE)
@click.option("--words-file", type=click.File("r", "utf-8-sig"), help="Sus seis palabras (-: entrada) / its words.")
@json_option
@pass_desk
def take(desk: Desk, file: Path, words_file: TextIO | None, as_json: bool) -> None:
    """Trae la lista de la oficina a esta laptop; una laptop nueva entra así al proyecto / take a roster in."""
    require_file(file)
    bar = progress_bar(desk, Sentence("Revisando", "Looking"))
    with desk.folder(make=True, alone=True) as folder:
        words = words_file.read() if words_file else ""
        try:
            report = service.take_in(folder, desk.edge.stamp(), file, words=words, on_progress=bar).outcome
        except Refusal as refusal:
            if words or refusal.code not in service.WORDS_REFUSALS or not sys.stdin.isatty():
                raise
            words = click.prompt(refusal.text(desk.language), err=True)
            report = service.take_in(folder, desk.edge.stamp(), file, words=words, on_progress=bar).outcome
    brought = report.brought
    if as_json:
        emit({"people": brought.people, "sessions": brought.sessions, "facts": brought.facts})
        return
    desk.say(
        Sentence(
            f"Listo: {brought.people} personas nuevas y {brought.sessions} sesiones nuevas.",
            f"Done: {brought.people} new people and {brought.sessions} new sessions.",
        )
    )


COMMANDS: tuple[click.Command, ...] = (roster,)
