"""Cards, questions and whole topics are added and removed as new versions; what was taught keeps what it had."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from promoter_app.domain.curriculum import composing, editing
from promoter_app.domain.curriculum.course import Item, ItemKind, Module
from promoter_app.domain.office.checks import checked_words
from promoter_app.domain.refusal import Refusal
from promoter_app.services.curricula import Content, find_module, topic_label
from promoter_app.services.printing.orders import Order, draft, draw
from promoter_app.services.sessions import attempts
from promoter_app.services.sessions.sessions import needed
from promoter_app.services.topics import courses, versions
from promoter_app.services.undo import undo
from tests.services.conftest import Field

CARD = {
    "title_es": "Cuidado con el humo", "title_en": "Mind the smoke", "minutes": "4", "short": "1",
    "message1_es": "Espere a que pase", "message1_en": "Wait until it passes",
    "line1_es": "Diez minutos", "line1_en": "Ten minutes",
    "question_es": "¿Qué hacen hoy?", "question_en": "What do you do today?",
    "say_es": "Hoy vemos el humo.", "say_en": "Today we look at smoke.",
}  # fmt: skip
QUESTION = {
    "question_es": "¿Cuándo se espera?", "question_en": "When does one wait?",
    "option_a_es": "Con humo", "option_a_en": "With smoke", "option_b_es": "Nunca", "option_b_en": "Never",
    "key": "a", "short": "1",
}  # fmt: skip
TOPIC = {
    "level": "1", "title_es": "Humo de la quema", "title_en": "Smoke of the burning", "neutral_es": "Humo",
    "neutral_en": "Smoke", "minutes": "20", "minutes_short": "15",
}  # fmt: skip


def topic(content: Content, code: str = "M1") -> Module:
    found = find_module(content, "cane", code)
    assert found is not None
    return found


def save(office: Field, content: Content, module: Module) -> Content:
    versions.save_version(office.folder, office.stamp(), content, module)
    return versions.current_content(office.folder)


def card_values(values: dict[str, Any]) -> editing.Values:
    return checked_words(editing.card_form(composing.new_card()).fields, values)


def question_values(values: dict[str, Any], kind: ItemKind = ItemKind.CHOICE) -> editing.Values:
    return checked_words(editing.item_form(composing.new_item(kind)).fields, values)


def topic_values(**other: str) -> editing.Values:
    form = composing.topic_form(composing.new_topic("M99"))
    return checked_words(form.fields, {**TOPIC, **other})


def finished(office: Field, content: Content, code: str) -> Content:
    """A new topic with a card and three questions."""
    module = topic(content, code)
    module = composing.with_new_card(module, -1, card_values(CARD))
    for _each in range(3):
        module = composing.with_new_item(module, ItemKind.CHOICE, question_values(QUESTION), ())
    return save(office, content, module)


def titles(module: Module) -> list[str]:
    return [card.title.es for card in module.cards]


# cards


def test_a_card_comes_goes_and_moves(office: Field, content: Content) -> None:
    before = titles(topic(content))
    now = save(office, content, composing.with_new_card(topic(content), 0, card_values(CARD)))
    assert titles(topic(now)) == [before[0], "Cuidado con el humo", *before[1:]]
    made = topic(now).cards[1]
    assert (made.minutes, made.in_short, len(made.messages)) == (4, True, 1)
    now = save(office, now, composing.with_card_moved(topic(now), 1, -1))
    assert titles(topic(now))[:2] == ["Cuidado con el humo", before[0]]
    now = save(office, now, composing.without_card(topic(now), 0))
    assert titles(topic(now)) == before
    assert topic(now).version == topic(content).version + 3


def test_a_topic_of_a_course_keeps_a_card_and_a_test(office: Field, content: Content) -> None:
    bare = topic(content)
    while bare.cards:
        bare = composing.without_card(bare, 0)
    with pytest.raises(Refusal, match="bad_topic") as refused:
        save(office, content, bare)
    assert refused.value.what.es == "M1 no tiene fichas."
    untested = topic(content)
    while len(untested.items) > 2:
        untested = composing.without_item(untested, 0)
    with pytest.raises(Refusal, match="bad_topic"):
        save(office, content, untested)


def test_a_card_without_messages_is_refused(office: Field, content: Content) -> None:
    empty = {**CARD, "message1_es": "", "message1_en": ""}
    with pytest.raises(Refusal, match="missing"):
        card_values(empty)
    with pytest.raises(Refusal, match="bad_topic"):
        save(office, content, composing.with_new_card(topic(content), 0, {**empty, "minutes": 3}))


def test_moving_a_card_beyond_the_ends_leaves_it_there(content: Content) -> None:
    module = topic(content)
    last = len(module.cards) - 1
    assert composing.with_card_moved(module, last, 1) == module
    assert composing.with_card_moved(module, 0, -1) == module


# questions


def test_a_question_comes_with_its_answers_and_its_right_one(office: Field, content: Content) -> None:
    values = question_values({**QUESTION, "option_c_es": "Siempre", "option_c_en": "Always", "key": "c"})
    now = save(office, content, composing.with_new_item(topic(content), ItemKind.CHOICE, values, ()))
    made = topic(now).items[-1]
    assert [(o.letter, o.words.es) for o in made.options] == [("a", "Con humo"), ("b", "Nunca"), ("c", "Siempre")]
    assert (made.key, made.id) == ("c", f"M1-{len(topic(content).items) + 1}")
    values = question_values({"question_es": "¿Sí?", "question_en": "Yes?", "key": "F", "short": "0"},
                             ItemKind.TRUE_FALSE)  # fmt: skip
    now = save(office, now, composing.with_new_item(topic(now), ItemKind.TRUE_FALSE, values, ()))
    assert (topic(now).items[-1].key, topic(now).items[-1].in_short) == ("F", False)


def test_a_third_answer_may_go_but_not_the_right_one(office: Field, content: Content) -> None:
    values = question_values({**QUESTION, "option_c_es": "Siempre", "option_c_en": "Always"})
    module = composing.with_new_item(topic(content), ItemKind.CHOICE, values, ())
    at = len(module.items) - 1
    left = {**editing.item_form(module.items[at]).values, "option_c_es": None, "option_c_en": None}
    assert [option.letter for option in editing.with_item(module, at, left).items[at].options] == ["a", "b"]
    with pytest.raises(Refusal, match="bad_topic"):
        save(office, content, editing.with_item(module, at, {**left, "key": "c"}))


@pytest.mark.parametrize("wrong", [{"option_b_es": ""}, {"option_a_en": ""}, {"key": ""}, {"question_en": ""}])
def test_a_question_needs_two_answers_in_both_languages_and_a_right_one(wrong: dict[str, str]) -> None:
    with pytest.raises(Refusal, match="missing"):
        question_values({**QUESTION, **wrong})


def test_a_name_of_a_question_is_never_given_again(office: Field, content: Content) -> None:
    now = save(
        office, content, composing.with_new_item(topic(content), ItemKind.CHOICE, question_values(QUESTION), ())
    )
    name = topic(now).items[-1].id
    now = save(office, now, composing.without_item(topic(now), len(topic(now).items) - 1))
    used = courses.used_items(office.folder, topic(now))
    assert name in used
    again = composing.with_new_item(topic(now), ItemKind.CHOICE, question_values(QUESTION), used)
    assert again.items[-1].id not in used


def test_answers_to_a_question_that_went_stay_with_their_key(office: Field, content: Content) -> None:
    session = needed(office.folder, office.session)
    first: Item = topic(content).items[0]
    attempts.record_answer(
        office.folder, office.stamp(), content, session, office.people[0], "pre", first.id, first.key
    )
    more = composing.with_new_item(topic(content), ItemKind.CHOICE, question_values(QUESTION), ())
    now = save(office, content, composing.without_item(more, 0))
    assert first.id not in {item.id for item in topic(now).items}
    rows = office.sql("SELECT w.choice = i.answer, i.text_es FROM answer w JOIN item i ON i.id = w.item")
    assert rows == [(1, first.question.es)]


# whole topics


def test_a_new_topic_begins_beside_the_course_and_enters_it_when_complete(office: Field, content: Content) -> None:
    code = courses.new_topic(office.folder, office.stamp(), content, "cane", topic_values()).outcome
    now = versions.current_content(office.folder)
    assert code == "M11"
    assert code not in now.courses["cane"].order
    assert [module.code for module in now.outside["cane"]] == [code]
    with pytest.raises(Refusal, match="bad_topic"):
        courses.put_in(office.folder, office.stamp(), now, "cane", topic(now, code))
    now = finished(office, now, code)
    courses.put_in(office.folder, office.stamp(), now, "cane", topic(now, code))
    now = versions.current_content(office.folder)
    course = now.courses["cane"]
    levels = [module.level for module in course.modules]
    assert course.order.index(code) == levels.count(1) - 1, "after the topics of its level"
    assert levels == sorted(levels)
    assert course.order == tuple(module.code for module in course.modules)
    assert now.outside["cane"] == ()
    assert code not in now.courses["tobacco"].order
    assert course.version > content.courses["cane"].version


@pytest.mark.parametrize(
    ("wrong", "refusal"),
    [
        ({"level": ""}, "missing"), ({"minutes": ""}, "missing"), ({"neutral_en": ""}, "missing"),
        ({"neutral_es": ""}, "missing"), ({"level": "5"}, "unknown_choice"),
        ({"level": "3", "neutral_es": "humo de la QUEMA"}, "bad_topic"), ({"minutes_short": "30"}, "bad_topic"),
    ],
)  # fmt: skip
def test_a_new_topic_needs_level_minutes_and_a_discreet_name(
    office: Field, content: Content, wrong: dict[str, str], refusal: str
) -> None:
    with pytest.raises(Refusal, match=refusal):
        courses.new_topic(office.folder, office.stamp(), content, "cane", topic_values(**wrong))
    assert office.sql("SELECT count(*) FROM topic_version") == [(0,)]


def test_a_topic_that_leaves_stays_with_what_was_taught_and_may_come_back(office: Field, content: Content) -> None:
    session = replace(needed(office.folder, office.session), module="M10")
    label, module = topic_label(content, session, "es"), topic(content, "M10")
    done = courses.take_out(office.folder, office.stamp(), content, "cane", module)
    now = versions.current_content(office.folder)
    assert "M10" not in now.courses["cane"].order
    assert label.endswith(topic_label(now, session, "es"))
    assert topic(now, "M10").items == module.items
    assert done.undo is not None
    undo(office.folder, office.stamp(), done.undo)
    assert versions.current_content(office.folder).courses == content.courses
    courses.take_out(office.folder, office.stamp(), content, "cane", module)
    now = versions.current_content(office.folder)
    courses.put_in(office.folder, office.stamp(), now, "cane", topic(now, "M10"))
    back = versions.current_content(office.folder).courses["cane"]
    assert set(back.order) == set(content.courses["cane"].order)


def test_a_topic_that_another_one_asks_for_stays(office: Field, content: Content) -> None:
    with pytest.raises(Refusal, match="bad_topic") as refused:
        courses.take_out(office.folder, office.stamp(), content, "cane", topic(content))
    assert "M1" in refused.value.what.es


def test_a_promoter_changes_no_course(field: Field, content: Content) -> None:
    last = content.courses["cane"].modules[-1]
    for wrong in (
        lambda: courses.new_topic(field.folder, field.stamp(), content, "cane", topic_values()),
        lambda: courses.put_in(field.folder, field.stamp(), content, "cane", last),
        lambda: courses.take_out(field.folder, field.stamp(), content, "cane", last),
    ):
        with pytest.raises(Refusal, match="not_allowed"):
            wrong()


@pytest.mark.parametrize("language", ["es", "en"])
def test_a_topic_of_the_office_is_taught_tested_and_printed_like_any_other(
    office: Field, content: Content, tmp_path: Path, language: str
) -> None:
    code = courses.new_topic(office.folder, office.stamp(), content, "cane", topic_values()).outcome
    now = finished(office, versions.current_content(office.folder), code)
    courses.put_in(office.folder, office.stamp(), now, "cane", topic(now, code))
    now = versions.current_content(office.folder)
    with office.folder.book.writing(office.stamp()) as write:
        write.edit("session", office.session, module=code)
    session = needed(office.folder, office.session)
    assert topic_label(now, session, language).startswith("Tema 5 · Humo" if language == "es" else "Topic 5 · Smoke")
    item = topic(now, code).items[0]
    attempts.record_answer(office.folder, office.stamp(), now, session, office.people[0], "pre", item.id, "a")
    assert office.sql("SELECT w.choice = i.answer FROM answer w JOIN item i ON i.id = w.item") == [(1,)]
    for kind in ("guide", "worker-sheet", "questions", "tests"):
        made = draft(office.folder, office.stamp(), now, Order(kind, session), language)
        out = tmp_path / f"{kind}.pdf"
        draw(made, out, language=language)
        assert out.read_bytes().startswith(b"%PDF")
