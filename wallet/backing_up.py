"""
A space leaves as one encrypted file, and comes back from it: everything, once, or nothing.

Restoring adds what is missing and takes nothing away: a badge that is already there
stays as it is, whatever the copy says of it.  A space that has just been made becomes
the one that was copied, with its key, and is protected from its first byte on.
"""

import secrets
from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime

from wallet import identity
from wallet.errors import BackupNeedsPhrase
from wallet.holdings import ID_BYTES
from wallet.identity import SEED
from wallet.memo import merged
from wallet.sharing import diary
from wallet.spaces import Space
from wallet.vault import Kept, Writing, locks, phrases, sealing
from wallet.vault.backups import Backup, Copied, copied
from wallet.vault.locks import USUAL, Cost


@dataclass(frozen=True, slots=True, kw_only=True)
class Restored:
    """What a copy brought."""

    added: int
    """Badges that were not there."""
    already: int
    """Badges that were, and stayed as they are."""
    awards: int
    """Awards that were not there."""
    same_key: bool
    """Whether the copy is of this very space, so that it may go on awarding and withdrawing."""
    made_at: datetime


@dataclass(frozen=True, slots=True, kw_only=True)
class Compared:
    """A copy beside the space it should be of, byte for byte."""

    badges: int
    """In the copy."""
    awards: int
    missing: tuple[str, ...]
    """Badges of the space that the copy has not."""
    differing: tuple[str, ...]
    """Badges that are not the same in both."""
    awards_missing: int
    same_key: bool

    @property
    def is_whole(self) -> bool:
        """Whether the space could be had back exactly as it is."""
        return self.same_key and not (self.missing or self.differing or self.awards_missing)


def backup(
    space: Space, *, now: datetime, phrase: str | None = None, cost: Cost = USUAL
) -> Iterator[bytes]:
    """
    The bytes of a copy of a space.

    Args:
        phrase: opens the copy of a space that is not protected; one that is keeps its own.

    Raises:
        BackupNeedsPhrase: the space has none, and none was given.
        PhraseTooShort: the one given could be guessed.
    """
    lock, key = space.vault.lock, space.vault.key
    if lock is None:
        if phrase is None:
            raise BackupNeedsPhrase
        key = sealing.new_key()
        lock = locks.wrapped(key, phrases.chosen(phrase), cost=cost)
    lock = locks.phrase_part(lock)
    known = {**space.vault.secrets(), SEED: space.key.seed.hex()}
    return copied(space.vault, key=key, lock=lock, known=known, now=now)


def is_new(space: Space) -> bool:
    """Whether a space holds nothing yet, so that it may become the one that was copied."""
    return not (space.protected or space.vault.badges() or space.vault.awards())


def seed_of(found: Backup) -> bytes:
    """The key of the space that was copied."""
    return bytes.fromhex(found.known[SEED])


def restore(found: Backup, space: Space) -> Restored:
    """
    Add to a space what a copy has more than it; in one act.

    Raises:
        BackupUnreadable: it was cut or changed; nothing was added.
    """
    added = already = awards = 0
    with space.vault.writing() as write:
        for item in found.items():
            if not isinstance(item, Copied):
                if write.award(item.credential_id) is None:
                    write.insert_award(item)
                    awards += 1
            elif write.badge_of(item.kept.content) is None:
                write.insert(_under_a_free_name(item.kept, write), item.original)
                added += 1
            else:
                already += 1
        seed = seed_of(found)
        if same_key := seed == space.key.seed or identity.was_of(write.secrets(), seed):
            known = merged(write.secrets(), found.known)
            known = diary.merged(known, found.known)
            write.keep_secrets(identity.merged(known, found.known))
    return Restored(
        added=added,
        already=already,
        awards=awards,
        same_key=same_key,
        made_at=found.made_at,
    )


def compare(restored: Space, space: Space) -> Compared:
    """A space that was restored for trial, beside the one that was copied."""
    theirs = {one.content: one for one in restored.vault.badges()}
    missing, differing = [], []
    for kept in space.vault.badges():
        other = theirs.get(kept.content)
        if other is None:
            missing.append(kept.id)
        elif not _is_same(kept, space, other, restored):
            differing.append(kept.id)
    lines = restored.vault.awards()
    return Compared(
        badges=len(theirs),
        awards=len(lines),
        missing=tuple(missing),
        differing=tuple(differing),
        awards_missing=sum(line not in lines for line in space.vault.awards()),
        same_key=restored.key.seed == space.key.seed,
    )


def _is_same(kept: Kept, space: Space, other: Kept, restored: Space) -> bool:
    same_bytes = space.vault.original(kept.id) == restored.vault.original(other.id)
    return same_bytes and kept == other


def _under_a_free_name(kept: Kept, write: Writing) -> Kept:
    """Names are drawn at random in each space: another badge may have taken this one."""
    while write.badge(kept.id) is not None:
        kept = replace(kept, id=secrets.token_hex(ID_BYTES))
    return kept
