"""
What kind of token a text is: the JSON of a badge, a compact JWS, or a web address.

One rule for every place where a token is found: a chunk, an SVG element, a QR code,
a file, a pasted line.

Sources: RFC 7515 §7.1; RFC 3986 §3.1; Open Badges 1.1 and 2.0 §"Baking" (addresses).
"""

import re
from urllib.parse import urlsplit

from shared.errors import ForbiddenAddress, MalformedToken, TooBig, UnknownKind
from shared.model import Token, TokenKind
from shared.multibase import base64url_decode
from shared.strict_json import BYTE_ORDER_MARK

MAX_TOKEN_BYTES = 1_048_576
"""A badge is a few kilobytes; the limit of ``strict_json`` too."""
MAX_ADDRESS_LETTERS = 2048
"""What browsers and servers agree to carry."""

_LIKE_JWS = re.compile(r"e[wy][A-Za-z0-9_=+/-]*(?:\.[A-Za-z0-9_=+/~-]*)+\Z")
"""A header is a JSON object, so its base64 begins with ``ey`` (``ew``: a line break follows)."""
_SCHEME = re.compile(r"([A-Za-z][A-Za-z0-9+.-]*):[^\s]+\Z")
_OUTSIDE_ADDRESSES = re.compile(r"[\\<>\"{}|^`]")


def token_of(text: str, *, container: str) -> Token:
    """
    Name the kind of a text found in ``container``.

    JSON is kept to the letter.  Of a JWS or an address, spaces around it are dropped;
    an ``http:`` address is written ``https:``, since nothing is asked for in clear.

    Raises:
        UnknownKind: none of the three; an empty text too.
        TooBig: more than ``MAX_TOKEN_BYTES``.
        MalformedToken: meant as a compact JWS, and not a strict one.
        ForbiddenAddress: an address, but no web address.
    """
    if len(text) > MAX_TOKEN_BYTES:
        raise TooBig(limit=MAX_TOKEN_BYTES, what="badge")
    bare = text.removeprefix(BYTE_ORDER_MARK).strip()
    if bare[:1] in {"{", "["}:
        return Token(kind=TokenKind.JSON, text=text, container=container)
    if address := _web_address(bare):
        return Token(kind=TokenKind.URL, text=address, container=container)
    if _LIKE_JWS.match(bare):
        _require_compact_jws(bare)
        return Token(kind=TokenKind.JWS, text=bare, container=container)
    raise UnknownKind


def _web_address(bare: str) -> str | None:
    """The address as ``https:``, ``None`` when the text is no address at all."""
    named = _SCHEME.match(bare)
    if named is None:
        return None
    scheme = named[1].lower()
    if scheme not in {"http", "https"}:
        raise ForbiddenAddress(scheme=scheme[:20])
    if len(bare) > MAX_ADDRESS_LETTERS or _OUTSIDE_ADDRESSES.search(bare):
        raise ForbiddenAddress(scheme=scheme)
    try:
        host = urlsplit(bare).hostname
    except ValueError as error:
        raise ForbiddenAddress(scheme=scheme) from error
    if not host or not bare.isprintable():
        raise ForbiddenAddress(scheme=scheme)
    return "https" + bare[len(scheme) :]


def _require_compact_jws(bare: str) -> None:
    parts = bare.split(".")
    if len(parts) != 3 or not parts[1]:
        raise MalformedToken(why="form")
    try:
        for part in parts:
            base64url_decode(part)
    except ValueError as error:
        raise MalformedToken(why="base64url") from error
