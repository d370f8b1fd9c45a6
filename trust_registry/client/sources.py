"""
Where the published list is read from: a folder of this machine, or a web address.

A source is never believed: whatever it gives is checked against signatures and hashes.
It is only asked for small pieces, in a short time.
"""

from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import Protocol
from urllib.parse import urlsplit

from shared.errors import FetchFailed, FetchStatus, FetchTooBig
from shared.fetching import Fetch, SafeFetcher
from trust_registry import layout

ABSENT = 404


@dataclass(frozen=True, slots=True, kw_only=True)
class Had:
    """One file, and the addresses that were asked for it."""

    body: bytes
    asked: tuple[str, ...] = ()


class Source(Protocol):
    """What the list is read from."""

    host: str
    """Its name, short enough to be shown."""

    def have(self, path: str, *, limit: int) -> Had:
        """
        Give one file of what is served.

        Args:
            path: below the folder that is served, with slashes.
            limit: most bytes taken.

        Raises:
            FetchStatus: there is none (404).
            FetchTooBig, FetchFailed: it is larger; it cannot be had.
        """
        ...


class FolderSource:
    """The folder of a registry, or the part of it that is served."""

    def __init__(self, folder: Path) -> None:
        """``folder`` is the working folder of a registry or its ``public`` part."""
        served = folder / layout.PUBLIC
        self.folder = served if served.is_dir() else folder
        self.host = folder.resolve().name[:80]

    def have(self, path: str, *, limit: int) -> Had:
        """See ``Source``."""
        steps = PurePosixPath(path)
        if steps.is_absolute() or ".." in steps.parts:
            raise FetchStatus(host=self.host, status=ABSENT)
        try:
            with (self.folder / steps).open("rb") as file:
                body = file.read(limit + 1)
        except FileNotFoundError as error:
            raise FetchStatus(host=self.host, status=ABSENT) from error
        except OSError as error:
            raise FetchFailed(host=self.host) from error
        if len(body) > limit:
            raise FetchTooBig(host=self.host, limit=limit)
        return Had(body=body)


class WebSource:
    """A registry served over https, or over http by this very machine."""

    def __init__(self, address: str, *, fetch: Fetch | None = None) -> None:
        """``fetch``: another way to the network; ``None``: the guarded one of the house."""
        self.address = address.rstrip("/")
        parts = urlsplit(self.address)
        self.host = (parts.hostname or "")[:80]
        self._fetch = fetch or _guarded(f"{parts.scheme}://{parts.netloc}", self.host)

    def have(self, path: str, *, limit: int) -> Had:
        """See ``Source``."""
        found = self._fetch(f"{self.address}/{path}", accept="*/*", limit=limit)
        return Had(body=found.body, asked=found.asked or ())


def _guarded(origin: str, host: str) -> Fetch:
    """The operator's own registry may be http, on loopback only (design README point 5)."""
    try:
        return SafeFetcher(operator_origin=origin if origin.startswith("http://") else None)
    except ValueError as error:
        raise FetchFailed(host=host, why="not-web") from error


def source_of(text: str, *, fetch: Fetch | None = None) -> Source:
    """
    The source that a person names: an address of the web, or a folder.

    Raises:
        FetchFailed: an http address of another machine.
    """
    if text.startswith(("http://", "https://")):
        return WebSource(text, fetch=fetch)
    return FolderSource(Path(text))
