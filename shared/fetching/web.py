"""
One question to one host, with requests.

requests-hardened resolves the name inside its adapter: the resolver cannot be
given, only the first address is looked at, and no deadline covers it.  So the
name is resolved before, the guard of ``address`` judges every address, ``line``
connects to those very addresses, and the list of requests-hardened is asked a
second opinion on each: two lists by two authors must both be wrong.

A ``requests.Session`` is not used: it brings cookies, the environment's proxies
and credentials, and reads the body of a redirect whatever its size.
"""

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import datetime
from typing import Any

import requests
import urllib3
from requests.adapters import HTTPAdapter
from requests_hardened.ip_filter import InvalidIPAddress, filter_host

from shared.errors import FetchFailed, FetchTimeout
from shared.fetching.address import Address, refuse
from shared.fetching.guarded import Answer, Deadline
from shared.fetching.line import CONNECT_SECONDS, Line, pool

USER_AGENT = "badges-bfc"
"""The same for everyone, without a version: it must not tell verifiers apart."""
_PIECE_BYTES = 65_536


def second_opinion(address: Address, pinned: tuple[str, ...]) -> None:
    """
    Ask the list of requests-hardened about addresses that our own already let through.

    Raises:
        FetchRefused: it holds one of them for an inside address.
    """
    own = address.scheme == "http"
    for ip in pinned:
        try:
            filter_host(ip, address.port, allow_loopback=own)
        except InvalidIPAddress:
            refuse(address.host, why="not-public")
        except requests.RequestException:
            continue  # An IPv6 address on a machine without IPv6: the line tries the next.


@contextmanager
def question(
    address: Address,
    *,
    pinned: tuple[str, ...],
    accept: str,
    deadline: Deadline,
    verify: bool | str,
    at: datetime,
    body: bytes | None = None,
) -> Iterator[Answer]:
    """
    Connect to a pinned address and ask once, without cookies, referrer or redirect.

    Args:
        address: passed the guard.
        pinned: its IP addresses, which passed the guard.
        accept: the ``Accept`` header.
        deadline: when the line is cut.
        verify: certificate authorities, a PEM file; ``True``: those of certifi.
        at: the time written on the answer.
        body: JSON that is sent (POST); ``None``: only asked for (GET).

    Raises:
        FetchFailed: no connection, a wrong certificate, an answer that is not HTTP.
        FetchTimeout: the deadline passed.
    """
    with Line(pinned, deadline=deadline) as line, _failures_of(deadline):
        adapter = _PinnedAdapter(address, line=line)
        response = adapter.send(
            _request(address, accept, body),
            stream=True,
            timeout=(min(CONNECT_SECONDS, deadline.left()), deadline.left()),
            verify=verify,
        )
        try:
            headers = {name.lower(): value for name, value in response.headers.items()}
            pieces = _pieces(response.raw, deadline)
            yield Answer(status=response.status_code, headers=headers, pieces=pieces, at=at)
        finally:
            response.close()
            adapter.close()


class _PinnedAdapter(HTTPAdapter):
    """Sends one request over one line."""

    def __init__(self, address: Address, *, line: Line) -> None:
        super().__init__()
        self._address = address
        self._line = line

    def get_connection_with_tls_context(
        self,
        request: requests.PreparedRequest,
        verify: bool | str | None,  # noqa: FBT001 - as requests calls it
        proxies: Mapping[str, str] | None = None,
        cert: Any = None,
    ) -> urllib3.HTTPConnectionPool:
        """Our own connection, never a proxy's."""
        del request, verify, proxies, cert
        address = self._address
        return pool(address.scheme, address.host, address.port, line=self._line)


def _request(address: Address, accept: str, body: bytes | None) -> requests.PreparedRequest:
    headers = {"Accept": accept, "Accept-Encoding": "identity", "User-Agent": USER_AGENT}
    method = "GET"
    if body is not None:
        method, headers["Content-Type"] = "POST", "application/json"
    prepared = requests.Request(method, address.url, headers=headers, data=body).prepare()
    prepared.url = address.url  # What is asked is what is listed, letter for letter.
    return prepared


def _pieces(raw: Any, deadline: Deadline) -> Iterator[bytes]:
    """What has arrived, as it arrives: never waits to fill a buffer."""
    with _failures_of(deadline):
        while piece := raw.read1(_PIECE_BYTES, decode_content=False):
            yield piece


@contextmanager
def _failures_of(deadline: Deadline) -> Iterator[None]:
    """What goes wrong with a host, in our words; after the deadline, all of it is lateness."""
    try:
        yield
    except FetchFailed:
        raise
    except (requests.Timeout, urllib3.exceptions.TimeoutError) as error:
        raise FetchTimeout(host=deadline.host) from error
    except (requests.RequestException, urllib3.exceptions.HTTPError, OSError) as error:
        deadline.left()
        why = "certificate" if isinstance(error, requests.exceptions.SSLError) else "connection"
        raise FetchFailed(host=deadline.host, why=why) from error
