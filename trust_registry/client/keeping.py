"""
What is remembered between two readings of a list, on the disk of the verifier.

Without a memory, an older copy of the list could be served to hide what changed.  Each
registry has a folder, named after its first root, so that its mirrors share one memory.
Files are written beside and swapped, so that killing the program leaves the old or the new.
"""

import hashlib
from collections.abc import Iterator
from contextlib import AbstractContextManager, contextmanager, suppress
from pathlib import Path
from secrets import token_hex

from trust_registry.index.filing import FileBox, opened_box
from trust_registry.index.listing import Listing
from trust_registry.index.storing import Tables, beside, keep_tables, kept_tables

_NAME_LETTERS = 32


class Memory:
    """The folder kept for one registry."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is made when something is first kept."""
        self.folder = folder
        self._tables = folder / "index.sqlite"
        self._files = folder / "files"
        self._asked: set[str] = set()

    def tables(self) -> Tables | None:
        """The compiled answers of last time; ``None``: none that can be used."""
        return kept_tables(self._tables)

    def keep(self, listing: Listing, *, mark: str | None) -> None:
        """Keep a list; ``mark`` says what it was made from. Files it has no use for go."""
        keep_tables(self._tables, listing, mark=mark)
        wanted = self._asked | {one.sha256 for one in listing.files}
        with suppress(OSError):
            for file in self._files.iterdir():
                if file.name not in wanted:
                    file.unlink()
        self._asked.clear()

    def box(self) -> AbstractContextManager[FileBox]:
        """The small files of partners, for one reading (``alone``)."""
        return opened_box(self.folder / "files.sqlite")

    def file(self, sha256: str) -> bytes | None:
        """A status list of before, by its hash; ``None``: not kept, or damaged since."""
        self._asked.add(sha256)
        try:
            body = (self._files / sha256).read_bytes()
        except OSError:
            return None
        return body if hashlib.sha256(body).hexdigest() == sha256 else None

    def keep_file(self, sha256: str, body: bytes) -> None:
        """Keep a status list; a full disk only means that it will be asked for again."""
        with suppress(OSError):
            self._files.mkdir(parents=True, exist_ok=True)
            # What a power cut leaves of it is told by its hash, so nothing waits for the disk.
            new = self._files / f".{sha256}-{token_hex(4)}"
            new.write_bytes(body)
            new.replace(self._files / sha256)

    @contextmanager
    def alone(self) -> Iterator[None]:
        """Wait for one's turn: python-tuf wants one program at a time in a folder."""
        import fcntl

        self.folder.mkdir(parents=True, exist_ok=True)
        with (self.folder / "turn").open("wb") as turn:
            fcntl.flock(turn, fcntl.LOCK_EX)
            yield


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
    with beside(file) as new:
        new.write_bytes(root)


def _root_file(cache: Path, source: str) -> Path:
    name = hashlib.sha256(source.rstrip("/").encode()).hexdigest()[:_NAME_LETTERS]
    return cache / "roots" / f"{name}.json"
