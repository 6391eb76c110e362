"""`surco publish` at a real server on this computer, and its refusals."""

from __future__ import annotations

from pathlib import Path

import psycopg

from promoter_app.edge import Edge
from promoter_app.services.folder import open_folder
from tests.cli.conftest import Surco
from tests.store.postgres_server import server


def test_publish_sends_what_is_new(surco: Surco, tmp_path: Path) -> None:
    folder = open_folder(tmp_path / "datos")
    with folder.book.writing(Edge("Lupita").stamp()) as write:
        write.add("person", kind="worker", name="Ɨtɨama")
    folder.close()
    with server() as address:
        url = f"{address}/postgres"
        first = surco("--data", tmp_path / "datos", "publish", "--to", url, "--json").row
        assert (first["sent"], first["removed"], first["total"]) == (2, 0, 2)
        again = surco("--data", tmp_path / "datos", "publish", "--to", url, "--json").row
        assert (again["sent"], again["removed"], again["total"]) == (0, 0, 2)
        with psycopg.connect(url) as connection:
            assert connection.execute("SELECT name FROM surco.people").fetchall() == [("Ɨtɨama",)]


def test_another_kind_of_address_is_refused(surco: Surco, tmp_path: Path) -> None:
    open_folder(tmp_path / "datos").close()
    ran = surco("--data", tmp_path / "datos", "publish", "--to", "mysql://x/y")
    assert ran.code == 1
    assert "Solo se publica en PostgreSQL." in ran.err
