"""
How a badge stands, as its owner should be told: one line, its sign and its date.

The order of the table is the order of importance: what is known against a badge comes
before what could not be looked at, and that before good news.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from verifier.verdict import Level, Reason
from wallet.holding import Holding
from wallet.weighing import Counts, is_proven


class Sign(StrEnum):
    """The sign before a line; the same words as the tones of the verifier's pages."""

    OK = "ok"
    CARE = "care"
    UNKNOWN = "unknown"
    STOP = "stop"


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One line about a badge: ``code`` has ``.word`` (alone), ``.title`` and ``.help``."""

    code: str
    sign: Sign
    facts: Mapping[str, datetime] = field(default_factory=dict)
    """``checked``, ``earned``, ``since``, ``begins``: aware instants, said as days."""


AGAINST = {
    Reason.REVOKED: ("state.withdrawn", Sign.STOP),
    Reason.SUSPENDED: ("state.on-hold", Sign.STOP),
    Reason.OTHER_PERSON: ("state.other-person", Sign.CARE),
    Reason.NO_PROOF: ("state.unsigned", Sign.UNKNOWN),
    Reason.ISSUER_UNPROVEN: ("state.unsigned", Sign.UNKNOWN),
    Reason.NOT_YET_VALID: ("state.waiting", Sign.CARE),
    Reason.LIST_BY_ANOTHER: ("state.unconfirmed", Sign.CARE),
    Reason.KEY_NOT_AWARDING: ("state.unconfirmed", Sign.CARE),
    Reason.NOT_FOR_THIS_BADGE: ("state.not-for-this-badge", Sign.CARE),
    Reason.NOT_MEMBER_THEN: ("state.not-member-then", Sign.CARE),
    Reason.NOT_IN_REGISTRY: ("state.outside", Sign.CARE),
    Reason.LOOK_ALIKE: ("state.look-alike", Sign.CARE),
    Reason.NOT_A_BADGE: ("state.unconfirmed", Sign.CARE),
}
"""What is known against a badge; a refused one has a line of its own."""


SIGNED = frozenset({"state.outside", "state.not-for-this-badge", "state.not-member-then"})
"""Lines that say « bien signé »: only of a badge whose signature was looked at."""


def standing(holding: Holding) -> Standing:
    """Say how a badge stands."""
    if holding.level is Level.REFUSED:
        return Standing(code="state.refused", sign=Sign.STOP)
    weighed = holding.checked.weighed
    if weighed.counts is Counts.NO and weighed.reason is not None:
        code, sign = AGAINST[weighed.reason]
        if code in SIGNED and not is_proven(holding.level, holding.reasons):
            return Standing(code="state.not-checked", sign=Sign.UNKNOWN, facts=_dates(holding))
        return Standing(code=code, sign=sign, facts=_dates(holding))
    if Reason.EXPIRED in holding.reasons:
        return Standing(code="state.not-current", sign=Sign.CARE, facts=_dates(holding))
    if weighed.counts is Counts.YES:
        return Standing(code="state.valid", sign=Sign.OK, facts=_dates(holding))
    if weighed.reason is Reason.NO_REGISTRY:
        return Standing(code="state.nobody-asked", sign=Sign.CARE, facts=_dates(holding))
    seen = holding.earned_at is not None
    code = "state.not-checked-since" if seen else "state.not-checked"
    return Standing(code=code, sign=Sign.UNKNOWN, facts=_dates(holding))


def _dates(holding: Holding) -> dict[str, datetime]:
    summary = holding.summary
    dates = {
        "checked": holding.checked_at,
        "earned": holding.earned_at,
        "since": summary.valid_until if summary else None,
        "begins": summary.valid_from if summary else None,
    }
    return {name: moment for name, moment in dates.items() if moment is not None}
