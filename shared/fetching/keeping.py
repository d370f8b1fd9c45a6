"""
Lists asked for a moment ago, kept for the next verification.

The same list serves many badges.  Asking again for each would tell its host who
is being verified, and when.  Only answers to the given ``Accept`` headers are
kept, in memory: never a hosted badge, which is about a person.
"""

import threading
from collections import OrderedDict
from collections.abc import Collection
from dataclasses import replace

from shared.fetching.contract import MAX_DOCUMENT_BYTES, Fetched, Redirects
from shared.fetching.guarded import GuardedFetcher

KEPT_SECONDS = 300.0
"""Long enough for a day of interviews in one room, short enough for a withdrawal to be seen."""
MAX_KEPT = 64
"""Documents of at most 1 MiB each: the lists of a region, within 64 MiB."""

_Question = tuple[str, str, Redirects]


class KeptAnswers:
    """Answers by question, with the instant of each; the oldest make room."""

    def __init__(self) -> None:
        self._table: OrderedDict[_Question, tuple[float, Fetched]] = OrderedDict()
        self._lock = threading.Lock()

    def since(self, instant: float, question: _Question) -> Fetched | None:
        """What was answered after ``instant``."""
        with self._lock:
            at, known = self._table.get(question, (instant, None))
        return known if at > instant else None

    def keep(self, question: _Question, answer: Fetched, *, at: float) -> None:
        """Keep one answer."""
        with self._lock:
            self._table[question] = (at, answer)
            self._table.move_to_end(question)
            if len(self._table) > MAX_KEPT:
                self._table.popitem(last=False)


class KeepingFetcher(GuardedFetcher):
    """A ``Fetch`` that gives again, for a short time, what it was given."""

    def __init__(
        self,
        fetcher: GuardedFetcher,
        *,
        accepts: Collection[str],
        seconds_kept: float = KEPT_SECONDS,
        kept: KeptAnswers | None = None,
    ) -> None:
        """
        Keep the answers of ``fetcher``.

        Args:
            fetcher: what really asks.
            accepts: the ``Accept`` headers of the questions whose answers are kept.
            seconds_kept: for how long.
            kept: what was answered so far; ``None``: nothing.
        """
        super().__init__(carrier=fetcher.carrier, guard=fetcher.guard, seconds=fetcher.seconds)
        self._fetcher = fetcher
        self._accepts = accepts
        self._seconds_kept = seconds_kept
        self._kept = kept or KeptAnswers()

    def within(self, seconds: float) -> GuardedFetcher:
        """The same, with the same answers, for a caller with less time left."""
        return KeepingFetcher(
            self._fetcher.within(seconds),
            accepts=self._accepts,
            seconds_kept=self._seconds_kept,
            kept=self._kept,
        )

    def __call__(
        self,
        url: str,
        *,
        accept: str = "application/json",
        limit: int = MAX_DOCUMENT_BYTES,
        redirects: Redirects = Redirects.SAME_ORIGIN,
    ) -> Fetched:
        """Ask for one document, or give the one had a moment ago; a failure is not kept."""
        question = (url, accept, redirects)
        if accept not in self._accepts:
            return self._fetcher(url, accept=accept, limit=limit, redirects=redirects)
        known = self._kept.since(self.clock() - self._seconds_kept, question)
        if known and len(known.body) <= limit:
            return replace(known, asked=())
        answer = self._fetcher(url, accept=accept, limit=limit, redirects=redirects)
        self._kept.keep(question, answer, at=self.clock())
        return answer
