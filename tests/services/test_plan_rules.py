"""How weeks are planned is the office's: kept as settings of the project, and the planner is asked with them."""

from __future__ import annotations

from dataclasses import asdict

import pytest

from promoter_app.domain.planning.problem import Weights
from promoter_app.domain.refusal import Refusal
from promoter_app.services.curricula import read_content
from promoter_app.services.office import plan_rules
from promoter_app.services.planning.people import ACROSS
from promoter_app.services.planning.proposing import prepare
from promoter_app.services.planning.replanning import prepare_again
from promoter_app.services.undo import undo
from tests.services.conftest import Field

EMPTY = {field.name: "" for field in plan_rules.PLAN}


def keep(office: Field, **values: str) -> None:
    plan_rules.set_plan_rules(office.folder, office.stamp(), {**EMPTY, **values})


def test_what_is_set_is_what_the_planner_is_asked_with(office: Field) -> None:
    keep(office, plan_weight_progress="7", plan_weight_change="30", plan_speed_kmh="45", plan_sensitive_gap_days="5")
    content = read_content()
    for read in (prepare, prepare_again):
        prepared = read(office.folder, content, "2026-02-23", "2026-02-27", "2026-02-17")
        assert prepared.weights == Weights(7, 30)
        assert (prepared.gathered.problem.speed_kmh, prepared.gathered.problem.sensitive_gap) == (45, 5)


def test_emptied_again_the_usual_counts_and_undo_brings_it_back(office: Field) -> None:
    keep(office, plan_weight_progress="7", plan_across_partners="1", plan_sessions_a_day="4")
    done = plan_rules.set_plan_rules(office.folder, office.stamp(), EMPTY)
    prepared = prepare(office.folder, read_content(), "2026-02-23", "2026-02-27", "2026-02-17")
    assert prepared.weights == Weights()
    assert set(plan_rules.plan_rules(office.folder).values.values()) == {""}
    assert done.undo is not None
    undo(office.folder, office.stamp(), done.undo)
    assert plan_rules.plan_rules(office.folder).values[ACROSS] == "1"


def test_pay_day_is_a_day_with_its_hours(office: Field) -> None:
    keep(office, pay_weekday="4", pay_from="11:00", pay_to="15:00")
    values = plan_rules.plan_rules(office.folder).values
    assert (values["pay_weekday"], values["pay_from"], values["pay_to"]) == ("4", "11:00", "15:00")
    problem = prepare(office.folder, read_content(), "2026-02-23", "2026-02-27", "2026-02-17").gathered.problem
    (closed,) = (closure for closure in problem.closures if closure.reason == "pay_day")
    assert (closed.day, asdict(closed)["start"]) == (4, 660)


@pytest.mark.parametrize(
    "wrong",
    [
        {"pay_weekday": "4"}, {"pay_weekday": "4", "pay_from": "15:00", "pay_to": "11:00"},
        {"plan_sessions_a_day": "0"}, {"plan_across_partners": "quizás"}, {"plan_weight_change": "mucho"},
    ],
)  # fmt: skip
def test_what_cannot_be_is_refused(office: Field, wrong: dict[str, str]) -> None:
    with pytest.raises(Refusal):
        keep(office, **wrong)
    assert office.sql("SELECT count(*) FROM setting WHERE key LIKE 'plan%'") == [(0,)]


def test_a_promoter_may_not(field: Field) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        plan_rules.set_plan_rules(field.folder, field.stamp(), EMPTY)
