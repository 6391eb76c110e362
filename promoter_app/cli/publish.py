"""`surco publish`: the united season to a PostgreSQL server that the office has."""

from __future__ import annotations

import click

from promoter_app.cli.desk import Desk, emit, json_option, pass_desk, progress_bar
from promoter_app.domain.refusal import Sentence


@click.command("publish")
@click.option("--to", "url", required=True, help="El servidor: postgresql://usuario@servidor/base / the server: postgresql://user@host/base")
@json_option
@pass_desk
def publish(desk: Desk, url: str, as_json: bool) -> None:
    """Manda lo nuevo a PostgreSQL, con las vistas para analizar / send what is new to PostgreSQL, with views."""
    from promoter_app.services import publishing

    bar = progress_bar(desk, Sentence("Publicando", "Publishing"))
    with desk.folder() as folder:
        done = publishing.publish(folder, desk.edge.stamp(), url, on_progress=bar)
    if as_json:
        emit({"sent": done.sent, "removed": done.removed, "total": done.total})
        return
    desk.say(
        Sentence(
            f"Listo: {done.sent} datos nuevos; en el servidor hay {done.total}.",
            f"Done: {done.sent} new rows; the server holds {done.total}.",
        )
    )


COMMANDS: tuple[click.Command, ...] = (publish,)
