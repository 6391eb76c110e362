"""Tables of what the office changes in the topics: new versions, texts and recordings in a language, local inserts."""

from __future__ import annotations

from promoter_app.store.shapes import Table, blob, choice, day, ident, number, text, yes_no

PIECE_BYTES = 48 * 1024
"""Bytes of one piece of a sound: written out as hex it still fits where differing contents are kept."""

TOPIC_FACTS: tuple[Table, ...] = (
    Table(
        "topic_version",
        "Versión nueva de un tema; lo que ya se contestó queda con la suya",
        "New version of a topic; what was answered keeps its own",
        (
            text("module", 20, required=True), number("version", required=True),
            text("body", 200_000, required=True), text("note", 200),
        ),
        indexes=(("module",),),
        since=2,
    ),
    Table(
        "topic_place",
        "Un tema entra en el curso de un cultivo o sale de él",
        "A topic enters the course of a crop or leaves it",
        (
            text("crop", 40, required=True), text("module", 20, required=True), yes_no("taught", required=True),
            number("gen", required=True),
        ),
        indexes=(("crop", "module"),),
        since=2,
    ),
    Table(
        "audio_piece",
        "Parte de una grabación firmada, para que viaje con los datos",
        "Piece of a signed-off recording, so that it travels with the data",
        (text("sha256", 64, required=True), number("place", required=True), blob("data", PIECE_BYTES, required=True)),
        indexes=(("sha256", "place"),),
        since=2,
    ),
    Table(
        "question_audio",
        "Qué grabación de una pregunta va con la de su tema",
        "Which recording of a question goes with that of its topic",
        (text("recording", 64, required=True), text("item", 40, required=True), text("sha256", 64, required=True)),
        indexes=(("recording", "item"),),
        since=2,
    ),
)  # fmt: skip
TOPIC_RECORDS: tuple[Table, ...] = (
    Table(
        "recording",
        "Grabación de un tema en una lengua, con quien habla y su permiso",
        "Recording of a topic in a language, with its speaker and their consent",
        (
            text("module", 20, required=True), text("language", 40, required=True), text("file", 200, required=True),
            text("sha256", 64, required=True), number("seconds"), text("speaker", required=True),
            day("speaker_consent", required=True), day("recorded_on"), text("signed_off_by"),
        ),
        record=True,
        indexes=(("module", "language"),),
        since=2,
    ),
    Table(
        "topic_text",
        "Texto de un tema en una lengua, dado y firmado por una persona hablante",
        "Text of a topic in a language, given and signed off by a speaker",
        (
            text("module", 20, required=True), text("language", 40, required=True),
            choice("part", "title", "script", "sheet", required=True), text("words", 8000, required=True),
            text("speaker", required=True), day("signed_on", required=True), text("signed_off_by"),
        ),
        record=True,
        indexes=(("module", "language"),),
        since=2,
    ),
    Table(
        "local_insert",
        "Lo propio de una empresa dentro de un tema",
        "What belongs to one company inside a topic",
        (
            ident("company", required=True), text("module", 20, required=True), text("text_es", 2000, required=True),
            text("text_en", 2000), day("checked_on"),
        ),
        record=True,
        indexes=(("company",), ("module",)),
        since=2,
    ),
)  # fmt: skip
