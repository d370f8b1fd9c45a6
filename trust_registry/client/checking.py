"""
Every signature, date and hash of the published list, checked by python-tuf.

python-tuf is imported here only, and only when there is something new to check.  It
reads the wall clock and knows no other; here it is given the instant of the question,
which it keeps in one attribute of an internal object.
"""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from tuf.api import exceptions
from tuf.ngclient.config import UpdaterConfig
from tuf.ngclient.updater import Updater as TufUpdater

from shared import strict_json
from shared.errors import (
    BadgeError,
    FetchFailed,
    FetchTooBig,
    UnsafeJson,
)
from shared.times import parse_instant
from trust_registry import catalogue, entries, layout, members, reading
from trust_registry.client.asking import PREFIX, Asking, Kept, Timed, hashed, sha256_in
from trust_registry.client.filling import WORTH_IT
from trust_registry.client.sources import Source
from trust_registry.entries import Entry
from trust_registry.errors import (
    MembersInvalid,
    RegistryExpired,
    RegistryRolledBack,
    RegistryUnreachable,
    RegistryUntrusted,
)
from trust_registry.index.listing import ListedFile, Listing
from trust_registry.model import Member

MAX_TIMESTAMP_BYTES = 16_384
"""Some 600 bytes with one signature."""
MAX_ROOT_BYTES = 512_000
"""Some kilobytes with three keys; python-tuf's own limit."""


class _Entries(NamedTuple):
    """What partners published, by slug."""

    found: dict[str, Entry]
    until: dict[str, datetime]
    blocked: dict[str, str]
    files: list[ListedFile]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Dates:
    listed_at: datetime
    expires_at: datetime


def checked(
    source: Source,
    *,
    memory: Path,
    root: bytes,
    now: datetime,
    kept: Kept | None = None,
    clock: Callable[[], float] = time.monotonic,
) -> Listing:
    """
    Read what a source serves, and give it once everything in it was checked.

    A list that is only past its date is given too: its ``expires_at`` says so, and it was
    sound on the day it was published.

    Args:
        source: what is asked.
        memory: a folder in which python-tuf remembers what it saw.
        root: the first root that is trusted, as it was published.
        now: the instant at which dates are judged.
        kept: files of before, so that only what changed is asked for; ``None``: none.
        clock: seconds that only grow, by which a slow source is given up.

    Raises:
        RegistryUnreachable: the source does not give what it must, or not in time.
        RegistryUntrusted: a byte or a signature is wrong.
        RegistryRolledBack: it is older than what ``memory`` saw.
        RegistryExpired: it was past its dates on the very day it was published.
    """
    timed = Timed(source, kept=kept, clock=clock)
    try:
        return _Check(timed, memory=memory, root=root, at=now).listing()
    except exceptions.ExpiredMetadataError:
        at = _published_at(timed, now)
    try:
        return _Check(timed, memory=memory, root=root, at=at).listing()
    except exceptions.ExpiredMetadataError as error:
        raise RegistryExpired(source=source.host) from error


class _Check:
    """One reading of the whole list, judged at one instant."""

    def __init__(self, source: Timed, *, memory: Path, root: bytes, at: datetime) -> None:
        self._source = source
        folder = memory / "metadata"
        folder.mkdir(parents=True, exist_ok=True)
        with _refusals(source, layout.ROOT):
            self._updater = _Updater(
                str(folder),
                f"{PREFIX}{layout.METADATA}/",
                source=source,
                line_of=self._line_of,
                config=UpdaterConfig(
                    root_max_length=MAX_ROOT_BYTES, timestamp_max_length=MAX_TIMESTAMP_BYTES
                ),
                bootstrap=root,
            )
        # The one place where python-tuf keeps its instant; it has no other way in.
        self._trusted: Any = self._updater._trusted_set  # noqa: SLF001 - see above
        self._trusted.reference_time = at

    def listing(self) -> Listing:
        """The list; ``ExpiredMetadataError`` when one of its four common files is too old."""
        with _refusals(self._source, layout.TIMESTAMP):
            self._updater.refresh()
        with _refusals(self._source, layout.MEMBERS):
            listed = members.from_json(self._json(layout.MEMBERS))
        with _refusals(self._source, layout.CATALOGUE):
            book = catalogue.from_json(self._json(layout.CATALOGUE))
        found, until, blocked, files = self._entries(listed)
        dates = self._dates()
        return Listing(
            name=self._name(),
            version=self._trusted.timestamp.version,
            listed_at=dates.listed_at,
            expires_at=dates.expires_at,
            members=listed,
            catalogue=book,
            entries=found,
            signed_until=until,
            blocked=blocked,
            files=tuple(files),
        )

    def _entries(self, listed: tuple[Member, ...]) -> "_Entries":
        """What every partner published; one that cannot be used blocks itself alone."""
        read = _Entries({}, {}, {}, [])
        delegated = self._delegated()
        self._source.allow(len(delegated))
        missing = sum(not self._source.keeps(self._line_of(slug)) for slug in delegated)
        if missing >= WORTH_IT:
            self._source.fill()
        for member in listed:
            if member.slug not in delegated:
                continue
            try:
                entry, lists = self._entry(member)
            except exceptions.ExpiredMetadataError:
                read.blocked[member.slug] = RegistryExpired.code
                continue
            except BadgeError as error:
                read.blocked[member.slug] = error.code
                continue
            read.until[member.slug] = self._trusted[member.slug].expires
            if entry is not None:
                read.found[member.slug] = entry
                read.files.extend(lists)
        if self._source.is_over and read.blocked:
            raise RegistryUnreachable(source=self._source.host, file=next(iter(read.blocked)))
        return read

    def _entry(self, member: Member) -> tuple[Entry | None, list[ListedFile]]:
        """The entry of one partner and the lists beside it; ``None``: it published none."""
        target = self._signed_by(member.slug, layout.entry_path(member.slug))
        if target is None:
            return None, []
        entry = entries.from_json(self._load(target))
        entries.refuse_foreign(entry, member)
        return entry, [self._list(member.slug, name) for name in entry.statuses]

    def _list(self, slug: str, name: str) -> ListedFile:
        path = layout.list_path(slug, name)
        target = self._signed_by(slug, path)
        if target is None or "sha256" not in target.hashes:
            raise RegistryUntrusted(source=self._source.host, file=path)
        return ListedFile(
            slug=slug,
            name=name,
            path=hashed(target),
            sha256=target.hashes["sha256"],
            length=target.length,
        )

    def _signed_by(self, slug: str, path: str) -> Any:
        """
        What the role of one partner signed at a path that was given to it; ``None``: nothing.

        python-tuf would look through every partner for each path, which takes a long list
        a time that grows with its square; our roles are known by their names.
        """
        with _refusals(self._source, f"{slug}.json"):
            signed = self._updater._load_targets(slug, layout.HUB)  # noqa: SLF001 - see above
        role = self._trusted.targets.delegations.roles[slug]
        return signed.targets.get(path) if role.is_delegated_path(path) else None

    def _line_of(self, role: str) -> Any:
        """The signed line of a partner's file; ``None`` for the files that lead to it."""
        is_common = role in layout.RESERVED
        return None if is_common else self._trusted.snapshot.meta.get(f"{role}.json")

    def _json(self, path: str) -> Any:
        with _refusals(self._source, path):
            target = self._updater.get_targetinfo(path)
        if target is None:
            raise RegistryUntrusted(source=self._source.host, file=path)
        return self._load(target)

    def _load(self, target: Any) -> Any:
        """The JSON of a target whose length and hashes were checked."""
        with _refusals(self._source, target.path):
            if target.length > reading.MAX_LIST_BYTES:
                raise RegistryUntrusted(source=self._source.host, file=target.path)
            return reading.load(self._source.have_target(target))

    def _delegated(self) -> set[str]:
        """The partners that have a role; the others published nothing, and are not blocked."""
        delegations = self._trusted.targets.delegations
        return set(delegations.roles or {}) if delegations else set()

    def _name(self) -> str | None:
        said = self._trusted.targets.unrecognized_fields.get(layout.NAME_FIELD)
        return said[:120] if isinstance(said, str) and said.strip() else None

    def _dates(self) -> _Dates:
        common = [
            self._trusted[role]
            for role in (layout.ROOT, layout.TIMESTAMP, layout.SNAPSHOT, layout.HUB)
        ]
        expires_at = min(signed.expires for signed in common)
        said = self._trusted.timestamp.unrecognized_fields.get(layout.PUBLISHED_FIELD)
        return _Dates(listed_at=parse_instant(said) or expires_at, expires_at=expires_at)


class _Updater(TufUpdater):
    """
    python-tuf's reader, with the files of partners kept where their entries are.

    It keeps each in a file of its own, a thousand of them.  They are only a way not to ask
    again: it checks each against the signed list of versions, kept or not.
    """

    def __init__(
        self, folder: str, base: str, *, source: Timed, line_of: Callable[[str], Any], **more: Any
    ) -> None:
        super().__init__(folder, base, fetcher=Asking(source, line_of), **more)
        self._source, self._line_of = source, line_of

    def _load_local_metadata(self, rolename: str) -> bytes:
        if rolename in layout.RESERVED:
            return bytes(super()._load_local_metadata(rolename))
        body = self._source.kept_of(self._line_of(rolename))
        if body is None:
            raise FileNotFoundError(rolename)
        return body

    def _persist_metadata(self, rolename: str, data: bytes) -> None:
        if rolename in layout.RESERVED:
            super()._persist_metadata(rolename, data)
        elif (sha256 := sha256_in(self._line_of(rolename))) is not None:
            self._source.keep(sha256, data)


_WRONG = (
    exceptions.RepositoryError,
    MembersInvalid,
    catalogue.CatalogueInvalid,
    UnsafeJson,
    ValueError,
    KeyError,
)
"""What is not what was signed, or is signed and makes no sense."""


@contextmanager
def _refusals(source: Source, file: str) -> Iterator[None]:
    """What python-tuf and our own readers refuse, in the words of this floor."""
    try:
        yield
    except exceptions.ExpiredMetadataError:
        raise
    except exceptions.BadVersionNumberError as error:
        raise RegistryRolledBack(source=source.host, file=file) from error
    except (exceptions.DownloadLengthMismatchError, FetchTooBig) as error:
        raise RegistryUntrusted(source=source.host, file=file) from error
    except (exceptions.DownloadError, FetchFailed, OSError) as error:
        raise RegistryUnreachable(source=source.host, file=file) from error
    except _WRONG as error:
        raise RegistryUntrusted(source=source.host, file=file) from error


def _published_at(source: Source, now: datetime) -> datetime:
    """
    The instant at which the list says it was published, to judge an old list by its own day.

    It is read before it is checked.  That is harmless: what is then accepted still bears
    its real end, and only a list past that end is judged at another instant than ``now``.
    """
    path = f"{layout.METADATA}/{layout.TIMESTAMP}.json"
    with _refusals(source, path):
        body = source.have(path, limit=MAX_TIMESTAMP_BYTES).body
        signed = strict_json.load_object(body)["signed"]
        said = parse_instant(signed.get(layout.PUBLISHED_FIELD))
        ends = parse_instant(signed["expires"]) or now
    return min(said or ends - timedelta(seconds=1), now)
