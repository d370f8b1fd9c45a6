"""
What is published now, read as a stranger's program would read it.

Every signature, length and hash is checked before anything is signed again, so that no
change made behind our back is ever signed.
"""

import os
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any, Self

from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Targets, Timestamp

from shared.times import parse_instant
from trust_registry import layout
from trust_registry.errors import NotADesk, RegistryUntrusted
from trust_registry.publishing.signed_files import SIGNED_TEXT

HUB_FILE = f"{layout.HUB}.json"
TIMESTAMP_FILE = f"{layout.TIMESTAMP}.json"


class Published:
    """The signed files of a registry in memory, and the content that they name."""

    def __init__(
        self,
        folder: Path,
        *,
        root: Metadata[Root],
        hub: Metadata[Targets],
        snapshot: Metadata[Snapshot],
        timestamp: Metadata[Timestamp],
    ) -> None:
        """``folder``: the working folder, or what is served of it. Use ``load``."""
        self.folder = folder
        self.root = root
        self.hub = hub
        self.snapshot = snapshot
        self.timestamp = timestamp
        self._partners: dict[str, Metadata[Targets]] = {}

    @classmethod
    def load(cls, folder: Path) -> Self:
        """
        Read what is published.

        Raises:
            NotADesk: no registry stands there.
            RegistryUntrusted: a file is not the one that was signed.
        """
        place = served(folder) / layout.METADATA
        numbers = numbers_of(place, layout.ROOT)
        if not numbers or not (place / TIMESTAMP_FILE).is_file():
            raise NotADesk(folder=str(folder))
        with distrusting(layout.ROOT):
            root: Metadata[Root] = Metadata.from_bytes(_read(place, layout.ROOT, max(numbers)))
            root.signed.verify_delegate(layout.ROOT, root.signed_bytes, root.signatures)
        with distrusting(layout.TIMESTAMP):
            raw = (place / TIMESTAMP_FILE).read_bytes()
            timestamp: Metadata[Timestamp] = signed_by(root.signed, layout.TIMESTAMP, raw)
        with distrusting(layout.SNAPSHOT):
            line = timestamp.signed.snapshot_meta
            raw = _read(place, layout.SNAPSHOT, line.version)
            line.verify_length_and_hashes(raw)
            snapshot: Metadata[Snapshot] = signed_by(root.signed, layout.SNAPSHOT, raw)
        with distrusting(layout.HUB):
            line = snapshot.signed.meta[HUB_FILE]
            raw = _read(place, layout.HUB, line.version)
            line.verify_length_and_hashes(raw)
            hub: Metadata[Targets] = signed_by(root.signed, layout.HUB, raw)
        return cls(folder, root=root, hub=hub, snapshot=snapshot, timestamp=timestamp)

    @property
    def public(self) -> Path:
        """The folder that is served."""
        return served(self.folder)

    @property
    def name(self) -> str:
        """The name of the registry, for people."""
        return str(self.root.signed.unrecognized_fields.get(layout.NAME_FIELD, ""))

    @property
    def published(self) -> bool:
        """Whether it lists members already; ``False``: its first edition is being made."""
        return layout.MEMBERS in self.hub.signed.targets

    def partner(self, slug: str) -> Metadata[Targets]:
        """What a partner signed. Raises: RegistryUntrusted."""
        if slug not in self._partners:
            with distrusting(slug):
                line = self.snapshot.signed.meta[f"{slug}.json"]
                raw = _read(self.public / layout.METADATA, slug, line.version)
                line.verify_length_and_hashes(raw)
                self._partners[slug] = signed_by(self.hub.signed, slug, raw)
        return self._partners[slug]

    def partner_at(self, slug: str, *, at: datetime) -> Metadata[Targets] | None:
        """
        What a partner had published at an instant, as the server listed it then.

        Raises:
            RegistryUntrusted: a list of versions is not the one that the server signed.
        """
        place = self.public / layout.METADATA
        for number in sorted(numbers_of(place, layout.SNAPSHOT), reverse=True):
            with distrusting(layout.SNAPSHOT):
                listed: Metadata[Snapshot] = Metadata.from_bytes(
                    _read(place, layout.SNAPSHOT, number)
                )
                made = parse_instant(listed.signed.unrecognized_fields.get(layout.PUBLISHED_FIELD))
                if made is None or made > at or number > self.snapshot.signed.version:
                    continue
                line = listed.signed.meta.get(f"{slug}.json")
                if line is None:
                    return None
                raw = _read(place, slug, line.version)
                line.verify_length_and_hashes(raw)
                return Metadata.from_bytes(raw)
        return None

    def slugs(self) -> tuple[str, ...]:
        """The partners that have a folder, in order."""
        delegations = self.hub.signed.delegations
        return tuple(sorted(delegations.roles or ())) if delegations else ()

    def read(self, role: str, path: str) -> bytes:
        """Give a published file, as its signer knows it. Raises: RegistryUntrusted."""
        with distrusting(path):
            signed = self.hub.signed if role == layout.HUB else self.partner(role).signed
            target = signed.targets[path]
        return self.content(target)

    def content(self, target: TargetFile) -> bytes:
        """Give the file that a signed line names, old ones too. Raises: RegistryUntrusted."""
        with distrusting(target.path):
            raw = (self.public / layout.TARGETS / target.get_prefixed_paths()[0]).read_bytes()
            target.verify_length_and_hashes(raw)
            return raw

    def version_of(self, slug: str) -> int:
        """The number of what a partner published last; 0: nothing yet."""
        line = self.snapshot.signed.meta.get(f"{slug}.json")
        return 0 if line is None else int(line.version)

    def holder(self, slug: str) -> str | None:
        """The identifier of the key that signs for a partner; ``None``: it has no folder yet."""
        delegations = self.hub.signed.delegations
        role = (delegations.roles or {}).get(slug) if delegations else None
        return None if role is None else role.keyids[0]


def served(folder: Path) -> Path:
    """What is served of a working folder; a copy of that part alone is itself."""
    alone = (folder / layout.METADATA).is_dir() and not (folder / layout.PUBLIC).exists()
    return folder if alone else folder / layout.PUBLIC


def roots_in(folder: Path) -> tuple[bytes, ...]:
    """Every file of trust of a registry, from the first. Raises: RegistryUntrusted."""
    place = served(folder) / layout.METADATA
    last = max(numbers_of(place, layout.ROOT), default=0)
    with distrusting(layout.ROOT):
        return tuple(_read(place, layout.ROOT, number) for number in range(1, last + 1))


def numbers_of(place: Path, role: str) -> list[int]:
    """The numbers of the files of one role that stand there; a long list of files, read fast."""
    end = f".{role}.json"
    names = os.listdir(place) if place.is_dir() else ()  # noqa: PTH208 - a path each takes longest
    numbers = (name.removesuffix(end) for name in names if name.endswith(end))
    return [int(number) for number in numbers if number.isdigit()]


def _read(place: Path, role: str, version: int) -> bytes:
    return (place / f"{version}.{role}.json").read_bytes()


def signed_by(delegator: Root | Targets, role: str, raw: bytes) -> Metadata[Any]:
    """Read a file that a role must have signed. Raises: what ``distrusting`` turns round."""
    file: Metadata[Any] = Metadata.from_bytes(raw)
    delegator.verify_delegate(role, SIGNED_TEXT.serialize(file.signed), file.signatures)
    return file


@contextmanager
def distrusting(file: str) -> Iterator[None]:
    """Whatever is wrong with a published file, it is not the one that was signed."""
    try:
        yield
    except (OSError, RepositoryError, ValueError, KeyError) as error:
        raise RegistryUntrusted(file=file) from error
