"""`surco modules list` and `surco curriculum check`: what is taught, and whether its files are sound."""

from __future__ import annotations

from pathlib import Path

import click

from promoter_app.cli.desk import REFUSED, Desk, emit, json_option, pass_desk, table
from promoter_app.cli.values import PLACE
from promoter_app.domain.curriculum.content_ids import curriculum_id, module_id
from promoter_app.domain.curriculum.course import title_on_paper
from promoter_app.domain.curriculum.plain import course_fingerprint
from promoter_app.domain.refusal import Sentence
from promoter_app.services import curricula


@click.group("modules")
def modules() -> None:
    """Temas / modules."""


@modules.command("list")
@click.option("--crop", help="Solo un cultivo: cane, tobacco… / one crop: cane, tobacco…")
@json_option
@pass_desk
def list_modules(desk: Desk, crop: str | None, as_json: bool) -> None:
    """Los temas de cada cultivo, en orden / modules of each crop, in order."""
    content = curricula.read_content()
    rows: list[tuple[str, ...]] = []
    for course in content.courses.values():
        if crop not in (None, course.crop):
            continue
        version = curriculum_id(course.crop, course_fingerprint(course))
        for module in course.modules:
            name = title_on_paper(module, desk.language)
            if as_json:
                emit(
                    {
                        "id": module_id(version, module.code), "code": module.code, "name": name, "crop": course.crop,
                        "level": module.level, "minutes": module.minutes, "minutes_short": module.minutes_short,
                        "items": len(module.items),
                    }
                )
            else:
                rows.append((course.crop, module.code, name, str(module.level), f"{module.minutes} min"))
    if not as_json:
        table(rows, ("cultivo", "código", "tema", "nivel", "duración"))


@click.group("curriculum")
def curriculum() -> None:
    """Archivos de temas / content files."""


@curriculum.command("check")
@click.argument("directory", type=PLACE, required=False)
@json_option
@click.pass_context
def check(context: click.Context, directory: Path | None, as_json: bool) -> None:
    """Revisa los archivos: cada falta por archivo y renglón / check the files: each fault by file and line."""
    desk = context.find_object(Desk)
    if desk is None:
        raise click.UsageError("surco curriculum check")
    content = curricula.read_content(directory)
    for fault in content.faults:
        if as_json:
            emit({"file": fault.file, "line": fault.line, "what": fault.what, "todo": fault.todo})
        else:
            click.echo(fault.text(desk.language))
    if content.faults:
        context.exit(REFUSED)
    if not as_json:
        desk.say(Sentence("Todo está bien.", "Everything is in order."))


COMMANDS: tuple[click.Command, ...] = (modules, curriculum)
