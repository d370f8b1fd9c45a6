"""What a published list says once every signature and every byte of it was checked."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from trust_registry.catalogue import Catalogue
from trust_registry.entries import Entry
from trust_registry.model import Member


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFile:
    """A status list of a partner: known by the partner's signature, had when it is needed."""

    slug: str
    name: str
    path: str
    """Below ``targets/``, with the hash in its name."""
    sha256: str
    length: int
    """In bytes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One version of the list of partners, ready to be compiled."""

    name: str | None
    """The registry's own name; ``None``: the list does not say it."""
    version: int
    """Grows by one at each publication, daily renewals included."""
    listed_at: datetime
    expires_at: datetime
    """After this instant the list says nothing sure; never because of one partner's entry."""
    members: tuple[Member, ...]
    catalogue: Catalogue
    entries: Mapping[str, Entry] = field(default_factory=dict)
    """By slug; a member that published nothing, or nothing usable, has none."""
    signed_until: Mapping[str, datetime] = field(default_factory=dict)
    """By slug, when the signature of a partner's entry ends; such an entry says nothing then."""
    blocked: Mapping[str, str] = field(default_factory=dict)
    """Members whose entry could not be used, by slug, with the code of the reason."""
    files: tuple[ListedFile, ...] = ()
