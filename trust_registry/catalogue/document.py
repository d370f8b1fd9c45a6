"""
The catalogue as a JSON document: what the hub signs, what a verifier reads.

Reading is strict (an unknown field is refused, never dropped), so that what was
signed and what is shown cannot differ; writing gives back the same document.
"""

import re
from dataclasses import fields, is_dataclass
from enum import StrEnum
from typing import Any, TypeVar

from trust_registry.catalogue import shapes
from trust_registry.catalogue.model import (
    Alignment,
    BadgeEntry,
    Catalogue,
    Equivalent,
    EvidenceKind,
    Pathway,
    Rule,
    Status,
    achievement_address,
)
from trust_registry.catalogue.shapes import refuse

FORMAT = 1
"""Version of this form; a reader that does not know a format refuses it."""
MAX_BADGES = 500
MAX_PATHWAYS = 100
MAX_EQUIVALENTS = 200
"""One for each organisation of the region that issues the same badge elsewhere."""
MAX_NUMBER = 9_999
MAX_VERSION = 1_000_000_000

_BADGE_ID = re.compile(r"b[0-9]{2,4}")
_SLUG = re.compile(r"[a-z][a-z0-9]*(-[a-z0-9]+)*")
_IMAGE = {kind: re.compile(rf"[a-z][a-z0-9-]{{0,59}}\.{kind}") for kind in ("svg", "png")}
_IDENTIFIER = re.compile(r"(https://|did:[a-z0-9]+:|urn:[a-z0-9-]+:)[!-~]+", re.ASCII)

Choice = TypeVar("Choice", bound=StrEnum)


def from_json(document: Any) -> Catalogue:
    """
    Read a catalogue.

    Args:
        document: what a strict JSON loader gave.

    Raises:
        CatalogueInvalid: facts ``path`` (JSON Pointer) and ``why`` (see ``shapes``).
    """
    found = shapes.an_object(
        document, "", fields=("format", "version", "status", "base", "badges", "pathways")
    )
    shapes.a_number(found["format"], "/format", least=FORMAT, most=FORMAT)
    catalogue = Catalogue(
        version=shapes.a_number(found["version"], "/version", least=1, most=MAX_VERSION),
        status=_choice(found["status"], "/status", Status),
        base=shapes.an_address(found["base"], "/base"),
        badges=shapes.a_list(found["badges"], "/badges", _badge, most=MAX_BADGES),
        pathways=shapes.a_list(found["pathways"], "/pathways", _pathway, most=MAX_PATHWAYS),
    )
    if catalogue.base.endswith("/"):
        raise refuse("/base", "form")
    _refuse_duplicates(catalogue)
    _refuse_broken_steps(catalogue)
    return catalogue


def to_json(catalogue: Catalogue) -> dict[str, Any]:
    """Give the document of a catalogue; ``from_json`` reads it back equal."""
    document: dict[str, Any] = {"format": FORMAT}
    document.update(_plain(catalogue))
    return document


def _plain(value: Any) -> Any:
    """Dataclasses become objects, tuples lists; a field that is ``None`` is left out."""
    if isinstance(value, str):
        return str(value)
    if isinstance(value, dict):
        return {key: _plain(item) for key, item in value.items()}
    if isinstance(value, tuple | list):
        return [_plain(item) for item in value]
    if is_dataclass(value):
        named = {field.name: getattr(value, field.name) for field in fields(value)}
        return {name: _plain(item) for name, item in named.items() if item is not None}
    return value


def _badge(value: Any, path: str) -> BadgeEntry:
    names = [field.name for field in fields(BadgeEntry)]
    found = shapes.an_object(value, path, fields=names)

    def said(name: str) -> Any:
        return shapes.spoken(found[name], f"{path}/{name}", shapes.a_text)

    def listed(name: str) -> Any:
        return shapes.spoken(found[name], f"{path}/{name}", shapes.lines)

    return BadgeEntry(
        id=shapes.a_word(found["id"], f"{path}/id", _BADGE_ID),
        number=shapes.a_number(found["number"], f"{path}/number", least=1, most=MAX_NUMBER),
        slug=_slug(found["slug"], f"{path}/slug"),
        name=said("name"),
        summary=said("summary"),
        can_do=listed("can_do"),
        criteria=listed("criteria"),
        evidence_kinds=shapes.a_list(found["evidence_kinds"], f"{path}/evidence_kinds", _kind),
        situations=listed("situations"),
        good_for=listed("good_for"),
        alignments=shapes.a_list(found["alignments"], f"{path}/alignments", _alignment),
        tags=listed("tags"),
        image_svg=shapes.a_word(found["image_svg"], f"{path}/image_svg", _IMAGE["svg"]),
        image_png=shapes.a_word(found["image_png"], f"{path}/image_png", _IMAGE["png"]),
        alt=said("alt"),
        equivalents=shapes.a_list(
            found["equivalents"], f"{path}/equivalents", _equivalent, most=MAX_EQUIVALENTS
        ),
        authorises=shapes.a_flag(found["authorises"], f"{path}/authorises"),
    )


def _slug(value: Any, path: str) -> str:
    """Two to sixty letters, digits and hyphens, which no identifier can be taken for."""
    slug = shapes.a_word(value, path, _SLUG)
    if not 2 <= len(slug) <= 60 or _BADGE_ID.fullmatch(slug):
        raise refuse(path, "form")
    return slug


def _kind(value: Any, path: str) -> EvidenceKind:
    return _choice(value, path, EvidenceKind)


def _alignment(value: Any, path: str) -> Alignment:
    found = shapes.an_object(
        value, path, fields=("framework", "code", "name", "url"), optional=("code",)
    )
    return Alignment(
        framework=shapes.a_text(found["framework"], f"{path}/framework"),
        name=shapes.spoken(found["name"], f"{path}/name", shapes.a_text),
        url=shapes.an_address(found["url"], f"{path}/url"),
        code=shapes.a_text(found["code"], f"{path}/code") if "code" in found else None,
    )


def _equivalent(value: Any, path: str) -> Equivalent:
    found = shapes.an_object(value, path, fields=("issuer", "achievement"))
    return Equivalent(
        issuer=shapes.a_word(found["issuer"], f"{path}/issuer", _IDENTIFIER),
        achievement=shapes.a_word(found["achievement"], f"{path}/achievement", _IDENTIFIER),
    )


def _pathway(value: Any, path: str) -> Pathway:
    found = shapes.an_object(value, path, fields=[field.name for field in fields(Pathway)])
    return Pathway(
        id=_slug(found["id"], f"{path}/id"),
        name=shapes.spoken(found["name"], f"{path}/name", shapes.a_text),
        summary=shapes.spoken(found["summary"], f"{path}/summary", shapes.a_text),
        badges=shapes.a_list(found["badges"], f"{path}/badges", _badge_id, most=MAX_BADGES),
        rule=_choice(found["rule"], f"{path}/rule", Rule),
        needed=shapes.a_number(found["needed"], f"{path}/needed", least=1, most=MAX_BADGES),
    )


def _badge_id(value: Any, path: str) -> str:
    return shapes.a_word(value, path, _BADGE_ID)


def _choice(value: Any, path: str, choices: type[Choice]) -> Choice:
    if value not in [choice.value for choice in choices]:
        raise refuse(path, "choice")
    return choices(value)


def _refuse_duplicates(catalogue: Catalogue) -> None:
    """One badge for each identifier, number, slug and equivalent; one pathway for each id."""
    badges = dict(enumerate(catalogue.badges))
    for name in ("id", "number", "slug", "image_svg", "image_png"):
        shapes.all_different(
            {f"/badges/{at}/{name}": getattr(entry, name) for at, entry in badges.items()}
        )
    shapes.all_different({f"/pathways/{at}/id": p.id for at, p in enumerate(catalogue.pathways)})
    shapes.all_different(
        {
            f"/badges/{at}/equivalents/{place}": equivalent
            for at, entry in badges.items()
            for place, equivalent in enumerate(entry.equivalents)
        }
    )
    ours = {achievement_address(entry, base=catalogue.base) for entry in catalogue.badges}
    for at, entry in badges.items():
        for place, equivalent in enumerate(entry.equivalents):
            if equivalent.achievement in ours:
                raise refuse(f"/badges/{at}/equivalents/{place}/achievement", "duplicate")


def _refuse_broken_steps(catalogue: Catalogue) -> None:
    """Every step is a badge of the catalogue, and the pathway can be completed."""
    known = {entry.id for entry in catalogue.badges}
    for at, pathway in enumerate(catalogue.pathways):
        path = f"/pathways/{at}"
        steps = {f"{path}/badges/{place}": step for place, step in enumerate(pathway.badges)}
        for where, step in steps.items():
            if step not in known:
                raise refuse(where, "no-such-badge")
        shapes.all_different(steps)
        if not steps:
            raise refuse(f"{path}/badges", "empty")
        complete = pathway.needed == len(steps)
        if pathway.needed > len(steps) or (pathway.rule is Rule.ORDERED and not complete):
            raise refuse(f"{path}/needed", "out-of-range")
