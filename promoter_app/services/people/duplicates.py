"""The same person registered twice: which pairs look alike, side by side, and what a coordinator decides.

Nothing is rewritten: «unite» is a link that can be taken back, «different» a link that is remembered. Both travel.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import combinations
from typing import Any, Literal

from promoter_app.domain.done import Done, Value
from promoter_app.domain.duplicates.scoring import MEETING, SHOWN_FROM, Reason, Record, likeness
from promoter_app.domain.duplicates.sounds import skeleton, sounded_words
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.security.audit import office_only
from promoter_app.store.duplicates import records as store
from promoter_app.store.migrations import TABLES
from promoter_app.store.writer import Writer

Choice = Literal[0, 1]
"""Which of the two values stays: that of the first record or that of the second."""
FIELDS = ("name", "sex", "age_group", "language", "crew", "card")
_PROFILE = ("name", "sex", "age_group", "language")
_ROUGHLY = 80
_LARGEST_BLOCK = 400
"""A key that more people share says nothing (`maria guadalupe`); they still meet under their other words."""
_TWO_OPINIONS = Reason(False, Sentence("Dos personas decidieron distinto.", "Two people decided otherwise."))


@dataclass(frozen=True)
class Pair:
    """Two records that may be one person. `a` is the earlier id, the one that stays when they are united."""

    a: bytes
    b: bytes
    score: int
    reasons: tuple[Reason, ...]


@dataclass(frozen=True)
class Side:
    """One record as it is shown beside the other. `since` is the local date it was made, on `laptop` by `operator`."""

    id: bytes
    laptop: str
    operator: str
    since: str
    values: Mapping[str, Value]
    """By the names of FIELDS: `crew` is a name, `card` a number."""
    topics: tuple[str, ...]
    crews: tuple[bytes, ...]
    cards: tuple[bytes, ...]
    stays: tuple[tuple[bytes, bytes, str], ...]
    """(membership, crew, since) in force."""
    here: bool = False
    """Whether it was registered on this very laptop."""


@dataclass(frozen=True)
class Beside:
    """Two records side by side: which fields differ, and which value is proposed for each of those."""

    a: Side
    b: Side
    differing: tuple[str, ...]
    proposed: Mapping[str, Choice]

    @property
    def topics(self) -> tuple[str, ...]:
        """Topics that the person had under either record."""
        both = {*self.a.topics, *self.b.topics}
        return tuple(sorted(both, key=lambda code: (len(code), code)))


@dataclass(frozen=True)
class Decided:
    """A decision in force: about whom (`person` is one of the two records), what, by whom, when (local), where."""

    link: bytes
    person: bytes
    a_name: str
    b_name: str
    same: bool
    by: str
    laptop: str
    at: datetime


def open_pairs(folder: Folder, *, should_stop: Callable[[], bool] | None = None) -> list[Pair]:
    """Pairs that nobody decided about, the likeliest first; those that two decided otherwise come before all.

    Twenty thousand people take seconds: only those are compared that share a crew or two words as they sound.
    """
    people = _records(folder)
    settled = store.told_different(folder.book)
    found = [pair for pair in _candidates(people) if pair not in settled]
    if should_stop is not None and should_stop():
        return []
    close = [pair for pair in found if _pair(people[pair[0]], people[pair[1]]).score >= SHOWN_FROM - MEETING]
    presences = store.presences_of(folder.book, sorted({person for pair in close for person in pair}))
    met = {id: replace(people[id], presences=frozenset(presences[id])) for id in presences}
    pairs = [_pair(met[a], met[b]) for a, b in close]
    shown = sorted((pair for pair in pairs if pair.score >= SHOWN_FROM), key=lambda one: (-one.score, one.a, one.b))
    both_ways = store.told_both_ways(folder.book)
    return [Pair(a, b, 100, (_TWO_OPINIONS,)) for a, b in sorted(both_ways)] + shown


def count_open(folder: Folder) -> int:
    """How many pairs wait for a decision."""
    return len(open_pairs(folder))


def _records(folder: Folder) -> dict[bytes, Record]:
    crews = store.crews_of_all(folder.book)
    rows = [(row, sounded_words(row["name"])) for row in store.workers(folder.book)]
    namesakes = Counter(tuple(sorted(words)) for _row, words in rows)
    return {
        row["id"]: Record(
            row["id"], row["name"], words, row["sex"], row["age_group"], row["language"],
            frozenset(crews.get(row["id"], ())), namesakes=namesakes[tuple(sorted(words))],
        )
        for row, words in rows
    }


def _candidates(people: Mapping[bytes, Record]) -> set[tuple[bytes, bytes]]:
    """Pairs worth a closer look: whose names are roughly alike and who share a crew or two sounded words."""
    found: set[tuple[bytes, bytes]] = set()
    for block in _blocks(people.values()):
        found.update(_rough_pairs(block))
    return found


def _blocks(people: Iterable[Record]) -> Iterator[list[Record]]:
    blocks: defaultdict[object, list[Record]] = defaultdict(list)
    for person in people:
        for crew in person.crews:
            blocks[crew].append(person)
        keys = sorted({skeleton(word) for word in person.words if len(word) > 1})
        for pair in combinations(keys, 2):
            blocks[pair].append(person)
    return (block for block in blocks.values() if 1 < len(block) <= _LARGEST_BLOCK)


def _rough_pairs(block: list[Record]) -> Iterator[tuple[bytes, bytes]]:
    from rapidfuzz import fuzz, process

    names = [" ".join(sorted(person.words)) for person in block]
    for at, person in enumerate(block[:-1]):
        rest = names[at + 1 :]
        # all at once: as an iterator each asking leaves a ring of ten things for the collector, 0.8 million in all
        for _name, _score, place in process.extract(
            names[at], rest, scorer=fuzz.token_set_ratio, score_cutoff=_ROUGHLY, limit=None
        ):
            other = block[at + 1 + place]
            yield min(person.id, other.id), max(person.id, other.id)


def _pair(a: Record, b: Record) -> Pair:
    from rapidfuzz.distance import OSA

    found = likeness(a, b, OSA.normalized_similarity)
    return Pair(a.id, b.id, found.score, found.reasons)


# side by side


def beside(folder: Folder, a: bytes, b: bytes, day: str) -> Beside:
    """Two records side by side on `day`, with a proposal for each field that differs: nothing that is known is lost."""
    first, second = _side(folder, a, day), _side(folder, b, day)
    differing = tuple(name for name in FIELDS if _differs(first, second, name))
    return Beside(first, second, differing, {name: _proposal(first, second, name) for name in differing})


def _differs(a: Side, b: Side, name: str) -> bool:
    """Two crews or cards can only be chosen between when both sides have one."""
    one, other = a.values[name], b.values[name]
    return one != other and (name in _PROFILE or None not in (one, other))


def _side(folder: Folder, person: bytes, day: str) -> Side:
    origin = store.origin_of(folder.book, person)
    fields = store.fields_of(folder.book, person)
    if not fields:
        raise _gone()
    stays = store.stays_of(folder.book, person, day)
    cards = store.valid_cards(folder.book, person)
    values: dict[str, Value] = {name: fields[name] for name in _PROFILE}
    values["crew"] = stays[0]["name"] if stays else None
    values["card"] = cards[0]["number"] if cards else None
    return Side(
        person, origin.get("laptop") or "", origin.get("operator") or "", _local(origin).date().isoformat(), values,
        tuple(store.topics_of(folder.book, person)), tuple(row["crew"] for row in stays),
        tuple(row["id"] for row in cards), tuple((row["id"], row["crew"], row["since"]) for row in stays),
        here=origin.get("device") == (folder.book.local("device") or ""),
    )


def _gone() -> Refusal:
    return Refusal(
        "no_longer_two",
        Sentence("Esos dos registros ya no están separados.", "Those two records are no longer apart."),
        NOTHING_CHANGED,
        Sentence("Sigue con la pareja que viene.", "Go on with the next pair."),
    )


def _local(row: Mapping[str, Any]) -> datetime:
    moment = datetime.fromtimestamp((row.get("wall") or 0) / 1000, UTC)
    return moment + timedelta(minutes=row.get("utc_offset") or 0)


def _proposal(a: Side, b: Side, name: str) -> Choice:
    """The fuller or else earlier name, what is known, another language than Spanish, the newer crew and card."""
    one, other = a.values[name], b.values[name]
    if name == "name":
        fuller = (len(str(other)), a.since) > (len(str(one)), b.since)
        return 1 if fuller else 0
    if None in (one, other):
        return 1 if one is None else 0
    if name == "language":
        return 1 if one == "spa" else 0
    if name == "crew":
        return 1 if b.stays[0][2] > a.stays[0][2] else 0
    return 1 if name == "card" else 0


# deciding


def unite(folder: Folder, stamp: Stamp, a: bytes, b: bytes, chosen: Mapping[str, Choice]) -> Done[bytes]:
    """«Sí, unir en una»: both records are one person, who keeps the values of `chosen` (fields not named: proposed).

    The outcome is the id that stays. Attendance, tests and consents of both count for the one; the card that was
    not chosen is cancelled with the good one named. Raises Refusal when they are no longer two, or to a promoter.
    """
    office_only(folder, stamp, "unite_people")
    pair = beside(folder, min(a, b), max(a, b), stamp.today)
    picked: dict[str, Choice] = {**pair.proposed, **_turned(chosen, turned=a > b)}
    with folder.book.writing(stamp) as write:
        for name in pair.differing:
            _keep(write, stamp, pair, name, picked[name])
        _settle_earlier(folder, write, pair.a.id, pair.b.id)
        write.add("link", a=pair.a.id, b=pair.b.id, same=1)
    name = str((pair.b if picked.get("name") else pair.a).values["name"])
    label = Sentence(f"Deshacer: unir a {name}", f"Undo: unite {name}")
    return Done(pair.a.id, write.changes | {"person", "attendance"}, write.undo(label))


def _turned(chosen: Mapping[str, Choice], *, turned: bool) -> dict[str, Choice]:
    opposite: dict[Choice, Choice] = {0: 1, 1: 0}
    return {name: opposite[side] if turned else side for name, side in chosen.items()}


def _keep(write: Writer, stamp: Stamp, pair: Beside, name: str, side: Choice) -> None:
    kept, left = (pair.b, pair.a) if side else (pair.a, pair.b)
    if name in _PROFILE:
        write.edit("person", pair.a.id, **{name: kept.values[name]})
    elif name == "card":
        for card in left.cards:
            write.add("card_cancel", card=card, reason="replaced", good_card=kept.cards[0])
    else:
        _leave_crews(write, stamp, left, set(kept.crews))


def _leave_crews(write: Writer, stamp: Stamp, left: Side, kept: set[bytes]) -> None:
    """End the stays in crews that were not chosen; one that begins today never was."""
    yesterday = (stamp.now.date() - timedelta(days=1)).isoformat()
    for membership, crew, since in left.stays:
        if crew in kept:
            continue
        if since <= yesterday:
            write.edit("membership", membership, until=yesterday)
        else:
            write.void("membership", membership, "united")


def keep_apart(folder: Folder, stamp: Stamp, a: bytes, b: bytes) -> Done[None]:
    """«Son distintas»: the pair is not proposed again, here or on any laptop. Raises Refusal to a promoter."""
    office_only(folder, stamp, "keep_people_apart")
    with folder.book.writing(stamp) as write:
        _settle_earlier(folder, write, a, b)
        write.add("link", a=min(a, b), b=max(a, b), same=0)
    label = Sentence("Deshacer: son distintas", "Undo: they are different")
    return Done(None, write.changes | {"person"}, write.undo(label))


def _settle_earlier(folder: Folder, write: Writer, a: bytes, b: bytes) -> None:
    for link in store.links_between(folder.book, a, b):
        write.void("link", link, "decided again")


def take_back(folder: Folder, stamp: Stamp, link: bytes) -> Done[None]:
    """Undo a decision of any day: the link is void, values and cards chosen with it that still stand go back.

    Raises Refusal to a promoter.
    """
    office_only(folder, stamp, "part_people")
    columns = {(table.name, column.name): column for table in TABLES for column in table.columns}
    with folder.book.writing(stamp) as write:
        for row in store.edits_with(folder.book, link):
            before = (
                columns[row["tbl"], row["field"]].from_edit_text(row["before"])
                if row["replaced"]
                else store.created_value(folder.book, row["tbl"], row["entity"], row["field"])
            )
            write.edit(row["tbl"], row["entity"], **{row["field"]: before})
        for cancel in store.cancels_with(folder.book, link):
            write.void("card_cancel", cancel, "taken back")
        write.void("link", link, "taken back")
    label = Sentence("Deshacer: separar otra vez", "Undo: set apart again")
    return Done(None, write.changes | {"person", "attendance"}, write.undo(label))


def decisions(folder: Folder) -> list[Decided]:
    """Decisions in force about repeated people, the last first."""
    return [
        Decided(
            row["id"], row["a"], row["a_name"] or "", row["b_name"] or "", bool(row["same"]), row["operator"] or "",
            row["laptop"] or "", _local(row),
        )
        for row in store.decided(folder.book)
    ]
