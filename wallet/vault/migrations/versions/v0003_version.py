"""A count of the writes, so that a program knows without reading whether anything changed."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"


def upgrade() -> None:
    """Begin to count."""
    column = sa.Column("writes", sa.Integer, nullable=False, server_default="0")
    op.add_column("locks", column)


def downgrade() -> None:
    """Nobody goes back."""
    raise NotImplementedError
