"""From Hoy to Entregar by keyboard alone; then another program counts what the screen said."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Qt

from promoter_app.domain.cards import CodeKind, make_code
from promoter_app.ui.deliver_page import DeliverPage
from tests.journeys.desk import CAPS_LOCK, Field, read

OpenField = Callable[..., Field]


def codes_of_crew(field: Field, session: bytes, *, inside: bool) -> list[str]:
    """Valid card codes of people in (or outside) the session's crew, by name."""
    sign = "IN" if inside else "NOT IN"
    rows = field.sql(
        f"""
        SELECT k.code FROM card_assignment a JOIN card k ON k.id = a.card JOIN person_now p ON p.id = a.person
        WHERE k.id NOT IN (SELECT card FROM card_cancel) AND p.kind = 'worker' AND p.id {sign}
          (SELECT m.person FROM membership_now m JOIN session_now s ON s.crew = m.crew
           WHERE s.id = ?1 AND m.since <= s.held_on AND (m.until IS NULL OR m.until >= s.held_on))
        ORDER BY p.name, k.code
        """,
        session,
    )
    return [code for (code,) in rows]


def blank_code(field: Field) -> str:
    rows = field.sql(
        "SELECT code FROM card WHERE id NOT IN (SELECT card FROM card_assignment)"
        " AND id NOT IN (SELECT card FROM card_cancel) ORDER BY number LIMIT 1"
    )
    return str(rows[0][0])


def present_on_disk(field: Field, session: bytes) -> int:
    return int(
        field.sql(
            "SELECT count(DISTINCT person) FROM attendance a WHERE session = ?"
            " AND NOT EXISTS (SELECT 1 FROM void v WHERE v.target = a.id)",
            session,
        )[0][0]
    )


def answer_everybody(field: Field, people: int) -> None:
    """Three questions each: the first answer for some, the second or "no sé" for others."""
    for at in range(people * 3):
        field.key((Qt.Key.Key_1, Qt.Key.Key_2, Qt.Key.Key_0)[at % 3])


def test_a_whole_day_by_keyboard(open_field: OpenField, tmp_path: Path) -> None:
    field = open_field()
    assert field.focus().accessibleName().startswith("Iniciar sesión")
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: field.step() == "attendance" and not field.window.desk.road.is_busy)
    session = field.window.session_view.session()
    assert session is not None
    *mine, wrong = codes_of_crew(field, session.id, inside=True)[:21]
    assert len(mine) == 20

    # nineteen bursts: into the field, over another control, with Caps Lock on a Spanish layout, without Enter
    leave = field.window.session_view.bar.leave
    for at, code in enumerate(mine[:19]):
        if at % 4 == 1:
            leave.setFocus(Qt.FocusReason.OtherFocusReason)
            field.scan(code)
        elif at % 4 == 2:
            field.scan(code.lower().translate(CAPS_LOCK))
        elif at % 4 == 3:
            field.scan(code, end=Qt.Key.Key_Tab)
        else:
            field.scan(code)
        assert present_on_disk(field, session.id) == at + 1
        assert field.panel().startswith("Presente")
        assert field.step() == "attendance"
    field.scan(mine[19], end=None)
    assert "Van 20 presentes" in field.panel()
    assert field.played == ["present"] * 20

    # a duplicate, an unknown card, somebody of another crew who is counted here
    field.now += timedelta(minutes=2)
    field.scan(mine[0])
    assert field.panel().startswith("Ya estaba")
    field.scan(make_code(CodeKind.CARD, 0, 99).text)
    assert field.panel().startswith("Tarjeta desconocida")
    field.scan(codes_of_crew(field, session.id, inside=False)[0])
    assert field.panel().startswith("Es de otra cuadrilla")
    assert present_on_disk(field, session.id) == 20
    field.key(Qt.Key.Key_Return)
    assert present_on_disk(field, session.id) == 21

    # a walk-in with a blank card: scan, name, four keys, Enter
    field.scan(blank_code(field))
    assert field.panel().startswith("Tarjeta en blanco")
    field.key(Qt.Key.Key_Return)
    field.type("Martina Salvador")
    field.key(Qt.Key.Key_Return)
    for key in (Qt.Key.Key_M, Qt.Key.Key_3, Qt.Key.Key_1, Qt.Key.Key_S):
        field.key(key)
    field.key(Qt.Key.Key_Return)
    assert present_on_disk(field, session.id) == 22
    assert field.sql("SELECT sex, age_group FROM person WHERE name = 'Martina Salvador'") == [("F", "18-24")]

    # one wrong person, undone with one key
    field.now += timedelta(minutes=1)
    field.scan(wrong)
    assert present_on_disk(field, session.id) == 23
    field.key(Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert present_on_disk(field, session.id) == 22

    # both tests for everybody, the topic between them
    field.key(Qt.Key.Key_F9)
    assert field.step() == "pre_test"
    answer_everybody(field, 22)
    field.key(Qt.Key.Key_F9)
    assert field.step() == "topic"
    for _card in range(3):
        field.key(Qt.Key.Key_Space)
    field.key(Qt.Key.Key_F9)
    assert field.step() == "post_test"
    answer_everybody(field, 22)
    field.key(Qt.Key.Key_F9)
    assert field.step() == "closing"
    field.key(Qt.Key.Key_F9)
    field.wait(lambda: field.window.pages.currentWidget() is field.window.shell)
    field.rest()
    assert "22 presentes, 1 persona nueva" in field.banner()

    # to the stick
    field.key(Qt.Key.Key_6, Qt.KeyboardModifier.AltModifier)
    page = field.window.room()
    assert isinstance(page, DeliverPage)
    stick = tmp_path / "memoria"
    stick.mkdir()
    page.set_place(stick)
    field.rest()
    field.key(Qt.Key.Key_F9)
    field.wait(lambda: page.result.isVisible())
    assert "Ya puedes sacarla" in page.result.accessibleName()
    (package,) = stick.iterdir()
    field.close()

    assert read(package, "SELECT state, present FROM sessions WHERE code = ?", session.code) == [("held", 22)]
    assert read(package, "SELECT count(*) FROM attendance_list WHERE session = ?", session.code) == [(22,)]
    tests = "SELECT phase, count(DISTINCT person_id), count(*) FROM test_answers WHERE session = ? GROUP BY phase"
    assert read(package, tests, session.code) == [("post", 22, 66), ("pre", 22, 66)]
    assert read(package, "SELECT count(*) FROM attendance_list WHERE person = 'Martina Salvador'") == [(1,)]
    waiting = "SELECT state FROM scans_without_answer WHERE session = ?"
    assert read(package, waiting, session.code) in ([("unknown",)], [])


def test_somebody_who_comes_late_is_counted_without_leaving_the_topic(open_field: OpenField) -> None:
    field = open_field()
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: field.step() == "attendance" and not field.window.desk.road.is_busy)
    session = field.window.session_view.session()
    assert session is not None
    field.window.session_view.show_step("topic")
    field.rest()
    late, *_others = codes_of_crew(field, session.id, inside=True)
    field.scan(late)
    assert field.step() == "topic"
    assert field.banner().startswith("Presente · Van 1")
    assert present_on_disk(field, session.id) == 1
    field.scan(codes_of_crew(field, session.id, inside=False)[0])
    assert field.banner().startswith("Esa tarjeta quedó por resolver")
    assert present_on_disk(field, session.id) == 1


def test_a_laptop_that_went_off_comes_back_to_the_session(open_field: OpenField) -> None:
    field = open_field()
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: field.step() == "attendance" and not field.window.desk.road.is_busy)
    session = field.window.session_view.session()
    assert session is not None
    first, second, *_others = codes_of_crew(field, session.id, inside=True)
    field.scan(first)
    field.key(Qt.Key.Key_F9)
    assert field.step() == "pre_test"
    field.key(Qt.Key.Key_2)
    field.close()

    again = open_field(field.folder)
    again.wait(lambda: again.step() == "pre_test")
    again.rest()
    assert again.banner() == "Se apagó la laptop. Seguimos donde ibas"
    assert present_on_disk(again, session.id) == 1
    answers = "SELECT count(*) FROM answer n JOIN attempt t ON t.id = n.attempt WHERE t.session = ?"
    assert again.sql(answers, session.id) == [(1,)]
    again.window.session_view.show_step("attendance")
    again.rest()
    again.scan(second)
    assert present_on_disk(again, session.id) == 2


def test_the_break_counts_from_when_a_session_began_at_another_hour(open_field: OpenField) -> None:
    from datetime import datetime

    from tests.journeys.desk import ZONE

    field = open_field(start=datetime(2026, 2, 17, 17, 0, tzinfo=ZONE))
    field.key(Qt.Key.Key_Return)
    field.wait(lambda: field.step() == "attendance" and not field.window.desk.road.is_busy)
    field.close()
    again = open_field(field.folder, start=datetime(2026, 2, 17, 17, 10, tzinfo=ZONE))
    again.wait(lambda: again.step() == "attendance")
    again.rest()
    assert 19 * 60 <= again.window.session_view.bar.clock.left() <= 20 * 60
