"""
A list of bits, packed: one place for each badge, the first in the highest bit of byte 0.

Source: W3C Bitstring Status List v1.0 §"Bitstring Generation Algorithm" and §"Bitstring
Expansion Algorithm".
"""

import gzip
import re
import zlib
from typing import Any, Self

from shared.errors import StatusListInvalid
from shared.multibase import base64url_decode, base64url_encode

MIN_LIST_BITS = 131_072
"""Bitstring Status List: 16 KiB, so that nobody stands out."""
MAX_LIST_BYTES = 16 * 1024 * 1024
"""134 million badges; a few bytes of gzip can hide gigabytes."""
MAX_ENTRY_BITS = 32
"""The widest status value read; the widest seen is 4 bits."""

GZIP = 31
ZLIB = 15
"""zlib's names for its two wrappings."""

_INDEX = re.compile(r"(?:0|[1-9][0-9]{0,9})\Z")


class StatusList:
    """The bits of one list."""

    def __init__(self, bits: int = MIN_LIST_BITS) -> None:
        """``bits``: how many places, a multiple of 8; all of them clear."""
        if bits <= 0 or bits % 8:
            raise ValueError("a list is whole bytes")
        self._bytes = bytearray(bits // 8)

    @classmethod
    def of(cls, raw: bytes) -> Self:
        """The list that these bytes are."""
        made = cls(8)
        made._bytes = bytearray(raw)
        return made

    @classmethod
    def decode(cls, encoded: str, *, limit: int = MAX_LIST_BYTES) -> Self:
        """
        Read an ``encodedList``.

        Args:
            encoded: multibase text, ``u`` then base64url of one gzip member.
            limit: most bytes once unpacked.

        Raises:
            StatusListInvalid: ``why`` is ``encoding``, ``damaged``, ``two-parts`` or ``too-long``.
        """
        if encoded[:1] != "u":
            raise StatusListInvalid(why="encoding")
        try:
            packed = base64url_decode(encoded[1:])
        except ValueError as error:
            raise StatusListInvalid(why="encoding") from error
        return cls.of(inflate(packed, wrapping=GZIP, limit=limit))

    def encode(self) -> str:
        """The ``encodedList`` of these bits."""
        return "u" + base64url_encode(gzip.compress(bytes(self._bytes), mtime=0))

    def __len__(self) -> int:
        """How many bits."""
        return 8 * len(self._bytes)

    def set(self, index: int, *, on: bool = True) -> None:
        """
        Set or clear one bit.

        Raises:
            StatusListInvalid: ``why`` is ``index-range``.
        """
        byte, mask = self._place(index)
        if on:
            self._bytes[byte] |= mask
        else:
            self._bytes[byte] &= ~mask

    def get(self, index: int) -> bool:
        """
        Whether one bit is set.

        Raises:
            StatusListInvalid: ``why`` is ``index-range``.
        """
        byte, mask = self._place(index)
        return bool(self._bytes[byte] & mask)

    def value(self, index: int, *, size: int = 1) -> int:
        """
        The status of one badge when each takes ``size`` bits, highest bit first.

        Raises:
            StatusListInvalid: ``why`` is ``index-range``.
        """
        if index < 0 or (index + 1) * size > len(self):
            raise StatusListInvalid(why="index-range", index=index, length=len(self) // size)
        number = 0
        for bit in range(index * size, (index + 1) * size):
            number = number << 1 | self.get(bit)
        return number

    def _place(self, index: int) -> tuple[int, int]:
        if not 0 <= index < len(self):
            raise StatusListInvalid(why="index-range", index=index, length=len(self))
        byte, offset = divmod(index, 8)
        return byte, 0x80 >> offset


def inflate(packed: bytes, *, wrapping: int, limit: int = MAX_LIST_BYTES) -> bytes:
    """
    Unpack one ``GZIP`` or ``ZLIB`` part, and nothing after it.

    Raises:
        StatusListInvalid: ``why`` is ``damaged``, ``two-parts`` or ``too-long``.
    """
    unpacker = zlib.decompressobj(wrapping)
    try:
        raw = unpacker.decompress(packed, limit + 1)
    except zlib.error as error:
        raise StatusListInvalid(why="damaged") from error
    if len(raw) > limit:
        raise StatusListInvalid(why="too-long", limit=limit)
    if not unpacker.eof:
        raise StatusListInvalid(why="damaged")
    if unpacker.unused_data:
        raise StatusListInvalid(why="two-parts")
    return raw


def read_index(value: Any) -> int:
    """
    A place in a list: digits only, in a text or as a JSON integer.

    Raises:
        StatusListInvalid: ``why`` is ``index-form`` (``-5``, ``5e0``, ``05``, ``5.0``, ``true``).
    """
    text = str(value) if isinstance(value, int) and not isinstance(value, bool) else value
    if not isinstance(text, str) or not _INDEX.match(text):
        raise StatusListInvalid(why="index-form")
    return int(text)
