"""
What changed in the network, as the signed list dates it: for people, and as an Atom feed.

Nothing is remembered from one publication to the next: every date stands in the list.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from trust_registry.catalogue import BadgeEntry
from trust_registry.model import Member
from trust_registry.site.showing import Shown, Standing

MOST_SHOWN = 100
"""The newest: a feed is read by those who came last week."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """One thing that happened to a partner."""

    on: datetime
    what: str
    """``joined``, ``left``, ``key-stolen``, ``awards``, ``recognises``, ``…-no-more``."""
    member: Member
    badge: BadgeEntry | None = None
    """``None``: every badge, or none in particular."""

    @property
    def code(self) -> str:
        """The code of its sentence."""
        return f"site.change-{self.what}"

    @property
    def mark(self) -> str:
        """Tells it from every other change, for ever."""
        about = self.badge.id if self.badge else "all"
        return f"{self.on:%Y%m%d%H%M%S}-{self.what}-{about}"


def changes(shown: Shown) -> tuple[Change, ...]:
    """The newest changes first, up to the day of the list."""
    found = {
        (one.member.slug, one.mark): one
        for member in shown.listing.members
        for one in _of(shown, member)
        if one.on <= shown.day
    }
    newest = sorted(found.values(), key=lambda one: (one.on, one.member.slug, one.mark))
    return tuple(reversed(newest[-MOST_SHOWN:]))


def _of(shown: Shown, member: Member) -> Iterator[Change]:
    since, left = shown.since(member), shown.left(member)
    gone = left if left is not None and not shown.is_in(member) else None
    if since is not None:
        yield Change(on=since, what="joined", member=member)
    if gone is not None:
        yield Change(on=gone, what="left", member=member)
    for row in shown.rows(member):
        what = "awards" if row.role == "issuer" else "recognises"
        if row.since != since:
            yield Change(on=row.since, what=what, member=member, badge=row.badge)
        if row.standing is Standing.ENDED and row.until is not None and row.until != gone:
            yield Change(on=row.until, what=f"{what}-no-more", member=member, badge=row.badge)
    for key in shown.keys(member):
        if key.is_stolen and key.until is not None:
            yield Change(on=key.until, what="key-stolen", member=member)
