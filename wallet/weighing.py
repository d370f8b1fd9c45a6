"""
What a verdict means for the person who holds the badge: does it count?

Three answers.  It counts when every check passed, and also when only its date has
passed: what was learnt stays learnt.  It does not count when something is known
against it.  In between, we could not look: that is neither good news nor bad news,
so it changes nothing in what was known before (design README, point 12).
"""

from collections.abc import Collection
from dataclasses import dataclass
from enum import StrEnum

from verifier.verdict import Level, Reason


class Counts(StrEnum):
    """Whether a badge counts, as far as one verdict can tell."""

    YES = "yes"
    UNSURE = "unsure"
    NO = "no"


REFUSING = (
    Reason.TAMPERED,
    Reason.KEY_NOT_ISSUERS,
    Reason.UNCOVERED_TEXT,
    Reason.HOSTED_DIFFERS,
    Reason.PROOF_MISUSED,
)
WITHDRAWN = (Reason.REVOKED, Reason.SUSPENDED)
OUT_OF_NETWORK = (
    Reason.LOOK_ALIKE,
    Reason.NOT_IN_REGISTRY,
    Reason.NOT_MEMBER_THEN,
    Reason.NOT_FOR_THIS_BADGE,
    Reason.KEY_NOT_AWARDING,
    Reason.LIST_BY_ANOTHER,
)
UNPROVEN = (Reason.NO_PROOF, Reason.ISSUER_UNPROVEN)
AGAINST = (
    *REFUSING,
    *WITHDRAWN,
    Reason.OTHER_PERSON,
    *UNPROVEN,
    *OUT_OF_NETWORK,
    Reason.NOT_A_BADGE,
    Reason.NOT_YET_VALID,
)
"""Known against a badge; the first one found is the one that is said."""

NOT_LOOKED = (
    Reason.PROOF_NOT_CHECKED,
    Reason.KEY_NOT_CHECKED,
    Reason.HOSTED_NOT_CHECKED,
    Reason.COVERAGE_NOT_CHECKED,
    Reason.STATUS_NOT_CHECKED,
    Reason.REGISTRY_NOT_CHECKED,
    Reason.RECIPIENT_NOT_CHECKED,
    Reason.RIVAL_NOT_CHECKED,
    Reason.NO_REGISTRY,
)
"""Could not be looked at; ``NO_REGISTRY`` too, because nobody was asked."""

HARMLESS = (Reason.EXPIRED, Reason.DUPLICATE, Reason.NEWER)

NAMELESS = (
    *UNPROVEN,
    Reason.PROOF_NOT_CHECKED,
    Reason.KEY_NOT_CHECKED,
    Reason.HOSTED_NOT_CHECKED,
    Reason.COVERAGE_NOT_CHECKED,
)
"""As long as one of these stands, anybody may have written the badge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Weighed:
    """Whether a badge counts, and the one reason to tell."""

    counts: Counts
    reason: Reason | None = None
    """``None``: nothing to tell. ``EXPIRED`` beside YES: it counts, and is no longer current."""


def weigh(level: Level, reasons: Collection[Reason]) -> Weighed:
    """Say whether a badge counts; a reason that is not known here is never good news."""
    against = _first(AGAINST, reasons)
    if level in (Level.REFUSED, Level.UNREADABLE) or against is not None:
        return Weighed(counts=Counts.NO, reason=against)
    unlooked = _first(NOT_LOOKED, reasons)
    if unlooked is not None or set(reasons) - set(HARMLESS):
        return Weighed(counts=Counts.UNSURE, reason=unlooked)
    if level is Level.TRUSTED:
        return Weighed(counts=Counts.YES)
    if level is Level.NOT_VALID_NOW and Reason.EXPIRED in reasons:
        return Weighed(counts=Counts.YES, reason=Reason.EXPIRED)
    return Weighed(counts=Counts.UNSURE)


def is_proven(level: Level, reasons: Collection[Reason]) -> bool:
    """Whether the issuer named in the badge is the one that made it."""
    return level not in (Level.REFUSED, Level.UNREADABLE) and _first(NAMELESS, reasons) is None


def _first(among: tuple[Reason, ...], reasons: Collection[Reason]) -> Reason | None:
    return next((reason for reason in among if reason in reasons), None)
