"""`surco decode` and `surco plan`: images and plans from plain files, answered as JSON that other programs check."""

from __future__ import annotations

from pathlib import Path

import click

from promoter_app.cli.desk import DONE, REFUSED, Desk, emit, json_option, pass_desk
from promoter_app.domain.refusal import Sentence


@click.command("decode")
@click.argument("images", nargs=-1, required=True, type=click.Path(path_type=Path))
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


@click.command("plan")
@click.option("--problem", required=True, type=click.Path(path_type=Path), help="Problema en JSON / problem file.")
@click.option("--seconds", type=click.FloatRange(min=0), help="Tiempo para mejorar / time to improve.")
@click.option("--seed", type=int, default=1, show_default=True)
@json_option
@pass_desk
def plan(desk: Desk, problem: Path, seconds: float | None, seed: int, as_json: bool) -> None:
    """El mejor plan para un problema, con sus razones / the best plan, with reasons."""
    from promoter_app.services.planning import proposal_as_line, solve_problem_file

    proposal = solve_problem_file(problem, seconds=seconds, seed=seed)
    if as_json:
        click.echo(proposal_as_line(proposal, desk.language))
        return
    placed, refused = len(proposal.placements), len(proposal.refused)
    desk.say(
        Sentence(
            f"{placed} sesiones puestas; {refused} cuadrillas quedan fuera, cada una con su motivo.",
            f"{placed} sessions placed; {refused} crews are left out, each with its reason.",
        )
    )


COMMANDS: tuple[click.Command, ...] = (decode, plan)
