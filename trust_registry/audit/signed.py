"""One signed file of a copy: its number, its date, and whose signatures on it hold."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from securesystemslib.signer import Key
from tuf.api.exceptions import RepositoryError
from tuf.api.metadata import Metadata, MetaFile, Root, TargetFile, Targets

from shared.times import parse_instant
from trust_registry import layout
from trust_registry.audit.model import Signers
from trust_registry.publishing.keyring import is_named_by_itself

SHORT = 8
"""Letters of a key's identifier that people compare: four thousand million keys."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """A file that could be read; its signatures are judged by ``signers``."""

    role: str
    name: str
    raw: bytes
    file: Metadata[Any]

    @property
    def version(self) -> int:
        """Its number, by its own word."""
        return int(self.file.signed.version)

    @property
    def published(self) -> datetime | None:
        """When it was signed, by its own word."""
        return parse_instant(self.file.signed.unrecognized_fields.get(layout.PUBLISHED_FIELD))

    @property
    def signed(self) -> Any:
        """What the signatures are over."""
        return self.file.signed


def file_name(role: str, number: int) -> str:
    """Where a numbered file stands."""
    return f"{layout.METADATA}/{number}.{role}.json"


def read_signed(role: str, name: str, raw: bytes) -> Signed | None:
    """Read a signed file of a role; ``None``: it has another form, or is of another role."""
    try:
        file: Metadata[Any] = Metadata.from_bytes(raw)
    except (RepositoryError, ValueError, KeyError, TypeError, RecursionError):
        return None
    # Whatever stands beside what is signed would be read by nobody, and is refused.
    if set(json.loads(raw)) != {"signatures", "signed"} or file.signed.type != _kind(role):
        return None
    if not all(is_named_by_itself(key) for key in _keys_in(file.signed)):
        return None
    return Signed(role=role, name=name, raw=raw, file=file)


def _keys_in(signed: Any) -> Iterable[Key]:
    """The keys that a file hands something to: people compare their names, not their bytes."""
    if isinstance(signed, Root):
        return signed.keys.values()
    delegations = signed.delegations if isinstance(signed, Targets) else None
    return delegations.keys.values() if delegations else ()


def _kind(role: str) -> str:
    """What a role signs: each partner signs a file of the same sort as the hub."""
    return role if role in layout.RESERVED else layout.HUB


def signers(delegator: Root | Targets, one: Signed) -> Signers | None:
    """Who signed a file, of those who might; ``None``: too few of them."""
    try:
        result = delegator.get_verification_result(
            one.role, one.file.signed_bytes, one.file.signatures
        )
    except ValueError:
        return None
    if not result.verified:
        return None
    return Signers(
        role=one.role,
        keys=tuple(sorted(keyid[:SHORT] for keyid in result.signed)),
        of=len(result.signed) + len(result.unsigned),
        needed=result.threshold,
    )


def shortened(keyids: Iterable[str]) -> str:
    """Identifiers of keys as people read them; what changed is found by the whole ones."""
    return ", ".join(sorted(keyid[:SHORT] for keyid in keyids))


def is_as_written(one: Signed) -> bool:
    """
    Whether a file stands in the one form in which it is written.

    Nothing later vouches for the bytes of a root or of a list of versions, and a blank more
    would not be covered by their own signatures.
    """
    return one.file.to_bytes() == one.raw


def is_as_listed(line: MetaFile | TargetFile, raw: bytes) -> bool:
    """Whether a file has the length and the hash that a later signature vouches for."""
    try:
        line.verify_length_and_hashes(raw)
    except RepositoryError:
        return False
    return True
