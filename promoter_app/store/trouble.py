"""Trouble of the disk, told as a Refusal. What is not here is a bug and stays an error."""

from __future__ import annotations

import errno
from collections.abc import Iterator
from contextlib import contextmanager

from promoter_app.domain.refusal import Refusal, Sentence
from promoter_app.store import dbapi

_SAFE = Sentence("Todo lo guardado antes está a salvo.", "Everything saved before is safe.")
_DAMAGED = (
    "damaged",
    Sentence("El archivo de datos está dañado.", "The data file is damaged."),
    Sentence("Recupera la última copia.", "Restore the latest copy."),
)
_TROUBLE = {
    "disk is full": (
        "disk_full",
        Sentence("No hay espacio en el disco.", "The disk is full."),
        Sentence("Libera espacio y repite lo último.", "Free some space and repeat the last step."),
    ),
    "disk i/o error": (
        "disk_error",
        Sentence("El disco no dejó escribir.", "The disk refused to write."),
        Sentence(
            "Revisa el espacio y el disco, y repite lo último.",
            "Check the space and the disk, and repeat the last step.",
        ),
    ),
    "readonly database": (
        "read_only",
        Sentence("La carpeta de datos es de solo lectura.", "The data folder is read-only."),
        Sentence(
            "Pide permiso de escritura o elige otra carpeta.", "Ask for write permission or choose another folder."
        ),
    ),
    "database is locked": (
        "busy",
        Sentence(
            "Otra ventana de Surco está escribiendo en estos datos.", "Another Surco window is writing to these data."
        ),
        Sentence("Ciérrala y repite lo último.", "Close it and repeat the last step."),
    ),
    "unable to open": (
        "cannot_open",
        Sentence("No se pudo abrir la carpeta de datos.", "The data folder could not be opened."),
        Sentence("Revisa que exista y que tengas permiso.", "Check that it exists and that you may use it."),
    ),
    "not a database": (
        "not_ours",
        Sentence(
            "El archivo de datos no es de Surco o está dañado.", "The data file is not Surco's, or it is damaged."
        ),
        Sentence("Elige otra carpeta o recupera una copia.", "Choose another folder or restore a copy."),
    ),
    "could not decode": _DAMAGED,
    "malformed": _DAMAGED,
}


def gone() -> Refusal:
    """The data file is no longer where it was opened: a stick was pulled out, a drive is off, a folder was moved."""
    return Refusal(
        "gone",
        Sentence("La carpeta de datos ya no está donde estaba.", "The data folder is no longer where it was."),
        Sentence("Lo guardado hasta ahora sigue en ella.", "What was saved so far is still in it."),
        Sentence(
            "Vuelve a poner la memoria o a conectar la red, y prueba otra vez.",
            "Put the stick back or connect the network again, and try again.",
        ),
    )


def as_refusal(error: Exception) -> Refusal | None:
    """The Refusal for an error that SQLite met on the disk, or None when it is our bug."""
    if isinstance(error, UnicodeDecodeError):  # bytes of a damaged page, also inside SQLite's message about it
        return Refusal(_DAMAGED[0], _DAMAGED[1], _SAFE, _DAMAGED[2])
    words = str(error).lower()
    for fragment, (code, what, todo) in _TROUBLE.items():
        if fragment in words:
            return Refusal(code, what, _SAFE, todo)
    return None


def refusal_of(error: OSError) -> Refusal | None:
    """The same for an error of the system while whole files are written, or None when it is our bug."""
    words = {
        errno.ENOSPC: "disk is full",
        errno.EDQUOT: "disk is full",
        errno.EFBIG: "disk i/o error",
        errno.EIO: "disk i/o error",
        errno.EROFS: "readonly database",
        errno.EACCES: "readonly database",
        errno.EPERM: "readonly database",
        errno.ENOENT: "unable to open",
        errno.ENOTDIR: "unable to open",
    }.get(error.errno or 0)
    return as_refusal(OSError(words)) if words else None


@contextmanager
def told() -> Iterator[None]:
    """Inside, trouble of the disk is raised as its Refusal; everything else passes as it is."""
    try:
        yield
    except dbapi.DatabaseError as error:
        raise (as_refusal(error) or error) from error
    except OSError as error:
        raise (refusal_of(error) or error) from error
