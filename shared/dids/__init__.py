"""
DIDs: from an identifier to the document of its controller.

Sources: W3C DID Core 1.0; did:key, did:jwk and did:web method specifications.
"""

import re
from collections.abc import Callable, Mapping

from shared.dids import jwk, key, web
from shared.errors import DidDocumentInvalid, DidMethodUnknown
from shared.fetching import Fetch
from shared.model import Json

MAX_DID_LETTERS = 2048
"""A did:jwk of a 4096-bit RSA key takes about 1 000 letters."""

_DID = re.compile(r"did:[a-z0-9]+:[A-Za-z0-9._:%-]+\Z")

METHODS: Mapping[str, Callable[[str, Fetch], Json]] = {
    "key": lambda did, _fetch: key.resolve(did),
    "jwk": lambda did, _fetch: jwk.resolve(did),
    "web": lambda did, fetch: web.resolve(did, fetch=fetch),
}
"""The methods that are resolved; a DID of another proves nothing either way."""

KnownDocuments = Callable[[str], Json | None]
"""Answers a DID from what is known already (a registry's index); ``None``: ask its method."""


def nothing_known(_did: str) -> Json | None:
    """No document is known beforehand."""
    return None


def is_did(text: str) -> bool:
    """Whether ``text`` has the form of a DID, without path or fragment."""
    return len(text) <= MAX_DID_LETTERS and bool(_DID.match(text))


def resolve(did: str, *, fetch: Fetch, known: KnownDocuments = nothing_known) -> Json:
    """
    The DID document of ``did``.

    Raises:
        DidMethodUnknown: a method that this program does not resolve.
        DidDocumentInvalid: not a DID, or the document had is not one for it.
        KeyInvalid: a did:key or did:jwk that holds no key.
        KeyUnavailable: the host of the document does not give it.
    """
    if not is_did(did):
        raise DidDocumentInvalid(why="did")
    if (document := known(did)) is not None:
        return document
    method = did.split(":", 2)[1]
    if method not in METHODS:
        raise DidMethodUnknown(method=method[:40])
    return METHODS[method](did, fetch)
