"""What the office united of each laptop, in the few words that fit into the label of a roster."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, field

MOST_ROWS, LONGEST = 88, 200
"""Rows that a receipt may take in a label, and signs in a row: whoever reads a label takes no more."""
_ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_"
Package = tuple[int, str]
"""A package's number and its mark (`mark_of`)."""


@dataclass(frozen=True)
class Receipt:
    """Packages that an office had united when it wrote this: by laptop (device id).

    `is_whole`: a laptop that is not listed has nothing united; otherwise there was no room for all laptops.
    """

    packages: Mapping[bytes, frozenset[Package]] = field(default_factory=dict)
    is_whole: bool = True


def mark_of(at: int) -> str:
    """Two signs of the moment (ms) that a package's label tells: its second, modulo 4,096, in base 64.

    A laptop that went back to a copy of its data makes packages of the same numbers again; the mark tells them apart.
    """
    high, low = divmod(at // 1000 % 4096, 64)
    return _ALPHABET[high] + _ALPHABET[low]


def to_words(receipt: Receipt) -> tuple[list[str], bool]:
    """The receipt as rows for a label, and whether every laptop found room (those named first go first).

    A run of packages is `DEVICE FIRST MARKS`, runs are joined by `;`. A laptop goes with all its packages or not.
    """
    rows: list[str] = []
    for device, packages in receipt.packages.items():
        longer = _with(rows, device, packages)
        if len(longer) > MOST_ROWS:
            return rows, False
        rows = longer
    return rows, receipt.is_whole


def _with(rows: list[str], device: bytes, packages: Collection[Package]) -> list[str]:
    """The rows and this laptop's runs after them: a run goes on while numbers follow and its row has room."""
    longer, last = list(rows), 0
    for number, mark in sorted(packages):
        goes_on = last and number == last + 1 and len(longer[-1]) + len(mark) <= LONGEST
        if goes_on:
            longer[-1] += mark
        else:
            run = f"{device.hex()} {number} {mark}"
            if longer and len(longer[-1]) + 1 + len(run) <= LONGEST:
                longer[-1] += ";" + run
            else:
                longer.append(run)
        last = number
    return longer


def from_words(rows: Iterable[str], *, is_whole: bool) -> Receipt:
    """The receipt that untrusted rows mean; runs that make no sense are left out, and it is whole no more."""
    packages: dict[bytes, frozenset[Package]] = {}
    for run in (run for row in rows for run in row.split(";") if run):
        found = _run_from(run)
        if found is None:
            is_whole = False
            continue
        device, some = found
        packages[device] = packages.get(device, frozenset()) | some
    return Receipt(packages, is_whole)


def _run_from(run: str) -> tuple[bytes, frozenset[Package]] | None:
    parts = run.split(" ")
    if len(parts) != 3 or not run.isascii():
        return None
    device, first, marks = parts
    is_device = len(device) == 32 and set("0123456789abcdef") >= set(device)
    are_marks = bool(marks) and len(marks) % 2 == 0 and set(_ALPHABET) >= set(marks)
    if not is_device or not are_marks or not first.isdecimal() or not 1 <= int(first) <= 10**6:
        return None
    numbered = ((int(first) + at, marks[2 * at : 2 * at + 2]) for at in range(len(marks) // 2))
    return bytes.fromhex(device), frozenset(numbered)


def united_of(receipt: Receipt, device: bytes, made: Mapping[int, int]) -> frozenset[int] | None:
    """Numbers of the packages that the laptop `device` made (number -> ms) and that the receipt says are united.

    A number that this laptop never gave, or gave at another moment, is not believed. None when the receipt tells
    nothing of this laptop.
    """
    listed = receipt.packages.get(device)
    if listed is None:
        return frozenset() if receipt.is_whole else None
    return frozenset(number for number, at in made.items() if (number, mark_of(at)) in listed)
