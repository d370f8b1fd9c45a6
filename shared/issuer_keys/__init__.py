"""
Whose key is it?  From the key a proof names to the issuer that publishes it.

Two questions are kept apart.  Which key does the proof name: that is enough for the
mathematics, even when the key stands in an address fragment or in the token's own
header.  Does the issuer publish that key for awarding: only this proves the issuer.
"""

from shared.issuer_keys.bond import Bond, Issuer, NamedKey
from shared.issuer_keys.documents import key_named_by_proof
from shared.issuer_keys.tokens import key_named_by_header

__all__ = ["Bond", "Issuer", "NamedKey", "key_named_by_header", "key_named_by_proof"]
