"""The SQL that the child process needs, as plain values that cross a pipe: made here, where our tables are known."""

from __future__ import annotations

from functools import cache
from typing import Any

from promoter_app.store.merging.staging_sql import (
    ALWAYS_STAGED,
    EVIDENCE,
    TRAVELLING,
    Travelling,
    create_staging,
    full_tests,
    key_test,
    launches_in,
    staging_table,
)
from promoter_app.store.migrations import RUN_SQL, TABLES
from promoter_app.store.views import VIEWS

_LEAST = 200  # rows of a table that are worth comparing before they are staged


@cache
def recipe(least: int = _LEAST) -> dict[str, Any]:
    """What the child does with each table; tables with fewer rows than `least` are staged without comparing."""
    declared = {"run": RUN_SQL, **{table.name: table.create_sql for table in TABLES}}
    return {
        "staging": create_staging(),
        "views": sorted(VIEWS),
        "declared": {**declared, "variant": "", "quarantine": ""},
        "tables": [_table(table) for table in TRAVELLING],
        "launches": launches_in("{0}"),
        "compared": [table.name for table in TRAVELLING if table.name not in ALWAYS_STAGED],
        "evidence": {name: _evidence(name) for name in EVIDENCE},
        "least": least,
    }


def _table(table: Travelling) -> dict[str, Any]:
    return {
        "name": table.name,
        "key": table.key,
        "order": "run" if table.key == "run" else "rowid",
        "create": staging_table(table),
        "listed": table.listed,
        "tests": {table.key: key_test(table), **full_tests(table.columns)},
        "equal": " AND ".join(f"m.{name} IS x.{name}" for name in table.names),
    }


def _evidence(name: str) -> dict[str, str]:
    columns = EVIDENCE[name]
    tests = full_tests(columns)
    if name == "variant":
        tests["id"] = "(typeof(id) = 'blob' AND length(id) IN (12, 16))"
    return {"listed": ", ".join(column.name for column in columns), "good": " AND ".join(tests.values())}
