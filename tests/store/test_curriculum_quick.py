"""The quick reader and ruamel.yaml agree on whatever the quick one accepts; neither is upset by rubbish."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from promoter_app.store.curriculum.files import shipped_curricula
from promoter_app.store.curriculum.quick import NotSimpleError, quick_tree
from promoter_app.store.curriculum.tree import Branch, Leaf, Node, Row, TreeError
from promoter_app.store.curriculum.yaml_text import full_tree, read_tree

FILES = sorted(shipped_curricula().rglob("*.yaml"))
SAMPLE = "\n".join(
    (shipped_curricula() / "common/modules/m6-contrato-y-pago.yaml").read_text("utf-8").split("\n")[:45]
)
VALUES = (
    "", "a", "a b", "'x'", '"y"', '"y" # c', "'x' z", '"a\\n"', "'it''s'", "[a, b]", "[a,b]", "[ a ]", "[a, ]", "[]",
    "{}", "{a: b}", "{a: b, a: c}", "{a: b,c: d}", "{a:b}", "[a: b]", "x # c", "x #", "x#y", "#", "# c", "a: b", "a:b",
    "a:", "-", "- x", "-x", "? x", "~", "null", "No", "911", "2026-11-01", "1:2", "&a", "*a", "!t x", "|", ">-", "%x",
    "@x", "`x", ",x", "x,", "¿é?", "…", "ɨ́", "---", "--- x", "...", "<<", "x  y", "a - b", "x: ", ": x", "\u00a0x",
    '["a, b", c]', '["a#", b]', "[a b, c]", "{es: No sé, en: x y}", "[[a]]", "{a: [b]}", "x {y", "x ]", "=", "=x",
)  # fmt: skip
VALUE = st.sampled_from(("x", "uno dos", "¿qué?", '"y: z"', "[a, b]", "")) | st.sampled_from(VALUES)
KEY = st.sampled_from(("a", "b", "c", "key_1", "d", "e"))
TREE = st.recursive(
    VALUE, lambda inner: st.dictionaries(KEY, inner, min_size=1, max_size=3) | st.lists(inner, min_size=1, max_size=3)
)
NOISE = st.sampled_from(("",) * 12 + ("\n", "\n  # c\n", "\n# c\n", " ", "\n ", "\n  x", "\n- x", "\na: x"))


def written(tree: Any, indent: int, noise: Callable[[], str]) -> str:
    """`tree` as a hand would write it, with some noise between the lines."""
    if isinstance(tree, str):
        return f"{tree}{noise()}\n"
    lines = ""
    for name, value in tree.items() if isinstance(tree, dict) else enumerate(tree):
        mark = f"{name}:" if isinstance(tree, dict) else "-"
        nested = isinstance(value, dict | list)
        inside = written(value, indent + 2, noise)
        if nested and mark != "-":
            lines += " " * indent + mark + noise() + "\n" + inside
        else:
            lines += f"{' ' * indent}{mark} {inside.lstrip(' ') if nested else inside}"
    return lines


@st.composite
def documents(draw: st.DrawFn) -> str:
    tree = draw(st.dictionaries(KEY, TREE, min_size=1, max_size=4))
    return written(tree, 0, lambda: draw(NOISE))


SIGNS = st.sampled_from("ab:- #\n'\"[]{},&*!|>%@`?\\~é\u2028\u0085\ufeff\x00\t\r")
ANY_TEXT = st.text(SIGNS | st.characters(), max_size=60)


def same_or_refused(text: str) -> bool:
    """Whether the quick reader takes `text`; then the full one must give the same tree, lines included."""
    try:
        quick = quick_tree(text)
    except NotSimpleError:
        return False
    assert full_tree(text) == quick
    return True


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.name)
def test_shipped_files_read_the_same_both_ways(file: Path) -> None:
    assert same_or_refused(file.read_text("utf-8"))


@given(documents())
@settings(max_examples=300, deadline=None)
@example("a: x\nb:\n  - c: y\n    d: z\n  - e\n")
@example("a: 'x'\n  b: y")
@example("a:\n- b")
@example("a: [b, c] # d")
@example("  a: b")
@example("a: {b: c, b: d}")
@example("".join(f"{'  ' * depth}a:\n" for depth in range(25)))
def test_both_readers_agree_on_odd_lines(text: str) -> None:
    same_or_refused(text)


@given(st.integers(0, len(SAMPLE)), st.integers(0, 40), ANY_TEXT)
@settings(max_examples=40, deadline=None)
def test_both_readers_agree_on_a_damaged_module(at: int, removed: int, put: str) -> None:
    same_or_refused(SAMPLE[:at] + put + SAMPLE[at + removed :])


@given(st.binary(max_size=80) | ANY_TEXT.map(lambda text: text.encode("utf-8", "surrogatepass")))
@settings(max_examples=200, deadline=None)
@example(b'a: "\\UFFFFFFFF"')
@example(b'a: "\\U00110000"')
@example("a: \uffff".encode())
@example("a: \ufeffb".encode())
@example(b"%YAML 9.9\n--- x")
@example(b"%TAG ! !\n--- !a x")
@example(b"[" * 500)
@example(b"? [a]: b")
@example(b"a: !!binary x")
@example(b"- " * 300 + b"x")
def test_rubbish_is_read_or_refused_with_a_line_of_the_file(content: bytes) -> None:
    refused = None
    try:
        read_tree(content)
    except TreeError as error:
        refused = error
    if refused:
        breaks = len(content.decode("utf-8", "replace").splitlines())
        assert 1 <= refused.line <= breaks + 1
        assert all((*refused.what, *refused.todo))


def test_words_stay_words() -> None:
    """YAML would make a false, a number and a day of these."""
    tree = read_tree(b"a: No\nb: 911\nc: 2026-11-01\nd: 040\n")
    assert isinstance(tree, Branch)
    assert [leaf.text for leaf in tree.entries.values() if isinstance(leaf, Leaf)] == ["No", "911", "2026-11-01", "040"]


def test_forms_that_only_the_full_reader_knows_are_read_too() -> None:
    folded = b"a: >-\n  uno\n  dos\nb: 'it''s'\nc:\n- x\n- y\n"
    with pytest.raises(NotSimpleError):
        quick_tree(folded.decode())
    tree = read_tree(folded)
    assert isinstance(tree, Branch)
    assert texts(tree) == {"a": "uno dos", "b": "it's", "c": ["x", "y"]}


def texts(node: Node) -> object:
    """The tree as plain Python, without lines."""
    if isinstance(node, Leaf):
        return node.text
    if isinstance(node, Row):
        return [texts(each) for each in node.items]
    return {name: texts(each) for name, each in node.entries.items()}


def test_windows_files_read_the_same() -> None:
    """Notepad writes a byte order mark and \\r\\n; letters may come in two pieces."""
    assert read_tree("\ufeffa: sí\r\nb: e\u0301l\r\n".encode()) == read_tree("a: sí\nb: él\n".encode())
