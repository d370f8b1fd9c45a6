"""
Data Integrity proofs: sign and verify, side by side.

Each proof of a set is over the document without any proof; a proof of a chain is over
the document with the proofs it names put back.

Source: W3C VC Data Integrity 1.0 §4 (Verify Proof, Proof Sets, Proof Chains).
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from shared.errors import (
    Fact,
    ProofExpired,
    ProofInvalid,
    ProofMalformed,
    ProofPurposeWrong,
    ProofUnsupported,
)
from shared.keys import KeyKind, PublicKey, SigningKey
from shared.model import Json
from shared.multibase import multibase_encode
from shared.proofs.suites import SUITES, messages, signature_of, suite_name, suite_of
from shared.times import instant_text, parse_instant

MAX_PROOFS = 8
"""Real badges carry one or two; each costs a canonicalisation."""

MAX_REMEMBERED = 1024
"""Good answers, of a hundred bytes each; a region has some dozens of status lists."""

_GOOD: dict[bytes, Mapping[str, Fact]] = {}

CLOCK_SKEW = timedelta(minutes=5)
"""How far the signer's clock may be ahead of ours; RFC 7519 §4.1.4 asks for a few minutes."""

SIGNS_WITH = ("eddsa-rdfc-2022", "eddsa-jcs-2022")
"""The suites this program signs with; it verifies more."""


def check_form(proof: Mapping[str, Any], *, purpose: str, now: datetime) -> None:
    """
    Check the members of a proof that need no key.

    Raises:
        ProofMalformed: a member is missing or of the wrong form.
        ProofUnsupported: a suite that this program does not know.
        ProofPurposeWrong, ProofExpired: made for something else, or out of its dates.
    """
    for member in ("verificationMethod", "proofPurpose", suite_of(proof).member):
        if not isinstance(proof.get(member), str):
            raise ProofMalformed(why=member)
    if proof["proofPurpose"] != purpose:
        raise ProofPurposeWrong(purpose=str(proof["proofPurpose"])[:80])
    for member in ("created", "expires"):
        if member in proof and parse_instant(proof[member]) is None:
            raise ProofMalformed(why=member)
    created, expires = parse_instant(proof.get("created")), parse_instant(proof.get("expires"))
    if expires is not None and expires < now:
        raise ProofExpired(why="expired")
    if created is not None and created > now + CLOCK_SKEW:
        raise ProofExpired(why="created")


def verify(
    document: Json,
    proof: Mapping[str, Any],
    key: PublicKey,
    *,
    proofs: Sequence[Mapping[str, Any]] = (),
    remember: bool = False,
) -> Mapping[str, Fact]:
    """
    Verify one proof of ``document`` with the key that it names.

    Args:
        document: the secured document; its ``proof`` member is left out of the hash.
        proof: one of its proofs, whose form was checked.
        key: the key that ``verificationMethod`` stands for.
        proofs: every proof of the document, for ``previousProof`` chains.
        remember: answer the same question from memory once the answer was good; for what is
            met again with many badges, as a status list is.

    Returns:
        How the document was read for the signature to match (``suites.Message.facts``): the
        families of canonicalisers differ, and contexts have had two contents.

    Raises:
        ProofInvalid: the signature is not one of this document by this key.
        ProofMalformed: the signature is not written as its suite writes it.
        ProofUnsupported: unknown suite.
        UncoveredText, ContextUnknown, CanonicalizationRefused: no bytes can be made.
    """
    question = _fingerprint(document, proof, proofs, key) if remember else b""
    known = _GOOD.get(question)
    if known is None:
        known = _verified(document, proof, key, proofs)
        if remember:
            if len(_GOOD) >= MAX_REMEMBERED:
                _GOOD.clear()
            _GOOD[question] = known
    return known


def _fingerprint(
    document: Json, proof: Mapping[str, Any], proofs: Sequence[Mapping[str, Any]], key: PublicKey
) -> bytes:
    """The digest of all that an answer rests on, but for the contexts, which are shipped."""
    asked = json.dumps([document, proof, list(proofs), key.kind, key.raw.hex()])
    return hashlib.sha256(asked.encode("ascii")).digest()


def _verified(
    document: Json,
    proof: Mapping[str, Any],
    key: PublicKey,
    proofs: Sequence[Mapping[str, Any]],
) -> Mapping[str, Fact]:
    suite = suite_of(proof)
    if key.kind not in suite.kinds:
        raise ProofInvalid(why="key-kind")
    signature = signature_of(proof, suite, key.kind)
    unsecured = {name: value for name, value in document.items() if name != "proof"}
    previous = _previous(proof, proofs)
    if previous:
        unsecured["proof"] = previous
    failure = ProofInvalid(why="signature")
    for message in messages(unsecured, proof, suite, key.kind):
        try:
            key.verify(signature, message.content)
        except ProofInvalid as error:
            failure = error
        else:
            return message.facts
    raise failure


def sign(
    document: Json,
    *,
    key: SigningKey,
    method: str,
    created: datetime,
    suite: str = "eddsa-rdfc-2022",
    purpose: str = "assertionMethod",
    more: Mapping[str, Any] | None = None,
) -> Json:
    """
    Secure a document with an Ed25519 key.

    Args:
        document: without ``proof``; only terms that its contexts define.
        key: the signer's key; ``method`` is the address under which it is published.
        created: aware; written in UTC to the second.
        suite: one of ``SIGNS_WITH``.
        purpose: ``assertionMethod`` for a credential, ``authentication`` for a presentation.
        more: further proof options, such as ``challenge`` and ``domain``.

    Returns:
        A copy of the document with ``proof``.

    Raises:
        ProofUnsupported: a suite this program does not sign with.
        UncoveredText, ContextUnknown: the signature would not cover the whole text.
    """
    if suite not in SIGNS_WITH:
        raise ProofUnsupported(suite=suite)
    proof: Json = {
        "type": "DataIntegrityProof",
        "cryptosuite": suite,
        "created": instant_text(created),
        "verificationMethod": method,
        "proofPurpose": purpose,
        **(more or {}),
    }
    if not SUITES[suite].uses_json_ld:
        proof = {"@context": document["@context"], **proof}
    unsecured = {name: value for name, value in document.items() if name != "proof"}
    message = next(messages(unsecured, proof, SUITES[suite], KeyKind.ED25519))
    return {
        **unsecured,
        "proof": {**proof, "proofValue": multibase_encode(key.sign(message.content))},
    }


def _previous(
    proof: Mapping[str, Any], proofs: Sequence[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """The proofs that a chained proof was made over (Data Integrity §4.3 Proof Chains)."""
    wanted = proof.get("previousProof")
    if wanted is None:
        return []
    names = wanted if isinstance(wanted, list) else [wanted]
    before = [_named(name, proof, proofs) for name in names]
    _refuse_cycles(proof, proofs)
    return before


def _named(
    name: Any, proof: Mapping[str, Any], proofs: Sequence[Mapping[str, Any]]
) -> Mapping[str, Any]:
    """The one other proof of this name; of two, nobody knows which was meant."""
    found = [other for other in proofs if other is not proof and other.get("id") == name]
    if not isinstance(name, str) or len(found) != 1:
        raise ProofInvalid(why="previousProof")
    return found[0]


def _refuse_cycles(proof: Mapping[str, Any], proofs: Sequence[Mapping[str, Any]]) -> None:
    """No proof may come before itself, by however many steps."""
    waiting, seen = [proof], 0
    while waiting:
        wanted = waiting.pop().get("previousProof")
        names = wanted if isinstance(wanted, list) else [wanted] if wanted else []
        seen += len(names)
        if seen > MAX_PROOFS or (proof.get("id") is not None and proof["id"] in names):
            raise ProofInvalid(why="previousProof")
        waiting += [other for other in proofs if other.get("id") in names]


__all__ = ["SUITES", "check_form", "sign", "suite_name", "suite_of", "verify"]
