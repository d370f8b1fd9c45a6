"""The changes that administrators decide together, each made on an edition in memory."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from datetime import datetime

from securesystemslib.signer import Key

from shared.keys import PublicKey
from trust_registry import layout
from trust_registry.catalogue import Equivalent
from trust_registry.errors import KeyNotAsked, MemberKnown
from trust_registry.model import Assurance, Member, Right, Role
from trust_registry.publishing.contents import catalogue_in, member_named, put_catalogue
from trust_registry.publishing.edition import Edition
from trust_registry.publishing.keyring import (
    SNAPSHOT_KEY,
    TIMESTAMP_KEY,
    Keyring,
    SeedOf,
    key_named_in_files,
    next_of,
    random_seed,
)

OFFLINE = (layout.ROOT, layout.HUB)
ONLINE = {layout.SNAPSHOT: SNAPSHOT_KEY, layout.TIMESTAMP: TIMESTAMP_KEY}

Change = Callable[[Edition, Keyring], None]
"""What is done to an edition in memory; the edition is signed by others afterwards."""


def rights(
    *, award: Sequence[str], recognise: bool, since: datetime, until: datetime | None = None
) -> tuple[Right, ...]:
    """The rights that are granted: badges to award, and to recognise any."""
    found = []
    if award:
        found.append(Right(role=Role.ISSUER, badges=tuple(award), since=since, until=until))
    if recognise:
        found.append(Right(role=Role.RECOGNISER, badges=("*",), since=since, until=until))
    return tuple(found)


def joined(known: Iterable[Member], member: Member) -> tuple[Member, ...]:
    """The members with one more. Raises: MemberKnown."""
    members = tuple(known)
    if any(one.slug == member.slug for one in members):
        raise MemberKnown(slug=member.slug)
    return (*members, member)


def granted(known: Iterable[Member], slug: str, more: Iterable[Right]) -> tuple[Member, ...]:
    """The members, one of them with more rights. Raises: MemberUnknown."""
    members = tuple(known)
    member = member_named(members, slug)
    return _with(members, replace(member, rights=(*member.rights, *more)))


def ended(known: Iterable[Member], slug: str, *, until: datetime) -> tuple[Member, ...]:
    """The members, the rights of one ending. Raises: MemberUnknown."""
    members = tuple(known)
    member = member_named(members, slug)
    left = tuple(
        right
        if right.until is not None and right.until <= until
        else replace(right, until=max(until, right.since))
        for right in member.rights
    )
    return _with(members, replace(member, rights=left))


def holding_its_own_key(known: Iterable[Member], slug: str) -> tuple[Member, ...]:
    """The members, one of them signing for itself from now on. Raises: MemberUnknown."""
    members = tuple(known)
    member = member_named(members, slug)
    return _with(members, replace(member, assurance=Assurance.SELF_SIGNED))


def with_equivalents(found: Iterable[tuple[str, str, str]]) -> Change:
    """The same badges as awarded elsewhere: (badge, issuer, achievement). Raises: BadgeUnknown."""
    granted_here = tuple(found)

    def change(edition: Edition, _keyring: Keyring) -> None:
        book = catalogue_in(edition)
        badges = {one.id: one for one in book.badges}
        for badge, issuer, achievement in granted_here:
            entry = book.badge(badge)
            same = Equivalent(issuer=issuer, achievement=achievement)
            known = badges[entry.id].equivalents
            badges[entry.id] = replace(badges[entry.id], equivalents=(*known, same))
        put_catalogue(edition, replace(book, badges=tuple(badges.values())))

    return change


def administrator(old: str, new: PublicKey) -> Change:
    """
    Replace the key of one administrator, wherever it signs.

    Args:
        old: the beginning of the identifier of the key that is gone, as files show it.
    """
    named: Key = key_named_in_files(new)

    def change(edition: Edition, _keyring: Keyring) -> None:
        root = edition.root.signed
        held = {keyid for role in OFFLINE for keyid in root.roles[role].keyids}
        found = [keyid for keyid in held if keyid.startswith(old) and old]
        if len(found) != 1:
            raise KeyNotAsked(key=old)
        for role in OFFLINE:
            if found[0] in root.roles[role].keyids:
                root.revoke_key(found[0], role)
                root.add_key(named, role)
        edition.renew(layout.ROOT)

    return change


def online_keys(seed_of: SeedOf = random_seed) -> Change:
    """
    Replace the keys of the server, as after a theft of it.

    The next ones are made here; they sign from the moment at which the proposal is applied.
    """

    def change(edition: Edition, keyring: Keyring) -> None:
        root = edition.root.signed
        for role, name in ONLINE.items():
            made = keyring.make(next_of(name), seed_of)
            for keyid in list(root.roles[role].keyids):
                root.revoke_key(keyid, role)
            root.add_key(key_named_in_files(made.public), role)
        edition.renew(layout.ROOT)

    return change


def prolonged(edition: Edition, _keyring: Keyring) -> None:
    """Say the same for another year."""
    edition.renew(layout.HUB)


def _with(members: Sequence[Member], member: Member) -> tuple[Member, ...]:
    return tuple(member if one.slug == member.slug else one for one in members)
