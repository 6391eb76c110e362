"""A long name stays inside its cell and both surnames can be read."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.names import name_groups
from promoter_app.paper.fonts import Letters
from promoter_app.paper.names import LEADING_MM, PARTICLES, SMALLEST, fit_name, split_name

LETTERS = Letters()
CELLS = [(45.4, 5.3), (45.4, 6.9), (43.0, 6.5), (68.0, 3.9)]
WORD = st.text("aábcdeéghiíjlmnñoóprstuúxyzɨ'", min_size=1, max_size=45).map(str.title)


def _measure(text: str, size: float) -> float:
    return LETTERS.width(text, "SurcoSans", size) * 25.4 / 72


WORDS = st.lists(st.one_of(WORD, st.sampled_from(["de", "la", "del", "los"])), min_size=1, max_size=9)


@given(WORDS, st.sampled_from(CELLS))
def test_a_name_never_overflows_its_cell(words: list[str], cell: tuple[float, float]) -> None:
    width, height = cell
    lines, size = fit_name(" ".join(words), width, height, 9.5, _measure)
    assert 1 <= len(lines) <= 2
    assert size >= SMALLEST
    assert all(_measure(line, size) <= width + 0.01 for line in lines), lines
    assert len(lines) * size * LEADING_MM <= height * 1.12 or len(lines) == 1


@pytest.mark.parametrize(
    "name",
    [
        "María de los Ángeles Guadalupe Evangelista de la Cruz",
        "Wenceslao Maximiliano Hernández-Villavicencio Xochitlanehuatzin",
        "Juan Nepomuceno Francisco de Paula Gumersindo Altamirano Villavicencio",
    ],
)
def test_both_surnames_are_whole(name: str) -> None:
    lines, _ = fit_name(name, *CELLS[0], 9, _measure)
    assert " ".join(split_name(name)[1]) in " ".join(lines)


def test_an_ordinary_name_is_left_alone() -> None:
    assert fit_name("Anselmo Robles Ríos", *CELLS[0], 9, _measure) == (["Anselmo Robles Ríos"], 9)


def test_particles_stay_with_their_surname() -> None:
    assert name_groups("Juana de la Cruz Ríos", PARTICLES) == ["Juana", "de la Cruz", "Ríos"]
    assert split_name("Ana") == (["Ana"], [])
    assert split_name("Ana de la") == (["Ana"], ["de la"])


def test_initials_keep_signs_and_marks() -> None:
    name = "ʼUtɨama Ɨ́tzi " + "Nezahualcoyotzincatl" * 2 + " Moctezumatzin"
    lines, _ = fit_name(name, 30, 6, 9, _measure)
    assert lines[0] in ("ʼUtɨama Ɨ́tzi", "ʼUtɨama Ɨ́.", "ʼU. Ɨ́.")


def test_one_low_line_shortens_given_names_first_and_surnames_last() -> None:
    name = "Juan Nepomuceno Altamirano Villavicencio"
    lines, size = fit_name(name, 34, 3, 9, _measure)
    assert (lines, size) == (["Juan N. Altamirano Villavicencio"], 6.5)
    lines, _ = fit_name(name, 24, 3, 9, _measure)
    assert len(lines) == 1
    assert "…" in lines[0]


@pytest.mark.parametrize("cell", CELLS)
def test_words_wider_than_a_line_lose_only_their_middle(cell: tuple[float, float]) -> None:
    given, first, second = "Abcdefghij" * 9, "Klmnopqrst" * 9, "Uvwxyzabcd" * 9
    lines, size = fit_name(f"{given} {first} {second}", *cell, 9.5, _measure)
    assert all(_measure(line, size) <= cell[0] + 0.01 for line in lines)
    assert re.fullmatch(r"\S* ?Klm\S*…\S*t Uvw\S*…\S*d", lines[-1])
    lines, size = fit_name(f"Ana {'Be' * 60}", *cell, 9.5, _measure)
    assert all(_measure(line, size) <= cell[0] + 0.01 for line in lines)
    lines, size = fit_name("Ce" * 80, *cell, 9.5, _measure)
    assert all(_measure(line, size) <= cell[0] + 0.01 for line in lines)
    many = " ".join(["Nombre"] * 40 + ["Primero", "Segundo"])
    lines, size = fit_name(many, *cell, 9.5, _measure)
    assert all(_measure(line, size) <= cell[0] + 0.01 for line in lines)
    assert "Primero Segundo" in lines[-1]
