"""Papel in the real window on a sample season: choosing, seeing, saving; photographs read, asked, saved by keys."""

from __future__ import annotations

import sys
from pathlib import Path

import numpy as np
import pytest
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QWidget

from promoter_app.domain.cards import card_label
from promoter_app.ui import theme
from promoter_app.ui.paper.page import PaperPage
from tests.capture import filled
from tests.journeys.desk import Field
from tests.paper import reading
from tests.ui.frames import HandCamera, Plugged
from tests.ui.settled import faults


@pytest.fixture
def page(field: Field) -> PaperPage:
    return go(field)


def go(field: Field) -> PaperPage:
    field.key(Qt.Key.Key_5, Qt.KeyboardModifier.AltModifier)
    field.rest()
    shown = field.window.room()
    assert isinstance(shown, PaperPage)
    rest(field)
    return shown


def rest(field: Field) -> None:
    """Until nothing is read, drawn or asked any more."""
    field.rest()
    page = field.window.room()
    if isinstance(page, PaperPage):
        field.wait(lambda: not (page.printing.aside.is_busy or page.reading.aside.is_busy))
        field.rest()


def click(field: Field, widget: object) -> None:
    QTest.mouseClick(widget, Qt.MouseButton.LeftButton)  # type: ignore[call-overload]
    rest(field)


def save_to(monkeypatch: pytest.MonkeyPatch, out: Path) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_args: (str(out), ""))


def choose(field: Field, page: PaperPage, kind: str) -> None:
    """Choose a paper of the tile at hand, as with the arrow keys."""
    box = page.printing.choosing.kind
    box.setFocus()
    while box.currentData() != kind:
        field.key(Qt.Key.Key_Down)
        rest(field)


# --- Imprimir ---------------------------------------------------------------------------------------------------


def test_from_a_crew_to_its_cards_in_three_clicks(
    field: Field, page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "tarjetas.pdf"
    save_to(monkeypatch, out)
    click(field, page.printing.choosing.tiles["cards"])
    crew = page.printing.choosing.crew.currentText()
    click(field, page.printing.save_button)
    text = reading.flat_text(out)
    names = field.sql(
        "SELECT p.name FROM person_now p JOIN membership_now m ON m.person = p.id JOIN crew_now c ON c.id = m.crew"
        " WHERE c.name = ? AND m.until IS NULL",
        crew,
    )
    assert names
    assert all(name.split()[0] in text for (name,) in names)
    reading.run("qpdf", "--check", out)


def test_pages_turn_and_say_where_they_are(field: Field, page: PaperPage) -> None:
    tab = page.printing
    assert tab.where.text() == f"Hoja 1 de {tab.preview.pages()}"
    assert tab.preview.pages() > 1
    before = tab.preview.grab().toImage()
    field.key(Qt.Key.Key_PageDown)
    assert tab.where.text().startswith("Hoja 2 de")
    assert tab.preview.grab().toImage() != before
    field.key(Qt.Key.Key_PageUp)
    assert tab.where.text().startswith("Hoja 1 de")


def test_every_paper_of_every_tile_is_shown(field: Field, page: PaperPage) -> None:
    tab = page.printing
    for tile in ("lists", "material"):
        click(field, tab.choosing.tiles[tile])
        for place in range(tab.choosing.kind.count()):
            choose(field, page, tab.choosing.kind.itemData(place))
            assert tab.preview.pages() >= 1, tab.choosing.kind.currentText()
            assert tab.save_button.isEnabled()
    assert not faults(field.window)


def test_blanks_get_numbers_only_when_asked(
    field: Field, page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = field.sql("SELECT count(*) FROM card")
    choose(field, page, "blanks")
    tab = page.printing
    assert tab.preview.pages() == 0
    assert "pulsa Numerar" in tab.preview.accessibleName()
    assert not tab.save_button.isEnabled()
    assert field.sql("SELECT count(*) FROM card") == before
    tab.choosing.count.setValue(12)
    click(field, tab.choosing.make_button)
    assert field.sql("SELECT count(*) FROM card") == [(before[0][0] + 12,)]
    assert tab.preview.pages() >= 2
    out = tmp_path / "blancas.pdf"
    save_to(monkeypatch, out)
    click(field, tab.save_button)
    text = reading.flat_text(out)
    fresh = field.sql("SELECT number FROM card ORDER BY rowid DESC LIMIT 12")
    assert all(card_label(number) in text for (number,) in fresh)


def test_nobody_with_a_constancia_is_said_in_place_of_the_paper(field: Field, page: PaperPage) -> None:
    click(field, page.printing.choosing.tiles["certificates"])
    assert field.sql("SELECT count(*) FROM certificate") == [(0,)]
    assert "Pulsa Preparar constancias" in page.printing.preview.accessibleName()
    click(field, page.printing.choosing.make_button)
    given = field.sql("SELECT count(*) FROM certificate")[0][0]
    assert page.printing.preview.pages() == given
    if not given:
        assert "ha terminado el programa" in page.printing.preview.accessibleName()


def test_the_choices_of_last_time_come_back(field: Field, page: PaperPage) -> None:
    click(field, page.printing.choosing.tiles["lists"])
    choose(field, page, "roster-no-names")
    box = page.printing.choosing.paper
    box.setFocus()
    field.key(Qt.Key.Key_Down)
    assert box.currentData() == "a4"
    again = PaperPage(field.window.desk)
    again.printing.reload()
    field.rest()
    now = again.printing.choosing.chosen()
    assert (now.tile, now.kind, now.paper) == ("lists", "roster-no-names", "a4")
    again.deleteLater()


def test_a_system_that_cannot_show_pdf_says_so_and_still_saves(
    field: Field, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setitem(sys.modules, "PySide6.QtPdf", None)
    page = go(field)
    assert "no tiene con qué mostrar el PDF" in page.printing.preview.accessibleName()
    out = tmp_path / "x.pdf"
    save_to(monkeypatch, out)
    field.key(Qt.Key.Key_S, Qt.KeyboardModifier.ControlModifier)
    reading.run("qpdf", "--check", out)


def test_a_full_disk_is_told(
    field: Field, page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    save_to(monkeypatch, tmp_path / "no" / "x.pdf")
    click(field, page.printing.save_button)
    assert "No se pudo guardar x.pdf" in page.printing.banner.accessibleName()


def test_hidden_names_stay_off_paper(
    field: Field, page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    field.key(Qt.Key.Key_F7)
    click(field, page.printing.choosing.tiles["lists"])
    out = tmp_path / "lista.pdf"
    save_to(monkeypatch, out)
    click(field, page.printing.save_button)
    text = reading.flat_text(out)
    people = field.sql("SELECT name FROM person_now WHERE kind = 'worker'")
    assert not [name for (name,) in people if name in text]


def test_pages_go_to_a_printer_at_their_real_size(field: Field, page: PaperPage, tmp_path: Path) -> None:
    from PySide6.QtPrintSupport import QPrinter

    from promoter_app.ui.paper.preview import print_pdf

    click(field, page.printing.choosing.tiles["lists"])
    choose(field, page, "tests")
    pdf = page.printing._pdf
    assert pdf is not None
    printer = QPrinter(QPrinter.PrinterMode.HighResolution)
    printer.setOutputFileName(str(tmp_path / "out.pdf"))
    print_pdf(pdf, printer)
    ((width, height), *_rest) = reading.page_sizes(tmp_path / "out.pdf")
    assert (round(width), round(height)) == (279, 216)
    page_image = reading.pictures(tmp_path / "out.pdf", 200)[0]
    assert reading.zxing(page_image)


def test_print_without_a_printer_says_why(field: Field, page: PaperPage, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("promoter_app.ui.paper.print_tab.printers", lambda: [])
    click(field, page.printing.choosing.tiles["lists"])
    assert page.printing.print_button.reason() == "No hay impresora: guarda el PDF"
    assert page.printing.hint.text() == "No hay impresora: guarda el PDF"
    monkeypatch.setattr("promoter_app.ui.paper.print_tab.printers", lambda: ["HP"])
    click(field, page.printing.choosing.tiles["cards"])
    assert page.printing.print_button.isEnabled()


# --- Leer hojas -------------------------------------------------------------------------------------------------


def printed_list(field: Field, page: PaperPage) -> list:  # type: ignore[type-arg]
    click(field, page.printing.choosing.tiles["lists"])
    return filled.raster(page.printing._data)


def read_by_key(field: Field, page: PaperPage, files: list[Path], monkeypatch: pytest.MonkeyPatch) -> None:
    """F6, then O, then the system's dialog gives these files."""
    monkeypatch.setattr(QFileDialog, "getOpenFileNames", lambda *_args: ([str(file) for file in files], ""))
    field.key(Qt.Key.Key_F6)
    field.key(Qt.Key.Key_O)
    rest(field)


def of_sheet(field: Field) -> int:
    query = "SELECT count(*) FROM attendance WHERE way = 'sheet' AND id NOT IN (SELECT target FROM void)"
    return int(field.sql(query)[0][0])


def test_a_photo_is_asked_about_and_saved_by_keys(
    field: Field, page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = of_sheet(field)
    sheet = printed_list(field, page)[0]
    filled.mark_rows(sheet, [0, 3, 5])
    rings = filled.rings_on(sheet)
    filled.short_mark(sheet, rings[1, "present", 0, ""])
    filled.short_mark(sheet, rings[2, "present", 0, ""])
    read_by_key(field, page, [filled.scan(sheet, tmp_path / "a.jpg")], monkeypatch)
    tab = page.reading
    assert [number.text() for number in tab.counters.numbers][::2] == ["3", "2"]
    assert tab.doubts.heading.text() == "¿Vino esta persona?"
    first = tab.doubts.name.text()
    assert not tab.save_button.isEnabled()
    field.key(Qt.Key.Key_Right)
    assert tab.doubts.name.text() != first
    field.key(Qt.Key.Key_Right)
    assert tab.doubts.name.text() == first
    field.key(Qt.Key.Key_S)
    field.key(Qt.Key.Key_N)
    assert of_sheet(field) == before
    assert [number.text() for number in tab.counters.numbers][::2] == ["4", "0"]
    assert not faults(field.window)
    field.key(Qt.Key.Key_F9)
    assert of_sheet(field) == before + 4
    assert "Guardado. 4 presentes" in tab.banner.accessibleName()
    read_by_key(field, page, [tmp_path / "a.jpg"], monkeypatch)
    field.key(Qt.Key.Key_S)
    field.key(Qt.Key.Key_N)
    field.key(Qt.Key.Key_F9)
    assert of_sheet(field) == before + 4
    assert tab.banner.accessibleName() == "Nada nuevo: ya estaba guardado. 4 ya estaban"
    field.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert of_sheet(field) == before


def test_an_answer_can_be_changed(
    field: Field, page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = printed_list(field, page)[0]
    rings = filled.rings_on(sheet)
    for row in (1, 2):
        filled.short_mark(sheet, rings[row, "present", 0, ""])
    read_by_key(field, page, [filled.scan(sheet, tmp_path / "a.jpg")], monkeypatch)
    tab = page.reading
    field.key(Qt.Key.Key_S)
    assert tab.doubts.left() == 1
    place = next(iter(tab.doubts.given()))
    tab.doubts._change(place)
    assert tab.doubts.left() == 2
    tab.view.picked.emit((2, "present", 0))
    assert tab.doubts.current().asked.row == 2  # type: ignore[union-attr]


def test_somebody_written_by_hand_is_typed_in(
    field: Field, page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = printed_list(field, page)[0]
    named = filled.layout_of(sheet).named
    filled.mark_rows(sheet, [0, named + 1, named + 2])
    filled.hand(sheet).mark(filled.rings_on(sheet)[named + 2, "consent", 0, ""], "fill")
    read_by_key(field, page, [filled.scan(sheet, tmp_path / "a.jpg")], monkeypatch)
    tab = page.reading
    assert tab.walk_ins.heading.text() == "Alguien se anotó a mano"
    assert field.focus() is tab.walk_ins.name
    field.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert tab.walk_ins.missing.isVisible()
    tab.walk_ins.name.setFocus()
    field.type("Nicolasa Sosa Nava")
    field.key(Qt.Key.Key_Return)
    field.key(Qt.Key.Key_M)
    tab.walk_ins.age.setFocus()
    field.key(Qt.Key.Key_4)
    tab.walk_ins.consent.setFocus()
    field.key(Qt.Key.Key_S)
    assert not faults(field.window)
    field.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert tab.walk_ins.left() == 1
    assert tab.walk_ins.consent.value() == "yes", "the sheet says so"
    field.type("Serafín Lara")
    field.key(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert tab.walk_ins.left() == 0
    field.key(Qt.Key.Key_F9)
    rows = field.sql("SELECT p.sex, p.age_group, a.way FROM person p JOIN attendance a ON a.person = p.id"
                     " WHERE p.name = 'Nicolasa Sosa Nava'")  # fmt: skip
    assert rows == [("F", "25-34", "walk_in")]


def test_photos_are_dropped_and_bad_ones_say_why(field: Field, page: PaperPage, tmp_path: Path) -> None:
    sheet = printed_list(field, page)[0]
    good = filled.scan(sheet, tmp_path / "buena.jpg")
    bad = tmp_path / "perro.jpg"
    filled.cv2.imwrite(str(bad), filled.np.full((600, 800), 90, filled.np.uint8))
    field.key(Qt.Key.Key_F6)
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(good)), QUrl.fromLocalFile(str(bad))])
    drop = QDropEvent(
        QPointF(5, 5), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    page.reading.dropEvent(drop)
    rest(field)
    assert "perro.jpg: En la foto no se ve una hoja de Surco" in page.reading.banner.accessibleName()
    assert page.reading.save_button.isVisible()


def test_a_sheet_before_the_camera_is_read_like_a_file(field: Field, tmp_path: Path) -> None:
    field.window.desk.cameras = cameras = Plugged(a=HandCamera)
    page = go(field)
    sheet = printed_list(field, page)[0]
    filled.mark_rows(sheet, [0, 3])
    photo = filled.cv2.imread(str(filled.scan(sheet, tmp_path / "a.png")), filled.cv2.IMREAD_GRAYSCALE)
    before, files = of_sheet(field), sorted(field.folder.rglob("*.*g"))
    field.key(Qt.Key.Key_F6)
    tab = page.reading
    assert tab.camera_button.text() == "Usar la cámara"
    field.key(Qt.Key.Key_T)
    assert tab.camera_button.reason() == "La cámara no da imagen todavía"
    cameras.hand.show(np.full((480, 640), 90, np.uint8))
    assert tab.camera_button.isEnabled()
    assert not faults(field.window)
    field.key(Qt.Key.Key_T)
    rest(field)
    assert "Foto de la cámara: En la foto no se ve una hoja de Surco" in tab.banner.accessibleName()
    field.key(Qt.Key.Key_T)
    cameras.hand.show(photo, at=1.0)
    field.key(Qt.Key.Key_T)
    rest(field)
    assert tab.counters.numbers[0].text() == "2"
    assert tab.camera_button.text() == "Otra foto"
    assert not cameras.hand.is_on
    field.key(Qt.Key.Key_T)
    cameras.hand.show(np.full((480, 640), 90, np.uint8), at=2.0)
    field.key(Qt.Key.Key_T)
    rest(field)
    assert tab.counters.numbers[0].text() == "2", "a bad picture loses nothing"
    field.key(Qt.Key.Key_F9)
    assert of_sheet(field) == before + 2
    assert sorted(field.folder.rglob("*.*g")) == files


def test_the_camera_goes_off_with_the_tab_and_says_why_there_is_none(field: Field) -> None:
    field.window.desk.cameras = cameras = Plugged(a=HandCamera)
    page = go(field)
    field.key(Qt.Key.Key_F6)
    click(field, page.reading.camera_button)
    first = cameras.hand
    assert first.is_on
    field.key(Qt.Key.Key_F5)
    assert not first.is_on
    field.key(Qt.Key.Key_F6)
    assert page.reading.view.isVisible()
    cameras.unplug("a")
    click(field, page.reading.camera_button)
    assert "Puedes elegir una imagen." in page.reading.still.picture.accessibleName()
    assert not page.reading.camera_button.isEnabled()
    click(field, page.reading.close_camera)
    assert page.reading.view.isVisible()


def test_hidden_names_are_not_asked_by_name(
    field: Field, page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheet = printed_list(field, page)[0]
    filled.short_mark(sheet, filled.rings_on(sheet)[1, "present", 0, ""])
    field.key(Qt.Key.Key_F7)
    read_by_key(field, page, [filled.scan(sheet, tmp_path / "a.jpg")], monkeypatch)
    shown = page.reading.doubts.name.text()
    assert shown.startswith(("Tarjeta ", "Sin tarjeta"))


def test_answers_of_a_test_sheet_are_asked_by_letter(
    field: Field, page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    click(field, page.printing.choosing.tiles["lists"])
    choose(field, page, "tests")
    sheet = filled.raster(page.printing._data)[0]
    rings = filled.rings_on(sheet)
    filled.hand(sheet).mark(rings[0, "pre", 1, "B"], "fill")
    for choice in "AC":
        filled.hand(sheet).mark(rings[0, "pre", 2, choice], "fill")
    read_by_key(field, page, [filled.scan(sheet, tmp_path / "a.jpg")], monkeypatch)
    tab = page.reading
    assert tab.doubts.heading.text() == "¿Qué contestó antes en la pregunta 2?"
    shown = [each.text() for each in (*tab.doubts.letters.values(), *tab.doubts.truth.values()) if each.isVisible()]
    assert shown == ["V", "F", "?"], "as it is printed over the rings"
    assert not faults(field.window)
    fits(field, page)
    before = field.sql("SELECT count(*) FROM attempt")[0][0]
    field.key(Qt.Key.Key_F)
    field.key(Qt.Key.Key_F9)
    assert field.sql("SELECT count(*) FROM attempt")[0][0] == before + 1
    kept = "SELECT n.choice FROM answer n JOIN attempt t ON t.id = n.attempt ORDER BY n.wall DESC, n.rowid DESC LIMIT 3"
    assert ("F",) in field.sql(kept)


def long_list(field: Field, page: PaperPage) -> list:  # type: ignore[type-arg]
    """The list of the largest crew: several pages."""
    ((crew, _size),) = field.sql(
        "SELECT crew, count(*) AS size FROM membership_now WHERE until IS NULL GROUP BY crew ORDER BY size DESC LIMIT 1"
    )
    page.printing.choose("lists", crew)
    rest(field)
    sheets = filled.raster(page.printing._data)
    assert len(sheets) > 1
    return sheets


def fits(field: Field, page: PaperPage) -> None:
    """Nothing lies beyond the right edge of the window, once everything has its place."""
    edge = page.window().width()

    def beyond() -> list[str]:
        return [
            each.accessibleName() for each in page.reading.findChildren(QWidget)
            if each.isVisible() and each.mapTo(page.window(), each.rect().topRight()).x() > edge
        ]  # fmt: skip

    field.wait(lambda: not beyond())


def read_doubts(
    field: Field, page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, rows: tuple[int, ...]
) -> None:
    """The first page of a list of two comes back with short marks on these rows."""
    sheet = printed_list(field, page)[0]
    rings = filled.rings_on(sheet)
    for row in rows:
        filled.short_mark(sheet, rings[row, "present", 0, ""])
    read_by_key(field, page, [filled.scan(sheet, tmp_path / "a.jpg")], monkeypatch)


def test_photograph_questions_and_save_fit_the_window(
    field: Field, page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets = long_list(field, page)
    for sheet in sheets:
        filled.short_mark(sheet, filled.rings_on(sheet)[1, "present", 0, ""])
    scans = [filled.scan(sheet, tmp_path / f"{at}.jpg") for at, sheet in enumerate(sheets)]
    read_by_key(field, page, scans, monkeypatch)
    assert page.reading.other_page.isVisible()
    for percent in (100, 125):
        theme.set_percent(QApplication.instance(), percent)  # type: ignore[arg-type]
        field.rest()
        fits(field, page)


def test_a_stray_enter_answers_nothing_and_then_saves(
    field: Field, page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = of_sheet(field)
    read_doubts(field, page, tmp_path, monkeypatch, (1, 2))
    tab = page.reading
    field.key(Qt.Key.Key_S)
    for stray in (Qt.Key.Key_Return, Qt.Key.Key_Space):
        field.key(stray)
        assert tab.doubts.left() == 1, "the last question too waits for its letter"
    field.key(Qt.Key.Key_N)
    assert field.focus() is tab.save_button
    field.key(Qt.Key.Key_Return)
    assert of_sheet(field) == before + 1
    assert "Guardado. 1 presente" in tab.banner.accessibleName()
    field.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert not tab.banner.isVisible(), "what was undone is not saved"


def test_the_page_that_did_not_come_is_named(
    field: Field, page: PaperPage, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    sheets = long_list(field, page)
    for sheet in sheets:
        filled.mark_rows(sheet, [0])
    first, *others = [filled.scan(sheet, tmp_path / f"{at}.jpg") for at, sheet in enumerate(sheets)]
    read_by_key(field, page, [first], monkeypatch)
    tab = page.reading
    assert "Falta la hoja 2 de la lista" in tab.done.detail.text()
    assert not faults(field.window)
    field.key(Qt.Key.Key_F9)
    read_by_key(field, page, others, monkeypatch)
    assert "Falta" not in tab.done.detail.text(), "people of the first page are counted already"
