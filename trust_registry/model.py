"""
Whom the network knows: its members, what each may do, and from when to when.

The hub grants rights (``members.json``); with which keys a member awards is said by the
member's own signed entry (``entries.py``).  Organisations only: nothing here names a person.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from trust_registry.catalogue.model import Spoken

ANY_BADGE = "*"
"""A right to every badge, those still to come included."""


class Kind(StrEnum):
    """What sort of organisation a member is. The list is closed, and each has its words."""

    HUB = "hub"
    ASSOCIATION = "association"
    LIBRARY = "library"
    INSERTION = "insertion"
    EMPLOYMENT = "employment"
    TRAINING = "training"
    TOWN = "town"
    EMPLOYER = "employer"
    EDUCATION = "education"
    OTHER = "other"

    @property
    def code(self) -> str:
        """The code of its name, for the words of a screen."""
        return f"kind.{self}"


class Role(StrEnum):
    """What a right allows; a word that is not in the list is refused, and grants nothing."""

    ISSUER = "issuer"
    """Its badges are badges of the network."""
    RECOGNISER = "recogniser"
    """Its recognitions are shown beside the badges of others."""


class Assurance(StrEnum):
    """Who vouches for what a member's entry says."""

    SELF_SIGNED = "self-signed"
    """The member signs its entry with its own publishing key."""
    HUB_ATTESTED = "hub-attested"
    """The hub signs it in the member's place; such a member recognises, and never awards."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """What a member may do, for which badges, from when to when."""

    role: Role
    badges: tuple[str, ...] = (ANY_BADGE,)
    """Identifiers of the catalogue (``b01``), or ``*`` alone."""
    since: datetime
    """First instant in force, aware, in UTC."""
    until: datetime | None = None
    """First instant no longer in force, aware, in UTC; ``None``: still open."""

    def in_force(self, on: datetime) -> bool:
        """Whether the right holds at an instant."""
        return self.since <= on and (self.until is None or on < self.until)

    def covers(self, badge_id: str) -> bool:
        """Whether the right speaks of a badge of the catalogue."""
        return ANY_BADGE in self.badges or badge_id in self.badges


@dataclass(frozen=True, slots=True, kw_only=True)
class Member:
    """One organisation of the network, once and for ever: rights end, members stay."""

    slug: str
    """Its short name in addresses: ``mission-locale-belmont``. Never given twice."""
    name: str
    """As the organisation writes it; shown whatever the language."""
    names: Mapping[str, str] = field(default_factory=Spoken[str])
    """Translations by language, where there are any."""
    kind: Kind
    siren: str | None = None
    """The number of the legal entity, nine digits: two slugs of one entity count once."""
    ids: tuple[str, ...]
    """Exact identifiers of it as an issuer, the main one first; compared letter by letter."""
    place: str | None = None
    """The town, as people write it."""
    rights: tuple[Right, ...] = ()
    assurance: Assurance = Assurance.SELF_SIGNED

    @property
    def id(self) -> str:
        """The main identifier."""
        return self.ids[0]

    def may(self, role: Role, *, on: datetime) -> bool:
        """Whether any right of this role holds at an instant."""
        return any(right.role is role and right.in_force(on) for right in self.rights)
