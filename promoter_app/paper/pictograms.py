"""The app's own pictograms (resources/pictograms/*.svg): which there are and how they are drawn.

Each picture is put in a file once and used as often as needed. Heavy: svglib at first use.
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

from promoter_app import shipped
from promoter_app.domain.papers.geometry import Box
from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.paper.pen import POINTS, Pen

SIDE = 100
"""Every picture is drawn on a square of 100 units."""


def picture_folder() -> Path:
    """Where the pictograms are."""
    return shipped.folder("resources") / "pictograms"


def picture_names() -> tuple[str, ...]:
    """The names of every pictogram, in order."""
    return tuple(sorted(file.stem for file in picture_folder().glob("*.svg")))


def check_picture(name: str) -> Path:
    """The file of the pictogram `name`. Raises Refusal `no_picture` when there is none."""
    file = picture_folder() / f"{name}.svg"
    if "/" in name or "\\" in name or not file.is_file():
        raise Refusal(
            "no_picture",
            Sentence(f"No existe el dibujo «{name}».", f"There is no picture «{name}»."),
            Sentence("No se imprimió nada.", "Nothing was printed."),
            Sentence("Elige otro dibujo en el tema.", "Choose another picture in the topic."),
        )
    return file


def draw_picture(pen: Pen, name: str, box: Box) -> None:
    """The pictogram `name` inside the square `box`."""
    form = f"picture-{name}"
    if not pen.canvas.hasForm(form):
        _define(pen, form, check_picture(name))
    canvas = pen.canvas
    scale = min(box.w, box.h) * POINTS / SIDE
    x, y = box.centre
    canvas.saveState()
    canvas.translate(x * POINTS - SIDE * scale / 2, (pen.height - y) * POINTS - SIDE * scale / 2)
    canvas.scale(scale, scale)
    canvas.doForm(form)
    canvas.restoreState()


def _define(pen: Pen, form: str, file: Path) -> None:
    from reportlab.graphics.renderbase import renderScaledDrawing
    from reportlab.graphics.renderPDF import _PDFRenderer
    from svglib.svglib import svg2rlg

    class Renderer(_PDFRenderer):
        """Never names a font: the renderer's own default would be put in the file without being embedded."""

        def applyStateChanges(self, delta: dict[str, Any], newState: dict[str, Any]) -> None:  # noqa: N802, N803
            kept = {key: value for key, value in delta.items() if not key.startswith("font")}
            super().applyStateChanges(kept, newState)

    drawing = svg2rlg(str(file))
    if drawing is None:
        raise ValueError(f"not a picture: {file.name}")
    drawing.scale(SIDE / drawing.width, SIDE / drawing.height)
    pen.canvas.beginForm(form, 0, 0, SIDE, SIDE)
    scaled: Callable[[object], object] = renderScaledDrawing
    Renderer().draw(scaled(drawing), pen.canvas, 0, 0)
    pen.canvas.endForm()
