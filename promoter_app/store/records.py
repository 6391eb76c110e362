"""The records: nouns whose fields may change later. Each change is an `edit` fact; the row itself never changes."""

from __future__ import annotations

from promoter_app.domain.people import AGE_GROUPS, SEXES
from promoter_app.store.curriculum.tables import TOPIC_RECORDS
from promoter_app.store.shapes import Column, Table, choice, clock, day, ident, number, text, yes_no
from promoter_app.store.week_tables import WEEK

SESSION_KINDS = ("training", "refresher", "bridge", "community", "private_sector", "promoter_training")
SESSION_STATES = ("planned", "open", "held", "not_held", "reopened")
MODALITIES = ("in_person", "virtual", "phone", "radio")


def _record(name: str, es: str, en: str, *columns: Column, **more: object) -> Table:
    return Table(name, es, en, columns, record=True, **more)  # type: ignore[arg-type]


OFFICE = (
    _record(
        "project", "El proyecto dueño de estos datos", "The project that owns these data",
        text("name", required=True), number("tag", required=True), text("donor"),
    ),
    _record(
        "partner", "Organización socia", "Partner organisation",
        text("name", required=True), text("short", 40), text("kind", 40),
    ),
    _record(
        "place", "Estado, municipio o localidad", "State, municipality or locality",
        choice("kind", "state", "municipality", "locality", required=True),
        ident("parent"), text("name", required=True), text("inegi", 20),
        indexes=(("parent",),),
    ),
    _record(
        "company", "Ingenio, tabacalera, asociación de productores o productor",
        "Mill, tobacco company, growers' association or grower",
        text("name", required=True),
        choice("kind", "mill", "tobacco", "association", "grower", "other", required=True),
        text("sector", 40), ident("place"), text("agreement", 200), text("jurisdiction", 40),
    ),
    _record(
        "venue", "Frente de corte, galera u otro lugar de sesión", "Cutting front, lodging or other venue",
        choice("kind", "front", "albergue", "shed", "office", "plaza", "other", required=True),
        text("name", required=True), ident("company"), ident("place"),
        Column("latitude", "real"), Column("longitude", "real"),
        text("hospital"), text("hospital_phone", 40), number("hospital_minutes"), text("note", 1000),
        indexes=(("company",),),
    ),
    _record(
        "break_window", "Descanso acordado por día de la semana (0 = lunes)",
        "Agreed break by weekday (0 = Monday)",
        ident("venue"), ident("crew"), number("weekday", required=True),
        clock("starts", required=True), clock("ends", required=True),
        text("kind", 40), number("legal_rest_minutes"),
        indexes=(("venue", "weekday"), ("crew", "weekday")),
    ),
    _record(
        "season", "Temporada: zafra o ciclo de tabaco de una empresa", "Season of one company",
        text("name", required=True), text("sector", 40, required=True), ident("company"),
        day("starts", required=True), day("ends", required=True), text("timezone", 60),
    ),
    _record(
        "closure", "Cierre: fechas sin sesiones, su alcance y su motivo",
        "Closure: dates without sessions, scope and reason",
        choice("scope", "all", "partner", "company", "place", "venue", "season", "outcome", required=True),
        ident("target"), day("starts", required=True), day("ends", required=True),
        text("reason", 200, required=True), text("note", 1000),
    ),
    _record(
        "language", "Lengua que se usa en el proyecto", "Language used in the project",
        text("code", 40, required=True), text("group_name", 80), text("variant", 120),
        text("iso639_3", 3), text("autonym", 80),
    ),
    _record(
        "setting", "Ajuste del proyecto (regla del candado, aviso de privacidad…)", "Setting of the project",
        text("key", 80, required=True), text("value", 20000),
        indexes=(("key",),),
    ),
)

PEOPLE = (
    _record(
        "crew", "Cuadrilla o grupo de cosecha", "Crew",
        text("code", 20, required=True), text("name", required=True), ident("season", required=True),
        ident("company"), ident("venue"), text("leader"), text("sector", 40, required=True),
        ident("partner"), number("expected"), text("note", 1000),
        indexes=(("season",), ("code",)),
    ),
    _record(
        "person", "Persona: trabaja, promueve, interpreta o es del sector privado",
        "Person: worker, promoter, interpreter or private-sector participant",
        choice("kind", "worker", "promoter", "interpreter", "coordinator", "private", required=True),
        text("name", required=True), choice("sex", *SEXES), choice("age_group", *AGE_GROUPS),
        text("language", 40), yes_no("migrant"), text("origin"), ident("partner"), ident("organisation"),
        text("note", 1000),
        subject="id", indexes=(("name_key",), ("kind", "name_key")),
    ),
    _record(
        "membership", "Una persona en una cuadrilla, con fechas", "A person in a crew, with dates",
        ident("person", required=True), ident("crew", required=True),
        day("since", required=True), day("until"),
        subject="person", indexes=(("crew",), ("person",)),
    ),
    _record(
        "authorisation", "Lo que una persona tiene permiso de dar", "What a person is authorised to give",
        ident("person", required=True),
        choice("kind", "module", "referral", "confidentiality", "test_giving", "interpreting", required=True),
        text("module", 20), day("since", required=True), day("until"), text("evidence"),
        subject="person", indexes=(("person",),),
    ),
)

WORK = (
    _record(
        "session", "Sesión planeada, abierta, dada o no dada", "Session planned, open, held or not held",
        text("code", 60, required=True), choice("kind", *SESSION_KINDS, required=True),
        ident("crew"), text("module", 20), ident("curriculum"), ident("venue"), ident("season"),
        day("held_on", required=True), clock("starts", required=True), clock("ends", required=True),
        ident("promoter"), choice("modality", *MODALITIES), text("language", 40),
        choice("state", *SESSION_STATES, required=True), text("reason", 60), text("note", 4000),
        yes_no("pinned"),
        indexes=(("held_on",), ("crew",), ("state",), ("code",)),
    ),
    _record(
        "milestone", "Hito de un estándar de competencia (producto 3.4)", "Milestone of a competence standard",
        text("standard", required=True), text("version", 40), text("body"),
        text("status", 40), day("due"), day("reached_on"), text("note", 1000),
    ),
    _record(
        "period", "Periodo de informe al donante", "Reporting period",
        text("name", 60, required=True), day("starts", required=True), day("ends", required=True),
    ),
    _record(
        "indicator", "Indicador del proyecto", "Indicator",
        text("code", 20, required=True), text("donor_code", 40), text("name_es", required=True),
        text("name_en", required=True), text("rule", 60, required=True),
    ),
    _record(
        "target", "Meta de un indicador en un periodo; sin valor = no fijada",
        "Target of an indicator in a period; no value = not set",
        ident("indicator", required=True), ident("period"), ident("partner"),
        Column("value", "real"), text("owner"), day("due"),
    ),
)

RECORDS: tuple[Table, ...] = OFFICE + PEOPLE + WORK + WEEK + TOPIC_RECORDS
