"""
The story of the region as it ships: who is in it, who gave what to whom, and what happened.

Texts stand in ``story/*.json``, written for people; days count from the day the region is
made, so that a region is as young on every day.
"""

import json
from dataclasses import dataclass
from datetime import datetime, timedelta
from importlib.resources import files
from typing import Any

from shared.model import Json

_STORY = files("trust_registry.demo") / "story"


@dataclass(frozen=True, slots=True, kw_only=True)
class KeyTold:
    """A key that awards in the name of a partner."""

    name: str
    """Last part of its address, and name of its status list: ``k2``."""
    badges: tuple[str, ...]
    since: int
    until: int | None = None
    reason: str | None = None
    holder: str | None = None
    """The professional who keeps it; ``None``: the organisation itself."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PartnerTold:
    """One partner; days are relative."""

    slug: str
    kind: str
    name: Json
    place: str
    siren: str | None
    assurance: str
    contact: str
    url: str
    about: Json
    rights: tuple[Json, ...]
    keys: tuple[KeyTold, ...]
    recognises: tuple[Json, ...]
    where: Json | None = None
    """Where it receives people, in the form of an entry's place; ``None``: it does not say."""
    also: tuple[str, ...] = ()
    """Other identifiers: one written out, or ``shared:<version>`` on the shared host."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonTold:
    """A learner, or a professional with a key at a partner."""

    slug: str
    name: str
    email: str | None = None
    partner: str | None = None
    key: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeTold:
    """One badge: who gave what to whom, in which form, and what became of it."""

    file: str
    to: str
    badge: str
    by: str
    day: int
    evidence: tuple[Json, ...]
    level: str
    says: Json
    made: str = "network"
    """``network``, ``site``, ``key``, ``shared`` or ``hosted``: how its issuer signs."""
    key: str = "k1"
    form: str = ""
    """``png``, ``svg``, ``json``, ``jwt``, ``link-png`` or ``qr``; empty: as the file is named."""
    lang: str = "fr"
    words: str = ""
    begins: int | None = None
    """Relative day from which it holds, when that is not the day it was given."""
    ends: int | None = None
    state: str | None = None
    """``revoked`` or ``suspended`` since."""
    damage: str | None = None
    """``changed``, ``added``, ``forged``, ``unsigned`` or ``screenshot``."""
    changed_to: str = ""
    ask: tuple[str, ...] = ()
    """Whose badge it is said to be when it is judged."""
    reasons: tuple[str, ...] = ()
    recognised_by: tuple[str, ...] = ()
    """Slugs of the partners that recognise it, if it is trusted."""

    @property
    def shape(self) -> str:
        """The form it is given in."""
        return self.form or self.file.rpartition(".")[2]


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganisationTold:
    """One that issues otherwise than with a key listed in the network."""

    slug: str
    name: str
    url: str = ""
    email: str = ""
    client: str = ""
    """Its number on the shared host."""
    publishes: Json
    """Badge of the catalogue: number of the same badge on the shared host."""
    lost_list_for: str | None = None
    """The badge whose list of withdrawals does not answer."""
    host: str = ""
    """Its own site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """The whole story."""

    hub: str
    partners: tuple[PartnerTold, ...]
    professionals: tuple[PersonTold, ...]
    learners: tuple[PersonTold, ...]
    badges: tuple[BadgeTold, ...]
    shared_host: str
    organisations: tuple[OrganisationTold, ...]

    def partner(self, slug: str) -> PartnerTold | None:
        """A partner by its short name; ``None``: a stranger."""
        return next((one for one in self.partners if one.slug == slug), None)

    def person(self, slug: str) -> PersonTold:
        """A person by their short name."""
        return next(one for one in (*self.professionals, *self.learners) if one.slug == slug)

    def organisation(self, slug: str, *, made: str) -> OrganisationTold:
        """Who issues otherwise, by short name and way of signing."""
        own_site = made == "site"
        return next(
            one for one in self.organisations if one.slug == slug and bool(one.host) is own_site
        )


def story() -> Told:
    """Read the story that ships."""
    network, people, elsewhere = _read("partners"), _read("people"), _read("elsewhere")
    others = [*elsewhere["organisations"], *elsewhere["sites"], *elsewhere["keys_only"]]
    return Told(
        hub=network["hub"],
        partners=tuple(_partner(one) for one in network["partners"]),
        professionals=tuple(PersonTold(**one) for one in people["professionals"]),
        learners=tuple(PersonTold(**one) for one in people["learners"]),
        badges=tuple(BadgeTold(**_in_tuples(one)) for one in _read("badges")),
        shared_host=elsewhere["shared_host"],
        organisations=tuple(OrganisationTold(**{"publishes": {}, **one}) for one in others),
    )


def day(at: datetime, offset: int) -> datetime:
    """The instant some days after (or before) the day of the region, to the second."""
    return (at + timedelta(days=offset)).replace(microsecond=0)


def day_or_none(at: datetime, offset: int | None) -> datetime | None:
    """The same, for an end that may not be."""
    return None if offset is None else day(at, offset)


def _read(name: str) -> Any:
    return json.loads(_STORY.joinpath(f"{name}.json").read_bytes())


def _partner(told: Json) -> PartnerTold:
    keys = tuple(KeyTold(**_in_tuples(one)) for one in told["keys"])
    return PartnerTold(**{**_in_tuples(told), "keys": keys})


def _in_tuples(told: Json) -> Json:
    return {name: tuple(one) if isinstance(one, list) else one for name, one in told.items()}
