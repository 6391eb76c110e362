"""A screen in memory and a screen reader's eyes and hands: Xvfb, a bus of its own, AT-SPI, xdotool for keys."""

from __future__ import annotations

import contextlib
import os
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any, TypeVar

from tests.journeys.bus import Bus, BusError

LAUNCHER = "/usr/libexec/at-spi-bus-launcher"
_ACCESSIBLE, _PROPERTIES = "org.a11y.atspi.Accessible", "org.freedesktop.DBus.Properties"
_ROOT = "/org/a11y/atspi/accessible/root"
_ENABLED, _SHOWING = 8, 25
_PATIENCE = 60.0
T = TypeVar("T")


def until(find: Callable[[], T | None], what: str) -> T:
    """Ask again until there is an answer; a program that never gives one is at fault."""
    end = time.monotonic() + _PATIENCE
    while time.monotonic() < end:
        with contextlib.suppress(BusError):
            found = find()
            if found:
                return found
        time.sleep(0.05)
    raise TimeoutError(what)


class Thing:
    """Something on screen, as assistive technology is told of it. Nothing is remembered: it is asked each time."""

    def __init__(self, bus: Bus, who: str, path: str) -> None:
        self._bus, self.who, self.path = bus, who, path

    def _ask(self, method: str, signature: str = "", *values: Any) -> Any:
        return self._bus.ask(self.who, self.path, method, signature, *values)

    @property
    def name(self) -> str:
        return str(self._ask(f"{_PROPERTIES}.Get", "ss", _ACCESSIBLE, "Name")).replace("&", "")

    @property
    def role(self) -> str:
        return str(self._ask(f"{_ACCESSIBLE}.GetRoleName"))

    def has(self, state: int) -> bool:
        low, high = self._ask(f"{_ACCESSIBLE}.GetState")
        return bool((low | high << 32) >> state & 1)

    def children(self) -> list[Thing]:
        told = self._ask(f"{_ACCESSIBLE}.GetChildren")
        return [Thing(self._bus, who, path) for who, path in told if not path.endswith("/null")]

    def press(self) -> None:
        """Its first action, as a screen reader's user does."""
        self._ask("org.a11y.atspi.Action.DoAction", "i", 0)

    def grab_focus(self) -> None:
        self._ask("org.a11y.atspi.Component.GrabFocus")

    def shown(self) -> Iterator[Thing]:
        """Itself and all that shows below it."""
        yield self
        with contextlib.suppress(BusError):
            for child in self.children():
                if child.has(_SHOWING):
                    yield from child.shown()


class Outside:
    """Runs a program on a screen in memory. Use as a context."""

    def __init__(self, place: Path) -> None:
        self._place, self._running = place, list[subprocess.Popen[bytes]]()
        self.environment = {
            key: value for key, value in os.environ.items()
            if key not in ("WAYLAND_DISPLAY", "AT_SPI_BUS_ADDRESS", "QT_QPA_PLATFORM", "NO_AT_BRIDGE")
        }  # fmt: skip

    def __enter__(self) -> Outside:
        screen = self._say("Xvfb", "-displayfd", "{}", "-screen", "0", "1366x768x24", "-nolisten", "tcp", "-noreset")
        runtime = self._place / "run"
        runtime.mkdir(mode=0o700)
        self.environment |= {
            "DISPLAY": f":{screen}", "XDG_RUNTIME_DIR": str(runtime), "QT_QPA_PLATFORM": "xcb",
            "QT_LINUX_ACCESSIBILITY_ALWAYS_ON": "1", "LIBGL_ALWAYS_SOFTWARE": "1", "LC_ALL": "C.UTF-8",
        }  # fmt: skip
        address = self._say("dbus-daemon", "--session", "--nofork", "--nopidfile", "--print-address={}")
        self.environment["DBUS_SESSION_BUS_ADDRESS"] = address
        self._start([LAUNCHER, "--launch-immediately"])
        session = Bus(address)
        readers = until(lambda: str(session.ask("org.a11y.Bus", "/org/a11y/bus", "org.a11y.Bus.GetAddress")), "AT-SPI")
        for switch in ("IsEnabled", "ScreenReaderEnabled"):
            session.ask(
                "org.a11y.Bus", "/org/a11y/bus", f"{_PROPERTIES}.Set", "ssv", "org.a11y.Status", switch, ("b", True)
            )
        session.close()
        self._bus = Bus(readers)
        self._desktop = Thing(self._bus, "org.a11y.atspi.Registry", _ROOT)
        self._desktop.children()
        return self

    def __exit__(self, *_raised: object) -> None:
        with contextlib.suppress(AttributeError):
            self._bus.close()
        for process in reversed(self._running):
            process.terminate()
            try:
                process.wait(10)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()

    def run(self, *words: str) -> None:
        """Start a Python module and wait until it shows itself to assistive technology."""
        self._start([sys.executable, "-m", *words])
        until(lambda: [app for app in self._desktop.children() if app.children()], "the program shows no window")

    def find(self, role: str, name: str) -> Thing:
        """What is shown and enabled, of a role, whose name begins so; waits for it."""

        def look() -> Thing | None:
            for app in self._desktop.children():
                for each in app.shown():
                    if each.role == role and each.name.startswith(name) and each.has(_ENABLED):
                        return each
            return None

        return until(look, f"there is no {role} {name!r}")

    def key(self, *keys: str) -> None:
        subprocess.run(["xdotool", "key", *keys], env=self.environment, check=True)

    def type(self, words: str) -> None:
        subprocess.run(["xdotool", "type", "--delay", "4", words], env=self.environment, check=True)

    def _say(self, *words: str) -> str:
        """Start something that writes its address to a pipe (`{}` stands for it)."""
        reading, writing = os.pipe()
        self._start([word.format(writing) for word in words], keep=writing)
        os.close(writing)
        with os.fdopen(reading) as told:
            return told.readline().strip()

    def _start(self, words: list[str], keep: int | None = None) -> None:
        with (self._place / f"{len(self._running)}.log").open("wb") as log:
            process = subprocess.Popen(
                words, env=self.environment, stdin=subprocess.DEVNULL, stdout=log, stderr=log,
                pass_fds=() if keep is None else (keep,),
            )  # fmt: skip
        self._running.append(process)
