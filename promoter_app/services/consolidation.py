"""Acta de consolidación: what was united, from whom, what is missing, what was decided; to print and sign."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path

from promoter_app.domain.merging.field_words import field_words, value_words
from promoter_app.domain.merging.packages import PastMerge
from promoter_app.domain.papers.office import Decision, MergeRecord, ReceivedFile
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services import conflicts
from promoter_app.services.folder import Folder
from promoter_app.services.merging import receiving
from promoter_app.services.people import duplicates
from promoter_app.services.security.audit import office_only
from promoter_app.store import merge_totals, office
from promoter_app.store import people as people_store
from promoter_app.store.indicators.frame import language_names
from promoter_app.store.merging.copies import FOLDER

_TOTALS = (
    ("sessions", Sentence("Sesiones dadas", "Sessions held")),
    ("people", Sentence("Personas registradas", "People registered")),
    ("attendances", Sentence("Asistencias", "Attendances")),
)
_PLACE = Sentence("la oficina", "the office")
_COORDINATION = Sentence("Coordinación", "Coordination")
_WITNESS = Sentence("Testigo", "Witness")
_NOTE = Sentence(
    "Junto a cada archivo va lo que esa laptop ha registrado hasta hoy.",
    "Beside each file stands what that laptop has registered to this day.",
)
_GAPS = Sentence("De {laptop} no llegaron las entregas {numbers}.", "From {laptop} deliveries {numbers} never came.")
_GAP = Sentence("De {laptop} no llegó la entrega {numbers}.", "From {laptop} delivery {numbers} never came.")
_ONE_APART = Sentence(
    "Una pareja de registros parecidos se revisó y son dos personas.",
    "One pair of similar records was looked at and is two people.",
)
_SOME_APART = Sentence(
    "{pairs} parejas de registros parecidos se revisaron y son personas distintas.",
    "{pairs} pairs of similar records were looked at and are different people.",
)
_COMPLETE = Sentence("No falta ninguna entrega.", "No delivery is missing.")


def merge_record(folder: Folder, stamp: Stamp, *, batch: int | None = None, language: str = "es") -> MergeRecord:
    """The record of one uniting (None: the last), with what was decided from then until the next one.

    Raises Refusal `nothing_united` when there was none, `unknown_batch`, and `not_allowed` to a promoter.
    """
    office_only(folder, stamp, "merge_record")
    past = receiving.history(folder)
    found = next((one for one in past if batch in (None, one.batch)), None)
    if found is None:
        raise _no_such_uniting(batch, [one.batch for one in past])
    following = min((one for one in past if one.at > found.at), key=lambda one: one.at, default=None)
    offset = stamp.now.utcoffset() or timedelta()

    def local(wall: int) -> datetime:
        return datetime.fromtimestamp(wall / 1000, UTC) + offset

    def of_this(at: datetime) -> bool:
        return local(found.at) <= at and (following is None or at < local(following.at))

    decided = [one for one in duplicates.decisions(folder) if of_this(one.at)]
    apart = _kept_apart(decided, language)
    return MergeRecord(
        folio=f"ACTA-{found.batch:03d}",
        day=local(found.at).date(),
        place=_PLACE.in_language(language),
        project=office.project_name(folder.book) or "",
        files=_files(folder, found),
        totals=_totals(folder, found, following, language),
        conflicts=_settled(folder, of_this, language),
        duplicates=_united(folder, stamp, decided),
        signers=((found.operator, _COORDINATION.in_language(language)), ("", _WITNESS.in_language(language))),
        note=" ".join(filter(None, (_NOTE.in_language(language), apart, _gaps(folder, language)))),
    )


def _no_such_uniting(batch: int | None, known: list[int]) -> Refusal:
    if not known:
        return Refusal(
            "nothing_united",
            Sentence("Todavía no se ha unido nada.", "Nothing was united yet."),
            NOTHING_CHANGED,
            Sentence("Une primero los archivos en Recibir.", "Unite the files in Receive first."),
        )
    first, last = min(known), max(known)
    return Refusal(
        "unknown_batch",
        Sentence(f"No hay una unión con el número {batch}.", f"There is no uniting with the number {batch}."),
        NOTHING_CHANGED,
        Sentence(
            f"Pide una del {first} al {last}, o ninguna para la última.",
            f"Ask for one from {first} to {last}, or for none to have the last.",
        ),
    )


def _files(folder: Folder, past: PastMerge) -> tuple[ReceivedFile, ...]:
    found = []
    for file in past.files:
        told = merge_totals.told_by(folder.book, file.label.device)
        sender = " · ".join(part for part in (file.label.laptop, file.label.operator) if part)
        found.append(ReceivedFile(sender, file.name, file.sha[:16], **told))
    return tuple(found)


def _totals(
    folder: Folder, past: PastMerge, following: PastMerge | None, language: str
) -> tuple[tuple[str, int, int], ...]:
    """Before and after, each as in the safety copy of a uniting while it is there; after the last one, now."""
    now = merge_totals.totals(folder.book)
    before = _of_copy(folder, past) or dict.fromkeys(now, 0)
    after = (_of_copy(folder, following) if following else None) or now
    return tuple((words.in_language(language), before[name], after[name]) for name, words in _TOTALS)


def _of_copy(folder: Folder, past: PastMerge) -> dict[str, int] | None:
    return merge_totals.totals_of_copy(folder.book, folder.path / FOLDER / past.copy) if past.copy else None


def _settled(folder: Folder, of_this: Callable[[datetime], bool], language: str) -> tuple[Decision, ...]:
    languages = language_names(folder.book)

    def words(one: conflicts.Settled, value: str) -> str:
        return value_words(one.field, value, languages).in_language(language)

    return tuple(
        Decision(
            f"{one.subject}: {field_words(one.field).in_language(language)}",
            " · ".join(words(one, value) for value in one.options),
            words(one, one.kept),
            one.by or one.laptop,
        )
        for one in conflicts.settled(folder)
        if of_this(one.at)
    )


def _united(folder: Folder, stamp: Stamp, decided: list[duplicates.Decided]) -> tuple[Decision, ...]:
    found = []
    for one in (one for one in decided if one.same):
        person = people_store.person(folder.book, one.person, stamp.today)
        kept = person.name if person else one.a_name
        found.append(Decision(kept, f"{one.a_name} · {one.b_name}", kept, one.by or one.laptop))
    return tuple(found)


def _kept_apart(decided: list[duplicates.Decided], language: str) -> str:
    pairs = sum(not one.same for one in decided)
    if not pairs:
        return ""
    words = _ONE_APART if pairs == 1 else _SOME_APART
    return words.in_language(language).format(pairs=pairs)


def _gaps(folder: Folder, language: str) -> str:
    gaps = receiving.gaps(folder)
    if not gaps:
        return _COMPLETE.in_language(language)
    told = []
    for laptop, numbers in gaps:
        words = (_GAP if len(numbers) == 1 else _GAPS).in_language(language)
        told.append(words.format(laptop=laptop, numbers=", ".join(map(str, numbers))))
    return " ".join(told)


def print_merge_record(
    record: MergeRecord,
    out: Path,
    *,
    language: str = "es",
    paper: str = "letter",
    on_progress: Callable[[int, int], None] | None = None,
    should_stop: Callable[[], bool] | None = None,
) -> Path:
    """Draw the record to the PDF `out`. Safe on any thread."""
    from promoter_app.paper.office_papers import draw_merge_record

    return draw_merge_record(
        record, out, paper=paper, language=language, on_progress=on_progress, should_stop=should_stop
    )
