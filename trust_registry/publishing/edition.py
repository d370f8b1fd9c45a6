"""
One edition of the registry: what is published now, and what the next publication changes.

The folder is read as a stranger's would be: every signature, length and hash is checked
before anything is signed again, so that no change made behind our back is ever signed.
"""

import os
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import Any

from securesystemslib.signer import Key
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, Root, Snapshot, TargetFile, Targets, Timestamp

from shared.times import parse_instant
from trust_registry import layout
from trust_registry.errors import NotADesk, RegistryUntrusted
from trust_registry.publishing.disk import Drafts
from trust_registry.publishing.keyring import Keyring
from trust_registry.publishing.signed_files import (
    HUB_DAYS,
    ONLINE_DAYS,
    PARTNER_DAYS,
    ROOT_DAYS,
    SIGNED_TEXT,
    check_signed,
    delegate,
    line_of,
    new_hub,
    new_partner,
    new_root,
    new_snapshot,
    new_timestamp,
    signers_of,
    stamp,
)

HUB_FILE = f"{layout.HUB}.json"
TIMESTAMP_FILE = f"{layout.TIMESTAMP}.json"
SNAPSHOT_FILE = f"{layout.SNAPSHOT}.json"


class Edition:
    """The files of a registry in memory; nothing is written before ``write``."""

    def __init__(
        self,
        folder: Path,
        *,
        root: Metadata[Root],
        hub: Metadata[Targets],
        snapshot: Metadata[Snapshot],
        timestamp: Metadata[Timestamp],
    ) -> None:
        """``folder``: the working folder. Use ``new`` or ``load``."""
        self.folder = folder
        self.root = root
        self.hub = hub
        self.snapshot = snapshot
        self.timestamp = timestamp
        self._partners: dict[str, Metadata[Targets]] = {}
        self._changed: set[str] = set()
        self._targets: dict[str, bytes] = {}
        self._plain: dict[str, bytes] = {}
        self._adopted: dict[str, bytes] = {}

    @classmethod
    def new(
        cls, folder: Path, keys: Mapping[str, Sequence[Key]], *, name: str, at: datetime
    ) -> "Edition":
        """The first edition of a registry, with nobody in it; ``keys``: of the hub, by role."""
        edition = cls(
            folder,
            root=new_root(keys, name=name, at=at),
            hub=new_hub(name=name, at=at),
            snapshot=new_snapshot(at=at),
            timestamp=new_timestamp(at=at),
        )
        edition._changed = {layout.ROOT, layout.HUB}
        return edition

    @classmethod
    def load(cls, folder: Path) -> "Edition":
        """
        Read what is published.

        Raises:
            NotADesk: no registry stands there.
            RegistryUntrusted: a file is not the one that was signed.
        """
        place = served(folder) / layout.METADATA
        numbers = _numbers(place, layout.ROOT)
        if not numbers or not (place / TIMESTAMP_FILE).is_file():
            raise NotADesk(folder=str(folder))
        with _distrusting(layout.ROOT):
            root: Metadata[Root] = Metadata.from_bytes(_read(place, layout.ROOT, max(numbers)))
            root.signed.verify_delegate(layout.ROOT, root.signed_bytes, root.signatures)
        with _distrusting(layout.TIMESTAMP):
            raw = (place / TIMESTAMP_FILE).read_bytes()
            timestamp: Metadata[Timestamp] = _signed_by(root.signed, layout.TIMESTAMP, raw)
        with _distrusting(layout.SNAPSHOT):
            line = timestamp.signed.snapshot_meta
            raw = _read(place, layout.SNAPSHOT, line.version)
            line.verify_length_and_hashes(raw)
            snapshot: Metadata[Snapshot] = _signed_by(root.signed, layout.SNAPSHOT, raw)
        with _distrusting(layout.HUB):
            line = snapshot.signed.meta[HUB_FILE]
            raw = _read(place, layout.HUB, line.version)
            line.verify_length_and_hashes(raw)
            hub: Metadata[Targets] = _signed_by(root.signed, layout.HUB, raw)
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
            with _distrusting(slug):
                line = self.snapshot.signed.meta[f"{slug}.json"]
                raw = _read(self.public / layout.METADATA, slug, line.version)
                line.verify_length_and_hashes(raw)
                self._partners[slug] = _signed_by(self.hub.signed, slug, raw)
        return self._partners[slug]

    def partner_at(self, slug: str, *, at: datetime) -> Metadata[Targets] | None:
        """
        What a partner had published at an instant, as the server listed it then.

        Raises:
            RegistryUntrusted: a list of versions is not the one that the server signed.
        """
        place = self.public / layout.METADATA
        for number in sorted(_numbers(place, layout.SNAPSHOT), reverse=True):
            with _distrusting(layout.SNAPSHOT):
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
        if path in self._targets:
            return self._targets[path]
        with _distrusting(path):
            signed = self.hub.signed if role == layout.HUB else self.partner(role).signed
            target = signed.targets[path]
        return self.content(target)

    def content(self, target: TargetFile) -> bytes:
        """Give the file that a signed line names, old ones too. Raises: RegistryUntrusted."""
        with _distrusting(target.path):
            raw = (self.public / layout.TARGETS / target.get_prefixed_paths()[0]).read_bytes()
            target.verify_length_and_hashes(raw)
            return raw

    # ------------------------------------------------------------ the next edition

    def put(self, role: str, path: str, content: bytes) -> None:
        """Have a role sign a file; unchanged content changes nothing."""
        signed = self.hub.signed if role == layout.HUB else self.partner(role).signed
        target = TargetFile.from_data(path, content, ["sha256"])
        if signed.targets.get(path) == target:
            return
        signed.targets[path] = target
        self._targets[path] = content
        self._changed.add(role)

    def put_plain(self, name: str, content: bytes) -> None:
        """Have a plain copy stand below the public folder, for standard verifiers."""
        self._plain[name] = content

    def version_of(self, slug: str) -> int:
        """The number of what a partner published last; 0: nothing yet."""
        line = self.snapshot.signed.meta.get(f"{slug}.json")
        return 0 if line is None else int(line.version)

    def holder(self, slug: str) -> str | None:
        """The identifier of the key that signs for a partner; ``None``: it has no folder yet."""
        delegations = self.hub.signed.delegations
        role = (delegations.roles or {}).get(slug) if delegations else None
        return None if role is None else role.keyids[0]

    def entrust(self, slug: str, key: Key, *, at: datetime) -> None:
        """Have one key, and no other, sign for a partner from now on."""
        known = slug in self.slugs()
        held = self.partner(slug) if known else new_partner(at=at)
        if delegate(self.hub.signed, slug, key):
            self._partners[slug] = held
            self._changed |= {layout.HUB, slug}

    def open_folder(self, slug: str, *, at: datetime) -> None:
        """Begin the file of a partner to whom a folder has just been given."""
        self._partners[slug] = new_partner(at=at)
        self._changed.add(slug)

    def renew(self, role: str) -> None:
        """Have a file signed again as it is, with new dates."""
        if role not in (layout.ROOT, layout.HUB):
            self.partner(role)
        self._changed.add(role)

    def unsigned(self, role: str, *, at: datetime) -> bytes:
        """The next file of trust, or the next one of the hub, for others to sign."""
        file: Metadata[Any] = self.root if role == layout.ROOT else self.hub
        days = ROOT_DAYS if role == layout.ROOT else HUB_DAYS
        return stamp(file, version=self._next(role), at=at, days=days, signers=())

    def supply(self, path: str, content: bytes) -> None:
        """Have the content of a file stand by which a file that was signed elsewhere names."""
        self._targets[path] = content

    def adopt(self, role: str, raw: bytes) -> None:
        """
        Take over a file that was signed elsewhere, and publish it as it is.

        Raises:
            RegistryUntrusted: its signatures are not those that count here.
        """
        with _distrusting(role):
            if role == layout.ROOT:
                root: Metadata[Root] = Metadata.from_bytes(raw)
                root.signed.verify_delegate(role, root.signed_bytes, root.signatures)
                if self.root.signed.version < root.signed.version:
                    self.root.signed.verify_delegate(role, root.signed_bytes, root.signatures)
                self.root = root
            elif role == layout.HUB:
                self.hub = _signed_by(self.root.signed, role, raw)
            else:
                self._partners[role] = _signed_by(self.hub.signed, role, raw)
        self._adopted[role] = raw
        self._changed.add(role)

    def write(self, keyring: Keyring, signer_of: Mapping[str, Any], *, at: datetime) -> None:
        """
        Sign what has changed and publish it, ``timestamp.json`` last.

        Args:
            signer_of: the key of each partner whose file changes, by slug.

        Raises:
            KeyMissing: a key that must sign is not there; nothing was published.
            DeskUnwritable: the disk refuses; what was published before stands.
        """
        drafts = Drafts(self.folder)
        for path, content in self._targets.items():
            named = TargetFile.from_data(path, content, ["sha256"]).get_prefixed_paths()[0]
            place = self.public / layout.TARGETS / named
            if not place.exists():
                drafts.add(place, content)
        for name, content in self._plain.items():
            drafts.add(self.public / name, content)
        self._write_root(drafts, keyring, at=at)
        for slug in sorted(self._changed - {layout.ROOT, layout.HUB}):
            own = () if slug in self._adopted else (signer_of[slug],)
            self._write_listed(drafts, slug, own, days=PARTNER_DAYS, at=at)
        if layout.HUB in self._changed:
            hub = () if layout.HUB in self._adopted else signers_of(layout.HUB, keyring)
            self._write_listed(drafts, layout.HUB, hub, days=HUB_DAYS, at=at)
        self._write_online(drafts, keyring, at=at)

    def _write_root(self, drafts: Drafts, keyring: Keyring, *, at: datetime) -> None:
        """A new file of trust, one number after the last: readers climb them one by one."""
        if layout.ROOT not in self._changed:
            return
        raw = self._adopted.get(layout.ROOT)
        version = self._next(layout.ROOT) if raw is None else self.root.signed.version
        if raw is None:
            signers = signers_of(layout.ROOT, keyring)
            raw = stamp(self.root, version=version, at=at, days=ROOT_DAYS, signers=signers)
        check_signed(self.root.signed, layout.ROOT, self.root)
        drafts.add(self._place(layout.ROOT, version), raw)

    def _write_listed(
        self,
        drafts: Drafts,
        role: str,
        signers: Sequence[Any],
        *,
        days: int,
        at: datetime,
    ) -> None:
        """A file with a number, in the list of versions."""
        file = self.hub if role == layout.HUB else self.partner(role)
        raw = self._adopted.get(role)
        version = self._next(role) if raw is None else file.signed.version
        if raw is None:
            raw = stamp(file, version=version, at=at, days=days, signers=signers)
        check_signed(self.root.signed if role == layout.HUB else self.hub.signed, role, file)
        self.snapshot.signed.meta[f"{role}.json"] = line_of(version, raw)
        drafts.add(self._place(role, version), raw)

    def _write_online(self, drafts: Drafts, keyring: Keyring, *, at: datetime) -> None:
        """The list of versions, then the file that makes it count."""
        version = self._next(layout.SNAPSHOT)
        signers = signers_of(layout.SNAPSHOT, keyring)
        raw = stamp(self.snapshot, version=version, at=at, days=ONLINE_DAYS, signers=signers)
        check_signed(self.root.signed, layout.SNAPSHOT, self.snapshot)
        drafts.add(self._place(layout.SNAPSHOT, version), raw)
        self.timestamp.signed.snapshot_meta = line_of(version, raw)
        signers = signers_of(layout.TIMESTAMP, keyring)
        number = 1 if not self._place(layout.TIMESTAMP).exists() else self._after_timestamp()
        raw = stamp(self.timestamp, version=number, at=at, days=ONLINE_DAYS, signers=signers)
        check_signed(self.root.signed, layout.TIMESTAMP, self.timestamp)
        last = self._place(layout.TIMESTAMP)
        drafts.add(last, raw)
        drafts.publish(last=last)
        self._changed.clear()
        self._targets.clear()
        self._plain.clear()
        self._adopted.clear()

    def _after_timestamp(self) -> int:
        return int(self.timestamp.signed.version) + 1

    def _next(self, role: str) -> int:
        """
        A number that no file has borne.

        An interrupted publication may have left one that nothing refers to; a mirror may
        have copied it, so its number is spent.
        """
        return 1 + max(_numbers(self.public / layout.METADATA, role), default=0)

    def _place(self, role: str, version: int | None = None) -> Path:
        number = "" if version is None else f"{version}."
        return self.public / layout.METADATA / f"{number}{role}.json"


def served(folder: Path) -> Path:
    """What is served of a working folder; a copy of that part alone is itself."""
    alone = (folder / layout.METADATA).is_dir() and not (folder / layout.PUBLIC).exists()
    return folder if alone else folder / layout.PUBLIC


def roots_in(folder: Path) -> tuple[bytes, ...]:
    """Every file of trust of a registry, from the first. Raises: RegistryUntrusted."""
    place = served(folder) / layout.METADATA
    last = max(_numbers(place, layout.ROOT), default=0)
    with _distrusting(layout.ROOT):
        return tuple(_read(place, layout.ROOT, number) for number in range(1, last + 1))


def _numbers(place: Path, role: str) -> list[int]:
    """The numbers of the files of one role that stand there; a long list of files, read fast."""
    end = f".{role}.json"
    names = os.listdir(place) if place.is_dir() else ()  # noqa: PTH208 - a path each takes longest
    numbers = (name.removesuffix(end) for name in names if name.endswith(end))
    return [int(number) for number in numbers if number.isdigit()]


def _read(place: Path, role: str, version: int) -> bytes:
    return (place / f"{version}.{role}.json").read_bytes()


def _signed_by(delegator: Root | Targets, role: str, raw: bytes) -> Metadata[Any]:
    file: Metadata[Any] = Metadata.from_bytes(raw)
    delegator.verify_delegate(role, SIGNED_TEXT.serialize(file.signed), file.signatures)
    return file


@contextmanager
def _distrusting(file: str) -> Iterator[None]:
    """Whatever is wrong with a published file, it is not the one that was signed."""
    try:
        yield
    except (OSError, RepositoryError, ValueError, KeyError) as error:
        raise RegistryUntrusted(file=file) from error
