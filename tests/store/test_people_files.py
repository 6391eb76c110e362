"""Reading partners' files: the same people come out of any encoding and separator; hostile files are refused."""

from __future__ import annotations

import codecs
import csv
import io
import zipfile
from datetime import date, time, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from openpyxl import Workbook

from promoter_app.domain.people_list.rows import propose_mapping
from promoter_app.domain.refusal import Refusal
from promoter_app.store.people_files import reading as people_files
from promoter_app.store.people_files.reading import RawTable, read_people_file

HEADER = ("Nombre completo", "Edad", "Sexo", "Cuadrilla")
PEOPLE = (
    ("+Ɨtɨama Carrillo", "25", "Mujer", "Los Pinos"),
    ("'Utsima", "34", "Hombre", "San Blas, norte"),
    ("=SUMA Pérez", "41", "Mujer", 'La "Esperanza"; sur'),
    ("Tu̱ʼun ñiñiaꞋ", "52", "Hombre", "Galera\nNorte"),
)
SPANISH = (("Rosalía Muñoz Ángeles", "25", "Mujer", "Peñón"), ("José Güémez", "40", "Hombre", "Años"))


def as_csv(rows: tuple[tuple[str, ...], ...], delimiter: str = ",", newline: str = "\r\n") -> str:
    out = io.StringIO(newline="")
    quoting = csv.QUOTE_ALL if newline == "\r" else csv.QUOTE_MINIMAL  # Python leaves \n bare beside \r
    csv.writer(out, delimiter=delimiter, lineterminator=newline, quoting=quoting).writerows(rows)
    return out.getvalue()


def saved(folder: Path, data: bytes, name: str = "lista.csv") -> Path:
    path = folder / name
    path.write_bytes(data)
    return path


def workbook(folder: Path, book: Workbook, name: str = "lista.xlsx") -> Path:
    path = folder / name
    book.save(path)
    return path


def book_of(*rows: tuple[object, ...]) -> Workbook:
    book = Workbook()
    for at, row in enumerate(rows, 1):
        for column, value in enumerate(row, 1):
            cell = book.active.cell(at, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"  # text stays text, also when it begins with =
    return book


def outcome(path: Path) -> RawTable | str:
    """The table, or the code of the refusal."""
    try:
        return read_people_file(path)
    except Refusal as refusal:
        return refusal.code


def refused(path: Path, sheet: str | None = None) -> str:
    with pytest.raises(Refusal) as refusal:
        read_people_file(path, sheet)
    for language in ("es", "en"):
        assert len(refusal.value.text(language)) > 20
    return refusal.value.code


@pytest.mark.parametrize("delimiter", [",", ";", "\t", "|"])
@pytest.mark.parametrize("newline", ["\r\n", "\n", "\r"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be"])
def test_names_of_every_language_survive_any_unicode_file(
    tmp_path: Path, delimiter: str, newline: str, encoding: str
) -> None:
    rows = (("Lista de cortadores",), HEADER, (), *PEOPLE)
    read = read_people_file(saved(tmp_path, as_csv(rows, delimiter, newline).encode(encoding)))
    assert read.rows == rows
    assert read.delimiter == delimiter
    assert read.notes == ()


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252", "cp850", "mac_roman"])
def test_spanish_lists_of_old_programs_are_read(tmp_path: Path, delimiter: str, encoding: str) -> None:
    rows = (HEADER, *SPANISH)
    read = read_people_file(saved(tmp_path, as_csv(rows, delimiter).encode(encoding)))
    assert read.rows == rows
    assert read.encoding == ("utf-16-le" if encoding == "utf-16" else encoding)


def test_a_windows_list_that_ends_in_an_accent_keeps_it(tmp_path: Path) -> None:
    read = read_people_file(saved(tmp_path, "Nombre\nAna\nJosé".encode("cp1252")))
    assert read.rows == (("Nombre",), ("Ana",), ("José",))


def test_a_file_cut_inside_a_letter_is_read_and_says_so(tmp_path: Path) -> None:
    read = read_people_file(saved(tmp_path, "Nombre,Edad\nRosalía,3\nJosé".encode()[:-1]))
    assert read.rows == (("Nombre", "Edad"), ("Rosalía", "3"), ("Jos",))
    assert "incompleto" in read.notes[0].es


CELLS = st.text(
    alphabet=st.one_of(
        st.sampled_from("aeñáɨƗ+'=ꞌ,;\t\"|\n 0"), st.characters(codec="utf-8", exclude_categories=["C", "Z"])
    ),
    max_size=12,
).map(str.strip)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    rows=st.lists(st.tuples(CELLS, CELLS, CELLS, CELLS), min_size=1, max_size=6),
    delimiter=st.sampled_from([",", ";", "\t"]),
    encoding=st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]),
)
def test_any_cells_come_back_as_they_were_written(
    tmp_path: Path, rows: list[tuple[str, ...]], delimiter: str, encoding: str
) -> None:
    written = [tuple(cell for cell in row) for row in rows]
    text = as_csv((HEADER, *written), delimiter)
    read = read_people_file(saved(tmp_path, text.encode(encoding)))
    padded = [row + ("",) * (4 - len(row)) for row in read.rows[1:]]
    padded += [("",) * 4] * (len(written) - len(padded))
    assert padded == written
    assert read.rows[0] == HEADER


def test_excel_s_separator_hint_is_obeyed_and_row_numbers_stay(tmp_path: Path) -> None:
    read = read_people_file(saved(tmp_path, b"sep=;\r\nNombre;Edad\r\nRuiz, Ana;30\r\n"))
    assert read.rows == ((), ("Nombre", "Edad"), ("Ruiz, Ana", "30"))
    assert propose_mapping(read).header_row == 2


def test_a_quote_that_is_never_closed_swallows_nobody(tmp_path: Path) -> None:
    people = "".join(f"Persona {at},30\n" for at in range(40))
    read = read_people_file(saved(tmp_path, f'Nombre,Edad\n"Pepe Ruiz,50\n{people}'.encode()))
    assert len(read.rows) == 42
    assert "comillas" in read.notes[0].es


def test_a_workbook_gives_text_as_a_person_reads_it(tmp_path: Path) -> None:
    book = book_of(
        ("Ingenio Puga",),
        (),
        ("Nombre", "Edad", "Nacimiento", "Acepta", "Tarjeta"),
        ("+Ɨtɨama", 25, date(1990, 5, 1), True, "0317"),
        ("'Utsima", 34.0, "1985", False, 318),
        ("=SUMA Pérez", "41", time(9, 30), timedelta(hours=30), 1.5),
    )
    book.active.merge_cells("A1:E1")
    read = read_people_file(workbook(tmp_path, book))
    assert read.rows == (
        ("Ingenio Puga",),
        (),
        ("Nombre", "Edad", "Nacimiento", "Acepta", "Tarjeta"),
        ("+Ɨtɨama", "25", "1990-05-01", "sí", "0317"),
        ("'Utsima", "34", "1985", "no", "318"),
        ("=SUMA Pérez", "41", "09:30:00", "1 day, 6:00:00", "1.5"),
    )
    assert (read.sheet, read.encoding, read.notes) == ("Sheet", None, ())


def test_the_sheet_of_people_is_chosen_and_the_others_are_named(tmp_path: Path) -> None:
    book = book_of(("Resumen",), ("Total", 3))
    for title, rows in (("Gente", [HEADER, *PEOPLE[:2]]), ("Oculta", [HEADER, *PEOPLE]), ("Otra", [("x",)])):
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append([f"_{cell}" if cell.startswith("=") else cell for cell in row])
    book["Oculta"].sheet_state = "hidden"
    path = workbook(tmp_path, book, "lista.csv")
    read = read_people_file(path)
    assert (read.sheet, read.rows[0]) == ("Gente", HEADER)
    assert "«Sheet», «Otra»" in read.notes[0].es
    assert read_people_file(path, "Sheet").rows == (("Resumen",), ("Total", "3"))
    assert refused(path, "Nada") == "sheet_missing"


def with_part(path: Path, part: str, change: bytes | None, added: bytes = b"") -> Path:
    """A copy of the workbook with one part replaced by `change`, or extended, or (None) taken out."""
    out = path.with_name("cambiado.xlsx")
    with zipfile.ZipFile(path) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name != part:
                new.writestr(name, old.read(name))
            elif change is not None:
                new.writestr(name, change + added)
    return out


SHEET = "xl/worksheets/sheet1.xml"
CELL = '<c r="A{row}" t="str"><f>X()</f>{value}</c>'


def sheet_xml(*cells: str) -> bytes:
    rows = "".join(f'<row r="{row}">{cell.format(row=row)}</row>' for row, cell in enumerate(cells, 1))
    space = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
    return f'<worksheet xmlns="{space}"><sheetData>{rows}</sheetData></worksheet>'.encode()


def formula(value: str) -> str:
    return CELL.replace("{value}", value)


def test_formulas_give_their_saved_result_and_those_without_one_are_told(tmp_path: Path) -> None:
    plain = workbook(tmp_path, book_of(("Nombre",)))
    xml = sheet_xml(formula("<v>Nombre</v>"), formula("<v>Ana Ruiz</v>"), formula("<v></v>"), formula("<v/>"))
    read = read_people_file(with_part(plain, SHEET, xml))
    assert read.rows == (("Nombre",), ("Ana Ruiz",))
    assert read.notes[0].es.startswith("2 celdas con fórmula")


def test_a_sheet_that_claims_a_million_rows_is_small(tmp_path: Path) -> None:
    book = book_of(("Nombre",), ("Ana",))
    book.active.cell(90_000, 1).number_format = "0"
    assert read_people_file(workbook(tmp_path, book)).rows == (("Nombre",), ("Ana",))


def test_text_stored_inside_the_sheet_is_read(tmp_path: Path) -> None:
    xml = sheet_xml('<c r="A{row}" t="inlineStr"><is><t>Nombre</t></is></c>', '<c r="B{row}"><v>3</v></c>')
    read = read_people_file(with_part(workbook(tmp_path, book_of(("x",))), SHEET, xml))
    assert read.rows == (("Nombre",), ("", "3"))


def test_a_whole_number_written_with_decimals_is_whole(tmp_path: Path) -> None:
    xml = sheet_xml('<c r="A{row}"><v>34.0</v></c>', '<c r="A{row}"><v>3.4E1</v></c>')
    read = read_people_file(with_part(workbook(tmp_path, book_of(("x",))), SHEET, xml))
    assert read.rows == (("34",), ("34",))


def test_an_xml_attack_is_refused(tmp_path: Path) -> None:
    attack = b'<!DOCTYPE a [<!ENTITY b "bbbb"><!ENTITY c "&b;&b;">]>' + sheet_xml("<c/>")
    assert refused(with_part(workbook(tmp_path, book_of(("x",))), SHEET, attack)) == "file_damaged"


def test_a_zip_bomb_is_refused_before_it_is_opened(tmp_path: Path) -> None:
    bomb = with_part(workbook(tmp_path, book_of(("x",))), SHEET, sheet_xml(), b" " * 30_000_000)
    assert bomb.stat().st_size < 100_000
    assert refused(bomb) == "file_too_big"


def test_a_password_inside_the_archive_is_told(tmp_path: Path) -> None:
    path = workbook(tmp_path, book_of(("x",)))
    data = bytearray(path.read_bytes())
    for mark, flag in ((b"PK\x01\x02", 8), (b"PK\x03\x04", 6)):
        at = data.find(mark)
        while at >= 0:
            data[at + flag] |= 1
            at = data.find(mark, at + 4)
    assert refused(saved(tmp_path, bytes(data), "clave.xlsx")) == "file_password"


OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(2000)


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "file_empty"),
        (b"\xef\xbb\xbf\r\n \r\n", "file_empty"),
        (OLE, "file_old_excel"),
        (OLE + "EncryptedPackage".encode("utf-16-le"), "file_password"),
        (b"%PDF-1.7 ...", "not_a_table"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "not_a_table"),
        (b"<html><table><tr><td>Nombre</td></tr></table>", "not_a_table"),
        (b"Nombre,Edad\nAna\0\0\x01,3\n", "not_a_table"),
        (bytes(range(256)) * 4, "not_a_table"),
        (codecs.BOM_UTF16_LE + b"\x00\xd8\x00\x00", "not_a_table"),
        (b"PK\x03\x04 and then nothing", "file_damaged"),
        (b",,,\n,,,\n", "not_a_table"),
        (b'Nombre,Edad\n"' + b"a" * 200_000, "not_a_table"),
    ],
)
def test_what_is_not_a_list_is_refused_in_words(tmp_path: Path, data: bytes, code: str) -> None:
    assert refused(saved(tmp_path, data, "lista.xlsx")) == code


def test_another_program_s_archive_is_not_a_workbook(tmp_path: Path) -> None:
    path = tmp_path / "lista.xlsx"
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
    assert refused(path) == "not_a_table"


def test_a_missing_file_and_a_folder_are_refused(tmp_path: Path) -> None:
    assert refused(tmp_path) == "file_is_folder"
    assert refused(tmp_path / "no.csv") == "file_missing"


def test_a_file_that_the_system_will_not_read_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = saved(tmp_path, b"Nombre\nAna\n")

    def locked(*_: object, **__: object) -> None:
        raise PermissionError(13, "locked by another program")

    monkeypatch.setattr(Path, "open", locked)
    assert refused(path) == "file_unreadable"


def test_files_beyond_the_limits_are_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(people_files, "MAX_FILE_BYTES", 1000)
    assert refused(saved(tmp_path, b"Nombre\n" + b"Ana Ruiz\n" * 200)) == "file_too_big"


@pytest.mark.parametrize("name", ["lista.csv", "lista.xlsx"])
def test_more_rows_than_any_partner_has_are_refused(tmp_path: Path, name: str) -> None:
    if name == "lista.csv":
        path = saved(tmp_path, b"Nombre\n" + b"Ana\n" * 100_001)
    else:
        xml = sheet_xml('<c r="A{row}" t="str"><v>Nombre</v></c>')
        row = b"".join(b'<row r="%d"><c r="A%d"><v>%d</v></c></row>' % (at, at, at * 7919) for at in range(2, 100_003))
        xml = xml.replace(b"</sheetData>", row + b"</sheetData>")
        path = with_part(workbook(tmp_path, book_of(("x",))), SHEET, xml)
    assert refused(path) == "file_too_big"


@pytest.mark.parametrize("part", ["xl/workbook.xml", SHEET, "xl/styles.xml", "xl/_rels/workbook.xml.rels"])
def test_a_workbook_with_a_part_lost_or_spoilt_is_refused_or_read(tmp_path: Path, part: str) -> None:
    path = workbook(tmp_path, book_of(HEADER, PEOPLE[0]))
    for change in (None, b"", b"<a>", b"<a/>"):
        read = outcome(with_part(path, part, change))
        if isinstance(read, RawTable):
            assert read.rows == (HEADER, PEOPLE[0])
        else:
            assert read in {"file_damaged", "not_a_table"}


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None, max_examples=60)
@given(data=st.data())
def test_a_damaged_workbook_is_read_or_refused_and_never_crashes(tmp_path: Path, data: st.DataObject) -> None:
    path = tmp_path / "sano.xlsx"
    if not path.exists():
        workbook(tmp_path, book_of(HEADER, *PEOPLE), path.name)
    whole = bytearray(path.read_bytes())
    cut = data.draw(st.integers(1, len(whole)))
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), max_size=3)):
        whole[at] ^= 1 << data.draw(st.integers(0, 7))
    read = outcome(saved(tmp_path, bytes(whole[:cut]), "roto.xlsx"))
    if isinstance(read, RawTable):
        assert read.rows
    else:
        assert read in {"file_damaged", "not_a_table", "file_too_big", "file_password", "file_empty"}


@given(data=st.binary(max_size=400))
@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
def test_any_bytes_are_a_table_or_a_refusal(tmp_path: Path, data: bytes) -> None:
    read = outcome(saved(tmp_path, data))
    assert read.rows if isinstance(read, RawTable) else read
