"""What the documents of the registry have in common, read strictly (see ``catalogue.shapes``)."""

import re
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

from shared import strict_json
from shared.errors import BadgeError
from shared.keys import PublicKey
from shared.times import instant_text, parse_instant
from trust_registry.catalogue import CatalogueInvalid, shapes
from trust_registry.layout import is_slug
from trust_registry.model import ANY_BADGE

FORMAT = 1
"""Version of these forms; a reader that does not know a format refuses it."""
MAX_BADGES = 500
MAX_LIST_BYTES = 4_000_000
"""Of one signed list: 5 000 members; a phone has it in seconds (python-tuf stops at 5 MB)."""
MAX_LIST_NODES = 200_000
"""Values in it, some thirty a member."""

BADGE_ID = re.compile(r"b[0-9]{2,4}")
IDENTIFIER = re.compile(r"(https?://|did:[a-z0-9]+:|urn:[a-z0-9-]+:)[!-~]+", re.ASCII)
_ANY = re.compile(r"[^\n]+")

Choice = TypeVar("Choice", bound=StrEnum)


def load(raw: bytes) -> Any:
    """
    Read the JSON of a file that the hub or a partner signed.

    Raises:
        UnsafeJson: not strict JSON, or larger than ``MAX_LIST_BYTES``.
    """
    return strict_json.loads(raw, max_bytes=MAX_LIST_BYTES, max_nodes=MAX_LIST_NODES)


@contextmanager
def refusing(error: type[BadgeError]) -> Iterator[None]:
    """Turn a refusal of ``shapes`` into the error of the document that is being read."""
    try:
        yield
    except CatalogueInvalid as found:
        raise error(**found.facts) from found


def a_slug(value: Any, path: str) -> str:
    """Read a short name."""
    slug = shapes.a_word(value, path, _ANY)
    if not is_slug(slug):
        raise shapes.refuse(path, "form")
    return slug


def an_identifier(value: Any, path: str) -> str:
    """Read an identifier of an issuer: an address, a DID or a URN, in printable ASCII."""
    return shapes.a_word(value, path, IDENTIFIER)


def an_instant(value: Any, path: str) -> datetime:
    """Read an instant written as ``2026-11-22T12:00:00Z``, and in no other way."""
    moment = _moment(shapes.a_text(value, path))
    if moment is None:
        raise shapes.refuse(path, "form")
    return moment


@lru_cache(maxsize=4_096)
def _moment(text: str) -> datetime | None:
    """An instant in the one spelling it has; the same few stand thousands of times in a list."""
    moment = parse_instant(text)
    return moment if moment is not None and instant_text(moment) == text else None


@lru_cache(maxsize=4_096)
def key_of(text: str) -> PublicKey:
    """
    The key of a Multikey text; the same one is met in an entry and in what it signed.

    Raises:
        KeyInvalid: as ``PublicKey.from_multibase``.
    """
    return PublicKey.from_multibase(text)


def an_instant_or_none(value: Any, path: str) -> datetime | None:
    """Read an instant, or ``null``."""
    return None if value is None else an_instant(value, path)


def a_period(found: dict[str, Any], path: str) -> tuple[datetime, datetime | None]:
    """Read ``from`` and ``until``; ended on its first instant, it was never in force."""
    since = an_instant(found["from"], f"{path}/from")
    until = an_instant_or_none(found["until"], f"{path}/until")
    if until is not None and until < since:
        raise shapes.refuse(f"{path}/until", "out-of-range")
    return since, until


def badges(value: Any, path: str) -> tuple[str, ...]:
    """Read badges of the catalogue, or ``*`` alone."""
    if value == [ANY_BADGE]:
        return (ANY_BADGE,)
    listed = shapes.a_list(value, path, _badge, most=MAX_BADGES)
    if not listed:
        raise shapes.refuse(path, "empty")
    shapes.all_different({f"{path}/{at}": badge for at, badge in enumerate(listed)})
    return listed


def choice(value: Any, path: str, choices: type[Choice]) -> Choice:
    """Read one word of a closed list."""
    if value not in [one.value for one in choices]:
        raise shapes.refuse(path, "choice")
    return choices(value)


def text_or_none(value: Any, path: str) -> str | None:
    """Read a line of text, or ``null``."""
    return None if value is None else shapes.a_text(value, path)


def instant_or_none(moment: datetime | None) -> str | None:
    """Write an instant, or ``null``."""
    return None if moment is None else instant_text(moment)


def _badge(value: Any, path: str) -> str:
    return shapes.a_word(value, path, BADGE_ID)
