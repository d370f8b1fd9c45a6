"""
Was the issuer in the network of trust, for this badge, on the day of the award?

Not being listed says nothing of the badge: it is a statement about trust only.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import TYPE_CHECKING

from shared.errors import BadgeError, Fact
from shared.proofs.ob2_hosted import Confirmation
from verifier.examination import Examination
from verifier.verdict import Finding, Outcome, Reason, Recogniser

if TYPE_CHECKING:  # a verification without a registry never loads the registry's code
    from trust_registry.index import Membership, Registry

CHECK = "issuer.registry"

OUTSIDE_FOR = {
    "registry.not-listed": Reason.NOT_IN_REGISTRY,
    "registry.listed-unsigned": Reason.NOT_IN_REGISTRY,
    "registry.not-member-then": Reason.NOT_MEMBER_THEN,
    "registry.not-for-this-badge": Reason.NOT_FOR_THIS_BADGE,
    "registry.recogniser-only": Reason.NOT_FOR_THIS_BADGE,
    "registry.key-not-awarding": Reason.KEY_NOT_AWARDING,
    "registry.key-stolen": Reason.KEY_NOT_AWARDING,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """What the network says of a badge besides the outcome: the issuer's name, and who agrees."""

    issuer_name: str | None = None
    recognised_by: tuple[Recogniser, ...] = ()


def check_registry(examination: Examination) -> Finding:
    """Without a list nobody is asked; with a list that cannot be used, nothing is known."""
    circumstances = examination.circumstances
    if circumstances.networks:
        from verifier.checks.networks import settled

        return settled(examination)
    return finding_in(examination, circumstances.registry, circumstances.registry_problem)


def finding_in(
    examination: Examination, registry: Registry | None, problem: BadgeError | None
) -> Finding:
    """What one network answers, which is nothing when its list cannot be read."""
    if problem is not None:
        return _unlooked("registry.not-checked", {"why": problem.code})
    if registry is None:
        return Finding(
            check=CHECK,
            code="registry.none",
            outcome=Outcome.NOT_APPLICABLE,
            reasons=(Reason.NO_REGISTRY,),
        )
    if _awaits_its_page(examination):
        return Finding(
            check=CHECK,
            code="registry.issuer-unknown",
            outcome=Outcome.NOT_CHECKED,
            reasons=(Reason.HOSTED_NOT_CHECKED,),
        )
    return _found(_membership(examination, registry), examination, registry)


def standing_of(examination: Examination) -> Standing:
    """The issuer's name and the recognisers, as the network says that answers for the badge."""
    circumstances = examination.circumstances
    if not circumstances.networks:
        return standing_in(examination, circumstances.registry)
    from verifier.checks.networks import answering

    return standing_in(examination, answering(examination))


def standing_in(examination: Examination, registry: Registry | None) -> Standing:
    """What one network says; nothing of a badge that the issuer did not sign."""
    if registry is None or not examination.is_proven:
        return Standing()
    credential = examination.credential
    partner = registry.partner(credential.issuer.id)
    achievement = credential.subject.achievement
    if achievement is None or not registry.fresh(examination.circumstances.now):
        return Standing(issuer_name=partner.name if partner else None)
    # Partners recognise what the network awards: what this issuer or this key could not award
    # is none of it, whatever address it names and whoever trusts the issuer. When nobody can
    # tell whether it could, nobody can tell who recognises it either.
    if _membership(examination, registry).answer in ("no", "unsure"):
        return Standing(issuer_name=partner.name if partner else None)
    recognisers = registry.recognisers(
        credential.issuer.id, achievement.id, on=examination.circumstances.now
    )
    return Standing(
        issuer_name=partner.name if partner else None,
        recognised_by=tuple(
            Recogniser(id=one.id, name=one.name, kind=one.kind) for one in recognisers
        ),
    )


def _awaits_its_page(examination: Examination) -> bool:
    """Whether only the page of a hosted badge could say who issued it, and it was not had."""
    hosted = examination.claimed.hosted_at is not None
    return hosted and not isinstance(examination.hosted, Confirmation)


def _membership(examination: Examination, registry: Registry) -> Membership:
    credential, proof = examination.credential, examination.good_proof
    achievement = credential.subject.achievement
    return registry.membership(
        credential.issuer.id,
        achievement_id=achievement.id if achievement else None,
        key_id=proof.named.method if proof is not None and proof.named is not None else None,
        on=_awarded(examination),
        signed_at=proof.signed_at if proof is not None else None,
        now=examination.circumstances.now,
    )


def _awarded(examination: Examination) -> datetime:
    """The day of the award; of a badge that names none, today."""
    credential = examination.credential
    return credential.awarded or credential.valid_from or examination.circumstances.now


def _found(membership: Membership, examination: Examination, registry: Registry) -> Finding:
    facts = dict(membership.facts)
    if membership.answer in ("yes", "past"):
        return Finding(check=CHECK, code=membership.code, outcome=Outcome.PASSED, facts=facts)
    if membership.answer == "unsure" and membership.code == "registry.key-not-awarding":
        return _unsigned(examination)
    if membership.answer == "unsure" or membership.code not in OUTSIDE_FOR:
        return _unlooked(membership.code, facts)
    issuer = examination.credential.issuer
    alike = registry.look_alike(issuer.id, issuer.name) if issuer.name else None
    if membership.answer == "unknown" and alike is not None:
        return Finding(
            check=CHECK,
            code="registry.look-alike",
            outcome=Outcome.WARNING,
            facts={"partner": alike.name},
            reasons=(Reason.LOOK_ALIKE, Reason.NOT_IN_REGISTRY),
        )
    return Finding(
        check=CHECK,
        code=membership.code,
        outcome=Outcome.WARNING,
        facts=facts,
        reasons=(OUTSIDE_FOR[membership.code],),
    )


def _unsigned(examination: Examination) -> Finding:
    """The list names the issuer and its keys; nothing says which one signed, if any."""
    claimed = examination.claimed
    is_draft = not claimed.proofs and claimed.jws is None
    return Finding(
        check=CHECK,
        code="registry.signer-unknown",
        outcome=Outcome.NOT_CHECKED,
        reasons=(Reason.NO_PROOF if is_draft else Reason.REGISTRY_NOT_CHECKED,),
    )


def _unlooked(code: str, facts: dict[str, Fact]) -> Finding:
    return Finding(
        check=CHECK,
        code=code,
        outcome=Outcome.NOT_CHECKED,
        facts=facts,
        reasons=(Reason.REGISTRY_NOT_CHECKED,),
    )
