"""
Data Integrity proofs: sign and verify, side by side.

What is signed is the hash of the proof's own options followed by the hash of the
document without any proof; the suites differ in how a document becomes bytes
(RDFC-1.0 or JCS), in the hash and in the curve.

Sources: W3C VC Data Integrity 1.0 §4 (Verify Proof, Proof Sets, Proof Chains);
W3C Data Integrity EdDSA Cryptosuites 1.0; ECDSA Cryptosuites 1.0;
Ed25519Signature2020 (CCG).
"""

import hashlib
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.errors import ProofInvalid, ProofMalformed, ProofUnsupported
from shared.keys import KeyKind, PublicKey, SigningKey
from shared.model import Json
from shared.multibase import base58_decode, multibase_encode
from shared.times import instant_text, parse_instant

MAX_PROOFS = 8
"""Real badges carry one or two; each costs a canonicalisation."""

Canonical = Callable[[Json], bytes]


@dataclass(frozen=True, slots=True)
class Suite:
    """How one suite makes bytes: canonicalisation, and the keys it goes with."""

    name: str
    uses_json_ld: bool
    kinds: tuple[KeyKind, ...]


_ED25519 = (KeyKind.ED25519,)
_NIST = (KeyKind.P256, KeyKind.P384)

SUITES: Mapping[str, Suite] = {
    suite.name: suite
    for suite in (
        Suite("eddsa-rdfc-2022", True, _ED25519),
        Suite("eddsa-2022", True, _ED25519),
        Suite("Ed25519Signature2020", True, _ED25519),
        Suite("eddsa-jcs-2022", False, _ED25519),
        Suite("ecdsa-rdfc-2019", True, _NIST),
        Suite("ecdsa-jcs-2019", False, _NIST),
    )
}
"""``eddsa-2022`` is the name that ``eddsa-rdfc-2022`` had before the standard was final."""

_SIGNATURE_BYTES = {KeyKind.ED25519: 64, KeyKind.P256: 64, KeyKind.P384: 96}


def suite_name(proof: Mapping[str, Any]) -> str:
    """The suite a proof says it uses; empty when it says none."""
    kind = proof.get("type")
    name = proof.get("cryptosuite") if kind == "DataIntegrityProof" else kind
    return name if isinstance(name, str) else ""


def suite_of(proof: Mapping[str, Any]) -> Suite:
    """
    The suite of a proof.

    Raises:
        ProofMalformed: no type, or a type without its parts.
        ProofUnsupported: a suite that this program does not know.
    """
    if not isinstance(proof.get("type"), str):
        raise ProofMalformed(why="type")
    if "cryptosuite" in proof and proof["type"] != "DataIntegrityProof":
        raise ProofMalformed(why="cryptosuite")
    name = suite_name(proof)
    if not name:
        raise ProofMalformed(why="cryptosuite")
    if name not in SUITES:
        raise ProofUnsupported(suite=name[:80])
    return SUITES[name]


def check_form(proof: Mapping[str, Any], *, purpose: str, now: datetime) -> None:
    """
    Check the members of a proof that need no key.

    Raises:
        ProofMalformed: a member is missing or of the wrong form.
        ProofPurposeWrong, ProofExpired: made for something else, or out of its dates.
    """
    from shared.errors import ProofExpired, ProofPurposeWrong

    for member in ("verificationMethod", "proofPurpose", "proofValue"):
        if not isinstance(proof.get(member), str):
            raise ProofMalformed(why=member)
    if proof["proofPurpose"] != purpose:
        raise ProofPurposeWrong(purpose=str(proof["proofPurpose"])[:80])
    for member in ("created", "expires"):
        if member in proof and parse_instant(proof[member]) is None:
            raise ProofMalformed(why=member)
    expires = parse_instant(proof.get("expires"))
    if expires is not None and expires < now:
        raise ProofExpired(why="expired")


def verify(
    document: Json,
    proof: Mapping[str, Any],
    key: PublicKey,
    *,
    proofs: Sequence[Mapping[str, Any]] = (),
) -> None:
    """
    Verify one proof of ``document`` with the key that it names.

    Args:
        document: the secured document; its ``proof`` member is left out of the hash.
        proof: one of its proofs, whose form was checked.
        key: the key that ``verificationMethod`` stands for.
        proofs: every proof of the document, for ``previousProof`` chains.

    Raises:
        ProofInvalid: the signature is not one of this document by this key.
        ProofMalformed: ``proofValue`` is not base58btc of the right length.
        ProofUnsupported: unknown suite.
        UncoveredText, ContextUnknown, CanonicalizationRefused: no bytes can be made.
    """
    suite = suite_of(proof)
    if key.kind not in suite.kinds:
        raise ProofInvalid(why="key-kind")
    signature = _signature_of(proof, key)
    unsecured = {name: value for name, value in document.items() if name != "proof"}
    previous = _previous(proof, proofs)
    if previous:
        unsecured["proof"] = previous
    failure = ProofInvalid(why="signature")
    for message in _messages(unsecured, proof, suite, key.kind):
        try:
            return key.verify(signature, message)
        except ProofInvalid as error:
            failure = error
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
        suite: ``eddsa-rdfc-2022`` or ``eddsa-jcs-2022``.
        purpose: ``assertionMethod`` for a credential, ``authentication`` for a presentation.
        more: further proof options, such as ``challenge`` and ``domain``.

    Returns:
        A copy of the document with ``proof``.

    Raises:
        UncoveredText, ContextUnknown: the signature would not cover the whole text.
    """
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
    message = next(_messages(unsecured, proof, SUITES[suite], KeyKind.ED25519))
    return {**unsecured, "proof": {**proof, "proofValue": multibase_encode(key.sign(message))}}


def _signature_of(proof: Mapping[str, Any], key: PublicKey) -> bytes:
    value = proof["proofValue"]
    if not value.startswith("z"):
        raise ProofMalformed(why="proofValue")
    try:
        signature = base58_decode(value[1:])
    except ValueError as error:
        raise ProofMalformed(why="proofValue") from error
    if len(signature) != _SIGNATURE_BYTES[key.kind]:
        raise ProofMalformed(why="proofValue")
    return signature


def _previous(
    proof: Mapping[str, Any], proofs: Sequence[Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """The proofs that a chained proof was made over (Data Integrity §4.3 Proof Chains)."""
    wanted = proof.get("previousProof")
    if wanted is None:
        return []
    names = wanted if isinstance(wanted, list) else [wanted]
    by_id = {other.get("id"): other for other in proofs if other is not proof}
    if not all(isinstance(name, str) and name in by_id for name in names):
        raise ProofInvalid(why="previousProof")
    _refuse_cycles(proof, by_id)
    return [by_id[name] for name in names]


def _refuse_cycles(
    proof: Mapping[str, Any], by_id: Mapping[Any, Mapping[str, Any]]
) -> None:
    seen: set[Any] = set()
    at: Any = proof
    while at is not None and (before := at.get("previousProof")) is not None:
        name = before[0] if isinstance(before, list) and before else before
        if not isinstance(name, str) or name in seen or name == proof.get("id"):
            raise ProofInvalid(why="previousProof")
        seen.add(name)
        at = by_id.get(name)


def _messages(
    unsecured: Json, proof: Mapping[str, Any], suite: Suite, kind: KeyKind
) -> Iterator[bytes]:
    """
    The bytes a signature may be over, the likeliest first.

    More than one only for JSON-LD: a context published in two editions under one
    address, and the two readings of RDFC-1.0 (docs/decisions/0012).
    """
    options = {name: value for name, value in proof.items() if name != "proofValue"}
    hasher = hashlib.sha384 if kind is KeyKind.P384 else hashlib.sha256
    if suite.uses_json_ld:
        from shared.canonical.jsonld import canonical_forms

        options["@context"] = unsecured.get("@context")
        algorithm = "sha384" if kind is KeyKind.P384 else "sha256"
        for texts in canonical_forms((options, unsecured), algorithm=algorithm):
            yield b"".join(hasher(text.encode("utf-8")).digest() for text in texts)
        return
    from shared.canonical.jcs import jcs

    if "@context" in options:
        unsecured = _with_context_of(unsecured, options["@context"])
    yield hasher(jcs(options)).digest() + hasher(jcs(unsecured)).digest()


def _with_context_of(unsecured: Json, context: Any) -> Json:
    """The document's contexts must begin with those of the proof (eddsa-jcs-2022 §3.3.2)."""
    ours = context if isinstance(context, list) else [context]
    theirs = unsecured.get("@context")
    theirs = theirs if isinstance(theirs, list) else [theirs]
    if theirs[: len(ours)] != ours:
        raise ProofInvalid(why="context")
    return {**unsecured, "@context": context}
