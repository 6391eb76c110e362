"""The tree of commands: `surco` alone opens the window, every other word does one thing and ends."""

from __future__ import annotations

import locale
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from promoter_app import __version__
from promoter_app.cli import (
    content,
    data,
    keeping,
    manual,
    merging,
    paper,
    people,
    planning,
    publish,
    reports,
    rosters,
    sessions,
    sheets,
    trouble,
    workshops,
)
from promoter_app.cli.desk import DONE, Desk, refuse
from promoter_app.cli.values import PLACE
from promoter_app.domain.refusal import Refusal
from promoter_app.services.folder import default_path

USAGE = 2


def _language(chosen: str | None) -> str:
    if chosen:
        return chosen
    named = os.environ.get("LC_ALL") or os.environ.get("LANG") or locale.getlocale()[0] or ""
    return "en" if named.lower().startswith("en") else "es"


@click.group(invoke_without_command=True, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("--data", "folder", type=PLACE, help="Carpeta de datos / data folder.")
@click.option("--language", type=click.Choice(["es", "en"]), help="Idioma de las frases / language of the sentences.")
@click.option("--demo", is_flag=True,
              help="Abre la ventana con una temporada inventada / open the window on a sample season.")  # fmt: skip
@click.option("--out", type=PLACE,
              help="Con --demo sin pantalla, dónde escribe / where --demo without a screen writes.")  # fmt: skip
@click.option("--passphrase-file", type=PLACE, help="Archivo con la contraseña / passphrase file.")
@click.version_option(__version__, prog_name="surco")
@click.pass_context
def surco(
    context: click.Context, folder: Path | None, language: str | None, demo: bool, out: Path | None,
    passphrase_file: Path | None,
) -> None:  # fmt: skip
    """Surco: capacitaciones cortas en el campo, sin internet. / Short field trainings, offline."""
    context.obj = Desk(folder or default_path(), _language(language), passphrase_file=passphrase_file)
    if context.invoked_subcommand is None:
        from promoter_app.app import run_window

        ending = run_window(
            context.obj.data if folder or not demo else None, demo=demo, language=context.obj.language, out=out
        )
        context.exit(ending)


_GROUPS = (
    sessions, people, data, content, paper, workshops, planning, merging, publish, sheets, keeping, reports, rosters,
)  # fmt: skip
for group in _GROUPS:
    for command in group.COMMANDS:
        surco.add_command(command)
manual.write_manual(surco)


def run(argv: list[str] | None) -> int:
    """Run the commands; 0 done, 1 refused (with its sentence on standard error), 2 wrong use."""
    for stream in (sys.stdout, sys.stderr):
        _speak_utf8(stream)
    arguments = sys.argv[1:] if argv is None else argv
    language = _language(_language_in(arguments))
    try:
        result: Any = surco.main(args=arguments, prog_name="surco", standalone_mode=False, obj=language)
    except (Refusal, OSError, UnicodeEncodeError) as error:
        refusal = _as_refusal(error, arguments)
        if refusal is None:
            raise
        return refuse(refusal, language)
    except click.exceptions.Exit as ending:
        return ending.exit_code
    except click.ClickException as wrong:
        trouble.show_use(wrong, language)
        return USAGE
    except (click.Abort, KeyboardInterrupt):
        return 130
    return result if isinstance(result, int) else DONE


def _as_refusal(error: Exception, arguments: Sequence[str]) -> Refusal | None:
    """What a person can do about `error`; None when it is a bug."""
    if isinstance(error, OSError):
        return trouble.of_system(error)
    if isinstance(error, UnicodeEncodeError):
        return trouble.of_coding(error, arguments)
    return error if isinstance(error, Refusal) else None


def _language_in(arguments: list[str]) -> str | None:
    """The language asked for, also when the arguments were not understood far enough."""
    for at, word in enumerate(arguments):
        if word == "--language" and at + 1 < len(arguments):
            return arguments[at + 1]
        if word.startswith("--language="):
            return word.partition("=")[2]
    return None


def _speak_utf8(stream: Any) -> None:
    """Windows consoles and pipes default to an old code page; names need UTF-8."""
    if hasattr(stream, "reconfigure"):
        stream.reconfigure(encoding="utf-8", errors="replace")
