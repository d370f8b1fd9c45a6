"""
Words of support: who else signed for this badge, and is it really them?

Each is judged as a badge is (its proof, its coverage, whose key it is, its dates, its status),
one level deep and a few of them only; what it speaks of must be this badge, its achievement or
its issuer, because a genuine one for something else can be attached by anybody.  A partner's
words for what the network awards are not shown on what a stranger calls the same.
"""

from __future__ import annotations

from shared.errors import (
    BadgeError,
    HostedNotChecked,
    KeyUnavailable,
    ProofUnsupported,
)
from shared.model import Credential, Json, Profile
from shared.parsing import shapes
from shared.parsing.addresses import same_address
from shared.parsing.clr2 import part
from shared.proofs import ob2_endorsement
from shared.proofs.ob2_endorsement import Said
from shared.proofs.ob2_hosted import HostedWithdrawn
from verifier.checks.coverage import check_coverage
from verifier.checks.dates import check_dates
from verifier.checks.key import check_key
from verifier.checks.proof import check_proof
from verifier.checks.registry import check_registry
from verifier.checks.revocation import check_revocation
from verifier.examination import OLD_MODELS, Examination
from verifier.verdict import Outcome, Support

MAX_ENDORSEMENTS = 8
"""Each costs a signature and perhaps a key to ask for; real badges carry one or two."""

CANNOT_BE_CHECKED = (HostedNotChecked, KeyUnavailable, ProofUnsupported)
GENUINE = (check_proof, check_coverage, check_key)
IN_FORCE = (check_dates, check_revocation)

FALSE = Support(code="endorsement.false", outcome=Outcome.FAILED)
NOT_CHECKED = Support(code="endorsement.not-checked", outcome=Outcome.NOT_CHECKED)
ENDED = Support(code="endorsement.ended", outcome=Outcome.WARNING)
OF_ANOTHER = Support(code="endorsement.of-another", outcome=Outcome.WARNING)
OWN = Support(code="endorsement.own", outcome=Outcome.NOT_APPLICABLE)
"""Of these nothing is told but that they are there."""


def support_of(examination: Examination) -> tuple[Support, ...]:
    """
    What each of the words of support comes to, in their order.

    Those beyond ``MAX_ENDORSEMENTS``, and all of a badge that its issuer does not stand
    behind, were not looked at.
    """
    given = examination.credential.endorsements
    if not examination.is_proven:
        return (NOT_CHECKED,) * len(given)
    told = [_of_one(one, examination) for one in given[:MAX_ENDORSEMENTS]]
    return (*told, *(NOT_CHECKED for _ in given[MAX_ENDORSEMENTS:]))


def _of_one(value: Json | str, examination: Examination) -> Support:
    try:
        if ob2_endorsement.is_old(value):
            return _told(ob2_endorsement.confirm(value, fetch=examination.fetch), examination)
        if examination.claimed.data_model in OLD_MODELS and isinstance(value, str):
            return _told(ob2_endorsement.verified(value, fetch=examination.fetch), examination)
        credential = part(value, examination.claimed.token, "/endorsement")
    except HostedWithdrawn:
        return ENDED
    except CANNOT_BE_CHECKED:
        return NOT_CHECKED
    except BadgeError:
        return FALSE
    return _of_a_credential(credential, examination)


def _of_a_credential(credential: Credential, examination: Examination) -> Support:
    """Ask of an EndorsementCredential what is asked of a badge."""
    if "EndorsementCredential" not in credential.types:
        return FALSE
    inner = Examination(credential, examination.of_nobody(), examination.inquiry)
    genuine = {check(inner).outcome for check in GENUINE}
    if Outcome.FAILED in genuine:
        return FALSE
    if Outcome.NOT_CHECKED in genuine or not inner.is_proven:
        return NOT_CHECKED
    in_force = {check(inner).outcome for check in IN_FORCE}
    if Outcome.FAILED in in_force:
        return ENDED
    if Outcome.NOT_CHECKED in in_force:
        return NOT_CHECKED
    subject = shapes.only(credential.document["credentialSubject"])
    said = Said(
        issuer=credential.issuer,
        about=credential.subject.id or "",
        comment=shapes.prose(subject, "endorsementComment", "/credentialSubject"),
        issued=credential.valid_from,
    )
    return _told(said, examination)


def _told(said: Said, examination: Examination) -> Support:
    """A genuine one, if it speaks of this badge and of somebody else's."""
    about = _about(said.about, examination.credential)
    if about is None:
        return OF_ANOTHER
    if same_address(said.issuer.id, examination.credential.issuer.id):
        return OWN
    name, kind = _known(said.issuer, examination)
    if name is not None and about != "issuer" and not _is_of_the_network(examination):
        return NOT_CHECKED
    return Support(
        code="endorsement.signed",
        outcome=Outcome.PASSED,
        issuer=said.issuer,
        registry_name=name,
        kind=kind,
        about=about,
        comment=said.comment,
        issued=said.issued,
    )


def _about(address: str, credential: Credential) -> str | None:
    """``award``, ``badge`` or ``issuer``; ``None``: something else."""
    achievement = credential.subject.achievement
    speaks_of = (
        ("issuer", credential.issuer.id),
        ("badge", achievement.id if achievement else None),
        ("award", credential.id),
    )
    return next((what for what, named in speaks_of if same_address(address, named)), None)


def _is_of_the_network(examination: Examination) -> bool:
    """
    Whether the network stands behind the badge that a partner speaks of.

    Anybody can write the address of its achievement, or of one badge awarded, into another badge
    and hang the partner's genuine words there; the address of the issuer is proven.
    """
    return check_registry(examination).outcome is Outcome.PASSED


def _known(issuer: Profile, examination: Examination) -> tuple[str | None, str | None]:
    """The name and the kind that the network gives the one who speaks."""
    registry = examination.circumstances.registry
    partner = registry.partner(issuer.id) if registry is not None else None
    return (partner.name, partner.kind) if partner else (None, None)
