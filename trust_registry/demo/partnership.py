"""The partners of the region as the registry publishes them: members, entries, lists."""

import json
from collections.abc import Mapping

from shared.keys import SigningKey
from shared.model import Json
from shared.proofs import data_integrity
from shared.status.bitstring import StatusList, list_credential
from trust_registry import places
from trust_registry.catalogue import Spoken
from trust_registry.catalogue.model import achievement_address
from trust_registry.demo.composing import PAUSE, list_name
from trust_registry.demo.keys import key_of, place_of, urn_of
from trust_registry.demo.told import BadgeTold, KeyTold, PartnerTold, day, day_or_none
from trust_registry.demo.world import Signer, World
from trust_registry.entries import Awarder, EndReason, Entry
from trust_registry.layout import list_address, partner_did, pathway_address
from trust_registry.model import Assurance, Kind, Member, Right, Role
from trust_registry.publishing.contents import holder_of
from trust_registry.recognitions import compose, sign

REGISTRY_KEYS = "registry/"
"""Before the name that the registry gives to a key, in its label."""
STRUCTURE_KEY = "k1"
"""The organisation's own key: it gives the 15th badge, and keeps the lists of those who left."""


def member(told: PartnerTold, world: World) -> Member:
    """What the hub says of a partner."""
    return Member(
        slug=told.slug,
        name=told.name["fr"],
        names=Spoken(told.name),
        kind=Kind(told.kind),
        siren=told.siren,
        ids=world.ids(told),
        place=told.place,
        rights=tuple(_right(one, world) for one in told.rights),
        assurance=Assurance(told.assurance),
    )


def entry(told: PartnerTold, world: World, *, withdrawn: bool) -> Entry:
    """
    What a partner says of itself.

    Args:
        withdrawn: whether the recognitions it took back are in it, as they once were.
    """
    key = publication_key(told, world)
    return Entry(
        slug=told.slug,
        publication_key=key.public.multibase,
        contact=told.contact,
        url=told.url,
        about=Spoken(told.about),
        place=None if told.where is None else places.from_json(told.where, "/place"),
        awarders=tuple(_awarder(one, told, world) for one in told.keys),
        recognitions=tuple(
            _recognition(one, told, world)
            for one in told.recognises
            if withdrawn or not one.get("withdrawn")
        ),
        statuses=tuple(lists(told, world)),
    )


def lists(told: PartnerTold, world: World) -> Mapping[str, bytes]:
    """The status lists of a partner by name: one for each key, and one for pauses if needed."""
    badges = [one for one in world.told.badges if one.by == told.slug and one.made == "network"]
    names = [one.name for one in told.keys]
    if any(one.state == "suspended" for one in badges):
        names.append(PAUSE)
    return {name: _signed_list(name, told, world, badges) for name in names}


def publication_key(told: PartnerTold, world: World) -> SigningKey:
    """The key that signs the entry of a partner: its own, or the hub's in its place."""
    return key_of(REGISTRY_KEYS + holder_of(member(told, world), at=None))


def signed_list(
    *, url: str, signer: Signer, world: World, badges: list[BadgeTold], purpose: str
) -> bytes:
    """A status list on which these badges stand, signed on the day of the region."""
    bits = StatusList()
    for badge in badges:
        bits.set(place_of(badge.file))
    document = list_credential(
        url=url,
        issuer=signer.issuer_id,
        purpose=purpose,
        bits=bits,
        valid_from=world.at,
        valid_until=None,
    )
    signed = data_integrity.sign(document, key=signer.key, method=signer.method, created=world.at)
    return as_bytes(signed)


def as_bytes(document: Json) -> bytes:
    """A JSON document as it is served."""
    return json.dumps(document, ensure_ascii=False, separators=(",", ":")).encode("utf-8")


def _signed_list(name: str, told: PartnerTold, world: World, badges: list[BadgeTold]) -> bytes:
    found = [one for one in badges if one.state is not None and list_name(one) == name]
    return signed_list(
        url=list_address(world.base, told.slug, name),
        signer=world.partner_signer(told, _keeper(name, told)),
        world=world,
        badges=found,
        purpose="suspension" if name == PAUSE else "revocation",
    )


def _keeper(name: str, told: PartnerTold) -> str:
    """Whose key signs a list: its own, unless that one has ended or is none."""
    own = next((one for one in told.keys if one.name == name), None)
    return name if own is not None and own.until is None else STRUCTURE_KEY


def _right(told: Json, world: World) -> Right:
    return Right(
        role=Role(told["role"]),
        badges=tuple(told["badges"]),
        since=day(world.at, told["since"]),
        until=day_or_none(world.at, told.get("until")),
    )


def _awarder(key: KeyTold, told: PartnerTold, world: World) -> Awarder:
    return Awarder(
        key=world.key(told, key).public.multibase,
        id=f"{partner_did(world.base, told.slug)}#{key.name}",
        badges=key.badges,
        since=day(world.at, key.since),
        until=day_or_none(world.at, key.until),
        reason=None if key.reason is None else EndReason(key.reason),
    )


def _recognition(told: Json, partner: PartnerTold, world: World) -> Json:
    since = max(day(world.at, one["since"]) for one in partner.rights)
    document = compose(
        recognition_id=urn_of(f"{partner.slug}/{_subject(told, world)}"),
        member=member(partner, world),
        subject=_subject(told, world),
        since=since,
        comment=told["comment"],
    )
    return sign(document, key=publication_key(partner, world), at=since)


def _subject(told: Json, world: World) -> str:
    """What is recognised: a badge, a pathway, or all that an issuer gives."""
    if "pathway" in told:
        return pathway_address(world.base, told["pathway"])
    if "issuer" in told:
        return partner_did(world.base, told["issuer"])
    return achievement_address(world.catalogue.badge(told["badge"]), base=world.base)
