"""How a space rests on disk: badges as they were received, sealed, and what is known of them."""

from pathlib import Path

from wallet.vault.port import AwardLine as AwardLine
from wallet.vault.port import FindKey as FindKey
from wallet.vault.port import Kept as Kept
from wallet.vault.port import Overview as Overview
from wallet.vault.port import Vault as Vault
from wallet.vault.port import Writing as Writing


def open_vault(where: Path | str, key: FindKey) -> Vault:
    """
    Open a vault, made or brought to this version on first use.

    Args:
        where: a file for SQLite, in a folder that exists; or the address of a
            PostgreSQL database, as SQLAlchemy writes it.
        key: finds the key of the space, given its lock.

    Raises:
        VaultUnavailable: busy, damaged, full, or written by a later version.
        SpaceLocked, WrongPhrase, LockRefused: ``key`` has none to give.
        SpaceUnusable: the key beside the space is that of another.
    """
    # SQLAlchemy takes a noticeable part of a second: only a command that needs it pays.
    from wallet.vault.sql import SqlVault

    return SqlVault(where, key)


def wipe(where: Path | str) -> None:
    """
    Take everything away from a vault, opened or not; absent: nothing.

    Raises:
        VaultUnavailable: another program is writing in it.
    """
    if isinstance(where, Path) and not (where.is_file() and where.stat().st_size):
        return
    from wallet.vault import sql

    sql.wipe(where)


def lock_of(where: Path | str) -> bytes | None:
    """
    The lock of a vault, without opening it; ``None``: it has none, or is not made yet.

    Raises:
        VaultUnavailable: it cannot be read.
    """
    if isinstance(where, Path) and not (where.is_file() and where.stat().st_size):
        return None
    from wallet.vault.sql import read_lock

    return read_lock(where)
