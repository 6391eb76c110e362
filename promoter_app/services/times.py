"""Local times out of what facts carry: the laptop's wall clock and its run's offset from UTC."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any


def local_time(row: dict[str, Any], *, seconds: bool = False) -> str:
    """`12:03` (or `12:03:41`) of a row with `wall` (ms) and `utc_offset` (minutes)."""
    offset = timedelta(minutes=row.get("utc_offset") or 0)
    moment = datetime.fromtimestamp(row["wall"] / 1000, UTC) + offset
    return moment.strftime("%H:%M:%S" if seconds else "%H:%M")
