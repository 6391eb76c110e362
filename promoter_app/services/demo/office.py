"""What the office sets up before the season: places, companies, courses, people of the project, indicators."""

from __future__ import annotations

import datetime

from promoter_app.services.curricula import save_course, save_form
from promoter_app.services.demo.clocks import SeasonStamp, season_stamp
from promoter_app.services.demo.dates import SATURDAY, SUNDAY, season_years, utc_offset
from promoter_app.services.demo.frame import INDICATORS, MILESTONES, periods, target_rows
from promoter_app.services.demo.helpers import COORDINATOR
from promoter_app.services.demo.land import FIRMS, PARTNERS, STATES, Locality, localities
from promoter_app.services.demo.languages import TONGUES
from promoter_app.services.demo.season import Crew, Day, Season
from promoter_app.services.folder import Folder
from promoter_app.store.writer import Writer

_DAY = datetime.timedelta(days=1)
_ZONES = {"Jalisco": "America/Mexico_City", "Nayarit": "America/Mazatlan"}
_SETTINGS = (
    ("coverage_warning_percent", "70"), ("interpreter_warning_percent", "25"), ("help_card_on_closing", "1"),
    ("responsable", "Proyecto de muestra"), ("domicilio", "Calle de muestra 1, Tepic, Nayarit"),
)  # fmt: skip
_MAY = {
    "promoter": ("referral", "confidentiality", "test_giving"),
    "interpreter": ("interpreting", "confidentiality"),
}
_SITES = (("albergue", "Albergue"), ("plaza", "Plaza"))


def found_season(folder: Folder, season: Season) -> None:
    """Write everything but the workers and what happens in sessions."""
    stamp = office_stamp(season, season.size.first_day - 21 * _DAY)
    with folder.book.writing(stamp) as write:
        _found(write, season)
        _land(write, season)
        _courses(write, season)
        _people_of_the_project(write, season)
        _frame(write, season)
        _crews(write, season)
        _roads_and_hours(write, season)


def office_stamp(season: Season, day: Day) -> SeasonStamp:
    """The office's laptop on a morning; on the only laptop there is, the office and the field are one."""
    return season_stamp(season.size, "office", day, "08:10", COORDINATOR, utc_offset(0))


def _found(write: Writer, season: Season) -> None:
    write.add("project", name="Temporada de muestra", tag=season.tag, donor="Donante de muestra")
    for index, (name, short, kind) in enumerate(PARTNERS[: 3 if len(season.of_kind("promoter")) > 3 else 2]):
        season.ids[f"partner {index}"] = write.add("partner", name=name, short=short, kind=kind)
    for key, value in _SETTINGS:
        write.add("setting", key=key, value=value)
    for tongue in TONGUES:
        write.add(
            "language", code=tongue.code, group_name=tongue.group, variant=tongue.variant or None,
            iso639_3=tongue.code, autonym=tongue.autonym,
        )


def _land(write: Writer, season: Season) -> None:
    ids = season.ids
    for name, inegi in STATES:
        ids[name] = write.add("place", kind="state", name=name, inegi=inegi)
    for place in localities():
        key = f"{place.state}/{place.municipality}"
        if key not in ids:
            ids[key] = write.add(
                "place", kind="municipality", parent=ids[place.state], name=place.municipality, inegi=place.inegi
            )
        ids[_key(place)] = write.add("place", kind="locality", parent=ids[key], name=place.name)
    for index, firm in enumerate(FIRMS):
        where = ids[f"{firm.localities[0].state}/{firm.localities[0].municipality}"]
        ids[f"firm {index}"] = write.add(
            "company", name=firm.name, kind=firm.kind, sector=firm.sector, place=where,
            agreement="Convenio de acceso y confidencialidad (de muestra)", jurisdiction=firm.jurisdiction,
        )
        write.add("company", name=firm.association, kind="association", sector=firm.sector, place=where)
        _venues(write, season, index)
        _season(write, season, index)
    _closures(write, season)


def _key(place: Locality) -> str:
    return f"{place.state}/{place.municipality}/{place.name}"


def _venues(write: Writer, season: Season, index: int) -> None:
    firm = FIRMS[index]
    for number, place in enumerate(firm.localities):
        kind, name = ("front", f"Frente {3 + 2 * number}") if firm.sector == "cane" else ("shed", "Galera")
        season.ids[f"venue {index} {number}"] = write.add(
            "venue", kind=kind, name=name, company=season.ids[f"firm {index}"], place=season.ids[_key(place)],
            latitude=place.latitude, longitude=place.longitude, hospital=firm.hospital,
            hospital_minutes=25 + 10 * number, note="El teléfono del hospital está por verificar",
        )
    for kind, name in _SITES:
        place = firm.localities[0]
        season.ids[f"{kind} {index}"] = write.add(
            "venue", kind=kind, name=f"{name} {place.name}", company=season.ids[f"firm {index}"],
            place=season.ids[_key(place)], latitude=place.latitude + 0.01, longitude=place.longitude - 0.01,
        )


def _season(write: Writer, season: Season, index: int) -> None:
    firm, (starts, ends) = FIRMS[index], season.harvests[index]
    word = "Zafra" if firm.sector == "cane" else "Tabaco"
    season.ids[f"season {index}"] = write.add(
        "season", name=f"{word} {season_years(starts, ends)} · {firm.short}", sector=firm.sector,
        company=season.ids[f"firm {index}"], starts=starts.isoformat(), ends=ends.isoformat(),
        timezone=_ZONES[firm.localities[0].state],
    )


def _closures(write: Writer, season: Season) -> None:
    for one in season.closures:
        target = None if one.target is None else season.ids[f"firm {one.target}"]
        write.add(
            "closure", scope=one.scope, target=target, starts=one.starts.isoformat(), ends=one.ends.isoformat(),
            reason=one.reason, note=one.note,
        )
    last = max(ends for _starts, ends in season.harvests)
    write.add(
        "closure", scope="partner", target=season.ids["partner 1"], starts=(last + _DAY).isoformat(),
        ends=(last + 5 * _DAY).isoformat(), reason="other", note="Semana de cierre de informes",
    )


def _courses(write: Writer, season: Season) -> None:
    """The courses and every test form, so that all laptops hold the same rows."""
    for crop, course in season.courses.items():
        season.ids[f"course {crop}"] = save_course(write, course)
        for module in course.modules:
            save_form(write, course, module, short=True)
            save_form(write, course, module, short=False)


def _people_of_the_project(write: Writer, season: Season) -> None:
    since = season.size.first_day.isoformat()
    for helper in season.helpers:
        person = write.add(
            "person", kind=helper.kind, name=helper.name, sex=helper.sex, age_group=helper.age,
            language=helper.language if helper.kind in ("promoter", "interpreter") else None, migrant=0,
            partner=season.ids[f"partner {helper.partner}"] if helper.kind in ("promoter", "coordinator") else None,
            organisation=season.ids[f"firm {helper.firm}"] if helper.kind == "private" else None,
        )
        season.helper_ids.append(person)
        for code in helper.speaks:
            if code != helper.language:
                write.add("person_language", person=person, language=code, level="good")
        if helper.kind == "promoter":
            for code in sorted({code for course in season.courses.values() for code in course.order}):
                write.add("authorisation", person=person, kind="module", module=code, since=since)
        for kind in _MAY.get(helper.kind, ()):
            write.add("authorisation", person=person, kind=kind, since=since, evidence="Constancia interna")


def _crews(write: Writer, season: Season) -> None:
    for crew in season.crews:
        venue = season.ids[f"venue {crew.firm} {crew.front}"]
        crew.id = write.add(
            "crew", code=crew.code, name=crew.name, season=season.ids[f"season {crew.firm}"],
            company=season.ids[f"firm {crew.firm}"], venue=venue, leader=crew.leader, sector=FIRMS[crew.firm].sector,
            partner=season.ids[f"partner {crew.partner}"], expected=crew.size,
        )
        write.add_many("break_window", _break_rows(season, crew, venue))


def _roads_and_hours(write: Writer, season: Season) -> None:
    """A few words for the planner: where promoters set out from, who is away when, two roads that are slow."""
    promoters = season.of_kind("promoter")
    for number, helper in enumerate(promoters):
        write.add("home_base", person=season.helper_ids[helper], venue=season.ids[f"plaza {number % len(FIRMS)}"])
    first, last = (season.helper_ids[promoters[at]] for at in (0, -1))
    since = season.size.first_day.isoformat()
    write.add("availability", person=first, since=since, weekday=SATURDAY, present=1, starts="07:00", ends="13:00")
    if last != first:
        away = season.size.last_day
        write.add(
            "availability", person=last, since=away.isoformat(), until=(away + 2 * _DAY).isoformat(), present=0,
            note="Taller en la oficina",
        )
    for firm, minutes in ((0, 55), (3, 40)):
        write.add(
            "travel_time", a=season.ids[f"venue {firm} 0"], b=season.ids[f"venue {firm} 1"], minutes=minutes,
            note="Camino de terracería",
        )


def _break_rows(season: Season, crew: Crew, venue: bytes) -> list[dict[str, bytes | str | int | None]]:
    """Both breaks from Monday to Friday, the early one on Saturday; and those that today's sessions stand on."""
    today = season.size.today
    odd = {day.weekday() for day in (today, today - _DAY)} & {SATURDAY, SUNDAY} if crew.index < 4 else set()
    return [
        {
            "venue": venue, "crew": crew.id, "weekday": weekday, "starts": window.starts, "ends": window.ends,
            "kind": window.kind, "legal_rest_minutes": window.rest,
        }
        for weekday in range(7)
        for number, window in enumerate(crew.windows)
        if weekday < SATURDAY or (weekday == SATURDAY and number > 0) or (weekday in odd and number == 0)
    ]


def _frame(write: Writer, season: Season) -> None:
    """Periods, indicators and targets (some not set), milestones."""
    days = periods(season.size.today)
    period_ids = write.add_many(
        "period",
        [
            {"name": f"{first:%Y-%m}..{last:%Y-%m}", "starts": first.isoformat(), "ends": last.isoformat()}
            for first, last in days
        ],
    )
    codes = [code for code, _rule, _es, _en in INDICATORS]
    made = write.add_many(
        "indicator", [{"code": c, "rule": rule, "name_es": es, "name_en": en} for c, rule, es, en in INDICATORS]
    )
    due = [ends + 30 * _DAY for _starts, ends in days]
    partners = [value for key, value in season.ids.items() if key.startswith("partner ")]
    write.add_many("target", target_rows(dict(zip(codes, made, strict=True)), period_ids, partners, due, season))
    for standard, body, status, ahead, reached in MILESTONES:
        write.add(
            "milestone", standard=standard, version="borrador", body=body, status=status,
            due=(season.size.today + ahead * _DAY).isoformat(),
            reached_on=(season.size.first_day + 3 * _DAY).isoformat() if reached else None,
        )
