"""The office's follow-up beside the figures: delays, questions missed, targets to set, ratings, changes of course."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date
from typing import Any

from promoter_app.domain.done import Done
from promoter_app.domain.indicators import delays as rule
from promoter_app.domain.indicators.delays import Closed, Delays, PlannedOne
from promoter_app.domain.indicators.items import ItemResult
from promoter_app.domain.indicators.periods import Period
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.domain.stamp import Stamp
from promoter_app.services.folder import Folder
from promoter_app.services.security.audit import office_only
from promoter_app.store.indicators import frame, work

LEVELS = ("low", "moderate", "high")
ASPECTS = ("achievement", "sustainability")
_IDS = ("partner", "company", "venue", "place", "parent", "grandparent", "season")


def item_results(folder: Folder, period: Period, crew: bytes | None = None) -> list[ItemResult]:
    """How each question went in a crew (None: everywhere) in a period, raised hands included."""
    return [
        ItemResult(
            row["module"], row["number"], Sentence(row["text_es"], row["text_en"]), row["answer"],
            row["asked_before"], row["right_before"], row["asked_after"], row["right_after"],
        )
        for row in work.item_results(folder.book, crew, period.first, period.last)
    ]


def delays(folder: Folder, period: Period, today: date) -> Delays:
    """Planned against held in a period, what closures displaced, and what is to be caught up."""
    closures = [
        Closed(
            date.fromisoformat(row["starts"]), date.fromisoformat(row["ends"]), row["reason"],
            frozenset({row["target"]} if row["target"] else ()),
        )
        for row in work.closures(folder.book) if row["target"] or row["scope"] == "all"
    ]
    planned = [_planned(row) for row in work.plan(folder.book, period.first, period.last)]
    return rule.delays(planned, closures, today)


def _planned(row: dict[str, Any]) -> PlannedOne:
    about = frozenset(row[name] for name in _IDS if row[name] is not None)
    return PlannedOne(
        row["code"], date.fromisoformat(row["held_on"]), row["crew"], row["crew_name"] or "", row["module"],
        row["state"], row["reason"], about,
    )


def targets_to_set(folder: Folder) -> list[dict[str, Any]]:
    """Targets without a value: indicator, period, partner, owner, due; the most urgent first."""
    return frame.targets_to_set(folder.book)


@dataclass(frozen=True)
class Rating:
    """A three-point rating of an outcome with its justification."""

    outcome: str
    aspect: str
    level: str
    justification: str
    period: bytes | None = None
    id: bytes | None = None


def rate(folder: Folder, stamp: Stamp, rating: Rating) -> Done[bytes]:
    """Write a rating down; the one of the same period, outcome and aspect before it is replaced, not lost.

    Refusal: `not_allowed`, `no_justification`. ValueError for a level or aspect that does not exist.
    """
    office_only(folder, stamp, "rate")
    if rating.level not in LEVELS or rating.aspect not in ASPECTS:
        raise ValueError(f"{rating.level} {rating.aspect}")
    if not rating.justification.strip():
        raise _missing("no_justification", Sentence("Falta la justificación.", "The justification is missing."))
    key = (rating.period, rating.outcome, rating.aspect)
    before = [one.id for one in ratings(folder) if (one.period, one.outcome, one.aspect) == key]
    with folder.book.writing(stamp) as write:
        made = write.add(
            "rating", period=rating.period, outcome=rating.outcome, aspect=rating.aspect, level=rating.level,
            justification=rating.justification.strip(), replaces=before[-1] if before else None,
        )
    return Done(made, write.changes, write.undo(Sentence("Deshacer: calificación", "Undo: rating")))


def ratings(folder: Folder) -> list[Rating]:
    """The ratings that stand, oldest first."""
    return [
        Rating(row["outcome"], row["aspect"], row["level"], row["justification"], row["period"], row["id"])
        for row in frame.ratings(folder.book)
    ]


@dataclass(frozen=True)
class Adaptation:
    """A change of course: what, why, on what evidence, and with whom it was agreed."""

    on_date: str
    change: str
    reason: str
    agreed_by: str
    evidence: str = ""
    donor_informed: bool = False


def log_adaptation(folder: Folder, stamp: Stamp, one: Adaptation) -> Done[bytes]:
    """Add a line to the log. Refusal: `not_allowed`, `incomplete`."""
    office_only(folder, stamp, "log_adaptation")
    if not (one.change.strip() and one.reason.strip() and one.agreed_by.strip()):
        raise _missing(
            "incomplete",
            Sentence("Falta qué cambió, por qué o con quién se acordó.", "What, why or with whom is missing."),
        )
    with folder.book.writing(stamp) as write:
        made = write.add(
            "adaptation", on_date=one.on_date, change=one.change, reason=one.reason, evidence=one.evidence,
            agreed_by=one.agreed_by, donor_informed=int(one.donor_informed),
        )
    return Done(made, write.changes, write.undo(Sentence("Deshacer: cambio de rumbo", "Undo: change of course")))


def adaptations(folder: Folder) -> list[Adaptation]:
    """The log, the last first."""
    return [
        Adaptation(
            row["on_date"], row["change"], row["reason"], row["agreed_by"], row["evidence"] or "",
            bool(row["donor_informed"]),
        )
        for row in frame.adaptations(folder.book)
    ]


def _missing(code: str, what: Sentence) -> Refusal:
    return Refusal(code, what, NOTHING_CHANGED, Sentence("Complétalo y guarda otra vez.", "Fill it in and save again."))


def freeze_sample(
    folder: Folder, stamp: Stamp, name: str, *, people: list[bytes] | None = None, **fields: str | None
) -> Done[bytes]:
    """Freeze a sample today: a list of `people`, or everybody whose `fields` (sex, age_group, language, migrant)
    have these values now. Later arrivals never enter it. Refusal: `not_allowed`, `empty_sample`."""
    office_only(folder, stamp, "freeze_sample")
    chosen = frame.people_matching(folder.book, fields) if people is None else list(dict.fromkeys(people))
    if not chosen:
        raise _missing("empty_sample", Sentence("Nadie entra en esa muestra.", "Nobody is in that sample."))
    definition = json.dumps({"fields": fields} if people is None else {"list": len(chosen)}, ensure_ascii=False)
    with folder.book.writing(stamp) as write:
        made = write.add("sample", name=name, frozen_on=stamp.today, definition=definition, people=len(chosen))
        write.add_many("sample_person", [{"sample": made, "person": person} for person in chosen])
    return Done(made, write.changes, write.undo(Sentence("Deshacer: muestra", "Undo: sample")))


def samples(folder: Folder) -> list[dict[str, Any]]:
    """Frozen samples: id, name, frozen_on, definition, people."""
    return frame.samples(folder.book)


def milestones(folder: Folder) -> list[dict[str, Any]]:
    """Competence standards to update, the next due first: standard, version, body, status, due, reached_on, note."""
    return frame.milestones(folder.book)
