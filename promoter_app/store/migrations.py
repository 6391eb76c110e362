"""The schema's history: named migrations, each in one transaction. A fresh file runs them all."""

from __future__ import annotations

from functools import cache
from typing import Any

from promoter_app.store import dbapi
from promoter_app.store.duplicates.aliases import PERSON_ALIAS_SQL
from promoter_app.store.facts import FACTS
from promoter_app.store.merging.tables import MERGING_SQL
from promoter_app.store.records import RECORDS
from promoter_app.store.shapes import Table

APPLICATION_ID = 0x53524331  # "SRC1"
SCHEMA_VERSION = 2
TABLES: tuple[Table, ...] = RECORDS + FACTS
RUN_SQL = """CREATE TABLE run (
  run BLOB PRIMARY KEY NOT NULL CHECK (length(run) = 12),
  device BLOB NOT NULL CHECK (length(device) = 16),
  started INTEGER NOT NULL,
  utc_offset INTEGER NOT NULL,
  operator TEXT CHECK (length(operator) <= 200),
  app TEXT CHECK (length(app) <= 40)
) STRICT, WITHOUT ROWID"""
EVIDENCE_SQL = (
    """CREATE TABLE variant (
  tbl TEXT NOT NULL, id BLOB NOT NULL, subject BLOB, body TEXT NOT NULL, PRIMARY KEY (tbl, id, body)
) STRICT""",
    """CREATE TABLE quarantine (
  sha TEXT NOT NULL, tbl TEXT NOT NULL, body TEXT NOT NULL, PRIMARY KEY (sha, tbl, body)
) STRICT""",
)
_LOCAL_SQL = (
    """CREATE TABLE head (
  entity BLOB NOT NULL, tbl TEXT NOT NULL, field TEXT NOT NULL, id BLOB NOT NULL, gen INTEGER NOT NULL, value TEXT,
  PRIMARY KEY (entity, field, id)
) STRICT, WITHOUT ROWID""",
    """CREATE TABLE import_log (
  sha TEXT NOT NULL, schema INTEGER NOT NULL, path TEXT, at INTEGER, device BLOB, seen INTEGER, new INTEGER,
  dup INTEGER, clash INTEGER, erased INTEGER, quarantined INTEGER, PRIMARY KEY (sha, schema)
) STRICT""",
    "CREATE TABLE cover (run BLOB PRIMARY KEY NOT NULL, n INTEGER NOT NULL) STRICT",
    "CREATE TABLE local (key TEXT PRIMARY KEY NOT NULL, value TEXT) STRICT",
    """CREATE TABLE delivery (
  package INTEGER PRIMARY KEY, sha256 TEXT NOT NULL, at INTEGER NOT NULL,
  sessions INTEGER NOT NULL, people INTEGER NOT NULL
) STRICT""",
)
_LOCAL_SQL_2: tuple[str, ...] = PERSON_ALIAS_SQL + MERGING_SQL


def create_travelling(execute: Any, upto: int = SCHEMA_VERSION) -> None:
    """The tables that travel in packages and exports: facts, records, runs and evidence, no index."""
    execute(RUN_SQL)
    for statement in EVIDENCE_SQL:
        execute(statement)
    for table in TABLES:
        if table.since <= upto:
            execute(table.create_sql)


def _create_working(execute: Any, since: int) -> None:
    """What a working file has beside the travelling tables that migration `since` brings."""
    for table in TABLES:
        if table.since != since:
            continue
        if table.record:
            execute(table.create_now_sql)
        for statement in table.index_sql:
            execute(statement)


@cache
def known_statements() -> frozenset[str]:
    """Every statement that may stand in the schema of a working file, blanks evened out. Anything else is not ours."""
    statements = [RUN_SQL, *EVIDENCE_SQL, *_LOCAL_SQL, *_LOCAL_SQL_2]
    for table in TABLES:
        statements += [table.create_sql, *table.index_sql]
        statements += [table.create_now_sql] if table.record else []
    return frozenset(" ".join(statement.split()) for statement in statements)


def history() -> Any:
    """The named migrations of a working file, in order."""
    migrations = dbapi.Migrations("surco")

    @migrations(name="0001_first_season")  # type: ignore[untyped-decorator]
    def _first(db: Any) -> None:
        create_travelling(db.execute, upto=1)
        for statement in _LOCAL_SQL:
            db.execute(statement)
        _create_working(db.execute, since=1)
        db.execute("PRAGMA user_version = 1")

    @migrations(name="0002_the_office")  # type: ignore[untyped-decorator]
    def _second(db: Any) -> None:
        for statement in _LOCAL_SQL_2:
            db.execute(statement)
        for table in TABLES:
            if table.since == 2:
                db.execute(table.create_sql)
        _create_working(db.execute, since=2)
        db.execute("PRAGMA user_version = 2")

    return migrations
