"""The guards of conftest.py catch what they are there for."""

from __future__ import annotations

import logging
import socket
import threading

import pytest
from sqlcipher3 import dbapi2

from tests import guards
from tests.conftest import CONNECTIONS, NETWORK


@pytest.mark.parametrize("host", ["192.0.2.1", "example.org", "2001:db8::1"])
def test_network_is_refused_and_remembered(host: str) -> None:
    with pytest.raises(guards.ReachedOutError):
        socket.create_connection((host, 80), timeout=1)
    assert host in NETWORK.attempts[-1]
    NETWORK.attempts.clear()


def test_datagrams_are_refused() -> None:
    with socket.socket(socket.AF_INET, socket.SOCK_DGRAM) as sock, pytest.raises(guards.ReachedOutError):
        sock.sendto(b"x", ("192.0.2.1", 9))
    NETWORK.attempts.clear()


def test_this_computer_is_allowed() -> None:
    with socket.socket() as server:
        server.bind(("127.0.0.1", 0))
        server.listen()
        with socket.create_connection(server.getsockname()) as client:
            assert client.getpeername() == server.getsockname()


def test_open_connections_and_transactions_are_seen() -> None:
    before = CONNECTIONS.open()
    connection = dbapi2.connect(":memory:")
    assert "an open connection" in CONNECTIONS.left_open(before)[0]
    connection.execute("CREATE TABLE t (a)")
    connection.execute("INSERT INTO t VALUES (1)")
    assert "in a transaction" in CONNECTIONS.left_open(before)[0]
    connection.close()
    assert CONNECTIONS.left_open(before) == []


def test_running_threads_are_seen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(guards, "PATIENCE", 0.01)
    before, end = set(threading.enumerate()), threading.Event()
    thread = threading.Thread(target=end.wait, name="forgotten")
    thread.start()
    assert guards.left_threads(before) == ["a running thread: forgotten"]
    end.set()
    thread.join()
    assert guards.left_threads(before) == []


def test_shown_windows_are_seen(qapp: object) -> None:
    from PySide6.QtWidgets import QWidget

    widget = QWidget()
    widget.show()
    assert any("a window on the screen" in said for said in guards.left_in_qt())
    widget.close()
    assert guards.left_in_qt() == []


def test_logged_errors_are_kept() -> None:
    errors, logger = guards.Errors(), logging.Logger("apart")
    logger.addHandler(errors)
    logger.warning("a warning")
    logger.error("an error of %s", "ours")
    assert errors.lines == ["apart: an error of ours"]
