"""Every schema that was ever given out opens, and ends equal to a fresh one. Kept files are never edited.

A new migration adds a kept file: `python -m tests.store.test_schema_history` writes the one of today.
"""

from __future__ import annotations

import sqlite3
from pathlib import Path

import pytest

from promoter_app.store.book import open_book
from promoter_app.store.migrations import APPLICATION_ID, SCHEMA_VERSION

KEPT = Path(__file__).parent / "schemas"


def schema_of(path: Path) -> list[str]:
    """Each statement of the file's schema, without sqlite's own and the ledger of migrations."""
    connection = sqlite3.connect(path)
    try:
        rows = connection.execute("SELECT sql FROM sqlite_schema WHERE sql IS NOT NULL ORDER BY name").fetchall()
    finally:
        connection.close()
    return [sql for (sql,) in rows if "_sqlite_migrations" not in sql and "sqlite_sequence" not in sql]


def dump_of(path: Path) -> str:
    """The whole file as SQL, with what SQLite keeps in its header."""
    connection = sqlite3.connect(path)
    try:
        lines = [line for line in connection.iterdump() if "sqlite_sequence" not in line]
    finally:
        connection.close()
    head = [f"PRAGMA application_id = {APPLICATION_ID};", f"PRAGMA user_version = {SCHEMA_VERSION};"]
    return "\n".join(head + lines) + "\n"


@pytest.mark.parametrize("kept", sorted(KEPT.glob("*.sql")), ids=lambda kept: kept.stem)
def test_a_kept_schema_opens_and_equals_a_fresh_one(kept: Path, tmp_path: Path) -> None:
    old = tmp_path / "surco.db"
    connection = sqlite3.connect(old)
    connection.executescript(kept.read_text(encoding="utf-8"))
    connection.close()
    open_book(old).close()
    fresh = tmp_path / "fresh.db"
    open_book(fresh).close()
    assert schema_of(old) == schema_of(fresh)


def test_the_schema_of_today_is_kept() -> None:
    assert [path.name for path in sorted(KEPT.glob("*.sql"))][-1].startswith(f"{SCHEMA_VERSION:04d}")


def main() -> None:
    """Write the kept file of today's schema."""
    import tempfile

    with tempfile.TemporaryDirectory() as folder:
        fresh = Path(folder) / "fresh.db"
        open_book(fresh).close()
        (KEPT / f"{SCHEMA_VERSION:04d}_schema.sql").write_text(dump_of(fresh), encoding="utf-8")


if __name__ == "__main__":
    main()
