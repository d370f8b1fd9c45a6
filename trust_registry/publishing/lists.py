"""
A list of withdrawn badges that is published again forgets none of them.

Somebody who withdraws without the network may start from an old copy of the list; published
as it is, that list would give back badges that were withdrawn since.
"""

from shared import strict_json
from shared.errors import BadgeError
from shared.model import Json
from shared.multibase import base64url_decode
from shared.status.bits import GZIP, inflate

FOR_GOOD = "revocation"
"""A badge on pause may come back; one that was withdrawn never does."""


def forgets(before: bytes, after: bytes) -> bool:
    """
    Whether a badge withdrawn in one list is not withdrawn in the next.

    Lists of another form, and lists of badges on pause, forget nothing.
    """
    old, new = _bits(before), _bits(after)
    if old is None:
        return False
    new = (new or b"").ljust(len(old), b"\0")
    return any(was & ~now for was, now in zip(old, new, strict=False))


def _bits(signed: bytes) -> bytes | None:
    """The bits of a list of withdrawn badges; ``None``: it is none, or cannot be read."""
    try:
        subject = _subject(strict_json.load_object(signed))
        packed = subject.get("encodedList")
        if subject.get("statusPurpose") != FOR_GOOD or not isinstance(packed, str):
            return None
        return inflate(base64url_decode(packed.removeprefix("u")), wrapping=GZIP)
    except (BadgeError, ValueError):
        return None


def _subject(document: Json) -> Json:
    subject = document.get("credentialSubject")
    return subject if isinstance(subject, dict) else {}
