"""What is true of every paper, in both languages, with the hardest names."""

from __future__ import annotations

import hashlib
import threading
import unicodedata
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from reportlab.pdfbase.ttfonts import TTFontFace

from promoter_app.domain.papers.geometry import page_size
from promoter_app.paper import gallery_samples as samples
from promoter_app.paper.gallery import draw_gallery, draw_pictures, main, papers
from promoter_app.paper.worker_papers import draw_worker_sheet
from tests.paper import reading


def test_every_file_is_whole_and_its_fonts_travel_with_it(gallery: list[Path]) -> None:
    for file in gallery:
        assert "No syntax or stream encoding errors" in reading.run("qpdf", "--check", file), file.name
        fonts = reading.fonts_of(file)
        assert fonts, file.name
        assert all(embedded and subset for _, embedded, subset in fonts), (file.name, fonts)


def test_every_page_is_letter_in_spanish_and_a4_in_english(gallery: list[Path]) -> None:
    for file in gallery:
        wanted = sorted(page_size("letter" if file.stem.endswith("-es") else "a4"))
        for size in reading.page_sizes(file):
            assert sorted(size) == pytest.approx(wanted, abs=0.1), file.name


def test_a_file_is_small(gallery: list[Path]) -> None:
    """Vectors and subset fonts: a paper fits an old USB stick a thousand times."""
    assert max(file.stat().st_size for file in gallery) < 250_000


def test_the_same_values_give_the_same_bytes(gallery: list[Path], tmp_path: Path) -> None:
    again = draw_gallery(tmp_path)
    for first, second in zip(gallery, again, strict=True):
        assert hashlib.sha256(first.read_bytes()).digest() == hashlib.sha256(second.read_bytes()).digest(), first.name


def test_papers_drawn_at_the_same_time_do_not_mix(
    gallery: list[Path], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The pool of the window may draw two papers at once; each lets the others in where reportlab reads a font."""
    seek, turn = TTFontFace.seek, threading.Event()

    def seek_and_wait(face: TTFontFace, at: int) -> None:
        seek(face, at)
        turn.wait(0.0002)

    monkeypatch.setattr(TTFontFace, "seek", seek_and_wait)
    chosen = [file for file in gallery if file.name in ("attendance-es.pdf", "guide-es.pdf", "cards-es.pdf")] * 3
    with ThreadPoolExecutor(4) as pool:
        drawn = [
            pool.submit(papers("es")[file.stem.removesuffix("-es")], out=tmp_path / f"{place}.pdf", language="es")
            for place, file in enumerate(chosen)
        ]
    for file, again in zip(chosen, drawn, strict=True):
        assert again.result().read_bytes() == file.read_bytes(), file.name


def test_other_values_give_other_bytes(gallery: list[Path], tmp_path: Path) -> None:
    plain = next(file for file in gallery if file.name == "worker-sheet-es.pdf")
    other = draw_worker_sheet(samples.worker_sheet("en"), tmp_path / "other.pdf")
    assert plain.read_bytes() != other.read_bytes()


def test_nothing_is_drawn_past_the_edge_of_a_page(gallery: list[Path]) -> None:
    """A ring of 4 mm stays white, but for the cut marks and folds."""
    for file in gallery:
        if file.stem.startswith(("cards", "blanks", "markers", "questions")):
            continue
        for page in reading.pictures(file, 50):
            edge = int(4 * 50 / 25.4)
            frame = page.copy()
            frame[edge:-edge, edge:-edge] = 255
            assert frame.min() > 200, file.name


def test_names_are_read_back_letter_by_letter(gallery: list[Path]) -> None:
    """pdftotext gives the stacked marks and rare letters exactly as they are stored."""
    file = next(file for file in gallery if file.name == "acta-es.pdf")
    text = unicodedata.normalize("NFC", reading.flat_text(file, "-layout"))
    assert unicodedata.normalize("NFC", samples.NAMES[4]) in text
    sheet = next(file for file in gallery if file.name == "attendance-short-es.pdf")
    text = unicodedata.normalize("NFC", reading.flat_text(sheet, "-layout"))
    for place in (0, 2, 3, 4, 5, 6, 8, 9):
        assert unicodedata.normalize("NFC", samples.NAMES[place]) in text, samples.NAMES[place]


def test_english_and_spanish_are_not_mixed(gallery: list[Path]) -> None:
    sheets = [file for file in gallery if file.stem.startswith(("attendance-s", "answers-s"))]
    texts = {file.stem: reading.flat_text(file) for file in sheets}
    for stem, text in texts.items():
        english = ("Do not give to the employer" in text, "No entregar al patrón" in text)
        assert english == ((True, False) if stem.endswith("-en") else (False, True)), stem


def test_progress_counts_every_page_and_the_order_is_kept(tmp_path: Path) -> None:
    for name, draw in papers("es").items():
        seen: list[tuple[int, int]] = []
        file = draw(out=tmp_path / f"{name}.pdf", on_progress=lambda done, total, seen=seen: seen.append((done, total)))
        total = reading.page_count(file)
        assert seen == [(done, total) for done in range(1, total + 1)], name


def test_the_command_writes_pdfs_and_pictures(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys) -> None:
    one = {"worker-sheet": papers("es")["worker-sheet"]}
    monkeypatch.setattr("promoter_app.paper.gallery.papers", lambda language: one)
    assert main([str(tmp_path / "new")]) == 0
    assert {path.suffix for path in (tmp_path / "new").iterdir()} == {".pdf", ".png"}
    assert main([]) == 2
    assert "DIR" in capsys.readouterr().err


def test_without_pdftoppm_there_are_only_pdfs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    draw_pictures([draw_worker_sheet(samples.worker_sheet("es"), tmp_path / "a.pdf")])
    assert [path.name for path in tmp_path.iterdir()] == ["a.pdf"]
