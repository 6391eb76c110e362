"""What no test may leave behind or reach for: threads, windows, connections, errors in the log, the network."""

from __future__ import annotations

import gc
import logging
import socket
import sys
import threading
import weakref
from collections.abc import Callable
from ipaddress import ip_address
from typing import Any

import sqlcipher3
from sqlcipher3 import dbapi2

PATIENCE = 5.0  # seconds that a thread which was told to end may take


class ReachedOutError(AssertionError):
    """Code under test reached for another computer. The app works offline, always."""


class Network:
    """Refuses every address outside this computer, and remembers the attempts that were swallowed."""

    def __init__(self) -> None:
        self.attempts: list[str] = []

    def check(self, host: object) -> None:
        """Raise ReachedOutError unless `host` is this computer."""
        if isinstance(host, bytes):
            host = host.decode("ascii", "replace")
        if host in (None, "", "localhost") or (isinstance(host, str) and is_loopback(host)):
            return
        self.attempts.append(str(host))
        raise ReachedOutError(f"reached for {host}")

    def close(self) -> None:
        """Put the check in front of the ways in which Python reaches out."""
        for name in ("connect", "connect_ex", "sendto"):
            setattr(socket.socket, name, self._guarded(getattr(socket.socket, name)))
        resolve = socket.getaddrinfo

        def getaddrinfo(host: Any, *words: Any, **options: Any) -> Any:
            self.check(host)
            return resolve(host, *words, **options)

        socket.getaddrinfo = getaddrinfo

    def _guarded(self, method: Callable[..., Any]) -> Callable[..., Any]:
        def guarded(sock: socket.socket, *words: Any) -> Any:
            if sock.family in (socket.AF_INET, socket.AF_INET6):
                address = next(word for word in reversed(words) if isinstance(word, tuple))
                self.check(address[0])
            return method(sock, *words)

        return guarded


def is_loopback(host: str) -> bool:
    """Whether `host` is written as an address of this computer."""
    try:
        return ip_address(host.partition("%")[0]).is_loopback
    except ValueError:
        return False


class Watched(dbapi2.Connection):  # type: ignore[misc]
    """A connection that can be found again without being kept alive."""


class Connections:
    """Knows every database connection that is still alive."""

    def __init__(self) -> None:
        self._alive: weakref.WeakSet[Watched] = weakref.WeakSet()

    def watch(self) -> None:
        """From now on, know each connection that is opened."""
        opened = dbapi2.connect

        def connect(*words: Any, **options: Any) -> Any:
            connection = opened(*words, **{"factory": Watched, **options})
            if isinstance(connection, Watched):
                self._alive.add(connection)
            return connection

        dbapi2.connect = sqlcipher3.connect = connect

    def open(self) -> list[Watched]:
        """The connections that nobody closed."""
        return [connection for connection in list(self._alive) if is_open(connection)]

    def left_open(self, before: list[Watched]) -> list[str]:
        """What is wrong with those opened since `before`, and with any that is in a transaction."""
        known = {id(connection) for connection in before}
        if any(id(connection) not in known for connection in self.open()):
            gc.collect()
        said = []
        for connection in self.open():
            if connection.in_transaction:
                said.append(f"a connection in a transaction: {connection!r}")
            elif id(connection) not in known:
                said.append(f"an open connection: {connection!r}")
        return said


def is_open(connection: Watched) -> bool:
    """Whether `connection` still answers."""
    try:
        return int(connection.total_changes) >= 0
    except dbapi2.ProgrammingError:
        return False


class Errors(logging.Handler):
    """Keeps what was logged as an error."""

    def __init__(self) -> None:
        super().__init__(logging.ERROR)
        self.lines: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        """Keep one record as text."""
        self.lines.append(f"{record.name}: {record.getMessage()}")


def left_threads(before: set[threading.Thread]) -> list[str]:
    """Python threads started since `before` that do not end by themselves."""
    fresh = [
        thread
        for thread in threading.enumerate()
        if thread not in before and not isinstance(thread, threading._DummyThread)
    ]
    for thread in fresh:
        thread.join(PATIENCE)
    return [f"a running thread: {thread.name}" for thread in fresh if thread.is_alive()]


def left_in_qt() -> list[str]:
    """Windows on the screen and work in the global pool, when Qt was used at all."""
    core, widgets = sys.modules.get("PySide6.QtCore"), sys.modules.get("PySide6.QtWidgets")
    if core is None or core.QCoreApplication.instance() is None:
        return []
    core.QCoreApplication.sendPostedEvents(None, core.QEvent.Type.DeferredDelete)
    said = []
    if not core.QThreadPool.globalInstance().waitForDone(int(PATIENCE * 1000)):
        said.append("work in Qt's global thread pool")
    if widgets is not None and widgets.QApplication.instance() is not None:
        shown = [widget for widget in widgets.QApplication.topLevelWidgets() if widget.isVisible()]
        said += [f"a window on the screen: {widget!r}" for widget in shown]
    return said
