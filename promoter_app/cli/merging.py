"""`surco merge`: packages of other laptops, looked at and united."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click

from promoter_app.cli.desk import DONE, REFUSED, Desk, emit, json_option, pass_desk, progress_bar, table
from promoter_app.cli.values import PLACE
from promoter_app.domain.merging.packages import Brings, FilePlan, MergePlan, MergeReport
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.services.folder import Folder
from promoter_app.services.merging import receiving
from promoter_app.services.people.duplicates import count_open
from promoter_app.services.privacy.rights import still_in

_STATES = {
    "new": Sentence("nuevo", "new"),
    "known": Sentence("ya unido", "united before"),
    "older": Sentence("anterior a lo que hay", "older than what is here"),
    "gap": Sentence("faltan anteriores", "earlier ones missing"),
    "damaged": Sentence("dañado", "damaged"),
    "foreign": Sentence("ajeno", "foreign"),
    "newer": Sentence("de un Surco más nuevo", "of a newer Surco"),
    "clone": Sentence("laptop duplicada", "cloned laptop"),
}


@click.command("merge")
@click.argument("files", nargs=-1, required=True, type=PLACE)
@click.option("--plan", "only_plan", is_flag=True, help="Solo dice qué trae cada archivo / only say what they bring.")
@json_option
@pass_desk
@click.pass_context
def merge(context: click.Context, desk: Desk, files: Sequence[Path], only_plan: bool, as_json: bool) -> None:
    """Une los paquetes de otras laptops / unite packages of other laptops.

    FILES son archivos o carpetas; el orden no importa y repetir no cambia nada / FILES are files or
    folders; their order does not matter and a second time changes nothing.
    """
    looking = progress_bar(desk, Sentence("Revisando", "Looking"))
    with desk.folder(make=True, only_look=only_plan, alone=True) as folder:
        if folder.founded:
            receiving.begin_office(folder)
        plan = receiving.look_at(folder, desk.edge.stamp(), list(files), on_progress=looking)
        if not plan.files:
            receiving.forget(plan)
            raise _no_packages()
        if only_plan:
            receiving.forget(plan)
            rows = [(file, file.brings) for file in plan.files]
            conflicts = 0
        else:
            report = _unite(desk, folder, plan)
            rows = [(one.file, one.brought) for one in report.files]
            conflicts = report.conflicts
            if report.unclean:
                click.echo(still_in(report.unclean).in_language(desk.language), err=True)
        duplicates = _open_duplicates(folder)
        folder.stays = any(file.will_unite or file.state == "newer" for file in plan.files)  # a newer one is kept
    if as_json:
        for file, brings in rows:
            emit(_as_json(file, brings, conflicts, duplicates))
    else:
        _tell(desk, rows, conflicts)
    for file, _brings in rows:
        if file.refusal is not None:
            click.echo(f"{file.name}: {file.refusal.text(desk.language)}", err=True)
    context.exit(REFUSED if any(file.refusal for file, _brings in rows) else DONE)


def _no_packages() -> Refusal:
    return Refusal(
        "no_packages",
        Sentence("En esa carpeta no hay paquetes de Surco.", "There are no Surco packages in that folder."),
        NOTHING_CHANGED,
        Sentence("Da los archivos que entregó cada laptop.", "Give the files that each laptop delivered."),
    )


def _unite(desk: Desk, folder: Folder, plan: MergePlan) -> MergeReport:
    bar = progress_bar(desk, Sentence("Uniendo", "Uniting"))
    return receiving.unite(folder, desk.edge.stamp(), plan, on_progress=bar).outcome


def _open_duplicates(folder: Folder) -> int:
    """Pairs that may be one person and wait for a decision."""
    return count_open(folder)


def _as_json(file: FilePlan, brings: Brings, conflicts: int, duplicates: int) -> dict[str, Any]:
    """`conflicts` and `duplicates` are of the whole season after uniting; the same on each line."""
    row: dict[str, Any] = {
        "file": file.path, "state": file.state, "laptop": file.label.laptop, "package": file.label.package,
        "missing": list(file.missing), "brings": asdict(brings), "conflicts": conflicts, "duplicates": duplicates,
    }
    if file.refusal is not None:
        row |= {"refused": file.refusal.code, "why": file.refusal.what}
    return row


def _tell(desk: Desk, rows: Sequence[tuple[FilePlan, Brings]], conflicts: int) -> None:
    headers = Sentence(
        "archivo laptop paquete estado sesiones personas asistencias",
        "file laptop package state sessions people attendances",
    )
    table(
        [
            (
                file.name, file.label.laptop, str(file.label.package or ""),
                _STATES[file.state].in_language(desk.language), str(brings.sessions),
                str(brings.people), str(brings.attendances),
            )
            for file, brings in rows
        ],
        tuple(headers.in_language(desk.language).split()),
    )
    if conflicts:
        desk.say(
            Sentence(f"Datos con más de un valor: {conflicts}.", f"Fields with more than one value: {conflicts}.")
        )


COMMANDS: tuple[click.Command, ...] = (merge,)
