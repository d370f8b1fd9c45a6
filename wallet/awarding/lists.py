"""
The status list of one key: where it stands, what it says, and the same with more bits set.

There is one list for each key that awards, signed by that very key, so that two desks
without a network never write in the same one (design README, point 9).
"""

import json
import secrets
from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from shared import strict_json
from shared.dids.methods import find_method
from shared.errors import BadgeError, FetchFailed
from shared.keys import PublicKey, SigningKey
from shared.model import Json
from shared.proofs import data_integrity
from shared.status.bits import MIN_LIST_BITS, StatusList
from shared.status.bitstring import list_credential
from shared.status.signed_list import encoded_list
from trust_registry.index import Partner, Registry
from trust_registry.layout import is_slug, list_address
from wallet.errors import (
    KeyNotListed,
    ListNameWrong,
    StatusListFull,
    StatusListMissing,
    StatusListUnusable,
)

PURPOSE = "revocation"
PAUSE = "suspension"
"""Of the second list that a key may have: its bits come and go."""
PAUSE_END = "-pause"
"""Of the name of that list, behind the name of the key."""
MAX_TRIES = 64
"""Draws of a place before the free ones are counted: the list is then nearly full."""


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyList:
    """The published status list of one key."""

    url: str
    """Its address, as badges name it."""
    encoded: str
    """Its bits, packed."""

    @property
    def name(self) -> str:
        """Its name in the partner's folder: the last part of the address."""
        return self.url.rpartition("/")[2].removesuffix(".json")

    @property
    def bits(self) -> StatusList:
        """Its bits; a copy, to be changed at will."""
        return StatusList.decode(self.encoded)


def list_of(
    method: str, key: PublicKey, partner: Partner, registry: Registry, *, purpose: str = PURPOSE
) -> KeyList:
    """
    The published list of a key: the one that this key signed.

    Args:
        method: the address under which the partner publishes the key.
        purpose: ``PURPOSE``, or ``PAUSE`` for the list of what is only on hold.

    Raises:
        StatusListMissing: the partner publishes none signed by this key.
        StatusListUnusable: it cannot be had, is too short, or its signature does not hold.
    """
    unread: BadgeError | None = None
    for url in registry.status_lists(partner.id):
        try:
            document = _document(url, registry)
        except BadgeError as error:
            unread = error
            continue
        if _signer(document) == method and _subject(document).get("statusPurpose") == purpose:
            return _checked(url, document, key)
    if unread is not None:
        raise StatusListUnusable(why=unread.code) from unread
    raise StatusListMissing(partner=partner.name)


def free_place(listed: KeyList, given: Collection[int]) -> int:
    """
    Draw a place that nobody has, so that its number tells nothing of how many went before.

    Args:
        given: the places that this space has given. Those given by the same key on
            another machine are not known here; among 131 072 the draw avoids them.

    Raises:
        StatusListFull: there is none.
    """
    bits = listed.bits
    for _ in range(MAX_TRIES):
        place = secrets.randbelow(len(bits))
        if place not in given and not bits.get(place):
            return place
    free = [place for place in range(len(bits)) if place not in given and not bits.get(place)]
    if not free:
        raise StatusListFull(limit=len(bits))
    return secrets.choice(free)


def check_key_in_force(method: str, partner: Partner, registry: Registry, *, now: datetime) -> None:
    """
    Refuse to sign a list with a key that the partner has ended.

    Nobody would believe the list, and every badge that names it would be in doubt.

    Raises:
        KeyNotListed: it is not published, or no longer.
    """
    try:
        found = find_method(
            registry.did_document(partner.id) or {}, method, purpose="assertionMethod"
        )
    except BadgeError as error:
        raise KeyNotListed(why="key-not-awarding", partner=partner.name) from error
    ends = [end for end in (found.expires, found.revoked) if end is not None]
    if any(end <= now for end in ends):
        raise KeyNotListed(why="key-not-awarding", partner=partner.name)


def first_list(
    name: str,
    partner: Partner,
    registry: Registry,
    *,
    key: SigningKey,
    now: datetime,
    purpose: str = PURPOSE,
) -> bytes:
    """
    The empty list of a key that the partner is about to list, for it to publish.

    Args:
        name: of the key and of its list: the end of both addresses.
        purpose: ``PAUSE`` for the second list of a key; its name ends with ``PAUSE_END``.

    Raises:
        ListNameWrong: it cannot end an address.
    """
    if not is_slug(name):
        raise ListNameWrong(name=name)
    return signed_list(
        list_address(registry.catalogue().base, partner.slug, name_of(name, purpose)),
        StatusList(),
        issuer_id=partner.id,
        key=key,
        method=f"{partner.id}#{name}",
        now=now,
        purpose=purpose,
    )


def name_of(key_name: str, purpose: str) -> str:
    """The name of the list of a key, in the partner's folder."""
    return key_name + PAUSE_END if purpose == PAUSE else key_name


def with_withdrawn(
    listed: KeyList,
    places: Iterable[int],
    *,
    issuer_id: str,
    key: SigningKey,
    method: str,
    now: datetime,
) -> bytes:
    """The same list with these bits set, signed again; what was set stays set."""
    bits = listed.bits
    for place in places:
        bits.set(place)
    return signed_list(listed.url, bits, issuer_id=issuer_id, key=key, method=method, now=now)


def signed_list(
    url: str,
    bits: StatusList,
    *,
    issuer_id: str,
    key: SigningKey,
    method: str,
    now: datetime,
    purpose: str = PURPOSE,
) -> bytes:
    """A list as it is published: the issuer's, signed by the professional's key."""
    document = list_credential(
        url=url, issuer=issuer_id, purpose=purpose, bits=bits, valid_from=now, valid_until=None
    )
    signed = data_integrity.sign(document, key=key, method=method, created=now)
    return json.dumps(signed, ensure_ascii=False, separators=(",", ":")).encode()


def _document(url: str, registry: Registry) -> Json:
    had = registry.document(url)
    if had is None:
        raise FetchFailed(host=url)
    return strict_json.load_object(had.body)


def _proof(document: Json) -> Json:
    proof = document.get("proof")
    return proof if isinstance(proof, dict) else {}


def _subject(document: Json) -> Json:
    subject = document.get("credentialSubject")
    return subject if isinstance(subject, dict) else {}


def _signer(document: Json) -> str | None:
    method = _proof(document).get("verificationMethod")
    return method if isinstance(method, str) else None


def _checked(url: str, document: Json, key: PublicKey) -> KeyList:
    try:
        data_integrity.verify(document, _proof(document), key)
        listed = KeyList(url=url, encoded=encoded_list(_subject(document)))
        length = len(listed.bits)
    except BadgeError as error:
        raise StatusListUnusable(why=error.code) from error
    if length < MIN_LIST_BITS:
        raise StatusListUnusable(why="length")
    return listed
