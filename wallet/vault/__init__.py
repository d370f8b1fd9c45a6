"""How a space rests on disk: badges as they were received, and what is known of them."""

from pathlib import Path

from wallet.vault.port import AwardLine as AwardLine
from wallet.vault.port import Kept as Kept
from wallet.vault.port import Vault as Vault
from wallet.vault.port import Writing as Writing


def open_vault(where: Path | str) -> Vault:
    """
    Open a vault, made or brought to this version on first use.

    Args:
        where: a file for SQLite, in a folder that exists; or the address of a
            PostgreSQL database, as SQLAlchemy writes it.

    Raises:
        VaultUnavailable: busy, damaged, full, or written by a later version.
    """
    # SQLAlchemy takes a noticeable part of a second: only a command that needs it pays.
    from wallet.vault.sql import SqlVault

    return SqlVault(where)
