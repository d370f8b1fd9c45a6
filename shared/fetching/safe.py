"""
Asking the real network: https, public hosts only, connected to where they were checked.

``web`` does the asking; here are the machine's resolver and its clock.
"""

import queue
import socket
import threading
import time
from collections.abc import Callable
from contextlib import AbstractContextManager
from datetime import UTC, datetime
from pathlib import Path

from shared.errors import FetchFailed, FetchTimeout
from shared.fetching.address import HTTPS_PORT, Address, Guard
from shared.fetching.guarded import FETCH_SECONDS, Answer, Deadline, GuardedFetcher

Resolver = Callable[[str, int], list[str]]


class SafeFetcher(GuardedFetcher):
    """A ``Fetch`` over the network: https, public hosts, pinned, small, short."""

    def __init__(
        self,
        *,
        operator_origin: str | None = None,
        ports: frozenset[int] = frozenset({HTTPS_PORT}),
        seconds: float = FETCH_SECONDS,
        carrier: "WebCarrier | None" = None,
        guard: Guard | None = None,
    ) -> None:
        """
        Make a fetcher; it keeps nothing between two fetches.

        Args:
            operator_origin: ``http://127.0.0.1:8000``, the operator's own registry on this
                machine, the one origin allowed in clear; ``None``: none.
            ports: ports that may be asked.
            seconds: the total deadline of one fetch.
            carrier: another way to the network (tests); ``None``: the machine's.
            guard: another guard (tests); ``None``: made of ``ports`` and ``operator_origin``.
        """
        guard = guard or Guard(ports=ports, operator_origin=operator_origin)
        super().__init__(carrier=carrier or WebCarrier(guard), guard=guard, seconds=seconds)


class WebCarrier:
    """Resolves with the machine's resolver and connects with requests."""

    def __init__(
        self,
        guard: Guard,
        *,
        resolver: Resolver | None = None,
        authorities: Path | None = None,
        now: Callable[[], datetime] | None = None,
    ) -> None:
        """
        Prepare; nothing is opened yet.

        Args:
            guard: for what it lets through on purpose, loopback included.
            resolver: name and port to IP addresses; ``None``: the machine's.
            authorities: PEM file of certificate authorities; ``None``: those of certifi.
            now: the time of an answer; ``None``: the machine's clock.
        """
        self._guard = guard
        self._resolver = resolver or _machine_resolver
        self._verify: bool | str = str(authorities) if authorities else True
        self._now = now or (lambda: datetime.now(UTC))

    def now(self) -> datetime:
        """The time written on an answer."""
        return self._now()

    def clock(self) -> float:
        """The machine's clock that only grows."""
        return time.monotonic()

    def resolve(self, address: Address, *, deadline: Deadline) -> tuple[str, ...]:
        """Ask the resolver, on a thread of its own because it knows no deadline."""
        answers: queue.SimpleQueue[list[str] | None] = queue.SimpleQueue()

        def look_up() -> None:
            try:
                answers.put(self._resolver(address.host, address.port))
            except (OSError, UnicodeError):
                answers.put(None)

        threading.Thread(target=look_up, daemon=True).start()
        try:
            found = answers.get(timeout=deadline.left())
        except queue.Empty as error:
            raise FetchTimeout(host=address.host) from error
        if not found:
            raise FetchFailed(host=address.host, why="name")
        return tuple(dict.fromkeys(found))

    def ask(
        self, address: Address, *, pinned: tuple[str, ...], accept: str, deadline: Deadline
    ) -> AbstractContextManager[Answer]:
        """Connect to a pinned address and ask, see ``web.question``."""
        # Imported at the first question: most verifications ask nobody, and requests is slow.
        from shared.fetching.web import question, second_opinion

        if not self._guard.treat_as_public:
            second_opinion(address, pinned)
        return question(
            address,
            pinned=pinned,
            accept=accept,
            deadline=deadline,
            verify=self._verify,
            at=self._now(),
        )


def _machine_resolver(host: str, port: int) -> list[str]:
    # A final dot: the search list of the machine must not turn a name into an inside one.
    name = host.strip("[]") if not host[-1:].isalpha() or "." not in host else host + "."
    found = socket.getaddrinfo(name, port, type=socket.SOCK_STREAM)
    return [str(place[4][0]) for place in found]
