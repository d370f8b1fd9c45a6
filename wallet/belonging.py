"""
« Ce badge est-il pour vous ? »: asked of a badge that bears another name; never refused.

A badge bears its person's name or address, mostly hashed.  « Oui » is shown by giving the
name or the address that the structure knows: the badge is judged again with it, and is
theirs when it fits.  « Non » puts it away, from where it can come back.  « Je ne sais pas »
leaves it, for a mediator to look at.
"""

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from verifier.circumstances import Circumstances
from verifier.verdict import Reason
from wallet.holding import Holding
from wallet.holdings import Wallet
from wallet.rechecking import recheck


class Claimed(StrEnum):
    """What somebody answered."""

    YES = "yes"
    NO = "no"
    UNSURE = "unsure"


@dataclass(frozen=True, slots=True, kw_only=True)
class Answered:
    """What became of a badge after the answer."""

    holding: Holding
    fits: bool
    """Whether the badge bears a name that is now said to be its owner's."""


def bears_another_name(holding: Holding) -> bool:
    """Whether it says to be somebody else's."""
    return holding.accepted and Reason.OTHER_PERSON in holding.reasons


def is_asked(holding: Holding) -> bool:
    """Whether the question is still open."""
    return bears_another_name(holding) and holding.removed_at is None and holding.claimed is None


def mine(wallet: Wallet, holding_id: str, circumstances: Circumstances, *, name: str) -> Answered:
    """
    Say that a badge is one's own, under a name or an address that the structure knows.

    Args:
        circumstances: ``recipients`` are the names that are known already.
        name: as typed; empty: only the answer is noted, and the badge does not count yet.
    """
    holding = wallet.amend(holding_id, lambda one: replace(one, claimed=Claimed.YES))
    if not name.strip():
        return Answered(holding=holding, fits=not bears_another_name(holding))
    before = holding.recipients
    names = (*(before or circumstances.recipients), name.strip())
    wallet.amend(holding.id, lambda one: replace(one, recipients=names))
    (found,) = recheck(wallet, circumstances, only=[holding.id])
    fits = not bears_another_name(found.after)
    if fits:
        return Answered(holding=found.after, fits=True)
    # A name that does not fit is not kept: it may be a slip, or somebody else's.
    kept = wallet.amend(holding.id, lambda one: replace(one, recipients=before))
    return Answered(holding=kept, fits=False)


def not_mine(wallet: Wallet, holding_id: str, *, now: datetime) -> Answered:
    """Say that a badge is somebody else's: it is put away, and can come back."""
    wallet.amend(holding_id, lambda one: replace(one, claimed=Claimed.NO))
    return Answered(holding=wallet.remove(holding_id, now=now), fits=False)


def unsure(wallet: Wallet, holding_id: str) -> Answered:
    """Say that one does not know: it stays, it does not count, and is not asked again."""
    holding = wallet.amend(holding_id, lambda one: replace(one, claimed=Claimed.UNSURE))
    return Answered(holding=holding, fits=False)
