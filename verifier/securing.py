"""
Verify each proof of a credential and look up whose key it names.

The mathematics is done with the key that the proof names, wherever it stands; what
ties that key to the issuer is kept beside the result, for another check.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from shared.dids import KnownDocuments, nothing_known
from shared.errors import (
    BadgeError,
    CanonicalizationRefused,
    ChallengeMismatch,
    ContextUnknown,
    Fact,
    KeyUnavailable,
    MalformedCredential,
    ProofExpired,
    ProofMalformed,
    ProofUnsupported,
)
from shared.fetching import Fetch
from shared.issuer_keys import Bond, Issuer, NamedKey, key_named_by_header, key_named_by_proof
from shared.model import Credential, Json
from shared.proofs import data_integrity, jws, vc_jwt
from shared.times import parse_instant
from verifier.circumstances import Circumstances
from verifier.verdict import Outcome

ISSUING = "assertionMethod"
PRESENTING = "authentication"
CANNOT_BE_CHECKED = (ProofUnsupported, ContextUnknown, CanonicalizationRefused, KeyUnavailable)
"""What says nothing against a proof; every other failure refuses it."""
TOO_COMPLEX = CanonicalizationRefused.code


@dataclass(frozen=True, slots=True, kw_only=True)
class ProofResult:
    """How one proof ended: the mathematics, and the key that it names."""

    kind: str
    """``eddsa-rdfc-2022``, ``EdDSA``, ``hosted``..."""
    outcome: Outcome
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)
    named: NamedKey | None = None
    """``None``: the proof is of no form that names a key, or it is hosted."""
    signed_at: datetime | None = None

    @property
    def bond(self) -> Bond | None:
        """What ties its key to the issuer."""
        return self.named.bond if self.named else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """A credential whose proofs are to be checked, and how to ask about its keys."""

    credential: Credential
    circumstances: Circumstances
    fetch: Fetch
    purpose: str = ISSUING
    is_list: bool = False
    """A status list, which is met again with each badge that it is about."""

    def issuer(self, signed_at: datetime | None) -> Issuer:
        """The issuer as named; what the registry knows of it is asked before the network."""
        return Issuer(
            id=self.credential.issuer.id,
            fetch=self.fetch,
            known=self._known(),
            purpose=self.purpose,
            signed_at=signed_at or self.credential.valid_from,
            now=self.circumstances.now,
        )

    def _known(self) -> KnownDocuments:
        circumstances = self.circumstances
        is_alone = circumstances.registry is None and not circumstances.networks
        return nothing_known if is_alone else circumstances.did_document


def proofs_of(claim: Claim) -> tuple[ProofResult, ...]:
    """
    Every signature of a credential, each verified; empty when it has none.

    After one that does not hold, or that took too much work, the others are left out.
    """
    if claim.credential.jws is not None:
        return (_of_token(claim, claim.credential.jws),)
    results: list[ProofResult] = []
    ended = False
    for proof in claim.credential.proofs:
        results.append(_left_out(proof) if ended else _of_document(claim, proof))
        # One false proof refuses the badge, and what is too much work for one proof is so
        # for all: each of the others would cost as much again.
        ended = ended or results[-1].outcome is Outcome.FAILED or results[-1].code == TOO_COMPLEX
    return tuple(results)


def _left_out(proof: Json) -> ProofResult:
    """A proof that no longer changes the answer."""
    kind = data_integrity.suite_name(proof)[:80]
    return ProofResult(kind=kind, outcome=Outcome.NOT_CHECKED, code="proof.left-out")


def _of_document(claim: Claim, proof: Json) -> ProofResult:
    """Verify one embedded proof."""
    kind = data_integrity.suite_name(proof)[:80]
    signed_at = parse_instant(proof.get("created"))
    named: NamedKey | None = None
    read_as: Mapping[str, Fact] = {}
    try:
        data_integrity.suite_of(proof)
        data_integrity.check_form(proof, purpose=claim.purpose, now=claim.circumstances.now)
        _check_question(claim, challenge=proof.get("challenge"), places=proof.get("domain"))
        named = key_named_by_proof(proof["verificationMethod"], claim.issuer(signed_at))
        if named.key is not None:
            credential = claim.credential
            read_as = data_integrity.verify(
                credential.document,
                proof,
                named.key,
                proofs=credential.proofs,
                remember=claim.is_list,
            )
    except BadgeError as error:
        return _ended(kind, error, named, signed_at)
    return _held(kind, named, signed_at, read_as)


def _of_token(claim: Claim, text: str) -> ProofResult:
    """Verify the signature of the compact JWS that secures the credential."""
    kind, signed_at = "jws", claim.credential.valid_from
    named: NamedKey | None = None
    try:
        token = jws.read_compact(text)
        kind = token.algorithm[:80] or kind
        jws.check_header(token)
        _check_question(
            claim, challenge=token.payload.get("nonce"), places=token.payload.get("aud")
        )
        _check_life(claim, token.payload)
        named = _named_by(token, claim, signed_at)
        if named.key is not None:
            jws.verify(token, named.key)
    except BadgeError as error:
        return _ended(kind, error, named, signed_at)
    return _held(kind, named, signed_at)


def _named_by(token: jws.CompactJws, claim: Claim, signed_at: datetime | None) -> NamedKey:
    if claim.credential.data_model in ("ob-2.0", "ob-1"):
        from shared.proofs import ob2_jws

        return ob2_jws.named_key(claim.credential, fetch=claim.fetch)
    return key_named_by_header(token.header, claim.issuer(signed_at))


def _check_question(claim: Claim, *, challenge: Any, places: Any) -> None:
    """
    A presentation must answer the question that was asked, for the place that asked it.

    Raises:
        ChallengeMismatch: another question or another place.

    Source: VC Data Integrity §"Verify Proof", steps on domain and challenge; VC-JOSE-COSE
    (``nonce``, ``aud``).
    """
    if claim.purpose != PRESENTING:
        return
    asked = claim.circumstances
    if asked.challenge is not None and challenge != asked.challenge:
        raise ChallengeMismatch(why="challenge")
    named = places if isinstance(places, list) else [places]
    if asked.domain is not None and asked.domain not in named:
        raise ChallengeMismatch(why="domain")


def _check_life(claim: Claim, payload: Json) -> None:
    """
    A presentation that is a token lives as long as its claims say; a badge, as it says itself.

    Raises:
        ProofExpired: over, or not yet begun.
        ProofMalformed: a claim that is no number of seconds.

    Source: RFC 7519 §4.1 (``exp``, ``nbf``, ``iat``).
    """
    if claim.purpose != PRESENTING:
        return
    try:
        ends = vc_jwt.numeric_date(payload, "exp")
        begins = [vc_jwt.numeric_date(payload, name) for name in ("nbf", "iat")]
    except MalformedCredential as error:
        raise ProofMalformed(why=str(error.facts["path"])) from error
    now = claim.circumstances.now
    if ends is not None and ends < now:
        raise ProofExpired(why="expired")
    if any(one is not None and one > now + data_integrity.CLOCK_SKEW for one in begins):
        raise ProofExpired(why="created")


def _held(
    kind: str,
    named: NamedKey | None,
    signed_at: datetime | None,
    read_as: Mapping[str, Fact] | None = None,
) -> ProofResult:
    """The proof holds, or there was no key to do the mathematics with."""
    has_key = named is not None and named.key is not None
    return ProofResult(
        kind=kind,
        outcome=Outcome.PASSED if has_key else Outcome.NOT_CHECKED,
        code="proof.holds" if has_key else "key.unavailable",
        facts={"suite": kind, **(read_as or {})} if has_key or named is None else named.facts,
        named=named,
        signed_at=signed_at,
    )


def _ended(
    kind: str, error: BadgeError, named: NamedKey | None, signed_at: datetime | None
) -> ProofResult:
    """What an error means for the proof: refused, or only not checked."""
    cannot = isinstance(error, CANNOT_BE_CHECKED)
    return ProofResult(
        kind=kind,
        outcome=Outcome.NOT_CHECKED if cannot else Outcome.FAILED,
        code=error.code,
        facts=error.facts,
        named=named,
        signed_at=signed_at,
    )
