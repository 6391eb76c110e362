"""Names written by several hands, and what makes two records one person."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from rapidfuzz.distance import OSA

from promoter_app.domain.duplicates.scoring import SHOWN_FROM, Record, likeness, name_score
from promoter_app.domain.duplicates.sounds import skeleton, sound, sounded_words

NAMES = st.text(alphabet="abcdefghijklmnñopqrstuvwxyzáéíóúɨʉɇꞌʼ'+ .", min_size=1, max_size=30)


def alike(a: str, b: str) -> float:
    return OSA.normalized_similarity(a, b)


def record(name: str, **more: object) -> Record:
    return Record(name.encode(), name, sounded_words(name), **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    "spellings",
    [
        ("Ɨtɨama López", "+t+ama Lopes", "Itiama Lopez"),
        ("'Utsima Ruiz", "Utzima Ruis", "ʼUtsiima Ruíz"),
        ("Wixáarika", "Huixarica", "Vixarika"),
        ("Náayeri Ꞌɨtsɨ", "Nayeri Itzi"),
        ("Cuauhtli Xóchitl", "Kuautli Xochitl"),
        ("Ma. Gpe. Hdez.", "María Guadalupe Hernández"),
        ("Tuꞌun Sa̱vi", "Tu'un Sabi"),
        ("Yolanda Valle", "Llolanda Baye"),
        ("Zeferino Cázarez", "Ceferino Casares"),
        ("Jiménez", "Ximenez", "Gimenes"),
    ],
)
def test_spellings_of_one_name_sound_the_same(spellings: tuple[str, ...]) -> None:
    assert len({sounded_words(name) for name in spellings}) == 1, [sounded_words(name) for name in spellings]


@given(NAMES)
def test_sounding_any_name_gives_words_that_say_something(name: str) -> None:
    assert all(word and skeleton(word) for word in sounded_words(name))


@given(NAMES, NAMES)
def test_likeness_is_the_same_either_way_round(a: str, b: str) -> None:
    assert likeness(record(a), record(b), alike) == likeness(record(b), record(a), alike)
    assert 0 <= likeness(record(a), record(b), alike).score <= 99


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Ma. Guadalupe Cosío Velasco", "Guadalupe Cosio V."),
        ("Hilario de la Cruz Ríos", "Ilario de la Crus Rios"),
        ("+Ɨtɨama López", "Ititama Lopez"),
        ("Rosalía Bautista Carrillo", "Bautista Carillo Rosalia"),
    ],
)
def test_one_person_spelt_twice_is_shown(a: str, b: str) -> None:
    crew = frozenset({b"c"})
    found = likeness(record(a, sex="F", crews=crew), record(b, sex="F", crews=crew), alike)
    assert found.score >= SHOWN_FROM
    assert found.reasons[0].favours


@pytest.mark.parametrize(
    ("a", "b"),
    [
        ("Juan López García", "José López García"),
        ("Pedro López García", "Pedro López Ramírez"),
        ("María Cruz", "Marta Díaz"),
        ("Gerardo Espinoza Yáñez", "Gerardo Bañuelos Espinoza"),
        ("Lucía", "Lucía Torres Ruelas"),
    ],
)
def test_people_of_a_family_are_not_shown(a: str, b: str) -> None:
    crew = frozenset({b"c"})
    assert likeness(record(a, crews=crew), record(b, crews=crew), alike).score < SHOWN_FROM


def test_reasons_against_lower_the_score_and_say_why() -> None:
    plain = likeness(record("Ana Ruiz Díaz"), record("Ana Ruis Dias"), alike)
    against = likeness(
        record("Ana Ruiz Díaz", sex="F", age_group="18-24", presences=frozenset({(b"s", b"l")})),
        record("Ana Ruis Dias", sex="M", age_group="60+", presences=frozenset({(b"s", b"l")})),
        alike,
    )
    assert against.score < SHOWN_FROM <= plain.score
    assert [reason.text.es for reason in against.reasons if not reason.favours] == [
        "El sexo es distinto.", "La edad es muy distinta.", "Una misma laptop contó a las dos en 1 sesión."
    ]


def test_a_common_name_in_two_crews_is_not_shown() -> None:
    a = record("José Hernández", crews=frozenset({b"a"}), namesakes=12)
    b = record("Jose Hernandez", crews=frozenset({b"b"}), namesakes=12)
    assert likeness(a, b, alike).score < SHOWN_FROM
    assert name_score(a.words, b.words, alike) == 1.0


def test_a_sound_is_never_empty() -> None:
    assert sound("h") == "h"
