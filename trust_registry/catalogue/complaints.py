"""
What is wrong with a catalogue that can be read, said before anyone publishes it.

The five errors that ruin a scheme are refused here as far as a file can show them:
too many badges at once, badges nobody understands, no shared criteria, evidence or
situations.  The limits are those of the pages on which the texts stand.
"""

import json
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from shared.errors import Fact
from shared.words import DEFAULT_LANGUAGE, LANGUAGES
from trust_registry.catalogue.model import BadgeEntry, Catalogue, Pathway

MAX_STEPS = 7
"""Badges of one pathway: the first error of the network's own list is too many at once."""
MAX_NAME = 40
"""Characters of a name: two lines beside a badge at 320 pixels."""
MAX_WORDS = 15
"""Words of a sentence, as on every screen of the product."""
LEAST_CAN_DO, MOST_CAN_DO = 3, 5
"""What the person can now do: enough to mean something, few enough to read."""

LETTERS = re.compile(r"\b[A-Z]{3,}\b")
KNOWN_LETTERS = frozenset({"GPS", "PDF", "SMS", "USB"})
"""Said aloud by everybody, as they are."""

UNSEEN = "unseen"
"""Words of what nobody can see (to know, to master): two people would not judge them alike."""
SENTENCES = ("summary", "alt")
LISTS = ("can_do", "criteria", "situations", "good_for")


@dataclass(frozen=True, slots=True, kw_only=True)
class Complaint:
    """One thing to put right. Facts always name the badge or the pathway: ``id``, ``name``."""

    code: str
    facts: Mapping[str, Fact]


def check(catalogue: Catalogue) -> tuple[Complaint, ...]:
    """Give every complaint, in the order of the catalogue; empty: it may be published."""
    return (
        *(found for entry in catalogue.badges for found in _of_badge(entry, catalogue)),
        *(found for pathway in catalogue.pathways for found in _of_pathway(pathway)),
        *_of_awarders(catalogue),
    )


def _of_badge(entry: BadgeEntry, catalogue: Catalogue) -> Iterator[Complaint]:
    about = _about(entry)
    yield from _names(entry.name, about)
    for field in SENTENCES:
        yield from _texts(_one_line(getattr(entry, field)), field, about)
    for field in LISTS:
        yield from _texts(getattr(entry, field), field, about)
    yield from _languages(entry, about)
    yield from _bones(entry, about)
    if not catalogue.pathways_of(entry.id):
        yield Complaint(code="catalogue.badge-in-no-pathway", facts=about)


def _of_pathway(pathway: Pathway) -> Iterator[Complaint]:
    about = _about(pathway)
    yield from _names(pathway.name, about)
    yield from _texts(_one_line(pathway.summary), "summary", about)
    yield from _missing(pathway.name, "name", about)
    yield from _missing(pathway.summary, "summary", about)
    steps = len(pathway.badges)
    if steps > MAX_STEPS:
        facts = {**about, "count": steps, "limit": MAX_STEPS}
        yield Complaint(code="catalogue.too-many-badges", facts=facts)


def _of_awarders(catalogue: Catalogue) -> Iterator[Complaint]:
    """Who may award is settled before starting: some badge must authorise."""
    if not any(entry.authorises for entry in catalogue.badges):
        yield Complaint(code="catalogue.nobody-awards", facts={})


def _bones(entry: BadgeEntry, about: Mapping[str, Fact]) -> Iterator[Complaint]:
    """What an award cannot do without."""
    if not any(entry.criteria.values()):
        yield Complaint(code="catalogue.no-criteria", facts=about)
    if not entry.evidence_kinds:
        yield Complaint(code="catalogue.no-evidence-kinds", facts=about)
    if not any(entry.situations.values()):
        yield Complaint(code="catalogue.no-situations", facts=about)
    count = len(entry.can_do.get(DEFAULT_LANGUAGE, ()))
    if not LEAST_CAN_DO <= count <= MOST_CAN_DO:
        facts = {**about, "count": count, "least": LEAST_CAN_DO, "most": MOST_CAN_DO}
        yield Complaint(code="catalogue.can-do-count", facts=facts)
    for alignment in entry.alignments:
        if alignment.code is None:
            facts = {**about, "alignment": alignment.name[DEFAULT_LANGUAGE]}
            yield Complaint(code="catalogue.alignment-without-code", facts=facts)


def _languages(entry: BadgeEntry, about: Mapping[str, Fact]) -> Iterator[Complaint]:
    """Everything is said in every language of the product, line by line."""
    for field in ("name", *SENTENCES, "tags"):
        yield from _missing(getattr(entry, field), field, about)
    for alignment in entry.alignments:
        yield from _missing(alignment.name, "alignment", about)
    for field in LISTS:
        said: Mapping[str, Sequence[str]] = getattr(entry, field)
        yield from _missing(said, field, about)
        counts = {len(said[language]) for language in LANGUAGES if said.get(language)}
        if len(counts) > 1:
            facts = {**about, "field": field}
            yield Complaint(code="catalogue.languages-differ", facts=facts)


def _missing(
    said: Mapping[str, Sequence[str]], field: str, about: Mapping[str, Fact]
) -> Iterator[Complaint]:
    """Silent when no language says anything: that is another complaint."""
    for language in LANGUAGES:
        if any(said.values()) and not said.get(language):
            facts = {**about, "field": field, "language": language}
            yield Complaint(code="catalogue.missing-language", facts=facts)


def _names(name: Mapping[str, str], about: Mapping[str, Fact]) -> Iterator[Complaint]:
    for language, text in name.items():
        if len(text) > MAX_NAME:
            facts = {**about, "language": language, "count": len(text), "limit": MAX_NAME}
            yield Complaint(code="catalogue.name-too-long", facts=facts)
        for letters in dict.fromkeys(LETTERS.findall(text)):
            if letters not in KNOWN_LETTERS:
                yield Complaint(code="catalogue.acronym", facts={**about, "word": letters})
    yield from _words(_one_line(name), "name", about)


def _texts(
    said: Mapping[str, Sequence[str]], field: str, about: Mapping[str, Fact]
) -> Iterator[Complaint]:
    for language, texts in said.items():
        for sentence in (part for text in texts for part in sentences_of(text)):
            count = len(words_of(sentence))
            if count > MAX_WORDS:
                place: dict[str, Fact] = {"field": field, "language": language}
                size: dict[str, Fact] = {"count": count, "limit": MAX_WORDS}
                facts = {**about, **place, **size, "sentence": sentence}
                yield Complaint(code="catalogue.sentence-too-long", facts=facts)
    yield from _words(said, field, about)


def _words(
    said: Mapping[str, Sequence[str]], field: str, about: Mapping[str, Fact]
) -> Iterator[Complaint]:
    for language, texts in said.items():
        for kind, pattern in _forbidden(language).items():
            if kind == UNSEEN and field != "criteria":
                continue
            for found in dict.fromkeys(hit for text in texts for hit in pattern.findall(text)):
                facts = {**about, "field": field, "language": language, "word": found}
                yield Complaint(code=f"catalogue.{kind}", facts=facts)


def sentences_of(text: str) -> list[str]:
    """Cut a text after each full stop, question mark or exclamation mark."""
    return re.split(r"(?<=[.!?…])\s+", text.strip())


def words_of(sentence: str) -> list[str]:
    """The words of a sentence; punctuation standing alone is none."""
    return [word for word in sentence.split() if any(c.isalnum() for c in word)]


@cache
def _forbidden(language: str) -> dict[str, re.Pattern[str]]:
    """Words nobody says at a counter, of an examination, or of what cannot be seen."""
    source = files("trust_registry.catalogue").joinpath("plain_words.json")
    lists: dict[str, list[str]] = json.loads(source.read_bytes()).get(language, {})
    return {kind: _any_of(words) for kind, words in lists.items()}


def _any_of(words: list[str]) -> re.Pattern[str]:
    """Match whole words, in any case; a final ``*`` stands for any ending."""
    forms = (re.escape(word).replace(r"\*", r"\w*") for word in words)
    return re.compile(rf"\b(?:{'|'.join(forms)})(?!\w)", re.IGNORECASE)


def _one_line(said: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    return {language: (text,) for language, text in said.items()}


def _about(one: BadgeEntry | Pathway) -> dict[str, Fact]:
    return {"id": one.id, "name": one.name[DEFAULT_LANGUAGE]}
