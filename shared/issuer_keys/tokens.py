"""
Keys that a token names in its header: by ``kid``, or brought along as ``jwk``.

Sources: VC-JOSE-COSE §"Key Discovery"; SD-JWT VC §"JWT VC Issuer Metadata"; OB 3.0 §8.2.
"""

from typing import Any
from urllib.parse import urlsplit

from shared.errors import (
    DidDocumentInvalid,
    FetchFailed,
    KeyInvalid,
    KeyUnavailable,
    ProofMalformed,
)
from shared.issuer_keys.bond import Bond, Issuer, NamedKey, not_checked, proven, unproven
from shared.issuer_keys.documents import (
    document_at,
    key_at_address,
    key_of_did,
    key_published_by_did,
)
from shared.keys import PublicKey
from shared.model import Json

MAX_JWKS_KEYS = 64
"""An issuer that rotates its key every month for five years stays below."""


def key_named_by_header(header: Json, issuer: Issuer) -> NamedKey:
    """
    The key that the header of a JWT names by ``kid``, or brings along as ``jwk``.

    ``jku``, ``x5u`` and ``x5c`` are left alone: a token may not say where its key is.

    Raises:
        ProofMalformed: ``kid`` is no text, or ``jwk`` no public key.
    """
    kid = header.get("kid")
    if kid is not None and not isinstance(kid, str):
        raise ProofMalformed(why="kid")
    if "jwk" in header:
        return _key_brought_along(header["jwk"], kid or "", issuer)
    if kid is not None and kid.startswith("did:"):
        return key_of_did(kid.partition("#")[0], kid, issuer)
    if issuer.id.startswith("did:"):
        if kid is not None and kid.startswith(("https://", "http://")):
            return unproven(kid, None)
        return key_of_did(issuer.id, _method_in(issuer.id, kid), issuer)
    if issuer.id.startswith("https://"):
        return _key_of_address(kid, issuer)
    return unproven(kid or "", None)


def _method_in(did: str, kid: str | None) -> str:
    """A ``kid`` that is no address names a method of the issuer's own document."""
    return did if kid is None else f"{did}#{kid.removeprefix('#')}"


def _key_brought_along(jwk: Any, kid: str, issuer: Issuer) -> NamedKey:
    """A key in the token's own header proves nothing until the issuer publishes it too."""
    if not isinstance(jwk, dict):
        raise ProofMalformed(why="jwk")
    try:
        key = PublicKey.from_jwk(jwk)
    except KeyInvalid as error:
        raise ProofMalformed(why="jwk") from error
    if issuer.id.startswith("https://"):
        return _key_in_sets(kid, key, issuer)
    if issuer.id.startswith("did:"):
        return key_published_by_did(key, kid, issuer)
    return unproven(kid, key)


def _key_of_address(kid: str | None, issuer: Issuer) -> NamedKey:
    """An https issuer publishes its keys in sets on its host, or in its own document."""
    if kid is not None and kid.partition("#")[0] == issuer.id:
        found = key_at_address(kid, issuer)
        if found.bond is not Bond.UNPROVEN:
            return found
    return _key_in_sets(kid or "", None, issuer)


def _key_in_sets(kid: str, brought: PublicKey | None, issuer: Issuer) -> NamedKey:
    """
    Look for a key in the sets that an https issuer publishes on its own host.

    The issuer's own set answers before the host's, which may be that of several issuers.
    """
    unreached: FetchFailed | None = None
    had = False
    for address in _set_addresses(issuer.id):
        try:
            keys = _keys_at(address, issuer)
        except FetchFailed as error:
            unreached = unreached or error
            continue
        except DidDocumentInvalid:
            continue
        had = True
        for jwk in keys:
            found = _fitting(jwk, kid, brought)
            if found is not None:
                return proven(kid or issuer.id, found)
    if unreached is not None and not had:
        return not_checked(kid or issuer.id, brought, KeyUnavailable(**unreached.facts))
    return unproven(kid or issuer.id, brought)


def _set_addresses(issuer_id: str) -> tuple[str, ...]:
    try:
        parts = urlsplit(issuer_id)
    except ValueError:
        return ()
    root = f"https://{parts.netloc}/.well-known"
    path = parts.path.rstrip("/")
    return f"{root}/jwt-vc-issuer{path}", f"{root}/jwks.json"


def _keys_at(address: str, issuer: Issuer) -> list[Json]:
    document: Any = document_at(address, issuer.fetch)
    if "/.well-known/jwt-vc-issuer" in address:
        if document.get("issuer") != issuer.id:
            raise DidDocumentInvalid(why="issuer")
        linked = document.get("jwks_uri")
        document = document.get("jwks")
        if document is None and isinstance(linked, str):
            document = document_at(linked, issuer.fetch)
    keys = document.get("keys") if isinstance(document, dict) else None
    if not isinstance(keys, list) or len(keys) > MAX_JWKS_KEYS:
        raise DidDocumentInvalid(why="jwks")
    return [key for key in keys if isinstance(key, dict)]


def _fitting(jwk: Json, kid: str, brought: PublicKey | None) -> PublicKey | None:
    if brought is None and (not kid or jwk.get("kid") != kid):
        return None
    try:
        key = PublicKey.from_jwk(jwk)
    except KeyInvalid:
        return None
    return key if brought in (None, key) else None
