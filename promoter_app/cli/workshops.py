"""`surco decode`: codes in images from plain files, answered as JSON that other programs check."""

from __future__ import annotations

from pathlib import Path

import click

from promoter_app.cli.desk import DONE, REFUSED, Desk, emit, json_option
from promoter_app.cli.values import PLACE


@click.command("decode")
@click.argument("images", nargs=-1, required=True, type=PLACE)
@json_option
@click.pass_context
def decode(context: click.Context, images: tuple[Path, ...], as_json: bool) -> None:
    """Códigos y marcas en fotos / codes and markers in photographs."""
    from promoter_app.services.photos import codes_in

    desk = context.find_object(Desk)
    language = desk.language if desk else "es"
    ending = DONE
    for answer in codes_in(images):
        if as_json:
            emit(answer.as_json())
        elif answer.refusal is None:
            for found in answer.codes:
                click.echo(f"{answer.image}  {found.kind.value}  {found.text}")
        if answer.refusal is not None:
            ending = REFUSED
            click.echo(f"{answer.image}: {answer.refusal.text(language)}", err=True)
    context.exit(ending)


COMMANDS: tuple[click.Command, ...] = (decode,)
