"""
JSON that holds badges without being one: a list, or what a program answered.

Each badge in it is read on its own, as if it had come alone; nothing around them is
signed, so nothing around them is looked at.

Sources: Open Badges 3.0 §"API" (``GetOpenBadgeCredentialsResponse``); VC API
§"Data Model" (``verifiableCredential``, ``verifiablePresentation``).
"""

import json
from typing import Any

from shared import strict_json
from shared.errors import BadgeError, TooBig
from shared.model import Token, TokenKind
from shared.tokens import token_of

MAX_LISTED = 64
"""As many as a record holds (``shared.parsing.clr2``)."""

ANSWERS = frozenset(
    {"credential", "compactJwsString", "verifiableCredential", "verifiablePresentation"}
)
"""Members of what programs answer; a badge has others too."""


def tokens_in(whole: Token) -> tuple[Token, ...]:
    """
    The badges that JSON holds, in order; the token itself when it is one badge, or unreadable.

    What holds no badge stands in its place among them, to be told as one that nobody could
    read: else a damaged badge beside a good one would pass unseen.

    Raises:
        TooBig: more than ``MAX_LISTED``.
    """
    try:
        items = _items(strict_json.loads(whole.text))
    except BadgeError:
        return (whole,)
    if len(items) > MAX_LISTED:
        raise TooBig(limit=MAX_LISTED, what="badges")
    tokens = [_token(item) for item in items]
    if not any(tokens):
        return (whole,)
    return tuple(one or _untaken(item) for one, item in zip(tokens, items, strict=True))


def _items(value: Any) -> list[Any]:
    if isinstance(value, list):
        return value
    if not isinstance(value, dict) or not value or value.keys() - ANSWERS:
        return []
    found: list[Any] = []
    for held in value.values():
        found += held if isinstance(held, list) else [held]
    return found


def _untaken(item: Any) -> Token:
    """A value that holds no badge, as JSON: whoever reads it says what is wrong with it."""
    return Token(kind=TokenKind.JSON, text=json.dumps([item]), container="json")


def _token(item: Any) -> Token | None:
    """One badge; ``None``: a value that could hold none."""
    if isinstance(item, dict):
        text = json.dumps(item, ensure_ascii=False)
        return Token(kind=TokenKind.JSON, text=text, container="json")
    if not isinstance(item, str):
        return None
    try:
        found = token_of(item, container="json")
    except BadgeError:
        return None
    return found if found.kind is TokenKind.JWS else None
