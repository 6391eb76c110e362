"""People from a partner's list: look first (what would happen), then carry out as one undoable change."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from hashlib import sha256
from pathlib import Path
from typing import Any

from promoter_app.domain.cards import CodeKind, read_code
from promoter_app.domain.done import Done, Value
from promoter_app.domain.names import sort_key
from promoter_app.domain.people_list.rows import (
    ListedPerson,
    Mapping,
    RawTable,
    RowKind,
    RowRead,
    mapping_from_json,
    mapping_key,
    mapping_to_json,
    propose_mapping,
    read_rows,
)
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder, project_tag
from promoter_app.services.people.registering import CONSENT_RECORD
from promoter_app.services.security.audit import office_only
from promoter_app.services.security.keeping import copy_before
from promoter_app.store import office
from promoter_app.store import people as store
from promoter_app.store.people_files.reading import read_people_file
from promoter_app.store.writer import Writer

Progress = Callable[[int, int], None]
_CHUNK = 500
ALIKE = 92
"""Similarity of two folded names (0-100) from which a row is shown as a likely duplicate."""
ALREADY = Sentence("Ya está en esa cuadrilla: no se registra dos veces.", "Already in that crew: not registered twice.")
TWICE = Sentence("Está dos veces en la lista.", "It is twice in the list.")


@dataclass(frozen=True)
class Skipped:
    """A row that is not registered, by its number in the file, and why."""

    row: int
    reason: Sentence


@dataclass(frozen=True)
class LikelyDuplicate:
    """A row that will be registered though somebody looks like it; `score` is 0-100."""

    row: int
    name: str
    person: bytes
    score: int


@dataclass(frozen=True)
class ImportPlan:
    """What a list would bring, before anything changes."""

    sha256: str
    table: RawTable
    mapping: Mapping
    rows: tuple[RowRead, ...]
    skipped: tuple[Skipped, ...]
    duplicates: tuple[LikelyDuplicate, ...]
    new_crews: tuple[str, ...] = ()
    without_crew: int = 0

    @property
    def people(self) -> int:
        """People who would be registered."""
        return len(self.rows)


@dataclass(frozen=True)
class Imported:
    """What a list brought. `duplicates` were registered too and wait to be looked at."""

    imported: int
    skipped: tuple[Skipped, ...]
    duplicates: tuple[LikelyDuplicate, ...]
    new_crews: tuple[str, ...]
    notes: tuple[Sentence, ...] = field(default_factory=tuple)


def read_list(path: Path, sheet: str | None = None) -> RawTable:
    """The cells of a XLSX or CSV list. Raises Refusal when it cannot be read. Safe on any thread."""
    return read_people_file(path, sheet)


def remembered_mapping(folder: Folder, table: RawTable) -> Mapping:
    """The mapping used last time for these headers, else the proposed one."""
    proposed = propose_mapping(table)
    kept = folder.book.local(f"mapping {mapping_key(proposed.headers)}")
    return mapping_from_json(kept, table) if kept else proposed


def plan_import(
    folder: Folder, table: RawTable, mapping: Mapping, today: date, *, crew: bytes | None = None
) -> ImportPlan:
    """Compare a list with everybody registered; nothing is written. `crew` puts all rows into one crew."""
    known = _Known(folder, today.isoformat(), crew)
    rows: list[RowRead] = []
    skipped: list[Skipped] = []
    duplicates: list[LikelyDuplicate] = []
    for row in read_rows(table, mapping, today):
        if row.kind is not RowKind.PERSON or row.values is None:
            skipped.append(Skipped(row.row_number, _reason(row)))
            continue
        verdict = known.verdict(row.row_number, row.values)
        if isinstance(verdict, Sentence):
            skipped.append(Skipped(row.row_number, verdict))
            continue
        if verdict is not None:
            duplicates.append(verdict)
        rows.append(row)
    return ImportPlan(
        _fingerprint(table), table, mapping, tuple(rows), tuple(skipped), tuple(duplicates),
        tuple(known.new_crews), known.without_crew,
    )


def _reason(row: RowRead) -> Sentence:
    if not row.faults:
        return Sentence("No tiene nombre.", "It has no name.")
    return Sentence(
        " ".join(fault.es for fault in row.faults), " ".join(fault.en for fault in row.faults)
    )


def _fingerprint(table: RawTable) -> str:
    digest = sha256()
    for row in table.rows:
        digest.update("\x1f".join(row).encode() + b"\n")
    return digest.hexdigest()


class _Known:
    """Everybody registered and everybody listed so far, to tell a new person from a known one."""

    def __init__(self, folder: Folder, day: str, crew: bytes | None) -> None:
        self._crew = crew
        self._crews = _crews_by_name(store.crews(folder.book, day))
        self._exact: dict[str, list[tuple[bytes, bytes | None]]] = defaultdict(list)
        self._blocks: dict[str, list[tuple[str, bytes]]] = defaultdict(list)
        for id_, key, person_crew in store.names_registered(folder.book, day):
            self._exact[key].append((id_, person_crew))
            for block in _blocks(key):
                self._blocks[block].append((key, id_))
        self._listed: set[tuple[str, str]] = set()
        self.new_crews: list[str] = []
        self.without_crew = 0

    def verdict(self, row: int, listed: ListedPerson) -> Sentence | LikelyDuplicate | None:
        """A reason to skip, a likely duplicate to show, or None for somebody new."""
        key = sort_key(listed.name)[0]
        crew_key = sort_key(listed.crew or "")[0]
        crew = self._crew or self._crews.get(crew_key)
        if (key, crew_key) in self._listed:
            return TWICE
        if any(there == crew for _id, there in self._exact[key]):
            return ALREADY
        self._listed.add((key, crew_key))
        self._note_crew(listed.crew, crew)
        return self._alike(row, listed.name, key)

    def _note_crew(self, name: str | None, crew: bytes | None) -> None:
        if crew is not None:
            return
        if not name:
            self.without_crew += 1
        elif name not in self.new_crews:
            self.new_crews.append(name)

    def _alike(self, row: int, name: str, key: str) -> LikelyDuplicate | None:
        from rapidfuzz import fuzz, process

        if self._exact[key]:
            return LikelyDuplicate(row, name, self._exact[key][0][0], 100)
        near = {person: other for block in _blocks(key) for other, person in self._blocks[block][:400]}
        best = process.extractOne(key, near, scorer=fuzz.token_sort_ratio, score_cutoff=ALIKE) if near else None
        return LikelyDuplicate(row, name, best[2], int(best[1])) if best else None


def _blocks(key: str) -> set[str]:
    """Pairs of word beginnings: names that share none are not compared."""
    words = key.split()
    return {f"{first[:3]} {last[:3]}" for first in words[:1] for last in words[1:]} or {key[:5]}


def _crews_by_name(crews: Iterable[dict[str, Any]]) -> dict[str, bytes]:
    found: dict[str, bytes] = {}
    for crew in crews:
        found.setdefault(sort_key(crew["name"])[0], crew["id"])
        found.setdefault(sort_key(crew["code"])[0], crew["id"])
    return found


def carry_out(
    folder: Folder,
    stamp: Stamp,
    plan: ImportPlan,
    *,
    crew: bytes | None = None,
    on_progress: Progress | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Done[Imported]:
    """Register the people of a plan in one transaction, with one undo. Stopped or failed: nothing changed.

    A promoter alone may begin with a list; once there are workers, lists are the office's (Refusal `not_allowed`).
    A copy to go back to is made before a list comes to workers who are registered already.
    """
    if store.count_people(folder.book, "worker"):
        office_only(folder, stamp, "carry_out")
        copy_before(folder, stamp, "importar")
    with folder.book.writing(stamp) as write:
        crews, notes = _crews_for(folder, write, stamp, plan, crew)
        cards = _Cards(folder, write)
        for start in range(0, plan.people, _CHUNK):
            if should_stop is not None and should_stop():
                raise _stopped()
            _register(write, stamp, list(plan.rows[start : start + _CHUNK]), crews, crew, cards)
            if on_progress is not None:
                on_progress(min(start + _CHUNK, plan.people), plan.people)
        write.add("audit", action="people_import", detail=str(plan.people))
        write.add("people_import", sha256=plan.sha256, imported=plan.people, skipped=len(plan.skipped))
    folder.book.set_local(f"mapping {mapping_key(plan.mapping.headers)}", mapping_to_json(plan.mapping))
    made = () if notes or crew is not None else plan.new_crews
    outcome = Imported(plan.people, plan.skipped, plan.duplicates, made, (*notes, *cards.notes))
    label = Sentence(f"Deshacer: lista de {plan.people} personas", f"Undo: list of {plan.people} people")
    return Done(outcome, write.changes, write.undo(label))


def _crews_for(
    folder: Folder, write: Writer, stamp: Stamp, plan: ImportPlan, crew: bytes | None
) -> tuple[dict[str, bytes], list[Sentence]]:
    """Crews by folded name; those that the list brings are made in the season of today."""
    crews = _crews_by_name(store.crews(folder.book, stamp.today))
    if crew is not None or not plan.new_crews:
        return crews, []
    season = next((one for one in office.seasons(folder.book) if one["starts"] <= stamp.today <= one["ends"]), None)
    if season is None:
        note = Sentence(
            "No hay temporada en curso: estas personas quedaron sin cuadrilla.",
            "No season is running: these people were left without a crew.",
        )
        return crews, [note]
    for name in plan.new_crews:
        crews[sort_key(name)[0]] = write.add(
            "crew", code=_new_code(name, crews), name=name, season=season["id"], company=season["company"],
            sector=season["sector"],
        )
    return crews, []


def _new_code(name: str, taken: dict[str, bytes]) -> str:
    letters = "".join(letter for letter in sort_key(name)[0].upper() if letter.isascii() and letter.isalnum())
    code, extra = letters[:6] or "CUAD", 1
    while code.lower() in taken:
        extra += 1
        code = f"{letters[:5] or 'CUAD'}{extra}"
    return code


class _Cards:
    """Cards that a list names: a printed number that is still blank, or a code of this project."""

    def __init__(self, folder: Folder, write: Writer) -> None:
        self._folder = folder
        self._write = write
        self._tag = project_tag(folder)
        self._free: dict[int, bytes] | None = None
        self.notes: list[Sentence] = []

    def card(self, text: str, row: int) -> bytes | None:
        """The card to give, or None with a note when it is not free."""
        code = read_code(text)
        if code and code.kind is CodeKind.CARD and code.tag == self._tag:
            known = store.cards_with_code(self._folder.book, code.text)
            if not known:
                return self._write.add("card", code=code.text, number=code.number)
            if known[0]["person"] is None and not known[0]["cancelled"]:
                return bytes(known[0]["id"])
        elif text.isdecimal():
            if self._free is None:
                blank = store.blank_cards(self._folder.book, limit=1_000_000)
                self._free = {card["number"]: card["id"] for card in blank}
            found = self._free.pop(int(text), None)
            if found is not None:
                return found
        self.notes.append(
            Sentence(f"Renglón {row}: esa tarjeta no está libre.", f"Row {row}: that card is not free.")
        )
        return None


def _register(
    write: Writer, stamp: Stamp, rows: list[RowRead], crews: dict[str, bytes], crew: bytes | None, cards: _Cards
) -> None:
    listed = [(row, row.values) for row in rows if row.values is not None]
    people = write.add_many(
        "person",
        [
            {
                "kind": "worker", "name": values.name, "sex": values.sex, "age_group": values.age_group,
                "language": values.language_code,
            }
            for _row, values in listed
        ],
    )
    consents: list[dict[str, Value]] = []
    members: list[dict[str, Value]] = []
    assigned: list[dict[str, Value]] = []
    for person, (row, values) in zip(people, listed, strict=True):
        home = crew or crews.get(sort_key(values.crew or "")[0])
        if values.consent:
            consents.append({"person": person, "purpose": CONSENT_RECORD, "given": 1, "how": "list"})
        if home is not None:
            members.append({"person": person, "crew": home, "since": stamp.today})
        card = cards.card(values.card, row.row_number) if values.card else None
        if card is not None:
            assigned.append({"card": card, "person": person})
    write.add_many("consent", consents)
    write.add_many("membership", members)
    write.add_many("card_assignment", assigned)


def _stopped() -> Refusal:
    return Refusal(
        "stopped",
        Sentence("Se detuvo la lista.", "The list was stopped."),
        NOTHING_CHANGED,
        Sentence("Puedes empezar otra vez cuando quieras.", "You can start again whenever you want."),
    )
