"""Imported before anything else by the process that opens strange files: sqlcipher3 without its Python half.

That half makes dates of columns, which nobody asks for here, and importing what it needs costs each start 5 ms.
"""

from __future__ import annotations

import sys


def lend_sqlcipher3() -> None:
    """Put the compiled half of sqlcipher3 where `promoter_app.store.dbapi` looks for its DB-API."""
    package = type(sys)("sqlcipher3")
    package.__path__ = [f"{entry}/sqlcipher3" for entry in sys.path]
    sys.modules["sqlcipher3"] = package
    import sqlcipher3._sqlite3

    sys.modules["sqlcipher3.dbapi2"] = sqlcipher3._sqlite3
