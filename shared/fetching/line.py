"""
One connection to an address that was checked, cut at its deadline whatever the host does.

Timeouts of sockets count between two bytes, so a host that sends one byte a
second could hold us for hours; here a timer shuts the connection down.
"""

import socket
import threading
from types import TracebackType
from typing import Any, Self

import urllib3

from shared.fetching.guarded import Deadline

CONNECT_SECONDS = 3.0
"""A host that is up answers well within one; a second address gets the rest."""
MAX_TRIED = 4
"""Addresses of one host tried in turn: a machine without IPv6 must reach the next."""
_GRACE_SECONDS = 0.02
"""The timer rings just after the deadline, so that what it cuts is known to be late."""


class Line:
    """The one connection of one question, open for as long as the ``with`` block."""

    def __init__(self, pinned: tuple[str, ...], *, deadline: Deadline) -> None:
        """``pinned``: IP addresses that passed the guard, the only ones connected to."""
        self._pinned = pinned
        self._deadline = deadline
        self._handle: socket.socket | None = None
        self._timer: threading.Timer | None = None

    def __enter__(self) -> Self:
        """Start the timer."""
        self._timer = threading.Timer(self._deadline.left() + _GRACE_SECONDS, self._cut)
        self._timer.daemon = True
        self._timer.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop the timer and hang up."""
        if self._timer:
            self._timer.cancel()
        if self._handle:
            self._cut()
            self._handle.close()

    def connect(self, port: int) -> socket.socket:
        """
        Connect to the first pinned address that answers.

        Raises:
            OSError: none does.
            FetchTimeout: the deadline passed meanwhile.
        """
        failure = OSError("no address")
        for ip in self._pinned[:MAX_TRIED]:
            wait = min(CONNECT_SECONDS, self._deadline.left())
            try:
                connected = socket.create_connection((ip, port), timeout=wait)
            except OSError as error:
                failure = error
                continue
            # A second handle on the connection: TLS takes the first one over.
            self._handle = connected.dup()
            self._deadline.left()  # The timer may have rung while there was nothing to cut.
            return connected
        raise failure

    def _cut(self) -> None:
        if self._handle:
            try:
                self._handle.shutdown(socket.SHUT_RDWR)
            except OSError:
                return  # The host hung up first.


class _Pinned:
    """Opens its connection through a ``Line``; the name stays for TLS and ``Host``."""

    _line: Line
    port: int

    def __init__(self, *args: Any, line: Line, **options: Any) -> None:
        self._line = line
        super().__init__(*args, **options)

    def _new_conn(self) -> socket.socket:
        # The hook that urllib3 gives to those who connect by themselves (as its SOCKS part does).
        try:
            return self._line.connect(self.port)
        except OSError as error:
            raise urllib3.exceptions.NewConnectionError(self, str(error)) from error  # type: ignore[arg-type]


class _PinnedHttp(_Pinned, urllib3.connection.HTTPConnection):
    pass


class _PinnedHttps(_Pinned, urllib3.connection.HTTPSConnection):
    pass


class _HttpPool(urllib3.HTTPConnectionPool):
    ConnectionCls = _PinnedHttp


class _HttpsPool(urllib3.HTTPSConnectionPool):
    ConnectionCls = _PinnedHttps


def pool(scheme: str, host: str, port: int, *, line: Line) -> urllib3.HTTPConnectionPool:
    """A pool of one connection, over ``line``."""
    kind = _HttpsPool if scheme == "https" else _HttpPool
    return kind(host, port=port, maxsize=1, block=True, line=line)
