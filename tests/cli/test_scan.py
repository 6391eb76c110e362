"""`surco scan`: one line per code with the state words that other programs rely on, and nothing else."""

from __future__ import annotations

from pathlib import Path

from promoter_app.domain.cards import CodeKind, make_code
from tests.cli.conftest import Surco, sql, writing

CODE = "260217-LPI-M2"
CARDS = """
SELECT k.code, p.name, hex(p.id)
FROM card_assignment a JOIN card k ON k.id = a.card JOIN person_now p ON p.id = a.person
WHERE p.kind = 'worker' AND k.id {0} (SELECT card FROM card_cancel) AND p.id {1}
  (SELECT m.person FROM membership_now m JOIN session_now s ON s.crew = m.crew
   WHERE s.code = '260217-LPI-M2' AND m.since <= s.held_on AND (m.until IS NULL OR m.until >= s.held_on))
ORDER BY k.code"""
BLANK = "SELECT code FROM card WHERE id NOT IN (SELECT card FROM card_assignment) ORDER BY code"
HERE = """
SELECT p.name FROM attendance a JOIN session_now s ON s.id = a.session JOIN person_now p ON p.id = a.person
WHERE s.code = ? AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = a.id) ORDER BY a.rowid"""


def cancel(season: Path, code: str) -> None:
    """Somebody reported this card as lost."""
    ((card,),) = sql(season, "SELECT id FROM card WHERE code = ?", code)
    with writing(season) as write:
        write.add("card_cancel", card=card, reason="lost")


def test_every_state_in_one_line_each(surco: Surco, season: Path) -> None:
    (mine, name, person), (lost, lost_name, _), *_rest = sql(season, CARDS.format("NOT IN", "IN"))
    elsewhere, other_name, _id = sql(season, CARDS.format("NOT IN", "NOT IN"))[0]
    ((blank,), *_more) = sql(season, BLANK)
    cancel(season, lost)
    strange = make_code(CodeKind.CARD, 0, 99).text
    codes = [mine, mine, elsewhere, strange, "https://example.org/a", blank, lost]
    ran = surco("--data", season, "scan", CODE, "--json", stdin="\n".join(codes) + "\n")
    assert (ran.code, ran.err) == (0, f"Se abrió la sesión {CODE}.\n")
    assert [row["code"] for row in ran.rows] == codes
    assert [row["state"] for row in ran.rows] == [
        "present", "already", "other_crew", "unknown", "unknown", "blank", "cancelled",
    ]
    first = ran.rows[0]
    assert first["person"] == {"id": person.lower(), "name": name, "crew": "Los Pinos"}
    assert first["present"] == 1
    assert [row["person"] and row["person"]["name"] for row in ran.rows] == [
        name, name, other_name, None, None, None, lost_name,
    ]
    assert sql(season, HERE, CODE) == [(name,)]


def test_a_closed_session_counts_nobody(surco: Surco, season: Path) -> None:
    (first, name, _person), (code, _name, _id) = sql(season, CARDS.format("NOT IN", "IN"))[:2]
    surco("--data", season, "scan", CODE, "--json", stdin=first)
    surco("--data", season, "sessions", "close", CODE)
    ran = surco("--data", season, "scan", CODE, "--json", stdin=code)
    assert (ran.code, ran.err, ran.row["state"], ran.row["present"]) == (0, "", "closed", 1)
    assert sql(season, HERE, CODE) == [(name,)]


def test_twenty_people_in_order(surco: Surco, season: Path) -> None:
    cards = sql(season, CARDS.format("NOT IN", "IN"))
    ran = surco("--data", season, "scan", CODE, "--json", stdin="\r\n\r\n".join(code for code, *_ in cards))
    assert [row["present"] for row in ran.rows] == list(range(1, len(cards) + 1))
    assert {row["state"] for row in ran.rows} == {"present"}
    assert sql(season, HERE, CODE) == [(name,) for _code, name, _id in cards]


def test_small_letters_and_spaces_around_read_the_same(surco: Surco, season: Path) -> None:
    code = sql(season, CARDS.format("NOT IN", "IN"))[0][0]
    ran = surco("--data", season, "scan", CODE, "--json", stdin=f"  {code.lower()}\t\n")
    assert ran.row["state"] == "present"


def test_a_person_reads_words(surco: Surco, season: Path) -> None:
    code, name, _id = sql(season, CARDS.format("NOT IN", "IN"))[0]
    assert surco("--data", season, "scan", CODE, stdin=code).out == f"{code}  present  {name}\n"


def test_no_codes_is_no_lines(surco: Surco, season: Path) -> None:
    assert surco("--data", season, "scan", CODE, "--json", stdin="\n \n").out == ""
