"""
All that one verification asks of the network, and the lists of what it asked.

A badge can name many addresses; one verification asks few of them, for a short
time, and each of them once.
"""

import re
import time
from collections.abc import Callable

from shared.errors import FetchFailed, FetchOffline, FetchRefused, FetchTimeout, FetchTooMany
from shared.fetching.contract import MAX_DOCUMENT_BYTES, Fetch, Fetched, Redirects
from shared.fetching.guarded import GuardedFetcher

MAX_FETCHES = 12
"""Key document, badge class, issuer, a few lists and endorsements; a badge asks for about 5."""
INQUIRY_SECONDS = 8.0
"""As long as a person at a counter waits for one answer."""


_Question = tuple[str, str, int, Redirects]


class Offline:
    """A ``Fetch`` that never asks: the network is off by choice."""

    def __call__(
        self,
        url: str,
        *,
        accept: str = "application/json",
        limit: int = MAX_DOCUMENT_BYTES,
        redirects: Redirects = Redirects.SAME_ORIGIN,
    ) -> Fetched:
        """Raise ``FetchOffline``, always."""
        del accept, limit, redirects
        raise FetchOffline(host=host_of(url))


class Inquiry:
    """A ``Fetch`` for one verification: counts, times, remembers and lists."""

    def __init__(
        self,
        fetch: Fetch,
        *,
        clock: Callable[[], float] | None = None,
        seconds: float = INQUIRY_SECONDS,
        fetches: int = MAX_FETCHES,
    ) -> None:
        """
        Begin an inquiry; only the time spent asking counts.

        Args:
            fetch: what really asks.
            clock: seconds that only grow; ``None``: the clock of ``fetch`` when it has one
                (a bundle's is not the wall's), else the machine's.
            seconds: total time given to all questions.
            fetches: most questions.
        """
        own = fetch.clock if isinstance(fetch, GuardedFetcher) else time.monotonic
        self._clock = clock or own
        self._fetch = fetch
        self._seconds = seconds
        self._left, self._limit = fetches, fetches
        self._answers: dict[_Question, Fetched | FetchFailed] = {}
        self.requests: list[str] = []
        """Every address a connection was opened to, in order; never one the guard refused."""

    def __call__(
        self,
        url: str,
        *,
        accept: str = "application/json",
        limit: int = MAX_DOCUMENT_BYTES,
        redirects: Redirects = Redirects.SAME_ORIGIN,
    ) -> Fetched:
        """Ask for one document, or give what was already answered; see ``Fetch``."""
        question = (url, accept, limit, redirects)
        if question not in self._answers:
            self._answers[question] = self._ask(question)
        known = self._answers[question]
        if isinstance(known, FetchFailed):
            raise known
        return known

    def _ask(self, question: _Question) -> Fetched | FetchFailed:
        url, accept, limit, redirects = question
        if self._left <= 0:
            return FetchTooMany(host=host_of(url), limit=self._limit)
        if self._seconds <= 0:
            return FetchTimeout(host=host_of(url))
        self._left -= 1
        fetch, began = self._fetch, self._clock()
        if isinstance(fetch, GuardedFetcher):
            fetch = fetch.within(self._seconds)
        try:
            answer = fetch(url, accept=accept, limit=limit, redirects=redirects)
        except FetchFailed as error:
            untold = () if isinstance(error, FetchRefused | FetchOffline) else (url,)
            self.requests += untold if error.asked is None else error.asked
            return error
        else:
            self.requests += (url,) if answer.asked is None else answer.asked
            return answer
        finally:
            self._seconds -= self._clock() - began


def host_of(url: str) -> str:
    """The host named by an address, to be shown; the start of the text when there is none."""
    _, found, rest = url.partition("://")
    host = re.split(r"[/?#]", rest, maxsplit=1)[0] if found else url
    return "".join(letter for letter in host if letter.isprintable())[:80]
