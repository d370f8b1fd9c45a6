"""
Badges in SVG files: matched by namespace, never by prefix.

Sources: OB 3.0 §"Baking", SVG; OB 2.0 §"Baking", SVG; CLR 2.0 §"Baking".
"""

import re
from collections.abc import Callable
from functools import partial
from typing import Any

from lxml import etree

from shared import strict_json
from shared.baking import choosing
from shared.baking.choosing import Found
from shared.baking.markup import name_of, svg_tree
from shared.errors import DamagedImage, TwoBadges, UnsafeJson, UnsafeSvg
from shared.model import Json, Token, TokenKind
from shared.multibase import base64url_decode

OB2 = "http://openbadges.org"
OB3 = "https://purl.imsglobal.org/ob/v3p0"
CLR2 = "https://purl.imsglobal.org/clr/v2p0"

NAMESPACES = {OB3: True, CLR2: True, OB2: False}
"""Namespace of a badge element: whether it is of the newer kind."""
NAMES = frozenset({"assertion", "credential"})
NAMESPACE_OF_VERSION = {
    "3.0": OB3,
    "clr-2.0": CLR2,
    **dict.fromkeys(("2.1", "2.0", "1.1", "1.0", "0.5"), OB2),
}

_NOT_IN_XML = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
_MARKUP_CHARACTERS = re.compile("[\r]|]]>")
"""What CDATA cannot hold to the letter: written as plain text, escaped, instead."""


def unbake(drawing: bytes) -> Token | None:
    """
    Give the badge of an SVG, ``None`` when it holds none.

    Raises:
        TooBig, UnsafeSvg, WebPage, DamagedImage, UnknownKind: as ``svg_tree``; DamagedImage
            too when the element holds something else than a badge.
        UnsafeSvg: markup inside the badge element.
        TwoBadges: two elements of one kind, or one whose parts tell two stories.
        MalformedToken, ForbiddenAddress: the element holds something else.
    """
    return badge_in(svg_tree(drawing), container="svg", picture=drawing)


def badge_in(root: Any, *, container: str, picture: bytes | None) -> Token | None:
    """
    Give the badge that the elements of a tree tell; ``picture`` goes along with it.

    Raises:
        As ``unbake``.
    """
    elements = _badge_elements(root)
    kinds = [NAMESPACES[name_of(element.tag)[0] or ""] for element in elements]
    if kinds.count(True) > 1 or kinds.count(False) > 1:
        raise TwoBadges
    everything: list[Found] = []
    notes: list[str] = []
    for element, newer in zip(elements, kinds, strict=True):
        if len(element):
            raise UnsafeSvg(why="inside")
        one = _told_by(element, partial(choosing.found, container=container, newer=newer), notes)
        if one is not None:
            everything.append(one)
    return choosing.choose(everything, picture=picture, notes=notes)


def bake(drawing: bytes, text: str, *, kind: TokenKind, version: str) -> bytes:
    """
    Write a badge right after the ``svg`` tag, in place of any it held.

    A JSON text goes between the tags, a JWS or an address into ``verify``.  A character
    that XML cannot hold, which JSON allows inside texts only, is written as a JSON escape.

    Raises:
        As ``svg_tree``.
    """
    root = svg_tree(drawing)
    for old in _badge_elements(root):
        _drop(old)
    namespace = NAMESPACE_OF_VERSION[version]
    name = "assertion" if namespace == OB2 else "credential"
    element = etree.Element(f"{{{namespace}}}{name}", nsmap={"openbadges": namespace})
    if kind is TokenKind.JSON:
        _write_json(element, text, hosted=namespace == OB2)
    else:
        element.set("verify", text)
    root.insert(0, element)
    return bytes(etree.tostring(root, encoding="utf-8", xml_declaration=True))


def _badge_elements(root: Any) -> list[Any]:
    """Every badge element, wherever it stands: a second one must not be overlooked."""
    return [element for element in root.iter(etree.Element) if _holds_badges(element.tag)]


def _holds_badges(tag: str) -> bool:
    namespace, name = name_of(tag)
    return namespace in NAMESPACES and name in NAMES


def _drop(element: Any) -> None:
    """Take an element out of the tree, and leave the text behind it."""
    before, parent = element.getprevious(), element.getparent()
    if element.tail and before is not None:
        before.tail = (before.tail or "") + element.tail
    elif element.tail:
        parent.text = (parent.text or "") + element.tail
    parent.remove(element)


def _write_json(element: Any, text: str, *, hosted: bool) -> None:
    text = _NOT_IN_XML.sub(lambda found: f"\\u{ord(found[0]):04x}", text)
    element.text = text if _MARKUP_CHARACTERS.search(text) else etree.CDATA(text)
    address = _identifier(text) if hosted else None
    if address is not None:
        element.set("verify", address)


def _identifier(text: str) -> str | None:
    """The web address that an OB 1/2 assertion gives as its own."""
    try:
        document = strict_json.load_object(text)
    except UnsafeJson:
        return None
    for address in _own_addresses(document):
        if address.startswith(("https://", "http://")):
            return address
    return None


def _told_by(element: Any, found: Callable[[str], Found], notes: list[str]) -> Found | None:
    """What one badge element says, in its attribute, its text or both."""
    attribute, body = (element.get("verify") or "").strip(), element.text or ""
    if not body.strip():
        return found(attribute) if attribute else None
    if not attribute:
        return found(body)
    named = found(attribute)
    try:
        written = found(body)
        same = _say_the_same(named.token, written.token)
    except (UnsafeJson, DamagedImage):
        if named.token.kind is not TokenKind.URL:
            raise TwoBadges from None
        # What the issuer hosts is the badge; a broken copy of it changes nothing.
        notes.append(choosing.BODY_IGNORED)
        return named
    if not same:
        raise TwoBadges
    return named if named.token.kind is TokenKind.JWS else written


def _say_the_same(named: Token, written: Token) -> bool:
    """
    Whether the attribute and the text of an element are one badge.

    Raises:
        UnsafeJson: the text is no strict JSON object.
    """
    if named.text == written.text:
        return True
    if written.kind is not TokenKind.JSON:
        return False
    document = strict_json.load_object(written.text)
    if named.kind is TokenKind.JWS:
        return _payload(named.text) == document
    addresses = {_in_https(address) for address in _own_addresses(document)}
    return named.text in addresses


def _payload(jws: str) -> Json:
    return strict_json.load_object(base64url_decode(jws.split(".")[1]))


def _own_addresses(document: Json) -> list[str]:
    """Where an OB 1/2 assertion says that it is hosted."""
    given = [document.get("id")]
    for name in ("verify", "verification"):
        part = document.get(name)
        if isinstance(part, dict):
            given.append(part.get("url"))
    return [address for address in given if isinstance(address, str)]


def _in_https(address: str) -> str:
    return "https" + address.removeprefix("http") if address.startswith("http:") else address
