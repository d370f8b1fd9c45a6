"""
A recognition: a partner says publicly that a badge, a pathway or an issuer counts for it.

It is an Open Badges 3.0 EndorsementCredential with its own proof, so that it can leave the
registry, stand beside a badge elsewhere and still be checked.  It never names a person.
Source: Open Badges 3.0 §"EndorsementCredential"; VCDM 2.0.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.errors import BadgeError, ProofInvalid
from shared.keys import KeyKind, PublicKey, SigningKey
from shared.model import Json
from shared.proofs import data_integrity
from shared.proofs.suites import signature_of, suite_of
from shared.times import instant_text, parse_instant
from trust_registry import personal, reading
from trust_registry.catalogue import shapes
from trust_registry.did_documents import publication_method
from trust_registry.entries import EndReason, Entry
from trust_registry.errors import RecognitionInvalid
from trust_registry.model import Member
from trust_registry.signed_text import signed_message

CONTEXTS = (
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
)
TYPES = ("VerifiableCredential", "EndorsementCredential")
SUITE = "eddsa-rdfc-2022"
PURPOSE = "assertionMethod"

_FIELDS = (
    "@context", "id", "type", "name", "issuer", "validFrom", "validUntil",
    "credentialSubject", "proof",
)  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Recognition:
    """What one recognition says, its signature having been checked."""

    id: str
    issuer_id: str
    subject: str
    """An achievement's address, a pathway's, or the identifier of an issuer."""
    comment: str | None
    """Why it counts, in the partner's words."""
    since: datetime
    until: datetime | None
    """First instant at which it counts no more, aware, in UTC; ``None``: no end was given."""


def compose(
    *,
    recognition_id: str,
    member: Member,
    subject: str,
    since: datetime,
    until: datetime | None = None,
    comment: str | None = None,
) -> Json:
    """Write a recognition, not signed yet; ``recognition_id`` is an address or a URN."""
    end: Json = {} if until is None else {"validUntil": instant_text(until)}
    words: Json = {} if comment is None else {"endorsementComment": comment}
    return {
        "@context": list(CONTEXTS),
        "id": recognition_id,
        "type": list(TYPES),
        "issuer": {"id": member.id, "type": ["Profile"], "name": member.name},
        "validFrom": instant_text(since),
        **end,
        "credentialSubject": {"id": subject, "type": ["EndorsementSubject"], **words},
    }


def sign(document: Json, *, key: SigningKey, at: datetime) -> Json:
    """
    Sign a recognition with the publication key of the partner that it names.

    Raises:
        UncoveredText, ContextUnknown: the signature would not cover the whole text.
    """
    method = publication_method(document["issuer"]["id"])
    return data_integrity.sign(document, key=key, method=method, created=at, suite=SUITE)


def read(document: Any, *, member: Member, entry: Entry) -> Recognition:
    """
    Read a recognition found in a partner's entry, and check its signature.

    The key is the one that signs the entry, or one that the entry lists to award and that
    was in force when the recognition was signed.

    Raises:
        RecognitionInvalid: another form, another issuer, a key that is not the partner's, or
            a signature that does not hold. Facts ``path`` and ``why``.
    """
    with reading.refusing(RecognitionInvalid):
        found = shapes.an_object(document, "", fields=_FIELDS, optional=("name", "validUntil"))
        recognition = _recognition(found)
    if recognition.issuer_id not in member.ids:
        raise RecognitionInvalid(path="/issuer/id", why="foreign")
    _verify(found, recognition.issuer_id, entry)
    return recognition


def _recognition(found: Mapping[str, Any]) -> Recognition:
    _exactly(found["@context"], "/@context", CONTEXTS)
    _exactly(found["type"], "/type", TYPES)
    if "name" in found:
        _impersonal(found["name"], "/name")
    issuer = shapes.an_object(found["issuer"], "/issuer", fields=("id", "type", "name"))
    _exactly(issuer["type"], "/issuer/type", ("Profile",))
    shapes.a_text(issuer["name"], "/issuer/name")
    subject = shapes.an_object(
        found["credentialSubject"],
        "/credentialSubject",
        fields=("id", "type", "endorsementComment"),
        optional=("endorsementComment",),
    )
    _exactly(subject["type"], "/credentialSubject/type", ("EndorsementSubject",))
    comment = subject.get("endorsementComment")
    since = reading.an_instant(found["validFrom"], "/validFrom")
    until = (
        reading.an_instant(found["validUntil"], "/validUntil") if "validUntil" in found else None
    )
    if until is not None and until <= since:
        raise shapes.refuse("/validUntil", "out-of-range")
    return Recognition(
        id=reading.an_identifier(found["id"], "/id"),
        issuer_id=reading.an_identifier(issuer["id"], "/issuer/id"),
        subject=reading.an_identifier(subject["id"], "/credentialSubject/id"),
        comment=(
            None
            if comment is None
            else _impersonal(comment, "/credentialSubject/endorsementComment")
        ),
        since=since,
        until=until,
    )


def _verify(document: Json, issuer_id: str, entry: Entry) -> None:
    proof = document["proof"]
    if not isinstance(proof, dict) or proof.get("cryptosuite") != SUITE:
        raise RecognitionInvalid(path="/proof", why="form")
    created = parse_instant(proof.get("created"))
    if created is None:
        raise RecognitionInvalid(path="/proof/created", why="missing")
    key = _key(proof.get("verificationMethod"), issuer_id, entry, created=created)
    if key is None:
        raise RecognitionInvalid(path="/proof/verificationMethod", why="foreign")
    try:
        # The date of the proof is tried against itself: it has no end of its own here.
        data_integrity.check_form(proof, purpose=PURPOSE, now=created)
        signer = reading.key_of(key)
        if not _holds(document, proof, signer):
            data_integrity.verify(document, proof, signer)
    except BadgeError as error:
        raise RecognitionInvalid(path="/proof", why="signature") from error


def _holds(document: Json, proof: Mapping[str, Any], key: PublicKey) -> bool:
    """Whether the signature holds, seen the short way; ``False`` says nothing yet."""
    message = signed_message(document, proof) if key.kind is KeyKind.ED25519 else None
    if message is None:
        return False
    try:
        key.verify(signature_of(proof, suite_of(proof), key.kind), message)
    except ProofInvalid:
        return False
    return True


def _key(method: Any, issuer_id: str, entry: Entry, *, created: datetime) -> str | None:
    """The key at an address of the partner; ``None``: not a key that could sign this."""
    if method == publication_method(issuer_id):
        return entry.publication_key
    for one in entry.awarders:
        stolen = one.reason is EndReason.COMPROMISED
        begun = one.since <= created and (one.until is None or created < one.until)
        if one.id == method and one.id.startswith(f"{issuer_id}#") and begun and not stolen:
            return one.key
    return None


def _exactly(value: Any, path: str, wanted: tuple[str, ...]) -> None:
    if value != list(wanted):
        raise shapes.refuse(path, "choice")


def _impersonal(value: Any, path: str) -> str:
    text = shapes.a_text(value, path)
    if personal.holds_personal(text):
        raise shapes.refuse(path, "personal")
    return text
