"""The languages of the invented season and how people of each are called.

Names are put together by chance from common given names and surnames of the region; names in an indigenous
language are made of its letters to try out fonts, sorting and search. None belongs to a known person.
"""

from __future__ import annotations

import random
from dataclasses import dataclass

from promoter_app.domain.curriculum.languages import SPANISH


@dataclass(frozen=True)
class Tongue:
    """A language: its code (ISO 639-3), what linguists and its speakers call it, and origins of its speakers.

    `own` are words of names in the language itself, `own_share` how many of its speakers use one here.
    """

    code: str
    group: str
    variant: str
    autonym: str
    surnames: tuple[str, ...]
    origins: tuple[str, ...]
    own: tuple[str, ...] = ()
    own_share: float = 0.0


_MESTIZO = (
    "García", "Hernández", "López", "Martínez", "Rodríguez", "Ramírez", "Flores", "Ríos", "Serrano", "Partida",
    "Haro", "Ocampo", "Salas", "Muñoz", "Ochoa", "Bañuelos", "Jiménez", "Villalobos", "Cervantes", "Plascencia",
    "Guzmán", "Arreola", "Becerra", "Castañeda", "Delgado", "Espinoza", "Íñiguez", "Macías", "Navarro",
    "Orozco", "Padilla", "Quintero", "Rentería", "Sandoval", "Tovar", "Ureña", "Vázquez", "Yáñez", "Zamora",
    "Zúñiga", "Topete", "Medina", "Lomelí", "Corona", "Barajas", "Curiel", "Pelayo", "Rosales", "Virgen",
    "Ávalos", "Chávez", "Llamas", "Aguiar", "Langarica", "Ibarra", "de Anda", "de la Torre", "del Real",
)  # fmt: skip
_WIXARITARI = (
    "de la Cruz", "Carrillo", "Bautista", "Robles", "Díaz", "López", "González", "Rivera", "Medina", "Salvador",
    "Muñoz", "Sánchez", "Torres", "Reza", "Parra", "Chino", "Cosío", "Villa",
)  # fmt: skip
_NAAYERI = (
    "de la Cruz", "Evangelista", "Flores", "Díaz", "Solís", "Serrano", "Molina", "Lobato", "Zepeda", "Ortega",
    "de Jesús",
)  # fmt: skip
_ODAM = (
    "Soto", "Flores", "Mendía", "Aguilar", "Cumplido", "de la Cruz", "Ramírez", "Gurrola", "Solís", "Santillán",
)  # fmt: skip
_GUERRERO = (
    "Tecolapa", "Tlatempa", "Salgado", "Nava", "Ramírez", "Bautista", "Morales", "Vázquez", "Cantú",
    "Francisco", "Galindo",
)  # fmt: skip

TONGUES: tuple[Tongue, ...] = (
    Tongue(
        SPANISH, "Español", "", "Español", _MESTIZO,
        ("Nayarit", "Jalisco", "Sinaloa", "Zacatecas", "Veracruz", "Michoacán"),
    ),
    Tongue(
        "hch", "Huichol", "", "Wixárika", _WIXARITARI,
        ("Mezquitic, Jalisco", "Del Nayar, Nayarit", "La Yesca, Nayarit", "Bolaños, Jalisco"),
        ("+Ɨtɨama", "'Utsima", "Haɨtsima", "Tɨtsikai", "Xaɨrima", "Yuukai", "Kɨpaitɨa", "Niutsi", "Ɨxama", "Matsikwa"),
        0.25,
    ),
    Tongue(
        "crn", "Cora", "El Nayar", "Náayeri", _NAAYERI,
        ("Del Nayar, Nayarit", "Rosamorada, Nayarit", "Acaponeta, Nayarit"),
        ("Tyɨ\u0301ika", "Xɨ\u0301ꞌɨ", "Muꞌutzi", "Náatyɨ", "Jaꞌatze"), 0.12,
    ),
    Tongue(
        "stp", "Tepehuano", "Sureste", "O'dam", _ODAM,
        ("Mezquital, Durango", "Huajicori, Nayarit"),
        ("Ɨꞌmai", "Jɨñiaꞌ", "Bhɇꞌta", "Ñiolhai"), 0.12,
    ),
    Tongue(
        "azd", "Náhuatl", "Durango oriental (mexicanero)", "Mexikan", _ODAM,
        ("Mezquital, Durango", "Huajicori, Nayarit"),
    ),
    Tongue(
        "ngu", "Náhuatl", "Guerrero", "Náhuatl", _GUERRERO, ("Chilapa, Guerrero", "Ahuacuotzingo, Guerrero"),
        ("Xōchitlali", "Sitlalpil"), 0.1,
    ),
    Tongue(
        "mxv", "Mixteco", "Metlatónoc", "Tu'un Savi", _GUERRERO, ("Metlatónoc, Guerrero", "Cochoapa, Guerrero"),
        ("Ti̱kui̱í", "Sâví", "Kǒotu"), 0.1,
    ),
    Tongue(
        "tcf", "Tlapaneco", "Malinaltepec", "Me'phaa", _GUERRERO, ("Malinaltepec, Guerrero", "Tlapa, Guerrero"),
        ("Mèꞌphì", "Xuꞌwàa"), 0.1,
    ),
)  # fmt: skip

_WOMEN = (
    "Rosalía", "Amalia", "Petra", "Marina", "Lorenza", "Eulalia", "Guadalupe", "María", "Juana", "Josefina",
    "Martha", "Teresa", "Margarita", "Carmen", "Alicia", "Leticia", "Yolanda", "Rosa", "Elvira", "Catalina",
    "Angélica", "Verónica", "Silvia", "Norma", "Irma", "Araceli", "Esperanza", "Antonia", "Micaela", "Fermina",
    "Eduviges", "Ofelia", "Graciela", "Estela", "Maribel", "Yesenia", "Paola", "Daniela", "Xóchitl", "Itzel",
    "Nayeli", "Lucero",
)  # fmt: skip
_MEN = (
    "Hilario", "Eusebio", "Catarino", "Bernabé", "Genaro", "Santos", "Jesús", "José", "Juan", "Ramón", "Pedro",
    "Francisco", "Manuel", "Miguel", "Antonio", "Rafael", "Javier", "Martín", "Arturo", "Gerardo", "Ignacio",
    "Cruz", "Refugio", "Trinidad", "Abundio", "Crescencio", "Aurelio", "Delfino", "Evaristo", "Fidencio",
    "Gumaro", "Heriberto", "Isidro", "Leobardo", "Maximino", "Nicolás", "Octavio", "Porfirio", "Rosendo",
    "Silvestre", "Tiburcio", "Ubaldo", "Wenceslao", "Zenaido", "Ángel", "Óscar", "Édgar", "Iván", "Brayan",
    "Alexis",
)  # fmt: skip


def tongue(code: str) -> Tongue:
    """The language with this code; KeyError when the season has none such."""
    for one in TONGUES:
        if one.code == code:
            return one
    raise KeyError(code)


def invented_name(chance: random.Random, sex: str | None, code: str = SPANISH) -> str:
    """A full name for a person of a sex (None: either) who speaks `code`."""
    spoken = tongue(code)
    women = sex == "F" if sex in ("F", "M") else chance.random() < 0.5
    given = chance.choice(_WOMEN if women else _MEN)
    first, second = chance.choice(spoken.surnames), chance.choice(spoken.surnames)
    if spoken.own and chance.random() < spoken.own_share:
        own = chance.choice(spoken.own)
        return own if chance.random() < 0.2 else f"{own} {first} {second}"
    if chance.random() < 0.18:
        given = f"{given} {chance.choice(_WOMEN if women else _MEN)}"
    return f"{given} {first} {second}"
