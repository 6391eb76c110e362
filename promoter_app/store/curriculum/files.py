"""The curricula folder: every course, module and shared list that can be read, and every mistake by file and line.

    curricula/common/*.yaml             lists for all courses
    curricula/common/modules/*.yaml     modules that several courses share
    curricula/<crop>/course.yaml        a course
    curricula/<crop>/modules/*.yaml     its own modules

A file with a mistake is named and left out; the rest loads.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from pathlib import Path

from promoter_app import shipped
from promoter_app.domain.curriculum.checks import check_course, check_module, fault, find_cycles, repeated
from promoter_app.domain.curriculum.common import EVERY_SECTOR
from promoter_app.domain.curriculum.course import Course, Fault, Module
from promoter_app.domain.refusal import NOTHING_CHANGED, Refusal, Sentence
from promoter_app.store.curriculum.lists import COMMON_FILES, Common, read_common
from promoter_app.store.curriculum.modules import CourseFile, module_code, read_course, read_module
from promoter_app.store.curriculum.sections import FaultLog
from promoter_app.store.curriculum.tree import Node, TreeError
from promoter_app.store.curriculum.yaml_text import MAX_BYTES, read_tree

COMMON = "common"
COURSE = "course.yaml"


@dataclass
class Loaded(Common):
    """Everything usable of a curricula folder, courses by crop, and its mistakes in the order of file and line.

    `outside`, by crop: topics that the office took out of a course, or did not put in yet. What was taught keeps them.
    """

    courses: dict[str, Course] = field(default_factory=dict)
    outside: dict[str, tuple[Module, ...]] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)


def shipped_curricula() -> Path:
    """The folder that came with the app."""
    return shipped.folder("curricula")


def load_curricula(folder: Path) -> Loaded:
    """Everything in `folder`. Mistakes are in `.faults`; raises Refusal `no_curricula` when there is no folder."""
    if not folder.is_dir():
        raise Refusal(
            "no_curricula",
            Sentence(f"No existe la carpeta de temas {folder}.", f"There is no curricula folder {folder}."),
            NOTHING_CHANGED,
            Sentence("Elige la carpeta «curricula».", "Choose the “curricula” folder."),
        )
    reader = _Folder(folder)
    reader.read_common()
    reader.read_modules()
    reader.read_courses()
    found = reader.loaded
    found.faults = sorted(set(reader.faults), key=lambda one: (one.file, one.line, one.what.es))
    return found


class _Folder:
    """One reading of a curricula folder: what was found so far and what was wrong with it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.loaded = Loaded()
        self.faults: list[Fault] = []
        self._modules: dict[str, Module] = {}
        self._claimed: set[str] = set()
        self._nameless = False  # a module file whose code nobody could read
        self._crops = sorted(file.parent.name for file in folder.glob(f"*/{COURSE}"))

    def read_common(self) -> None:
        """The lists of `common`; a list that is not there is a mistake."""
        for name in COMMON_FILES:
            log = FaultLog(f"{COMMON}/{name}")
            tree = self._tree(self.folder / COMMON / name, log)
            if tree is not None:
                read_common(name, tree, log, self.loaded)
            self.faults += log.faults
        self._check_sectors()

    def read_modules(self) -> None:
        """Every module file; of two that claim one code the first is used."""
        places = []
        for file in self._files("*/modules/*.yaml"):
            log = FaultLog(file.relative_to(self.folder).as_posix())
            tree = self._tree(file, log)
            code = module_code(tree, log) if tree is not None else ""
            self._claimed.add(code)
            self._nameless |= not code
            if tree is None:
                continue
            module = read_module(tree, log)
            log.faults += [] if log.faults else check_module(module)
            self.faults += log.faults
            if not log.faults:
                places.append((module.code, module.place))
                self._modules.setdefault(module.code, module)
        self.faults += repeated(places, ("el módulo", "module"))
        items = ((item.id, item.place) for module in self._modules.values() for item in module.items)
        self._drop({found.file for found in self._note(repeated(items, ("la pregunta", "the question")))})

    def read_courses(self) -> None:
        """Every course with the modules it lists; of two for one crop the first is used."""
        for crop in self._crops:
            log = FaultLog(f"{crop}/{COURSE}")
            tree = self._tree(self.folder / crop / COURSE, log)
            course_file = read_course(tree, log) if tree is not None else None
            if course_file and course_file.course.crop != crop and not log.faults:
                said = course_file.course.crop
                log.add(
                    1,
                    (f"El curso dice «crop: {said}».", f"The course says “crop: {said}”."),
                    (f"Escribe «crop: {crop}», como la carpeta.", f"Write “crop: {crop}”, like the folder."),
                )
            self.faults += log.faults
            if course_file and not log.faults:
                self.loaded.courses[crop] = self._complete(course_file)

    def _complete(self, file: CourseFile) -> Course:
        """The course with its modules, without those whose prerequisites are wrong here."""
        found = [self._modules[code] for code in dict.fromkeys(file.course.order) if code in self._modules]
        course = replace(file.course, modules=tuple(found))
        wrong = {one.file for one in self._note(check_course(course, self._known(course), file.listed))}
        circles = {code for circle in find_cycles(course.modules) for code in circle}
        good = (one for one in found if one.place.file not in wrong and one.code not in circles)
        return replace(course, modules=tuple(good))

    def _known(self, course: Course) -> set[str]:
        """Codes that some file claims. A file that cannot be read may hold any code that the course lists."""
        return self._claimed.union(course.order) if self._nameless else self._claimed

    def _note(self, faults: Iterable[Fault]) -> list[Fault]:
        found = list(faults)
        self.faults += found
        return found

    def _drop(self, files: set[str]) -> None:
        self._modules = {code: one for code, one in self._modules.items() if one.place.file not in files}

    def _check_sectors(self) -> None:
        """A help channel for a crop without a course would never be printed."""
        sectors = {EVERY_SECTOR, *self._crops}
        for channel in self.loaded.channels:
            if channel.sector not in sectors:
                known = ", ".join(sorted(sectors))
                self._note(
                    [
                        fault(
                            channel.place,
                            (f"No hay curso de «{channel.sector}».", f"There is no course “{channel.sector}”."),
                            (f"En «sector» usa una de estas: {known}.", f"In “sector” use one of: {known}."),
                        )
                    ]
                )

    def _files(self, pattern: str) -> list[Path]:
        """Files in a fixed order, those of `common` first: a crop's copy is the one that repeats."""
        return sorted(self.folder.glob(pattern), key=lambda file: (file.parts[-3] != COMMON, file.as_posix()))

    def _tree(self, file: Path, log: FaultLog) -> Node | None:
        """The tree of a file, or None after noting why there is none."""
        try:
            with file.open("rb") as opened:
                return read_tree(opened.read(MAX_BYTES + 1))
        except TreeError as error:
            log.add_error(error)
        except FileNotFoundError:
            log.add(
                1,
                ("Falta este archivo.", "This file is missing."),
                ("Cópialo de la carpeta «curricula» original.", "Copy it from the original “curricula” folder."),
            )
        except OSError:
            log.add(
                1,
                ("No se pudo leer este archivo.", "This file could not be read."),
                ("Revisa que sea un archivo y que tengas permiso.", "Check that it is a file you may read."),
            )
        self.faults += log.faults
        return None
