"""Files as people and the system see them: the name of one that is half written, and why the system said no."""

from __future__ import annotations

import errno
import re
from dataclasses import dataclass
from hashlib import sha256

from promoter_app.domain.refusal import Sentence

_LONGEST = 180
"""Bytes of a file's own name inside the name it has while it is written; systems take 255 for the whole."""
_HALF = re.compile(r"\..*\.surco-([0-9a-f]+)-(\d+)\.part(?:-journal|-wal|-shm)?", re.DOTALL)


@dataclass(frozen=True)
class Writer:
    """Who is writing a file: which computer (`computer_tag`) and which process on it."""

    computer: str
    process: int


def computer_tag(name: str) -> str:
    """A computer without its name, which may be a person's: twelve letters of a hash."""
    return sha256(name.encode("utf-8", "surrogateescape")).hexdigest()[:12]


def half_written(name: str, writer: Writer) -> str:
    """The name of the file `name` before it is whole; nobody else writes under it."""
    whole = name.encode("utf-8", "surrogateescape")
    short = name if len(whole) <= _LONGEST else whole[:_LONGEST].decode("utf-8", "ignore")
    return f".{short}.surco-{writer.computer}-{writer.process}.part"


def writer_of(name: str) -> Writer | None:
    """Who writes, or wrote, under this name of ours (or what SQLite puts beside it); None: the name is not ours."""
    found = _HALF.fullmatch(name)
    return Writer(found[1], int(found[2])) if found else None


_FULL = (
    Sentence("No hay espacio en el disco.", "The disk is full."),
    Sentence("Libera espacio y repite.", "Free some space and repeat."),
)
_NOT_ALLOWED = (
    Sentence("El sistema no da permiso.", "The system does not allow it."),
    Sentence("Revisa de quién es el archivo o la carpeta.", "Check whose the file or folder is."),
)
_GONE = (
    Sentence("La carpeta o el archivo no está ahí.", "The folder or file is not there."),
    Sentence("Revisa el nombre y la memoria, y repite.", "Check the name and the stick, and repeat."),
)
_SYSTEM = {
    errno.ENAMETOOLONG: (
        Sentence("El nombre de un archivo es demasiado largo.", "The name of a file is too long."),
        Sentence("Da uno más corto.", "Give a shorter one."),
    ),
    errno.ENOSPC: _FULL,
    errno.EDQUOT: _FULL,
    errno.EACCES: _NOT_ALLOWED,
    errno.EPERM: _NOT_ALLOWED,
    errno.EROFS: _NOT_ALLOWED,
    errno.EFBIG: (
        Sentence("El disco no admite un archivo tan grande.", "The disk takes no file as large as that."),
        Sentence("Usa otro disco o memoria.", "Use another disk or stick."),
    ),
    errno.EIO: (
        Sentence("El disco no respondió.", "The disk did not answer."),
        Sentence("Revisa el disco o la memoria y repite.", "Check the disk or stick and repeat."),
    ),
    errno.EMFILE: (
        Sentence("El sistema no deja abrir más archivos.", "The system lets no more files be opened."),
        Sentence("Cierra otros programas y repite.", "Close other programs and repeat."),
    ),
}
_OF_A_PLACE = {
    errno.EISDIR: (
        Sentence("Es una carpeta, no un archivo.", "It is a folder, not a file."),
        Sentence("Da un archivo.", "Give a file."),
    ),
    errno.ENOENT: _GONE,
    errno.ENOTDIR: _GONE,
}
_ODD = (
    Sentence("El sistema no lo dejó.", "The system did not let it."),
    Sentence("Prueba en otra carpeta.", "Try another folder."),
)


def why_not(error: OSError) -> tuple[Sentence, Sentence] | None:
    """What happened and what to do, in our words; None when the error may be our bug."""
    return _SYSTEM.get(error.errno or 0)


def why_not_written(error: OSError) -> tuple[Sentence, Sentence]:
    """The same for a file that a person chose, where every error is the place's."""
    return why_not(error) or _OF_A_PLACE.get(error.errno or 0, _ODD)
