"""
A space: one person's badges and their key, in one folder.

Several people on one machine have one folder each; a folder can be on a USB key.
"""

from dataclasses import dataclass
from pathlib import Path

from shared.keys import SigningKey
from trust_registry.catalogue import Catalogue
from wallet.holdings import Wallet
from wallet.vault import Vault, open_vault
from wallet.vault.folder import VAULT_FILE, prepare, seed


@dataclass(frozen=True, slots=True, kw_only=True)
class Space:
    """An open space."""

    folder: Path
    key: SigningKey
    """The learner's or the professional's own key; it never leaves the folder."""
    vault: Vault

    @property
    def did(self) -> str:
        """The identifier under which badges can be given to this space."""
        return self.key.did

    def wallet(self, catalogue: Catalogue) -> Wallet:
        """The badges of this space, told apart by a catalogue."""
        return Wallet(self.vault, catalogue=catalogue)

    def close(self) -> None:
        """Let go of the files."""
        self.vault.close()


def open_space(folder: Path) -> Space:
    """
    Open a space, made on first use.

    Raises:
        SpaceUnusable: the folder or its key cannot be used.
        VaultUnavailable: its vault cannot.
    """
    prepare(folder)
    key = SigningKey.from_seed(seed(folder))
    return Space(folder=folder, key=key, vault=open_vault(folder / VAULT_FILE))
