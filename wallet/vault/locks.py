"""
The lock of a protected space: its key, wrapped under the phrase of its owner.

The phrase goes through Argon2id; what comes out opens a wrapping (XChaCha20-Poly1305)
around 32 random bytes, the key of the space.  What is written in front of the wrapping
is authenticated with it, and its cost is bounded on both sides before any work is done:
a crafted lock can neither exhaust a machine nor make a phrase cheap to guess.

Sources: RFC 9106 (Argon2id); libsodium, "Secret-key authenticated encryption".
"""

import secrets
import struct
from dataclasses import dataclass

import nacl.exceptions
import nacl.pwhash.argon2id
import nacl.secret

from wallet.errors import LockRefused, WrongPhrase

KEY_BYTES = 32
MAGIC = b"BADGELCK"
VERSION = 1
ARGON2ID = 1
_SALT_BYTES = 16
_FRONT = struct.Struct(f">8sBBII{_SALT_BYTES}s")
"""Magic, version, derivation, passes, memory in KiB, salt."""
_WRAPPED_BYTES = 24 + KEY_BYTES + 16
"""Nonce, key, authenticator."""
LOCK_BYTES = _FRONT.size + _WRAPPED_BYTES
RECOVERY_BYTES = 9 + 32 + 16 + 9 + KEY_BYTES
"""What may stand behind it: the same key under a card (``recovery``), with its own version."""
_KIB = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Cost:
    """What one guess of a phrase costs."""

    passes: int
    memory_kib: int


USUAL = Cost(passes=3, memory_kib=64 * _KIB)
"""A third of a second on a small machine, once for each opening."""
FLOOR = Cost(passes=2, memory_kib=19 * _KIB)
"""OWASP's least for Argon2id: anything cheaper was tampered with."""
CEILING = Cost(passes=10, memory_kib=256 * _KIB)
"""A few seconds: anything dearer is there to exhaust the machine."""


def wrapped(key: bytes, phrase: str, *, cost: Cost) -> bytes:
    """A new lock around the key of a space. ``phrase``: as ``phrases.folded`` gives it."""
    if not _is_fair(cost):
        raise ValueError(cost)
    salt = secrets.token_bytes(_SALT_BYTES)
    front = _FRONT.pack(MAGIC, VERSION, ARGON2ID, cost.passes, cost.memory_kib, salt)
    box = nacl.secret.Aead(_stretched(phrase, salt, cost))
    return front + bytes(box.encrypt(key, front))


def unwrapped(lock: bytes, phrase: str) -> bytes:
    """
    The key inside a lock.

    Raises:
        LockRefused: it is none of ours, or its cost is out of bounds; nothing was computed.
        WrongPhrase: another phrase, or a damaged lock: nobody can tell these apart.
    """
    cost, salt = _front(lock)
    box = nacl.secret.Aead(_stretched(phrase, salt, cost))
    try:
        return bytes(box.decrypt(lock[_FRONT.size : LOCK_BYTES], lock[: _FRONT.size]))
    except nacl.exceptions.CryptoError as error:
        raise WrongPhrase from error


def cost_of(lock: bytes) -> Cost:
    """What one guess costs. Raises: LockRefused."""
    return _front(lock)[0]


def _front(lock: bytes) -> tuple[Cost, bytes]:
    if len(lock) not in (LOCK_BYTES, LOCK_BYTES + RECOVERY_BYTES):
        raise LockRefused(why="length")
    magic, version, derivation, passes, memory_kib, salt = _FRONT.unpack(lock[: _FRONT.size])
    if magic != MAGIC:
        raise LockRefused(why="kind")
    if (version, derivation) != (VERSION, ARGON2ID):
        raise LockRefused(why="version")
    cost = Cost(passes=passes, memory_kib=memory_kib)
    if not _is_fair(cost):
        raise LockRefused(why="cost")
    return cost, salt


def phrase_part(lock: bytes) -> bytes:
    """A lock without what opens it otherwise than by its phrase. Raises: LockRefused."""
    _front(lock)
    return lock[:LOCK_BYTES]


def recovery_part(lock: bytes) -> bytes | None:
    """The key under a card; ``None``: there is no card. Raises: LockRefused."""
    _front(lock)
    return lock[LOCK_BYTES:] or None


def _is_fair(cost: Cost) -> bool:
    return (
        FLOOR.passes <= cost.passes <= CEILING.passes
        and FLOOR.memory_kib <= cost.memory_kib <= CEILING.memory_kib
    )


def _stretched(phrase: str, salt: bytes, cost: Cost) -> bytes:
    return nacl.pwhash.argon2id.kdf(
        KEY_BYTES,
        phrase.encode(),
        salt,
        opslimit=cost.passes,
        memlimit=cost.memory_kib * _KIB,
    )
