"""
Is this badge about this e-mail address, this name, this DID?

Badges name their person by a text, often hashed so that nobody can read it.  The
person is asked who they are, and the answer is compared; it is never kept.

Sources: Open Badges 3.0 §"IdentityObject", Open Badges 2.0 §"IdentityObject" (the hash is
of the text followed by the salt); several spellings are tried, as Open Badge Passport does.
"""

import hashlib
import hmac
import re
import unicodedata
from collections.abc import Callable, Iterable
from typing import Any

from shared.model import IdentityObject

MAX_CLAIM_LETTERS = 2048
"""The longest DID we resolve; names and addresses are far shorter."""

_HASHED = re.compile(r"(?:(sha256)\$([0-9a-fA-F]{64})|(md5)\$([0-9a-fA-F]{32}))\Z")
_HASHES: dict[str, Callable[[bytes], Any]] = {
    "sha256": hashlib.sha256,
    # Weak, and still on badges of Open Badges 1: it only keeps a name from being read.
    "md5": lambda text: hashlib.md5(text, usedforsecurity=False),
}
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+\Z")
_DID = re.compile(r"did:[a-z0-9]+:.+\Z")
_WEB = re.compile(r"(?i:https?)://\S+\Z")
_TELEPHONE = re.compile(r"(?:tel:)?\+?[0-9][0-9 .()-]{4,}\Z")

_KINDS = {
    "emailaddress": "email",
    "email": "email",
    "name": "name",
    "did": "did",
    "url": "url",
    "telephone": "telephone",
    "phone": "telephone",
}
"""What an ``identityType`` (OB 3.0) or a ``type`` (OB 2.0) is compared as; any other
(``identifier``, ``systemId``...) says nothing of what its text looks like."""

_PLAIN_TO_SEE = frozenset({"did", "email", "url"})
"""Kinds that a text shows by its form; a number may be a telephone's or a file's."""

_SAME_SIGN = str.maketrans({"\u2019": "'", "\u02bc": "'", "\u2010": "-", "\u2011": "-"})
"""Apostrophes and hyphens that telephones write and keyboards do not."""


def matches(identity: IdentityObject, claimed: str) -> bool | None:
    """
    Whether a badge's identity is the one claimed.

    Args:
        identity: from the badge.
        claimed: what the person, or whoever asks about them, typed: an e-mail address,
            a DID, a web address, a telephone number or a name.

    Returns:
        ``True`` or ``False``; ``None`` when the two are of different kinds, or hashed in a
        way that this program does not know: nothing follows from it.
    """
    typed = claimed.strip()
    if not typed or len(claimed) > MAX_CLAIM_LETTERS:
        return None
    asked, declared = kind_of(typed), _KINDS.get(identity.type.lower())
    if declared is None and not identity.hashed and asked in _PLAIN_TO_SEE:
        declared = kind_of(identity.value)
    if declared not in (None, asked):
        return None
    spellings = _spellings(asked, claimed)
    if not identity.hashed:
        same = _same(spellings, _spellings(asked, identity.value))
    elif found := _HASHED.match(identity.value.strip()):
        digest = _HASHES[found[1] or found[3]]
        salt = identity.salt or ""
        hashes = (digest(_bytes(text + salt)).hexdigest() for text in spellings)
        same = _same(hashes, ((found[2] or found[4]).lower(),))
    else:
        return None
    # Of a text of unknown kind only sameness says something.
    return same if same or declared else None


def is_weak(identity: IdentityObject) -> bool:
    """Whether the person is hidden by a hash that is broken (md5), worth a warning."""
    return identity.hashed and identity.value.strip().startswith("md5$")


def kind_of(typed: str) -> str:
    """``email``, ``did``, ``url``, ``telephone`` or ``name``: what a typed text looks like."""
    typed = typed.strip()
    for kind, form in (("did", _DID), ("url", _WEB), ("email", _EMAIL), ("telephone", _TELEPHONE)):
        if form.match(typed):
            return kind
    return "name"


def hashed_name(name: str, *, salt: str) -> dict[str, Any]:
    """
    The OB 3.0 ``IdentityObject`` of a person known by name only.

    Args:
        name: as people write it; hashed in the form of ``name_form``.
        salt: random, of this badge only, so that two badges do not tell they are one person's.

    Raises:
        ValueError: a name without letters, or no salt.
    """
    form = name_form(name)
    if not form or not salt:
        raise ValueError("a name and a salt are needed")
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": "sha256$" + hashlib.sha256(_bytes(form + salt)).hexdigest(),
        "identityType": "name",
        "salt": salt,
    }


def name_form(name: str) -> str:
    """
    The one form of a name: no accents, no case, no order of words.

    ``Élodie MARTIN`` and ``martin elodie`` are one person at a counter.
    """
    plain = unicodedata.normalize("NFKD", name).translate(_SAME_SIGN)
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return " ".join(sorted(bare.casefold().split()))


def _spellings(kind: str, text: str) -> tuple[str, ...]:
    """The ways a text may have been written when it was hashed, the likeliest first."""
    bare = text.strip()
    found = [text, bare]
    if kind == "email":
        local, _, host = bare.rpartition("@")
        capitals = re.sub(r"[^\W\d_]+", lambda word: word[0].capitalize(), local.lower())
        found += [bare.lower(), bare.upper(), bare.capitalize(), f"{capitals}@{host.lower()}"]
        found += ["mailto:" + bare, "mailto:" + bare.lower()]
    elif kind == "name":
        found = [name_form(bare), name_form(re.sub(r"[\W_]+", " ", bare)), *found]
    elif kind == "url":
        found += [bare.rstrip("/"), bare.rstrip("/") + "/"]
    elif kind == "telephone":
        digits = re.sub(r"[^0-9+]", "", bare)
        found += [digits, "tel:" + digits]
        if re.fullmatch(r"0[1-9][0-9]{8}", digits):
            found += ["+33" + digits[1:], "tel:+33" + digits[1:]]
    return tuple(dict.fromkeys(spelling for spelling in found if spelling))


def _same(some: Iterable[str], others: Iterable[str]) -> bool:
    """Whether a text is in both; every pair is compared, each in constant time."""
    expected = [_bytes(text) for text in others]
    same = False
    for text in some:
        for other in expected:
            same |= hmac.compare_digest(_bytes(text), other)
    return same


def _bytes(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")
