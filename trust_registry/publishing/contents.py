"""
What goes into an edition, checked whole: members, the catalogue, what each partner publishes.

Each function raises before the edition is written, so a refusal changes nothing that anybody
can read.
"""

import json
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from typing import Any

from shared import strict_json
from shared.errors import BadgeError, UnsafeJson
from trust_registry import catalogue as catalogues
from trust_registry import entries, layout, members, reading
from trust_registry.catalogue import Catalogue, CatalogueInvalid
from trust_registry.did_documents import did_document
from trust_registry.entries import Entry
from trust_registry.errors import (
    AttestedAwards,
    EntryInvalid,
    ListForgets,
    ListsDiffer,
    MembersInvalid,
    MemberUnknown,
    RegistryUntrusted,
)
from trust_registry.model import Assurance, Member, Role
from trust_registry.publishing.edition import Edition
from trust_registry.publishing.keyring import ATTESTING_KEY, Keyring, partner_key
from trust_registry.publishing.lists import forgets
from trust_registry.recognitions import read as read_recognition


@dataclass(frozen=True, slots=True, kw_only=True)
class Publication:
    """What one partner publishes: its entry, and the status lists that the entry names."""

    entry: Entry
    lists: Mapping[str, bytes] = field(default_factory=dict)
    """Signed status list credentials, by name; those left out stay as they are."""


def holder_of(member: Member, *, at: datetime | None) -> str:
    """
    The name of the key that signs for a member; the hub's, if it has left by ``at``.

    ``None``: not asked whether it has left.
    """
    ends = [right.until for right in member.rights]
    left = at is not None and bool(ends) and all(end is not None and end <= at for end in ends)
    attested = member.assurance is Assurance.HUB_ATTESTED
    return ATTESTING_KEY if attested or left else partner_key(member.slug)


def put_members(
    edition: Edition, keyring: Keyring, listed: Iterable[Member], *, at: datetime
) -> None:
    """Put the list of members into an edition, each with its folder. Raises: MembersInvalid."""
    document = members.to_json(listed)
    read = members.from_json(document)
    for member in read:
        awards = any(
            right.role is Role.ISSUER and (right.until is None or at < right.until)
            for right in member.rights
        )
        if awards and member.assurance is Assurance.HUB_ATTESTED:
            raise AttestedAwards(slug=member.slug)
    edition.put(layout.HUB, layout.MEMBERS, _readable(document, MembersInvalid))
    for member in read:
        known = member.slug in edition.slugs()
        edition.entrust(member.slug, keyring.signer(holder_of(member, at=at)), at=at)
        if not known:
            empty = Publication(entry=Entry(slug=member.slug))
            publish(edition, keyring, member, empty, at=at)


def put_catalogue(edition: Edition, catalogue: Catalogue) -> None:
    """Put a catalogue into an edition. Raises: CatalogueInvalid."""
    document = catalogues.to_json(catalogue)
    catalogues.from_json(document)
    edition.put(layout.HUB, layout.CATALOGUE, _readable(document, CatalogueInvalid))


def publish(
    edition: Edition,
    keyring: Keyring,
    member: Member,
    publication: Publication,
    *,
    at: datetime,
) -> None:
    """
    Check what a member publishes and put it into an edition.

    Raises: as ``Desk.publish_entry``.
    """
    entry, lists = publication.entry, publication.lists
    base = catalogue_in(edition).base
    entry = replace(entry, publication_key=_publication_key(edition, keyring, member, at=at))
    entry = entries.from_json(entries.to_json(entry))
    entries.refuse_foreign(entry, member)
    if entry.awarders and member.assurance is Assurance.HUB_ATTESTED:
        raise AttestedAwards(slug=member.slug)
    for recognition in entry.recognitions:
        read_recognition(recognition, member=member, entry=entry)
    _keeps_what_was(edition, entry)
    _check_lists(edition, member, entry, lists, base=base)
    content = _readable(entries.to_json(entry), EntryInvalid)
    edition.put(member.slug, layout.entry_path(member.slug), content)
    for name, signed in lists.items():
        edition.put(member.slug, layout.list_path(member.slug, name), signed)
        edition.put_plain(layout.list_file(member.slug, name), signed)
    did = layout.partner_did(base, member.slug)
    if did in member.ids:
        document = written(did_document(did, entry))
        edition.put_plain(layout.did_document_file(member.slug), document)


def write(edition: Edition, keyring: Keyring, *, at: datetime) -> None:
    """Sign an edition with the keys that hold each folder, and publish it."""
    holders = {one.slug: holder_of(one, at=at) for one in members_in(edition)}
    edition.write(keyring, _Signers(keyring, holders), at=at)


class _Signers(dict[str, Any]):
    """The key of each partner, read when it has to sign: most are not in the folder."""

    def __init__(self, keyring: Keyring, holders: Mapping[str, str]) -> None:
        self._keyring, self._holders = keyring, holders

    def __missing__(self, slug: str) -> Any:
        return self._keyring.signer(self._holders[slug])


def _publication_key(
    edition: Edition, keyring: Keyring, member: Member, *, at: datetime
) -> str | None:
    """
    The key that an entry says signs its recognitions: the one that signs the entry.

    When a member has left, the hub signs in its place, and what it had recognised must
    still be read: its own key stays named.
    """
    holder = holder_of(member, at=at)
    if holder == ATTESTING_KEY and member.assurance is Assurance.SELF_SIGNED:
        published = edition.partner(member.slug).signed.targets
        if layout.entry_path(member.slug) in published:
            return entry_in(edition, member.slug).publication_key
        holder = partner_key(member.slug)
    return keyring.key(holder).public.multibase


def _keeps_what_was(edition: Edition, entry: Entry) -> None:
    """A key and a list once published stay: badges name them. Raises: EntryInvalid."""
    if layout.entry_path(entry.slug) not in edition.partner(entry.slug).signed.targets:
        return
    before = entry_in(edition, entry.slug)
    keys = {(one.id, one.key) for one in entry.awarders}
    if not {(one.id, one.key) for one in before.awarders} <= keys:
        raise EntryInvalid(path="/awarders", why="shortened")
    if not set(before.statuses) <= set(entry.statuses):
        raise EntryInvalid(path="/statuses", why="shortened")


def _check_lists(
    edition: Edition, member: Member, entry: Entry, lists: Mapping[str, bytes], *, base: str
) -> None:
    """Each list that the entry names is there, under its address, by this member."""
    published = edition.partner(entry.slug).signed.targets
    for name in {*entry.statuses, *lists}:
        known = layout.list_path(entry.slug, name) in published
        if name not in entry.statuses or not (name in lists or known):
            raise ListsDiffer(slug=entry.slug, list=name)
    for name, signed in lists.items():
        try:
            document = strict_json.load_object(signed)
        except UnsafeJson as error:
            raise ListsDiffer(slug=entry.slug, list=name) from error
        issuer = document.get("issuer")
        issuer_id = issuer.get("id") if isinstance(issuer, dict) else issuer
        address = layout.list_address(base, entry.slug, name)
        if document.get("id") != address or issuer_id not in member.ids:
            raise ListsDiffer(slug=entry.slug, list=name)
        path = layout.list_path(entry.slug, name)
        if path in published and forgets(edition.read(entry.slug, path), signed):
            raise ListForgets(slug=entry.slug, list=name)


def _readable(document: Any, error: type[BadgeError]) -> bytes:
    """A document as it is published, not larger than readers take."""
    content = written(document)
    try:
        reading.load(content)
    except UnsafeJson as found:
        raise error(path="/", why="too-long") from found
    return content


def written(document: Any) -> bytes:
    """A document as it is published: UTF-8, readable by people."""
    return json.dumps(document, ensure_ascii=False, indent=1).encode() + b"\n"


def members_in(edition: Edition) -> tuple[Member, ...]:
    """The members that an edition lists. Raises: RegistryUntrusted."""
    return members.from_json(_document(edition, layout.HUB, layout.MEMBERS))


def catalogue_in(edition: Edition) -> Catalogue:
    """The catalogue of an edition. Raises: RegistryUntrusted."""
    return catalogues.from_json(_document(edition, layout.HUB, layout.CATALOGUE))


def entry_in(edition: Edition, slug: str) -> Entry:
    """The entry of a partner in an edition. Raises: RegistryUntrusted."""
    return entries.from_json(_document(edition, slug, layout.entry_path(slug)))


def _document(edition: Edition, role: str, path: str) -> Any:
    try:
        return reading.load(edition.read(role, path))
    except UnsafeJson as error:
        raise RegistryUntrusted(file=path) from error


def member_named(known: Iterable[Member], slug: str) -> Member:
    """The member of a short name. Raises: MemberUnknown."""
    for member in known:
        if member.slug == slug:
            return member
    raise MemberUnknown(slug=slug)
