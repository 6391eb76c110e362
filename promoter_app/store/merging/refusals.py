"""Why a file is left out, in words a coordinator can act on."""

from __future__ import annotations

from promoter_app.domain.merging.packages import State
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence

_ASK_AGAIN = Sentence(
    "Pide que lo entreguen otra vez desde esa laptop.", "Ask for it to be delivered again from that laptop."
)
_FAULTS: dict[str, tuple[State, Sentence, Sentence]] = {
    "not_found": (
        "damaged", Sentence("El archivo no está o no se deja leer.", "The file is not there or cannot be read."),
        Sentence("Revisa la memoria y vuelve a intentar.", "Check the stick and try again."),
    ),
    "not_a_file": (
        "foreign", Sentence("Eso no es un archivo de datos.", "That is not a data file."),
        Sentence("Elige los archivos que entregó cada laptop.", "Choose the files that each laptop delivered."),
    ),
    "not_a_package": (
        "foreign", Sentence("No es un paquete de Surco.", "It is not a Surco package."),
        Sentence("Elige los archivos que entregó cada laptop.", "Choose the files that each laptop delivered."),
    ),
    "own_data": (
        "foreign", Sentence("Son los datos de esta misma laptop.", "These are this very laptop's data."),
        Sentence("Elige los paquetes de otras laptops.", "Choose packages of other laptops."),
    ),
    "live_database": (
        "foreign", Sentence("Son datos en uso, no una entrega.", "It is data in use, not a delivery."),
        Sentence("En esa laptop usa Entregar y trae ese archivo.", "Use Deliver on that laptop and bring that file."),
    ),
    "other_project": (
        "foreign", Sentence("El paquete es de otro proyecto.", "The package belongs to another project."),
        Sentence("Únelo en la carpeta de su proyecto.", "Unite it in its own project's folder."),
    ),
    "too_large": (
        "damaged", Sentence("El archivo es demasiado grande (más de 2 GB).", "The file is too large (over 2 GB)."),
        _ASK_AGAIN,
    ),
    "cut_short": ("damaged", Sentence("El archivo está incompleto.", "The file is cut short."), _ASK_AGAIN),
    "damaged": ("damaged", Sentence("El archivo está dañado.", "The file is damaged."), _ASK_AGAIN),
    "changed": (
        "damaged",
        Sentence("El archivo cambió después de entregarse.", "The file changed after it was delivered."), _ASK_AGAIN,
    ),
    "strange_tables": (
        "damaged",
        Sentence("El archivo tiene partes que un paquete no tiene.", "The file has parts that a package never has."),
        _ASK_AGAIN,
    ),
    "twice_inside": (
        "damaged",
        Sentence("El archivo trae datos repetidos por dentro.", "The file holds the same data twice inside."),
        _ASK_AGAIN,
    ),
    "too_heavy": (
        "damaged",
        Sentence("El archivo pide demasiado a esta computadora.", "The file asks too much of this computer."),
        _ASK_AGAIN,
    ),
    "tampered": (
        "damaged",
        Sentence(
            "El paquete cambió después de firmarse, o está incompleto.",
            "The package changed after it was signed, or is cut short.",
        ),
        _ASK_AGAIN,
    ),
    "sealed_for_others": (
        "foreign",
        Sentence("Está sellado para otra oficina, o dañado.", "It is sealed for another office, or damaged."),
        _ASK_AGAIN,
    ),
    "forwarded": (
        "foreign",
        Sentence("El paquete se firmó para otra oficina.", "The package was signed for another office."), _ASK_AGAIN,
    ),
    "other_laptop": (
        "foreign",
        Sentence(
            "Dice ser de una laptop conocida, pero la firma es otra.",
            "It claims to come from a known laptop, but the signature is another.",
        ),
        Sentence("Pregunta a quien lo entregó; no lo unas.", "Ask whoever delivered it; do not unite it."),
    ),
    "no_office_key": (
        "foreign", Sentence("Aquí no está la llave de la oficina.", "The office's key is not here."),
        Sentence("Ábrelo en la laptop de la oficina.", "Open it on the office's laptop."),
    ),
    "words_wanted": (
        "foreign",
        Sentence("Es una lista que se abre con seis palabras.", "It is a list that opens with six words."),
        Sentence(
            "Tráela en la laptop a la que va, con las palabras que dio la oficina.",
            "Bring it on the laptop it is for, with the words that the office gave.",
        ),
    ),
    "newer_version": (
        "newer", Sentence("El paquete es de un Surco más nuevo.", "The package comes from a newer Surco."),
        Sentence(
            "Actualiza Surco aquí; el paquete queda guardado y se unirá después.",
            "Update Surco here; the package is kept and will be united afterwards.",
        ),
    ),
}


def fault(code: str) -> tuple[State, Refusal]:
    """The state of a file with this fault, and what to tell the person."""
    state, what, todo = _FAULTS[code]
    return state, Refusal(code, what, NOTHING_CHANGED, todo)


def stopped() -> Refusal:
    """The person said stop."""
    return Refusal(
        "stopped", Sentence("Se detuvo.", "It was stopped."), NOTHING_CHANGED,
        Sentence("Puedes empezar otra vez cuando quieras.", "You can start again whenever you want."),
    )


def plan_gone() -> Refusal:
    """The staging of a plan was removed (another window looked at files since)."""
    return Refusal(
        "plan_gone", Sentence("Lo revisado ya no está.", "What was looked at is gone."), NOTHING_CHANGED,
        Sentence("Revisa los archivos otra vez.", "Look at the files again."),
    )


def no_room(megabytes: int) -> Refusal:
    """The disk is too small for uniting safely."""
    return Refusal(
        "disk_full",
        Sentence(
            f"Faltan unos {megabytes} MB de espacio para unir con seguridad.",
            f"About {megabytes} MB of disk space are missing to unite safely.",
        ),
        NOTHING_CHANGED, Sentence("Libera espacio y vuelve a intentar.", "Free some space and try again."),
    )


def no_copy(name: str) -> Refusal:
    """There is no such safety copy."""
    return Refusal(
        "no_copy", Sentence(f"No está la copia «{name}».", f"There is no copy “{name}”."), NOTHING_CHANGED,
        Sentence("Elige una copia de la lista.", "Choose a copy from the list."),
    )


def name_not_utf8() -> Refusal:
    """The data folder's path has bytes that are no text: the process that looks at files could not be told it."""
    return Refusal(
        "name_not_utf8",
        Sentence("El nombre de la carpeta de datos no está en UTF-8.", "The data folder's name is not UTF-8."),
        NOTHING_CHANGED, Sentence("Cambia ese nombre y repite.", "Change that name and repeat."),
    )  # fmt: skip


def in_use() -> Refusal:
    """Another program reads or writes our data, so that no safe copy can be made."""
    return Refusal(
        "busy", Sentence("Otro programa está usando estos datos.", "Another program is using these data."),
        NOTHING_CHANGED, Sentence("Ciérralo y vuelve a intentar.", "Close it and try again."),
    )


def many_erasures(people: int) -> Refusal:
    """A file that would erase many people, and nobody confirmed it."""
    return Refusal(
        "many_erasures",
        Sentence(f"El archivo borraría a {people} personas.", f"The file would erase {people} people."),
        NOTHING_CHANGED,
        Sentence(
            "Confírmalo con quien lo entregó antes de unirlo.", "Confirm with whoever delivered it before uniting."
        ),
    )
