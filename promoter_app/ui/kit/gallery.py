"""Pictures of every widget of the kit in its states: `python -m promoter_app.ui.kit.gallery DIR [PERCENT] [es|en]`.

The people and crews are invented. The pictures are for looking at; tests render the same samples.
"""

from __future__ import annotations

import os
import sys
from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import QSize
from PySide6.QtGui import QColor, QImage
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget

from promoter_app.ui import theme
from promoter_app.ui.kit import (
    AnswerTiles,
    Banner,
    Bar,
    BottomBar,
    CameraView,
    Card,
    CheckRow,
    Chip,
    Choice,
    ChoiceRow,
    FeedbackPanel,
    FeedbackState,
    KeyButton,
    NavRail,
    PathDots,
    PathNode,
    PathView,
    PersonList,
    PersonRow,
    ProgressPanel,
    RailItem,
    RingTimer,
    ScanField,
    SessionBar,
    Text,
    TopBar,
    Verdict,
)
from promoter_app.ui.kit.buttons import KINDS, SIZES
from promoter_app.ui.kit.icons import TOPICS
from promoter_app.ui.stylesheet import TAG_TONES

STEPS = ("Asistencia", "Prueba inicial", "Tema", "Prueba final", "Cierre")
PEOPLE = (
    PersonRow(1, "Rosalía Bautista C.", "", "12:03", "present"),
    PersonRow(2, "Hilario de la Cruz R.", "", "12:03", "present"),
    PersonRow(3, "Eusebio Robles G.", "de El Trapiche", "12:03", "other_crew"),
    PersonRow(4, "Amalia Serrano Ch.", "", "12:02", "present"),
    PersonRow(5, "Catarino Flores A.", "", "12:02", "already"),
    PersonRow(6, "Bernabé Ríos T.", "persona nueva", "12:01", "new"),
)
CREWS = (
    PersonRow(1, "Los Pinos", "F3 La Labor · 24 personas", "1 de 9", steps=(1, 9)),
    PersonRow(2, "El Trapiche", "F3 La Labor · 18 personas", "2 de 9", steps=(2, 9)),
    PersonRow(3, "San Blas", "F5 Atonalisco · 31 personas", "4 de 9", steps=(4, 9)),
)
VERDICTS = {
    FeedbackState.PRESENT: ("", "Rosalía Bautista Carrillo", "Tarjeta 0317 · Los Pinos · Wixárika"),
    FeedbackState.ALREADY: ("", "Rosalía Bautista Carrillo", "Entró a las 12:03. No se cuenta dos veces."),
    FeedbackState.OTHER_CREW: ("", "Eusebio Robles González", "El Trapiche, hoy con Los Pinos"),
    FeedbackState.UNKNOWN: ("", "", "No es de las nuestras. Busca a la persona."),
    FeedbackState.BLANK: ("Tarjeta en blanco 0512", "", "¿De quién es? Escribe su nombre."),
    FeedbackState.CANCELLED: ("", "Catarino Flores Altamirano", "Se reportó perdida. La buena es la 0466."),
}


def nodes() -> list[PathNode]:
    """Nine topics: four done, one next, four locked."""
    names = ("Machete", "Calor", "Químicos", "Traslado", "Pago justo", "Buen trato", "Libertad", "Niñez", "Repaso")
    icons = (*TOPICS, "ph.star-fill")
    made = []
    for place, (name, icon) in enumerate(zip(names, icons, strict=True), 1):
        state = "done" if place < 5 else "current" if place == 5 else "locked"
        zone = "safety" if place < 5 else "rights" if place == 5 else "sensitive"
        when = "mié 12:00" if place == 5 else ""
        reason = "faltan 3 personas" if state == "locked" else ""
        count = "31 de 31" if state == "done" else ""
        made.append(PathNode(place, name, state, icon, count, when, reason, zone))
    return made


def verdict(state: FeedbackState) -> Verdict:
    """A sample answer of a state."""
    title, name, detail = VERDICTS[state]
    return Verdict(state, title, name, detail, "Van 17 presentes", "12:03:41")


def rail_items() -> list[RailItem]:
    """The promoter's rail."""
    names = (
        ("hoy", "Hoy", "ph.sun-bold", 1),
        ("semana", "Semana", "ph.calendar-blank-bold", 2),
        ("cuadrillas", "Cuadrillas", "ph.users-three-bold", 3),
        ("temas", "Temas", "ph.book-open-bold", 4),
        ("papel", "Papel", "ph.printer-bold", 5),
        ("entregar", "Entregar", "mdi6.usb-flash-drive-outline", 6),
    )
    items = [RailItem(*each) for each in names]
    return [*items, RailItem("ajustes", "Ajustes", "ph.gear-bold", 9, at_bottom=True)]


def column(*widgets: QWidget, spacing: int = 12) -> QWidget:
    """Widgets under each other on the page ground."""
    page = QWidget()
    page.setProperty("page", "true")
    box = QVBoxLayout(page)
    box.setContentsMargins(20, 20, 20, 20)
    box.setSpacing(spacing)
    for widget in widgets:
        box.addWidget(widget)
    box.addStretch(1)
    return page


def row(*widgets: QWidget) -> QWidget:
    """Widgets beside each other."""
    page = QWidget()
    box = QHBoxLayout(page)
    box.setContentsMargins(0, 0, 0, 0)
    for widget in widgets:
        box.addWidget(widget)
    box.addStretch(1)
    return page


def buttons() -> QWidget:
    """Every kind and size."""
    kinds = [KeyButton(kind, "ph.check-bold", "F2", kind=kind) for kind in KINDS if kind != "rail"]
    sizes = [KeyButton(size, "ph.play-fill", "Return", size=size, kind="secondary") for size in SIZES]
    blocked = KeyButton("Guardar 12", "ph.floppy-disk-bold", "F9")
    blocked.set_reason("faltan 2 por confirmar")
    arrow = KeyButton("Ficha anterior", "ph.arrow-left-bold", "Left", size="large")
    wide = KeyButton("Deshacer", "ph.arrow-counter-clockwise-bold", "Ctrl+Z", left=True)
    wide.setMinimumWidth(290)
    return column(row(*kinds[:4]), row(*kinds[4:]), row(*sizes[:4]), row(*sizes[4:]), row(blocked, arrow), wide)


def small_parts() -> QWidget:
    """Chips, rows to tick, bars, banner, choices, dots."""
    chips = row(*(Chip(tone, "ph.check-circle-fill", tone) for tone in TAG_TONES))
    ticked = CheckRow("Rotafolio «Golpe de calor»")
    ticked.setChecked(True)
    bar = Bar()
    bar.set_share(0.62, "62 %", tick=0.55)
    banner = Banner()
    choices = ChoiceRow("Sexo", [Choice("M", "Mujer", "M"), Choice("H", "Hombre", "H"), Choice("O", "Otro", "O")])
    choices.set_value("M")
    page = column(chips, ticked, CheckRow("Hoja de asistencia"), bar, banner, choices, PathDots(nodes()))
    banner.tell("amber", "Ayer quedó una sesión abierta", "San Blas · 16 feb, 12:00", (("close", "Cerrarla"),))
    return page


def clocks() -> QWidget:
    """The session bar at three moments, and the ring."""
    made: list[QWidget] = []
    for left, done in ((1579.0, 0), (170.0, 3), (-41.0, 4)):
        bar = SessionBar(STEPS, lambda: 0.0)
        bar.set_session("Cuadrilla Los Pinos", "Tema 2 · Golpe de calor")
        bar.steps.set_progress(done, range(done))
        bar.clock.start(1800, left, "12:30")
        bar.clock.stop()
        made.append(bar)
    ring = RingTimer(lambda: 0.0)
    ring.start(240, 166)
    ring.pause()
    return column(*made, ring)


def camera() -> QWidget:
    """Ready, busy, none."""
    views = []
    for state in ("ready", "busy", "none"):
        view = CameraView()
        view.setFixedSize(262, 198)
        view.set_state(state)
        views.append(view)
    frame = QImage(QSize(640, 480), QImage.Format.Format_RGB32)
    frame.fill(QColor(theme.palette().data2))
    views[0].set_frame(frame)
    return column(row(*views))


def tiles() -> QWidget:
    """A question's three answers, one chosen."""
    answers = AnswerTiles(
        "Respuestas",
        [
            Choice(1, "Darle un refresco y que siga", "1", "mdi6.bottle-soda-classic"),
            Choice(2, "Llevarlo a la sombra y mojarle la ropa", "2", "ph.tree-fill"),
            Choice(3, "Dejarlo dormir junto al surco", "3", "ph.bed-fill"),
        ],
    )
    answers.set_value(2)
    page = column(answers)
    answers.setMinimumHeight(360)
    return page


def progress() -> QWidget:
    """Work in progress."""
    panel = ProgressPanel()
    page = column(panel)
    panel.begin("Uniendo archivos", cancel_word="Detener y usar lo que hay", at_once=True)
    panel.advance(4, 7)
    return page


def path() -> QWidget:
    """The path of a crew and two lists."""
    crews = PersonList("Cuadrillas")
    crews.people.set_rows(CREWS)
    crews.set_current_key(3)
    crews.setMinimumHeight(300)
    card = Card("San Blas")
    card.body.addWidget(PathView(nodes()))
    return column(card, crews)


def attendance() -> QWidget:
    """The attendance page, put together of the kit, to hold beside its mockup."""
    page = QWidget()
    page.setProperty("page", "true")
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.setSpacing(0)
    bar = SessionBar(STEPS, lambda: 0.0)
    bar.set_session("Cuadrilla Los Pinos", "Tema 2 · Golpe de calor")
    bar.clock.start(1800, 1579, "12:30")
    bar.clock.stop()
    middle = QHBoxLayout()
    middle.setContentsMargins(20, 16, 20, 16)
    middle.setSpacing(16)
    middle.addWidget(_side(), 0)
    centre = QVBoxLayout()
    centre.setSpacing(12)
    panel = FeedbackPanel()
    panel.show_verdict(verdict(FeedbackState.PRESENT))
    centre.addWidget(ScanField("Escanea la tarjeta o escribe nombre o número"))
    centre.addWidget(panel, 1)
    middle.addLayout(centre, 1)
    middle.addWidget(_present(), 0)
    below = BottomBar()
    below.add_left(KeyButton("Persona nueva", "ph.user-plus-bold", "F2", size="large"))
    below.add_left(KeyButton("Ver quién falta (8)", "ph.users-bold", "F4", size="large"))
    go = KeyButton("Seguir: prueba inicial", "", "F9", kind="primary", size="main", trailing="ph.arrow-right-bold")
    below.add_right(go)
    outer.addWidget(bar)
    outer.addLayout(middle, 1)
    outer.addWidget(below)
    return page


def _side() -> QWidget:
    side = QWidget()
    side.setFixedWidth(290)
    box = QVBoxLayout(side)
    box.setContentsMargins(0, 0, 0, 0)
    card = Card(padding=12)
    view = CameraView()
    view.set_state("none")
    card.body.addWidget(view)
    card.body.addWidget(Text("Las tres formas sirven a la vez. No hay que elegir.", "small", "ink2", wrap=True))
    box.addWidget(card)
    box.addStretch(1)
    box.addWidget(KeyButton("Deshacer", "ph.arrow-counter-clockwise-bold", "Ctrl+Z", left=True))
    box.addWidget(KeyButton("Sonido alto", "ph.speaker-high-bold", "F8", left=True))
    return side


def _present() -> QWidget:
    card = Card(padding=2)
    card.setFixedWidth(348)
    head = QWidget()
    box = QVBoxLayout(head)
    line = QHBoxLayout()
    line.addWidget(Text("17", "number", "cana"))
    line.addWidget(Text("presentes", "answer"), 1)
    box.addLayout(line)
    share = Bar()
    share.set_share(16 / 24, "16 de 24")
    box.addWidget(share)
    people = PersonList("Presentes")
    people.people.set_rows(PEOPLE)
    card.body.addWidget(head)
    card.body.addWidget(people, 1)
    return card


def shell() -> QWidget:
    """Rail and top bar around an empty page."""
    page = QWidget()
    page.setProperty("page", "true")
    across = QHBoxLayout(page)
    across.setContentsMargins(0, 0, 0, 0)
    across.setSpacing(0)
    rail = NavRail(rail_items())
    rail.set_current("hoy")
    rail.set_badge("entregar", 3)
    top = TopBar()
    top.set_title("Hoy", "martes 17 de febrero")
    top.set_battery(82)
    top.set_clock("11:42")
    top.set_person("Lupita Ramos")
    down = QVBoxLayout()
    down.addWidget(top)
    start = KeyButton("Iniciar sesión", "ph.play-fill", "Return", kind="primary", size="hero")
    down.addWidget(column(start, Card("Más tarde hoy")), 1)
    across.addWidget(rail)
    across.addLayout(down, 1)
    return page


def feedback(state: FeedbackState | None) -> QWidget:
    """One state, or the idle prompt, at the size of the attendance page."""
    panel = FeedbackPanel()
    if state is not None:
        panel.show_verdict(verdict(state))
    panel.resize(656, 500)
    return panel


SAMPLES: dict[str, tuple[Callable[[], QWidget], int, int]] = {
    "buttons": (buttons, 1366, 560),
    "small_parts": (small_parts, 800, 560),
    "clocks": (clocks, 1366, 480),
    "camera": (camera, 900, 260),
    "tiles": (tiles, 1020, 420),
    "progress": (progress, 900, 180),
    "path": (path, 1100, 620),
    "shell": (shell, 1366, 768),
    "attendance": (attendance, 1366, 768),
    "idle": (lambda: feedback(None), 656, 500),
    **{each.value: (partial(feedback, each), 656, 500) for each in FeedbackState},
}
"""Name of each sample: how it is made, and the size of its picture."""


def render(folder: Path) -> list[Path]:
    """Write a PNG of each sample into `folder`; returns the files."""
    folder.mkdir(parents=True, exist_ok=True)
    written = []
    for name, (make, width, height) in SAMPLES.items():
        widget = make()
        widget.resize(width, height)
        widget.ensurePolished()
        picture = widget.grab()
        path = folder / f"{name}.png"
        if not picture.save(str(path)):
            raise OSError(f"cannot write {path}")
        written.append(path)
        widget.deleteLater()
    return written


def main(arguments: list[str]) -> int:
    """The command."""
    if not arguments:
        sys.stderr.write("python -m promoter_app.ui.kit.gallery DIR [100|125|150|200] [es|en]\n")
        return 2
    if sys.platform == "linux" and not os.environ.get("DISPLAY") and not os.environ.get("WAYLAND_DISPLAY"):
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    from promoter_app.ui.language import load_language

    app = QApplication([])
    theme.apply_theme(app, int(arguments[1]) if len(arguments) > 1 else 100)
    load_language(app, arguments[2] if len(arguments) > 2 else "es")
    for path in render(Path(arguments[0])):
        sys.stdout.write(f"{path}\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
