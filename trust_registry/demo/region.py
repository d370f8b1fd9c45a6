"""
The region, made: a registry with its keys, the badges of its people, and their internet.

The same day gives the same region, byte for byte.  What is written is described for
programs by ``badges/manifest.json``; ``internet.json`` plays every address that a badge
needs, so that all of it can be judged without a network.
"""

import json
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import TypeVar

from shared.keys import SigningKey
from trust_registry import layout
from trust_registry.catalogue import Catalogue
from trust_registry.demo import internet, partnership
from trust_registry.demo.internet import BUNDLE
from trust_registry.demo.keys import key_of
from trust_registry.demo.publication import publish
from trust_registry.demo.told import BadgeTold, PersonTold, story
from trust_registry.demo.world import World
from trust_registry.demo.wrapping import wrapped
from trust_registry.model import Member

Named = TypeVar("Named", Member, "Person")

BADGES = "badges"
MANIFEST = "manifest.json"
PEOPLE = "people"
"""Folder of the professionals' keys, below ``keys/``; each is a ``space.key`` of a wallet."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Person:
    """Somebody of the region: a learner, or a professional who has a key."""

    slug: str
    name: str
    email: str | None = None
    partner: str | None = None
    """Slug of the partner in whose name a professional awards."""
    key: SigningKey | None = None
    """``None``: a learner, who needs none."""
    method: str | None = None
    """The address under which the partner lists the key."""

    @property
    def seed(self) -> bytes:
        """The 32 bytes of a professional's key, as a wallet keeps them. Raises: LookupError."""
        if self.key is None:
            raise LookupError(self.slug)
        return self.key.seed

    @property
    def did(self) -> str:
        """The identifier of a professional's own space. Raises: LookupError."""
        if self.key is None:
            raise LookupError(self.slug)
        return self.key.did


@dataclass(frozen=True, slots=True, kw_only=True)
class DemoBadge:
    """One badge of the region, and what a verifier should find."""

    file: str
    content: bytes
    says: dict[str, str]
    """What it is, in one sentence, by language."""
    level: str
    reasons: tuple[str, ...]
    recipients: tuple[str, ...]
    """Whose badge it is said to be; empty: nobody is asked for."""
    recognised_by: tuple[str, ...]
    """Slugs of the partners that recognise it, in order; only of a trusted one."""
    person: Person
    badge: str
    """Identifier in the catalogue."""
    issuer: str
    """Slug of whoever gave it, partner or stranger."""
    issuer_id: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Region:
    """A demo region, as it was made."""

    folder: Path
    at: datetime
    catalogue: Catalogue
    hub: Member
    partners: tuple[Member, ...]
    """All members, the hub first."""
    professionals: tuple[Person, ...]
    learners: tuple[Person, ...]
    badges: tuple[DemoBadge, ...]
    bundle: Path
    """The internet to replay."""

    @property
    def base(self) -> str:
        """The address of the registry's site."""
        return self.catalogue.base

    @property
    def public(self) -> Path:
        """All that is served."""
        return self.folder / layout.PUBLIC

    def partner(self, slug: str) -> Member:
        """One member by its short name. Raises: LookupError."""
        return _named(self.partners, slug)

    def professional(self, slug: str) -> Person:
        """One professional by short name. Raises: LookupError."""
        return _named(self.professionals, slug)

    def learner(self, slug: str) -> Person:
        """One learner by short name. Raises: LookupError."""
        return _named(self.learners, slug)

    def badge(self, file: str) -> DemoBadge:
        """One badge by file name. Raises: LookupError."""
        for one in self.badges:
            if one.file == file:
                return one
        raise LookupError(file)


def make_region(folder: Path, at: datetime) -> Region:
    """
    Make the demo region in a new folder.

    Args:
        folder: created; the working folder of a registry (``layout``), with ``badges/``.
        at: the day of the region: its lists are published then, its people got their
            badges before.

    Raises:
        FolderTaken: it holds something already.
        DeskUnusable: the disk refuses.
    """
    world = World(told=story(), at=at.astimezone(UTC).replace(microsecond=0))
    publish(folder, world)
    region = _region(folder, world)
    _write_keys(region)
    _write_badges(region)
    _write_internet(region, world)
    return region


def _region(folder: Path, world: World) -> Region:
    members = tuple(partnership.member(one, world) for one in world.told.partners)
    return Region(
        folder=folder,
        at=world.at,
        catalogue=world.catalogue,
        hub=_named(members, world.told.hub),
        partners=members,
        professionals=tuple(_person(one, world) for one in world.told.professionals),
        learners=tuple(_person(one, world) for one in world.told.learners),
        badges=tuple(_badge(one, world) for one in world.told.badges),
        bundle=folder / BUNDLE,
    )


def _person(told: PersonTold, world: World) -> Person:
    if told.partner is None:
        return Person(slug=told.slug, name=told.name, email=told.email)
    return Person(
        slug=told.slug,
        name=told.name,
        partner=told.partner,
        key=key_of(f"professional/{told.slug}"),
        method=f"{layout.partner_did(world.base, told.partner)}#{told.key}",
    )


def _badge(told: BadgeTold, world: World) -> DemoBadge:
    return DemoBadge(
        file=told.file,
        content=wrapped(told, world),
        says=told.says,
        level=told.level,
        reasons=told.reasons,
        recipients=told.ask,
        recognised_by=tuple(sorted(told.recognised_by)),
        person=_person(world.told.person(told.to), world),
        badge=told.badge,
        issuer=told.by,
        issuer_id=world.issuer_id(told),
    )


def _write_keys(region: Region) -> None:
    folder = region.folder / layout.KEYS / PEOPLE
    for one in region.professionals:
        own = folder / one.slug
        own.mkdir(parents=True, mode=0o700)
        key = own / "space.key"
        key.touch(mode=0o600)
        key.write_bytes(one.seed)


def _write_badges(region: Region) -> None:
    folder = region.folder / BADGES
    folder.mkdir()
    for badge in region.badges:
        folder.joinpath(badge.file).write_bytes(badge.content)
    described = [
        {
            "file": one.file,
            "says": one.says,
            "level": one.level,
            "reasons": list(one.reasons),
            "recipients": list(one.recipients),
            "recognised_by": list(one.recognised_by),
            "person": one.person.slug,
            "badge": one.badge,
            "issuer": one.issuer,
        }
        for one in region.badges
    ]
    manifest = {"at": region.at.isoformat(), "badges": described}
    text = json.dumps(manifest, ensure_ascii=False, indent=2)
    folder.joinpath(MANIFEST).write_text(text + "\n", encoding="utf-8")


def _write_internet(region: Region, world: World) -> None:
    region.bundle.write_bytes(internet.written(internet.bundle(world, folder=region.folder)))


def _named(found: tuple[Named, ...], slug: str) -> Named:
    for one in found:
        if one.slug == slug:
            return one
    raise LookupError(slug)
