"""
Writing so that a reader, or a crash at any instant, never meets half a file.

Every file is written whole under another name, outside the public folder, then renamed into
place; the file that makes all others count comes last.
"""

import errno
import fcntl
import hashlib
import os
import secrets
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from trust_registry.errors import DeskBusy, DeskUnwritable

LOCK = ".lock"
DRAFTS = ".drafts"
MAX_WAIT = 10.0
"""Seconds to wait for another publisher: one publication takes much less than one."""
PAUSE = 0.05
"""Seconds between two tries."""


def sha256_hex(raw: bytes) -> str:
    """The SHA-256 of some bytes, as file names bear it."""
    return hashlib.sha256(raw).hexdigest()


@contextmanager
def one_writer(folder: Path, *, wait: float = MAX_WAIT) -> Iterator[None]:
    """
    Let one program at a time write in the folder of a registry.

    The lock ends with the program that holds it, however it ends.

    Raises:
        DeskBusy: another one is still writing after ``wait`` seconds.
        DeskUnwritable: the folder cannot be written in.
    """
    with saying_why():
        lock = os.open(folder / LOCK, os.O_CREAT | os.O_RDWR, 0o600)
    try:
        _take(lock, until=time.monotonic() + wait)
        _forget_drafts(folder)
        yield
    finally:
        os.close(lock)


class Drafts:
    """The files of one publication, ready to be put into place."""

    def __init__(self, folder: Path) -> None:
        """``folder``: the working folder of the registry, on one disk with its public part."""
        self.folder = folder
        self._drafts = folder / DRAFTS
        self._ready: list[tuple[Path, Path]] = []

    def add(self, place: Path, content: bytes) -> None:
        """
        Write one file aside; it will be put in ``place``, after those added before it.

        Raises:
            DeskUnwritable: the disk refuses; nothing was published.
        """
        with saying_why():
            self._drafts.mkdir(mode=0o700, exist_ok=True)
            draft = self._drafts / secrets.token_hex(16)
            descriptor = os.open(draft, os.O_CREAT | os.O_EXCL | os.O_WRONLY, 0o644)
            with os.fdopen(descriptor, "wb") as file:
                file.write(content)
                file.flush()
                os.fsync(file.fileno())
        self._ready.append((draft, place))

    def publish(self, *, last: Path) -> None:
        """
        Put all files into place, ``last`` after all others are safely there.

        Raises:
            DeskUnwritable: the disk refuses; what was published before stands unless
                ``last`` is in place.
        """
        before = [pair for pair in self._ready if pair[1] != last]
        after = [pair for pair in self._ready if pair[1] == last]
        with saying_why():
            for pairs in (before, after):
                for draft, place in pairs:
                    place.parent.mkdir(parents=True, exist_ok=True)
                    draft.replace(place)
                for parent in {place.parent for _, place in pairs}:
                    _sync_folder(parent)


def _take(lock: int, *, until: float) -> None:
    while True:
        try:
            return fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        except BlockingIOError as error:
            if time.monotonic() >= until:
                raise DeskBusy from error
            time.sleep(PAUSE)


def _forget_drafts(folder: Path) -> None:
    """Drop what an interrupted publication left: nobody ever saw it."""
    drafts = folder / DRAFTS
    with saying_why():
        for draft in drafts.iterdir() if drafts.is_dir() else ():
            draft.unlink()


def _sync_folder(folder: Path) -> None:
    """Make sure that names last through a power cut, not only contents."""
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


@contextmanager
def saying_why() -> Iterator[None]:
    """Say in our words why the disk refuses. Raises: DeskUnwritable."""
    try:
        yield
    except OSError as error:
        why = {errno.ENOSPC: "full", errno.EDQUOT: "full"}.get(error.errno or 0, "disk")
        raise DeskUnwritable(
            why="permission" if isinstance(error, PermissionError) else why
        ) from error
