"""
Everything that is current, in one piece: a first reading of a long list is one question.

Whoever wrote the piece is believed in nothing: each file in it is used only where its own
length and hash are those that were signed, and is asked for again where they are not.
"""

import json
import zlib
from collections.abc import Iterable, Mapping

from shared import strict_json
from shared.errors import FetchFailed, UnsafeJson
from trust_registry.client.sources import Source

PIECE = "seed/latest.bin"
"""JSON, an object from path to text, packed by zlib (RFC 1950)."""
WORTH_IT = 20
"""Partners whose files are missing, from which one large answer beats many small ones."""
MAX_PACKED_BYTES = 8_000_000
"""As it travels: one answer that a slow line still brings in the time given to the list."""
MAX_BYTES = 64_000_000
"""Unpacked: a few bytes can hide gigabytes."""
MAX_NODES = 100_000
"""A text for each file, two or three files for each partner."""


def packed(files: Iterable[tuple[str, bytes]]) -> bytes:
    """Put files into one piece, in the order of their paths."""
    texts = {path: body.decode() for path, body in sorted(files)}
    return zlib.compress(json.dumps(texts, ensure_ascii=False).encode(), 9)


def had_from(source: Source) -> Mapping[str, bytes]:
    """Files of a source by path, not checked yet; empty when it has no piece, or an odd one."""
    try:
        raw = source.have(PIECE, limit=MAX_PACKED_BYTES).body
    except FetchFailed:
        return {}
    return unpacked(raw)


def unpacked(raw: bytes) -> Mapping[str, bytes]:
    """Unpack a piece; one that is not of the form holds nothing."""
    unpacker = zlib.decompressobj()
    try:
        text = unpacker.decompress(raw, MAX_BYTES)
        if unpacker.unconsumed_tail:
            return {}
        found = strict_json.loads(text, max_bytes=MAX_BYTES, max_nodes=MAX_NODES)
    except (zlib.error, UnsafeJson):
        return {}
    if not isinstance(found, dict):
        return {}
    return {path: text.encode() for path, text in found.items() if isinstance(text, str)}
