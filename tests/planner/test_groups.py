"""Which crews fit together in one break, against trying every group."""

from __future__ import annotations

from itertools import combinations

from hypothesis import given
from hypothesis import strategies as st

from promoter_app.planner.groups import cliques, largest_groups

SIZES = st.dictionaries(st.sampled_from("abcdefg"), st.integers(1, 60), min_size=1)


def fit(size: dict[str, int], cap: int) -> set[frozenset[str]]:
    """Every group that fits; one crew alone always does."""
    groups = (frozenset(g) for n in range(1, len(size) + 1) for g in combinations(sorted(size), n))
    return {g for g in groups if len(g) == 1 or sum(size[c] for c in g) <= cap}


@given(SIZES, st.integers(1, 120))
def test_the_largest_groups_are_those_nobody_fits_into(size: dict[str, int], cap: int) -> None:
    groups = fit(size, cap)
    assert set(largest_groups(size, cap)) == {g for g in groups if not any(g < other for other in groups)}
    assert {g for big in largest_groups(size, cap) for n in range(1, len(big) + 1)
            for g in map(frozenset, combinations(sorted(big), n))} == groups  # fmt: skip


@given(SIZES, st.integers(1, 120))
def test_cliques_cover_every_crew_and_every_pair_that_does_not_fit(size: dict[str, int], cap: int) -> None:
    found = cliques(size, cap)
    assert {c for group in found for c in group} == set(size)
    apart = {frozenset(p) for p in combinations(size, 2) if frozenset(p) not in fit(size, cap)}
    assert {frozenset(p) for group in found for p in combinations(group, 2)} == apart
