"""What kind of place a folder is on: this computer's disk, a stick, a network drive; and how much room there is."""

from __future__ import annotations

import os
import shutil
import sys
from pathlib import Path
from typing import Literal

Kind = Literal["disk", "removable", "network"]
_NETWORK = ("nfs", "nfs4", "cifs", "smb", "smb2", "smb3", "smbfs", "afpfs", "9p", "ncpfs", "fuse.sshfs", "davfs")
_STICKS = ("vfat", "exfat", "msdos", "fuseblk", "ntfs3")
_MOUNTS = Path("/proc/self/mounts")


def kind_of(path: Path) -> Kind:
    """Where `path` (or its nearest existing folder) lies; "disk" when the system does not say."""
    place = _nearest(path.resolve())
    if os.name == "nt":
        return _on_windows(place)
    kind = _file_system(place) if sys.platform.startswith("linux") else ""
    if kind in _NETWORK:
        return "network"
    return "removable" if kind in _STICKS else "disk"


def on_network(path: Path) -> bool:
    """Whether other computers may have the same file open."""
    return kind_of(path) == "network"


def free_bytes(path: Path) -> int:
    """Room left where `path` lies."""
    return shutil.disk_usage(_nearest(path)).free


def _nearest(place: Path) -> Path:
    """`place`, or its nearest folder that exists."""
    while not place.exists() and place != place.parent:
        place = place.parent
    return place


def _file_system(place: Path, mounts: Path = _MOUNTS) -> str:
    """The type of file system of the longest mount point above `place`."""
    try:
        lines = mounts.read_text("utf-8", "replace").splitlines()
    except OSError:
        return ""
    best, kind = -1, ""
    for line in lines:
        _device, point, named, *_rest = line.split(" ")
        point = point.replace("\\040", " ")
        inside = str(place) == point or str(place).startswith(point.rstrip("/") + "/")
        if inside and len(point) >= best:
            best, kind = len(point), named
    return kind


def _on_windows(place: Path) -> Kind:
    import ctypes

    drive = place.drive + "\\" if place.drive else str(place)
    if drive.startswith("\\\\"):
        return "network"
    number = ctypes.windll.kernel32.GetDriveTypeW(drive)  # type: ignore[attr-defined,unused-ignore]
    return "network" if number == 4 else "removable" if number == 2 else "disk"
