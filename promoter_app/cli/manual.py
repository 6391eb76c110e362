"""Help in the language of the person: every text of a command is "Spanish / English", and each has an example."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

import click

EXAMPLES = {
    "": "surco --data ~/Surco --language en",
    "backup": "surco backup --out /media/memoria",
    "certificate": "surco certificate 7KQ2-M4XD",
    "check": "surco check --json",
    "crews list": "surco crews list --json",
    "curriculum check": "surco curriculum check curricula",
    "decode": "surco decode foto.jpg --json",
    "deliveries": "surco deliveries --json",
    "demo": "surco demo muestra --people 60 --laptops 3",
    "export": "surco export --out /media/memoria",
    "gallery": "surco gallery --out pantallas --only 'lock*'",
    "merge": "surco --data oficina merge /media/memoria --plan",
    "modules list": "surco modules list --crop cane",
    "people import": "surco people import lista.xlsx --dry-run",
    "people list": "surco people list --crew 'Los Pinos' --json",
    "plan": "surco plan --from 2026-11-23 --to 2026-11-28 --apply",
    "practice": "surco practice",
    "print acta": "surco print acta --out acta.pdf",
    "print blanks": "surco print blanks --count 40 --out blancas.pdf",
    "print cards": "surco print cards 'Los Pinos' --out tarjetas.pdf",
    "print certificates": "surco print certificates 'Los Pinos' --out constancias.pdf",
    "print guide": "surco print guide 260217-LPI-M2 --out guia.pdf",
    "print help-card": "surco print help-card 260217-LPI-M2 --out ayuda.pdf",
    "print kit": "surco print kit 260217-LPI-M2 --out sesion.pdf",
    "print markers": "surco print markers 'Los Pinos' --out marcas.pdf",
    "print notice": "surco print notice --out aviso.pdf",
    "print questions": "surco print questions 260217-LPI-M2 --out preguntas.pdf",
    "print roster": "surco print roster 260217-LPI-M2 --no-names --out lista.pdf",
    "print tests": "surco print tests 260217-LPI-M2 --out respuestas.pdf",
    "print week": "surco print week --monday 2026-11-23 --out semana.pdf",
    "print worker-sheet": "surco print worker-sheet 260217-LPI-M2 --out hoja.pdf",
    "publish": "surco publish --to postgresql://oficina@servidor/temporada",
    "report comment": "surco report comment 3.1 'Hubo lluvia dos semanas' --period 2026-10..2027-03",
    "report delays": "surco report delays --period 2026-10..2027-03",
    "report indicators": "surco report indicators --period 2026-10..2027-03 --profile donor --format xlsx --out .",
    "report items": "surco report items --period 2026-10..2027-03 --crew 'Los Pinos'",
    "report person": "surco report person C30C0007FB --out datos.json",
    "report sheet": "surco report sheet workers --period 2026-10..2027-03 --out hoja.pdf",
    "restore": "surco restore --last",
    "roster give": "surco roster give 'Los Pinos' 'Galera Norte' --out lista.db",
    "roster take": "surco roster take lista.db",
    "scan": "surco scan 260217-LPI-M2 --json < codigos.txt",
    "self-test": "surco self-test",
    "sessions add": "surco sessions add --crew 'Los Pinos' --module M2 --date 2026-11-24 --starts 12:00 --ends 12:30",
    "sessions back": "surco sessions back 260217-LPI-M2",
    "sessions close": "surco sessions close 260217-LPI-M2",
    "sessions list": "surco sessions list --from 2026-11-23 --to 2026-11-28",
    "sessions not-held": "surco sessions not-held 260217-LPI-M2 --reason rain_mud",
    "sessions open": "surco sessions open 260217-LPI-M2",
    "sessions reopen": "surco sessions reopen 260217-LPI-M2",
    "sheet read": "surco sheet read hoja.jpg --save",
    "wipe": "surco wipe --confirm vaciar",
}
ENDINGS = (
    "Salida: 0 hecho, 1 no se pudo (con su motivo), 2 mal escrito, 130 detenido. / "
    "Exit: 0 done, 1 refused (with its reason), 2 wrong use, 130 stopped."
)
_AS_IT_IS = "\b\n"
"""Click does not fold the paragraph that begins so: what may be copied stays on one line."""
_HEADINGS = {"Options": "Opciones", "Commands": "Órdenes", "Usage": "Uso"}
_OF_CLICK = (
    ("Show this message and exit.", "Muestra esta ayuda."),
    ("Show the version and exit.", "Dice la versión."),
    ("[required]", "[hace falta]"),
    ("required;", "hace falta;"),
    ("default:", "si no se dice:"),
    ("[OPTIONS]", "[OPCIONES]"),
    ("[COMMAND] [ARGS]...", "[ORDEN] [DATOS]..."),
    ("COMMAND [ARGS]...", "ORDEN [DATOS]..."),
)


def one_language(text: str, language: str) -> str:
    """The Spanish or the English half of "Spanish / English", with a capital; text without halves stays."""
    spanish, found, rest = text.partition(" / ")
    if not found:
        return text
    english, bracket, extra = rest.partition("  [")  # what click adds about defaults
    chosen = english.strip(" ") if language == "en" else spanish.strip(" ")
    stop = "." if english.rstrip().endswith(".") and not chosen.rstrip().endswith(".") else ""
    return chosen[:1].upper() + chosen[1:] + stop + bracket + extra


def _paragraphs(text: str, language: str) -> str:
    """Each paragraph of a text in one language."""
    return "\n\n".join(one_language(part, language) for part in text.split("\n\n"))


class Manual(click.HelpFormatter):
    """Lays out help in one language."""

    def __init__(self, language: str, width: int | None, max_width: int | None) -> None:
        super().__init__(width=width, max_width=max_width)
        self.language = language

    def _said(self, text: str) -> str:
        text = _paragraphs(text, self.language)
        for english, spanish in () if self.language == "en" else _OF_CLICK:
            text = text.replace(english, spanish)
        return text

    def write_usage(self, prog: str, args: str = "", prefix: str | None = None) -> None:
        """`Uso: surco ...`."""
        super().write_usage(prog, self._said(args), prefix or ("Usage: " if self.language == "en" else "Uso: "))

    def write_heading(self, heading: str) -> None:
        """`Opciones:`, `Órdenes:`."""
        super().write_heading(heading if self.language == "en" else _HEADINGS.get(heading, heading))

    def write_text(self, text: str) -> None:
        """A paragraph; an example stays on its line."""
        super().write_text(self._said(text))

    def write_dl(self, rows: Iterable[tuple[str, str]], col_max: int = 30, col_spacing: int = 2) -> None:
        """Two columns: what is typed, what it does."""
        super().write_dl([(self._said(first), self._said(second)) for first, second in rows], col_max, col_spacing)


class Spoken(click.Context):
    """A command being run, whose help is laid out in the person's language."""

    def make_formatter(self) -> click.HelpFormatter:
        """See `Manual`."""
        told = self.find_root().obj
        language = told if isinstance(told, str) else getattr(told, "language", "es")
        return Manual(language, self.terminal_width, self.max_content_width)


def write_manual(command: click.Command, path: str = "") -> None:
    """Give a tree of commands its examples and the layout of its help."""
    command.context_class = Spoken
    command.short_help = " ".join((command.help or "").split("\n\n")[0].split())  # click would cut it at 45 letters
    example = EXAMPLES.get(path)
    if example is not None:
        command.epilog = f"{_AS_IT_IS}Ejemplo: {example} / {_AS_IT_IS}Example: {example}"
        command.epilog += "" if path else f"\n\n{ENDINGS}"
    for name, each in children(command):
        write_manual(each, f"{path} {name}".strip())


def children(command: click.Command) -> Iterable[tuple[str, Any]]:
    """The commands below a group; none below any other."""
    return sorted(command.commands.items()) if isinstance(command, click.Group) else ()
