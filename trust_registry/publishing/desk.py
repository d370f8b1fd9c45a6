"""
The desk of the hub: everything that is ever published goes through here.

One writer at a time; each publication is checked whole before a byte is written, and either
counts whole or not at all.  Nothing published is deleted or forgotten: rights end, keys end,
lists stay.
"""

from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path

from shared.keys import SigningKey
from trust_registry import layout, members
from trust_registry.catalogue import Catalogue, CatalogueInvalid
from trust_registry.entries import Entry
from trust_registry.errors import MemberKnown, NotADesk
from trust_registry.model import Assurance, Member
from trust_registry.publishing.contents import (
    Publication,
    can_renew,
    catalogue_in,
    entry_in,
    holder_of,
    member_in,
    members_in,
    publish,
    put_catalogue,
    put_members,
    write,
)
from trust_registry.publishing.desk_changes import ended
from trust_registry.publishing.disk import one_writer
from trust_registry.publishing.edition import Edition
from trust_registry.publishing.keyring import Keyring, SeedOf, partner_key, random_seed
from trust_registry.publishing.standing import Standing, due, standing


class Desk:
    """The working folder of a registry, whose keys are in it."""

    def __init__(self, folder: Path) -> None:
        """Use ``open_desk``, or ``create`` for a new one."""
        self.folder = folder
        self.keyring = Keyring(folder / layout.KEYS)

    @classmethod
    def open(cls, folder: Path) -> "Desk":
        """
        Open the working folder of a registry.

        Raises:
            NotADesk: there is none.
            RegistryUntrusted: a file of it is not the one that was signed.
        """
        Edition.load(folder)
        return cls(folder)

    # ------------------------------------------------------------ what is published

    def members(self) -> tuple[Member, ...]:
        """The members as published. Raises: RegistryUntrusted."""
        return members_in(Edition.load(self.folder))

    def member(self, slug: str) -> Member:
        """One member. Raises: MemberUnknown, RegistryUntrusted."""
        return member_in(Edition.load(self.folder), slug)

    def catalogue(self) -> Catalogue:
        """The catalogue as published. Raises: RegistryUntrusted."""
        return catalogue_in(Edition.load(self.folder))

    def entry(self, slug: str) -> Entry:
        """The entry of one member. Raises: MemberUnknown, RegistryUntrusted."""
        edition = Edition.load(self.folder)
        member_in(edition, slug)
        return entry_in(edition, slug)

    def status_list(self, slug: str, name: str) -> bytes:
        """One status list, as it was published. Raises: RegistryUntrusted."""
        return Edition.load(self.folder).read(slug, layout.list_path(slug, name))

    def publication_key(self, slug: str, *, at: datetime) -> SigningKey:
        """
        The key that signs what a member publishes; the hub's, when the member has none.

        Raises:
            MemberUnknown, KeyMissing, RegistryUntrusted.
        """
        return self.keyring.key(holder_of(self.member(slug), at=at))

    def standing(self, at: datetime) -> Standing:
        """What is published, and until when. Raises: RegistryUntrusted."""
        edition = Edition.load(self.folder)
        return standing(edition, members_in(edition), catalogue_in(edition), at=at)

    # ------------------------------------------------------------ publishing

    def publish_entry(
        self,
        slug: str,
        entry: Entry,
        lists: Mapping[str, bytes] | None = None,
        *,
        at: datetime,
    ) -> None:
        """
        Publish what a partner says of itself, signed with its key.

        Raises:
            MemberUnknown, EntryInvalid, ListsDiffer, ListForgets, AttestedAwards,
                RecognitionInvalid: it cannot be published as it is.
            KeyMissing, DeskBusy, DeskUnwritable, RegistryUntrusted: nothing was published.
        """
        with self._editing(at) as edition:
            member = member_in(edition, slug)
            publication = Publication(entry=entry, lists=lists or {})
            publish(edition, self.keyring, member, publication)

    def publish_list(self, slug: str, name: str, signed: bytes, *, at: datetime) -> None:
        """
        Publish a new state of one status list that the entry names.

        Raises: as ``publish_entry``.
        """
        with self._editing(at) as edition:
            member = member_in(edition, slug)
            publication = Publication(entry=entry_in(edition, slug), lists={name: signed})
            publish(edition, self.keyring, member, publication)

    def publish_members(self, new: Sequence[Member], *, at: datetime) -> None:
        """
        Publish the list of members; it may only grow.

        A new member gets a folder with an empty entry.  One that gets its own key, or whose
        rights are all over, has its folder given to the right key.

        Raises:
            MembersInvalid, HistoryShortened: it cannot be published as it is.
            KeyMissing, DeskBusy, DeskUnwritable, RegistryUntrusted: nothing was published.
        """
        with self._editing(at) as edition:
            members.only_grows(members_in(edition), new, at=at)
            put_members(edition, self.keyring, new, at=at)

    def add_member(
        self,
        member: Member,
        publication: Publication | None = None,
        *,
        at: datetime,
        seed_of: SeedOf = random_seed,
    ) -> None:
        """
        Welcome a member, with what it publishes; one that signs itself gets a key if it has none.

        Raises: MemberKnown, and as ``publish_members`` and ``publish_entry``.
        """
        with self._editing(at) as edition:
            before = members_in(edition)
            if any(one.slug == member.slug for one in before):
                raise MemberKnown(slug=member.slug)
            members.from_json(members.to_json([*before, member]))
            if member.assurance is Assurance.SELF_SIGNED:
                self.keyring.make(partner_key(member.slug), seed_of)
            put_members(edition, self.keyring, [*before, member], at=at)
            if publication is not None:
                publish(edition, self.keyring, member, publication)

    def close_member(self, slug: str, *, until: datetime, at: datetime) -> None:
        """
        End every right of a member that is still open then; what it did before stays good.

        Raises:
            HistoryShortened: ``until`` is before ``at``; and as ``publish_members``.
        """
        with self._editing(at) as edition:
            before = members_in(edition)
            after = ended(before, slug, until=until)
            members.only_grows(before, after, at=at)
            put_members(edition, self.keyring, after, at=at)

    def publish_catalogue(self, catalogue: Catalogue, *, at: datetime) -> None:
        """
        Publish the badges and pathways, under the number after the last one.

        Raises:
            CatalogueInvalid: another address, or not the form of a catalogue.
            KeyMissing, DeskBusy, DeskUnwritable, RegistryUntrusted: nothing was published.
        """
        with self._editing(at) as edition:
            before = catalogue_in(edition)
            if catalogue.base != before.base:
                raise CatalogueInvalid(path="/base", why="choice")
            put_catalogue(edition, replace(catalogue, version=before.version + 1))

    def renew(self, *, at: datetime) -> None:
        """
        Say again today what was said, so that it stays fresh; longer dates when they are near.

        What is signed by keys that are kept elsewhere stays as it is: ``standing`` tells when
        its date comes near.

        Raises:
            KeyMissing, DeskBusy, DeskUnwritable, RegistryUntrusted: nothing was published.
        """
        with self._editing(at) as edition:
            if can_renew(edition, self.keyring, layout.HUB):
                put_members(edition, self.keyring, members_in(edition), at=at)
            for role in due(edition, at=at):
                if can_renew(edition, self.keyring, role):
                    edition.renew(role)

    @contextmanager
    def _editing(self, at: datetime) -> Iterator[Edition]:
        """Hold the pen, let the next edition be made, and publish it."""
        if not (self.folder / layout.PUBLIC).is_dir():
            raise NotADesk(folder=str(self.folder))
        with one_writer(self.folder):
            edition = Edition.load(self.folder)
            yield edition
            write(edition, self.keyring, at=at)


def open_desk(folder: Path) -> Desk:
    """Open the working folder of a registry. Raises: NotADesk, RegistryUntrusted."""
    return Desk.open(folder)
