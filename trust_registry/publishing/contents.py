"""
What goes into an edition, checked whole: members, the catalogue, what each partner publishes.

Each function raises before the edition is written, so a refusal changes nothing that anybody
can read.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from functools import lru_cache, partial
from types import MappingProxyType
from typing import Any

from securesystemslib.signer import Key

from shared import strict_json
from shared.errors import BadgeError, UnsafeJson
from trust_registry import catalogue as catalogues
from trust_registry import entries, layout, members, reading
from trust_registry.catalogue import Catalogue, CatalogueInvalid
from trust_registry.catalogue.continuity import breaks, continued
from trust_registry.did_documents import did_document
from trust_registry.entries import Entry
from trust_registry.errors import (
    AttestedAwards,
    EntryInvalid,
    KeyMissing,
    ListForgets,
    ListsDiffer,
    MembersInvalid,
    MemberUnknown,
    RegistryUntrusted,
)
from trust_registry.model import Assurance, Member, Role
from trust_registry.publishing.edition import Edition
from trust_registry.publishing.keyring import ATTESTING_KEY, Keyring, KeySigner, partner_key
from trust_registry.publishing.lists import forgets
from trust_registry.publishing.signed_files import signers_of
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
    edition: Edition,
    keyring: Keyring,
    listed: Iterable[Member],
    *,
    at: datetime,
    brought: Mapping[str, Key] = MappingProxyType({}),
) -> None:
    """
    Put the list of members into an edition, each with its folder.

    Args:
        brought: by short name, the public key of a member that signs elsewhere; what it
            publishes is signed there too.

    Raises:
        MembersInvalid, AttestedAwards: it cannot be published as it is.
        KeyMissing: a folder is to be given to a key that nobody brought.
    """
    before = {one.slug: one for one in members_in(edition)} if edition.published else {}
    document = members.to_json(listed)
    read = members.from_json(document)
    refuse_attested_awards(read, at=at)
    edition.put(layout.HUB, layout.MEMBERS, _readable(document, MembersInvalid))
    for member in read:
        known = member.slug in edition.slugs()
        key = brought.get(member.slug) or _next_holder(
            keyring, before.get(member.slug), member, at=at
        )
        if key is not None:
            edition.entrust(member.slug, key, at=at)
        if not known and member.slug not in brought:
            empty = Publication(entry=Entry(slug=member.slug))
            publish(edition, keyring, member, empty)


def refuse_attested_awards(listed: Iterable[Member], *, at: datetime) -> None:
    """Make sure that whoever may award signs for itself. Raises: AttestedAwards."""
    for member in listed:
        awards = any(
            right.role is Role.ISSUER and (right.until is None or at < right.until)
            for right in member.rights
        )
        if awards and member.assurance is Assurance.HUB_ATTESTED:
            raise AttestedAwards(slug=member.slug)


def _next_holder(
    keyring: Keyring, before: Member | None, member: Member, *, at: datetime
) -> Key | None:
    """The key that a folder is given to; ``None``: it stays with the one that has it."""
    holder = holder_of(member, at=at)
    same = before is not None and holder_of(before, at=at) == holder
    if same and holder != ATTESTING_KEY:
        return None
    return keyring.signer(holder).public_key


def put_catalogue(edition: Edition, catalogue: Catalogue) -> None:
    """
    Put a catalogue into an edition.

    Raises:
        CatalogueInvalid: it cannot be read, or a badge that people may hold already would
            lose its address.
    """
    document = catalogues.to_json(catalogue)
    catalogues.from_json(document)
    if layout.CATALOGUE in edition.hub.signed.targets:
        for complaint in continued(catalogue_in(edition), catalogue):
            if breaks(complaint):
                badge = complaint.facts.get("id", "")
                raise CatalogueInvalid(path=f"/badges/{badge}", why="shortened")
    edition.put(layout.HUB, layout.CATALOGUE, _readable(document, CatalogueInvalid))


def publish(
    edition: Edition,
    keyring: Keyring,
    member: Member,
    publication: Publication,
) -> None:
    """
    Check what a member publishes and put it into an edition.

    Raises: as ``Desk.publish_entry``.
    """
    entry, lists = publication.entry, publication.lists
    entry = replace(entry, publication_key=_publication_key(edition, keyring, member))
    entry = entries.from_json(entries.to_json(entry))
    for refusal in refusals(edition, member, Publication(entry=entry, lists=lists)):
        raise refusal
    content = _readable(entries.to_json(entry), EntryInvalid)
    edition.put(member.slug, layout.entry_path(member.slug), content)
    for name, signed in lists.items():
        edition.put(member.slug, layout.list_path(member.slug, name), signed)
    put_plain_copies(edition, member, Publication(entry=entry, lists=lists))


def refusals(edition: Edition, member: Member, publication: Publication) -> Iterator[BadgeError]:
    """
    Why a publication that reads well may not be published for this member, one at a time.

    Yields:
        EntryInvalid, AttestedAwards, RecognitionInvalid, ListsDiffer, ListForgets.
    """
    entry, lists = publication.entry, publication.lists
    checks: list[Callable[[], Any]] = [lambda: entries.refuse_foreign(entry, member)]
    if entry.awarders and member.assurance is Assurance.HUB_ATTESTED:
        yield AttestedAwards(slug=member.slug)
    checks += [
        partial(read_recognition, recognition, member=member, entry=entry)
        for recognition in entry.recognitions
    ]
    checks.append(lambda: _keeps_what_was(edition, entry))
    base = catalogue_in(edition).base
    checks.append(lambda: _check_lists(edition, member, entry, lists, base=base))
    for check in checks:
        try:
            check()
        except BadgeError as error:
            yield error


def put_plain_copies(edition: Edition, member: Member, publication: Publication) -> None:
    """Have what standard verifiers ask for stand where they look."""
    for name, signed in publication.lists.items():
        edition.put_plain(layout.list_file(member.slug, name), signed)
    did = layout.partner_did(catalogue_in(edition).base, member.slug)
    if did in member.ids:
        document = written(did_document(did, publication.entry))
        edition.put_plain(layout.did_document_file(member.slug), document)


def write(edition: Edition, keyring: Keyring, *, at: datetime) -> None:
    """Sign an edition with the keys that hold each folder, and publish it."""
    edition.write(keyring, _Signers(edition, keyring), at=at)


class _Signers(dict[str, Any]):
    """The key of each partner, read when it has to sign: most are not in the folder."""

    def __init__(self, edition: Edition, keyring: Keyring) -> None:
        self._edition, self._keyring = edition, keyring

    def __missing__(self, slug: str) -> Any:
        return holding(self._edition, self._keyring, slug)[1]


def holding(edition: Edition, keyring: Keyring, slug: str) -> tuple[str, KeySigner]:
    """
    The name of the key to which a folder is given, and that key.

    Raises:
        KeyMissing: it is not here; its partner signs elsewhere.
    """
    for name in (partner_key(slug), ATTESTING_KEY):
        if keyring.holds(name):
            signer = keyring.signer(name)
            if signer.public_key.keyid == edition.holder(slug):
                return name, signer
    raise KeyMissing(role=partner_key(slug))


def can_renew(edition: Edition, keyring: Keyring, role: str) -> bool:
    """Whether the keys that sign a role are in the folder, so that it may be dated again."""
    try:
        if role in layout.RESERVED:
            held = {one.public_key.keyid for one in signers_of(role, keyring)}
            wanted = edition.root.signed.roles[role]
            return len(held & set(wanted.keyids)) >= wanted.threshold
        holding(edition, keyring, role)
    except KeyMissing:
        return False
    return True


def _publication_key(edition: Edition, keyring: Keyring, member: Member) -> str | None:
    """
    The key that an entry says signs its recognitions: the one that signs the entry.

    When a member has left, or its key was stolen, the hub signs in its place, and what it
    had recognised must still be read: its own key stays named.
    """
    holder, signer = holding(edition, keyring, member.slug)
    if holder == ATTESTING_KEY and member.assurance is Assurance.SELF_SIGNED:
        published = edition.partner(member.slug).signed.targets
        if layout.entry_path(member.slug) in published:
            return entry_in(edition, member.slug).publication_key
        return keyring.key(partner_key(member.slug)).public.multibase
    return signer.key.public.multibase


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


def member_in(edition: Edition, slug: str) -> Member:
    """
    One member that an edition lists; the others are not read again.

    Raises: MemberUnknown, RegistryUntrusted.
    """
    member = members.one_from_json(_document(edition, layout.HUB, layout.MEMBERS), slug)
    if member is None:
        raise MemberUnknown(slug=slug)
    return member


def catalogue_in(edition: Edition) -> Catalogue:
    """The catalogue of an edition. Raises: RegistryUntrusted."""
    return _catalogue(edition.read(layout.HUB, layout.CATALOGUE))


@lru_cache(maxsize=4)
def _catalogue(raw: bytes) -> Catalogue:
    """A catalogue is asked for several times in one publication, and seldom changes."""
    return catalogues.from_json(_loaded(raw, layout.CATALOGUE))


def entry_in(edition: Edition, slug: str) -> Entry:
    """The entry of a partner in an edition. Raises: RegistryUntrusted."""
    return entries.from_json(_document(edition, slug, layout.entry_path(slug)))


def _document(edition: Edition, role: str, path: str) -> Any:
    return _loaded(edition.read(role, path), path)


def _loaded(raw: bytes, path: str) -> Any:
    try:
        return reading.load(raw)
    except UnsafeJson as error:
        raise RegistryUntrusted(file=path) from error


def member_named(known: Iterable[Member], slug: str) -> Member:
    """The member of a short name. Raises: MemberUnknown."""
    for member in known:
        if member.slug == slug:
            return member
    raise MemberUnknown(slug=slug)
