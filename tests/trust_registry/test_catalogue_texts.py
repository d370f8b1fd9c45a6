"""The texts of the fifteen badges: plain, spoken, and made for the place where they are read."""

from dataclasses import fields

import pytest

from shared.words import LANGUAGES
from trust_registry.catalogue import BadgeEntry, Pathway, Spoken, seed
from trust_registry.catalogue.complaints import sentences_of, words_of


def texts_of(one: BadgeEntry | Pathway, lang: str) -> list[str]:
    """Every text of a badge or pathway that people read, the competence names aside."""
    spoken = [getattr(one, field.name) for field in fields(one)]
    found: list[str] = []
    for value in spoken:
        if isinstance(value, Spoken):
            text = value[lang]
            found.extend([text] if isinstance(text, str) else text)
    return found


EVERYTHING = [*seed().badges, *seed().pathways]
FORBIDDEN = {
    "fr": ("certif", "examen", "diplôm", "score", "niveau", "endoss", "métadonn", "wallet"),
    "en": ("certif", "examin", "diploma", "score", "level", "endors", "metadata", "wallet"),
}


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("one", EVERYTHING, ids=lambda one: one.id)
def test_the_texts_are_plain(one, lang):
    for text in texts_of(one, lang):
        assert all(len(words_of(sentence)) <= 15 for sentence in sentences_of(text)), text
        assert not [word for word in FORBIDDEN[lang] if word in text.lower()], text
        assert "'" not in text, f"a typographic apostrophe is expected: {text}"
        assert "(" not in text, f"no gendered ending, no aside: {text}"
        assert "·" not in text


@pytest.mark.parametrize("one", EVERYTHING, ids=lambda one: one.id)
def test_french_punctuation_never_starts_a_line(one):
    for text in texts_of(one, "fr"):
        for mark in ":;?!»":
            place = text.find(mark)
            assert place < 1 or text[place - 1] == "\N{NO-BREAK SPACE}", text


@pytest.mark.parametrize("lang", LANGUAGES)
@pytest.mark.parametrize("entry", seed().badges, ids=lambda entry: entry.slug)
def test_each_badge_is_written_for_the_place_where_it_is_read(entry, lang):
    for infinitive in entry.can_do[lang]:
        assert infinitive[0].islower(), "it follows « cette personne sait : »"
        assert infinitive[-1] not in ".;,"
    for sentence in (*entry.criteria[lang], *entry.situations[lang], *entry.good_for[lang]):
        assert sentence[0].isupper()
        assert sentence[-1] in ".?"
    assert len(entry.situations[lang]) >= 3
    assert 2 <= len(entry.good_for[lang]) <= 4
    assert len(entry.criteria[lang]) >= 3
    assert entry.name[lang] in entry.alt[lang]
    assert entry.criteria[lang][0].startswith("La personne" if lang == "fr" else "The person")


def test_french_abilities_are_infinitives():
    endings = ("er", "ir", "re", "oir")
    reflexive = ("se", "ne")
    for entry in seed().badges:
        for ability in entry.can_do["fr"]:
            first, second = ability.replace(",", "").split()[:2]
            verb = second if first in reflexive else first
            assert verb.endswith(endings), ability


DIGCOMP = {
    "1.1": "Browsing, searching and filtering data, information and digital content",
    "1.2": "Evaluating data, information and digital content",
    "1.3": "Managing data, information and digital content",
    "2.1": "Interacting through digital technologies",
    "2.2": "Sharing through digital technologies",
    "2.3": "Engaging in citizenship through digital technologies",
    "2.4": "Collaborating through digital technologies",
    "2.6": "Managing digital identity",
    "3.1": "Developing digital content",
    "3.2": "Integrating and re-elaborating digital content",
    "3.3": "Copyright and licences",
    "4.1": "Protecting devices",
    "4.2": "Protecting personal data and privacy",
    "5.1": "Solving technical problems",
    "5.2": "Identifying needs and technological responses",
    "5.4": "Identifying digital competence gaps",
}
"""DigComp 2.2 (Joint Research Centre, 2022), the competences that the fifteen badges name."""


def test_the_alignments_are_real_competences_named_alike_everywhere():
    french: dict[str, set[str]] = {}
    for entry in seed().badges:
        assert entry.alignments
        for alignment in entry.alignments:
            assert alignment.framework == "DigComp 2.2"
            assert alignment.name["en"] == DIGCOMP[alignment.code or ""]
            french.setdefault(alignment.code or "", set()).add(alignment.name["fr"])

    assert set(french) == set(DIGCOMP)
    assert all(len(names) == 1 for names in french.values())
