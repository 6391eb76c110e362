"""What the office united, as words of a label: told exactly, cut honestly, and believed only of one's own packages."""

from __future__ import annotations

import re

from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.merging.receipts import (
    LONGEST,
    MOST_ROWS,
    Receipt,
    from_words,
    mark_of,
    to_words,
    united_of,
)

DEVICES = st.binary(min_size=16, max_size=16)
MOMENTS = st.integers(0, 4_000_000_000_000)
PACKAGES = st.frozensets(st.tuples(st.integers(1, 999_000), MOMENTS.map(mark_of)), min_size=1, max_size=70)
RECEIPTS = st.dictionaries(DEVICES, PACKAGES, max_size=6).map(Receipt)


@given(RECEIPTS)
def test_what_fits_is_read_as_it_was_told(receipt: Receipt) -> None:
    rows, is_whole = to_words(receipt)
    assert all(len(row) <= LONGEST for row in rows)
    assert len(rows) <= MOST_ROWS
    read = from_words(rows, is_whole=is_whole)
    assert read.is_whole is is_whole
    if is_whole:
        assert read.packages == dict(receipt.packages)
    else:
        assert read.packages.items() < dict(receipt.packages).items()


def test_a_season_of_many_laptops_fits_and_what_does_not_is_said() -> None:
    def office(laptops: int, packages: int) -> Receipt:
        each = frozenset((number, mark_of(number * 1000)) for number in range(1, packages + 1))
        return Receipt({laptop.to_bytes(16, "big"): each for laptop in range(laptops)})

    rows, is_whole = to_words(office(150, 20))
    assert is_whole
    assert from_words(rows, is_whole=True).packages == dict(office(150, 20).packages)
    rows, is_whole = to_words(office(200, 60))
    read = from_words(rows, is_whole=is_whole)
    assert not read.is_whole
    assert len(read.packages) > 90
    assert all(len(packages) == 60 for packages in read.packages.values()), "a laptop goes whole or not"
    assert united_of(read, (199).to_bytes(16, "big"), {1: 1000}) is None, "no room is not a no"


@given(st.lists(st.text(max_size=200) | st.from_regex(re.compile(r"[0-9a-f]{31,33} [0-9]{1,9} [0-9A-Za-z_-]{0,9}"))))
def test_strange_words_mean_nothing(rows: list[str]) -> None:
    for device, packages in from_words(rows, is_whole=True).packages.items():
        assert len(device) == 16
        assert all(1 <= number < 1_000_100 and re.fullmatch("[0-9A-Za-z_-]{2}", mark) for number, mark in packages)


@given(RECEIPTS, DEVICES, st.dictionaries(st.integers(1, 50), MOMENTS))
def test_nothing_is_believed_that_was_not_made(receipt: Receipt, device: bytes, made: dict[int, int]) -> None:
    united = united_of(receipt, device, made)
    assert united is not None
    assert united <= set(made)
    assert all((number, mark_of(made[number])) in receipt.packages[device] for number in united)


def test_a_number_that_was_given_twice_is_told_by_its_moment() -> None:
    laptop = bytes(16)
    told = from_words(to_words(Receipt({laptop: frozenset({(7, mark_of(50_000))})}))[0], is_whole=True)
    assert united_of(told, laptop, {6: 50_000, 7: 50_999}) == frozenset({7})
    assert united_of(told, laptop, {7: 3_650_000}) == frozenset()
