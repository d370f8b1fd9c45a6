"""
What one run of the command works with: when, where, in which language, asked of whom.

This is where the clock, the folders and the network come in; nothing below asks for them.
"""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path

from shared.errors import BadgeError
from shared.fetching import Fetch, Offline, ReplayFetcher, SafeFetcher
from trust_registry.catalogue import Catalogue, seed
from trust_registry.client import open_registry
from trust_registry.index import Registry
from verifier.circumstances import Circumstances
from wallet.errors import NoRegistryToAward
from wallet.holdings import Wallet
from wallet.spaces import Space, open_space

NO_REGISTRY = "none"


@dataclass(kw_only=True)
class Session:
    """One run of the command; what it does not need is never opened."""

    folder: Path
    registry_source: str | None
    registry_root: Path | None
    """The first signed keys of the registry, when it is had by its address."""
    replay: Path | None
    offline: bool
    now: datetime
    lang: str
    json: bool
    _opened: list[Space] = field(default_factory=list)

    @cached_property
    def space(self) -> Space:
        """The person's space, made on first use."""
        space = open_space(self.folder)
        self._opened.append(space)
        return space

    @cached_property
    def fetch(self) -> Fetch:
        """How the network is asked: really, from a recording, or not at all."""
        if self.replay is not None:
            return ReplayFetcher.open(self.replay, now=self.now)
        return Offline() if self.offline else SafeFetcher()

    @cached_property
    def registry(self) -> Registry | BadgeError | None:
        """The list of partners, why it cannot be read, or ``None``: none is configured."""
        if self.registry_source in (None, NO_REGISTRY):
            return None
        try:
            return open_registry(
                str(self.registry_source),
                now=self.now,
                cache=self.cache,
                root=self.registry_root,
                # Without the network the list of last time answers, with its own date.
                fetch=Offline() if self.offline else None,
            )
        except BadgeError as error:
            return error

    def registry_or_refuse(self) -> Registry:
        """
        The list of partners, where nothing can be done without it.

        Raises:
            NoRegistryToAward: none is configured.
            BadgeError: why the configured one cannot be read.
        """
        registry = self.registry
        if registry is None:
            raise NoRegistryToAward
        if isinstance(registry, BadgeError):
            raise registry
        return registry

    @property
    def cache(self) -> Path:
        """Where a registry that was fetched is kept, to refuse an older copy of it."""
        return self.folder / "registry"

    @cached_property
    def catalogue(self) -> Catalogue:
        """The published catalogue, else the one that comes with the program."""
        registry = self.registry
        return registry.catalogue() if isinstance(registry, Registry) else seed()

    @property
    def wallet(self) -> Wallet:
        """The badges of the space."""
        return self.space.wallet(self.catalogue)

    def circumstances(self, recipients: tuple[str, ...] = ()) -> Circumstances:
        """What a verification depends on, now."""
        registry = self.registry
        return Circumstances(
            now=self.now,
            fetch=self.fetch,
            registry=registry if isinstance(registry, Registry) else None,
            registry_problem=registry if isinstance(registry, BadgeError) else None,
            recipients=recipients,
        )

    def close(self) -> None:
        """Let go of what was opened."""
        for space in self._opened:
            space.close()
        if isinstance(self.__dict__.get("registry"), Registry):
            self.registry_or_refuse().close()
