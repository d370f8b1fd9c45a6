"""
Keys in and out of Multikey, JWK and PEM, and the signatures made with them.

Ed25519 is signed and verified by libsodium (PyNaCl), which refuses weak keys and
altered signatures that OpenSSL accepts; the other curves and RSA by ``cryptography``.
This is the only module that touches a signature primitive.

Sources: W3C Controlled Identifiers 1.0 §"Multikey"; RFC 7517, 7518, 8032, 8037;
multicodec table (ed25519-pub 0xed, p256-pub 0x1200, p384-pub 0x1201, rsa-pub 0x1205).
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

import nacl.bindings
import nacl.exceptions
import nacl.signing

from shared.errors import KeyInvalid, ProofInvalid
from shared.multibase import (
    base58_decode,
    base64url_decode,
    base64url_encode,
    multibase_decode,
    multibase_encode,
)

MIN_RSA_BITS = 2048
"""NIST SP 800-131A: shorter keys no longer protect a signature."""
MAX_RSA_BITS = 8192
"""Verification time grows with the square of the length; nobody issues longer ones."""
MAX_PEM_LETTERS = 16_384
"""A certificate of an 8192-bit key takes some 3 000."""


class KeyKind(StrEnum):
    """The kinds of key that sign badges."""

    ED25519 = "Ed25519"
    P256 = "P-256"
    P384 = "P-384"
    RSA = "RSA"


_MULTICODEC = {
    KeyKind.ED25519: (b"\xed\x01", 32),
    KeyKind.P256: (b"\x80\x24", 33),
    KeyKind.P384: (b"\x81\x24", 49),
}
_RSA_MULTICODEC = b"\x85\x24"
_EC_BYTES = {KeyKind.P256: 32, KeyKind.P384: 48}

ALGORITHMS = {
    "EdDSA": KeyKind.ED25519,
    "Ed25519": KeyKind.ED25519,
    "ES256": KeyKind.P256,
    "ES384": KeyKind.P384,
    "RS256": KeyKind.RSA,
}
"""JWS algorithms we take, each with the one kind of key it goes with (RFC 8725 §3.1)."""


@dataclass(frozen=True, slots=True)
class PublicKey:
    """A public key that passed the gate: right length, on its curve, not weak."""

    kind: KeyKind
    raw: bytes
    """Ed25519: 32 bytes. P-256/P-384: compressed point. RSA: DER SubjectPublicKeyInfo."""

    @staticmethod
    def from_multibase(text: str) -> "PublicKey":
        """
        Read a Multikey ``publicKeyMultibase`` (base58btc ``z`` or base64url ``u``).

        Raises:
            KeyInvalid: other base, unknown codec, wrong length, off the curve, weak.
        """
        try:
            raw = multibase_decode(text)
        except ValueError as error:
            raise KeyInvalid(why="multibase") from error
        for kind, (prefix, length) in _MULTICODEC.items():
            if raw.startswith(prefix):
                if len(raw) != len(prefix) + length:
                    raise KeyInvalid(why="length")
                return _gate(kind, raw[len(prefix) :])
        if raw.startswith(_RSA_MULTICODEC):
            return _rsa_from_pkcs1(raw[len(_RSA_MULTICODEC) :])
        raise KeyInvalid(why="codec")

    @staticmethod
    def from_base58(text: str) -> "PublicKey":
        """Read an ``Ed25519VerificationKey2018`` ``publicKeyBase58``: 32 raw bytes."""
        try:
            return _gate(KeyKind.ED25519, base58_decode(text))
        except ValueError as error:
            raise KeyInvalid(why="base58") from error

    @staticmethod
    def from_jwk(jwk: Mapping[str, Any]) -> "PublicKey":
        """
        Read a public JWK (RFC 7517, RFC 8037).

        Raises:
            KeyInvalid: a private member is present, ``use``/``key_ops`` forbid
                verification, or the numbers are not those of a key.
        """
        if any(name in jwk for name in ("d", "p", "q", "k")):
            raise KeyInvalid(why="private")
        if jwk.get("use") not in (None, "sig"):
            raise KeyInvalid(why="use")
        operations = jwk.get("key_ops", ["verify"])
        if not isinstance(operations, list) or "verify" not in operations:
            raise KeyInvalid(why="use")
        try:
            return _from_jwk_numbers(jwk)
        except (ValueError, TypeError, KeyError, AttributeError) as error:
            raise KeyInvalid(why="jwk") from error

    @staticmethod
    def from_pem(text: str) -> "PublicKey":
        """
        Read a PEM public key or the public key of a PEM certificate.

        Raises:
            KeyInvalid: not PEM, or of a kind that signs no badge.
        """
        from cryptography import x509
        from cryptography.exceptions import UnsupportedAlgorithm
        from cryptography.hazmat.primitives import serialization

        if len(text) > MAX_PEM_LETTERS:
            raise KeyInvalid(why="length")
        try:
            raw = text.strip().encode("ascii")
            if b"BEGIN CERTIFICATE" in raw:
                return _from_cryptography(x509.load_pem_x509_certificate(raw).public_key())
            return _from_cryptography(serialization.load_pem_public_key(raw))
        except (ValueError, UnsupportedAlgorithm, x509.InvalidVersion) as error:
            raise KeyInvalid(why="pem") from error

    @property
    def multibase(self) -> str:
        """The key as Multikey text (``z6Mk...`` for Ed25519)."""
        if self.kind is KeyKind.RSA:
            return multibase_encode(_RSA_MULTICODEC + _rsa_to_pkcs1(self.raw))
        return multibase_encode(_MULTICODEC[self.kind][0] + self.raw)

    def jwk(self) -> dict[str, str]:
        """The key as a public JWK."""
        if self.kind is KeyKind.ED25519:
            return {"kty": "OKP", "crv": "Ed25519", "x": base64url_encode(self.raw)}
        numbers = _loaded(self).public_numbers()
        if self.kind is KeyKind.RSA:
            return {"kty": "RSA", "n": _number(numbers.n), "e": _number(numbers.e)}
        size = _EC_BYTES[self.kind]
        return {
            "kty": "EC",
            "crv": self.kind.value,
            "x": base64url_encode(numbers.x.to_bytes(size, "big")),
            "y": base64url_encode(numbers.y.to_bytes(size, "big")),
        }

    def pem(self) -> str:
        """A key on a NIST curve as PEM (RFC 5480 ``SubjectPublicKeyInfo``)."""
        from cryptography.hazmat.primitives import serialization

        form = serialization.PublicFormat.SubjectPublicKeyInfo
        raw: bytes = _loaded(self).public_bytes(serialization.Encoding.PEM, form)
        return raw.decode("ascii")

    def verify(self, signature: bytes, message: bytes) -> None:
        """
        Verify a raw signature over ``message``.

        Ed25519: 64 bytes (RFC 8032). P-256 with SHA-256 and P-384 with SHA-384:
        R and S side by side, 64 or 96 bytes. RSA: PKCS #1 v1.5 with SHA-256.

        Raises:
            ProofInvalid: it is not a signature of this message by this key.
        """
        if self.kind is KeyKind.ED25519:
            _verify_ed25519(self.raw, signature, message)
        elif self.kind is KeyKind.RSA:
            _verify_rsa(self, signature, message)
        else:
            _verify_ecdsa(self, signature, message)


class SigningKey:
    """An Ed25519 key that signs; its seed is the only secret."""

    def __init__(self, seed: bytes) -> None:
        """``seed``: 32 bytes, kept secret by the caller."""
        self.seed = seed
        self._key = nacl.signing.SigningKey(seed)
        self.public = _gate(KeyKind.ED25519, bytes(self._key.verify_key))

    @classmethod
    def from_seed(cls, seed: bytes) -> "SigningKey":
        """The key of a seed of 32 bytes."""
        return cls(seed)

    @classmethod
    def generate(cls) -> "SigningKey":
        """A new key from the system's random source."""
        return cls(bytes(nacl.signing.SigningKey.generate()))

    @property
    def did(self) -> str:
        """The did:key of the public half."""
        return f"did:key:{self.public.multibase}"

    @property
    def method(self) -> str:
        """The verification method of that did:key."""
        return f"{self.did}#{self.public.multibase}"

    def sign(self, message: bytes) -> bytes:
        """The 64-byte Ed25519 signature of ``message``."""
        return bytes(self._key.sign(message).signature)


def _gate(kind: KeyKind, raw: bytes) -> PublicKey:
    """Refuse keys of the wrong length, off their curve, of small order or non-canonical."""
    if kind is KeyKind.ED25519:
        if len(raw) != 32 or not nacl.bindings.crypto_core_ed25519_is_valid_point(raw):
            raise KeyInvalid(why="weak-or-malformed")
        return PublicKey(kind, raw)
    from cryptography.hazmat.primitives.asymmetric import ec

    try:
        ec.EllipticCurvePublicKey.from_encoded_point(_curve(kind), raw)
    except ValueError as error:
        raise KeyInvalid(why="point") from error
    return PublicKey(kind, raw)


def _curve(kind: KeyKind) -> Any:
    from cryptography.hazmat.primitives.asymmetric import ec

    return ec.SECP256R1() if kind is KeyKind.P256 else ec.SECP384R1()


def _loaded(key: PublicKey) -> Any:
    """The key as an object of ``cryptography`` (never for Ed25519)."""
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec

    if key.kind is KeyKind.RSA:
        return serialization.load_der_public_key(key.raw)
    return ec.EllipticCurvePublicKey.from_encoded_point(_curve(key.kind), key.raw)


def _number(value: int) -> str:
    return base64url_encode(value.to_bytes((value.bit_length() + 7) // 8, "big"))


def _from_jwk_numbers(jwk: Mapping[str, Any]) -> PublicKey:
    kind = (jwk["kty"], jwk.get("crv"))
    if kind == ("OKP", "Ed25519"):
        return _gate(KeyKind.ED25519, base64url_decode(jwk["x"]))
    if kind in (("EC", "P-256"), ("EC", "P-384")):
        curve = KeyKind(jwk["crv"])
        x, y = base64url_decode(jwk["x"]), base64url_decode(jwk["y"])
        if len(x) != _EC_BYTES[curve] or len(y) != _EC_BYTES[curve]:
            raise KeyInvalid(why="length")
        from cryptography.hazmat.primitives.asymmetric import ec

        point = ec.EllipticCurvePublicKey.from_encoded_point(_curve(curve), b"\x04" + x + y)
        return _from_cryptography(point)
    if jwk["kty"] == "RSA":
        return _rsa(*(int.from_bytes(base64url_decode(jwk[name]), "big") for name in ("n", "e")))
    raise KeyInvalid(why="kind")


def _from_cryptography(key: Any) -> PublicKey:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import ec, ed25519, rsa

    if isinstance(key, rsa.RSAPublicKey):
        numbers = key.public_numbers()
        return _rsa(numbers.n, numbers.e)
    if isinstance(key, ec.EllipticCurvePublicKey):
        names = {"secp256r1": KeyKind.P256, "secp384r1": KeyKind.P384}
        if key.curve.name not in names:
            raise KeyInvalid(why="curve")
        point = key.public_bytes(
            serialization.Encoding.X962, serialization.PublicFormat.CompressedPoint
        )
        return PublicKey(names[key.curve.name], point)
    if isinstance(key, ed25519.Ed25519PublicKey):
        return _gate(KeyKind.ED25519, key.public_bytes_raw())
    raise KeyInvalid(why="kind")


def _rsa(modulus: int, exponent: int) -> PublicKey:
    from cryptography.hazmat.primitives import serialization
    from cryptography.hazmat.primitives.asymmetric import rsa

    if not MIN_RSA_BITS <= modulus.bit_length() <= MAX_RSA_BITS:
        raise KeyInvalid(why="length")
    if exponent < 3 or exponent.bit_length() > 64:
        raise KeyInvalid(why="exponent")
    der = (
        rsa.RSAPublicNumbers(exponent, modulus)
        .public_key()
        .public_bytes(serialization.Encoding.DER, serialization.PublicFormat.SubjectPublicKeyInfo)
    )
    return PublicKey(KeyKind.RSA, der)


def _rsa_from_pkcs1(der: bytes) -> PublicKey:
    from cryptography.hazmat.primitives import serialization

    try:
        return _from_cryptography(serialization.load_der_public_key(der))
    except ValueError as error:
        raise KeyInvalid(why="rsa") from error


def _rsa_to_pkcs1(der: bytes) -> bytes:
    from cryptography.hazmat.primitives import serialization

    key = serialization.load_der_public_key(der)
    return key.public_bytes(serialization.Encoding.DER, serialization.PublicFormat.PKCS1)


def _verify_ed25519(raw: bytes, signature: bytes, message: bytes) -> None:
    # PyNaCl raises ValueError, not BadSignatureError, on another length: ask first.
    if len(signature) != 64:
        raise ProofInvalid(why="length")
    try:
        nacl.signing.VerifyKey(raw).verify(message, signature)
    except (nacl.exceptions.BadSignatureError, ValueError) as error:
        raise ProofInvalid(why="signature") from error


def _verify_rsa(key: PublicKey, signature: bytes, message: bytes) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import padding

    try:
        _loaded(key).verify(signature, message, padding.PKCS1v15(), hashes.SHA256())
    except InvalidSignature as error:
        raise ProofInvalid(why="signature") from error


def _verify_ecdsa(key: PublicKey, signature: bytes, message: bytes) -> None:
    from cryptography.exceptions import InvalidSignature
    from cryptography.hazmat.primitives import hashes
    from cryptography.hazmat.primitives.asymmetric import ec, utils

    size = _EC_BYTES[key.kind]
    if len(signature) != 2 * size:
        raise ProofInvalid(why="length")
    r, s = (int.from_bytes(half, "big") for half in (signature[:size], signature[size:]))
    digest = hashes.SHA256() if key.kind is KeyKind.P256 else hashes.SHA384()
    try:
        _loaded(key).verify(utils.encode_dss_signature(r, s), message, ec.ECDSA(digest))
    except (InvalidSignature, ValueError) as error:
        raise ProofInvalid(why="signature") from error
