"""
A page that its owner gives to be read, and the signed badges it carries along.

The page runs nothing.  What is signed stands in it as a link to take, in a ``data:`` address.
The words around it are signed by nobody: only what is in the link is ever judged.

Source: RFC 2397.
"""

import base64
import binascii
import re

from shared.errors import TwoBadges, UnsafeJson
from shared.model import Token, TokenKind
from shared.tokens import token_of

ADDRESS = "data:application/vp+json;base64,"
"""What the link begins with; no other address of a page is looked at."""
PAGE_STARTS = (b"<!doctype html", b"<html")

_CARRIED = re.compile(rb'href="' + re.escape(ADDRESS).encode() + rb'([A-Za-z0-9+/]+={0,2})"')


def carry(text: str) -> str:
    """Give the address under which a page carries a signed presentation along."""
    return ADDRESS + base64.b64encode(text.encode()).decode()


def carried(received: bytes) -> Token | None:
    """
    Take out what a page carries along; ``None``: it is another file, or carries nothing.

    Raises:
        TwoBadges: the page carries two different ones.
        UnsafeJson: what it carries is no text.
        UnknownKind, TooBig: it is no presentation.
    """
    begin = received[:256].removeprefix(b"\xef\xbb\xbf").lstrip().lower()
    if not begin.startswith(PAGE_STARTS):
        return None
    found = set(_CARRIED.findall(received))
    if not found:
        return None
    if len(found) > 1:
        raise TwoBadges
    try:
        text = base64.b64decode(found.pop(), validate=True).decode("utf-8")
    except (binascii.Error, UnicodeDecodeError) as error:
        raise UnsafeJson(why="text") from error
    token = token_of(text, container="html")
    return token if token.kind is TokenKind.JSON else None
