"""The widgets of the kit as a person with a keyboard and a screen reader meets them."""

from __future__ import annotations

import pytest
import shiboken6
from PySide6.QtCore import QEvent, Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QAbstractItemModelTester, QTest
from PySide6.QtWidgets import QApplication, QComboBox, QLineEdit, QListView, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from promoter_app.ui import theme
from promoter_app.ui.kit import (
    AnswerTiles,
    Banner,
    Bar,
    CameraView,
    Card,
    CheckRow,
    Chip,
    Choice,
    ChoiceRow,
    FocusFollower,
    KeyButton,
    NavRail,
    PathDots,
    PathView,
    PersonList,
    PersonModel,
    PersonRow,
    ProgressPanel,
    ScanField,
    SessionBar,
    StepBar,
    TopBar,
    audit,
)
from promoter_app.ui.kit.frames import Text
from promoter_app.ui.kit.gallery import PEOPLE, STEPS, nodes, rail_items
from promoter_app.ui.kit.icons import icon, pixmap
from promoter_app.ui.kit.keys import caption, described
from promoter_app.ui.kit.question import Question

SEXES = [Choice("M", "Mujer", "M"), Choice("H", "Hombre", "H"), Choice("O", "Otro", "O")]


def shown(qtbot: QtBot, *widgets: QWidget) -> QWidget:
    """A visible, active page with these widgets under each other."""
    page = QWidget()
    qtbot.addWidget(page)
    box = QVBoxLayout(page)
    for widget in widgets:
        box.addWidget(widget)
    page.show()
    page.activateWindow()
    qtbot.waitUntil(page.isActiveWindow)
    qtbot.__dict__.setdefault("pages", []).append(page)  # qtbot itself only remembers weakly
    return page


def focus(qtbot: QtBot, widget: QWidget) -> None:
    widget.setFocus()
    qtbot.waitUntil(widget.hasFocus)


# buttons


def test_a_button_shows_says_and_answers_its_key(qtbot: QtBot) -> None:
    button, field = KeyButton("Persona nueva", "ph.user-plus-bold", "F2", more_keys=("Ctrl+N",)), QLineEdit()
    shown(qtbot, button, field)
    presses: list[int] = []
    button.clicked.connect(lambda: presses.append(1))
    focus(qtbot, field)
    QTest.keyClick(field, Qt.Key.Key_F2)
    QTest.keyClick(field, Qt.Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    assert len(presses) == 2
    assert button.caption() == "F2"
    assert button.accessibleName() == "Persona nueva"
    assert button.accessibleDescription() == "Tecla F2 o Ctrl N"


def test_a_focused_button_keeps_enter_for_itself(qtbot: QtBot) -> None:
    main, other = KeyButton("Iniciar", key="Return", kind="primary"), KeyButton("Repasar")
    shown(qtbot, main, other)
    pressed: list[str] = []
    main.clicked.connect(lambda: pressed.append("main"))
    other.clicked.connect(lambda: pressed.append("other"))
    focus(qtbot, other)
    QTest.keyClick(other, Qt.Key.Key_Return)
    QTest.keyClick(other, Qt.Key.Key_Enter)
    other.clearFocus()
    QTest.keyClick(other.window(), Qt.Key.Key_Return)
    assert pressed == ["other", "other", "main"]


def test_a_blocked_button_says_why(qtbot: QtBot) -> None:
    button = KeyButton("Guardar", key="F9")
    shown(qtbot, button)
    presses: list[int] = []
    button.clicked.connect(lambda: presses.append(1))
    button.set_reason("faltan 2")
    QTest.keyClick(button.window(), Qt.Key.Key_F9)
    assert (button.isEnabled(), button.accessibleName(), presses) == (False, "Guardar, faltan 2", [])
    button.set_reason("")
    assert (button.isEnabled(), button.accessibleName()) == (True, "Guardar")


@pytest.mark.parametrize(
    ("size", "height"), [("office", 40), ("small", 48), ("normal", 56), ("large", 64), ("main", 68), ("hero", 88)]
)
def test_buttons_have_the_heights_of_the_design(qtbot: QtBot, size: str, height: int) -> None:
    button = KeyButton("Hola", size=size)
    shown(qtbot, button)
    assert button.height() == height


def test_captions_are_words_of_the_keyboard() -> None:
    assert [caption(key) for key in ("F2", "Return", "Ctrl+Z", "Space", "Esc")] == [
        "F2",
        "Enter",
        "Ctrl Z",
        "Espacio",
        "Esc",
    ]
    assert caption("Left") == "ph.arrow-left-bold"
    assert described(("Left",)) == "Tecla flecha izquierda"
    assert described(()) == ""


def test_an_unknown_icon_is_an_error_and_colours_come_from_the_palette() -> None:
    with pytest.raises(ValueError, match="no-such"):
        pixmap("ph.no-such-icon")
    drawn = pixmap("ph.check-bold", "rojo", 32).toImage()
    reds = {drawn.pixelColor(x, y).name() for x in range(32) for y in range(32) if drawn.pixelColor(x, y).alpha() > 250}
    assert theme.colour("rojo").name() in reds
    assert not icon("mdi6.lock").isNull()


# the shell


def test_the_rail_opens_places_by_click_and_alt_number(qtbot: QtBot) -> None:
    rail = NavRail(rail_items())
    page = shown(qtbot, rail)
    picked: list[str] = []
    rail.chosen.connect(picked.append)
    rail.set_current("hoy")
    QTest.keyClick(page, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    QTest.mouseClick(rail.button("papel"), Qt.MouseButton.LeftButton)
    assert picked == ["cuadrillas", "papel"]
    assert rail.current() == "papel"
    rail.set_badge("entregar", 3)
    assert rail.button("entregar").accessibleName() == "Entregar, 3 pendientes"
    assert rail.button("papel").accessibleName() == "Papel, abierta"
    assert rail.button("papel").accessibleDescription() == "Tecla Alt 5"
    rail.set_items(rail_items()[:6])
    assert rail.current() == "papel"
    assert rail.button("entregar").badge() == 3


def test_the_rail_drops_its_words_for_large_text(qtbot: QtBot, qapp: QApplication) -> None:
    rail = NavRail(rail_items())
    shown(qtbot, rail)
    assert rail.sizeHint().width() == 104
    theme.set_percent(qapp, 200)
    assert rail.sizeHint().width() == 104
    assert rail.button("hoy").toolTip() == "" or rail.button("hoy").text() == ""
    assert rail.button("hoy").accessibleName() == "Hoy"


def test_the_top_bar_says_what_it_is_told(qtbot: QtBot) -> None:
    top = TopBar()
    page = shown(qtbot, top)
    page.resize(1366, 200)
    top.set_title("Hoy", "martes 17 de febrero")
    top.set_battery(82)
    top.set_clock("11:42")
    top.set_person("Lupita Ramos")
    assert (top.title.text(), top.context.text(), top.context.isVisible()) == ("Hoy", "martes 17 de febrero", True)
    assert (top.battery.text(), top.clock.text()) == ("82 %", "11:42")
    assert top.saved.text() == "Guardado aquí"
    assert top.help.accessibleName() == "Ayuda"
    top.set_battery(None)
    assert not top.battery.isVisible()
    top.set_saved(False)
    assert top.saved.text() == "Guardando"
    asked: list[str] = []
    top.help_clicked.connect(lambda: asked.append("help"))
    top.person_clicked.connect(lambda: asked.append("person"))
    top.help.click()
    top.person.click()
    assert asked == ["help", "person"]


def test_steps_can_all_be_chosen_and_say_their_state(qtbot: QtBot) -> None:
    steps = StepBar(STEPS)
    page = shown(qtbot, steps)
    page.resize(1000, 100)
    picked: list[int] = []
    steps.chosen.connect(picked.append)
    steps.set_progress(1, {0})
    assert steps.button(0).accessibleName() == "Paso 1 de 5, Asistencia, hecho"
    assert steps.button(1).accessibleName() == "Paso 2 de 5, Prueba inicial, paso actual"
    assert steps.button(4).accessibleName() == "Paso 5 de 5, Cierre, pendiente"
    steps.button(4).click()
    focus(qtbot, steps.button(1))
    QTest.keyClick(steps.button(1), Qt.Key.Key_Right)
    assert steps.button(2).hasFocus()
    QTest.keyClick(steps.button(2), Qt.Key.Key_Return)
    assert picked == [4, 2]


def test_a_narrow_step_bar_keeps_the_word_of_the_current_step(qtbot: QtBot) -> None:
    steps = StepBar(STEPS)
    page = shown(qtbot, steps)
    page.resize(1100, 100)
    QApplication.processEvents()
    wide = [steps.button(i).width() for i in range(5)]
    page.resize(460, 100)
    QApplication.processEvents()
    narrow = [steps.button(i).width() for i in range(5)]
    assert narrow[0] == wide[0]
    assert all(a < b for a, b in zip(narrow[1:], wide[1:], strict=True))
    assert min(narrow) >= 48


def test_the_session_bar_leaves_words_out_but_never_cuts_them(qtbot: QtBot, qapp: QApplication) -> None:
    bar = SessionBar(STEPS)
    page = shown(qtbot, bar)
    page.layout().setContentsMargins(0, 0, 0, 0)
    bar.set_session("Cuadrilla Los Pinos", "Tema 2 · Golpe de calor")
    bar.clock.start(1800, 1000, "12:30")
    bar.clock.stop()
    page.resize(1366, 100)
    assert bar.crew.isVisible()
    assert bar.crew.width() >= bar.crew.sizeHint().width()
    theme.set_percent(qapp, 200)
    qapp.processEvents()
    assert not bar.crew.isVisible() or bar.crew.width() >= bar.crew.sizeHint().width()


# choices and ticks


def test_a_row_of_choices_is_chosen_by_letter_and_shows_it_with_words(qtbot: QtBot) -> None:
    row = ChoiceRow("Sexo", SEXES)
    shown(qtbot, row)
    picked: list[object] = []
    row.chosen.connect(picked.append)
    assert row.value() is None
    focus(qtbot, row.button("M"))
    QTest.keyClick(row.button("M"), Qt.Key.Key_Right)
    assert row.button("H").hasFocus()
    assert row.value() is None
    QTest.keyClick(row.button("H"), Qt.Key.Key_O)
    assert (row.value(), picked) == ("O", ["O"])
    assert row.button("O").accessibleName() == "Otro, elegido"
    assert row.button("M").accessibleName() == "Mujer"
    assert row.button("M").accessibleDescription() == "Tecla M"
    row.set_value(None)
    assert row.value() is None
    row.set_value("M")
    assert (row.value(), picked) == ("M", ["O"])


def test_answers_are_chosen_by_digit_from_anywhere(qtbot: QtBot) -> None:
    tiles = AnswerTiles("Respuestas", [Choice(n, f"Respuesta {n}", str(n), "ph.tree-fill") for n in (1, 2, 3)])
    button = KeyButton("Audio")
    shown(qtbot, tiles, button)
    picked: list[object] = []
    tiles.chosen.connect(picked.append)
    focus(qtbot, button)
    QTest.keyClick(button, Qt.Key.Key_2)
    assert (picked, tiles.value()) == ([2], 2)
    assert min(tiles.button(2).width(), tiles.button(2).height()) >= 200
    tiles.set_choices([Choice("a", "Otra", "1")])
    assert tiles.value() is None
    QTest.keyClick(tiles.window(), Qt.Key.Key_1)
    assert picked == [2, "a"]


def test_a_row_to_tick_says_its_state(qtbot: QtBot) -> None:
    row = CheckRow("Hoja de asistencia")
    shown(qtbot, row)
    focus(qtbot, row)
    assert row.accessibleName() == "Hoja de asistencia, falta"
    QTest.keyClick(row, Qt.Key.Key_Space)
    assert row.isChecked()
    assert row.accessibleName() == "Hoja de asistencia, listo"
    assert row.height() >= 48


def test_a_choice_to_tick_says_yes_or_no_with_the_words_put_on_it_later(qtbot: QtBot) -> None:
    row = CheckRow("", is_choice=True)
    shown(qtbot, row)
    row.setText("Menos movimiento")
    assert row.accessibleName() == "Menos movimiento, no"
    row.setChecked(True)
    assert row.accessibleName() == "Menos movimiento, sí"


def test_a_question_that_grows_stays_on_the_screen(qtbot: QtBot) -> None:
    question = Question("¿Qué podría saber?", "Seguir")
    qtbot.addWidget(question)
    told = Text("corto", wrap=True)
    question.form.addRow(told)
    question.show()
    room = question.screen().availableGeometry()
    question.move(room.left() + 20, room.bottom() - question.height() - 10)
    told.setMinimumHeight(300)
    question.adjustSize()
    QApplication.processEvents()
    assert room.contains(question.frameGeometry())


# lists


def test_the_model_of_people_keeps_the_rules_of_qt_and_changes_a_row(qtbot: QtBot) -> None:
    model = PersonModel(PEOPLE)
    QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    key = model.row(1).key
    assert model.change(key, mark="present")
    assert not model.change(77, mark="present")
    assert [model.row(place).mark for place in range(model.rowCount()) if model.row(place).key == key] == ["present"]
    model.set_rows(PEOPLE[:1])
    assert model.rowCount() == 1


def test_a_list_is_entered_by_key_and_says_each_row(qtbot: QtBot) -> None:
    people = PersonList("Presentes")
    people.people.set_rows(PEOPLE)
    shown(qtbot, people).resize(348, 500)
    picked: list[object] = []
    pointed: list[object] = []
    people.chosen.connect(picked.append)
    people.pointed.connect(pointed.append)
    focus(qtbot, people)
    assert people.set_current_key(3)
    QTest.keyClick(people, Qt.Key.Key_Down)
    QTest.keyClick(people, Qt.Key.Key_Return)
    assert (picked, pointed, people.current_key()) == ([4], [3, 4], 4)
    third = people.people.index(2)
    assert third.data(Qt.ItemDataRole.AccessibleTextRole) == (
        "Eusebio Robles G., de El Trapiche, 12:03, de otra cuadrilla"
    )
    heights = [people.visualRect(people.people.index(i)).height() for i in range(3)]
    assert heights == [56, 56, 70]


def test_names_can_be_hidden(qtbot: QtBot) -> None:
    model = PersonModel(PEOPLE)
    model.set_names_hidden(True)
    assert model.index(0).data() == "R. B. C."
    assert "Rosalía" not in model.index(0).data(Qt.ItemDataRole.AccessibleTextRole)
    model.set_names_hidden(False)
    assert model.index(0).data() == "Rosalía Bautista C."


def test_the_scan_field_offers_people_and_gives_up_enter_when_empty(qtbot: QtBot) -> None:
    field, main = ScanField("Escanea la tarjeta"), KeyButton("Contar aquí", key="Return")
    shown(qtbot, field, main)
    wanted: list[str] = []
    chosen: list[object] = []
    submitted: list[str] = []
    counted: list[int] = []
    field.wanted.connect(wanted.append)
    field.chosen.connect(chosen.append)
    field.submitted.connect(submitted.append)
    main.clicked.connect(lambda: counted.append(1))
    focus(qtbot, field)
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert counted == [1]
    QTest.keyClicks(field, "0317")
    QTest.keyClick(field, Qt.Key.Key_Return)
    assert (wanted[-1], submitted, counted) == ("0317", ["0317"], [1])
    field.set_found(PEOPLE[:3])
    assert len(field.found()) == 3
    popup = QApplication.activePopupWidget()
    assert popup is not None
    assert isinstance(popup, QListView)
    assert popup.visualRect(popup.model().index(2, 0)).height() >= 48
    QTest.keyClick(popup, Qt.Key.Key_Down)
    QTest.keyClick(popup, Qt.Key.Key_Return)
    assert (chosen, field.text(), field.found()) == ([2], "", [])
    assert QApplication.activePopupWidget() is None
    QTest.keyClicks(field, "ros")
    QTest.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert field.accessibleName() == "Escanea la tarjeta"


# the path


def test_the_path_says_state_and_reason_and_can_be_walked(qtbot: QtBot) -> None:
    path = PathView(nodes())
    shown(qtbot, path).resize(1100, 300)
    picked: list[int] = []
    path.chosen.connect(picked.append)
    assert path.button(6).accessibleName() == "Tema 6, Buen trato, con candado, faltan 3 personas"
    assert path.button(1).accessibleName() == "Tema 1, Machete, hecho, 31 de 31"
    focus(qtbot, path.button(5))
    QTest.keyClick(path.button(5), Qt.Key.Key_Right)
    QTest.keyClick(path.button(6), Qt.Key.Key_Return)
    assert picked == [6]


def test_the_small_path_is_one_sentence(qtbot: QtBot) -> None:
    dots = PathDots(nodes())
    qtbot.addWidget(dots)
    assert dots.accessibleName().startswith("Tema 1, Machete, hecho")
    assert "Tema 5, Pago justo, sigue ahora" in dots.accessibleName()


# messages


def test_a_banner_stays_in_the_page_and_says_which_button(qtbot: QtBot) -> None:
    banner = Banner()
    shown(qtbot, banner)
    assert not banner.isVisible()
    acted: list[str] = []
    banner.acted.connect(acted.append)
    banner.tell("amber", "Ayer quedó una sesión abierta", "San Blas", (("close", "Cerrarla"),))
    assert banner.isVisible()
    assert banner.accessibleName() == "Ayer quedó una sesión abierta. San Blas"
    banner.findChild(KeyButton).click()
    assert acted == ["close"]
    banner.clear()
    assert not banner.isVisible()
    with pytest.raises(KeyError):
        banner.tell("pink", "No")


def test_progress_shows_count_and_is_cancelled_once(qtbot: QtBot) -> None:
    panel = ProgressPanel()
    shown(qtbot, panel)
    panel.begin("Uniendo archivos")
    assert not panel.isVisible()
    qtbot.waitUntil(panel.isVisible)
    assert not panel.cancel.isVisible()
    panel.end()
    assert not panel.isVisible()
    panel.begin("Buscando lugar", cancel_word="Detener y usar lo que hay", at_once=True)
    panel.advance(4, 7)
    assert panel.bar.accessibleName() == "Buscando lugar, 4 de 7"
    assert panel.bar.share() == pytest.approx(4 / 7)
    stops: list[int] = []
    panel.cancelled.connect(lambda: stops.append(1))
    panel.cancel.click()
    panel.cancel.click()
    assert stops == [1]
    assert panel.cancel.accessibleName() == "Detener y usar lo que hay, deteniendo"
    panel.end()


def test_a_bar_is_as_full_as_its_share(qtbot: QtBot) -> None:
    bar = Bar("uva")
    qtbot.addWidget(bar)
    bar.resize(200, 14)
    bar.set_share(0.5, "la mitad")
    drawn = bar.grab().toImage()
    assert drawn.pixelColor(50, 7).name() == theme.colour("uva").name()
    assert drawn.pixelColor(150, 7).name() == theme.colour("trough").name()
    bar.set_share(7.0)
    assert bar.share() == 1.0


def amber_width(view: CameraView) -> int:
    """From the leftmost to the rightmost amber pixel."""
    drawn, amber = view.grab().toImage(), theme.colour("ambar").name()
    columns = [x for x in range(262) for y in range(0, 198, 2) if drawn.pixelColor(x, y).name() == amber]
    return max(columns) - min(columns) if columns else 0


def test_the_camera_says_why_there_is_no_picture(qtbot: QtBot) -> None:
    view = CameraView()
    qtbot.addWidget(view)
    view.resize(262, 198)
    assert view.accessibleName() == "Cámara: no hay. No hay cámara. El lector y el teclado sirven."
    view.set_state("busy", "La usa otra ventana")
    assert view.accessibleName() == "Cámara: ocupada. La usa otra ventana"
    view.set_state("ready")
    frame = QImage(320, 240, QImage.Format.Format_RGB32)
    frame.fill(QColor(theme.palette().azul))
    view.set_frame(frame)
    drawn = view.grab().toImage()
    assert drawn.pixelColor(131, 99).name() == theme.colour("azul").name()
    assert 0 < amber_width(view) < 200
    view.set_outline(0.7)
    assert amber_width(view) > 190
    view.set_outline(0)
    assert amber_width(view) == 0
    view.set_state("starting")
    assert (view.state_words(), view.accessibleName()) == ("un momento", "Cámara: un momento")
    view.set_state("ready")
    assert (view.state_words(), view.accessibleName()) == ("lista", "Cámara: lista")
    view.set_state("none")
    assert view.grab().toImage().pixelColor(20, 20).name() == theme.colour("off").name()
    with pytest.raises(ValueError, match="broken"):
        view.set_state("broken")


def test_cards_and_chips(qtbot: QtBot) -> None:
    card = Card()
    page = shown(qtbot, card)
    assert not card.heading.isVisible()
    card.set_heading("Más tarde hoy")
    assert card.heading.isVisible()
    chip = Chip("Material listo", "ph.check-bold", "green")
    card.add_to_head(chip)
    chip.set_chip("Falta audio náayeri", "ph.speaker-slash-bold", "amber")
    page.resize(500, 200)
    assert chip.width() >= chip.sizeHint().width()
    assert chip.accessibleName() == "Falta audio náayeri"


# focus


def test_the_ring_follows_the_focus_and_is_not_clipped(qtbot: QtBot, qapp: QApplication) -> None:
    button, other = KeyButton("Uno"), QLineEdit()
    page = shown(qtbot, button, other)
    follower = FocusFollower(qapp, page)
    focus(qtbot, other)
    focus(qtbot, button)
    ring = follower.ring
    assert ring.isVisible()
    assert ring.geometry() == button.geometry().adjusted(-6, -6, 6, 6)
    edge = page.grab().toImage().pixelColor(button.geometry().center().x(), button.geometry().top() - 5)
    assert edge.name() == theme.colour("foco").name()
    focus(qtbot, other)
    assert not ring.isVisible()
    follower.stop()


def test_the_ring_outlives_the_dialog_that_it_was_in(qtbot: QtBot, qapp: QApplication) -> None:
    box, button = QWidget(), KeyButton("Dos")
    gone = KeyButton("Uno", parent=box)
    follower = FocusFollower(qapp, shown(qtbot, box, button))
    focus(qtbot, button)
    focus(qtbot, gone)
    assert follower.ring.isVisible()
    shiboken6.delete(box)
    focus(qtbot, button)
    assert follower.ring.isVisible()
    assert follower.ring.geometry() == button.geometry().adjusted(-6, -6, 6, 6)
    follower.stop()


def test_widgets_retell_themselves_in_another_language(qtbot: QtBot, qapp: QApplication) -> None:
    from promoter_app.ui.language import load_language

    steps, row, view = StepBar(STEPS), CheckRow("Laptop"), CameraView()
    path = PathView(nodes())
    shown(qtbot, steps, row, view, path)
    load_language(qapp, "en")
    qapp.sendPostedEvents(None, int(QEvent.Type.LanguageChange.value))
    assert steps.button(0).accessibleName() == "Step 1 of 5, Asistencia, current step"
    assert row.accessibleName() == "Laptop, missing"
    assert view.accessibleName().startswith("Camera: none")
    assert path.button(6).accessibleName().startswith("Topic 6, Buen trato, locked")
    qapp.sendPostedEvents(None, int(QEvent.Type.LanguageChange.value))


def test_children_made_anew_keep_their_place_in_the_tab_order(qtbot: QtBot) -> None:
    banner, row, path, last = Banner(), ChoiceRow("Sexo", SEXES), PathView(nodes()), KeyButton("Seguir")
    page = shown(qtbot, banner, row, path, last)
    banner.tell("amber", "Falta cerrar", "", (("close", "Cerrarla"),))
    row.set_choices(SEXES[:2])
    path.set_nodes(nodes()[:2])
    names = [each.accessibleName() for each in audit.tab_chain(page)]
    assert [name.split(",")[0] for name in names] == ["Cerrarla", "Mujer", "Hombre", "Tema 1", "Tema 2", "Seguir"]


@pytest.mark.parametrize("verb", ["Salir", "Guardar motivo y seguir luego"])
def test_a_question_never_cuts_its_buttons(qtbot: QtBot, qapp: QApplication, verb: str) -> None:
    theme.set_percent(qapp, 200)
    question = Question("¿Por qué no se pudo hacer?", verb)
    qtbot.addWidget(question)
    question.show()
    qapp.processEvents()
    for button in (question.accept_button, question.reject_button):
        assert button.width() >= button.sizeHint().width()
        assert question.rect().contains(button.geometry())
    assert question.width() <= question.screen().availableGeometry().width()


def test_alt_and_a_digit_are_not_typed_into_a_question(qtbot: QtBot) -> None:
    question, box, line = Question("¿Cuál?", "Poner"), QComboBox(), QLineEdit()
    qtbot.addWidget(question)
    box.addItems(["1 · Machete", "2 · Calor", "3 · Químicos"])
    question.add("Tema", box)
    question.add("Nota", line)
    question.show()
    for field in (box, line):
        QTest.keyClick(field, Qt.Key.Key_3, Qt.KeyboardModifier.AltModifier)
    assert (box.currentIndex(), line.text()) == (0, "")
    QTest.keyClick(box, Qt.Key.Key_3)
    QTest.keyClick(line, Qt.Key.Key_3)
    assert (box.currentIndex(), line.text()) == (2, "3")


def test_a_short_name_is_whole_aloud_unless_names_are_hidden(qtbot: QtBot) -> None:
    people = PersonModel([PersonRow(1, "Rosalía Bautista C.", mark="missing", whole="Rosalía Bautista Carrillo")])
    said = Qt.ItemDataRole.AccessibleTextRole
    assert people.data(people.index(0), said) == "Rosalía Bautista Carrillo, falta"
    people.set_names_hidden(True)
    assert people.data(people.index(0), said) == "R. B. C., falta"
