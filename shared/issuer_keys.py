"""
Whose key is it?  From the key a proof names to the issuer that publishes it.

Two questions are kept apart.  Which key does the proof name: that is enough for the
mathematics, even when the key stands in an address fragment or in the token's own
header.  Does the issuer publish that key for awarding: only this proves the issuer.

Sources: W3C Controlled Identifiers 1.0 §"Retrieve Verification Method"; VC-JOSE-COSE
§"Key Discovery"; SD-JWT VC §"JWT VC Issuer Metadata"; OB 3.0 §8.2.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any
from urllib.parse import urlsplit

from shared import strict_json
from shared.dids import KnownDocuments, is_did, nothing_known, resolve
from shared.dids.methods import VerificationMethod, find_method, key_of
from shared.errors import (
    BadgeError,
    DidDocumentInvalid,
    Fact,
    FetchFailed,
    KeyInvalid,
    KeyNotIssuers,
    KeyUnavailable,
    ProofMalformed,
    UnsafeJson,
)
from shared.fetching import Fetch, Redirects
from shared.keys import PublicKey
from shared.model import Json

MAX_JWKS_KEYS = 64


class Bond(StrEnum):
    """What ties a key to the issuer that the credential names."""

    ISSUERS = "issuers"
    """The issuer publishes it for this purpose."""
    NOT_ISSUERS = "not-issuers"
    """What the issuer publishes was had, and this key is not in it, or no longer."""
    UNPROVEN = "unproven"
    """Nothing ties the key to the issuer, and nothing contradicts it."""
    NOT_CHECKED = "not-checked"
    """What the issuer publishes could not be had."""


@dataclass(frozen=True, slots=True, kw_only=True)
class NamedKey:
    """The key a proof names, and what ties it to the issuer."""

    method: str
    key: PublicKey | None
    """``None``: no key to do the mathematics with."""
    bond: Bond
    code: str
    facts: Mapping[str, Fact] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Issuer:
    """The issuer as the credential names it, and how to ask what it publishes."""

    id: str
    fetch: Fetch
    known: KnownDocuments = nothing_known
    purpose: str = "assertionMethod"
    signed_at: datetime | None = None
    now: datetime


def key_named_by_proof(method: str, issuer: Issuer) -> NamedKey:
    """
    The key that a Data Integrity proof names.

    Raises:
        ProofMalformed: ``method`` is no absolute address.
    """
    base, _, fragment = method.partition("#")
    if base.startswith("did:"):
        return _key_of_did(base, method, issuer)
    if base.startswith(("https://", "http://")):
        return _key_at_address(base, method, fragment, issuer)
    raise ProofMalformed(why="verificationMethod")


def key_named_by_header(header: Json, issuer: Issuer) -> NamedKey:
    """
    The key that the header of a JWT names by ``kid``, or brings along as ``jwk``.

    Raises:
        ProofMalformed: ``kid`` is no text, or ``jwk`` no public key.
    """
    kid = header.get("kid")
    if kid is not None and not isinstance(kid, str):
        raise ProofMalformed(why="kid")
    if "jwk" in header:
        return _key_brought_along(header["jwk"], kid, issuer)
    if kid is not None and kid.startswith("did:"):
        return _key_of_did(kid.partition("#")[0], kid, issuer)
    if issuer.id.startswith("did:"):
        if kid is not None and kid.startswith(("https://", "http://")):
            return _unproven(kid, None)
        return _key_of_did(issuer.id, _method_in(issuer.id, kid), issuer)
    if issuer.id.startswith("https://"):
        return _key_in_sets(kid, None, issuer)
    return _unproven(kid or "", None)


def _method_in(did: str, kid: str | None) -> str:
    """A ``kid`` that is no address names a method of the issuer's own document."""
    return did if kid is None else f"{did}#{kid.removeprefix('#')}"


def _key_of_did(did: str, method: str, issuer: Issuer) -> NamedKey:
    try:
        document = resolve(did, fetch=issuer.fetch, known=issuer.known)
        found = find_method(document, method, purpose=issuer.purpose)
    except KeyInvalid as error:
        return _answer(method, None, Bond.NOT_ISSUERS, error)
    except KeyNotIssuers as error:
        return _answer(method, _key_in_fragment(method), Bond.NOT_ISSUERS, error)
    except KeyUnavailable as error:
        return _answer(method, _key_in_fragment(method), Bond.NOT_CHECKED, error)
    return _bind(found, did, issuer)


def _bind(found: VerificationMethod, controller: str, issuer: Issuer) -> NamedKey:
    ended = _ended(found, issuer)
    if ended:
        return _answer(found.id, found.key, Bond.NOT_ISSUERS, KeyNotIssuers(why=ended))
    if controller == issuer.id:
        return NamedKey(method=found.id, key=found.key, bond=Bond.ISSUERS, code="key.issuers")
    if is_did(issuer.id):
        return _answer(found.id, found.key, Bond.NOT_ISSUERS, KeyNotIssuers(why="another"))
    return _unproven(found.id, found.key)


def _ended(found: VerificationMethod, issuer: Issuer) -> str:
    """Why the key no longer counts: withdrawn, or ended before the signature was made."""
    if found.revoked is not None and found.revoked <= issuer.now:
        return "revoked"
    if found.expires is not None and (issuer.signed_at or issuer.now) > found.expires:
        return "expired"
    return ""


def _key_at_address(base: str, method: str, fragment: str, issuer: Issuer) -> NamedKey:
    """A key at an https address counts only when that address is the issuer's own."""
    in_fragment = _key_in_fragment(method)
    if base != issuer.id:
        return _unproven(method, in_fragment)
    try:
        document = _document_at(base, issuer.fetch)
    except FetchFailed as error:
        return _answer(method, in_fragment, Bond.NOT_CHECKED, KeyUnavailable(**error.facts))
    except DidDocumentInvalid:
        return _unproven(method, in_fragment)
    if document.get("id") != base or "verificationMethod" not in document:
        return _unproven(method, in_fragment)
    try:
        return _bind(find_method(document, method, purpose=issuer.purpose), base, issuer)
    except (KeyNotIssuers, KeyInvalid) as error:
        return _answer(method, in_fragment, Bond.NOT_ISSUERS, error)


def _key_brought_along(jwk: Any, kid: str | None, issuer: Issuer) -> NamedKey:
    """A key in the token's own header proves nothing until the issuer publishes it too."""
    if not isinstance(jwk, dict):
        raise ProofMalformed(why="jwk")
    try:
        key = PublicKey.from_jwk(jwk)
    except KeyInvalid as error:
        raise ProofMalformed(why="jwk") from error
    if issuer.id.startswith("https://"):
        return _key_in_sets(kid, key, issuer)
    if not issuer.id.startswith("did:"):
        return _unproven(kid or "", key)
    try:
        document = resolve(issuer.id, fetch=issuer.fetch, known=issuer.known)
    except KeyUnavailable as error:
        return _answer(kid or "", key, Bond.NOT_CHECKED, error)
    except KeyInvalid as error:
        return _answer(kid or "", key, Bond.NOT_ISSUERS, error)
    for entry in document.get("verificationMethod", []):
        method = entry.get("id") if isinstance(entry, dict) else None
        if isinstance(method, str) and _same_key(entry, key):
            full = issuer.id + method if method.startswith("#") else method
            return _key_of_did(issuer.id, full, issuer)
    return _answer(kid or "", key, Bond.NOT_ISSUERS, KeyNotIssuers(why="not-listed"))


def _same_key(entry: Json, key: PublicKey) -> bool:
    try:
        return key_of(entry) == key
    except KeyInvalid:
        return False


def _key_in_sets(kid: str | None, brought: PublicKey | None, issuer: Issuer) -> NamedKey:
    """Look for a key in the sets that an https issuer publishes on its own host."""
    unreached: FetchFailed | None = None
    keys: list[Json] = []
    for address in _set_addresses(issuer.id):
        try:
            keys += _keys_at(address, issuer)
        except FetchFailed as error:
            unreached = unreached or error
        except DidDocumentInvalid:
            continue
        for jwk in keys:
            found = _fitting(jwk, kid, brought)
            if found is not None:
                return NamedKey(
                    method=kid or issuer.id, key=found, bond=Bond.ISSUERS, code="key.issuers"
                )
    if unreached is not None and not keys:
        failure = KeyUnavailable(**unreached.facts)
        return _answer(kid or issuer.id, brought, Bond.NOT_CHECKED, failure)
    return _unproven(kid or issuer.id, brought)


def _set_addresses(issuer_id: str) -> tuple[str, str]:
    parts = urlsplit(issuer_id)
    root = f"https://{parts.netloc}/.well-known"
    path = parts.path.rstrip("/")
    return f"{root}/jwt-vc-issuer{path}", f"{root}/jwks.json"


def _keys_at(address: str, issuer: Issuer) -> list[Json]:
    document = _document_at(address, issuer.fetch)
    if "/jwt-vc-issuer" in address:
        if document.get("issuer") != issuer.id:
            raise DidDocumentInvalid(why="issuer")
        linked = document.get("jwks_uri")
        document = document.get("jwks") or (
            _document_at(linked, issuer.fetch) if isinstance(linked, str) else {}
        )
    keys = document.get("keys") if isinstance(document, dict) else None
    if not isinstance(keys, list) or len(keys) > MAX_JWKS_KEYS:
        raise DidDocumentInvalid(why="jwks")
    return [key for key in keys if isinstance(key, dict)]


def _fitting(jwk: Json, kid: str | None, brought: PublicKey | None) -> PublicKey | None:
    try:
        key = PublicKey.from_jwk(jwk)
    except KeyInvalid:
        return None
    if brought is not None:
        return key if key == brought else None
    return key if kid is not None and jwk.get("kid") == kid else None


def _document_at(address: str, fetch: Fetch) -> Json:
    answer = fetch(address, accept="application/json", redirects=Redirects.SAME_ORIGIN)
    try:
        return strict_json.load_object(answer.body)
    except UnsafeJson as error:
        raise DidDocumentInvalid(why="json") from error


def _key_in_fragment(method: str) -> PublicKey | None:
    """The key spelled in an address fragment: good for the mathematics, proof of nobody."""
    try:
        return PublicKey.from_multibase(method.partition("#")[2])
    except KeyInvalid:
        return None


def _unproven(method: str, key: PublicKey | None) -> NamedKey:
    return NamedKey(method=method, key=key, bond=Bond.UNPROVEN, code="key.unproven")


def _answer(method: str, key: PublicKey | None, bond: Bond, error: BadgeError) -> NamedKey:
    return NamedKey(method=method, key=key, bond=bond, code=error.code, facts=error.facts)
