"""From pages to a file: Letter and A4, the same bytes for the same input, never a half-written file.

A paper is a list of `Page`; `write_document` draws them to a temporary name, syncs and renames.
Heavy: imports reportlab.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import IO, Any, Protocol, TypeVar

from reportlab.pdfgen.canvas import Canvas

from promoter_app.domain.files import Writer, computer_tag, half_written, why_not_written
from promoter_app.domain.papers.geometry import page_size
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.paper.fonts import REGULAR, Letters
from promoter_app.paper.pen import POINTS, Pen

OnProgress = Callable[[int, int], None]
ShouldStop = Callable[[], bool]


@dataclass(frozen=True)
class Page:
    """One page: its size in mm and what draws it."""

    width: float
    height: float
    draw: Callable[[Pen], None]


def portrait(paper: str, draw: Callable[[Pen], None]) -> Page:
    """An upright page of `paper` ("letter" or "a4")."""
    return Page(*page_size(paper), draw)


def landscape(paper: str, draw: Callable[[Pen], None]) -> Page:
    """A page of `paper` lying on its side."""
    width, height = page_size(paper)
    return Page(height, width, draw)


def write_document(
    out: Path,
    pages: Sequence[Page],
    *,
    title: str,
    language: str = "es",
    on_progress: OnProgress | None = None,
    should_stop: ShouldStop | None = None,
) -> Path:
    """Draw `pages` into the PDF `out` and return it; `on_progress(done, total)` counts pages.

    `out` appears whole or not at all. Raises Refusal: `cannot_draw_text`, `stopped` (when `should_stop()`
    says so between pages), `cannot_write` (no space, no permission, no folder).
    """
    temporary = out.with_name(half_written(out.name, Writer(computer_tag(platform.node()), os.getpid())))
    try:
        with temporary.open("wb") as file:
            _draw(file, pages, title, language, on_progress, should_stop)
            file.flush()
            os.fsync(file.fileno())
        temporary.replace(out)
        _sync_folder(out.parent)
    except OSError as error:
        raise _cannot_write(out, error) from error
    finally:
        temporary.unlink(missing_ok=True)
    return out


Value = TypeVar("Value", contravariant=True)


class MakesPages(Protocol[Value]):
    """The pages of a value."""

    def __call__(self, value: Value, /, *, paper: str = ..., language: str = ...) -> list[Page]: ...


class Draws(Protocol[Value]):
    """Writes a value to the PDF `out`. Raises Refusal as `write_document` does, and what its pages raise."""

    def __call__(
        self,
        value: Value,
        /,
        out: Path,
        *,
        paper: str = ...,
        language: str = ...,
        on_progress: OnProgress | None = ...,
        should_stop: ShouldStop | None = ...,
    ) -> Path: ...


def drawing(pages: MakesPages[Value], title: Sentence | Callable[[Value], str]) -> Draws[Value]:
    """What writes the `pages` of a value as a PDF called `title`, or as the value says."""

    def draw(
        value: Value,
        /,
        out: Path,
        *,
        paper: str = "letter",
        language: str = "es",
        on_progress: OnProgress | None = None,
        should_stop: ShouldStop | None = None,
    ) -> Path:
        made = pages(value, paper=paper, language=language)
        called = title.in_language(language) if isinstance(title, Sentence) else title(value)
        return write_document(
            out, made, title=called, language=language, on_progress=on_progress, should_stop=should_stop
        )

    return draw


def _draw(
    file: IO[bytes],
    pages: Sequence[Page],
    title: str,
    language: str,
    on_progress: OnProgress | None,
    should_stop: ShouldStop | None,
) -> None:
    letters = Letters()
    # invariant: no clock and no random id inside, so the same input gives the same bytes.
    # The first font is named: reportlab's own default (Helvetica) would not be embedded.
    settings: dict[str, Any] = {"invariant": 1, "pageCompression": 1, "initialFontName": REGULAR}
    canvas = Canvas(file, pdfVersion=(1, 6), **settings)
    canvas.setTitle(letters.checked_text(title))
    canvas.setAuthor("Surco")
    canvas.setCatalogEntry("Lang", "es-MX" if language == "es" else "en-US")
    # A sheet that is scaled by the printer still reads, a card does not fit its cut: ask for 100 %.
    canvas.setViewerPreference("PrintScaling", "None")
    for done, page in enumerate(pages):
        if should_stop is not None and should_stop():
            raise _stopped()
        canvas.setPageSize((page.width * POINTS, page.height * POINTS))
        page.draw(Pen(canvas, page.width, page.height, letters))
        canvas.showPage()
        if on_progress is not None:
            on_progress(done + 1, len(pages))
    canvas.save()


def _sync_folder(folder: Path) -> None:
    """Make the rename itself durable, where the system lets a folder be synced."""
    if os.name != "posix":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _stopped() -> Refusal:
    return Refusal(
        "stopped",
        Sentence("Se detuvo antes de terminar el papel.", "Stopped before the paper was finished."),
        NOTHING_CHANGED,
        Sentence("Puedes empezar otra vez cuando quieras.", "You can start again at any time."),
    )


def _cannot_write(out: Path, error: OSError) -> Refusal:
    why, todo = why_not_written(error)
    return Refusal(
        "cannot_write",
        Sentence(f"No se pudo guardar {out.name}. {why.es}", f"{out.name} could not be saved. {why.en}"),
        NOTHING_CHANGED,
        todo,
    )
