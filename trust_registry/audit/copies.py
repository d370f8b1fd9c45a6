"""
The files of one copy: a registry's folder, what it serves, or what ``wget --mirror`` brought.

The only part of this room that touches the disk, and it only reads.
"""

import re
from collections.abc import Iterator
from pathlib import Path

from trust_registry import layout
from trust_registry.errors import CopyTooLarge, RegistryUnreachable

MAX_FILES = 1_000_000
"""Ten years of daily renewals and a thousand partners leave some hundred thousand."""
MAX_FILE_BYTES = 16 * 1024 * 1024
"""The largest signed list has 4 MB; python-tuf reads no more than 5."""
MAX_STEPS_DOWN = 6
"""Folders between the one that was named and the copy: a host and the path of an address."""

FIRST_ROOT = f"{layout.METADATA}/1.{layout.ROOT}.json"
_NUMBERED = re.compile(rf"{layout.METADATA}/([1-9][0-9]{{0,11}})\.([a-z0-9-]+)\.json")


class Copy:
    """Files by their name below the folder that is served, with slashes."""

    def __init__(self, folder: Path, *, most: int = MAX_FILES) -> None:
        """
        Find the copy in a folder, or below it.

        Raises:
            RegistryUnreachable: no registry stands there.
            CopyTooLarge: more than ``most`` files.
        """
        self.folder = _served(folder)
        self.names = frozenset(_names(self.folder, most=most))
        self.numbers: dict[str, list[int]] = {}
        for name in self.names:
            if found := _NUMBERED.fullmatch(name):
                self.numbers.setdefault(found[2], []).append(int(found[1]))

    def last(self, role: str) -> int:
        """The highest number of a role; 0: it has no file."""
        return max(self.numbers.get(role, ()), default=0)

    def read(self, name: str) -> bytes | None:
        """Give a file; ``None``: it is not there, is too large, or cannot be read."""
        if name not in self.names:
            return None
        try:
            with (self.folder / name).open("rb") as file:
                body = file.read(MAX_FILE_BYTES + 1)
        except OSError:
            return None
        return body if len(body) <= MAX_FILE_BYTES else None


def _served(folder: Path) -> Path:
    """The folder that holds signed files: this one, its public part, or one below."""
    level = [folder / layout.PUBLIC, folder]
    for _ in range(MAX_STEPS_DOWN):
        for one in level:
            if any((one / layout.METADATA).glob(f"*.{layout.SNAPSHOT}.json")):
                return one
        level = [below for one in level for below in _folders(one)]
    raise RegistryUnreachable(source=folder.name[:80], file=FIRST_ROOT)


def _folders(folder: Path) -> list[Path]:
    if not folder.is_dir():
        return []
    return sorted(one for one in folder.iterdir() if one.is_dir() and not one.is_symlink())


def _names(folder: Path, *, most: int) -> Iterator[str]:
    count = 0
    for file in folder.rglob("*"):
        if file.is_symlink() or not file.is_file():
            continue
        count += 1
        if count > most:
            raise CopyTooLarge(limit=most)
        yield file.relative_to(folder).as_posix()
