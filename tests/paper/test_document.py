"""A file appears whole or not at all, and text that cannot be drawn is refused before printing."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.refusal import Refusal
from promoter_app.paper import document
from promoter_app.paper.document import portrait, write_document
from promoter_app.paper.fonts import Letters, load_fonts, needs_shaping
from promoter_app.paper.pen import Pen
from tests.paper import reading


def _page(text: str, size: float = 12):
    return portrait("letter", lambda pen: pen.text(30, 40, text, size))


def _write(out: Path, *texts: str) -> Path:
    return write_document(out, [_page(text) for text in texts], title="Prueba")


def test_a_letter_without_a_glyph_is_refused_and_no_file_is_left(tmp_path: Path) -> None:
    out = tmp_path / "paper.pdf"
    with pytest.raises(Refusal) as refused:
        _write(out, "bien", "汉字")
    assert refused.value.code == "cannot_draw_text"
    assert "汉" in refused.value.text("es")
    assert "U+6C49" in refused.value.text("en")
    assert list(tmp_path.iterdir()) == []


def test_a_refusal_keeps_the_old_file(tmp_path: Path) -> None:
    out = _write(tmp_path / "paper.pdf", "viejo")
    before = out.read_bytes()
    with pytest.raises(Refusal):
        _write(out, "\u2605")
    assert out.read_bytes() == before
    assert [path.name for path in tmp_path.iterdir()] == ["paper.pdf"]


def test_stopping_between_pages_leaves_nothing(tmp_path: Path) -> None:
    answers = iter([False, True])
    drawn: list[int] = []
    with pytest.raises(Refusal) as stopped:
        write_document(
            tmp_path / "paper.pdf",
            [_page("uno"), _page("dos")],
            title="Prueba",
            on_progress=lambda done, total: drawn.append(done),
            should_stop=lambda: next(answers),
        )
    assert stopped.value.code == "stopped"
    assert drawn == [1]
    assert list(tmp_path.iterdir()) == []


def test_a_folder_that_is_not_there_is_refused_with_what_to_do(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        _write(tmp_path / "no" / "paper.pdf", "uno")
    assert refused.value.code == "cannot_write"
    assert "La carpeta o el archivo no está ahí." in refused.value.text("es")


def test_a_full_disk_is_refused_and_cleaned_up(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(handle: int) -> None:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal) as refused:
        _write(tmp_path / "paper.pdf", "uno")
    assert refused.value.code == "cannot_write"
    assert list(tmp_path.iterdir()) == []


def test_the_file_is_synced_before_it_gets_its_name(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    order: list[str] = []
    real_sync, real_replace = os.fsync, Path.replace
    monkeypatch.setattr(os, "fsync", lambda handle: (order.append("sync"), real_sync(handle))[1])
    monkeypatch.setattr(Path, "replace", lambda self, to: (order.append("rename"), real_replace(self, to))[1])
    _write(tmp_path / "paper.pdf", "uno")
    assert order[:2] == ["sync", "rename"]


def test_another_system_does_not_sync_the_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(document.os, "name", "nt")
    calls: list[str] = []
    monkeypatch.setattr(document.os, "open", lambda *args: calls.append("open"))
    document._sync_folder(tmp_path)
    assert calls == []


def test_a_missing_font_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("promoter_app.paper.fonts.pdfmetrics.getRegisteredFontNames", list)
    with pytest.raises(Refusal) as refused:
        load_fonts(tmp_path)
    assert refused.value.code == "font_missing"


def test_invisible_signs_are_dropped_and_spaces_are_one() -> None:
    assert Letters().checked_text("\u200bAna\ufeff \t Ríos\u00a0") == "Ana Ríos"


def test_loose_accents_are_joined_and_only_what_is_left_is_shaped() -> None:
    assert Letters().checked_text("Rami\u0301rez") == "Ramírez"
    assert not needs_shaping("Ramírez")
    assert needs_shaping(Letters().checked_text("ti\u0331kui\u0331\u0301"))
    assert isinstance(Letters().drawable("Ramírez", "SurcoSans", 9), str)


@pytest.mark.parametrize(
    "text",
    [
        "Haika ‘ɨkitɨarika", "Huta ‘Ɨkitɨarika", "Naáyeri ɨ́ tzi", "O'dam ɨꞋɨɨr ñiñiaꞋ ɇ bh lh", "Tu'un Savi",
        "Tuꞌun Savi", "tu̱ʼun ti̱kui̱í Sâví kǒo", "Me'phaa Mèꞌphàà", "Didxazá ë́ ɨ̀ ǘ", "Xna'anj nu'",
        "P'urhépecha ï", "Rarámuri", "Hñähñu a̱ e̱ o̱ u̱ 'b 'n 'r", "Amuzgoⁿ", "ā ē ī ō ꞌ tl kw",
        "ndí̱ ǘ̱ ö̱̀",
    ],
)  # fmt: skip
def test_the_letters_of_every_language_are_read_back(tmp_path: Path, text: str) -> None:
    file = _write(tmp_path / "paper.pdf", text)
    assert reading.text_of(file).strip() == Letters().checked_text(text)


def test_a_stacked_mark_stands_under_its_letter(tmp_path: Path) -> None:
    """Unshaped, the line of u̱ slides to the right of the letter: it must be centred under it."""
    file = write_document(tmp_path / "mark.pdf", [_page("u̱", 200)], title="x")
    page = reading.pictures(file, 60)[0] < 128
    below = int(42 * 60 / 25.4)  # the baseline is at 40 mm
    letter = page[:below].any(axis=0).nonzero()[0]
    mark = page[below:].any(axis=0).nonzero()[0]
    assert abs(letter.mean() - mark.mean()) < 0.1 * (letter.max() - letter.min())


DRAWN = st.text(st.characters(codec="utf-8", exclude_categories=("Cs",), max_codepoint=0x2FFF), max_size=40)


@given(DRAWN)
def test_any_text_is_drawn_exactly_or_refused(tmp_path_factory: pytest.TempPathFactory, text: str) -> None:
    letters = Letters()
    try:
        plain = letters.checked_text(text)
    except Refusal:  # any other error is a bug and surfaces
        return
    assert plain == letters.checked_text(plain)
    assert all(ord(letter) in letters._covered for letter in plain)
    assert not any(letter.isspace() and letter != " " for letter in plain)


@given(DRAWN, st.floats(8, 120), st.sampled_from([7.0, 9.0, 14.0]))
def test_wrapped_lines_and_cut_lines_never_pass_their_width(text: str, width: float, size: float) -> None:
    pen = _measuring_pen()
    try:
        lines = pen.wrap(text, width, size)
        cut = pen._cut(pen.letters.checked_text(text), width, size, "SurcoSans")
    except Refusal:
        return
    for line in [*lines, cut]:
        assert pen.text_width(line, size) <= width + 0.01 or len(line) <= 1
    assert "".join("".join(lines).split()) == "".join(Letters().checked_text(text.replace("\n", " ")).split())


def _measuring_pen() -> Pen:
    from io import BytesIO

    from reportlab.pdfgen.canvas import Canvas

    return Pen(Canvas(BytesIO()), 215.9, 279.4, Letters())
