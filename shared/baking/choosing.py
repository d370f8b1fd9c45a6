"""
Which badge of a picture is judged, when more than one text was found in it.

Two different badges of one kind are never chosen between: the standard allows one,
and programs disagree on which of two they take.

Source: OB 3.0 §"Baking", "MUST NOT" appear twice; the design's point 5.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from shared.errors import DamagedImage, TwoBadges, UnknownKind
from shared.model import Token
from shared.tokens import token_of

CHUNK_TWICE = "read.chunk-twice"
AFTER_END = "read.after-end"
PACKED = "read.packed"
ANIMATED = "read.animated"
BODY_IGNORED = "read.body-ignored"


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """One badge text of a picture, with where it stood."""

    token: Token
    newer: bool
    """Whether it stood where OB 3.0 or CLR 2.0 badges stand; else where older ones do."""


def found(text: str, *, container: str, newer: bool) -> Found:
    """
    One text that stands where badges stand.

    Raises:
        DamagedImage: ``part`` is ``badge``: neither JSON, nor a token, nor an address.
        TooBig, MalformedToken, ForbiddenAddress: as ``token_of``.
    """
    try:
        return Found(token=token_of(text, container=container), newer=newer)
    except UnknownKind as error:
        raise DamagedImage(part="badge") from error


def choose(
    everything: Sequence[Found], *, picture: bytes | None, notes: Iterable[str] = ()
) -> Token | None:
    """
    Give the badge to judge, with the older one beside it in ``rivals``.

    Args:
        everything: the badge texts, in the order of the file.
        picture: bytes of the whole image, if it is one to show.
        notes: codes worth a warning, found on the way.

    Returns:
        ``None`` when nothing was found.

    Raises:
        TwoBadges: two different texts of the newer kind, or of the older.
    """
    if not everything:
        return None
    newer = _distinct(one.token for one in everything if one.newer)
    older = _distinct(one.token for one in everything if not one.newer)
    if len(newer) > 1 or len(older) > 1:
        raise TwoBadges
    chosen = (newer or older)[0]
    rivals = tuple(token for token in older if token.text != chosen.text) if newer else ()
    said = list(notes)
    if len(everything) > 1 + len(rivals):
        said.append(CHUNK_TWICE)
    return replace(chosen, picture=picture, notes=tuple(dict.fromkeys(said)), rivals=rivals)


def _distinct(tokens: Iterable[Token]) -> list[Token]:
    return list({token.text: token for token in tokens}.values())
