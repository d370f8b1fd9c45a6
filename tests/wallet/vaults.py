"""Vaults and spaces for tests: a known key, and the cheapest lock that is still one."""

from wallet.vault import open_vault
from wallet.vault.locks import FLOOR as CHEAP

__all__ = ["CHEAP", "KEY", "PHRASE", "a_vault", "the_key"]

KEY = b"k" * 32
PHRASE = "canard bougie violon tartine nuage falaise"


def the_key(lock):
    """The key of a vault without a lock."""
    assert lock is None
    return KEY


def a_vault(file):
    """A vault under the known key."""
    return open_vault(file, the_key)
