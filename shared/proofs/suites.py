"""
The suites of Data Integrity proofs: how each turns a document into the bytes it signs.

What is signed is the hash of the proof's own options followed by the hash of the
document; the suites differ in how a document becomes text (RDFC-1.0 or JCS), in the
hash, in the curve and in where the signature is written.

Sources: W3C Data Integrity EdDSA Cryptosuites 1.0; ECDSA Cryptosuites 1.0;
Ed25519Signature2020 and Ed25519Signature2018 (CCG); RFC 7797 for the latter.
"""

import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from shared import contexts, strict_json
from shared.errors import (
    Fact,
    ProofInvalid,
    ProofMalformed,
    ProofUnsupported,
    UncoveredText,
    UnsafeJson,
)
from shared.keys import KeyKind
from shared.model import Json
from shared.multibase import base58_decode, base64url_decode

SECURITY_V2 = "https://w3id.org/security/v2"
SIGNATURE_MEMBERS = ("proofValue", "jws")
DETACHED_HEADER = {"alg": "EdDSA", "b64": False, "crit": ["b64"]}
"""The one header of an ``Ed25519Signature2018`` (its specification, §"Signing")."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Message:
    """The bytes a signature may be over, and how the document was read to make them."""

    content: bytes
    facts: Mapping[str, Fact] = field(default_factory=dict)
    """``contexts``: the edition of the contexts; ``canonicalization``: ``list`` or ``set``, the
    reading of RDFC-1.0. Empty for JCS, which has one reading only."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suite:
    """How one suite makes bytes, and the keys it goes with."""

    name: str
    kinds: tuple[KeyKind, ...]
    uses_json_ld: bool = True
    """RDFC-1.0 over JSON-LD; else JCS over JSON."""
    member: str = "proofValue"
    """Where the signature stands: ``proofValue`` in base58, or a detached ``jws``."""


_ED25519 = (KeyKind.ED25519,)
_NIST = (KeyKind.P256, KeyKind.P384)

SUITES: Mapping[str, Suite] = {
    suite.name: suite
    for suite in (
        Suite(name="eddsa-rdfc-2022", kinds=_ED25519),
        Suite(name="eddsa-2022", kinds=_ED25519),
        Suite(name="eddsa-jcs-2022", kinds=_ED25519, uses_json_ld=False),
        Suite(name="ecdsa-rdfc-2019", kinds=_NIST),
        Suite(name="ecdsa-jcs-2019", kinds=_NIST, uses_json_ld=False),
        Suite(name="Ed25519Signature2020", kinds=_ED25519),
        Suite(name="Ed25519Signature2018", kinds=_ED25519, member="jws"),
    )
}
"""``eddsa-2022`` is the name that ``eddsa-rdfc-2022`` had before the standard was final."""

_PROOF_TYPES = frozenset({"Ed25519Signature2020", "Ed25519Signature2018"})
"""Suites named by the ``type`` of the proof; the others are its ``cryptosuite``."""

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
    integrity = proof["type"] == "DataIntegrityProof"
    name = suite_name(proof)
    if not name or ("cryptosuite" in proof and not integrity):
        raise ProofMalformed(why="cryptosuite")
    # A suite's name in the other place is another thing: it was never published there.
    if name not in SUITES or integrity == (name in _PROOF_TYPES):
        raise ProofUnsupported(suite=name[:80])
    return SUITES[name]


def signature_of(proof: Mapping[str, Any], suite: Suite, kind: KeyKind) -> bytes:
    """
    The signature that a proof bears, of the length that goes with the key.

    Raises:
        ProofMalformed: not base58btc, or not a detached JWS of the one form; another length.
    """
    value = proof[suite.member]
    try:
        if suite.member == "jws":
            signature = base64url_decode(_detached_parts(value)[1])
        elif value.startswith("z"):
            signature = base58_decode(value[1:])
        else:
            raise ProofMalformed(why="proofValue")
    except ValueError as error:
        raise ProofMalformed(why=suite.member) from error
    if len(signature) != _SIGNATURE_BYTES[kind]:
        raise ProofMalformed(why=suite.member)
    return signature


def messages(
    unsecured: Json, proof: Mapping[str, Any], suite: Suite, kind: KeyKind
) -> Iterator[Message]:
    """
    The bytes a signature may be over, the likeliest first.

    More than one only for JSON-LD: a context published in two editions under one
    address, and the two readings of RDFC-1.0 (docs/decisions/0012).

    Raises:
        UncoveredText, ContextUnknown, CanonicalizationRefused: no bytes can be made.
        ProofInvalid: the contexts of proof and document do not agree.
    """
    options = {name: value for name, value in proof.items() if name not in SIGNATURE_MEMBERS}
    hasher = hashlib.sha384 if kind is KeyKind.P384 else hashlib.sha256
    if not suite.uses_json_ld:
        from shared.canonical.jcs import jcs

        if "@context" in options:
            unsecured = _with_context_of(unsecured, options["@context"])
        yield Message(content=hasher(jcs(options)).digest() + hasher(jcs(unsecured)).digest())
        return
    from shared.canonical.jsonld import canonical_forms

    _refuse_own_meaning(options)
    # The 2018 suite reads the options of its proof by a context of its own.
    options["@context"] = SECURITY_V2 if suite.member == "jws" else unsecured.get("@context")
    before = (
        f"{_detached_parts(proof['jws'])[0]}.".encode("ascii") if suite.member == "jws" else b""
    )
    algorithm = "sha384" if kind is KeyKind.P384 else "sha256"
    for form in canonical_forms((options, unsecured), algorithm=algorithm):
        digests = [hasher(text.encode("utf-8")).digest() for text in form.texts]
        yield Message(
            content=before + b"".join(digests),
            facts={"contexts": form.edition, "canonicalization": form.related},
        )


def _detached_parts(jws: str) -> tuple[str, str]:
    """
    Header and signature of a detached JWS, as written.

    Raises:
        ProofMalformed: another form, or a header that means something else.
    """
    header, _, rest = jws.partition("..")
    if not rest or "." in header + rest:
        raise ProofMalformed(why="jws")
    try:
        said = strict_json.load_object(base64url_decode(header))
    except (ValueError, UnsafeJson) as error:
        raise ProofMalformed(why="jws") from error
    if said != DETACHED_HEADER:
        raise ProofInvalid(why="jws")
    return header, rest


def _refuse_own_meaning(options: Mapping[str, Any]) -> None:
    """
    The contexts that a proof brings along are not those it is read by, so they must be ours.

    Raises:
        UncoveredText: a context written out, or one that is not shipped: it would be signed
            by nobody.
    """
    named = options.get("@context", [])
    for one in named if isinstance(named, list) else [named]:
        if not isinstance(one, str) or not contexts.known(one):
            raise UncoveredText(path="/proof/@context", why="inline-context")


def _with_context_of(unsecured: Json, context: Any) -> Json:
    """
    The document's contexts must begin with those of the proof (eddsa-jcs-2022 §3.3.2).

    Those that follow are not signed: somebody may have added them.

    Raises:
        ProofInvalid: other contexts, or another order.
        UncoveredText: one that follows is not shipped, so nobody knows what it makes of the text.
    """
    ours = context if isinstance(context, list) else [context]
    theirs = unsecured.get("@context")
    theirs = theirs if isinstance(theirs, list) else [theirs]
    if theirs[: len(ours)] != ours:
        raise ProofInvalid(why="context")
    for place, added in enumerate(theirs[len(ours) :], len(ours)):
        if not isinstance(added, str) or not contexts.known(added):
            raise UncoveredText(path=f"/@context/{place}", why="inline-context")
    return {**unsecured, "@context": context}
