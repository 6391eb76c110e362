"""`surco demo`: makes a data folder with an invented season, or an office's folder and those of its laptops."""

from __future__ import annotations

import datetime
import shutil
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.services.curricula import read_content
from promoter_app.services.demo.draw import draw_season
from promoter_app.services.demo.gatherings import draw_outreach
from promoter_app.services.demo.happenings import Told
from promoter_app.services.demo.laptops import laptop_name, write_laptop
from promoter_app.services.demo.office import found_season
from promoter_app.services.demo.roster import write_roster
from promoter_app.services.demo.season import Season, Size
from promoter_app.services.folder import DATABASE, Folder, open_folder

LAPTOPS = "laptops"
PEOPLE = (20, 100_000)
WEEKS = (1, 52)
_MAKING = ".making-demo-"
_ABANDONED = 3600.0
"""Seconds after which a folder in which nothing was written any more belongs to an attempt that was killed."""
Progress = Callable[[int, int], None]


@dataclass(frozen=True)
class DemoReport:
    """What was made. `people` are workers, `attendance` counts what was not undone; sums over all laptops."""

    path: Path
    people: int
    staff: int
    crews: int
    sessions: int
    held: int
    not_held: int
    planned: int
    attendance: int
    attempts: int
    answers: int
    laptops: list[Path] = field(default_factory=list)


class _Counting:
    """Tells progress of the whole and notices the wish to stop."""

    def __init__(self, total: int, on_progress: Progress | None, should_stop: Callable[[], bool] | None) -> None:
        self._done, self._total = 0, total
        self._on_progress, self._should_stop = on_progress, should_stop

    def __call__(self, more: int) -> None:
        if self._should_stop and self._should_stop():
            raise _refuse(
                "stopped", "Se detuvo la temporada de muestra.", "The sample season was stopped.",
                "Puedes hacerla otra vez cuando quieras.", "You can make it again whenever you want.",
            )
        self._done += more
        if self._on_progress:
            self._on_progress(min(self._done, self._total), self._total)


def make_demo(
    path: Path,
    *,
    seed: int,
    today: datetime.date,
    people: int = 400,
    weeks: int = 6,
    laptops: int = 1,
    on_progress: Progress | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> DemoReport:
    """Make an invented season of `weeks` weeks before `today` and the sessions planned for this and next week.

    The same arguments give the same rows. With one laptop `path` is its data folder. With more, `path` is the
    office's folder (people, crews, courses: no sessions) and `path/laptops/laptop-01`... are data folders with
    the same rows and each its own promoters' sessions. `on_progress(done, total)` is called now and then.
    Raises Refusal when `path` has data, a size is out of bounds, a course cannot be read, or `should_stop`
    said so; then nothing is left behind.
    """
    _check_sizes(people, weeks, laptops)
    _check_place(path)
    content = read_content()
    if not {"cane", "tobacco"} <= set(content.courses) or any(one.left_out for one in content.courses.values()):
        raise _refuse(
            "faulty_curricula",
            "Los temas que trae la app tienen fallas.", "The topics that came with the app have faults.",
            "Corrígelos con «surco curriculum check».", "Mend them with “surco curriculum check”.",
        )
    season = draw_season(Size(seed, today, people, weeks, laptops), content.courses)
    season.preflight = content.preflight
    counting = _Counting(len(season.workers) + len(season.meetings), on_progress, should_stop)
    existed = path.exists()
    making = _own_place(path)
    try:
        told = _write(making, season, counting)
        _check_place(path)  # another one may have been made here meanwhile
        _move_up(making, path)
    except BaseException:
        shutil.rmtree(making, ignore_errors=True)
        if not existed and not any(path.iterdir()):
            path.rmdir()
        raise
    made = [path / LAPTOPS / laptop_name(index) for index in range(laptops)] if laptops > 1 else [path]
    return _report(path, season, told, made)


def _refuse(code: str, es: str, en: str, todo_es: str, todo_en: str) -> Refusal:
    return Refusal(code, Sentence(es, en), NOTHING_CHANGED, Sentence(todo_es, todo_en))


def _check_sizes(people: int, weeks: int, laptops: int) -> None:
    for value, (low, high), es, en in (
        (people, PEOPLE, "personas", "people"),
        (weeks, WEEKS, "semanas", "weeks"),
        (laptops, (1, max(1, people // 10)), "laptops", "laptops"),
    ):
        if not low <= value <= high:
            raise _refuse(
                "bad_size", f"No se puede con {value} {es}.", f"{value} {en} will not do.",
                f"Pide de {low} a {high} {es}.", f"Ask for {low} to {high} {en}.",
            )


def _check_place(path: Path) -> None:
    if path.is_file() or (path / DATABASE).exists() or (path / LAPTOPS).exists():
        raise _refuse(
            "has_data", f"En «{path.name}» ya hay datos.", f"There are data in “{path.name}” already.",
            "Elige una carpeta vacía o nueva.", "Choose an empty or a new folder.",
        )


def _own_place(path: Path) -> Path:
    """A folder below `path` for this attempt alone; those of attempts killed long ago are cleared away."""
    path.mkdir(parents=True, exist_ok=True)
    for left in path.glob(f"{_MAKING}*"):
        last = max((one.stat().st_mtime for one in (left, *left.rglob("*")) if one.exists()), default=0.0)
        if last < time.time() - _ABANDONED:
            shutil.rmtree(left, ignore_errors=True)
    return Path(tempfile.mkdtemp(prefix=_MAKING, dir=path))


def _write(making: Path, season: Season, counting: _Counting) -> Told:
    campaign = draw_outreach(season)
    single = season.size.laptops == 1
    folder = open_folder(making)
    try:
        folder.book.set_local("laptop_name", laptop_name(0) if single else "oficina")
        found_season(folder, season)
        write_roster(folder, season, counting)
        if single:
            return write_laptop(folder, season, 0, campaign, counting)
    finally:
        folder.close()
    sums = Told()
    for index in range(season.size.laptops):
        told = _write_copy(making, index, lambda f, at: write_laptop(f, season, at, campaign, counting))
        sums.attendance += told.attendance
        sums.attempts += told.attempts
        sums.answers += told.answers
    return sums


def _write_copy(making: Path, index: int, write: Callable[[Folder, int], Told]) -> Told:
    """A laptop that began with the office's data: a copy of the closed database, and a name of its own."""
    place = making / LAPTOPS / laptop_name(index)
    place.mkdir(parents=True)
    shutil.copyfile(making / DATABASE, place / DATABASE)
    folder = open_folder(place, make=False)
    try:
        folder.book.set_local("device", None)
        folder.book.set_local("laptop_name", laptop_name(index))
        return write(folder, index)
    finally:
        folder.close()


def _move_up(making: Path, path: Path) -> None:
    """Give the finished folders their places, the office's database last."""
    if (making / LAPTOPS).exists():
        (making / LAPTOPS).rename(path / LAPTOPS)
    for file in sorted(making.iterdir()):
        file.rename(path / file.name)
    making.rmdir()


def _report(path: Path, season: Season, told: Told, laptops: list[Path]) -> DemoReport:
    states = [meeting.state for meeting in season.meetings]
    return DemoReport(
        path=path,
        people=len(season.workers),
        staff=len(season.helpers),
        crews=len(season.crews),
        sessions=len(states),
        held=states.count("held"),
        not_held=states.count("not_held"),
        planned=states.count("planned"),
        attendance=told.attendance,
        attempts=told.attempts,
        answers=told.answers,
        laptops=laptops,
    )
