"""Where the invented season happens: real states, municipalities and mills, invented partners and crews.

Mills and localities are those that the field is known by; what happens there is made up.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Locality:
    """A locality with its municipality (name, INEGI code) and state, and an approximate point."""

    name: str
    municipality: str
    inegi: str
    state: str
    latitude: float
    longitude: float


@dataclass(frozen=True)
class Firm:
    """A mill or tobacco company: the localities of its fronts, and the crews' second venue."""

    name: str
    short: str
    kind: str
    sector: str
    jurisdiction: str
    localities: tuple[Locality, ...]
    hospital: str
    association: str


STATES = (("Jalisco", "14"), ("Nayarit", "18"))

_LABOR = Locality("La Labor", "Santa María del Oro", "18014", "Nayarit", 21.40, -104.68)
_ATONALISCO = Locality("Atonalisco", "Tepic", "18017", "Nayarit", 21.63, -104.83)
_PANTANAL = Locality("Pantanal", "Xalisco", "18008", "Nayarit", 21.43, -104.86)
_AHUISCULCO = Locality("Ahuisculco", "Tala", "14083", "Jalisco", 20.58, -103.72)
_CUISILLOS = Locality("Cuisillos", "Tala", "14083", "Jalisco", 20.67, -103.75)
_CABEZON = Locality("El Cabezón", "Ameca", "14006", "Jalisco", 20.58, -104.02)
_TEXCALAME = Locality("Texcalame", "Ameca", "14006", "Jalisco", 20.52, -104.10)
_LERMA = Locality("Valle Lerma", "Santiago Ixcuintla", "18015", "Nayarit", 21.86, -105.19)
_SENTISPAC = Locality("Sentispac", "Santiago Ixcuintla", "18015", "Nayarit", 21.84, -105.25)
_PIMIENTILLO = Locality("Pimientillo", "Rosamorada", "18010", "Nayarit", 22.02, -105.29)

FIRMS: tuple[Firm, ...] = (
    Firm(
        "Ingenio Puga", "Puga", "mill", "cane", "federal", (_LABOR, _ATONALISCO, _PANTANAL),
        "Hospital regional más cercano, Tepic", "Asociación de productores CNC Puga",
    ),
    Firm(
        "Ingenio Tala", "Tala", "mill", "cane", "federal", (_AHUISCULCO, _CUISILLOS),
        "Hospital regional más cercano, Tala", "Asociación de productores CNPR Tala",
    ),
    Firm(
        "Ingenio San Francisco Ameca", "Ameca", "mill", "cane", "federal", (_CABEZON, _TEXCALAME),
        "Hospital regional más cercano, Ameca", "Asociación de productores CNC Ameca",
    ),
    Firm(
        "Tabacos de la Costa (de muestra)", "Costa", "tobacco", "tobacco", "state",
        (_LERMA, _SENTISPAC, _PIMIENTILLO),
        "Hospital más cercano, Santiago Ixcuintla", "ARIC de productores de tabaco, Santiago Ixcuintla",
    ),
)  # fmt: skip
CANE_FIRMS, TOBACCO_FIRM = (0, 1, 2), 3

PARTNERS = (
    ("Manos del Surco", "MDS", "ngo"),
    ("Red Semilla y Derecho", "RSD", "ngo"),
    ("Camino Parejo", "CP", "ngo"),
)

CREW_NAMES: tuple[str, ...] = (
    "Los Pinos", "El Trapiche", "San Blas", "La Esperanza", "El Mirador", "Las Higueras", "El Zapote", "La Noria",
    "Los Sabinos", "El Refugio", "Santa Cruz", "La Laguna", "El Ocote", "Los Arrayanes", "La Loma", "El Capomo",
    "San Isidro", "La Ceiba", "El Guayabo", "Los Otates", "La Cofradía", "El Limón", "Santa Rosa", "La Calera",
    "El Rincón", "Los Fresnos", "La Presa", "El Carrizal", "San Andrés", "La Palapa", "El Jilote", "Las Parotas",
)  # fmt: skip
TOBACCO_CREW_NAMES: tuple[str, ...] = (
    "Galera Norte", "Galera Sur", "Las Palmas", "El Estero", "La Vega", "Los Mangos", "El Bejuco", "La Ribera",
    "Ensarte Lerma", "La Boca", "Los Esteritos", "El Tular",
)  # fmt: skip
LEADERS = (
    "Jesús Partida", "Ramón Haro", "Anselmo Rentería", "Cruz Villalobos", "Tomás Curiel", "Lázaro Ibarra",
    "Macario Topete", "Félix Langarica", "Rutilo Macías", "Ernesto Pelayo", "Chuy Barajas", "Nacho Corona",
)  # fmt: skip
PROMOTERS = (
    "Lupita Ramos", "Ismael Cervantes", "Xitlali Bautista", "Toño Llamas", "Brenda Orozco", "Efraín de la Cruz",
    "Mayra Quintero", "Saúl Evangelista",
)  # fmt: skip
HELP_CHANNELS = ("profedet", "imss", "emergency", "project_line", "child_protection")


def localities() -> tuple[Locality, ...]:
    """Every locality once, firm by firm."""
    return tuple(place for firm in FIRMS for place in firm.localities)
