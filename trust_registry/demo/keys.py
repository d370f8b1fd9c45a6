"""The keys of the region, each from a label: the same on every machine, secret on none."""

import hashlib
import uuid

from shared.keys import SigningKey
from shared.status.bits import MIN_LIST_BITS

_SPACE = "badges-bfc demo region"
_NAMES = uuid.uuid5(uuid.NAMESPACE_DNS, "region.badges-bfc.example")


def seed_of(label: str) -> bytes:
    """The 32 bytes that a label stands for."""
    return hashlib.sha256(f"{_SPACE}/{label}".encode()).digest()


def key_of(label: str) -> SigningKey:
    """The key that a label stands for."""
    return SigningKey.from_seed(seed_of(label))


def number_of(label: str, *, letters: int) -> str:
    """A number in hexadecimal, for salts and addresses."""
    return hashlib.sha256(f"{_SPACE}/number/{label}".encode()).hexdigest()[:letters]


def urn_of(label: str) -> str:
    """A ``urn:uuid:`` that stays the same."""
    return uuid.uuid5(_NAMES, label).urn


def place_of(label: str) -> int:
    """A place in a status list."""
    return int(number_of(label, letters=12), 16) % MIN_LIST_BITS
