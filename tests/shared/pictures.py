"""Small pictures, byte by byte, with badges in them, well made or not."""

import json
import struct
import zlib

SIGNATURE = b"\x89PNG\r\n\x1a\n"
BADGE = json.dumps(
    {
        "@context": ["https://www.w3.org/ns/credentials/v2"],
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": "Premiers pas avec une adresse mél",
    },
    ensure_ascii=False,
)
OTHER_BADGE = BADGE.replace("Premiers pas", "Deuxièmes pas")
ASSERTION = json.dumps({"id": "https://badges.example/a/1", "type": "Assertion", "badge": "x"})
ADDRESS = "https://badges.example/v1/assertion/f7f5.json"
TOKEN = "eyJhbGciOiJFZERTQSJ9.eyJpc3MiOiJ4In0.c2lnbmF0dXJl"

OB3 = "https://purl.imsglobal.org/ob/v3p0"
OB2 = "http://openbadges.org"
CLR2 = "https://purl.imsglobal.org/clr/v2p0"


def chunk(kind: bytes, body: bytes = b"", *, checksum: int | None = None) -> bytes:
    right = zlib.crc32(kind + body)
    return (
        struct.pack(">I", len(body))
        + kind
        + body
        + struct.pack(">I", right if checksum is None else checksum)
    )


def header(width=4, height=4, depth=8, colour=2, packing=0, filtering=0, interlace=0) -> bytes:
    body = struct.pack(">IIBBBBB", width, height, depth, colour, packing, filtering, interlace)
    return chunk(b"IHDR", body)


PIXELS = chunk(b"IDAT", zlib.compress((b"\0" + b"\x40\x80\xc0" * 4) * 4))
END = chunk(b"IEND")


def png(*chunks: bytes, head: bytes | None = None, pixels: bytes = PIXELS, tail: bytes = END):
    return SIGNATURE + (header() if head is None else head) + b"".join(chunks) + pixels + tail


def itxt(text: str | bytes, keyword: bytes = b"openbadgecredential", *, packed: bool = False):
    raw = text.encode() if isinstance(text, str) else text
    flag = b"\1\0" if packed else b"\0\0"
    return chunk(
        b"iTXt", keyword + b"\0" + flag + b"\0\0" + (zlib.compress(raw) if packed else raw)
    )


def text_chunk(text: str | bytes, keyword: bytes = b"openbadges") -> bytes:
    return chunk(b"tEXt", keyword + b"\0" + (text.encode() if isinstance(text, str) else text))


def ztxt(text: str, keyword: bytes = b"openbadges") -> bytes:
    return chunk(b"zTXt", keyword + b"\0\0" + zlib.compress(text.encode()))


def element(body="", *, verify: str | None = None, name="credential", namespace=OB3) -> str:
    attribute = "" if verify is None else f' verify="{verify}"'
    return f'<ob:{name} xmlns:ob="{namespace}"{attribute}>{body}</ob:{name}>'


def cdata(text: str) -> str:
    return f"<![CDATA[{text}]]>"


def svg(*inside: str, before: str = "", attributes: str = "") -> bytes:
    return (
        f'{before}<svg xmlns="http://www.w3.org/2000/svg" '
        f'xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 9 9" {attributes}>'
        f'{"".join(inside)}<circle cx="4" cy="4" r="3" fill="#27c"/></svg>'
    ).encode()
