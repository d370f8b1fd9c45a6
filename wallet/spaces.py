"""
A space: one person's badges and their key, in one folder.

Several people on one machine have one folder each; a folder can be on a USB key.  All
that speaks of the person is sealed under the key of the space.  As long as the space is
not protected that key lies beside it; protected, it is locked under a phrase.
"""

from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from shared.keys import SigningKey
from trust_registry.catalogue import Catalogue
from wallet.errors import AlreadyProtected, NotProtected, SpaceLocked, VaultDamaged
from wallet.holdings import Wallet
from wallet.vault import Vault, folder, lock_of, locks, open_vault, phrases, sealing, wipe
from wallet.vault.locks import USUAL, Cost
from wallet.vault.port import FindKey

SEED = "seed"
"""Of the space's own key, in hexadecimal, among the secrets of a protected space."""


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
        lock = self.vault.lock
        if lock is None:
            raise NotProtected
        locks.unwrapped(lock, phrases.folded(old))
        self._lock_under(phrases.chosen(phrase), cost)

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

    def _lock_under(self, phrase: str, cost: Cost) -> None:
        key = sealing.new_key()
        lock = locks.wrapped(key, phrase, cost=cost)
        self.vault.rekey(key, lock, {SEED: self.key.seed.hex()})
        self.vault.tidy()


def open_space(where: Path, *, phrase: str | None = None, database: str | None = None) -> Space:
    """
    Open a space, made on first use.

    Args:
        where: its folder.
        phrase: of a protected space, as the person typed it.
        database: the address of a PostgreSQL database that keeps the badges instead of
            a file in the folder.

    Raises:
        SpaceUnusable: the folder or its key cannot be used.
        VaultUnavailable: its vault cannot.
        SpaceLocked: it is protected, and no phrase was given.
        WrongPhrase, LockRefused: the phrase, or the lock, is not the right one.
        NotProtected: a phrase was given, and no lock is there: somebody may have taken it away.
    """
    folder.prepare(where, vault=database is None)
    vault = open_vault(_vault_of(where, database), _finding_key(where, phrase))
    try:
        if vault.lock is None:
            return Space(folder=where, key=SigningKey.from_seed(folder.seed(where)), vault=vault)
        seed = bytes.fromhex(vault.secrets()[SEED])
        if folder.has_seed(where):
            # A protection that was cut short after its last write, and before its end.
            vault.tidy()
            folder.forget_seed(where)
        return Space(folder=where, key=SigningKey.from_seed(seed), vault=vault)
    except BaseException:
        vault.close()
        raise


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


def _finding_key(where: Path, phrase: str | None) -> FindKey:
    def find(lock: bytes | None) -> bytes:
        if lock is None:
            if phrase is not None:
                raise NotProtected
            return sealing.derived(folder.seed(where), b"beside")
        if phrase is None:
            raise SpaceLocked
        return locks.unwrapped(lock, phrases.folded(phrase))

    return find
