"""Tables of the office's follow-up: closed periods and their figures, ratings, changes of course, samples."""

from __future__ import annotations

from promoter_app.store.shapes import Column, Table, choice, day, ident, number, text, yes_no


def _fact(name: str, es: str, en: str, *columns: Column, **more: object) -> Table:
    return Table(name, es, en, columns, since=2, **more)  # type: ignore[arg-type]


FOLLOW_UP = (
    _fact(
        "period_close", "Cierre de un periodo con la huella de sus cifras", "A period closed, with its fingerprint",
        ident("period", required=True), text("fingerprint", 64, required=True), number("figures", required=True),
        text("note", 1000),
        indexes=(("period",),),
    ),
    _fact(
        "period_figure", "Cifra de un periodo como quedó al cerrarlo", "A figure as it was when its period was closed",
        ident("close", required=True), text("indicator", 60, required=True), text("breakdown", 40),
        text("grp", 200), number("actual"), number("part"), number("whole"), number("cumulative"),
        indexes=(("close",),),
    ),
    _fact(
        "restatement", "Por qué cambió una cifra ya cerrada", "Why a closed figure changed",
        ident("close", required=True), text("indicator", 60, required=True), text("reason", 1000, required=True),
        indexes=(("close",),),
    ),
    _fact(
        "indicator_comment", "Lo que la oficina dice de una cifra en un periodo", "What the office says about a figure",
        ident("period", required=True), text("indicator", 60, required=True), text("words", 4000, required=True),
        indexes=(("period",),),
    ),
    _fact(
        "rating", "Calificación de tres puntos con su justificación", "Three-point rating with its justification",
        ident("period"), text("outcome", 200, required=True),
        choice("aspect", "achievement", "sustainability", required=True),
        choice("level", "low", "moderate", "high", required=True), text("justification", 4000, required=True),
        ident("replaces"),
    ),
    _fact(
        "adaptation", "Cambio de rumbo: qué, por qué, con qué evidencia y con quién se acordó",
        "A change of course: what, why, on what evidence, agreed with whom",
        day("on_date", required=True), text("change", 2000, required=True), text("reason", 2000, required=True),
        text("evidence", 2000), text("agreed_by", 400, required=True), yes_no("donor_informed"),
    ),
    _fact(
        "sample", "Muestra congelada: quiénes cuentan para una cifra", "A frozen sample: who counts for a figure",
        text("name", 120, required=True), day("frozen_on", required=True), text("definition", 4000, required=True),
        number("people", required=True),
    ),
    _fact(
        "sample_person", "Persona de una muestra", "A person of a sample",
        ident("sample", required=True), ident("person", required=True),
        subject="person", indexes=(("sample",),),
    ),
    _fact(
        "reported_figure", "Cifra que se informa a mano, con su evidencia", "A figure reported by hand",
        ident("indicator", required=True), ident("partner"), day("on_date", required=True),
        number("amount", required=True), text("evidence", 1000),
        indexes=(("indicator",),),
    ),
)
