"""A PostgreSQL server of the distribution on this computer, for one test session; root hands it to another user."""

from __future__ import annotations

import os
import pwd
import shutil
import socket
import subprocess
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Any

PROGRAMS = Path("/usr/lib/postgresql")
SUPERUSER = "surco"


def _programs() -> Path:
    return max(PROGRAMS.glob("*/bin"), key=lambda path: int(path.parent.name))


def _unprivileged() -> dict[str, Any]:
    """PostgreSQL refuses root: as root it runs as `nobody`."""
    if os.geteuid() != 0:
        return {}
    nobody = pwd.getpwnam("nobody")
    return {"user": nobody.pw_uid, "group": nobody.pw_gid, "extra_groups": []}


def _free_port() -> int:
    with socket.socket() as place:
        place.bind(("127.0.0.1", 0))
        return int(place.getsockname()[1])


def _started(run: Callable[..., None], home: Path) -> int:
    """The port it listens at. Another program may take a free one first: then the next is tried."""
    for _try in range(5):
        port = _free_port()
        options = f"-h 127.0.0.1 -p {port} -k {home} -c fsync=off -c full_page_writes=off"
        with suppress(subprocess.CalledProcessError):
            run("pg_ctl", "-w", "-l", str(home / "log"), "-o", options, "start")
            return port
    raise RuntimeError((home / "log").read_text("utf-8"))


@contextmanager
def server() -> Iterator[str]:
    """The address of a running server, without a database name; it is gone afterwards."""
    home = Path(tempfile.mkdtemp(prefix="surco-postgres-"))
    who = _unprivileged()
    if who:
        os.chown(home, who["user"], who["group"])

    def run(program: str, *arguments: str) -> None:
        words = [str(_programs() / program), "-D", str(home / "data"), *arguments]
        subprocess.run(words, check=True, cwd=home, stdout=subprocess.DEVNULL, timeout=120, **who)

    run("initdb", "-U", SUPERUSER, "--auth=trust", "--no-sync", "--encoding=UTF8", "--locale=C")
    port = _started(run, home)
    try:
        yield f"postgresql://{SUPERUSER}@127.0.0.1:{port}"
    finally:
        run("pg_ctl", "-w", "-m", "immediate", "stop")
        shutil.rmtree(home)
