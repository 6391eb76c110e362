"""Codes and markers of image files, as `surco decode` hands them out."""

from __future__ import annotations

from pathlib import Path

import cv2
import numpy as np

from promoter_app.capture.crew_markers import marker_matrix
from promoter_app.capture.files import find_codes_in_files
from promoter_app.capture.last_resort import LastResort
from tests.capture.simulator import card_text, foreign_symbol, symbol


class Never(LastResort):
    def read(self, *words: object, **more: object) -> list[object]:  # type: ignore[override]
        return []


def page() -> np.ndarray:
    picture = np.full((420, 900), 240, np.uint8)
    picture[60:270, 60:270] = np.maximum(symbol(card_text(4), 21.0), 20)
    other = cv2.resize(foreign_symbol("hola.example"), (200, 200), interpolation=cv2.INTER_NEAREST)
    picture[60:260, 350:550] = np.maximum(other, 20)
    marker = np.where(np.array(marker_matrix(17)), 20, 240).astype(np.uint8)
    large = cv2.resize(marker, (140, 140), interpolation=cv2.INTER_NEAREST)
    picture[80:220, 650:790] = np.rot90(large)
    return picture


def test_each_file_has_its_codes_markers_and_reasons(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "page.png"), page())
    (tmp_path / "notes.txt").write_text("hola")
    names = ["page.png", "notes.txt", "none.jpg", "page.png"]
    with Never() as never:
        answers = list(find_codes_in_files([tmp_path / name for name in names], last_resort=never))
    assert [answer.image.name for answer in answers] == names
    assert answers[0].codes == answers[3].codes
    kinds = {(found.kind.value, found.text) for found in answers[0].codes}
    assert kinds == {("card", card_text(4)), ("foreign", "hola.example"), ("marker", "17 B")}
    refusals = [answer.refusal for answer in answers]
    assert [refusal and refusal.code for refusal in refusals] == [None, "not_an_image", "image_missing", None]


def test_the_json_is_plain(tmp_path: Path) -> None:
    cv2.imwrite(str(tmp_path / "page.png"), page())
    with Never() as never:
        good, bad = find_codes_in_files([tmp_path / "page.png", tmp_path / "none.png"], last_resort=never)
    said = good.as_json()
    assert set(said) == {"image", "codes"}
    first = said["codes"][0]  # type: ignore[index]
    assert set(first) == {"text", "kind", "corners", "how"}
    assert len(first["corners"]) == 4
    assert bad.as_json() == {"image": str(tmp_path / "none.png"), "codes": [], "refused": "image_missing"}
