"""
The recovery card of a space: words on paper that open it when its phrase is forgotten.

The words are a secret of their own, drawn at random, from which a pair of keys is made.
The space knows the public one, and puts its key under it each time that key changes: the
card goes on opening the space after its phrase was changed.  A new card comes with a new
key of the space, so that the old card opens nothing any more.

Sources: libsodium, "Sealed boxes"; our own list of words (``phrases``).
"""

import hashlib
import math
import secrets

import nacl.exceptions
import nacl.public

from wallet.errors import CardUnreadable, LockRefused, WrongCard
from wallet.vault import phrases
from wallet.vault.locks import KEY_BYTES, recovery_part

WORDS_ON_A_CARD = 12
"""124 bits: nobody guesses them, whatever the speed, so that nothing slow is needed."""
PREFIX = "badges-bfc:card:1:"
"""In front of the words in the square of the card, with its version."""
MAGIC = b"BADGERCV"
VERSION = 1
_FRONT = MAGIC + bytes([VERSION])
_CONTEXT = b"badges-bfc card 1"


def new_words() -> str:
    """The words of a new card, drawn from the system's random source."""
    return " ".join(secrets.choice(phrases.words()) for _ in range(WORDS_ON_A_CARD))


def bits_of_a_card() -> float:
    """How many yes-or-no questions stand between a guess and a card."""
    return WORDS_ON_A_CARD * math.log2(len(phrases.words()))


def read(text: str) -> str:
    """
    The words of a card, typed or read from its square, as they count.

    Raises:
        CardUnreadable: these are not the words of a card; ``why``: ``count`` or ``word``.
    """
    bare = text.strip()
    words = phrases.folded(bare.removeprefix(PREFIX)).split()
    if len(words) != WORDS_ON_A_CARD:
        raise CardUnreadable(why="count", count=WORDS_ON_A_CARD)
    if not set(words) <= set(phrases.words()):
        raise CardUnreadable(why="word", count=WORDS_ON_A_CARD)
    return " ".join(words)


def public_of(words: str) -> bytes:
    """What a space may know of a card; it opens nothing."""
    return bytes(_private(words).public_key)


def wrapped(key: bytes, public: bytes) -> bytes:
    """The key of a space under a card, to stand behind its lock."""
    box = nacl.public.SealedBox(nacl.public.PublicKey(public))
    return _FRONT + bytes(box.encrypt(_FRONT + key))


def unwrapped(lock: bytes, words: str) -> bytes:
    """
    The key inside a lock, by the words of its card (``read`` gives them).

    Raises:
        WrongCard: the space has no card, or another one.
        LockRefused: what stands behind the lock is none of ours.
    """
    part = recovery_part(lock)
    if part is None:
        raise WrongCard
    if not part.startswith(_FRONT):
        raise LockRefused(why="version")
    try:
        found = bytes(nacl.public.SealedBox(_private(words)).decrypt(part[len(_FRONT) :]))
    except nacl.exceptions.CryptoError as error:
        raise WrongCard from error
    if found[: len(_FRONT)] != _FRONT or len(found) != len(_FRONT) + KEY_BYTES:
        raise LockRefused(why="kind")
    return found[len(_FRONT) :]


def _private(words: str) -> nacl.public.PrivateKey:
    secret = hashlib.blake2b(words.encode(), digest_size=KEY_BYTES, key=_CONTEXT)
    return nacl.public.PrivateKey(secret.digest())
