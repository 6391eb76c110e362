"""Setting up from nothing: small copies of the project, each with a lock file of one tiny package made here."""

from __future__ import annotations

import ast
import base64
import hashlib
import os
import shutil
import subprocess
import sys
import zipfile
from pathlib import Path

import pytest

from promoter_app import bootstrap, screen, shipped, system_packages
from tests import system_packages as test_packages
from tests.__main__ import pytest_command

ROOT = Path(__file__).resolve().parent.parent
BASE = getattr(sys, "_base_executable", sys.executable)
BEFORE_SET_UP = (
    "main.py",
    "promoter_app/__init__.py",
    "promoter_app/bootstrap.py",
    "promoter_app/screen.py",
    "promoter_app/system_packages.py",
    "tests/__init__.py",
    "tests/__main__.py",
)
CLI = """
def main(argv=None):
    import sys, tiny
    print("inside", sys.prefix, "tiny", tiny.VERSION, argv)
    return 7
"""


def make_wheel(folder: Path, version: str) -> str:
    """Write a wheel of the package `tiny` and return its entry for a lock file."""
    folder.mkdir(exist_ok=True)
    info = f"tiny-{version}.dist-info"
    files = {
        "tiny.py": f"VERSION = {version!r}\n",
        f"{info}/METADATA": f"Metadata-Version: 2.1\nName: tiny\nVersion: {version}\n",
        f"{info}/WHEEL": "Wheel-Version: 1.0\nGenerator: surco\nRoot-Is-Purelib: true\nTag: py3-none-any\n",
    }
    lines = []
    for name, text in files.items():
        digest = base64.urlsafe_b64encode(hashlib.sha256(text.encode()).digest()).rstrip(b"=").decode()
        lines.append(f"{name},sha256={digest},{len(text)}")
    files[f"{info}/RECORD"] = "\n".join([*lines, f"{info}/RECORD,,", ""])
    wheel = folder / f"tiny-{version}-py3-none-any.whl"
    with zipfile.ZipFile(wheel, "w") as archive:
        for name, text in files.items():
            archive.writestr(name, text)
    return f"tiny=={version} \\\n    --hash=sha256:{hashlib.sha256(wheel.read_bytes()).hexdigest()}\n"


class Copy:
    """A copy of the parts of the project that run before anything is installed."""

    def __init__(self, root: Path) -> None:
        self.root = root
        for name in BEFORE_SET_UP:
            (root / name).parent.mkdir(parents=True, exist_ok=True)
            shutil.copy(ROOT / name, root / name)
        (root / "promoter_app/cli").mkdir()
        (root / "promoter_app/cli/__init__.py").write_text(CLI, "utf-8")
        (root / "pyproject.toml").write_text(
            '[project]\ndependencies = ["tiny>=1.0,<2"]\n[dependency-groups]\ndev = []\n', "utf-8"
        )
        self.lock_to("1.0")

    def lock_to(self, version: str) -> None:
        """Ask for another version of the package."""
        entry = make_wheel(self.root / "wheels", version)
        (self.root / "requirements.lock").write_text(entry, "utf-8")

    def environ(self, **variables: str) -> dict[str, str]:
        """What a fresh terminal has: a plain PATH without uv, no trace of this process's own start."""
        kept = {name: value for name, value in os.environ.items() if name in ("HOME", "SYSTEMROOT", "TMPDIR")}
        return {**kept, "PATH": "/usr/bin:/bin", "LANG": "es_MX.UTF-8", **variables}

    def start(self, *words: str, python: str = BASE, **variables: str) -> subprocess.Popen[str]:
        """Start main.py from another folder, as a double click does."""
        command = [python, str(self.root / "main.py"), *words]
        pipe = subprocess.PIPE
        environ = self.environ(**variables)
        return subprocess.Popen(
            command, env=environ, stdout=pipe, stderr=pipe, text=True, encoding="utf-8", cwd=self.root.parent
        )

    def run(self, *words: str, python: str = BASE, **variables: str) -> tuple[int, str, str]:
        """Start main.py, wait, and return its exit code and what it said on both channels."""
        process = self.start(*words, python=python, **variables)
        said, complained = process.communicate(timeout=120)
        return process.returncode, said, complained


@pytest.fixture
def copy(tmp_path: Path) -> Copy:
    """A copy in a folder whose name has spaces and letters beyond ASCII."""
    return Copy(tmp_path / "campo de caña ñandú")


def expected(copy: Copy, version: str, words: list[str]) -> str:
    return f"inside {copy.root / '.venv'} tiny {version} {words}\n"


def test_the_first_start_installs_and_the_next_is_silent(copy: Copy) -> None:
    code, said, complained = copy.run("--demo", "dos palabras")
    assert (code, said) == (7, expected(copy, "1.0", ["--demo", "dos palabras"]))
    assert complained.splitlines()[0].startswith("Preparando Surco")
    assert complained.splitlines()[-1] == "Listo."
    assert copy.run("x") == (7, expected(copy, "1.0", ["x"]), "")


def test_a_new_lock_file_updates_the_same_folder(copy: Copy) -> None:
    copy.run()
    mark = copy.root / ".venv" / "kept"
    mark.touch()
    copy.lock_to("1.5")
    code, said, complained = copy.run(LANG="en_US.UTF-8")
    assert (code, said) == (7, expected(copy, "1.5", []))
    assert complained.startswith("Setting Surco up")
    assert mark.exists()


def test_an_interrupted_set_up_starts_anew(copy: Copy) -> None:
    copy.run()
    site = next((copy.root / ".venv").glob("lib/python*/site-packages"))
    (copy.root / ".venv/surco-ready").unlink()
    (copy.root / ".venv/surco-unfinished").touch()
    (site / "tiny.py").unlink()  # recorded as installed, but half copied
    assert copy.run()[:2] == (7, expected(copy, "1.0", []))


def test_a_venv_from_another_computer_is_made_anew(copy: Copy) -> None:
    copy.run()
    python = copy.root / ".venv/bin/python"
    python.unlink()
    python.symlink_to("/nowhere/python3")
    assert copy.run()[:2] == (7, expected(copy, "1.0", []))


def test_a_damaged_package_is_refused_and_the_next_try_finishes(copy: Copy) -> None:
    lock = copy.root / "requirements.lock"
    right = lock.read_text("utf-8")
    lock.write_text(right[:-9] + "00000000\n", "utf-8")
    code, said, complained = copy.run()
    assert (code, said) == (1, "")
    assert "No se pudo instalar todo." in complained
    assert "Traceback" not in complained
    lock.write_text(right, "utf-8")
    assert copy.run()[:2] == (7, expected(copy, "1.0", []))


def test_two_starts_at_once_take_turns(copy: Copy) -> None:
    with (copy.root / ".venv.lock").open("a") as guard:
        bootstrap.wait_for_turn(guard.fileno())
        both = [copy.start(str(number)) for number in range(2)]
        first = [process.stderr.readline() for process in both if process.stderr]
    assert first == ["Otra ventana está instalando; hay que esperar.\n"] * 2
    answers = [process.communicate(timeout=120) for process in both]
    assert [said for said, _ in answers] == [expected(copy, "1.0", [str(number)]) for number in range(2)]
    assert sorted("Preparando" in complained for _, complained in answers) == [False, True]


def test_a_venv_that_has_everything_is_used_as_it_is(copy: Copy, tmp_path: Path) -> None:
    other = tmp_path / "other"
    subprocess.run([BASE, "-m", "venv", "--without-pip", str(other)], check=True)
    site = next(other.glob("lib/python*/site-packages"))
    with zipfile.ZipFile(copy.root / "wheels/tiny-1.0-py3-none-any.whl") as wheel:
        wheel.extractall(site)
    python = str(other / "bin/python")
    assert copy.run(python=python) == (7, f"inside {other} tiny 1.0 []\n", "")
    assert not (copy.root / ".venv").exists()
    (copy.root / "pyproject.toml").write_text('[project]\ndependencies = ["tiny>=1.1"]\n', "utf-8")
    copy.lock_to("1.1")
    assert copy.run(python=python)[:2] == (7, expected(copy, "1.1", []))


def test_uv_is_used_when_it_is_there_and_pip_when_it_fails(copy: Copy, tmp_path: Path) -> None:
    asked = tmp_path / "asked"
    uv = tmp_path / "bin" / "uv"
    uv.parent.mkdir()
    uv.write_text(f'#!/bin/sh\necho "$@" >> "{asked}"\nexit 127\n', "utf-8")
    uv.chmod(0o755)
    assert copy.run(PATH=f"{uv.parent}:/usr/bin:/bin")[:2] == (7, expected(copy, "1.0", []))
    words = asked.read_text("utf-8")
    assert words.startswith(f"pip install --python {copy.root / '.venv'}")
    assert "--require-hashes" in words


def test_both_languages_when_the_terminal_names_none(copy: Copy) -> None:
    lines = copy.run(LANG="C")[2].splitlines()
    assert [line.split()[0] for line in lines] == ["Preparando", "Setting", "Listo.", "Ready."]


def test_a_folder_that_cannot_be_written_gets_a_sentence(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*words: object) -> None:
        raise PermissionError(13, "refused")

    monkeypatch.setattr(bootstrap, "wait_for_turn", refuse)
    with pytest.raises(SystemExit) as stopped:
        bootstrap.set_up(bootstrap.Checkout(str(copy.root / "main.py")), False)
    assert stopped.value.code == 1


@pytest.mark.parametrize("version", [(3, 10, 4), (3, 14, 0)])
def test_another_python_gets_a_plain_sentence(
    version: tuple[int, int, int], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "version_info", version)
    monkeypatch.setenv("LC_ALL", "es_MX.UTF-8")
    with pytest.raises(SystemExit) as stopped:
        bootstrap.check_python()
    assert stopped.value.code == 1
    assert f"necesita Python 3.11, 3.12 o 3.13; este es 3.{version[1]}." in capsys.readouterr().err


@pytest.mark.parametrize("root", [False, True])
def test_what_the_system_lacks_is_one_line_to_copy(
    root: bool, copy: Copy, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """The app never installs system packages, not even as root: only the test command does."""
    monkeypatch.setenv("LC_ALL", "en_US.UTF-8")
    monkeypatch.setattr(bootstrap, "ways_to_install", lambda *words, **options: iter(()))
    monkeypatch.setattr(system_packages, "loads", lambda library: library not in ("libGL.so.1", "libglib-2.0.so.0"))
    monkeypatch.setattr(system_packages, "may_install", lambda: root)
    with pytest.raises(SystemExit) as stopped:
        bootstrap.check_system(bootstrap.Checkout(str(copy.root / "main.py")), False)
    venv = f"python3.{sys.version_info[1]}-venv"
    line = f"sudo apt-get install -y {venv} libglib2.0-0 libgl1"
    assert stopped.value.code == 1
    assert capsys.readouterr().err == f"Parts of the system are missing. Run: {line}\n"


def test_the_test_command_installs_as_root_in_a_container(copy: Copy, monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[list[str]] = []

    def install(packages: list[str]) -> bool:
        asked.append(packages)
        return True

    monkeypatch.setattr(system_packages, "may_install", lambda: True)
    monkeypatch.setattr(system_packages, "lacking_for_window", lambda environ: ["libgl1"])
    monkeypatch.setattr(system_packages, "install", install)
    bootstrap.check_system(bootstrap.Checkout(str(copy.root / "main.py")), True)
    assert asked == [["libgl1"]]


def test_missing_test_tools_are_installed_or_named(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setattr(test_packages, "is_there", lambda finds: finds not in ("Xvfb", "qpdf"))
    monkeypatch.setattr(system_packages, "loads", lambda library: library != "libpulse.so.0")
    monkeypatch.setattr(system_packages, "may_install", lambda: False)
    with pytest.raises(SystemExit):
        test_packages.bring()
    assert "sudo apt-get install -y libpulse0 xvfb qpdf" in capsys.readouterr().err


def test_shared_libraries_are_probed_for_what_the_screen_needs(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(system_packages, "loads", lambda library: False)
    without = system_packages.lacking_for_window({}, "linux")
    on_x = system_packages.lacking_for_window({"DISPLAY": ":0"}, "linux")
    assert "libgl1" in without
    assert "libxcb-cursor0" not in without
    assert set(on_x) - set(without) == {package for _, package in system_packages.SCREEN}
    assert system_packages.lacking_for_window({"WAYLAND_DISPLAY": "w"}, "linux") == without
    assert system_packages.lacking_for_window({"DISPLAY": ":0"}, "win32") == []
    assert system_packages.lacking_for_camera("linux") == ["libpulse0", "libxrandr2", "libdrm2"]


def test_a_library_that_is_not_there_does_not_load() -> None:
    assert not system_packages.loads("libsurco-is-not-there.so.9")
    assert test_packages.is_there("sh")
    assert not test_packages.is_there("surco-is-not-there")
    assert test_packages.is_there("/bin/s*h")


def test_windows_has_its_python_elsewhere(copy: Copy) -> None:
    checkout = bootstrap.Checkout(str(copy.root / "main.py"), windows=True)
    assert Path(checkout.python).parts[-2:] == ("Scripts", "python.exe")
    home = copy.root / "Python311"
    for python in (home / "python.exe", Path(checkout.python)):
        python.parent.mkdir(parents=True)
        python.touch()
    (copy.root / ".venv/pyvenv.cfg").write_text(f"home = {home}\nversion = 3.11.9\n", "utf-8")
    assert bootstrap.python_below(checkout) == str(home / "python.exe")
    Path(checkout.stamp).write_text(bootstrap.fingerprint(checkout), "utf-8")
    assert bootstrap.is_ready(checkout)
    (home / "python.exe").unlink()
    assert not bootstrap.is_ready(checkout)


@pytest.mark.parametrize(
    ("requirement", "version", "fits"),
    [
        ("tiny>=1.0", "1", True),
        ("tiny>=1.10", "1.9", False),
        ("tiny>=6.11.3,<6.12", "6.12.0", False),
        ("tiny>=6.11.3,<6.12", "6.11.10", True),
        ("tiny[extra]>=2", "2.0rc1", True),
        ("tiny", "0.1", True),
    ],
)
def test_versions_compare_by_number(requirement: str, version: str, fits: bool) -> None:
    assert bootstrap.satisfies(requirement, lambda name: {"tiny": version}[name]) is fits


@pytest.mark.parametrize("name", [*BEFORE_SET_UP, "promoter_app/shipped.py"])
def test_what_runs_before_set_up_reads_in_an_old_python(name: str) -> None:
    ast.parse((ROOT / name).read_text("utf-8"), feature_version=(3, 8))


@pytest.mark.parametrize(
    ("environ", "system", "seen", "chosen"),
    [
        ({}, "linux", False, "offscreen"),
        ({"DISPLAY": ":0"}, "linux", True, None),
        ({"WAYLAND_DISPLAY": "wayland-0"}, "linux", True, None),
        ({"QT_QPA_PLATFORM": "xcb"}, "linux", True, "xcb"),
        ({"QT_QPA_PLATFORM": "offscreen", "DISPLAY": ":0"}, "linux", False, "offscreen"),
        ({}, "win32", True, None),
        ({}, "darwin", True, None),
    ],
)
def test_the_screen_is_chosen_before_qt_starts(
    environ: dict[str, str], system: str, seen: bool, chosen: str | None
) -> None:
    assert screen.choose_platform(environ, system) is seen
    assert environ.get("QT_QPA_PLATFORM") == chosen


def test_shipped_folders_are_found_in_a_checkout_and_in_an_installed_copy(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert shipped.folder("resources") == ROOT / "resources"
    package = tmp_path / "site-packages/promoter_app"
    (package / "curricula").mkdir(parents=True)
    monkeypatch.setattr(shipped, "PACKAGE", package)
    assert shipped.folder("curricula") == package / "curricula"
    with pytest.raises(FileNotFoundError):
        shipped.folder("resources")


@pytest.mark.parametrize(
    ("words", "alone", "workers"),
    [([], False, True), ([], True, False), (["-n0"], False, False), (["--pdb"], False, False)],
)
def test_workers_are_used_unless_the_run_is_alone(
    words: list[str], alone: bool, workers: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(os, "cpu_count", lambda: 8)
    command = pytest_command("long", alone, words)
    assert ("--dist" in command) is workers
    assert command[-len(words) :] == words if words else True
