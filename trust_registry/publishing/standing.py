"""How a registry stands: what it publishes, until when, and what is to be renewed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from shared.times import parse_instant
from trust_registry import layout
from trust_registry.catalogue import Catalogue
from trust_registry.model import Member
from trust_registry.publishing.edition import Edition

NEAR = timedelta(days=60)
"""Signed once a year: two months to bring the people and their keys together."""
NEAR_ONLINE = timedelta(days=7)
"""Signed every day for two weeks: a week without it, and somebody should look."""


class Light(StrEnum):
    """A traffic light; its words say what to do."""

    GREEN = "green"
    AMBER = "amber"
    """Still good, to be renewed soon."""
    RED = "red"
    """Past its date: readers show doubt."""

    @property
    def code(self) -> str:
        """The code of its words."""
        return f"standing.{self}"


@dataclass(frozen=True, slots=True, kw_only=True)
class FileStanding:
    """One signed file."""

    role: str
    version: int
    expires: datetime
    light: Light


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """A whole registry."""

    name: str
    published_at: datetime | None
    members: tuple[Member, ...]
    badges: int
    files: tuple[FileStanding, ...]

    @property
    def light(self) -> Light:
        """The worst light of the files of the hub; a partner's own one is that partner's."""
        lights = [one.light for one in self.files if one.role in layout.RESERVED]
        return max(lights, key=list(Light).index)


def standing(
    edition: Edition, members: Sequence[Member], catalogue: Catalogue, *, at: datetime
) -> Standing:
    """Say how an edition stands at an instant. Raises: RegistryUntrusted."""
    published = edition.timestamp.signed.unrecognized_fields.get(layout.PUBLISHED_FIELD)
    return Standing(
        name=edition.name,
        published_at=parse_instant(published),
        members=tuple(members),
        badges=len(catalogue.badges),
        files=tuple(
            FileStanding(
                role=role,
                version=version,
                expires=expires,
                light=_light(role, expires, at=at),
            )
            for role, version, expires in _files(edition)
        ),
    )


def due(edition: Edition, *, at: datetime) -> tuple[str, ...]:
    """The yearly files that are near their date or past it. Raises: RegistryUntrusted."""
    online = (layout.SNAPSHOT, layout.TIMESTAMP)
    return tuple(
        role
        for role, _, expires in _files(edition)
        if role not in online and _light(role, expires, at=at) is not Light.GREEN
    )


def _files(edition: Edition) -> Iterator[tuple[str, int, datetime]]:
    """Every signed file that counts: role, number, end."""
    hub = {
        layout.TIMESTAMP: edition.timestamp.signed,
        layout.SNAPSHOT: edition.snapshot.signed,
        layout.HUB: edition.hub.signed,
        layout.ROOT: edition.root.signed,
    }
    for role, signed in hub.items():
        yield role, signed.version, signed.expires
    for slug in edition.slugs():
        partner = edition.partner(slug).signed
        yield slug, partner.version, partner.expires


def _light(role: str, expires: datetime, *, at: datetime) -> Light:
    near = NEAR_ONLINE if role in (layout.SNAPSHOT, layout.TIMESTAMP) else NEAR
    if at >= expires:
        return Light.RED
    return Light.AMBER if at >= expires - near else Light.GREEN
