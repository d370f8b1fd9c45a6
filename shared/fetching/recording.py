"""
Keeping the evidence of a verification: every look-up, as a bundle to replay years later.

It stands under the guard, beside the carrier, so that a replay passes the same guard
with the same answers and reaches the same verdict.
"""

import base64
import json
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

from shared.errors import FetchFailed, FetchTimeout
from shared.fetching.address import Address
from shared.fetching.guarded import Answer, Carrier, Deadline, GuardedFetcher
from shared.times import instant_text

_KEPT_HEADERS = frozenset({"content-type", "content-encoding", "content-length", "location"})
"""The headers that decide something; no cookie, no server name."""

Json = dict[str, Any]


class RecordingFetcher(GuardedFetcher):
    """A ``Fetch`` that asks through another and keeps what was answered."""

    def __init__(self, fetcher: GuardedFetcher, *, at: datetime) -> None:
        """``at``: the instant the verification is made for, written into the bundle."""
        self._at = at
        self._recorder = _Recorder(fetcher.carrier)
        super().__init__(carrier=self._recorder, guard=fetcher.guard, seconds=fetcher.seconds)

    def bundle(self) -> Json:
        """What was asked so far, in the form that ``ReplayFetcher`` takes."""
        return {
            "at": instant_text(self._at),
            "default_dns": [],
            "dns": {host: list(answers) for host, answers in self._recorder.dns.items()},
            "treat_as_public": [str(net) for net in self.guard.treat_as_public],
            "http": {url: list(answers) for url, answers in self._recorder.http.items()},
        }

    def write(self, path: Path) -> None:
        """Write the bundle as one JSON file, bodies included."""
        text = json.dumps(self.bundle(), ensure_ascii=False, indent=1, sort_keys=True)
        path.write_text(text + "\n", encoding="utf-8")


class _Recorder:
    """A carrier that notes what another one brings."""

    def __init__(self, carrier: Carrier) -> None:
        self._carrier = carrier
        self._lock = threading.Lock()
        self.dns: dict[str, list[list[str]]] = {}
        self.http: dict[str, list[Json]] = {}

    def clock(self) -> float:
        return self._carrier.clock()

    def resolve(self, address: Address, *, deadline: Deadline) -> tuple[str, ...]:
        found: tuple[str, ...] = ()
        try:
            found = self._carrier.resolve(address, deadline=deadline)
        finally:
            with self._lock:
                self.dns.setdefault(address.host, []).append(list(found))
        return found

    @contextmanager
    def ask(
        self, address: Address, *, pinned: tuple[str, ...], accept: str, deadline: Deadline
    ) -> Iterator[Answer]:
        entry: Json = {"failure": "unreachable"}
        body = bytearray()
        asking = self._carrier.ask(address, pinned=pinned, accept=accept, deadline=deadline)
        try:
            with asking as answer:
                entry = _head(answer)
                yield replace(answer, pieces=_noted(answer.pieces, body, entry))
        except FetchTimeout:
            entry["failure"] = "timeout"
            raise
        finally:
            with self._lock:
                self.http.setdefault(address.url, []).append(entry | _body(bytes(body)))


def _head(answer: Answer) -> Json:
    headers = {name: value for name, value in answer.headers.items() if name in _KEPT_HEADERS}
    return {"status": answer.status, "headers": headers, "fetched_at": instant_text(answer.at)}


def _noted(pieces: Iterator[bytes], body: bytearray, entry: Json) -> Iterator[bytes]:
    try:
        for piece in pieces:
            body += piece
            yield piece
    except FetchFailed:
        entry["failure"] = "unreachable"
        raise


def _body(body: bytes) -> Json:
    """A text as a text, so that a person can read the evidence; other bytes in base64."""
    try:
        return {"body": body.decode("utf-8")} if body else {}
    except UnicodeDecodeError:
        return {"body_base64": base64.b64encode(body).decode("ascii")}
