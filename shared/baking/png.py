"""
Badges in PNG files: our own bounded walk over the chunks, reading and writing.

Libraries take the last of two badge chunks, forgive a wrong checksum and inflate
without asking; here every chunk is checked before anything of it is used.

Sources: PNG (Third Edition) §5, §11.3.3; OB 3.0 §"Baking", PNG; OB 2.0 §"Baking", PNG.
"""

import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

from shared.baking import choosing
from shared.baking.choosing import Found
from shared.errors import DamagedImage, TooBig
from shared.model import Token
from shared.tokens import MAX_TOKEN_BYTES

SIGNATURE = b"\x89PNG\r\n\x1a\n"
MAX_PIXELS = 60_000_000
"""A phone photo has 12 to 50 million; ten bytes of header can claim 10^19."""
MAX_CHUNKS = 16_384
"""Picture data in pieces of 1 KiB, for the largest upload; walking costs time a chunk."""

KEYWORDS = {
    b"openbadgecredential": True,
    b"clrcredential": True,
    b"openbadges": False,
    b"openbadge": False,
}
"""Keyword of a badge chunk: whether it is of the newer kind. Letter case counts."""
KEYWORD_OF_VERSION = {
    "3.0": b"openbadgecredential",
    "clr-2.0": b"clrcredential",
    **dict.fromkeys(("2.1", "2.0", "1.1", "1.0", "0.5"), b"openbadges"),
}

KEPT = frozenset(
    b"IHDR PLTE IDAT IEND tRNS bKGD cHRM cICP gAMA hIST iCCP pHYs sBIT sPLT sRGB".split()
)
"""What a picture needs to look right; a place, a date, a name or a second frame is not in it."""

_DEPTHS = {0: {1, 2, 4, 8, 16}, 2: {8, 16}, 3: {1, 2, 4, 8}, 4: {8, 16}, 6: {8, 16}}
"""Bit depths allowed for each colour type."""


@dataclass(frozen=True, slots=True)
class Chunk:
    """One chunk whose checksum holds."""

    kind: bytes
    body: bytes


def unbake(image: bytes) -> Token | None:
    """
    Give the badge of a PNG, ``None`` when it holds none.

    Raises:
        DamagedImage: cut, damaged, out of order, or a badge chunk of the wrong form.
        TooBig: too many pixels or chunks, or more badge text than a badge has.
        TwoBadges: two different badges of one kind.
        MalformedToken, ForbiddenAddress: a badge chunk holds something else.
    """
    found: list[Found] = []
    notes: list[str] = []
    end = len(SIGNATURE)
    for chunk in chunks(image):
        end += 12 + len(chunk.body)
        keyword = chunk.body[:80].partition(b"\0")[0]
        if chunk.kind == b"acTL":
            notes.append(choosing.ANIMATED)
        if chunk.kind not in _TEXT_OF or keyword not in KEYWORDS:
            continue
        raw, packed = _TEXT_OF[chunk.kind](chunk.body[len(keyword) :])
        if packed:
            notes.append(choosing.PACKED)
        text = _decoded(raw, latin=chunk.kind != b"iTXt")
        if text.strip():
            found.append(choosing.found(text, container="png", newer=KEYWORDS[keyword]))
    if end < len(image):
        notes.append(choosing.AFTER_END)
    return choosing.choose(found, picture=image, notes=notes)


def bake(image: bytes, text: str, *, version: str) -> bytes:
    """
    Write a badge before the picture data, uncompressed and once.

    Only the chunks of ``KEPT`` are written again, byte for byte.

    Raises:
        DamagedImage, TooBig: the picture is not one to bake into.
    """
    keyword = KEYWORD_OF_VERSION[version]
    badge = _written(b"iTXt", keyword + b"\0\0\0\0\0" + text.encode("utf-8"))
    pieces, waiting = [SIGNATURE], True
    for chunk in chunks(image):
        if chunk.kind == b"IDAT" and waiting:
            pieces.append(badge)
            waiting = False
        if chunk.kind in KEPT:
            pieces.append(_written(chunk.kind, chunk.body))
    return b"".join(pieces)


def chunks(image: bytes) -> Iterator[Chunk]:
    """
    Walk over a PNG, up to and with its ``IEND``; every chunk is checked before it is given.

    Raises:
        DamagedImage: ``part`` is ``signature``, ``cut``, ``chunk``, ``checksum``,
            ``header`` or ``order``.
        TooBig: more than ``MAX_PIXELS`` or ``MAX_CHUNKS``.
    """
    if not image.startswith(SIGNATURE):
        raise DamagedImage(part="signature")
    order = _Order()
    at = len(SIGNATURE)
    for _ in range(MAX_CHUNKS):
        chunk = _chunk_at(image, at)
        order.next(chunk)
        yield chunk
        if chunk.kind == b"IEND":
            return
        at += 12 + len(chunk.body)
    raise TooBig(limit=MAX_CHUNKS, what="chunks")


def _chunk_at(image: bytes, at: int) -> Chunk:
    if at + 12 > len(image):
        raise DamagedImage(part="cut")
    length, kind = struct.unpack_from(">I4s", image, at)
    if not kind.isalpha():
        raise DamagedImage(part="chunk")
    end = at + 8 + length
    if end + 4 > len(image):
        raise DamagedImage(part="cut")
    (checksum,) = struct.unpack_from(">I", image, end)
    if zlib.crc32(memoryview(image)[at + 4 : end]) != checksum:
        raise DamagedImage(part="checksum")
    return Chunk(kind, image[at + 8 : end])


class _Order:
    """What was seen so far: header first, picture data in one run, then the end."""

    def __init__(self) -> None:
        self.before = b""
        self.pixels = False

    def next(self, chunk: Chunk) -> None:
        """Raises DamagedImage when the chunk may not stand here."""
        kind = chunk.kind
        if (kind == b"IHDR") != (self.before == b""):
            raise DamagedImage(part="order")
        if kind == b"IHDR":
            _check_header(chunk.body)
        if kind == b"PLTE" and self.pixels:
            raise DamagedImage(part="order")
        if kind == b"IDAT":
            if self.pixels and self.before != b"IDAT":
                raise DamagedImage(part="order")
            self.pixels = True
        if kind == b"IEND" and (chunk.body or not self.pixels):
            raise DamagedImage(part="order")
        self.before = kind


def _check_header(body: bytes) -> None:
    if len(body) != 13:
        raise DamagedImage(part="header")
    width, height, depth, colour, packing, filtering, interlace = struct.unpack(">IIBBBBB", body)
    sound = (
        0 < width < 2**31
        and 0 < height < 2**31
        and depth in _DEPTHS.get(colour, ())
        and packing == filtering == 0
        and interlace in {0, 1}
    )
    if not sound:
        raise DamagedImage(part="header")
    if width * height > MAX_PIXELS:
        raise TooBig(limit=MAX_PIXELS, what="pixels")


def _written(kind: bytes, body: bytes) -> bytes:
    return struct.pack(">I", len(body)) + kind + body + struct.pack(">I", zlib.crc32(kind + body))


# ---------------------------------------------------------------- the text of a chunk
#
# Each reader takes what follows the keyword and gives (text bytes, whether it was packed).


def _of_text(rest: bytes) -> tuple[bytes, bool]:
    if rest[:1] != b"\0":
        raise DamagedImage(part="badge")
    return rest[1:], False


def _of_ztxt(rest: bytes) -> tuple[bytes, bool]:
    if rest[:2] != b"\0\0":
        raise DamagedImage(part="badge")
    return _inflated(rest[2:]), True


def _of_itxt(rest: bytes) -> tuple[bytes, bool]:
    flag, method = rest[1:2], rest[2:3]
    after = rest[3:].split(b"\0", 2)
    if rest[:1] != b"\0" or flag not in {b"\0", b"\1"} or method != b"\0" or len(after) != 3:
        raise DamagedImage(part="badge")
    return (_inflated(after[2]), True) if flag == b"\1" else (after[2], False)


_TEXT_OF = {b"tEXt": _of_text, b"zTXt": _of_ztxt, b"iTXt": _of_itxt}


def _inflated(packed: bytes) -> bytes:
    inflater = zlib.decompressobj()
    try:
        raw = inflater.decompress(packed, MAX_TOKEN_BYTES + 1)
    except zlib.error as error:
        raise DamagedImage(part="badge") from error
    if len(raw) > MAX_TOKEN_BYTES:
        raise TooBig(limit=MAX_TOKEN_BYTES, what="badge")
    if not inflater.eof:
        raise DamagedImage(part="badge")
    return raw


def _decoded(raw: bytes, *, latin: bool) -> str:
    """UTF-8, in tEXt and zTXt too when it is; else Latin-1, which is what these two hold."""
    if len(raw) > MAX_TOKEN_BYTES:
        raise TooBig(limit=MAX_TOKEN_BYTES, what="badge")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        if not latin:
            raise DamagedImage(part="badge") from error
        return raw.decode("latin-1")
