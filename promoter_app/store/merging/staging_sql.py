"""SQL that takes rows out of a strange file: what a well-formed row is, table by table. Names come only from here."""

from __future__ import annotations

from dataclasses import dataclass

from promoter_app.store.migrations import TABLES
from promoter_app.store.shapes import Column

_LATEST = 253_402_300_799_000  # the last millisecond of the year 9999
_LARGEST = 1 << 53
_GENERATIONS = 1 << 40
_WALL = Column("wall", "int", required=True)


@dataclass(frozen=True)
class Travelling:
    """A table that travels: its key and how long it is, its other columns, and which of them name a person."""

    name: str
    key: str
    key_length: int
    columns: tuple[Column, ...]
    subjects: tuple[str, ...] = ()
    record: bool = False

    @property
    def names(self) -> tuple[str, ...]:
        """All columns, the key first."""
        return (self.key, *(column.name for column in self.columns))

    @property
    def listed(self) -> str:
        """All columns as SQL lists them."""
        return ", ".join(self.names)


RUN = Travelling(
    "run", "run", 12,
    (
        Column("device", "id", required=True), Column("started", "int", required=True),
        Column("utc_offset", "int", required=True), Column("operator", "text"), Column("app", "text", limit=40),
    ),
)  # fmt: skip
_MORE_SUBJECTS = {"link": ("a", "b"), "travel_time": ("a", "b")}
TRAVELLING: tuple[Travelling, ...] = (
    RUN,
    *(
        Travelling(
            table.name, "id", 16, (*table.columns, _WALL),
            _MORE_SUBJECTS.get(table.name, (table.subject,) if table.subject else ()), table.record,
        )
        for table in TABLES
    ),
)  # fmt: skip
BY_NAME = {table.name: table for table in TRAVELLING}
ALWAYS_STAGED = ("run", "project", "erasure")
"""Tables that are always in the staging file, and whole: judging a file reads them."""
EVIDENCE = {
    "variant": (
        Column("tbl", "text", True, 40), Column("id", "id", True), Column("subject", "id"),
        Column("body", "text", True, 200_000),
    ),
    "quarantine": (
        Column("sha", "text", True, 64), Column("tbl", "text", True, 40), Column("body", "text", True, 2000),
    ),
}  # fmt: skip


def create_staging() -> list[str]:
    """Statements for the empty staging file: what judging reads; other tables are made when a file fills them."""
    return [
        "CREATE TABLE span (tbl TEXT NOT NULL, f INTEGER NOT NULL, first INTEGER NOT NULL, last INTEGER NOT NULL,"
        " n INTEGER NOT NULL, known INTEGER NOT NULL, PRIMARY KEY (tbl, f)) STRICT",
        "CREATE TABLE launch (tbl TEXT NOT NULL, f INTEGER NOT NULL, run BLOB NOT NULL) STRICT",
        *(staging_table(BY_NAME[name]) for name in ALWAYS_STAGED),
        "CREATE TABLE variant (f INTEGER NOT NULL, tbl TEXT NOT NULL, id BLOB NOT NULL, subject BLOB,"
        " body TEXT NOT NULL) STRICT",
        "CREATE TABLE quarantine (f INTEGER NOT NULL, sha TEXT NOT NULL, tbl TEXT NOT NULL, body TEXT NOT NULL) STRICT",
    ]


def staging_table(table: Travelling) -> str:
    """The statement for one table: its rows with the number `f` of the file that each came from."""
    lines = [
        "f INTEGER NOT NULL",
        f"{table.key} BLOB NOT NULL CHECK (length({table.key}) = {table.key_length})",
        *(column.sql for column in table.columns),
    ]
    return f"CREATE TABLE IF NOT EXISTS {table.name} ({', '.join(lines)}) STRICT"


def launches_in(name: str) -> str:
    """SQL: launches whose rows a table of the strange file holds, by jumps through its index of ids.

    An index that somebody forged may hide some, or go in circles, which ends: whoever believes this looks again.
    """
    next_one = f"SELECT substr(x.id, 1, 12) FROM strange.{name} x"
    return (
        f"WITH RECURSIVE found(run) AS (SELECT ({next_one} ORDER BY x.id LIMIT 1) UNION SELECT"
        f" ({next_one} WHERE x.id > CAST(found.run || x'ffffffff' AS BLOB) ORDER BY x.id LIMIT 1)"
        " FROM found WHERE found.run NOT NULL) SELECT run FROM found WHERE typeof(run) = 'blob'"
    )


def _is_text(name: str) -> str:
    plain = f"({name} NOT GLOB '*[^ -~]*' AND length({name}) = octet_length({name}))"
    return f"({plain} OR utf8_ok(CAST({name} AS BLOB)))"


def _beyond_check(column: Column) -> str | None:
    """What a CHECK of ours cannot see: bad UTF-8 and NUL (length and GLOB stop there), days that are none, ranges."""
    name = column.name
    if column.kind == "int":
        top = {"wall": _LATEST, "started": _LATEST, "gen": _GENERATIONS}.get(name, _LARGEST)
        return f"{name} BETWEEN {-top} AND {top}"
    return {
        "text": _is_text(name),
        "real": f"abs({name}) <= 1e15",
        "date": f"(octet_length({name}) = 10 AND date({name}) = {name})",
        "time": f"(octet_length({name}) = 5 AND time({name}) IS NOT NULL)",
    }.get(column.kind)


def _as_declared(column: Column) -> str:
    """Type and limits, as our own table would enforce them."""
    name = column.name
    if column.kind == "id":
        return f"({name} >= x'' AND length({name}) = 16)"  # only blobs are not less than the empty one
    if column.kind == "blob":
        return f"typeof({name}) = 'blob' AND length({name}) BETWEEN 1 AND {column.limit}"
    if column.kind in ("int", "bool"):
        return f"typeof({name}) = 'integer'" + (f" AND {name} IN (0, 1)" if column.kind == "bool" else "")
    if column.kind == "real":
        return f"typeof({name}) IN ('real', 'integer')"
    limit = {
        "text": f"length({name}) <= {column.limit}",
        "choice": f"{name} COLLATE BINARY IN ({', '.join(repr(word) for word in column.choices)})",
        "date": f"{name} GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'",
        "time": f"{name} GLOB '[0-2][0-9]:[0-5][0-9]'",
    }[column.kind]
    return f"typeof({name}) = 'text' AND {limit}"


def _or_null(column: Column, test: str) -> str:
    return f"({test})" if column.required else f"({column.name} IS NULL OR ({test}))"


def full_tests(columns: tuple[Column, ...]) -> dict[str, str]:
    """By column: SQL that holds (is true, not NULL) for a well-formed value, whatever table it lies in."""
    return {
        column.name: _or_null(column, " AND ".join(filter(None, (_as_declared(column), _beyond_check(column)))))
        for column in columns
    }


def key_test(table: Travelling) -> str:
    """The same for the key."""
    return f"(typeof({table.key}) = 'blob' AND length({table.key}) = {table.key_length})"
