"""Help channels, dated values, notices, the facilitator's page and languages."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from promoter_app.domain.curriculum.common import (
    BLANK_LINE,
    DatedValue,
    HelpChannel,
    LegalValue,
    Notice,
    SessionStep,
    channel_is_verified,
    channels_for,
    facilitator_script,
    fill_notice,
    unfilled,
    value_on,
)
from promoter_app.domain.curriculum.course import Confidence, Words, short_form
from promoter_app.domain.curriculum.languages import Language, find_language
from tests.domain.curriculum_samples import card, module, words

CHANNEL = HelpChannel(
    "imss", words("IMSS"), ("800",), None, "national", "both", Confidence.HIGH, "", date(2026, 5, 31), "Ana"
)
NOTICE = Notice("full", 1, words("Aviso"), (Words("De {a}, en {b}.", "By {a}, at {b}."), words("Hasta {c}.")))


def test_a_number_counts_as_verified_for_six_months() -> None:
    days = (date(2026, 5, 30), date(2026, 5, 31), date(2026, 11, 30), date(2026, 12, 1))
    assert [channel_is_verified(CHANNEL, day) for day in days] == [False, True, True, False]


def test_a_number_is_verified_by_somebody() -> None:
    today = date(2026, 6, 1)
    assert not channel_is_verified(replace(CHANNEL, verified_by=" "), today)
    assert not channel_is_verified(replace(CHANNEL, verified_on=None), today)
    assert not channel_is_verified(replace(CHANNEL, numbers=()), today)


def test_a_card_has_the_channels_of_its_crop() -> None:
    cane, tobacco = replace(CHANNEL, sector="cane"), replace(CHANNEL, sector="tobacco")
    assert channels_for((CHANNEL, cane, tobacco), "cane") == (CHANNEL, cane)


def legal(*rows: DatedValue) -> LegalValue:
    return LegalValue("hours", words("Horas"), "hours", "LFT 59", Confidence.HIGH, "", None, rows)


def test_the_value_in_force_is_that_of_the_last_date_passed() -> None:
    hours = legal(DatedValue(date(2026, 1, 1), None, 48), DatedValue(date(2027, 1, 1), date(2027, 12, 31), 46))
    days = (date(2025, 12, 31), date(2026, 12, 31), date(2027, 1, 1), date(2027, 12, 31), date(2028, 1, 1))
    assert [value_on(hours, day) for day in days] == [None, 48, 46, 46, None]
    assert value_on(legal(DatedValue(None, None, 30)), date(1990, 1, 1)) == 30
    assert value_on(legal(), date(2026, 1, 1)) is None


def test_a_notice_keeps_a_line_where_nothing_was_filled_in() -> None:
    assert NOTICE.holes == ("a", "b", "c")
    assert unfilled(NOTICE, {"a": "Ana", "b": "  "}) == ("b", "c")
    filled = fill_notice(NOTICE, {"a": "Ana {b}", "b": " "})
    assert filled == (f"De Ana {{b}}, en {BLANK_LINE}.", f"Hasta {BLANK_LINE}.")
    assert fill_notice(NOTICE, {"a": "1", "b": "2"}, "en")[0] == "By 1, at 2."


STEPS = (
    SessionStep("greeting", 2, 2, words("Saludo"), words("hola"), words("lista")),
    SessionStep("content", 10, 7, words("Tema"), words("pregunten"), words("objetos")),
    SessionStep("help_card", 2, 1, words("Tarjeta"), words("repasemos"), words("quédate")),
)


def test_the_page_of_the_facilitator_has_the_cards_inside_the_steps() -> None:
    second = replace(card("dos", minutes=6), do=words("toca"))
    taught = module("M1", cards=(card("uno", minutes=4), second))
    lines = facilitator_script(taught, STEPS)
    assert [(line.title.es, line.minutes) for line in lines] == [("Saludo", 2), ("uno", 4), ("dos", 6), ("Tarjeta", 2)]
    assert [one.es for one in lines[1].say] == ["open", "pregunten", "say uno", "?"]
    assert [one.es for one in lines[2].say] == ["say dos", "?", "close"]
    assert [[one.es for one in line.do] for line in lines] == [["lista"], ["objetos"], ["toca"], ["quédate"]]


def test_a_short_session_has_short_steps_and_both_opening_and_closing() -> None:
    lines = facilitator_script(short_form(module("M1")), STEPS, short=True)
    assert [(line.title.es, line.minutes) for line in lines] == [("Saludo", 2), ("uno", 5), ("Tarjeta", 1)]
    assert [one.es for one in lines[1].say] == ["open", "pregunten", "say uno", "?", "close"]


def language(code: str, group: str, variant: str = "", autonym: str = "") -> Language:
    return Language(code, group, variant, autonym, (), (), Confidence.UNMARKED)


def test_a_language_is_shown_by_its_own_name_first() -> None:
    shown = [
        language("crn", "Cora", "El Nayar", "Náayeri"), language("spa", "Español", "", "Español"),
        language("ngu", "Náhuatl", "Guerrero"), language("", "Popoluca"), language("hch", "Huichol", "", "Wixárika"),
    ]  # fmt: skip
    assert [one.label for one in shown] == [
        "Náayeri (Cora, El Nayar)", "Español", "Náhuatl (Guerrero)", "Popoluca", "Wixárika (Huichol)",
    ]  # fmt: skip
    assert find_language(shown, "crn") == shown[0]
    assert find_language(shown, "xyz") is None
    assert find_language(shown, "") is None
