"""
A badge in full as the text of a QR code: deflated with a list of usual terms, in base45.

The text comes back letter for letter, so that its signature still holds.  The letters used are
those that a QR code writes most densely.  A badge of 3 kB fits a square of five centimetres.

Sources: RFC 1951; RFC 1950 §2.2 (preset dictionary); RFC 9285 (base45); ISO/IEC 18004
(alphanumeric mode).
"""

import zlib

from shared.errors import MalformedToken, TooBig
from shared.tokens import MAX_TOKEN_BYTES

MARK = "OBQ1:"
"""First letters of the text: what it is, and with which list of terms."""
ALPHABET = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ $%*+-./:"
"""Of base45: each sign of the alphanumeric mode, in its order (RFC 9285 §4.2)."""
MAX_PACKED_LETTERS = 4296
"""No QR code holds more letters of its alphanumeric mode (ISO/IEC 18004, version 40-L)."""

_VALUE = {letter: value for value, letter in enumerate(ALPHABET)}
_RAW = -zlib.MAX_WBITS
_CONTEXTS = (
    '"https://www.w3.org/ns/credentials/v2"',
    '"https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json"',
)
_TERMS = (
    '"evidence":[{"type":["Evidence"],"narrative":"', '","genre":"', '"email":"', '"url":"',
    '"validUntil":"', '"identityType":"emailAddress"', '"image":{"id":"https://',
    '.png","type":"Image","caption":"', '"tag":["',
    '"alignment":[{"type":["Alignment"],"targetName":"',
    '","targetUrl":"https://publications.jrc.ec.europa.eu/repository/handle/JRC128415"',
    ',"targetFramework":"DigComp 2.2","targetType":"ext:DigCompCompetence","targetCode":"',
    '"},{"type":["Alignment"],"targetName":"', '","targetType":"CTDL","type":["Alignment"]',
    '"criteria":{"id":"https://', '"criteria":{"narrative":"', '"},"image":{"id":"https://',
    '"inLanguage":"fr","humanCode":"', '"inLanguage":"en"', '","name":"', '","description":"',
    '"achievementType":"Badge",', '"achievementType":"Competency"',
    '"achievement":{"id":"https://', '","type":["Achievement"],', '"narrative":"',
    '"source":{"id":"did:key:z6Mk', '","type":["Profile"]}', '"identifier":[{',
    '"type":"IdentityObject","hashed":true,"identityHash":"sha256$',
    '","identityType":"name","salt":"', '"credentialSubject":{"type":["AchievementSubject"],',
    '"credentialSubject":{"id":"did:key:z6Mk', '"credentialSchema":[{"id":"https://purl.imsglobal',
    '.org/spec/ob/v3p0/schema/json/ob_v3p0_achievementcredential_schema.json"',
    '"type":"1EdTechJsonSchemaValidator2019"', 'T00:00:00Z","awardedDate":"',
    '"credentialStatus":{"id":"https://', '","type":"BitstringStatusListEntry"',
    ',"statusPurpose":"revocation","statusListIndex":"', '","statusListCredential":"https://',
    '.json"},"proof":{"type":"DataIntegrityProof","cryptosuite":"eddsa-rdfc-2022","created":"20',
    'Z","verificationMethod":"did:web:', '","proofPurpose":"assertionMethod","proofValue":"z',
    "{" + '"@context":[' + ",".join(_CONTEXTS) + '],"id":"urn:uuid:',
    '","type":["VerifiableCredential","OpenBadgeCredential"],"name":"',
    '","issuer":{"id":"did:web:', '","type":["Profile"],"name":"', '"},"validFrom":"20',
)  # fmt: skip
_LIST = "".join(_TERMS).encode()


def pack(text: str) -> str:
    """
    Write the text of a badge as that of a QR code.

    Raises:
        TooBig: no QR code can hold it.
    """
    deflate = zlib.compressobj(9, zlib.DEFLATED, _RAW, zlib.DEF_MEM_LEVEL, zdict=_LIST)
    packed = MARK + _base45(deflate.compress(text.encode()) + deflate.flush())
    if len(packed) > MAX_PACKED_LETTERS:
        raise TooBig(limit=MAX_PACKED_LETTERS, what="code")
    return packed


def is_packed(text: str) -> bool:
    """Whether the text of a QR code says to be one of these."""
    return text.startswith(MARK)


def unpack(packed: str) -> str:
    """
    Give the text of the badge back, letter for letter.

    Raises:
        MalformedToken: not written as above, to the last letter.
        TooBig: more letters than a QR code has, or a badge of more than ``MAX_TOKEN_BYTES``.
    """
    if len(packed) > MAX_PACKED_LETTERS:
        raise TooBig(limit=MAX_PACKED_LETTERS, what="code")
    if not is_packed(packed):
        raise MalformedToken(why="form")
    inflate = zlib.decompressobj(_RAW, zdict=_LIST)
    try:
        text = inflate.decompress(_bytes(packed.removeprefix(MARK)), MAX_TOKEN_BYTES + 1)
        if len(text) > MAX_TOKEN_BYTES:
            raise TooBig(limit=MAX_TOKEN_BYTES, what="badge")
        if not inflate.eof or inflate.unused_data:
            raise MalformedToken(why="form")
        return text.decode("utf-8")
    except (zlib.error, ValueError) as error:
        raise MalformedToken(why="form") from error


def _base45(raw: bytes) -> str:
    """Two bytes are three letters, the lowest first; one byte left alone is two."""
    written = []
    for at in range(0, len(raw), 2):
        pair = raw[at : at + 2]
        value = int.from_bytes(pair)
        for _ in range(len(pair) + 1):
            value, digit = divmod(value, len(ALPHABET))
            written.append(ALPHABET[digit])
    return "".join(written)


def _bytes(text: str) -> bytes:
    """
    Read base45.

    Raises:
        ValueError: a foreign letter, a letter left alone, a number that no byte holds.
    """
    read = bytearray()
    for at in range(0, len(text), 3):
        letters = text[at : at + 3]
        if len(letters) == 1 or not set(letters) <= _VALUE.keys():
            raise ValueError(letters)
        value = sum(_VALUE[one] * len(ALPHABET) ** place for place, one in enumerate(letters))
        read += _fitting(value, len(letters) - 1)
    return bytes(read)


def _fitting(value: int, length: int) -> bytes:
    try:
        return value.to_bytes(length)
    except OverflowError as error:
        raise ValueError(value) from error
