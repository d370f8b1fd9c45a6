"""
What somebody should be told about their badges, before an employer does.

A badge was taken back or put on hold; it ends within 60 days, then within 7; it has ended.
Each notice has the reason that was given and whom to write to.  What was read stays read,
until something new happens.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from trust_registry.index import Registry
from verifier.verdict import Reason
from wallet.holding import Holding
from wallet.holdings import Wallet
from wallet.weighing import Counts

SOON_DAYS = 60
"""Enough to meet the structure again, and to be given a newer version."""
VERY_SOON_DAYS = 7
"""The last week: whoever did not go yet can still go."""
REVOCATION = "status.revocation"


class About(StrEnum):
    """What happened, the most pressing first."""

    WITHDRAWN = "withdrawn"
    ON_HOLD = "on-hold"
    ENDED = "ended"
    ENDS_VERY_SOON = "ends-very-soon"
    ENDS_SOON = "ends-soon"


@dataclass(frozen=True, slots=True, kw_only=True)
class Notice:
    """One thing to be told, about one badge."""

    holding: Holding
    about: About
    day: datetime | None
    """When it ends or has ended; ``None``: nothing ends."""
    reason: str | None
    """As the structure gave it; ``None``: it gave none."""
    contact: str | None
    """A mailbox or a web address of the structure, from the list of partners; never a person's."""

    @property
    def code(self) -> str:
        """Of its sentence."""
        return f"notice.{self.about}"

    @property
    def key(self) -> str:
        """Under which it is remembered as read: another end is another notice."""
        if self.about in (About.WITHDRAWN, About.ON_HOLD) or self.day is None:
            return self.about.value
        return f"{self.about}:{self.day.date().isoformat()}"


def notices(
    holdings: Iterable[Holding], *, now: datetime, registry: Registry | None
) -> tuple[Notice, ...]:
    """Everything to be told that was not read yet, the most pressing first."""
    found = [one for holding in holdings if (one := _about(holding, now, registry)) is not None]
    unread = [one for one in found if one.key not in one.holding.acknowledged]
    order = list(About)
    return tuple(sorted(unread, key=lambda one: (order.index(one.about), str(one.day))))


def acknowledge(wallet: Wallet, holding_id: str, key: str) -> Holding:
    """Remember that a notice was read. Raises: HoldingUnknown."""
    return wallet.amend(holding_id, lambda one: replace(one, acknowledged=one.acknowledged | {key}))


def _about(holding: Holding, now: datetime, registry: Registry | None) -> Notice | None:
    about, day = _what(holding, now)
    if about is None:
        return None
    partner = registry.partner(holding.issuer_id) if registry and holding.issuer_id else None
    return Notice(
        holding=holding,
        about=about,
        day=day,
        reason=_reason(holding) if about in (About.WITHDRAWN, About.ON_HOLD) else None,
        contact=partner.contact or partner.url if partner else None,
    )


def _what(holding: Holding, now: datetime) -> tuple[About | None, datetime | None]:
    if Reason.REVOKED in holding.reasons:
        return About.WITHDRAWN, None
    if Reason.SUSPENDED in holding.reasons:
        return About.ON_HOLD, None
    ends = holding.summary.valid_until if holding.summary else None
    # The end of what does not count is no news, nor is one that had passed when it came.
    if ends is None or holding.checked.weighed.counts is Counts.NO or ends <= holding.received_at:
        return None, None
    if ends <= now:
        return About.ENDED, ends
    if ends - now <= timedelta(days=VERY_SOON_DAYS):
        return About.ENDS_VERY_SOON, ends
    if ends - now <= timedelta(days=SOON_DAYS):
        return About.ENDS_SOON, ends
    return None, None


def _reason(holding: Holding) -> str | None:
    """What the structure wrote beside the withdrawal."""
    for finding in holding.checked.findings:
        if finding.check == REVOCATION and (said := finding.facts.get("reason")):
            return str(said)
    return None
