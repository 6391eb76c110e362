"""What staged files would bring, counted before anything changes. The staging file is attached as `s`."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, NamedTuple

from promoter_app.domain.merging.packages import Brings
from promoter_app.store.merging.staging_sql import TRAVELLING, Travelling

_SHOWN = {"session": "sessions", "person": "people", "attendance": "attendances", "attempt": "tests"}


class Span(NamedTuple):
    """Staged rows of a table of a file: first and last rowid, how many, and how many more we had to the last column."""

    first: int
    last: int
    rows: int
    known: int


def spans(db: Any) -> dict[int, dict[str, Span]]:
    """By file, by table: where its staged rows are."""
    found: dict[int, dict[str, Span]] = {}
    for table, number, *span in db.execute("SELECT tbl, f, first, last, n, known FROM s.span").fetchall():
        found.setdefault(number, {})[table] = Span(*span)
    return found


@contextmanager
def counting_new(db: Any) -> Iterator[None]:
    """While open, `brings` knows what it counted before, so that nothing is counted twice."""
    db.execute("CREATE TEMP TABLE counted (key BLOB PRIMARY KEY NOT NULL) WITHOUT ROWID")
    db.execute("CREATE TEMP TABLE lone_run (run BLOB PRIMARY KEY NOT NULL) WITHOUT ROWID")
    try:
        db.execute(
            "INSERT INTO temp.lone_run SELECT run FROM s.run x WHERE NOT EXISTS"
            " (SELECT 1 FROM main.run m WHERE m.run = x.run) GROUP BY run HAVING count(*) = 1"
        )
        yield
    finally:
        db.execute("DROP TABLE temp.counted")
        db.execute("DROP TABLE temp.lone_run")


def told_elsewhere(db: Any, number: int, launches: str) -> set[str]:
    """Tables in which a file has rows of other launches than the SQL `launches` selects."""
    asked = f"SELECT DISTINCT tbl FROM s.launch WHERE f = ? AND run NOT IN ({launches})"
    return {name for (name,) in db.execute(asked, (number,)).fetchall()} | {"run"}


def brings(db: Any, number: int, span: dict[str, Span]) -> Brings:
    """What a file adds to our data and to the files counted before it. Within `counting_new`."""
    shared = told_elsewhere(db, number, "SELECT run FROM temp.lone_run")
    counted = {
        table.name: _new_rows(db, table, span) if table.name in shared else span[table.name].rows
        for table in TRAVELLING
        if table.name in span
    }
    shown = {field: counted.get(name, 0) for name, field in _SHOWN.items()}
    return Brings(facts=sum(counted.values()) - counted.get("run", 0), **shown)


def _new_rows(db: Any, table: Travelling, span: dict[str, Span]) -> int:
    """Rows of launches that only this file knows are new; the others are looked for.

    Where all are of such launches nobody comes here: most files of a season tell of nobody else's.
    """
    first, last, count, _known = span[table.name]
    if not count:
        return 0
    key = table.key
    lone = f"substr(x.{key}, 1, 12) IN (SELECT run FROM temp.lone_run)"
    (certain,) = db.execute(
        f"SELECT count(*) FROM s.{table.name} x WHERE x.rowid BETWEEN ? AND ? AND {lone}", (first, last)
    ).fetchone()
    if certain == count:
        return count
    looked_for = db.execute(
        f"INSERT INTO temp.counted SELECT x.{key} FROM s.{table.name} x WHERE x.rowid BETWEEN ? AND ? AND NOT {lone}"
        f" AND NOT EXISTS (SELECT 1 FROM main.{table.name} m WHERE m.{key} = x.{key}) ON CONFLICT DO NOTHING",
        (first, last),
    ).rowcount
    return int(certain) + int(looked_for)


def staged_runs(db: Any) -> dict[tuple[int, bytes], frozenset[bytes]]:
    """By file and laptop: its launches that the file knows of."""
    found: dict[tuple[int, bytes], set[bytes]] = {}
    for number, device, run in db.execute("SELECT f, device, run FROM s.run").fetchall():
        found.setdefault((number, bytes(device)), set()).add(bytes(run))
    return {key: frozenset(runs) for key, runs in found.items()}


def latest_of_ours(db: Any, device: bytes) -> dict[int, int]:
    """By file: when our own last launch began (ms, our clock) that it knows of: it was made after that."""
    return dict(db.execute("SELECT f, max(started) FROM s.run WHERE device = ? GROUP BY f", (device,)).fetchall())


def project_tag(db: Any, number: int) -> int | None:
    """The project tag inside a file's own records: its oldest project's."""
    row = db.execute("SELECT tag FROM s.project WHERE f = ? ORDER BY wall, id LIMIT 1", (number,)).fetchone()
    return None if row is None else int(row[0])


def erasures(db: Any, number: int) -> int:
    """How many people a file erases with authority, beyond those erased already."""
    (found,) = db.execute(
        "SELECT count(DISTINCT e.subject) FROM s.erasure e JOIN s.run r ON r.run = substr(e.id, 1, 12) AND r.f = e.f"
        " WHERE e.f = ? AND e.stage = 'suppress' AND e.subject NOT IN (SELECT subject FROM main.erased)"
        " AND r.device IN (SELECT device FROM main.erasure_authority)",
        (number,),
    ).fetchone()
    return int(found)


def latest_launch(db: Any, number: int) -> dict[str, Any]:
    """Device and operator of the launch that began last in a file: who made it, when it does not say."""
    row = db.execute(
        "SELECT device, coalesce(operator, '') FROM s.run WHERE f = ? ORDER BY started DESC, run DESC LIMIT 1",
        (number,),
    ).fetchone()
    return {"device": bytes(row[0]), "operator": row[1]} if row else {}


def unstage(db: Any, number: int) -> None:
    """Take a file's rows out of the staging again."""
    for table in spans(db).get(number, {}):
        db.execute(f"DELETE FROM s.{table} WHERE f = ?", (number,))
    for name in ("span", "launch", "variant", "quarantine"):
        db.execute(f"DELETE FROM s.{name} WHERE f = ?", (number,))
