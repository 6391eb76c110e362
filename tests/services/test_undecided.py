"""What is invented for Recibir waits there as what came from laptops does."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

import pytest

from promoter_app.edge import Edge
from promoter_app.services import conflicts
from promoter_app.services.demo.undecided import write_undecided
from promoter_app.services.folder import Folder
from promoter_app.services.people.duplicates import open_pairs
from promoter_app.services.sessions import sessions
from tests.services.conftest import Field


def test_one_pair_and_one_difference_wait(field: Field, clock: list[datetime]) -> None:
    before = len(open_pairs(field.folder))
    done = write_undecided(field.folder, field.stamp(), Edge("Teresa", now=lambda: clock[0]).stamp())
    assert {"person", "edit"} <= done.changes
    assert len(open_pairs(field.folder)) == before + 1
    (found,) = conflicts.conflicts(field.folder)
    assert {one.text for one in found.opinions} == {"hch", "crn"}


def test_it_needs_a_crew_of_two(new_folder: Callable[[str], Folder], clock: list[datetime]) -> None:
    stamp = Edge("Teresa", now=lambda: clock[0]).stamp()
    with pytest.raises(LookupError):
        write_undecided(new_folder("nueva"), stamp, stamp)


def test_a_day_without_sessions_has_no_first_one(field: Field) -> None:
    with pytest.raises(LookupError):
        sessions.first_to_hold(field.folder, "2031-01-01")
