"""Local tables of the merge: they never travel and are never taken from a file."""

from __future__ import annotations

MERGING_SQL = (
    """CREATE TABLE import_batch (
  batch INTEGER PRIMARY KEY, at INTEGER NOT NULL, operator TEXT NOT NULL, copy TEXT, conflicts INTEGER NOT NULL
) STRICT""",
    """CREATE TABLE import_package (
  sha TEXT PRIMARY KEY NOT NULL, batch INTEGER NOT NULL, name TEXT NOT NULL, device BLOB, laptop TEXT NOT NULL,
  operator TEXT NOT NULL, package INTEGER, exported_at INTEGER, project_tag INTEGER
) STRICT""",
    "CREATE TABLE erasure_authority (device BLOB PRIMARY KEY NOT NULL CHECK (length(device) = 16)) STRICT",
    "CREATE TABLE erased (subject BLOB PRIMARY KEY NOT NULL CHECK (length(subject) = 16)) STRICT",
)
