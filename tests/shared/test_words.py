"""Words: a code and its facts become one sentence, said by this floor or by one below it."""

from datetime import UTC, date, datetime

import pytest

from shared.words import MAX_FACT_LETTERS, WORDS, WordMissing, Words, day_in_words

SPACE = "\N{NO-BREAK SPACE}"


def bare(text):
    """Without the marks that keep the direction of a stranger's text inside it."""
    return text.translate({0x2068: None, 0x2069: None})


@pytest.mark.parametrize(
    ("day", "french", "english"),
    [
        (date(2026, 3, 1), "1er mars 2026", "March 1, 2026"),
        (date(2026, 3, 11), "11 mars 2026", "March 11, 2026"),
        (datetime(2026, 11, 22, 23, 59, tzinfo=UTC), "22 novembre 2026", "November 22, 2026"),
    ],
)
def test_a_day_is_said_as_people_say_it(day, french, english):
    assert day_in_words(day, "fr") == french.replace(" ", SPACE)
    assert day_in_words(day, "en") == english.replace(" ", SPACE)


def test_a_code_has_a_sentence_and_what_to_do():
    for lang in ("fr", "en"):
        assert WORDS.say("read.empty", lang=lang)
        assert WORDS.say("read.empty", lang=lang, part="help")
    assert WORDS.say("read.empty", lang="fr") != WORDS.say("read.empty", lang="en")


def test_a_name_from_a_stranger_stays_in_its_place():
    said = WORDS.say("install.contexts-damaged", {"file": "\u05d0.json"}, lang="fr")

    assert "\u2068\u05d0.json\u2069" in said
    assert "\u05d0.json" in bare(said)


def test_a_code_without_words_is_a_fault_of_the_program():
    assert not WORDS.has("read.never-heard-of", "fr")
    with pytest.raises(WordMissing):
        WORDS.say("read.never-heard-of", lang="fr")


def test_a_sentence_without_its_facts_is_one_too():
    with pytest.raises(WordMissing):
        WORDS.say("install.contexts-damaged", lang="fr")


def test_a_part_that_is_not_there_says_nothing():
    assert WORDS.say("read.empty", lang="fr", part="never") == ""
    assert not WORDS.has("read.empty", "fr", "never")


def test_a_floor_speaks_for_those_below_it():
    above = Words("verifier.words", below=WORDS)

    assert above.say("read.empty", lang="fr") == WORDS.say("read.empty", lang="fr")
    assert above.has("read.empty", "en", "help")


@pytest.mark.parametrize(
    ("letters", "whole"),
    [(MAX_FACT_LETTERS, True), (MAX_FACT_LETTERS + 1, False), (100_000, False)],
)
def test_a_fact_that_is_too_long_is_cut_and_never_stops_a_sentence(letters, whole):
    said = bare(WORDS.say("fetch.unreachable", {"host": "y" * letters}, lang="fr"))

    assert ("y" * letters in said) is whole
    assert said.count("y") <= MAX_FACT_LETTERS
    assert ("…" in said) is not whole
