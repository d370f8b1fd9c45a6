"""
Badges as Open Badges 2.0: nothing is signed, the page of the host is the proof.

Three pages speak for one badge: the assertion, the BadgeClass and the issuer's profile.
Source: OB 2.0 §"Hosted Verification".
"""

from shared.model import Json
from shared.times import instant_text
from trust_registry.catalogue import achievement
from trust_registry.demo.composing import hashed_email, salt_of
from trust_registry.demo.told import BadgeTold, OrganisationTold, day
from trust_registry.demo.world import World

CONTEXT = "https://w3id.org/openbadges/v2"


def assertion(badge: BadgeTold, world: World) -> Json:
    """What the host says of one badge of one person."""
    organisation = world.told.organisation(badge.by, made=badge.made)
    return {
        "@context": CONTEXT,
        "type": "Assertion",
        "id": world.shared_address(badge),
        "recipient": {
            "type": "email",
            "hashed": True,
            "salt": salt_of(badge),
            "identity": hashed_email(badge, world.told.person(badge.to)),
        },
        "badge": world.shared_class(organisation, badge.badge),
        "issuedOn": instant_text(day(world.at, badge.day)),
        "verification": {"type": "HostedBadge"},
        "evidence": [{"narrative": one["narrative"]} for one in badge.evidence],
    }


def page(badge: BadgeTold, world: World) -> Json:
    """What the host answers at the address of the badge: itself, or that it was withdrawn."""
    if badge.state != "revoked":
        return assertion(badge, world)
    return {
        "@context": CONTEXT,
        "type": "Assertion",
        "id": world.shared_address(badge),
        "revoked": True,
    }


def badge_class(organisation: OrganisationTold, badge_id: str, world: World) -> Json:
    """What the host says of a badge, whoever has it."""
    plain = achievement(world.catalogue.badge(badge_id), base=world.base)
    return {
        "@context": CONTEXT,
        "type": "BadgeClass",
        "id": world.shared_class(organisation, badge_id),
        "@language": "fr",
        "name": plain["name"],
        "description": plain["description"],
        "image": plain["image"]["id"],
        "criteria": plain["criteria"],
        "issuer": world.shared_profile(organisation),
        "tags": plain["tag"],
    }


def profile(organisation: OrganisationTold, world: World) -> Json:
    """What the host says of the organisation."""
    return {
        "@context": CONTEXT,
        "type": "Issuer",
        "id": world.shared_profile(organisation),
        "name": organisation.name,
        "url": organisation.url,
        "email": organisation.email,
    }
