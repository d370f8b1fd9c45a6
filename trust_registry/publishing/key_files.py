"""
A key that one person or one partner keeps: a file under a passphrase, and its public half.

The file is a few lines of JSON, so that it can be printed and put in a safe.  The seed is
sealed by XChaCha20-Poly1305 under a key that Argon2id makes of the passphrase; what stands
beside it is bound to it, and costs are bounded before any work is done.

Sources: RFC 9106 §4, second recommended option; libsodium, "XChaCha20-Poly1305-IETF".
"""

import json
import secrets
import unicodedata
from dataclasses import dataclass
from typing import Any

import nacl.exceptions
import nacl.pwhash
import nacl.secret

from shared import strict_json
from shared.errors import KeyInvalid, UnsafeJson
from shared.keys import KeyKind, PublicKey, SigningKey
from shared.multibase import base64url_decode, base64url_encode
from trust_registry.errors import KeyFileInvalid, PassphraseShort, PassphraseWrong
from trust_registry.publishing.keyring import SEED_BYTES

FORMAT = 1
PRIVATE, PUBLIC = "badge-registry private key", "badge-registry public key"
LEAST_PASSPHRASE = 12
"""Characters: a few words; the file may be copied by whoever finds the USB key."""
MAX_PASSES, MAX_MEMORY_BYTES = 16, 2**30
"""A file that asks for more is no key of ours, and would only keep the machine busy."""

_PUBLIC_FIELDS = ("what", "format", "public")
_PRIVATE_FIELDS = (*_PUBLIC_FIELDS, "passes", "memory_bytes", "salt", "sealed", "registry")


@dataclass(frozen=True, slots=True, kw_only=True)
class Strength:
    """What one try of a passphrase costs."""

    passes: int
    memory_bytes: int


USUAL = Strength(passes=3, memory_bytes=64 * 2**20)


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyFile:
    """A key at rest."""

    public: PublicKey
    strength: Strength
    salt: bytes
    sealed: bytes
    registry: str | None = None
    """SHA-256 of the first file of trust of the registry it serves; ``None``: none yet."""


def sealed(key: SigningKey, passphrase: str, *, strength: Strength | None = None) -> KeyFile:
    """
    Put a key under a passphrase.

    Raises:
        PassphraseShort: fewer than ``LEAST_PASSPHRASE`` characters.
    """
    if len(_normal(passphrase)) < LEAST_PASSPHRASE:
        raise PassphraseShort(least=LEAST_PASSPHRASE)
    strength = strength or USUAL
    salt = secrets.token_bytes(nacl.pwhash.argon2id.SALTBYTES)
    box = nacl.secret.Aead(_stretched(passphrase, salt, strength))
    content = bytes(box.encrypt(key.seed, _bound(key.public, strength)))
    return KeyFile(public=key.public, strength=strength, salt=salt, sealed=content)


def opened(file: KeyFile, passphrase: str) -> SigningKey:
    """Take a key out. Raises: PassphraseWrong, also when the file was altered."""
    box = nacl.secret.Aead(_stretched(passphrase, file.salt, file.strength))
    try:
        seed = box.decrypt(file.sealed, _bound(file.public, file.strength))
    except (nacl.exceptions.CryptoError, ValueError) as error:
        raise PassphraseWrong from error
    key = SigningKey.from_seed(bytes(seed)) if len(seed) == SEED_BYTES else None
    if key is None or key.public != file.public:
        raise PassphraseWrong
    return key


def private_text(file: KeyFile) -> bytes:
    """The file that its owner keeps."""
    return _lines(
        {
            "what": PRIVATE,
            "format": FORMAT,
            "public": file.public.multibase,
            "passes": file.strength.passes,
            "memory_bytes": file.strength.memory_bytes,
            "salt": base64url_encode(file.salt),
            "sealed": base64url_encode(file.sealed),
            "registry": file.registry,
        }
    )


def public_text(key: PublicKey) -> bytes:
    """The half that is carried to others."""
    return _lines({"what": PUBLIC, "format": FORMAT, "public": key.multibase})


def read_private(raw: bytes) -> KeyFile:
    """Read the file of a key. Raises: KeyFileInvalid."""
    found = _read(raw, PRIVATE, _PRIVATE_FIELDS)
    if _public(found).kind is not KeyKind.ED25519:
        raise KeyFileInvalid(why="form")
    passes, memory_bytes = found["passes"], found["memory_bytes"]
    registry = found["registry"]
    for number, most in ((passes, MAX_PASSES), (memory_bytes, MAX_MEMORY_BYTES)):
        if type(number) is not int or not 1 <= number <= most:
            raise KeyFileInvalid(why="cost")
    if registry is not None and not isinstance(registry, str):
        raise KeyFileInvalid(why="form")
    try:
        salt, content = base64url_decode(found["salt"]), base64url_decode(found["sealed"])
    except (ValueError, TypeError, AttributeError) as error:
        raise KeyFileInvalid(why="form") from error
    if len(salt) != nacl.pwhash.argon2id.SALTBYTES:
        raise KeyFileInvalid(why="form")
    return KeyFile(
        public=_public(found),
        strength=Strength(passes=passes, memory_bytes=memory_bytes),
        salt=salt,
        sealed=content,
        registry=registry,
    )


def read_public(raw: bytes) -> PublicKey:
    """Read the public half. Raises: KeyFileInvalid, also for a private file: it stays home."""
    return _public(_read(raw, PUBLIC, _PUBLIC_FIELDS))


def fingerprint(multibase: str) -> str:
    """The end of a public key, short enough to be read aloud."""
    return multibase[-8:]


def _read(raw: bytes, what: str, fields: tuple[str, ...]) -> dict[str, Any]:
    try:
        found = strict_json.load_object(raw)
    except UnsafeJson as error:
        raise KeyFileInvalid(why="form") from error
    if found.get("what") != what:
        raise KeyFileInvalid(why="private" if found.get("what") == PRIVATE else "form")
    if set(found) != set(fields) or found["format"] != FORMAT:
        raise KeyFileInvalid(why="form")
    return found


def _public(found: dict[str, Any]) -> PublicKey:
    try:
        key = PublicKey.from_multibase(found["public"])
    except (KeyInvalid, AttributeError, TypeError) as error:
        raise KeyFileInvalid(why="form") from error
    if key.kind not in (KeyKind.ED25519, KeyKind.P256):
        raise KeyFileInvalid(why="form")
    return key


def _stretched(passphrase: str, salt: bytes, strength: Strength) -> bytes:
    try:
        return nacl.pwhash.argon2id.kdf(
            nacl.secret.Aead.KEY_SIZE,
            _normal(passphrase).encode(),
            salt,
            opslimit=strength.passes,
            memlimit=strength.memory_bytes,
        )
    except (nacl.exceptions.CryptoError, ValueError) as error:
        raise KeyFileInvalid(why="cost") from error


def _normal(passphrase: str) -> str:
    """The same letters however a keyboard composes them."""
    return unicodedata.normalize("NFKC", passphrase).strip()


def _bound(public: PublicKey, strength: Strength) -> bytes:
    """What cannot be changed beside a sealed key."""
    return f"{PRIVATE} {public.multibase} {strength.passes} {strength.memory_bytes}".encode()


def _lines(document: dict[str, Any]) -> bytes:
    return json.dumps(document, indent=1).encode() + b"\n"
