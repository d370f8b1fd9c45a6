"""Ask again whether the badges still hold, with the same question as when they came."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from verifier.circumstances import Circumstances
from verifier.verify import Judgement, judge
from wallet.holding import Holding
from wallet.holdings import Wallet
from wallet.importing import verdict_leaves

FRESH = timedelta(days=1)
"""A badge that was looked at more recently is not asked for again by itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Rechecked:
    """One badge before and after a verification."""

    before: Holding
    after: Holding
    judgement: Judgement

    @property
    def changed(self) -> bool:
        """Whether its owner has something to be told."""
        return (self.before.level, self.before.reasons) != (self.after.level, self.after.reasons)


def due(holdings: Iterable[Holding], *, now: datetime) -> tuple[str, ...]:
    """
    The badges to look at again by itself, once a day, those looked at first before the others.

    One that could not be looked at counts as looked at: it is not asked for at each opening.
    """
    late = [one for one in holdings if now - _looked_at(one) >= FRESH]
    return tuple(one.id for one in sorted(late, key=_looked_at))


def _looked_at(holding: Holding) -> datetime:
    return max(holding.checked_at, holding.tried_at or holding.checked_at)


def recheck(
    wallet: Wallet, circumstances: Circumstances, *, only: Iterable[str] | None = None
) -> tuple[Rechecked, ...]:
    """
    Verify badges again and remember what was found.

    Args:
        only: identifiers; ``None``: every badge held.

    Raises:
        HoldingUnknown: one of them is not there.
    """
    wanted = wallet.holdings() if only is None else tuple(wallet.get(one) for one in only)
    return tuple(_again(wallet, circumstances, holding) for holding in wanted)


def _again(wallet: Wallet, circumstances: Circumstances, holding: Holding) -> Rechecked:
    asked = replace(circumstances, recipients=holding.recipients or circumstances.recipients)
    judgement = judge(wallet.original(holding.id), asked)
    verdict = judgement.verdict
    if holding.part is not None:
        parts = verdict_leaves(verdict)
        verdict = parts[holding.part] if holding.part < len(parts) else verdict
    changed = wallet.record(holding.id, verdict, now=circumstances.now)
    return Rechecked(before=holding, after=changed, judgement=judgement)
