"""Before the rooms: the lock screen and its states, the way back with the sheet, data that do not open, the clock."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime, timedelta

from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.domain.security.copies import Copy
from promoter_app.services.security.locking import LockPerson
from promoter_app.ui.desk import Desk
from promoter_app.ui.lock.clock_view import ClockView
from promoter_app.ui.lock.frame import CoverView
from promoter_app.ui.lock.opening import damaged
from promoter_app.ui.lock.recover_view import RecoverView
from promoter_app.ui.lock.trouble_view import TroubleView
from promoter_app.ui.lock.view import LockView
from promoter_app.ui.scenes.scene import Come, Scene, bare_window
from promoter_app.ui.scripted_day import Day

_PEOPLE = [
    LockPerson("a", "LR", "promoter"), LockPerson("b", "LR", "promoter"), LockPerson("c", "TL", "coordinator"),
]  # fmt: skip
_WAIT = 40


def lock_scenes() -> list[Scene]:
    """What covers the window before somebody is let in."""
    views: dict[str, Callable[[Desk], CoverView]] = {
        "lock": lambda desk: LockView(desk, _PEOPLE),
        "lock-wrong": _wrong,
        "lock-waiting": _waiting,
        "lock-recover": lambda desk: RecoverView(desk, _PEOPLE, LockView(desk, _PEOPLE)),
        "lock-damaged": lambda desk: TroubleView(desk, damaged(), _copies(desk)),
        "lock-damaged-no-copies": lambda desk: TroubleView(desk, damaged(), []),
        "lock-in-use": lambda desk: TroubleView(desk, _in_use(), []),
        "lock-clock": lambda desk: ClockView(desk, "backward", desk.road.edge.now() + timedelta(days=30)),
    }
    covers = [Scene(name, "promoter", _covered_by(make)) for name, make in views.items()]
    return [*covers, Scene("lock-opening", "promoter", _opening)]


def _covered_by(make: Callable[[Desk], CoverView]) -> Come:
    def come(day: Day) -> None:
        bare_window(day)
        view = make(day.window.desk)
        day.window.cover(view)
        view.take_focus()

    return come


def _opening(day: Day) -> None:
    """Somebody pressed Entrar, and it takes its time."""
    bare_window(day)
    view = LockView(day.window.desk, _PEOPLE)
    day.window.cover(view)
    view.field.setText("girasol")
    view.enter_button.click()
    day.wait(view.progress.isVisible)


def _wrong(desk: Desk) -> LockView:
    view = LockView(desk, _PEOPLE)
    view.choose("a")
    view.refused(
        Refusal(
            "wrong_passphrase",
            Sentence("Esa contraseña no abre estos datos.", "That passphrase does not open these data."),
            Sentence("Los datos siguen cifrados y completos.", "The data are still encrypted and whole."),
            Sentence("Escríbela otra vez con calma.", "Type it again, calmly."),
        ),
        0,
    )
    return view


def _waiting(desk: Desk) -> LockView:
    view = LockView(desk, _PEOPLE)
    view.wait_seconds(_WAIT)
    return view


def _in_use() -> Refusal:
    return Refusal(
        "in_use",
        Sentence("Otra ventana de Surco usa estos datos.", "Another Surco window uses these data."),
        Sentence("No se cambió nada.", "Nothing was changed."),
        Sentence("Cierra la otra ventana y prueba otra vez.", "Close the other window and try again."),
    )


def _copies(desk: Desk) -> list[Copy]:
    noon: datetime = desk.road.edge.now().replace(tzinfo=None)
    return [Copy(f"copia-{at}.db", noon - timedelta(hours=at), 1_400_000) for at in range(4)]
