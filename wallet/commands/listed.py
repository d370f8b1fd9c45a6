"""
The list of partners as it stands now, for pages that stay open for weeks.

A folder is looked at again when its last written file changes; an address, every quarter
of an hour.  The list that is replaced stays open a while, for whoever is still reading it.
"""

import threading
from collections import deque
from datetime import datetime
from pathlib import Path

from shared.errors import BadgeError
from trust_registry.client import Network, names_several, open_networks, open_registry
from trust_registry.index import Registry

LAST_WRITTEN = "metadata/timestamp.json"
"""A publisher writes it after everything else."""
PUBLIC = "public"
AGAIN_SECONDS = 900
"""How often an address is asked."""

RETRY_SECONDS = 30
"""How soon a list that could not be read is asked for again."""
LINGERING_SECONDS = 300
"""A verification takes seconds; a list that was replaced is closed long after the last one."""

Read = Registry | BadgeError | None
Found = Read | tuple[Network, ...]
Stamp = tuple[float, ...]


class ListedPartners:
    """The registry of the moment, or why it cannot be read."""

    def __init__(
        self, source: str | None, *, cache: Path | None = None, root: Path | None = None
    ) -> None:
        """
        Say where the list is; nothing is read yet.

        Args:
            source: a folder or an address, or a file that names several lists, of which the
                first is one's own; ``None``: none is configured.
            cache: where what was had is kept, to refuse an older copy.
            root: the first keys, for an address.
        """
        self._source = source
        self._cache = cache
        self._root = root
        self._lock = threading.Lock()
        self._found: Found = None
        self._seen: Stamp | None = None
        self._opened_at = 0.0
        self._replaced: deque[tuple[float, Registry]] = deque()

    @property
    def configured(self) -> bool:
        """Whether there is a list at all."""
        return self._source is not None

    @property
    def public(self) -> Path | None:
        """The folder that may be served to everybody; ``None``: it is not on this machine."""
        if self._source is None:
            return None
        folder = Path(self._source)
        inside = folder / PUBLIC if (folder / PUBLIC).is_dir() else folder
        return inside if (inside / LAST_WRITTEN).is_file() else None

    def read(self, now: datetime) -> Read:
        """The registry, why it cannot be read, or ``None``: none is configured."""
        found = self._read(now)
        return found[0].registry or found[0].problem if isinstance(found, tuple) else found

    def networks(self, now: datetime) -> tuple[Network, ...]:
        """Every network that is asked, one's own first; empty: one, or none."""
        found = self._read(now)
        return found if isinstance(found, tuple) else ()

    def _read(self, now: datetime) -> Found:
        if self._source is None:
            return None
        with self._lock:
            self._close_replaced(before=now.timestamp() - LINGERING_SECONDS)
            seen, failed = self._stamp(now), isinstance(self._found, BadgeError)
            waited = abs(now.timestamp() - self._opened_at) >= RETRY_SECONDS
            if self._seen != seen or (failed and waited):
                self._replaced += [(now.timestamp(), one) for one in _open_lists(self._found)]
                self._found = self._open(now)
                self._seen, self._opened_at = seen, now.timestamp()
            return self._found

    def close(self) -> None:
        """Let go of everything; nobody reads any more."""
        with self._lock:
            self._close_replaced(before=float("inf"))
            for one in _open_lists(self._found):
                one.close()
            self._found = self._seen = None

    def _open(self, now: datetime) -> Found:
        try:
            if names_several(str(self._source)):
                return open_networks(str(self._source), now=now, cache=self._cache, fetch=None)
            return open_registry(str(self._source), now=now, cache=self._cache, root=self._root)
        except BadgeError as error:
            return error

    def _stamp(self, now: datetime) -> Stamp:
        """What changes when the list has to be read again."""
        if self.public is None:
            return (now.timestamp() // AGAIN_SECONDS,)
        try:
            written = (self.public / LAST_WRITTEN).stat()
        except OSError:
            return ()
        return (written.st_mtime_ns, written.st_size, written.st_ino)

    def _close_replaced(self, *, before: float) -> None:
        while self._replaced and self._replaced[0][0] <= before:
            self._replaced.popleft()[1].close()


def _open_lists(found: Found) -> tuple[Registry, ...]:
    """The lists that are open in what was read."""
    listed = [one.registry for one in found] if isinstance(found, tuple) else [found]
    return tuple(one for one in listed if isinstance(one, Registry))
