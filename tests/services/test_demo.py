"""The sample season: the same each time, whole, and like the field."""

from __future__ import annotations

import datetime
import sqlite3
from collections import Counter, defaultdict
from contextlib import closing
from pathlib import Path
from typing import Any

import pytest

from promoter_app.domain.names import stored_name
from promoter_app.services.curricula import read_content
from promoter_app.services.deliver import to_deliver
from promoter_app.services.demo import DemoReport, make_demo
from promoter_app.services.folder import open_folder
from promoter_app.services.sessions import sessions
from promoter_app.services.sessions.today import today as today_page
from promoter_app.store.derived import rebuild
from promoter_app.store.migrations import TABLES
from promoter_app.store.people import blank_cards, cards_with_code

TODAY = datetime.date(2026, 2, 17)
REFERS_TO = {
    "person": "person", "crew": "crew", "session": "session", "card": "card", "scan": "scan", "good_card": "card",
    "venue": "venue", "season": "season", "company": "company", "partner": "partner", "place": "place",
    "parent": "place",
    "curriculum": "curriculum", "module": "module", "item": "item", "form": "test_form", "attempt": "attempt",
    "device": "device", "promoter": "person", "organisation": "company", "indicator": "indicator", "period": "period",
    "base": "edit", "by_edit": "edit",
}  # fmt: skip
LEVEL = {"M1": 1, "M2": 1, "M3": 1, "M4": 1, "M5": 1, "M6": 2, "M7": 2, "M8": 3, "M9": 4, "M10": 4}
NAMED_FIRST = {"M1": "", "M7": "M1", "M8": "M7", "M9": "M7 M8", "M10": "M7 M8 M9"}


def rows(path: Path, sql: str, *values: object) -> list[tuple[Any, ...]]:
    """What any SQLite tool reads from a data folder."""
    with closing(sqlite3.connect(f"file:{path / 'surco.db'}?immutable=1", uri=True)) as db:
        return db.execute(sql, values).fetchall()


def value(path: Path, sql: str, *values: object) -> Any:
    return rows(path, sql, *values)[0][0]


def dump(path: Path) -> dict[str, list[tuple[Any, ...]]]:
    """Every row of every table."""
    names = [name for (name,) in rows(path, "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name")]
    told = {name: rows(path, f"SELECT * FROM {name}") for name in names if not name.startswith("_sql")}
    return {name: sorted(found, key=repr) for name, found in told.items()}


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> DemoReport:
    """The season that `surco demo` makes when nothing else is asked for."""
    return make_demo(tmp_path_factory.mktemp("season"), seed=7, today=TODAY)


def test_the_report_says_what_other_programs_count(made: DemoReport) -> None:
    counted = {
        "people": "SELECT count(*) FROM person_now WHERE kind = 'worker'",
        "staff": "SELECT count(*) FROM person_now WHERE kind <> 'worker'",
        "crews": "SELECT count(*) FROM crew_now",
        "sessions": "SELECT count(*) FROM session_now",
        "held": "SELECT count(*) FROM session_now WHERE state = 'held'",
        "not_held": "SELECT count(*) FROM session_now WHERE state = 'not_held'",
        "planned": "SELECT count(*) FROM session_now WHERE state = 'planned'",
        "attendance": "SELECT count(*) FROM attendance WHERE id NOT IN (SELECT target FROM void)",
        "attempts": "SELECT count(*) FROM attempt",
        "answers": "SELECT count(*) FROM answer",
    }
    assert {name: value(made.path, sql) for name, sql in counted.items()} == {
        name: getattr(made, name) for name in counted
    }
    assert made.people == 400
    assert made.laptops == [made.path]
    assert sorted(file.name for file in made.path.iterdir()) == ["surco.db"]


def test_no_row_points_at_nothing(made: DemoReport) -> None:
    ids = {table.name: {row[0] for row in rows(made.path, f"SELECT id FROM {table.name}")} for table in TABLES}
    everything = set().union(*ids.values())
    checked = 0
    for table in TABLES:
        for column in table.columns:
            if column.kind != "id":
                continue
            found = {row[0] for row in rows(made.path, f"SELECT DISTINCT {column.name} FROM {table.name}")} - {None}
            known = ids[REFERS_TO[column.name]] if column.name in REFERS_TO else everything
            assert found <= known, f"{table.name}.{column.name}"
            checked += bool(found)
    assert checked > 40


def test_each_row_belongs_to_a_run_of_a_device(made: DemoReport) -> None:
    runs = {row[0] for row in rows(made.path, "SELECT run FROM run")}
    for table in TABLES:
        if table.name not in ("curriculum", "module", "item", "test_form"):
            prefixes = {row[0] for row in rows(made.path, f"SELECT DISTINCT substr(id, 1, 12) FROM {table.name}")}
            assert prefixes <= runs, table.name
    assert {row[0] for row in rows(made.path, "SELECT device FROM run")} == {
        row[0] for row in rows(made.path, "SELECT id FROM device")
    }


def test_current_values_are_those_that_the_facts_give(made: DemoReport) -> None:
    before = dump(made.path)
    folder = open_folder(made.path, make=False)
    try:
        folder.book.db.execute("BEGIN")
        rebuild(folder.book.db)
        folder.book.db.execute("COMMIT")
    finally:
        folder.close()
    assert dump(made.path) == before


def test_people_are_never_more_than_attendances(made: DemoReport) -> None:
    people, all_ = rows(made.path, "SELECT count(DISTINCT person), count(*) FROM attendance")[0]
    assert 300 < people < all_
    twice = value(
        made.path,
        "SELECT count(*) FROM (SELECT 1 FROM attendance WHERE id NOT IN (SELECT target FROM void)"
        " GROUP BY session, person HAVING count(*) > 1)",
    )
    assert twice == 0


def test_attendance_is_like_the_field(made: DemoReport) -> None:
    """60 to 95 % of a crew, nobody in a session that was not held or is still to come."""
    shares = rows(
        made.path,
        "SELECT (SELECT count(DISTINCT a.person) FROM attendance a WHERE a.session = s.id AND a.crew = s.crew) * 1.0 /"
        " (SELECT count(*) FROM membership_now m WHERE m.crew = s.crew AND m.since <= s.held_on"
        " AND (m.until IS NULL OR m.until >= s.held_on)) FROM session_now s"
        " WHERE s.crew IS NOT NULL AND s.state = 'held'",
    )
    assert all(0.55 <= share <= 1 for (share,) in shares)
    assert 0.65 < sum(share for (share,) in shares) / len(shares) < 0.9
    states = "SELECT DISTINCT s.state FROM attendance a JOIN session_now s ON s.id = a.session ORDER BY 1"
    assert rows(made.path, states) == [("held",), ("open",)]


def test_nobody_is_in_a_session_before_belonging_to_the_project(made: DemoReport) -> None:
    early = (
        "SELECT count(*) FROM attendance a JOIN session_now s ON s.id = a.session JOIN person_now p ON p.id = a.person"
        " WHERE p.kind = 'worker' AND NOT EXISTS (SELECT 1 FROM membership_now m WHERE m.person = a.person"
        " AND m.since <= s.held_on AND (m.until IS NULL OR m.until >= s.held_on))"
    )
    assert value(made.path, early) == 0


def test_every_session_not_held_has_a_reason_of_the_list(made: DemoReport) -> None:
    content = read_content()
    reasons = {row[0] for row in rows(made.path, "SELECT reason FROM session_now WHERE state = 'not_held'")}
    assert reasons
    assert reasons <= {reason.id for reason in content.cancel_reasons}
    assert value(made.path, "SELECT count(*) FROM session_now WHERE state <> 'not_held' AND reason IS NOT NULL") == 0
    early = {row[0] for row in rows(made.path, "SELECT reason FROM override")}
    assert early
    assert early <= {reason.id for reason in content.override_reasons}
    assert {row[0] for row in rows(made.path, "SELECT DISTINCT code FROM language")} <= {
        language.iso639_3 for language in content.languages
    }


def may_begin(module: str, held: dict[str, str]) -> bool:
    """The gating rule, read straight from the table of modules."""
    first = [day for code, day in held.items() if LEVEL[code] == 1]
    if module == "M6":
        return "M1" in held and len(first) >= 2
    named = NAMED_FIRST.get(module, "M1").split()
    enough = module != "M8" or len(first) >= 2
    return set(named) <= set(held) and enough and (LEVEL[module] < 3 or len(set(first)) >= 2)


@pytest.mark.parametrize(("seed", "people", "weeks"), [(7, 400, 6), (1, 20, 1), (3, 400, 12)])
def test_the_order_of_topics_is_broken_only_where_somebody_said_why(
    tmp_path: Path, seed: int, people: int, weeks: int
) -> None:
    make_demo(tmp_path, seed=seed, today=TODAY, people=people, weeks=weeks)
    told = {row[0] for row in rows(tmp_path, "SELECT session FROM override")}
    held: dict[bytes, dict[str, str]] = defaultdict(dict)
    broken = set()
    walked = rows(
        tmp_path,
        "SELECT id, crew, module, held_on, state FROM session_now WHERE kind = 'training' AND state <> 'not_held'"
        " ORDER BY held_on, starts",
    )
    for session, crew, module, day, _state in walked:
        assert module not in held[crew]
        if not may_begin(module, held[crew]):
            broken.add(session)
        held[crew][module] = day
    assert broken == told
    assert bool(told) is (weeks >= 6)


DAYS = [
    datetime.date(2026, 2, 17), datetime.date(2026, 2, 22), datetime.date(2026, 2, 23), datetime.date(2026, 1, 1),
    datetime.date(2025, 12, 25), datetime.date(2028, 2, 29), datetime.date(2026, 7, 4), datetime.date(2026, 11, 22),
]  # fmt: skip


@pytest.mark.parametrize(("day", "weeks"), list(zip(DAYS, (1, 4, 2, 1, 3, 1, 2, 1), strict=True)), ids=str)
def test_today_has_its_three_sessions_and_yesterday_its_loose_end(
    tmp_path: Path, day: datetime.date, weeks: int
) -> None:
    make_demo(tmp_path, seed=weeks, today=day, people=80, weeks=weeks)
    folder = open_folder(tmp_path, make=False)
    try:
        page = today_page(folder, read_content(), day.isoformat())
        assert page.next is not None
        cards = [page.next, *page.later]
        planned = sessions.sessions_between(folder, day.isoformat(), "9999-12-31")
        waiting = to_deliver(folder)
    finally:
        folder.close()
    assert [(card.session.starts, card.session.ends) for card in cards[:3]] == [
        ("12:00", "12:30"), ("13:30", "14:00"), ("16:10", "16:40"),
    ]  # fmt: skip
    assert len({card.session.crew for card in cards}) == len(cards) >= 3
    assert page.next.session.people == 24
    assert dict(page.next.languages) == {"spa": 14, "hch": 7, "crn": 3}
    assert page.next.course is not None
    assert page.next.session.module == page.next.course.order[1]
    yesterday = (day - datetime.timedelta(days=1)).isoformat()
    assert [(left.held_on, left.state) for left in page.left_open] == [(yesterday, "open")]
    assert 0 < page.left_open[0].present < page.left_open[0].people + 3
    assert {session.state for session in planned} == {"planned"}
    last = max(session.held_on for session in planned)
    assert (day + datetime.timedelta(days=2)).isoformat() < last
    assert waiting.sessions > 0
    assert waiting.last is None


@pytest.mark.parametrize("day", DAYS[1:7:2], ids=str)
def test_sessions_lie_inside_their_season_and_outside_closures(tmp_path: Path, day: datetime.date) -> None:
    make_demo(tmp_path, seed=5, today=day, people=130, weeks=5)
    outside = (
        "SELECT count(*) FROM session_now s JOIN season_now z ON z.id = s.season"
        " WHERE s.held_on NOT BETWEEN z.starts AND z.ends"
    )
    assert value(tmp_path, outside) == 0
    closed = (
        "SELECT DISTINCT s.state FROM session_now s JOIN crew_now c ON c.id = s.crew JOIN closure_now k"
        " ON s.held_on BETWEEN k.starts AND k.ends AND (k.scope = 'all' OR k.target = c.company)"
    )
    assert {state for (state,) in rows(tmp_path, closed)} <= {"not_held"}
    windows = (
        "SELECT count(*) FROM session_now s WHERE s.crew IS NOT NULL AND NOT EXISTS (SELECT 1 FROM break_window_now b"
        " WHERE b.crew = s.crew AND b.weekday = (strftime('%w', s.held_on) + 6) % 7 AND b.starts = s.starts"
        " AND s.ends <= b.ends)"
    )
    stray = value(tmp_path, windows)
    forced = "SELECT count(*) FROM session_now WHERE crew IS NOT NULL AND strftime('%w', held_on) IN ('0', '6')"
    assert stray <= value(tmp_path, forced)


def test_no_promoter_is_in_two_places_at_once(made: DemoReport) -> None:
    crossing = (
        "SELECT count(*) FROM session_now a JOIN session_now b ON a.promoter = b.promoter AND a.held_on = b.held_on"
        " AND a.id < b.id AND a.starts < b.ends AND b.starts < a.ends WHERE a.crew IS NOT NULL AND b.crew IS NOT NULL"
    )
    assert value(made.path, crossing) == 0


def test_people_are_adults_with_names_that_are_kept_and_consents(made: DemoReport) -> None:
    people = rows(made.path, "SELECT name, age_group, sex, language FROM person_now WHERE kind = 'worker'")
    assert {age for _name, age, _sex, _language in people} <= {"18-24", "25-34", "35-44", "45-59", "60+", None}
    assert all(stored_name(name) == name for name, *_rest in people)
    assert any("ɨ" in name for name, *_rest in people)
    assert any("'" in name for name, *_rest in people)
    spoken = Counter(language for *_rest, language in people)
    assert spoken["spa"] > spoken["hch"] > 20
    assert {"F", "M"} <= {sex for _name, _age, sex, _language in people}
    without = (
        "SELECT count(*) FROM person_now p WHERE kind = 'worker' AND NOT EXISTS"
        " (SELECT 1 FROM consent c WHERE c.person = p.id AND c.purpose = 'record' AND c.given = 1)"
    )
    assert value(made.path, without) == 0
    noted = (
        "SELECT count(*) FROM person_now p JOIN consent c ON c.person = p.id"
        " WHERE c.purpose = 'sensitive_data' AND c.given = 0 AND p.language IS NOT NULL"
    )
    assert value(made.path, noted) == 0


def test_crews_have_their_size_and_some_people_come_leave_and_move(made: DemoReport) -> None:
    sizes = [n for (n,) in rows(made.path, "SELECT expected FROM crew_now")]
    assert all(15 <= n <= 40 for n in sizes)
    assert sum(sizes) == made.people
    moved = "SELECT count(*) FROM (SELECT 1 FROM membership_now GROUP BY person HAVING count(DISTINCT crew) > 1)"
    assert value(made.path, moved) > 0
    assert value(made.path, "SELECT count(*) FROM membership_now WHERE until IS NOT NULL") > value(made.path, moved)
    assert value(made.path, "SELECT count(*) FROM attendance WHERE way = 'walk_in'") > 0
    assert value(made.path, "SELECT count(*) FROM bridge WHERE kind = 'late_joiner'") > 0
    overlapping = (
        "SELECT count(*) FROM membership_now a JOIN membership_now b ON a.person = b.person AND a.id < b.id"
        " AND a.since <= coalesce(b.until, '9999') AND b.since <= coalesce(a.until, '9999')"
    )
    assert value(made.path, overlapping) == 0


def test_there_are_blank_cards_and_lost_ones_lead_to_the_good_one(made: DemoReport) -> None:
    folder = open_folder(made.path, make=False)
    try:
        assert len(blank_cards(folder.book, limit=100)) >= 30
        lost = folder.book.rows("SELECT c.code, x.good_card FROM card_cancel x JOIN card c ON c.id = x.card")
        assert len(lost) >= 3
        for row in lost:
            (card,) = cards_with_code(folder.book, row["code"])
            assert card["cancelled"]
            assert card["good_number"] is not None
    finally:
        folder.close()
    twice = "SELECT count(*) - count(DISTINCT card) FROM card_assignment"
    assert value(made.path, twice) == 0
    without = (
        "SELECT count(*) FROM person_now p WHERE kind = 'worker' AND NOT EXISTS"
        " (SELECT 1 FROM card_assignment a WHERE a.person = p.id AND a.card NOT IN (SELECT card FROM card_cancel))"
    )
    assert value(made.path, without) == 0


def test_knowledge_rises_for_many_and_not_for_all(made: DemoReport) -> None:
    scores = rows(
        made.path,
        "SELECT t.session, t.person, t.phase, sum(n.choice = i.answer), count(*) FROM attempt t"
        " JOIN answer n ON n.attempt = t.id JOIN item i ON i.id = n.item GROUP BY t.id",
    )
    tests: dict[tuple[bytes, bytes], dict[str, tuple[int, int]]] = defaultdict(dict)
    for session, person, phase, right, asked in scores:
        tests[session, person][phase] = (right, asked)
    pairs = [(test["pre"], test["post"]) for test in tests.values() if len(test) == 2]
    rose = sum(post > pre for pre, post in pairs)
    fell = sum(post < pre for pre, post in pairs)
    assert 0.4 < rose / len(pairs) < 0.8
    assert 0 < fell < rose
    assert any(pre == post for pre, post in pairs)
    assert any(pre[0] == pre[1] for pre, _post in pairs)
    assert len(pairs) < len(tests)
    assert all(pre[1] == post[1] >= 3 for pre, post in pairs)
