"""Facts about trust: the key a laptop signs with, sealed notes, clocks that were put right."""

from __future__ import annotations

from promoter_app.store.shapes import Table, day, ident, number, text

SECURITY: tuple[Table, ...] = (
    Table(
        "device_key", "Llave pública con la que firma una laptop", "Public key that a laptop signs with",
        (ident("device", required=True), text("public", 64, required=True)),
        indexes=(("device",),), since=2,
    ),
    Table(
        "sealed_note", "Nota sellada para quien protege; aquí nadie la puede leer",
        "Note sealed to the safeguarding person; nobody can read it here",
        (ident("session"), day("on_date", required=True), text("recipient", 80, required=True),
         text("body", 8000, required=True)),
        since=2,
    ),
    Table(
        "clock_correction", "El reloj de una laptop estaba mal, y por qué", "A laptop's clock was wrong, and why",
        (ident("device", required=True), number("since", required=True), number("until", required=True),
         number("minutes", required=True), text("reason", 200, required=True)),
        indexes=(("device",),), since=2,
    ),
)  # fmt: skip
