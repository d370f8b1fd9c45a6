"""What the pages of one address share: the clock, the network, the partners, the spaces."""

from collections.abc import Callable
from contextlib import ExitStack
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from shared.errors import BadgeError
from shared.fetching import Fetch
from trust_registry.index import Registry
from trust_registry.places import Place
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
    space: Space | None = None
    """The space that was named, open: it has no phrase. ``None``: it has one, or none was named."""
    folder: Path | None = None
    """Where the space that was named is; ``None``: none was."""
    database: str | None = None
    """The address of the database that keeps its badges; ``None``: a file in its folder."""
    spaces: Path | None = None
    """A folder of several spaces, where new ones are kept; ``None``: none are."""
    pins: Path | None = None
    """The folder of the short codes of a server; ``None``: people sit at this very machine."""
    owner: tuple[str, ...] = ()
    """Whose space it is said to be: a name, then addresses; empty: nobody said."""
    places: tuple[Place, ...] = ()
    """Where people are helped, of the file that this machine has."""
    demo: Demo | None = None
    ended: ExitStack = field(default_factory=ExitStack)
    """What is to be done when the pages end: visits are wiped and closed."""

    def circumstances(self, recipients: tuple[str, ...] = ()) -> Circumstances:
        """What a verification depends on, now."""
        now = self.clock()
        found = self.listed.read(now)
        return Circumstances(
            now=now,
            fetch=self.fetch,
            registry=found if isinstance(found, Registry) else None,
            registry_problem=found if isinstance(found, BadgeError) else None,
            networks=self.listed.networks(now),
            recipients=recipients,
        )
