"""Whether what stands in the server's schema is ours and of a kind that this Surco may write into."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from promoter_app.store.migrations import SCHEMA_VERSION
from promoter_app.store.publishing import refusals
from promoter_app.store.publishing.analyst_views import ANALYST_VIEWS, dropping_statements, replacing_statements
from promoter_app.store.publishing.tables import TABLES

if TYPE_CHECKING:
    import psycopg

_FOUND = """
SELECT t.table_name, t.table_type = 'VIEW', array_agg(c.column_name::text)
FROM information_schema.tables t
  JOIN information_schema.columns c ON c.table_schema = t.table_schema AND c.table_name = t.table_name
WHERE t.table_schema = %s GROUP BY 1, 2 ORDER BY 1
"""
_CREATE_VERSION = "CREATE TABLE IF NOT EXISTS schema_version (version integer NOT NULL)"
_OTHERS = {
    "run": {"run", "device", "started", "utc_offset", "operator", "app"},
    "person_alias": {"id", "person"},
    "publication": {"at", "facts", "removed", "app"},
    "schema_version": {"version"},
}


def _wanted() -> Iterable[tuple[str, set[str]]]:
    yield from _OTHERS.items()
    for table in TABLES:
        yield table.name, {"id", *table.column_names}
        if table.record:
            yield table.now_name, {"id", *table.column_names}


def check_tables(cursor: psycopg.Cursor[Any], schema: str) -> None:
    """Raises Refusal `server_tables` when a table or view in `schema` has a name of ours and is not ours."""
    cursor.execute(_FOUND, (schema,))
    found = {name: (is_view, set(columns)) for name, is_view, columns in cursor.fetchall()}
    strange = [name for name, columns in _wanted() if name in found and found[name] != (False, columns)]
    strange += [name for name in ANALYST_VIEWS if name in found and not found[name][0]]
    if strange:
        raise refusals.server_tables(sorted(strange)[0])


def keep_version(cursor: psycopg.Cursor[Any]) -> None:
    """Note which version of the tables the server has. Raises Refusal `server_newer` when a newer Surco wrote there."""
    cursor.execute(_CREATE_VERSION)
    cursor.execute("SELECT max(version) FROM schema_version")
    row = cursor.fetchone()
    known = row[0] if row else None
    if known is not None and known > SCHEMA_VERSION:
        raise refusals.server_newer()
    if known != SCHEMA_VERSION:
        cursor.execute("DELETE FROM schema_version")
        cursor.execute("INSERT INTO schema_version VALUES (%s)", (SCHEMA_VERSION,))


def make_views(cursor: psycopg.Cursor[Any]) -> None:
    """The analysts' views as they are today; views that analysts made on them stay.

    Raises Refusal `server_views` when columns changed and somebody's view stands in the way.
    """
    import psycopg

    try:
        with cursor.connection.transaction():
            for statement in replacing_statements():
                cursor.execute(statement)
    except psycopg.errors.InvalidTableDefinition:  # other columns than before
        try:
            for statement in (*dropping_statements(), *replacing_statements()):
                cursor.execute(statement)
        except psycopg.errors.DependentObjectsStillExist as error:
            raise refusals.server_views(error.diag.message_detail or "") from error
