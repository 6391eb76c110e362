"""Runs in the child: the strange file as `strange`, and what is kept from one file to the next.

All files of a look are laid in the same place, one after the other. Nearly all of them have the same schema, which
SQLite then need not read and compile again: that costs more than the rows of a small file.
"""

from __future__ import annotations

from promoter_app.store.merging.faults import FaultError

TYPE_CHECKING = False  # as in typing, whose import would cost each child process 5 ms
if TYPE_CHECKING:
    from typing import Any

_MOST_OBJECTS = 1000
_CACHE = -1024  # KiB of pages: a file is read from its first row to its last, and each page that is kept is let go of
_OBJECTS = "SELECT type, lower(name), substr(sql, 1, 20000) FROM strange.sqlite_schema LIMIT ?"
_SCHEMA = (
    "SELECT json_group_array(type), json_group_array(name), json_group_array(tbl_name), json_group_array(sql),"
    " json_group_array(iif(type = 'table' AND name = 'seal', 0, rootpage))"
    " FROM (SELECT * FROM strange.sqlite_schema LIMIT ?)"
)
"""The whole schema. The seal lies after all rows, so elsewhere in each file; nobody asks SQLite for it."""


class Strange:
    """The attached file, its tables that travel, and the settings of the connection that it needs."""

    def __init__(self, connection: Any, recipe: dict[str, Any]) -> None:
        self._connection = connection
        self._known = {"package": "", "manifest": "", **recipe["declared"]}
        self._views = frozenset(recipe["views"])
        self._kept: tuple[str, bytes] | None = None
        self._schema: tuple[str, ...] = ()
        self._present: dict[str, bool] = {}
        self._attached = False
        self._ignores_checks = False

    def open(self, uri: str, layout: bytes) -> dict[str, bool]:
        """Attach the file; its tables that travel, once nothing in its schema could run code of its own.

        The value says whether a table is declared exactly as ours is. With a `layout`, the bytes of its header that say
        how it is built, the file may lie where the last one lay: then its change counter is another one, so that SQLite
        forgets the pages, and the schema is kept when every word and every place in it is the same. Raises FaultError.
        """
        if self._attached and layout and self._kept == (uri, layout) and self._read_schema() == self._schema:
            return self._present
        self.close()
        self._connection.execute("ATTACH DATABASE ? AS strange KEY ''", (uri + ("" if layout else "&immutable=1"),))
        self._attached = True
        self._connection.execute(f"PRAGMA strange.cache_size = {_CACHE}")
        self._present = self._allowed_tables()
        self._schema = self._read_schema() if layout else ()
        self._kept = (uri, layout)
        return self._present

    def close(self) -> None:
        """Let go of the file."""
        if self._attached:
            self._connection.execute("DETACH DATABASE strange")
        self._attached, self._kept = False, None

    def ignore_checks(self, ignore: bool) -> None:
        """Whether CHECKs of our tables are left out. Said only when it changes: each time all statements are lost."""
        if ignore != self._ignores_checks:
            self._connection.execute(f"PRAGMA ignore_check_constraints = {'ON' if ignore else 'OFF'}")
            self._ignores_checks = ignore

    def _read_schema(self) -> tuple[str, ...]:
        found: tuple[str, ...] = self._connection.execute(_SCHEMA, (_MOST_OBJECTS + 1,)).fetchone()
        return found

    def _allowed_tables(self) -> dict[str, bool]:
        objects = self._connection.execute(_OBJECTS, (_MOST_OBJECTS + 1,)).fetchall()
        if len(objects) > _MOST_OBJECTS:
            raise FaultError("strange_tables")
        present = {}
        for kind, name, sql in objects:
            code = kind == "trigger" or (sql or "").lstrip()[:14].upper() == "CREATE VIRTUAL"
            if code or (kind == "view" and name not in self._views) or (name in self._known and kind != "table"):
                raise FaultError("strange_tables")
            if kind == "table" and name in self._known:
                present[name] = sql == self._known[name]
        if not {"run", "manifest"} <= present.keys():
            raise FaultError("not_a_package")
        for name, as_ours in present.items():
            if not as_ours:
                columns = self._connection.execute(f"PRAGMA strange.table_xinfo({name})").fetchall()
                if any(column[6] for column in columns):
                    raise FaultError("strange_tables")
        return present
