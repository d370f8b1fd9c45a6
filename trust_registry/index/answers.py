"""What the published list answers about an organisation, its rights and its keys."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from shared.errors import Fact
from trust_registry.places import Place


class Answer(StrEnum):
    """Could this organisation award this badge that day, with this key?"""

    YES = "yes"
    PAST = "past"
    """It could that day, and has left the network since."""
    UNSURE = "unsure"
    """The list is too old to be relied on, or says too little."""
    NO = "no"
    """The list contradicts it: another day, another badge, another key."""
    UNKNOWN = "unknown"
    """The list does not name it: that says nothing of the badge."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Partner:
    """One organisation of the network, as the list names it today."""

    id: str
    """Its main identifier."""
    slug: str
    name: str
    kind: str
    """One of the closed list; its word is ``kind.<kind>``."""
    contact: str | None
    """A functional mailbox or an address of the web; ``None``: it gave none."""
    url: str | None
    assurance: str
    """``self-signed`` or ``hub-attested``."""
    since: datetime | None
    """The first day of its first right; ``None``: it never had one."""
    until: datetime | None
    """When it left, or will; ``None``: no end is known."""
    place: Place | None = None
    """Where it receives people; ``None``: it does not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Membership:
    """The answer of the list, with the code of its reason."""

    answer: Answer
    code: str
    """``registry.member``, ``registry.not-listed``...; the words stand with the verifier."""
    partner: Partner | None = None
    """``None``: the list names nobody under this identifier."""
    facts: Mapping[str, Fact] = field(default_factory=dict)
    """``partner``, ``badge``, ``from``, ``until`` where they are known; instants as text."""
