"""
Typed reads out of untrusted JSON; an error names the path of what is wrong.

Every text that people will read passes through ``clean``: control characters,
terminal commands and bidirectional overrides end here.
"""

import re
import unicodedata
from collections.abc import Mapping
from datetime import datetime
from typing import Any

from shared.errors import MalformedCredential
from shared.model import Image, Json
from shared.times import parse_instant

MAX_TEXT_LETTERS = 20_000
"""The longest narrative found on a real badge has about 6 000 letters."""
MAX_NAME_LETTERS = 400
"""The title of a badge or of an organisation, on one line."""
MAX_WORD_LETTERS = 2048
"""Of a name for programs: the longest address that hosts take."""
MAX_ITEMS = 200
"""Of any list (evidence, alignments, identifiers): far above what real badges hold."""
MAX_MARKS = 4
"""Combining marks on one letter; no written language needs more."""

_URL = re.compile(r"[a-zA-Z][a-zA-Z0-9+.-]*:[^\s<>\"{}|\\^`\x00-\x1f\x7f]+\Z")
_INVISIBLE = frozenset(
    "\u061c\u200b\u200e\u200f\u2028\u2029\u2060\u2061\u2062\u2063\u2064\ufeff"
    "\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069"
)
_NOTHING_TO_CLEAN = re.compile("[\n\t -~\u00a0-\u02ff\u2010-\u2027\u202f\u20ac]*")
"""What people write in the languages of Western Europe: all of it stays as it is."""
_VALUE_OBJECT = {"@value", "@language", "@direction"}


def clean(text: str, *, limit: int = MAX_TEXT_LETTERS) -> str:
    """Plain text: no control, no override of direction, no invisible letter, no pile of accents."""
    if len(text) <= limit and _NOTHING_TO_CLEAN.fullmatch(text):
        return text.strip()
    letters: list[str] = []
    marks = 0
    for letter in unicodedata.normalize("NFC", text[: limit * 8]):
        if letter in "\n\t":
            letters.append(letter)
            continue
        category = unicodedata.category(letter)
        if category in ("Cc", "Cs", "Co", "Cn") or letter in _INVISIBLE:
            continue
        marks = marks + 1 if category in ("Mn", "Me") else 0
        if marks <= MAX_MARKS:
            letters.append(letter)
    whole = "".join(letters).strip()
    return whole if len(whole) <= limit else whole[: limit - 1] + "…"


def wrong(path: str, why: str) -> MalformedCredential:
    """The error for a member that is not what it must be."""
    return MalformedCredential(path=path or "/", why=why)


def as_object(value: Any, path: str) -> Json:
    """A JSON object, or an error at ``path``."""
    if not isinstance(value, dict):
        raise wrong(path, "object")
    return value


def as_list(value: Any, path: str) -> list[Any]:
    """One or many: a list as it is, anything else as a list of one, nothing as none."""
    if value is None:
        return []
    items = value if isinstance(value, list) else [value]
    if len(items) > MAX_ITEMS:
        raise wrong(path, "too-many")
    return items


def only(value: Any) -> Any:
    """What stands alone in a list, by itself: to JSON-LD, and to a signature, both are one."""
    return value[0] if isinstance(value, list) and len(value) == 1 else value


def as_objects(value: Any, path: str) -> list[Json]:
    """A list of objects, or one object."""
    items = as_list(value, path)
    return [as_object(item, f"{path}/{place}") for place, item in enumerate(items)]


def as_texts(value: Any, path: str) -> tuple[str, ...]:
    """One text or many."""
    items = as_list(value, path)
    if not all(isinstance(item, str) for item in items):
        raise wrong(path, "text")
    return tuple(items)


def url(value: Any, path: str) -> str:
    """An absolute address (https, did, urn...), exactly as written."""
    if not isinstance(value, str) or not _is_address(value):
        raise wrong(path, "address")
    return value


def _is_address(value: str) -> bool:
    """Whether a text is an absolute address without letters that nobody sees (RFC 3987 §4.1)."""
    return bool(_URL.match(value)) and _INVISIBLE.isdisjoint(value)


def word(value: str, path: str) -> str:
    """A name that programs compare, exactly as written; nothing in it that nobody sees."""
    if len(value) > MAX_WORD_LETTERS or not value.isprintable() or not _INVISIBLE.isdisjoint(value):
        raise wrong(path, "text")
    return value


def link(value: Any) -> str | None:
    """An absolute address that people may follow; ``None`` for anything else, never an error."""
    value = only(value)
    return value if isinstance(value, str) and _is_address(value) else None


def email(value: Any) -> str | None:
    """An e-mail address to show, as plain text."""
    value = only(value)
    return clean(value, limit=254) or None if isinstance(value, str) else None


def optional_url(obj: Mapping[str, Any], name: str, path: str) -> str | None:
    """An absolute address if the member is there."""
    return None if obj.get(name) is None else url(obj[name], f"{path}/{name}")


def prose(
    obj: Mapping[str, Any], name: str, path: str, *, limit: int = MAX_TEXT_LETTERS
) -> str | None:
    """
    A text for people: plain, or a language map entry, or a list of those (the first is taken).

    Source: VCDM 2.0 §"Language and Base Direction".
    """
    value = obj.get(name)
    if isinstance(value, list) and value:
        value = value[0]
    if isinstance(value, dict):
        if not set(value) <= _VALUE_OBJECT or "@value" not in value:
            raise wrong(f"{path}/{name}", "text")
        value = value["@value"]
    if value is None:
        return None
    if not isinstance(value, str):
        raise wrong(f"{path}/{name}", "text")
    return clean(value, limit=limit) or None


def title(obj: Mapping[str, Any], name: str, path: str) -> str | None:
    """A short text for people, on one line."""
    text = prose(obj, name, path, limit=MAX_NAME_LETTERS)
    return " ".join(text.split()) if text else None


def instant(obj: Mapping[str, Any], name: str, path: str) -> datetime | None:
    """An instant if the member is there."""
    if name not in obj:
        return None
    moment = parse_instant(obj[name])
    if moment is None:
        raise wrong(f"{path}/{name}", "date")
    return moment


def types(obj: Mapping[str, Any], path: str) -> tuple[str, ...]:
    """The ``type`` of an object as a tuple; at least one."""
    found = as_texts(obj.get("type"), f"{path}/type")
    if not found or not all(found):
        raise wrong(f"{path}/type", "missing")
    return found


def image(value: Any, path: str) -> Image | None:
    """A picture: an address, or an object with one."""
    if isinstance(value, list):
        value = value[0] if value else None
    if value is None:
        return None
    if isinstance(value, str):
        return Image(id=link(value))
    obj = as_object(value, path)
    identifier = obj.get("id")
    if identifier is not None and not isinstance(identifier, str):
        raise wrong(f"{path}/id", "address")
    return Image(id=link(identifier), caption=title(obj, "caption", path))


def supports(*owners: Any) -> tuple[Json | str, ...]:
    """
    What others said for each of the objects that may hold such words, each once.

    An item of another form stays, as an empty object: it is one that nobody can read.
    """
    found: list[Json | str] = []
    for owner in owners:
        if isinstance(owner, dict):
            for name in ("endorsement", "endorsementJwt"):
                found += [
                    one if isinstance(one, (dict, str)) else {}
                    for one in as_list(owner.get(name), f"/{name}")
                ]
    return tuple(one for place, one in enumerate(found) if one not in found[:place])
