"""
What one partner needs of a published site to publish again: a small copy, checked like any.

A few files of ten thousand: the files of trust, the current lists, and the partner's own.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path, PurePosixPath
from tempfile import TemporaryDirectory
from typing import Any

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Targets

from shared.errors import FetchFailed, FetchStatus
from trust_registry import layout
from trust_registry.client.sources import Source, source_of
from trust_registry.errors import RegistryUntrusted, SiteUnread

MAX_FILE_BYTES = 10_000_000
"""The longest list of a registry of five thousand partners."""
MAX_ROOTS = 256
"""One a year, and one for each key that was lost."""


@contextmanager
def copy_of(place: str, slug: str) -> Iterator[Path]:
    """
    A folder from which a partner may publish: that itself, or a copy of what an address serves.

    Args:
        place: a working folder, the ``public`` part of one, or a web address.
        slug: the partner.

    Raises:
        SiteUnread: no registry is served there, or it cannot be had.
        RegistryUntrusted: what is had is not signed as it must be.
    """
    if not place.startswith(("http://", "https://")):
        yield Path(place)
        return
    with TemporaryDirectory(prefix="registre-") as folder:
        _copy(source_of(place), Path(folder) / layout.PUBLIC, slug, place)
        yield Path(folder)


def _copy(source: Source, public: Path, slug: str, place: str) -> None:
    def have(name: str) -> bytes:
        body = source.have(name, limit=MAX_FILE_BYTES).body
        file = public / PurePosixPath(name)
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(body)
        return body

    try:
        _roots(have)
        timestamp = _read(have(f"{layout.METADATA}/{layout.TIMESTAMP}.json"))
        number = timestamp.signed.snapshot_meta.version
        snapshot = _read(have(f"{layout.METADATA}/{number}.{layout.SNAPSHOT}.json"))
        listed = snapshot.signed.meta
        for role in (layout.HUB, slug):
            if f"{role}.json" in listed:
                name = f"{layout.METADATA}/{listed[f'{role}.json'].version}.{role}.json"
                _targets(_read(have(name)).signed, have)
    except (FetchFailed, FetchStatus) as error:
        raise SiteUnread(address=place) from error


def _roots(have: Any) -> None:
    have(f"{layout.METADATA}/1.{layout.ROOT}.json")
    for number in range(2, MAX_ROOTS + 1):
        try:
            have(f"{layout.METADATA}/{number}.{layout.ROOT}.json")
        except FetchStatus:
            return


def _targets(signed: Targets, have: Any) -> None:
    for target in signed.targets.values():
        have(f"{layout.TARGETS}/{target.get_prefixed_paths()[0]}")


def _read(raw: bytes) -> Metadata[Any]:
    try:
        found: Metadata[Any] = Metadata.from_bytes(raw)
    except (RepositoryError, ValueError, KeyError, TypeError) as error:
        raise RegistryUntrusted(file=layout.METADATA) from error
    return found
