"""
Signed Open Badges 1 and 2: which key, and does the issuer say that it is its own?

The assertion names a key by an address; the key's document names its owner, and the
owner's profile names the key back.  One of the two alone proves nobody: anyone can
publish a key that says it is somebody else's.  Open Badges 1 publishes a bare PEM,
which names no owner; it counts on the issuer's own origin only.

What the assertion says of its BadgeClass and issuer is asked for at their own addresses
with ``ob2_hosted.with_badge_and_issuer``, as for hosted badges; a ``Fetch`` that
remembers asks once.

Sources: Open Badges 2.0 §"Signed Verification", §"CryptographicKey"; 1.1 §"Verification".
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from shared import strict_json
from shared.errors import (
    BadgeError,
    FetchFailed,
    HostedDiffers,
    HostedNotChecked,
    KeyInvalid,
    KeyNotIssuers,
    KeyUnavailable,
    MalformedCredential,
    ProofInvalid,
    UnsafeJson,
)
from shared.fetching import Fetch, Redirects
from shared.issuer_keys import Bond, NamedKey
from shared.keys import PublicKey
from shared.model import Credential, Json
from shared.parsing import ob2, shapes
from shared.parsing.addresses import origin, same_address
from shared.proofs import jws, ob2_hosted

ACCEPT = "application/ld+json, application/json, application/x-pem-file, text/plain"
MAX_LISTED_KEYS = 64
"""An issuer that rotates its key every month for five years stays below."""
OLD = ("1.1", "1.0")
"""Versions whose profile has no place for a key: the address alone says whose it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Published:
    """A key as it stands at its address, or inside the issuer's profile."""

    key: PublicKey
    owner: str | None
    """``None``: a bare PEM, which says nothing of its owner."""
    withdrawn: bool = False


def named_key(credential: Credential, *, fetch: Fetch) -> NamedKey:
    """
    The key that a signed OB 1 or 2 badge names, and what ties it to the issuer.

    Nothing is raised for what the network gives or keeps: the bond says it.
    """
    address = _address_of(credential)
    try:
        lifted, profile = ob2_hosted.with_badge_and_issuer(credential, fetch=fetch)
    except HostedNotChecked as error:
        return _without_profile(address, fetch, KeyUnavailable(**error.facts))
    except (HostedDiffers, MalformedCredential):
        return _without_profile(address, fetch, KeyUnavailable(why="profile"))
    try:
        listed = _listed(profile)
        address = address or _the_one_that_signed(credential, listed, fetch)
        published = _published(address, listed, fetch)
    except KeyUnavailable as error:
        return _answer(address, None, Bond.NOT_CHECKED, error)
    except KeyInvalid as error:
        return _answer(address, None, Bond.NOT_ISSUERS, error)
    return _bind(address, published, listed, lifted)


def _address_of(credential: Credential) -> str:
    """The address of the key; empty when the badge leaves it to the issuer's profile."""
    proof = ob2.verification(credential.document)
    for value in (proof.get("creator"), proof.get("url")):
        address = value.get("id") if isinstance(value, dict) else value
        if isinstance(address, str) and address:
            return address
    return ""


def _bind(
    address: str, published: _Published, listed: dict[str, Json | None], lifted: Credential
) -> NamedKey:
    """Ask both sides: the key names its owner, the owner's profile names the key."""
    issuer = lifted.issuer.id
    if published.withdrawn:
        return _refused(address, published, "revoked")
    if published.owner is not None and not same_address(published.owner, issuer):
        return _refused(address, published, "owner")
    if any(same_address(address, one) for one in listed):
        return NamedKey(method=address, key=published.key, bond=Bond.ISSUERS, code="key.issuers")
    if listed:
        return _refused(address, published, "not-listed")
    old = lifted.open_badges in OLD
    if old and origin(address) == origin(issuer):
        return NamedKey(method=address, key=published.key, bond=Bond.ISSUERS, code="key.issuers")
    return NamedKey(method=address, key=published.key, bond=Bond.UNPROVEN, code="key.unproven")


def _published(address: str, listed: dict[str, Json | None], fetch: Fetch) -> _Published:
    """
    The key at an address; one embedded in the issuer's profile needs no look-up.

    Raises:
        KeyUnavailable: there is none to be had.
        KeyInvalid: there is something, and it is no key.
    """
    if not address:
        raise KeyUnavailable(why="creator")
    for known, embedded in listed.items():
        if embedded is not None and same_address(address, known):
            return _from_document(embedded)
    return _key_at(address, fetch)


def _key_at(address: str, fetch: Fetch) -> _Published:
    host = origin(address)[0]
    if not address.startswith(("https://", "http://")):
        raise KeyUnavailable(why="address")
    try:
        body = fetch(address, accept=ACCEPT, redirects=Redirects.SAME_ORIGIN).body
    except FetchFailed as error:
        raise KeyUnavailable(**{"host": host, **error.facts}) from error
    if body.lstrip().startswith(b"-----BEGIN"):
        return _Published(key=_from_pem(body), owner=None)
    try:
        document = strict_json.load_object(body)
    except UnsafeJson as error:
        raise KeyUnavailable(host=host, why="json") from error
    identifier = document.get("id")
    if identifier is not None and not same_address(identifier, address):
        raise KeyUnavailable(host=host, why="id")
    return _from_document(document)


def _from_document(document: Json) -> _Published:
    pem, owner = document.get("publicKeyPem"), document.get("owner")
    if isinstance(owner, dict):
        owner = owner.get("id")
    if not isinstance(pem, str):
        raise KeyInvalid(why="publicKeyPem")
    return _Published(
        key=PublicKey.from_pem(pem),
        # A key document that names no owner is nobody's, and never the issuer's.
        owner=owner if isinstance(owner, str) else "",
        withdrawn=bool(document.get("revoked")),
    )


def _from_pem(body: bytes) -> PublicKey:
    try:
        return PublicKey.from_pem(body.decode("ascii"))
    except UnicodeDecodeError as error:
        raise KeyInvalid(why="pem") from error


def _listed(profile: Json) -> dict[str, Json | None]:
    """
    The keys that a profile lists: address, and the document when it is embedded.

    Raises:
        KeyUnavailable: the list is of no use.
    """
    try:
        entries = list(_entries(shapes.as_list(profile.get("publicKey"), "/publicKey")))
    except MalformedCredential as error:
        raise KeyUnavailable(why="publicKey") from error
    if len(entries) > MAX_LISTED_KEYS:
        raise KeyUnavailable(why="publicKey")
    return dict(entries)


def _entries(values: list[Any]) -> Iterator[tuple[str, Json | None]]:
    for value in values:
        if isinstance(value, str):
            yield value, None
        elif isinstance(value, dict) and isinstance(value.get("id"), str):
            yield value["id"], value if "publicKeyPem" in value else None


def _the_one_that_signed(
    credential: Credential, listed: dict[str, Json | None], fetch: Fetch
) -> str:
    """
    Without ``creator`` any key of the profile may have signed: the address of the one that did.

    When all of them were had and none did, the first: the signature is then of nobody here.

    Raises:
        KeyUnavailable: none of those that were had did, and another could not be had.

    Source: Open Badges 2.0 §"VerificationObject" (``creator``).
    """
    token = jws.read_compact(credential.jws or "")
    missing: KeyUnavailable | None = None
    for address in listed:
        try:
            jws.verify(token, _published(address, listed, fetch).key)
        except KeyUnavailable as error:
            missing = missing or error
        except (KeyInvalid, ProofInvalid):
            continue
        else:
            return address
    if missing is not None:
        raise missing
    return next(iter(listed), "")


def _without_profile(address: str, fetch: Fetch, error: KeyUnavailable) -> NamedKey:
    """The issuer says nothing; the key may still do the mathematics."""
    try:
        key = _published(address, {}, fetch).key
    except (KeyUnavailable, KeyInvalid):
        key = None
    return _answer(address, key, Bond.NOT_CHECKED, error)


def _refused(address: str, published: _Published, why: str) -> NamedKey:
    return _answer(address, published.key, Bond.NOT_ISSUERS, KeyNotIssuers(why=why))


def _answer(method: str, key: PublicKey | None, bond: Bond, error: BadgeError) -> NamedKey:
    return NamedKey(method=method, key=key, bond=bond, code=error.code, facts=error.facts)
