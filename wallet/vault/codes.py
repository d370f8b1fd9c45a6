"""
A short code on paper opens one sealed file among others: what a code is, and what it opens.

Ten letters and digits of Crockford's alphabet are 50 bits, drawn at random.  Argon2id makes
each guess cost a third of a second and 64 MiB; one derivation is shared by the files of one
bundle, so that whoever holds a bundle of 200 still needs thousands of years of computing.

Sources: Crockford, "Base 32"; RFC 9106 (Argon2id); libsodium, XChaCha20-Poly1305.
"""

import secrets
from dataclasses import dataclass

import nacl.exceptions
import nacl.pwhash.argon2id
import nacl.secret

from wallet.errors import BundleUnreadable, CodeUnknown
from wallet.vault.locks import CEILING, FLOOR, Cost
from wallet.vault.sealing import derived, padded, unpadded

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
"""Without I, L, O and U, which are read as others."""
CODE_LETTERS = 10
"""50 bits: short enough to copy from paper, and never used anywhere else."""
SALT_BYTES = 16
MARK_BYTES = 16
_HALF = CODE_LETTERS // 2
_READ_AS = str.maketrans({"O": "0", "I": "1", "L": "1"})
_KIB = 1024


@dataclass(frozen=True, slots=True, kw_only=True)
class Locked:
    """One file under a code."""

    mark: bytes
    """Tells which file a code opens, to whoever has the code."""
    sealed: bytes


def new_code() -> str:
    """A new code, in two halves: ``7QK3M-X9P4D``."""
    drawn = "".join(secrets.choice(ALPHABET) for _ in range(CODE_LETTERS))
    return f"{drawn[:_HALF]}-{drawn[_HALF:]}"


def folded(typed: str) -> str:
    """
    A code as it counts: in any case, with or without hyphens and spaces; O is 0, I and L are 1.

    Raises:
        CodeUnknown: it has not the form of a code.
    """
    letters = "".join(sign for sign in typed[:100].upper() if sign.isalnum()).translate(_READ_AS)
    if len(letters) != CODE_LETTERS or set(letters) - set(ALPHABET):
        raise CodeUnknown
    return letters


def stretched(code: str, salt: bytes, cost: Cost) -> bytes:
    """
    The key of a code in one bundle; this is what a guess costs.

    Raises:
        CodeUnknown: see ``folded``.
        BundleUnreadable: the bundle asks for too much work, or too little; nothing was computed.
    """
    fair = (
        FLOOR.passes <= cost.passes <= CEILING.passes
        and FLOOR.memory_kib <= cost.memory_kib <= CEILING.memory_kib
    )
    if not fair or len(salt) != SALT_BYTES:
        raise BundleUnreadable(why="cost")
    return nacl.pwhash.argon2id.kdf(
        nacl.secret.Aead.KEY_SIZE,
        folded(code).encode(),
        salt,
        opslimit=cost.passes,
        memlimit=cost.memory_kib * _KIB,
    )


def locked(content: bytes, key: bytes) -> Locked:
    """``content`` under a stretched code; its length is rounded up."""
    mark = mark_of(key)
    box = nacl.secret.Aead(derived(key, b"claim"))
    return Locked(mark=mark, sealed=bytes(box.encrypt(padded(content), mark)))


def mark_of(key: bytes) -> bytes:
    """What a stretched code is found by."""
    return derived(key, b"find")[:MARK_BYTES]


def opened(one: Locked, key: bytes) -> bytes:
    """The content. Raises: BundleUnreadable, it was changed or is another code's."""
    try:
        box = nacl.secret.Aead(derived(key, b"claim"))
        return unpadded(bytes(box.decrypt(one.sealed, one.mark)))
    except (nacl.exceptions.CryptoError, ValueError) as error:
        raise BundleUnreadable(why="damaged") from error
