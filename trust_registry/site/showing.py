"""
What the pages of the published list show, as of the day it was signed.

Pages say what the list says and nothing more: a recognition whose signature does not hold
is not shown, and a partner that has left is named among those that have left.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from functools import cached_property

from trust_registry.catalogue import BadgeEntry, Catalogue, Pathway
from trust_registry.catalogue.model import achievement_address
from trust_registry.entries import EndReason, Entry
from trust_registry.errors import RecognitionInvalid
from trust_registry.index.compiling import pathway_address
from trust_registry.index.listing import Listing
from trust_registry.index.resemblance import skeleton
from trust_registry.model import ANY_BADGE, Member, Right, Role
from trust_registry.places import Place
from trust_registry.recognitions import Recognition, read

SOON = timedelta(days=60)
"""A right that ends within two months is said to end soon: time to talk about it."""


class Standing(StrEnum):
    """How a right stands on the day of the list."""

    ACTIVE = "active"
    SOON = "soon"
    ENDED = "ended"
    LATER = "later"


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One line of what a partner may do or recognises."""

    badge: BadgeEntry | None
    """``None``: every badge of the network."""
    role: Role
    since: datetime
    until: datetime | None
    standing: Standing

    @property
    def tone(self) -> str:
        """The sign that stands before the word."""
        return {Standing.ACTIVE: "ok", Standing.SOON: "care"}.get(self.standing, "neutral")


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyLine:
    """A key that awards, or no longer: never whose it is."""

    since: datetime
    until: datetime | None
    is_stolen: bool

    def ended(self, day: datetime) -> bool:
        """Whether it awards no more."""
        return self.until is not None and self.until <= day


class Shown:
    """The list, asked page by page."""

    def __init__(self, listing: Listing) -> None:
        """``listing``: checked."""
        self.listing = listing
        self.day = listing.listed_at

    @property
    def catalogue(self) -> Catalogue:
        """Badges and pathways."""
        return self.listing.catalogue

    @cached_property
    def here(self) -> tuple[Member, ...]:
        """Those that are in the network, in the order of their names."""
        inside = [one for one in self.listing.members if self.is_in(one)]
        return tuple(sorted(inside, key=_alphabetical))

    @cached_property
    def gone(self) -> tuple[Member, ...]:
        """Those that have left."""
        outside = [one for one in self.listing.members if not self.is_in(one)]
        return tuple(sorted(outside, key=_alphabetical))

    def is_in(self, member: Member) -> bool:
        """Whether any of its rights holds on the day of the list."""
        return any(right.in_force(self.day) for right in member.rights)

    def since(self, member: Member) -> datetime | None:
        """When its first right began."""
        return min((right.since for right in member.rights), default=None)

    def left(self, member: Member) -> datetime | None:
        """When its last right ended."""
        ends = [right.until for right in member.rights if right.until]
        return max(ends, default=None)

    def entry(self, member: Member) -> Entry:
        """What it says of itself; an empty entry when it says nothing."""
        return self.listing.entries.get(member.slug) or Entry(slug=member.slug)

    # ------------------------------------------------------------ a badge, a pathway

    def awarders_of(self, badge: BadgeEntry) -> list[Member]:
        """Who may award a badge on the day of the list."""
        return [
            one
            for one in self.here
            if any(
                right.role is Role.ISSUER and right.in_force(self.day) and right.covers(badge.id)
                for right in one.rights
            )
        ]

    def places_for(self, badge: BadgeEntry) -> list[tuple[Member, Place]]:
        """Where a badge can be obtained, as far as those who award it say."""
        return [
            (one, place)
            for one in self.awarders_of(badge)
            if (place := self.entry(one).place) is not None
        ]

    def places_on(self, pathway: Pathway) -> list[tuple[Member, Place, int]]:
        """Where badges of a pathway can be obtained, and how many of them; most first."""
        found: dict[str, tuple[Member, Place, int]] = {}
        for badge_id in pathway.badges:
            for one, place in self.places_for(self.catalogue.badge(badge_id)):
                count = found[one.slug][2] if one.slug in found else 0
                found[one.slug] = (one, place, count + 1)
        return sorted(found.values(), key=lambda row: (-row[2], _alphabetical(row[0])))

    def recognisers_of(self, badge: BadgeEntry) -> list[Member]:
        """Who recognises a badge, or a pathway that holds it; one organisation once."""
        base = self.catalogue.base
        subjects = {achievement_address(badge, base=base)}
        subjects |= {one.achievement for one in badge.equivalents}
        subjects |= {pathway_address(base, one.id) for one in self.catalogue.pathways_of(badge.id)}
        return self._recognising(subjects)

    def recognisers_of_pathway(self, pathway: Pathway) -> list[Member]:
        """Who recognises a whole pathway."""
        return self._recognising({pathway_address(self.catalogue.base, pathway.id)})

    def _recognising(self, subjects: set[str]) -> list[Member]:
        found = {
            one.siren or one.slug: one
            for one in reversed(self.here)
            if any(said.subject in subjects for said in self._current(one))
        }
        return sorted(found.values(), key=_alphabetical)

    def _current(self, member: Member) -> Iterator[Recognition]:
        for said in self._recognitions[member.slug]:
            if said.since <= self.day and (said.until is None or self.day < said.until):
                yield said

    @cached_property
    def _recognitions(self) -> Mapping[str, Sequence[Recognition]]:
        return {one.slug: tuple(_sound(one, self.entry(one))) for one in self.listing.members}

    # ------------------------------------------------------------ a partner

    def rows(self, member: Member) -> list[Row]:
        """What it may award, then the badges it recognises, in the order of the catalogue."""
        rows = [
            self._row(badge, Role.ISSUER, (right.since, right.until))
            for right in member.rights
            if right.role is Role.ISSUER
            for badge in self._badges(right)
        ]
        rows += [
            self._row(badge, Role.RECOGNISER, (said.since, self._end(member, said.until)))
            for said in self._recognitions[member.slug]
            if (badge := self._badge_at(said.subject)) is not None
        ]
        return sorted(rows, key=lambda row: (row.role, row.badge.number if row.badge else 0))

    def words(self, member: Member) -> Mapping[str, str]:
        """What it says of the badges and pathways that it recognises, by their short name."""
        base = self.catalogue.base
        named = {achievement_address(one, base=base): one.id for one in self.catalogue.badges}
        named |= {pathway_address(base, one.id): one.id for one in self.catalogue.pathways}
        return {
            named[said.subject]: said.comment
            for said in self._current(member)
            if said.comment and said.subject in named
        }

    def pathways_recognised(self, member: Member) -> list[Pathway]:
        """The whole pathways that it recognises."""
        base = self.catalogue.base
        subjects = {said.subject for said in self._current(member)}
        return [one for one in self.catalogue.pathways if pathway_address(base, one.id) in subjects]

    def partners_recognised(self, member: Member) -> list[Member]:
        """The partners all of whose badges it recognises."""
        subjects = {said.subject for said in self._current(member)}
        places = sorted({self._place_of[one] for one in subjects & self._place_of.keys()})
        return [one for at in places if (one := self.listing.members[at]) != member]

    @cached_property
    def _place_of(self) -> Mapping[str, int]:
        """Where the member of an identifier stands in the list."""
        return {name: at for at, one in enumerate(self.listing.members) for name in one.ids}

    def keys(self, member: Member) -> list[KeyLine]:
        """The keys that award in its name, those that still do first."""
        lines = [
            KeyLine(
                since=one.since,
                until=self._end(member, one.until),
                is_stolen=one.reason is EndReason.COMPROMISED,
            )
            for one in self.entry(member).awarders
        ]
        return sorted(lines, key=lambda line: (line.ended(self.day), line.since))

    def _end(self, member: Member, until: datetime | None) -> datetime | None:
        """Nothing of a member lasts longer than its place in the network."""
        left = None if self.is_in(member) else self.left(member)
        ends = [end for end in (until, left) if end is not None]
        return min(ends, default=None)

    def _badges(self, right: Right) -> list[BadgeEntry | None]:
        if ANY_BADGE in right.badges:
            return [None]
        return [one for one in self.catalogue.badges if one.id in right.badges]

    def _badge_at(self, address: str) -> BadgeEntry | None:
        base = self.catalogue.base
        for one in self.catalogue.badges:
            elsewhere = {other.achievement for other in one.equivalents}
            if address == achievement_address(one, base=base) or address in elsewhere:
                return one
        return None

    def _row(
        self, badge: BadgeEntry | None, role: Role, period: tuple[datetime, datetime | None]
    ) -> Row:
        since, until = period
        standing = Standing.ACTIVE
        if until is not None and until <= self.day:
            standing = Standing.ENDED
        elif since > self.day:
            standing = Standing.LATER
        elif until is not None and until <= self.day + SOON:
            standing = Standing.SOON
        return Row(badge=badge, role=role, since=since, until=until, standing=standing)


def _alphabetical(member: Member) -> str:
    """As people look a name up: an accent changes nothing."""
    return skeleton(member.name)


def _sound(member: Member, entry: Entry) -> Iterator[Recognition]:
    for document in entry.recognitions:
        try:
            yield read(document, member=member, entry=entry)
        except RecognitionInvalid:
            continue
