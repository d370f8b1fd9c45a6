"""
The only door for anything received: bytes in, a token out, nothing fetched.

What a file is, its first bytes say; its name is never asked for.
"""

import base64
from contextlib import suppress
from urllib.parse import unquote_to_bytes

from shared import packing, page_to_show, scanning
from shared.baking import pdf, png, svg
from shared.errors import (
    EmptyInput,
    ForbiddenAddress,
    ImageKindNotTaken,
    MalformedToken,
    NoBadgeInImage,
    NoBadgeInPdf,
    PackedFiles,
    QrIsNoBadge,
    TooBig,
    TwoBadges,
    UnknownKind,
    UnsafeJson,
)
from shared.model import Token, TokenKind
from shared.several import tokens_in
from shared.tokens import token_of

MAX_UPLOAD_BYTES = 10 * 1024 * 1024
"""Enough for the photo of a phone (design, point 14)."""

PACKED = (b"PK\x03\x04", b"PK\x05\x06", b"\x1f\x8b", b"7z\xbc\xaf", b"Rar!", b"BZh", b"\xfd7zXZ")
OTHER_IMAGES = {
    b"GIF8": "GIF",
    b"BM": "BMP",
    b"II*\0": "TIFF",
    b"MM\0*": "TIFF",
    b"\0\0\1\0": "ICO",
    b"\xff\x0a": "JPEG XL",
    b"\0\0\0\x0cJXL ": "JPEG XL",
}
PDF_MARK = b"%PDF-"

_INLINE = b"data:"
_SPACES = b" \t\r\n\x0c"
_UTF8_MARK = b"\xef\xbb\xbf"
_UTF16_MARKS = (b"\xff\xfe", b"\xfe\xff")
_UTF16_TAGS = (b"\xff\xfe<\0", b"\xfe\xff\0<")


def read(received: bytes) -> Token:
    """
    Find the badge in what somebody gives us.

    Taken: PNG and SVG with a badge inside; PNG, JPEG, WebP, HEIC, AVIF and PDF showing a
    QR code; PDF with a badge inside; a page that carries signed badges along; the JSON of a
    badge; a compact JWS; a web address.

    Raises:
        EmptyInput: nothing, or spaces only.
        TooBig: more than ``MAX_UPLOAD_BYTES``, or more inside than a badge needs.
        NoBadgeInImage, NoBadgeInPdf, QrIsNoBadge: a sound file, and no badge in it.
        TwoBadges: two different ones in one picture; they should come one at a time.
        WebPage, PackedFiles, ImageKindNotTaken, UnknownKind: another kind of file.
        DamagedImage, UnsafeSvg, UnsafeJson, MalformedToken, ForbiddenAddress,
        LockedPdf, ScannerMissing: as their names say.
    """
    tokens = read_each(received)
    if len(tokens) > 1:
        raise TwoBadges
    return tokens[0]


def read_each(received: bytes) -> tuple[Token, ...]:
    """
    Find every badge of a picture, a PDF or a list in JSON that holds several; else as ``read``.

    A badge in full counts before an address: a printed badge also names a web site.

    Returns:
        One token a badge, at least one; each is to be judged on its own.

    Raises:
        As ``read``; TwoBadges only for two different badges baked into one picture.
    """
    if len(received) > MAX_UPLOAD_BYTES:
        raise TooBig(limit=MAX_UPLOAD_BYTES, what="file")
    if not received.strip(_SPACES + b"\0"):
        raise EmptyInput
    if received.startswith(png.SIGNATURE):
        baked = png.unbake(received)
        return (baked,) if baked else _from_codes(scanning.codes(received))
    if scanning.photo_kind(received):
        return _from_codes(scanning.codes(received))
    if PDF_MARK in received[:1024]:
        return _from_pdf(received)
    for first, kind in OTHER_IMAGES.items():
        if received.startswith(first):
            raise ImageKindNotTaken(kind=kind)
    if received.startswith(PACKED):
        raise PackedFiles
    if received[:256].lstrip(_SPACES)[: len(_INLINE)].lower() == _INLINE:
        return read_each(_in_address(received))
    token = _from_text(received)
    return tokens_in(token) if token.kind is TokenKind.JSON else (token,)


def _in_address(received: bytes) -> bytes:
    """
    The file that a ``data:`` address is: what "copy the address of the picture" may give.

    Raises:
        ForbiddenAddress: it holds no file, or another such address.

    Source: RFC 2397.
    """
    told, comma, body = received.strip(_SPACES).partition(b",")
    try:
        if told.lower().endswith(b";base64"):
            inside = base64.b64decode(unquote_to_bytes(body), validate=True)
        else:
            inside = unquote_to_bytes(body)
    except ValueError as error:
        raise ForbiddenAddress(scheme="data") from error
    if not comma or inside.lstrip(_SPACES)[: len(_INLINE)].lower() == _INLINE:
        raise ForbiddenAddress(scheme="data")
    return inside


def _from_text(received: bytes) -> Token:
    begin = received[:256].removeprefix(_UTF8_MARK).lstrip(_SPACES)
    if begin.startswith(b"<") or received.startswith(_UTF16_TAGS):
        token = page_to_show.carried(received) or svg.unbake(received)
        if token is None:
            raise NoBadgeInImage
        return token
    try:
        text = received.decode("utf-8")
    except UnicodeDecodeError as error:
        if received.startswith(_UTF16_MARKS):
            raise UnsafeJson(why="text") from error
        raise UnknownKind from error
    token = token_of(text, container="text")
    container = {TokenKind.JSON: "json", TokenKind.JWS: "jwt", TokenKind.URL: "url"}[token.kind]
    return token_of(text, container=container)


def _from_codes(texts: tuple[str, ...]) -> tuple[Token, ...]:
    """
    The badges among the texts of the QR codes of one picture.

    Raises:
        NoBadgeInImage: no QR code at all.
        QrIsNoBadge: codes that hold something else.
    """
    if not texts:
        raise NoBadgeInImage
    tokens: dict[str, Token] = {}
    for text in texts:
        with suppress(UnknownKind, MalformedToken, ForbiddenAddress, TooBig):
            whole = packing.unpack(text) if packing.is_packed(text) else text
            token = token_of(whole, container="qr")
            tokens[token.text] = token
    if not tokens:
        raise QrIsNoBadge
    in_full = [token for token in tokens.values() if token.kind is not TokenKind.URL]
    return tuple(in_full or tokens.values())


def _from_pdf(received: bytes) -> tuple[Token, ...]:
    seen = scanning.pdf(received)
    token = pdf.unbake(received, entries=seen.entries)
    if token is not None:
        return (token,)
    if not seen.codes:
        raise NoBadgeInPdf
    return _from_codes(seen.codes)
