"""New versions of a topic, languages given by named speakers, inserts per company."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from promoter_app.domain.curriculum import editing
from promoter_app.domain.curriculum.course import Module
from promoter_app.domain.curriculum.plain import module_from_plain, to_plain
from promoter_app.domain.office.nouns import NOUNS
from promoter_app.domain.office.topic_nouns import INSERT, TEXT
from promoter_app.domain.refusal import Refusal
from promoter_app.services.curricula import Content
from promoter_app.services.office import setting_up
from promoter_app.services.sessions import attempts
from promoter_app.services.sessions.sessions import needed
from promoter_app.services.topics import tongues, versions
from promoter_app.services.undo import undo
from tests.services.conftest import Field

VOICE = {
    "module": "M1", "language": "hch", "speaker": "Una hablante", "speaker_consent": "2026-02-01",
    "recorded_on": "2026-02-01", "seconds": "42", "signed_off_by": "Otra hablante",
}  # fmt: skip


def m1(content: Content) -> Module:
    found = content.courses["cane"].module("M1")
    assert found is not None
    return found


def other_key(module: Module) -> Module:
    """Question 1 with another right answer."""
    form = editing.item_form(module.items[0])
    wrong = next(option.letter for option in module.items[0].options if option.letter != module.items[0].key)
    return editing.with_item(module, 0, {**form.values, "key": wrong})


def test_every_module_survives_being_kept_as_plain_words(content: Content) -> None:
    for course in content.courses.values():
        for module in course.modules:
            assert module_from_plain(to_plain(module)) == module  # type: ignore[arg-type]


def test_every_form_gives_back_the_same_topic_when_nothing_is_touched(content: Content) -> None:
    for module in content.courses["cane"].modules:
        assert editing.with_module(module, editing.module_form(module).values) == module
        for at, card in enumerate(module.cards):
            assert editing.with_card(module, at, editing.card_form(card).values) == module
        for at, item in enumerate(module.items):
            assert editing.with_item(module, at, editing.item_form(item).values) == module
        for at, ref in enumerate(module.legal):
            assert editing.with_legal(module, at, editing.legal_form(ref).values) == module


def test_a_saved_version_is_what_is_taught_from_then_on_and_undo_brings_the_old_one(
    office: Field, content: Content
) -> None:
    done = versions.save_version(office.folder, office.stamp(), content, other_key(m1(content)), "mejor respuesta")
    assert done.outcome == m1(content).version + 1
    now = versions.current_content(office.folder)
    assert m1(now).items[0].key != m1(content).items[0].key
    assert m1(now).version == done.outcome
    assert now.courses["cane"].version == content.courses["cane"].version + 1
    assert now.courses["tobacco"].module("M1") == m1(now), "a shared topic changes in every course"
    assert office.sql("SELECT module, version, note FROM topic_version") == [("M1", done.outcome, "mejor respuesta")]
    (told,) = versions.versions_of(office.folder, "M1", -360)
    assert (told.who, told.version, told.at.hour) == ("Ana Ruiz", done.outcome, 12)
    assert done.undo is not None
    undo(office.folder, office.stamp(), done.undo)
    assert versions.current_content(office.folder).courses == content.courses


def test_answers_given_before_keep_the_key_of_their_day(office: Field, content: Content) -> None:
    session = needed(office.folder, office.session)
    item = m1(content).items[0]
    right = item.key
    attempts.record_answer(office.folder, office.stamp(), content, session, office.people[0], "pre", item.id, right)
    versions.save_version(office.folder, office.stamp(), content, other_key(m1(content)))
    now = versions.current_content(office.folder)
    attempts.record_answer(office.folder, office.stamp(), now, session, office.people[1], "pre", item.id, right)
    rows = office.sql(
        "SELECT w.person, w.choice = i.answer FROM answer w JOIN item i ON i.id = w.item ORDER BY w.wall, w.id"
    )
    assert rows == [(office.people[0], 1), (office.people[1], 0)]


def test_mistakes_are_refused_with_the_sentence_of_the_check(office: Field, content: Content) -> None:
    module = m1(content)
    no_english = editing.with_card(module, 0, {**editing.card_form(module.cards[0]).values, "title_en": ""})
    too_few = replace(module, items=tuple(replace(item, in_short=False) for item in module.items))
    for wrong, code in ((module, "same"), (no_english, "one_language"), (too_few, "bad_topic")):
        with pytest.raises(Refusal, match=code):
            versions.save_version(office.folder, office.stamp(), content, wrong)
    assert office.sql("SELECT count(*) FROM topic_version") == [(0,)]


def test_a_promoter_may_not_change_topics(field: Field, content: Content, tmp_path: Path) -> None:
    with pytest.raises(Refusal, match="not_allowed"):
        versions.save_version(field.folder, field.stamp(), content, other_key(m1(content)))
    with pytest.raises(Refusal, match="not_allowed"):
        tongues.add_recording(field.folder, field.stamp(), tmp_path / "a.ogg", VOICE)


def test_a_recording_is_copied_told_with_its_speaker_and_may_be_played(
    office: Field, content: Content, tmp_path: Path
) -> None:
    sound = tmp_path / "Grabación 1.OGG"
    sound.write_bytes(b"OggS" + bytes(100))
    tongues.add_recording(office.folder, office.stamp(), sound, VOICE)
    ((name, sha),) = office.sql("SELECT file, sha256 FROM recording_now")
    assert (office.folder.path / "audio" / name).read_bytes() == sound.read_bytes()
    assert len(sha) == 64
    told = {each.language: each for each in tongues.tongues(office.folder, m1(content))}
    assert told["hch"].is_here
    assert told["hch"].slot.speaker == "Una hablante"
    assert not told["crn"].is_here


def test_a_recording_nobody_signed_off_is_not_played(office: Field, content: Content, tmp_path: Path) -> None:
    sound = tmp_path / "a.ogg"
    sound.write_bytes(b"OggS")
    tongues.add_recording(office.folder, office.stamp(), sound, {**VOICE, "signed_off_by": None})
    told = {each.language: each for each in tongues.tongues(office.folder, m1(content))}
    assert not told["hch"].is_here


@pytest.mark.parametrize("missing", ["speaker", "speaker_consent"])
def test_no_recording_without_a_named_speaker_who_agreed(office: Field, tmp_path: Path, missing: str) -> None:
    sound = tmp_path / "a.ogg"
    sound.write_bytes(b"OggS")
    with pytest.raises(Refusal, match="missing"):
        tongues.add_recording(office.folder, office.stamp(), sound, {**VOICE, missing: None})
    assert not (office.folder.path / "audio").exists()


def test_what_is_no_sound_is_refused(office: Field, tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_text("hola", "utf-8")
    for name in ("a.txt", "none.ogg"):
        with pytest.raises(Refusal, match="bad_audio"):
            tongues.add_recording(office.folder, office.stamp(), tmp_path / name, VOICE)


def test_a_text_in_a_language_needs_its_speaker_and_date(office: Field, content: Content) -> None:
    text = {"module": "M1", "language": "hch", "part": "title", "words": "Haika ‘ɨkitɨarika"}
    with pytest.raises(Refusal, match="missing"):
        setting_up.add(office.folder, office.stamp(), TEXT, text)
    setting_up.add(
        office.folder, office.stamp(), TEXT, {**text, "speaker": "Una hablante", "signed_on": "1/2/2026"}
    )
    assert office.sql("SELECT words, signed_on FROM topic_text_now") == [("Haika ‘ɨkitɨarika", "2026-02-01")]
    told = {each.language: each.texts for each in tongues.tongues(office.folder, m1(content))}
    ((given,), none) = told["hch"], told["crn"]
    assert (given.part, given.words, given.speaker) == ("title", "Haika ‘ɨkitɨarika", "Una hablante")
    assert none == ()


def test_an_insert_belongs_to_one_company_and_topic(office: Field) -> None:
    mill = setting_up.add(office.folder, office.stamp(), NOUNS["company"], {"name": "Puga", "kind": "mill"}).outcome[0]
    insert = {"module": "M7", "company": mill, "text_es": "Buzón en la báscula"}
    setting_up.add(office.folder, office.stamp(), INSERT, insert)  # type: ignore[arg-type]
    with pytest.raises(Refusal, match="twin"):
        setting_up.add(office.folder, office.stamp(), INSERT, insert)  # type: ignore[arg-type]
    assert office.sql("SELECT module, text_es FROM local_insert_now WHERE company = ?", mill) == [
        ("M7", "Buzón en la báscula")
    ]
