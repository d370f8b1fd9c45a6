"""
did:jwk: the identifier is a JSON Web Key.

Source: did:jwk Method Specification §"Read".
"""

from shared import strict_json
from shared.errors import KeyInvalid, UnsafeJson
from shared.keys import PublicKey
from shared.model import Json
from shared.multibase import base64url_decode


def resolve(did: str) -> Json:
    """
    The document that a did:jwk stands for.

    Raises:
        KeyInvalid: not base64url of a public JWK.
    """
    try:
        jwk = strict_json.load_object(base64url_decode(did.removeprefix("did:jwk:")))
    except (ValueError, UnsafeJson) as error:
        raise KeyInvalid(why="jwk") from error
    PublicKey.from_jwk({name: value for name, value in jwk.items() if name != "use"})
    method = f"{did}#0"
    signs = jwk.get("use") != "enc"
    return {
        "id": did,
        "verificationMethod": [
            {"id": method, "type": "JsonWebKey", "controller": did, "publicKeyJwk": jwk}
        ],
        "assertionMethod": [method] if signs else [],
        "authentication": [method] if signs else [],
    }
