"""
Are two pictures the same picture, whatever badge is baked into either?

The same bytes once the badge is taken away are the same picture; else their pixels are
compared, in the child process that decodes pictures, so that a copy which was resized or
saved again is still known.
"""

import base64
import re
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import unquote_to_bytes

from shared import scanning
from shared.baking import clean_svg, png
from shared.errors import ImageKindNotTaken, TooBig
from shared.tokens import MAX_TOKEN_BYTES

MAX_MEAN = 9
MAX_PART = 20
"""
Of 255: how much a copy may differ, as a whole and in its most different part.

Measured on the fifteen pictures of the catalogue: saved as a JPEG of quality 20, resized to a
quarter or doubled, a copy stays below 7 and 11; two different pictures of the same hand are at
least 12 and 37 apart.
"""

_DATA = re.compile(r"data:image/[a-z0-9.+-]+(?:;[a-z]+=[\w-]+)*(;base64)?,(.*)\Z", re.DOTALL)


class Match(StrEnum):
    """What the comparison of two pictures comes to."""

    SAME = "same"
    ALIKE = "alike"
    """The same to the eye: resized, or saved again."""
    DIFFERENT = "different"


@dataclass(frozen=True, slots=True, kw_only=True)
class Comparison:
    """How two pictures compare."""

    match: Match
    distance: int = 0
    """Mean difference, from 0 to 255."""
    shown: tuple[bytes, bytes] | None = None
    """Both drawn again as small PNG, to be seen side by side; ``None``: the same."""


def compare(one: bytes, other: bytes) -> Comparison:
    """
    Compare two pictures.

    Raises:
        ImageKindNotTaken, DamagedImage, TooBig, UnsafeSvg, ScannerMissing: one of them cannot
            be looked at.
    """
    if one == other or bare(one) == bare(other):
        return Comparison(match=Match.SAME)
    drawable = [_drawable(picture) for picture in (one, other)]
    (first, kind), (second, other_kind) = drawable
    found = scanning.likeness(first, second, kinds=(kind, other_kind))
    if found.same:
        return Comparison(match=Match.SAME)
    alike = found.mean <= MAX_MEAN and found.most <= MAX_PART
    return Comparison(
        match=Match.ALIKE if alike else Match.DIFFERENT,
        distance=found.mean,
        shown=found.shown,
    )


def bare(picture: bytes) -> bytes:
    """
    The bytes of a picture without the badge in it; of other kinds than PNG, as they are.

    Raises:
        DamagedImage, TooBig: as ``png.chunks``.
    """
    if not picture.startswith(png.SIGNATURE):
        return picture
    kept = (one for one in png.chunks(picture) if one.kind in png.KEPT)
    return b"".join(one.kind + len(one.body).to_bytes(4, "big") + one.body for one in kept)


def packed(address: str) -> bytes | None:
    """
    The picture that a ``data:`` address holds; ``None``: another kind of address.

    Raises:
        ImageKindNotTaken: it holds something else than a picture, or is not well written.
        TooBig: more than a badge may be.
    """
    if not address.startswith("data:"):
        return None
    if len(address) > MAX_TOKEN_BYTES:
        raise TooBig(limit=MAX_TOKEN_BYTES, what="picture")
    found = _DATA.match(address)
    if found is None:
        raise ImageKindNotTaken(kind="data")
    try:
        return base64.b64decode(found[2], validate=True) if found[1] else unquote_to_bytes(found[2])
    except ValueError as error:
        raise ImageKindNotTaken(kind="data") from error


def _drawable(picture: bytes) -> tuple[bytes, str]:
    """A picture as the child process takes it, and its kind."""
    kind = scanning.photo_kind(picture)
    if kind is not None:
        return picture, kind
    if picture.lstrip()[:1] == b"<" or picture.startswith(b"\xef\xbb\xbf"):
        return clean_svg(picture), "SVG"
    raise ImageKindNotTaken(kind="other")
