"""All that a verification depends on besides the badge: when, asked of whom, for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a verification without a registry never loads the registry's code
    from datetime import datetime

    from shared.errors import BadgeError
    from shared.fetching import Fetch
    from trust_registry.index import Registry


@dataclass(frozen=True, slots=True, kw_only=True)
class Circumstances:
    """The circumstances of one verification."""

    now: datetime
    """Aware, in UTC."""
    fetch: Fetch
    """How to ask the network; one that refuses everything when offline."""
    registry: Registry | None = None
    """The published list of partners; ``None``: none is configured, or see below."""
    registry_problem: BadgeError | None = None
    """Why a configured registry cannot be read."""
    recipients: tuple[str, ...] = ()
    """Whose badge it is said to be: e-mails, names, DIDs; empty: nobody asked."""
    challenge: str | None = None
    """The question a presentation must answer."""
    domain: str | None = None
    """The place a presentation must be made for."""
