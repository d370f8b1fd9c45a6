"""
The one JSON loader: a text that two programs could read in two ways is refused.

Python alone keeps the last of two equal names, takes ``NaN``, half characters and
UTF-16, and recurses as deep as the text asks.  Sizes are counted on the text, so
that nothing is built, and nothing recurses, before the limits are known to hold.

One byte order mark in front is ignored, here and therefore everywhere (RFC 8259 §8.1
allows it; some editors write one into every file they save).

Sources: RFC 8259; RFC 7493 (I-JSON) §2.
"""

import json
import math
import re
from itertools import accumulate
from typing import Any

from shared.errors import UnsafeJson

MAX_JSON_BYTES = 1_048_576
"""A badge is a few kilobytes; evidence pasted into one rarely makes it a hundred."""
MAX_DEPTH = 32
"""Brackets within brackets; the deepest public badge has 11."""
MAX_NODES = 20_000
"""Values, counted from the punctuation: one a comma, one a bracket opened, and one."""
MAX_NUMBER_LETTERS = 64
"""Long enough for every 64-bit integer and every exact double."""

BYTE_ORDER_MARK = "\ufeff"

_NOT_STRUCTURE = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[^\[\]{},"]++', re.DOTALL)
"""A string, closed or not, or anything that is no bracket, comma or quote; linear."""
_SURROGATE_ESCAPE = re.compile(r"\\u[dD][89a-fA-F]")
_SQUARE = bytes.maketrans(b"{}", b"[]")
_OPEN = ord("[")
_NO_BRACKET = bytes(set(range(128)) - set(b"[]{}"))


def loads(text: str | bytes, *, max_bytes: int = MAX_JSON_BYTES, max_nodes: int = MAX_NODES) -> Any:
    """
    Read one JSON value, strictly.

    Args:
        text: JSON text, or its UTF-8 bytes.
        max_bytes, max_nodes: larger than a badge's, for what was signed by somebody trusted.

    Raises:
        UnsafeJson: ``why`` is ``size`` (bytes or values), ``depth``, ``duplicate-key``
            (also when one of the two is spelled with escapes), ``number`` (``NaN``,
            infinities, overflow, too many digits), ``text`` (not UTF-8, half a
            character) or ``syntax`` (a second document included).
    """
    whole = _decoded(text, max_bytes)
    _refuse_large(whole, max_nodes)
    try:
        value = _DECODER.decode(whole)
    except json.JSONDecodeError as error:
        raise UnsafeJson(why="syntax") from error
    if _SURROGATE_ESCAPE.search(whole):
        _refuse_half_characters(value)
    return value


def load_object(text: str | bytes) -> dict[str, Any]:
    """
    Read one JSON object, strictly.

    Raises:
        UnsafeJson: as ``loads``; ``why`` is ``object`` for any other JSON value.
    """
    value = loads(text)
    if not isinstance(value, dict):
        raise UnsafeJson(why="object")
    return value


def _decoded(text: str | bytes, max_bytes: int) -> str:
    if len(text) > max_bytes:
        raise UnsafeJson(why="size")
    try:
        if isinstance(text, bytes):
            whole = text.decode("utf-8")
        else:
            whole = text
            if not text.isascii() and len(text.encode("utf-8")) > max_bytes:
                raise UnsafeJson(why="size")
    except UnicodeError as error:
        raise UnsafeJson(why="text") from error
    return whole.removeprefix(BYTE_ORDER_MARK)


def _refuse_large(whole: str, max_nodes: int) -> None:
    opened = whole.count("[") + whole.count("{")
    if opened <= MAX_DEPTH and opened + whole.count(",") < max_nodes:
        return  # Most badges: even if no bracket stood in a text, no limit could be passed.
    structure = _structure(whole)
    brackets = structure.encode("ascii", "ignore").translate(_SQUARE, _NO_BRACKET)
    if structure.count(",") + brackets.count(b"[") + 1 > max_nodes:
        raise UnsafeJson(why="size")
    if _depth(brackets) > MAX_DEPTH:
        raise UnsafeJson(why="depth")


def _structure(whole: str) -> str:
    """The text without its strings; what is neither bracket nor comma may stay."""
    if "\\" in whole:
        return _NOT_STRUCTURE.sub("", whole)
    return "".join(whole.split('"')[::2])


def _depth(brackets: bytes) -> int:
    """How many square brackets stand open at once; each turn takes the innermost ones away."""
    left, turns = brackets, 0
    while left and turns <= MAX_DEPTH:
        left, before, turns = left.replace(b"[]", b""), left, turns + 1
        if left == before:  # They do not match: the text is no JSON, and may yet be deep.
            return max(accumulate(1 if letter == _OPEN else -1 for letter in brackets))
    return turns


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) != len(pairs):
        raise UnsafeJson(why="duplicate-key")
    return members


def _integer(digits: str) -> int:
    if len(digits) > MAX_NUMBER_LETTERS:
        raise UnsafeJson(why="number")
    return int(digits)


def _real(digits: str) -> float:
    number = float(digits) if len(digits) <= MAX_NUMBER_LETTERS else math.inf
    if math.isinf(number):
        raise UnsafeJson(why="number")
    return number


def _constant(name: str) -> Any:
    raise UnsafeJson(why="number", name=name)


def _refuse_half_characters(value: Any) -> None:
    try:
        json.dumps(value, ensure_ascii=False).encode("utf-8")
    except UnicodeEncodeError as error:
        raise UnsafeJson(why="text") from error


_DECODER = json.JSONDecoder(
    object_pairs_hook=_object,
    parse_int=_integer,
    parse_float=_real,
    parse_constant=_constant,
)
