"""`surco plan`: the week out of the data folder, or a problem from a JSON file; answers other programs can check."""

from __future__ import annotations

import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from promoter_app.cli.desk import Desk, emit, json_option, pass_desk, table
from promoter_app.cli.values import DAY, PLACE
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence

if TYPE_CHECKING:
    from promoter_app.domain.planning.problem import Progress
    from promoter_app.services.planning.proposing import WeekProposal


@click.command("plan")
@click.option("--problem", type=PLACE, help="Problema en JSON / problem file.")
@click.option("--from", "first", type=DAY, help="Primer día / first day.")
@click.option("--to", "last", type=DAY, help="Último día / last day.")
@click.option("--promoter", help="Solo la semana de esta persona / only this promoter's week.")
@click.option("--apply", "put", is_flag=True, help="Pone lo propuesto en la semana / put it in the week.")
@click.option("--seconds", type=click.FloatRange(min=0), help="Tiempo para mejorar / time to improve.")
@click.option("--seed", type=click.IntRange(min=0, max=2**31 - 1), default=1, show_default=True,
              help="La misma semilla, el mismo plan / the same seed, the same plan.")  # fmt: skip
@json_option
@pass_desk
def plan(
    desk: Desk, problem: Path | None, first: str | None, last: str | None, promoter: str | None, put: bool,
    seconds: float | None, seed: int, as_json: bool,
) -> None:  # fmt: skip
    """El mejor plan, con sus razones / the best plan, with reasons."""
    if problem is not None:
        _from_file(desk, problem, seconds, seed, as_json)
        return
    if first is None or last is None:
        raise click.UsageError("--problem, o --from y --to / --problem, or --from and --to")
    proposal, applied = _of_folder(desk, (first, last), promoter, put, seconds, seed)
    if as_json:
        emit(as_row(proposal, desk.language) | {"applied": applied})
    else:
        _show(desk, proposal, applied)


def _from_file(desk: Desk, problem: Path, seconds: float | None, seed: int, as_json: bool) -> None:
    from promoter_app.services.planning.problem_file import proposal_as_line, solve_problem_file

    proposal = solve_problem_file(problem, seconds=seconds, seed=seed)
    if as_json:
        click.echo(proposal_as_line(proposal, desk.language))
        return
    _sum_up(desk, len(proposal.placements), len(proposal.refused))


def _of_folder(
    desk: Desk, days: tuple[str, str], promoter: str | None, put: bool, seconds: float | None, seed: int
) -> tuple[WeekProposal, int]:
    from promoter_app.services.planning import proposing
    from promoter_app.services.topics.versions import current_content

    stamp = desk.edge.stamp()
    with desk.folder() as folder:
        who = None
        if promoter is not None:
            who = proposing.own_promoter(folder, promoter)
            if who is None:
                raise _unknown(promoter)
        proposal = proposing.propose(
            folder, current_content(folder), days[0], days[1], stamp.today, who,
            seconds=seconds, seed=seed, on_progress=_progress(),
        )  # fmt: skip
        if not put or not proposal.sessions:
            return proposal, 0
        # the command line acts for the office on a clear folder
        done = proposing.accept(folder, replace(stamp, role="coordinator"), proposal)
    return proposal, len(done.outcome)


def _unknown(promoter: str) -> Refusal:
    return Refusal(
        "unknown_promoter",
        Sentence(f"No hay una promotora o promotor «{promoter}».", f"There is no promoter “{promoter}”."),
        NOTHING_CHANGED,
        Sentence("Escribe el nombre completo.", "Write the full name."),
    )


def _progress() -> Callable[[Progress], None]:
    """A line on a terminal with the best plan so far and how far it can still be from the best; nothing in a pipe."""
    if not sys.stderr.isatty():
        return lambda _progress: None

    def show(news: Progress) -> None:
        reach = "" if news.gap is None else f" ({100 / (1 + news.gap):.0f} %)"
        click.echo(f"\r{news.score.sessions}{reach} {news.seconds:.0f} s", err=True, nl=False)

    return show


def as_row(proposal: WeekProposal, language: str) -> dict[str, Any]:
    """The answer for other programs: sessions with reason, refused crews with fix, bound, gap, seconds."""
    solved = proposal.proposal
    return {
        "sessions": [
            {
                "crew": s.crew, "crew_name": s.crew_name, "module": s.module, "date": s.held_on,
                "start": f"{s.held_on}T{s.starts}", "end": f"{s.held_on}T{s.ends}", "promoter": s.promoter,
                "promoter_name": s.promoter_name, "second": s.second, "interpreter": s.interpreter,
                "reason": s.why.in_language(language),
            }
            for s in proposal.sessions
        ],
        "refused": [
            {
                "crew": r.crew, "crew_name": r.crew_name, "module": r.module, "rule": r.rule,
                "reason": r.why.in_language(language), "fix": r.fix.in_language(language) if r.fix else None,
            }
            for r in proposal.left_out
        ],
        "progress": solved.score.progress, "driving": solved.score.driving, "bound": solved.bound, "gap": solved.gap,
        "proven": solved.proven, "seconds": round(solved.seconds, 3), "how": solved.how,
        "notes": [n.in_language(language) for n in proposal.notes],
    }  # fmt: skip


def _show(desk: Desk, proposal: WeekProposal, applied: int) -> None:
    rows = [(s.held_on, s.starts, s.crew_name, s.module, s.promoter_name) for s in proposal.sessions]
    table(rows, ("fecha", "hora", "cuadrilla", "tema", "promotor"))
    for left in proposal.left_out:
        fix = f" {left.fix.in_language(desk.language)}" if left.fix else ""
        click.echo(f"- {left.crew_name}: {left.why.in_language(desk.language)}{fix}")
    for note in proposal.notes:
        desk.say(note)
    _sum_up(desk, len(proposal.sessions), len(proposal.left_out))
    if applied:
        desk.say(Sentence(f"Quedaron en la semana {applied} sesiones.", f"{applied} sessions are in the week now."))


def _sum_up(desk: Desk, placed: int, refused: int) -> None:
    desk.say(
        Sentence(
            f"{placed} sesiones puestas; {refused} cuadrillas quedan fuera, cada una con su motivo.",
            f"{placed} sessions placed; {refused} crews are left out, each with its reason.",
        )
    )


COMMANDS: tuple[click.Command, ...] = (plan,)
