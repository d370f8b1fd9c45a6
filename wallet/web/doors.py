"""
The doors of one address: which spaces there are, and how a visit begins and becomes kept.

One space may stand alone (``--space``); a folder may hold several, each under its phrase.
A space without a phrase is open to whoever sits down; a visit begins without any question.
"""

import threading
import time
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path

from shared.errors import BadgeError
from wallet.errors import (
    NotProtected,
    PinEnded,
    SpaceLocked,
    SpaceUnusable,
    WrongCard,
    WrongPhrase,
)
from wallet.spaces import (
    Space,
    erase_space,
    lock_of_space,
    open_space,
    recover_space,
    visiting_space,
)
from wallet.vault import shelf
from wallet.vault.folder import has_seed
from wallet.vault.locks import USUAL, Cost
from wallet.vault.pins import Pins
from wallet.web.carnet import Carnet, MakeCircumstances
from wallet.web.patience import Patience
from wallet.web.visits import Kind, Tick, Visit, Visits, new_token

ALONE = "alone"
"""The tile of the one space that was named when the pages were started."""
DERIVATIONS_AT_ONCE = 2
"""Phrases that are tried at the same time: each takes 64 MiB while it lasts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Alone:
    """The one space that was named when the pages were started."""

    folder: Path
    database: str | None = None
    owner: tuple[str, ...] = ()
    """Whose it is said to be: a name, then addresses; empty: nobody said."""
    space: Space | None = None
    """Open already, when it has no phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Tile:
    """One space, as whoever sits down sees it."""

    id: str
    label: str
    """Empty: it was given none."""
    locked: bool


class Doors:
    """The spaces of one address, and the visits that are open in them."""

    def __init__(
        self,
        *,
        make: MakeCircumstances,
        alone: Alone | None = None,
        folder: Path | None = None,
        pins: Pins | None = None,
        tick: Tick = time.monotonic,
        cost: Cost = USUAL,
    ) -> None:
        """
        Look at nothing yet.

        Args:
            make: the clock, the network and the list of partners.
            alone: the space that was named; ``None``: none was.
            folder: of several spaces; ``None``: nobody can keep a new one here.
            pins: the short codes of a server; ``None``: people sit at this very machine.
            tick: seconds that only go up.
            cost: of the phrases of new spaces.
        """
        self.make = make
        self.folder = folder
        self.pins = pins
        self.visits = Visits(tick=tick)
        self._alone = alone
        self._shared = alone.space if alone else None
        self._cost = cost
        self._patience = Patience(tick=tick)
        self._few = threading.Semaphore(DERIVATIONS_AT_ONCE)
        if folder is not None:
            shelf.clear_leftovers(folder)

    def tiles(self) -> tuple[Tile, ...]:
        """The spaces that somebody can choose."""
        found = [
            Tile(id=one.id, label=one.label, locked=not has_seed(one.folder))
            for one in (shelf.spaces_in(self.folder) if self.folder else ())
        ]
        if (alone := self._alone) is not None:
            label = alone.owner[0] if alone.owner else shelf.label_of(alone.folder)
            locked = self._shared is None and self._is_locked(alone.folder, alone.database)
            found.insert(0, Tile(id=ALONE, label=label, locked=locked))
        return tuple(found)

    def unasked(self) -> Carnet | None:
        """The one space there is, when it has no phrase: nobody need choose."""
        if self._shared is None or (self.folder and shelf.spaces_in(self.folder)):
            return None
        return self._carnet(self._shared, ALONE)

    def enter_unasked(self) -> Visit | None:
        """The same, as a visit: for what asks to be noted, such as protecting it."""
        carnet = self.unasked()
        return self._visit(carnet.space, ALONE, Kind.OPEN) if carnet else None

    def begin(self) -> Visit:
        """Begin a visit that leaves nothing, unless it is kept. Raises: SpaceUnusable."""
        space = visiting_space(shelf.visiting_folder(self.folder))
        carnet = Carnet(space=space, make=self.make)
        return self.visits.begin(Visit(token=new_token(), carnet=carnet, kind=Kind.PASSING))

    def enter(self, tile: str, phrase: str | None) -> Visit:
        """
        Open the space of a tile.

        Raises:
            LookupError: there is no such tile.
            WrongPhrase, LockRefused, SpaceLocked: it does not open so.
            PhraseTooSoon: after several wrong phrases, before the pause is over.
        """
        if tile not in {one.id for one in self.tiles()}:
            raise LookupError(tile)
        if tile == ALONE and self._shared is not None:
            return self._visit(self._shared, tile, Kind.OPEN)
        self._patience.wait(tile)
        where, database = self._where(tile)
        try:
            with self._few:
                space = open_space(where, phrase=phrase, database=database)
        except NotProtected:
            space = open_space(where, database=database)
        except WrongPhrase:
            self._patience.note(tile)
            raise
        self._patience.forget(tile)
        return self._visit(space, tile, Kind.KEPT)

    def keep(self, visit: Visit, phrase: str, *, label: str = "") -> Visit:
        """
        Protect the space of a visit, and go on in it under a new token.

        Raises:
            PhraseTooShort: it could be guessed; nothing has changed.
            AlreadyProtected: it has a phrase.
        """
        space = visit.carnet.space
        with self._few:
            space.protect(phrase, cost=self._cost)
        self.visits.forget(visit.token)
        space.close()
        if visit.kind is Kind.PASSING and self.folder is not None:
            tile = self._put_on(self.folder, visit, phrase, label)
        else:
            tile = visit.place
            shelf.set_label(self._where(tile)[0], label)
        self._shared = None if tile == ALONE else self._shared
        where, database = self._where(tile)
        with self._few:
            space = open_space(where, phrase=phrase, database=database)
        return self._visit(space, tile, Kind.KEPT)

    def change_phrase(self, visit: Visit, old: str, new: str) -> Visit:
        """
        Give a space another phrase; its other visits end.

        Raises:
            WrongPhrase, PhraseTooSoon, PhraseTooShort: nothing has changed.
        """
        self._patience.wait(visit.place)
        try:
            with self._few:
                visit.carnet.space.change_phrase(new, old=old, cost=self._cost)
        except WrongPhrase:
            self._patience.note(visit.place)
            raise
        return self._anew(visit)

    def make_card(self, visit: Visit, phrase: str) -> str:
        """Make a recovery card; gives its words, once. Raises: WrongPhrase, PhraseTooSoon."""
        self._patience.wait(visit.place)
        try:
            with self._few:
                words = visit.carnet.space.make_card(phrase, cost=self._cost)
        except WrongPhrase:
            self._patience.note(visit.place)
            raise
        self._end_others(visit)
        return words

    def set_pin(self, visit: Visit, phrase: str, pin: str) -> None:
        """
        Let a short code open this space on this server.

        Raises:
            WrongPhrase, PhraseTooSoon: it is the phrase that answers for it.
            PinTooEasy: it would be guessed at once.
        """
        if self.pins is None:
            raise LookupError
        self._patience.wait(visit.place)
        try:
            with self._few:
                visit.carnet.space.check_phrase(phrase)
        except WrongPhrase:
            self._patience.note(visit.place)
            raise
        with self._few:
            self.pins.keep(visit.place, pin, visit.carnet.space.vault.key)

    def enter_by_pin(self, tile: str, pin: str) -> Visit:
        """
        Open a space by its short code.

        Raises:
            WrongPin, PinTooSoon: not by this one, or not yet.
            PinEnded: only the phrase opens it.
        """
        if self.pins is None or not self.has_pin(tile):
            raise PinEnded
        where, database = self._where(tile)
        with self._few:
            key = self.pins.open(tile, pin, now=self.make(()).now.timestamp())
        try:
            space = open_space(where, database=database, opener=lambda _lock: key)
        except SpaceUnusable as error:
            # Its phrase was changed since: the key of then opens nothing.
            self.pins.forget(tile)
            raise PinEnded from error
        return self._visit(space, tile, Kind.KEPT)

    def has_pin(self, tile: str) -> bool:
        """Whether a space can be opened by a short code."""
        return self.pins is not None and self.pins.has(tile)

    def recover(self, tile: str, card: str, phrase: str) -> Visit:
        """Open a space with its card, under a new phrase. Raises: as ``recover_space``."""
        self._patience.wait(tile)
        where, database = self._where(tile)
        try:
            with self._few:
                space = recover_space(where, card, phrase, database=database, cost=self._cost)
        except WrongCard:
            self._patience.note(tile)
            raise
        self._patience.forget(tile)
        visit = self._visit(space, tile, Kind.KEPT)
        self._end_others(visit)
        return visit

    def erase(self, visit: Visit) -> tuple[str, ...]:
        """Erase the space of a visit, and end all its visits; gives the files that went."""
        where, database = self._where(visit.place)
        for one in self.visits.at(visit.place):
            self.visits.end(one.token)
        visit.carnet.space.close()
        self._shared = None if visit.place == ALONE else self._shared
        self._forget_pin(visit.place)
        return erase_space(where, database=database)

    def can_keep(self, visit: Visit) -> bool:
        """Whether the space of a visit can be protected, and found again."""
        if visit.carnet.space.protected:
            return False
        return visit.kind is not Kind.PASSING or self.folder is not None

    def locked_out(self) -> None:
        """Somebody protected the shared space meanwhile: it asks for its phrase from now on."""
        shared = self._shared
        if shared is None:
            return
        try:
            shared.vault.badges()
        except SpaceLocked:
            self._shared = None
            shared.close()

    def close(self) -> None:
        """End every visit."""
        self.visits.close()

    def _anew(self, visit: Visit) -> Visit:
        """The same visit under a new word, alone with its space."""
        self._end_others(visit)
        self.visits.forget(visit.token)
        return self.visits.begin(replace(visit, token=new_token()))

    def _forget_pin(self, tile: str) -> None:
        if self.pins is not None:
            self.pins.forget(tile)

    def _end_others(self, visit: Visit) -> None:
        """After its key has changed: what was open elsewhere is closed, and its code is over."""
        self._forget_pin(visit.place)
        for one in self.visits.at(visit.place):
            if one.token != visit.token:
                self.visits.end(one.token)

    def _put_on(self, on: Path, visit: Visit, phrase: str, label: str) -> str:
        """Give a visit its place; where that fails it goes on as it was, and is still wiped."""
        where = visit.carnet.space.folder
        try:
            return shelf.keep(where, on, label).name
        except SpaceUnusable:
            again = Carnet(space=open_space(where, phrase=phrase), make=self.make)
            self.visits.begin(replace(visit, carnet=again))
            raise

    def _visit(self, space: Space, tile: str, kind: Kind) -> Visit:
        carnet = self._carnet(space, tile)
        return self.visits.begin(Visit(token=new_token(), carnet=carnet, kind=kind, place=tile))

    def _carnet(self, space: Space, tile: str) -> Carnet:
        owner = self._alone.owner if self._alone and tile == ALONE else ()
        return Carnet(space=space, make=self.make, owner=owner)

    def _where(self, tile: str) -> tuple[Path, str | None]:
        if tile == ALONE and self._alone is not None:
            return self._alone.folder, self._alone.database
        stored = {one.id: one for one in (shelf.spaces_in(self.folder) if self.folder else ())}
        return stored[tile].folder, None

    def _is_locked(self, where: Path, database: str | None) -> bool:
        """Whether a phrase is asked for; what cannot be read is taken to be locked."""
        with suppress(BadgeError):
            return lock_of_space(where, database=database) is not None
        return True
