"""
May this professional award that badge, today?

Three things must hold together: this space holds a badge that authorises awarding, it
was given to this very space, and the partner that gave it lists this space's key, today,
for the badge to be awarded (design README, point 7).
"""

from dataclasses import dataclass

from trust_registry.catalogue import BadgeEntry, Catalogue
from trust_registry.index import Partner
from wallet.holding import Holding


@dataclass(frozen=True, slots=True, kw_only=True)
class Right:
    """The right to award one badge today, and in whose name."""

    badge: BadgeEntry
    catalogue: Catalogue
    partner: Partner
    method: str
    """The address under which the partner publishes this space's key."""
    authorisation: Holding
    """The badge that opens the desk."""
