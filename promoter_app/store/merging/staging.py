"""Runs in the child: one strange file into the clean staging file. Nothing of it is trusted, not even its names.

The SQL comes ready made (see recipe.py): a process that starts for a few files imports next to nothing. Rows that
the office holds already, to the last column, stay out: they are most of what comes back every week.
"""

from __future__ import annotations

from promoter_app.store import dbapi
from promoter_app.store.merging.faults import FaultError
from promoter_app.store.merging.strange import Strange

TYPE_CHECKING = False  # as in typing, whose import would cost each child process 5 ms
if TYPE_CHECKING:
    from typing import Any

_MEMORY = 256 * 1024**2
_MOST_COMPARED = 4_000_000  # rows of a table whose places are held in memory while they are compared


class Staged:
    """What the child tells of a file: label rows, rows seen, rows put aside."""

    def __init__(self) -> None:
        self.label: dict[str, str] = {}
        self.seen = 0
        self.quarantined = 0


def open_staging(path: str, recipe: dict[str, Any], *, key: str = "", office: str = "", office_key: str = "") -> Any:
    """The staging file, made when it is not there. Not durable: after a power cut nobody looks for it.

    But a journal lies beside it, encrypted as it is: a file may be the end of this process, and not of those before.
    `key` encrypts it; `office` is the URI of the office's database, which is only read.
    """
    connection = dbapi.connect(path, isolation_level=None, uri=True)
    if key:
        connection.execute(f'PRAGMA key="{key}"')
    for setting in (
        "journal_mode = TRUNCATE", "synchronous = OFF", "trusted_schema = OFF", "cell_size_check = ON",
        "mmap_size = 0", "temp_store = MEMORY", "cache_size = -16384", f"hard_heap_limit = {_MEMORY}",
    ):  # fmt: skip
        connection.execute(f"PRAGMA {setting}")
    connection.create_function("utf8_ok", 1, _utf8_ok)
    if not connection.execute("SELECT 1 FROM main.sqlite_schema LIMIT 1").fetchone():
        connection.execute("BEGIN")
        for statement in recipe["staging"]:
            connection.execute(statement)
        connection.execute("COMMIT")
    connection.execute("CREATE TEMP TABLE known (run BLOB PRIMARY KEY NOT NULL) WITHOUT ROWID")
    connection.execute("CREATE TEMP TABLE shift (run BLOB PRIMARY KEY NOT NULL, by INTEGER) WITHOUT ROWID")
    connection.execute("CREATE TEMP TABLE rest (place INTEGER PRIMARY KEY)")
    if office:
        connection.execute("ATTACH DATABASE ? AS office KEY ?", (office, office_key))
        connection.execute("PRAGMA office.cache_size = -24576")
    return connection


def is_our_disk(error: Exception) -> bool:
    """Whether an error is about the disk that the staging file is on, not about the strange file."""
    from promoter_app.store.trouble import as_refusal

    refusal = as_refusal(error)
    return refusal is not None and refusal.code in ("disk_full", "disk_error", "read_only")


def _utf8_ok(value: Any) -> int:
    """Whether the bytes of a text are UTF-8 without NUL: the only per-row Python of the merge."""
    try:
        return int(value is not None and "\0" not in bytes(value).decode("utf-8"))
    except UnicodeDecodeError:
        return 0


def stage(connection: Any, recipe: dict[str, Any], task: dict[str, Any], strange: Strange | None = None) -> Staged:
    """Copy the well-formed rows of a file that the office lacks, and put the others aside, known by the file's hash.

    The task has `uri`, `number`, `sha` and `whole`: whether the file's seal is unbroken; and `layout` when the next
    file will lie in the same place (see Strange.open), which is then held by `strange`. Raises FaultError; then the
    staging file is as before.
    """
    strange = strange or Strange(connection, recipe)
    kept = task.get("layout", b"") if task["whole"] else b""
    done = False
    try:
        present = strange.open(task["uri"] + "?mode=ro", kept)
        if not task["whole"]:
            _check_content(connection, set(present))
        staged = _copy(connection, recipe, strange, present, task)
        done = True
    except dbapi.Unreadable as error:
        if is_our_disk(error):
            raise
        raise FaultError("too_heavy" if "interrupted" in str(error) else "damaged") from error
    except MemoryError as error:
        raise FaultError("too_heavy") from error
    finally:
        if connection.in_transaction:
            connection.execute("ROLLBACK")
        if not (done and kept):
            strange.close()
    return staged


def _check_content(connection: Any, present: set[str]) -> None:
    """Without an unbroken seal the file's own list of contents must hold: slow, for old or rewritten files."""
    from promoter_app.store.exporting import content_digest

    if connection.execute("PRAGMA strange.integrity_check(1)").fetchone()[0] != "ok":
        raise FaultError("damaged")
    listed = connection.execute("SELECT lower(tbl), n, digest FROM strange.manifest LIMIT 1000").fetchall()
    if {name for name, _n, _digest in listed} != present - {"package", "manifest"}:
        raise FaultError("changed")
    for name, count, digest in listed:
        if content_digest(connection, f"strange.{name}") != (count, digest):
            raise FaultError("changed")


def _copy(
    connection: Any, recipe: dict[str, Any], strange: Strange, present: dict[str, bool], task: dict[str, Any]
) -> Staged:
    """All tables in one transaction. OR ROLLBACK needs no statement journal; an error undoes all of the file."""
    staged, number, sha = Staged(), task["number"], task["sha"]
    connection.execute("BEGIN")
    compared = recipe["compared"] if _find_known(connection) else ()
    for table in _filled(connection, [table for table in recipe["tables"] if table["name"] in present]):
        name = table["name"]
        # by the table, whose pages are read next anyway, not by its index of ids
        (count,) = connection.execute(f"SELECT count(*) FROM strange.{name} NOT INDEXED").fetchone()
        strange.ignore_checks(present[name])
        some = name in compared and present[name] and recipe["least"] <= count <= _MOST_COMPARED
        lacking = _find_rest(connection, table) if some else count
        taken = _take(connection, table, number, "strange.{} x", lacking) if not some else (
            _take(connection, table, number, "temp.rest r CROSS JOIN strange.{} x ON x.rowid = r.place", lacking))
        connection.execute("INSERT INTO span SELECT ?, ?, ?, ?, ?, ?", (name, number, *taken, count - lacking))
        if taken[2] and table["key"] == "id":
            told_in = recipe["launches"].format(name)
            connection.execute(f"INSERT INTO launch SELECT ?, ?, run FROM ({told_in})", (name, number))
        if taken[2] < lacking:
            _put_aside(connection, table, number, sha, among_rest=some)
        staged.seen += count
        staged.quarantined += lacking - taken[2]
    for name, evidence in recipe["evidence"].items():
        if name in present:
            connection.execute(
                f"INSERT INTO main.{name} (f, {evidence['listed']}) SELECT ?, {evidence['listed']}"
                f" FROM strange.{name} WHERE {evidence['good']}", (number,),
            )  # fmt: skip
    if "package" in present:
        rows = connection.execute(
            "SELECT key, value FROM strange.package WHERE length(key) <= 40 AND length(value) <= 200 LIMIT 100"
        )
        staged.label = {str(key): value for key, value in rows if isinstance(value, str)}
    connection.execute("COMMIT")
    return staged


def _filled(connection: Any, tables: list[dict[str, Any]]) -> list[dict[str, Any]]:
    """Those with rows; one statement, since most tables of most files are empty."""
    asked = ", ".join(f"EXISTS (SELECT 1 FROM strange.{table['name']})" for table in tables)
    found = connection.execute(f"SELECT {asked}").fetchone()
    return [table for table, filled in zip(tables, found, strict=True) if filled]


def _take(connection: Any, table: dict[str, Any], number: int, source: str, lacking: int) -> tuple[int, int, int]:
    """Stage the well-formed rows of `source`; their first and last rowid in the staging file, and how many."""
    name, source = table["name"], source.format(table["name"])
    connection.execute(table["create"])
    (before,) = connection.execute(f"SELECT coalesce(max(rowid), 0) FROM main.{name}").fetchone()
    if not lacking:
        return before + 1, before, 0
    twice = f"SELECT 1 FROM {source} GROUP BY x.{table['key']} HAVING count(*) > 1 LIMIT 1"
    if connection.execute(twice).fetchone():
        raise FaultError("twice_inside")
    taken = connection.execute(
        f"INSERT OR ROLLBACK INTO main.{name} (f, {table['listed']}) SELECT ?, {table['listed']}"
        f" FROM {source} WHERE {_good(table)} ORDER BY x.{table['order']}",
        (number,),
    ).rowcount
    return before + 1, before + taken, taken


def _good(table: dict[str, Any]) -> str:
    """SQL: whether a row is well formed."""
    return " AND ".join(table["tests"].values())


def _put_aside(connection: Any, table: dict[str, Any], number: int, sha: str, *, among_rest: bool) -> None:
    """Which rows were left out and which columns were at fault; not what they held, it may be about a person."""
    faults = " || ".join(f"CASE WHEN {test} THEN '' ELSE '{name} ' END" for name, test in table["tests"].items())
    place = "''" if table["order"] == "run" else "rowid"
    rest = " AND rowid IN (SELECT place FROM temp.rest)" if among_rest else ""
    connection.execute(
        "INSERT INTO main.quarantine (f, sha, tbl, body) SELECT ?, ?, ?, json_object('row', "
        f"{place}, 'id', hex(substr(CAST({table['key']} AS BLOB), 1, 16)), 'faults', trim({faults}))"
        f" FROM strange.{table['name']} WHERE ({_good(table)}) IS NOT TRUE{rest}",
        (number, sha, table["name"]),
    )


def _find_known(connection: Any) -> bool:
    """Launches of the file that the office knows, into `known`; whether there are any."""
    if not connection.execute("SELECT 1 FROM pragma_database_list WHERE name = 'office'").fetchone():
        return False
    connection.execute("DELETE FROM temp.known")
    return bool(
        connection.execute(
            "INSERT INTO temp.known SELECT DISTINCT m.run FROM strange.run x CROSS JOIN office.run m ON m.run = x.run"
        ).rowcount
    )


def _find_rest(connection: Any, table: dict[str, Any]) -> int:
    """Places of the rows that the office does not hold with just this content, into `rest`; returns how many.

    Rows of a launch stand in the same order in the office, so that one is met `by` a number of places further on
    without looking for its id; what is not met there is looked for. Only the comparison of all columns decides.
    """
    name, equal = table["name"], table["equal"]
    connection.execute("DELETE FROM temp.shift")
    connection.execute("DELETE FROM temp.rest")
    connection.execute(
        f"INSERT INTO temp.shift SELECT k.run, m.rowid - x.rowid FROM temp.known k CROSS JOIN office.{name} m"
        f" ON m.rowid = (SELECT rowid FROM office.{name} WHERE id > k.run ORDER BY id LIMIT 1)"
        f" CROSS JOIN strange.{name} x ON x.id = m.id WHERE substr(m.id, 1, 12) = k.run ON CONFLICT DO NOTHING"
    )
    one, other, by = connection.execute("SELECT min(by), max(by), coalesce(min(by), 0) FROM temp.shift").fetchone()
    joined = "" if one == other else "LEFT JOIN temp.shift k ON k.run = substr(x.id, 1, 12)"
    rest = connection.execute(
        f"INSERT INTO temp.rest SELECT x.rowid FROM strange.{name} x {joined}"
        f" LEFT JOIN office.{name} m ON m.rowid = x.rowid + {'k.by' if joined else by} AND {equal}"
        " WHERE m.rowid IS NULL"
    ).rowcount
    if not rest:
        return 0
    looked_for = (
        f"temp.rest r CROSS JOIN strange.{name} x ON x.rowid = r.place CROSS JOIN temp.known k"
        f" ON k.run = substr(x.id, 1, 12) CROSS JOIN office.{name} m ON m.id = x.id"
    )
    if connection.execute(
        f"SELECT 1 FROM {looked_for} CROSS JOIN temp.shift t ON t.run = k.run CROSS JOIN strange.{name} y"
        " ON y.rowid = m.rowid - t.by AND y.id = x.id AND y.rowid <> x.rowid LIMIT 1"
    ).fetchone():
        raise FaultError("twice_inside")
    if connection.execute(
        f"SELECT 1 FROM temp.rest r CROSS JOIN strange.{name} x ON x.rowid = r.place"
        " GROUP BY x.id HAVING count(*) > 1 LIMIT 1"
    ).fetchone():
        raise FaultError("twice_inside")
    connection.execute(f"DELETE FROM temp.rest WHERE place IN (SELECT r.place FROM {looked_for} AND {equal})")
    return int(connection.execute("SELECT count(*) FROM temp.rest").fetchone()[0])
