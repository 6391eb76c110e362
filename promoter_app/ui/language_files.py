"""The translation files: what the window says, found in its source, kept in one .ts per part and language.

A part is a module or folder directly under promoter_app/ui. Spanish is the source language, so its files hold
only plural forms. Strings are found with `ast`: Qt's own lupdate gives a wrong context to self.tr() after
QCoreApplication.translate() in one method. `lrelease` of Qt makes one .qm per language out of all parts.
"""

from __future__ import annotations

import ast
import subprocess
import tempfile
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree
from xml.sax.saxutils import escape

from promoter_app.ui.theme import resource_folder

UI = Path(__file__).resolve().parent
BY_HAND = "qt"
"""Words of Qt's own dialogs that its Spanish file leaves in English, or says as in Spain: es/qt.ts, by hand."""


@dataclass(frozen=True)
class Message:
    """One thing the window says: where (class or context), the Spanish words, a hint, and if it counts (%n)."""

    context: str
    source: str
    comment: str = ""
    plural: bool = False


def folder(language: str) -> Path:
    """Where the .ts of a language are."""
    return resource_folder() / "translations" / language


def compiled(language: str) -> Path:
    """The .qm of a language."""
    return resource_folder() / "translations" / f"surco_{language}.qm"


def parts() -> list[str]:
    """The names of the parts, sorted."""
    found = {path.stem for path in UI.glob("*.py")} | {path.parent.name for path in UI.glob("*/__init__.py")}
    return sorted(found - {"__init__"})


def messages_of(part: str) -> list[Message]:
    """What a part says, by context and in order of appearance; ValueError names a string that is no literal."""
    folder_or_file = UI / part
    paths = sorted(folder_or_file.rglob("*.py")) if folder_or_file.is_dir() else [UI / f"{part}.py"]
    found: dict[Message, None] = {}
    for path in paths:
        tree = ast.parse(path.read_text("utf-8"), path.name)
        for message in _messages(tree, "", path.name):
            found[message] = None
    return sorted(found, key=lambda each: each.context)


def update(wanted: Sequence[str] = ()) -> None:
    """Rewrite the .ts of the `wanted` parts (all when none is named), keep translations, remake the .qm."""
    for part in wanted or parts():
        messages = messages_of(part)
        for language in ("en", "es"):
            kept = _read(folder(language) / f"{part}.ts")
            needed = messages if language == "en" else [each for each in messages if each.plural]
            _write(folder(language) / f"{part}.ts", language, needed, kept)
    for language in ("en", "es"):
        for path in folder(language).glob("*.ts"):
            if path.stem not in (*parts(), BY_HAND):
                path.unlink()
        release(language, compiled(language))


def fill(part: str, language: str, lines: Iterable[str]) -> None:
    """Put translations into a part's .ts: lines of "source<TAB>translation", or "source<TAB>one<TAB>many" for
    plural forms. Sources are matched in every context of the part; other lines are ignored."""
    words = {line.split("\t")[0]: line.rstrip("\n").split("\t")[1:] for line in lines if "\t" in line}
    needed = [each for each in messages_of(part) if language == "en" or each.plural]
    kept = _read(folder(language) / f"{part}.ts")
    for message in needed:
        forms = words.get(message.source, [])
        if len(forms) == (2 if message.plural else 1):
            kept[message] = forms
    _write(folder(language) / f"{part}.ts", language, needed, kept)
    release(language, compiled(language))


def release(language: str, target: Path) -> None:
    """Make the .qm of a language from its .ts, at once or not at all."""
    import PySide6

    tool = next(Path(PySide6.__file__).parent.glob("lrelease*"))
    sources = [str(path) for path in sorted(folder(language).glob("*.ts"))]
    with tempfile.TemporaryDirectory(dir=target.parent) as place:
        made = Path(place) / target.name
        if not sources:
            _write_empty(Path(place) / "empty.ts", language)
            sources = [str(Path(place) / "empty.ts")]
        subprocess.run([tool, "-silent", *sources, "-qm", str(made)], check=True)
        made.replace(target)


def missing(wanted: Sequence[str] = ()) -> list[str]:
    """Sentences that name each string without translation and each translation of a string that is gone.

    Looks at the `wanted` parts, or at all.
    """
    found: list[str] = []
    for part in wanted or parts():
        messages = messages_of(part)
        for language in ("en", "es"):
            done = _read(folder(language) / f"{part}.ts")
            needed = messages if language == "en" else [each for each in messages if each.plural]
            for message in needed:
                forms = done.get(message, [])
                if not forms or not all(forms):
                    found.append(f"{part}: {message.context}: {message.source!r} has no {language}")
            found += [
                f"{part}: {gone.context}: {gone.source!r} is no longer said ({language})"
                for gone in done
                if gone not in set(needed)
            ]
    return found


def _messages(node: ast.AST, context: str, place: str) -> Iterator[Message]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.ClassDef):
            yield from _messages(child, child.name, place)
            continue
        if isinstance(child, ast.Call):
            message = _message(child, context, place)
            if message is not None:
                yield message
        yield from _messages(child, context, place)


def _message(call: ast.Call, context: str, place: str) -> Message | None:
    """The message of self.tr(source, comment, n) or translate(context, source, comment, n)."""
    name = call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")
    if name == "tr" and isinstance(call.func, ast.Attribute):
        words, counted = call.args, 2
    elif name in ("translate", "QT_TRANSLATE_NOOP") and len(call.args) >= 2 and _speaks_qt(call):
        words, counted = call.args[1:], 2
    else:
        return None
    if isinstance(words[0], (ast.Name, ast.Attribute, ast.Subscript)):
        return None  # a value whose words are marked with QT_TRANSLATE_NOOP where it is made
    if name != "tr":
        context = _text(call.args[0], place)
    comment = _text(words[1], place) if len(words) > 1 else ""
    return Message(context, _text(words[0], place), comment, len(words) > counted)


def _speaks_qt(call: ast.Call) -> bool:
    """Tells QCoreApplication.translate from str.translate and QPainter.translate."""
    if isinstance(call.func, ast.Name):
        return True
    return isinstance(call.func, ast.Attribute) and getattr(call.func.value, "id", "") in (
        "QCoreApplication",
        "QApplication",
    )


def _text(node: ast.expr, place: str) -> str:
    if isinstance(node, ast.Constant) and isinstance(node.value, str):
        return node.value
    raise ValueError(f"{place}:{node.lineno}: a translated string must be a plain literal")


def _read(path: Path) -> dict[Message, list[str]]:
    """The translations of a .ts: one form, or one per plural form; empty strings while unfinished."""
    if not path.exists():
        return {}
    found: dict[Message, list[str]] = {}
    for context in ElementTree.parse(path).getroot().iter("context"):
        name = context.findtext("name", "")
        for node in context.iter("message"):
            plural = node.get("numerus") == "yes"
            key = Message(name, node.findtext("source", ""), node.findtext("comment", ""), plural)
            translation = node.find("translation")
            if translation is None:
                continue
            forms = [each.text or "" for each in translation.iter("numerusform")]
            found[key] = forms if plural else [translation.text or ""]
    return found


def _write_empty(path: Path, language: str) -> None:
    path.write_text(f'<!DOCTYPE TS><TS version="2.1" language="{language}"></TS>', "utf-8")


def _write(path: Path, language: str, messages: Iterable[Message], kept: dict[Message, list[str]]) -> None:
    lines = ['<?xml version="1.0" encoding="utf-8"?>', "<!DOCTYPE TS>"]
    lines.append(f'<TS version="2.1" language="{language}" sourcelanguage="es">')
    context = None
    for message in messages:
        if message.context != context:
            lines += ["</context>"] if context is not None else []
            lines += ["<context>", f"    <name>{escape(message.context)}</name>"]
            context = message.context
        lines += _lines(message, kept.get(message, []))
    lines += ["</context>"] if context is not None else []
    text = "\n".join([*lines, "</TS>", ""])
    if context is None:
        path.unlink(missing_ok=True)
    elif not path.exists() or path.read_text("utf-8") != text:
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")


def _lines(message: Message, forms: Sequence[str]) -> list[str]:
    lines = ['    <message numerus="yes">' if message.plural else "    <message>"]
    lines.append(f"        <source>{escape(message.source)}</source>")
    if message.comment:
        lines.append(f"        <comment>{escape(message.comment)}</comment>")
    if message.plural:
        one, many = (*forms, "", "")[:2]
        state = "" if one and many else ' type="unfinished"'
        lines.append(f"        <translation{state}>")
        lines += [f"            <numerusform>{escape(form)}</numerusform>" for form in (one, many)]
        lines.append("        </translation>")
    else:
        text = forms[0] if forms else ""
        state = "" if text else ' type="unfinished"'
        lines.append(f"        <translation{state}>{escape(text)}</translation>")
    return [*lines, "    </message>"]
