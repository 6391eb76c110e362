"""`surco sheet read`: photographs of filled sheets, answered as JSON; `--save` writes what is certain."""

from __future__ import annotations

from pathlib import Path

import click

from promoter_app.cli.desk import DONE, REFUSED, Desk, emit, json_option, pass_desk
from promoter_app.cli.values import PLACE
from promoter_app.domain.refusal import Sentence
from promoter_app.services.sheets.reading import SheetPage, read_sheets
from promoter_app.services.sheets.saving import Confirmed, save_reading


@click.group("sheet")
def sheet() -> None:
    """Hojas llenas que vuelven por foto / filled sheets that come back by photo."""


@sheet.command("read")
@click.argument("photos", nargs=-1, required=True, type=PLACE)
@click.option("--save", is_flag=True, help="Guarda si no hay dudas / save when nothing is doubtful.")
@json_option
@click.pass_context
@pass_desk
def read(desk: Desk, context: click.Context, photos: tuple[Path, ...], save: bool, as_json: bool) -> None:
    """Marcas de hojas en fotos o PDF / marks of sheets in photos or PDF."""
    with desk.folder() as folder:
        reading = read_sheets(folder, photos)
        saved = None
        if save:
            saved = save_reading(folder, desk.edge.stamp(), reading, Confirmed()).outcome
    for page in reading.pages:
        _show(desk, page, as_json)
    for lost in reading.not_read:
        click.echo(f"{lost.file} ({lost.number}): {lost.refusal.text(desk.language)}", err=True)
    if saved is not None and not as_json:
        desk.say(
            Sentence(
                f"Guardado: {saved.present} presentes, {saved.answers} respuestas.",
                f"Saved: {saved.present} present, {saved.answers} answers.",
            )
        )
    context.exit(REFUSED if reading.not_read else DONE)


def _show(desk: Desk, page: SheetPage, as_json: bool) -> None:
    if as_json:
        said: dict[str, object] = {"image": page.file, "page": f"{page.code}-{page.page}", "kind": page.kind}
        said |= {"session": page.session.code, "marks": _marks(page)}
        emit(said | {"walk_ins": [written.row + 1 for written in page.walk_ins]})
        return
    name = f"{page.file.name} {page.session.code}"
    desk.say(
        Sentence(
            f"{name}: {page.present()} presentes, {len(page.asked)} por confirmar.",
            f"{name}: {page.present()} present, {len(page.asked)} to be confirmed.",
        )
    )


def _marks(page: SheetPage) -> list[dict[str, object]]:
    """Every mark by row: person (hex), field (`present`, `pre1`...), value, whether it is doubtful."""
    rows = [(key, value, False) for key, value in page.said.items()]
    rows += [(one.key, one.guess, True) for one in page.asked]
    return [
        {"person": page.people[row].id, "field": f"{name}{item or ''}", "value": value, "doubtful": doubtful}
        for (row, name, item), value, doubtful in sorted(rows)
    ]


COMMANDS: tuple[click.Command, ...] = (sheet,)
