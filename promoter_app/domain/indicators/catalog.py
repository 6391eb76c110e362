"""The indicators that the app can count, the breakdowns each has, and the words for them.

What an indicator counts is decided here by its rule; its code and name may be the project's own.
"""

from __future__ import annotations

from dataclasses import dataclass

from promoter_app.domain.refusal import Sentence

NO_DATA = ""
"""The group of those of whom something is not known; it is always shown."""
NO_DATA_WORDS = Sentence("sin dato", "no data")
MIN_MINUTES = 15
"""A session shorter than this gives no valid attendance."""
CHANNELS_MODULE = "M7"
SENSITIVE_LEVEL = 3
LABOUR_RIGHTS = "derechos laborales"
"""Under this one name sensitive topics leave the organisation."""

SPLITS_OF_PEOPLE = ("sex", "age_group", "language", "migrant")
PLACES = ("sector", "state", "municipality", "company")
BREAKDOWNS: dict[str, Sentence] = {
    "sex": Sentence("Sexo", "Sex"),
    "age_group": Sentence("Edad", "Age group"),
    "language": Sentence("Lengua", "Language"),
    "migrant": Sentence("Migrante", "Migrant"),
    "sector": Sentence("Cultivo", "Sector"),
    "state": Sentence("Estado", "State"),
    "municipality": Sentence("Municipio", "Municipality"),
    "company": Sentence("Empresa", "Company"),
    "partner": Sentence("Socio", "Partner"),
    "promoter": Sentence("Promotor(a)", "Promoter"),
    "topic": Sentence("Tema", "Topic"),
    "kind": Sentence("Tipo", "Kind"),
    "channel": Sentence("Canal", "Channel"),
    "audience": Sentence("Público", "Audience"),
    "place": Sentence("Lugar", "Place"),
    "counted": Sentence("Cómo se contó", "How it was counted"),
    "standard": Sentence("Estándar", "Standard"),
}


@dataclass(frozen=True)
class Rule:
    """One way of counting. `main` is False for what is shown beside an indicator and has no target of its own.

    `additive`: figures of successive periods add up to the cumulative one.
    """

    name: str
    code: str
    title: Sentence
    unit: Sentence
    breakdowns: tuple[str, ...]
    main: bool = True
    additive: bool = True
    of_people: bool = True
    beside: str = ""
    """Name of the main rule that this figure is shown beside."""

    overlaps: tuple[str, ...] = ()
    """Breakdowns in which one person may be in several groups: their parts may add up to more than the total."""


_PEOPLE = Sentence("personas", "people")
_SESSIONS = Sentence("sesiones", "sessions")
_OF_WORKERS = (*SPLITS_OF_PEOPLE, *PLACES, "partner", "promoter")
_OF_SESSIONS = (*PLACES, "partner", "promoter", "topic", "kind", "language")
_OF_REACH = ("channel", "audience", "place", "language", "counted", "partner")

RULES: dict[str, Rule] = {
    rule.name: rule
    for rule in (
        Rule(
            "knowledge_rose", "OC3",
            Sentence("Personas con prueba que aprendieron", "Tested participants whose knowledge rose"),
            Sentence("% de personas", "% of people"), (*_OF_WORKERS, "topic"), additive=False,
            overlaps=("partner", "topic"),
        ),
        Rule(
            "people_trained", "3.1", Sentence("Personas trabajadoras capacitadas", "Farmworkers trained"),
            _PEOPLE, (*_OF_WORKERS, "topic"), overlaps=("partner", "topic"),
        ),
        Rule(
            "outreach", "3.2a",
            Sentence("Personas alcanzadas por la campaña", "People reached by the information campaign"),
            _PEOPLE, _OF_REACH, of_people=False,
        ),
        Rule(
            "informed_on_channels", "3.2b",
            Sentence("Personas informadas sobre canales", "People informed on communication channels"),
            _PEOPLE, _OF_WORKERS, overlaps=("partner",),
        ),
        Rule(
            "private_sector", "3.3",
            Sentence("Personas del sector privado informadas", "Private-sector people informed"),
            _PEOPLE, ("kind", "sex"),
        ),
        Rule(
            "milestones", "3.4", Sentence("Estándares de competencia actualizados", "Competence standards updated"),
            Sentence("hitos", "milestones"), ("standard",), of_people=False,
        ),
        Rule("sessions_held", "S1", Sentence("Sesiones dadas", "Sessions held"), _SESSIONS, _OF_SESSIONS,
             of_people=False),
        Rule(
            "promoters_trained", "S2", Sentence("Personas promotoras capacitadas", "Promoters trained"),
            _PEOPLE, ("sex", "partner"),
        ),
        Rule("certificates", "S3", Sentence("Constancias ganadas", "Certificates earned"), _PEOPLE, _OF_WORKERS),
        Rule(
            "sessions_in_own_language", "S4",
            Sentence("Sesiones en lengua propia o con intérprete", "Sessions in a native language or interpreted"),
            _SESSIONS, _OF_SESSIONS, of_people=False,
        ),
        Rule("reported", "", Sentence("Cifra informada a mano", "Figure reported by hand"),
             Sentence("unidades", "units"), ("partner",), of_people=False),
        Rule(
            "attendances", "asistencias", Sentence("Asistencias (persona × sesión)", "Attendances (person × session)"),
            Sentence("asistencias", "attendances"), (), main=False, beside="people_trained",
        ),
        Rule(
            "unnamed", "sin-nombre", Sentence("Presencias sin nombre", "Presences without a name"),
            Sentence("presencias", "presences"), (), main=False, beside="people_trained",
        ),
        Rule(
            "completed_course", "completo",
            Sentence("Personas con el programa completo", "People with the whole course"),
            _PEOPLE, _OF_WORKERS, main=False, beside="people_trained",
        ),
        Rule(
            "reach_on_channels", "alcance", Sentence("Alcance de mensajes sobre canales", "Reach of rows on channels"),
            _PEOPLE, _OF_REACH, main=False, of_people=False, beside="informed_on_channels",
        ),
        Rule(
            "private_organisations", "organizaciones",
            Sentence("Organizaciones del sector privado informadas", "Private-sector organisations informed"),
            Sentence("organizaciones", "organisations"), ("kind",), main=False, of_people=False,
            beside="private_sector",
        ),
    )
}


@dataclass(frozen=True)
class Indicator:
    """An indicator of the project: its own code and name over one of the rules."""

    code: str
    rule: Rule
    title: Sentence
    donor_code: str = ""
    id: bytes | None = None


def built_in() -> tuple[Indicator, ...]:
    """The indicators of a project that declared none."""
    return tuple(Indicator(rule.code, rule, rule.title) for rule in RULES.values() if rule.main and rule.code)


def with_companions(indicators: tuple[Indicator, ...]) -> tuple[Indicator, ...]:
    """Each indicator followed by what is shown beside it (`3.1·completo`)."""
    listed: list[Indicator] = []
    for indicator in indicators:
        listed.append(indicator)
        listed += [
            Indicator(f"{indicator.code}·{rule.code}", rule, rule.title)
            for rule in RULES.values() if rule.beside == indicator.rule.name
        ]
    return tuple(listed)
