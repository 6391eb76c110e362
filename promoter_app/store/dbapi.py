"""The one door to SQLite: sqlcipher3 as DB-API, and sqlite-utils on top of it.

Everybody takes connections and errors from here. sqlcipher3 brings its own SQLite (past the WAL-reset
corruption bug of 3.7-3.51.2) and encryption; sqlite-utils finds it under the name `pysqlite3`. Its optional
import of numpy would cost 0.2 s at start and is kept out.
"""

from __future__ import annotations

import sys

import sqlcipher3
from sqlcipher3 import dbapi2

TYPE_CHECKING = False  # as in typing, whose import would cost each child process 5 ms
if TYPE_CHECKING:
    from pathlib import Path
    from typing import Any


def _import_sqlite_utils() -> Any:
    sys.modules.setdefault("pysqlite3", sqlcipher3)
    sys.modules.setdefault("pysqlite3.dbapi2", dbapi2)
    absent = object()
    numpy = sys.modules.get("numpy", absent)
    sys.modules["numpy"] = None  # type: ignore[assignment]
    try:
        import sqlite_utils
    finally:
        if numpy is absent:
            del sys.modules["numpy"]
        else:
            sys.modules["numpy"] = numpy  # type: ignore[assignment]
    return sqlite_utils


def __getattr__(name: str) -> Any:
    """`Database` and `Migrations` of sqlite-utils, imported when a book is first opened: not before first paint."""
    if name in ("Database", "Migrations"):
        return getattr(_import_sqlite_utils(), name)
    raise AttributeError(name)


Connection = dbapi2.Connection
Row = dbapi2.Row
DatabaseError = dbapi2.DatabaseError
OperationalError = dbapi2.OperationalError
IntegrityError = dbapi2.IntegrityError
Unreadable = (DatabaseError, UnicodeDecodeError)
"""What reading a damaged file may raise: SQLite's message about it can hold the damaged bytes."""


def connect(path: str, **options: Any) -> Any:
    """A bare connection; `path` may be a `file:` URI when `uri=True`.

    Pages of encrypted files are sealed with HMAC-SHA256: processors compute it, and a durable commit costs 1.2 times
    one in the clear where SQLCipher's usual SHA-512 cost 1.4 (on a disk that commits in 0.3 ms).
    """
    connection = dbapi2.connect(path, **options)
    connection.execute("PRAGMA cipher_log_level=NONE")
    connection.execute("PRAGMA cipher_default_hmac_algorithm=HMAC_SHA256")
    return connection


def open_file(path: Path, key: bytes | None, **options: Any) -> Any:
    """A connection without implicit transactions; `key` opens an encrypted file. Nothing in its schema is trusted."""
    connection = connect(str(path), isolation_level=None, **options)
    if key is not None:
        connection.execute(f'PRAGMA key="{raw_key(key)}"')
    connection.execute("PRAGMA trusted_schema = OFF")
    return connection


def raw_key(key: bytes) -> str:
    """A 32-byte key as SQLCipher takes it, so that it derives nothing from it."""
    return f"x'{key.hex()}'"
