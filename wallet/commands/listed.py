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
from trust_registry.client import open_registry
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
Stamp = tuple[float, ...]


class ListedPartners:
    """The registry of the moment, or why it cannot be read."""

    def __init__(
        self, source: str | None, *, cache: Path | None = None, root: Path | None = None
    ) -> None:
        """
        Say where the list is; nothing is read yet.

        Args:
            source: a folder or an address; ``None``: none is configured.
            cache: where what was had is kept, to refuse an older copy.
            root: the first keys, for an address.
        """
        self._source = source
        self._cache = cache
        self._root = root
        self._lock = threading.Lock()
        self._found: Read = None
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
        if self._source is None:
            return None
        with self._lock:
            self._close_replaced(before=now.timestamp() - LINGERING_SECONDS)
            seen, failed = self._stamp(now), isinstance(self._found, BadgeError)
            waited = abs(now.timestamp() - self._opened_at) >= RETRY_SECONDS
            if self._seen != seen or (failed and waited):
                if isinstance(self._found, Registry):
                    self._replaced.append((now.timestamp(), self._found))
                self._found = self._open(now)
                self._seen, self._opened_at = seen, now.timestamp()
            return self._found

    def close(self) -> None:
        """Let go of everything; nobody reads any more."""
        with self._lock:
            self._close_replaced(before=float("inf"))
            if isinstance(self._found, Registry):
                self._found.close()
            self._found = self._seen = None

    def _open(self, now: datetime) -> Read:
        try:
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
