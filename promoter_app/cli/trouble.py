"""What went wrong outside of Surco, told in a sentence: wrong use, arguments without meaning, a system that says no."""

from __future__ import annotations

from collections.abc import Sequence

import click

from promoter_app.domain.files import why_not
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence

_SAFE = Sentence("Todo lo guardado antes está a salvo.", "Everything saved before is safe.")


def of_system(error: OSError) -> Refusal | None:
    """What a person can do about an error of the system; None when it may be our bug."""
    known = why_not(error)
    return Refusal("system", known[0], _SAFE, known[1]) if known else None


def of_coding(error: UnicodeEncodeError, arguments: Sequence[str]) -> Refusal | None:
    """The refusal of an argument whose bytes are not UTF-8; None when the error has another cause."""
    torn = any("\ud800" <= letter <= "\udfff" for word in arguments for letter in word)
    if error.reason != "surrogates not allowed" or not torn:
        return None
    return Refusal(
        "not_utf8",
        Sentence("Un dato de la orden no está en UTF-8.", "An argument of the command is not UTF-8."),
        NOTHING_CHANGED,
        Sentence("Escríbelo otra vez, o cambia el nombre del archivo.", "Type it again, or rename the file."),
    )


def show_use(wrong: click.ClickException, language: str) -> None:
    """Wrong use on standard error: how the command is typed, what is wrong, where help is."""
    only_help = isinstance(wrong, click.exceptions.NoArgsIsHelpError)
    if language == "en" or only_help or not isinstance(wrong, click.UsageError):
        wrong.show()
        return
    lines = [_in_spanish(wrong)]
    if wrong.ctx is not None:
        lines.insert(0, wrong.ctx.get_usage())
        lines.append(f"Ayuda: {wrong.ctx.command_path} --help")
    click.echo("\n".join(lines), err=True)


def _in_spanish(wrong: click.UsageError) -> str:
    if isinstance(wrong, click.MissingParameter):
        return f"Falta {_name(wrong)}."
    if isinstance(wrong, click.BadParameter):
        return f"{_name(wrong)} no vale. {_allowed(wrong)}".rstrip()
    for kind, noun in (("command_name", "orden"), ("option_name", "opción")):
        typed, near = getattr(wrong, kind, None), getattr(wrong, "possibilities", None)
        if typed is not None and (noun == "orden" or isinstance(wrong, click.NoSuchOption)):
            return f"No hay una {noun} «{typed}»." + (f" ¿Querías decir {', '.join(near)}?" if near else "")
    return wrong.format_message()


def _name(wrong: click.BadParameter) -> str:
    """The option or argument as it is typed."""
    if wrong.param_hint is not None:
        return str(wrong.param_hint)
    if wrong.param is None:
        return "un dato"
    return wrong.param.get_error_hint(wrong.ctx) if wrong.ctx else (wrong.param.name or "")


def _allowed(wrong: click.BadParameter) -> str:
    kind = wrong.param.type if wrong.param is not None else None
    if isinstance(kind, click.Choice):
        return f"Puede ser: {', '.join(map(str, kind.choices))}."
    if isinstance(kind, click.File):
        return "No se puede leer."
    if isinstance(kind, (type(click.INT), type(click.FLOAT))):
        return "Se espera un número."
    return wrong.message

