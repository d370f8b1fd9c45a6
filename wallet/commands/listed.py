"""
The list of partners as it stands now, for pages that stay open for weeks.

A folder is looked at again when its last written file changes; an address, every quarter
of an hour.  Each thread has a reader of its own, so that none is closed under another.
"""

import threading
from datetime import datetime
from pathlib import Path

from shared.errors import BadgeError
from trust_registry.client import open_registry
from trust_registry.index import Registry

LAST_WRITTEN = "metadata/timestamp.json"
"""A publisher writes it after everything else."""
PUBLIC = "public"
AGAIN_SECONDS = 900
"""How often an address is asked; a folder that could not be read is tried as often."""

_ONE_AT_A_TIME = threading.Lock()
"""Opening sets the clock of a library, and may write in one folder of kept copies."""

Read = Registry | BadgeError | None


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
        self._mine = threading.local()

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
        stamp = self._stamp(now)
        if getattr(self._mine, "stamp", None) != stamp:
            before: Read = getattr(self._mine, "found", None)
            self._mine.found, self._mine.stamp = self._open(now), stamp
            if isinstance(before, Registry):
                before.close()
        found: Read = self._mine.found
        return found

    def close(self) -> None:
        """Let go of what this thread reads with."""
        found: Read = getattr(self._mine, "found", None)
        if isinstance(found, Registry):
            found.close()
        self._mine = threading.local()

    def _open(self, now: datetime) -> Read:
        try:
            with _ONE_AT_A_TIME:
                return open_registry(str(self._source), now=now, cache=self._cache, root=self._root)
        except BadgeError as error:
            return error

    def _stamp(self, now: datetime) -> tuple[float, ...]:
        """What changes when the list has to be read again."""
        turn = now.timestamp() // AGAIN_SECONDS
        if self.public is None:
            return (turn,)
        try:
            written = (self.public / LAST_WRITTEN).stat()
        except OSError:
            return (turn,)
        failed = isinstance(getattr(self._mine, "found", None), BadgeError)
        return (written.st_mtime_ns, written.st_size, written.st_ino, turn if failed else -1)
