"""
Keys of every kind, and proofs worked out here by the letter of the standards.

What the program verifies is not made by the program: the layout of each suite is
written again, so that an error in it cannot cancel itself out.
"""

import base64
import hashlib
import json
from functools import cache

from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import ec, padding, rsa, utils

from shared.canonical.jcs import jcs
from shared.canonical.jsonld import canonical_hash_input
from shared.keys import PublicKey, SigningKey
from shared.multibase import multibase_encode

CREATED = "2026-02-01T10:00:00Z"
SECURITY_V2 = "https://w3id.org/security/v2"


class Ed25519:
    """A key of EdDSA."""

    alg = "EdDSA"

    def __init__(self, seed):
        self.own = SigningKey(bytes([seed]) * 32)
        self.public = self.own.public
        self.sign = self.own.sign


class Ecdsa:
    """A key on P-256 or P-384; signatures are R and S side by side."""

    def __init__(self, curve, secret):
        self.curve = curve
        self.size = (curve.key_size + 7) // 8
        self.hash = hashes.SHA256() if self.size == 32 else hashes.SHA384()
        self.alg = "ES256" if self.size == 32 else "ES384"
        self.own = ec.derive_private_key(secret, curve)
        self.public = PublicKey.from_pem(pem(self.own))

    def sign(self, message):
        r, s = utils.decode_dss_signature(self.own.sign(message, ec.ECDSA(self.hash)))
        return r.to_bytes(self.size, "big") + s.to_bytes(self.size, "big")


class Rsa:
    """A key of RS256."""

    alg = "RS256"

    def __init__(self, bits):
        self.own = rsa.generate_private_key(public_exponent=65537, key_size=bits)

    @property
    def public(self):
        return PublicKey.from_pem(pem(self.own))

    def sign(self, message):
        return self.own.sign(message, padding.PKCS1v15(), hashes.SHA256())


@cache
def ed25519(seed=7):
    return Ed25519(seed)


@cache
def p256(secret=11):
    return Ecdsa(ec.SECP256R1(), secret)


@cache
def p384(secret=13):
    return Ecdsa(ec.SECP384R1(), secret)


@cache
def rsa_key(bits=2048, number=1):
    return Rsa(bits)


SIGNERS = {"Ed25519": ed25519, "P-256": p256, "P-384": p384, "RSA": rsa_key}


def pem(private):
    return (
        private.public_key()
        .public_bytes(serialization.Encoding.PEM, serialization.PublicFormat.SubjectPublicKeyInfo)
        .decode()
    )


def did_key(signer):
    return f"did:key:{signer.public.multibase}"


def method_of(signer):
    return f"{did_key(signer)}#{signer.public.multibase}"


def options_of(suite, signer, **more):
    kind = {"type": "DataIntegrityProof", "cryptosuite": suite}
    if suite.startswith("Ed25519Signature"):
        kind = {"type": suite}
    return {
        **kind,
        "created": CREATED,
        "verificationMethod": method_of(signer),
        "proofPurpose": "assertionMethod",
        **more,
    }


def proof_over(document, signer, suite, **more):
    """The proof of a document, whose member ``proof`` (of a chain) is signed with it."""
    options = options_of(suite, signer, **more)
    if suite == "Ed25519Signature2018":
        return detached(document, signer, options)
    signature = signer.sign(hashes_of(document, options, suite, signer))
    return {**options, "proofValue": multibase_encode(signature)}


def detached(document, signer, options, *, header=b'{"alg":"EdDSA","b64":false,"crit":["b64"]}'):
    """A proof of ``Ed25519Signature2018``: a JWS whose payload, the hashes, is left out."""
    before = b64u(header)
    data = hashes_of(document, options, "Ed25519Signature2018", signer)
    return {**options, "jws": f"{before}..{b64u(signer.sign(before.encode() + b'.' + data))}"}


def hashes_of(document, options, suite, signer):
    """The hash of the options, then the hash of the document."""
    digest = hashlib.sha384 if signer.alg == "ES384" else hashlib.sha256
    if "-jcs-" in suite:
        texts = [jcs(options), jcs(document)]
    else:
        context = SECURITY_V2 if suite.endswith("2018") else document["@context"]
        algorithm = digest().name
        texts = [
            canonical_hash_input(one, algorithm=algorithm).encode()
            for one in ({**options, "@context": context}, document)
        ]
    return b"".join(digest(text).digest() for text in texts)


def secured(document, signer, suite, **more):
    return {**document, "proof": proof_over(document, signer, suite, **more)}


def b64u(raw):
    return base64.urlsafe_b64encode(raw).rstrip(b"=").decode()


def token(payload, signer, header=None, *, signature=None):
    """A compact JWS; ``header`` changes members, ``None`` takes one away."""
    members = {"alg": signer.alg, "typ": "JWT", "kid": method_of(signer), **(header or {})}
    members = {name: value for name, value in members.items() if value is not None}
    parts = [b64u(json.dumps(part, ensure_ascii=False).encode()) for part in (members, payload)]
    signing_input = ".".join(parts)
    made = signer.sign(signing_input.encode()) if signature is None else signature
    return f"{signing_input}.{b64u(made)}"
