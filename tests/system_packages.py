"""Finds what the operating system lacks for the tests, and installs it where that is right."""

from __future__ import annotations

import shutil
import sys
import tomllib
from pathlib import Path

from promoter_app import bootstrap, system_packages

DECLARED = Path(__file__).with_name("system_packages.toml")


def is_there(finds: str) -> bool:
    """Whether a command, a path pattern or a shared library is on this computer."""
    if finds.startswith("/"):
        return any(Path("/").glob(finds[1:]))
    if finds.startswith("lib") and ".so" in finds:
        return system_packages.loads(finds)
    return shutil.which(finds) is not None


def lacking() -> list[str]:
    """Debian packages that the tests need and this computer lacks, those of the app's window included."""
    declared = tomllib.loads(DECLARED.read_text("utf-8"))["package"]
    tables = system_packages.WINDOW + system_packages.SCREEN + system_packages.CAMERA
    tools = [entry["name"] for entry in declared if not is_there(entry["finds"])]
    return system_packages.lacking(tables) + tools


def bring() -> None:
    """Make sure of all of them on Linux: install as root on Debian, else stop with the line to run."""
    if not sys.platform.startswith("linux"):
        return
    packages = lacking()
    if packages and system_packages.may_install():
        names = " ".join(packages)
        bootstrap.tell(f"Instalando del sistema: {names}", f"Installing from the system: {names}")
        system_packages.install(packages)
        packages = lacking()
    if packages:
        line = system_packages.apt_line(packages)
        raise bootstrap.stop(
            f"Faltan herramientas para las pruebas. Ejecuta: {line}",
            f"Tools for the tests are missing. Run: {line}",
        )
