"""What an audit gives: what happened and who signed it, and what is wrong with the copy."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

Fact = str | int | datetime
"""What a sentence may name; an instant becomes a day where it is read."""


class Outcome(StrEnum):
    """What may be concluded from a copy."""

    SOUND = "sound"
    """Every file is accounted for, and every signature is that of its day."""
    ODD = "odd"
    """The signed history holds; something beside it should be looked at."""
    BROKEN = "broken"
    """The past, or a file of it, is not what was signed."""

    @property
    def code(self) -> str:
        """The code of its sentence."""
        return f"audit.outcome-{self}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Remark:
    """One thing that is not as it should be."""

    code: str
    facts: Mapping[str, Fact]
    outcome: Outcome
    """What it makes of the whole copy."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signers:
    """Who signed a file, as the keys of its day judge it."""

    role: str
    keys: tuple[str, ...]
    """Beginnings of the identifiers of the keys whose signature holds."""
    of: int
    """Keys that may sign for this role."""
    needed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One thing that happened in the network."""

    on: datetime
    """When the file that says it was signed, by its own word."""
    edition: int
    """Number of the list of versions that made it count; 0: a file of trust."""
    code: str
    facts: Mapping[str, Fact]
    signers: Signers

    @property
    def identity(self) -> tuple[object, ...]:
        """The same thing in another copy: whoever signed it again."""
        return (self.code, *sorted((name, str(value)) for name, value in self.facts.items()))


@dataclass(frozen=True, slots=True, kw_only=True)
class Audit:
    """The whole history of one copy."""

    name: str
    editions: int
    first: datetime | None
    last: datetime | None
    renewals: int
    """Editions in which nothing changed but the dates."""
    events: tuple[Event, ...]
    remarks: tuple[Remark, ...]
    denied: tuple[Event, ...] = ()
    """What an older copy tells and this one does not; empty where none was compared."""

    @property
    def outcome(self) -> Outcome:
        """The worst of its remarks."""
        found = {one.outcome for one in self.remarks}
        if self.denied or Outcome.BROKEN in found:
            return Outcome.BROKEN
        return Outcome.ODD if found else Outcome.SOUND
