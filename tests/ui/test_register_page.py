"""Alta rápida by keys: who has no registration is in with a scan, a name, four keys and Enter."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from promoter_app.services.folder import set_setting
from promoter_app.ui import theme
from promoter_app.ui.language import load_language
from tests.ui.field import office_stamp
from tests.ui.line import BLANK, ELSEWHERE, OTHER_BLANK, Line
from tests.ui.settled import faults

K = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier
CONSENT = (
    "Guardamos su nombre para su constancia y para saber qué temas lleva. "
    "No se lo damos al ingenio ni al gobierno. ¿Está de acuerdo?"
)


def set_as_office(line: Line, key: str, value: str) -> None:
    road = line.field.desk.road
    road.do(lambda folder, _stamp: set_setting(folder, office_stamp(road.edge), key, value))


def press(line: Line, *keys: Qt.Key) -> None:
    for key in keys:
        line.key(key)


def on_disk(line: Line, name: str) -> tuple[object, ...]:
    return line.field.sql("SELECT sex, age_group, language FROM person WHERE name = ?", name)[0]


def test_scan_name_four_keys_and_enter(line: Line) -> None:
    line.scan(BLANK)
    line.key(K.Key_Return)
    page = line.page.form
    assert page.title.title.text() == "Tarjeta en blanco 0007: ¿de quién es?"
    assert line.focus() is page.form.name
    line.type("Ana Paz")
    press(line, K.Key_Return, K.Key_M, K.Key_4, K.Key_2, K.Key_S, K.Key_Return)
    assert line.present() == ["Ana Paz"]
    assert on_disk(line, "Ana Paz") == ("F", "25-34", "crn")
    assert line.field.sql("SELECT purpose, given, how, text_version FROM consent") == [
        ("record", 1, "oral", "record 1 es")
    ]
    assert line.said().startswith("Presente. Ana Paz. Tarjeta 0007 · Los Pinos")
    assert line.page.board.isVisible()
    assert line.focus() is line.page.board.field
    assert line.unanswered() == []
    line.scan(BLANK)
    assert line.said().startswith("Ya estaba. Ana Paz"), "the card is theirs now"


def test_the_name_may_follow_the_blank_card_at_once(line: Line) -> None:
    line.scan(BLANK)
    line.type("Ana Paz")
    assert line.page.form.form.name.text() == "Ana Paz"
    press(line, K.Key_Return, K.Key_H, K.Key_7, K.Key_1, K.Key_S, K.Key_Return)
    assert on_disk(line, "Ana Paz") == ("M", "60+", "spa")


def test_after_a_blank_card_f3_searches_and_digits_find_a_card(line: Line) -> None:
    line.scan(BLANK)
    line.key(K.Key_F3)
    line.type("rosa")
    assert line.page.board.isVisible()
    line.key(K.Key_Escape)
    line.key(K.Key_Escape)
    line.scan(OTHER_BLANK)
    line.type("0003")
    line.key(K.Key_Return)
    assert line.present() == ["Rosalía Bautista Carrillo"]


def test_undo_leaves_the_card_blank_again(line: Line) -> None:
    line.scan(BLANK)
    line.type("Ana Paz")
    press(line, K.Key_Return, K.Key_M, K.Key_3, K.Key_2, K.Key_S, K.Key_Return)
    line.key(K.Key_Z, CTRL)
    assert line.present() == []
    assert line.said() == "Se deshizo: Ana Paz presente"
    line.scan(BLANK)
    assert line.said().startswith("Tarjeta en blanco 0007")


def test_seven_ages_and_the_languages_of_the_crew_first(line: Line) -> None:
    line.key(K.Key_F2)
    form = line.page.form.form
    assert [each.text for each in form.age.choices()] == [
        "< 15", "15–17", "18–24", "25–34", "35–44", "45–59", "60 +",
    ]
    assert [each.text for each in form.language.choices()] == [
        "Español", "Náayeri", "Wixárika", "O'dam", "Audam", "Otra…",
    ]
    assert [each.key for each in form.language.choices()] == list("123456")


def test_only_the_row_in_focus_shows_its_keys(line: Line) -> None:
    line.key(K.Key_F2)
    form = line.page.form.form
    button = form.age.button("35-44")
    without = button.grab().toImage()
    line.type("Ana")
    press(line, K.Key_Return, K.Key_M)
    assert form.age.isAncestorOf(line.focus())
    assert button.grab().toImage() != without
    press(line, K.Key_3)
    assert button.grab().toImage() == without
    assert form.language.isAncestorOf(line.focus())


def test_what_is_read_aloud_is_the_text_of_the_course_or_of_the_office(line: Line) -> None:
    line.key(K.Key_F2)
    box = line.page.form.form.consent_box
    assert box.words.accessibleName() == CONSENT
    assert "<b>¿Está de acuerdo?</b>" in box.words.text()
    line.key(K.Key_Escape)
    set_as_office(line, "consent_record_es", "¿Lo anotamos?")
    line.rest()
    line.key(K.Key_F2)
    assert box.words.accessibleName() == "¿Lo anotamos?"
    line.type("Ana Paz")
    press(line, K.Key_Return, K.Key_M, K.Key_3, K.Key_1, K.Key_S, K.Key_Return)
    (version,) = line.field.sql("SELECT text_version FROM consent")[0]
    assert str(version).startswith("office ")


def test_enter_leaves_a_row_without_an_answer(line: Line) -> None:
    line.key(K.Key_F2)
    line.type("Ana Paz")
    press(line, K.Key_Return, K.Key_Return, K.Key_Return, K.Key_Return, K.Key_S, K.Key_Return)
    assert on_disk(line, "Ana Paz") == (None, None, None)


def test_arrows_and_space_choose_too(line: Line) -> None:
    line.key(K.Key_F2)
    line.type("Ana Paz")
    press(line, K.Key_Return, K.Key_Right, K.Key_Space, K.Key_Return, K.Key_Return, K.Key_S, K.Key_Return)
    assert on_disk(line, "Ana Paz") == ("M", None, None)


def test_another_language_is_behind_other(line: Line) -> None:
    line.key(K.Key_F2)
    line.type("Ana Paz")
    press(line, K.Key_Return, K.Key_M, K.Key_3, K.Key_6)
    other = line.page.form.form.other
    assert line.focus() is other
    other.setCurrentIndex(other.findData("tzh"))
    line.key(K.Key_Return)
    assert line.page.form.form.language.button("tzh").text() == "Tseltal"
    press(line, K.Key_S, K.Key_Return)
    assert on_disk(line, "Ana Paz") == ("F", "18-24", "tzh")


def test_a_minor_is_counted_without_a_name_and_the_promoter_gets_a_private_note(line: Line) -> None:
    line.scan(BLANK)
    line.type("Ana Paz")
    press(line, K.Key_Return, K.Key_M, K.Key_2)
    assert line.page.form.save.text() == "Contar sin nombre"
    assert "Menos de 18" in line.page.form.title.detail.text()
    line.key(K.Key_Return)
    assert line.field.sql("SELECT sex, age_group, language, reason FROM unnamed_presence") == [
        ("F", "15-17", None, "minor")
    ]
    assert line.field.sql("SELECT count(*) FROM person WHERE name LIKE 'Ana%'") == [(0,)]
    assert "Ana Paz" not in line.said()
    assert line.said().startswith("Presente. Persona sin nombre")
    assert line.said().endswith("Van 0 presentes + 1 sin nombre. 12:03:41")
    note = line.page.board.banner
    assert note.accessibleName().startswith("Para ti, en privado")
    assert "política de protección de tu organización" in note.accessibleName()
    assert line.page.board.crowd.head.unnamed.text() == "1 sin nombre"
    line.click(line.button("Entendido"))
    assert not note.isVisible()
    data = b"".join(each.read_bytes() for each in line.field.path.glob("surco.db*"))
    assert b"Ana Paz" not in data
    line.key(K.Key_Z, CTRL)
    assert not line.page.board.crowd.head.unnamed.isVisible()


def test_the_note_is_the_offices_own_when_it_wrote_one(line: Line) -> None:
    set_as_office(line, "child_protection_note_es", "Llama a Rosa.")
    line.rest()
    line.key(K.Key_F2)
    press(line, K.Key_Return, K.Key_M, K.Key_1, K.Key_Return)
    assert line.page.board.banner.accessibleName() == "Para ti, en privado. Llama a Rosa"


def test_no_means_counted_without_a_name(line: Line) -> None:
    line.key(K.Key_F2)
    line.type("Ana Paz")
    press(line, K.Key_Return, K.Key_M, K.Key_3, K.Key_2, K.Key_N)
    assert line.page.form.save.text() == "Contar sin nombre"
    line.key(K.Key_Return)
    assert line.field.sql("SELECT reason FROM unnamed_presence") == [("no_consent",)]
    assert line.field.sql("SELECT count(*) FROM person WHERE name LIKE 'Ana%'") == [(0,)]
    assert not line.page.board.banner.isVisible()


def test_nothing_is_saved_without_a_name_and_an_answer(line: Line) -> None:
    line.key(K.Key_F2)
    page = line.page.form
    line.click(page.save)
    assert page.isVisible()
    assert line.focus() is page.form.name
    assert page.form.name_row.title.text() == "1 · Nombre y apellidos: falta"
    line.type("Ana Paz")
    assert page.form.name_row.title.text() == "1 · Nombre y apellidos"
    line.click(page.save)
    assert page.form.consent.isAncestorOf(line.focus())
    assert page.form.consent_box.lead.text() == "Léelo en voz alta y marca la respuesta"
    assert line.field.sql("SELECT count(*) FROM person WHERE name LIKE 'Ana%'") == [(0,)]


def test_saving_twice_registers_once(line: Line) -> None:
    line.key(K.Key_F2)
    line.type("Ana Paz")
    press(line, K.Key_Return, K.Key_M, K.Key_3, K.Key_2, K.Key_S)
    QTest.keyClick(line.focus(), K.Key_Return)
    line.key(K.Key_Return)
    assert line.field.sql("SELECT count(*) FROM person WHERE name = 'Ana Paz'") == [(1,)]


def test_a_look_alike_takes_the_card_and_the_old_one_is_cancelled(line: Line) -> None:
    line.scan(BLANK)
    line.type("Hilario Cruz")
    line.page.form.look_now()
    line.rest()
    alike = line.page.form.alike
    assert [each.person.name for each in alike.found()] == ["Hilario de la Cruz Ríos"]
    assert alike.buttons()[0].accessibleName() == "Sí es Hilario de la Cruz Ríos"
    assert alike.foot.text() == "Si perdió su tarjeta, «Sí es» le pasa esta y anula la anterior."
    line.key(K.Key_F5)
    assert line.present() == ["Hilario de la Cruz Ríos"]
    assert line.said().startswith("Presente. Hilario de la Cruz Ríos. Tarjeta 0007")
    assert line.field.sql(
        "SELECT c.number FROM card_cancel x JOIN card c ON c.id = x.card WHERE x.reason = 'replaced'"
    ) == [(5,)]


def test_look_alikes_are_found_while_typing_by_themselves(line: Line) -> None:
    line.key(K.Key_F2)
    line.type("Martina")
    line.field.wait(lambda: bool(line.page.form.alike.found()))
    found = line.page.form.alike.found()[0]
    assert (found.person.name, found.came) == ("Martina Muñoz Salas", None)
    line.click(line.page.form.alike.buttons()[0])
    assert line.present() == ["Martina Muñoz Salas"]


def test_esc_goes_back_and_the_card_still_waits(line: Line) -> None:
    line.scan(BLANK)
    line.key(K.Key_Return)
    line.type("Ana")
    line.key(K.Key_Escape)
    assert line.page.board.isVisible()
    assert line.unanswered() == ["blank"]
    assert line.focus() is line.page.board.field
    line.key(K.Key_Return)
    assert line.page.form.form.name.text() == "", "every form begins empty"


def test_cards_go_on_counting_while_somebody_is_registered(line: Line) -> None:
    line.key(K.Key_F2)
    line.type("Ana")
    line.scan(1)
    assert line.present() == ["Amalia Serrano Chávez"]
    page = line.page.form
    assert page.isVisible()
    assert page.heard.text() == "Se contó: Amalia Serrano Chávez"
    assert page.form.name.text() == "Ana"
    line.scan(ELSEWHERE)
    assert page.heard.text() == "Por resolver: Eusebio Robles González"
    line.scan(BLANK)
    assert page.title.title.text() == "Tarjeta en blanco 0007: ¿de quién es?", "a blank card is this person's"
    line.scan(OTHER_BLANK)
    assert page.heard.text() == "Por resolver: Tarjeta en blanco 0008"
    press(line, K.Key_Return, K.Key_M, K.Key_3, K.Key_2, K.Key_S, K.Key_Return)
    assert line.present() == ["Amalia Serrano Chávez", "Ana"]
    assert line.unanswered() == ["other_crew", "blank"]
    assert line.sees("Por resolver (2)")


def test_registering_for_an_unknown_card_settles_it(line: Line) -> None:
    line.foreign()
    line.key(K.Key_F2)
    assert line.page.form.title.title.text() == "Persona nueva: ¿cómo se llama?"
    line.type("Ana Paz")
    press(line, K.Key_Return, K.Key_M, K.Key_3, K.Key_2, K.Key_S, K.Key_Return)
    assert line.present() == ["Ana Paz"]
    assert line.unanswered() == []


@pytest.mark.parametrize(("language", "percent"), [("es", 100), ("en", 100), ("es", 125), ("es", 200), ("en", 200)])
def test_the_form_keeps_the_rules_of_reach(line: Line, language: str, percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    line.field.desk.language = language
    load_language(app, language)
    theme.set_percent(app, percent)
    line.scan(BLANK)
    line.key(K.Key_Return)
    line.type("Martina Hilario Bautista")
    line.page.form.look_now()
    line.rest()
    for size in ((1366, 768), (1366, 690), (1920, 1080)):
        line.window.resize(*size)
        line.rest()
        assert faults(line.page) == [], (size, line.page.form.size())
    line.key(K.Key_Return)
    press(line, K.Key_M, K.Key_1)
    assert faults(line.page) == []


def test_the_row_in_focus_is_always_on_screen(line: Line) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.set_percent(app, 200)
    line.window.resize(1366, 690)
    line.scan(BLANK)
    line.key(K.Key_Return)
    line.type("Ana")
    for key in (K.Key_Return, K.Key_M, K.Key_3, K.Key_2):
        line.key(key)
        assert not line.focus().visibleRegion().isEmpty(), key
