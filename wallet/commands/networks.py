"""One network made of two: invented hosts from a recording, every other one really."""

from collections.abc import Mapping
from urllib.parse import urlsplit

from shared.fetching import MAX_DOCUMENT_BYTES, Fetch, Fetched, Redirects


class DemoNetwork:
    """A ``Fetch`` that chooses by host; both sides keep their own guard."""

    def __init__(self, recorded: Fetch, *, hosts: frozenset[str], others: Fetch) -> None:
        """``hosts`` are those that exist in the recording only."""
        self._recorded = recorded
        self._hosts = hosts
        self._others = others

    def __call__(
        self,
        url: str,
        *,
        accept: str = "application/json",
        limit: int = MAX_DOCUMENT_BYTES,
        redirects: Redirects = Redirects.SAME_ORIGIN,
    ) -> Fetched:
        """Ask for one document."""
        asked = self._recorded if _host(url) in self._hosts else self._others
        return asked(url, accept=accept, limit=limit, redirects=redirects)


def hosts_of(bundle: Mapping[str, object]) -> frozenset[str]:
    """The hosts that a recording speaks of."""
    named = {*_keys(bundle.get("dns")), *(_host(url) for url in _keys(bundle.get("http")))}
    return frozenset(named) - {""}


def _keys(value: object) -> list[str]:
    return [str(key).lower() for key in value] if isinstance(value, Mapping) else []


def _host(url: str) -> str:
    try:
        return (urlsplit(url).hostname or "").lower()
    except ValueError:
        return ""
