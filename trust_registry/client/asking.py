"""
How the files of a list are asked for: in time, from what is kept, and in python-tuf's words.

Nothing is believed here; a file is only taken from somewhere nearer than its source when
it is exactly the one that was signed.
"""

from collections.abc import Callable, Iterator, Mapping
from typing import Any, Protocol
from urllib.parse import unquote

from tuf.api import exceptions
from tuf.ngclient.fetcher import FetcherInterface

from shared.errors import FetchFailed, FetchStatus, FetchTimeout, FetchTooBig
from trust_registry import layout
from trust_registry.client.filling import had_from
from trust_registry.client.sources import Had, Source

MAX_SECONDS = 60.0
"""For the whole list: a host that is slow file after file is no better than one that is down."""
PARTNER_SECONDS = 1.0
"""And for each partner, whose two files are asked for one after the other."""
PREFIX = "registry:/"


class Kept(Protocol):
    """Signed files of before, by their SHA-256."""

    def holds(self, sha256: str) -> bool:
        """Whether one was kept; it may be damaged since."""
        ...

    def file(self, sha256: str) -> bytes | None:
        """One of them; ``None``: it must be asked for."""
        ...

    def keep_file(self, sha256: str, body: bytes) -> None:
        """Keep one for the next time."""
        ...


class Timed:
    """A source that is given up when the whole list takes too long."""

    def __init__(self, source: Source, *, kept: Kept | None, clock: Callable[[], float]) -> None:
        """``kept``: files of before; ``None``: none. ``clock``: seconds that only grow."""
        self._source, self._kept, self._clock = source, kept, clock
        self._until = clock() + MAX_SECONDS
        self._nearer: Mapping[str, bytes] = {}
        self.host = source.host

    def allow(self, partners: int) -> None:
        """Give a long list the time that it takes."""
        self._until += partners * PARTNER_SECONDS

    def fill(self) -> None:
        """Ask for everything that is current in one piece, if the source has one."""
        self._nearer = had_from(self._source)

    @property
    def is_over(self) -> bool:
        """Whether the time has passed."""
        return self._clock() > self._until

    def have(self, path: str, *, limit: int) -> Had:
        """See ``Source``."""
        if self.is_over:
            raise FetchTimeout(host=self.host)
        return self._source.have(path, limit=limit)

    def have_target(self, target: Any) -> bytes:
        """What a role signed, its length and hashes checked; asked for when it is not kept."""
        sha256 = target.hashes["sha256"]
        body = self._kept.file(sha256) if self._kept else None
        if body is None:
            path = f"{layout.TARGETS}/{hashed(target)}"
            body = self.near(path, target)
            if body is None:
                body = self.have(path, limit=target.length).body
                target.verify_length_and_hashes(body)
            self.keep(sha256, body)
        return body

    def keeps(self, line: Any) -> bool:
        """Whether the file that a signed line names is kept from before."""
        sha256 = sha256_in(line)
        return self._kept is not None and sha256 is not None and self._kept.holds(sha256)

    def kept_of(self, line: Any) -> bytes | None:
        """The file that a signed line names, as it was kept; ``None``: it is not."""
        sha256 = sha256_in(line)
        return None if self._kept is None or sha256 is None else self._kept.file(sha256)

    def keep(self, sha256: str, body: bytes) -> None:
        """Keep a file for the next time, if anything is kept."""
        if self._kept is not None:
            self._kept.keep_file(sha256, body)

    def near(self, path: str, line: Any) -> bytes | None:
        """A file of the one piece, when it is the one that a signed line names."""
        body = self._nearer.get(path)
        if body is None or sha256_in(line) is None:
            return None
        try:
            line.verify_length_and_hashes(body)
        except exceptions.LengthOrHashMismatchError:
            return None
        return body


class Asking(FetcherInterface):
    """python-tuf asks our source; what fails is told in its words."""

    def __init__(self, source: Timed, line_of: Callable[[str], Any]) -> None:
        """``line_of`` gives the signed line of a file of metadata, by its role; or ``None``."""
        self._source = source
        self._line_of = line_of

    def _fetch(self, url: str) -> Iterator[bytes]:
        raise NotImplementedError("files are asked for whole, with their limit")

    def download_bytes(self, url: str, max_length: int) -> bytes:
        """One file of metadata."""
        path = unquote(url.removeprefix(PREFIX))
        role = path.rpartition("/")[2].removesuffix(".json").rpartition(".")[2]
        if (body := self._source.near(path, self._line_of(role))) is not None:
            return body
        try:
            return self._source.have(path, limit=max_length).body
        except FetchStatus as error:
            raise exceptions.DownloadHTTPError(path, _status(error)) from error
        except FetchTooBig as error:
            raise exceptions.DownloadLengthMismatchError(path) from error
        except FetchFailed as error:
            raise exceptions.DownloadError(path) from error


def sha256_in(line: Any) -> str | None:
    """The SHA-256 that a signed line gives of a file; ``None``: none, or no line."""
    hashes = getattr(line, "hashes", None) or {}
    return hashes.get("sha256")


def _status(error: FetchStatus) -> int:
    return int(error.facts.get("status", 0))


def hashed(target: Any) -> str:
    """Where a target stands below ``targets/``, with its hash in its name."""
    folder, slash, name = target.path.rpartition("/")
    return f"{folder}{slash}{target.hashes['sha256']}.{name}"
