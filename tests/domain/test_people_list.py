"""People from a list: any column order and wording gives the same people, and every fault is said in words."""

from __future__ import annotations

import random
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.domain.people_list.rows import (
    Field,
    ListedPerson,
    Mapping,
    RawTable,
    RowKind,
    RowRead,
    age_group_of,
    mapping_from_json,
    mapping_key,
    mapping_to_json,
    propose_mapping,
    read_rows,
)
from promoter_app.domain.refusal import Refusal

TODAY = date(2026, 11, 20)


def table(*rows: tuple[str, ...]) -> RawTable:
    return RawTable(tuple(rows))


def read(*rows: tuple[str, ...], today: date = TODAY) -> list[RowRead]:
    whole = table(*rows)
    return list(read_rows(whole, propose_mapping(whole), today))


def person(*rows: tuple[str, ...]) -> ListedPerson:
    [row] = read(*rows)
    assert row.values is not None, row.faults
    return row.values


PARTNER_LIST = (
    ("Ingenio Puga: lista de cortadores",),
    (),
    ("No.", "Edad", "Nombre(s)", "Ap. Paterno", "Ap. Materno", "Sexo (H/M)", "Lengua materna", "CURP", "Teléfono",
     "Cuadrilla", "Tarjeta No.", "Firma"),
    ("1", "25", "Rosalía", "Bautista", "Carrillo", "M", "Wixárika", "BACR010101MJCRRS09", "3111234567", "Los Pinos",
     "317"),
    ("2", "61 años", "+Ɨtɨama", "", "", "H", "cora", "", "", "Los Pinos", "0318"),
    ("3",),
    (),
    ("No.", "Edad", "Nombre(s)", "Ap. Paterno", "Ap. Materno", "Sexo (H/M)", "Lengua materna"),
    ("4", "", "'Utsima", "de la Cruz", "", "", "", "", "", "", ""),
    ("", "", "Total", "", "", "", "3"),
)  # fmt: skip


def test_a_partner_list_as_they_come() -> None:
    rows = read(*PARTNER_LIST)
    assert [row.row_number for row in rows] == [4, 5, 9, 10]
    assert [row.values for row in rows] == [
        ListedPerson("Rosalía Bautista Carrillo", "F", "25-34", "Wixárika", "hch", "Los Pinos", None, "0317"),
        ListedPerson("+Ɨtɨama", "M", "60+", "cora", "crn", "Los Pinos", None, "0318"),
        ListedPerson("'Utsima de la Cruz"),
        None,
    ]
    assert rows[3].kind is RowKind.SKIPPED
    assert rows[3].faults[0].es == "Parece un renglón de totales."


def test_private_columns_are_named_and_never_copied() -> None:
    mapping = propose_mapping(table(*PARTNER_LIST))
    assert [note.es for note in mapping.notes] == [
        "La columna «CURP» no se copia: no necesitamos ese dato.",
        "La columna «Teléfono» no se copia: no necesitamos ese dato.",
    ]
    everything = repr(read(*PARTNER_LIST))
    assert "BACR010101" not in everything
    assert "3111234567" not in everything


@pytest.mark.parametrize("value", ["BACR010101MJCRRS09", "311 123 4567", "12345678901"])
def test_private_data_under_any_header_is_refused(value: str) -> None:
    mapping = propose_mapping(table(("Nombre", "Clave"), ("Ana Ruiz", value), ("Eva Luna", value)))
    assert mapping.columns == (Field.NAME, Field.REFUSED)


COLUMNS = {
    "nombre": ("Nombre completo", "NOMBRE DEL TRABAJADOR", "nombre y apellidos", "Worker name", "Nonbre completo"),
    "sexo": ("Sexo", "GÉNERO", "Sex", "Sexo:", "Genro"),
    "edad": ("Edad", "Edad (años)", "Age", "EDAD CUMPLIDA"),
    "lengua": ("Lengua", "Idioma", "Lengua materna", "Mother tongue", "Lengua maternna"),
    "cuadrilla": ("Cuadrilla", "Grupo", "Crew", "Cuadrila"),
    "empresa": ("Ingenio", "Empresa", "Company"),
    "tarjeta": ("Tarjeta", "No. de tarjeta", "Card number"),
    "consentimiento": ("Consentimiento", "¿Acepta?", "Consent"),
    "otro": ("Observaciones", "No.", "Puesto"),
}
PEOPLE = (
    {"nombre": "Amalia Serrano Chávez", "sexo": "Mujer", "edad": "34", "lengua": "Náayeri",
     "cuadrilla": "San Blas", "empresa": "Puga", "tarjeta": "0007", "consentimiento": "sí", "otro": "nota"},
    {"nombre": "'Utsima", "sexo": "hombre", "edad": "60", "lengua": "", "cuadrilla": "", "empresa": "",
     "tarjeta": "", "consentimiento": "", "otro": ""},
    {"nombre": "=Ɨ+ Ríos", "sexo": "otro", "edad": "s/d", "lengua": "náhuatl", "cuadrilla": "X", "empresa": "Tala",
     "tarjeta": "9", "consentimiento": "x", "otro": "12"},
)  # fmt: skip
EXPECTED = (
    ListedPerson("Amalia Serrano Chávez", "F", "25-34", "Náayeri", "crn", "San Blas", "Puga", "0007", True),
    ListedPerson("'Utsima", "M", "60+"),
    ListedPerson("=Ɨ+ Ríos", "X", None, "náhuatl", None, "X", "Tala", "0009", True),
)


@given(st.permutations(list(COLUMNS)), st.data())
def test_any_order_and_wording_of_the_columns_gives_the_same_people(order: list[str], data: st.DataObject) -> None:
    headers = tuple(data.draw(st.sampled_from(COLUMNS[column])) for column in order)
    titles = data.draw(st.lists(st.sampled_from([(), ("Lista de asistencia",), ("", "Zafra 2026-27")]), max_size=3))
    rows = read(*titles, headers, *(tuple(who[column] for column in order) for who in PEOPLE))
    assert tuple(row.values for row in rows) == EXPECTED
    assert not any(row.faults for row in rows)


@given(st.permutations(list(COLUMNS)), st.permutations(list(COLUMNS)))
def test_a_corrected_mapping_is_remembered_for_lists_with_the_same_headers(
    first: list[str], second: list[str]
) -> None:
    def list_of(order: list[str]) -> RawTable:
        words = {**{column: choices[0] for column, choices in COLUMNS.items()}, "cuadrilla": "Zona"}
        people = (tuple(who[column] for column in order) for who in PEOPLE)
        return table(tuple(words[column] for column in order), *people)

    one, other = list_of(first), list_of(second)
    assert mapping_key(one.rows[0]) == mapping_key(other.rows[0])
    proposed = propose_mapping(one)
    assert first.index("cuadrilla") in proposed.unsure
    corrected = proposed.with_column(first.index("cuadrilla"), Field.CREW)
    remembered = mapping_from_json(mapping_to_json(corrected), other)
    assert tuple(row.values for row in read_rows(other, remembered, TODAY)) == EXPECTED
    assert remembered.unsure == ()


def test_keys_of_other_headers_differ() -> None:
    assert mapping_key(("Nombre", "Edad")) == mapping_key(("EDAD", "nombre "))
    assert mapping_key(("Nombre", "Edad")) != mapping_key(("Nombre", "Sexo"))


@pytest.mark.parametrize("text", ["", "{}", '{"columns": [["a", "b"]]}', "[1]", '{"columns": 3}'])
def test_a_remembered_mapping_that_is_nonsense_is_refused(text: str) -> None:
    with pytest.raises(Refusal) as refusal:
        mapping_from_json(text, table(("Nombre",), ("Ana",)))
    assert refusal.value.code == "mapping_unreadable"


def test_a_person_settles_what_a_column_is_and_no_two_columns_mean_the_same() -> None:
    mapping = propose_mapping(table(("Nombre", "Apodo", "Edad"), ("Ana Ruiz", "Nita", "30")))
    changed = mapping.with_column(1, Field.NAME)
    assert changed.columns == (Field.SKIPPED, Field.NAME, Field.AGE)
    assert 1 in mapping.unsure
    assert 1 not in changed.unsure


def test_without_a_name_column_nothing_is_read() -> None:
    numbers = table(("1", "2"), ("3", "4"))
    with pytest.raises(Refusal) as refusal:
        read_rows(numbers, propose_mapping(numbers), TODAY)
    assert refusal.value.code == "no_name_column"


def test_a_list_without_headers_is_guessed_from_what_it_holds() -> None:
    whole = table(("1", "Ana Ruiz Luna", "F", "30"), ("2", "Eva Ríos", "M", "41"), ("3", "'Utsima López", "F", "22"))
    mapping = propose_mapping(whole)
    assert mapping.header_row == 0
    assert mapping.columns == (Field.SKIPPED, Field.NAME, Field.SEX, Field.AGE)
    assert mapping.unsure == (0, 1, 2, 3)
    assert list(read_rows(whole, mapping, TODAY))[1].values == ListedPerson("Eva Ríos", "M", "35-44")


def test_endless_cells_are_no_names_and_do_not_stop_anybody() -> None:
    whole = table((" a" * 60_000, "(" * 60_000), ("Ana Ruiz Luna", "30"))
    assert Field.NAME not in propose_mapping(whole).columns


def test_a_few_strange_cells_do_not_hide_a_column_of_ages() -> None:
    ages = ("30", "41", "?x", "22")
    mapping = propose_mapping(table(*((f"Ana Ruiz {name}", age) for name, age in zip("abcd", ages, strict=True))))
    assert mapping.columns == (Field.NAME, Field.AGE)


@pytest.mark.parametrize(
    ("headers", "fields"),
    [
        (("Nombre", "Apellidos"), (Field.FIRST_NAMES, Field.SURNAMES)),
        (("Apellidos", "Nombres"), (Field.SURNAMES, Field.FIRST_NAMES)),
        (("Nombres",), (Field.NAME,)),
        (("First name", "Last name"), (Field.FIRST_NAMES, Field.SURNAMES)),
        (("Nombre", "Cabo", "H", "M"), (Field.NAME, Field.SKIPPED, Field.MAN_MARK, Field.WOMAN_MARK)),
        (("Nombre", "F", "M"), (Field.NAME, Field.WOMAN_MARK, Field.MAN_MARK)),
        (("Nombre", "Nombre del cabo"), (Field.NAME, Field.SKIPPED)),
        (("Nombre", "Nombre de la cuadrilla"), (Field.NAME, Field.CREW)),
        (("Nombre", "Rango de edad del participante"), (Field.NAME, Field.AGE_GROUP)),
        (("Nombre", "Fecha de nacimiento"), (Field.NAME, Field.BIRTH)),
        (("Nombre", "Número IMSS", "Tel. celular", "Clave INE"),
         (Field.NAME, Field.REFUSED, Field.REFUSED, Field.REFUSED)),
        (("Nombre", "Grupo étnico", "Telefno"), (Field.NAME, Field.REFUSED, Field.REFUSED)),
    ],
)  # fmt: skip
def test_headers_are_understood(headers: tuple[str, ...], fields: tuple[Field, ...]) -> None:
    assert propose_mapping(table(headers)).columns == fields


def test_misspelt_and_strange_headers_ask_for_a_look() -> None:
    mapping = propose_mapping(table(("Nombre", "Cuadrila", "Xyz", "Edad"), ("Ana", "P", "q", "treinta")))
    assert mapping.columns == (Field.NAME, Field.CREW, Field.SKIPPED, Field.AGE)
    assert mapping.unsure == (1, 2, 3)


@pytest.mark.parametrize(
    ("words", "sexes"),
    [
        (("H", "M"), ("M", "F")),
        (("F", "M"), ("F", "M")),
        (("W", "M"), ("F", "M")),
        (("M", "M"), (None, None)),
        (("Mujer", "masc."), ("F", "M")),
        (("X", "prefiere no decir"), ("X", "X")),
        (("", "s/d"), (None, None)),
    ],
)
def test_m_means_what_stands_beside_it(words: tuple[str, str], sexes: tuple[str | None, ...]) -> None:
    rows = read(("Nombre", "Sexo"), ("Ana", words[0]), ("Eva", words[1]))
    assert tuple(row.sex for row in rows) == sexes
    assert [bool(row.faults) for row in rows] == [words == ("M", "M")] * 2


def test_sex_in_two_marked_columns() -> None:
    rows = read(("Nombre", "H", "M"), ("Ana", "", "x"), ("Leo", "X", ""), ("Mar", "x", "x"), ("Sol", "", ""))
    assert [row.sex for row in rows] == ["F", "M", None, None]
    assert rows[2].faults[0].es.startswith("Están marcadas las dos")


@pytest.mark.parametrize(
    ("age", "group"),
    [(0, "<15"), (14, "<15"), (15, "15-17"), (17, "15-17"), (18, "18-24"), (24, "18-24"), (25, "25-34"), (34, "25-34"),
     (35, "35-44"), (44, "35-44"), (45, "45-59"), (59, "45-59"), (60, "60+"), (110, "60+"), (111, None), (-1, None)],
)  # fmt: skip
def test_age_groups(age: int, group: str | None) -> None:
    assert age_group_of(age) == group


@pytest.mark.parametrize(
    ("header", "cell", "group"),
    [
        ("Edad", "25.0", "25-34"),
        ("Edad", "33 años", "25-34"),
        ("Edad", "1985", "35-44"),
        ("Edad", "18-24", "18-24"),
        ("Fecha de nacimiento", "1990-05-01", "35-44"),
        ("Fecha de nacimiento", "1990-05-01 00:00:00", "35-44"),
        ("Fecha de nacimiento", "20/11/2001", "25-34"),
        ("Fecha de nacimiento", "21/11/2001", "18-24"),
        ("Fecha de nacimiento", "11/21/2001", "18-24"),
        ("Fecha de nacimiento", "3-4-66", "60+"),
        ("Año de nacimiento", "1966", "60+"),
        ("Fecha de nacimiento", "7 de mayo de 1980", "45-59"),
        ("Grupo de edad", "18–24", "18-24"),
        ("Grupo de edad", "60 y más", "60+"),
        ("Grupo de edad", "60+", "60+"),
        ("Grupo de edad", "45 a 59 años", "45-59"),
        ("Grupo de edad", "mayor de edad", None),
        ("Grupo de edad", ">59", "60+"),
        ("Grupo de edad", ">=60", "60+"),
        ("Grupo de edad", "33", "25-34"),
        ("Edad", "", None),
        ("Edad", "S/D", None),
    ],
)
def test_ages_are_read_as_people_write_them(header: str, cell: str, group: str | None) -> None:
    [row] = read(("Nombre", header), ("Ana Ruiz", cell))
    assert (row.kind, row.age_group, row.faults) == (RowKind.PERSON, group, ())


@pytest.mark.parametrize(
    ("header", "cell"),
    [("Edad", "150"), ("Edad", "-3"), ("Edad", "veinte"), ("Edad", "99999999999999"), ("Fecha de nacimiento", "2031"),
     ("Fecha de nacimiento", "45/45/1990"), ("Fecha de nacimiento", "ayer"), ("Grupo de edad", "18-29"),
     ("Grupo de edad", "40-20"), ("Grupo de edad", "1 2 3")],
)  # fmt: skip
def test_an_impossible_age_is_a_fault_and_the_person_stays(header: str, cell: str) -> None:
    [row] = read(("Nombre", header), ("Ana Ruiz", cell))
    assert row.values == ListedPerson("Ana Ruiz")
    [fault] = row.faults
    assert f"«{cell}»" in fault.es
    assert f"“{cell}”" in fault.en


@pytest.mark.parametrize(
    ("header", "cell", "group"),
    [("Edad", "17", "15-17"), ("Edad", "12", "<15"), ("Edad", "0", "<15"),
     ("Fecha de nacimiento", "21/11/2008", "15-17"), ("Año de nacimiento", "2009", "15-17"),
     ("Grupo de edad", "15-17", "15-17"), ("Grupo de edad", "<15", "<15"),
     ("Grupo de edad", "menor de edad", None), ("Grupo de edad", "menos de 18", None)],
)  # fmt: skip
def test_minors_are_counted_without_a_name(header: str, cell: str, group: str | None) -> None:
    [row] = read(("Nombre", "Sexo", header), ("Ana Ruiz", "Mujer", cell))
    assert (row.kind, row.values, row.sex, row.age_group) == (RowKind.MINOR, None, "F", group)
    assert "Ana" not in repr(row)
    assert row.faults[0].es.startswith("Tiene menos de 18")


@pytest.mark.parametrize(("header", "cell"), [("Año de nacimiento", "2008"), ("Grupo de edad", "15-20")])
def test_seventeen_or_eighteen_is_asked_in_person(header: str, cell: str) -> None:
    [row] = read(("Nombre", header), ("Ana Ruiz", cell))
    assert (row.kind, row.values) == (RowKind.SKIPPED, None)
    assert row.faults[0].es.startswith("Puede tener 17 o 18")


def test_the_youngest_reading_wins_when_columns_disagree() -> None:
    [row] = read(("Nombre", "Edad", "Fecha de nacimiento"), ("Ana Ruiz", "25", "2010-01-01"))
    assert row.kind is RowKind.MINOR


def test_who_did_not_consent_is_counted_without_a_name() -> None:
    rows = read(("Nombre", "Sexo", "Edad", "Acepta"), ("Ana", "Mujer", "30", "No"), ("Eva", "Mujer", "30", "quizá"))
    assert (rows[0].kind, rows[0].values, rows[0].age_group) == (RowKind.NO_CONSENT, None, "25-34")
    assert "Ana" not in repr(rows[0])
    assert rows[1].values is not None
    assert rows[1].values.consent is None
    assert "quizá" in rows[1].faults[0].es


@pytest.mark.parametrize("name", ["", "-", "12345", "BACR010101MJCRRS09", "x" * 201, "3111234567", "SUBTOTAL"])
def test_a_row_without_a_name_is_skipped_in_words(name: str) -> None:
    [row] = read(("Nombre", "Edad", "Sexo"), (name, "30", "Mujer"))
    assert (row.kind, row.values) == (RowKind.SKIPPED, None)
    assert len(row.faults) == 1


def test_surnames_before_a_comma_are_turned_round() -> None:
    assert person(("Nombre",), ("Bautista Carrillo, Rosalía",)).name == "Rosalía Bautista Carrillo"


def test_cards_are_numbers_or_codes_and_belong_to_one_row() -> None:
    cards = ["317", "No. 0318", "0317", "3111234567", "hola", ""]
    rows = read(("Nombre", "Tarjeta"), *((f"Ana {n}", card) for n, card in zip("abcdef", cards, strict=True)))
    assert [row.values.card for row in rows if row.values] == ["0317", "0318", None, None, None, None]
    assert [bool(row.faults) for row in rows] == [False, False, True, True, True, False]
    assert "3111234567" not in repr(rows)


def test_a_whole_card_code_is_read_and_another_kind_of_code_is_not() -> None:
    card, practice = make_code(CodeKind.CARD, 7, 317), make_code(CodeKind.PRACTICE, 7, 317)
    rows = read(("Nombre", "Tarjeta"), ("Ana", card.spoken.lower()), ("Eva", practice.text))
    assert [row.values.card for row in rows if row.values] == [card.text, None]


def test_words_that_are_too_long_or_private_are_left_out() -> None:
    [row] = read(("Nombre", "Cuadrilla", "Lengua"), ("Ana Ruiz", "x" * 201, "BACR010101MJCRRS09"))
    assert row.values == ListedPerson("Ana Ruiz")
    assert len(row.faults) == 2
    assert "BACR" not in repr(row)


def test_of_two_columns_with_one_meaning_the_first_is_taken_and_the_other_asks_for_a_look() -> None:
    mapping = propose_mapping(table(("Nombre", "Edad", "Edad"), ("Ana Ruiz", "30", "31")))
    assert mapping.columns == (Field.NAME, Field.AGE, Field.SKIPPED)
    assert mapping.unsure == (2,)
    assert mapping_from_json(mapping_to_json(mapping), table(("Edad", "Nombre"))).columns == (Field.AGE, Field.NAME)


def test_an_unknown_sex_word_is_said_and_stays_without_data() -> None:
    [row] = read(("Nombre", "Sexo"), ("Ana Ruiz", "zurda"))
    assert row.values == ListedPerson("Ana Ruiz")
    assert row.faults[0].es == "No entiendo el sexo «zurda»: queda sin dato."


@given(st.lists(st.lists(st.text(max_size=12), max_size=6).map(tuple), max_size=12))
def test_any_table_gives_rows_in_words_or_a_refusal(rows: list[tuple[str, ...]]) -> None:
    whole = table(*rows)
    mapping: Mapping = propose_mapping(whole)
    assert len(mapping.columns) == whole.width
    if not mapping.has_name:
        return
    for row in read_rows(whole, mapping, TODAY):
        assert 1 <= row.row_number <= len(rows)
        assert (row.values is not None) == (row.kind is RowKind.PERSON)
        assert row.values is not None or row.faults
        assert all(fault.es and fault.en for fault in row.faults)


def test_ten_thousand_rows_are_read_one_by_one() -> None:
    some = random.Random(7)
    header = ("Nombre", "Edad", "Sexo")
    rows = [(f"Ana {at} Ɨtɨama", str(some.randint(18, 80)), some.choice("HM")) for at in range(10_000)]
    whole = table(header, *rows)
    reading = read_rows(whole, propose_mapping(whole), TODAY)
    assert next(reading).row_number == 2
    assert sum(1 for row in reading if row.kind is RowKind.PERSON) == 9_999
