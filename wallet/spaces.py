"""
A space: one person's badges and their key, in one folder.

Several people on one machine have one folder each; a folder can be on a USB key.  All
that speaks of the person is sealed under the key of the space.  As long as the space is
not protected that key lies beside it; protected, it is locked under a phrase.
"""

import secrets as random
from collections.abc import Callable, Collection
from contextlib import suppress
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from shared.keys import SigningKey
from trust_registry.catalogue import Catalogue
from wallet import identity
from wallet.errors import AlreadyProtected, NotProtected, SpaceLocked, VaultDamaged
from wallet.holdings import Wallet
from wallet.identity import SEED
from wallet.vault import Vault, folder, lock_of, locks, open_vault, phrases, recovery, sealing, wipe
from wallet.vault.locks import USUAL, Cost
from wallet.vault.port import FindKey, Record

CARD = "card"
"""Among what only a space knows: the public key of its recovery card, in hexadecimal."""

Opener = Callable[[bytes], bytes]
"""Gives the key inside a lock otherwise than by its phrase."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """An open space."""

    folder: Path
    key: SigningKey
    """The learner's or the professional's own key; it never leaves the space."""
    vault: Vault

    @property
    def did(self) -> str:
        """The identifier under which badges can be given to this space."""
        return self.key.did

    @property
    def dids(self) -> tuple[str, ...]:
        """The identifiers under which badges were given to this space, the one in use first."""
        former = identity.former_in(self.vault.secrets())
        return (self.did, *(one.did for one in former))

    def proving_key(self, given_to: Collection[str]) -> SigningKey:
        """
        The key to show badges with: the one that they were given to, if it was a former one.

        A former key signs nothing else.

        Args:
            given_to: the identifiers in the badges; those of other people count for nothing.
        """
        mine = set(given_to) & set(self.dids)
        former = mine.pop() if len(mine) == 1 else self.did
        return identity.former_key(self.vault.secrets(), former) or self.key

    @property
    def protected(self) -> bool:
        """Whether a phrase is needed to open it."""
        return self.vault.lock is not None

    def wallet(self, catalogue: Catalogue) -> Wallet:
        """The badges of this space, told apart by a catalogue."""
        return Wallet(self.vault, catalogue=catalogue)

    def protect(self, phrase: str, *, cost: Cost = USUAL) -> None:
        """
        Lock the space under a phrase: a new key seals everything, and none lies beside it.

        Raises:
            AlreadyProtected: it has a phrase.
            PhraseTooShort: this one could be guessed.
        """
        if self.protected:
            raise AlreadyProtected
        self._lock_under(phrases.chosen(phrase), cost)
        folder.forget_seed(self.folder)

    def change_phrase(self, phrase: str, *, old: str, cost: Cost = USUAL) -> None:
        """
        Lock the space under another phrase, and seal everything with a new key.

        A copy made before still opens with the phrase of then.

        Raises:
            NotProtected: it has no phrase to change.
            WrongPhrase: ``old`` does not open it.
            PhraseTooShort: the new one could be guessed.
        """
        self.check_phrase(old)
        self._lock_under(phrases.chosen(phrase), cost)

    def make_card(self, phrase: str, *, words: str | None = None, cost: Cost = USUAL) -> str:
        """
        Make a recovery card: its words open the space when the phrase is forgotten.

        Everything is sealed with a new key, so that a card made before opens nothing more.

        Args:
            words: those on the card, when it is on paper already; else they are drawn.

        Returns:
            The words, to be printed; they are kept nowhere.

        Raises:
            NotProtected: the space has no phrase that could be forgotten.
            WrongPhrase: ``phrase`` does not open it.
        """
        self.check_phrase(phrase)
        words = words or recovery.new_words()
        public = recovery.public_of(words).hex()
        self._lock_under(phrases.folded(phrase), cost, {CARD: public})
        return words

    def end_card(self, phrase: str, *, cost: Cost = USUAL) -> None:
        """Let the recovery card open nothing any more. Raises: as ``make_card``."""
        self.check_phrase(phrase)
        self._lock_under(phrases.folded(phrase), cost, {CARD: None})

    @property
    def has_card(self) -> bool:
        """Whether a recovery card opens it."""
        return bool(self.vault.secrets().get(CARD))

    def rotate_key(self, *, now: datetime) -> "Space":
        """
        Change the key that the space signs with; the former one signs nothing more.

        Badges given to the former identifier stay this person's (``dids``).
        """
        new = random.token_bytes(folder.SEED_BYTES)
        with self.vault.writing() as write:
            known = write.secrets()
            # Another program may have changed it since this one opened the space.
            old = identity.seed_in(known) or self.key.seed
            write.keep_secrets(identity.rotated(known, old=old, new=new, now=now))
        return Space(folder=self.folder, key=SigningKey.from_seed(new), vault=self.vault)

    def adopt(self, seed: bytes, phrase: str, *, cost: Cost = USUAL) -> "Space":
        """
        Become the space that had this key, protected; for one that has just been made.

        The key of then is never written bare.
        """
        key = SigningKey.from_seed(seed)
        Space(folder=self.folder, key=key, vault=self.vault).protect(phrase, cost=cost)
        return Space(folder=self.folder, key=key, vault=self.vault)

    def lock(self) -> None:
        """Close it: what was opened asks for the phrase again."""
        self.close()

    def close(self) -> None:
        """Let go of the files, and of the key."""
        self.vault.close()

    def check_phrase(self, phrase: str) -> None:
        """Ask for the phrase once more. Raises: NotProtected, WrongPhrase."""
        lock = self.vault.lock
        if lock is None:
            raise NotProtected
        locks.unwrapped(lock, phrases.folded(phrase))

    def _lock_under(self, phrase: str, cost: Cost, known: Record | None = None) -> None:
        """Seal everything with a new key, under a phrase and under the card if there is one."""
        key = sealing.new_key()
        lock = locks.wrapped(key, phrase, cost=cost)
        known = {SEED: self.key.seed.hex(), **(known or {})}
        # Never from the lock itself: whoever can write in the file could put their own there.
        if public := known.get(CARD, self.vault.secrets().get(CARD)):
            lock += recovery.wrapped(key, bytes.fromhex(public))
        self.vault.rekey(key, lock, known)
        self.vault.tidy()


def open_space(
    where: Path,
    *,
    phrase: str | None = None,
    database: str | None = None,
    opener: Opener | None = None,
) -> Space:
    """
    Open a space, made on first use.

    Args:
        where: its folder.
        phrase: of a protected space, as the person typed it.
        database: the address of a PostgreSQL database that keeps the badges instead of
            a file in the folder.
        opener: gives the key of a protected space otherwise than by its phrase.

    Raises:
        SpaceUnusable: the folder or its key cannot be used.
        VaultUnavailable: its vault cannot.
        SpaceLocked: it is protected, and no phrase was given.
        WrongPhrase, LockRefused: the phrase, or the lock, is not the right one.
        NotProtected: a phrase was given, and no lock is there: somebody may have taken it away.
    """
    folder.prepare(where, vault=database is None)
    vault = open_vault(_vault_of(where, database), _finding_key(where, phrase, opener))
    try:
        seed = identity.seed_in(vault.secrets()) or folder.seed(where)
        if vault.lock is None:
            return Space(folder=where, key=SigningKey.from_seed(seed), vault=vault)
        if folder.has_seed(where):
            # A protection that was cut short after its last write, and before its end.
            vault.tidy()
            folder.forget_seed(where)
        return Space(folder=where, key=SigningKey.from_seed(seed), vault=vault)
    except BaseException:
        vault.close()
        raise


def recover_space(
    where: Path, card: str, phrase: str, *, database: str | None = None, cost: Cost = USUAL
) -> Space:
    """
    Open a space whose phrase is forgotten with the words of its card, under a new phrase.

    Raises:
        CardUnreadable: these are not the words of a card.
        WrongCard: the space has no card, or another one.
        PhraseTooShort: the new phrase could be guessed; nothing has changed.
        NotProtected: it has no phrase.
    """
    words, chosen = recovery.read(card), phrases.chosen(phrase)
    if lock_of_space(where, database=database) is None:
        raise NotProtected
    space = open_space(
        where, database=database, opener=lambda lock: recovery.unwrapped(lock, words)
    )
    space._lock_under(chosen, cost)  # noqa: SLF001 - the card has answered for the old phrase
    return space


def visiting_space(where: Path) -> Space:
    """
    Open a space for one visit: its key is in memory only, and written nowhere.

    What rests in the folder can be read by nobody once the visit is over, even when its
    program was killed.  Protecting it writes its key under a phrase, as for any other.

    Raises:
        SpaceUnusable, VaultUnavailable: the folder cannot be used.
    """
    seed = sealing.new_key()
    folder.prepare(where)
    vault = open_vault(where / folder.VAULT_FILE, lambda _lock: sealing.derived(seed, b"beside"))
    return Space(folder=where, key=SigningKey.from_seed(seed), vault=vault)


def lock_of_space(where: Path, *, database: str | None = None) -> bytes | None:
    """The lock of a space, without opening it; ``None``: no phrase is needed."""
    return lock_of(_vault_of(where, database))


def erase_space(where: Path, *, database: str | None = None) -> tuple[str, ...]:
    """
    Take a whole space away, whether it could be opened or not; it must be closed.

    Returns:
        The files that went, by name.

    Raises:
        SpaceUnusable, VaultUnavailable: something could not be taken away.
    """
    with suppress(VaultDamaged):
        wipe(_vault_of(where, database))
    return folder.clear(where)


def _vault_of(where: Path, database: str | None) -> Path | str:
    return where / folder.VAULT_FILE if database is None else database


def _finding_key(where: Path, phrase: str | None, opener: Opener | None) -> FindKey:
    def find(lock: bytes | None) -> bytes:
        if lock is None:
            if phrase is not None:
                raise NotProtected
            return sealing.derived(folder.seed(where), b"beside")
        if opener is not None:
            return opener(lock)
        if phrase is None:
            raise SpaceLocked
        return locks.unwrapped(lock, phrases.folded(phrase))

    return find
