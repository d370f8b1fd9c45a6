"""
One way of fetching, whatever carries it: the network or a recorded bundle.

The carrier resolves and connects; everything that keeps us safe is here, once:
the address guard at every hop, the deadline, the byte cap, the redirects.
"""

import zlib
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol
from urllib.parse import urljoin

from shared.errors import FetchFailed, FetchRedirected, FetchStatus, FetchTimeout, FetchTooBig
from shared.fetching.address import Address, Guard
from shared.fetching.contract import MAX_DOCUMENT_BYTES, Fetched, Redirects

FETCH_SECONDS = 5.0
"""From the first question to the last byte, redirects included."""
MAX_REDIRECTS = 3
"""From http to https, to www and to the new path; more is a loop."""

_MOVED = frozenset({301, 302, 303, 307, 308})
_GZIP = 31
"""zlib's name for one gzip member."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Deadline:
    """The instant after which nothing more is waited for."""

    clock: Callable[[], float]
    until: float
    host: str

    def left(self) -> float:
        """
        Seconds that remain, more than 0.

        Raises:
            FetchTimeout: none remain.
        """
        seconds = self.until - self.clock()
        if seconds <= 0:
            raise FetchTimeout(host=self.host)
        return seconds


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """What a host answered; the body is read piece by piece."""

    status: int
    headers: Mapping[str, str]
    """Names in lower case."""
    pieces: Iterator[bytes]
    at: datetime
    """Aware, in UTC."""


class Carrier(Protocol):
    """The part that really asks: the network, or a bundle."""

    def clock(self) -> float:
        """Seconds that only grow; a bundle's grow by what its slow hosts take."""
        ...

    def resolve(self, address: Address, *, deadline: Deadline) -> tuple[str, ...]:
        """The IP addresses of a host. Raises ``FetchFailed`` when it has none."""
        ...

    def ask(
        self, address: Address, *, pinned: tuple[str, ...], accept: str, deadline: Deadline
    ) -> AbstractContextManager[Answer]:
        """Connect to one of ``pinned`` and ask. Raises ``FetchFailed``."""
        ...


class GuardedFetcher:
    """A ``Fetch``: asks through its carrier what its guard allows."""

    def __init__(self, *, carrier: Carrier, guard: Guard, seconds: float = FETCH_SECONDS) -> None:
        """``seconds``: the total deadline of one fetch."""
        self.carrier = carrier
        self.guard = guard
        self.seconds = seconds

    def clock(self) -> float:
        """The carrier's clock, by which several fetches share one deadline."""
        return self.carrier.clock()

    def within(self, seconds: float) -> "GuardedFetcher":
        """The same, for a caller with less time left."""
        return GuardedFetcher(
            carrier=self.carrier, guard=self.guard, seconds=min(seconds, self.seconds)
        )

    def __call__(
        self,
        url: str,
        *,
        accept: str = "application/json",
        limit: int = MAX_DOCUMENT_BYTES,
        redirects: Redirects = Redirects.SAME_ORIGIN,
    ) -> Fetched:
        """Ask for one document; see ``Fetch``."""
        asked: list[str] = []
        until = self.clock() + self.seconds
        try:
            address = first = self.guard.address(url)
            for _ in range(MAX_REDIRECTS + 1):
                deadline = Deadline(clock=self.clock, until=until, host=address.host)
                found = self._ask(
                    address, accept=accept, limit=limit, deadline=deadline, asked=asked
                )
                if isinstance(found, _Body):
                    return Fetched(
                        url=url,
                        body=found.body,
                        content_type=found.content_type,
                        fetched_at=found.at,
                        location=address.url,
                        asked=tuple(asked),
                    )
                address = self._next(first, address, found, redirects)
            raise FetchRedirected(host=first.host, why="too-many")
        except FetchFailed as error:
            error.asked = tuple(asked)
            raise

    def _ask(
        self, address: Address, *, accept: str, limit: int, deadline: Deadline, asked: list[str]
    ) -> "_Body | _Moved":
        """One hop. Raises ``FetchStatus`` for anything but 200 and a redirect."""
        resolved = self.carrier.resolve(address, deadline=deadline)
        if not (pinned := self.guard.public(address, resolved)):
            raise FetchFailed(host=address.host)
        deadline.left()
        asked.append(address.url)
        asking = self.carrier.ask(address, pinned=pinned, accept=accept, deadline=deadline)
        with asking as answer:
            if answer.status in _MOVED:
                return _Moved(status=answer.status, to=answer.headers.get("location", ""))
            if answer.status != 200:
                raise FetchStatus(host=address.host, status=answer.status)
            return _Body(
                body=read_whole(answer, limit, deadline),
                content_type=answer.headers.get("content-type", ""),
                at=answer.at,
            )

    def _next(
        self, first: Address, here: Address, moved: "_Moved", redirects: Redirects
    ) -> Address:
        """Where a redirect leads, through the guard again."""
        if redirects is Redirects.NONE or not moved.to:
            raise FetchStatus(host=here.host, status=moved.status)
        try:
            there = self.guard.address(urljoin(here.url, moved.to))
        except ValueError as error:
            raise FetchRedirected(host=here.host, why="address") from error
        if redirects is Redirects.SAME_ORIGIN and there.origin != first.origin:
            raise FetchRedirected(host=here.host, why="elsewhere")
        return there


@dataclass(frozen=True, slots=True, kw_only=True)
class _Body:
    body: bytes
    content_type: str
    at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class _Moved:
    status: int
    to: str


def read_whole(answer: Answer, limit: int, deadline: Deadline) -> bytes:
    """
    The body, never more than ``limit`` bytes of it, packed or not.

    Raises:
        FetchTooBig, FetchTimeout: the limit or the deadline is passed.
        FetchFailed: an encoding we did not ask for, or damage in it.
    """
    announced = answer.headers.get("content-length", "")
    if announced.isascii() and announced.isdigit() and int(announced[:20]) > limit:
        raise FetchTooBig(host=deadline.host, limit=limit)
    encoding = answer.headers.get("content-encoding", "").strip().lower()
    if encoding not in ("", "identity", "gzip", "x-gzip"):
        raise FetchFailed(host=deadline.host, why="encoding")
    body = bytearray()
    for piece in answer.pieces:
        body += piece
        if len(body) > limit:
            raise FetchTooBig(host=deadline.host, limit=limit)
        deadline.left()
    deadline.left()  # A connection cut at the deadline looks like the end of the body.
    return _unpack(bytes(body), limit, deadline) if "gzip" in encoding else bytes(body)


def _unpack(packed: bytes, limit: int, deadline: Deadline) -> bytes:
    unpacker = zlib.decompressobj(_GZIP)
    try:
        body = unpacker.decompress(packed, limit + 1)
    except zlib.error as error:
        raise FetchFailed(host=deadline.host, why="encoding") from error
    if len(body) > limit:
        raise FetchTooBig(host=deadline.host, limit=limit)
    if not unpacker.eof:
        raise FetchFailed(host=deadline.host, why="encoding")
    return body
