"""
From the address of a verification method to the key it stands for.

Source: W3C Controlled Identifiers 1.0 §"Retrieve Verification Method".
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from shared.errors import DidDocumentInvalid, KeyInvalid, KeyNotIssuers
from shared.keys import PublicKey
from shared.model import Json
from shared.times import parse_instant

MAX_METHODS = 256
"""A partner with more professionals than this splits into several organisations."""

SECRET_MEMBERS = ("privateKey", "secretKey")

SPELLINGS: Mapping[str, Callable[[Any], PublicKey]] = {
    "publicKeyMultibase": PublicKey.from_multibase,
    "publicKeyJwk": PublicKey.from_jwk,
    "publicKeyBase58": PublicKey.from_base58,
    "publicKeyPem": PublicKey.from_pem,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class VerificationMethod:
    """A key that a controller publishes, and for what."""

    id: str
    controller: str
    key: PublicKey
    expires: datetime | None = None
    revoked: datetime | None = None


def find_method(document: Json, address: str, *, purpose: str) -> VerificationMethod:
    """
    The method that ``address`` names in a controller's document.

    Args:
        document: the DID or controller document.
        address: ``<document id>#<fragment>``.
        purpose: ``assertionMethod`` or ``authentication``.

    Raises:
        KeyNotIssuers: the document does not list it, not for this purpose, under
            another controller, or as two different keys.
        DidDocumentInvalid: it lists too many.
        KeyInvalid: it is listed, and is no key.
    """
    base, _, fragment = address.partition("#")
    if not fragment:
        return _only_method(document, purpose)
    found = [entry for entry in listed(document) if _full_id(entry.get("id"), base) == address]
    if not found:
        raise KeyNotIssuers(why="not-listed")
    if any(entry != found[0] for entry in found):
        raise KeyNotIssuers(why="two-methods")
    if found[0].get("controller", base) != base:
        raise KeyNotIssuers(why="controller")
    if not _is_for(document, address, base, purpose):
        raise KeyNotIssuers(why="purpose")
    return _method(found[0], address, base)


def key_of(entry: Mapping[str, Any]) -> PublicKey:
    """
    The key of a verification method object, in any of the spellings in use.

    Raises:
        KeyInvalid: none, more than one spelling that differ, not a key, or a key whose
            secret half is published beside it.
    """
    if any(name.startswith(SECRET_MEMBERS) for name in entry):
        # Whoever reads the document can sign with this key: it proves nobody any more.
        raise KeyInvalid(why="private")
    keys = [read(entry[name]) for name, read in SPELLINGS.items() if _given(entry, name)]
    if not keys or any(key != keys[0] for key in keys):
        raise KeyInvalid(why="none" if not keys else "two")
    return keys[0]


def _given(entry: Mapping[str, Any], name: str) -> bool:
    wanted = dict if name == "publicKeyJwk" else str
    if name in entry and not isinstance(entry[name], wanted):
        raise KeyInvalid(why=name)
    return name in entry


def listed(document: Json) -> list[Json]:
    """
    Every verification method object, wherever the document embeds it.

    Raises:
        DidDocumentInvalid: more than ``MAX_METHODS``.
    """
    entries: list[Json] = []
    for member in ("verificationMethod", "assertionMethod", "authentication"):
        values = document.get(member, [])
        values = values if isinstance(values, list) else [values]
        entries += [value for value in values if isinstance(value, dict)]
    if len(entries) > MAX_METHODS:
        raise DidDocumentInvalid(why="too-many")
    return entries


def _full_id(identifier: Any, base: str) -> str | None:
    if not isinstance(identifier, str):
        return None
    return base + identifier if identifier.startswith("#") else identifier


def _is_for(document: Json, address: str, base: str, purpose: str) -> bool:
    values = document.get(purpose, [])
    for value in values if isinstance(values, list) else [values]:
        identifier = value.get("id") if isinstance(value, dict) else value
        if _full_id(identifier, base) == address:
            return True
    return False


def _only_method(document: Json, purpose: str) -> VerificationMethod:
    """A method named without fragment counts when the document has just one for this purpose."""
    base = str(document.get("id"))
    fitting = [
        entry
        for entry in listed(document)
        if (full := _full_id(entry.get("id"), base)) and _is_for(document, full, base, purpose)
    ]
    if len(fitting) != 1 or fitting[0].get("controller", base) != base:
        raise KeyNotIssuers(why="not-listed")
    return _method(fitting[0], str(_full_id(fitting[0].get("id"), base)), base)


def _method(entry: Json, address: str, base: str) -> VerificationMethod:
    return VerificationMethod(
        id=address,
        controller=base,
        key=key_of(entry),
        expires=_end(entry, "expires"),
        revoked=_end(entry, "revoked"),
    )


def _end(entry: Json, name: str) -> datetime | None:
    """An end that cannot be read is not an absent one: the document is of no use."""
    if entry.get(name) is None:
        return None
    moment = parse_instant(entry[name])
    if moment is None:
        raise DidDocumentInvalid(why=name)
    return moment
