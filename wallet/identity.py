"""
The keys that a space has had: the one that it signs with, and those of before.

Badges are given to the identifier of a key.  When the key is changed, those that were
given to a former one are still this person's, so the former keys are kept, sealed with the
rest: to show that they were theirs, and to sign nothing any more.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import UTC, datetime

from shared.keys import SigningKey
from wallet.errors import VaultDamaged
from wallet.vault.port import Record

SEED = "seed"
"""Of the space's own key, in hexadecimal, among what only the space knows."""
FORMER = "former"


@dataclass(frozen=True, slots=True, kw_only=True)
class FormerKey:
    """A key that a space had."""

    did: str
    until: datetime
    """When it was changed; aware, in UTC."""


def seed_in(secrets: Record) -> bytes | None:
    """The seed of the key in use; ``None``: it is still the one beside the space."""
    found = secrets.get(SEED)
    return bytes.fromhex(found) if found else None


def former_in(secrets: Record) -> tuple[FormerKey, ...]:
    """The keys of before, the last one first. Raises: VaultDamaged."""
    try:
        found = [
            FormerKey(
                did=SigningKey.from_seed(bytes.fromhex(one["seed"])).did,
                until=datetime.fromisoformat(one["until"]),
            )
            for one in _listed(secrets)
        ]
    except (KeyError, TypeError, ValueError) as error:
        raise VaultDamaged from error
    return tuple(sorted(found, key=lambda one: one.until, reverse=True))


def former_key(secrets: Record, did: str) -> SigningKey | None:
    """The key of before that had this identifier, to show a badge with; ``None``: none had."""
    keys = (SigningKey.from_seed(bytes.fromhex(one["seed"])) for one in _listed(secrets))
    return next((key for key in keys if key.did == did), None)


def rotated(secrets: Record, *, old: bytes, new: bytes, now: datetime) -> Record:
    """The secrets of a space whose key is changed."""
    past = {"seed": old.hex(), "until": now.astimezone(UTC).isoformat()}
    return {**secrets, SEED: new.hex(), FORMER: [*_listed(secrets), past]}


def merged(ours: Record, theirs: Record) -> Record:
    """The secrets of a space with the former keys that a copy of it knows."""
    mine = {one["seed"] for one in _listed(ours)} | {ours.get(SEED)}
    more = [one for one in _listed(theirs) if one["seed"] not in mine]
    return {**ours, FORMER: [*_listed(ours), *more]} if more else ours


def was_of(secrets: Record, seed: bytes) -> bool:
    """Whether a key is one of those of before."""
    return seed.hex() in {one["seed"] for one in _listed(secrets)}


def _listed(secrets: Record) -> Iterator[Record]:
    yield from secrets.get(FORMER) or ()
