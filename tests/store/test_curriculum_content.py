"""What the shipped curricula say: answers, both languages, confidence marks, blanks. A person would read it."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from datetime import date
from importlib.util import find_spec
from pathlib import Path

import pytest

from promoter_app.domain.curriculum.common import (
    channel_is_verified,
    channels_for,
    facilitator_script,
    fill_notice,
    unfilled,
    value_on,
)
from promoter_app.domain.curriculum.course import (
    Confidence,
    Module,
    Words,
    neutral_title,
    required_modules,
    sheet_lines,
    short_form,
    title_on_paper,
)
from promoter_app.domain.curriculum.languages import find_language
from promoter_app.store.curriculum.files import Loaded, load_curricula, shipped_curricula

# Written down from the reference, not from the files: the right answer of each question, * = short test too.
ANSWERS = {
    "M1": "*b V *c F *b",
    "M2": "*c *a F b *a V",
    "M3": "*c a *V *F b",
    "M4": "*b *F a c *b",
    "M5": "*b *a V F *c",
    "M6": "*a *F b *F c b",
    "M7": "*a *c F V *b",
    "M8": "*b *F V *c a",
    "M9": "*c *F *V F a",
    "M10": "*b *F *c V a",
}
# level, minutes, short minutes, modules needed, how many more of level 1
FRAME = {
    "M1": (1, 20, 15, "", 0),
    "M2": (1, 25, 15, "M1", 0),
    "M3": (1, 20, 15, "M1", 0),
    "M4": (1, 25, 15, "M1", 0),
    "M5": (1, 20, 15, "M1", 0),
    "M6": (2, 30, 20, "M1", 1),
    "M7": (2, 20, 15, "M1", 0),
    "M8": (3, 25, 20, "M7", 2),
    "M9": (4, 25, 20, "M7 M8", 0),
    "M10": (4, 30, 20, "M7 M8 M9", 0),
}
NUMBERS = {
    "emergency": ("911",),
    "trafficking_line": ("800 5533 000",),
    "profedet": ("800 911 7877", "800 717 2942"),
    "imss": ("800 623 2323",),
    "cndh": ("800 715 2000",),
    "anonymous_report": ("089",),
}
BLANK = {
    "state_defender_jalisco", "state_defender_nayarit", "cedhj", "human_rights_nayarit", "federal_inspection",
    "child_protection", "poison_centre", "project_line",
}  # fmt: skip
CANCELLED = {
    "front_moved", "rain_mud", "mill_stopped", "burning_moved", "pay_day", "feast", "health_restriction", "insecurity",
    "no_interpreter", "vehicle", "crew_dissolved", "other",
}  # fmt: skip
OVERRIDDEN = {"group_asked", "urgent_case", "season_ending", "trained_elsewhere", "access_condition", "other"}
CODES = """
    hch crn stp tla ntp azn azd ngu nhe nhw nch azz ncj mxv mim xta jmx vmc xtn mix tcf tpc tpl tpx zap zai zab
    trc trs trq tsz pua tar ote maz hus top tzh tzo ctu mfy amu
"""
TODAY = date(2026, 11, 30)


@pytest.fixture(scope="module")
def loaded() -> Loaded:
    return load_curricula(shipped_curricula())


@pytest.fixture(scope="module")
def modules(loaded: Loaded) -> dict[str, Module]:
    return {module.code: module for course in loaded.courses.values() for module in course.modules}


def all_words(value: object) -> Iterator[Words]:
    """Every bilingual text inside `value`."""
    if isinstance(value, Words):
        yield value
    elif is_dataclass(value) and not isinstance(value, type):
        for each in fields(value):
            yield from all_words(getattr(value, each.name))
    elif isinstance(value, tuple | list):
        for one in value:
            yield from all_words(one)
    elif isinstance(value, dict):
        yield from all_words(list(value.values()))


def test_the_shipped_folder_has_no_mistakes(loaded: Loaded) -> None:
    assert [fault.text("en") for fault in loaded.faults] == []


def test_a_crew_takes_nine_modules(loaded: Loaded) -> None:
    taken = {crop: " ".join(module.code for module in course.modules) for crop, course in loaded.courses.items()}
    assert taken == {"cane": "M1 M2 M3 M4 M6 M7 M8 M9 M10", "tobacco": "M1 M3 M4 M5 M6 M7 M8 M9 M10"}


def test_shared_modules_are_the_same_in_both_courses(loaded: Loaded) -> None:
    cane, tobacco = loaded.courses["cane"], loaded.courses["tobacco"]
    assert [cane.module(code) == tobacco.module(code) for code in ("M1", "M3", "M10")] == [True, True, True]


@pytest.mark.parametrize("code", ANSWERS)
def test_each_question_has_the_right_answer(modules: dict[str, Module], code: str) -> None:
    items = modules[code].items
    assert " ".join(("*" if item.in_short else "") + item.key for item in items) == ANSWERS[code]
    assert [item.id for item in items] == [f"{code}-{number}" for number in range(1, len(items) + 1)]


def test_a_few_questions_read_in_full(modules: dict[str, Module]) -> None:
    """So that keys cannot be right over the wrong options."""
    right = {
        item.id: next(option.words for option in item.options if item.is_right(option.letter))
        for module in modules.values()
        for item in module.items
    }
    assert right["M1-1"].es == "Un vaso cada 15–20 min, aunque no haya sed"
    assert right["M1-1"].en == "A glass every 15–20 min, even if not thirsty"
    assert right["M3-1"].es == "Quieto, sin torniquete, e ir rápido al hospital"
    assert right["M6-1"].es == "Cada semana"
    assert right["M7-1"].en == "911"
    assert right["M9-1"].es == "15"
    assert right["M10-1"].es == "No, nadie puede retenerme por deuda"
    assert right["M2-6"] == Words("Verdadero", "True")


@pytest.mark.parametrize("code", FRAME)
def test_each_module_has_its_place_and_length(modules: dict[str, Module], code: str) -> None:
    module = modules[code]
    rule = module.prerequisites
    assert FRAME[code] == (
        module.level, module.minutes, module.minutes_short, " ".join(rule.modules), rule.count,
    )  # fmt: skip
    assert rule.level == (1 if rule.count else None)


def test_sensitive_modules_have_neutral_names(modules: dict[str, Module]) -> None:
    assert {code: neutral_title(modules[code]) for code in ("M8", "M9", "M10")} == {
        "M8": "Buen trato", "M9": "Niñez", "M10": "Libertad",
    }  # fmt: skip
    telling = re.compile("violen|forz|forc|labou?r|discrim|infantil", re.IGNORECASE)
    shown = [(neutral_title(module, way), module) for module in modules.values() for way in ("es", "en")]
    assert [title for title, _ in shown if telling.search(title) or len(title) > 22] == []
    assert [title_on_paper(modules[code], "en") for code in ("M4", "M8", "M10")] == [
        "Agrochemicals and protective equipment", "Good treatment", "Freedom",
    ]  # fmt: skip


def test_every_text_is_there_in_both_languages(loaded: Loaded, modules: dict[str, Module]) -> None:
    found = list(all_words(list(vars(loaded).values())))
    assert len(found) > 800
    assert [words for words in found if not words.es.strip() or not words.en.strip()] == []
    same = {words.es for words in found if words.es == words.en and not words.es.isdigit()}
    assert same <= {"IMSS", "CNDH", "PROFEDET", "Hostigamiento", "Acoso"}


@pytest.mark.parametrize("code", FRAME)
def test_cards_fit_the_screen_and_the_break(modules: dict[str, Module], code: str) -> None:
    """Sizes of a card at 1366×768; minutes left once greeting, tests and help card are taken off."""
    module = modules[code]
    assert 4 <= len(module.cards) <= 6
    for card in module.cards:
        shown = [(card.title, 45), (card.question, 80)]
        shown += [(message.title, 42) for message in card.messages] + [(one.line, 75) for one in card.messages]
        assert [words for words, most in shown if max(len(words.es), len(words.en)) > most] == []
    assert sum(card.minutes for card in module.cards) == module.minutes - 10
    assert sum(card.minutes for card in short_form(module).cards) <= module.minutes_short - 8


@pytest.mark.parametrize("code", FRAME)
def test_a_worker_sheet_has_sixty_words_at_most(modules: dict[str, Module], code: str) -> None:
    for language in ("es", "en"):
        text = " ".join(message.title.in_language(language) for message in sheet_lines(modules[code]))
        assert 0 < len(text.split()) <= 60


def test_the_script_fills_the_session(loaded: Loaded, modules: dict[str, Module]) -> None:
    assert [(step.id, step.minutes) for step in loaded.steps] == [
        ("greeting", 2), ("pre_test", 3), ("content", 10), ("post_test", 3), ("help_card", 2),
    ]  # fmt: skip
    for module in modules.values():
        full = facilitator_script(module, loaded.steps)
        short = facilitator_script(short_form(module), loaded.steps, short=True)
        assert sum(line.minutes for line in full) == module.minutes
        assert sum(line.minutes for line in short) <= module.minutes_short
        said = [words for line in full for words in line.say]
        assert said.index(module.opening) < said.index(module.cards[0].say) < said.index(module.closing)


def test_nothing_shouts(loaded: Loaded) -> None:
    """No exclamation marks, no words in capitals but acronyms."""
    acronyms = {
        "IMSS", "CNDH", "CEDHJ", "PROFEDET", "NOM", "STPS", "CURP", "COFEPRIS", "CONOCER", "OIT", "ILO", "DOF", "LFT",
        "GHS", "INALI",
    }  # fmt: skip
    texts = [text for words in all_words(list(vars(loaded).values())) for text in (words.es, words.en)]
    assert [text for text in texts if "!" in text or "¡" in text] == []
    capitals = {word for text in texts for word in re.findall(r"[^\W\d_]{3,}", text) if word.isupper()}
    assert capitals - acronyms == set()


def test_workers_are_spoken_to_with_respect(modules: dict[str, Module]) -> None:
    """What a worker hears is usted or ustedes, never tú."""
    familiar = re.compile(r"\b(tú|tus?|te|ti|contigo|puedes|tienes|debes|eres|estás|quieres)\b", re.IGNORECASE)
    heard = [
        words.es
        for module in modules.values()
        for card in module.cards
        for words in (card.title, card.question, card.say, *(w for m in card.messages for w in (m.title, m.line)))
    ]
    heard += [words.es for module in modules.values() for words in (module.opening, module.closing)]
    assert [text for text in heard if familiar.search(text)] == []


def test_no_doubtful_or_repealed_fact_is_shipped(loaded: Loaded, modules: dict[str, Module]) -> None:
    marks = [said.confidence for module in modules.values() for said in (*module.key_messages, *module.notes)]
    marks += [ref.confidence for module in modules.values() for ref in module.legal]
    marks += [channel.confidence for channel in loaded.channels]
    marks += [value.confidence for value in loaded.legal_values]
    marks += [language.confidence for language in loaded.languages]
    assert Confidence.LOW not in marks
    text = "\n".join(file.read_text("utf-8") for file in shipped_curricula().rglob("*.*"))
    for gone in ("STPS-1999", "STPS-2000", "STPS-2008", "INAI ", "NOM-007", "OTPS", "EC0", "UMA"):
        assert gone not in text
    assert re.findall(r"\$ ?\d|\d+ ?(?:pesos|kg\b|kilos)", text) == []


def test_unsure_laws_keep_their_warning(modules: dict[str, Module]) -> None:
    loads = next(ref for ref in modules["M2"].legal if ref.ref.startswith("NOM-036"))
    assert loads.confidence is Confidence.MEDIUM
    assert loads.note is not None
    assert "sin verificar" in loads.note.es
    assert all(ref.checked_on for m in modules.values() for ref in m.legal if ref.confidence == "source_found")
    assert not any(ref.checked_on for m in modules.values() for ref in m.legal if ref.confidence != "source_found")
    assert any("puede ayudar a proteger" in words.es for words in modules["M1"].careful)


def test_numbers_found_are_there_and_the_others_blank(loaded: Loaded) -> None:
    assert {one.id: one.numbers for one in loaded.channels if one.numbers} == NUMBERS
    assert {one.id for one in loaded.channels if not one.numbers} == BLANK
    assert [one.id for one in loaded.channels if channel_is_verified(one, TODAY)] == []


def test_the_card_differs_by_crop(loaded: Loaded) -> None:
    cane = {one.id for one in channels_for(loaded.channels, "cane")}
    tobacco = {one.id for one in channels_for(loaded.channels, "tobacco")}
    assert cane - tobacco == {"profedet", "federal_inspection"}
    assert tobacco - cane == {"state_defender_jalisco", "state_defender_nayarit"}


def test_the_working_week_shrinks_in_the_middle_of_the_harvest(loaded: Loaded) -> None:
    hours = next(one for one in loaded.legal_values if one.id == "weekly_hours")
    days = (date(2026, 12, 31), date(2027, 1, 1), date(2028, 6, 1), date(2029, 1, 1), date(2035, 1, 1))
    assert [value_on(hours, day) for day in days] == [48, 46, 44, 42, 40]
    overtime = next(one for one in loaded.legal_values if one.id == "weekly_overtime")
    assert [value_on(overtime, day) for day in (date(2027, 12, 31), date(2028, 1, 1))] == [9, None]
    assert {one.unit for one in loaded.legal_values} <= {"hours", "minutes", "years", "weeks", "months", "percent"}


def test_reasons_and_checks_are_complete(loaded: Loaded) -> None:
    assert {one.id for one in loaded.cancel_reasons} == CANCELLED
    assert {one.id for one in loaded.override_reasons} == OVERRIDDEN
    assert all(one.needs_note for one in loaded.override_reasons)
    assert (loaded.coordinator_from_level, loaded.preflight_from_level, len(loaded.preflight)) == (4, 3, 6)
    assert [one.id for one in loaded.preflight if one.only_with_interpreter] == ["interpreter_pledge"]


def test_consent_is_read_as_agreed(loaded: Loaded) -> None:
    record, sensitive = loaded.consents
    assert record.text.es == (
        "Guardamos su nombre para su constancia y para saber qué temas lleva. "
        "No se lo damos al ingenio ni al gobierno. ¿Está de acuerdo?"
    )
    assert (record.how, sensitive.how) == ("spoken", "written")


def test_the_notice_keeps_its_blanks_for_the_office(loaded: Loaded) -> None:
    assert [one.id for one in loaded.notices] == ["full", "short", "oral"]
    full = loaded.notices[0]
    assert set(unfilled(full, {})) == {blank.id for blank in loaded.notice_blanks}
    filled = fill_notice(full, {"responsable": "La Organización"})
    assert filled[0] == "Quién guarda sus datos: La Organización, con domicilio en ____________________."


def test_languages_have_their_codes_and_letters(loaded: Loaded) -> None:
    assert sorted(one.iso639_3 for one in loaded.languages) == sorted(["spa", *CODES.split()])
    tepehuan, amuzgo = find_language(loaded.languages, "stp"), find_language(loaded.languages, "amu")
    assert tepehuan is not None
    assert amuzgo is not None
    assert tepehuan.samples == ("ɨꞋɨɨr", "ñiñiaꞋ")
    assert {"ɇ", "ɨ", "ꞌ", "lh"} <= set(tepehuan.letters)
    assert amuzgo.letters == ("ⁿ",)
    assert amuzgo.label == "Amuzgo (Guerrero)"
    texts = [text for one in loaded.languages for text in (one.autonym, *one.letters, *one.samples)]
    assert [text for text in texts if not unicodedata.is_normalized("NFC", text)] == []


def test_no_text_in_an_indigenous_language_is_shipped(loaded: Loaded, modules: dict[str, Module]) -> None:
    """Slots exist and are empty: nobody invented a translation."""
    wanted = ("hch", "crn", "stp", "azd")
    assert [code for module in modules.values() for code in wanted if module.audio_in(code).is_ready] == []
    assert {slot.language for module in modules.values() for slot in module.audio} >= set(wanted)
    assert [slot for module in modules.values() for slot in module.audio if slot.file] == []
    foreign = re.compile("[ɨɇʉꞌꞋʼⁿ\u0331āēīō]")
    for file in shipped_curricula().rglob("*.yaml"):
        if file.name != "languages.yaml":
            assert not foreign.search(file.read_text("utf-8")), file


def test_every_icon_is_in_the_bundled_set(modules: dict[str, Module]) -> None:
    package = find_spec("qtawesome")
    assert package is not None
    assert package.origin is not None
    drawn = json.loads(next((Path(package.origin).parent / "fonts").glob("phosphor-charmap-*.json")).read_text("utf-8"))
    used = {module.icon for module in modules.values()}
    used |= {message.icon for m in modules.values() for card in m.cards for message in card.messages}
    used |= {option.icon for m in modules.values() for item in m.items for option in item.options}
    assert [icon for icon in sorted(used) if f"{icon}-fill" not in drawn] == []


def test_every_question_has_its_picture(modules: dict[str, Module]) -> None:
    drawn = {file.stem for file in (shipped_curricula().parent / "resources/pictograms").glob("*.svg")}
    asked = {item.picture for module in modules.values() for item in module.items}
    assert asked - drawn == set()


def test_no_module_is_dropped_from_the_certificate(loaded: Loaded) -> None:
    for course in loaded.courses.values():
        assert required_modules(course) == course.order
        assert course.certificate.disclaimer == Words(
            "No es constancia DC-3 ni certificado CONOCER", "Not a DC-3 nor a CONOCER certificate"
        )


def test_partners_can_read_the_files() -> None:
    """A header in Spanish, no tabs, lines that fit a screen, and a page that says how to change things."""
    files = sorted(shipped_curricula().rglob("*.yaml"))
    assert len(files) == 20
    for file in files:
        text = file.read_text("utf-8")
        assert text.startswith("# ")
        assert "\t" not in text
        assert text.endswith("\n")
    guide = (shipped_curricula() / "LEEME.md").read_text("utf-8")
    assert all(word in guide for word in ("course.yaml", "version", "UTF-8", "surco curriculum check"))
