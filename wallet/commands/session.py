"""
What one run of the command works with: when, where, in which language, asked of whom.

This is where the clock, the folders and the network come in; nothing below asks for them.
What opens them is loaded on first use: the screens of a terminal are painted before.
"""

from dataclasses import dataclass, field
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from shared.errors import BadgeError
from wallet.commands import phrases
from wallet.errors import NoRegistryToAward, SpaceLocked, WrongPhrase

if TYPE_CHECKING:
    from shared.fetching import Fetch
    from trust_registry.catalogue import Catalogue
    from trust_registry.client import Network
    from trust_registry.index import Registry
    from trust_registry.places import Place
    from verifier.circumstances import Circumstances
    from wallet.directions import Guide
    from wallet.holdings import Wallet
    from wallet.spaces import Space

    Listed = Registry | BadgeError | None
    Lists = Listed | tuple[Network, ...]

NO_REGISTRY = "none"
TRIES = 3
"""Of a phrase, at one keyboard; each costs a third of a second in any case."""


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
    phrase_file: Path | None = None
    """Holds the phrase of the space, on its first line."""
    database: str | None = None
    """The address of the database that keeps the badges; ``None``: a file in the folder."""
    places_file: Path | None = None
    """Places in the national schema, beside those that the partners say themselves."""
    _typed: str | None = None
    _opened: "list[Space]" = field(default_factory=list)

    @property
    def space(self) -> "Space":
        """The person's space, made on first use; its phrase is asked for when it has one."""
        return self._opened[-1] if self._opened else self._open(self._given)

    @property
    def space_as_it_is(self) -> "Space":
        """The same, when the phrase given may be for something else: a new lock, a copy."""
        from wallet.spaces import lock_of_space

        if self._opened:
            return self._opened[-1]
        has_lock = lock_of_space(self.folder, database=self.database) is not None
        return self._open(self._given if has_lock else None)

    @property
    def locked(self) -> bool:
        """Whether a phrase is still to be given before the space can be opened."""
        from wallet.spaces import lock_of_space

        if self._opened or self.phrase is not None:
            return False
        return lock_of_space(self.folder, database=self.database) is not None

    def go_to(self, folder: Path) -> None:
        """Work with another space from now on; the one before is closed and forgotten."""
        self.forget()
        self.folder = folder

    def unlock(self, phrase: str) -> None:
        """Open the space with the phrase that was typed on a screen. Raises: WrongPhrase."""
        self._open(phrase)
        self._typed = phrase

    def forget(self) -> None:
        """Close the space, and know its phrase no more; a phrase in a file stays there."""
        while self._opened:
            self._opened.pop().close()
        self._typed = None

    @property
    def phrase(self) -> str | None:
        """The phrase that was given in a file, or typed to open the space."""
        return self._given or self._typed

    def replace_space(self, space: "Space") -> "Space":
        """Go on with a space that has become another."""
        self._opened.append(space)
        return space

    def _open(self, phrase: str | None) -> "Space":
        from wallet.spaces import open_space

        try:
            space = open_space(self.folder, phrase=phrase, database=self.database)
        except SpaceLocked:
            if phrase is not None or not phrases.may_ask():
                raise
            space = self._open_at_the_keyboard()
        self._opened.append(space)
        return space

    def _open_at_the_keyboard(self) -> "Space":
        """Ask for the phrase, and again when it was mistyped."""
        from wallet.spaces import open_space

        for left in reversed(range(TRIES)):
            self._typed = phrases.asked("lock.ask", lang=self.lang)
            try:
                return open_space(self.folder, phrase=self._typed, database=self.database)
            except WrongPhrase as error:
                if not left:
                    raise
                phrases.tell(error, lang=self.lang)
        raise SpaceLocked

    @cached_property
    def _given(self) -> str | None:
        return None if self.phrase_file is None else phrases.in_file(self.phrase_file)

    @cached_property
    def fetch(self) -> "Fetch":
        """How the network is asked: really, from a recording, or not at all."""
        from shared.fetching import Offline, ReplayFetcher, SafeFetcher

        if self.replay is not None:
            return ReplayFetcher.open(self.replay, now=self.now)
        return Offline() if self.offline else SafeFetcher()

    @property
    def registry(self) -> "Listed":
        """The list of partners, why it cannot be read, or ``None``: none is configured."""
        found = self._lists
        return found[0].registry or found[0].problem if isinstance(found, tuple) else found

    @property
    def networks(self) -> "tuple[Network, ...]":
        """Every network that is asked, one's own first; empty: one, or none."""
        return self._lists if isinstance(self._lists, tuple) else ()

    @cached_property
    def _lists(self) -> "Lists":
        if self.registry_source in (None, NO_REGISTRY):
            return None
        from shared.fetching import Offline
        from trust_registry.client import names_several, open_networks, open_registry

        source = str(self.registry_source)
        # Without the network the list of last time answers, with its own date.
        fetch = Offline() if self.offline else None
        try:
            if names_several(source):
                return open_networks(source, now=self.now, cache=self.cache, fetch=fetch)
            return open_registry(
                source, now=self.now, cache=self.cache, root=self.registry_root, fetch=fetch
            )
        except BadgeError as error:
            return error

    def registry_or_refuse(self) -> "Registry":
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
        from wallet.vault.folder import CACHE_FOLDER

        return self.folder / CACHE_FOLDER

    @cached_property
    def catalogue(self) -> "Catalogue":
        """The published catalogue, else the one that comes with the program."""
        from trust_registry.catalogue import seed

        registry = self.registry
        if registry is None or isinstance(registry, BadgeError):
            return seed()
        return registry.catalogue()

    @property
    def wallet(self) -> "Wallet":
        """The badges of the space."""
        return self.space.wallet(self.catalogue)

    def circumstances(self, recipients: tuple[str, ...] = ()) -> "Circumstances":
        """What a verification depends on, now."""
        from verifier.circumstances import Circumstances

        registry = self.registry
        return Circumstances(
            now=self.now,
            fetch=self.fetch,
            registry=None if isinstance(registry, BadgeError) else registry,
            registry_problem=registry if isinstance(registry, BadgeError) else None,
            networks=self.networks,
            recipients=recipients,
        )

    @cached_property
    def places(self) -> "tuple[Place, ...]":
        """
        The places of the file that was given; empty without one.

        Raises:
            NoSuchFile, PlacesUnreadable: it cannot be read.
        """
        if self.places_file is None:
            return ()
        from trust_registry.places import MAX_PLACES_BYTES, read_places
        from wallet.commands.inputs import NoSuchFile

        try:
            with self.places_file.open("rb") as file:
                raw = file.read(MAX_PLACES_BYTES + 1)
        except OSError as error:
            raise NoSuchFile from error
        return read_places(raw).places

    def guide(self, places: "tuple[Place, ...]" = ()) -> "Guide":
        """What tells where the next steps are."""
        from wallet.directions import Guide
        from wallet.memo import memo_of

        registry = self.registry
        return Guide(
            catalogue=self.catalogue,
            registry=None if isinstance(registry, BadgeError) else registry,
            now=self.now,
            file=places,
            memo=memo_of(self.space.vault),
        )

    def close(self) -> None:
        """Let go of what was opened."""
        self.forget()
        asked = self.__dict__.get("_lists")
        for one in [found.registry for found in asked] if isinstance(asked, tuple) else [asked]:
            if one is not None and not isinstance(one, BadgeError):
                one.close()
