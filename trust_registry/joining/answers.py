"""
What a partner typed in the form, and the entry that it becomes.

Each field is tried by itself with the very code that reads an entry, so that the form can say
beside it what is wrong, and nothing that an entry refuses passes here.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from shared.model import Json
from shared.words import DEFAULT_LANGUAGE
from trust_registry import entries, personal, places
from trust_registry.catalogue import Catalogue, CatalogueInvalid
from trust_registry.catalogue.model import BadgeEntry, achievement_address
from trust_registry.catalogue.shapes import a_text
from trust_registry.entries import Entry
from trust_registry.errors import EntryInvalid
from trust_registry.layout import pathway_address

MAX_ABOUT_LETTERS = 300
"""One sentence or two; more is not read on a page of partners."""
MAX_COMMENT_LETTERS = 200
"""Why a badge counts: one sentence."""
OWN_FIELDS = ("about", "url", "contact")
PLACE_FIELDS = places.FIELDS
NEEDED_OF_A_PLACE = ("nom", "adresse", "code_postal", "commune")
COMMENT = "comment-"
"""Before the short name of a badge: the field of its comment."""
_SOUND_PLACE = {"nom": "x", "adresse": "x", "code_postal": "25000", "commune": "x"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A badge or a pathway that can be ticked."""

    id: str
    address: str
    name: Mapping[str, str]
    summary: Mapping[str, str]
    badge: BadgeEntry | None
    """``None``: a pathway, which has no picture."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Answers:
    """What was typed, spaces at its ends apart."""

    fields: Mapping[str, str] = field(default_factory=dict)
    """By ``OWN_FIELDS`` and ``PLACE_FIELDS``; a field that is left empty is not there."""
    recognised: Mapping[str, str] = field(default_factory=dict)
    """By the short name of what is ticked: its comment, or an empty text."""


def subjects(catalogue: Catalogue) -> tuple[Subject, ...]:
    """What can be ticked: badges, then pathways."""
    badges = [
        Subject(
            id=one.id,
            address=achievement_address(one, base=catalogue.base),
            name=one.name,
            summary=one.summary,
            badge=one,
        )
        for one in catalogue.badges
    ]
    pathways = [
        Subject(
            id=one.id,
            address=pathway_address(catalogue.base, one.id),
            name=one.name,
            summary=one.summary,
            badge=None,
        )
        for one in catalogue.pathways
    ]
    return (*badges, *pathways)


def published_answers(entry: Entry, catalogue: Catalogue) -> Answers:
    """What is public already, as the form shows it at first."""
    fields = {"url": entry.url, "contact": entry.contact, "about": entry.about.get("fr")}
    if entry.place is not None:
        fields |= places.to_json(entry.place)
    by_address = {one.address: one.id for one in subjects(catalogue)}
    return Answers(
        fields={name: said for name, said in fields.items() if said},
        recognised={
            by_address[_subject_of(one)]: _comment_of(one)
            for one in entry.recognitions
            if _subject_of(one) in by_address
        },
    )


def faults(answers: Answers, *, slug: str) -> dict[str, str]:
    """
    What cannot be published as it was typed.

    Returns:
        by field, why (see ``catalogue.shapes``; ``personal``: what belongs to a person;
        ``none``, of the field ``recognised``: nothing is ticked).
    """
    found: dict[str, str] = {}
    for name in OWN_FIELDS:
        said = answers.fields.get(name)
        if said is None:
            continue
        about = name == "about"
        fault = _line_fault(said, MAX_ABOUT_LETTERS) if about else _entry_fault(name, said, slug)
        if fault:
            found[name] = fault
    found |= _place_faults(answers.fields)
    for id_, comment in answers.recognised.items():
        if comment and (fault := _line_fault(comment, MAX_COMMENT_LETTERS)):
            found[f"{COMMENT}{id_}"] = fault
    if not answers.recognised:
        found["recognised"] = "none"
    return found


def draft_of(answers: Answers, before: Entry, catalogue: Catalogue) -> Json:
    """
    The draft of an entry (``drafts.complete``): what was typed, and what the form does not ask.

    What is recognised as before keeps its signature and its day.
    """
    fields = answers.fields
    about = fields.get("about")
    same = about == before.about.get(DEFAULT_LANGUAGE)
    spoken = dict(before.about) if same else {DEFAULT_LANGUAGE: about} if about else {}
    known = {one.address: one for one in subjects(catalogue)}
    kept: list[Json] = []
    written: set[str] = set()
    for one in before.recognitions:
        subject = known.get(_subject_of(one))
        if subject is None:
            kept.append(one)
        elif _comment_of(one) == answers.recognised.get(subject.id):
            kept.append(one)
            written.add(subject.id)
    for id_, comment in answers.recognised.items():
        if id_ not in written:
            kept.append({"subject": id_, **({"comment": comment} if comment else {})})
    place = {name: fields[name] for name in PLACE_FIELDS if name in fields}
    return {
        "about": spoken,
        "url": fields.get("url"),
        "contact": fields.get("contact"),
        "place": place or None,
        "recognitions": kept,
    }


def _line_fault(said: str, most: int) -> str | None:
    if len(said) > most:
        return "too-long"
    try:
        a_text(said, "")
    except CatalogueInvalid as error:
        return str(error.facts["why"])
    return "personal" if personal.holds_personal(said) else None


def _entry_fault(name: str, said: str, slug: str) -> str | None:
    """Why an entry with only this field would be refused; ``None``: it would not."""
    if name == "url" and "." not in said.partition("://")[2].partition("/")[0]:
        return "form"  # An entry may name a host of the house; a public page may not.
    document = {**entries.to_json(Entry(slug=slug)), name: said}
    try:
        entries.from_json(document)
    except EntryInvalid as error:
        return str(error.facts["why"])
    return None


def _place_faults(fields: Mapping[str, str]) -> dict[str, str]:
    given = {name: fields[name] for name in PLACE_FIELDS if name in fields}
    if not given:
        return {}
    found = {name: "missing" for name in NEEDED_OF_A_PLACE if name not in given}
    for name, said in given.items():
        try:
            places.from_json({**_SOUND_PLACE, name: said}, "")
        except CatalogueInvalid as error:
            found[name] = str(error.facts["why"])
    return found


def _subject_of(recognition: Json) -> Any:
    return recognition["credentialSubject"]["id"]


def _comment_of(recognition: Json) -> str:
    return str(recognition["credentialSubject"].get("endorsementComment") or "")
