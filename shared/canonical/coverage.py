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

MAX_OBJECTS = 1_500
"""In one document; expansion takes a third of a millisecond for each. A record of a
whole schooling (CLR) has a few hundred."""

MAX_CONTEXTS = 12
"""In one list; real badges name two to five."""

BASES = (
    "https://www.w3.org/ns/credentials/v2",
    "https://www.w3.org/2018/credentials/v1",
)
"""The first context of any credential or presentation."""

CREDENTIALS = "https://www.w3.org/2018/credentials#"

SECOND_NAMES = frozenset(
    {"Achievement", "Address", "Criteria", "GeoCoordinates", "Image", "Profile", "Result"}
    | {"RubricCriterionLevel", "expiration"}
)
"""Words that a shipped context gives the very address of another member (``criteria``,
``expires``...): under this name a member is signed and nobody reads it."""

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
        CanonicalizationRefused: deeper or larger than any badge.
    """
    if "@context" not in document:
        raise UncoveredText(path="", why="no-context")
    _check_value(document, (), [])
    if sum(1 for _ in _objects(document)) > MAX_OBJECTS:
        raise CanonicalizationRefused


def _objects(root: Any) -> Iterator[Json]:
    waiting = [root]
    while waiting:
        value = waiting.pop()
        if isinstance(value, Mapping):
            yield value
            waiting.extend(value.values())
        elif isinstance(value, list):
            waiting.extend(value)


def _check_value(value: Any, place: Place, within: list[Any]) -> None:
    """``within``: the contexts of the object around this one."""
    if len(place) > MAX_DEPTH:
        raise CanonicalizationRefused
    if isinstance(value, Mapping):
        _check_object(value, place, within)
    elif isinstance(value, list):
        for index, item in enumerate(value):
            if isinstance(item, list):
                # JSON-LD flattens lists of lists; a reader of the JSON does not.
                raise UncoveredText(path=pointer((*place, index)), why="list-in-list")
            _check_value(item, (*place, index), within)


def _check_object(value: Json, place: Place, within: list[Any]) -> None:
    if "@value" in value:
        _check_text_with_language(value, place)
        return
    if "@context" in value:
        within = _check_contexts(value, (*place, "@context"), within)
    for name, member in value.items():
        if name == "@context":
            continue
        if name.startswith("@"):
            raise UncoveredText(path=pointer((*place, name)), why="keyword")
        if ":" in name:
            raise UncoveredText(path=pointer((*place, name)), why="address-as-name")
        if name in SECOND_NAMES:
            raise UncoveredText(path=pointer((*place, name)), why="second-name")
        _check_value(member, (*place, name), within)


def _check_text_with_language(value: Json, place: Place) -> None:
    """
    VCDM 2.0 §"Language and Base Direction": the only value objects that we take.

    Without ``@direction``, which does not reach RDF, and never without a language:
    ``{"@value": "x"}`` would be another way to write the same statement as ``"x"``.
    """
    language = value.get("@language")
    right = (
        value.keys() == {"@value", "@language"}
        and isinstance(value["@value"], str)
        and isinstance(language, str)
        and _LANGUAGE.fullmatch(language)
    )
    if not right:
        raise UncoveredText(path=pointer(place), why="value-object")


def _check_contexts(owner: Json, place: Place, within: list[Any]) -> list[Any]:
    """Check the contexts that an object names; return them as a list."""
    named = owner["@context"]
    urls = named if isinstance(named, list) else [named]
    if not 0 < len(urls) <= MAX_CONTEXTS:
        raise UncoveredText(path=pointer(place), why="no-context")
    for index, url in enumerate(urls):
        if not isinstance(url, str):
            raise UncoveredText(path=pointer((*place, index)), why="inline-context")
        if not contexts.known(url):
            raise ContextUnknown(url=url[:200])
    if is_secured(owner):
        if urls[0] not in BASES:
            raise UncoveredText(path=pointer((*place, 0)), why="first-context")
    elif len(place) > 1 and not ("proof" in place[-3:] and urls == within[: len(urls)]):
        # A proof over JSON (eddsa-jcs-2022) repeats the contexts of its document.
        raise UncoveredText(path=pointer(place), why="inner-context")
    return urls


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


def member_names(documents: Sequence[Json]) -> frozenset[str]:
    """The name of every member of the documents, at any depth."""
    places = (place for place, _ in _members(list(documents), ()))
    return frozenset(place[-1] for place in places if isinstance(place[-1], str))


def check_expanded(expanded: Sequence[Any], document: Json) -> None:
    """
    Refuse what would not reach the quads, or would reach them from elsewhere.

    Every identifier, type and property must be an absolute address.  One node may be
    described in several places of a JSON document, and RDF merges them: a reader of
    the JSON does not, so what matters most may not be moved away from where it is read.

    Raises:
        UncoveredText: ``path`` is where the text stands in the JSON ``document``.
    """
    if not expanded:
        raise UncoveredText(path="", why="empty")
    root = expanded[0].get("@id")
    for node in _nodes(expanded, document):
        wrong = next((text for text in _names(node) if not _ABSOLUTE.fullmatch(text)), None)
        if wrong is not None:
            raise UncoveredText(path=path_of_text(document, wrong), why="not-an-address")
        if node.get("@id") == root is not None and node is not expanded[0] and _is_claim(node):
            raise UncoveredText(path=path_of_text(document, root), why="described-twice")


def _nodes(expanded: Sequence[Any], document: Json) -> Iterator[dict[str, Any]]:
    """Every node of an expanded document, with what lists and graphs of nodes must be."""
    waiting: list[Any] = list(expanded)
    _check_graph(waiting, document)
    while waiting:
        value = waiting.pop()
        if "@value" in value:
            continue
        if "@list" in value:
            waiting.extend(value["@list"])
            continue
        yield value
        _check_graph(value.get("@graph", ()), document)
        waiting.extend(value.get("@graph", ()))
        for name, members in value.items():
            if name == "@reverse":
                waiting.extend(member for others in members.values() for member in others)
            elif not name.startswith("@"):
                _check_split(members, document)
                waiting.extend(members)


def _names(node: Mapping[str, Any]) -> Iterator[str]:
    """The identifier, types, properties and datatypes of one node."""
    if "@id" in node:
        yield node["@id"]
    yield from node.get("@type", ())
    yield from node.get("@reverse", ())
    for name, members in node.items():
        if not name.startswith("@"):
            yield name
            yield from (
                m["@type"] for m in members if m.get("@type", "@json") != "@json" and "@value" in m
            )


def _is_claim(node: Mapping[str, Any]) -> bool:
    """Tell whether a node says what only a credential says: its dates, its status..."""
    return any(name.startswith(CREDENTIALS) for name in node)


def _check_graph(members: Sequence[Any], document: Json) -> None:
    """In a graph of its own, a bare text or a bare identifier is no statement."""
    for member in members:
        if "@value" in member or "@list" in member or member.keys() == {"@id"}:
            text = member.get("@value", member.get("@id"))
            raise UncoveredText(path=path_of_text(document, text), why="no-statement")


def _check_split(members: Sequence[Any], document: Json) -> None:
    """One node may not be spread over several items of a list."""
    seen: dict[str, Any] = {}
    for member in members:
        name = member.get("@id")
        if name is not None and seen.setdefault(name, member) != member:
            raise UncoveredText(path=path_of_text(document, name), why="described-twice")


def path_of_member(document: Json, name: str) -> str:
    """Where a member of this name stands first; empty when nowhere."""
    found = (place for place, _ in _members(document, ()) if place[-1] == name)
    return pointer(next(found, ()))


def path_of_text(document: Json, text: Any) -> str:
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
