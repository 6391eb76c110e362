"""What other floors ask of a course: titles, short forms, what is missing, what must be checked again."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from promoter_app.domain.curriculum.course import (
    AudioSlot,
    Confidence,
    CueMessage,
    LegalRef,
    Place,
    Words,
    months_later,
    needs_checking,
    neutral_title,
    required_modules,
    sheet_lines,
    short_form,
    title_on_paper,
)
from promoter_app.domain.curriculum.labels import confidence_meaning, level_name
from promoter_app.domain.curriculum.plain import course_fingerprint, items_fingerprint
from tests.domain.curriculum_samples import card, course, item, module, words

DAYS = st.dates(date(2000, 1, 1), date(2100, 1, 1))


def ref(checked_on: date | None) -> LegalRef:
    return LegalRef("LFT 63", None, Confidence.HIGH, "", checked_on)


def test_words_fall_back_to_spanish() -> None:
    assert [Words("sí", "yes").in_language(language) for language in ("es", "en", "hch")] == ["sí", "yes", "sí"]


def test_a_short_session_has_the_starred_questions_and_marked_cards() -> None:
    short = short_form(module("M1"))
    assert [one.id for one in short.items] == ["M1-1", "M1-2", "M1-3"]
    assert [one.title.es for one in short.cards] == ["uno"]
    assert short.minutes == 15
    assert short_form(short) == short


def test_paper_carries_neutral_titles_from_level_three() -> None:
    titles = [title_on_paper(module("M", level), "en") for level in (1, 2, 3, 4)]
    assert titles == ["Título M (en)"] * 2 + ["Neutro M (en)"] * 2
    assert neutral_title(module("M", 1)) == "Neutro M"


def test_not_knowing_is_wrong() -> None:
    asked = item("M1-1", "b")
    assert [asked.is_right(answer) for answer in ("a", "b", None, "")] == [False, True, False, False]


def test_the_sheet_shows_the_short_cards_only() -> None:
    assert sheet_lines(module("M1")) == (
        CueMessage("drop", words("uno 0"), words("line")),
        CueMessage("drop", words("uno 1"), words("line")),
    )


def test_a_module_left_out_still_counts_for_the_certificate() -> None:
    whole = course(module("M1"), order=("M1", "M3"))
    assert whole.left_out == ("M3",)
    assert required_modules(whole) == ("M1", "M3")
    assert required_modules(course(module("M1"), requires=("M1",), order=("M1", "M3"))) == ("M1",)
    assert whole.module("M3") is None


def test_a_recording_plays_only_when_a_named_speaker_agreed_and_it_was_signed_off() -> None:
    slot = AudioSlot("hch", "m1/hch.ogg", "A. B.", date(2026, 11, 1), date(2026, 11, 1), 40, "C. D.")
    assert slot.is_ready
    for lacking in (replace(slot, file=""), replace(slot, speaker=""), replace(slot, signed_off_by="")):
        assert not lacking.is_ready
    assert not replace(slot, speaker_consent=None).is_ready
    assert module("M1", audio=(slot,)).audio_in("hch") == slot
    assert module("M1").audio_in("crn") == AudioSlot("crn")


def test_a_law_is_checked_again_after_twelve_months() -> None:
    checked = ref(date(2026, 11, 1))
    assert [needs_checking(checked, day) for day in (date(2026, 11, 1), date(2027, 11, 1), date(2027, 11, 2))] == [
        False, False, True,
    ]  # fmt: skip
    assert needs_checking(ref(None), date(2026, 11, 1))
    assert needs_checking(checked, date(2026, 10, 31))  # a day still to come is a slip of the pen


@given(DAYS, st.integers(0, 60))
def test_months_later_is_the_same_day_or_the_last_of_the_month(day: date, months: int) -> None:
    later = months_later(day, months)
    assert (later.year * 12 + later.month) - (day.year * 12 + day.month) == months
    assert later.day == day.day or (later + timedelta(days=1)).day == 1


def test_months_later_at_the_end_of_a_month() -> None:
    assert months_later(date(2026, 8, 31), 6) == date(2027, 2, 28)
    assert months_later(date(2026, 12, 15), 12) == date(2027, 12, 15)


def test_prints_follow_the_words_and_not_the_lines() -> None:
    one = course(module("M1"), module("M3"))
    moved = course(replace(module("M1"), place=Place("other.yaml", 99)), module("M3"))
    assert course_fingerprint(one) == course_fingerprint(moved)
    assert len(course_fingerprint(one)) == 64
    changed = course(module("M1", cards=(card("tres"),)), module("M3"))
    assert course_fingerprint(changed) != course_fingerprint(one)
    dated = course(module("M1", legal=(ref(date(2026, 1, 1)),)), module("M3"))
    assert len({course_fingerprint(one) for one in (one, changed, dated)}) == 3


def test_the_print_of_a_test_follows_its_questions_only() -> None:
    plain = module("M1")
    assert items_fingerprint(plain) == items_fingerprint(module("M1", cards=(card("tres"),)))
    other_key = (replace(plain.items[0], key="b"), *plain.items[1:])
    assert items_fingerprint(plain) != items_fingerprint(replace(plain, items=other_key))


def test_every_mark_and_level_has_words() -> None:
    assert len({confidence_meaning(mark) for mark in Confidence}) == len(Confidence)
    assert [level_name(level).en for level in (1, 2)] == ["Safety and health", "Rights and help channels"]
