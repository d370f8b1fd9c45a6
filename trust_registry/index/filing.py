"""
The small signed files of partners, kept in one file between two readings of a list.

A thousand files of their own take most of the time of a first reading.  Each is known by its
hash and believed for nothing else, so what a crash leaves of them needs no care: what cannot
be read is asked for again.
"""

import hashlib
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

_SCHEMA = "CREATE TABLE IF NOT EXISTS file (sha256 TEXT PRIMARY KEY, body BLOB NOT NULL)"


class FileBox:
    """Signed files by their SHA-256; used by one reader at a time (see ``opened_box``)."""

    def __init__(self, box: sqlite3.Connection | None) -> None:
        """``box``: ``None``: there is none now, so nothing is kept."""
        self._box = box
        self._known: set[str] = set()
        self._asked: set[str] = set()
        self._new: dict[str, bytes] = {}
        if box is not None:
            with suppress(sqlite3.Error):
                box.execute(_SCHEMA)
                self._known = {name for (name,) in box.execute("SELECT sha256 FROM file")}

    def holds(self, sha256: str) -> bool:
        """Whether a file was kept; it may be damaged since."""
        return sha256 in self._known or sha256 in self._new

    def file(self, sha256: str) -> bytes | None:
        """A file of before; ``None``: not kept, or damaged since."""
        self._asked.add(sha256)
        if sha256 in self._new:
            return self._new[sha256]
        if self._box is None or sha256 not in self._known:
            return None
        body = None
        with suppress(sqlite3.Error):
            row = self._box.execute("SELECT body FROM file WHERE sha256 = ?", (sha256,)).fetchone()
            body = row[0] if row else None
        is_whole = isinstance(body, bytes) and hashlib.sha256(body).hexdigest() == sha256
        return body if is_whole else None

    def keep_file(self, sha256: str, body: bytes) -> None:
        """Keep a file; it is written with the others by ``save``."""
        self._asked.add(sha256)
        self._new[sha256] = body

    def save(self) -> None:
        """Write what is new; a full disk only means that it will be asked for again."""
        if self._box is None or not self._new:
            return
        with suppress(sqlite3.Error), self._box:
            rows = list(self._new.items())
            self._box.executemany("INSERT OR REPLACE INTO file VALUES (?, ?)", rows)
            self._known |= set(self._new)
            self._new.clear()

    def forget_others(self) -> None:
        """Let go of what was not asked for since this box was opened."""
        gone = self._known - self._asked
        if self._box is None or not gone:
            return
        with suppress(sqlite3.Error), self._box:
            self._box.executemany("DELETE FROM file WHERE sha256 = ?", [(one,) for one in gone])
            self._known -= gone


@contextmanager
def opened_box(file: Path) -> Iterator[FileBox]:
    """
    Open the box of a list for one reading; what was had is written at the end, come what may.

    One that cannot be opened or read is made anew, or done without.
    """
    box = _connected(file)
    try:
        kept = FileBox(box)
        try:
            yield kept
        finally:
            kept.save()
    finally:
        if box is not None:
            box.close()


def _connected(file: Path) -> sqlite3.Connection | None:
    for again in (True, False):
        try:
            box = sqlite3.connect(file)
            # What a power cut leaves of a file is told by its hash, so nothing waits for the disk.
            box.execute("PRAGMA synchronous = OFF")
            box.execute("SELECT count(*) FROM sqlite_master").fetchone()
        except sqlite3.Error:
            if not again:
                return None
            with suppress(OSError):
                file.unlink()
        else:
            return box
    return None
