"""Bring a vault to this version of the program, once, whoever comes first."""

from pathlib import Path

from sqlalchemy import Connection, inspect, text

from wallet.errors import VaultNewer
from wallet.vault.sealing import Seal
from wallet.vault.tables import HEAD

_MIGRATIONS = Path(__file__).with_name("migrations")


def revision_of(connection: Connection) -> str | None:
    """The last migration that a vault has seen; ``None``: it is empty."""
    if not inspect(connection).has_table("alembic_version"):
        return None
    found = connection.execute(text("SELECT version_num FROM alembic_version")).scalar()
    return None if found is None else str(found)


def upgrade(connection: Connection, seal: Seal) -> bool:
    """
    Run the migrations that are missing, in the transaction of ``connection``.

    Args:
        seal: that of the key in the folder: what older versions left bare is closed with it.

    Returns:
        Whether there was something that rested bare.

    Raises:
        VaultNewer: a later version of the program has written in it.
    """
    from alembic import command
    from alembic.config import Config
    from alembic.script import ScriptDirectory

    config = Config()
    config.set_main_option("script_location", str(_MIGRATIONS).replace("%", "%%"))
    config.attributes["connection"] = connection
    config.attributes["seal"] = seal
    known = {step.revision for step in ScriptDirectory.from_config(config).walk_revisions()}
    # Looked at again inside the transaction: another process may just have done it.
    found = revision_of(connection)
    if found is not None and found not in known:
        raise VaultNewer(revision=found)
    if found != HEAD:
        command.upgrade(config, "head")
    return found not in {None, HEAD}
