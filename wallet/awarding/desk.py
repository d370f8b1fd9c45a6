"""
May this professional award that badge, today?

Three things must hold together: this space holds a badge that authorises awarding, it
was given to this very space, and the partner that gave it lists this space's key, today,
for the badge to be awarded (design README, point 7).
"""

from dataclasses import dataclass

from shared.dids.methods import key_of
from shared.errors import KeyInvalid
from shared.keys import PublicKey
from shared.model import Json
from trust_registry.catalogue import BadgeEntry, Catalogue
from trust_registry.catalogue.model import achievement_address
from trust_registry.index import Answer, Partner, Registry
from verifier.circumstances import Circumstances
from verifier.verdict import Reason
from wallet.errors import (
    AuthorisationNotValid,
    AuthorisationOfAnother,
    AwardRefused,
    CriteriaMissing,
    KeyNotListed,
    NoRegistryToAward,
    NotAuthorised,
    RegistryTooOld,
)
from wallet.holding import Holding
from wallet.holdings import Wallet
from wallet.rechecking import recheck
from wallet.spaces import Space


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """The right to award one badge today, and in whose name."""

    badge: BadgeEntry
    catalogue: Catalogue
    partner: Partner
    method: str
    """The address under which the partner publishes this space's key."""
    source: str
    """The identifier of the professional who saw it done."""
    authorisation: Holding
    """The badge that opens the desk."""


def right_to_award(badge_id: str, space: Space, circumstances: Circumstances) -> Right:
    """
    Tell by what right a badge may be awarded from a space.

    The badge that opens the desk is verified once more; when its status cannot be asked
    for today, what was last known of it holds, because the partner's fresh list decides.

    Args:
        badge_id: identifier or slug in the catalogue.

    Raises:
        NoRegistryToAward, RegistryTooOld: nobody can say who may award.
        BadgeUnknown, CriteriaMissing: there is no such badge, or nothing to see for it.
        NotAuthorised, AuthorisationOfAnother, AuthorisationNotValid, KeyNotListed: why not.
    """
    registry = fresh_registry(circumstances)
    catalogue = registry.catalogue()
    badge = catalogue.badge(badge_id)
    if not any(badge.criteria.values()):
        raise CriteriaMissing(badge=badge.id)
    refusal: AwardRefused = NotAuthorised()
    for holding in authorisations(space.wallet(catalogue)):
        try:
            return _right(
                badge, holding, space=space, circumstances=circumstances, registry=registry
            )
        except AwardRefused as error:
            # The refusal of the badge that came last is the one to act upon.
            refusal = error
    raise refusal


def fresh_registry(circumstances: Circumstances) -> Registry:
    """The list of partners, if rights may be read from it. Raises: see ``right_to_award``."""
    registry = circumstances.registry
    if registry is None:
        raise circumstances.registry_problem or NoRegistryToAward()
    if not registry.fresh(circumstances.now):
        raise RegistryTooOld
    return registry


def authorisations(wallet: Wallet) -> tuple[Holding, ...]:
    """The badges of a space that open a desk, whoever gave them."""
    catalogue = wallet.catalogue
    return tuple(
        one
        for one in wallet.holdings()
        if one.badge_id is not None and catalogue.badge(one.badge_id).authorises
    )


def _right(
    badge: BadgeEntry,
    holding: Holding,
    *,
    space: Space,
    circumstances: Circumstances,
    registry: Registry,
) -> Right:
    wallet = space.wallet(registry.catalogue())
    (checked,) = recheck(wallet, circumstances, only=[holding.id])
    holding = checked.after
    if not holding.counts or Reason.EXPIRED in holding.reasons:
        first = next(iter(holding.reasons), None)
        raise AuthorisationNotValid(level=holding.level, reason=str(first or holding.level))
    credential = wallet.credential(holding.id)
    if credential is None or credential.subject.id != space.did:
        raise AuthorisationOfAnother
    partner = registry.partner(credential.issuer.id)
    why, named = "key-not-awarding", credential.issuer.id if partner is None else partner.name
    for method in methods_of(space.key.public, credential.issuer.id, registry):
        membership = registry.membership(
            credential.issuer.id,
            achievement_id=achievement_address(badge, base=registry.catalogue().base),
            key_id=method,
            on=circumstances.now,
        )
        if membership.answer is Answer.YES and partner is not None:
            return Right(
                badge=badge,
                catalogue=registry.catalogue(),
                partner=partner,
                method=method,
                source=space.did,
                authorisation=holding,
            )
        why = membership.code.removeprefix("registry.")
    raise KeyNotListed(why=why, partner=named)


def methods_of(key: PublicKey, issuer_id: str, registry: Registry) -> tuple[str, ...]:
    """
    The addresses under which an organisation publishes a key, ended or not.

    More than one when a professional has left and come back.
    """
    document = registry.did_document(issuer_id) or {}
    listed = document.get("verificationMethod", ())
    return tuple(str(entry["id"]) for entry in listed if _is_key(entry, key))


def _is_key(entry: Json, key: PublicKey) -> bool:
    try:
        return key_of(entry) == key
    except KeyInvalid:
        return False
