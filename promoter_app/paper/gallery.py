"""Every paper with the hardest names, in Spanish and English, for human eyes.

`python -m promoter_app.paper.gallery DIR` writes PDFs, and PNGs of their pages where pdftoppm exists.
"""

from __future__ import annotations

import shutil
import subprocess
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from promoter_app.paper import gallery_samples as samples
from promoter_app.paper.answer_sheet import draw_answer_sheet
from promoter_app.paper.attendance_sheet import draw_attendance_sheet
from promoter_app.paper.cards import draw_cards, draw_crew_markers
from promoter_app.paper.certificate import draw_certificates
from promoter_app.paper.guide import draw_guide
from promoter_app.paper.kit import draw_kit
from promoter_app.paper.office_papers import draw_merge_record, draw_week
from promoter_app.paper.pictogram_sheet import draw_pictogram_sheet
from promoter_app.paper.worker_papers import draw_help_card, draw_question_cards, draw_worker_sheet

Draw = Callable[..., Path]


def papers(language: str) -> dict[str, Draw]:
    """Every paper by name; each value takes `out`, `paper` and `language`."""
    return {
        "attendance": partial(draw_attendance_sheet, samples.attendance(30)),
        "attendance-short": partial(draw_attendance_sheet, samples.attendance(11)),
        "attendance-two-pages": partial(draw_attendance_sheet, samples.attendance(41)),
        "attendance-no-names": partial(draw_attendance_sheet, samples.attendance(18, named=False)),
        "answers": partial(draw_answer_sheet, samples.answers(18, 6)),
        "answers-short": partial(draw_answer_sheet, samples.answers(8, 3)),
        "cards": partial(draw_cards, samples.cards(13)),
        "blanks": partial(draw_cards, samples.blanks(10)),
        "markers": partial(draw_crew_markers, samples.markers()),
        "questions": partial(draw_question_cards, samples.questions(language)),
        "guide": partial(draw_guide, samples.guide(language)),
        "worker-sheet": partial(draw_worker_sheet, samples.worker_sheet(language)),
        "help-card": partial(draw_help_card, samples.help_card(language)),
        "certificates": partial(draw_certificates, samples.certificates()),
        "week": partial(draw_week, samples.week(language)),
        "acta": partial(draw_merge_record, samples.merge_record()),
        "kit": partial(draw_kit, samples.kit(language)),
        "pictograms": draw_pictogram_sheet,
    }


def draw_gallery(folder: Path) -> list[Path]:
    """Write every paper in both languages into `folder`: Letter in Spanish, A4 in English."""
    folder.mkdir(parents=True, exist_ok=True)
    done = []
    for language, paper in (("es", "letter"), ("en", "a4")):
        for name, draw in papers(language).items():
            done.append(draw(out=folder / f"{name}-{language}.pdf", paper=paper, language=language))
    return done


def draw_pictures(files: list[Path], resolution: int = 70) -> None:
    """A PNG of every page beside its file, where pdftoppm is installed."""
    tool = shutil.which("pdftoppm")
    for file in files if tool else []:
        command = [str(tool), "-r", str(resolution), "-png", str(file), str(file.with_suffix(""))]
        subprocess.run(command, check=True)


def main(arguments: list[str]) -> int:
    """The command: 0 done, 2 wrong use."""
    if len(arguments) != 1:
        sys.stderr.write("python -m promoter_app.paper.gallery DIR\n")
        return 2
    draw_pictures(draw_gallery(Path(arguments[0])))
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
