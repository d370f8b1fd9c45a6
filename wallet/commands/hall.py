"""What the pages of one address share: the clock, the network, the partners, one space."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime

from shared.errors import BadgeError
from shared.fetching import Fetch
from trust_registry.index import Registry
from verifier.circumstances import Circumstances
from wallet.commands.demo import Demo
from wallet.commands.listed import ListedPartners
from wallet.spaces import Space


@dataclass(frozen=True, slots=True, kw_only=True)
class Hall:
    """One address with its pages."""

    clock: Callable[[], datetime]
    fetch: Fetch
    listed: ListedPartners
    space: Space
    owner: tuple[str, ...] = ()
    """Whose space it is said to be: a name, then addresses; empty: nobody said."""
    demo: Demo | None = None

    def circumstances(self, recipients: tuple[str, ...] = ()) -> Circumstances:
        """What a verification depends on, now."""
        now = self.clock()
        found = self.listed.read(now)
        return Circumstances(
            now=now,
            fetch=self.fetch,
            registry=found if isinstance(found, Registry) else None,
            registry_problem=found if isinstance(found, BadgeError) else None,
            recipients=recipients,
        )
