"""
What a person holds, sealed under the key of their space: nobody else reads or moves it.

XChaCha20-Poly1305 with a random nonce.  Each seal is bound to the kind of record and to
its identifier, so that one record put in the place of another does not open; the key is
that of one space, so that nothing opens in another space.  Lengths are rounded up,
because the size of a picture would tell which badge it is.

Sources: libsodium, "XChaCha20-Poly1305-IETF", "Padding"; Nikitin and others, "Reducing
Metadata Leakage from Encrypted Files" (Padmé).
"""

import hashlib
import secrets
from enum import StrEnum

import nacl.bindings
import nacl.exceptions
import nacl.secret

from wallet.errors import VaultDamaged

FORMAT = b"\x01"
SMALLEST = 512
"""No record is told from another by its length below this."""
_CONTEXT = b"badges-bfc vault 1"


class Kind(StrEnum):
    """What a seal is around."""

    BADGE = "badge"
    ORIGINAL = "original"
    AWARD = "award"
    SECRETS = "secrets"
    OVERVIEW = "overview"


class Seal:
    """The key of a space at work."""

    def __init__(self, key: bytes) -> None:
        """``key``: 32 bytes, kept secret by the caller."""
        self._box = nacl.secret.Aead(derived(key, b"records"))
        self._marks = derived(key, b"marks")
        self.key_id = derived(key, b"name").hex()[:32]
        """Tells one key from another, and nothing about either."""

    def closed(self, kind: Kind, name: str, content: bytes) -> bytes:
        """``content`` as it rests; it opens only as this kind and under this name."""
        return FORMAT + bytes(self._box.encrypt(padded(content), _bound(kind, name)))

    def opened(self, kind: Kind, name: str, resting: bytes) -> bytes:
        """The content. Raises: VaultDamaged, changed, moved, or of another space."""
        if resting[:1] != FORMAT:
            raise VaultDamaged
        try:
            return unpadded(bytes(self._box.decrypt(resting[1:], _bound(kind, name))))
        except (nacl.exceptions.CryptoError, ValueError) as error:
            raise VaultDamaged from error

    def mark(self, *parts: str) -> str:
        """What stands for a text, so that the same is found again and cannot be guessed."""
        text = "\n".join(parts).encode()
        return hashlib.blake2b(text, digest_size=32, key=self._marks).hexdigest()


def derived(key: bytes, purpose: bytes, salt: bytes = b"") -> bytes:
    """A key for one purpose; none tells anything about another."""
    return hashlib.blake2b(salt, digest_size=32, key=key, person=b"bfc-" + purpose).digest()


def new_key() -> bytes:
    """A key for a space, from the system's random source."""
    return secrets.token_bytes(nacl.secret.Aead.KEY_SIZE)


def padded(content: bytes) -> bytes:
    """Rounded up: at most an eighth longer, or ``SMALLEST``."""
    return nacl.bindings.sodium_pad(content, _step(len(content) + 1))


def unpadded(content: bytes) -> bytes:
    """Without what rounded it up. Raises: ValueError, it was not rounded so."""
    end = content.rstrip(b"\0")
    if not end.endswith(b"\x80"):
        raise ValueError(len(content))
    return end[:-1]


def _step(length: int) -> int:
    """Keep the leading bits of a length, as many as it takes to write its magnitude."""
    if length <= SMALLEST:
        return SMALLEST
    magnitude = length.bit_length() - 1
    return 1 << (magnitude - magnitude.bit_length())


def _bound(kind: Kind, name: str) -> bytes:
    return b"\0".join((_CONTEXT, kind.encode(), name.encode()))
