"""Who may do what: every intention of the services has a decision here, and the office's are refused to a promoter.

A new public function that takes a stamp fails these tests until somebody decides who may ask for it.
"""

from __future__ import annotations

import ast
import importlib
import inspect
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any
from unittest.mock import MagicMock

import pytest

from promoter_app.domain.refusal import Refusal
from promoter_app.edge import Edge
from promoter_app.services.security import audit
from tests.services.conftest import Field
from tests.source_tree import ROOT

SERVICES = ROOT / "promoter_app" / "services"
NOT_INTENTIONS = {
    "deliver.package_name", "security.audit.tell", "security.audit.office_only", "security.audit.report_given",
    "security.sealing.export_sealed", "security.demo_locking.lock_demo",
    "security.sealing.write_sealed", "topics.voices.pack",
}  # fmt: skip
"""They take a stamp and decide nothing: what an intention calls, and the making of an invented season."""
OFFICE = {
    "conflicts.decide", "consolidation.merge_record", "folder.set_setting", "indicators.closing.close_period",
    "indicators.closing.give_reason", "indicators.comments.comment",
    "indicators.follow_up.freeze_sample", "indicators.follow_up.log_adaptation",
    "indicators.by_hand.correct", "indicators.by_hand.take_back", "indicators.by_hand.tell",
    "indicators.follow_up.rate", "merging.receiving.look_at",
    "merging.receiving.return_to_copy", "merging.receiving.unite", "office.first_steps.name_project",
    "office.plan_rules.set_plan_rules",
    "office.project.set_rules", "office.setting_up.add", "office.setting_up.change", "office.setting_up.withdraw",
    "people.duplicates.keep_apart", "people.duplicates.take_back", "people.duplicates.unite",
    "privacy.rights.access_report", "privacy.rights.block", "privacy.rights.suppress", "publishing.publish",
    "rosters.give_roster", "security.locking.remove_person", "security.locking.renew_recovery",
    "security.project_keys.bring_office_key", "security.project_keys.follow",
    "security.project_keys.make_project_keys",
    "security.project_keys.set_safeguarding",
    "topics.courses.new_topic", "topics.courses.put_in", "topics.courses.take_out",
    "topics.tongues.add_recording", "topics.versions.save_version",
}  # fmt: skip
SOME = {
    "deliver.export": "in the clear from a locked folder: the office",
    "people.importing.carry_out": "a promoter alone may begin with a list; once there are workers: the office",
    "planning.proposing.accept": "own sessions: anybody; those of others: the office",
    "planning.replanning.accept_moves": "own sessions: anybody; those of others: the office",
    "seasons.start_season": "the first: anybody; another: the office",
    "security.locking.add_person": "a promoter: anybody who works here; a coordinator: the office",
    "sessions.closing.override_preflight": "always possible; from level 4 with a coordinator's name",
    "week.changes.call_off": "own sessions: anybody", "week.changes.change": "own sessions: anybody",
    "week.changes.copy_last_week": "own sessions: anybody", "week.changes.create": "own sessions: anybody",
    "week.changes.move": "own sessions: anybody", "week.changes.open_again": "own sessions: anybody",
}  # fmt: skip
"""Where it depends; their own tests show both sides."""
ANYBODY = {
    "crews.cards.issue_blanks", "crews.cards.report_lost", "folder.found_project", "people.registering.hand_over_card",
    "people.registering.register_person", "people.registering.register_walk_in", "people.sheet.give_card",
    "people.sheet.move_to_crew",
    "people.sheet.put_right", "printing.certificates.issue", "printing.orders.draft", "printing.orders.print_order",
    "printing.sheets.answer_sheet", "printing.sheets.attendance_sheet", "printing.sheets.remember",
    "privacy.rights.give_consent", "privacy.rights.request_erasure", "privacy.rights.withdraw", "rosters.look_into",
    "rosters.take_in",
    "security.clock.correct", "security.clock.tell_jump", "security.keeping.copy_before",
    "security.keeping.copy_if_due", "security.keeping.make_copy", "security.keeping.restore",
    "security.keeping.restore_what_can_be_read", "security.locking.after_unlock", "security.notes.open_notes",
    "security.notes.seal_note",
    "security.project_keys.join", "sessions.attempts.decline", "sessions.attempts.record_answer",
    "sessions.attempts.record_answers", "sessions.attempts.record_hands", "sessions.attendance.count_here",
    "sessions.attendance.dismiss_scan", "sessions.attendance.record_person", "sessions.attendance.record_scan",
    "sessions.attendance.take_off", "sessions.closing.record_feedback", "sessions.closing.record_preflight",
    "sessions.closing.record_referral", "sessions.crew_test.record_sweep", "sessions.sessions.add_session",
    "sessions.sessions.back_to_planned", "sessions.sessions.change_session", "sessions.sessions.close_session",
    "sessions.sessions.not_held",
    "sessions.sessions.record_step", "sessions.sessions.reopen_session", "sessions.sessions.start_session",
    "sheets.saving.save_reading", "undo.undo",
}  # fmt: skip
"""What a promoter does in the field, whose crews they are, and how they keep their own laptop."""


def intentions() -> Iterator[str]:
    """Every public function of the services that takes a stamp, as `package.module.name`; demo seasons left out."""
    for path in sorted(SERVICES.rglob("*.py")):
        place = ".".join(path.relative_to(SERVICES).with_suffix("").parts)
        if place.startswith("demo."):
            continue
        for node in ast.parse(path.read_text("utf-8")).body:
            if isinstance(node, ast.FunctionDef) and not node.name.startswith("_"):
                arguments = node.args.posonlyargs + node.args.args + node.args.kwonlyargs
                if any(argument.arg == "stamp" for argument in arguments):
                    yield f"{place}.{node.name}"


def function(name: str) -> Callable[..., Any]:
    module, _dot, plain = name.rpartition(".")
    found: Callable[..., Any] = getattr(importlib.import_module(f"promoter_app.services.{module}"), plain)
    return found


def asked(name: str, field: Field, role: Any) -> str | None:
    """The code of the refusal when somebody of this role asks, with anything in the other places."""
    given: dict[str, Any] = {"folder": field.folder, "stamp": Edge("Lupita", role, now=field.edge.now).stamp()}
    call = function(name)
    for parameter in inspect.signature(call).parameters.values():
        if parameter.name not in given and parameter.default is parameter.empty:
            given[parameter.name] = MagicMock()
    try:
        call(given.pop("folder"), **given)
    except Refusal as refusal:
        return refusal.code
    return None


def test_every_intention_has_a_decision() -> None:
    found = set(intentions()) - NOT_INTENTIONS
    decided = [*OFFICE, *SOME, *ANYBODY]
    assert len(decided) == len(set(decided))
    assert (sorted(found - set(decided)), sorted(set(decided) - found)) == ([], [])


@pytest.mark.parametrize("name", sorted(OFFICE))
def test_a_promoter_is_refused_before_anything_is_looked_at(name: str, field: Field) -> None:
    before = field.sql("SELECT count(*) FROM edit")
    assert asked(name, field, "promoter") == "not_allowed"
    assert field.sql("SELECT count(*) FROM edit") == before


def test_a_refusal_is_told_in_the_trace(field: Field) -> None:
    asked("privacy.rights.block", field, "promoter")
    (line,) = audit.entries(field.folder, action="refused")
    assert (line.operator, line.detail, line.target) == ("Lupita", "block", None)


def test_the_trace_is_only_added_to() -> None:
    """No statement anywhere changes or takes away a line of the trace."""
    texts = [path.read_text("utf-8") for path in Path(ROOT / "promoter_app").rglob("*.py")]
    for words in ("UPDATE audit", "DELETE FROM audit", "REPLACE INTO audit", 'void("audit"', 'edit("audit"'):
        assert not [text for text in texts if words in text]
