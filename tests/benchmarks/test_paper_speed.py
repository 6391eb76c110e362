"""1,000 cards and 200 attendance sheets against drawing the very same marks on a bare reportlab canvas.

The floor is the recorded list of canvas calls of the real run, replayed without any of our code: every mark is given
as numbers (the black runs of a code too) and is only written down.
"""

from __future__ import annotations

import os
import statistics
import time
import tracemalloc
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from reportlab.pdfgen.canvas import Canvas

from promoter_app.domain.cards import CodeKind, card_label, make_code
from promoter_app.domain.papers.cards import CardBatch, WorkerCard
from promoter_app.paper import document
from promoter_app.paper import gallery_samples as samples
from promoter_app.paper.attendance_sheet import attendance_pages
from promoter_app.paper.cards import draw_cards
from promoter_app.paper.document import Page, write_document
from promoter_app.paper.fonts import REGULAR

TARGET, GROSS = 1.5, 3.0
SHORT = os.environ.get("SURCO_BENCH") == "short"
RUNS = 1 if SHORT else 3
CARDS, SHEETS = (200, 40) if SHORT else (1000, 200)

pytestmark = pytest.mark.benchmark

Call = tuple[str, tuple[Any, ...], dict[str, Any]]


class Recorder:
    """A canvas that writes down its public calls, in order; paths become lists of their own calls."""

    def __init__(self, canvas: Canvas, calls: list[Call]) -> None:
        self._canvas = canvas
        self._calls = calls

    def __getattr__(self, name: str) -> Any:
        real = getattr(self._canvas, name)
        if name == "hasForm" or not callable(real):
            return real

        def called(*args: Any, **options: Any) -> Any:
            if name == "beginPath":
                return PathRecorder(real())
            if args and isinstance(args[0], PathRecorder):
                self._calls.append((name, (list(args[0].calls), *args[1:]), options))
                return real(args[0].path, *args[1:], **options)
            self._calls.append((name, _as_numbers(args) if name == "addLiteral" else args, options))
            return real(*args, **options)

        return called


class Runs(tuple[Any, ...]):
    """A code as numbers: what goes before its black runs, the runs, what goes after."""


def _as_numbers(args: tuple[Any, ...]) -> tuple[Any, ...]:
    lines = args[0].split("\n")
    if not lines[0].endswith(" cm"):
        return args
    runs = [tuple(int(number) for number in line.split()[:3]) for line in lines[1:-2]]
    return (Runs((lines[0], runs, "\n".join(lines[-2:]))),)


class PathRecorder:
    """A path and its calls."""

    def __init__(self, path: Any) -> None:
        self.path = path
        self.calls: list[tuple[str, tuple[Any, ...]]] = []

    def __getattr__(self, name: str) -> Any:
        def called(*args: Any) -> None:
            self.calls.append((name, args))
            getattr(self.path, name)(*args)

        return called


def _replay(file: Path, calls: list[Call]) -> None:
    """Draw the recorded marks with reportlab alone."""
    settings: dict[str, Any] = {"invariant": 1, "pageCompression": 1, "initialFontName": REGULAR}
    with file.open("wb") as out:
        canvas = Canvas(out, pdfVersion=(1, 6), **settings)
        for name, args, options in calls:
            if args and isinstance(args[0], list):
                path = canvas.beginPath()
                for step, values in args[0]:
                    getattr(path, step)(*values)
                args = (path, *args[1:])
            elif args and isinstance(args[0], Runs):
                before, runs, after = args[0]
                drawn = "\n".join(f"{x} {y} {width} 1 re" for x, y, width in runs)
                args = (f"{before}\n{drawn}\n{after}",)
            getattr(canvas, name)(*args, **options)


def _recorded(draw: Callable[[Path], object], folder: Path, monkeypatch: pytest.MonkeyPatch) -> list[Call]:
    calls: list[Call] = []
    with monkeypatch.context() as patch:
        patch.setattr(document, "Canvas", lambda *args, **options: Recorder(Canvas(*args, **options), calls))
        draw(folder / "recorded.pdf")
    return calls


def _cpu(work: Callable[[], object]) -> float:
    start = time.process_time()
    work()
    return time.process_time() - start


def _measure(name: str, draw: Callable[[Path], object], folder: Path, monkeypatch: pytest.MonkeyPatch) -> float:
    calls = _recorded(draw, folder, monkeypatch)
    ours, floor = folder / "ours.pdf", folder / "floor.pdf"
    runs = []
    for _ in range(RUNS):
        mine, bare = _cpu(lambda: draw(ours)), _cpu(lambda: _replay(floor, calls))
        with monkeypatch.context() as patch:
            patch.setattr("reportlab.rl_config.useA85", 1)
            runs.append((mine, bare, _cpu(lambda: _replay(folder / "default.pdf", calls))))
    assert ours.read_bytes() == floor.read_bytes()  # the floor really draws the same marks
    ratio = statistics.median(mine / bare for mine, bare, _ in runs)
    default = statistics.median(mine / slow for mine, _, slow in runs)
    mine, bare, _ = (statistics.median(side) for side in zip(*runs, strict=True))
    print(f"\n{name}: {ratio:.2f}x of the floor ({mine:.2f} s against {bare:.2f} s CPU), target {TARGET}")
    print(f"{default:.2f}x of a canvas with reportlab's own settings (ASCII85)")
    return ratio


def _cards(count: int) -> CardBatch:
    made = tuple(
        WorkerCard(make_code(CodeKind.CARD, 77, n).text, card_label(n), samples.name(n)) for n in range(count)
    )
    return CardBatch("Lote", made, backs=False)


def _sheets(count: int) -> list[Page]:
    pages: list[Page] = []
    for number in range(count):
        code = make_code(CodeKind.SHEET, 77, number).text
        rows = samples.attendance(30).rows
        turned = rows[number % 30 :] + rows[: number % 30]
        pages += attendance_pages(replace(samples.attendance(30), sheet_code=code, rows=turned))
    return pages


def test_a_thousand_cards(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    batch = _cards(CARDS)
    assert _measure(f"{CARDS:,} cards", lambda out: draw_cards(batch, out), tmp_path, monkeypatch) < GROSS


def test_two_hundred_sheets(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def draw(out: Path) -> Path:
        return write_document(out, _sheets(SHEETS), title="Lista de asistencia")

    assert _measure(f"{SHEETS} attendance sheets", draw, tmp_path, monkeypatch) < GROSS


def test_memory_is_flat(tmp_path: Path) -> None:
    """Ten times the cards take little more than the file that they make."""

    def peak(count: int) -> int:
        batch = _cards(count)
        tracemalloc.start()
        draw_cards(batch, tmp_path / "cards.pdf")
        top = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
        return top

    peak(10)  # what is loaded once is not counted
    small, large = peak(200), peak(2000)
    print(f"\npeak memory: 200 cards {small / 1e6:.1f} MB, 2,000 cards {large / 1e6:.1f} MB")
    assert (large - small) / 1800 < 12_000  # bytes a card: its page, before it is written
