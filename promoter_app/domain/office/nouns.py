"""The nouns an office sets up, in the order of its work: who, where, when, in which languages, towards what."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from promoter_app.domain.office.fields import Field, Noun, clock, day, decimal, note, number, pick, ref, words
from promoter_app.domain.office.week_nouns import AVAILABILITY, HOME_BASE, TRAVEL, WEEKDAYS
from promoter_app.domain.people import AGE_GROUPS, MINOR_AGE_GROUPS
from promoter_app.domain.refusal import Sentence

OFFICE_KINDS = ("promoter", "interpreter", "coordinator", "private")
_SECTOR = pick("sector", "Cultivo", "Crop", ("cane", "Caña", "Sugarcane"), ("tobacco", "Tabaco", "Tobacco"))
_SECTOR_NEEDED = pick(
    "sector", "Cultivo", "Crop", ("cane", "Caña", "Sugarcane"), ("tobacco", "Tabaco", "Tobacco"), required=True
)
_ADULTS = tuple((group, group, group) for group in AGE_GROUPS if group not in MINOR_AGE_GROUPS)

PARTNER = Noun(
    "partner", Sentence("Socios", "Partners"), Sentence("el socio", "the partner"),
    Sentence("Organizaciones que capacitan juntas; cada una puede tener sus metas.",
             "Organisations that train together; each may have its own targets."),
    (words("name", "Nombre", "Name", required=True), words("short", "Siglas", "Short name", limit=40),
     pick("kind", "Tipo", "Kind", ("ngo", "Organización civil", "NGO"), ("lead", "Coordina el proyecto", "Leads"),
          ("other", "Otro", "Other"))),
    ("name",), ("short", "kind"), ("name",),
    (("crew", "partner"), ("person", "partner"), ("target", "partner"), ("closure", "target")),
)  # fmt: skip
PLACE = Noun(
    "place", Sentence("Estados y lugares", "States and places"), Sentence("el lugar", "the place"),
    Sentence("Estados, municipios y localidades donde se trabaja.", "States, municipalities and localities."),
    (pick("kind", "Qué es", "What it is", ("state", "Estado", "State"), ("municipality", "Municipio", "Municipality"),
          ("locality", "Localidad", "Locality"), required=True),
     words("name", "Nombre", "Name", required=True), ref("parent", "Está en", "Lies in", "place"),
     words("inegi", "Clave INEGI", "INEGI code", limit=20)),
    ("name",), ("kind", "parent"), ("kind", "name", "parent"),
    (("place", "parent"), ("company", "place"), ("venue", "place"), ("closure", "target")),
)  # fmt: skip
COMPANY = Noun(
    "company", Sentence("Ingenios y empresas", "Mills and companies"), Sentence("la empresa", "the company"),
    Sentence("Ingenios, tabacaleras, asociaciones y productores.", "Mills, tobacco firms, associations, growers."),
    (words("name", "Nombre", "Name", required=True),
     pick("kind", "Tipo", "Kind", ("mill", "Ingenio", "Mill"), ("tobacco", "Tabacalera", "Tobacco company"),
          ("association", "Asociación de productores", "Growers' association"), ("grower", "Productor", "Grower"),
          ("other", "Otra", "Other"), required=True),
     _SECTOR, ref("place", "Lugar", "Place", "place"),
     words("agreement", "Convenio de acceso y confidencialidad", "Access and confidentiality agreement",
           hint=Sentence("Anota dónde está el documento.", "Note where the document is kept.")),
     pick("jurisdiction", "Autoridad laboral", "Labour authority", ("federal", "Federal", "Federal"),
          ("state", "Estatal", "State"))),
    ("name",), ("kind", "sector", "place"), ("name",),
    (("crew", "company"), ("venue", "company"), ("season", "company"), ("person", "organisation"),
     ("closure", "target")),
)  # fmt: skip
VENUE = Noun(
    "venue", Sentence("Frentes y lugares", "Fronts and venues"), Sentence("el frente", "the front"),
    Sentence("Dónde se da la sesión: frente de corte, galera, albergue, plaza.",
             "Where sessions happen: cutting front, shed, lodging, square."),
    (words("name", "Nombre", "Name", required=True),
     pick("kind", "Tipo", "Kind", ("front", "Frente de corte", "Cutting front"), ("shed", "Galera", "Shed"),
          ("albergue", "Albergue", "Lodging"), ("office", "Oficina", "Office"), ("plaza", "Plaza", "Square"),
          ("other", "Otro", "Other"), required=True),
     ref("company", "Empresa", "Company", "company"), ref("place", "Lugar", "Place", "place"),
     words("hospital", "Hospital más cercano con suero", "Nearest hospital with antivenom",
           hint=Sentence("Confírmalo por teléfono antes de imprimir.", "Confirm it by phone before printing.")),
     words("hospital_phone", "Teléfono del hospital", "Hospital's phone", limit=40),
     number("hospital_minutes", "Minutos al hospital", "Minutes to the hospital", most=1000),
     decimal("latitude", "Latitud", "Latitude", -90, 90), decimal("longitude", "Longitud", "Longitude", -180, 180),
     note("note", "Nota", "Note")),
    ("name",), ("kind", "company", "place"), ("name", "company", "place"),
    (("crew", "venue"), ("break_window", "venue"), ("session", "venue"), ("closure", "target"),
     ("home_base", "venue"), ("travel_time", "a"), ("travel_time", "b")),
)  # fmt: skip
BREAK = Noun(
    "break_window", Sentence("Descansos acordados", "Agreed breaks"), Sentence("el descanso", "the break"),
    Sentence("A qué hora descansa cada frente. La sesión se acuerda sin quitarles su descanso de ley.",
             "When each front rests. A session is agreed without using up their legal rest."),
    (ref("venue", "Frente", "Front", "venue", required=True), ref("crew", "Cuadrilla", "Crew", "crew"),
     Field("weekday", "weekdays", Sentence("Días", "Days"), True, options=WEEKDAYS),
     clock("starts", "Empieza", "Starts"), clock("ends", "Termina", "Ends"),
     pick("kind", "Cuál", "Which", ("almuerzo", "Almuerzo", "Late breakfast"), ("comida", "Comida", "Meal"),
          ("descanso", "Descanso", "Rest"), ("evening", "Tarde o noche", "Evening"), ("other", "Otro", "Other")),
     number("legal_rest_minutes", "Minutos de descanso de ley", "Minutes of legal rest", most=240,
            hint=Sentence("Al menos 30 minutos en jornada continua (LFT 63, por verificar).",
                          "At least 30 minutes in a continuous day (LFT 63, to be verified)."))),
    ("venue", "weekday"), ("starts", "ends", "crew"),
)  # fmt: skip
CLOSURE = Noun(
    "closure", Sentence("Cierres", "Closures"), Sentence("el cierre", "the closure"),
    Sentence("Fechas sin sesiones, para quién y por qué.", "Dates without sessions, for whom and why."),
    (pick("scope", "Para quién", "For whom", ("all", "Todo el proyecto", "Whole project"),
          ("partner", "Un socio", "One partner"), ("company", "Una empresa", "One company"),
          ("place", "Un lugar", "One place"), ("venue", "Un frente", "One front"),
          ("season", "Una temporada", "One season"), ("outcome", "Sector privado", "Private sector"), required=True),
     ref("target", "Cuál", "Which", "@scope"), day("starts", "Desde", "From", required=True),
     day("ends", "Hasta", "Until", required=True),
     pick("reason", "Motivo", "Reason", ("feast", "Fiesta", "Holiday"), ("health_restriction", "Salud", "Health"),
          ("mill_stopped", "Paro de molienda", "Mill stopped"), ("rain_mud", "Lluvia y lodo", "Rain and mud"),
          ("insecurity", "Inseguridad", "Insecurity"), ("other", "Otro", "Other"), required=True),
     note("note", "Nota", "Note")),
    ("reason", "starts", "ends"), ("scope", "target", "note"),
)  # fmt: skip
SEASON = Noun(
    "season", Sentence("Temporadas", "Seasons"), Sentence("la temporada", "the season"),
    Sentence("Zafra o ciclo de tabaco de cada empresa.", "Each company's harvest or tobacco cycle."),
    (words("name", "Nombre", "Name", required=True, limit=80), _SECTOR_NEEDED,
     ref("company", "Empresa", "Company", "company"), day("starts", "Empieza", "Starts", required=True),
     day("ends", "Termina", "Ends", required=True)),
    ("name",), ("starts", "ends", "company"), ("name", "company"),
    (("crew", "season"), ("session", "season"), ("closure", "target")),
)  # fmt: skip
PERSON = Noun(
    "person", Sentence("Personas del proyecto", "People of the project"), Sentence("la persona", "the person"),
    Sentence("Promueven, interpretan o coordinan. Las personas trabajadoras van en Cuadrillas.",
             "They promote, interpret or coordinate. Workers are in Crews."),
    (words("name", "Nombre", "Name", required=True),
     pick("kind", "Qué hace", "What they do", ("promoter", "Promueve", "Promoter"),
          ("interpreter", "Interpreta", "Interpreter"), ("coordinator", "Coordina", "Coordinator"),
          ("private", "Sector privado", "Private sector"), required=True),
     pick("sex", "Sexo", "Sex", ("F", "Mujer", "Woman"), ("M", "Hombre", "Man"),
          ("X", "Otra o prefiere no decir", "Other, or prefers not to say")),
     pick("age_group", "Edad", "Age", *_ADULTS),
     Field("language", "language", Sentence("Lengua", "Language")), ref("partner", "Socio", "Partner", "partner"),
     ref("organisation", "Empresa", "Company", "company"), note("note", "Nota", "Note")),
    ("name",), ("kind", "language", "partner"), ("name", "kind"),
    (("session", "promoter"), ("session_staff", "person"), ("authorisation", "person"), ("availability", "person"),
     ("home_base", "person"), ("travel_time", "a"), ("travel_time", "b")),
    ("kind", OFFICE_KINDS),
    is_person=True,
)  # fmt: skip
SPEAKS = Noun(
    "person_language", Sentence("Lenguas que hablan", "Languages they speak"), Sentence("la lengua", "the language"),
    Sentence("Otras lenguas de quien interpreta o promueve.", "Other languages of interpreters and promoters."),
    (ref("person", "Persona", "Person", "person", required=True),
     Field("language", "language", Sentence("Lengua", "Language"), True),
     pick("level", "Qué tanto", "How well", ("good", "Bien", "Well"), ("some", "Algo", "Some"))),
    ("person",), ("language", "level"), ("person", "language"), changes=False, is_person=True,
)  # fmt: skip
AUTHORISATION = Noun(
    "authorisation", Sentence("Autorizaciones", "Authorisations"), Sentence("la autorización", "the authorisation"),
    Sentence("Qué puede dar cada quien: se capacita antes de dar un tema.",
             "What each may give: they are trained before giving a topic."),
    (ref("person", "Persona", "Person", "person", required=True),
     pick("kind", "Para", "For", ("module", "Dar un tema", "Giving a topic"),
          ("referral", "Orientar a un canal de ayuda", "Referring to a help channel"),
          ("confidentiality", "Compromiso de confidencialidad", "Confidentiality pledge"),
          ("test_giving", "Aplicar pruebas", "Giving tests"), ("interpreting", "Interpretar", "Interpreting"),
          required=True),
     Field("module", "module", Sentence("Tema", "Topic")), day("since", "Desde", "Since", required=True),
     day("until", "Hasta", "Until"), words("evidence", "Constancia o documento", "Certificate or document")),
    ("person",), ("kind", "module", "since"), ("person", "kind", "module", "since"), is_person=True,
)  # fmt: skip
LANGUAGE = Noun(
    "language", Sentence("Lenguas", "Languages"), Sentence("la lengua", "the language"),
    Sentence("Lenguas del proyecto. Sus textos y audios los da una persona hablante.",
             "Languages of the project. Their texts and audio come from a named speaker."),
    (words("code", "Clave", "Code", required=True, limit=40), words("group_name", "Agrupación", "Group", limit=80),
     words("variant", "Variante", "Variant", limit=120),
     words("iso639_3", "Clave ISO 639-3", "ISO 639-3 code", limit=3),
     words("autonym", "Cómo se llama a sí misma", "What it calls itself", limit=80,
           hint=Sentence("Como la escribe quien la habla.", "As its speakers write it."))),
    ("autonym", "group_name"), ("variant", "code"), ("code",),
)  # fmt: skip
PERIOD = Noun(
    "period", Sentence("Periodos de informe", "Reporting periods"), Sentence("el periodo", "the period"),
    Sentence("Entre qué fechas se informa al donante.", "Between which dates the donor is told."),
    (words("name", "Nombre", "Name", required=True, limit=60), day("starts", "Desde", "From", required=True),
     day("ends", "Hasta", "Until", required=True)),
    ("name",), ("starts", "ends"), ("name",), (("target", "period"),),
)  # fmt: skip
INDICATOR = Noun(
    "indicator", Sentence("Indicadores", "Indicators"), Sentence("el indicador", "the indicator"),
    Sentence("Qué se cuenta y con qué clave lo conoce el donante.", "What is counted, and the donor's code for it."),
    (words("code", "Clave", "Code", required=True, limit=20),
     words("name_es", "Nombre en español", "Name in Spanish", required=True),
     words("name_en", "Nombre en inglés", "Name in English", required=True),
     words("donor_code", "Clave del donante", "Donor's code", limit=40),
     pick("rule", "Cómo se cuenta", "How it is counted",
          ("knowledge_rose", "Aprendieron, con prueba antes y después", "Knowledge rose, tested before and after"),
          ("people_trained", "Personas capacitadas", "People trained"),
          ("outreach", "Alcance de la campaña", "Reach of the campaign"),
          ("informed_on_channels", "Informadas sobre canales", "Informed on channels"),
          ("private_sector", "Sector privado informado", "Private sector informed"),
          ("milestones", "Hitos", "Milestones"), ("sessions_held", "Sesiones dadas", "Sessions held"),
          ("promoters_trained", "Personas promotoras capacitadas", "Promoters trained"),
          ("certificates", "Constancias", "Certificates"),
          ("sessions_in_own_language", "Sesiones en lengua propia", "Sessions in own language"),
          ("reported", "Se informa a mano", "Reported by hand"), required=True)),
    ("code", "name_es"), ("rule",), ("code",), (("target", "indicator"),),
)  # fmt: skip
TARGET = Noun(
    "target", Sentence("Metas", "Targets"), Sentence("la meta", "the target"),
    Sentence("Meta por indicador y periodo. Sin número es «no fijada», que no es cero.",
             "Target per indicator and period. Without a number it is “not set”, which is not zero."),
    (ref("indicator", "Indicador", "Indicator", "indicator", required=True),
     ref("period", "Periodo", "Period", "period"), ref("partner", "Socio", "Partner", "partner"),
     decimal("value", "Meta", "Target", 0, 1e9,
             hint=Sentence("Déjala vacía si no está fijada.", "Leave it empty when it is not set.")),
     words("owner", "Quién la fija", "Who sets it"), day("due", "Para cuándo", "Due")),
    ("indicator",), ("period", "partner", "value"), ("indicator", "period", "partner"),
)  # fmt: skip
MILESTONE = Noun(
    "milestone", Sentence("Hitos", "Milestones"), Sentence("el hito", "the milestone"),
    Sentence("Estándares de competencia: versión, organismo y el día en que se actualizó cada uno.",
             "Competence standards: version, body and the day on which each was updated."),
    (words("standard", "Estándar", "Standard", required=True), words("version", "Versión", "Version", limit=40),
     words("body", "Organismo", "Body"), words("status", "Estado", "Status", limit=40),
     day("due", "Para cuándo", "Due"), day("reached_on", "Se logró el día", "Reached on"),
     words("note", "Nota", "Note", limit=1000)),
    ("standard",), ("version", "status", "reached_on"), ("standard", "version"),
)  # fmt: skip
CREW = Noun(
    "crew", Sentence("Cuadrillas", "Crews"), Sentence("la cuadrilla", "the crew"),
    Sentence("Las cuadrillas se hacen en Cuadrillas.", "Crews are made in Crews."),
    (words("name", "Nombre", "Name", required=True),), ("name",),
)  # fmt: skip

NOUNS: Mapping[str, Noun] = MappingProxyType({
    noun.table: noun
    for noun in (
        PARTNER, PLACE, COMPANY, VENUE, BREAK, CLOSURE, SEASON, PERSON, SPEAKS, AUTHORISATION, AVAILABILITY,
        HOME_BASE, TRAVEL, LANGUAGE, INDICATOR, PERIOD, TARGET, MILESTONE,
    )
})  # fmt: skip
"""What the office lists and forms show, by table, in order."""
REFERRED: Mapping[str, Noun] = MappingProxyType({**NOUNS, CREW.table: CREW})
"""What a ref may name."""
