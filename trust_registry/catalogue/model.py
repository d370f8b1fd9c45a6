"""
What the network recognises: its badges, its pathways, in several languages.

A ``Catalogue`` is published by the hub as a signed file; everything else in the
project asks it which badge a piece of evidence, a right or a step speaks of.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import ClassVar, TypeVar

from shared.errors import BadgeError
from shared.words import DEFAULT_LANGUAGE

T = TypeVar("T")


class CatalogueInvalid(BadgeError):
    """Not the form of a catalogue. Facts: ``path`` (JSON Pointer), ``why``."""

    code: ClassVar[str] = "catalogue.invalid"


class BadgeUnknown(BadgeError):
    """The catalogue has no such badge. Facts: ``badge``."""

    code: ClassVar[str] = "catalogue.badge-unknown"


class ImageMissing(BadgeError):
    """No such badge image comes with the program. Facts: ``image``."""

    code: ClassVar[str] = "catalogue.image-missing"


class Spoken(dict[str, T]):
    """
    Something said in several languages, by language code (``fr``, ``en``).

    A language that is missing is answered in French, so that a screen never
    breaks on a translation that is still to come; ``in`` tells the truth.
    """

    def __missing__(self, language: str) -> T:
        """Fall back to French; without French there is nothing to say."""
        if language == DEFAULT_LANGUAGE:
            raise KeyError(language)
        return self[DEFAULT_LANGUAGE]


class EvidenceKind(StrEnum):
    """What can show that a person knows how. The list is closed: five, named by the network."""

    TASK = "task"
    SITUATION = "situation"
    OBSERVATION = "observation"
    DOCUMENT = "document"
    PROCEDURE = "procedure"

    @property
    def code(self) -> str:
        """The code of its name, for the words of a screen."""
        return f"catalogue.evidence.{self}"


class Rule(StrEnum):
    """How the steps of a pathway follow each other."""

    ORDERED = "ordered"
    """All of them, advised in this order."""
    ANY = "any"
    """Any ``needed`` of them."""


class Status(StrEnum):
    """Who wrote the catalogue."""

    RECONSTRUCTION = "reconstruction"
    """Written by this project, until the hub publishes its own; said on screen."""
    PUBLISHED = "published"

    @property
    def code(self) -> str:
        """The code of what a screen says about it."""
        return f"catalogue.status.{self}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Alignment:
    """One competence of a framework that the badge speaks of."""

    framework: str
    """For example ``DigComp 2.2``."""
    name: Mapping[str, str]
    url: str
    """Where the framework is published (https)."""
    code: str | None = None
    """For example ``1.3``; ``None`` is read, and complained about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Equivalent:
    """The same badge as issued elsewhere, granted by the hub; both are matched exactly."""

    issuer: str
    achievement: str


@dataclass(frozen=True, slots=True, kw_only=True)
class BadgeEntry:
    """One badge of the network: what it recognises, and how that is seen."""

    id: str
    """``b01``, ``b02``...: never reused."""
    number: int
    slug: str
    """Last part of its address: ``gestion-des-fichiers``."""
    name: Mapping[str, str]
    summary: Mapping[str, str]
    """One sentence."""
    can_do: Mapping[str, tuple[str, ...]]
    """What the person can now do, as infinitives without a full stop."""
    criteria: Mapping[str, tuple[str, ...]]
    """What is seen before the badge is awarded, as whole sentences."""
    evidence_kinds: tuple[EvidenceKind, ...]
    situations: Mapping[str, tuple[str, ...]]
    """Moments in which it can be observed."""
    good_for: Mapping[str, tuple[str, ...]]
    """What the person can do with it."""
    alignments: tuple[Alignment, ...]
    tags: Mapping[str, tuple[str, ...]]
    image_svg: str
    """File name of the drawing, 128 x 128."""
    image_png: str
    """File name of the picture, 256 x 256."""
    alt: Mapping[str, str]
    """What the image shows, for those who do not see it."""
    equivalents: tuple[Equivalent, ...] = ()
    authorises: bool = False
    """Whether the person who holds it may award the others."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pathway:
    """A few badges that belong together, one step each."""

    id: str
    name: Mapping[str, str]
    summary: Mapping[str, str]
    badges: tuple[str, ...]
    """Identifiers of badges, in the advised order."""
    rule: Rule
    needed: int
    """How many steps complete it; all of them when ``ordered``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Catalogue:
    """Everything the network recognises, at one version."""

    version: int
    """Grows by one each time the hub publishes."""
    status: Status
    base: str
    """Address under which the badges are published, without a final slash."""
    badges: tuple[BadgeEntry, ...]
    pathways: tuple[Pathway, ...]

    def badge(self, badge_id: str) -> BadgeEntry:
        """Give one badge by its identifier (``b04``) or slug. Raises: BadgeUnknown."""
        for entry in self.badges:
            if badge_id in (entry.id, entry.slug):
                return entry
        raise BadgeUnknown(badge=badge_id)

    def find(self, issuer_id: str, achievement_id: str | None) -> BadgeEntry | None:
        """
        Tell which badge an achievement is; ``None``: none of the network's.

        The network's own achievement address is enough, whoever issues it: whether
        that issuer may is another question.  Elsewhere the pair (issuer,
        achievement) must be an equivalent, exactly, because strangers share hosts.
        """
        if achievement_id is None:
            return None
        elsewhere = Equivalent(issuer=issuer_id, achievement=achievement_id)
        for entry in self.badges:
            if achievement_id == achievement_address(entry, base=self.base):
                return entry
            if elsewhere in entry.equivalents:
                return entry
        return None

    def pathways_of(self, badge_id: str) -> tuple[Pathway, ...]:
        """The pathways in which a badge is a step."""
        return tuple(pathway for pathway in self.pathways if badge_id in pathway.badges)


def achievement_address(entry: BadgeEntry, *, base: str) -> str:
    """The ``id`` of the badge as an achievement: ``<base>/badges/<slug>``."""
    return f"{base.rstrip('/')}/badges/{entry.slug}"
