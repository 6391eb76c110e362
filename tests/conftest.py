"""For every test: Qt without a screen, a home folder of its own, no network, and nothing left behind."""

from __future__ import annotations

import logging
import os
import random
import shutil
import tempfile
import threading
from collections.abc import Iterator
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, settings

from tests import guards

if TYPE_CHECKING:
    from pytestqt.qtbot import QtBot

HOME = pytest.StashKey[Path]()
NETWORK = guards.Network()
CONNECTIONS = guards.Connections()
LONG = os.environ.get("SURCO_LONG", "")
PATIENCE = 60_000  # milliseconds until what a window was waited for counts as never coming, on a choked machine too
NEVER = 2**31 - 1  # milliseconds
HOMES = {
    "HOME": ".",
    "USERPROFILE": ".",
    "APPDATA": "appdata",
    "LOCALAPPDATA": "appdata-local",
    "XDG_DATA_HOME": ".local/share",
    "XDG_CONFIG_HOME": ".config",
    "XDG_CACHE_HOME": ".cache",
    "XDG_STATE_HOME": ".local/state",
    "XDG_RUNTIME_DIR": "run",
}

# What decides about a change draws the same examples each time; a run by a number or in full looks for new ones.
settings.register_profile("fast", max_examples=50, deadline=None, print_blob=True, derandomize=True)
settings.register_profile(
    "long",
    max_examples=int(LONG) if LONG.isdecimal() else 2000 if LONG == "full" else 300,
    deadline=None,
    print_blob=True,
    derandomize=LONG == "short",
    suppress_health_check=[HealthCheck.too_slow],
)


def pytest_configure(config: pytest.Config) -> None:
    """Prepare this process before any test module is imported."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["QT_LOGGING_RULES"] = "qt.multimedia.*=false"
    home = Path(tempfile.mkdtemp(prefix="surco-tests-"))
    config.stash[HOME] = home
    for name, place in HOMES.items():
        folder = home / place
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        os.environ[name] = str(folder)
    settings.load_profile("long" if LONG else "fast")
    NETWORK.close()
    CONNECTIONS.watch()


def pytest_unconfigure(config: pytest.Config) -> None:
    """Remove the home folder of this process."""
    shutil.rmtree(config.stash[HOME], ignore_errors=True)


def pytest_report_header() -> str:
    """Say which profile the properties ran with; pytest-randomly prints its seed beside it."""
    return f"hypothesis examples: {settings().max_examples}; repeat an order with --randomly-seed=N"


@pytest.fixture
def looked_at_beside() -> None:
    """Asked for by the test whose window looks at the whole file beside the work."""


@pytest.fixture
def qtbot(qtbot: QtBot, request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> QtBot:
    """Qt's hands with `PATIENCE`. The window leaves the whole file alone unless the test asks for that.

    These tests read the live file with another SQLite than the app's in the same process. The locks that keep two
    programs apart do not part those: the reader empties the shared memory that a thread is looking at, and all dies.
    """
    if "looked_at_beside" not in request.fixturenames:
        from promoter_app.ui.lock import door

        monkeypatch.setattr(door, "A_MOMENT", NEVER)
    for name in ("waitUntil", "waitSignal"):
        setattr(qtbot, name, partial(getattr(qtbot, name), timeout=PATIENCE))
    return qtbot


@pytest.fixture
def seeded() -> random.Random:
    """Chance for a test that needs some: the same each time."""
    return random.Random(20261122)


@pytest.fixture(autouse=True)
def nothing_left_behind() -> Iterator[None]:
    """Fail the test that leaves a thread, a window, a connection, a chosen folder or a network call behind."""
    threads, connections, folder = set(threading.enumerate()), CONNECTIONS.open(), Path.cwd()
    yield
    said = guards.left_in_qt() + guards.left_threads(threads) + CONNECTIONS.left_open(connections)
    if Path.cwd() != folder:
        said.append(f"another current folder: {Path.cwd()}")
        os.chdir(folder)
    said += [f"a try to reach {host}" for host in NETWORK.attempts]
    NETWORK.attempts.clear()
    assert not said, "the test left behind: " + "; ".join(said)


@pytest.fixture(autouse=True)
def no_errors_logged(request: pytest.FixtureRequest) -> Iterator[None]:
    """Fail the test that logs an error, unless it asked for `caplog` and so looks at the log itself."""
    errors = guards.Errors()
    logging.getLogger().addHandler(errors)
    yield
    logging.getLogger().removeHandler(errors)
    if "caplog" not in request.fixturenames:
        assert not errors.lines, "errors were logged: " + "; ".join(errors.lines)
