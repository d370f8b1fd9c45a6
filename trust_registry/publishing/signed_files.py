"""
The signed files of a registry: who signs which, until when, and new versions of them.

Roles and numbers: design README, point 6.  Every date comes from ``at``: the library would
read the clock for those it is not given.
"""

import json
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, timedelta
from typing import Any

from securesystemslib.signer import Key
from tuf.api.metadata import (
    DelegatedRole,
    Delegations,
    Metadata,
    MetaFile,
    Root,
    Signed,
    Snapshot,
    Targets,
    Timestamp,
    UnsignedMetadataError,
)
from tuf.api.serialization import SignedSerializer
from tuf.api.serialization.json import CanonicalJSONSerializer

from shared.times import instant_text
from trust_registry.errors import KeyMissing
from trust_registry.layout import (
    HUB,
    NAME_FIELD,
    PUBLISHED_FIELD,
    ROOT,
    SNAPSHOT,
    TIMESTAMP,
    folder_pattern,
)
from trust_registry.publishing.keyring import (
    HUB_KEYS,
    ROOT_KEYS,
    SNAPSHOT_KEY,
    TIMESTAMP_KEY,
    Keyring,
)

ROOT_DAYS = 365
HUB_DAYS = 365
PARTNER_DAYS = 400
"""A year, and the month in which people are reminded."""
ONLINE_DAYS = 14
"""Renewed every day: two weeks are left to notice that nobody does."""
THRESHOLD = 2
"""Of three administrators, so that one lost key or one dishonest hand changes nothing."""

KEYS_OF = {
    ROOT: ROOT_KEYS,
    HUB: HUB_KEYS,
    SNAPSHOT: (SNAPSHOT_KEY,),
    TIMESTAMP: (TIMESTAMP_KEY,),
}


class SignedText(SignedSerializer):
    """
    The text that a signature is over: OLPC canonical JSON, written by the language's own encoder.

    python-tuf's encoder takes ten times as long, and a publication needs this text of the
    longest files several times.  The two write the same unless a text holds something that
    JSON escapes; then it is left to python-tuf.
    """

    def serialize(self, signed_obj: Signed) -> bytes:
        """The bytes to sign, or to check a signature with."""
        text = json.dumps(
            signed_obj.to_dict(), sort_keys=True, separators=(",", ":"), ensure_ascii=False
        )
        if "\\" in text:
            return CanonicalJSONSerializer().serialize(signed_obj)
        return text.encode()


SIGNED_TEXT = SignedText()


def day_after(at: datetime, days: int) -> datetime:
    """An end date as signed files write it: to the second."""
    return at.replace(microsecond=0) + timedelta(days=days)


def keys_of(keyring: Keyring) -> dict[str, list[Key]]:
    """The public halves of the keys of the hub, by role, all being in one folder."""
    return {
        role: [keyring.signer(key_name).public_key for key_name in names]
        for role, names in KEYS_OF.items()
    }


def new_root(keys: Mapping[str, Sequence[Key]], *, name: str, at: datetime) -> Metadata[Root]:
    """The first file of trust: which keys stand for which role. Not signed yet."""
    root = Root(
        expires=day_after(at, ROOT_DAYS),
        consistent_snapshot=True,
        unrecognized_fields={NAME_FIELD: name},
    )
    for role, listed in keys.items():
        root.roles[role].threshold = THRESHOLD if len(listed) > 1 else 1
        for key in listed:
            root.add_key(key, role)
    return Metadata(root)


def new_hub(*, name: str, at: datetime) -> Metadata[Targets]:
    """What the hub signs, with no partner yet."""
    return Metadata(
        Targets(
            expires=day_after(at, HUB_DAYS),
            delegations=Delegations({}, {}),
            unrecognized_fields={NAME_FIELD: name},
        )
    )


def new_partner(*, at: datetime) -> Metadata[Targets]:
    """What a partner signs, with nothing published yet."""
    return Metadata(Targets(expires=day_after(at, PARTNER_DAYS)))


def new_snapshot(*, at: datetime) -> Metadata[Snapshot]:
    """The list of versions that belong together."""
    return Metadata(Snapshot(expires=day_after(at, ONLINE_DAYS)))


def new_timestamp(*, at: datetime) -> Metadata[Timestamp]:
    """The one file without a number, which says what is current."""
    return Metadata(Timestamp(expires=day_after(at, ONLINE_DAYS)))


def delegate(hub: Targets, slug: str, key: Key) -> bool:
    """
    Give the folder of a partner to one key, and to no other.

    Returns:
        Whether that changes anything.
    """
    delegations = hub.delegations
    if delegations is None or delegations.roles is None:
        raise ValueError("the hub's file has no delegations")
    role = delegations.roles.get(slug)
    if role is not None and role.keyids == [key.keyid]:
        return False
    if role is None:
        role = DelegatedRole(slug, [], threshold=1, terminating=True, paths=[folder_pattern(slug)])
        delegations.roles[slug] = role
    for keyid in list(role.keyids):
        hub.revoke_key(keyid, slug)
    hub.add_key(key, slug)
    return True


def stamp(
    file: Metadata[Any],
    *,
    version: int,
    at: datetime,
    days: int,
    signers: Iterable[Any],
    delegator: tuple[Root | Targets, str] | None = None,
) -> bytes:
    """
    Give a file its number and its dates, sign it, and give its bytes.

    Args:
        delegator: the file that says who signs this one, and the role it has there; with it,
            enough of the right keys must have signed.

    Raises:
        KeyMissing: they have not.
    """
    file.signed.version = version
    file.signed.expires = day_after(at, days)
    file.signed.unrecognized_fields[PUBLISHED_FIELD] = instant_text(at)
    file.signatures.clear()
    text = _Written(SIGNED_TEXT.serialize(file.signed))
    for signer in signers:
        file.sign(signer, append=True, signed_serializer=text)
    if delegator is not None:
        _refuse_unsigned(*delegator, text.written, file)
    return file.to_bytes()


class _Written(SignedSerializer):
    """The text of one file, written once for all who sign it and for the check that they did."""

    def __init__(self, written: bytes) -> None:
        self.written = written

    def serialize(self, signed_obj: Signed) -> bytes:
        return self.written


def signers_of(role: str, keyring: Keyring) -> Sequence[Any]:
    """
    The keys of a role of the hub that are in the folder: enough of them to sign.

    Raises:
        KeyMissing: fewer than the role needs.
    """
    names = KEYS_OF[role]
    held = [name for name in names if keyring.holds(name)]
    if len(held) < (THRESHOLD if len(names) > 1 else 1):
        raise KeyMissing(role=next(name for name in names if name not in held))
    return [keyring.signer(name) for name in held]


def check_signed(delegator: Root | Targets, role: str, file: Metadata[Any]) -> None:
    """Make sure that enough of the right keys signed. Raises: KeyMissing."""
    _refuse_unsigned(delegator, role, SIGNED_TEXT.serialize(file.signed), file)


def _refuse_unsigned(
    delegator: Root | Targets, role: str, text: bytes, file: Metadata[Any]
) -> None:
    try:
        delegator.verify_delegate(role, text, file.signatures)
    except (UnsignedMetadataError, ValueError) as error:
        raise KeyMissing(role=role) from error


def line_of(version: int, raw: bytes) -> MetaFile:
    """How the list of versions names a file: by number, length and hash."""
    return MetaFile.from_data(version, raw, ["sha256"])
