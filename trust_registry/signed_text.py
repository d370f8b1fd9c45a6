"""
The text that the signature of a recognition is over, without reading JSON-LD each time.

A network holds thousands of recognitions of one closed form, and reading each as JSON-LD
takes most of the time in which a list is opened.  The text of each form is made once, by
the same code as for any credential, with marks in the place of what varies; after that only
the marks are filled in.  Whatever is not exactly of that form is left to the general way.
"""

import hashlib
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from shared.canonical.jsonld import canonical_forms
from shared.canonical.quads import literal
from shared.model import Json

_PLAIN_IRI = re.compile(r"(?:https://|did:|urn:)[A-Za-z0-9._~:/?#@!$&'()*+,;=%-]+", re.ASCII)
"""What JSON-LD takes as it is: no prefix of a context, nothing to complete or to escape."""
_MARK = re.compile(r"urn:mark:([a-z]+)|mark-([a-z]+)")
_PROOF_MEMBERS = frozenset(
    {"type", "cryptosuite", "created", "verificationMethod", "proofPurpose", "proofValue"}
)
_OPTIONAL = ("name", "validUntil", "endorsementComment")

Form = tuple[tuple[str, ...], ...]
"""Lines, each in pieces: text, then a mark, then text, and so on."""


def signed_message(document: Json, proof: Mapping[str, Any]) -> bytes | None:
    """
    What an ``eddsa-rdfc-2022`` signature of a recognition is over.

    Args:
        document: a recognition whose members were checked (``recognitions.read``).
        proof: its proof.

    Returns:
        ``None``: something in it is to be read in the general way.
    """
    values = _values(document, proof)
    if values is None:
        return None
    options, text = _forms(*(name in values for name in _OPTIONAL))
    hashes = [hashlib.sha256(_filled(form, values).encode()) for form in (options, text)]
    return b"".join(one.digest() for one in hashes)


def _values(document: Json, proof: Mapping[str, Any]) -> dict[str, str] | None:
    """What varies, as canonical text writes it."""
    subject, issuer = document["credentialSubject"], document["issuer"]
    addresses: dict[str, Any] = {
        "id": document["id"],
        "issuer": issuer["id"],
        "subject": subject["id"],
        "method": proof["verificationMethod"],
    }
    texts: dict[str, Any] = {
        "issuername": issuer["name"],
        "validFrom": document["validFrom"],
        "created": proof["created"],
        **{name: document[name] for name in ("name", "validUntil") if name in document},
    }
    if "endorsementComment" in subject:
        texts["endorsementComment"] = subject["endorsementComment"]
    if (
        set(proof) != _PROOF_MEMBERS
        or proof["type"] != "DataIntegrityProof"
        or proof["proofPurpose"] != "assertionMethod"
        or not all(isinstance(one, str) for one in (*addresses.values(), *texts.values()))
        or not all(_PLAIN_IRI.fullmatch(one) for one in addresses.values())
        or len(set(addresses.values())) != len(addresses)
    ):
        return None
    return addresses | {name: literal(one)[1:-1] for name, one in texts.items()}


@cache
def _forms(named: bool, ends: bool, commented: bool) -> tuple[Form, Form]:  # noqa: FBT001 - a key of the cache
    """The texts of the options of a proof and of its recognition, with marks in them."""
    # The contexts and types are those that ``recognitions`` lets through and no others.
    from trust_registry.recognitions import CONTEXTS, SUITE, TYPES

    document: Json = {
        "@context": list(CONTEXTS),
        "id": "urn:mark:id",
        "type": list(TYPES),
        "issuer": {"id": "urn:mark:issuer", "type": ["Profile"], "name": "mark-issuername"},
        "validFrom": "mark-validfrom",
        "credentialSubject": {"id": "urn:mark:subject", "type": ["EndorsementSubject"]},
    }
    if named:
        document["name"] = "mark-name"
    if ends:
        document["validUntil"] = "mark-validuntil"
    if commented:
        document["credentialSubject"]["endorsementComment"] = "mark-endorsementcomment"
    options: Json = {
        "@context": list(CONTEXTS),
        "type": "DataIntegrityProof",
        "cryptosuite": SUITE,
        "created": "mark-created",
        "verificationMethod": "urn:mark:method",
        "proofPurpose": "assertionMethod",
    }
    told, text = next(canonical_forms((options, document))).texts
    return _in_pieces(told), _in_pieces(text)


def _in_pieces(text: str) -> Form:
    """Cut each line at its marks; an even piece is text, an odd one names what goes there."""
    lines = []
    for line in text.splitlines(keepends=True):
        pieces: list[str] = []
        end = 0
        for mark in _MARK.finditer(line):
            pieces += [line[end : mark.start()], mark.group(1) or mark.group(2)]
            end = mark.end()
        lines.append((*pieces, line[end:]))
    return tuple(lines)


def _filled(form: Form, values: Mapping[str, str]) -> str:
    """Statements are a set in the order of their code points, whatever was filled in."""
    lower = {name.lower(): value for name, value in values.items()}
    lines = {
        "".join(lower[piece] if odd % 2 else piece for odd, piece in enumerate(pieces))
        for pieces in form
    }
    return "".join(sorted(lines))
