"""The figures that were published, out of raw rows: 42 of 150, 19 of 50, the joint 61 of 200, the campaign's 165 %."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from promoter_app.domain.indicators.by_hand import REPORTED
from promoter_app.domain.indicators.status import Status, achievement, roll_up, status_of
from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services.folder import Folder, open_folder
from promoter_app.services.indicators import by_hand, closing, follow_up, reporting
from promoter_app.services.indicators.follow_up import Adaptation, Rating
from tests.services.indicators.seasons import Attempt, Crew, Drawn, Person, Session, _id, partner_id, write

P2 = "2026-10..2027-03"
RIGHT, WRONG = "a", "b"


def worker(number: int) -> Person:
    return Person(_id(1, number), sex="F" if number % 2 else "M")


def add_pair(season: Drawn, session: int, person: int, before: str, after: str) -> None:
    """A test before and after: three questions answered as given (`aab` is two right)."""
    for phase, letters in (("pre", before), ("post", after)):
        answers = tuple((number, letter) for number, letter in enumerate(letters, start=1))
        made = _id(5, len(season.attempts))
        season.attempts.append(Attempt(made, session, person, phase, False, False, False, answers))


def two_partners() -> Drawn:
    """Partner 0 tests 150 people of whom 42 rise, partner 1 tests 50 of whom 19 rise; the rest stay equal."""
    season = Drawn(crews=[Crew(_id(3, n), 0, n, n, n) for n in range(2)])
    for number in range(2):
        season.sessions.append(
            Session(_id(4, number), date(2026, 11, 10 + number), "09:00", 30, "training", "M1", "held", number, number,
                    "spa", False)
        )
    for number in range(200):
        season.people.append(worker(number))
        partner, of_partner = (0, number) if number < 150 else (1, number - 150)
        rises = of_partner < (42 if partner == 0 else 19)
        season.present.append((partner, number, False))
        add_pair(season, partner, number, "abb", "aab" if rises else "abb")
    season.people += [Person(_id(2, n), "promoter") for n in range(2)]
    season.reach = [
        (date(2026, 10, 5), 4000, "radio", False, 0), (date(2026, 12, 1), 3953, "volante", True, 1),
        (date(2026, 9, 30), 11, "radio", False, None),
    ]
    return season


@pytest.fixture
def folder(tmp_path: Path) -> Iterator[Folder]:
    opened = open_folder(tmp_path / "datos")
    yield opened
    opened.close()


@pytest.fixture
def published(folder: Folder, edge: Edge) -> Folder:
    write(folder, edge.stamp(), two_partners())
    return folder


def of(folder: Folder, code: str, profile: str = "internal") -> Any:
    return reporting.report(folder, P2, profile).of(code)


def test_each_partner_and_both_together(published: Folder) -> None:
    one = of(published, "OC3")
    by_partner = {cell.group: (cell.part, cell.whole, cell.actual) for cell in one.parts["partner"]}
    assert by_partner == {
        partner_id(0).hex().upper(): (42, 150, 28), partner_id(1).hex().upper(): (19, 50, 38),
    }
    assert (one.total.part, one.total.whole, one.total.actual) == (61, 200, 31)


def test_the_campaign_reached_more_than_expected(folder: Folder, edge: Edge) -> None:
    with folder.book.writing(edge.stamp()) as w:
        period = w.add("period", name="2026-10..2027-03", starts="2026-10-01", ends="2027-03-31")
        reach = w.add("indicator", code="3.2a", name_es="Campaña", name_en="Campaign", rule="outreach")
        w.add("target", indicator=reach, period=period, value=4810.0)
        for people, day in ((4000, "2026-10-05"), (3953, "2026-12-01"), (11, "2026-09-30")):
            w.add("outreach", channel="radio", on_date=day, people=people, counted="counted")
    total = of(folder, "3.2a").total
    assert (total.actual, total.cumulative, total.achievement, total.status) == (7953, 7964, 165, Status.REACHED)


def test_eleven_indicators_two_with_progress_six_without_three_undefined(folder: Folder, edge: Edge) -> None:
    targets = [100.0, 10.0, 5.0, 5.0, 5.0, 5.0, 5.0, 5.0, None, None, None]
    amounts = [40, 12] + [0] * 9
    with folder.book.writing(edge.stamp()) as w:
        period = w.add("period", name=P2, starts="2026-10-01", ends="2027-03-31")
        made = [
            w.add("indicator", code=f"R{n}", name_es=f"R{n}", name_en=f"R{n}", rule="reported") for n in range(11)
        ]
        for indicator, value in zip(made[:10], targets, strict=False):
            w.add("target", indicator=indicator, period=period, value=value, owner="Coordinación", due="2026-12-01")
    for indicator, amount in zip(made, amounts, strict=True):
        if amount:
            told = {"indicator": indicator, "on_date": "2026-11-01", "amount": amount, "evidence": "informe del socio"}
            by_hand.tell(folder, edge.stamp(), REPORTED, told)
    found = reporting.report(folder, P2).roll_up
    assert (found.progress, found.none, found.undefined, found.total) == (2, 6, 3, 11)
    assert [(row["indicator"], row["owner"]) for row in follow_up.targets_to_set(folder)] == [
        ("R8", "Coordinación"), ("R9", "Coordinación"), ("R10", None),
    ]


@pytest.mark.parametrize(
    ("actual", "target", "word", "share"),
    [
        (0, None, Status.UNDEFINED, None), (5, None, Status.UNDEFINED, None), (0, 0.0, Status.NO_PROGRESS, None),
        (3, 0.0, Status.REACHED, None), (0, 10.0, Status.NO_PROGRESS, 0), (None, 10.0, Status.NO_PROGRESS, None),
        (1, 10.0, Status.SOME_PROGRESS, 10), (10, 10.0, Status.REACHED, 100), (61, 200.0, Status.SOME_PROGRESS, 31),
    ],
)
def test_status_words(actual: int | None, target: float | None, word: Status, share: int | None) -> None:
    assert status_of(actual, target) is word
    assert achievement(actual, target) == share


def test_reached_rolls_up_as_progress() -> None:
    found = roll_up([Status.REACHED, Status.SOME_PROGRESS, Status.NO_PROGRESS, Status.UNDEFINED])
    assert (found.progress, found.none, found.undefined) == (2, 1, 1)


def figure_of(edge: Edge, folder: Folder, pairs: list[tuple[str, str]]) -> Any:
    """One crew, one session, one person for each pair of answers; gives the figure."""
    season = Drawn(crews=[Crew(_id(3, 0), 0, 0, 0, 0)], people=[worker(n) for n in range(len(pairs))])
    season.people.append(Person(_id(2, 0), "promoter"))
    season.sessions.append(
        Session(_id(4, 0), date(2026, 11, 10), "09:00", 30, "training", "M1", "held", 0, 0, "spa", False)
    )
    for number, (before, after) in enumerate(pairs):
        if before:
            add_pair(season, 0, number, before, after or "abb")
            if not after:
                season.attempts.pop()
        elif after:
            add_pair(season, 0, number, "abb", after)
            season.attempts.pop(-2)
    write(folder, edge.stamp(), season)
    return of(folder, "OC3").knowledge


def test_equal_fell_ceiling_and_those_without_a_pair(folder: Folder, edge: Edge) -> None:
    found = figure_of(edge, folder, [
        ("abb", "aab"), ("abb", "abb"), ("aab", "abb"), ("aaa", "aaa"), ("aaa", "aab"), ("aab", ""), ("", "aaa"),
    ])
    assert (found.total, found.rose, found.equal, found.fell, found.ceiling) == (5, 1, 2, 2, 2)
    assert (found.only_pre, found.only_post, found.no_match) == (1, 1, 0)
    assert found.percent == 20
    assert found.percent_without_ceiling == 33


def test_blank_and_dont_know_are_wrong(folder: Folder, edge: Edge) -> None:
    found = figure_of(edge, folder, [(("a", "", "0"), ("a", "a", "0")), (("a", "a", "a"), ("", "0", "b"))])  # type: ignore[list-item]
    assert (found.total, found.rose, found.fell, found.ceiling) == (2, 1, 1, 1)


def test_an_item_nobody_was_asked_leaves_both_tests_and_too_few_make_no_pair(folder: Folder, edge: Edge) -> None:
    found = figure_of(edge, folder, [("aab", "aa"), ("abb", "aa")])
    assert (found.total, found.no_match) == (0, 2)


def test_late_data_is_restated_with_its_reason(published: Folder, edge: Edge) -> None:
    closing.close_period(published, edge.stamp(), P2)
    assert reporting.report(published, P2).restated == ()
    with published.book.writing(edge.stamp()) as w:
        for number in range(3):
            person = w.add("person", kind="worker", name=f"Tarde {number}")
            w.add("attendance", session=_id(4, 0), person=person, way="sheet")
    report = reporting.report(published, P2)
    trained = next(one for one in report.restated if one.indicator == "3.1")
    assert (trained.before, trained.now, trained.change) == (200, 203, 3)
    closing.give_reason(published, edge.stamp(), report.period, "3.1", "se halló una lista en papel")
    words = {one.indicator: one.words.es for one in reporting.report(published, P2).restated}
    assert words["3.1"] == "corregido: +3, se halló una lista en papel"
    assert reporting.report(published, P2).fingerprint == report.fingerprint


def test_the_fingerprint_is_of_the_figures(published: Folder, edge: Edge) -> None:
    first = closing.close_period(published, edge.stamp(), P2).outcome
    assert closing.close_period(published, edge.stamp(), P2).outcome == first
    with published.book.writing(edge.stamp()) as w:
        w.void("attendance", _id(6, 0))
    assert closing.close_period(published, edge.stamp(), P2).outcome != first


def test_a_sample_is_frozen(published: Folder, edge: Edge) -> None:
    made = follow_up.freeze_sample(published, edge.stamp(), "mujeres", sex="F").outcome
    with published.book.writing(edge.stamp()) as w:
        w.edit("person", _id(1, 0), sex="F")
    limits = reporting.Limits(sample=made)
    found = reporting.report(published, P2, limits=limits).of("OC3").total
    assert (found.whole, follow_up.samples(published)[0]["people"]) == (100, 100)


def test_ratings_and_changes_of_course_are_the_offices(published: Folder, edge: Edge) -> None:
    follow_up.rate(published, edge.stamp(), Rating("Resultado 3", "achievement", "moderate", "avance a la mitad"))
    follow_up.rate(published, edge.stamp(), Rating("Resultado 3", "achievement", "high", "se alcanzó"))
    assert [one.level for one in follow_up.ratings(published)] == ["high"]
    follow_up.log_adaptation(published, edge.stamp(), Adaptation("2026-11-02", "sesiones a las 7", "calor", "donante"))
    assert follow_up.adaptations(published)[0].change == "sesiones a las 7"
    promoter = Edge("Promotora", now=lambda: edge.now()).stamp()
    with pytest.raises(Refusal) as refused:
        follow_up.rate(published, promoter, Rating("R", "achievement", "low", "x"))
    assert refused.value.code == "not_allowed"
    with pytest.raises(Refusal):
        follow_up.rate(published, edge.stamp(), Rating("R", "achievement", "low", " "))
