"""A badge to try the pages with, and the answer that it should get."""

from collections.abc import Mapping
from dataclasses import dataclass

from verifier.verdict import Level, Reason


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """One badge of the demo region."""

    file: str
    about: Mapping[str, str]
    """What it is, in one sentence, by language."""
    level: Level
    reasons: tuple[Reason, ...] = ()
    recipients: tuple[str, ...] = ()
    """Whose badge to ask for, to get that answer."""
