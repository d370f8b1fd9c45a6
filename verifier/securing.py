"""
Verify each proof of a credential and look up whose key it names.

The mathematics is done with the key the proof names, wherever it stands; what ties
that key to the issuer is kept beside the result for another check.
"""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import TYPE_CHECKING, Any

from shared.errors import (
    BadgeError,
    CanonicalizationRefused,
    ContextUnknown,
    ProofInvalid,
    ProofUnsupported,
    UncoveredText,
)
from shared.issuer_keys import NamedKey, key_named_by_header, key_named_by_proof
from shared.model import Json
from shared.proofs import data_integrity, jws, vc_jwt
from shared.times import parse_instant
from verifier.verdict import Outcome

if TYPE_CHECKING:
    from verifier.examination import Examination, ProofResult


def of_document(examination: Examination, proof: Json) -> ProofResult:
    """Verify one embedded proof."""
    kind = data_integrity.suite_name(proof)
    signed_at = parse_instant(proof.get("created"))
    named: NamedKey | None = None
    try:
        data_integrity.suite_of(proof)
        data_integrity.check_form(
            proof, purpose=examination.purpose, now=examination.circumstances.now
        )
        check_question(examination, proof)
        named = key_named_by_proof(proof["verificationMethod"], examination.issuer(signed_at))
        if named.key is None:
            return without_key(kind, named, signed_at)
        claimed = examination.claimed
        data_integrity.verify(claimed.document, proof, named.key, proofs=claimed.proofs)
    except BadgeError as error:
        return ended(kind, error, named, signed_at)
    return result(kind, Outcome.PASSED, "proof.holds", {"suite": kind}, named, signed_at)


def of_token(examination: Examination, token: jws.CompactJws) -> ProofResult:
    """Verify the signature of a compact JWS that secures the credential."""
    kind = token.algorithm[:40]
    signed_at = examination.claimed.valid_from
    named: NamedKey | None = None
    try:
        jws.check_header(token)
        check_token_question(examination, token.payload)
        named = _named(examination, token, signed_at)
        if named.key is None:
            return without_key(kind, named, signed_at)
        jws.verify(token, named.key)
    except BadgeError as error:
        return ended(kind, error, named, signed_at)
    return result(kind, Outcome.PASSED, "proof.holds", {"suite": kind}, named, signed_at)


def _named(examination: Examination, token: jws.CompactJws, signed_at: datetime | None) -> NamedKey:
    if examination.claimed.open_badges in ("2.0", "1.1", "1.0"):
        from shared.proofs import ob2_jws

        return ob2_jws.named_key(examination.claimed, fetch=examination.fetch)
    return key_named_by_header(token.header, examination.issuer(signed_at))


def check_question(examination: Examination, proof: Mapping[str, Any]) -> None:
    """
    A presentation must answer the question that was asked, for the place that asked it.

    Raises:
        ChallengeMismatch: another question or another place.

    Source: VC Data Integrity §"Verify Proof", steps on domain and challenge.
    """
    from shared.errors import ChallengeMismatch

    if examination.purpose != "authentication":
        return
    circumstances = examination.circumstances
    if circumstances.challenge is not None and proof.get("challenge") != circumstances.challenge:
        raise ChallengeMismatch(why="challenge")
    if circumstances.domain is not None:
        domains = proof.get("domain")
        named = domains if isinstance(domains, list) else [domains]
        if set(map(str, named)) != {circumstances.domain}:
            raise ChallengeMismatch(why="domain")


def check_token_question(examination: Examination, payload: Json) -> None:
    """The same for a presentation made as a token: ``nonce`` and ``aud``."""
    from shared.errors import ChallengeMismatch

    if examination.purpose != "authentication":
        return
    circumstances = examination.circumstances
    if circumstances.challenge is not None and payload.get("nonce") != circumstances.challenge:
        raise ChallengeMismatch(why="challenge")
    audience = payload.get("aud")
    named = audience if isinstance(audience, list) else [audience]
    if circumstances.domain is not None and circumstances.domain not in named:
        raise ChallengeMismatch(why="domain")


def ended(
    kind: str, error: BadgeError, named: NamedKey | None, signed_at: datetime | None
) -> ProofResult:
    """What an error means for the proof: refused, or only not checked."""
    # A bad signature on a text that is not covered is first of all a text not covered.
    cannot = (ProofUnsupported, ContextUnknown, CanonicalizationRefused)
    failed = isinstance(error, (ProofInvalid, UncoveredText))
    if isinstance(error, CanonicalizationRefused):
        failed = True
    outcome = Outcome.FAILED if failed or not isinstance(error, cannot) else Outcome.NOT_CHECKED
    return result(kind, outcome, error.code, error.facts, named, signed_at)


def without_key(kind: str, named: NamedKey, signed_at: datetime | None) -> ProofResult:
    """No key to do the mathematics with: nothing is proven either way."""
    return result(kind, Outcome.NOT_CHECKED, "key.unavailable", {}, named, signed_at)


def result(
    kind: str,
    outcome: Outcome,
    code: str,
    facts: Mapping[str, Any],
    named: NamedKey | None,
    signed_at: datetime | None,
) -> ProofResult:
    """A ``ProofResult``; imported late because the two modules know each other."""
    from verifier.examination import ProofResult

    return ProofResult(
        kind=kind, outcome=outcome, code=code, facts=facts, named=named, signed_at=signed_at
    )


__all__ = ["of_document", "of_token", "vc_jwt"]
