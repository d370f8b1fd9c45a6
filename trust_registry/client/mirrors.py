"""
Several addresses of one list: the newest that is sound is read, whoever serves it.

Each is first asked for the one small file that says which version it has.  That is only a
claim, by which they are tried in turn: what counts is what python-tuf accepts afterwards.
"""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from shared import strict_json
from shared.errors import FetchFailed, UnsafeJson
from shared.fetching import Fetch
from trust_registry import layout
from trust_registry.client.sources import Source, source_of
from trust_registry.errors import (
    RegistryRolledBack,
    RegistryUnreachable,
    RegistryUnreadable,
    RegistryUntrusted,
)
from trust_registry.index.storing import Tables, blocked_in, facts_of

MAX_MIRRORS = 8
ALL_SECONDS = 120.0
"""After which no further place is tried, once one has failed."""
ASKING_SECONDS = 15.0
"""For the claims of all of them; those not asked by then come last, in their order."""
MAX_TIMESTAMP_BYTES = 16_384
"""Some 600 bytes with one signature."""

_TIMESTAMP = f"{layout.METADATA}/{layout.TIMESTAMP}.json"
_LINKS = ("http://", "https://")
_NO_CLAIM = -1


Had = tuple[Tables, str | None]
"""The tables of a list, and the code of an alarm."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """One address of a list, and what it claims."""

    text: str
    """As it was named."""
    source: Source
    timestamp: bytes | None
    """The file that says which version it has, not checked; ``None``: not had."""


def named(text: str) -> tuple[str, ...]:
    """The addresses in what a person named: several of the web with spaces between, or one."""
    several = text.split()
    if len(several) > 1 and all(one.startswith(_LINKS) for one in several):
        return tuple(dict.fromkeys(several))[:MAX_MIRRORS]
    return (text,)


def places(
    text: str, *, fetch: Fetch | None, clock: Callable[[], float] = time.monotonic
) -> tuple[Place, ...]:
    """
    The places of a list, those that claim the newest version first.

    Args:
        text: what a person named (``named``).
        fetch: a way to the network; ``None``: the guarded one of the house.
        clock: seconds that only grow.

    Raises:
        RegistryUnreachable: none of them can be an address of a list.
    """
    until = clock() + ASKING_SECONDS
    found, problem = [], None
    addresses = named(text)
    for one in addresses:
        try:
            source = source_of(one, fetch=fetch)
        except FetchFailed as error:
            problem = error
            continue
        asked = None if len(addresses) == 1 or clock() > until else _timestamp(source)
        found.append(Place(text=one, source=source, timestamp=asked))
    if not found:
        raise RegistryUnreachable(source=text[:80]) from problem
    return tuple(sorted(found, key=_claimed, reverse=True))


def best_of(
    found: Sequence[Place],
    read: Callable[[Source], Had],
    *,
    clock: Callable[[], float] = time.monotonic,
) -> tuple[Had, Place]:
    """
    Read the newest sound list; of one version, the one in which most partners can be used.

    A place whose list is whole ends the search.  That another one was refused on the way
    is told by an alarm: somebody has changed its files, or keeps old ones.

    Raises:
        RegistryUnreadable: none of them can be used; the reason of the first.
    """
    until = clock() + ALL_SECONDS
    best: tuple[Had, Place] | None = None
    problem: RegistryUnreadable | None = None
    refused = False
    for place in found:
        if problem is not None and clock() > until:
            break
        try:
            had = read(place.source)
        except RegistryUnreadable as error:
            problem = problem or error
            refused = refused or isinstance(error, RegistryUntrusted | RegistryRolledBack)
            continue
        is_whole = had[1] is None and not blocked_in(had[0])
        if best is not None and _worth(had) <= _worth(best[0]):
            had[0].close()
            continue
        if best is not None:
            best[0][0].close()
        best = (had, place)
        if is_whole:
            break
    if best is None:
        raise problem or RegistryUnreachable()
    (tables, alarm), place = best
    return (tables, alarm or ("registry.mirror-refused" if refused else None)), place


def _worth(had: Had) -> tuple[int, bool, int]:
    tables, alarm = had
    return int(facts_of(tables)["version"]), alarm is None, -blocked_in(tables)


def _timestamp(source: Source) -> bytes | None:
    try:
        return source.have(_TIMESTAMP, limit=MAX_TIMESTAMP_BYTES).body
    except FetchFailed:
        return None


def _claimed(place: Place) -> int:
    """The version that a place says it has; below all others when it says none."""
    if place.timestamp is None:
        return _NO_CLAIM - 1
    try:
        version = strict_json.load_object(place.timestamp)["signed"]["version"]
    except (UnsafeJson, KeyError, TypeError):
        return _NO_CLAIM
    return version if type(version) is int else _NO_CLAIM
