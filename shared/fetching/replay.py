"""
A recorded internet: every look-up answered from a bundle, nothing from the network.

The bundle is one JSON file, ``{"at"?, "default_dns", "dns", "treat_as_public", "http"}``:
``dns`` gives a host its addresses (a list of lists: one answer after the other),
``http`` gives an address its answer (a list: one after the other).  An answer has
``status``, ``headers``, ``fetched_at`` and one of ``file`` (beside the bundle), ``body``,
``body_base64``, or ``repeat`` and ``bytes``; ``seconds_per_byte`` makes it slow on the
bundle's own clock, which never sleeps; ``failure`` is ``timeout`` or ``unreachable``.
It stands under the address guard, so the guard is the same as on the network.
"""

import base64
import binascii
import ipaddress
import json
import threading
from collections import Counter
from collections.abc import Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from datetime import datetime
from pathlib import Path
from typing import Any

from shared.errors import BundleInvalid, FetchFailed, FetchRefused, FetchTimeout
from shared.fetching.address import Address, Guard, IpNetwork
from shared.fetching.guarded import FETCH_SECONDS, Answer, Deadline, GuardedFetcher
from shared.times import parse_instant

_PIECE_BYTES = 65_536

Json = dict[str, Any]


class ReplayFetcher(GuardedFetcher):
    """A ``Fetch`` that answers from a bundle; an address not in it is unreachable."""

    def __init__(
        self,
        bundle: Mapping[str, Any],
        *,
        folder: Path,
        now: datetime,
        seconds: float = FETCH_SECONDS,
    ) -> None:
        """
        Take a bundle.

        Args:
            bundle: the parsed file.
            folder: where its ``file`` answers are.
            now: when answers without ``fetched_at`` count as had.
            seconds: the total deadline of one fetch, on the bundle's clock.

        Raises:
            BundleInvalid: not the form above.
        """
        guard = Guard(treat_as_public=_networks(bundle.get("treat_as_public", [])))
        self.at = parse_instant(bundle.get("at"))
        """When the bundle was recorded; ``None``: it does not say."""
        carrier = BundleCarrier(bundle, folder=folder, now=now, guard=guard)
        super().__init__(carrier=carrier, guard=guard, seconds=seconds)

    @classmethod
    def open(cls, path: Path, *, now: datetime) -> "ReplayFetcher":
        """
        Read a bundle from a file.

        Raises:
            BundleInvalid: missing, not JSON, or not the form above.
        """
        try:
            bundle = json.loads(path.read_bytes())
        except (OSError, ValueError, RecursionError) as error:
            raise BundleInvalid(why="file", where=path.name) from error
        if not isinstance(bundle, dict):
            raise BundleInvalid(why="form", where=path.name)
        return cls(bundle, folder=path.parent, now=now)


class BundleCarrier:
    """Answers each name and each address from the bundle, in the order recorded."""

    def __init__(
        self, bundle: Mapping[str, Any], *, folder: Path, now: datetime, guard: Guard
    ) -> None:
        """See ``ReplayFetcher``."""
        self._folder = folder
        self._now = now
        self._default = _successive(bundle.get("default_dns", []), where="default_dns")
        self._dns = {
            host.lower(): _successive(found, where=host)
            for host, found in _object(bundle, "dns").items()
        }
        self._http = _by_address(_object(bundle, "http"), guard)
        self._turns: Counter[str] = Counter()
        self._seconds = 0.0
        self._lock = threading.Lock()

    def clock(self) -> float:
        """Seconds that slow answers took so far; nothing else takes any."""
        return self._seconds

    def resolve(self, address: Address, *, deadline: Deadline) -> tuple[str, ...]:
        """The next addresses recorded for the host."""
        del deadline
        answers = self._dns.get(address.host, self._default)
        return answers[self._turn("dns " + address.host, len(answers))] if answers else ()

    def ask(
        self, address: Address, *, pinned: tuple[str, ...], accept: str, deadline: Deadline
    ) -> AbstractContextManager[Answer]:
        """The next answer recorded for the address."""
        del pinned, accept
        if not (answers := self._http.get(address.url)):
            raise FetchFailed(host=address.host)
        entry = answers[self._turn("http " + address.url, len(answers))]
        match entry.get("failure"):
            case None:
                pass
            case "timeout":
                self._seconds += deadline.left()
                raise FetchTimeout(host=address.host)
            case _:
                raise FetchFailed(host=address.host)
        headers = {str(k).lower(): str(v) for k, v in (entry.get("headers") or {}).items()}
        status, at = entry.get("status", 200), parse_instant(entry.get("fetched_at"))
        if not isinstance(status, int):
            raise BundleInvalid(why="status", where=address.url)
        pieces = self._pieces(entry, where=address.url)
        answer = Answer(status=status, headers=headers, pieces=pieces, at=at or self._now)
        return nullcontext(answer)

    def _turn(self, name: str, length: int) -> int:
        """Which of successive answers is next; the last one stays."""
        with self._lock:
            turn = self._turns[name]
            self._turns[name] += 1
        return min(turn, length - 1)

    def _pieces(self, entry: Json, *, where: str) -> Iterator[bytes]:
        if "repeat" in entry:
            yield from _repeated(str(entry["repeat"]).encode(), int(entry.get("bytes", 0)))
            return
        body, slow = self._body(entry, where=where), float(entry.get("seconds_per_byte", 0))
        step = 1 if slow else _PIECE_BYTES
        for start in range(0, len(body), step):
            self._seconds += slow
            yield body[start : start + step]

    def _body(self, entry: Json, *, where: str) -> bytes:
        try:
            if "file" in entry:
                return self._folder.joinpath(str(entry["file"])).read_bytes()
            if "body_base64" in entry:
                return base64.b64decode(entry["body_base64"], validate=True)
            return str(entry.get("body", "")).encode()
        except (OSError, TypeError, UnicodeError, binascii.Error) as error:
            raise BundleInvalid(why="body", where=where) from error


def _repeated(unit: bytes, length: int) -> Iterator[bytes]:
    """``length`` bytes of one repeated text, a piece at a time."""
    piece = (unit or b"\0") * (_PIECE_BYTES // max(1, len(unit)))
    while length > 0:
        yield piece[:length]
        length -= len(piece)


def _by_address(http: Json, guard: Guard) -> dict[str, list[Json]]:
    """Answers by the address in the form it is asked in; an https entry outranks its http twin."""
    found: dict[str, list[Json]] = {}
    for url in sorted(http, key=lambda url: url.lower().startswith("https:")):
        answers = http[url] if isinstance(http[url], list) else [http[url]]
        if not all(isinstance(answer, dict) for answer in answers):
            raise BundleInvalid(why="form", where=url)
        try:
            found[guard.address(url).url] = answers
        except FetchRefused:
            continue
    return found


def _successive(found: Any, *, where: str) -> list[tuple[str, ...]]:
    """One list of addresses, or a list of such lists: what each question gets in turn."""
    if not isinstance(found, list):
        raise BundleInvalid(why="dns", where=where)
    if not any(isinstance(answer, list) for answer in found):
        found = [found]
    if not all(isinstance(answer, list) for answer in found):
        raise BundleInvalid(why="dns", where=where)
    return [tuple(str(ip) for ip in answer) for answer in found]


def _object(bundle: Mapping[str, Any], name: str) -> Json:
    value = bundle.get(name, {})
    if not isinstance(value, dict):
        raise BundleInvalid(why="form", where=name)
    return value


def _networks(texts: Any) -> tuple[IpNetwork, ...]:
    try:
        return tuple(ipaddress.ip_network(text) for text in texts)
    except (TypeError, ValueError) as error:
        raise BundleInvalid(why="network", where="treat_as_public") from error
