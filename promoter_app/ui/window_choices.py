"""This laptop's own choices: read when the data open, kept when they change."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtWidgets import QApplication

from promoter_app.domain.roles import role_named
from promoter_app.ui import theme, tokens
from promoter_app.ui.desk import Desk
from promoter_app.ui.language import LANGUAGES, load_language
from promoter_app.ui.sounds import Loudness

if TYPE_CHECKING:
    from promoter_app.services.folder import Folder

LAPTOP_NAME, OPERATOR, LANGUAGE, TEXT_SIZE, SOUND = "laptop_name", "operator", "language", "text_percent", "sound"
ROLE, CAMERA = "role", "camera"
THEME, STILL = "theme", "still"
_READ = (OPERATOR, LANGUAGE, TEXT_SIZE, SOUND, ROLE, THEME, STILL)


def read_choices(folder: Folder) -> dict[str, str]:
    """Every choice that was made on this laptop; of locked data, the passphrase says who came in and as what."""
    from promoter_app.services.folder import laptop_setting

    found = {key: laptop_setting(folder, key, "") for key in _READ}
    if folder.opened is not None:
        found |= {OPERATOR: folder.opened.name, ROLE: folder.opened.role}
    return {key: value for key, value in found.items() if value}


def first_step(folder: Folder, *, named: bool) -> int | None:
    """The step of the first start that is due, from 0; None when it is not due."""
    from promoter_app.services.office.first_steps import step_due

    return step_due(folder, named=named)


def apply_choices(desk: Desk, choices: dict[str, str]) -> None:
    """Put them in force; a value that means nothing any more is passed over."""
    app = QApplication.instance()
    if not isinstance(app, QApplication):
        return
    if ROLE in choices:
        desk.set_role(role_named(choices[ROLE]))
    if OPERATOR in choices:
        desk.set_operator(choices[OPERATOR])
    if choices.get(SOUND) in set(Loudness):
        desk.sounds.set_loudness(Loudness(choices[SOUND]))
    percent = choices.get(TEXT_SIZE, "")
    if percent.isdecimal() and int(percent) in tokens.SCALES and int(percent) != theme.current_percent():
        theme.set_percent(app, int(percent))
    theme.set_still(app, bool(choices.get(STILL)))
    desk.palette_wanted = choices.get(THEME, desk.palette_wanted)
    apply_palette(desk)
    language = choices.get(LANGUAGE, "")
    if language in LANGUAGES and language != desk.language:
        desk.language = language
        load_language(app, language)


def apply_palette(desk: Desk, *, in_session: bool = False) -> None:
    """Dress the window: the dark colours are a coordinator's, and never worn in a session."""
    app = QApplication.instance()
    may = desk.role == "coordinator" and not in_session
    wanted = tokens.OFICINA if may and desk.palette_wanted == tokens.OFICINA.name else tokens.SOL
    if isinstance(app, QApplication) and theme.palette() is not wanted:
        theme.apply_theme(app, theme.current_percent(), wanted)


def keep_choice(desk: Desk, key: str, value: str) -> None:
    """Remember one choice."""
    from promoter_app.services.folder import set_laptop_setting

    desk.road.ask(lambda folder: set_laptop_setting(folder, key, value), lambda _done: None)
