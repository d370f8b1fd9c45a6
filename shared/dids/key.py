"""
did:key: the identifier is the key.

Source: did:key Method v0.9 (W3C CCG) §"Signature Method Creation Algorithm".
"""

from shared.keys import PublicKey
from shared.model import Json


def resolve(did: str) -> Json:
    """
    The document that a did:key stands for.

    Raises:
        KeyInvalid: the identifier is not the Multikey text of a key that signs.
    """
    text = did.removeprefix("did:key:")
    # The gate: a key that cannot be read is refused here, before anyone relies on it.
    PublicKey.from_multibase(text)
    method = f"{did}#{text}"
    return {
        "id": did,
        "verificationMethod": [
            {"id": method, "type": "Multikey", "controller": did, "publicKeyMultibase": text}
        ],
        "assertionMethod": [method],
        "authentication": [method],
    }
