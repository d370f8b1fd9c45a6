"""The complaints: each error that ruins a scheme is named, the shipped list has none."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from shared.words import LANGUAGES
from trust_registry.catalogue import Catalogue, Spoken, check, seed
from trust_registry.catalogue.complaints import (
    MAX_NAME,
    MAX_STEPS,
    MAX_WORDS,
)
from trust_registry.words import WORDS

Change = Callable[[Catalogue], Catalogue]


def with_badge(**changes: Any) -> Change:
    """The seed with its first badge changed."""

    def change(catalogue: Catalogue) -> Catalogue:
        first, *others = catalogue.badges
        return replace(catalogue, badges=(replace(first, **changes), *others))

    return change


def with_pathway(**changes: Any) -> Change:
    """The seed with its first pathway changed."""

    def change(catalogue: Catalogue) -> Catalogue:
        first, *others = catalogue.pathways
        return replace(catalogue, pathways=(replace(first, **changes), *others))

    return change


def said(french: Any, english: Any) -> Spoken[Any]:
    return Spoken({"fr": french, "en": english})


def of_length(words: int) -> str:
    return " ".join(["mot"] * words) + "."


def without(field: str, language: str) -> Change:
    texts = getattr(seed().badges[0], field)
    return with_badge(**{field: Spoken({k: v for k, v in texts.items() if k != language})})


def all_steps_in_one(count: int) -> Change:
    steps = tuple(f"b{number:02d}" for number in range(1, count + 1))
    return with_pathway(badges=steps, needed=count)


def nobody_awards(catalogue: Catalogue) -> Catalogue:
    entries = tuple(replace(entry, authorises=False) for entry in catalogue.badges)
    return replace(catalogue, badges=entries)


def no_professional_pathway(catalogue: Catalogue) -> Catalogue:
    return replace(catalogue, pathways=catalogue.pathways[:-1])


COMPUTER = seed().badges[0]
NO_CODE = replace(COMPUTER.alignments[0], code=None)
FRENCH_ALIGNMENT = replace(COMPUTER.alignments[0], name=Spoken({"fr": "Protéger"}))
THREE = said(("a", "b", "c"), ("a", "b", "c"))

COMPLAINTS = [
    pytest.param(all_steps_in_one(MAX_STEPS + 1), "catalogue.too-many-badges", id="eight steps"),
    pytest.param(
        with_badge(name=said("a" * (MAX_NAME + 1), "Computer")),
        "catalogue.name-too-long",
        id="a name of 41 characters",
    ),
    pytest.param(
        with_pathway(name=said("Bases", "a" * (MAX_NAME + 1))),
        "catalogue.name-too-long",
        id="a pathway's name of 41 characters, in English",
    ),
    pytest.param(
        with_badge(summary=said(of_length(MAX_WORDS + 1), "Short.")),
        "catalogue.sentence-too-long",
        id="a summary of 16 words",
    ),
    pytest.param(
        with_badge(criteria=said(("Court.", "Court. " + of_length(MAX_WORDS + 1)), ("a", "b"))),
        "catalogue.sentence-too-long",
        id="the second sentence of the second criterion",
    ),
    pytest.param(
        with_pathway(summary=said(of_length(MAX_WORDS + 1), "Short.")),
        "catalogue.sentence-too-long",
        id="a pathway's summary of 16 words",
    ),
    pytest.param(
        with_badge(name=said("Mon Wallet", "Computer")), "catalogue.jargon", id="jargon in a name"
    ),
    pytest.param(
        with_badge(good_for=said(("Comprendre les métadonnées.",), ("Fine.",))),
        "catalogue.jargon",
        id="jargon in the plural, with accents",
    ),
    pytest.param(
        with_badge(alt=said("Une image.", "An operating system.")),
        "catalogue.jargon",
        id="jargon of two words, in English",
    ),
    pytest.param(
        with_pathway(summary=said("Pour gérer le CLOUD.", "Fine.")),
        "catalogue.jargon",
        id="jargon in capitals, in a pathway",
    ),
    pytest.param(
        with_badge(summary=said("Ce badge certifie un niveau.", "Fine.")),
        "catalogue.exam",
        id="a word of the examination",
    ),
    pytest.param(
        with_badge(can_do=said(("a", "b", "avoir un bon score"), ("a", "b", "c"))),
        "catalogue.exam",
        id="a score",
    ),
    pytest.param(with_badge(criteria=said((), ())), "catalogue.no-criteria", id="no criteria"),
    pytest.param(with_badge(evidence_kinds=()), "catalogue.no-evidence-kinds", id="no evidence"),
    pytest.param(with_badge(situations=said((), ())), "catalogue.no-situations", id="nowhere"),
    pytest.param(
        with_badge(can_do=said(("a",) * 2, ("a",) * 2)), "catalogue.can-do-count", id="two things"
    ),
    pytest.param(
        with_badge(can_do=said(("a",) * 6, ("a",) * 6)), "catalogue.can-do-count", id="six things"
    ),
    *[
        pytest.param(without(field, "en"), "catalogue.missing-language", id=f"no English {field}")
        for field in ("name", "summary", "can_do", "criteria", "situations", "good_for", "alt")
    ],
    pytest.param(without("tags", "en"), "catalogue.missing-language", id="no English tags"),
    pytest.param(
        with_badge(criteria=said(("a", "b"), ())), "catalogue.missing-language", id="empty English"
    ),
    pytest.param(
        with_badge(alignments=(FRENCH_ALIGNMENT,)),
        "catalogue.missing-language",
        id="a competence in French only",
    ),
    pytest.param(
        with_pathway(name=Spoken({"fr": "Bases"})),
        "catalogue.missing-language",
        id="a pathway named in French only",
    ),
    pytest.param(
        with_pathway(summary=Spoken({"fr": "Bases."})),
        "catalogue.missing-language",
        id="a pathway told in French only",
    ),
    pytest.param(
        with_badge(criteria=said(("a", "b"), ("a",))),
        "catalogue.languages-differ",
        id="a criterion lost in translation",
    ),
    pytest.param(
        no_professional_pathway, "catalogue.badge-in-no-pathway", id="a badge on no pathway"
    ),
    pytest.param(
        with_badge(alignments=(NO_CODE,)), "catalogue.alignment-without-code", id="no code"
    ),
    pytest.param(nobody_awards, "catalogue.nobody-awards", id="no badge authorises"),
]


def test_the_shipped_list_has_no_complaint():
    assert check(seed()) == ()


@pytest.mark.parametrize(("change", "code"), COMPLAINTS)
def test_one_error_gives_one_complaint_with_words(change, code):
    complaints = check(change(seed()))

    assert [complaint.code for complaint in complaints] == [code]
    for lang in LANGUAGES:
        for part in (None, "help"):
            assert WORDS.say(code, complaints[0].facts, lang=lang, part=part)


@pytest.mark.parametrize(
    "change",
    [
        pytest.param(all_steps_in_one(MAX_STEPS), id="seven steps"),
        pytest.param(with_badge(name=said("a" * MAX_NAME, "Computer")), id="40 characters"),
        pytest.param(
            with_badge(summary=said(of_length(MAX_WORDS), "Short.")), id="a sentence of 15 words"
        ),
        pytest.param(
            with_badge(summary=said(of_length(9) + " " + of_length(9), "Short.")),
            id="two sentences of 9 words",
        ),
        pytest.param(
            with_badge(summary=said(of_length(14) + " :", "Short.")),
            id="punctuation is not a word",
        ),
        pytest.param(with_badge(can_do=THREE), id="three things"),
        pytest.param(with_badge(can_do=said(("a",) * 5, ("a",) * 5)), id="five things"),
        pytest.param(
            with_badge(alt=said("Un certificat de naissance.", "For example, he did it.")),
            id="a paper, an example and a verb are no jargon",
        ),
        pytest.param(with_badge(alignments=()), id="no framework at all"),
    ],
)
def test_just_inside_a_limit_there_is_no_complaint(change):
    assert check(change(seed())) == ()


def test_a_complaint_says_where_to_look():
    change = with_badge(good_for=said(("Lire les métadonnées.",), ("Fine.",)))

    (complaint,) = check(change(seed()))

    assert complaint.facts == {
        "id": "b01",
        "name": "Ordinateur",
        "field": "good_for",
        "language": "fr",
        "word": "métadonnées",
    }


def test_every_error_is_named_not_only_the_first():
    change = with_badge(criteria=said((), ()), evidence_kinds=(), situations=said((), ()))

    assert {complaint.code for complaint in check(change(seed()))} == {
        "catalogue.no-criteria",
        "catalogue.no-evidence-kinds",
        "catalogue.no-situations",
    }
