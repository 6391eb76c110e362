"""Asistencia by keys, mouse and scanner: six answers, none of which holds up the line, all of them on disk."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from promoter_app.edge import Edge
from promoter_app.services.folder import Folder
from promoter_app.services.sessions import sessions
from promoter_app.ui import theme
from promoter_app.ui.session.view import LeaveSession
from tests.ui.field import Fields
from tests.ui.line import BLANK, CANCELLED, ELSEWHERE, NOBODYS, OTHER_BLANK, Line
from tests.ui.settled import faults

CTRL, NONE = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.NoModifier


def test_it_opens_ready_to_scan_and_says_which_ways_there_are(line: Line) -> None:
    board = line.page.board
    assert line.focus() is board.field
    assert line.said() == "Escanea la tarjeta o escribe nombre o número"
    assert board.devices.camera.accessibleName().startswith("Cámara: no hay. No hay cámara.")
    assert [d.state.text() for d in (board.devices.camera_line, board.devices.scanner_line)] == ["no hay", "sin probar"]
    assert board.devices.together.text() == "Las tres formas sirven a la vez. No hay que elegir."
    line.scan(1)
    assert board.devices.scanner_line.state.text() == "conectado"


def test_the_title_of_the_window_tells_that_a_session_is_on_and_no_more(line: Line) -> None:
    assert line.window.windowTitle() == "Surco · Sesión"


def test_a_card_of_the_crew_is_green_once_it_is_on_disk(line: Line) -> None:
    seen: list[tuple[str, list[str]]] = []
    line.page.board.panel.announced.connect(lambda said, _assertive: seen.append((said, line.present())))
    line.scan(3)
    assert seen == [
        ("Presente. Rosalía Bautista Carrillo. Tarjeta 0003 · Los Pinos · Wixárika", ["Rosalía Bautista Carrillo"])
    ]
    assert line.said().endswith("Va 1 presente. 12:03:41")
    assert line.pixel(0.5, 30) == theme.colour("cana")
    assert line.played == ["present"]
    assert line.listed() == ["Rosalía Bautista C."]
    head = line.page.board.crowd.head
    assert (head.number.text(), head.share.text(), head.of_crew.text()) == ("1", "1 de 6", "de la cuadrilla")


def test_the_sound_comes_after_the_commit(line: Line) -> None:
    on_disk: list[int] = []
    line.field.desk.sounds.play = lambda _name: bool(on_disk.append(len(line.present())))  # type: ignore[method-assign]
    line.scan(1)
    assert on_disk == [1]


def test_seen_twice_is_not_counted_twice(line: Line) -> None:
    line.scan(1)
    line.scan(1)
    assert line.said().startswith("Ya estaba. Amalia Serrano Chávez. Entró a las 12:03. No se cuenta dos veces")
    assert line.present() == ["Amalia Serrano Chávez"]
    assert line.pixel(0.5, 5) == theme.colour("azul")
    assert line.pixel(0.5, 30) == theme.colour("white")


def test_the_same_card_within_three_seconds_is_silent(line: Line) -> None:
    line.scan(1)
    line.seconds += 2.9
    line.page.card_scanned(line.field.code(1).lower())
    line.rest()
    assert line.said().startswith("Presente")
    line.seconds += 2.9
    line.page.card_scanned(line.field.code(1))
    line.rest()
    assert line.said().startswith("Presente"), "each sighting starts the three seconds again"
    line.seconds += 3.1
    line.page.card_scanned(line.field.code(1))
    line.rest()
    assert line.said().startswith("Ya estaba")
    assert line.played == ["present", "already"]


def test_another_crew_waits_and_enter_counts(line: Line) -> None:
    line.scan(ELSEWHERE)
    assert line.said().startswith("Es de otra cuadrilla. Eusebio Robles González. El Trapiche, hoy con Los Pinos")
    assert line.pixel(0.5, 30) == theme.colour("ambar")
    assert line.present() == []
    line.key(Qt.Key.Key_Return)
    assert line.said().startswith("Presente. Eusebio Robles González")
    assert line.present() == ["Eusebio Robles González"]
    assert line.page.board.crowd.head.elsewhere.text() == "1 de otra"
    assert line.unanswered() == []


def test_another_crew_and_esc_counts_nobody(line: Line) -> None:
    line.scan(ELSEWHERE)
    line.key(Qt.Key.Key_Escape)
    assert line.present() == []
    assert line.unanswered() == []
    assert line.said().startswith("No se contó")
    line.page.card_scanned(line.field.code(ELSEWHERE))
    line.rest()
    assert line.said().startswith("Es de otra cuadrilla"), "a card left aside may come again at once"


def test_enter_twice_counts_once(line: Line) -> None:
    line.scan(ELSEWHERE)
    QTest.keyClick(line.focus(), Qt.Key.Key_Return)
    line.key(Qt.Key.Key_Return)
    assert line.said().startswith("Presente")
    assert line.present() == ["Eusebio Robles González"]


def test_a_cancelled_card_names_the_good_one(line: Line) -> None:
    line.scan(CANCELLED)
    assert line.said().startswith("Tarjeta anulada. Catarino Flores Altamirano. Esa tarjeta ya no vale")
    assert "La buena es la 0002" in line.said()
    assert line.pixel(0.5, 40) == theme.colour("white")
    assert line.pixel(0.5, 2) == theme.colour("ink")
    line.key(Qt.Key.Key_Return)
    assert line.present() == ["Catarino Flores Altamirano"]


def test_a_cancelled_card_of_nobody_can_only_be_looked_up_or_left(line: Line) -> None:
    line.scan(NOBODYS)
    assert line.said().startswith("Tarjeta anulada. Esa tarjeta ya no vale")
    assert [b.text() for b in line.page.board.panel.actions_shown()] == ["Buscar", "Persona nueva", "No"]
    line.key(Qt.Key.Key_Escape)
    assert line.unanswered() == []


def test_an_unknown_card_is_looked_up_by_name(line: Line) -> None:
    line.foreign()
    assert line.said().startswith("Tarjeta desconocida. No es de las nuestras. Busca a la persona")
    assert line.pixel(0.5, 60) == theme.colour("rojo")
    line.key(Qt.Key.Key_F3)
    line.type("rosa")
    line.key(Qt.Key.Key_Return)
    assert line.present() == ["Rosalía Bautista Carrillo"]
    assert line.unanswered() == [], "finding the person settles the card"
    line.key(Qt.Key.Key_Z, CTRL)
    assert line.present() == []
    assert line.unanswered() == []


def test_an_unknown_card_of_somebody_already_here_is_settled_too(line: Line) -> None:
    line.scan(3)
    line.foreign()
    line.key(Qt.Key.Key_F3)
    line.type("rosa")
    line.key(Qt.Key.Key_Return)
    assert line.said().startswith("Ya estaba")
    assert line.unanswered() == []


def test_a_blank_card_asks_whose_it_is(line: Line) -> None:
    line.scan(BLANK)
    assert line.said().startswith("Tarjeta en blanco 0007. ¿De quién es? Escribe su nombre")
    assert line.pixel(0.5, 30) == theme.colour("azul_t")
    line.key(Qt.Key.Key_Escape)
    assert line.unanswered() == []


def test_the_line_goes_on_while_a_card_waits(line: Line) -> None:
    line.scan(ELSEWHERE)
    assert not line.sees("Por resolver")
    line.scan(1)
    assert line.said().startswith("Presente. Amalia")
    assert line.sees("Por resolver (1)")
    line.scan(BLANK)
    line.scan(OTHER_BLANK)
    assert line.sees("Por resolver (2)")
    line.key(Qt.Key.Key_F6)
    assert line.said().startswith("Es de otra cuadrilla. Eusebio")
    line.key(Qt.Key.Key_Return)
    assert line.present() == ["Amalia Serrano Chávez", "Eusebio Robles González"]
    line.click(line.button("Por resolver (2)"))
    assert line.said().startswith("Tarjeta en blanco 0007")
    line.key(Qt.Key.Key_Escape)
    assert line.unanswered() == ["blank"]
    assert line.sees("Por resolver (1)")


def test_a_burst_over_any_control_is_a_card_and_leaves_no_letters(line: Line) -> None:
    line.page.board.next.setFocus()
    line.scan(2)
    assert line.present() == ["Catarino Flores Altamirano"]
    assert line.page.board.field.text() == ""
    assert line.window.session_view.step() == "attendance", "the burst's Enter pressed nothing"


def test_many_cards_at_once_all_count(line: Line) -> None:
    for number in range(1, 7):
        line.page.card_scanned(line.field.code(number))
    line.rest()
    assert len(line.present()) == 6
    line.field.wait(lambda: len(line.listed()) == 6)
    assert "Van 6 presentes" in line.said()
    assert line.button("Ver quién falta").text() == "Ver quién falta (0)"


def test_undo_says_in_words_what_was_undone(line: Line) -> None:
    line.scan(3)
    line.key(Qt.Key.Key_Z, CTRL)
    assert line.present() == []
    assert line.listed() == []
    assert line.said() == "Se deshizo: Rosalía Bautista Carrillo presente"
    line.page.card_scanned(line.field.code(3))
    line.rest()
    assert line.present() == ["Rosalía Bautista Carrillo"], "the card counts again at once"


def test_undo_with_the_mouse_and_never_more_than_was_done_here(line: Line) -> None:
    undo = line.page.board.devices.undo
    assert not undo.isEnabled()
    line.scan(3)
    line.click(undo)
    assert line.present() == []
    assert not undo.isEnabled()
    line.key(Qt.Key.Key_Z, CTRL)
    assert line.field.sql("SELECT state FROM session_now") == [("open",)]


def test_one_undo_too_many_does_not_take_back_that_the_session_opened(fields: Fields) -> None:
    def close(folder: Folder, edge: Edge, session: bytes) -> None:
        sessions.close_session(folder, edge.stamp(), session)

    line = Line(fields(came=0, before=close))
    line.scan(3)
    line.key(Qt.Key.Key_Z, CTRL)
    line.key(Qt.Key.Key_Z, CTRL)
    assert line.present() == []
    assert line.field.sql("SELECT state FROM session_now") == [("reopened",)]


def test_somebody_is_taken_off_the_list_with_the_key_or_the_mouse(line: Line) -> None:
    line.scan(1)
    line.scan(2)
    came = line.page.board.crowd.came
    came.setFocus()
    came.setCurrentIndex(came.people.index(1))
    line.key(Qt.Key.Key_Delete)
    assert line.present() == ["Catarino Flores Altamirano"]
    assert line.said() == "Se quitó de la lista: Amalia Serrano Chávez"
    spot = came.visualRect(came.people.index(0)).center()
    QTest.mouseClick(came.viewport(), Qt.MouseButton.LeftButton, pos=spot)
    line.click(line.button("Quitar de la lista"))
    assert line.present() == []
    line.key(Qt.Key.Key_Z, CTRL)
    assert line.present() == ["Catarino Flores Altamirano"]


def test_a_name_and_enter_is_enough(line: Line) -> None:
    line.type("hila")
    assert [row.name for row in line.page.board.field.found()] == ["Hilario de la Cruz Ríos"]
    line.key(Qt.Key.Key_Return)
    assert line.present() == ["Hilario de la Cruz Ríos"]
    assert line.page.board.field.text() == ""


def test_enter_before_the_answer_waits_for_it(line: Line) -> None:
    line.type("r")
    assert len(line.page.board.field.found()) > 1
    QTest.keyClicks(line.page.board.field, "efu")
    QTest.keyClick(line.page.board.field, Qt.Key.Key_Return)
    line.rest()
    assert line.present() == ["Refugio Partida Ochoa"], "never the first of a list for other letters"


def test_two_of_one_name_are_offered_not_guessed(line: Line) -> None:
    QTest.keyClicks(line.page.board.field, "r")
    QTest.keyClick(line.page.board.field, Qt.Key.Key_Return)
    line.rest()
    assert line.present() == []
    assert len(line.page.board.field.found()) >= 3
    line.key(Qt.Key.Key_Down)
    line.key(Qt.Key.Key_Return)
    assert len(line.present()) == 1


def test_digits_find_the_card(line: Line) -> None:
    line.type("0004")
    line.key(Qt.Key.Key_Return)
    assert line.present() == ["Bernabé Ríos Torres"]
    line.type("999")
    assert [row.name for row in line.page.board.field.found()] == ["Nadie tiene la tarjeta con ese número"]
    line.key(Qt.Key.Key_Return)
    assert line.said() == "Nadie tiene la tarjeta 999. Busca por su nombre", "the green of before is no answer"


@pytest.mark.parametrize("text", ["7501055300075", "https://example.org/a1", "CCZE99999X"])
def test_a_code_of_somebody_else_s_is_an_unknown_card_however_it_is_read(line: Line, text: str) -> None:
    """A soda's bar code, a link, one of ours read badly: never left under the green of the person before."""
    line.scan(1)
    line.scan_text(text)
    assert line.said().startswith("Tarjeta desconocida")
    assert line.page.board.field.text() == ""
    line.key(Qt.Key.Key_Escape)
    line.type(text)
    line.key(Qt.Key.Key_Return)
    assert line.said().startswith("Tarjeta desconocida")
    assert len(line.present()) == 1


def test_a_whole_code_typed_by_hand_works_like_a_scan(line: Line) -> None:
    code = line.field.code(5)
    line.page.board.field.setFocus()
    for letter in f"{code[:3]}-{code[3:6]}-{code[6:]}".lower():
        line.seconds += 0.2
        QTest.keyClick(line.page.board.field, letter)
    line.rest()
    line.key(Qt.Key.Key_Return)
    assert line.present() == ["Hilario de la Cruz Ríos"]
    assert line.field.sql("SELECT way FROM attendance") == [("typed",)]


def test_a_name_of_no_one_here_is_searched_in_all_crews(line: Line) -> None:
    line.type("euse")
    field = line.page.board.field
    assert [row.name for row in field.found()] == ["Nadie se llama así en esta cuadrilla. Enter busca en todas"]
    line.key(Qt.Key.Key_Return)
    assert [(row.name, row.detail) for row in field.found()] == [
        ("Eusebio Robles González", "El Trapiche · tarjeta 0009")
    ]
    line.key(Qt.Key.Key_Return)
    assert line.said().startswith("Es de otra cuadrilla. Eusebio")


def test_a_name_of_nobody_at_all_leads_to_registering(line: Line) -> None:
    line.type("zuzu")
    line.key(Qt.Key.Key_Return)
    assert line.page.board.field.found()[0].name == "Nadie se llama así en ninguna cuadrilla"
    line.key(Qt.Key.Key_Return)
    assert line.page.form.isVisible()
    assert line.page.form.form.name.text() == "zuzu"


def test_f2_over_the_found_list_takes_the_name_along(line: Line) -> None:
    line.type("rosal")
    assert QApplication.activePopupWidget() is not None
    line.key(Qt.Key.Key_F2)
    assert line.page.form.form.name.text() == "rosal"


def test_letters_typed_on_a_list_or_a_button_land_in_the_field(line: Line) -> None:
    line.scan(1)
    for widget in (line.page.board.crowd.came, line.page.board.next):
        widget.setFocus()
        line.type("h")
        assert line.page.board.field.text() == "h"
        assert line.focus() is line.page.board.field
        line.key(Qt.Key.Key_Escape)


def test_who_is_missing_is_marked_from_the_list(line: Line) -> None:
    line.scan(1)
    assert line.button("Ver quién falta").text() == "Ver quién falta (5)"
    line.key(Qt.Key.Key_F4)
    missing = line.page.board.crowd.missing
    assert line.focus() is missing
    assert missing.people.rowCount() == 5
    first = missing.people.row(0).name
    line.key(Qt.Key.Key_Return)
    assert first.split()[0] in line.present()[1]
    line.key(Qt.Key.Key_F4)
    assert not missing.isVisible()
    assert line.page.board.crowd.came.isVisible()


def test_esc_comes_back_from_who_is_missing(line: Line) -> None:
    line.key(Qt.Key.Key_F4)
    assert line.focus() is line.page.board.crowd.missing
    line.key(Qt.Key.Key_Escape)
    assert not line.page.board.crowd.missing.isVisible()
    assert line.focus() is line.page.board.field
    assert line.button("Ver quién falta").isVisible()


@pytest.mark.parametrize("leaves", [True, False])
def test_esc_asks_before_it_leaves_the_session(line: Line, leaves: bool) -> None:
    view = line.window.session_view
    assert view.bar.leave.accessibleDescription() == "Tecla Esc"
    left: list[bool] = []
    view.left.connect(lambda: left.append(True))
    line.type("ro")
    line.key(Qt.Key.Key_Escape)
    assert line.page.board.field.text() == "", "the first Esc belongs to what was typed"
    assert view.findChildren(LeaveSession) == []
    line.key(Qt.Key.Key_Escape)
    (question,) = view.findChildren(LeaveSession)
    assert question.heading.text() == "¿Salir de la sesión?"
    assert question.focusWidget() is question.reject_button, "Enter stays"
    line.click(question.accept_button if leaves else question.reject_button)
    assert left == [True] * leaves
    assert line.window.in_session() is not leaves


def test_names_hide_everywhere(line: Line) -> None:
    line.scan(3)
    line.key(Qt.Key.Key_F7)
    assert line.said().startswith("Presente. R. B. C.")
    assert line.listed() == ["R. B. C."]
    line.type("hila")
    assert [row.name for row in line.page.board.field.found()] == ["H. d. l. C. R."]
    line.key(Qt.Key.Key_Escape)
    assert line.page.board.field.text() == ""
    line.key(Qt.Key.Key_Z, CTRL)
    assert "Rosal" not in line.said()
    line.key(Qt.Key.Key_F7)
    line.scan(3)
    assert "Rosalía" in line.said()


def test_sound_goes_round_and_silence_blinks(line: Line) -> None:
    sound = line.page.board.devices.sound
    assert sound.text() == "Sonido alto"
    line.key(Qt.Key.Key_F8)
    assert sound.text() == "Sonido bajo"
    line.click(sound)
    assert sound.text() == "Sin sonido"
    line.seconds += 10
    line.page.card_scanned(line.field.code(1))
    line.field.wait(lambda: line.said().startswith("Presente"))
    assert line.played == []
    assert line.pixel(0.5, 3) == theme.colour("ambar")
    line.field.wait(lambda: line.pixel(0.5, 3) == theme.colour("cana"))


def test_a_closed_session_counts_nobody_and_can_be_opened(line: Line) -> None:
    session = line.field.session
    line.field.desk.road.do(lambda folder, stamp: sessions.close_session(folder, stamp, session))
    line.rest()
    line.scan(1)
    assert line.present() == []
    assert "La sesión está cerrada" in line.page.board.banner.accessibleName()
    line.click(line.button("Abrir otra vez"))
    assert not line.page.board.banner.isVisible()
    line.page.card_scanned(line.field.code(1))
    line.rest()
    assert line.present() == ["Amalia Serrano Chávez"]


@pytest.mark.parametrize(("key", "modifier"), [(Qt.Key.Key_F9, NONE), (Qt.Key.Key_Return, CTRL)])
def test_going_on(line: Line, key: Qt.Key, modifier: Qt.KeyboardModifier) -> None:
    line.key(key, modifier)
    assert line.window.session_view.step() == "pre_test"
    line.window.session_view.show_step("attendance")
    line.rest()
    assert line.focus() is line.page.board.field


def test_at_200_per_cent_columns_are_tabs_and_the_rest_is_behind_more(line: Line) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    line.scan(1)
    theme.set_percent(app, 200)
    line.rest()
    board = line.page.board
    assert (board.panel.isVisible(), board.crowd.isVisible(), board.devices.isVisible()) == (True, False, False)
    board.tabs.setCurrentIndex(1)
    assert board.crowd.isVisible()
    line.scan(2)
    assert board.panel.isVisible(), "an answer comes to the front"
    line.click(board.bar.more)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    shown = {action.text().split("\t")[0]: action for action in menu.actions()}
    assert {"Ver quién falta (4)", "Deshacer", "Sonido alto"} <= set(shown)
    shown["Deshacer"].trigger()
    menu.close()
    line.rest()
    assert line.present() == ["Amalia Serrano Chávez"]
    line.key(Qt.Key.Key_F4)
    assert board.crowd.missing.isVisible(), "the key works though its button is not seen"


@pytest.mark.parametrize("size", [(1366, 690), (1920, 1080)])
@pytest.mark.parametrize("percent", [100, 200])
def test_waiting_answers_keep_the_rules_of_reach(line: Line, size: tuple[int, int], percent: int) -> None:
    app = QApplication.instance()
    assert isinstance(app, QApplication)
    theme.set_percent(app, percent)
    line.window.resize(*size)
    for number in (1, ELSEWHERE, BLANK, CANCELLED):
        line.scan(number)
        assert faults(line.page) == [], line.said()
    line.foreign()
    assert faults(line.page) == [], line.said()
    line.key(Qt.Key.Key_F4)
    assert faults(line.page) == []
    panel = line.page.board.panel
    assert panel.mapTo(line.page, QPoint(0, 0)).x() + panel.width() <= line.page.width()
