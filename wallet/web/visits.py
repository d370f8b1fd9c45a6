"""
The visits that are open: who sits at which browser, with which space, until when.

A browser holds a random word and nothing else; the space, and its key, are here, in memory.
A visit that nobody uses ends by itself: a kept space is closed, and one that was never
kept is wiped.
"""

import secrets
import threading
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from enum import StrEnum

from wallet.errors import SpaceUnusable
from wallet.vault import shelf
from wallet.web.carnet import Carnet

LOCK_SECONDS = 300
"""A protected space is closed after five minutes: the person may have left the room."""
WIPE_SECONDS = 900
"""A visit that would be lost waits a quarter of an hour: the person may be writing, or reading."""
SWEEP_SECONDS = 15
"""How late the end of a visit may be when nobody asks for a page."""
_TOKEN_BYTES = 32

Tick = Callable[[], float]


class Kind(StrEnum):
    """What becomes of a visit at its end."""

    PASSING = "passing"
    """Wiped."""
    KEPT = "kept"
    """Closed: its phrase opens it again."""
    OPEN = "open"
    """Left as it is: this space has no phrase, and whoever sits down may open it."""


SECONDS = {Kind.PASSING: WIPE_SECONDS, Kind.KEPT: LOCK_SECONDS, Kind.OPEN: WIPE_SECONDS}
"""Without a page asked for, until each kind of visit ends."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Visit:
    """One person at one browser."""

    token: str
    """The word that the browser shows."""
    carnet: Carnet
    kind: Kind
    place: str = ""
    """The tile that was opened; empty for a visit that has none yet."""

    @property
    def seconds(self) -> int:
        """How long it lasts without a page being asked for."""
        return SECONDS[self.kind]


def new_token() -> str:
    """A word that nobody can guess, for one visit."""
    return secrets.token_urlsafe(_TOKEN_BYTES)


class Visits:
    """The table of those that are open; it may be asked from several threads."""

    def __init__(self, *, tick: Tick) -> None:
        """``tick``: seconds that only go up."""
        self._tick = tick
        self._guard = threading.RLock()
        self._open: dict[str, tuple[Visit, float]] = {}
        self._ended = threading.Event()
        self._sweeper: threading.Thread | None = None

    def begin(self, visit: Visit) -> Visit:
        """Note a visit."""
        with self._guard:
            self._open[visit.token] = (visit, self._tick())
            if self._sweeper is None and not self._ended.is_set():
                self._sweeper = threading.Thread(target=self._sweep_until_the_end, daemon=True)
                self._sweeper.start()
        return visit

    def find(self, token: str, *, touch: bool = True) -> Visit | None:
        """
        The visit of a browser; ``None``: it has none, or it is over.

        Args:
            touch: whether being asked for counts as a sign of life.
        """
        self.sweep()
        with self._guard:
            visit, _ = self._open.get(token, (None, 0.0))
            if visit is not None and touch:
                self._open[token] = (visit, self._tick())
            return visit

    def at(self, place: str) -> tuple[Visit, ...]:
        """The open visits of one tile."""
        with self._guard:
            return tuple(visit for visit, _ in self._open.values() if visit.place == place)

    def end(self, token: str) -> Visit | None:
        """End a visit: wipe it, close it or leave it. Raises: SpaceUnusable."""
        with self._guard:
            visit, _ = self._open.pop(token, (None, 0.0))
        if visit is not None and visit.kind is not Kind.OPEN:
            visit.carnet.space.close()
        if visit is not None and visit.kind is Kind.PASSING:
            shelf.clear_visit(visit.carnet.space.folder)
        return visit

    def forget(self, token: str) -> None:
        """Let go of a visit whose space goes on under another."""
        with self._guard:
            self._open.pop(token, None)

    def sweep(self) -> None:
        """End those that nobody used for too long."""
        now = self._tick()
        with self._guard:
            idle = [
                token for token, (visit, seen) in self._open.items() if now - seen > visit.seconds
            ]
        for token in idle:
            # What could not be taken away cannot be read either: its key is gone.
            with suppress(SpaceUnusable):
                self.end(token)

    def close(self) -> None:
        """End all of them."""
        self._ended.set()
        with self._guard:
            tokens = list(self._open)
        for token in tokens:
            with suppress(SpaceUnusable):
                self.end(token)

    def _sweep_until_the_end(self) -> None:
        while not self._ended.wait(SWEEP_SECONDS):
            self.sweep()
