"""Persona nueva in Cuadrillas by keys alone: registered in the crew on screen, with or without a card, and undone."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.services.folder import project_tag
from promoter_app.ui.crews.new_person import NewPersonPage
from promoter_app.ui.crews.page import CrewsPage
from tests.journeys.desk import DAY, Field
from tests.ui.settled import faults

K = Qt.Key
NAME = "Zenobia Quiroz Ulloa"
REGISTERED = (
    "SELECT p.sex, p.age_group, p.language, c.name, m.since, m.until FROM person_now p"
    " JOIN membership_now m ON m.person = p.id JOIN crew_now c ON c.id = m.crew WHERE p.name = ?"
)
CONSENT = "SELECT purpose, given, how, text_version FROM consent WHERE person = (SELECT id FROM person WHERE name = ?)"


@pytest.fixture
def room(field: Field) -> CrewsPage:
    field.key(K.Key_3, Qt.KeyboardModifier.AltModifier)
    field.rest()
    shown = field.window.room()
    assert isinstance(shown, CrewsPage)
    return shown


def begin(field: Field, room: CrewsPage) -> NewPersonPage:
    """F2, and the name typed."""
    field.key(K.Key_F2)
    page = room.new_person
    assert page is not None
    assert field.focus() is page.form.name
    field.type(NAME)
    return page


def press(field: Field, *keys: Qt.Key) -> None:
    for key in keys:
        field.key(key)


def register(field: Field, room: CrewsPage) -> None:
    begin(field, room)
    press(field, K.Key_Return, K.Key_M, K.Key_4, K.Key_1, K.Key_S, K.Key_Return)
    field.rest()


def people(field: Field) -> int:
    ((count,),) = field.sql("SELECT count(*) FROM person")
    return int(count)


def blank_code(field: Field) -> str:
    """A card of this project that no laptop has written down."""
    tags: list[int | None] = []
    field.window.desk.road.ask(project_tag, tags.append)
    field.rest()
    assert tags[0] is not None
    return make_code(CodeKind.CARD, tags[0], 999_901).text


def test_f2_registers_in_the_crew_on_screen_and_ctrl_z_takes_it_back(field: Field, room: CrewsPage) -> None:
    field.key(K.Key_Down)
    crew = room.crew_card.name.text()
    before = people(field)
    register(field, room)
    assert field.sql(REGISTERED, NAME) == [("F", "25-34", "spa", crew, DAY.isoformat(), None)]
    assert field.sql(CONSENT, NAME) == [("record", 1, "oral", "record 1 es")]
    assert people(field) == before + 1
    assert field.banner().startswith(f"Se registró a {NAME}")
    assert room.crew_card.name.text() == crew
    assert field.focus() is room.people.table
    assert room.people.table.currentIndex().siblingAtColumn(0).data() == NAME
    field.key(K.Key_Z, Qt.KeyboardModifier.ControlModifier)
    field.rest()
    assert field.sql(REGISTERED, NAME) == []
    assert field.sql("SELECT count(*) FROM person_now WHERE name = ?", NAME) == [(0,)]
    assert "persona nueva" in field.banner()


def test_a_blank_card_scanned_meanwhile_is_theirs(field: Field, room: CrewsPage) -> None:
    code = blank_code(field)
    page = begin(field, room)
    field.scan(code)
    assert page.title.title.text().startswith("Tarjeta en blanco")
    assert page.form.name.text() == NAME
    press(field, K.Key_Return, K.Key_H, K.Key_5, K.Key_1, K.Key_S, K.Key_Return)
    field.rest()
    assert field.sql(
        "SELECT c.code FROM card_assignment a JOIN card c ON c.id = a.card"
        " JOIN person_now p ON p.id = a.person WHERE p.name = ?", NAME,
    ) == [(code,)]
    begin(field, room)
    field.scan(code)
    assert field.banner().startswith("Esa tarjeta ya es de alguien")


def test_the_printed_number_of_a_card_can_be_typed(field: Field, room: CrewsPage) -> None:
    ((number,),) = field.sql(
        "SELECT number FROM card WHERE id NOT IN (SELECT card FROM card_assignment)"
        " AND id NOT IN (SELECT card FROM card_cancel) ORDER BY number LIMIT 1"
    )
    page = begin(field, room)
    field.key(K.Key_F3)
    assert field.focus() is page.card
    field.type("888888")
    field.key(K.Key_Return)
    field.rest()
    assert field.banner().startswith("En esta laptop no hay tarjeta 888888")
    assert page.blank_number() is None
    field.type(str(number))  # over what was wrong
    field.key(K.Key_Return)
    field.rest()
    assert page.title.title.text() == f"Tarjeta en blanco {number:04d}: ¿de quién es?"
    assert field.focus() is page.form.name
    assert page.form.name.text() == NAME
    press(field, K.Key_Return, K.Key_H, K.Key_5, K.Key_1, K.Key_S, K.Key_Return)
    field.rest()
    assert field.sql(
        "SELECT c.number FROM card_assignment a JOIN card c ON c.id = a.card"
        " JOIN person_now p ON p.id = a.person WHERE p.name = ?", NAME,
    ) == [(number,)]
    begin(field, room)
    assert page.card.text() == ""
    assert page.blank_number() is None


@pytest.mark.parametrize("keys", [(K.Key_M, K.Key_2), (K.Key_M, K.Key_4, K.Key_1, K.Key_N)], ids=["minor", "no"])
def test_nothing_is_kept_of_a_minor_or_of_who_says_no(
    field: Field, room: CrewsPage, keys: tuple[Qt.Key, ...]
) -> None:
    before = people(field)
    page = begin(field, room)
    press(field, K.Key_Return, *keys)
    assert page.save.text() == "Cerrar sin guardar"
    press(field, K.Key_Return)
    field.rest()
    assert not page.isVisible()
    assert people(field) == before
    assert page.form.name.text() == ""
    assert field.banner().startswith("No se guardó nada de esa persona")
    assert ("a solas" in field.banner()) == (K.Key_2 in keys)


def test_who_is_registered_already_is_found_while_typing_and_their_sheet_opens(
    field: Field, room: CrewsPage
) -> None:
    ((person, name),) = field.sql("SELECT id, name FROM person_now ORDER BY length(name) DESC, id LIMIT 1")
    before = people(field)
    field.key(K.Key_F2)
    page = room.new_person
    assert page is not None
    page.form.name.setText(name)
    page.look_now()
    field.rest()
    at = [each.person.id for each in page.alike.found()].index(person)
    field.key(K.Key_F7)
    assert name not in " ".join(button.accessibleName() for button in page.alike.buttons())
    assert page.isVisible()
    field.key((K.Key_F5, K.Key_F6)[at])
    field.rest()
    assert room.person_page is not None
    assert room.person_page.isVisible()
    assert room.person_page.person() == person
    assert people(field) == before
    assert page.form.name.text() == ""


def test_esc_leaves_nothing_and_a_missing_answer_is_said(field: Field, room: CrewsPage) -> None:
    before = people(field)
    page = begin(field, room)
    page.save.setFocus()
    field.key(K.Key_Return)
    assert page.form.consent_box.lead.text() == "Léelo en voz alta y marca la respuesta"
    assert faults(field.window) == []
    field.key(K.Key_Escape)
    assert room.board.isVisible()
    assert page.form.name.text() == ""
    assert people(field) == before


def test_from_everybody_somebody_is_registered_in_no_crew(field: Field, room: CrewsPage) -> None:
    room.all_button.click()
    field.rest()
    page = begin(field, room)
    assert page.where.text() == "Se registra sin cuadrilla"
    press(field, K.Key_Return, K.Key_M, K.Key_4, K.Key_1, K.Key_S, K.Key_Return)
    field.rest()
    assert field.sql("SELECT sex FROM person_now WHERE name = ?", NAME) == [("F",)]
    assert field.sql(REGISTERED, NAME) == []
    assert room.board.isVisible()
