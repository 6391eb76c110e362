"""What the office sets up: written, changed, withdrawn, taken back; refused to others and when impossible."""

from __future__ import annotations

from collections.abc import Callable

import pytest

from promoter_app.domain.office.nouns import NOUNS
from promoter_app.domain.refusal import Refusal
from promoter_app.services.curricula import Content
from promoter_app.services.folder import Folder
from promoter_app.services.office import lists, project, setting_up
from promoter_app.services.people.registering import consent_to_read
from promoter_app.services.undo import undo
from promoter_app.store import week
from tests.services.conftest import NOON, Field

MILL = {"name": "Ingenio Puga", "kind": "mill", "sector": "cane", "jurisdiction": "federal"}


def add(office: Field, table: str, **values: object) -> bytes:
    done = setting_up.add(office.folder, office.stamp(), NOUNS[table], values)  # type: ignore[arg-type]
    return done.outcome[0]


def test_a_mill_a_front_breaks_and_a_closure_are_rows_for_any_program(office: Field) -> None:
    mill = add(office, "company", **MILL)
    front = add(office, "venue", name="Frente 3", kind="front", company=mill, hospital_minutes="25")
    setting_up.add(
        office.folder, office.stamp(), NOUNS["break_window"],
        {"venue": front, "starts": "9:00", "ends": "09:40", "legal_rest_minutes": "30"}, weekdays=(0, 2),
    )
    add(office, "closure", scope="company", target=mill, starts="2026-03-01", ends="2026-03-02", reason="feast")
    assert office.sql("SELECT name, kind, sector FROM company_now") == [("Ingenio Puga", "mill", "cane")]
    assert office.sql("SELECT name, company, hospital_minutes FROM venue_now") == [("Frente 3", mill, 25)]
    assert office.sql("SELECT weekday, starts, ends FROM break_window_now ORDER BY weekday") == [
        (0, "09:00", "09:40"),
        (2, "09:00", "09:40"),
    ]
    assert office.sql("SELECT scope, target FROM closure_now") == [("company", mill)]


def test_a_promoter_is_refused_every_intention_of_the_office(field: Field) -> None:
    noun = NOUNS["company"]
    for act in (
        lambda: setting_up.add(field.folder, field.stamp(), noun, MILL),
        lambda: setting_up.change(field.folder, field.stamp(), noun, b"x" * 16, MILL),
        lambda: setting_up.withdraw(field.folder, field.stamp(), noun, b"x" * 16),
        lambda: project.set_rules(field.folder, field.stamp(), project.LOCK_RULE, {"lock_percent": "50"}),
    ):
        with pytest.raises(Refusal, match="not_allowed"):
            act()
    assert field.sql("SELECT count(*) FROM company") == [(0,)]


def test_roads_hours_and_bases_are_what_the_planner_reads(office: Field, content: Content) -> None:
    front = add(office, "venue", name="Frente 3", kind="front", latitude="21.4", longitude="-104.7")
    other = add(office, "venue", name="Frente 5", kind="front", latitude="21.6", longitude="-104.8")
    lupita = add(office, "person", name="Lupita Ramos", kind="promoter")
    add(office, "travel_time", a=lupita, b=front, minutes="35")
    add(office, "travel_time", a=front, b=other, minutes="50")
    add(office, "home_base", person=lupita, venue=front)
    add(office, "availability", person=lupita, present="0", since="2026-03-02", until="6/3/2026")
    setting_up.add(
        office.folder, office.stamp(), NOUNS["availability"],
        {"person": lupita, "present": "1", "since": "2026-02-01", "starts": "7:00", "ends": "12:00"}, weekdays=(5, 6),
    )
    book = office.folder.book
    assert [(row["a"], row["b"], row["minutes"]) for row in week.travel_times(book)] == [
        (lupita, front, 35), (front, other, 50),
    ]
    assert week.home_bases(book) == [{"person": lupita, "latitude": 21.4, "longitude": -104.7}]
    said = [(row["weekday"], row["present"], row["starts"]) for row in week.availability(book, "2026-03-01", "9999")]
    assert said == [
        (None, 0, None), (5, 1, "07:00"), (6, 1, "07:00"),
    ]
    rows = lists.office_list(office.folder, content, NOUNS["travel_time"], "es").rows
    assert {row.title for row in rows} == {"Lupita Ramos · Frente 3", "Frente 3 · Frente 5"}
    details = {row.detail for row in lists.office_list(office.folder, content, NOUNS["availability"], "en").rows}
    assert "Can work · 1 Feb 2026 · Saturday · 07:00 · 12:00" in details
    with pytest.raises(Refusal, match="in_use"):
        setting_up.withdraw(office.folder, office.stamp(), NOUNS["venue"], front)


@pytest.mark.parametrize(
    ("table", "values", "code"),
    [
        ("company", {"kind": "mill"}, "missing"),
        ("company", {"name": "Puga", "kind": "castle"}, "unknown_choice"),
        ("company", {"name": "P" * 201, "kind": "mill"}, "too_long"),
        ("place", {"name": "Tepic", "kind": "municipality"}, "missing"),
        ("season", {"name": "Z", "sector": "cane", "starts": "2026-06-01", "ends": "2026-05-01"}, "ends_before_start"),
        ("season", {"name": "Z", "sector": "cane", "starts": "2026-06-01", "ends": "2028-05-01"}, "too_long"),
        ("season", {"name": "Z", "sector": "cane", "starts": "1 de mayo", "ends": "2026-05-01"}, "bad_date"),
        ("closure", {"scope": "company", "starts": "2026-06-01", "ends": "2026-06-02", "reason": "feast"}, "missing"),
        ("travel_time", {"a": b"x" * 16, "b": b"x" * 16, "minutes": "10"}, "same_place"),
        ("travel_time", {"a": b"x" * 16, "b": b"y" * 16}, "missing"),
        ("availability", {"person": b"x" * 16, "present": "2", "since": "2026-02-01"}, "unknown_choice"),
        ("availability", {"person": b"x" * 16, "present": "1", "since": "2026-02-01", "starts": "12:00",
                          "ends": "09:00"}, "bad_hours"),
        ("availability", {"person": b"x" * 16, "present": "1", "since": "2026-02-01", "ends": "09:00"}, "bad_hours"),
        ("closure", {"scope": "all", "target": b"x" * 16, "starts": "2026-06-01", "ends": "2026-06-02",
                     "reason": "feast"}, "too_much"),
        ("venue", {"name": "F", "kind": "front", "hospital_minutes": "media hora"}, "bad_number"),
        ("venue", {"name": "F", "kind": "front", "latitude": "210"}, "bad_number"),
        ("authorisation", {"person": b"x" * 16, "kind": "module", "since": "2026-01-01"}, "missing"),
        ("break_window", {"venue": b"x" * 16, "weekday": "1", "starts": "25:00", "ends": "13:00"}, "bad_time"),
        ("break_window", {"venue": b"x" * 16, "weekday": "1", "starts": "13:00", "ends": "12:00"},
         "ends_before_start"),
        ("break_window", {"venue": b"x" * 16, "weekday": "1", "starts": "12:00", "ends": "12:20",
                          "legal_rest_minutes": "30"}, "rest_too_long"),
    ],
)  # fmt: skip
def test_values_that_cannot_be_are_refused_with_a_sentence(
    office: Field, table: str, values: dict[str, object], code: str
) -> None:
    with pytest.raises(Refusal) as told:
        add(office, table, **values)
    assert told.value.code == code
    assert told.value.what.es
    assert told.value.todo.en
    assert office.sql(f"SELECT count(*) FROM {table} WHERE wall = ?", int(NOON.timestamp() * 1000) + 1) == [(0,)]


def test_the_same_mill_twice_is_refused_whatever_its_accents(office: Field) -> None:
    add(office, "company", **MILL)
    with pytest.raises(Refusal, match="twin"):
        add(office, "company", **{**MILL, "name": "ingénio PUGA"})


def test_a_change_is_history_with_its_author_and_undo_brings_the_old_value(office: Field, content: Content) -> None:
    mill = add(office, "company", **MILL)
    noun = NOUNS["company"]
    done = setting_up.change(office.folder, office.stamp(), noun, mill, {**MILL, "name": "Ingenio El Molino"})
    assert office.sql("SELECT name FROM company_now") == [("Ingenio El Molino",)]
    lines = lists.history(office.folder, noun, mill, -360)
    assert [(line.who, line.field, line.at.hour) for line in lines] == [("Ana Ruiz", "name", 12), ("Ana Ruiz", "", 12)]
    assert done.undo is not None
    undo(office.folder, office.stamp(), done.undo)
    assert office.sql("SELECT name FROM company_now") == [("Ingenio Puga",)]
    same = setting_up.change(office.folder, office.stamp(), noun, mill, MILL)
    assert (same.outcome, same.undo) == (False, None)


def test_withdrawn_leaves_the_lists_keeps_its_history_and_comes_back_as_it_was(
    office: Field, content: Content
) -> None:
    mill = add(office, "company", **MILL)
    noun = NOUNS["company"]
    setting_up.change(office.folder, office.stamp(), noun, mill, {**MILL, "agreement": "Carpeta 4"})
    done = setting_up.withdraw(office.folder, office.stamp(), noun, mill)
    assert lists.office_list(office.folder, content, noun, "es").rows == []
    assert office.sql("SELECT count(*) FROM company") == [(1,)], "nothing is erased"
    with pytest.raises(Refusal, match="gone"):
        setting_up.change(office.folder, office.stamp(), noun, mill, MILL)
    assert done.undo is not None
    undo(office.folder, office.stamp(), done.undo)
    assert office.sql("SELECT name, agreement FROM company_now") == [("Ingenio Puga", "Carpeta 4")]


def test_what_is_in_use_is_not_withdrawn(office: Field) -> None:
    mill = add(office, "company", **MILL)
    add(office, "venue", name="Frente 3", kind="front", company=mill)
    with pytest.raises(Refusal, match="in_use"):
        setting_up.withdraw(office.folder, office.stamp(), NOUNS["company"], mill)


def test_lists_say_everything_in_words_of_the_asked_language(office: Field, content: Content) -> None:
    state = add(office, "place", kind="state", name="Nayarit")
    town = add(office, "place", kind="municipality", name="Tepic", parent=state)
    mill = add(office, "company", **MILL, place=town)
    front = add(office, "venue", name="Frente 3", kind="front", company=mill, place=town)
    add(office, "break_window", venue=front, weekday="5", starts="12:00", ends="12:40")
    person = add(office, "person", name="Lupita Ramos", kind="promoter", language="hch")
    add(office, "authorisation", person=person, kind="module", module="M1", since="2026-01-01")
    one = {table: lists.office_list(office.folder, content, NOUNS[table], "es").rows for table in NOUNS}
    assert [(row.title, row.detail) for row in one["company"]] == [("Ingenio Puga", "Ingenio · Caña · Tepic")]
    assert [(row.title, row.detail) for row in one["break_window"]] == [("Frente 3 · Sábado", "12:00 · 12:40")]
    assert [(row.title, row.detail) for row in one["person"]] == [("Lupita Ramos", "Promueve · Wixárika")]
    assert "1 ene 2026" in one["authorisation"][0].detail
    assert "Calor" in one["authorisation"][0].detail
    in_english = lists.office_list(office.folder, content, NOUNS["break_window"], "en").rows
    assert in_english[0].title == "Frente 3 · Saturday"


def test_a_target_without_number_is_not_set_which_is_not_zero(office: Field, content: Content) -> None:
    indicator = add(office, "indicator", code="3.1", name_es="Capacitadas", name_en="Trained", rule="people_trained")
    period = add(office, "period", name="2026-1", starts="2025-10-01", ends="2026-03-31")
    add(office, "target", indicator=indicator, period=period)
    assert office.sql("SELECT value FROM target_now") == [(None,)]
    (row,) = lists.office_list(office.folder, content, NOUNS["target"], "es").rows
    assert (row.title, row.detail) == ("3.1 Capacitadas", "2026-1 · no fijada")


def test_workers_are_not_in_the_list_of_the_projects_people(office: Field, content: Content) -> None:
    assert lists.office_list(office.folder, content, NOUNS["person"], "es").rows == []


def test_languages_of_workers_are_not_in_the_list_of_the_projects_people(office: Field, content: Content) -> None:
    promoter = add(office, "person", name="Lupita Ramos", kind="promoter")
    add(office, "person_language", person=promoter, language="hch")
    with office.folder.book.writing(office.stamp()) as write:
        worker = write.add("person", kind="worker", name="Petra Evangelista")
        write.add("person_language", person=worker, language="spa", level="good")
    (row,) = lists.office_list(office.folder, content, NOUNS["person_language"], "es").rows
    assert (row.title, row.detail) == ("Lupita Ramos", "Wixárika")


def test_closures_stand_by_their_days_written_as_people_say_them(office: Field, content: Content) -> None:
    for starts, ends, reason in (("2026-12-05", "2026-12-06", "feast"), ("2026-10-31", "2026-11-02", "mill_stopped")):
        add(office, "closure", scope="all", starts=starts, ends=ends, reason=reason)
    rows = lists.office_list(office.folder, content, NOUNS["closure"], "es").rows
    assert [row.title.partition(" · ")[2] for row in rows] == ["31 oct 2026 · 2 nov 2026", "5 dic 2026 · 6 dic 2026"]


def test_the_consent_that_is_read_aloud_is_the_offices_own(office: Field, content: Content) -> None:
    usual = consent_to_read(office.folder, content, "es")
    group = project.consent_texts(office.folder, content)
    assert group.usual["consent_record_es"] == usual.text
    done = project.set_rules(
        office.folder, office.stamp(), project.CONSENT, {"consent_record_es": "¿Nos deja anotar su nombre?"}
    )
    own = consent_to_read(office.folder, content, "es")
    assert own.text == "¿Nos deja anotar su nombre?"
    assert own.version != usual.version
    assert done.undo is not None
    undo(office.folder, office.stamp(), done.undo)
    assert consent_to_read(office.folder, content, "es") == usual


def test_the_notice_is_printed_as_given_with_lines_where_nobody_wrote(office: Field, content: Content) -> None:
    group = project.privacy_notice(office.folder, content)
    names = {field.name for field in group.fields}
    assert {"responsable", "domicilio", "contacto_arco", "notice_full_es", "notice_oral_en"} <= names
    assert "responsable" in project.notice_gaps(office.folder, content, "full")
    project.set_rules(
        office.folder, office.stamp(), group.fields,
        {"responsable": "Manos del Surco", "notice_short_es": "{responsable} anota su nombre. Pida: {contacto_arco}."},
    )
    (told,) = project.notice_to_print(office.folder, content, "short", "es")
    assert told == "Manos del Surco anota su nombre. Pida: ____________________."
    assert "responsable" not in project.notice_gaps(office.folder, content, "full")


def test_the_lock_rule_is_a_setting_with_bounds(office: Field) -> None:
    with pytest.raises(Refusal, match="bad_number"):
        project.set_rules(office.folder, office.stamp(), project.LOCK_RULE, {"lock_percent": "170"})
    project.set_rules(office.folder, office.stamp(), project.LOCK_RULE, {"lock_percent": "60"})
    assert office.sql("SELECT value FROM setting_now WHERE key = 'lock_percent'") == [("60",)]


def test_every_noun_is_listed_in_an_empty_folder(new_folder: Callable[[str], Folder], content: Content) -> None:
    folder = new_folder("vacia")
    assert [lists.office_list(folder, content, noun, "en").rows for noun in NOUNS.values()] == [[]] * len(NOUNS)
