"""A session given by somebody who only has what assistive technology is told: everything is found by role and name."""

from __future__ import annotations

from pathlib import Path

from tests.journeys.desk import read, sample_season
from tests.journeys.outside import Outside, until

_CARDS = """
SELECT k.code FROM card_assignment a JOIN card k ON k.id = a.card JOIN membership_now m ON m.person = a.person
JOIN session_now s ON s.crew = m.crew WHERE s.id = ? AND k.id NOT IN (SELECT card FROM card_cancel)
AND m.since <= s.held_on AND (m.until IS NULL OR m.until >= s.held_on) ORDER BY k.code"""


def test_a_session_is_given_through_the_accessibility_bus(tmp_path: Path, season_cache: Path) -> None:
    folder = sample_season(tmp_path / "datos", season_cache)
    book = folder / "surco.db"
    before = _opened(book)
    with Outside(tmp_path) as outside:
        outside.run("tests.journeys.outside_app", str(folder))
        outside.find("push button", "Iniciar sesión").press()
        field = outside.find("text", "Escanea la tarjeta")
        (session,) = until(lambda: _opened(book) - before, "no session opened")
        field.grab_focus()
        for count, (code,) in enumerate(read(book, _CARDS, session)[:2], start=1):
            outside.type(code)
            outside.key("Return")
            until(
                lambda wanted=count: read(book, "SELECT count(*) FROM attendance WHERE session = ?", session)
                == [(wanted,)],
                "the card was not counted",
            )
        for phase, on in (("pre", "Seguir: prueba inicial"), ("post", "Paso 4")):
            outside.find("push button", on).press()
            outside.find("push button", "Paso 2" if phase == "pre" else "Paso 4")
            for answered in range(1, 7):
                choice = ("check box", "") if answered % 2 else ("push button", "No sabe")
                outside.find("list item", "")  # the people of the test are told too
                outside.find(*choice).press()
                until(lambda n=answered, p=phase: _answers(book, session, p) == n, f"answer {answered} was not kept")
            if phase == "pre":
                outside.find("push button", "Paso 3").press()
                outside.find("push button", "Siguiente ficha").press()
                outside.find("push button", "Ficha anterior").press()
        outside.find("push button", "Paso 5").press()
        outside.find("push button", "Cerrar sesión").press()
        until(lambda: read(book, "SELECT 1 FROM session_now WHERE id = ? AND state = 'held'", session), "not closed")
        outside.find("push button", "Iniciar sesión")  # Hoy again


def _answers(book: Path, session: bytes, phase: str) -> int:
    found = read(
        book, "SELECT count(*) FROM answer n JOIN attempt t ON t.id = n.attempt WHERE t.session = ? AND t.phase = ?",
        session, phase,
    )  # fmt: skip
    return int(found[0][0])


def _opened(book: Path) -> set[bytes]:
    return {session for (session,) in read(book, "SELECT id FROM session_now WHERE state = 'open'")}
