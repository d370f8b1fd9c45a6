"""
Put a badge into a picture, take it out; the first bytes say which kind of picture.

Pixels are never decoded here.
"""

from shared.baking import png, svg
from shared.baking.cleaning import clean_svg
from shared.errors import NoBadgeInImage, TooBig, UnsafeJson
from shared.model import Token, TokenKind
from shared.tokens import MAX_TOKEN_BYTES, token_of

MAX_PICTURE_BYTES = 10 * 1024 * 1024
"""The limit of an upload, here too: a badge is also baked into pictures of others."""


def bake(image: bytes, credential: str, *, version: str = "3.0") -> bytes:
    """
    Put a credential into a PNG or an SVG, in place of any badge it held.

    What could tell where or by whom the picture was made does not come along, nor
    anything behind its end.

    Args:
        image: bytes of a PNG or an SVG.
        credential: JSON text, a compact JWS, or (OB 1/2) the address of the assertion.
        version: of Open Badges, one of ``png.KEYWORD_OF_VERSION``; ``clr-2.0`` for a
            learner record.

    Returns:
        The picture; ``unbake`` gives the same text back, letter for letter.

    Raises:
        DamagedImage, TooBig, UnsafeSvg: the picture is not one to bake into.
        UnknownKind, MalformedToken, ForbiddenAddress: the credential is none of the three.
        UnsafeJson: the text cannot be written as UTF-8.
    """
    try:
        size = len(credential.encode("utf-8"))
    except UnicodeEncodeError as error:
        raise UnsafeJson(why="text") from error
    if size > MAX_TOKEN_BYTES:
        raise TooBig(limit=MAX_TOKEN_BYTES, what="badge")
    kind = token_of(credential, container="text").kind
    text = credential if kind is TokenKind.JSON else credential.strip()
    if _is_png(image):
        return png.bake(image, text, version=version)
    return svg.bake(image, text, kind=kind, version=version)


def unbake(image: bytes) -> tuple[Token, ...]:
    """
    Take out the badge of a PNG or an SVG, then the older ones found beside it.

    Raises:
        NoBadgeInImage: a sound picture that holds none.
        TwoBadges: it holds two different badges of one kind.
        DamagedImage, TooBig, UnsafeSvg: the picture is not read.
        UnknownKind: neither a PNG nor an SVG.
        MalformedToken, ForbiddenAddress: what it holds is no badge.
    """
    baked = png.unbake(image) if _is_png(image) else svg.unbake(image)
    if baked is None:
        raise NoBadgeInImage
    return (baked, *baked.rivals)


def _is_png(image: bytes) -> bool:
    if len(image) > MAX_PICTURE_BYTES:
        raise TooBig(limit=MAX_PICTURE_BYTES, what="file")
    return image.startswith(png.SIGNATURE)


__all__ = ["bake", "clean_svg", "unbake"]
