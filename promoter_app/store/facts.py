"""The facts: things that happened. Written once, united when laptops meet, cancelled only by a `void`."""

from __future__ import annotations

from promoter_app.domain.people import AGE_GROUPS, SEXES
from promoter_app.store.curriculum.tables import TOPIC_FACTS
from promoter_app.store.indicators.tables import FOLLOW_UP
from promoter_app.store.papers.tables import PAPERS
from promoter_app.store.security_tables import SECURITY
from promoter_app.store.shapes import Column, Table, choice, day, ident, number, text, yes_no

WAYS = ("camera", "scanner", "typed", "sheet", "photo", "walk_in")
SCAN_STATES = ("other_crew", "unknown", "blank", "cancelled")
STEPS = ("attendance", "pre_test", "topic", "post_test", "closing")


def _fact(name: str, es: str, en: str, *columns: Column, **more: object) -> Table:
    return Table(name, es, en, columns, **more)  # type: ignore[arg-type]


PEOPLE = (
    _fact(
        "consent", "Lo que una persona aceptó o retiró, por finalidad", "Consent of a person, by purpose",
        ident("person", required=True), text("purpose", 40, required=True), yes_no("given", required=True),
        text("text_version", 40), choice("how", "oral", "written", "list"), ident("replaces"),
        subject="person", indexes=(("person",),),
    ),
    _fact(
        "person_language", "Otra lengua que habla una persona", "Another language that a person speaks",
        ident("person", required=True), text("language", 40, required=True), text("level", 40),
        subject="person", indexes=(("person",),),
    ),
    _fact(
        "card", "Tarjeta impresa; en blanco hasta que se asigna", "Printed card; blank until assigned",
        text("code", 10, required=True), number("number", required=True), text("batch", 60),
        indexes=(("code",), ("number",)),
    ),
    _fact(
        "card_block", "Números de tarjeta que le tocan a una laptop", "Card numbers given to a laptop",
        ident("device", required=True), number("first", required=True), number("size", required=True),
    ),
    _fact(
        "card_assignment", "Tarjeta entregada a una persona", "Card given to a person",
        ident("card", required=True), ident("person", required=True),
        subject="person", indexes=(("card",), ("person",)),
    ),
    _fact(
        "card_cancel", "Tarjeta anulada y, si hay, la que la reemplaza", "Card cancelled, and its replacement",
        ident("card", required=True), text("reason", 60), ident("good_card"),
        indexes=(("card",),),
    ),
    _fact(
        "prior_training", "Capacitación que la persona ya tenía", "Training that the person already had",
        ident("person", required=True), text("topic", required=True), text("by_whom"),
        day("held_on"), text("evidence"),
        subject="person", indexes=(("person",),),
    ),
    _fact(
        "link", "Dos registros son (o no son) la misma persona", "Two records are (or are not) one person",
        ident("a", required=True), ident("b", required=True), yes_no("same", required=True),
        subject="a", indexes=(("a",), ("b",)),
    ),
    _fact(
        "people_import", "Lista de personas que se trajo de un archivo", "List of people brought from a file",
        text("sha256", 64, required=True), number("imported", required=True), number("skipped", required=True),
    ),
)

SESSIONS = (
    _fact(
        "session_staff", "Quién acompaña la sesión", "Who else gives the session",
        ident("session", required=True), ident("person", required=True),
        choice("role", "promoter", "interpreter", "coordinator", required=True),
        subject="person", indexes=(("session",),),
    ),
    _fact(
        "attendance", "Una persona estuvo en una sesión", "A person was in a session",
        ident("session", required=True), ident("person", required=True), ident("card"), ident("crew"),
        choice("way", *WAYS, required=True), ident("scan"),
        subject="person", indexes=(("session", "person"), ("person", "session")),
    ),
    _fact(
        "unnamed_presence", "Alguien que estuvo y no se registra con nombre",
        "Someone who was there and is not registered by name",
        ident("session", required=True), choice("sex", *SEXES), choice("age_group", *AGE_GROUPS),
        text("language", 40), choice("reason", "no_consent", "minor", required=True),
        indexes=(("session",),),
    ),
    _fact(
        "scan", "Lectura que espera una respuesta", "A scan that waits for an answer",
        ident("session", required=True), text("code", 10), ident("card"), ident("person"),
        choice("state", *SCAN_STATES, required=True), choice("way", *WAYS, required=True),
        subject="person", indexes=(("session",),),
    ),
    _fact(
        "scan_answer", "Lo que se respondió a una lectura", "What was answered to a scan",
        ident("scan", required=True), choice("answer", "counted", "registered", "dismissed", required=True),
        indexes=(("scan",),),
    ),
    _fact(
        "session_step", "Paso de una sesión que empezó, terminó o se saltó", "A step of a session",
        ident("session", required=True), choice("step", *STEPS, required=True),
        choice("event", "started", "finished", "skipped", required=True), number("card_number"),
        indexes=(("session",),),
    ),
    _fact(
        "preflight", "Revisión antes de un tema delicado", "Check before a sensitive topic",
        ident("session", required=True), text("check_code", 60, required=True), yes_no("ticked", required=True),
        indexes=(("session",),),
    ),
    _fact(
        "override", "Se dio un tema antes de tiempo, y por qué", "A topic given early, and why",
        ident("session"), ident("crew"), text("module", 20, required=True),
        text("reason", 60, required=True), text("note", 2000), text("coordinator"),
        indexes=(("crew",),),
    ),
    _fact(
        "bridge", "Puente para quien llega tarde o repaso de temporada", "Bridge for late joiners, or refresher",
        ident("session"), ident("person", required=True),
        choice("kind", "late_joiner", "refresher", required=True), number("minutes"),
        subject="person", indexes=(("person",),),
    ),
    _fact(
        "referral", "Se ofreció un canal de ayuda (sin nombre ni relato)", "A help channel was offered",
        ident("session"), yes_no("offered", required=True), text("channel", 60), day("on_date", required=True),
    ),
    _fact(
        "feedback", "Opinión anónima después de la sesión", "Anonymous feedback after the session",
        ident("session", required=True), number("face", required=True), text("comment", 1000),
        indexes=(("session",),),
    ),
    _fact(
        "outreach", "Alcance de la campaña de información", "Reach of the information campaign",
        text("channel", 60, required=True), text("audience", 120), text("place", 120), text("language", 40),
        day("on_date", required=True), number("people", required=True),
        choice("counted", "counted", "estimated", "platform", required=True),
        ident("partner"), yes_no("about_channels"), text("note", 1000),
    ),
)

TESTS = (
    _fact(
        "curriculum", "Versión de un programa de temas", "Version of a curriculum",
        text("crop", 40, required=True), number("version", required=True), text("title_es"), text("title_en"),
    ),
    _fact(
        "module", "Tema de una versión del programa", "Module of a curriculum version",
        ident("curriculum", required=True), text("code", 20, required=True), number("level", required=True),
        number("minutes", required=True), text("title_es"), text("title_en"),
        text("neutral_es"), text("neutral_en"),
        indexes=(("curriculum", "code"),),
    ),
    _fact(
        "item", "Pregunta de la prueba de un tema, con su clave", "Test item of a module, with its key",
        ident("module", required=True), number("number", required=True), yes_no("starred", required=True),
        text("text_es", 1000, required=True), text("text_en", 1000), text("options", 4000),
        text("answer", 10, required=True),
        indexes=(("module",),),
    ),
    _fact(
        "test_form", "Preguntas que se hicieron juntas", "Items asked together",
        ident("module", required=True), yes_no("short", required=True), text("items", 2000, required=True),
    ),
    _fact(
        "attempt", "Prueba inicial o final de una persona", "Pre- or post-test of a person",
        ident("session", required=True), ident("person", required=True), ident("form", required=True),
        choice("phase", "pre", "post", required=True), yes_no("late", required=True),
        yes_no("interpreted", required=True), yes_no("declined", required=True),
        subject="person", indexes=(("session", "phase"), ("person",)),
    ),
    _fact(
        "answer", "Respuesta a una pregunta", "Answer to an item",
        ident("attempt", required=True), ident("person", required=True), ident("item", required=True),
        text("choice", 10, required=True),
        subject="person", indexes=(("attempt",),),
    ),
    _fact(
        "hand_count", "Conteo a mano alzada, sin nombres", "Count by raised hands, without names",
        ident("session", required=True), choice("phase", "pre", "post", required=True),
        ident("item", required=True), number("correct", required=True), number("total", required=True),
        indexes=(("session",),),
    ),
)

HISTORY = (
    _fact(
        "edit", "Cambio de un dato; dice qué cambios reemplaza", "Change of a field",
        ident("entity", required=True), text("tbl", 40, required=True), text("field", 40, required=True),
        text("value", 20000), number("gen", required=True),
        subject="entity", indexes=(("entity", "field"),),
    ),
    _fact(
        "supersede", "Cambio que reemplaza a otro", "An edit that replaces another",
        ident("base", required=True), ident("by_edit", required=True), ident("entity", required=True),
        subject="entity", indexes=(("base",),),
    ),
    _fact(
        "void", "Anula un hecho o un registro, sin borrarlo", "Cancels a fact or a record",
        ident("target", required=True), text("tbl", 40, required=True), text("reason", 200), ident("subject"),
        subject="subject", indexes=(("target",),),
    ),
    _fact(
        "erasure", "Cancelación de datos de una persona", "Erasure of a person's data",
        ident("subject", required=True), choice("stage", "request", "block", "suppress", required=True),
        text("authority"),
        subject=None, indexes=(("subject",),),
    ),
    _fact(
        "device", "Laptop del proyecto", "Laptop of the project",
        text("name", 80, required=True),
    ),
)

SINCE_2 = (
    _fact(
        "audit", "Quién hizo qué y cuándo, además de los cambios de datos", "Who did what and when, beside changes",
        text("action", 60, required=True), ident("target"), text("detail", 200),
        since=2,
    ),
)

FACTS: tuple[Table, ...] = PEOPLE + SESSIONS + TESTS + HISTORY + SINCE_2 + FOLLOW_UP + SECURITY + PAPERS + TOPIC_FACTS
