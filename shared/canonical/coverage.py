"""
Is every member of a JSON-LD document covered by what gets signed?

``check_form`` looks at the JSON before expansion: only shipped contexts, no
keyword and no address as the name of a member.  ``check_expanded`` looks at what
expansion made of it: every identifier, type and property is an absolute address.

Sources: W3C VC Data Integrity §"Context Validation"; VCDM 2.0 §"Base Context".
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from shared import contexts
from shared.errors import CanonicalizationRefused, ContextUnknown, UncoveredText

Json = Mapping[str, Any]
Place = tuple[str | int, ...]

MAX_DEPTH = 48
"""Members within members; ``strict_json`` allows 32."""

MAX_CONTEXTS = 12
"""In one list; real badges name two to five."""

BASES = (
    "https://www.w3.org/ns/credentials/v2",
    "https://www.w3.org/2018/credentials/v1",
)
"""The first context of any credential or presentation."""

_SECURED = {
    "VerifiableCredential",
    "VerifiablePresentation",
    "EnvelopedVerifiableCredential",
    "EnvelopedVerifiablePresentation",
}
_SECURED_MEMBERS = ("credentialSubject", "verifiableCredential")

_ABSOLUTE = re.compile(r'[A-Za-z][A-Za-z0-9+.-]*:[^\s<>"\\\x00-\x20\x7f]*')
_LANGUAGE = re.compile(r"[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*")


def check_form(document: Json) -> None:
    """
    Refuse what could hide text from the signature, before expansion.

    Raises:
        ContextUnknown: a context that is not shipped.
        UncoveredText: with the ``path`` of the member, and ``why``.
        CanonicalizationRefused: deeper than any badge.
    """
    if "@context" not in document:
        raise UncoveredText(path="", why="no-context")
    _check_object(document, ())


def _check_object(value: Json, place: Place) -> None:
    if len(place) > MAX_DEPTH:
        raise CanonicalizationRefused
    if "@value" in value:
        _check_text_with_language(value, place)
        return
    for name, member in value.items():
        if name == "@context":
            _check_contexts(value, (*place, name))
            continue
        if name.startswith("@"):
            raise UncoveredText(path=pointer((*place, name)), why="keyword")
        if ":" in name:
            raise UncoveredText(path=pointer((*place, name)), why="address-as-name")
        _check_value(member, (*place, name))


def _check_value(value: Any, place: Place) -> None:
    if isinstance(value, Mapping):
        _check_object(value, place)
    elif isinstance(value, list):
        if len(place) > MAX_DEPTH:
            raise CanonicalizationRefused
        for index, item in enumerate(value):
            _check_value(item, (*place, index))


def _check_text_with_language(value: Json, place: Place) -> None:
    """VCDM 2.0 §"Language and Base Direction": the only value objects that we take."""
    language = value.get("@language", "fr")
    right = (
        value.keys() <= {"@value", "@language", "@direction"}
        and isinstance(value["@value"], str)
        and isinstance(language, str)
        and _LANGUAGE.fullmatch(language)
        and value.get("@direction", "ltr") in {"ltr", "rtl"}
    )
    if not right:
        raise UncoveredText(path=pointer(place), why="value-object")


def _check_contexts(owner: Json, place: Place) -> None:
    named = owner["@context"]
    urls = named if isinstance(named, list) else [named]
    if not 0 < len(urls) <= MAX_CONTEXTS:
        raise UncoveredText(path=pointer(place), why="no-context")
    for index, url in enumerate(urls):
        if not isinstance(url, str):
            raise UncoveredText(path=pointer((*place, index)), why="inline-context")
        if not contexts.known(url):
            raise ContextUnknown(url=url[:200])
    embedded = len(place) > 1
    secured = is_secured(owner)
    if embedded and not secured:
        raise UncoveredText(path=pointer(place), why="inner-context")
    if secured and urls[0] not in BASES:
        raise UncoveredText(path=pointer((*place, 0)), why="first-context")


def is_secured(document: Json) -> bool:
    """Tell whether an object is a credential or a presentation, by its type or its members."""
    types = document.get("type")
    named = types if isinstance(types, list) else [types]
    by_type = any(isinstance(name, str) and name in _SECURED for name in named)
    return by_type or any(member in document for member in _SECURED_MEMBERS)


def named_contexts(documents: Sequence[Json]) -> frozenset[str]:
    """Every context that the documents name, at any depth."""
    found: set[str] = set()
    for place, value in _members(list(documents), ()):
        if "@context" in place[-2:] and isinstance(value, str):
            found.add(value)
    return frozenset(found)


def check_expanded(expanded: Sequence[Any], document: Json) -> None:
    """
    Refuse identifiers, types and properties that are not absolute addresses.

    Raises:
        UncoveredText: ``path`` is where the text stands in the JSON ``document``.
    """
    if not expanded:
        raise UncoveredText(path="", why="empty")
    for text in _names(list(expanded)):
        if not _ABSOLUTE.fullmatch(text):
            raise UncoveredText(path=path_of_text(document, text), why="not-an-address")


def _names(root: Any) -> Iterator[str]:
    """Every identifier, type and property of an expanded document."""
    waiting = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, list):
            waiting.extend(value)
        elif isinstance(value, dict) and "@value" in value:
            if value.get("@type", "@json") != "@json":
                yield value["@type"]
        elif isinstance(value, dict):
            for name, member in value.items():
                if name == "@id":
                    yield member
                elif name == "@type":
                    yield from member
                else:
                    if not name.startswith("@"):
                        yield name
                    waiting.append(member)


def path_of_member(document: Json, name: str) -> str:
    """Where a member of this name stands first; empty when nowhere."""
    found = (place for place, _ in _members(document, ()) if place[-1] == name)
    return pointer(next(found, ()))


def path_of_text(document: Json, text: str) -> str:
    """Where this text stands first; empty when nowhere."""
    found = (place for place, value in _members(document, ()) if value == text)
    return pointer(next(found, ()))


def _members(value: Any, place: Place) -> Iterator[tuple[Place, Any]]:
    items: Iterator[tuple[str | int, Any]]
    if isinstance(value, Mapping):
        items = iter(value.items())
    elif isinstance(value, list):
        items = enumerate(value)
    else:
        return
    for name, member in items:
        yield (*place, name), member
        yield from _members(member, (*place, name))


def pointer(place: Place) -> str:
    """A place as a JSON Pointer (RFC 6901), at most 200 characters."""
    parts = (str(part).replace("~", "~0").replace("/", "~1") for part in place)
    return "".join(f"/{part}" for part in parts)[:200]
