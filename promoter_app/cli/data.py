"""`surco demo`, `surco export` and `surco deliveries`: whole folders, whole files, and which of them left."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path
from typing import TYPE_CHECKING

import click

from promoter_app.cli.desk import REFUSED, Desk, emit, json_option, pass_desk, progress_bar, read_passphrase
from promoter_app.cli.values import DAY, PLACE, NewFile
from promoter_app.domain.refusal import Sentence

if TYPE_CHECKING:
    from promoter_app.services.demo.making import DemoReport
    from promoter_app.services.security.locking import RecoveryKey


@click.command("demo")
@click.argument("directory", type=PLACE)
@click.option("--seed", type=int, default=1, show_default=True,
              help="La misma semilla, la misma temporada / the same seed, the same season.")  # fmt: skip
@click.option("--people", type=click.IntRange(20, 200_000), default=400, show_default=True,
              help="Cuántas personas / how many people.")  # fmt: skip
@click.option("--weeks", type=click.IntRange(1, 40), default=6, show_default=True,
              help="Cuántas semanas / how many weeks.")  # fmt: skip
@click.option("--laptops", type=click.IntRange(1, 200), default=1, show_default=True,
              help="Cuántas laptops, cada una con su carpeta / how many laptops, each with a folder.")  # fmt: skip
@click.option("--today", type=DAY, help="Día que se toma como hoy / the day taken as today.")
@click.option("--passphrase-file", type=PLACE, help="Cífrala con esta contraseña / encrypt it.")
@json_option
@pass_desk
def demo(
    desk: Desk, directory: Path, seed: int, people: int, weeks: int, laptops: int, today: str | None,
    passphrase_file: Path | None, as_json: bool,
) -> None:  # fmt: skip
    """Hace una temporada inventada en una carpeta nueva / make an invented season."""
    from promoter_app.services.demo import make_demo

    day = date.fromisoformat(today) if today else desk.edge.stamp().now.date()
    secret = passphrase_file or desk.passphrase_file
    passphrase = read_passphrase(secret) if secret else None
    bar = progress_bar(desk, Sentence("Inventando", "Inventing"))
    report = make_demo(directory, seed=seed, today=day, people=people, weeks=weeks, laptops=laptops, on_progress=bar)
    sheet = _lock(desk, report, passphrase) if passphrase is not None else None
    if as_json:
        emit(
            {
                "path": report.path, "people": report.people, "crews": report.crews, "sessions": report.sessions,
                "attendance": report.attendance, "laptops": [str(path) for path in report.laptops],
                "recovery": " ".join(sheet.words) if sheet else None,
            }
        )
        return
    desk.say(
        Sentence(
            f"Listo: {report.people} personas y {report.sessions} sesiones inventadas en «{directory}».",
            f"Done: {report.people} people and {report.sessions} sessions, all invented, in “{directory}”.",
        )
    )
    if sheet is None:
        desk.say(Sentence("Está sin cifrar: es de muestra.", "It is not encrypted: it is a sample."))
    else:
        words = " ".join(sheet.words)
        desk.say(Sentence(f"Hoja de recuperación de muestra: {words}", f"Sample recovery sheet: {words}"))


def _lock(desk: Desk, report: DemoReport, passphrase: str) -> RecoveryKey:
    from promoter_app.services.security.demo_locking import lock_demo

    return lock_demo(report.path, report.laptops, passphrase, desk.edge.stamp(), desk.edge.moment())


@click.command("export")
@click.option("--out", required=True, type=NewFile(folder_too=True), help="Archivo o carpeta / file or folder.")
@click.option("--clear", is_flag=True, help="Sin cifrar, de una carpeta cifrada / clear, from a locked folder.")
@json_option
@pass_desk
def export(desk: Desk, out: Path, clear: bool, as_json: bool) -> None:
    """Escribe todo en un archivo SQLite, sellado si la carpeta está cifrada / one SQLite file, sealed if locked."""
    from promoter_app.services import deliver

    bar = progress_bar(desk, Sentence("Copiando", "Copying"))
    with desk.folder() as folder:
        delivery, exported = deliver.export(folder, desk.edge.stamp(), out, clear=clear, on_progress=bar).outcome
    if as_json:
        emit(
            {
                "path": exported.path, "package": delivery.package, "sessions": exported.sessions,
                "people": exported.people, "rows": exported.rows, "sha256": exported.sha256,
            }
        )
        return
    desk.say(
        Sentence(
            f"Listo: {exported.sessions} sesiones dadas y {exported.people} personas en «{exported.path}».",
            f"Done: {exported.sessions} sessions held and {exported.people} people in “{exported.path}”.",
        )
    )


_ALL = 1_000_000


@click.command("deliveries")
@json_option
@pass_desk
def deliveries(desk: Desk, as_json: bool) -> None:
    """Lo entregado, y lo que la oficina dice que ya unió / deliveries, and which the office united."""
    from promoter_app.services import deliver

    with desk.folder(only_look=True) as folder:
        made = deliver.history(folder, _ALL)
    if as_json:
        for each in made:
            emit(
                {
                    "package": each.package, "at": each.at, "sessions": each.sessions, "people": each.people,
                    "united": each.united_at is not None, "list_at": each.united_at,
                }
            )
        return
    for each in made:
        united = each.united_at
        what = Sentence("falta que la oficina la una", "the office has not united it yet") if united is None else (
            Sentence(f"la oficina ya la unió (lista del {_day(united)})", f"united (roster of {_day(united)})")
        )
        desk.say(
            Sentence(
                f"Entrega {each.package}, {_day(each.at)}, {each.sessions} sesiones: {what.es}.",
                f"Delivery {each.package}, {_day(each.at)}, {each.sessions} sessions: {what.en}.",
            )
        )


def _day(at: int) -> str:
    """The day here of milliseconds since 1970."""
    return f"{datetime.fromtimestamp(at / 1000).astimezone():%Y-%m-%d}"


@click.command("self-test")
@pass_desk
@click.pass_context
def self_test(context: click.Context, desk: Desk) -> None:
    """Prueba esta copia de Surco, con ventana y papel / check an installed copy, window and paper included."""
    import os
    import tempfile

    from promoter_app.app import run_window

    os.environ["QT_QPA_PLATFORM"] = "offscreen"
    with tempfile.TemporaryDirectory(prefix="surco-prueba-") as place:
        run_window(None, demo=True, language=desk.language, out=Path(place))
        left = {path.suffix for path in Path(place).iterdir()}
    if not {".png", ".pdf", ".db"} <= left:
        desk.warn(Sentence("Algo falta en esta copia de Surco.", "Something is missing in this copy of Surco."))
        context.exit(REFUSED)
    desk.say(Sentence("Surco funciona en esta computadora.", "Surco works on this computer."))


@click.command("gallery")
@click.option("--out", required=True, type=click.Path(path_type=Path, file_okay=False), help="Carpeta / folder.")
@click.option("--only", default="", help="Escenas, como «lock*» / scenes, as “lock*”.")
@pass_desk
def gallery(desk: Desk, out: Path, only: str) -> None:
    """Dibuja cada pantalla, en español e inglés, en cada tamaño / pictures of every screen and size."""
    from promoter_app.app import draw_gallery

    made = draw_gallery(out, desk.language, only, progress_bar(desk, Sentence("Dibujando", "Drawing")))
    desk.say(Sentence(f"Listo: {len(made)} imágenes en «{out}».", f"Done: {len(made)} pictures in “{out}”."))


@click.command("practice")
@pass_desk
@click.pass_context
def practice(context: click.Context, desk: Desk) -> None:
    """Una sesión para practicar, que no deja datos / a practice session that leaves no data."""
    from promoter_app.app import run_window

    context.exit(run_window(None, demo=True, language=desk.language, practice=True))


COMMANDS: tuple[click.Command, ...] = (demo, deliveries, export, gallery, practice, self_test)
