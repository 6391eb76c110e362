"""Plans: a problem solved by the planner's own process, with a reason for each placement and each refusal."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from promoter_app.domain.planning.json import plan_as_json
from promoter_app.domain.planning.parse import problem_from_text
from promoter_app.domain.planning.problem import Progress, Proposal
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence

LARGEST_PROBLEM = 64 * 1024 * 1024


def solve_problem_file(
    path: Path,
    *,
    seconds: float | None = None,
    seed: int = 1,
    on_progress: Callable[[Progress], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Proposal:
    """The best plan found for the planning problem in a JSON file, within `seconds` of wall time.

    Raises Refusal when the file cannot be read or does not make a planning problem.
    """
    from promoter_app.planner import solve

    problem = problem_from_text(_text_of(path))
    return solve(
        problem,
        seconds=seconds,
        seed=seed,
        on_progress=on_progress or (lambda _progress: None),
        should_stop=should_stop or (lambda: False),
    )


def proposal_as_line(proposal: Proposal, language: str) -> str:
    """A proposal as one line of JSON, in the plan format that other programs check."""
    return plan_as_json(proposal, language)


def _text_of(path: Path) -> str:
    try:
        if path.stat().st_size > LARGEST_PROBLEM:
            raise _unreadable(path)
        return path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeDecodeError) as error:
        raise _unreadable(path) from error


def _unreadable(path: Path) -> Refusal:
    return Refusal(
        "problem_unreadable",
        Sentence(f"No se pudo leer «{path.name}».", f"“{path.name}” could not be read."),
        NOTHING_CHANGED,
        Sentence("Da un archivo JSON en UTF-8.", "Give a JSON file in UTF-8."),
    )
