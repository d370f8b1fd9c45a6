"""Who signs as whom in the region, and under which addresses things stand."""

import hashlib
from dataclasses import dataclass, replace
from datetime import datetime
from functools import cached_property

from shared.keys import SigningKey
from trust_registry.catalogue import BadgeEntry, Catalogue, Equivalent, seed
from trust_registry.demo.keys import key_of, number_of
from trust_registry.demo.told import BadgeTold, KeyTold, OrganisationTold, PartnerTold, Told
from trust_registry.layout import partner_did


@dataclass(frozen=True, slots=True, kw_only=True)
class Signer:
    """A key, and the issuer in whose name it signs."""

    issuer_id: str
    name: str
    key: SigningKey
    method: str
    """The address under which the issuer publishes the key."""


@dataclass(frozen=True, kw_only=True)
class World:
    """The story on one day."""

    told: Told
    at: datetime
    """The day the region is made; every other day is relative to it."""

    @cached_property
    def catalogue(self) -> Catalogue:
        """The badges of the network, with those of the shared host that count as the same."""
        plain = seed()
        return replace(
            plain,
            badges=tuple(replace(one, equivalents=self._equivalents(one)) for one in plain.badges),
        )

    @cached_property
    def base(self) -> str:
        """The address of the registry's site."""
        return self.catalogue.base

    def ids(self, partner: PartnerTold) -> tuple[str, ...]:
        """The identifiers of a partner as an issuer, the main one first."""
        named = {"shared:3.0": self.shared_did, "shared:2.0": self.shared_profile}
        others = (
            named[one](self.told.organisation(partner.slug, made="shared")) if one in named else one
            for one in partner.also
        )
        return (partner_did(self.base, partner.slug), *others)

    def key(self, partner: PartnerTold, told: KeyTold) -> SigningKey:
        """A key of a partner: a professional's own, or the organisation's."""
        if told.holder is not None:
            return key_of(f"professional/{told.holder}")
        return key_of(f"partner/{partner.slug}/{told.name}")

    def partner_signer(self, partner: PartnerTold, name: str) -> Signer:
        """One of the keys that a partner lists."""
        told = next(one for one in partner.keys if one.name == name)
        did = partner_did(self.base, partner.slug)
        return Signer(
            issuer_id=did,
            name=partner.name["fr"],
            key=self.key(partner, told),
            method=f"{did}#{name}",
        )

    def site_signer(self, organisation: OrganisationTold) -> Signer:
        """The key that an organisation publishes on its own site."""
        did = f"did:web:{organisation.host}"
        key = key_of(f"site/{organisation.slug}")
        return Signer(issuer_id=did, name=organisation.name, key=key, method=f"{did}#k1")

    def lone_signer(self, organisation: OrganisationTold) -> Signer:
        """A key that is its own identifier: one for each organisation of the shared host."""
        key = key_of(f"lone/{organisation.slug}")
        return Signer(issuer_id=key.did, name=organisation.name, key=key, method=key.method)

    def signer(self, badge: BadgeTold) -> Signer:
        """Who signs a badge."""
        partner = self.told.partner(badge.by)
        if badge.made == "network" and partner is not None:
            return self.partner_signer(partner, badge.key)
        organisation = self.told.organisation(badge.by, made=badge.made)
        if badge.made == "site":
            return self.site_signer(organisation)
        return self.lone_signer(organisation)

    def issuer_id(self, badge: BadgeTold) -> str:
        """The issuer that a badge names."""
        if badge.made == "hosted":
            return self.shared_profile(self.told.organisation(badge.by, made=badge.made))
        return self.signer(badge).issuer_id

    # ------------------------------------------------------------ the shared host

    def shared_did(self, organisation: OrganisationTold) -> str:
        """Its identifier in Open Badges 3.0."""
        return self.lone_signer(organisation).issuer_id

    def shared_profile(self, organisation: OrganisationTold) -> str:
        """Its identifier in Open Badges 2.0."""
        return f"{self.told.shared_host}/v1/client/{organisation.client}.json?v=2.0"

    def shared_achievement(self, organisation: OrganisationTold, badge_id: str) -> str:
        """The address of one of its badges in Open Badges 3.0."""
        number = organisation.publishes[badge_id]
        client = hashlib.sha256(organisation.client.encode()).hexdigest()
        return f"{self.told.shared_host}/obv3/achievements/{number}?cid={client}&lang=fr"

    def shared_class(self, organisation: OrganisationTold, badge_id: str) -> str:
        """The address of one of its badges in Open Badges 2.0."""
        return f"{self.told.shared_host}/v1/badge/_/{organisation.publishes[badge_id]}.json?v=2.0"

    def shared_list(self, organisation: OrganisationTold, badge_id: str) -> str:
        """Where the shared host says which badges of a kind were withdrawn."""
        number = organisation.publishes[badge_id]
        return f"{self.told.shared_host}/obv3/revoked/{organisation.client}/{number}"

    def shared_address(self, badge: BadgeTold) -> str:
        """Where the shared host keeps one badge of one person."""
        kind = "v1/assertion" if badge.made == "hosted" else "obv3/credentials"
        return f"{self.told.shared_host}/{kind}/{number_of(badge.file, letters=40)}"

    def _equivalents(self, entry: BadgeEntry) -> tuple[Equivalent, ...]:
        partners = [
            one
            for one in self.told.organisations
            if entry.id in one.publishes and self.told.partner(one.slug) is not None
        ]
        return tuple(
            equivalent
            for one in partners
            for equivalent in (
                Equivalent(
                    issuer=self.shared_did(one), achievement=self.shared_achievement(one, entry.id)
                ),
                Equivalent(
                    issuer=self.shared_profile(one), achievement=self.shared_class(one, entry.id)
                ),
            )
        )
