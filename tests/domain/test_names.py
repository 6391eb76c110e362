"""Names: kept exactly, found from a Spanish keyboard, shortened as the screens show them."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.names import APOSTROPHES, folded, short_name, sort_key, stored_name

ANY_NAME = st.text(
    alphabet=st.one_of(
        st.sampled_from("aeiouñáéíóúüɨƗʉɇꞌꞋ'‘’ʼ+ⁿ -ChLlTs\u0301\u0331\u0308"), st.characters(codec="utf-8")
    ),
    max_size=40,
)


@pytest.mark.parametrize(
    "name", ["+Ɨtɨama", "'Utsima", "=SUMA Pérez", "‘ɨkitɨarika", "tu̱ʼun", "ɨ\u0301", "ñiñiaꞋ", "@ana"]
)
def test_a_name_is_stored_as_its_owner_writes_it(name: str) -> None:
    assert stored_name(f"  {name}\u00a0 ") == unicodedata.normalize("NFC", name)


def test_storing_joins_loose_accents_and_drops_what_cannot_be_seen() -> None:
    assert stored_name("\ufeffRosali\u0301a\u200b\n Bautista\t Carrillo") == "Rosalía Bautista Carrillo"


@given(ANY_NAME)
def test_storing_twice_changes_nothing_and_is_nfc(name: str) -> None:
    once = stored_name(name)
    assert stored_name(once) == once
    assert unicodedata.is_normalized("NFC", once)


@given(ANY_NAME)
def test_folding_forgets_form_case_and_spaces_and_is_stable(name: str) -> None:
    key = folded(name)
    assert folded(key) == key
    assert folded(unicodedata.normalize("NFD", name)) == key
    assert folded(stored_name(name)) == key
    assert folded(f"  {name}  ") == key


@given(st.sampled_from(APOSTROPHES), st.sampled_from(APOSTROPHES))
def test_every_apostrophe_is_one_apostrophe(one: str, other: str) -> None:
    assert folded(f"O{one}dam") == folded(f"o{other}DAM") == "o'dam"


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("+ritemai", "Ɨritemai"),
        ("Xaɨtɨ", "xa+t+"),
        ("ɨ\u0301ra", "Ɨra"),
        ("Tu̱ʼun", "tu'un"),
        ("Muñoz", "MUNOZ"),
        ("Ángeles  Ríos", "angeles rios"),
        ("Straße", "STRASSE"),
    ],
)
def test_spellings_of_the_same_name_have_the_same_key(one: str, other: str) -> None:
    assert folded(one) == folded(other)


def test_different_names_keep_different_keys() -> None:
    assert folded("Marina Muñoz") != folded("Martina Muñoz")
    assert folded("O'dam") != folded("Odam")


def test_lists_sort_by_folded_letters() -> None:
    names = ["Zoila", "'Utsima", "Ángel", "vicente", "Tomás", "ana"]
    assert sorted(names, key=sort_key) == ["ana", "Ángel", "Tomás", "'Utsima", "vicente", "Zoila"]


@pytest.mark.parametrize(
    ("full", "short"),
    [
        ("Rosalía Bautista Carrillo", "Rosalía Bautista C."),
        ("Amalia Serrano Chávez", "Amalia Serrano Ch."),
        ("Hilario de la Cruz Robles", "Hilario de la Cruz R."),
        ("Genaro Carrillo de la Cruz", "Genaro Carrillo de la C."),
        ("Martina Muñoz Salvador", "Martina Muñoz S."),
        ("José Luis Pérez Llamas", "José Luis Pérez Ll."),
        ("Ana Ruiz 'Utsima", "Ana Ruiz 'U."),
        ("Ana Ruiz Ɨ\u0301tɨama", "Ana Ruiz Ɨ\u0301."),
        ("Hilario de la Cruz", "Hilario de la Cruz"),
        ("Xitaima", "Xitaima"),
        ("Ana Ruiz C.", "Ana Ruiz C."),
        ("Ana Ruiz de", "Ana Ruiz de"),
        ("", ""),
    ],
)
def test_short_names_are_those_of_the_screens(full: str, short: str) -> None:
    assert short_name(full) == short


@given(ANY_NAME)
def test_a_short_name_begins_like_the_name_and_is_not_longer(name: str) -> None:
    short = short_name(name)
    assert len(short) <= len(stored_name(name))
    assert stored_name(name).startswith(short.rstrip("."))
