"""The words that lists of people use for their columns and values, in Spanish and English, folded."""

from __future__ import annotations

from enum import StrEnum


class Field(StrEnum):
    """What a column of a list means to us. SKIPPED is not copied; REFUSED is data that we do not keep."""

    NAME = "name"
    FIRST_NAMES = "first_names"
    SURNAMES = "surnames"
    SURNAME_1 = "surname_1"
    SURNAME_2 = "surname_2"
    SEX = "sex"
    WOMAN_MARK = "woman_mark"
    MAN_MARK = "man_mark"
    AGE = "age"
    BIRTH = "birth"
    AGE_GROUP = "age_group"
    LANGUAGE = "language"
    CREW = "crew"
    COMPANY = "company"
    CARD = "card"
    CONSENT = "consent"
    SKIPPED = "skipped"
    REFUSED = "refused"


NAME_FIELDS = (Field.NAME, Field.FIRST_NAMES, Field.SURNAMES, Field.SURNAME_1, Field.SURNAME_2)
SURNAME_FIELDS = (Field.SURNAMES, Field.SURNAME_1, Field.SURNAME_2)

_HEADERS: dict[Field, str] = {
    Field.NAME: "nombre|nombre completo|nombres y apellidos|nombre y apellidos|nombre y apellido"
    "|nombres y apellido|apellidos y nombres|apellidos y nombre|apellido y nombre|apellidos nombre"
    "|apellidos nombres|nombre del trabajador|nombre de la trabajadora|nombre trabajador|trabajador"
    "|trabajadora|trabajadores|persona|participante|nombre del participante|nombre de la persona"
    "|nombre del cortador|cortador|jornalero|jornalera|nombre del jornalero|empleado|nombre del empleado"
    "|full name|name|worker|worker name|participant|participant name|employee|employee name|name of worker",
    Field.FIRST_NAMES: "nombres|nombre s|nombre de pila|primer nombre|first name|first names|given name"
    "|given names|forename|forenames",
    Field.SURNAMES: "apellidos|apellido|apellido s|apellidos del trabajador|last name|last names|surname"
    "|surnames|family name",
    Field.SURNAME_1: "apellido paterno|paterno|primer apellido|ap paterno|a paterno|apellido 1|apellido p"
    "|first surname|1er apellido",
    Field.SURNAME_2: "apellido materno|materno|segundo apellido|ap materno|a materno|apellido 2|apellido m"
    "|second surname|2o apellido|2do apellido",
    Field.SEX: "sexo|genero|sexo genero|genero sexo|sex|gender|h m|m h|f m|m f|hombre mujer|mujer hombre",
    Field.WOMAN_MARK: "mujer|mujeres|femenino|fem|f|woman|women|female",
    Field.MAN_MARK: "hombre|hombres|masculino|masc|h|man|men|male",
    Field.AGE: "edad|edad anos|edad en anos|anos|edad cumplida|anos cumplidos|age|age years|years old|edades",
    Field.BIRTH: "fecha de nacimiento|fecha nacimiento|nacimiento|fecha nac|fecha de nac|f nac|fec nac"
    "|f nacimiento|ano de nacimiento|ano nacimiento|ano nac|ano de nac|nacio|birth date|date of birth|dob"
    "|birth year|year of birth|birthday|birthdate",
    Field.AGE_GROUP: "grupo de edad|grupo edad|rango de edad|rango edad|grupo etario|tramo de edad|age group"
    "|age range|rango de edades|grupo de edades",
    Field.LANGUAGE: "lengua|idioma|lengua materna|lengua que habla|lengua indigena|idioma materno|lenguas"
    "|lengua que prefiere|lengua preferida|idioma que habla|language|mother tongue|first language"
    "|native language|languages|lengua o idioma|idioma o lengua",
    Field.CREW: "cuadrilla|grupo|grupo de cosecha|grupo de corte|nombre de la cuadrilla|crew|group|crew name"
    "|cuadrilla o grupo|grupo o cuadrilla|harvest group",
    Field.COMPANY: "empresa|ingenio|compania|tabacalera|patron|productor|empleador|company|mill|employer"
    "|nombre de la empresa|grower|ingenio o empresa|empresa o ingenio|sugar mill",
    Field.CARD: "tarjeta|no tarjeta|numero de tarjeta|num tarjeta|no de tarjeta|num de tarjeta|tarjeta no"
    "|codigo de tarjeta|codigo tarjeta|tarjeta numero|card|card number|card no|card code|n tarjeta",
    Field.CONSENT: "consentimiento|acepta|acepto|de acuerdo|esta de acuerdo|autoriza|autorizacion|consent"
    "|aviso de privacidad|consentimiento informado|consentimiento s n|acepta s n|agrees|agreed|consiente",
    Field.SKIPPED: "no|num|numero|n|nro|consecutivo|firma|firma o marca|signature|observaciones|notas|nota"
    "|fecha|comentarios|comments|notes|date|puesto|actividad|folio|lugar|localidad|municipio|estado|comunidad"
    "|frente|ejido|parcela|cabo|number|row|primera vez|hora|hora de entrada|promotor|promotora|origen",
    Field.REFUSED: "credencial|credencial de elector|clave de elector|seguro social|no de seguro social"
    "|numero de seguro social|afiliacion|identificacion|identificacion oficial|movil|phone|mobile|cell phone"
    "|address|pago|salary|wage|pay|foto|fotografia|photo|huella digital|gps|ubicacion|coordenadas|cuenta"
    "|cuenta bancaria|numero de cuenta|grupo etnico|pueblo indigena|ethnicity|salud|enfermedades"
    "|enfermedad|discapacidad|embarazo|religion|tipo de sangre|estado civil|pasaporte|passport",
}
HEADERS: dict[str, Field] = {
    words: field for field, listed in _HEADERS.items() for words in listed.split("|")
}
"""Folded header words -> what the column is."""

def _words(listed: str) -> frozenset[str]:
    """The words between bars."""
    return frozenset(listed.split("|"))


REFUSED_WORDS = _words(
    "curp|ine|ife|nss|imss|rfc|telefono|tel|telefonos|celular|cel|whatsapp|correo|email|mail|domicilio"
    "|direccion|salario|sueldo|clabe|huella|etnia|elector|ssn"
)
"""Any of these in a header is enough: the column is not copied (minimum data)."""

KEYWORDS: tuple[tuple[Field, tuple[frozenset[str], ...]], ...] = tuple(
    (field, tuple(_words(group) for group in groups))
    for field, *groups in (
        (Field.AGE_GROUP, "edad|edades|age", "rango|grupo|tramo|group|range"),
        (Field.BIRTH, "nacimiento|nac|birth|nacio"),
        (Field.CREW, "cuadrilla|crew"),
        (Field.COMPANY, "ingenio|empresa|tabacalera|company|mill"),
        (Field.LANGUAGE, "lengua|idioma|language"),
        (Field.CARD, "tarjeta|card"),
        (Field.SEX, "sexo|genero|sex|gender"),
        (Field.AGE, "edad|age"),
        (Field.CONSENT, "consentimiento|consent|acepta"),
        (Field.SURNAME_1, "paterno"),
        (Field.SURNAME_2, "materno"),
        (Field.NAME, "nombre|nombres|name"),
        (Field.SURNAMES, "apellidos|apellido|surname|surnames"),
    )
)
"""For long headers: the field when every group has one of its words there. First that fits wins."""

OTHER_PEOPLE = _words(
    "cabo|promotor|promotora|padre|madre|tutor|contacto|emergencia|leader|contratista|predio|parcela"
    "|rancho|ejido|localidad|comunidad|capitan|curso"
)
"""A "nombre" beside one of these is not the worker's."""

NO_DATA = _words(
    "|-|--|---|.|?|n/a|na|n.a.|s/d|sd|s.d.|nd|n/d|sin dato|sin datos|no data|unknown|desconocido"
    "|desconocida|no sabe|null|none"
)
"""Folded cells that say nothing: they stay "sin dato", without a complaint."""

SEX_WORDS: dict[str, str] = {
    word: sex
    for sex, listed in {
        "F": "f|fem|femenino|femenina|mujer|woman|female|w|muj|mujeres",
        "M": "h|masc|masculino|hombre|varon|man|male|hom|hombres",
        "X": "x|otro|otra|otre|other|no binario|no binaria|nb|prefiere no decir|prefiero no decir|no dice",
    }.items()
    for word in listed.split("|")
}
"""Folded words -> F, M or X. A lone "m" is not here: it means mujer beside h, masculino beside f."""

YES_WORDS = _words("si|s|yes|y|x|1|true|verdadero|acepta|acepto|firmo|ok|de acuerdo|✓|✔|agrees")
NO_WORDS = _words("no|n|0|false|falso|rechaza|no acepta|no acepto|no quiere|refuses")

LANGUAGE_CODES: dict[str, str] = {
    "espanol": "spa", "castellano": "spa", "spanish": "spa", "espanola": "spa",
    "wixarika": "hch", "huichol": "hch", "huichola": "hch", "wixaritari": "hch", "wirrarika": "hch",
    "nayeri": "crn", "naayeri": "crn", "cora": "crn", "nayarite": "crn",
    "o'dam": "stp", "odam": "stp", "tepehuano del sureste": "stp", "tepehuano del sur": "stp",
    "audam": "tla", "tepehuano del suroeste": "tla", "tepehuano del norte": "ntp",
    "ingles": "eng", "english": "eng",
}  # fmt: skip
"""Only names that mean one ISO 639-3 language; "náhuatl" or "mixteco" name many and stay as words."""
