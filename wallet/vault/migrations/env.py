"""Run the migrations on the connection handed over by ``wallet.vault.schema``."""

from alembic import context

from wallet.vault.tables import METADATA

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=METADATA,
    # SQLite changes tables inside a transaction too, once the driver leaves it alone.
    transactional_ddl=True,
)
context.run_migrations()
