"""
What is remembered between two readings of a list, on the disk of the verifier.

Without a memory, an older copy of the list could be served to hide what changed.  Each
registry has a folder, named after its first root, so that its mirrors share one memory.
Files are written beside and swapped, so that killing the program leaves the old or the new.
"""

import hashlib
import os
import sqlite3
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from trust_registry.index.compiling import FORMAT, compile_into
from trust_registry.index.listing import Listing

_NAME_LETTERS = 32


class Memory:
    """The folder kept for one registry."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is made when something is first kept."""
        self.folder = folder
        self._tables = folder / "index.sqlite"

    def tables(self) -> sqlite3.Connection | None:
        """The compiled answers of last time; ``None``: none, or of another form."""
        if not self._tables.is_file():
            return None
        try:
            tables = sqlite3.connect(
                f"{self._tables.absolute().as_uri()}?mode=ro", uri=True, check_same_thread=False
            )
            facts = facts_of(tables)
        except sqlite3.Error:
            return None
        if facts.get("format") == FORMAT:
            return tables
        tables.close()
        return None

    def keep(self, listing: Listing, *, mark: str | None) -> None:
        """Compile a list beside the old one, then swap; ``mark`` says what it was made from."""
        with _beside(self._tables) as new:
            tables = sqlite3.connect(new)
            try:
                # Nobody reads this file before it is whole, so it needs no journal.
                tables.execute("PRAGMA journal_mode = OFF")
                tables.execute("PRAGMA synchronous = OFF")
                compile_into(tables, listing)
                mark_as(tables, mark)
            finally:
                tables.close()

    def file(self, sha256: str) -> bytes | None:
        """A status list of before, by its hash; ``None``: not kept, or damaged since."""
        try:
            body = (self.folder / "lists" / sha256).read_bytes()
        except OSError:
            return None
        return body if hashlib.sha256(body).hexdigest() == sha256 else None

    def keep_file(self, sha256: str, body: bytes) -> None:
        """Keep a status list; a full disk only means that it will be asked for again."""
        with suppress(OSError):
            (self.folder / "lists").mkdir(parents=True, exist_ok=True)
            with _beside(self.folder / "lists" / sha256) as new:
                new.write_bytes(body)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Wait for one's turn: python-tuf wants one program at a time in a folder."""
        import fcntl

        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "turn").open("wb") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            yield


def facts_of(tables: sqlite3.Connection) -> dict[str, str]:
    """The facts of compiled tables. Raises: sqlite3.Error."""
    return dict(tables.execute("SELECT name, value FROM fact"))


def mark_as(tables: sqlite3.Connection, mark: str | None) -> None:
    """Write down what the tables were made from; ``None``: nothing that can be met again."""
    if mark is not None:
        with tables:
            tables.execute("INSERT INTO fact VALUES ('mark', ?)", (mark,))


def memory_of(cache: Path, *, root: bytes) -> Memory:
    """The memory kept for the registry that starts with this root."""
    return Memory(cache / hashlib.sha256(root).hexdigest()[:_NAME_LETTERS])


def known_root(cache: Path, *, source: str) -> bytes | None:
    """The first root that was trusted for an address of the web; ``None``: never seen."""
    try:
        return _root_file(cache, source).read_bytes()
    except OSError:
        return None


def know_root(cache: Path, *, source: str, root: bytes) -> None:
    """Remember it, once everything below it was checked."""
    file = _root_file(cache, source)
    if file.is_file():
        return
    file.parent.mkdir(parents=True, exist_ok=True)
    with _beside(file) as new:
        new.write_bytes(root)


def _root_file(cache: Path, source: str) -> Path:
    name = hashlib.sha256(source.rstrip("/").encode()).hexdigest()[:_NAME_LETTERS]
    return cache / "roots" / f"{name}.json"


@contextmanager
def _beside(file: Path) -> Iterator[Path]:
    """A new file that takes the place of ``file`` when the block ends well."""
    handle, name = tempfile.mkstemp(dir=file.parent, prefix=f".{file.name}-")
    os.close(handle)
    new = Path(name)
    try:
        yield new
        with new.open("rb") as written:
            os.fsync(written.fileno())
        new.replace(file)
    finally:
        new.unlink(missing_ok=True)
