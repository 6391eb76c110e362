"""`surco people ...` and `surco crews ...`: who is registered, and lists from Excel."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from promoter_app.cli.desk import Desk, emit, json_option, pass_desk, progress_bar, table
from promoter_app.cli.values import PLACE
from promoter_app.domain.refusal import Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services import seasons
from promoter_app.services.crews import crews as service
from promoter_app.services.folder import Folder
from promoter_app.services.people import importing as people_import


@click.group("people")
def people() -> None:
    """Personas: ver e importar / people: list and import."""


@people.command("list")
@click.option("--crew", help="Solo una cuadrilla / one crew.")
@json_option
@pass_desk
def list_people(desk: Desk, crew: str | None, as_json: bool) -> None:
    """Las personas por nombre / people by name."""
    today = desk.edge.stamp().today
    rows: list[tuple[str, ...]] = []
    with desk.folder() as folder:
        after = None
        page = []
        if crew:
            page = service.people_of_crew(folder, service.find_crew(folder, crew, today).id, today)
        else:
            page = service.page_of_people(folder, today)
        while page:
            for person in page:
                if as_json:
                    emit(
                        {
                            "id": person.id, "code": person.card_code, "name": person.name, "kind": person.kind,
                            "sex": person.sex, "age_group": person.age_group, "language": person.language,
                            "crew": person.crew_name, "card": person.card_number,
                        }
                    )
                else:
                    rows.append((person.name, person.crew_name or "", person.card_code or ""))
            after = page[-1]
            page = [] if crew else service.page_of_people(folder, today, after)
    if not as_json:
        table(rows, ("nombre", "cuadrilla", "tarjeta"))


@people.command("import")
@click.argument("file", type=PLACE)
@click.option("--dry-run", is_flag=True, help="Solo mira, no cambia nada / look only.")
@click.option("--crew", help="Todas a esta cuadrilla / all into this crew.")
@click.option("--sheet", help="Hoja del libro / sheet of the workbook.")
@click.option("--sector", type=click.Choice(seasons.SECTORS), help="Empieza una temporada si no hay / start a season.")
@json_option
@pass_desk
def import_people(
    desk: Desk, file: Path, dry_run: bool, crew: str | None, sheet: str | None, sector: str | None, as_json: bool
) -> None:
    """Trae personas de un XLSX o CSV / people from an Excel or CSV list."""
    stamp = desk.edge.stamp()
    raw = people_import.read_list(file, sheet)
    with desk.folder(make=True, only_look=dry_run) as folder:
        home = service.find_crew(folder, crew, stamp.today).id if crew else None
        mapping = people_import.remembered_mapping(folder, raw)
        plan = people_import.plan_import(folder, raw, mapping, stamp.now.date(), crew=home)
        notes: tuple[Sentence, ...] = ()
        if not dry_run:
            if sector is not None:
                _start_season(folder, stamp, sector)
            bar = progress_bar(desk, Sentence("Registrando", "Registering"))
            done = people_import.carry_out(folder, stamp, plan, crew=home, on_progress=bar)
            notes = done.outcome.notes
    _report(desk, plan, notes, dry_run, as_json)


def _start_season(folder: Folder, stamp: Stamp, sector: str) -> None:
    """Begin the usual season of a crop today, unless one runs already."""
    if seasons.running_season(folder, stamp.today) is None:
        today = date.fromisoformat(stamp.today)
        ends = seasons.usual_end(sector, today)
        name = seasons.usual_name(sector, today, ends)
        seasons.start_season(folder, stamp, name, sector, stamp.today, ends.isoformat())


def _report(
    desk: Desk, plan: people_import.ImportPlan, notes: tuple[Sentence, ...], dry_run: bool, as_json: bool
) -> None:
    notes = (*plan.table.notes, *plan.mapping.notes, *notes)
    if as_json:
        emit(
            {
                "imported": 0 if dry_run else plan.people,
                "would_import": plan.people,
                "dry_run": dry_run,
                "skipped": [{"row": s.row, "reason": s.reason.in_language(desk.language)} for s in plan.skipped],
                "duplicates": [
                    {"row": d.row, "name": d.name, "person": d.person, "score": d.score} for d in plan.duplicates
                ],
                "new_crews": plan.new_crews,
                "notes": [note.in_language(desk.language) for note in notes],
            }
        )
        return
    for note in notes:
        desk.warn(note)
    for skipped in plan.skipped:
        desk.warn(Sentence(f"Renglón {skipped.row}: {skipped.reason.es}", f"Row {skipped.row}: {skipped.reason.en}"))
    desk.say(
        Sentence(
            f"{plan.people} personas, {len(plan.skipped)} renglones no, {len(plan.duplicates)} parecidas a otras.",
            f"{plan.people} people, {len(plan.skipped)} rows not, {len(plan.duplicates)} alike others.",
        )
    )


@click.group("crews")
def crews() -> None:
    """Cuadrillas / crews."""


@crews.command("list")
@json_option
@pass_desk
def list_crews(desk: Desk, as_json: bool) -> None:
    """Las cuadrillas por nombre / crews by name."""
    with desk.folder() as folder:
        found = service.crews(folder, desk.edge.stamp().today)
    if as_json:
        for crew in found:
            emit(
                {
                    "id": crew.id, "code": crew.code, "name": crew.name, "sector": crew.sector,
                    "season": crew.season_name, "company": crew.company_name, "front": crew.venue_name,
                    "people": crew.people,
                }
            )
        return
    rows = [(crew.code, crew.name, crew.company_name or "", str(crew.people)) for crew in found]
    table(rows, ("código", "nombre", "empresa", "personas"))


COMMANDS: tuple[click.Command, ...] = (people, crews)
