"""A mistake in a content file is named by file and line, in both languages, and the rest still loads."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from promoter_app.domain.curriculum.course import Fault, required_modules
from promoter_app.domain.curriculum.plain import course_fingerprint
from promoter_app.domain.refusal import Refusal
from promoter_app.store.curriculum.files import Loaded, load_curricula, shipped_curricula
from promoter_app.store.curriculum.modules import read_course, read_module
from promoter_app.store.curriculum.sections import FaultLog
from promoter_app.store.curriculum.tree import TreeError
from promoter_app.store.curriculum.yaml_text import MAX_BYTES, read_tree

M1 = "common/modules/m1-calor.yaml"
M3 = "common/modules/m3-animales.yaml"
M8 = "common/modules/m8-buen-trato.yaml"
M9 = "common/modules/m9-ninez.yaml"
CANE = "cane/course.yaml"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the shipped curricula to spoil."""
    return Path(shutil.copytree(shipped_curricula(), tmp_path / "curricula"))


def spoil(folder: Path, file: str, old: str, new: str) -> str:
    """Replace the first `old` of a file by `new`, as a hand would. Gives the file's text."""
    path = folder / file
    text = path.read_text("utf-8")
    assert old in text
    text = text.replace(old, new, 1)
    path.write_text(text, "utf-8")
    return text


def line_with(text: str, words: str) -> int:
    """The number of the first line that has `words`."""
    return next(number for number, line in enumerate(text.split("\n"), 1) if words in line)


def told(loaded: Loaded) -> list[tuple[str, int]]:
    return [(fault.file, fault.line) for fault in loaded.faults]


def only(loaded: Loaded) -> Fault:
    (fault,) = loaded.faults
    return fault


CARD_OF_FOUR = """        line:
          es: Digan en qué frente están y cómo se llega.
          en: Say which front you are at and how to get there.
      - icon: drop
        title:
          es: Uno más
          en: One more
        line:
          es: Son cuatro.
          en: They are four.
"""
CARD_OF_THREE = CARD_OF_FOUR[: CARD_OF_FOUR.index("      - icon")]

CHANNELS = "common/help_channels.yaml"
TITLE = "neutral_title:\n  es: Calor\n  en: Heat\n"


@dataclass(frozen=True)
class Slip:
    """`old` of a file became `new`. The report names the line `above` lines over the one with `at`."""

    file: str
    old: str
    new: str
    at: str
    says: tuple[str, str]
    above: int = 0


SLIPS = {
    "no answer": Slip(M1, "    key: b\n", "", "- id: M1-1", ("falta la respuesta correcta", "has no right answer")),
    "blank answer": Slip(M1, "    key: b\n", "    key:\n", "- id: M1-1", ("falta la respuesta", "has no right answer")),
    "answer without option": Slip(M1, "key: b", "key: d", "- id: M1-1", ("no está entre", "not one of its")),
    "answer of another kind": Slip(M1, "key: V", "key: a", "- id: M1-2", ("no está entre", "not one of its options")),
    "options on true or false": Slip(
        M1, "    key: V", "    options:\n      a: b\n    key: V", "a: b", ("no llevan «options»", "take no"), above=1
    ),
    "unlettered options": Slip(M1, "      a:\n", "      z:\n", "- id: M1-1", ("en orden a, b, c", "the order a, b, c")),
    "four messages": Slip(
        M1, CARD_OF_THREE, CARD_OF_FOUR, "es: Emergencia por calor", ("tiene 4 mensajes", "has 4 messages"), above=1
    ),
    "few short items": Slip(
        M1, "    short: yes\n    picture", "    picture", "code: M1", ("prueba corta de M1 tiene 2", "short test of M1")
    ),
    "item twice": Slip(
        M1, "- id: M1-4", "- id: M1-2", "picture: pill", ("Se repite la pregunta M1-2", "Repeats the question"), above=1
    ),
    "item of another module": Slip(M3, "id: M3-2", "id: M1-2", "- id: M1-2", (f"ya está en {M1}", f"it is at {M1}")),
    "module twice": Slip(M3, "code: M3", "code: M1", "code: M1", ("Se repite el módulo M1", "Repeats module M1")),
    "unknown prerequisite": Slip(M8, "[M7]", "[M77]", "prerequisites:", ("pide antes M77", "needs M77 first")),
    "higher prerequisite": Slip(M8, "[M7]", "[M9]", "prerequisites:", ("que es de nivel 4", "which is level 4")),
    "too many of a level": Slip(M8, "count: 2", "count: 9", "prerequisites:", ("pide 9 módulos más", "needs 9 more")),
    "circle": Slip(M8, "[M7]", "[M7, M8]", "prerequisites:", ("dan vueltas: M8 → M8", "circle: M8 → M8")),
    "doubtful fact": Slip(
        M1, "confidence: high", "confidence: low", "- es: Las personas nuevas", ("no se imprime", "is not printed")
    ),
    "short longer": Slip(M1, "short: 15", "short: 25", "code: M1", ("corta de M1 dura más", "is longer")),
    "number in words": Slip(M1, "full: 20", "full: veinte", "full: veinte", ("número de 5 a 60", "from 5 to 60")),
    "number too large": Slip(M1, "level: 1", "level: 5", "level: 5", ("número de 1 a 4", "number from 1 to 4")),
    "no such day": Slip(M1, "2026-11-01", "2026-02-31", "2026-02-31", ("una fecha como", "a date like")),
    "day run together": Slip(M1, "2026-11-01", "20261101", "20261101", ("una fecha como", "a date like")),
    "unknown mark": Slip(M1, ": high", ": alta", ": alta", ("con una de estas: source_found", "with one of: source")),
    "neither yes nor no": Slip(M1, "short: yes", "short: tal vez", "short: tal", ("yes o no", "yes or no")),
    "text for a list": Slip(M1, "slots: []", "slots: aquí", "slots: aquí", ("lista de guiones", "list of dashes")),
    "list in a list": Slip(M1, "all: []", "all: [[M2]]", "all: [[", ("textos cortos", "short texts")),
    "endless text": Slip(M1, "es: Calor\n", f"es: {'Calor ' * 400}\n", "Calor Calor", ("menos de 2000", "under 2000")),
    "one language": Slip(M1, TITLE, "neutral_title: Calor\n", "neutral_title", ("como «es: texto»", "like “es: text”")),
    "no English": Slip(M1, "  en: Heat\n", "", "neutral_title:", ("Falta «en»", "“en” is missing")),
    "no title": Slip(M1, TITLE, "", "code: M1", ("Falta «neutral_title»", "“neutral_title” is missing")),
    "slip of the pen": Slip(M1, "  options:", "  optoins:", "optoins:", ("¿Querías escribir «options»?", "“options”?")),
    "tab": Slip(M1, "  full: 20", "\tfull: 20", "\tfull", ("un tabulador", "a tab")),
    "invisible sign": Slip(M1, "es: Calor\n", "es: Cal\u0007or\n", "\u0007", ("invisible", "invisible")),
    "colon in a text": Slip(M1, "es: Calor\n", "es: Calor: agua\n", "es: Calor: agua", ("dos puntos", "a colon")),
    "open quotes": Slip(M1, "descanso\"", "descanso", 'en: "Heat', ("la forma del archivo", "shape of the file")),
    "crooked indent": Slip(M1, "  short: 15", "   short: 15", "   short", ("dos puntos", "colon")),
    "name twice": Slip(M1, "level: 1\n", "level: 1\nlevel: 2\n", "level: 2", ("Se repite «level»", "Repeats “level”")),
    "anchor": Slip(M1, "icon: thermometer-hot", "icon: &a b", "icon: &a b", ("«&» o un «*»", "an & or a *")),
    "tag": Slip(M1, "icon: thermometer-hot", "icon: !!python/name:os.system x", "!!py", ("un signo «!»", "a ! sign")),
    "two documents": Slip(M1, "icon: thermometer-hot", "---\nicon: b", "---", ("una segunda parte", "a second part")),
    "strange recording": Slip(
        M1, "  hch:\n", "  hch:\n    file: ../../x.ogg\n    speaker: Ana\n", "../../", ("grabación", "recording")
    ),
    "course with a module twice": Slip(CANE, "[M1", "[M1, M1", "modules: [", ("dos veces el módulo M1", "M1 twice")),
    "course without a module": Slip(CANE, "[M1", "[M1, M22", "modules: [", ("pide el módulo M22", "for module M22")),
    "empty course": Slip(CANE, "[M1, M2, M3, M4, M6, M7, M8, M9, M10]", "[]", "modules: []", ("no tiene", "has no")),
    "certificate": Slip(CANE, "requires: all", "requires: [M1, M5]", "modules: [", ("constancia pide", "certificate")),
    "certificate word": Slip(CANE, "requires: all", "requires: todos", ": todos", ("«all» o", "“all” or")),
    "other crop": Slip(CANE, "crop: cane", "crop: caña", "# Curso", ("«crop: caña»", "“crop: caña”")),
    "channel of no crop": Slip(
        CHANNELS, "    sector: cane", "    sector: mango", "- id: profedet", ("curso de «mango»", "course “mango”")
    ),
    "channel twice": Slip(
        CHANNELS, "id: imss", "id: profedet", "      es: IMSS", ("Se repite la entrada profedet", "Repeats"), above=2
    ),
    "dates backwards": Slip(
        "common/legal_values.yaml", "2028-01-01", "2026-06-01", "2026-06-01", ("más vieja a la más", "not oldest first")
    ),
    "hole without a blank": Slip(
        "common/consent.yaml", "{responsable}, con", "{nombre}, con", "- id: full", ("usa {nombre}", "uses {nombre}")
    ),
    "list misnamed": Slip("common/preflight.yaml", "checks:", "cheks:", "from_level", ("Falta «checks»", "is missing")),
}


@pytest.mark.parametrize("name", SLIPS)
def test_each_mistake_is_named_by_file_and_line(folder: Path, name: str) -> None:
    slip = SLIPS[name]
    text = spoil(folder, slip.file, slip.old, slip.new)
    line = line_with(text, slip.at) - slip.above
    loaded = load_curricula(folder)
    found = loaded.faults
    said = [(one.text("es"), one.text("en")) for one in found if (one.file, one.line) == (slip.file, line)]
    assert any(slip.says[0] in es and slip.says[1] in en for es, en in said), [one.text("en") for one in found]
    assert all(one.what.es and one.what.en and one.todo.es and one.todo.en for one in found)
    assert len(found) <= 3  # one slip does not bury the reader
    assert {one.file for one in found} <= {slip.file, CANE, "tobacco/course.yaml"}
    if slip.file == M1:
        check_all_but_m1(loaded)


def check_all_but_m1(loaded: Loaded) -> None:
    """The faulty module is left out, the rest is there, and no certificate gets easier."""
    for course in loaded.courses.values():
        assert course.left_out == ("M1",)
        assert len(course.modules) == 8
        assert required_modules(course)[0] == "M1"
    assert len(loaded.courses) == 2
    assert len(loaded.channels) == 14


def test_bad_encoding_is_named_with_its_line(folder: Path) -> None:
    path = folder / M1
    lines = path.read_bytes().split(b"\n")
    lines[12] = "  es: Ca\u00f1a".encode("latin-1")
    path.write_bytes(b"\n".join(lines))
    fault = only(load_curricula(folder))
    assert (fault.file, fault.line) == (M1, 13)
    assert "UTF-8" in fault.todo.es
    assert "UTF-8" in fault.todo.en


def test_a_file_of_another_kind_is_named(folder: Path) -> None:
    (folder / M1).write_bytes((folder / M1).read_text("utf-8").encode("utf-16"))
    (folder / M3).write_bytes(b"")
    (folder / CANE).write_text("- just\n- a list\n", "utf-8")
    loaded = load_curricula(folder)
    assert set(told(loaded)) == {(M1, 1), (M3, 1), (CANE, 1)}
    assert list(loaded.courses) == ["tobacco"]


def test_a_huge_file_is_not_read(folder: Path) -> None:
    (folder / M1).write_bytes(b"# x\n" * (MAX_BYTES // 4 + 1))
    fault = only(load_curricula(folder))
    assert (fault.file, fault.line) == (M1, 1)
    assert "demasiado grande" in fault.what.es
    assert "too large" in fault.what.en


def test_a_missing_list_is_named(folder: Path) -> None:
    (folder / "common/help_channels.yaml").unlink()
    loaded = load_curricula(folder)
    assert told(loaded) == [("common/help_channels.yaml", 1)]
    assert loaded.channels == []
    assert len(loaded.courses["cane"].modules) == 9


def test_a_folder_in_place_of_a_file_is_named(folder: Path) -> None:
    (folder / M1).unlink()
    (folder / M1).mkdir()
    assert told(load_curricula(folder)) == [(M1, 1)]


def test_a_circle_of_three_is_told_once(folder: Path) -> None:
    spoil(folder, M8, "all: [M7]", "all: [M10]")
    spoil(folder, M9, "all: [M7, M8]", "all: [M8]")
    spoil(folder, "common/modules/m10-libertad.yaml", "all: [M7, M8, M9]", "all: [M9]")
    loaded = load_curricula(folder)
    circles = [fault.what.en for fault in loaded.faults if "circle" in fault.what.en]
    assert circles == ["The prerequisites go round in a circle: M8 → M10 → M9 → M8."]
    assert loaded.courses["cane"].left_out == ("M8", "M9", "M10")


def test_a_lower_level_after_a_higher_one_is_named(folder: Path) -> None:
    spoil(folder, CANE, "M3, M4, M6,", "M3, M6, M4,")
    fault = only(load_curricula(folder))
    assert fault.file == CANE
    assert fault.what.es == "M4 (nivel 1) va después de M6 (nivel 2)."


def test_several_mistakes_of_a_file_are_told_together(folder: Path) -> None:
    spoil(folder, M1, "full: 20", "full: veinte")
    text = spoil(folder, M1, "  en: Heat\n", "")
    text = spoil(folder, M1, "    options:", "    optoins:")
    lines = [line_with(text, words) for words in ("neutral_title:", "full: veinte", "optoins:")]
    assert [line for _, line in told(load_curricula(folder))] == lines


def test_only_the_faulty_entry_of_a_list_is_left_out(folder: Path) -> None:
    spoil(folder, CHANNELS, "    sector: cane", "    sektor: cane")
    loaded = load_curricula(folder)
    assert "profedet" not in {channel.id for channel in loaded.channels}
    assert len(loaded.channels) == 13
    assert "¿Querías escribir «sector»?" in {fault.todo.es for fault in loaded.faults}


def test_of_two_entries_with_one_id_the_first_is_used(folder: Path) -> None:
    spoil(folder, CHANNELS, "id: imss", "id: profedet")
    loaded = load_curricula(folder)
    assert [channel.name.es for channel in loaded.channels if channel.id == "profedet"] == ["PROFEDET"]


def test_a_new_crop_needs_no_code(folder: Path) -> None:
    (folder / "avocado").mkdir()
    course = (folder / CANE).read_text("utf-8").replace("crop: cane", "crop: avocado").replace("M2, ", "")
    (folder / "avocado/course.yaml").write_text(course, "utf-8")
    spoil(folder, CHANNELS, "    sector: cane", "    sector: avocado")
    loaded = load_curricula(folder)
    assert loaded.faults == []
    assert [module.code for module in loaded.courses["avocado"].modules][:3] == ["M1", "M3", "M4"]


def test_a_recording_fills_its_slot(folder: Path) -> None:
    spoil(
        folder,
        M1,
        "  hch:\n",
        "  hch:\n    file: m1/hch.ogg\n    speaker: A. B.\n    speaker_consent: 2026-11-30\n"
        "    recorded_on: 2026-11-30\n    seconds: 42\n    signed_off_by: C. D.\n",
    )
    loaded = load_curricula(folder)
    assert loaded.faults == []
    module = loaded.courses["cane"].module("M1")
    assert module is not None
    slot = module.audio_in("hch")
    assert (slot.is_ready, slot.seconds, slot.file) == (True, 42, "m1/hch.ogg")


def test_prints_of_a_course_follow_its_words_only(folder: Path) -> None:
    before = {crop: course_fingerprint(course) for crop, course in load_curricula(folder).courses.items()}
    spoil(folder, M1, "code: M1", "# un comentario\n\ncode: M1")
    assert {crop: course_fingerprint(one) for crop, one in load_curricula(folder).courses.items()} == before
    spoil(folder, "cane/modules/m2-machete.yaml", "es: Codo con codo", "es: Codo a codo")
    after = {crop: course_fingerprint(course) for crop, course in load_curricula(folder).courses.items()}
    assert after["tobacco"] == before["tobacco"]
    assert after["cane"] != before["cane"]


def test_a_folder_that_is_not_there_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as refused:
        load_curricula(tmp_path / "nowhere")
    assert refused.value.code == "no_curricula"


MODULE = (shipped_curricula() / M1).read_text("utf-8")
LINES = MODULE.split("\n")


@st.composite
def damaged(draw: st.DrawFn) -> str:
    """A module with lines removed, repeated, moved, shifted or blanked."""
    lines = list(LINES)
    for _ in range(draw(st.integers(1, 4))):
        at = draw(st.integers(0, len(lines) - 1))
        lines[at : at + 1] = draw(
            st.sampled_from(
                [[], [lines[at]] * 2, ["  " + lines[at]], [lines[at][2:]], [lines[at].split(":")[0] + ":"], ["  - x"]]
            )
        )
    return "\n".join(lines)


@given(damaged())
@settings(max_examples=80, deadline=None)
def test_a_damaged_module_is_whole_or_has_a_fault(text: str) -> None:
    """Never a crash, never a fault outside the file; without a fault nothing is half read."""
    log = FaultLog("x.yaml")
    module = None
    try:
        module = read_module(read_tree(text.encode()), log)
    except TreeError as error:
        log.add_error(error)
    assert all(1 <= fault.line <= text.count("\n") + 1 for fault in log.faults)
    assert (module is not None) or log.faults
    if module and not log.faults:
        assert module.code
        assert all(item.question.es and item.question.en for item in module.items)
        assert all(option.words.es for item in module.items for option in item.options)


SHAPES = st.recursive(
    st.sampled_from(("x", "1", "[]", "[x]", "{a: b}", "")),
    lambda inner: st.dictionaries(st.sampled_from(("es", "all", "a")), inner, min_size=1, max_size=2),
    max_leaves=3,
)
NAMES = ("crop", "version", "title", "modules", "session_minutes", "certificate")


def shape_text(shape: object, indent: int) -> str:
    if not isinstance(shape, dict):
        return f" {shape}\n"
    return "\n" + "".join(f"{' ' * indent}{key}:{shape_text(each, indent + 2)}" for key, each in shape.items())


@given(st.dictionaries(st.sampled_from(NAMES), SHAPES, min_size=1))
@settings(max_examples=60, deadline=None)
def test_a_course_of_any_other_shape_is_told(shapes: dict[str, object]) -> None:
    log = FaultLog("course.yaml")
    text = "".join(f"{name}:{shape_text(shape, 2)}" for name, shape in shapes.items())
    read_course(read_tree(text.encode()), log)
    assert log.faults
    assert all(1 <= fault.line <= text.count("\n") for fault in log.faults)
