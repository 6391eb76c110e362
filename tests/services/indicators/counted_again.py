"""Every indicator a second time, in plain Python over the drawn season: no SQL, no table, nothing shared."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import date

from promoter_app.domain import knowledge
from promoter_app.domain.knowledge import Phase, Scope
from tests.services.indicators.seasons import (
    ITEMS,
    MODULES,
    PARTNERS,
    PLACE_OF,
    SECTOR_OF_SEASON,
    Drawn,
    Session,
    company_id,
    partner_id,
    place_id,
    promoter_of,
)


class Again:
    """Counts of one season until a day."""

    def __init__(self, season: Drawn) -> None:
        self.season = season
        self.root = {one.id: one.id for one in season.people}
        for a, b, same in season.links:
            if same:
                first, second = sorted((season.people[a].id, season.people[b].id))
                self.root[second] = first
        self.person = {one.id: one for one in season.people}
        held = sorted((one for one in season.sessions if one.is_held), key=lambda one: one.order)
        self.rank = {one.id: number for number, one in enumerate(held)}
        self.held = held

    # --- where a session was ----------------------------------------------------------------------------------

    def where(self, session: Session) -> dict[str, str]:
        crew = None if session.crew is None else self.season.crews[session.crew]
        company = crew.company if crew else None
        place = crew.venue if crew and crew.venue is not None else company
        state, municipality = PLACE_OF[place] if place is not None else ("", "")
        partner = crew.partner if crew else None
        return {
            "sector": SECTOR_OF_SEASON[crew.season] if crew else ("cane" if company is not None else ""),
            "state": place_id(state).hex().upper() if state else "",
            "municipality": place_id(municipality).hex().upper() if municipality else "",
            "company": company_id(company).hex().upper() if company is not None else "",
            "partner": partner_id(partner).hex().upper() if partner is not None else "",
            "promoter": promoter_of(self.season, session).id.hex().upper(),
            "topic": session.module or "", "kind": session.kind, "language": session.language or "",
        }

    def who(self, person: bytes) -> dict[str, str]:
        one = self.person[person]
        return {
            "sex": one.sex or "", "age_group": one.age_group or "", "language": one.language or "",
            "migrant": "" if one.migrant is None else str(one.migrant),
        }

    # --- who was there ----------------------------------------------------------------------------------------

    def present(self, kind: str) -> list[tuple[Session, bytes]]:
        """Each session held and each person of a kind who was there, once."""
        seen = {
            (session, self.root[self.season.people[person].id])
            for session, person, void in self.season.present if not void
        }
        rows = [(self.season.sessions[session], person) for session, person in seen]
        rows = [row for row in rows if row[0].is_held and self.person[row[1]].kind == kind]
        return sorted(rows, key=lambda row: row[0].order)

    def valid(self) -> list[tuple[Session, bytes]]:
        return [
            (session, person) for session, person in self.present("worker")
            if session.kind in ("training", "community") and session.module and session.minutes >= 15
        ]

    @staticmethod
    def firsts(rows: Iterable[tuple[Session, bytes]]) -> dict[bytes, Session]:
        """The first session of each person (rows are in order of time)."""
        found: dict[bytes, Session] = {}
        for session, person in rows:
            found.setdefault(person, session)
        return found

    def firsts_of(self, rule: str, breakdown: str | None) -> list[tuple[date, dict[str, str]]]:
        """Each counted unit: its day and the groups it is in."""
        return self._people(rule, breakdown) if rule in _PEOPLE else self._others(rule)

    def _people(self, rule: str, breakdown: str | None) -> list[tuple[date, dict[str, str]]]:
        rows = {
            "people_trained": self.valid, "informed_on_channels": lambda: self._with("M7"),
            "completed_course": self._completed, "certificates": self._completed,
            "private_sector": lambda: [row for row in self.present("private") if row[0].kind == "private_sector"],
            "promoters_trained": lambda: [
                row for row in self.present("promoter") if row[0].kind == "promoter_training"],
        }[rule]()
        apart: dict[str, list[tuple[Session, bytes]]] = defaultdict(list)
        overlaps = breakdown in ("topic", "partner") and rule in ("people_trained", "informed_on_channels")
        for session, person in rows:
            apart[self.where(session)[breakdown] if overlaps and breakdown else ""].append((session, person))
        units = []
        for of_group in apart.values():
            for person, session in self.firsts(of_group).items():
                groups = self.where(session) | self.who(person)
                if rule == "private_sector":
                    groups["kind"] = "mill" if self.person[person].organisation is not None else ""
                if rule == "promoters_trained":
                    groups["partner"] = ""
                units.append((session.day, groups))
        return units

    def _with(self, module: str) -> list[tuple[Session, bytes]]:
        return [row for row in self.valid() if row[0].module == module]

    def _completed(self) -> list[tuple[Session, bytes]]:
        had: dict[bytes, set[str]] = defaultdict(set)
        done = []
        for session, person in self.valid():
            before = len(had[person])
            had[person].add(session.module or "")
            if before < len(MODULES) == len(had[person]):
                done.append((session, person))
        return done

    def _others(self, rule: str) -> list[tuple[date, dict[str, str]]]:
        season = self.season
        if rule in ("outreach", "reach_on_channels"):
            return [
                (day, {"channel": channel, "partner": "" if partner is None else partner_id(partner).hex().upper()})
                for day, people, channel, about, partner in season.reach
                for _one in range(people) if about or rule == "outreach"
            ]
        if rule == "milestones":
            return [(day, {}) for day in season.milestones if day]
        if rule == "attendances":
            return [(session.day, {}) for session, _person in self.present("worker")]
        if rule == "unnamed":
            return [(season.sessions[n].day, {}) for n in season.unnamed if season.sessions[n].is_held]
        if rule == "private_organisations":
            return self._organisations()
        native: Callable[[Session], bool] = lambda one: one.interpreter or one.language not in ("spa", None)  # noqa: E731
        return [(one.day, self.where(one)) for one in self.held if rule == "sessions_held" or native(one)]

    def _organisations(self) -> list[tuple[date, dict[str, str]]]:
        found: dict[int, date] = {}
        for person, session in self.firsts(
            row for row in self.present("private") if row[0].kind == "private_sector"
        ).items():
            organisation = self.person[person].organisation
            if organisation is not None:
                found[organisation] = min(session.day, found.get(organisation, session.day))
        return [(day, {"kind": "mill"}) for day in found.values()]

    # --- tests ------------------------------------------------------------------------------------------------

    def attempts(self) -> list[knowledge.Attempt]:
        """The season's tests as the rule's own values."""
        found = []
        for one in self.season.attempts:
            session = self.season.sessions[one.session]
            if one.void or not session.is_held:
                continue
            partner = self.where(session)["partner"] or None
            found.append(
                knowledge.Attempt(
                    one.id.hex(), self.root[self.season.people[one.person].id], session.module or "",
                    self.season.crews[session.crew].season if session.crew is not None else None, session.module,
                    Phase(one.phase), self.rank[session.id], session.day, session.id, dict(one.answers), partner,
                    one.late, False, one.declined,
                )
            )
        return found

    def knowledge(self, since: date, until: date, unit: knowledge.Unit, **scope: object) -> knowledge.KnowledgeChange:
        keys = {code: {item: "a" for item in range(1, ITEMS + 1)} for code, _level in MODULES}
        return knowledge.knowledge_change(self.attempts(), keys, Scope(since, until, **scope), unit)  # type: ignore[arg-type]


_PEOPLE = ("people_trained", "informed_on_channels", "completed_course", "certificates", "private_sector",
           "promoters_trained")
ALL_PARTNERS = tuple(partner_id(number).hex().upper() for number in range(PARTNERS))
