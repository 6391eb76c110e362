"""Reads the project's own files for test_architecture.py: which there are, what they import, how long they are."""

from __future__ import annotations

import ast
import functools
import re
import subprocess
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
LEFT_OUT = {".git", ".venv", ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", "__pycache__", "wheels"}
SQL = re.compile(
    r"\s*(SELECT\s.+\sFROM\s|SELECT\s+(count|max|min|1|\*)|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s"
    r"|(CREATE|DROP|ALTER)\s+(TEMP\s+)?(TABLE|VIEW|(UNIQUE\s+)?INDEX|TRIGGER|VIRTUAL)|PRAGMA\s+\w|ATTACH\s+DATABASE"
    r"|BEGIN\s+IMMEDIATE)",
    re.IGNORECASE | re.DOTALL,
)


@functools.cache
def project_files() -> tuple[str, ...]:
    """Paths of the files that belong to the project, tracked or about to be, relative to its root."""
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0:
        names = (name for name in listed.stdout.split("\0") if name)
    else:  # a copy that was unpacked, not cloned
        names = (path.relative_to(ROOT).as_posix() for path in ROOT.rglob("*") if path.is_file())
    kept = (name for name in names if not LEFT_OUT.intersection(name.split("/")) and (ROOT / name).is_file())
    return tuple(sorted(kept))


@dataclass(frozen=True)
class Source:
    """One Python file, parsed."""

    path: str
    text: str
    tree: ast.Module

    @property
    def module(self) -> str:
        """Its dotted name."""
        return self.path.removesuffix(".py").removesuffix("/__init__").replace("/", ".")

    @property
    def floor(self) -> str:
        """The folder below promoter_app, or the module's own name on the ground ("app", "screen")."""
        return [*self.module.split("."), ""][1]

    def imports(self, at_start: bool = False) -> Iterator[tuple[str, int]]:
        """(dotted name, line) of what it imports; `at_start`: only what importing it imports."""
        for node in walk(self.tree, at_start):
            if isinstance(node, ast.Import):
                yield from ((alias.name, node.lineno) for alias in node.names)
            elif isinstance(node, ast.ImportFrom):
                base = self._absolute(node)
                yield from ((f"{base}.{alias.name}", node.lineno) for alias in node.names)

    def _absolute(self, node: ast.ImportFrom) -> str:
        if not node.level:
            return node.module or ""
        package = self.module.split(".")
        if not self.path.endswith("__init__.py"):
            package = package[:-1]
        package = package[: len(package) - node.level + 1]
        return ".".join(package + ([node.module] if node.module else []))

    def functions(self) -> Iterator[tuple[str, int, int]]:
        """(name, first line, number of lines) of each function, nested ones too."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                assert node.end_lineno is not None
                yield node.name, node.lineno, node.end_lineno - node.lineno + 1

    def calls(self) -> Iterator[tuple[str, int]]:
        """(name, line) of each call: "open", "datetime.now" gives "now"."""
        for node in ast.walk(self.tree):
            if isinstance(node, ast.Call):
                name = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
                yield name, node.lineno

    def sql(self) -> Iterator[tuple[str, int]]:
        """(text, line) of each string, docstrings apart, that reads like a statement of SQL."""
        said = {id(node.value) for node in ast.walk(self.tree) if isinstance(node, ast.Expr)}
        for node in ast.walk(self.tree):
            text = node.value if isinstance(node, ast.Constant) and id(node) not in said else None
            if isinstance(node, ast.Constant) and isinstance(text, str) and SQL.match(text):
                yield text.strip()[:40], node.lineno


def walk(tree: ast.AST, at_start: bool) -> Iterator[ast.AST]:
    """Every node; `at_start` leaves out bodies of functions and of `if TYPE_CHECKING:`."""
    for node in ast.iter_child_nodes(tree):
        yield node
        if at_start and isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if at_start and isinstance(node, ast.If) and "TYPE_CHECKING" in ast.unparse(node.test):
            for other in node.orelse:
                yield other
                yield from walk(other, at_start)
            continue
        yield from walk(node, at_start)


def parse(path: str, text: str) -> Source:
    """`text` as the Python file `path`."""
    return Source(path, text, ast.parse(text, path))


@functools.cache
def sources(folder: str = "promoter_app") -> tuple[Source, ...]:
    """Each Python file below `folder` that can be read; `unreadable` names the others."""
    bad = set(unreadable())
    names = (name for name in python_files() if name.startswith(folder + "/") and name not in bad)
    return tuple(parse(name, (ROOT / name).read_text("utf-8")) for name in names)


def python_files() -> list[str]:
    """Paths of the project's Python files."""
    return [name for name in project_files() if name.endswith(".py")]


@functools.cache
def unreadable() -> tuple[str, ...]:
    """Python files that are not Python, or of a newer grammar than 3.11."""
    return tuple(name for name in python_files() if not is_python((ROOT / name).read_text("utf-8")))


def is_python(text: str) -> bool:
    """Whether Python 3.11 can read `text`."""
    try:
        ast.parse(text, feature_version=(3, 11))
    except SyntaxError:
        return False
    return True


def start_closure(sources: tuple[Source, ...], roots: set[str]) -> set[str]:
    """The modules among `sources` that importing `roots` imports, packages above them included."""
    by_name = {source.module: source for source in sources}
    seen: set[str] = set()
    todo = list(roots)
    while todo:
        name = todo.pop()
        parts = name.split(".")
        for above in (".".join(parts[:count]) for count in range(1, len(parts) + 1)):
            if above in by_name and above not in seen:
                seen.add(above)
                todo += [imported for imported, _ in by_name[above].imports(at_start=True)]
    return seen
