"""`surco sessions ...`: a session's life from the terminal, and what it refuses."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import DAY, Surco, sql, writing

PLAN = ("sessions", "add", "--crew", "LPI", "--module", "m3", "--date", "2026-06-20")


def states(season: Path, code: str) -> list[tuple[str, str | None]]:
    return sql(season, "SELECT state, reason FROM session_now WHERE code = ?", code)


def test_the_list_is_what_is_on_disk(surco: Surco, season: Path) -> None:
    listed = surco("--data", season, "sessions", "list", "--from", DAY, "--to", DAY, "--json")
    assert (listed.code, listed.err) == (0, "")
    on_disk = sql(season, "SELECT code, starts, state FROM session_now WHERE held_on = ? ORDER BY starts", DAY)
    assert [(row["code"], row["starts"], row["state"]) for row in listed.rows] == on_disk
    assert len(on_disk) == 3
    for row in listed.rows:
        assert sql(season, "SELECT code FROM session WHERE id = ?", bytes.fromhex(row["id"])) == [(row["code"],)]
        assert row["name"] == row["crew_name"]


@pytest.mark.parametrize("state", ["planned", "held", "not_held", "open"])
def test_the_list_of_one_state(surco: Surco, season: Path, state: str) -> None:
    listed = surco("--data", season, "sessions", "list", "--state", state, "--json").rows
    assert sorted(row["code"] for row in listed) == [
        code for (code,) in sql(season, "SELECT code FROM session_now WHERE state = ? ORDER BY code", state)
    ]
    assert listed


def test_a_person_reads_columns(surco: Surco, season: Path) -> None:
    told = surco("--data", season, "sessions", "list", "--from", DAY, "--to", DAY).out.splitlines()
    assert told[0].split() == ["fecha", "hora", "código", "cuadrilla", "estado", "presentes"]
    assert told[1].startswith("2026-02-17  12:00-12:30  260217-LPI-M2  Los Pinos")
    assert len(told) == 4


def test_from_plan_to_held_and_open_again(surco: Surco, season: Path) -> None:
    made = surco("--data", season, *PLAN, "--starts", "12:00", "--ends", "12:30", "--json")
    assert made.code == 0
    code = made.row["code"]
    assert (code, made.row["state"], made.row["module"]) == ("260620-LPI-M3", "planned", "M3")
    for word, state in (("open", "open"), ("close", "held"), ("reopen", "reopened"), ("close", "held")):
        done = surco("--data", season, "sessions", word, code, "--json")
        assert (done.code, done.row["state"]) == (0, state)
        assert states(season, code) == [(state, None)]
        if word == "open":
            ((session,),) = sql(season, "SELECT id FROM session_now WHERE code = ?", code)
            with writing(season) as write:
                write.add("unnamed_presence", session=session, reason="no_consent")


def test_a_session_begun_by_mistake_is_not_closed_as_held_but_goes_back(surco: Surco, season: Path) -> None:
    code = "260217-LPI-M2"
    surco("--data", season, "sessions", "open", code)
    for language, said in (("es", "No se ha contado a nadie"), ("en", "Nobody was counted")):
        told = surco("--data", season, "--language", language, "sessions", "close", code)
        assert (told.code, said in told.err) == (1, True)
    assert states(season, code) == [("open", None)]
    assert surco("--data", season, "sessions", "back", code, "--json").row["state"] == "planned"
    assert states(season, code) == [("planned", None)]


def test_a_session_that_people_came_to_is_not_called_off(surco: Surco, season: Path) -> None:
    ((code,),) = sql(
        season, "SELECT s.code FROM session_now s WHERE s.state = 'held' AND s.id IN (SELECT session FROM attendance)"
        " ORDER BY s.code LIMIT 1",
    )  # fmt: skip
    told = surco("--data", season, "sessions", "not-held", code, "--reason", "rain_mud")
    assert (told.code, "ya se contó a alguien" in told.err) == (1, True)
    assert states(season, code) == [("held", None)]


def test_a_second_session_of_the_same_topic_gets_a_number(surco: Surco, season: Path) -> None:
    words = ("--data", season, *PLAN, "--starts", "12:00", "--ends", "12:30", "--json")
    codes = [surco(*words).row["code"], surco(*words).row["code"]]
    assert codes == ["260620-LPI-M3", "260620-LPI-M3-2"]


def test_not_held_keeps_its_reason_and_can_be_planned_again(surco: Surco, season: Path) -> None:
    code = "260217-LPI-M2"
    done = surco("--data", season, "sessions", "not-held", code, "--reason", "rain_mud", "--note", "Llovió", "--json")
    assert (done.code, done.row["state"], done.row["reason"]) == (0, "not_held", "rain_mud")
    assert states(season, code) == [("not_held", "rain_mud")]
    assert surco("--data", season, "sessions", "reopen", code, "--json").row["state"] == "planned"
    assert states(season, code) == [("planned", None)]


def test_a_session_is_also_named_by_its_id(surco: Surco, season: Path) -> None:
    ((id_,),) = sql(season, "SELECT id FROM session_now WHERE code = '260217-LPI-M2'")
    assert surco("--data", season, "sessions", "open", id_.hex(), "--json").row["code"] == "260217-LPI-M2"


@pytest.mark.parametrize(
    ("words", "es", "en"),
    [
        (("close", "260217-LPI-M2"), "Esa sesión no está abierta. No se cambió nada.", "That session is not open."),
        (("open", "NADA"), "No hay una sesión «NADA».", "There is no session “NADA”."),
        ((*PLAN[1:], "--starts", "13:00", "--ends", "12:00"), "termina antes de empezar", "ends before it starts"),
        (("add", "--crew", "Ninguna", *PLAN[4:], "--starts", "01:00", "--ends", "02:00"), "«Ninguna»", "“Ninguna”"),
    ],
)
def test_a_refusal_changes_nothing_and_says_so(
    surco: Surco, season: Path, words: tuple[str, ...], es: str, en: str
) -> None:
    before = sql(season, "SELECT * FROM session_now ORDER BY id")
    for language, sentence in (("es", es), ("en", en)):
        told = surco("--data", season, "--language", language, "sessions", *words, "--json")
        assert (told.code, told.out) == (1, "")
        assert sentence in told.err
        assert len(told.err.splitlines()) == 1
    assert sql(season, "SELECT * FROM session_now ORDER BY id") == before


@pytest.mark.parametrize(
    "words", [("sessions", "list", "--state", "dormant"), ("sessions", "add"), ("nothing",), ("scan",), ("--ayuda",)]
)
def test_wrong_use_ends_with_2(surco: Surco, season: Path, words: tuple[str, ...]) -> None:
    told = surco("--data", season, *words)
    assert (told.code, told.out) == (2, "")
    assert told.err


@pytest.mark.parametrize("words", [("sessions", "list"), ("crews", "list"), ("people", "list"), ("scan", "X")])
def test_a_folder_without_data_is_refused_and_not_made(surco: Surco, tmp_path: Path, words: tuple[str, ...]) -> None:
    told = surco("--data", tmp_path / "nada", *words)
    assert (told.code, told.out) == (1, "")
    assert "No hay datos de Surco en «nada»." in told.err
    assert not (tmp_path / "nada").exists()


@pytest.mark.parametrize(
    ("option", "value"),
    [
        ("--date", "2026-02-30"), ("--date", "2026-2-3"), ("--date", "mañana"), ("--date", "20260620"),
        ("--starts", "24:00"), ("--starts", "9:00"), ("--ends", "29:59"), ("--ends", "doce"),
    ],
)  # fmt: skip
def test_a_day_or_hour_that_is_none_is_wrong_use(surco: Surco, season: Path, option: str, value: str) -> None:
    when = {"--date": "2026-06-20", "--starts": "12:00", "--ends": "12:30"} | {option: value}
    words = [word for pair in when.items() for word in pair]
    ran = surco("--data", season, "sessions", "add", "--crew", "LPI", "--module", "M3", *words)
    assert (ran.code, ran.out) == (2, "")
    assert f"«{value}»" in ran.err
    assert sql(season, "SELECT count(*) FROM session WHERE held_on > '2026-06'") == [(0,)]


def test_a_topic_that_the_crop_has_not_is_refused(surco: Surco, season: Path) -> None:
    words = ("--crew", "LPI", "--module", "M99", "--date", "2026-06-20", "--starts", "12:00", "--ends", "12:30")
    ran = surco("--data", season, "sessions", "add", *words)
    assert (ran.code, ran.out) == (1, "")
    assert "No hay un tema «M99». No se cambió nada." in ran.err
    assert sql(season, "SELECT count(*) FROM session WHERE held_on > '2026-06'") == [(0,)]


def test_a_reason_that_the_list_has_not_is_refused(surco: Surco, season: Path) -> None:
    ran = surco("--data", season, "sessions", "not-held", "260217-LPI-M2", "--reason", "flojera")
    assert (ran.code, ran.out) == (1, "")
    assert "No hay un motivo «flojera». No se cambió nada." in ran.err
    assert "rain_mud" in ran.err
    assert states(season, "260217-LPI-M2") == [("planned", None)]


@pytest.mark.parametrize(
    "words",
    [
        ("sessions", "list", "--from", "ayer"),
        ("sessions", "list", "--to", "2026-13-01"),
        ("plan", "--from", "lunes", "--to", "2026-02-20"),
        ("print", "week", "--monday", "2026-99-99", "--out", "semana.pdf"),
    ],
)
def test_no_command_takes_a_day_that_is_none(surco: Surco, season: Path, words: tuple[str, ...]) -> None:
    ran = surco("--data", season, *words)
    assert (ran.code, ran.out) == (2, "")
    assert "AAAA-MM-DD" in ran.err
