"""
Several networks asked side by side: each answers for itself, and none for another.

A badge is trusted when one of them vouches for it, every list could be read, and none says
that the key was stolen.  So a list that is withheld never helps anybody (decision 0026).
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from verifier.checks.registry import Standing, finding_in, standing_in
from verifier.examination import Examination
from verifier.verdict import Finding, Level, NetworkTold, Outcome, Reason

if TYPE_CHECKING:  # a verification without a registry never loads the registry's code
    from trust_registry.client import Network
    from trust_registry.index import Registry

STOLEN = "registry.key-stolen"
UNNAMED = frozenset({"registry.not-listed"})
NAMED_ONLY = UNNAMED | {"registry.listed-unsigned", "registry.look-alike"}
"""Endings that say nothing of the issuer, or nothing that counts."""

Answered = tuple[tuple["Network", Finding], ...]


def settled(examination: Examination) -> Finding:
    """The one finding of ``issuer.registry``: what is missing first, what warns, what vouches."""
    found = _answered(examination)
    unread = [told for one, told in found if one.is_signed and _is_missing(told)]
    stolen = [told for one, told in found if told.code == STOLEN]
    vouched = [told for one, told in found if one.can_vouch and told.outcome is Outcome.PASSED]
    decisive = next(iter((*unread, *stolen, *vouched)), None)
    if decisive is not None:
        return decisive
    others = [_below_its_ceiling(told) for _, told in found if not _is_missing(told)]
    telling = [told for told in others if told.code not in UNNAMED]
    return next(iter((*telling, *others)), found[0][1])


def answering(examination: Examination) -> Registry | None:
    """The network whose names and recognisers are shown: the first that vouches, or the first."""
    found = _answered(examination)
    for one, told in found:
        if one.can_vouch and told.outcome is Outcome.PASSED:
            return one.registry
    return found[0][0].registry


def told_by_each(examination: Examination) -> tuple[NetworkTold, ...]:
    """What every network answers, in their order; empty when there is only one."""
    return tuple(_told(one, finding, examination) for one, finding in _answered(examination))


def _answered(examination: Examination) -> Answered:
    return tuple(
        (one, finding_in(examination, one.registry, one.problem))
        for one in examination.circumstances.networks
    )


def _told(one: Network, finding: Finding, examination: Examination) -> NetworkTold:
    registry = one.registry
    known = Standing() if registry is None else standing_in(examination, registry)
    return NetworkTold(
        label=one.label,
        type=one.type.value,
        ceiling=Level(one.ceiling.value),
        name=registry.name if registry else None,
        listed_at=registry.listed_at if registry else None,
        partners=registry.partners if registry else None,
        answer=_answer(finding),
        finding=finding,
        issuer_name=known.issuer_name,
        recognised_by=known.recognised_by,
    )


def _answer(finding: Finding) -> str:
    if finding.outcome is Outcome.PASSED:
        return "past" if finding.code == "registry.past-member" else "yes"
    if _is_missing(finding):
        return "unsure"
    return "unknown" if finding.code in NAMED_ONLY else "no"


def _is_missing(finding: Finding) -> bool:
    return finding.outcome is Outcome.NOT_CHECKED


def _below_its_ceiling(finding: Finding) -> Finding:
    """A network that may not vouch alone is told, and changes nothing."""
    if finding.outcome is not Outcome.PASSED:
        return finding
    return replace(
        finding,
        code="registry.member-elsewhere",
        outcome=Outcome.WARNING,
        reasons=(Reason.NOT_IN_REGISTRY,),
    )
