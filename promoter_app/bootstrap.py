"""Makes `.venv` beside main.py, fills it from requirements.lock and runs the program again inside it.

The first start takes about a minute; every later one costs one more start of Python and says nothing.
Standard library only, and grammar that older Pythons can read, so that they too get a plain sentence.
"""

from __future__ import annotations

import os
import sys

LOWEST, HIGHEST = (3, 11), (3, 13)
AGAIN = "SURCO_SECOND_START"

TYPE_CHECKING = False
if TYPE_CHECKING:
    from collections.abc import Callable, Iterator


class Checkout:
    """The files of one copy of the project that setting up reads and writes."""

    def __init__(self, main_file: str, windows: bool = os.name == "nt") -> None:
        self.root = os.path.dirname(os.path.abspath(main_file))
        self.windows = windows
        self.lock = os.path.join(self.root, "requirements.lock")
        self.project = os.path.join(self.root, "pyproject.toml")
        self.wheels = os.path.join(self.root, "wheels")
        self.guard = os.path.join(self.root, ".venv.lock")
        self.venv = os.path.join(self.root, ".venv")
        self.python = os.path.join(self.venv, *(("Scripts", "python.exe") if windows else ("bin", "python")))
        self.stamp = os.path.join(self.venv, "surco-ready")
        self.unfinished = os.path.join(self.venv, "surco-unfinished")


def tell(es: str, en: str) -> None:
    """One plain line on the terminal, in the person's language, or in both when it is not known."""
    chosen = os.environ.get("LC_ALL") or os.environ.get("LC_MESSAGES") or os.environ.get("LANG") or ""
    lines = {"es": [es], "en": [en]}.get(chosen[:2].lower(), [es, en])
    for line in lines:
        text = line + "\n"
        coding = sys.stderr.encoding or "ascii"
        sys.stderr.write(text.encode(coding, "replace").decode(coding))
    sys.stderr.flush()


def stop(es: str, en: str, code: int = 1) -> SystemExit:
    """The exception that ends the program after telling why."""
    tell(es, en)
    return SystemExit(code)


def prepare(main_file: str, for_tests: bool = False) -> None:
    """Return only inside a Python that has everything; set one up first when there is none.

    Raises SystemExit with a plain sentence when that cannot be done.
    """
    checkout = Checkout(main_file)
    came_back = os.environ.pop(AGAIN, None)
    done = is_ready(checkout)
    if done and is_inside(checkout):
        return
    if sys.prefix != sys.base_prefix and not is_stale(checkout, done) and has_everything(checkout, for_tests):
        return
    if came_back:
        raise stop(
            "La instalación en .venv no sirve. Borra esa carpeta y ejecuta la misma orden otra vez.",
            "The installation in .venv does not work. Delete that folder and run the same command again.",
        )
    if not done:
        set_up(checkout, for_tests)
    run_again(checkout)


def is_stale(checkout: Checkout, done: bool) -> bool:
    """Whether this Python is the one of .venv and its installation is half made or of another lock file."""
    started = os.path.exists(checkout.stamp) or os.path.exists(checkout.unfinished)
    return not done and started and is_inside(checkout)


def is_inside(checkout: Checkout) -> bool:
    """Whether this Python is the one of .venv."""
    return os.path.realpath(sys.prefix) == os.path.realpath(checkout.venv)


def is_ready(checkout: Checkout) -> bool:
    """Whether .venv was filled to the end from this very lock file, and its Python is still there."""
    try:
        with open(checkout.stamp, encoding="utf-8") as file:
            return file.read() == fingerprint(checkout)
    except OSError:
        return False


def fingerprint(checkout: Checkout) -> str:
    """What a filled .venv depends on: the lock file and the Python below it. OSError when one is missing."""
    import hashlib

    with open(checkout.lock, "rb") as file:
        digest = hashlib.sha256(file.read()).hexdigest()
    return digest + "\n" + python_below(checkout) + "\n"


def python_below(checkout: Checkout) -> str:
    """The Python that .venv stands on. OSError when it was removed or .venv came from another computer."""
    base = os.path.realpath(checkout.python)
    if checkout.windows:
        with open(os.path.join(checkout.venv, "pyvenv.cfg"), encoding="utf-8") as file:
            settings = dict(line.strip().partition(" = ")[::2] for line in file)
        base = os.path.join(settings.get("home", ""), "python.exe")
    os.stat(base)
    os.stat(checkout.python)
    return base


def has_everything(checkout: Checkout, for_tests: bool) -> bool:
    """Whether this Python has all that pyproject.toml asks for, as `uv run` and `pip install .` leave it."""
    if sys.version_info < LOWEST:
        return False
    import tomllib
    from importlib.metadata import PackageNotFoundError, version

    with open(checkout.project, "rb") as file:
        project = tomllib.load(file)
    wanted = list(project["project"]["dependencies"])
    if for_tests:
        wanted += project["dependency-groups"]["dev"]
    try:
        return all(satisfies(requirement, version) for requirement in wanted)
    except PackageNotFoundError:
        return False


def satisfies(requirement: str, version: Callable[[str], str]) -> bool:
    """Whether `version(name)` lies within a requirement such as "name[extra]>=1.2,<2"."""
    import re

    name = re.split(r"[^\w.-]", requirement, maxsplit=1)[0]
    have = numbers(version(name))
    for sign, bound in re.findall(r"(>=|<)\s*([\d.]+)", requirement):
        if (have < numbers(bound)) == (sign == ">="):
            return False
    return True


def numbers(text: str) -> list[int]:
    """The release of a version as numbers that compare: "1.10rc1" is [1, 10]."""
    import re

    release = re.match(r"\d+(?:\.\d+)*", text)
    parts = [int(part) for part in release.group().split(".")] if release else []
    while parts and parts[-1] == 0:
        parts.pop()
    return parts


def set_up(checkout: Checkout, for_tests: bool) -> None:
    """Make and fill .venv, one process at a time; an interrupted one is made anew."""
    try:
        with open(checkout.guard, "a", encoding="utf-8") as guard:
            wait_for_turn(guard.fileno())
            if not is_ready(checkout):
                make(checkout, for_tests)
    except PermissionError as error:
        raise stop(
            f"No se puede escribir en {checkout.root}. Copia la carpeta a tus documentos y prueba otra vez.",
            f"Cannot write in {checkout.root}. Copy the folder to your documents and try again.",
        ) from error
    except KeyboardInterrupt as stopped:
        raise stop(
            "Instalación detenida. La misma orden la termina.",
            "Set-up stopped. The same command finishes it.",
            130,
        ) from stopped


def wait_for_turn(handle: int) -> None:
    """Hold the lock of the file `handle` until it is closed; wait when another process holds it."""
    if sys.platform == "win32":
        import msvcrt

        while True:  # each try waits up to ten seconds by itself
            try:
                msvcrt.locking(handle, msvcrt.LK_LOCK, 1)
                return
            except OSError:
                continue
    import fcntl

    try:
        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        tell("Otra ventana está instalando; hay que esperar.", "Another window is setting up; waiting.")
        fcntl.flock(handle, fcntl.LOCK_EX)


def make(checkout: Checkout, for_tests: bool) -> None:
    """Make .venv, fill it and stamp it."""
    check_python()
    check_system(checkout, for_tests)
    tell(
        "Preparando Surco por primera vez o tras una actualización. Tarda unos minutos y no se repite.",
        "Setting Surco up for the first time or after an update. It takes a few minutes, once.",
    )
    if not can_be_filled(checkout):
        make_empty(checkout)
    with open(checkout.unfinished, "w", encoding="utf-8"):
        pass
    if not fill(checkout):
        raise stop(
            "No se pudo instalar todo. Revisa la conexión y el espacio en disco, y repite la misma orden.",
            "Not everything could be installed. Check the connection and disk space, and repeat the command.",
        )
    os.remove(checkout.unfinished)
    with open(checkout.stamp + ".new", "w", encoding="utf-8") as file:
        file.write(fingerprint(checkout))
    os.replace(checkout.stamp + ".new", checkout.stamp)
    tell("Listo.", "Ready.")


def check_python() -> None:
    """Refuse a Python that the libraries were not built for."""
    if LOWEST <= sys.version_info[:2] <= HIGHEST:
        return
    import shutil

    names = ["python3.%d" % minor for minor in range(HIGHEST[1], LOWEST[1] - 1, -1)]
    other = next((name for name in names if shutil.which(name)), None)
    have = "%d.%d" % sys.version_info[:2]
    es = "Surco necesita Python 3.11, 3.12 o 3.13; este es %s." % have
    en = "Surco needs Python 3.11, 3.12 or 3.13; this one is %s." % have
    if other:
        raise stop(es + " Prueba con: %s main.py" % other, en + " Try: %s main.py" % other)
    raise stop(es + " Instala uno de ellos.", en + " Install one of them.")


def check_system(checkout: Checkout, for_tests: bool) -> None:
    """Stop with the apt-get line for what the system lacks; the test command in a container installs it."""
    from promoter_app import system_packages

    packages = [] if next(ways_to_install(checkout, quick=True), None) else [venv_package()]
    packages += system_packages.lacking_for_window(os.environ)
    if not packages:
        return
    if for_tests and system_packages.may_install():
        names = " ".join(packages)
        tell("Instalando del sistema: " + names, "Installing from the system: " + names)
        if system_packages.install(packages):
            return
    line = system_packages.apt_line(packages)
    raise stop("Faltan piezas del sistema. Ejecuta: " + line, "Parts of the system are missing. Run: " + line)


def venv_package() -> str:
    """Debian's package with the parts of this Python that install others."""
    return "python3.%d-venv" % sys.version_info[1]


def can_be_filled(checkout: Checkout) -> bool:
    """Whether .venv is whole and of this Python, so that an update may go into it."""
    if os.path.exists(checkout.unfinished) or not is_whole(checkout):
        return False
    import subprocess

    asked = [checkout.python, "-c", "import sys; print(sys.version_info[:2])"]
    answer = subprocess.run(asked, capture_output=True, text=True, check=False)
    return answer.stdout.strip() == str(sys.version_info[:2])


def is_whole(checkout: Checkout) -> bool:
    """Whether .venv has a Python that stands on one of this computer."""
    try:
        return bool(python_below(checkout))
    except OSError:
        return False


def make_empty(checkout: Checkout) -> None:
    """Make .venv anew with nothing in it, not even pip (unpacking pip costs up to 20 s on a slow disk)."""
    import shutil
    import venv

    shutil.rmtree(checkout.venv, ignore_errors=True)
    venv.EnvBuilder(with_pip=False, symlinks=not checkout.windows).create(checkout.venv)


def fill(checkout: Checkout) -> bool:
    """Install the lock file into .venv with the first of the ways that works."""
    import subprocess

    loud = sys.stderr.isatty()
    what = ["--require-hashes", "--only-binary", ":all:", "-r", checkout.lock]
    if os.path.isdir(checkout.wheels):
        what += ["--no-index", "--find-links", checkout.wheels]
    for way in ways_to_install(checkout):
        command = [*way, *([] if loud else ["--quiet"]), *what]
        environ = dict(os.environ, PIP_USER="0", PIP_DISABLE_PIP_VERSION_CHECK="1", PIP_NO_INPUT="1")
        if subprocess.call(command, env=environ, cwd=checkout.root, stdout=sys.stderr.fileno()) == 0:
            return True
    return False


def ways_to_install(checkout: Checkout, quick: bool = False) -> Iterator[list[str]]:
    """Commands that install into .venv, best first; `quick` only asks which there are and makes nothing."""
    import importlib.util
    import shutil
    import subprocess

    uv = shutil.which("uv")
    if uv:
        yield [uv, "pip", "install", "--python", checkout.python]
    inside = [checkout.python, "-m", "pip", "install", "--no-compile"]
    wheels = sorted(os.listdir(checkout.wheels)) if os.path.isdir(checkout.wheels) else []
    for wheel in (name for name in wheels if name.startswith("pip-") and name.endswith(".whl")):
        yield [checkout.python, os.path.join(checkout.wheels, wheel, "pip"), *inside[3:]]
    base = getattr(sys, "_base_executable", sys.executable)
    if host_pip(base) >= [22, 3]:  # the first that installs into another Python
        yield [base, "-m", "pip", "--python", checkout.python, *inside[3:]]
    elif importlib.util.find_spec("ensurepip") and importlib.util.find_spec("venv"):
        made = quick or subprocess.call([checkout.python, "-m", "ensurepip"], stdout=subprocess.DEVNULL) == 0
        if made:
            yield inside


def host_pip(base: str) -> list[int]:
    """The version of pip in the Python `base`; empty when it has none. Starting pip to ask costs a second."""
    if sys.prefix == sys.base_prefix:
        from importlib.metadata import PackageNotFoundError, version

        try:
            return numbers(version("pip"))
        except PackageNotFoundError:
            return []
    import subprocess

    asked = subprocess.run([base, "-m", "pip", "--version"], capture_output=True, text=True, check=False)
    return numbers(asked.stdout.partition("pip ")[2])


def run_again(checkout: Checkout) -> None:
    """Run the same command line inside .venv; never returns."""
    if not hasattr(sys, "orig_argv"):
        check_python()
    environ = dict(os.environ)
    environ[AGAIN] = "1"
    environ.pop("__PYVENV_LAUNCHER__", None)  # a macOS Python would take it for its own place
    command = [checkout.python, *sys.orig_argv[1:]]
    sys.stdout.flush()
    if not checkout.windows:
        os.execve(checkout.python, command, environ)
    import subprocess

    raise SystemExit(subprocess.call(command, env=environ))
