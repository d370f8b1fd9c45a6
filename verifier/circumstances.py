"""All that a verification depends on besides the badge: when, asked of whom, for whom."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:  # a verification without a registry never loads the registry's code
    from datetime import datetime

    from shared.errors import BadgeError
    from shared.fetching import Fetch, Fetched
    from shared.model import Json
    from trust_registry.client import Network
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
    networks: tuple[Network, ...] = ()
    """
    Every network that is asked, the first included, when several are; empty: one, or none.

    ``registry`` and ``registry_problem`` are then those of the first.
    """
    recipients: tuple[str, ...] = ()
    """Whose badge it is said to be: e-mails, names, DIDs; empty: nobody asked."""
    challenge: str | None = None
    """The question a presentation must answer."""
    domain: str | None = None
    """The place a presentation must be made for."""

    def did_document(self, did: str) -> Json | None:
        """
        The document of a partner that lists its keys in a network; ``None``: resolve it elsewhere.

        Of several networks each speaks for the identifiers on its own site, and for no others.
        """
        if not self.networks:
            return None if self.registry is None else self.registry.did_document(did)
        host = next((one.registry for one in self.networks if one.speaks_for(did)), None)
        return None if host is None else host.did_document(did)

    def listed_document(self, url: str) -> Fetched | None:
        """
        A status list that comes with the list of a network; ``None``: none has this address.

        Raises:
            FetchFailed: it cannot be had, or its bytes are not those that were signed.
        """
        found = None if self.registry is None else self.registry.document(url)
        for one in self.networks[1:]:
            if found is None and one.registry is not None:
                found = one.registry.document(url)
        return found
