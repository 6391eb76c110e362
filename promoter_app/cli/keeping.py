"""`surco backup`, `restore FILE`, `check`, `wipe`: copies, the health of the data, and their end."""

from __future__ import annotations

from pathlib import Path

import click

from promoter_app.cli.desk import REFUSED, Desk, emit, json_option, pass_desk, read_passphrase
from promoter_app.cli.values import PLACE, NewFile
from promoter_app.domain.refusal import Sentence
from promoter_app.services.security import keeping, leaving, locking
from promoter_app.services.security.locking import Opened


@click.command("backup")
@click.option("--out", type=NewFile(folder_too=True), help="Otro archivo o carpeta / another file or folder.")
@json_option
@pass_desk
def backup(desk: Desk, out: Path | None, as_json: bool) -> None:
    """Hace y revisa una copia de seguridad / make and verify a safety copy."""
    with desk.folder() as folder:
        made = keeping.make_copy(folder, desk.edge.stamp(), "manual", out).outcome
        kept = len(keeping.copies(folder.path))
    if as_json:
        emit({"path": made, "bytes": made.stat().st_size, "copies": kept})
        return
    desk.say(Sentence(f"Listo: copia revisada en «{made}».", f"Done: verified copy in “{made}”."))


@click.command("restore")
@click.argument("file", type=PLACE, required=False)
@click.option("--last", is_flag=True, help="La última copia / the latest copy.")
@click.option("--salvage", is_flag=True, help="Rescata lo que se lea del archivo dañado / what can be read.")
@click.option("--own-passphrase-file", type=PLACE,
              help="Contraseña de la laptop donde se hizo la copia / passphrase of the copy's own laptop.")  # fmt: skip
@json_option
@pass_desk
def restore(
    desk: Desk, file: Path | None, last: bool, salvage: bool, own_passphrase_file: Path | None, as_json: bool
) -> None:
    """Vuelve a una copia; lo de antes queda en «apartado» / go back to a copy; what was there is set aside."""
    if [file is not None, last, salvage].count(True) != 1:
        raise click.UsageError("FILE | --last | --salvage")
    opened = desk.opened()
    stamp = desk.edge.stamp()
    if salvage:
        done = keeping.restore_what_can_be_read(desk.data, stamp, opened)
    else:
        chosen = keeping.latest(desk.data) if file is None else file
        done = keeping.restore(desk.data, chosen, stamp, opened, _own(desk, chosen, own_passphrase_file))
    if as_json:
        emit({"restored": done.name, "aside": done.aside, "rows": done.rows, "torn": list(done.torn)})
        return
    desk.say(Sentence(f"Listo: los datos son los de «{done.name}».", f"Done: the data are those of “{done.name}”."))
    if done.torn:
        torn = ", ".join(done.torn)
        desk.warn(Sentence(f"Se perdió algo en: {torn}.", f"Something is lost in: {torn}."))


def _own(desk: Desk, file: Path, passphrase_file: Path | None) -> Opened | None:
    """The key of a copy that was made elsewhere: its keys lie beside it."""
    if passphrase_file is None:
        return None
    return locking.unlock_keys(file.parent, None, read_passphrase(passphrase_file), desk.edge.moment())


@click.command("check")
@json_option
@click.pass_context
def check(context: click.Context, as_json: bool) -> None:
    """Revisa todo el archivo de datos y cuenta las copias / check the whole data file and count the copies."""
    desk = context.find_object(Desk)
    if desk is None:
        raise click.UsageError("surco check")
    with desk.folder() as folder:
        health = keeping.check(folder)
    kept, room = keeping.copies(desk.data), keeping.room(desk.data)
    if as_json:
        emit({"sound": health.sound, "locked": locking.is_locked(desk.data), "copies": len(kept),
              "last_copy": kept[0].made.isoformat() if kept else None, "room": room})  # fmt: skip
    elif health.sound:
        desk.say(Sentence(f"Todo está bien. Copias: {len(kept)}.", f"Everything is in order. Copies: {len(kept)}."))
    else:
        desk.warn(Sentence("El archivo está dañado: usa «surco restore --last».",
                           "The file is damaged: use “surco restore --last”."))  # fmt: skip
    if not health.sound:
        context.exit(REFUSED)


@click.command("wipe")
@click.option("--confirm", required=True, type=click.Choice(["vaciar"]), expose_value=False,
              help="No se deshace / there is no way back.")  # fmt: skip
@json_option
@pass_desk
def wipe(desk: Desk, as_json: bool) -> None:
    """Vacía una laptop de campo que deja el proyecto, si la oficina ya unió todo / empty a laptop that leaves."""
    with desk.folder() as folder:
        keeping.take_for_window(folder, desk.edge.moment())
        secret = desk.passphrase_file if folder.opened else None
        passphrase = read_passphrase(secret) if secret else ""
        path = leaving.begin(folder, passphrase, desk.edge.moment()).outcome
    others = leaving.finish(path)
    if as_json:
        emit({"emptied": path, "others": others})
        return
    desk.say(Sentence(f"Listo: «{path}» quedó vacía.", f"Done: “{path}” is empty."))
    if others:
        desk.warn(Sentence(f"Hay archivos que no son de Surco: {others}.", f"Files that are not Surco's: {others}."))


COMMANDS: tuple[click.Command, ...] = (backup, restore, check, wipe)
