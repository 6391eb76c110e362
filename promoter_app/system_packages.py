"""What the operating system must bring, and the one apt-get line that brings it. Standard library only.

The tables were found by loading Qt on a bare Debian 12. Debian 13 renames some packages (libglib2.0-0t64) but
still answers to these names.
"""

from __future__ import annotations

import os
import sys

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

WINDOW = (
    ("libglib-2.0.so.0", "libglib2.0-0"),
    ("libgthread-2.0.so.0", "libglib2.0-0"),
    ("libGL.so.1", "libgl1"),
    ("libEGL.so.1", "libegl1"),
    ("libX11.so.6", "libx11-6"),
    ("libdbus-1.so.3", "libdbus-1-3"),
    ("libfontconfig.so.1", "libfontconfig1"),
    ("libfreetype.so.6", "libfreetype6"),
    ("libxkbcommon.so.0", "libxkbcommon0"),
)
SCREEN = (
    ("libxcb-cursor.so.0", "libxcb-cursor0"),
    ("libxcb-icccm.so.4", "libxcb-icccm4"),
    ("libxcb-keysyms.so.1", "libxcb-keysyms1"),
    ("libxcb-image.so.0", "libxcb-image0"),
    ("libxcb-render-util.so.0", "libxcb-render-util0"),
    ("libxcb-shape.so.0", "libxcb-shape0"),
    ("libxcb-xkb.so.1", "libxcb-xkb1"),
    ("libxkbcommon-x11.so.0", "libxkbcommon-x11-0"),
)
CAMERA = (
    ("libpulse.so.0", "libpulse0"),
    ("libXrandr.so.2", "libxrandr2"),
    ("libdrm.so.2", "libdrm2"),
)


def loads(library: str) -> bool:
    """Whether the system can load the shared library `library`."""
    import ctypes

    try:
        ctypes.CDLL(library)
    except OSError:
        return False
    return True


def lacking(table: Iterable[tuple[str, str]]) -> list[str]:
    """The packages of `table` whose library does not load, each once, in the order of the table."""
    return list(dict.fromkeys(package for library, package in table if not loads(library)))


def lacking_for_window(environ: Mapping[str, str], system: str = sys.platform) -> list[str]:
    """The packages without which Qt cannot open a window here (always none outside Linux)."""
    if not system.startswith("linux"):
        return []
    on_x = bool(environ.get("DISPLAY")) and not environ.get("WAYLAND_DISPLAY")
    return lacking(WINDOW + (SCREEN if on_x else ()))


def lacking_for_camera(system: str = sys.platform) -> list[str]:
    """The packages without which the camera and the recorder cannot be used here."""
    return lacking(CAMERA) if system.startswith("linux") else []


def apt_line(packages: Iterable[str]) -> str:
    """The line a person can copy to install `packages`."""
    return "sudo apt-get install -y " + " ".join(packages)


def may_install() -> bool:
    """Whether this process is root on a Debian with apt-get, as in a container."""
    if not sys.platform.startswith("linux") or not os.path.exists("/etc/debian_version"):
        return False
    return os.geteuid() == 0 and os.access("/usr/bin/apt-get", os.X_OK)


def install(packages: Iterable[str]) -> bool:
    """Install `packages` with apt-get (root only; ask `may_install`). False when apt-get did not manage.

    RUNLEVEL=1 keeps a database server among them from being started by its own package.
    """
    import subprocess

    environ = dict(os.environ, DEBIAN_FRONTEND="noninteractive", RUNLEVEL="1")
    quiet = ["apt-get", "-qq", "-o", "Dpkg::Use-Pty=0"]
    subprocess.call([*quiet, "update"], env=environ, stdout=subprocess.DEVNULL)
    wanted = [*quiet, "install", "-y", "--no-install-recommends", *packages]
    return subprocess.call(wanted, env=environ, stdout=subprocess.DEVNULL) == 0
