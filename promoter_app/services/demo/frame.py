"""The frame of monitoring in the sample: half-year periods, indicators of the project, targets, milestones."""

from __future__ import annotations

import datetime
from itertools import pairwise

from promoter_app.services.demo.season import Day, Season

Row = dict[str, bytes | str | int | float | None]
INDICATORS = (
    ("OC3", "knowledge_rose", "Personas con prueba que aprendieron", "Tested participants whose knowledge rose"),
    ("3.1", "people_trained", "Personas trabajadoras capacitadas", "Farmworkers trained"),
    ("3.2a", "outreach", "Personas alcanzadas por la campaña", "People reached by the information campaign"),
    ("3.2b", "informed_on_channels", "Personas informadas sobre canales", "People informed on communication channels"),
    ("3.3", "private_sector", "Actores del sector privado informados", "Private-sector stakeholders informed"),
    ("3.4", "milestones", "Estándares de competencia actualizados", "Competence standards updated"),
    ("S1", "sessions_held", "Sesiones dadas", "Sessions held"),
    ("S2", "promoters_trained", "Personas promotoras capacitadas", "Promoters trained"),
    ("S3", "certificates", "Constancias entregadas", "Certificates"),
    ("S4", "sessions_in_own_language", "Sesiones en lengua propia o con intérprete", "Sessions in a native language"),
)  # fmt: skip
MILESTONES = (
    ("Corte manual de caña (estándar de muestra)", "Comité de gestión", "en revisión", 60, False),
    ("Cosecha y ensarte de tabaco (estándar de muestra)", "Comité de gestión", "por empezar", 120, False),
    ("Formación de promotoras y promotores (de muestra)", "Socios del proyecto", "publicado", -10, True),
)
_SHARES = {"3.1": 0.7, "3.2a": 6.0, "3.2b": 0.4, "3.3": 0.02, "S1": 0.12, "S3": 0.2}
_NOT_SET = ("3.4", "S2", "S4")


def periods(today: Day) -> list[tuple[Day, Day]]:
    """The half-years April to September and October to March: the one before, this one, the next."""
    starts = datetime.date(today.year, 4, 1) if 4 <= today.month <= 9 else datetime.date(today.year, 10, 1)
    if today.month < 4:
        starts = datetime.date(today.year - 1, 10, 1)
    begins = [_half_year(starts, -1), starts, _half_year(starts, 1), _half_year(starts, 2)]
    return [(first, after - datetime.timedelta(days=1)) for first, after in pairwise(begins)]


def _half_year(day: Day, halves: int) -> Day:
    months = day.year * 12 + day.month - 1 + 6 * halves
    return datetime.date(months // 12, months % 12 + 1, 1)


def target_rows(
    indicators: dict[str, bytes], periods_: list[bytes], partners: list[bytes], due: list[Day], season: Season
) -> list[Row]:
    """One target per indicator and period, one per partner for people trained; no value means not set."""
    people, rows = season.size.people, []
    for code, indicator in indicators.items():
        for number, period in enumerate(periods_):
            value = 40.0 if code == "OC3" else float(max(1, round(people * _SHARES.get(code, 0.0))))
            missing = code in _NOT_SET or number == 2
            rows.append(_row(indicator, period, None, None if missing else value, due[number]))
    for partner in partners:
        rows.append(_row(indicators["3.1"], periods_[1], partner, float(round(people * 0.35)), due[1]))
    return rows


def _row(indicator: bytes, period: bytes, partner: bytes | None, value: float | None, due: Day) -> Row:
    return {
        "indicator": indicator, "period": period, "partner": partner, "value": value,
        "owner": "Coordinación", "due": due.isoformat(),
    }  # fmt: skip
