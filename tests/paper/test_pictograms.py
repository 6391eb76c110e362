"""Every pictogram exists, is plain black and white, and can be told from the others at 25 mm."""

from __future__ import annotations

import itertools
import re
from pathlib import Path
from xml.etree import ElementTree

import numpy as np
import pytest

from promoter_app import shipped
from promoter_app.domain.papers.geometry import Box
from promoter_app.domain.refusal import Refusal
from promoter_app.paper.document import portrait, write_document
from promoter_app.paper.pictogram_sheet import draw_pictogram_sheet
from promoter_app.paper.pictograms import check_picture, draw_picture, picture_folder, picture_names
from tests.paper import reading

ITEMS = [
    "glass-clock", "urine-colours", "person-down", "pill", "tree", "two-cutters", "shin-guard", "flame",
    "truck", "bleeding", "road", "snake", "stick-boot", "shoe", "child-scorpion", "kit", "flag", "jug",
    "hands", "laundry", "ppe-coin", "wet-leaf", "nausea", "glove", "child", "vomit-sun", "week-money",
    "token", "scale", "imss-cross", "paper", "calendar-end", "phone", "adviser", "closed-mouth",
    "two-speech-bubbles", "notebook", "shouting", "woman-coin", "traditional-dress", "boss-worker",
    "two-people", "cake-15", "seventeen-machete", "girl-leaf", "broom-school", "school", "chain-coin",
    "id-card", "warning", "two-signs", "safe-house",
]  # fmt: skip
MODULES = [
    "heat", "machete", "first-aid", "chemicals", "green-tobacco", "contract-and-pay", "where-to-go",
    "respect", "childhood", "free-work",
]  # fmt: skip
SHAPES = {"svg", "g", "path", "circle", "ellipse", "rect"}


def test_every_item_and_every_module_has_its_picture() -> None:
    names = set(picture_names())
    assert names >= set(ITEMS)
    assert names >= {f"module-{module}" for module in MODULES}


def test_the_pictures_that_topics_ask_for_exist() -> None:
    asked = {
        name
        for file in shipped.folder("curricula").rglob("*.yaml")
        for name in re.findall(r"^\s*picture: *([\w-]+)", file.read_text("utf-8"), re.MULTILINE)
    }
    assert asked <= set(picture_names()), asked - set(picture_names())


@pytest.mark.parametrize("file", sorted(picture_folder().glob("*.svg")), ids=lambda file: file.stem)
def test_a_picture_is_plain(file: Path) -> None:
    root = ElementTree.parse(file).getroot()
    assert root.get("viewBox") == "0 0 100 100"
    assert re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", file.stem)
    for part in root.iter():
        assert part.tag.rpartition("}")[2] in SHAPES
        for name in ("fill", "stroke"):
            assert part.get(name, "none") in {"none", "#000", "#fff"}
        assert float(part.get("stroke-width", "5")) >= 1 or part.get("stroke") == "none"
    assert file.stat().st_size < 6_000


def _drawn(folder: Path) -> dict[str, np.ndarray]:
    """Each picture at 25 mm and 150 dpi."""
    place = Box(10, 10, 25, 25)
    pages = [portrait("letter", lambda pen, name=name: draw_picture(pen, name, place)) for name in picture_names()]
    file = write_document(folder / "all.pdf", pages, title="x")
    side = slice(int(9 * 150 / 25.4), int(36 * 150 / 25.4))
    return dict(zip(picture_names(), (page[side, side] for page in reading.pictures(file, 150)), strict=True))


def test_pictures_are_read_at_25_mm_and_differ(tmp_path: Path) -> None:
    drawn = _drawn(tmp_path)
    for name, page in drawn.items():
        ink = float((page < 128).mean())
        assert 0.06 < ink < 0.6, (name, ink)
        grey = float(((page > 60) & (page < 195)).mean())
        assert grey < 0.12, (name, grey)  # only edges are grey: nothing finer than the eye can hold
    for (name, page), (other, second) in itertools.combinations(drawn.items(), 2):
        assert float(((page < 128) ^ (second < 128)).mean()) > 0.04, (name, other)


def test_a_picture_is_kept_once_in_a_file(tmp_path: Path) -> None:
    def page(times: int):
        return portrait("letter", lambda pen: [draw_picture(pen, "kit", Box(10, 10 + n, 20, 20)) for n in range(times)])

    one = write_document(tmp_path / "1.pdf", [page(1)], title="x").stat().st_size
    many = write_document(tmp_path / "2.pdf", [page(40), page(40)], title="x").stat().st_size
    assert many < one + 2_500


def test_an_unknown_picture_is_refused_and_a_path_too() -> None:
    for name in ("dragon", "../pictograms/kit", "..\\kit", "", "/etc/hostname"):
        with pytest.raises(Refusal) as refused:
            check_picture(name)
        assert refused.value.code == "no_picture"


def test_the_sheet_of_pictures_names_each_one(tmp_path: Path) -> None:
    text = reading.flat_text(draw_pictogram_sheet(tmp_path / "p.pdf"))
    assert all(name in text for name in picture_names())
