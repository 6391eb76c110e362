"""How full the battery is, read from the system itself; None where there is none or nobody says."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path

_LINUX = Path("/sys/class/power_supply")
_UNKNOWN = 255


def state() -> tuple[int | None, bool]:
    """Per cent and whether it is charging."""
    system = str(sys.platform)  # a plain word, so that type checkers read every branch
    if system == "win32":
        return _windows()
    return _linux() if system.startswith("linux") else (None, False)


def _linux(folder: Path = _LINUX) -> tuple[int | None, bool]:
    if not folder.is_dir():
        return None, False
    for supply in sorted(folder.iterdir()):
        try:
            if (supply / "type").read_text().strip() != "Battery":
                continue
            percent = int((supply / "capacity").read_text())
            return percent, (supply / "status").read_text().strip() in ("Charging", "Full")
        except (OSError, ValueError):
            continue
    return None, False


class _Power(ctypes.Structure):
    _fields_ = [
        ("line", ctypes.c_ubyte),
        ("flag", ctypes.c_ubyte),
        ("percent", ctypes.c_ubyte),
        ("saver", ctypes.c_ubyte),
        ("lifetime", ctypes.c_ulong),
        ("full", ctypes.c_ulong),
    ]


def _windows() -> tuple[int | None, bool]:
    power = _Power()
    kernel = getattr(ctypes, "windll").kernel32  # noqa: B009 - only Windows has it
    if not kernel.GetSystemPowerStatus(ctypes.byref(power)) or power.percent == _UNKNOWN:
        return None, False
    return int(power.percent), power.line == 1
