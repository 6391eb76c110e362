"""`python3 -m tests`: sets up, then lint, types and the default tests. Words after it go to pytest.

--long and --benchmarks run those tests instead (--long-short and --benchmark-short: their short forms).
"""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from promoter_app import bootstrap

ROOT = Path(__file__).resolve().parent.parent
DEFAULT = "not long and not benchmark"
# option: (marker, variable, its value, runs alone)
FORMS = {
    "--long": ("long", "SURCO_LONG", "full", False),
    "--long-short": ("long", "SURCO_LONG", "short", False),
    "--benchmarks": ("benchmark", "SURCO_BENCH", "full", True),
    "--benchmark-short": ("benchmark", "SURCO_BENCH", "short", True),
}
NO_TESTS = 5


def pytest_command(marker: str, alone: bool, words: list[str]) -> list[str]:
    """The pytest command for one marker, on two workers where there are two cores."""
    workers = [] if alone or (os.cpu_count() or 1) < 2 else ["-n", "2", "--dist", "worksteal"]
    if any(word.startswith(("-n", "--numprocesses", "--pdb", "--trace")) for word in words):
        workers = []
    serial = ["-p", "no:randomly"] if alone else []
    return [sys.executable, "-m", "pytest", "-m", marker, *workers, *serial, *words]


def run(command: list[str], **variables: str) -> int:
    """Run `command` in the checkout and return its exit code."""
    sys.stdout.flush()
    return subprocess.call(command, cwd=ROOT, env={**os.environ, **variables})


def main(words: list[str]) -> int:
    """Run what was asked for; the exit code is that of the first part that failed."""
    bootstrap.prepare(str(ROOT / "main.py"), for_tests=True)
    from tests import system_packages

    system_packages.bring()
    form = next((word for word in words if word in FORMS), None)
    if form:
        marker, variable, value, alone = FORMS[form]
        rest = [word for word in words if word != form]
        code = run(pytest_command(marker, alone, rest), **{variable: value})
        return 0 if code == NO_TESTS else code
    gates = ([sys.executable, "-m", "ruff", "check", "."], [sys.executable, "-m", "mypy"])
    codes = [run(gate) for gate in gates]
    codes.append(run(pytest_command(DEFAULT, False, words)))
    return next((code for code in codes if code), 0)


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
