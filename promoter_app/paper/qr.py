"""QR codes of one version, level and mask, so that the same text is always the same picture.

With those fixed a code is an affine function of its data bits (Reed-Solomon is linear over GF(2), the mask is a
constant). A print run of many codes therefore needs the library only for one code per data bit, and then XORs.
Heavy at first use: qrcode.
"""

from __future__ import annotations

from functools import lru_cache

MASK = 2
CARD_VERSION, PAGE_VERSION = 1, 2
CAPACITY = {CARD_VERSION: 10, PAGE_VERSION: 20}
"""Characters (digits and capitals) that fit each version at level H."""
MODULES = {CARD_VERSION: 21, PAGE_VERSION: 25}
ALPHANUMERIC = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
"""The 45 characters of QR's alphanumeric mode, in the order of their values (ISO/IEC 18004, table 5)."""

Rows = tuple[str, ...]
"""A code row by row, "1" is black."""


def check_code_text(text: str, version: int) -> None:
    """Raises ValueError unless `text` is digits and capitals and fits `version`."""
    plain = text.isascii() and text.isalnum() and text == text.upper()
    if not plain or len(text) > CAPACITY[version]:
        raise ValueError(f"not for a code of version {version}: {text!r}")


def qr_rows(text: str, version: int) -> Rows:
    """The code of `text`, level H. Raises ValueError as `check_code_text` does."""
    check_code_text(text, version)
    return _rows(_library_bits(text, version), version)


def free_rows(text: str) -> Rows:
    """The code of a longer text (ALPHANUMERIC only), level Q, as large as it must be."""
    import qrcode
    from qrcode.util import QRData

    code = qrcode.QRCode(error_correction=qrcode.constants.ERROR_CORRECT_Q, border=0, mask_pattern=MASK)
    code.add_data(QRData(text, mode=2))
    code.make(fit=True)
    return tuple("".join("1" if module else "0" for module in row) for row in code.modules)


def many_qr_rows(text: str, version: int) -> Rows:
    """The same picture as `qr_rows`, for long print runs: some 100 codes to get ready, then 20 times faster."""
    check_code_text(text, version)
    base, toggles = _linear(len(text), version)
    for place, value in enumerate(_values(text)):
        for bit, toggle in enumerate(toggles[place]):
            if value >> bit & 1:
                base ^= toggle
    return _rows(base, version)


def _values(text: str) -> list[int]:
    """Alphanumeric mode: pairs of characters as 11 bits, a last single one as 6."""
    numbers = [ALPHANUMERIC.index(letter) for letter in text]
    pairs = [high * 45 + low for high, low in zip(numbers[::2], numbers[1::2], strict=False)]
    return pairs + numbers[len(pairs) * 2 :]


@lru_cache(maxsize=8)
def _linear(length: int, version: int) -> tuple[int, tuple[tuple[int, ...], ...]]:
    """The code whose data bits are all 0, and what each data bit toggles, pair by pair."""
    zero = _library_bits("0" * length, version)
    toggles = []
    for start in range(0, length, 2):
        pair = min(2, length - start)
        texts = (_single_bit(length, start, pair, bit) for bit in range(11 if pair == 2 else 6))
        toggles.append(tuple(_library_bits(text, version) ^ zero for text in texts))
    return zero, tuple(toggles)


def _single_bit(length: int, start: int, pair: int, bit: int) -> str:
    """A text whose only data bit that is 1 is `bit` of the pair that begins at `start`."""
    high, low = divmod(1 << bit, 45)
    letters = ALPHANUMERIC[high] + ALPHANUMERIC[low] if pair == 2 else ALPHANUMERIC[1 << bit]
    return "0" * start + letters + "0" * (length - start - pair)


def _library_bits(text: str, version: int) -> int:
    """The modules of the library's code as one number, first module highest."""
    import qrcode
    from qrcode.util import QRData

    code = qrcode.QRCode(
        version=version, error_correction=qrcode.constants.ERROR_CORRECT_H, border=0, mask_pattern=MASK
    )
    code.add_data(QRData(text, mode=2))  # 2 is the mode of digits and capitals
    code.make(fit=False)
    return int("".join("1" if module else "0" for row in code.modules for module in row), 2)


def _rows(bits: int, version: int) -> Rows:
    size = MODULES[version]
    text = format(bits, f"0{size * size}b")
    return tuple(text[start : start + size] for start in range(0, size * size, size))
