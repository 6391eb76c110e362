"""The code on our cards (QR version 1, level H) read from uncertain modules: errors and erasures corrected.

A general decoder corrects 8 wrong codewords of 26; told which ones are doubtful, Reed-Solomon corrects up to
17, and the dirt of one copy is seldom the dirt of the other. GF(256) with x^8 + x^4 + x^3 + x^2 + 1, ISO/IEC
18004. Nothing is given out unless the text is one of ours with a right check.
"""

from __future__ import annotations

import functools
from collections.abc import Sequence

from promoter_app.domain.cards import read_code

SIDE = 21
DATA, TOTAL = 9, 26
CHECKS = TOTAL - DATA
SPARE = 3
"""Check words that are never spent on erasures: what keeps a wrong text out (1 in 16 million by chance)."""
ALNUM = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"


@functools.cache
def _tables() -> tuple[tuple[int, ...], tuple[int, ...]]:
    power, log, value = [0] * 512, [0] * 256, 1
    for index in range(255):
        power[index] = power[index + 255] = value
        log[value] = index
        value <<= 1
        if value & 0x100:
            value ^= 0x11D
    return tuple(power), tuple(log)


def _times(a: int, b: int) -> int:
    power, log = _tables()
    return power[log[a] + log[b]] if a and b else 0


def _inverse(a: int) -> int:
    power, log = _tables()
    return power[255 - log[a]]


def _value(poly: Sequence[int], x: int) -> int:
    """The polynomial (lowest power first) at x."""
    result = 0
    for factor in reversed(poly):
        result = _times(result, x) ^ factor
    return result


def _product(a: Sequence[int], b: Sequence[int]) -> list[int]:
    result = [0] * (len(a) + len(b) - 1)
    for i, left in enumerate(a):
        for j, right in enumerate(b):
            result[i + j] ^= _times(left, right)
    return result


def correct(words: Sequence[int], erased: Sequence[int]) -> list[int] | None:
    """The 26 codewords corrected, `erased` being the doubtful places; None when that cannot be done."""
    power, _ = _tables()
    syndromes = [_value(words[::-1], power[i]) for i in range(CHECKS)]
    if not any(syndromes):
        return list(words)
    locator = _locator(syndromes, [TOTAL - 1 - place for place in erased])
    degree = max(i for i, factor in enumerate(locator) if factor)
    places = [at for at in range(TOTAL) if _value(locator, power[(255 - at) % 255]) == 0]
    if len(places) != degree or len(erased) + 2 * (degree - len(erased)) > CHECKS:
        return None
    fixed = list(words)
    for at, change in zip(places, _changes(syndromes, locator, places), strict=True):
        fixed[TOTAL - 1 - at] ^= change
    if any(_value(fixed[::-1], power[i]) for i in range(CHECKS)):
        return None
    return fixed


def _locator(syndromes: Sequence[int], erased: Sequence[int]) -> list[int]:
    """Berlekamp-Massey, started from the product of (1 - x a^place) over the erased places."""
    power, _ = _tables()
    gamma = [1]
    for place in erased:
        gamma = _product(gamma, [1, power[place]])
    current, last = list(gamma), list(gamma)
    length = len(erased)
    for step in range(len(erased), CHECKS):
        last = [0, *last]
        gap = 0
        for i, factor in enumerate(current):
            if i <= step:
                gap ^= _times(factor, syndromes[step - i])
        if gap:
            longer = list(current) + [0] * max(0, len(last) - len(current))
            for i, factor in enumerate(last):
                longer[i] ^= _times(gap, factor)
            if 2 * length <= step + len(erased):
                length = step + 1 + len(erased) - length
                last = [_times(factor, _inverse(gap)) for factor in current]
            current = longer
    return current


def _changes(syndromes: Sequence[int], locator: Sequence[int], places: Sequence[int]) -> list[int]:
    """Forney: what to add at each place."""
    power, _ = _tables()
    omega = _product(syndromes, locator)[:CHECKS]
    slope = [factor if i % 2 == 0 else 0 for i, factor in enumerate(locator[1:])]
    changes = []
    for place in places:
        back = power[(255 - place) % 255]
        below = _value(slope, back)
        changes.append(_times(power[place], _times(_value(omega, back), _inverse(below))) if below else 0)
    return changes


@functools.cache
def data_cells() -> tuple[tuple[int, int], ...]:
    """(row, column) of the 208 data modules in their order: pairs of columns from the right, up and down."""
    cells = []
    upwards = True
    for right in (20, 18, 16, 14, 12, 10, 8, 5, 3, 1):
        rows = range(SIDE - 1, -1, -1) if upwards else range(SIDE)
        cells += [(row, column) for row in rows for column in (right, right - 1) if not is_fixed(row, column)]
        upwards = not upwards
    return tuple(cells)


def is_fixed(row: int, column: int) -> bool:
    """Whether a module of version 1 belongs to the frame (finders, timing, format) and holds no data."""
    if row == 6 or column == 6:
        return True
    near = (row < 9 and column < 9, row < 9 and column >= SIDE - 8, row >= SIDE - 8 and column < 9)
    return any(near)


def text_of(words: Sequence[int]) -> str | None:
    """The ten characters of nine data words: alphanumeric mode, count 10, terminator; None when otherwise."""
    bits = "".join(f"{word:08b}" for word in words[:DATA])
    if bits[:13] != "0010" + f"{10:09b}" or bits[68:] != "0000":
        return None
    pairs = [int(bits[start : start + 11], 2) for start in range(13, 68, 11)]
    if any(pair >= 45 * 45 for pair in pairs):
        return None
    return "".join(ALNUM[pair // 45] + ALNUM[pair % 45] for pair in pairs)


def read_modules(darkness: Sequence[Sequence[float]], masks: Sequence[int] = (2,)) -> str | None:
    """Our ten characters from a 21 x 21 grid of darkness (1 sure black, -1 sure white, 0 unknown), or None.

    Tries with more and more of the least sure codewords erased, and gives a text out only when it is one of
    ours and its words agree with most of what was surely seen.
    """
    for mask in masks:
        soft = [_unmasked(darkness, cell, mask) for cell in data_cells()]
        sure = [min(abs(v) for v in soft[8 * i : 8 * i + 8]) for i in range(TOTAL)]
        words = [sum((v > 0) << (7 - bit) for bit, v in enumerate(soft[8 * i : 8 * i + 8])) for i in range(TOTAL)]
        order = sorted(range(TOTAL), key=sure.__getitem__)
        for erased in range(0, CHECKS - SPARE + 1, 2):
            text = _text_with(words, soft, order[:erased])
            if text is not None:
                return text
    return None


def _unmasked(darkness: Sequence[Sequence[float]], cell: tuple[int, int], mask: int) -> float:
    row, column = cell
    return -darkness[row][column] if _flips(mask, row, column) else darkness[row][column]


def _flips(mask: int, row: int, column: int) -> bool:
    rules = (
        (row + column) % 2,
        row % 2,
        column % 3,
        (row + column) % 3,
        (row // 2 + column // 3) % 2,
        row * column % 2 + row * column % 3,
        (row * column % 2 + row * column % 3) % 2,
        ((row + column) % 2 + row * column % 3) % 2,
    )
    return rules[mask] == 0


def _text_with(words: Sequence[int], soft: Sequence[float], erased: Sequence[int]) -> str | None:
    fixed = correct(words, erased)
    text = text_of(fixed) if fixed else None
    if fixed is None or text is None:
        return None
    code = read_code(text)
    if code is None or code.text != text:
        return None
    against = sum(fixed[place] != words[place] for place in range(TOTAL) if place not in erased)
    if len(erased) + 2 * against > CHECKS - SPARE:
        return None
    agreed = sum(v if fixed[i // 8] >> (7 - i % 8) & 1 else -v for i, v in enumerate(soft))
    return text if agreed > 0.45 * sum(abs(v) for v in soft) else None
