"""The rules of the house: who may import whom, where each outside library lives, sizes, what lies where."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from collections.abc import Iterator

import pytest
from pytest_archon import archrule

from tests.source_tree import ROOT, Source, parse, project_files, sources, start_closure, unreadable

WORKSHOPS = ("store", "paper", "capture", "planner")
GROUND = ("bootstrap", "screen", "shipped", "system_packages")  # standard library only, no rules of the field
MAY_KNOW = {
    "domain": ("domain",),
    **{workshop: (workshop, "domain", "shipped") for workshop in WORKSHOPS},
    "services": ("services", *WORKSHOPS, "domain", "shipped"),
    "edge": ("domain",),  # clock and chance come in here
    "ui": ("ui", "services", "domain", "edge", "shipped", "screen", "system_packages"),
    "cli": ("cli", "services", "domain", "edge", "shipped", "screen", "system_packages", "app"),
    **{module: GROUND for module in GROUND},
}
DATA = ("store", "services")  # reading and writing tables, calendars and content
LIVES_ON = {
    "PySide6": ("ui", "app"),
    "shiboken6": ("ui", "app"),
    "qtawesome": ("ui", "app"),
    "sqlcipher3": ("store",),
    "sqlite_utils": ("store",),
    "sqlite3": ("store",),
    "psycopg": ("store",),
    "pyrage": ("store",),
    "mnemonic": ("store",),
    "cryptography": ("store",),
    "reportlab": ("paper",),
    "qrcode": ("paper",),
    "svglib": ("paper",),
    "uharfbuzz": ("paper",),
    "PIL": ("paper", "capture"),
    "zxingcpp": ("capture",),
    "cv2": ("capture",),
    "numpy": ("capture",),
    "pypdfium2": ("capture",),
    "ortools": ("planner",),
    "openpyxl": (*DATA, "paper"),
    "xlsxwriter": (*DATA, "paper"),
    "icalendar": (*DATA, "paper"),
    "rapidfuzz": DATA,
    "ruamel": DATA,
    "charset_normalizer": DATA,
    "platformdirs": ("store", "services", "cli", "app"),
    "click": ("cli",),
}
HEAVY = (
    "numpy", "cv2", "pypdfium2", "ortools", "reportlab", "svglib", "uharfbuzz", "openpyxl", "xlsxwriter", "qrcode",
    "pandas", "PIL", "psycopg", "PySide6.QtMultimedia", "PySide6.QtMultimediaWidgets", "PySide6.QtPdf",
    "PySide6.QtPdfWidgets",
)
LATE = ("paper", "capture", "planner")  # may be heavy, as long as nobody imports them at start
REACHING = (
    "http", "urllib.request", "urllib.error", "ftplib", "smtplib", "imaplib", "poplib", "telnetlib",
    "xmlrpc", "socketserver", "ssl", "requests", "httpx", "aiohttp", "urllib3", "websockets",
    "paramiko", "PySide6.QtNetwork", "PySide6.QtWebEngineCore",
)
IMPURE = (
    "random", "secrets", "time", "os", "pathlib", "io", "shutil", "tempfile", "subprocess", "threading",
    "asyncio", "socket", "locale", "logging",
)
TOP = re.compile(
    r"(promoter_app|resources|curricula|tests)/.|(\.[^/]+)(/|$)"
    r"|(main\.py|pyproject\.toml|requirements\.lock|README\.md|CHANGELOG\.md|LICENSE)$"
)
FILE_LINES, FUNCTION_LINES = 400, 50
TOO_LONG: dict[str, int] = {}  # "path" or "path:function" -> lines. Only ever shrinks: lower or remove, never add.


def below(name: str, *tops: str) -> bool:
    """Whether the dotted `name` is one of `tops` or inside one."""
    return any(name == top or name.startswith(top + ".") for top in tops)


def wrong_floor(source: Source) -> Iterator[str]:
    """Imports of our own modules that go up or sideways."""
    allowed = tuple(f"promoter_app.{floor}" for floor in MAY_KNOW.get(source.floor, ()))
    at_start = {name for name, _ in source.imports(at_start=True)}
    for name, line in source.imports():
        ours = below(name, "promoter_app") and name not in ("promoter_app", "promoter_app.__version__")
        late_app = not below(name, "promoter_app.app") or name not in at_start
        if source.floor in MAY_KNOW and ours and not (below(name, *allowed) and late_app):
            yield f"{source.path}:{line} imports {name}"


def wrong_library(source: Source) -> Iterator[str]:
    """Imports of an outside library on a floor that is not its home."""
    for name, line in source.imports():
        top = name.partition(".")[0]
        outside = top not in sys.stdlib_module_names and top != "promoter_app"
        if (outside or top in LIVES_ON) and source.floor not in LIVES_ON.get(top, ()):
            yield f"{source.path}:{line} imports {name}"
        if below(name, *REACHING):
            yield f"{source.path}:{line} could reach a network with {name}"


def impure(source: Source) -> Iterator[str]:
    """What a rule of the field must be given as an argument: clock, chance, disk."""
    for name, line in source.imports():
        if below(name, *IMPURE) or name in ("uuid.uuid1", "uuid.uuid4"):
            yield f"{source.path}:{line} imports {name}"
    for name, line in source.calls():
        if name in ("now", "today", "utcnow", "uuid1", "uuid4", "open", "print", "input"):
            yield f"{source.path}:{line} calls {name}()"


def heavy_at_start(found: tuple[Source, ...]) -> Iterator[str]:
    """Heavy libraries imported before they are used."""
    roots = {source.module for source in found if source.floor not in LATE}
    reached = start_closure(found, roots)
    for source in found:
        for name, line in source.imports(at_start=True):
            if below(name, *HEAVY) and (source.module in reached):
                yield f"{source.path}:{line} imports {name} at start"


def too_long(found: tuple[Source, ...]) -> dict[str, int]:
    """Files and functions over the caps, with their lengths."""
    long = {source.path: len(source.text.splitlines()) for source in found}
    long = {path: lines for path, lines in long.items() if lines > FILE_LINES}
    for source in found:
        sizes = ((f"{source.path}:{name}", lines) for name, _, lines in source.functions())
        long |= {name: lines for name, lines in sizes if lines > FUNCTION_LINES}
    return long


@pytest.mark.parametrize("floor", ["domain", *WORKSHOPS, "services", "ui", "cli"])
def test_imports_go_down_only(floor: str) -> None:
    allowed = [f"promoter_app.{known}*" for known in MAY_KNOW[floor]]
    (
        archrule(f"{floor} knows only the floors below it")
        .match(f"promoter_app.{floor}*")
        .should_not_import("promoter_app.*")
        .may_import(*allowed)
        .check("promoter_app", only_direct_imports=True)
    )
    assert [said for source in sources() for said in wrong_floor(source) if source.floor == floor] == []


def test_the_ground_modules_know_only_the_standard_library() -> None:
    ground = [source for source in sources() if source.floor in GROUND]
    assert {source.floor for source in ground} == set(GROUND)
    assert [said for source in ground for said in (*wrong_floor(source), *wrong_library(source))] == []


def test_each_file_can_be_read_by_the_oldest_python_we_support() -> None:
    assert unreadable() == ()


def test_each_module_stands_on_a_known_floor() -> None:
    known = {*MAY_KNOW, "app", ""}
    assert [source.path for source in sources() if source.floor not in known] == []


def test_each_library_has_one_home() -> None:
    assert [said for source in sources() for said in wrong_library(source)] == []


def test_rules_of_the_field_are_pure() -> None:
    found = [source for source in sources() if source.floor == "domain"]
    assert found
    assert [said for source in found for said in impure(source)] == []


def test_sql_is_written_only_in_the_store() -> None:
    found = [source for source in sources() if source.floor != "store"]
    assert [f"{source.path}:{line} {text}" for source in found for text, line in source.sql()] == []


def test_heavy_libraries_wait_for_their_first_use() -> None:
    assert list(heavy_at_start(sources())) == []


def test_starting_imports_nothing_heavy() -> None:
    """Ask a fresh Python what is in memory once the command line and the window's module are imported."""
    found = {source.module for source in sources()} & {"promoter_app.app", "promoter_app.cli", "promoter_app.ui"}
    code = f"import json, sys, {', '.join(sorted(found))}; print(json.dumps(list(sys.modules)))"
    answer = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    assert [name for name in json.loads(answer.stdout) if name in HEAVY] == []


def test_files_and_functions_stay_short() -> None:
    main = parse("main.py", (ROOT / "main.py").read_text("utf-8"))
    assert too_long((*sources(), main)) == TOO_LONG


def test_only_the_terminal_prints() -> None:
    found = [source for source in sources() if source.floor not in ("cli", "bootstrap")]
    printed = [f"{s.path}:{line}" for s in found for name, line in s.calls() if name == "print"]
    assert printed == []


def test_each_module_says_what_lives_in_it() -> None:
    silent = [source.path for source in sources() if not ast.get_docstring(source.tree)]
    assert silent == []


def test_the_top_level_is_as_fixed() -> None:
    assert [name for name in project_files() if not TOP.match(name)] == []


def test_packages_are_declared_and_whole() -> None:
    """pyproject's list is every package, and each folder with Python in it is one."""
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]["setuptools"]["packages"]
    folders = {source.path.rpartition("/")[0] for source in sources()}
    expected = {folder.replace("/", ".") for folder in folders} | {"promoter_app.curricula", "promoter_app.resources"}
    assert sorted(declared) == sorted(expected)
    inside = {source.path.rpartition("/")[0] for source in (*sources(), *sources("tests"))}
    assert [folder for folder in inside if not (ROOT / folder / "__init__.py").is_file()] == []


def test_no_file_names_a_machine_or_a_registry() -> None:
    """Paths of one person's machine, and hosts that packages come from, have no place in the project."""
    paths = [r"/(work|root|farm)/", r"/home/(?!x\b)\w+/", r"[A-Z]:\\Users\\", r"/Users/\w+/"]
    hosts = ["pypi" + r"\.org", "python" + r"hosted\.org", "deb" + r"ian\.org/debian", "npm" + r"js\.org"]
    pattern = re.compile("|".join(rf"(?<![\w.*]){path}" for path in paths) + "|" + "|".join(hosts))
    said = []
    for name in project_files():
        content = (ROOT / name).read_bytes()
        if b"\0" in content[:4096]:
            continue
        for number, line in enumerate(content.decode("utf-8", "replace").splitlines(), 1):
            found = None if name == "tests/test_architecture.py" else pattern.search(line)
            if found:
                said.append(f"{name}:{number} {found.group()}")
    assert said == []


def test_lint_and_types_are_strict() -> None:
    tool = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["tool"]
    assert tool["mypy"]["strict"] is True
    assert {"E", "F", "B", "BLE", "T20", "PTH"} <= set(tool["ruff"]["lint"]["select"])
    assert tool["pytest"]["ini_options"]["filterwarnings"][0] == "error"


def test_the_lock_is_whole_and_names_no_place() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    entries = re.split(r"\n(?=[A-Za-z])", lock.strip())
    assert [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry] == []
    assert "://" not in lock
    declared = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))
    wanted = [*declared["project"]["dependencies"], *declared["dependency-groups"]["dev"]]
    names = {normal(re.split(r"[^\w.-]", text)[0]) for text in wanted}
    assert names - {normal(entry.split("==")[0]) for entry in entries} == set()


def normal(name: str) -> str:
    """A distribution's name as indexes compare it."""
    return re.sub(r"[-_.]+", "-", name).lower()


@pytest.mark.parametrize(
    ("path", "code", "rule"),
    [
        ("promoter_app/domain/x.py", "from promoter_app.store import book", wrong_floor),
        ("promoter_app/paper/x.py", "from ..capture import codes", wrong_floor),
        ("promoter_app/ui/x.py", "def f():\n    import promoter_app.store.book", wrong_floor),
        ("promoter_app/cli/x.py", "from promoter_app import app", wrong_floor),
        ("promoter_app/services/x.py", "from PySide6 import QtCore", wrong_library),
        ("promoter_app/services/x.py", "import sqlite3", wrong_library),
        ("promoter_app/store/x.py", "import unknown_library", wrong_library),
        ("promoter_app/ui/x.py", "import urllib.request", wrong_library),
        ("promoter_app/domain/x.py", "import time", impure),
        ("promoter_app/domain/x.py", "from datetime import date\nd = date.today()", impure),
        ("promoter_app/ui/x.py", 'q = f"select name from people where id = {1}"', Source.sql),
    ],
)
def test_the_rules_catch_what_they_forbid(path: str, code: str, rule: object) -> None:
    assert callable(rule)
    assert len(list(rule(parse(path, code)))) == 1


def test_the_rules_allow_what_they_should() -> None:
    code = '"""Select one from the list."""\ndef f():\n    from promoter_app import app\n'
    source = parse("promoter_app/cli/x.py", code)
    assert [*wrong_floor(source), *wrong_library(source), *source.sql()] == []


def test_the_rule_on_heavy_imports_follows_the_chain() -> None:
    draw = parse("promoter_app/paper/draw.py", "import reportlab")
    late = parse("promoter_app/services/cards.py", "def f():\n    from promoter_app.paper import draw")
    early = parse("promoter_app/services/cards.py", "from promoter_app.paper import draw")
    assert list(heavy_at_start((draw, late))) == []
    assert list(heavy_at_start((draw, early))) == ["promoter_app/paper/draw.py:1 imports reportlab at start"]


def test_qt_does_not_wear_out_none(qapp: object) -> None:
    """PySide6 6.12.0 took a reference off None at each call that returns nothing, and Python 3.11 died of it."""
    from PySide6.QtWidgets import QLabel

    label = QLabel()
    before = sys.getrefcount(None)
    for number in range(500):
        label.setText(str(number))
    assert abs(sys.getrefcount(None) - before) < 50
