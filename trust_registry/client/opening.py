"""
Opening the published list: from its source when it is new, from memory when it is not.

An older list than the one seen, or one with a wrong byte, is refused, never answered from.
A source that does not answer leaves the list of last time, with its own date.
"""

import hashlib
import tempfile
from collections.abc import Sequence
from datetime import datetime, timedelta
from pathlib import Path

from shared.errors import FetchFailed
from shared.fetching import Fetch
from trust_registry import layout
from trust_registry.client.keeping import (
    Memory,
    know_root,
    known_root,
    memory_of,
)
from trust_registry.client.mirrors import Had, Place, best_of, places
from trust_registry.client.sources import FolderSource, Source
from trust_registry.client.unsigned import unsigned_list
from trust_registry.errors import RegistryExpired, RegistryUnreachable, RegistryUntrusted
from trust_registry.index.filing import FileBox
from trust_registry.index.listing import Listing
from trust_registry.index.registry import Registry
from trust_registry.index.storing import MARK, Tables, facts_of, tables_of

CLOCK_SLACK = timedelta(days=1)
"""A clock further behind the list than this is wrong, or the list is."""
LEAST_KEPT = 0.8
"""Members are never deleted, so a list that lost a fifth of them is not answered from."""
MAX_TIMESTAMP_BYTES = 16_384
"""Some 600 bytes with one signature."""
MAX_ROOT_BYTES = 512_000
"""Some kilobytes with three keys; python-tuf's own limit."""

_TIMESTAMP = f"{layout.METADATA}/{layout.TIMESTAMP}.json"
FIRST_ROOT = f"{layout.METADATA}/1.{layout.ROOT}.json"


def open_registry(
    source: str,
    *,
    now: datetime,
    cache: Path | None = None,
    root: Path | None = None,
    fetch: Fetch | None = None,
) -> Registry:
    """
    Open the published list of partners.

    Args:
        source: a folder, trusted by its own first root unless ``root`` is given; or an
            address of the web, which needs ``root``, or a root that ``cache`` knows; or
            several addresses of its mirrors, with spaces between.  A file or an address
            that ends in ``.json`` is a list without signatures (``federation.dcc``).
        now: the instant at which dates are judged.
        cache: a folder in which what was seen is remembered, so that an older copy is
            refused and an outage leaves something; ``None``: nothing is remembered.
        root: the file of the first root that is trusted.
        fetch: another way to the network; ``None``: the guarded one of the house.

    Returns:
        The list; ``fresh`` tells whether it can be relied on, ``alarm`` what to look at.

    Raises:
        RegistryUnreachable, RegistryUntrusted, RegistryRolledBack, RegistryExpired: nothing
            can be answered.
    """
    if (unsigned := unsigned_list(source, now=now, fetch=fetch)) is not None:
        return unsigned
    found = places(source, fetch=fetch)
    trusted = _first_root(found, cache=cache, root=root)
    memory = None if cache is None else memory_of(cache, root=trusted)

    def read(place: Source) -> Had:
        if memory is None:
            return _read_once(place, trusted, now), None
        return _read_again(place, memory, trusted, now)

    (tables, alarm), place = best_of(found, read)
    if cache is not None and not isinstance(place.source, FolderSource):
        know_root(cache, source=place.text, root=trusted)
    files = _Files([place.source, *(one.source for one in found if one is not place)], memory)
    registry = Registry(tables, have=files.have, now=now, alarm=alarm)
    if registry.alarm is None and now < registry.listed_at - CLOCK_SLACK:
        registry.alarm = "registry.clock-behind"
    return registry


def _first_root(found: Sequence[Place], *, cache: Path | None, root: Path | None) -> bytes:
    """What all trust starts from; never taken from an address of the web."""
    if root is not None:
        try:
            given = root.read_bytes()
        except OSError as error:
            raise RegistryUnreachable(source=root.name[:80], file=layout.ROOT) from error
        if len(given) > MAX_ROOT_BYTES:
            raise RegistryUntrusted(source=root.name[:80], file=layout.ROOT)
        return given
    place = found[0].source
    if isinstance(place, FolderSource):
        try:
            return place.have(FIRST_ROOT, limit=MAX_ROOT_BYTES).body
        except FetchFailed as error:
            raise RegistryUnreachable(source=place.host, file=FIRST_ROOT) from error
    known = [] if cache is None else [known_root(cache, source=one.text) for one in found]
    for one in known:
        if one is not None:
            return one
    raise RegistryUntrusted(source=place.host, file=layout.ROOT)


def _read_once(place: Source, trusted: bytes, now: datetime) -> Tables:
    """Read everything, remember nothing: python-tuf's folder goes as soon as it has checked."""
    with tempfile.TemporaryDirectory(prefix="badges-registry-") as folder:
        listing = _checked(place, Path(folder), trusted, now)
    return tables_of(listing)


def _read_again(place: Source, memory: Memory, trusted: bytes, now: datetime) -> Had:
    """Read what is new since last time, and give the tables with the code of an alarm."""
    try:
        mark = hashlib.sha256(place.have(_TIMESTAMP, limit=MAX_TIMESTAMP_BYTES).body).hexdigest()
    except FetchFailed as error:
        if (kept := memory.tables()) is not None:
            return kept, "registry.not-refreshed"
        raise RegistryUnreachable(source=place.host, file=_TIMESTAMP) from error
    try:
        with memory.alone():
            kept = memory.tables()
            if kept is not None and facts_of(kept).get(MARK) == mark:
                return kept, None
            with memory.box() as box:
                try:
                    listing = _checked(place, memory.folder, trusted, now, kept=box)
                except (RegistryUnreachable, RegistryExpired):
                    if kept is None:
                        raise
                    return kept, "registry.not-refreshed"
                had = _exchanged(memory, kept, listing, mark)
                if had[1] is None:
                    box.forget_others()
            return had
    except OSError as error:
        raise RegistryUnreachable(source=place.host, file=memory.folder.name) from error


def _checked(
    place: Source, folder: Path, trusted: bytes, now: datetime, *, kept: FileBox | None = None
) -> Listing:
    from trust_registry.client.checking import checked  # python-tuf, only when it is needed

    return checked(place, memory=folder, root=trusted, now=now, kept=kept)


def _exchanged(memory: Memory, kept: Tables | None, listing: Listing, mark: str) -> Had:
    """Put the new tables in place of the old, unless too many partners are missing in them."""
    if kept is not None:
        before = int(facts_of(kept)["partners"])
        if not listing.members or len(listing.members) < LEAST_KEPT * before:
            return kept, "registry.fewer-partners"
        kept.close()
    # What one partner could not give today may be there tomorrow: nothing is marked as read.
    memory.keep(listing, mark=None if listing.blocked else mark)
    tables = memory.tables()
    if tables is None:
        raise RegistryUnreachable(source=memory.folder.name, file="index.sqlite")
    return tables, None


class _Files:
    """Status lists, asked of the sources when they are needed, checked by their hash."""

    def __init__(self, sources: Sequence[Source], memory: Memory | None) -> None:
        self._sources = sources
        self._memory = memory

    def have(self, path: str, sha256: str, length: int) -> tuple[bytes, tuple[str, ...]]:
        """See ``HaveFile``."""
        if self._memory is not None and (body := self._memory.file(sha256)) is not None:
            return body, ()
        asked: tuple[str, ...] = ()
        problem: FetchFailed | None = None
        for source in self._sources:
            try:
                found = source.have(f"{layout.TARGETS}/{path}", limit=length)
            except FetchFailed as error:
                problem, asked = problem or error, (*asked, *(error.asked or ()))
                continue
            asked += found.asked
            if len(found.body) == length and hashlib.sha256(found.body).hexdigest() == sha256:
                if self._memory is not None:
                    self._memory.keep_file(sha256, found.body)
                return found.body, asked
            problem = problem or FetchFailed(host=source.host, why="hash")
        problem = problem or FetchFailed(host="", why="none")
        problem.asked = asked
        raise problem
