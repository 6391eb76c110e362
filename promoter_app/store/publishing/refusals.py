"""Why a server was not published to, in words that a coordinator can act on or hand to whoever runs the server."""

from __future__ import annotations

from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence

_SAFE = Sentence("En el servidor y en la carpeta todo sigue como estaba.", "Server and folder are as they were.")


def no_driver() -> Refusal:
    return Refusal(
        "no_driver",
        Sentence("Falta el programa que habla con PostgreSQL.", "What talks to PostgreSQL is not installed."),
        NOTHING_CHANGED,
        Sentence("Instala «promoter-app[postgres]».", "Install “promoter-app[postgres]”."),
    )


def no_server(detail: str) -> Refusal:
    return Refusal(
        "no_server",
        Sentence(f"El servidor no lo aceptó: {detail}", f"The server did not accept it: {detail}"),
        _SAFE,
        Sentence(
            "Revisa la dirección, el usuario y que el servidor esté en marcha.",
            "Check the address, the user, and that the server is running.",
        ),
    )


def not_allowed() -> Refusal:
    return Refusal(
        "server_permission",
        Sentence("Ese usuario no puede crear ni escribir ahí.", "That user may not create or write there."),
        _SAFE,
        Sentence("Pide permiso de crear el esquema «surco».", "Ask for permission to create the schema “surco”."),
    )


def server_has_more() -> Refusal:
    return Refusal(
        "server_has_more",
        Sentence("El servidor tiene datos que esta carpeta no tiene.", "The server has data that this folder lacks."),
        _SAFE,
        Sentence(
            "Recibe antes los paquetes que faltan y publica otra vez.",
            "Receive the missing packages first, then publish again.",
        ),
    )


def stopped() -> Refusal:
    return Refusal(
        "stopped",
        Sentence("Se detuvo el envío.", "The sending was stopped."),
        _SAFE,
        Sentence("Puedes empezar otra vez cuando quieras.", "You can start again whenever you want."),
    )


def server_tables(name: str) -> Refusal:
    """A table or view there has a name of ours and is another one."""
    return Refusal(
        "server_tables",
        Sentence(
            f"En el esquema «surco» del servidor hay una tabla «{name}» que no es de Surco.",
            f"In the server's schema “surco” there is a table “{name}” that is not Surco's.",
        ),
        _SAFE,
        Sentence(
            "Pide que la pasen a otro esquema, o usa otra base de datos.",
            "Ask for it to be moved to another schema, or use another database.",
        ),
    )


def server_newer() -> Refusal:
    """A newer Surco published there."""
    return Refusal(
        "server_newer",
        Sentence("Un Surco más nuevo ya publicó en ese servidor.", "A newer Surco has published to that server."),
        _SAFE,
        Sentence("Actualiza Surco aquí y publica otra vez.", "Update Surco here and publish again."),
    )


def server_views(detail: str) -> Refusal:
    """Views of others stand on ours, whose columns changed."""
    first = detail.splitlines()[0] if detail else ""
    return Refusal(
        "server_views",
        Sentence(
            f"En el servidor hay vistas hechas sobre las de Surco, que ahora cambian: {first}",
            f"On the server there are views made on Surco's, which change now: {first}",
        ),
        _SAFE,
        Sentence(
            "Pide que las quiten, publica y que las hagan otra vez.",
            "Ask for them to be dropped, publish, and have them made again.",
        ),
    )
