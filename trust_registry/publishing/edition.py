"""The next edition of a registry: what the next publication changes, then writes at once."""

from collections.abc import Mapping, Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from securesystemslib.signer import Key
from tuf.api.metadata import Metadata, Root, TargetFile

from trust_registry import layout
from trust_registry.publishing.disk import Drafts
from trust_registry.publishing.keyring import Keyring
from trust_registry.publishing.published import Published, distrusting, numbers_of, signed_by
from trust_registry.publishing.signed_files import (
    HUB_DAYS,
    ONLINE_DAYS,
    PARTNER_DAYS,
    ROOT_DAYS,
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


class Edition(Published):
    """The files of a registry in memory; nothing is written before ``write``."""

    def __init__(self, folder: Path, **files: Metadata[Any]) -> None:
        """``files``: as ``Published``. Use ``new`` or ``load``."""
        super().__init__(folder, **files)
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

    def read(self, role: str, path: str) -> bytes:
        """Give a file as it will be published, or as it is. Raises: RegistryUntrusted."""
        return self._targets[path] if path in self._targets else super().read(role, path)

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
        with distrusting(role):
            if role == layout.ROOT:
                root: Metadata[Root] = Metadata.from_bytes(raw)
                root.signed.verify_delegate(role, root.signed_bytes, root.signatures)
                if self.root.signed.version < root.signed.version:
                    self.root.signed.verify_delegate(role, root.signed_bytes, root.signatures)
                self.root = root
            elif role == layout.HUB:
                self.hub = signed_by(self.root.signed, role, raw)
            else:
                self._partners[role] = signed_by(self.hub.signed, role, raw)
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
        by = self.root.signed if role == layout.HUB else self.hub.signed
        if raw is None:
            raw = stamp(
                file, version=version, at=at, days=days, signers=signers, delegator=(by, role)
            )
        else:
            check_signed(by, role, file)
        self.snapshot.signed.meta[f"{role}.json"] = line_of(version, raw)
        drafts.add(self._place(role, version), raw)

    def _write_online(self, drafts: Drafts, keyring: Keyring, *, at: datetime) -> None:
        """The list of versions, then the file that makes it count."""
        version = self._next(layout.SNAPSHOT)
        signers = signers_of(layout.SNAPSHOT, keyring)
        raw = stamp(
            self.snapshot, version=version, at=at, days=ONLINE_DAYS, signers=signers,
            delegator=(self.root.signed, layout.SNAPSHOT),
        )  # fmt: skip
        drafts.add(self._place(layout.SNAPSHOT, version), raw)
        self.timestamp.signed.snapshot_meta = line_of(version, raw)
        signers = signers_of(layout.TIMESTAMP, keyring)
        number = 1 if not self._place(layout.TIMESTAMP).exists() else self._after_timestamp()
        raw = stamp(
            self.timestamp, version=number, at=at, days=ONLINE_DAYS, signers=signers,
            delegator=(self.root.signed, layout.TIMESTAMP),
        )  # fmt: skip
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
        return 1 + max(numbers_of(self.public / layout.METADATA, role), default=0)

    def _place(self, role: str, version: int | None = None) -> Path:
        number = "" if version is None else f"{version}."
        return self.public / layout.METADATA / f"{number}{role}.json"
