"""Bitácora has words for everything that the app writes into it."""

from __future__ import annotations

import ast
from collections.abc import Iterator

from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from promoter_app.edge import Edge
from promoter_app.services.security.audit import Entry
from promoter_app.ui.desk import Desk
from promoter_app.ui.language import load_language
from promoter_app.ui.road import Road
from promoter_app.ui.settings.trace_part import TracePart
from promoter_app.ui.sounds import Loudness, Sounds
from tests.source_tree import ROOT


def actions() -> Iterator[str]:
    """What is told with `tell(folder, stamp, ACTION)` or `write.add("audit", action=ACTION)`."""
    for path in (ROOT / "promoter_app").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            called = node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")
            first = node.args[0] if node.args else None
            told = [word.value for word in node.keywords if word.arg == "action"]
            if called == "tell" and len(node.args) >= 3 and isinstance(first, ast.Name) and first.id == "folder":
                told = [node.args[2]]
            elif not (isinstance(first, ast.Constant) and first.value == "audit"):
                continue
            yield from (str(word.value) for word in told if isinstance(word, ast.Constant))


def refusable() -> Iterator[str]:
    """What is asked for with `office_only(folder, stamp, WHAT)`."""
    for path in (ROOT / "promoter_app" / "services").rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", "") == "office_only":
                yield ast.literal_eval(node.args[2])


def test_whatever_was_not_allowed_is_said_in_words_in_both_languages(qtbot: QtBot, qapp: QApplication) -> None:
    road = Road(Edge())
    part = TracePart(Desk(road, Sounds(loudness=Loudness.OFF)))
    qtbot.addWidget(part)
    asked = sorted(set(refusable()))
    assert {"return_to_copy", "merge", "carry_out", "export_clear"} <= set(asked)
    said = {}
    for language in ("es", "en"):
        load_language(qapp, language)
        said[language] = [part.detail_words(Entry("refused", "", "", 0, None, what)) for what in asked]
        assert [what for what, words in zip(asked, said[language], strict=True) if words == what] == []
    assert [es for es, en in zip(said["es"], said["en"], strict=True) if es == en] == []
    road.close()


def test_every_action_of_the_trace_is_said_in_words(qtbot: QtBot) -> None:
    road = Road(Edge())
    part = TracePart(Desk(road, Sounds(loudness=Loudness.OFF)))
    qtbot.addWidget(part)
    told = set(actions())
    assert {"unlock", "refused", "restored", "clock_jumped", "notes_read", "paper"} <= told
    assert [action for action in sorted(told) if part.words(action) == action] == []
    road.close()


def test_details_are_said_in_words(qtbot: QtBot, qapp: QApplication) -> None:
    road = Road(Edge())
    part = TracePart(Desk(road, Sounds(loudness=Loudness.OFF)))
    qtbot.addWidget(part)
    told = [("paper", "cards"), ("report", "outside xlsx"), ("merge", "10"), ("merge", "1"), ("restored", "copia.db")]
    said = [part.detail_words(Entry(action, "", "", 0, None, detail)) for action, detail in told]
    assert said == ["tarjetas", "Hacia afuera, XLSX", "10 entregas", "1 entrega", "copia.db"]
    road.close()
