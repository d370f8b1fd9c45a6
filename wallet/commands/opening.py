"""Without a command: the person's screens, over the space or over one file."""

import os
import sys
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Protocol

import click

from shared.errors import BadgeError
from wallet.commands.inputs import Given
from wallet.commands.late import LateGroup
from wallet.commands.session import NO_REGISTRY, Session
from wallet.errors import SpaceUnusable

if TYPE_CHECKING:
    from trust_registry.catalogue import Catalogue
    from trust_registry.places import Place as Whereabouts
    from verifier.circumstances import Circumstances
    from wallet.commands.doorways import Doorway
    from wallet.commands.listed import ListedPartners
    from wallet.holdings import Wallet
    from wallet.spaces import Space

OPEN = "open"
META = "badge-wallet.screens"


class OpenWallet(Protocol):
    """``wallet.tui.opening.open_wallet``, which only the command line may import."""

    def __call__(self, run: "Visit", *, given: Given | None = None, plain: bool = False) -> int:
        """Show the wallet until the person leaves."""


class Visit:
    """One visit: it lasts, so that the hour and the list of partners are those of each act."""

    def __init__(
        self,
        session: Session,
        *,
        clock: Callable[[], datetime] | None,
        shelf: Path | None = None,
    ) -> None:
        """
        Open nothing yet.

        Args:
            session: its space is the one that is opened when nobody chooses another.
            clock: tells the hour; ``None``: one hour was named for the whole visit.
            shelf: the folder of other people's spaces; ``None``: one space was named.
        """
        self._session = session
        self._clock = clock
        self._alone = session.folder
        self._shelf = shelf

    @cached_property
    def _listed(self) -> "ListedPartners":
        from wallet.commands.listed import ListedPartners

        session = self._session
        source = session.registry_source
        return ListedPartners(
            None if source == NO_REGISTRY else source,
            cache=session.cache,
            root=session.registry_root,
        )

    @property
    def lang(self) -> str:
        """The language of the words."""
        return self._session.lang

    @property
    def shared(self) -> bool:
        """Whether other people may have their carnets here."""
        return self._shelf is not None

    def doorways(self) -> "tuple[Doorway, ...]":
        """The carnets that somebody can choose."""
        from wallet.commands.doorways import doorways

        return doorways(self._session, alone=self._alone, shelf=self._shelf)

    def choose(self, doorway: str) -> None:
        """Go to another carnet, closed still. Raises: LookupError."""
        from wallet.commands.doorways import choose

        choose(self._session, doorway, alone=self._alone, shelf=self._shelf)

    def make(self, label: str, phrase: str) -> None:
        """Make a carnet for somebody, and open it. Raises: PhraseTooShort, SpaceUnusable."""
        from wallet.commands.doorways import make

        if self._shelf is None:
            raise SpaceUnusable(why="disk")
        make(self._session, label, phrase, shelf=self._shelf)

    @property
    def locked(self) -> bool:
        """Whether a phrase is asked for before the badges can be seen."""
        return self._session.locked

    def unlock(self, phrase: str) -> None:
        """Open the space. Raises: WrongPhrase, LockRefused."""
        self._session.unlock(phrase)

    def forget(self) -> None:
        """Close the space, and know its phrase no more."""
        self._session.forget()

    @property
    def catalogue(self) -> "Catalogue":
        """The published catalogue, else the one that comes with the program."""
        from trust_registry.catalogue import seed
        from trust_registry.index import Registry

        registry = self._listed.read(self._now())
        return registry.catalogue() if isinstance(registry, Registry) else seed()

    @property
    def wallet(self) -> "Wallet":
        """The badges of the space."""
        return self._session.space.wallet(self.catalogue)

    @property
    def space(self) -> "Space":
        """The space itself, with its key."""
        return self._session.space

    @property
    def places(self) -> "tuple[Whereabouts, ...]":
        """The places of the file that was given. Raises: NoSuchFile, PlacesUnreadable."""
        return self._session.places

    def circumstances(self) -> "Circumstances":
        """What a verification depends on, at this hour."""
        from trust_registry.index import Registry
        from verifier.circumstances import Circumstances

        now = self._now()
        found = self._listed.read(now)
        return Circumstances(
            now=now,
            fetch=self._session.fetch,
            registry=found if isinstance(found, Registry) else None,
            registry_problem=found if isinstance(found, BadgeError) else None,
            networks=self._listed.networks(now),
        )

    def _now(self) -> datetime:
        return self._clock() if self._clock is not None else self._session.now


@dataclass(frozen=True, slots=True, kw_only=True)
class Screens:
    """How this run of the command would show them."""

    open: OpenWallet
    clock: Callable[[], datetime] | None
    """The hour of each act; ``None``: one hour was named for all of them."""
    plain: bool
    shelf: Path | None = None
    """The folder of other people's spaces; ``None``: one space was named."""

    def show(self, session: Session, given: Given | None = None) -> None:
        """Show them, and end the program as they end."""
        plain = self.plain or not on_a_terminal()
        visit = Visit(session, clock=self.clock, shelf=self.shelf)
        raise SystemExit(self.open(visit, given=given, plain=plain))


def on_a_terminal() -> bool:
    """Whether a whole screen can be drawn; it is drawn where errors go."""
    streams = (sys.stdin, sys.stdout, sys.stderr)
    return os.environ.get("TERM") != "dumb" and all(one.isatty() for one in streams)


class FileOrCommand(LateGroup):
    """A group whose first word may be a file: ``badge-wallet badge.png`` looks at it."""

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """A command by its name, else the file of that name."""
        is_command = self.get_command(ctx, args[0]) is not None
        if not is_command and Path(args[0]).is_file():
            args = [OPEN, *args]
        return super().resolve_command(ctx, args)


@click.command(OPEN, hidden=True)
@click.argument("file", type=click.Path(path_type=Path, dir_okay=False, exists=True))
@click.pass_context
def open_file(context: click.Context, file: Path) -> None:
    """Look at FILE, and add it if you say so."""
    screens: Screens = context.meta[META]
    screens.show(context.obj, Given(label=file.name, name=file.name, path=file))


def open_screens(context: click.Context, screens: Screens) -> None:
    """Remember how to show the screens; show them now when no command was given."""
    context.meta[META] = screens
    if context.invoked_subcommand is not None:
        return
    if context.obj.json or not (screens.plain or on_a_terminal()):
        click.echo(context.get_help())
    else:
        screens.show(context.obj)
