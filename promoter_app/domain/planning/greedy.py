"""The plan that is on screen at once: day by day, the session with most progress and least extra driving enters first.

Standard library only, so it stands where the solver is missing.
"""

from __future__ import annotations

from collections.abc import Iterable

from promoter_app.domain.planning.draft import Draft, in_order
from promoter_app.domain.planning.field import Field, Opening
from promoter_app.domain.planning.problem import Crew, Module, Plan, Promoter, Session

_Offer = tuple[int, int, str, Session]
"""(-gain, extra driving, tie-break, session): the smallest is the best."""


def greedy_plan(field: Field, kept: Iterable[Session] = ()) -> Plan:
    """Best insertion on top of the `kept` sessions (locks and, when planning again, what still stands)."""
    draft = Draft(field, kept)
    for day in range(field.problem.today, len(field.cal)):
        _fill_day(draft, day)
    return in_order(draft.sessions)


def _fill_day(draft: Draft, day: int) -> None:
    groups = Groups(draft, day)
    near = {p.id: _within_reach(draft.field, p, day) for p in draft.field.problem.promoters}
    offers = {p: groups.offers(p, near[p]) for p in near if near[p]}
    while True:
        best = min((v for one in offers.values() for v in one.values()), default=None)
        if best is None:
            return
        session = best[3]
        draft.add(session)
        groups.forget(session.front)
        for p in offers:
            _refresh(groups, offers[p], p, near[p], session)


def _refresh(groups: Groups, offers: dict[str, _Offer], promoter: str, near: list[Opening], added: Session) -> None:
    """Works out again only the offers the added session may have changed."""
    if promoter in added.promoters or any(o[3].second in added.promoters for o in offers.values()):
        offers.clear()
        offers.update(groups.offers(promoter, near))
        return
    again = [o for o in near if o.front == added.front]
    if added.interpreter is not None:
        again += [o for o in near if (k := offers.get(_key(o))) and k[3].interpreter == added.interpreter]
    for o in again:
        offers.pop(_key(o), None)
    offers.update(groups.offers(promoter, again))


def _key(o: Opening) -> str:
    return f"{o.front}|{o.break_id}"


def _within_reach(field: Field, promoter: Promoter, day: int) -> list[Opening]:
    if promoter.available[day] is None:
        return []
    here = field.here
    return [
        o for o in field.openings[day] if (o.front, day) in here and field.route_minutes(promoter, [o]) is not None
    ]


class Groups:
    """The best group of crews and module for an opening, remembered per kind of promoter until the front changes."""

    def __init__(self, draft: Draft, day: int) -> None:
        self.draft = draft
        self.day = day
        self._best: dict[tuple[object, ...], tuple[int, Module, list[Crew]] | None] = {}
        self._ready: dict[str, list[Module]] = {}

    def forget(self, front: str) -> None:
        """Drops what was remembered of a front whose crews have just been visited."""
        for key in [k for k in self._best if k[0] == front]:
            del self._best[key]

    def offers(self, promoter: str, openings: list[Opening]) -> dict[str, _Offer]:
        """The best session of each opening for one promoter."""
        found: dict[str, _Offer] = {}
        for o in openings:
            offer = self._offer(self.draft.field.promoters[promoter], o)
            if offer is not None:
                found[_key(o)] = offer
        return found

    def sessions_for(self, p: Promoter, openings: list[Opening], crew: str, module: str) -> list[Session]:
        """Sessions of that module for that crew alone the promoter could add, the first opening first."""
        field, m, c = self.draft.field, self.draft.field.modules[module], self.draft.field.crews[crew]
        found: list[Session] = []
        for o in openings:
            blocked = o.slot in self.draft.taken or (crew, o.day) in self.draft.met or o.day > c.last_day
            if blocked or m.minutes > o.usable or not p.may_teach(m) or m not in self.draft.ready(c, o.day):
                continue
            extra = self.draft.extra_driving(p, o)
            for who in [None, *self._helpful(p, o)]:
                offer = self._as_offer(p, o, who, extra, (0, m, [c])) if extra is not None else None
                if offer is not None and field.understands(c, p, who):
                    found.append(offer[3])
                    break
        return found

    def _offer(self, p: Promoter, o: Opening) -> _Offer | None:
        if o.slot in self.draft.taken:
            return None
        best: _Offer | None = None
        extra: int | None = None
        for who in [None, *self._helpful(p, o)]:
            group = self._group(p, o, who)
            if group is None:
                continue
            extra = self.draft.extra_driving(p, o) if extra is None else extra
            if extra is None:
                return None
            offer = self._as_offer(p, o, who, extra, group)
            if offer is not None and (best is None or offer[:3] < best[:3]):
                best = offer
        return best

    def _as_offer(
        self, p: Promoter, o: Opening, who: str | None, extra: int, group: tuple[int, Module, list[Crew]]
    ) -> _Offer | None:
        gain, module, crews = group
        second = None
        if module.promoters == 2:
            partner = self._partner(p, o, module)
            if partner is None:
                return None
            extra, second = extra + partner[0], partner[1]
        names = tuple(sorted(c.id for c in crews))
        session = Session(p.id, o.day, o.front, o.break_id, module.id, names, who, second)
        return (-gain, extra, f"{p.id}|{o.front}|{o.break_id}|{who or ''}", session)

    def _partner(self, p: Promoter, o: Opening, module: Module) -> tuple[int, str] | None:
        found = []
        for q in self.draft.field.problem.promoters:
            if q.id != p.id and q.available[o.day] is not None and q.may_teach(module):
                extra = self.draft.extra_driving(q, o)
                if extra is not None:
                    found.append((extra, q.id))
        return min(found, default=None)

    def _helpful(self, p: Promoter, o: Opening) -> list[str]:
        """Interpreters free to ride with the promoter who open a crew of this front."""
        want = {c.language for c in self._free(o) if not c.bilingual_helper} - set(p.languages)
        if not want:
            return []
        rides = self.draft.rides
        return [
            i.id
            for i in self.draft.field.problem.interpreters
            if i.available[o.day] and want.intersection(i.languages) and rides.get((i.id, o.day), p.id) == p.id
        ]

    def _free(self, o: Opening) -> list[Crew]:
        met = self.draft.met
        return [c for c in self.draft.field.here.get((o.front, o.day), ()) if (c.id, o.day) not in met]

    def _group(self, p: Promoter, o: Opening, who: str | None) -> tuple[int, Module, list[Crew]] | None:
        key = (o.front, o.break_id, p.languages, p.sensitive_ok, p.modules, who)
        if key not in self._best:
            self._best[key] = self._search(p, o, who)
        return self._best[key]

    def _search(self, p: Promoter, o: Opening, who: str | None) -> tuple[int, Module, list[Crew]] | None:
        field = self.draft.field
        wanting: dict[str, list[Crew]] = {}
        for crew in self._free(o):
            if field.understands(crew, p, who):
                for m in self._ready_today(crew):
                    if m.minutes <= o.usable and p.may_teach(m):
                        wanting.setdefault(m.id, []).append(crew)
        best: tuple[int, Module, list[Crew]] | None = None
        for m_id, crews in wanting.items():
            module = field.modules[m_id]
            taken = _fill_group(field, module, crews)
            gain = sum(field.worth(module, c) for c in taken)
            if best is None or (-gain, m_id) < (-best[0], best[1].id):
                best = (gain, module, taken)
        return best

    def _ready_today(self, crew: Crew) -> list[Module]:
        """A crew is met once a day, so what it is ready for does not change before that."""
        if crew.id not in self._ready:
            self._ready[crew.id] = self.draft.ready(crew, self.day)
        return self._ready[crew.id]


def _fill_group(field: Field, module: Module, crews: list[Crew]) -> list[Crew]:
    """The most valuable crews first, while they fit together."""
    taken: list[Crew] = []
    size = 0
    for crew in sorted(crews, key=lambda c: (-field.worth(module, c), c.id)):
        if not taken or size + crew.size <= module.max_workers:
            taken.append(crew)
            size += crew.size
    return taken
