"""The square that *is* the badge: its whole signed text, to be read by a camera, offline."""

import io
from dataclasses import dataclass

import segno

from shared import packing
from shared.errors import TooBig
from shared.model import Token
from wallet.sharing.errors import TooBigForPaper

QUIET = 4
"""Empty modules around it (ISO/IEC 18004 §5.3.8)."""
_LEVELS = ("m", "l")
"""Of correction: the better one, unless the badge is too long for it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Square:
    """A QR code, drawn."""

    svg: str
    modules: int
    """Along one side, with the quiet ones: what sets how large it must be printed."""


def square_of(token: Token, *, badge: str) -> Square:
    """
    Draw the square that holds a badge.

    Args:
        token: the text of the badge.
        badge: its identifier, for the error.

    Raises:
        TooBigForPaper: no square can hold it.
    """
    try:
        packed = packing.pack(token.text)
    except TooBig as error:
        raise TooBigForPaper(badge=badge) from error
    for level in _LEVELS:
        try:
            drawn = segno.make(packed, error=level, boost_error=False, micro=False)
        except segno.DataOverflowError:
            continue
        svg = io.BytesIO()
        drawn.save(svg, kind="svg", border=QUIET, omitsize=True, xmldecl=False)
        modules = len(drawn.matrix) + 2 * QUIET
        return Square(svg=svg.getvalue().decode(), modules=modules)
    raise TooBigForPaper(badge=badge)
