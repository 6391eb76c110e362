"""Records that planning a week needs: times by road, when people of the project can work, where they set out from."""

from __future__ import annotations

from promoter_app.store.shapes import Column, Table, clock, day, ident, number, text, yes_no

WEEK: tuple[Table, ...] = (
    Table(
        "travel_time", "Minutos por camino entre dos lugares o personas",
        "Minutes by road between two places or people",
        (ident("a", required=True), ident("b", required=True), number("minutes", required=True), text("note", 200)),
        record=True, since=2,
    ),
    Table(
        "availability", "Cuándo puede (o no) trabajar una persona del proyecto",
        "When a person of the project can (or cannot) work",
        (
            ident("person", required=True), day("since", required=True), day("until"), number("weekday"),
            yes_no("present", required=True), clock("starts"), clock("ends"), text("note", 200),
        ),
        record=True, subject="person", indexes=(("person",),), since=2,
    ),
    Table(
        "home_base", "De dónde sale a trabajar una persona del proyecto", "Where a person of the project sets out from",
        (ident("person", required=True), ident("venue"), Column("latitude", "real"), Column("longitude", "real")),
        record=True, subject="person", indexes=(("person",),), since=2,
    ),
)  # fmt: skip
