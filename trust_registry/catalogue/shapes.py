"""
Strict reading of one JSON value at a time; every refusal names the path.

``why`` is one of a closed list: ``not-object``, ``not-list``, ``not-text``,
``not-number``, ``not-flag``, ``missing``, ``unknown``, ``empty``, ``too-long``,
``too-many``, ``out-of-range``, ``characters``, ``form``, ``choice``, ``language``,
``duplicate``, ``no-such-badge``.
"""

import re
import unicodedata
from collections.abc import Callable, Collection, Mapping
from typing import Any, TypeVar

from shared.words import DEFAULT_LANGUAGE
from trust_registry.catalogue.model import CatalogueInvalid, Spoken

T = TypeVar("T")
Shape = Callable[[Any, str], T]
"""Reads a value found at a path (JSON Pointer)."""

MAX_TEXT = 600
"""Characters of one text: forty lines of a phone; the complaints start far below."""
MAX_LINES = 12
"""Lines of one list, six more than any page of the product shows well."""

_LANGUAGE = re.compile(r"[a-z]{2,3}")
_HTTPS = re.compile(r"https://[a-z0-9.-]+(:[0-9]{1,5})?(/[!-~]*)?", re.ASCII)
_LOOPBACK = re.compile(r"http://(127\.0\.0\.1|localhost)(:[0-9]{1,5})?(/[!-~]*)?", re.ASCII)
_JOINERS = "\N{ZERO WIDTH NON-JOINER}\N{ZERO WIDTH JOINER}"
"""Format characters that Persian or Hindi cannot be written without."""
_REFUSED_CATEGORIES = ("Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp")
"""Control, format (hidden, turning the direction), surrogate, private, unassigned, line ends."""


def refuse(path: str, why: str) -> CatalogueInvalid:
    """The one error of this room."""
    return CatalogueInvalid(path=path or "/", why=why)


def an_object(
    value: Any, path: str, *, fields: Collection[str], optional: Collection[str] = ()
) -> dict[str, Any]:
    """Check that an object has exactly these fields, the ``optional`` ones aside."""
    if not isinstance(value, dict):
        raise refuse(path, "not-object")
    for name in fields:
        if name not in value and name not in optional:
            raise refuse(f"{path}/{name}", "missing")
    for name in value:
        if name not in fields:
            raise refuse(f"{path}/{_pointer(name)}", "unknown")
    return value


def a_list(value: Any, path: str, each: Shape[T], *, most: int = MAX_LINES) -> tuple[T, ...]:
    """Read a list of at most ``most`` items, each by the same shape."""
    if not isinstance(value, list):
        raise refuse(path, "not-list")
    if len(value) > most:
        raise refuse(path, "too-many")
    return tuple(each(item, f"{path}/{index}") for index, item in enumerate(value))


def a_text(value: Any, path: str) -> str:
    """Read one line of plain text: visible, neither empty nor endless."""
    if not isinstance(value, str):
        raise refuse(path, "not-text")
    if not value.strip():
        raise refuse(path, "empty")
    if len(value) > MAX_TEXT:
        raise refuse(path, "too-long")
    if value.isascii() and value.isprintable():
        return value  # most texts of a list of thousands: nothing in them can be refused
    if any(unicodedata.category(c) in _REFUSED_CATEGORIES and c not in _JOINERS for c in value):
        raise refuse(path, "characters")
    return value


def lines(value: Any, path: str) -> tuple[str, ...]:
    """Read a list of lines of text; it may be empty."""
    return a_list(value, path, a_text)


def spoken(value: Any, path: str, each: Shape[T]) -> Spoken[T]:
    """Read something by language; French is required, others may be missing."""
    if not isinstance(value, dict):
        raise refuse(path, "not-object")
    if DEFAULT_LANGUAGE not in value:
        raise refuse(f"{path}/{DEFAULT_LANGUAGE}", "missing")
    for language in value:
        if not (isinstance(language, str) and _LANGUAGE.fullmatch(language)):
            raise refuse(f"{path}/{_pointer(language)}", "language")
    return Spoken({language: each(said, f"{path}/{language}") for language, said in value.items()})


def a_number(value: Any, path: str, *, least: int, most: int) -> int:
    """Read a whole number within bounds; ``true`` is not a number."""
    if not isinstance(value, int) or isinstance(value, bool):
        raise refuse(path, "not-number")
    if not least <= value <= most:
        raise refuse(path, "out-of-range")
    return value


def a_flag(value: Any, path: str) -> bool:
    """Read ``true`` or ``false``."""
    if not isinstance(value, bool):
        raise refuse(path, "not-flag")
    return value


def a_word(value: Any, path: str, form: re.Pattern[str]) -> str:
    """Read a text of a fixed form."""
    if not form.fullmatch(a_text(value, path)):
        raise refuse(path, "form")
    return str(value)


def an_address(value: Any, path: str) -> str:
    """Read an https address, or http on this same machine (a registry being tried)."""
    text = a_text(value, path)
    if not (_HTTPS.fullmatch(text) or _LOOPBACK.fullmatch(text)):
        raise refuse(path, "form")
    return text


def all_different(values: Mapping[str, Any]) -> None:
    """Refuse the second of two equal values; keys are their paths."""
    seen: set[Any] = set()
    for path, value in values.items():
        if value in seen:
            raise refuse(path, "duplicate")
        seen.add(value)


def _pointer(name: Any) -> str:
    """One step of a JSON Pointer (RFC 6901), kept short: it comes from a stranger."""
    shown = "".join(c for c in str(name)[:40] if c.isprintable())
    return shown.replace("~", "~0").replace("/", "~1")
