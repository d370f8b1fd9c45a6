"""
Keys in the documents of their controllers: DIDs, and issuers at an https address.

Source: W3C Controlled Identifiers 1.0 §"Retrieve Verification Method".
"""

from shared import strict_json
from shared.dids import is_did, resolve
from shared.dids.methods import VerificationMethod, find_method, key_of, listed
from shared.errors import (
    DidDocumentInvalid,
    FetchFailed,
    KeyInvalid,
    KeyNotIssuers,
    KeyUnavailable,
    ProofMalformed,
    UnsafeJson,
)
from shared.fetching import Fetch, Redirects
from shared.issuer_keys.bond import (
    Issuer,
    NamedKey,
    not_checked,
    not_the_issuers,
    proven,
    unproven,
)
from shared.keys import PublicKey
from shared.model import Json


def key_named_by_proof(method: str, issuer: Issuer) -> NamedKey:
    """
    The key that a Data Integrity proof names.

    Raises:
        ProofMalformed: ``method`` is no absolute address.
    """
    base = method.partition("#")[0]
    if base.startswith("did:"):
        return key_of_did(base, method, issuer)
    if base.startswith(("https://", "http://")):
        return key_at_address(method, issuer)
    raise ProofMalformed(why="verificationMethod")


def key_of_did(did: str, method: str, issuer: Issuer) -> NamedKey:
    """
    The key that ``method`` names in the document of ``did``.

    Raises:
        ProofMalformed: ``did`` is not a plain DID (a path, a query, thousands of letters).
    """
    if not is_did(did):
        raise ProofMalformed(why="verificationMethod")
    try:
        document = resolve(did, fetch=issuer.fetch, known=issuer.known)
        found = find_method(document, method, purpose=issuer.purpose)
    except KeyInvalid as error:
        return not_the_issuers(method, None, error)
    except KeyNotIssuers as error:
        return not_the_issuers(method, key_in_fragment(method), error)
    except KeyUnavailable as error:
        return not_checked(method, key_in_fragment(method), error)
    return _bind(found, did, issuer)


def key_at_address(method: str, issuer: Issuer) -> NamedKey:
    """A key at an https address counts only when that address is the issuer's own."""
    base = method.partition("#")[0]
    in_fragment = key_in_fragment(method)
    if base != issuer.id:
        return unproven(method, in_fragment)
    try:
        document = document_at(base, issuer.fetch)
    except FetchFailed as error:
        return not_checked(method, in_fragment, KeyUnavailable(**error.facts))
    except DidDocumentInvalid:
        return unproven(method, in_fragment)
    if document.get("id") != base or not listed(document):
        return unproven(method, in_fragment)
    try:
        return _bind(find_method(document, method, purpose=issuer.purpose), base, issuer)
    except (KeyNotIssuers, KeyInvalid) as error:
        return not_the_issuers(method, in_fragment, error)
    except KeyUnavailable as error:
        return not_checked(method, in_fragment, error)


def key_published_by_did(key: PublicKey, method: str, issuer: Issuer) -> NamedKey:
    """
    A key had elsewhere, looked for in the document of the issuer's DID.

    Args:
        key: brought along by a token.
        method: what the token calls it, for the answer only; perhaps empty.
        issuer: its ``id`` is a DID.

    Raises:
        ProofMalformed: it is not a plain DID.
    """
    if not is_did(issuer.id):
        raise ProofMalformed(why="issuer")
    try:
        document = resolve(issuer.id, fetch=issuer.fetch, known=issuer.known)
        for entry in listed(document):
            name = entry.get("id")
            if isinstance(name, str) and _same_key(entry, key):
                full = issuer.id + name if name.startswith("#") else name
                return key_of_did(issuer.id, full, issuer)
    except KeyUnavailable as error:
        return not_checked(method, key, error)
    except KeyInvalid as error:
        return not_the_issuers(method, key, error)
    return not_the_issuers(method, key, KeyNotIssuers(why="not-listed"))


def document_at(address: str, fetch: Fetch) -> Json:
    """
    The JSON object at an address.

    Raises:
        FetchFailed: it cannot be had.
        DidDocumentInvalid: what was had is no JSON object.
    """
    answer = fetch(address, accept="application/json", redirects=Redirects.SAME_ORIGIN)
    try:
        return strict_json.load_object(answer.body)
    except UnsafeJson as error:
        raise DidDocumentInvalid(why="json") from error


def key_in_fragment(method: str) -> PublicKey | None:
    """The key spelled in an address fragment: good for the mathematics, proof of nobody."""
    try:
        return PublicKey.from_multibase(method.partition("#")[2])
    except KeyInvalid:
        return None


def _bind(found: VerificationMethod, controller: str, issuer: Issuer) -> NamedKey:
    ended = _ended(found, issuer)
    if ended:
        return not_the_issuers(found.id, found.key, KeyNotIssuers(why=ended))
    if controller == issuer.id:
        return proven(found.id, found.key)
    if issuer.id.startswith("did:"):
        return not_the_issuers(found.id, found.key, KeyNotIssuers(why="another"))
    return unproven(found.id, found.key)


def _ended(found: VerificationMethod, issuer: Issuer) -> str:
    """Why the key no longer counts: withdrawn, or ended before the signature was made."""
    if found.revoked is not None and found.revoked <= issuer.now:
        return "revoked"
    if found.expires is not None and (issuer.signed_at or issuer.now) > found.expires:
        return "expired"
    return ""


def _same_key(entry: Json, key: PublicKey) -> bool:
    try:
        return key_of(entry) == key
    except KeyInvalid:
        return False
