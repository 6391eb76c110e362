"""`surco report ...`: indicators of a period for a receiver, items still missed, delays, what is kept of a person."""

from __future__ import annotations

from pathlib import Path

import click

from promoter_app.cli.desk import Desk, emit, pass_desk
from promoter_app.domain.indicators.table import rows
from promoter_app.domain.privacy.preview import what_it_tells
from promoter_app.domain.refusal import Sentence
from promoter_app.services.indicators import reporting
from promoter_app.services.reports import files

_period = click.option("--period", required=True, help="2026-10..2027-03")
_profile = click.option("--profile", type=click.Choice(["internal", "donor", "outside"]), default="internal",
                        show_default=True)  # fmt: skip
_out = click.option("--out", type=click.Path(path_type=Path), help="Archivo o carpeta / file or folder.")


@click.group("report")
def report() -> None:
    """Informes: indicadores, preguntas falladas, atrasos, datos de una persona / reports."""


@report.command("indicators")
@_period
@_profile
@click.option("--format", "kind", type=click.Choice(files.FORMATS), default="json", show_default=True)
@_out
@click.option("--preview", is_flag=True, help="Solo dice qué se podría saber con él / only what it would tell.")
@pass_desk
def indicators(desk: Desk, period: str, profile: str, kind: str, out: Path | None, preview: bool) -> None:
    """Los indicadores de un periodo / the indicators of a period."""
    with desk.folder() as folder:
        made = reporting.report(folder, period, profile)
    if preview or profile != "internal":
        ended = made.period.last < desk.edge.stamp().today
        for sentence in what_it_tells(made, ended=ended):
            desk.warn(sentence)
    if preview:
        return
    if out is None and kind == "json":
        for row in rows(made, desk.language):
            emit(row)
        return
    path = files.write_report(made, out or Path.cwd(), kind, desk.language)
    desk.warn(Sentence(f"Listo: «{path}».", f"Done: “{path}”."))


COMMANDS: tuple[click.Command, ...] = (report,)
