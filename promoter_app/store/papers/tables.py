"""Facts about paper: which person a printed row is, who was typed in from a row, which constancias exist."""

from __future__ import annotations

from promoter_app.store.shapes import Table, choice, day, ident, number, text

PAPERS: tuple[Table, ...] = (
    Table(
        "printed_page", "Hoja impresa: su código, su sesión y quién está en cada renglón",
        "Printed page: its code, its session and who is on each row",
        (
            text("code", 10, required=True), number("page", required=True),
            choice("kind", "attendance", "tests", required=True), ident("session", required=True),
            number("rows_on_page", required=True), text("people", 20000, required=True), ident("form"),
        ),
        since=2, indexes=(("code", "page"), ("session",)),
    ),
    Table(
        "sheet_row", "Persona que se anotó a mano en una hoja y se capturó", "Person written on a sheet by hand",
        (ident("printed_page", required=True), number("row_on_page", required=True), ident("person")),
        since=2, subject="person", indexes=(("printed_page",),),
    ),
    Table(
        "certificate", "Constancia de participación entregada", "Certificate of participation given out",
        (
            ident("person", required=True), text("crop", 40, required=True), text("folio", 40, required=True),
            text("check_code", 20, required=True), number("topics", required=True), number("minutes", required=True),
            day("first_day", required=True), day("last_day", required=True), day("issued_on", required=True),
        ),
        since=2, subject="person", indexes=(("person",), ("check_code",), ("folio",)),
    ),
)
