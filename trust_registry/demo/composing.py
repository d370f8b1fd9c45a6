"""
The badges of the region as Open Badges 3.0, each in the shape its kind of issuer gives it.

Those of the network have the form that an awarding desk gives them; those of the shared
host the form found in the wild (design REAL-BADGES.md, section 6).
"""

import hashlib
from datetime import timedelta

from shared.identity import hashed_name
from shared.model import Json
from shared.proofs import data_integrity, vc_jwt
from shared.status.bitstring import status_entry
from shared.times import instant_text
from trust_registry.catalogue import achievement
from trust_registry.demo.keys import key_of, number_of, place_of, urn_of
from trust_registry.demo.told import BadgeTold, PersonTold, day
from trust_registry.demo.world import Signer, World
from trust_registry.layout import list_address

CONTEXTS = [
    "https://www.w3.org/ns/credentials/v2",
    "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json",
]
EXTENSIONS = "https://purl.imsglobal.org/spec/ob/v3p0/extensions.json"
PAUSE = "pause"
"""Name of the list of badges that a partner paused."""
SALT_LETTERS = 32


def unsigned(badge: BadgeTold, world: World) -> Json:
    """A badge of the network, or of a stranger who imitates its form."""
    signer = world.signer(badge)
    entry = world.catalogue.badge(badge.badge)
    achieved = achievement(entry, base=world.base, lang=badge.lang)
    if world.told.partner(badge.by) is None:
        achieved["id"] = _own_address(badge, world, entry.slug)
    given = day(world.at, badge.day)
    starts = given if badge.begins is None else day(world.at, badge.begins)
    person = world.told.person(badge.to)
    ends = {} if badge.ends is None else {"validUntil": instant_text(day(world.at, badge.ends))}
    return {
        "@context": list(CONTEXTS),
        "id": urn_of(badge.file),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "name": achieved["name"],
        "issuer": {"id": signer.issuer_id, "type": ["Profile"], "name": signer.name},
        "validFrom": instant_text(starts),
        "awardedDate": instant_text(given),
        **ends,
        "credentialSubject": {
            **_own_did(person),
            "type": ["AchievementSubject"],
            "identifier": [hashed_name(person.name, salt=salt_of(badge))],
            **_source(badge, world),
            "achievement": achieved,
            **({"narrative": badge.words} if badge.words else {}),
        },
        "evidence": [_evidence(one) for one in badge.evidence],
        **_status(badge, world),
    }


def shared(badge: BadgeTold, world: World) -> Json:
    """A badge as the shared host gives it today: a key for each organisation, an e-mail hashed."""
    organisation = world.told.organisation(badge.by, made=badge.made)
    signer = world.lone_signer(organisation)
    plain = achievement(world.catalogue.badge(badge.badge), base=world.base)
    given = instant_text(day(world.at, badge.day))
    return {
        "@context": [*CONTEXTS, EXTENSIONS],
        "id": world.shared_address(badge),
        "type": ["VerifiableCredential", "OpenBadgeCredential"],
        "issuer": {
            "id": signer.issuer_id,
            "type": ["Profile"],
            "name": signer.name,
            "url": organisation.url,
            "email": organisation.email,
            "otherIdentifier": [
                {
                    "type": "IdentifierEntry",
                    "identifier": organisation.client,
                    "identifierType": "systemId",
                }
            ],
        },
        "validFrom": given,
        "awardedDate": given,
        "credentialSubject": {
            "type": ["AchievementSubject"],
            "identifier": [_hashed_email(badge, world)],
            "achievement": {
                "id": world.shared_achievement(organisation, badge.badge),
                "type": ["Achievement"],
                "inLanguage": "fr",
                "name": plain["name"],
                "description": plain["description"],
                "criteria": plain["criteria"],
                "image": {"id": plain["image"]["id"], "type": "Image"},
                "tag": plain["tag"],
            },
        },
        "evidence": [_evidence(one) for one in badge.evidence],
        "endorsement": [],
        "credentialStatus": {
            "id": world.shared_list(organisation, badge.badge),
            "type": "1EdTechRevocationList",
        },
    }


def secured(badge: BadgeTold, world: World) -> Json:
    """A badge with its embedded proof; a forger's when the story says so."""
    document = shared(badge, world) if badge.made == "shared" else unsigned(badge, world)
    if badge.damage == "unsigned":
        return document
    signer = _hand(badge, world)
    # The shared host signs a minute later than it awards.
    late = timedelta(minutes=1 if badge.made == "shared" else 0)
    signed = data_integrity.sign(
        document, key=signer.key, method=signer.method, created=day(world.at, badge.day) + late
    )
    if badge.made == "shared":
        signed["proof"] = [signed["proof"]]
    return signed


def token(badge: BadgeTold, world: World) -> str:
    """A badge as a compact JWS."""
    signer = _hand(badge, world)
    return vc_jwt.sign(unsigned(badge, world), key=signer.key, method=signer.method)


def salt_of(badge: BadgeTold) -> str:
    """The salt of one badge."""
    return number_of(f"salt/{badge.file}", letters=SALT_LETTERS)


def hashed_email(badge: BadgeTold, person: PersonTold) -> str:
    """The hash of the person's e-mail, as Open Badges 2 and 3 write it."""
    text = f"{person.email}{salt_of(badge)}"
    return "sha256$" + hashlib.sha256(text.encode()).hexdigest()


def list_name(badge: BadgeTold) -> str:
    """The name of the list in which a withdrawal of the badge is written."""
    return PAUSE if badge.state == "suspended" else badge.key


def _hand(badge: BadgeTold, world: World) -> Signer:
    """Who really signs: the issuer, or somebody who only writes its name."""
    signer = world.signer(badge)
    if badge.damage != "forged":
        return signer
    key = key_of("forger")
    return Signer(issuer_id=signer.issuer_id, name=signer.name, key=key, method=key.method)


def _own_address(badge: BadgeTold, world: World, slug: str) -> str:
    """The address a stranger gives to its badge."""
    organisation = world.told.organisation(badge.by, made=badge.made)
    return f"https://{organisation.host or badge.by + '.example'}/badges/{slug}"


def _own_did(person: PersonTold) -> Json:
    """A professional has a space, so the badge names it; the others come by name only."""
    return {} if person.partner is None else {"id": key_of(f"professional/{person.slug}").did}


def _source(badge: BadgeTold, world: World) -> Json:
    """The professional who saw it done, where one signs."""
    partner = world.told.partner(badge.by)
    keys = () if partner is None else partner.keys
    holder = next((one.holder for one in keys if one.name == badge.key), None)
    if badge.made != "network" or holder is None:
        return {}
    return {"source": {"id": key_of(f"professional/{holder}").did, "type": ["Profile"]}}


def _status(badge: BadgeTold, world: World) -> Json:
    """The promise to say later whether it still holds; a lone key promises nothing."""
    place = place_of(badge.file)
    if badge.made == "site":
        host = world.told.organisation(badge.by, made="site").host
        return {"credentialStatus": status_entry(url=site_list(host), index=place)}
    if badge.made != "network":
        return {}
    entry = status_entry(url=list_address(world.base, badge.by, badge.key), index=place)
    if badge.state != "suspended":
        return {"credentialStatus": entry}
    url = list_address(world.base, badge.by, PAUSE)
    paused = status_entry(url=url, index=place, purpose="suspension")
    return {"credentialStatus": [entry, paused]}


def site_list(host: str) -> str:
    """Where an organisation with its own site says which badges it withdrew."""
    return f"https://{host}/badges/retires.json"


def _evidence(told: Json) -> Json:
    kind = {"genre": told["kind"]} if "kind" in told else {}
    return {"type": ["Evidence"], "narrative": told["narrative"], **kind}


def _hashed_email(badge: BadgeTold, world: World) -> Json:
    return {
        "type": "IdentityObject",
        "hashed": True,
        "identityHash": hashed_email(badge, world.told.person(badge.to)),
        "identityType": "emailAddress",
        "salt": salt_of(badge),
    }
