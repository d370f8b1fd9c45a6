"""
VC-JWT: a credential secured as a compact JWS.

Two forms are found: the payload *is* the credential (OB 3.0 §8.2, VC-JOSE-COSE), or
holds it under ``vc`` (VC-JWT 1.1).  Registered claims that repeat what the credential
says must say the same.

Sources: OB 3.0 §8.2 "JSON Web Token Proof Format"; VC-JOSE-COSE §3; VCDM 1.1 §6.3.1.
"""

from datetime import UTC, datetime
from typing import Any

from shared.errors import MalformedCredential, ProofInvalid
from shared.keys import SigningKey
from shared.model import Json
from shared.proofs.jws import CompactJws, compact
from shared.times import instant_text, parse_instant

MAX_NUMERIC_DATE = 253_402_300_799
"""The last second of the year 9999."""
TOLD_ONCE = (
    "credentialStatus", "expirationDate", "issuanceDate", "issuer", "validFrom", "validUntil",
)  # fmt: skip
"""Members of a credential that a token may not say otherwise beside ``vc``."""


def credential_of(jws: CompactJws) -> Json:
    """
    The credential that a token holds, claims filled in where its own members are missing.

    Raises:
        MalformedCredential: ``vc`` is no object, or a claim has the wrong form.
        ProofInvalid: a claim and the credential tell two stories about who or what.
    """
    payload = jws.payload
    if "vc" in payload:
        if not isinstance(payload["vc"], dict):
            raise MalformedCredential(path="/vc", why="type")
        if "@context" in payload or "credentialSubject" in payload:
            raise ProofInvalid(why="vc")
        document = dict(payload["vc"])
        for name in TOLD_ONCE:
            # Beside ``vc`` other readers find it, and inside it is what counts here.
            if name in payload and payload[name] != document.get(name):
                raise ProofInvalid(why="vc")
        _fill_in(document, payload)
    else:
        document = {
            name: value
            for name, value in payload.items()
            if name not in ("iss", "jti", "sub", "nbf", "exp", "iat", "aud")
        }
    _compare_identities(document, payload)
    return document


def strictest_dates(document: Json, jws: CompactJws) -> tuple[datetime | None, datetime | None]:
    """
    First and last instants in force: the strictest of the claims and the credential.

    Raises:
        MalformedCredential: a date claim that is not a number of seconds.
    """
    begins = [numeric_date(jws.payload, "nbf")]
    ends = [numeric_date(jws.payload, "exp")]
    begins += [parse_instant(document.get(name)) for name in ("validFrom", "issuanceDate")]
    ends += [parse_instant(document.get(name)) for name in ("validUntil", "expirationDate")]
    known_begins = [moment for moment in begins if moment]
    known_ends = [moment for moment in ends if moment]
    return max(known_begins, default=None), min(known_ends, default=None)


def sign(credential: Json, *, key: SigningKey, method: str) -> str:
    """
    Secure a credential as a compact JWS (the form of OB 3.0 §8.2, alg EdDSA).

    Args:
        credential: VCDM 2.0, without ``proof``.
        key: the signer's Ed25519 key.
        method: the DID URL under which that key is published, written as ``kid``.

    Returns:
        The token, ASCII.
    """
    issuer, subject = credential["issuer"], credential["credentialSubject"]
    claims: Json = {
        **{name: value for name, value in credential.items() if name != "proof"},
        "iss": issuer["id"] if isinstance(issuer, dict) else issuer,
        "jti": credential["id"],
        "nbf": _seconds(credential["validFrom"]),
    }
    if isinstance(subject, dict) and "id" in subject:
        claims["sub"] = subject["id"]
    if "validUntil" in credential:
        claims["exp"] = _seconds(credential["validUntil"])
    return compact({"alg": "EdDSA", "typ": "JWT", "kid": method}, claims, key)


def _seconds(text: str) -> int:
    moment = parse_instant(text)
    if moment is None:
        raise MalformedCredential(path="/validFrom", why="date")
    return int(moment.timestamp())


def numeric_date(payload: Json, claim: str) -> datetime | None:
    """A claim in seconds (RFC 7519 §2 ``NumericDate``, which may have a fraction)."""
    value = payload.get(claim)
    if claim not in payload:
        return None
    if isinstance(value, float) and 0 <= value <= MAX_NUMERIC_DATE:
        value = int(value)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MAX_NUMERIC_DATE:
        raise MalformedCredential(path=f"/{claim}", why="date")
    return datetime.fromtimestamp(value, UTC)


def _fill_in(document: Json, payload: Json) -> None:
    """VCDM 1.1 §6.3.1: a claim stands for the member that the credential leaves out."""
    for claim, member in (("iss", "issuer"), ("jti", "id")):
        if claim in payload and member not in document:
            document[member] = payload[claim]
    subject = document.get("credentialSubject")
    if "sub" in payload and isinstance(subject, dict) and "id" not in subject:
        document["credentialSubject"] = {"id": payload["sub"], **subject}
    if "issuanceDate" not in document and "validFrom" not in document:
        begins = numeric_date(payload, "nbf") or numeric_date(payload, "iat")
        if begins:
            document["issuanceDate"] = instant_text(begins)


def _compare_identities(document: Json, payload: Json) -> None:
    issuer = document.get("issuer")
    subject = document.get("credentialSubject")
    if isinstance(subject, list) and len(subject) == 1:
        subject = subject[0]
    said: dict[str, Any] = {
        "iss": issuer.get("id") if isinstance(issuer, dict) else issuer,
        "jti": document.get("id"),
        "sub": subject.get("id") if isinstance(subject, dict) else None,
    }
    for claim, value in said.items():
        if claim not in payload:
            continue
        if not isinstance(payload[claim], str):
            raise MalformedCredential(path=f"/{claim}", why="type")
        if value is not None and payload[claim] != value:
            raise ProofInvalid(why=claim)
        if value is None and "vc" not in payload and claim != "sub":
            raise ProofInvalid(why=claim)
